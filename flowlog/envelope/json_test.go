package envelope

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"davy/flowlog"
)

// jsonKinds are texts of JSON and what is in them.
var jsonKinds = []struct {
	name, text string
	kind       Kind
	want       string
	counts     Counts
}{
	{"subscription", subscription(recordsOf(0, 3)...), JSON, lined(recordsOf(0, 3)...), Counts{Envelopes: 1, Events: 3}},
	{"subscriptions, concatenated", subscription(record(0)) + control + subscription(record(1), record(2)), JSON, lined(recordsOf(0, 3)...), Counts{Envelopes: 2, Control: 1, Events: 3}},
	{"subscriptions, lines", lined(control, subscription(record(0)), "", subscription(record(1))), JSON, lined(record(0), record(1)), Counts{Envelopes: 2, Control: 1, Events: 2}},
	{"subscriptions, an array", "[" + control + "," + subscription(record(0)) + ", " + subscription(record(1)) + "]", JSON, lined(record(0), record(1)), Counts{Envelopes: 2, Control: 1, Events: 2}},
	{"subscription with no events", `{"messageType":"DATA_MESSAGE","logEvents":[]}`, JSON, "", Counts{Envelopes: 1}},
	{"subscription with no messageType", `{"logEvents":[{"message":"a"}]}`, JSON, "a\n", Counts{Envelopes: 1, Events: 1}},
	{"only control", control, JSON, "", Counts{Control: 1}},
	{"names sorted, control", `{"logEvents":[{"message":"CWL CONTROL MESSAGE"},{}],"messageType":"CONTROL_MESSAGE"}{"logEvents":[{"message":"a"}],"messageType":"DATA_MESSAGE"}`, JSON, "a\n", Counts{Envelopes: 1, Control: 1, Events: 1}},
	{"BOM", "\ufeff" + ` {"message":"a"}`, JSON, "a\n", Counts{Events: 1}},

	{"lambda", `{"awslogs":{"data":"` + encoded(zipped(subscription(recordsOf(0, 2)...))) + `"}}`, JSON, lined(record(0), record(1)), Counts{Envelopes: 2, Events: 2}},
	{"lambda, base64 with escapes", `{"awslogs":{"data":"` + strings.ReplaceAll(encoded(zipped(subscription(recordsOf(0, 9)...))), "/", `\/`) + `"}}`, JSON, lined(recordsOf(0, 9)...), Counts{Envelopes: 2, Events: 9}},
	{
		"firehose transformation", `{"invocationId":"i","deliveryStreamArn":"a","region":"eu-west-1","records":[` +
			`{"recordId":"1","approximateArrivalTimestamp":1,"data":"` + encoded(zipped(control)) + `"},` +
			`{"recordId":"2","approximateArrivalTimestamp":2,"data":"` + encoded(zipped(subscription(record(0)))) + `"},` +
			`{"recordId":"3","data":"` + encoded([]byte(record(1))) + `"},{"recordId":"4","data":"` + encoded([]byte(lined(record(2), record(3)))) + `"},` +
			`{"recordId":"5","data":"` + encoded(zipped(record(4))) + `"},{"recordId":"6","data":"` + encoded([]byte(`{"message":"`+record(5)+`"}`)) + `"}]}`,
		JSON, lined(recordsOf(0, 6)...),
		Counts{Envelopes: 7, Control: 1, Events: 5},
	},
	{
		"kinesis", `{"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"p","sequenceNumber":"1","data":"` + encoded(zipped(subscription(record(0)))) +
			`","approximateArrivalTimestamp":1.5},"eventSource":"aws:kinesis","eventVersion":"1.0"},{"kinesis":{"data":"` + encoded(zipped(subscription(record(1)))) + `"}}]}`,
		JSON, lined(record(0), record(1)),
		Counts{Envelopes: 4, Events: 2},
	},
	{"kinesis get-records", `{"Records":[{"SequenceNumber":"1","Data":"` + encoded(zipped(subscription(record(0)))) + `"}],"NextShardIterator":"x","MillisBehindLatest":0}`, JSON, lined(record(0)), Counts{Envelopes: 2, Events: 1}},
	{"records without data", `{"Records":[{"kinesis":{}},{"data":""},{"data":null},{},7,"MQ==",{"data":"MQ=="}]}`, JSON, "1\n", Counts{Envelopes: 2, Events: 1, Empty: 6}},
	{"records with an export and glue in them", `{"records":[{"data":"` + encoded([]byte("2019-05-21T20:30:40Z "+record(0))) + `"},{"data":"` + encoded([]byte(record(1)+record(2))) + `"}]}`, JSON, lined(recordsOf(0, 3)...), Counts{Envelopes: 2, Events: 2}},

	{"JSON lines", lined(`{"message":"a"}`, `{"@timestamp":"2026-01-01 00:00:00.000","@message":"b"}`, `{"time":1,"message":"c"}`), JSON, "a\nb\nc\n", Counts{Events: 3}},
	{"concatenated", `{"message":"a"}{"message":"b"} {"message":"c"}`, JSON, "a\nb\nc\n", Counts{Events: 3}},
	{"array", `[{"message":"a"},{"@message":"b"}]`, JSON, "a\nb\n", Counts{Events: 2}},
	{
		"filter-log-events", `{"events":[{"logStreamName":"eni-1-all","timestamp":1,"message":"a","ingestionTime":2,"eventId":"3"},{"message":"b"}],"searchedLogStreams":[{"logStreamName":"x","searchedCompletely":true}]}`,
		JSON, "a\nb\n",
		Counts{Envelopes: 1, Events: 2},
	},
	{"get-log-events", `{"events":[{"timestamp":1,"message":"a","ingestionTime":2}],"nextForwardToken":"f/1","nextBackwardToken":"b/1"}`, JSON, "a\n", Counts{Envelopes: 1, Events: 1}},
	{"no events found", `{"events":[],"searchedLogStreams":[]}`, JSON, "", Counts{Envelopes: 1}},
	{"--query events[].message", `["a","b"]`, JSON, "a\nb\n", Counts{Events: 2}},
	{"--query events[].[message]", `[["a"],["b"]]`, JSON, "a\nb\n", Counts{Events: 2}},
	{
		"get-query-results", `{"results":[[{"field":"@timestamp","value":"t"},{"field":"@message","value":"a"},{"field":"@ptr","value":"p"}],[{"value":"b","field":"@message"}],` +
			`[{"field":"@ptr","value":"p"}],[],[[]],{"field":"@message","value":"x"},"y",1],"statistics":{"recordsMatched":2.0},"status":"Complete"}`,
		JSON, "a\nb\n",
		Counts{Envelopes: 1, Events: 2, Empty: 6},
	},
	{"without a message", `{"message":"a"}{}{"message":null}{"message":{"message":"x"}}{"message":["x"]}{"message":""}{"message":" \n"}["",3,true,{"msg":"x"}]{"events":{"message":"x"}}{"logEvents":"x"} 5 "b"`, JSON, "a\nb\n", Counts{Events: 2, Empty: 13}},
	{"messages elsewhere", `{"message":"a","detail":{"message":"x","events":[{"message":"y"}],"logEvents":[{"message":"z"}]}}`, JSON, "a\n", Counts{Events: 1}},
	{"names of other things", `{"message":"a","events":3,"records":{"data":"x"},"awslogs":[],"messageType":"novel","data":"!"}`, JSON, "a\n", Counts{Events: 1}},
	{"names twice that do not matter", `{"id":1,"id":2,"message":"a","x":{"message":1,"message":2}}`, JSON, "a\n", Counts{Events: 1}},
	{"a name with escapes", `{"mess\u0061ge":"a"}`, JSON, "a\n", Counts{Events: 1}},
	{"a type with escapes", `{"messageType":"CONTROL\u005fMESSAGE","message":"a"}`, JSON, "", Counts{Control: 1}},
	{"lines in a message", `{"message":"a\nb\n"}{"message":"c\r\n"}{"message":"d\r\ne"}{"message":"f\n\n"}`, JSON, "a\nb\nc\nd\r\ne\nf\n\n", Counts{Events: 4}},
	{"pretty", "{\n  \"events\": [\n    {\n      \"message\": \"a\"\n    }\n  ]\n}\n", JSON, "a\n", Counts{Envelopes: 1, Events: 1}},
	{"numbers davy has no use for", `{"timestamp":1e30,"x":-0.0,"y":123456789012345678901234567890,"message":"a"}`, JSON, "a\n", Counts{Events: 1}},
	{"depth 32", strings.Repeat("[", 31) + `{"message":"a"}` + strings.Repeat("]", 31), JSON, "a\n", Counts{Events: 1}},
}

