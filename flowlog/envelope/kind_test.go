package envelope

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// kinds are texts of each kind and what is in them.
var kinds = []struct {
	name, text string
	kind       Kind
	want       string
	counts     Counts
}{
	{"nothing", "", Plain, "", Counts{}},
	{"records", lined(recordsOf(0, 3)...), Plain, lined(recordsOf(0, 3)...), Counts{}},
	{"a record, no newline", record(0), Plain, record(0), Counts{}},
	{"a header", "version srcaddr\n2 10.0.0.1\n", Plain, "version srcaddr\n2 10.0.0.1\n", Counts{}},
	{"BOM is the reader's", "\ufeffversion srcaddr\r\n", Plain, "\ufeffversion srcaddr\r\n", Counts{}},
	{"CSV", `"version","srcaddr"` + "\n", Plain, `"version","srcaddr"` + "\n", Counts{}},
	{"only space", strings.Repeat(" \n", 5000), Plain, strings.Repeat(" \n", 5000), Counts{}},

	{
		"export", lined("2019-05-21T20:30:40.123Z "+record(0), "2019-05-21T20:30:40Z "+record(1), noData, "2019-05-21T20:30:40.123Z", "2019-05-21T20:30:40.123Z "+record(2)) + "2019-05-21T20:30:40.123456789Z " + record(3),
		Export, lined(record(0), record(1), noData, "2019-05-21T20:30:40.123Z", record(2)) + record(3),
		Counts{Events: 4},
	},
	{"export with BOM and CRLF", "\ufeff2019-05-21T20:30:40.123Z a\r\n2019-05-21T20:30:40.123Z b\r\n", Export, "a\r\nb\r\n", Counts{Events: 2}},
	{"export with a line of 200 KiB", "2019-05-21T20:30:40.123Z " + strings.Repeat("2019-05-21T20:30:40.123Z ", 8000) + "\n2019-05-21T20:30:40.123Z b", Export, strings.Repeat("2019-05-21T20:30:40.123Z ", 8000) + "\nb", Counts{Events: 2}},
	{"a stamp once", "2019-05-21T20:30:40.123Z 2019-05-21T20:30:40.123Z a\n", Export, "2019-05-21T20:30:40.123Z a\n", Counts{Events: 1}},
	{"no stamp: no zone", "2019-05-21T20:30:40.123 a\n", Plain, "2019-05-21T20:30:40.123 a\n", Counts{}},
	{"no stamp: no fraction behind the point", "2019-05-21T20:30:40.Z a\n", Plain, "2019-05-21T20:30:40.Z a\n", Counts{}},
	{"no stamp: ten digits", "2019-05-21T20:30:40.0123456789Z a\n", Plain, "2019-05-21T20:30:40.0123456789Z a\n", Counts{}},
	{"no stamp: no space", "2019-05-21T20:30:40Z\ta\n", Plain, "2019-05-21T20:30:40Z\ta\n", Counts{}},

	{"glued", record(0) + record(1) + noData + skipData + record(2), Glued, lined(record(0), record(1), noData, skipData) + record(2), Counts{Events: 4}},
	{"glued, then lines", record(0) + record(1) + "\n" + record(2) + "\n" + record(3) + record(4) + "\n", Glued, lined(recordsOf(0, 5)...), Counts{Events: 2}},
	{"glued, runs of spaces", strings.ReplaceAll(record(0), " 443", "  443") + record(1), Glued, strings.ReplaceAll(record(0), " 443", "  443") + "\n" + record(1), Counts{Events: 1}},
	{
		"glued, a field short: left as it is", record(0) + record(1) + strings.Replace(record(2), " 443", "", 1) + record(3) + "\n" + record(4) + record(5),
		Glued, lined(record(0), record(1), strings.Replace(record(2), " 443", "", 1)+record(3), record(4)) + record(5),
		Counts{Events: 3},
	},
	{"not glued: the record goes on with another version", record(0) + "3" + record(1)[1:], Plain, record(0) + "3" + record(1)[1:], Counts{}},
	{"not glued: no account", record(0) + "2 12345678901 eni-1", Plain, record(0) + "2 12345678901 eni-1", Counts{}},
	{"not glued: an account with a letter", record(0) + "2 12345678901x eni-1", Plain, record(0) + "2 12345678901x eni-1", Counts{}},
	{"not glued: nothing behind", record(0) + "2 ", Plain, record(0) + "2 ", Counts{}},
	{"not glued: another format", "2 eni-1 OK2 eni-2 OK", Plain, "2 eni-1 OK2 eni-2 OK", Counts{}},
	{"not glued: over two lines", strings.Replace(record(0), " 443", "\n443", 1) + record(1), Plain, strings.Replace(record(0), " 443", "\n443", 1) + record(1), Counts{}},

	{"base64", encoded(zipped(subscription(recordsOf(0, 2)...))), Base64, lined(recordsOf(0, 2)...), Counts{Envelopes: 2, Events: 2}},
	{
		"base64, a few lines", lined(encoded(zipped(control)), "", encoded(zipped(subscription(record(0))))+"\r", encoded(zipped(record(1)))),
		Base64, lined(record(0), record(1)),
		Counts{Envelopes: 4, Control: 1, Events: 2},
	},
	{
		"base64, folded", " \n" + folded(encoded(zipped(subscription(recordsOf(0, 9)...))), 76) + "\n" + folded(encoded(zipped(subscription(record(9)))), 60),
		Base64, lined(recordsOf(0, 10)...),
		Counts{Envelopes: 4, Events: 10},
	},
}

