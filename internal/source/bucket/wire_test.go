package bucket

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials"

	"davy/flowlog"
	"davy/internal/source"
)

// A wire is an HTTP client that hands requests to a handler in this process, without
// a network: so time can be that of testing/synctest.
type wire struct{ http.Handler }

func (w wire) Do(req *http.Request) (*http.Response, error) {
	operations.note(req)
	ctx := req.Context()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	r, body := io.Pipe()
	answer := &answer{header: make(http.Header), body: body, begun: make(chan struct{})}
	served := req.Clone(ctx)
	served.RequestURI = req.URL.RequestURI()
	if served.Body == nil {
		served.Body = http.NoBody
	}
	go func() {
		w.ServeHTTP(answer, served)
		answer.WriteHeader(http.StatusOK)
		body.Close()
	}()
	context.AfterFunc(ctx, func() { r.CloseWithError(ctx.Err()) })
	select {
	case <-answer.begun:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if answer.refused != nil {
		return nil, answer.refused
	}
	resp := &http.Response{
		StatusCode: answer.status, Header: answer.sent, ContentLength: -1, Request: req, ProtoMajor: 1, ProtoMinor: 1,
	}
	if n, err := strconv.ParseInt(answer.sent.Get("Content-Length"), 10, 64); err == nil {
		resp.ContentLength = n
	}
	left := resp.ContentLength
	if req.Method == http.MethodHead {
		left = 0
	}
	resp.Body = &content{PipeReader: r, left: left}
	return resp, nil
}

// answer is the [http.ResponseWriter] of a wire.
type answer struct {
	header, sent http.Header
	status       int
	body         *io.PipeWriter
	once         sync.Once
	begun        chan struct{}
	refused      error // in place of an answer
}

func (a *answer) Header() http.Header { return a.header }

func (a *answer) WriteHeader(status int) {
	a.once.Do(func() {
		a.status, a.sent = status, a.header.Clone()
		close(a.begun)
	})
}

func (a *answer) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(p)
}

// content is a body of a given length, as net/http gives it.
type content struct {
	*io.PipeReader
	left int64 // -1: unknown
}

func (c *content) Read(p []byte) (int, error) {
	if c.left == 0 {
		return 0, io.EOF
	}
	if c.left > 0 && int64(len(p)) > c.left {
		p = p[:c.left]
	}
	n, err := c.PipeReader.Read(p)
	if c.left > 0 {
		c.left -= int64(n)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
	}
	return n, err
}

// broken is a writer that breaks the connection after some bytes of a body.
type broken struct {
	http.ResponseWriter
	after int64
	by    error // nil: the body just ends
}

func (b *broken) Write(p []byte) (int, error) {
	n := min(int64(len(p)), b.after)
	b.after -= n
	if _, err := b.ResponseWriter.Write(p[:n]); err != nil {
		return 0, err
	}
	if b.after > 0 || n == int64(len(p)) {
		return int(n), nil
	}
	a := b.ResponseWriter.(*answer)
	a.body.CloseWithError(b.by)
	return int(n), errors.New("broken")
}

// dialed has a request fail before there is an answer.
func dialed(w http.ResponseWriter, err error) {
	a := w.(*answer)
	a.once.Do(func() {
		a.refused = err
		close(a.begun)
	})
}

// operations are all that any test has asked of S3, which is held against the policy.
var operations recorder

type recorder struct {
	mu  sync.Mutex
	all map[string]bool
}

func (r *recorder) note(req *http.Request) {
	r.add(awsmiddleware.GetOperationName(req.Context()))
}

func (r *recorder) add(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.all == nil {
		r.all = make(map[string]bool)
	}
	r.all[name] = true
}

func client(t testing.TB, h http.Handler, opts Options) *Client {
	t.Helper()
	return clientOf(t, wire{h}, opts)
}

func clientOf(t testing.TB, http aws.HTTPClient, opts Options) *Client {
	t.Helper()
	for name, value := range map[string]string{ // what is set here is nothing to the tests
		"AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null", "AWS_CA_BUNDLE": "",
		"AWS_PROFILE": "", "AWS_RETRY_MODE": "", "AWS_MAX_ATTEMPTS": "", "AWS_ENDPOINT_URL": "", "AWS_ENDPOINT_URL_S3": "",
	} {
		t.Setenv(name, value)
	}
	if opts.Endpoint == "" {
		opts.Endpoint = "http://s3.test"
	}
	opts.HTTP = http
	opts.Config = append([]func(*config.LoadOptions) error{
		config.WithRegion("us-east-1"),
		config.WithCredentialsProvider(credentials.NewStaticCredentialsProvider("AKID", "SECRET", "")),
	}, opts.Config...)
	c, err := New(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// listed returns all that a URL names, and what was left out of it.
func listed(t testing.TB, c *Client, url string) (objects []source.Object, skipped []error, err error) {
	t.Helper()
	listing, err := c.List(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	for o, err := range listing {
		var oe *flowlog.ObjectError
		switch {
		case errors.As(err, &oe):
			skipped = append(skipped, err)
		case err != nil:
			return objects, skipped, err
		default:
			objects = append(objects, o)
		}
	}
	return objects, skipped, nil
}

func all(t testing.TB, c *Client, url string) []source.Object {
	t.Helper()
	objects, skipped, err := listed(t, c, url)
	if err != nil || skipped != nil {
		t.Fatal(err, skipped)
	}
	return objects
}

// contentOf reads an object in one go.
func contentOf(t testing.TB, o source.Object) ([]byte, error) {
	t.Helper()
	r, err := o.Open(t.Context())
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func reasonOf(t testing.TB, err error) *flowlog.ObjectError {
	t.Helper()
	var oe *flowlog.ObjectError
	if !errors.As(err, &oe) {
		t.Fatalf("%v (%T) is no *ObjectError", err, err)
	}
	return oe
}