func TestJSON(t *testing.T) {
	for _, test := range jsonKinds {
		t.Run(test.name, func(t *testing.T) { check(t, test.text, test.kind, test.want, test.counts) })
	}
}

// TestE10 refuses JSON that is not strict or beyond limits, says where, and is not
// slow about it: it reads no more of the text than it takes to know.
func TestE10(t *testing.T) {
	deep := strings.Repeat("[", 1_000_000)
	for _, test := range []struct {
		name, text string
		reason     flowlog.Reason
		detail     string
	}{
		{"nested 10^6 deep", deep, flowlog.JSONShape, "byte 32: at most 32 arrays and objects in each other wanted"},
		{"nested 10^6 deep, objects", strings.Repeat(`{"a":`, 1_000_000), flowlog.JSONShape, "byte 160: at most 32"},
		{"nested 10^6 deep where it is skipped", `{"logEvents":[{"extractedFields":` + deep, flowlog.JSONShape, "byte 62: at most 32"},
		{"nested 10^6 deep in base64", `{"awslogs":{"data":"` + encoded(zipped(deep)) + `"}}`, flowlog.JSONShape, "in the base64 at byte 19: byte 32: at most 32"},
		{"duplicate message", `{"message":"a","message":"b"}`, flowlog.JSONShape, `byte 15: "message" wanted once`},
		{"duplicate message, one no string", `{"message":1,"message":"b"}`, flowlog.JSONShape, `byte 13: "message" wanted once`},
		{"duplicate message, another name", `{"message":"a","@message":"b"}`, flowlog.JSONShape, `byte 15: "@message" wanted once`},
		{"duplicate message, escaped", `{"message":"a","\u006dessage":"b"}`, flowlog.JSONShape, `byte 15: "\u006dessage" wanted once`},
		{"duplicate logEvents", `{"logEvents":[],"logEvents":[]}`, flowlog.JSONShape, `byte 16: "logEvents" wanted once`},
		{"duplicate messageType", `{"messageType":"DATA_MESSAGE","messageType":"CONTROL_MESSAGE"}`, flowlog.JSONShape, `byte 30: "messageType" wanted once`},
		{"duplicate data", `{"awslogs":{"data":"","data":""}}`, flowlog.JSONShape, `byte 22: "data" wanted once`},
		{"duplicate records", `{"records":[],"Records":[]}`, flowlog.JSONShape, `byte 14: "Records" wanted once`},
		{"two things that hold lines", `{"message":"a","logEvents":[{"message":"b"}]}`, flowlog.JSONShape, "byte 28: one thing that holds lines wanted"},
		{"two things that hold lines, the other way round", `{"events":[],"message":"b"}`, flowlog.JSONShape, "byte 26: one thing that holds lines wanted"},
		{"two things that are packed", `{"records":[{"kinesis":{},"data":"YQ=="}]}`, flowlog.JSONShape, "byte 39: one thing that holds lines wanted"},
		{"two messages in a row", `{"results":[[{"field":"@message","value":"a"},{"field":"@message","value":"b"}]]}`, flowlog.JSONShape, "byte 78: one thing that holds lines wanted"},
		{"unknown messageType", `{"messageType":"NOVEL","logEvents":[{"message":"a"}]}`, flowlog.JSONShape, "byte 52: a messageType of DATA_MESSAGE or CONTROL_MESSAGE wanted"},
		{"control message behind other events", `{"events":[],"messageType":"CONTROL_MESSAGE"}`, flowlog.JSONShape, "byte 27: CONTROL_MESSAGE wanted in front"},
		{"NaN", `{"message":"a","n":NaN}`, flowlog.JSONShape, "byte 19: invalid character 'N'"},
		{"Infinity", `{"n":-Infinity}`, flowlog.JSONShape, "byte 6: invalid character 'I'"},
		{"leading zero", `{"n":01}`, flowlog.JSONShape, "byte 6: invalid character '1'"},
		{"hexadecimal", `{"n":0x10}`, flowlog.JSONShape, "byte 6: invalid character 'x'"},
		{"trailing comma in an object", `{"message":"a",}`, flowlog.JSONShape, "byte 14: invalid character ','"},
		{"trailing comma in an array", `["a",]`, flowlog.JSONShape, "byte 4: invalid character ','"},
		{"closed twice", `{"message":"a"}]`, flowlog.JSONShape, "byte 15: invalid character ']'"},
		{"comma between values", `{"message":"a"},{"message":"b"}`, flowlog.JSONShape, "byte 15: invalid character ','"},
		{"single quotes", `{'message':'a'}`, flowlog.JSONShape, `byte 1: invalid character '\''`},
		{"comment", `{"message":"a"} // b`, flowlog.JSONShape, "byte 16: invalid character '/'"},
		{"name without quotes", `{message:"a"}`, flowlog.JSONShape, "byte 1: invalid character 'm'"},
		{"no colon", `{"message" "a"}`, flowlog.JSONShape, "byte 11: invalid character '\"' after object name"},
		{"wrong bracket", `["a"}`, flowlog.JSONShape, "byte 4: "},
		{"a line behind", lined(`{"message":"a"}`, "b"), flowlog.JSONShape, "byte 16: invalid character 'b'"},
		{"invalid UTF-8", "{\"message\":\"a\xff\"}", flowlog.JSONShape, "byte 13: invalid UTF-8"},
		{"invalid UTF-8 where it is skipped", "{\"x\":\"\xc0\xaf\"}", flowlog.JSONShape, "byte 6: invalid UTF-8"},
		{"half a surrogate", `{"message":"\ud800"}`, flowlog.JSONShape, `byte 12: invalid surrogate pair`},
		{"control character", "{\"message\":\"a\nb\"}", flowlog.JSONShape, `byte 13: invalid character '\n'`},
		{"unknown escape", `{"message":"\x41"}`, flowlog.JSONShape, `byte 12: invalid escape`},
		{"NUL padding", `{"message":"a"}` + "\x00\x00", flowlog.JSONShape, `byte 15: invalid character '\x00'`},
		{"UTF-16", "\xff\xfe{\x00", "", ""}, // is no JSON: the reader has a word for it
		{"no message", `{"msg":"a"}{"msg":"b"}`, flowlog.JSONShape, "no message in any of 2 events"},
		{"no message in base64", `{"awslogs":{"data":"` + encoded(zipped(`{"msg":"a"}`)) + `"}}`, flowlog.JSONShape, "no message in any of 1 events"},
		{"string of 1 MiB and more", `{"message":"` + strings.Repeat("x", 1<<20) + `"}`, flowlog.JSONShape, "a token of at most 1048576 bytes wanted"},
		{"string without an end", `{"message":"` + strings.Repeat("x", 8<<20), flowlog.JSONShape, "a token of at most 1048576 bytes wanted"},
		{"name without an end", `{"` + strings.Repeat("x", 8<<20), flowlog.JSONShape, "a token of at most 1048576 bytes wanted"},
		{"number without an end", `{"n":` + strings.Repeat("1", 8<<20), flowlog.JSONShape, "a token of at most 1048576 bytes wanted"},
		{"space without an end", `{"n":` + strings.Repeat(" ", 8<<20), flowlog.JSONShape, "a token of at most 1048576 bytes wanted"},
		{"ends in an object", `{"message":"a"`, flowlog.Truncated, "byte 14: the JSON ends early"},
		{"ends in a string", `{"message":"a`, flowlog.Truncated, "byte 13: the JSON ends early"},
		{"ends in an escape", `{"message":"\u00`, flowlog.Truncated, "byte 16: the JSON ends early"},
		{"ends behind a comma", `["a",`, flowlog.Truncated, "byte 5: the JSON ends early"},
		{"ends in a number", `{"n":-`, flowlog.Truncated, "byte 6: the JSON ends early"},
		{"ends in a word", `[nul`, flowlog.Truncated, "byte 4: the JSON ends early"},
	} {
		t.Run("E10 "+test.name, func(t *testing.T) {
			in := &counting{r: strings.NewReader(test.text)}
			out, r, err := unwrap(t, in, Limits{})
			if test.reason == "" {
				if err != nil || r.Kind() != Plain || out != test.text {
					t.Errorf("%v, %v, %q", err, r.Kind(), short(out))
				}
				return
			}
			if err == nil || err.Reason != test.reason || !strings.HasPrefix(err.Detail, test.detail) && !strings.HasSuffix(err.Detail, test.detail) {
				t.Fatalf("got  %v\nwant %s: %s", err, test.reason, test.detail)
			}
			if in.n > 2<<20 {
				t.Errorf("%d bytes were read", in.n)
			}
		})
	}
}

