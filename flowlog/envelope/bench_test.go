package envelope

import (
	"io"
	"strings"
	"testing"
)

// BenchmarkRead unwraps 5,000 records of each kind. Bytes are those of the text.
func BenchmarkRead(b *testing.B) {
	lines := recordsOf(0, 5000)
	packed := encoded(zipped(subscription(lines...)))
	var messages, records strings.Builder
	for i, line := range lines {
		messages.WriteString(`{"@timestamp":"2026-01-01 00:00:00.000","@message":` + quoted(line) + "}\n")
		if i > 0 {
			records.WriteByte(',')
		}
		records.WriteString(`{"recordId":"49546986683135544286507457936321625675700192471156785154000000","data":"` + encoded([]byte(line)) + `"}`)
	}
	for _, bench := range []struct {
		name, text string
		kind       Kind
	}{
		{"plain", lined(lines...), Plain},
		{"export", "2026-01-01T00:00:00.000Z " + strings.Join(lines, "\n2026-01-01T00:00:00.000Z "), Export},
		{"glued", strings.Join(lines, ""), Glued},
		{"subscription", subscription(lines...), JSON},
		{"messages", messages.String(), JSON},
		{"lambda", `{"awslogs":{"data":"` + packed + `"}}`, JSON},
		{"records", `{"records":[` + records.String() + `]}`, JSON},
		{"base64", packed, Base64},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.text)))
			b.ReportAllocs()
			var n int64
			for b.Loop() {
				r := Open(struct{ io.Reader }{strings.NewReader(bench.text)}, Limits{})
				var err error
				if n, err = io.Copy(io.Discard, r); err != nil || r.Kind() != bench.kind {
					b.Fatal(err, r.Kind())
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "MB-out/s")
		})
	}
}

// BenchmarkOpen opens what is wrapped in nothing, and so short that opening it counts.
func BenchmarkOpen(b *testing.B) {
	text := lined(recordsOf(0, 2)...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := io.Copy(io.Discard, struct{ io.Reader }{Open(strings.NewReader(text), Limits{})}); err != nil {
			b.Fatal(err)
		}
	}
}
