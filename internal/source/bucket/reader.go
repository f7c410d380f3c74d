package bucket

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"github.com/aws/aws-sdk-go-v2/aws"

	"davy/flowlog"
	"davy/internal/source"
)

// object returns what the consumer gets of an item.
func (c *Client) object(it *item) source.Object {
	o := source.NewObject(it.name(), it.size, func(ctx context.Context) (io.ReadCloser, error) {
		return c.open(ctx, it)
	})
	o.Place = source.PlaceOf(it.key)
	return o
}

// open makes no request of its own: what is wrong with an object, reading says.
func (c *Client) open(ctx context.Context, it *item) (io.ReadCloser, error) {
	if ctx.Err() != nil {
		return nil, objectError(ctx, it.name(), ctx.Err())
	}
	ctx, cancel := context.WithCancel(ctx)
	r := &reader{client: c, item: it, ctx: ctx, cancel: cancel, version: it.version}
	if p := c.ahead.open(it); p != nil {
		r.parts = append(r.parts, p)
		r.asked = p.size
	}
	r.ask()
	c.ahead.more(c, it)
	return r, nil
}

// A reader gives the bytes of one object, for one goroutine.
//
//	given      in the first part or stream     in parts on their way     to be asked for
//	|----------off-----------------------------|-------------------------asked-----------size
type reader struct {
	client *Client
	item   *item
	ctx    context.Context
	cancel context.CancelFunc

	version    version // the item's, or the one that took its place
	off, asked int64
	parts      []*part  // in order
	rest       []byte   // of the first part, once it is there
	stream     *stretch // in the place of parts, where there was no room for one
	looked     bool
	sum        *digest // of the whole object, if it is not checked part by part
	replaced   int     // how often
	err        error   // sticky
}

func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for r.err == nil {
		n, err := r.read(p)
		if n > 0 {
			if r.sum != nil {
				r.sum.Write(p[:n])
			}
			r.off += int64(n)
			return n, nil
		}
		r.fail(err)
	}
	return 0, r.err
}

// fail keeps how it all ended, unless it is to start again.
func (r *reader) fail(err error) {
	if errors.Is(err, errReplaced) && r.off == 0 && r.replaced < 3 {
		r.replaced++
		r.drop()
		if err = r.look(); err == nil {
			return
		}
	}
	if err != nil && err != io.EOF {
		err = objectError(r.ctx, r.version.name(), err)
	}
	r.err = err
}

// read gives some bytes, or how it all ended. Neither: it is to be called again.
func (r *reader) read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if !r.looked && r.version.size > r.client.part {
		if err := r.look(); err != nil {
			return 0, err
		}
	}
	switch {
	case len(r.rest) > 0:
		n := copy(p, r.rest)
		if r.rest = r.rest[n:]; len(r.rest) == 0 {
			r.shift()
		}
		return n, nil
	case r.stream != nil:
		n, err := r.stream.Read(p)
		if err == io.EOF {
			r.stream, err = nil, nil
			r.ask()
		}
		return n, err
	case len(r.parts) > 0:
		return 0, r.wait()
	case r.off == r.version.size:
		if err := r.sum.check(); err != nil {
			return 0, err
		}
		return 0, io.EOF
	}
	if r.ask(); len(r.parts) == 0 { // no room
		r.asked = min(r.off+r.client.part, r.version.size)
		r.stream = &stretch{ctx: r.ctx, client: r.client, version: r.version, off: r.off, end: r.asked}
	}
	return 0, nil
}

// look asks what the service says of the object as it is now, before the first byte
// of it is given out: the checksum of what comes in parts, and the version, which
// the listing did not say or which is new.
func (r *reader) look() error {
	out, err := r.client.head(r.ctx, &r.version)
	if err != nil {
		return err
	}
	now := r.version
	now.etag, now.size = aws.ToString(out.ETag), aws.ToInt64(out.ContentLength)
	if now != r.version {
		r.drop()
		r.version = now
	}
	r.looked, r.sum = true, nil
	if now.size > r.client.part {
		claims := claimsOfHead(out)
		r.sum = claims.digest(r.client.atAWS(), now.bucket)
	}
	return nil
}

// wait waits for the first part.
func (r *reader) wait() error {
	p := r.parts[0]
	select {
	case <-p.done:
	case <-r.ctx.Done():
		return r.ctx.Err()
	}
	if p.err == nil {
		r.rest = p.bytes
		return nil
	}
	if errors.Is(p.err, context.Canceled) || errors.Is(p.err, context.DeadlineExceeded) {
		// Fetched ahead for a listing that has ended since, which is nothing to this reader.
		r.drop()
		return nil
	}
	return p.err
}

// shift ends the first part.
func (r *reader) shift() {
	r.client.ahead.let(r.parts[0])
	r.parts = r.parts[1:]
	r.ask()
	r.client.ahead.more(r.client, r.item)
}

// ask has the next parts fetched, as far as there is room.
func (r *reader) ask() {
	for r.asked < r.version.size && len(r.parts) < lanes && r.stream == nil {
		end := min(r.asked+r.client.part, r.version.size)
		p := r.client.ahead.fetch(r.ctx, r.client, r.version, r.asked, end, len(r.parts) == 0)
		if p == nil {
			return
		}
		r.parts = append(r.parts, p)
		r.asked = end
	}
}

// drop forgets what was asked for.
func (r *reader) drop() {
	for _, p := range r.parts {
		r.client.ahead.let(p)
	}
	if r.stream != nil {
		r.stream.close()
	}
	r.parts, r.rest, r.stream = nil, nil, nil
	r.asked = r.off
}

// Close ends all that is on its way for this reader, and waits for it.
func (r *reader) Close() error {
	r.cancel()
	parts := r.parts
	r.drop()
	for _, p := range parts {
		<-p.done
	}
	if r.err == nil || r.err == io.EOF {
		r.err = &flowlog.ObjectError{Object: r.version.name(), Reason: flowlog.Unreadable, Err: fs.ErrClosed}
	}
	r.client.ahead.more(r.client, r.item)
	return nil
}
