package loggroup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"

	"davy/internal/source"
)

// ErrNoSince is that a log group is to be read from no start on. Groups may hold
// years, and reading them takes hours; so the user says how much.
var ErrNoSince = errors.New("a log group is read from a time on, and none is given")

// List gives the hours of a log group that lie in the time asked for, from the first
// to the last: whole hours, UTC, but for the two ends. Each is an object called by
// the group and its start, "cwl:GROUP 2026-01-31T05:00Z". No Until means now; what is
// later than now is not there yet, and not asked for.
//
// Name is "cwl:GROUP", "cwl:ARN" or an ARN. An ARN is read in its own region, any
// other in that of the SDK. A group in a region that is not wanted has no objects.
//
// List calls FilterLogEvents and DescribeFlowLogs, so that a group that is not there,
// or may not be read, is one error and not one an hour. It is [ErrNoSince], a
// *[NameError], a *[flowlog.ObjectError] of the group or an error of the context.
// Without leave for DescribeFlowLogs, objects have no Format and there is a note.
//
// Their Place has the owner of the group as its account, which is not that of all
// records if accounts share the group. Its flow log is the group, if not just one
// flow log is known to write to it.
func (c *Client) List(ctx context.Context, name string) (source.Listing, error) {
	g, err := parse(name)
	if err != nil {
		return nil, err
	}
	if c.filter.Since.IsZero() {
		return nil, fmt.Errorf("%s: %w", g, ErrNoSince)
	}
	if g.region == "" {
		g.region = c.region
	}
	if g.region == "" {
		return nil, &NameError{name, "in which region? Set AWS_REGION, or name the group by its ARN"}
	}
	if c.filter.Skips(source.Place{Region: g.region}) {
		return func(func(source.Object, error) bool) {}, nil
	}
	times := c.times()
	if err := c.probe(ctx, g, times); err != nil {
		return nil, err
	}
	origin, err := c.origin(ctx, g)
	if err != nil {
		return nil, err
	}
	return func(yield func(source.Object, error) bool) {
		for hour := range times.hours {
			if !yield(c.object(g, hour, origin), nil) {
				return
			}
		}
	}, nil
}

func (c *Client) object(g group, hour span, origin origin) source.Object {
	name := g.String() + " " + hour.String()
	object := source.NewObject(name, -1, func(ctx context.Context) (io.ReadCloser, error) {
		return c.open(ctx, g, hour, name), nil
	})
	object.Format, object.Place = origin.format, origin.place
	return object
}

// probe asks for an event, to see whether the group can be read.
func (c *Client) probe(ctx context.Context, g group, times span) error {
	if times.from >= times.to {
		return nil
	}
	in := request(g, times)
	in.Limit = aws.Int32(1)
	_, err := c.logs.FilterLogEvents(ctx, in, g.where)
	switch _, gone := errors.AsType[*types.ResourceNotFoundException](err); {
	case gone:
		return &NameError{g.String(), "no log group of that name in " + g.region}
	case err != nil:
		return fault(ctx, g.String(), err)
	}
	return nil
}

// request asks for all events of a group in a time. Whether FilterLogEvents gives
// those at EndTime is said in two ways: yes by the API reference, no by users
// (aws/aws-cli issue 4262). Asking for the first millisecond that is not wanted loses
// nothing either way.
func request(g group, times span) *cloudwatchlogs.FilterLogEventsInput {
	in := &cloudwatchlogs.FilterLogEventsInput{StartTime: aws.Int64(times.from), EndTime: aws.Int64(times.to)}
	if g.arn != "" {
		in.LogGroupIdentifier = aws.String(g.arn)
	} else {
		in.LogGroupName = aws.String(g.name)
	}
	return in
}

// where directs a call to the region of the group.
func (g group) where(o *cloudwatchlogs.Options) { o.Region = g.region }

// A span is a stretch of time, in milliseconds since 1970. To is not in it.
type span struct{ from, to int64 }

const hour = int64(time.Hour / time.Millisecond)

// times is what is asked for, but not what is to come.
func (c *Client) times() span {
	until := c.now()
	if u := c.filter.Until; !u.IsZero() && u.Before(until) {
		until = u
	}
	return span{ceil(c.filter.Since), ceil(until)}
}

// ceil is the first millisecond that is not before t, nor before 1970, where the
// time of CloudWatch Logs begins.
func ceil(t time.Time) int64 { return max(0, t.Add(time.Millisecond-1).UnixMilli()) }

// hours cuts at whole hours.
func (s span) hours(yield func(span) bool) {
	for from := s.from; from < s.to; {
		next := min(from-from%hour+hour, s.to)
		if !yield(span{from, next}) {
			return
		}
		from = next
	}
}

// String is the start, to the minute if it is at one.
func (s span) String() string {
	t := time.UnixMilli(s.from).UTC()
	if t.Equal(t.Truncate(time.Minute)) {
		return t.Format("2006-01-02T15:04Z")
	}
	return t.Format("2006-01-02T15:04:05.999Z")
}
