package loggroup

import (
	"context"
	"errors"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"

	"davy/flowlog"
	"davy/internal/source"
)

func TestParse(t *testing.T) {
	long := strings.Repeat("g", 512)
	for arg, want := range map[string]group{
		"cwl:vpc":                  {name: "vpc"},
		"cwl:/aws/vpc-flow_1.2#a":  {name: "/aws/vpc-flow_1.2#a"},
		"cwl:" + long:              {name: long},
		"cwl:cwl":                  {name: "cwl"},
		"cwl:" + long + "g":        {},
		"cwl:":                     {},
		"cwl:a b":                  {},
		"cwl:a:b":                  {},
		"cwl:grüppe":               {},
		"cwl:a\n":                  {},
		"cwl:cwl:a":                {},
		"arn:aws:s3:::bucket/key":  {},
		"arn:aws:logs:eu-west-1::": {},
		"arn:aws:logs:eu-west-1:123456789012:log-group:a:log-stream:b": {},
		"arn:aws:logs:eu-west-1:12345678901:log-group:a":               {},
		"arn:aws:logs:eu-west-1:123456789012:log-group:":               {},
		"arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vpc:*": {
			name: "/aws/vpc", arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vpc", region: "eu-west-1", account: "123456789012",
		},
		"cwl:arn:aws-us-gov:logs:us-gov-west-1:123456789012:log-group:v": {
			name: "v", arn: "arn:aws-us-gov:logs:us-gov-west-1:123456789012:log-group:v", region: "us-gov-west-1", account: "123456789012",
		},
	} {
		got, err := parse(arg)
		if _, typed := errors.AsType[*NameError](err); got != want || typed != (want == group{}) {
			t.Errorf("%q is %+v, %v, want %+v", arg, got, err, want)
		}
	}
	for arg, want := range map[string]bool{
		"cwl:": true, "cwl:a": true, "arn:aws:logs:x": true, "arn:aws-cn:logs:": true,
		"cwl": false, "./cwl:a": false, "arn:aws:s3:::b": false, "": false, "logs": false,
	} {
		if Names(arg) != want {
			t.Errorf("Names(%q) is %v", arg, !want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"cwl:a", "cwl:/aws/vpc", "arn:aws:logs:eu-west-1:123456789012:log-group:a:*", "cwl:arn:aws:logs:r:123456789012:log-group:a", "cwl:", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, arg string) {
		g, err := parse(arg)
		if err != nil {
			if _, ok := errors.AsType[*NameError](err); !ok || g != (group{}) {
				t.Fatalf("%q: %+v, %v (%T)", arg, g, err, err)
			}
			return
		}
		// What objects are named after names the same group.
		again, err := parse(g.String())
		if err != nil || again != g {
			t.Fatalf("%q is %+v, then %+v, %v", arg, g, again, err)
		}
		if strings.ContainsAny(g.name, " :*\n") || g.name == "" || (g.arn == "") != (g.account == "") {
			t.Fatalf("%q: %+v", arg, g)
		}
	})
}

func TestHours(t *testing.T) {
	day := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	now := day.Add(20*time.Hour + 30*time.Minute)
	at := func(clock string) time.Time {
		d, err := time.ParseDuration(clock)
		if err != nil {
			t.Fatal(err)
		}
		return day.Add(d)
	}
	for _, c := range []struct {
		since, until time.Time
		want         string // starts, then the end of the last
	}{
		{at("5h"), at("7h"), "05:00Z 06:00Z 07:00Z"},
		{at("5h17m"), at("7h1s"), "05:17Z 06:00Z 07:00Z 07:00:01Z"},
		{at("5h17m0.0005s"), at("5h17m0.0015s"), "05:17:00.001Z 05:17:00.002Z"},
		{at("18h"), time.Time{}, "18:00Z 19:00Z 20:00Z 20:30Z"}, // until now
		{at("20h"), at("23h"), "20:00Z 20:30Z"},                 // what is to come is not there yet
		{at("5h"), at("5h"), ""},
		{at("6h"), at("5h"), ""},
		{at("22h"), time.Time{}, ""},
		{at("5h").In(time.FixedZone("", 5*3600+1800)), at("6h"), "05:00Z 06:00Z"},
	} {
		f := &fake{groups: map[string][]event{"g": nil}}
		opts := f.options()
		opts.Filter.Since, opts.Filter.Until = c.since, c.until
		opts.Now = func() time.Time { return now }
		cl := client(t, opts)
		var got []string
		end := int64(0)
		for s := range cl.times().hours {
			if end != 0 && s.from != end {
				t.Errorf("a gap at %s", s)
			}
			got, end = append(got, strings.TrimPrefix(s.String(), "2026-01-31T")), s.to
		}
		if end != 0 {
			got = append(got, strings.TrimPrefix(span{from: end}.String(), "2026-01-31T"))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("from %v to %v: %q, want %q", c.since, c.until, got, c.want)
		}
		if n := len(list(t, cl, "cwl:g")); n != max(0, len(got)-1) {
			t.Errorf("from %v to %v: %d objects", c.since, c.until, n)
		}
	}
	if got := ceil(time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)); got != 0 {
		t.Error(got)
	}
}