type counting struct {
	r io.Reader
	n int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

// TestE10Large reads large values as they come: memory does not grow with them.
func TestE10Large(t *testing.T) {
	event := `{"timestamp":1,"message":"` + record(1) + `","x":{"y":["` + strings.Repeat("long ", 200) + `"]}}`
	for name, start := range map[string]string{
		"E10 100 MB envelope": `{"messageType":"DATA_MESSAGE","logEvents":[`,
		"E10 an array":        "[", "E10 events": `{"events":[`, "E10 logEvents, type unknown": `{"logEvents":[`, "E10 skipped": `{"x":[`,
	} {
		t.Run(name, func(t *testing.T) {
			size, end := 16<<20, "]"
			if strings.Contains(name, "100 MB") {
				size = 100 << 20
			}
			if start[0] == '{' {
				end = "]}"
			}
			n := size / len(event)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r := Open(io.MultiReader(strings.NewReader(start), &repeated{text: event + ",", n: n}, strings.NewReader(event+end)), Limits{})
			got, err := io.Copy(io.Discard, r)
			runtime.ReadMemStats(&after)
			want := int64(n+1) * int64(len(record(1))+1)
			if start == `{"x":[` {
				if got != 0 || !strings.Contains(fmt.Sprint(err), "no message in any of 1 events") {
					t.Errorf("%d bytes, %v", got, err)
				}
			} else if err != nil || got != want {
				t.Errorf("%d bytes of %d, %v", got, want, err)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 8<<20 {
				t.Errorf("%d bytes allocated", used)
			}
		})
	}
}

// repeated gives a text n times.
type repeated struct {
	text string
	n    int
	rest string
}

func (r *repeated) Read(p []byte) (int, error) {
	done := 0
	for done < len(p) {
		if len(r.rest) == 0 {
			if r.n == 0 {
				break
			}
			r.rest = r.text
			r.n--
		}
		n := copy(p[done:], r.rest)
		r.rest = r.rest[n:]
		done += n
	}
	if done == 0 {
		return 0, io.EOF
	}
	return done, nil
}

// TestControlLate holds back lines only so far: who puts the type of an envelope
// behind over a megabyte of them means no control message.
func TestControlLate(t *testing.T) {
	many := `{"logEvents":[` + strings.Repeat(`{"message":"`+record(0)+`"},`, 12000) + `{"message":"a"}],"messageType":`
	out, r, err := unwrap(t, strings.NewReader(many+`"DATA_MESSAGE"}`), Limits{})
	if err != nil || out != strings.Repeat(record(0)+"\n", 12000)+"a\n" || r.Counts().Events != 12001 {
		t.Error(err, len(out), r.Counts())
	}
	_, _, err = unwrap(t, strings.NewReader(many+`"CONTROL_MESSAGE"}`), Limits{})
	if err == nil || err.Reason != flowlog.JSONShape || !strings.Contains(err.Detail, "CONTROL_MESSAGE") {
		t.Error(err)
	}
}

// TestE11 unescapes once.
func TestE11(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"E11 escaped message", `{"message":"2 \"a\" \u0041\/\\n\t\u00e9"}`, "2 \"a\" A/\\n\té\n"},
		{"E11 JSON in a message is text", `{"message":"{\"message\":\"2 a\"}"}`, `{"message":"2 a"}` + "\n"},
		{"E11 base64 in a message is text", `{"message":"` + encoded(zipped("a")) + `"}`, encoded(zipped("a")) + "\n"},
		{"E11 a time in a message is text", `{"message":"2019-05-21T20:30:40.123Z a"}`, "2019-05-21T20:30:40.123Z a\n"},
		{"E11 control characters are the reader's", `{"message":"a\u0000\u001b[31m"}`, "a\x00\x1b[31m\n"},
		{"E11 surrogates", `{"message":"\ud83d\ude00"}`, "😀\n"},
		{"E11 Firehose wraps a subscription", `{"records":[{"data":"` + encoded(zipped(control+subscription("a\n"))) + `"}]}`, "a\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if out, _, err := unwrap(t, strings.NewReader(test.text), Limits{}); err != nil || out != test.want {
				t.Errorf("%q, %v; want %q", out, err, test.want)
			}
		})
	}
}

// TestDepth holds nesting to a limit that is given.
func TestDepth(t *testing.T) {
	for text, ok := range map[string]bool{`[[{"message":"a"}]]`: true, `[[{"message":"a","b":{}}]]`: false} {
		if _, _, err := unwrap(t, strings.NewReader(text), Limits{Depth: 3}); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}
