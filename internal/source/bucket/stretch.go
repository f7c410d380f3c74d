package bucket

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// A version is an object as it was at one time.
type version struct {
	bucket, key string
	etag        string
	size        int64
}

func (v *version) name() string { return "s3://" + v.bucket + "/" + v.key }

// A stretch reads the bytes off to end of a version, and goes on where it was cut
// off: it gives no io.EOF before all are there and, if it reads the whole object,
// are those that were stored.
type stretch struct {
	ctx      context.Context
	client   *Client
	version  version
	off, end int64

	body     io.ReadCloser // nil before a request
	failures int
	sum      *digest // of the whole object, if the first request asked for all of it
}

func (s *stretch) Read(p []byte) (int, error) {
	for s.off < s.end {
		if s.body == nil {
			if err := s.ask(); err != nil {
				return 0, err
			}
		}
		n, err := s.body.Read(p[:min(int64(len(p)), s.end-s.off)])
		s.off += int64(n)
		if s.sum != nil {
			s.sum.Write(p[:n])
		}
		if err != nil {
			s.close()
		}
		if n > 0 || len(p) == 0 {
			return n, nil
		}
		if err != nil {
			if err := s.failed(err); err != nil {
				return 0, err
			}
		}
	}
	s.close()
	if err := s.sum.check(); err != nil {
		return 0, err
	}
	return 0, io.EOF
}

func (s *stretch) close() {
	if s.body != nil {
		s.body.Close()
		s.body = nil
	}
}

// failed waits before the next try, if there is to be one.
func (s *stretch) failed(err error) error {
	s.failures++
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("cut off")
	}
	if s.failures == attempts {
		return fmt.Errorf("at byte %d of %d, after %d tries: %w", s.off, s.version.size, attempts, err)
	}
	return wait(s.ctx, s.failures)
}

// wait waits before try n+1: twice as long each time, up to 20 s, times a random
// number, so that not all who were turned away come back at once ("full jitter",
// https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
func wait(ctx context.Context, n int) error {
	most := min(100*time.Millisecond<<n, 20*time.Second)
	timer := time.NewTimer(rand.N(most))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// ask sends a request for what is missing. Refusals are tried again by the SDK, an
// answer that is none to the question here.
func (s *stretch) ask() error {
	for {
		out, err := s.client.get(s.ctx, &s.version, s.off, s.end)
		if err != nil {
			return err
		}
		err = s.version.fits(out, s.off, s.end)
		if err == nil {
			if s.off == 0 && s.end == s.version.size {
				claims := claimsOfGet(out)
				s.sum = claims.digest(s.client.atAWS(), s.version.bucket)
			}
			if s.version.etag == "" {
				s.version.etag = aws.ToString(out.ETag)
			}
			s.body = out.Body
			return nil
		}
		out.Body.Close()
		if errors.Is(err, errReplaced) {
			return err
		}
		if err := s.failed(err); err != nil {
			return err
		}
	}
}

func (c *Client) atAWS() bool { return c.s3.Options().BaseEndpoint == nil }

// get asks for the bytes off to end of a version.
func (c *Client) get(ctx context.Context, v *version, off, end int64) (*s3.GetObjectOutput, error) {
	input := &s3.GetObjectInput{
		Bucket: &v.bucket, Key: &v.key, ChecksumMode: types.ChecksumModeEnabled, RequestPayer: c.payer(),
	}
	if v.etag != "" {
		input.IfMatch = &v.etag
	}
	if off > 0 || end < v.size {
		input.Range = aws.String(fmt.Sprintf("bytes=%d-%d", off, end-1))
	}
	out, err := in(ctx, c, v.bucket, func(ctx context.Context, o func(*s3.Options)) (*s3.GetObjectOutput, error) {
		return c.s3.GetObject(ctx, input, o)
	})
	// 416: there is less of it than there was.
	if s := status(err); s == http.StatusPreconditionFailed || s == http.StatusRequestedRangeNotSatisfiable {
		err = errReplaced
	}
	return out, err
}

// head asks what the service says of an object as it is now.
func (c *Client) head(ctx context.Context, v *version) (*s3.HeadObjectOutput, error) {
	return in(ctx, c, v.bucket, func(ctx context.Context, o func(*s3.Options)) (*s3.HeadObjectOutput, error) {
		return c.s3.HeadObject(ctx, &s3.HeadObjectInput{
			Bucket: &v.bucket, Key: &v.key, ChecksumMode: types.ChecksumModeEnabled, RequestPayer: c.payer(),
		}, o)
	})
}

// fits tells whether an answer holds the bytes that were asked for, of that version.
func (v *version) fits(out *s3.GetObjectOutput, off, end int64) error {
	if etag := aws.ToString(out.ETag); v.etag != "" && etag != "" && etag != v.etag {
		return errReplaced // by a server that does not know If-Match
	}
	whole := off == 0 && end == v.size
	if got := aws.ToString(out.ContentRange); got != "" {
		if want := fmt.Sprintf("bytes %d-%d/%d", off, end-1, v.size); !strings.EqualFold(got, want) {
			return fmt.Errorf("the service gives %q, not %q", got, want)
		}
	} else if !whole {
		return errors.New("the service gives the whole object where a part was asked for")
	}
	if n := aws.ToInt64(out.ContentLength); out.ContentLength != nil && n > end-off {
		return fmt.Errorf("the service gives %d bytes, not %d", n, end-off)
	}
	return nil
}
