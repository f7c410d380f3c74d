package loggroup

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/smithy-go/middleware"

	"davy/internal/source"
)

// A fake is CloudWatch Logs and EC2, as far as this package calls them.
type fake struct {
	mu     sync.Mutex
	groups map[string][]event
	logs   []flowLog

	pageSize  int  // events, 0: 100
	overlap   int  // events at the end of a page that begin the next one too
	blanks    bool // an empty page with a token before each page
	inclusive bool // events at EndTime are given

	// before is called before the n-th FilterLogEvents is answered, the first being 0,
	// and may change the groups. What it returns is the answer, if it is not nil.
	before func(n int, in filterInput) *failure

	describe *failure // answer to DescribeFlowLogs

	asked []filterInput
}

type event struct {
	stream    string
	at        int64 // milliseconds
	ingestion int64
	id        string
	message   string
}

type flowLog struct{ id, group, format, role, destination string }

type failure struct {
	status  int
	code    string
	message string
}

type filterInput struct {
	LogGroupName        string
	LogGroupIdentifier  string
	StartTime, EndTime  int64
	LogStreamNamePrefix string
	NextToken           string
	Limit               int
	LogStreamNames      []string
}

func (f *fake) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if target := r.Header.Get("X-Amz-Target"); target != "" {
		f.filter(w, target, body)
		return
	}
	r.Body = io.NopCloser(strings.NewReader(string(body)))
	f.flowLogs(w, r)
}

func (f *fake) filter(w http.ResponseWriter, target string, body []byte) {
	var in filterInput
	if err := json.Unmarshal(body, &in); err != nil || target != "Logs_20140328.FilterLogEvents" {
		answer(w, &failure{400, "UnknownOperationException", fmt.Sprint(target, err)})
		return
	}
	f.asked = append(f.asked, in)
	if f.before != nil {
		if fail := f.before(len(f.asked)-1, in); fail != nil {
			answer(w, fail)
			return
		}
	}
	if (in.LogGroupName == "") == (in.LogGroupIdentifier == "") || in.LogStreamNamePrefix != "" && len(in.LogStreamNames) > 0 {
		answer(w, &failure{400, "InvalidParameterException", "one of the two"})
		return
	}
	name := in.LogGroupName
	if in.LogGroupIdentifier != "" {
		name = in.LogGroupIdentifier[strings.LastIndexByte(in.LogGroupIdentifier, ':')+1:]
	}
	all, ok := f.groups[name]
	if !ok {
		answer(w, &failure{400, "ResourceNotFoundException", "The specified log group does not exist."})
		return
	}
	var found []event
	for _, e := range all {
		if e.at >= in.StartTime && (e.at < in.EndTime || f.inclusive && e.at == in.EndTime) && strings.HasPrefix(e.stream, in.LogStreamNamePrefix) {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b event) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.ingestion, b.ingestion))
	})
	f.page(w, in, found)
}

// page answers with the events that the token leads to. Tokens are the index of the
// first, with a '+' after it where the empty page was given.
func (f *fake) page(w http.ResponseWriter, in filterInput, found []event) {
	number, blank := strings.CutSuffix(cmp.Or(in.NextToken, "0"), "+")
	from, err := strconv.Atoi(number)
	if err != nil || from > len(found) {
		answer(w, &failure{400, "InvalidParameterException", "The specified nextToken is invalid."})
		return
	}
	reply := struct {
		Events    []map[string]any `json:"events"`
		NextToken string           `json:"nextToken,omitempty"`
	}{Events: []map[string]any{}}
	switch to := min(from+cmp.Or(in.Limit, f.pageSize, 100), len(found)); {
	case f.blanks && !blank:
		reply.NextToken = strconv.Itoa(from) + "+"
	default:
		for _, e := range found[max(0, from-f.overlap):to] {
			reply.Events = append(reply.Events, map[string]any{
				"eventId": e.id, "timestamp": e.at, "ingestionTime": e.ingestion, "logStreamName": e.stream, "message": e.message,
			})
		}
		if to < len(found) {
			reply.NextToken = strconv.Itoa(to)
		}
	}
	w.Header().Set("Content-Type", "application/x-amz-json-1.1")
	json.NewEncoder(w).Encode(reply)
}

func answer(w http.ResponseWriter, fail *failure) {
	w.Header().Set("Content-Type", "application/x-amz-json-1.1")
	w.WriteHeader(fail.status)
	json.NewEncoder(w).Encode(map[string]string{"__type": fail.code, "message": fail.message})
}

