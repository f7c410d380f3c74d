package envelope

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"davy/flowlog"
)

// TestSampleSubscription reads an envelope that another project met. Its format,
// "version interface-id srcaddr dstaddr", is that of the test it belongs to.
func TestSampleSubscription(t *testing.T) {
	f, err := os.Open(sharedData(t, "samples", "cloudwatch-subscription-custom.otel.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := Open(f, Limits{})
	got := read(t, r, "${version} ${interface-id} ${srcaddr} ${dstaddr}")
	want := lined(
		"1 2 eni-1235b8ca123456789 172.31.16.139 172.31.16.21",
		"2 2 eni-1235b8ca123456789 172.31.9.69 172.31.9.12",
		"ok 2 of 2",
	)
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if counts := (Counts{Envelopes: 1, Events: 2}); r.Kind() != JSON || r.Counts() != counts {
		t.Errorf("%v %+v, want %v %+v", r.Kind(), r.Counts(), JSON, counts)
	}
}

// TestSamplesPlain hands on all other samples as they are.
func TestSamplesPlain(t *testing.T) {
	dir, err := os.ReadDir(sharedData(t, "samples"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, entry := range dir {
		if strings.HasSuffix(entry.Name(), ".json") {
			continue
		}
		text, err := os.ReadFile(sharedData(t, "samples", entry.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out, r, refused := unwrap(t, strings.NewReader(string(text)), Limits{})
		if refused != nil || r.Kind() != Plain || out != string(text) {
			t.Errorf("%s: %v, %v, %q", entry.Name(), refused, r.Kind(), short(out))
		}
		n++
	}
	if n < 10 {
		t.Errorf("%d samples", n)
	}
}

// TestRecords reads the same records out of every wrapping.
func TestRecords(t *testing.T) {
	want := read(t, strings.NewReader(lined(recordsOf(0, 300)...)), "")
	if !strings.HasSuffix(want, "ok 300 of 300\n") {
		t.Fatal(short(want))
	}
	var stamped, messages []string
	for _, s := range recordsOf(0, 300) {
		stamped = append(stamped, "2026-01-01T00:00:00.000Z "+s)
		messages = append(messages, `{"message":`+quoted(s+"\n")+`}`)
	}
	packed := encoded(zipped(subscription(recordsOf(0, 300)...)))
	for name, text := range map[string]string{
		"plain":        lined(recordsOf(0, 300)...),
		"export":       lined(stamped...),
		"glued":        strings.Join(recordsOf(0, 300), ""),
		"subscription": subscription(recordsOf(0, 300)...),
		"lambda":       `{"awslogs":{"data":"` + packed + `"}}`,
		"base64":       packed,
		"messages":     strings.Join(messages, ""),
	} {
		if got := read(t, Open(strings.NewReader(text), Limits{}), ""); got != want {
			t.Errorf("%s: got %s", name, short(got))
		}
	}
}

// read shows what a flowlog.Reader reads.
func read(t *testing.T, text io.Reader, format string) string {
	t.Helper()
	rd, err := flowlog.NewReader(text, flowlog.Options{Format: format})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var rec flowlog.Record
	for {
		err := rd.Read(&rec)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%d %d %s %v %v", rec.Line, rec.Version, rec.Interface, rec.Src, rec.Dst)
		if rec.Has.Has(flowlog.Bytes) {
			fmt.Fprintf(&b, " %d %d %d %d", rec.SrcPort, rec.Packets, rec.Bytes, rec.Start)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "ok %d of %d\n", rd.Stats().OK, rd.Stats().Lines)
	return b.String()
}
