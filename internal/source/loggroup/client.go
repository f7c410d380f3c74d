package loggroup

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/ratelimit"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/smithy-go"

	"davy/internal/source"
)

const (
	// A page is 1 MB at most. Who takes this long for one has stopped sending.
	callTimeout = time.Minute

	// FilterLogEvents is throttled for the whole account, a few calls a second. With
	// pauses of up to 20 seconds, this holds out for about a minute of it.
	attempts = 12
)

// Options say what to read, and how. The zero Options are without a start, which
// [Client.List] needs.
type Options struct {
	// Filter says what is wanted. Of it, Since and Until, Interfaces and Regions say
	// what is fetched.
	Filter source.Filter

	// Config is that of the SDK; nil: what the environment, the shared files and the
	// machine's role say. One without a Retryer gets one that waits while the service is
	// throttled.
	Config *aws.Config

	Now func() time.Time // nil: time.Now
}

// A Client reads log groups. It may be used from any goroutine.
type Client struct {
	filter     source.Filter
	interfaces []string // sorted
	region     string
	logs       *cloudwatchlogs.Client
	ec2        *ec2.Client
	now        func() time.Time
	generation int // of seen

	mu    sync.Mutex
	notes []string
}

// New returns a client. It calls no service; an error is of what the environment or
// the shared files of the SDK say.
func New(ctx context.Context, opts Options) (*Client, error) {
	cfg := opts.Config
	if cfg == nil {
		loaded, err := config.LoadDefaultConfig(ctx,
			config.WithHTTPClient(awshttp.NewBuildableClient().WithTimeout(callTimeout)))
		if err != nil {
			return nil, err
		}
		cfg = &loaded
	}
	c := &Client{filter: opts.Filter, region: cfg.Region, now: opts.Now, generation: generation}
	if c.now == nil {
		c.now = time.Now
	}
	c.interfaces = slices.Compact(slices.Sorted(slices.Values(opts.Filter.Interfaces)))
	c.logs = cloudwatchlogs.NewFromConfig(*cfg, func(o *cloudwatchlogs.Options) {
		if cfg.Retryer == nil {
			o.Retryer = patient()
		}
	})
	c.ec2 = ec2.NewFromConfig(*cfg)
	return c, nil
}

// patient tries again as stubborn says, and slows down all calls of the client when it
// is told to.
func patient() aws.Retryer {
	return retry.NewAdaptiveMode(func(o *retry.AdaptiveModeOptions) {
		o.StandardOptions = append(o.StandardOptions, stubborn)
	})
}

// stubborn tries again for as long as a throttled service may need, with pauses that
// grow and are drawn by lot.
func stubborn(o *retry.StandardOptions) {
	o.MaxAttempts = attempts
	// The allowance of retries is shared by all objects that are read at the same time;
	// one that is used up would fail them where waiting helps.
	o.RateLimiter = ratelimit.None
	o.Retryables = append(o.Retryables,
		// The SDK goes by the codes of services. A gateway in between says it by the status.
		retry.RetryableHTTPStatusCode{Codes: map[int]struct{}{http.StatusTooManyRequests: {}}},
		// An answer that was cut off is no JSON, which the SDK takes for final.
		retry.IsErrorRetryableFunc(func(err error) aws.Ternary {
			if _, broken := errors.AsType[*smithy.DeserializationError](err); broken {
				return aws.TrueTernary
			}
			return aws.UnknownTernary
		}))
}

// Notes are what the user should know of the groups listed so far, in sentences.
func (c *Client) Notes() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.notes)
}

func (c *Client) note(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !slices.Contains(c.notes, text) {
		c.notes = append(c.notes, text)
	}
}