// flowLogs answers DescribeFlowLogs, one flow log a page.
func (f *fake) flowLogs(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/xml")
	fail := f.describe
	if r.FormValue("Action") != "DescribeFlowLogs" || r.FormValue("Filter.1.Name") != "log-group-name" {
		fail = &failure{400, "InvalidAction", r.FormValue("Action")}
	}
	if fail != nil {
		w.WriteHeader(fail.status)
		fmt.Fprintf(w, `<Response><Errors><Error><Code>%s</Code><Message>%s</Message></Error></Errors><RequestID>r</RequestID></Response>`, fail.code, fail.message)
		return
	}
	var logs []flowLog
	for _, l := range f.logs {
		if l.group == r.FormValue("Filter.1.Value.1") {
			logs = append(logs, l)
		}
	}
	at, _ := strconv.Atoi(r.FormValue("NextToken"))
	fmt.Fprint(w, `<DescribeFlowLogsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><flowLogSet>`)
	if at < len(logs) {
		l := logs[at]
		fmt.Fprintf(w, `<item><flowLogId>%s</flowLogId><logGroupName>%s</logGroupName><logFormat>%s</logFormat><deliverLogsPermissionArn>%s</deliverLogsPermissionArn><logDestination>%s</logDestination></item>`,
			l.id, l.group, l.format, l.role, l.destination)
	}
	fmt.Fprint(w, `</flowLogSet>`)
	if at+1 < len(logs) {
		fmt.Fprintf(w, `<nextToken>%d</nextToken>`, at+1)
	}
	fmt.Fprint(w, `</DescribeFlowLogsResponse>`)
}

// wire is an HTTP client that hands requests to a handler, without a network, so that
// time can be a fake as well.
type wire struct{ http.Handler }

func (w wire) Do(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	recorder := httptest.NewRecorder()
	if r.Body == nil {
		r.Body = http.NoBody
	}
	w.ServeHTTP(recorder, r)
	return recorder.Result(), nil
}

// hourOf is the start of an hour, ms the same in milliseconds.
var (
	hourOf = time.Date(2026, 1, 31, 5, 0, 0, 0, time.UTC)
	ms     = hourOf.UnixMilli()
)

// options are for a client that reads, a week later, what lies in the six hours from
// hourOf on.
func (f *fake) options() Options {
	cfg := aws.Config{
		Region:       "eu-west-1",
		Credentials:  credentials.NewStaticCredentialsProvider("AKID", "secret", ""),
		HTTPClient:   wire{f},
		BaseEndpoint: aws.String("http://aws.test"),
		APIOptions:   []func(*middleware.Stack) error{record},
	}
	return Options{
		Config: &cfg,
		Filter: source.Filter{Since: hourOf, Until: hourOf.Add(6 * time.Hour)},
		Now:    func() time.Time { return hourOf.AddDate(0, 0, 7) },
	}
}

// called are the API operations that were called by all tests, as IAM calls them.
var called sync.Map

func record(stack *middleware.Stack) error {
	return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("record", func(
		ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler,
	) (middleware.InitializeOutput, middleware.Metadata, error) {
		prefix := map[string]string{"CloudWatch Logs": "logs", "EC2": "ec2"}[awsmiddleware.GetServiceID(ctx)]
		called.Store(prefix+":"+awsmiddleware.GetOperationName(ctx), true)
		return next.HandleInitialize(ctx, in)
	}), middleware.Before)
}

func client(t testing.TB, opts Options) *Client {
	t.Helper()
	c, err := New(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// list returns the objects of the group.
func list(t testing.TB, c *Client, name string) []source.Object {
	t.Helper()
	listing, err := c.List(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	var objects []source.Object
	for o, err := range listing {
		if err != nil {
			t.Fatal(err)
		}
		objects = append(objects, o)
	}
	return objects
}

// read returns what an object holds.
func read(t testing.TB, o source.Object) (string, error) {
	t.Helper()
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return string(b), err
}

// line is like one of a flow log.
func line(n int, at int64) string {
	return fmt.Sprintf("2 123456789012 eni-%017x 10.0.0.4 192.0.2.7 %d 443 6 10 %d %d %d ACCEPT OK", n%3, 1024+n, 400+n, at/1000, at/1000+60)
}

// some returns n events of three interfaces, one every step milliseconds from at on.
func some(n int, at, step int64) []event {
	events := make([]event, n)
	for i := range events {
		t := at + int64(i)*step
		events[i] = event{fmt.Sprintf("eni-%017x-all", i%3), t, t + 600_000, fmt.Sprintf("%056d", t*1000+int64(i)), line(i, t)}
	}
	return events
}

// text is what events are as lines.
func text(events []event) string {
	var b strings.Builder
	for _, e := range events {
		b.WriteString(e.message + "\n")
	}
	return b.String()
}

// spy tells which hosts are called.
type spy struct {
	wire
	saw func(host string)
}

func (s spy) Do(r *http.Request) (*http.Response, error) {
	s.saw(r.URL.Host)
	return s.wire.Do(r)
}

// says answers everything with a body.
func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		io.WriteString(w, body)
	}
}

// cutter breaks every other answer off in the middle.
type cutter struct {
	wire
	err   error
	calls *int
}

func (c cutter) Do(r *http.Request) (*http.Response, error) {
	response, err := c.wire.Do(r)
	if err != nil {
		return nil, err
	}
	if *c.calls++; *c.calls%2 == 0 {
		half := io.LimitReader(response.Body, 200)
		response.Body = io.NopCloser(io.MultiReader(half, iotest.ErrReader(c.err)))
	}
	return response, nil
}