// folded breaks a text into lines of n characters.
func folded(text string, n int) string {
	var b strings.Builder
	for len(text) > n {
		b.WriteString(text[:n] + "\n")
		text = text[n:]
	}
	return b.String() + text
}

func TestKinds(t *testing.T) {
	for _, test := range kinds {
		t.Run(test.name, func(t *testing.T) { check(t, test.text, test.kind, test.want, test.counts) })
	}
}

// TestLong unwraps texts that are longer than what is given out at a time.
func TestLong(t *testing.T) {
	lines := recordsOf(0, 2000)
	want := lined(lines...)
	var sorted, stamped strings.Builder
	for i := 0; i < len(lines); i += 100 {
		var events []string
		for _, line := range lines[i : i+100] {
			events = append(events, `{"message":`+quoted(line)+`}`)
			stamped.WriteString("2026-01-01T00:00:00.000Z " + line + "\n")
		}
		sorted.WriteString(`{"logEvents":[` + strings.Join(events, ",") + `],"messageType":"DATA_MESSAGE"}`)
		sorted.WriteString(`{"logEvents":[{"message":"CWL CONTROL MESSAGE"}],"messageType":"CONTROL_MESSAGE"}` + "\n")
	}
	packed := encoded(zipped(subscription(lines...)))
	for _, test := range []struct {
		text   string
		kind   Kind
		want   string
		counts Counts
	}{
		{want, Plain, want, Counts{}},
		{stamped.String(), Export, want, Counts{Events: 2000}},
		{strings.Join(lines, ""), Glued, want[:len(want)-1], Counts{Events: 1999}},
		{subscription(lines...), JSON, want, Counts{Envelopes: 1, Events: 2000}},
		{sorted.String(), JSON, want, Counts{Envelopes: 20, Control: 20, Events: 2000}},
		{packed, Base64, want, Counts{Envelopes: 2, Events: 2000}},
		{`{"awslogs":{"data":"` + packed + `"}}`, JSON, want, Counts{Envelopes: 2, Events: 2000}},
	} {
		t.Run(test.kind.String(), func(t *testing.T) { check(t, test.text, test.kind, test.want, test.counts) })
	}
}