func TestList(t *testing.T) {
	const (
		format = "${version} ${account-id} ${interface-id}"
		role   = "arn:aws:iam::123456789012:role/flow-logs"
		mine   = "arn:aws:logs:eu-central-1:123456789012:log-group:g"
	)
	for name, c := range map[string]struct {
		name     string
		logs     []flowLog
		describe *failure
		first    string // name of the first object
		format   string
		place    source.Place
		notes    []string
	}{
		"one flow log": {
			logs:  []flowLog{{id: "fl-1", group: "g", format: format, role: role}, {id: "fl-2", group: "h"}},
			first: "cwl:g 2026-01-31T05:00Z", format: format,
			place: source.Place{Account: "123456789012", Region: "eu-west-1", FlowLog: "fl-1"},
		},
		"none": {
			first: "cwl:g 2026-01-31T05:00Z",
			place: source.Place{Region: "eu-west-1", FlowLog: "cwl:g"},
			notes: []string{"cwl:g: the format of its lines is not known, since no flow log of this account and region writes to it now"},
		},
		"two of one format": {
			logs:  []flowLog{{id: "fl-2", group: "g", format: format}, {id: "fl-1", group: "g", format: format}},
			first: "cwl:g 2026-01-31T05:00Z", format: format,
			place: source.Place{Region: "eu-west-1", FlowLog: "cwl:g"},
			notes: []string{"cwl:g: 2 flow logs write to it (fl-1, fl-2); what two of them have seen counts twice"},
		},
		"two of two formats": {
			logs:  []flowLog{{id: "fl-2", group: "g", format: format}, {id: "fl-1", group: "g", format: "${start}"}},
			first: "cwl:g 2026-01-31T05:00Z",
			place: source.Place{Region: "eu-west-1", FlowLog: "cwl:g"},
			notes: []string{"cwl:g: 2 flow logs write to it (fl-1, fl-2); what two of them have seen counts twice; they write 2 formats, so that of a line is not known"},
		},
		"an ARN": {
			name: mine + ":*",
			logs: []flowLog{
				{id: "fl-1", group: "g", format: format, destination: mine},
				{id: "fl-2", group: "g", format: "${start}", destination: "arn:aws:logs:eu-central-1:999999999999:log-group:g"},
			},
			first: "cwl:" + mine + " 2026-01-31T05:00Z", format: format,
			place: source.Place{Account: "123456789012", Region: "eu-central-1", FlowLog: "fl-1"},
		},
		"not allowed": {
			describe: &failure{403, "UnauthorizedOperation", "You are not authorized to perform this operation."},
			first:    "cwl:g 2026-01-31T05:00Z",
			place:    source.Place{Region: "eu-west-1", FlowLog: "cwl:g"},
			notes:    []string{"cwl:g: the format of its lines is not known, since ec2:DescribeFlowLogs is not allowed"},
		},
		"broken": {
			describe: &failure{400, "InvalidParameterValue", "no such filter"},
			first:    "cwl:g 2026-01-31T05:00Z",
			place:    source.Place{Region: "eu-west-1", FlowLog: "cwl:g"},
			notes:    []string{"cwl:g: the format of its lines is not known, since ec2:DescribeFlowLogs failed: InvalidParameterValue: no such filter"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := &fake{groups: map[string][]event{"g": some(10, ms, 1000)}, logs: c.logs, describe: c.describe}
			cl := client(t, f.options())
			if c.name == "" {
				c.name = "cwl:g"
			}
			objects := list(t, cl, c.name)
			if o := objects[0]; len(objects) != 6 || o.Name != c.first || o.Format != c.format || o.Place != c.place || o.Size != -1 {
				t.Errorf("%d objects, the first %+v", len(objects), o)
			}
			if notes := cl.Notes(); !slices.Equal(notes, c.notes) {
				t.Errorf("notes %q", notes)
			}
			list(t, cl, c.name)
			if notes := cl.Notes(); len(notes) != len(c.notes) {
				t.Errorf("then notes %q", notes)
			}
			if got, err := read(t, objects[0]); err != nil || got != text(some(10, ms, 1000)) {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

// TestG17Region reads a group in the region that its ARN names, whatever that of the SDK is.
func TestG17Region(t *testing.T) {
	f := &fake{groups: map[string][]event{"g": nil}}
	opts := f.options()
	opts.Config.BaseEndpoint = nil
	hosts := map[string]bool{}
	opts.Config.HTTPClient = spy{wire{f}, func(host string) { hosts[host] = true }}
	c := client(t, opts)
	list(t, c, "cwl:g")
	list(t, c, "arn:aws:logs:ap-south-1:123456789012:log-group:g")
	for _, host := range []string{"logs.eu-west-1.amazonaws.com", "ec2.eu-west-1.amazonaws.com", "logs.ap-south-1.amazonaws.com", "ec2.ap-south-1.amazonaws.com"} {
		if !hosts[host] {
			t.Errorf("%s was not called: %v", host, hosts)
		}
	}
}

// TestRegions asks nothing of a group that lies in another region than those wanted.
func TestRegions(t *testing.T) {
	for _, regions := range [][]string{nil, {"eu-west-1"}, {"us-east-1"}} {
		f := &fake{groups: map[string][]event{"g": nil}}
		opts := f.options()
		opts.Filter.Regions = regions
		skips := opts.Filter.Skips(source.Place{Region: "eu-west-1"})
		objects := list(t, client(t, opts), "cwl:g")
		if (len(objects) == 0) != skips || (len(f.asked) == 0) != skips {
			t.Errorf("%q: %d objects, asked %d times", regions, len(objects), len(f.asked))
		}
	}
}

func TestListErrors(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Options)
		before *failure
		name   string
		want   string
		reason flowlog.Reason
	}{
		"no since": {change: func(o *Options) { o.Filter.Since = time.Time{} }, want: "cwl:g: a log group is read from a time on, and none is given"},
		"name":     {name: "cwl:a b", want: `"cwl:a b": no name of a log group: want 1 to 512 of the characters A-Z a-z 0-9 . - _ / #`},
		"no region": {
			change: func(o *Options) { o.Config.Region = "" },
			want:   `"cwl:g": in which region? Set AWS_REGION, or name the group by its ARN`,
		},
		"I5 no such group": {name: "cwl:other", want: `"cwl:other": no log group of that name in eu-west-1`},
		"G2 denied": {
			before: &failure{400, "AccessDeniedException", "User is not authorized to perform: logs:FilterLogEvents"}, reason: flowlog.AccessDenied,
			want: "cwl:g: access_denied: AccessDeniedException: User is not authorized to perform: logs:FilterLogEvents (these credentials need logs:FilterLogEvents on the log group, and kms:Decrypt if it has a key of its own)",
		},
		"G15 credentials have expired": {
			before: &failure{400, "ExpiredTokenException", "The security token included in the request is expired"}, reason: flowlog.AccessDenied,
			want: "cwl:g: access_denied: ExpiredTokenException: The security token included in the request is expired (the credentials are no longer valid, or never were)",
		},
		"a proxy refuses": {
			before: &failure{403, "", ""}, reason: flowlog.AccessDenied,
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := &fake{groups: map[string][]event{"g": nil}, before: func(int, filterInput) *failure { return c.before }}
			opts := f.options()
			if c.change != nil {
				c.change(&opts)
			}
			if c.name == "" {
				c.name = "cwl:g"
			}
			listing, err := client(t, opts).List(t.Context(), c.name)
			if listing != nil || err == nil || c.want != "" && err.Error() != c.want {
				t.Fatalf("%v\nwant %s", err, c.want)
			}
			if object, ok := errors.AsType[*flowlog.ObjectError](err); ok != (c.reason != "") || ok && object.Reason != c.reason {
				t.Error(err)
			}
			if name == "no since" && !errors.Is(err, ErrNoSince) {
				t.Error(err)
			}
			if len(f.asked) > 1 {
				t.Errorf("asked %d times", len(f.asked))
			}
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	f := &fake{groups: map[string][]event{"g": nil}}
	if _, err := client(t, f.options()).List(ctx, "cwl:g"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestEnvironment reads with what the environment says, as the command does.
func TestEnvironment(t *testing.T) {
	f := &fake{groups: map[string][]event{"g": some(10, ms, 1000)}}
	server := httptest.NewServer(f)
	defer server.Close()
	none := filepath.Join(t.TempDir(), "none")
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_SESSION_TOKEN": "", "AWS_PROFILE": "",
		"AWS_REGION": "eu-west-1", "AWS_ENDPOINT_URL": server.URL, "AWS_CONFIG_FILE": none, "AWS_SHARED_CREDENTIALS_FILE": none,
		"AWS_EC2_METADATA_DISABLED": "true",
	} {
		t.Setenv(name, value)
	}
	c := client(t, Options{Filter: f.options().Filter})
	if got, err := read(t, list(t, c, "cwl:g")[0]); err != nil || got != text(some(10, ms, 1000)) {
		t.Errorf("%q, %v", got, err)
	}
	t.Setenv("AWS_PROFILE", "none")
	if _, err := New(t.Context(), Options{}); err == nil {
		t.Error("a profile that is not there is taken")
	}
}

// TestShort sees that short leaves the cause in the error.
func TestShort(t *testing.T) {
	cause := &types.ServiceUnavailableException{}
	if err := short(cause); !errors.Is(err, error(cause)) {
		t.Error(err)
	}
	if err := short(context.Canceled); err != context.Canceled {
		t.Error(err)
	}
}
