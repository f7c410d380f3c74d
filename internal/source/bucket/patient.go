package bucket

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// patience is how long a request may go without a byte: no bound on the whole, a
// large object on a slow line takes its time.
const patience = 30 * time.Second

var errStalled error = stalled{}

type stalled struct{}

func (stalled) Error() string { return "no byte came for " + patience.String() }
func (stalled) Timeout() bool { return true } // which the SDK tries again

// patient is an HTTP client that ends requests on which nothing comes, and notes that
// something came.
type patient struct {
	aws.HTTPClient
	reached *atomic.Bool
}

func (p patient) Do(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(req.Context())
	timer := time.AfterFunc(patience, func() { cancel(errStalled) })
	resp, err := p.HTTPClient.Do(req.WithContext(ctx))
	timer.Stop()
	if err != nil {
		err = cause(ctx, err)
		cancel(nil)
		return resp, err
	}
	p.reached.Store(true)
	resp.Body = &patientBody{ReadCloser: resp.Body, ctx: ctx, cancel: cancel, timer: timer}
	return resp, nil
}

// cause returns errStalled if that is why err came.
func cause(ctx context.Context, err error) error {
	if errors.Is(context.Cause(ctx), errStalled) {
		return errStalled
	}
	return err
}

type patientBody struct {
	io.ReadCloser
	ctx    context.Context
	cancel context.CancelCauseFunc
	timer  *time.Timer // runs during Read alone: whoever reads may take its time
}

func (b *patientBody) Read(p []byte) (int, error) {
	b.timer.Reset(patience)
	n, err := b.ReadCloser.Read(p)
	b.timer.Stop()
	if err != nil && err != io.EOF {
		err = cause(b.ctx, err)
	}
	return n, err
}

func (b *patientBody) Close() error {
	b.timer.Stop()
	b.cancel(nil)
	return b.ReadCloser.Close()
}