// check unwraps a text, which must be good, whole and in pieces: any split gives
// the same bytes.
func check(t *testing.T, text string, kind Kind, want string, counts Counts) {
	t.Helper()
	for name, reader := range map[string]io.Reader{
		"whole":    strings.NewReader(text),
		"bytes":    iotest.OneByteReader(strings.NewReader(text)),
		"halves":   iotest.HalfReader(strings.NewReader(text)),
		"data+EOF": iotest.DataErrReader(strings.NewReader(text)),
	} {
		got, r, err := unwrap(t, reader, Limits{})
		if err != nil || got != want {
			t.Errorf("%s: %v\ngot  %q\nwant %q", name, err, short(got), short(want))
		}
		if r.Kind() != kind || r.Counts() != counts {
			t.Errorf("%s: %v %+v, want %v %+v", name, r.Kind(), r.Counts(), kind, counts)
		}
	}
	var small bytes.Buffer // and so does any split of what is read
	if _, err := io.Copy(&small, struct{ io.Reader }{iotest.OneByteReader(Open(strings.NewReader(text), Limits{}))}); err != nil || small.String() != want {
		t.Errorf("read byte by byte: %v, %q", err, short(small.String()))
	}
}

// TestFailingText reads texts whose reader fails, once and for all or only once:
// the error comes out as it is, whatever the text is.
func TestFailingText(t *testing.T) {
	for _, test := range append(kinds, jsonKinds...) {
		for cut := range len(test.text) {
			if cut > 100 && cut%97 > 0 {
				continue
			}
			out, err := io.ReadAll(Open(&failsOnce{text: test.text[:cut], rest: test.text[cut:]}, Limits{}))
			if err != iotest.ErrTimeout {
				t.Fatalf("%s, cut at %d: %q, %v", test.name, cut, short(string(out)), err)
			}
		}
	}
}

// failsOnce gives its text, fails, and then goes on with the rest as if nothing had been.
type failsOnce struct {
	text, rest string
	failed     bool
}

func (f *failsOnce) Read(p []byte) (int, error) {
	if len(f.text) == 0 && !f.failed {
		f.text, f.failed = f.rest, true
		return 0, iotest.ErrTimeout
	}
	n := copy(p, f.text)
	f.text = f.text[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// TestIdleText gives up on texts whose reader gives nothing and says nothing.
func TestIdleText(t *testing.T) {
	for _, test := range append(kinds, jsonKinds...) {
		if test.kind == Plain { // is handed on: flowlog.Reader gives up
			continue
		}
		out, err := io.ReadAll(Open(io.MultiReader(strings.NewReader(test.text[:len(test.text)-1]), idle{}), Limits{}))
		if !errors.Is(err, io.ErrNoProgress) {
			t.Errorf("%s: %q, %v", test.name, short(string(out)), err)
		}
	}
}

type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// TestPlainCostsNothing sees that plain text is read straight into the buffer of
// who reads it, but for the bytes that were looked at.
func TestPlainCostsNothing(t *testing.T) {
	seen := &largest{text: strings.NewReader(strings.Repeat(lined(record(0)), 1<<14))}
	r := Open(seen, Limits{})
	p := make([]byte, 1<<20)
	for range 2 {
		if _, err := r.Read(p); err != nil {
			t.Fatal(err)
		}
	}
	if seen.p == nil || &seen.p[0] != &p[0] {
		t.Error("the text was not read into the buffer that was given")
	}
	if n := testing.AllocsPerRun(10, func() { Open(bytes.NewReader(nil), Limits{}) }); n > 6 {
		t.Errorf("%v allocations to open plain text", n)
	}
}

// largest keeps the largest buffer it was asked to fill.
type largest struct {
	text io.Reader
	p    []byte
}

func (l *largest) Read(p []byte) (int, error) {
	if len(p) > len(l.p) {
		l.p = p
	}
	return l.text.Read(p)
}
