package bucket

import (
	"context"
	"errors"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

const regionHeader = "X-Amz-Bucket-Region"

// in asks for something of a bucket in the region where that is. If the answer says
// that it is in another, or that the credentials are no longer valid, it asks again.
func in[T any](ctx context.Context, c *Client, bucket string, ask func(context.Context, func(*s3.Options)) (T, error)) (T, error) {
	const most = 3 // once for the region, once for the credentials
	for n := 1; ; n++ {
		region := c.region(bucket)
		out, err := ask(ctx, func(o *s3.Options) {
			if region != "" {
				o.Region = region
			}
		})
		if err == nil || n == most || !c.follow(ctx, bucket, region, err) && !c.renew(err) {
			return out, err
		}
	}
}

func (c *Client) region(bucket string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.regions[bucket]
}

// follow finds out where a bucket is, and tells whether that is news.
func (c *Client) follow(ctx context.Context, bucket, asked string, err error) bool {
	if !elsewhere(err) {
		return false
	}
	region := headerOf(err, regionHeader)
	if region == "" {
		region = c.locate(ctx, bucket)
	}
	if asked == "" {
		asked = c.s3.Options().Region
	}
	if region == "" || region == asked {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.regions[bucket] = region
	return true
}

// elsewhere tells whether an error says that the bucket is in another region.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html
func elsewhere(err error) bool {
	switch code(err) {
	case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException", "MovedPermanently":
		return true
	}
	return status(err) == http.StatusMovedPermanently
}

// locate asks where a bucket is: the answer says so even if it is a refusal.
// "" if it does not.
func (c *Client) locate(ctx context.Context, bucket string) string {
	out, err := c.s3.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: &bucket}, func(o *s3.Options) {
		o.Credentials = nil // a signature for another region would be refused before the bucket is looked at
	})
	if err != nil {
		return headerOf(err, regionHeader)
	}
	return aws.ToString(out.BucketRegion)
}

// renew forgets credentials that the service says have expired, before their time
// or because a clock is wrong. Those whose time is over the SDK fetches anew itself.
func (c *Client) renew(err error) bool {
	cache, ok := c.creds.(*aws.CredentialsCache)
	if !ok || code(err) != "ExpiredToken" {
		return false
	}
	cache.Invalidate()
	return true
}

// A provider says of its errors that they are of credentials.
type provider struct{ aws.CredentialsProvider }

func (p provider) Retrieve(ctx context.Context) (aws.Credentials, error) {
	got, err := p.CredentialsProvider.Retrieve(ctx)
	if err != nil {
		err = &noCredentials{err}
	}
	return got, err
}

type noCredentials struct{ error }

func (e *noCredentials) Unwrap() error { return e.error }

// code returns the word by which the service names an error, "" if it did not.
func code(err error) string {
	if e, ok := errors.AsType[smithy.APIError](err); ok {
		return e.ErrorCode()
	}
	return ""
}

// status returns that of the answer, 0 if there was none.
func status(err error) int {
	if e, ok := errors.AsType[*smithyhttp.ResponseError](err); ok && e.Response != nil {
		return e.HTTPStatusCode()
	}
	return 0
}

func headerOf(err error, name string) string {
	if e, ok := errors.AsType[*smithyhttp.ResponseError](err); ok && e.Response != nil {
		return e.Response.Header.Get(name)
	}
	return ""
}
