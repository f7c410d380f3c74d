package bucket

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
)

// signer returns the access key that a request is signed with, "" for none.
func signer(r *http.Request) string {
	_, rest, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	key, _, _ := strings.Cut(rest, "/")
	return key
}

func TestG17(t *testing.T) {
	t.Run("G17 redirect that says where", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := keys("a", "b", "c")
			f.region = "eu-central-1"
			c := client(t, f, Options{})
			for _, o := range all(t, c, "s3://logs") {
				if _, err := contentOf(t, o); err != nil {
					t.Error(err)
				}
			}
			if n := f.counted("LIST"); n != 2 { // and never again
				t.Error(n, "requests to list")
			}
			if n := f.counted("GET"); n != 3 {
				t.Error(n, "requests to read")
			}
		})
	})
	const wrong = "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-central-1'"
	for _, known := range []bool{true, false} {
		t.Run(fmt.Sprintf("G17 refusal that does not say where, HeadBucket does: %t", known), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := keys("a")
				f.fault = func(w http.ResponseWriter, r *http.Request, _ int) (http.ResponseWriter, bool) {
					switch {
					case r.Method == http.MethodHead:
						if signer(r) != "" {
							t.Error("signed for a region that it may not be in")
						}
						if known {
							w.Header().Set("X-Amz-Bucket-Region", "eu-central-1")
						}
						w.WriteHeader(http.StatusForbidden)
						return w, true
					case strings.Contains(r.Header.Get("Authorization"), "/us-east-1/"):
						refuse(w, http.StatusBadRequest, "AuthorizationHeaderMalformed", wrong)
						return w, true
					}
					return w, false
				}
				objects, _, err := listed(t, client(t, f, Options{}), "s3://logs")
				if known {
					if equal(t, names(objects), "a"); err != nil {
						t.Error(err)
					}
					return
				}
				var le *ListError
				if !errors.As(err, &le) || !strings.Contains(le.Hint, "another region") {
					t.Error(err)
				}
			})
		})
	}
	t.Run("G17 in a circle", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := keys("a")
			f.fault = func(w http.ResponseWriter, _ *http.Request, n int) (http.ResponseWriter, bool) {
				w.Header().Set("X-Amz-Bucket-Region", []string{"eu-central-1", "us-east-1"}[n%2])
				refuse(w, http.StatusMovedPermanently, "PermanentRedirect", "elsewhere")
				return w, true
			}
			_, _, err := listed(t, client(t, f, Options{}), "s3://logs")
			var le *ListError
			if !errors.As(err, &le) || len(f.requests) > 5 {
				t.Error(err, len(f.requests))
			}
		})
	})
}

// rotating gives new credentials each time, for an hour.
type rotating struct {
	mu   sync.Mutex
	n    int
	down func(n int) error
}

func (r *rotating) Retrieve(context.Context) (aws.Credentials, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.n++
	if r.down != nil {
		if err := r.down(r.n); err != nil {
			return aws.Credentials{}, err
		}
	}
	return aws.Credentials{AccessKeyID: fmt.Sprint("KEY", r.n), SecretAccessKey: "S", SessionToken: "T", CanExpire: true, Expires: time.Now().Add(time.Hour)}, nil
}

func TestG15(t *testing.T) {
	with := func(r *rotating) Options {
		return Options{Objects: -1, Config: []func(*config.LoadOptions) error{config.WithCredentialsProvider(r)}}
	}
	t.Run("G15 credentials expire", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := holding(some(5000, 5000, 5000))
			seen := make(map[string]bool)
			f.fault = func(w http.ResponseWriter, r *http.Request, _ int) (http.ResponseWriter, bool) {
				f.mu.Lock()
				defer f.mu.Unlock()
				seen[signer(r)] = true
				return w, false
			}
			c := client(t, f, with(&rotating{}))
			c.part = 1000
			for _, o := range all(t, c, "s3://logs") {
				if _, err := contentOf(t, o); err != nil {
					t.Error(err)
				}
				time.Sleep(2 * time.Hour)
			}
			if len(seen) != 3 {
				t.Error(seen)
			}
		})
	})
	t.Run("G15 credentials end before their time", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := holding(some(10, 10, 10, 10))
			f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
				if n < 4 || signer(r) != "KEY1" {
					return w, false
				}
				refuse(w, http.StatusBadRequest, "ExpiredToken", "The provided token has expired.")
				return w, true
			}
			for _, o := range all(t, client(t, f, with(&rotating{})), "s3://logs") {
				if _, err := contentOf(t, o); err != nil {
					t.Error(err)
				}
			}
		})
	})
	t.Run("G15 nobody gives credentials", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			down := func(int) error { return errors.New("no EC2 IMDS role found") }
			f := keys("a")
			_, _, err := listed(t, client(t, f, with(&rotating{down: down})), "s3://logs")
			var le *ListError
			if !errors.As(err, &le) || !strings.Contains(err.Error(), "no EC2 IMDS role found") || !strings.Contains(le.Hint, "credentials") {
				t.Error(err)
			}
		})
	})
	t.Run("G15 nobody gives credentials any more", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			down := func(n int) error {
				if n > 1 {
					return errors.New("no EC2 IMDS role found")
				}
				return nil
			}
			o := all(t, client(t, keys("a"), with(&rotating{down: down})), "s3://logs")[0]
			time.Sleep(2 * time.Hour)
			if _, err := contentOf(t, o); reasonOf(t, err).Reason != "access_denied" || !strings.Contains(err.Error(), "credentials") {
				t.Error(err)
			}
		})
	})
}

// The one who reads says that it pays, if it is to.
func TestRequestPayer(t *testing.T) {
	for _, pays := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			f := holding(some(5000, 10))
			f.fault = func(w http.ResponseWriter, r *http.Request, _ int) (http.ResponseWriter, bool) {
				if got := r.Header.Get("X-Amz-Request-Payer"); (got == "requester") != pays {
					t.Errorf("%s %s: %q", r.Method, r.URL, got)
				}
				return w, false
			}
			c := client(t, f, Options{RequestPayer: pays})
			c.part = 1000
			for _, o := range all(t, c, "s3://logs") {
				if _, err := contentOf(t, o); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
