package loggroup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
)

const (
	// Flow logs arrive about 5 minutes after their interval of up to 10 has ended, by
	// best effort, says AWS ("Flow log records"); the times that CloudWatch Logs keeps
	// of a stream lag by up to an hour (LogStream in its API reference). What ended two
	// hours ago is taken to be complete.
	settled = 2 * time.Hour

	// Passes through what is not settled, the last of which should bring nothing new.
	maxPasses = 5

	// A token is good for 24 hours. A pass of which so many expire does not get on.
	maxRestarts = 3

	// Pages in a row that lead to themselves, before this is taken to go on for ever.
	maxStuck = 10
)

// An events streams the lines of a stretch of a group. It is read from one goroutine
// and may be closed from another.
type events struct {
	c      *Client
	ctx    context.Context
	cancel context.CancelFunc
	closed atomic.Bool

	group    group
	times    span
	name     string // of the object
	moving   bool   // events may still come in
	prefixes []string

	query    int // index of the prefix that is being read
	pass     int // of that query, the first is 0
	fresh    int // events that the pass brought
	restarts int // of the pass
	stuck    int
	token    *string
	seen     *seen // of the query

	buf  []byte // lines of a page
	rest []byte // of buf, not read yet
	err  error
}

func (c *Client) open(ctx context.Context, g group, times span, name string) *events {
	e := &events{
		c: c, group: g, times: times, name: name, prefixes: c.interfaces,
		moving: c.now().Before(time.UnixMilli(times.to).Add(settled)),
		seen:   newSeen(c.generation),
	}
	if len(e.prefixes) == 0 {
		e.prefixes = []string{""}
	}
	e.ctx, e.cancel = context.WithCancel(ctx)
	return e
}

func (e *events) Read(p []byte) (int, error) {
	if e.closed.Load() {
		return 0, fs.ErrClosed
	}
	for len(e.rest) == 0 && e.err == nil {
		e.err = e.fetch()
	}
	if len(e.rest) == 0 {
		return 0, e.err
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

func (e *events) Close() error {
	e.closed.Store(true)
	e.cancel()
	return nil
}

// fetch asks for the next page and makes lines of what is new in it. At the end of
// the last query it returns io.EOF.
func (e *events) fetch() error {
	in := request(e.group, e.times)
	in.NextToken = e.token
	prefix := e.prefixes[e.query]
	if prefix != "" {
		in.LogStreamNamePrefix = aws.String(prefix)
	}
	page, err := e.c.logs.FilterLogEvents(e.ctx, in, e.group.where)
	if err != nil {
		if _, invalid := errors.AsType[*types.InvalidParameterException](err); invalid && e.token != nil && e.restarts < maxRestarts {
			// The token has expired. What was given is known, and not given again.
			e.token, e.stuck = nil, 0
			e.restarts++
			return nil
		}
		return fault(e.ctx, e.name, err)
	}
	if err := e.lines(page.Events, prefix); err != nil {
		return fault(e.ctx, e.name, err)
	}
	return e.next(page.NextToken)
}

// lines makes a line of each event that is in the stretch and was not given before.
// A message is as it is; only where it ends in no newline, one follows. One that has
// newlines inside is as many lines, since some forwarders put many records into one.
func (e *events) lines(page []types.FilteredLogEvent, prefix string) error {
	e.buf = e.buf[:0]
	for i := range page {
		event := &page[i]
		if event.EventId == nil || event.Timestamp == nil {
			return errors.New("an event without an id or a time")
		}
		at := *event.Timestamp
		if at < e.times.from || at >= e.times.to || !of(aws.ToString(event.LogStreamName), prefix) {
			continue
		}
		first, err := e.seen.first(*event.EventId, at)
		if err != nil {
			return err
		}
		if !first {
			continue
		}
		e.fresh++
		message := aws.ToString(event.Message)
		e.buf = append(e.buf, message...)
		if !strings.HasSuffix(message, "\n") {
			e.buf = append(e.buf, '\n')
		}
	}
	e.rest = e.buf
	return nil
}

// of tells whether a stream is that of an interface. A prefix of short ids is also
// one of longer ones.
func of(stream, id string) bool {
	rest, ok := strings.CutPrefix(stream, id)
	return ok && (id == "" || rest == "" || rest[0] == '-')
}

// next goes on to the next page, pass or query. A page may be empty and not the last;
// only one without a token is.
func (e *events) next(token *string) error {
	if token != nil {
		if e.token == nil || *token != *e.token {
			e.stuck = 0
		} else if e.stuck++; e.stuck == maxStuck {
			return fault(e.ctx, e.name, fmt.Errorf("FilterLogEvents answers with the token it was asked with, %d times", maxStuck))
		}
		e.token = token
		return nil
	}
	again := e.moving && e.fresh > 0 && e.pass+1 < maxPasses && e.seen.whole()
	e.token, e.stuck, e.restarts, e.fresh = nil, 0, 0, 0
	if again {
		e.pass++
		return nil
	}
	e.pass, e.query = 0, e.query+1
	e.seen = newSeen(e.c.generation)
	if e.query == len(e.prefixes) {
		return io.EOF
	}
	return nil
}
