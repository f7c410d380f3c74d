package bucket

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"sync/atomic"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go/logging"

	"davy/internal/source"
)

const (
	attempts    = 10       // of a request, and of a part whose body is cut off
	connections = 64       // kept open for the next request
	partSize    = 8 << 20  // bytes of a ranged GET
	lanes       = 4        // parts of one object on their way at the same time
	memory      = 64 << 20 // bytes, unless Options say otherwise
	objects     = 16       // ahead, unless Options say otherwise
)

// Options of a Client. The zero value is sound: AWS, by the SDK's own rules for
// credentials and region.
type Options struct {
	Endpoint     string        // of a server that is not AWS's, as "http://127.0.0.1:7070"; the bucket is then in the path
	RequestPayer bool          // pay for reading buckets whose owners do not
	Filter       source.Filter // what is wanted

	Objects int   // how many to fetch ahead of the one opened last; 0: 16, below: none
	Memory  int64 // bytes that may be held in memory, of all objects; 0: 64 MiB

	Config []func(*config.LoadOptions) error // for the SDK: profile, region, credentials
	HTTP   aws.HTTPClient                    // to S3; nil: the SDK's
}

// A Client lists and reads buckets, from any goroutine.
type Client struct {
	opts  Options
	s3    *s3.Client
	creds aws.CredentialsProvider
	wants filter
	ahead *ahead
	part  int64

	outside atomic.Int64
	reached *atomic.Bool // the service has answered something

	mu      sync.Mutex
	regions map[string]string // by bucket, where it is not the configured one
}

// A filter is a [source.Filter].
type filter interface {
	Skips(source.Place) bool
	Enters(folder string) bool
}

// New returns a client with the credentials, region and endpoint of the SDK's
// default chain. Without a region it asks us-east-1 where a bucket is. It makes no
// request to S3. Close it when nothing is to be opened any more.
func New(ctx context.Context, opts Options) (*Client, error) {
	load := []func(*config.LoadOptions) error{
		config.WithDefaultRegion("us-east-1"),
		config.WithLogger(logging.Nop{}), // what matters is in an error
		// Loading adds the certificates of AWS_CA_BUNDLE to it.
		config.WithHTTPClient(awshttp.NewBuildableClient().WithTransportOptions(func(t *http.Transport) {
			t.MaxIdleConnsPerHost = connections
		})),
	}
	cfg, err := config.LoadDefaultConfig(ctx, append(load, opts.Config...)...)
	if err != nil {
		return nil, fmt.Errorf("configuration of AWS: %w", err)
	}
	reached := new(atomic.Bool)
	if cfg.RetryMode == "" && cfg.Retryer == nil {
		cfg.Retryer = func() aws.Retryer { return retryer(reached) }
	}
	if opts.HTTP == nil {
		opts.HTTP = cfg.HTTPClient
	}
	if opts.Objects == 0 {
		opts.Objects = objects
	}
	if opts.Memory == 0 {
		opts.Memory = memory
	}
	c := &Client{
		opts: opts, creds: cfg.Credentials, wants: &opts.Filter, part: partSize, regions: make(map[string]string),
		ahead: &ahead{limit: opts.Memory, objects: max(0, opts.Objects)}, reached: reached,
	}
	c.s3 = s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.HTTPClient = patient{opts.HTTP, reached}
		if cfg.Credentials != nil {
			o.Credentials = provider{cfg.Credentials}
		}
		if opts.Endpoint != "" {
			o.BaseEndpoint = &opts.Endpoint
		}
		o.UsePathStyle = o.BaseEndpoint != nil // which AWS_ENDPOINT_URL may name as well
	})
	return c, nil
}

// retryer has no quota of retries over all requests: a scan has nothing better to
// do than to wait, and what it gives up on is missing from its result.
func retryer(reached *atomic.Bool) aws.Retryer {
	vain := func(err error) aws.Ternary {
		if untrusted(err) || !reached.Load() && nobody(err) {
			return aws.FalseTernary
		}
		return aws.UnknownTernary
	}
	return retry.NewStandard(func(o *retry.StandardOptions) {
		o.MaxAttempts, o.RateLimiter = attempts, ratelimit.None
		o.Retryables = append([]retry.IsErrorRetryable{retry.IsErrorRetryableFunc(vain)}, o.Retryables...)
	})
}

// untrusted tells of a certificate that is not trusted, and will not be.
func untrusted(err error) bool {
	_, ok := errors.AsType[*tls.CertificateVerificationError](err)
	return ok
}

// nobody tells that there is nobody at that address, or no such name. Of a service
// that has never answered, that is a mistake of whoever named it.
func nobody(err error) bool {
	dial, ok := errors.AsType[*net.OpError](err)
	return ok && dial.Op == "dial"
}

// Outside returns how much the filter has left out so far: objects that were
// listed, and folders that were not entered, which count one each.
func (c *Client) Outside() int64 { return c.outside.Load() }

// Close ends what is being fetched ahead and waits for it. Objects can still be
// opened, but nothing is fetched ahead of them. Open objects are not closed.
func (c *Client) Close() { c.ahead.close() }

func (c *Client) payer() types.RequestPayer {
	if c.opts.RequestPayer {
		return types.RequestPayerRequester
	}
	return ""
}
