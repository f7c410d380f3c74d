package envelope

import (
	"bytes"
	"strings"
	"testing"

	"davy/flowlog"
)

// TestPackedFaults refuses what is wrong with base64 and gzip, and says where it is.
func TestPackedFaults(t *testing.T) {
	whole := zipped(subscription(recordsOf(0, 20)...))
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-6] ^= 1 // of the checksum
	for _, test := range []struct {
		name   string
		data   string
		reason flowlog.Reason
		detail string
	}{
		{"C1 gzip cut", encoded(whole[:len(whole)/2]), flowlog.Truncated, ""},
		{"C1 gzip cut in its header", encoded(whole[:5]), flowlog.Truncated, ""},
		{"C1 gzip cut in its trailer", encoded(whole[:len(whole)-3]), flowlog.Truncated, ""},
		{"C3 checksum wrong", encoded(flipped), flowlog.Checksum, ""},
		{"C6 garbage behind gzip", encoded(append(bytes.Clone(whole), "rubbish that is no gzip"...)), flowlog.Checksum, ""},
		{"H7 no base64", encoded(whole[:30]) + "*AAA", flowlog.JSONShape, "byte 40: base64 wanted"},
		{"H7 base64 of a web address", "H4sI-_-_", flowlog.JSONShape, "byte 4: base64 wanted"},
		{"H7 base64 goes on behind its padding", encoded([]byte("a")) + "YWE=", flowlog.JSONShape, "byte 4: base64 wanted"},
		{"H7 base64 cut", encoded(whole)[:41], flowlog.Truncated, ""},
		{"C10 packed twice", encoded([]byte(encoded(whole))), flowlog.JSONShape, "not base64 in base64"},
		{"C10 an event in an event", encoded([]byte(`{"awslogs":{"data":"` + encoded(whole) + `"}}`)), flowlog.JSONShape, "byte 19: lines wanted, not base64 in base64"},
		{"the JSON in it is cut", encoded(zipped(`{"message":"a"`)), flowlog.Truncated, "byte 14: the JSON ends early"},
		{"the JSON in it is wrong", encoded([]byte(`{"message":"a",}`)), flowlog.JSONShape, "byte 14: invalid character ',' at start of value"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for start, text := range map[string]string{
				"lambda":  `{"awslogs":{"data":"` + test.data + `"}}`,
				"kinesis": `{"Records":[{"kinesis":{"data":"` + test.data + `"}}]}`,
				"line":    encoded(zipped(record(0))) + "\n" + test.data,
			} {
				if start == "line" && !strings.HasPrefix(test.data, gzipBase64) {
					continue // goes on with the line before
				}
				wanted, detail := test.reason, test.detail
				if test.name == "H7 base64 cut" && start != "line" { // the string is whole
					wanted, detail = flowlog.JSONShape, "byte 40: base64 wanted"
				}
				_, _, err := unwrap(t, strings.NewReader(text), Limits{})
				if err == nil || err.Reason != wanted || !strings.HasPrefix(err.Detail, "in the base64 at byte ") || !strings.HasSuffix(err.Detail, detail) {
					t.Errorf("%s: got  %v\nwant %s: %s", start, err, wanted, detail)
				}
			}
		})
	}
}

// TestC5 reads gzip of several members in base64.
func TestC5(t *testing.T) {
	data := append(zipped(subscription(record(0))), zipped(subscription(record(1)))...)
	out, _, err := unwrap(t, strings.NewReader(`{"awslogs":{"data":"`+encoded(data)+`"}}`), Limits{})
	if err != nil || out != lined(record(0), record(1)) {
		t.Errorf("%q, %v", out, err)
	}
}

// TestC9 ends bombs: one large, many small, as base64 in JSON and as lines.
func TestC9(t *testing.T) {
	lines := func(bytes int) string { return strings.Repeat(record(0)+"\n", bytes/len(record(0))) }
	one := func(data string) string { return `{"records":[{"data":"` + data + `"}]}` }
	many := func(data string, n int) string {
		return `{"records":[` + strings.Repeat(`{"data":"`+data+`"},`, n) + `{"data":""}]}`
	}
	for _, test := range []struct {
		name, text string
		limits     Limits
		detail     string // "" if it is none
	}{
		{"C9 within limits", one(encoded(zipped(lines(1 << 20)))), Limits{}, ""},
		{"C9 ratio", one(encoded(zipped(lines(65 << 20)))), Limits{}, "over 200 to 1"},
		{"C9 ratio, a line", encoded(zipped(lines(2 << 20))), Limits{Grace: 1 << 20, Ratio: 50}, "over 50 to 1"},
		{"C9 bytes", one(encoded(zipped(lines(2 << 20)))), Limits{Bytes: 1 << 20}, "over 1048576 bytes decoded"},
		{"H3 many small bombs: bytes", many(encoded(zipped(lines(64<<10))), 20), Limits{Bytes: 1 << 20}, "over 1048576 bytes decoded"},
		{"H3 many small bombs: ratio", many(encoded(zipped(lines(64<<10))), 20), Limits{Grace: 1 << 20, Ratio: 50}, "over 50 to 1"},
		{"H3 many small ones, lines", strings.Repeat(encoded(zipped(lines(64<<10)))+"\n", 20), Limits{Grace: 1 << 20, Ratio: 50}, "over 50 to 1"},
		{"H3 many that are none", many(encoded(zipped(record(0))), 20), Limits{Grace: 1, Ratio: 50}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, r, err := unwrap(t, strings.NewReader(test.text), test.limits)
			switch {
			case test.detail == "" && err != nil:
				t.Error(err)
			case test.detail != "" && (err == nil || err.Reason != flowlog.Bomb || !strings.HasSuffix(err.Detail, test.detail)):
				t.Errorf("got %v, want bomb: %s", err, test.detail)
			}
			if r.shared.decoded > 66<<20 {
				t.Errorf("%d bytes decoded", r.shared.decoded)
			}
		})
	}
}

// TestPackedLimit holds base64 to a limit of its own.
func TestPackedLimit(t *testing.T) {
	data := encoded([]byte(strings.Repeat(record(0)+"\n", 20000)))
	if len(data) < 2<<20 {
		t.Fatal(len(data))
	}
	text := `{"awslogs":{"data":"` + data + `"}}`
	if out, _, err := unwrap(t, strings.NewReader(text), Limits{}); err != nil || strings.Count(out, "\n") != 20000 {
		t.Error(err, len(out))
	}
	_, _, err := unwrap(t, strings.NewReader(text), Limits{Packed: 2 << 20})
	if err == nil || err.Reason != flowlog.JSONShape || !strings.HasSuffix(err.Detail, "a token of at most 2097152 bytes wanted") {
		t.Error(err)
	}
}
