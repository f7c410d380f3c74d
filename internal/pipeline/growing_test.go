package pipeline

import (
	"os"
	"strings"
	"testing"

	"davy/flowlog"
)

// A file that somebody writes to while it is read counts as far as it went, without
// the half of a line that would be taken for a whole one, of 12 bytes and not 1200.
func TestGrowingFile(t *testing.T) {
	t.Run("C14", func(t *testing.T) {
		const custom = "interface-id srcaddr dstaddr srcport dstport protocol start end packets bytes\n"
		const line = "eni-0123456789abcdef0 10.0.0.5 198.51.100.1 40000 3333 6 1700000000 1700000060 7 1200\n"
		lines := custom + strings.Repeat(line, 5000)
		half := strings.TrimSuffix(line, "00\n")
		for name, c := range map[string]struct {
			more    string
			records int64
			reason  flowlog.Reason
		}{
			"still":   {"", 5001, ""},
			"growing": {"00\n" + line, 5000, flowlog.Growing},
		} {
			objects := files(t, map[string][]byte{"a.log": []byte(lines + half)})
			written := false
			res := run1(t, objects, Options{Inspect: func() (func(*flowlog.Record), func()) {
				return func(*flowlog.Record) {
					if written {
						return
					}
					written = true
					f, err := os.OpenFile(objects[0].Name, os.O_APPEND|os.O_WRONLY, 0)
					if err != nil {
						t.Error(err)
						return
					}
					defer f.Close()
					if _, err := f.WriteString(c.more); err != nil {
						t.Error(err)
					}
				}, func() {}
			}})
			if res.Stats.OK != c.records || res.Objects.Read != 1 {
				t.Errorf("%s: %d records, want %d; %+v", name, res.Stats.OK, c.records, res.Objects)
			}
			var reason flowlog.Reason
			for _, p := range res.Objects.Partial {
				reason = p.Reason
			}
			if reason != c.reason || res.Incomplete() != (c.reason != "") {
				t.Errorf("%s: %q, incomplete %v", name, reason, res.Incomplete())
			}
		}
	})
}
