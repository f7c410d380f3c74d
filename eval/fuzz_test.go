package eval

import (
	"errors"
	"net/netip"
	"reflect"
	"strings"
	"testing"
)

// Whatever a label file holds, it is read or refused with its position, and a
// label that was read is found again, either way round.
func FuzzReadLabels(f *testing.F) {
	f.Add("* benign rest\n10.0.0.1::198.51.100.1\tmining\tcoin\teni-1\n# comment\n")
	f.Add("2001:db8::1::2001:db8::2 mining coin\n")
	f.Add("10.0.0.1::198.51.100.1 mining coin eni-1 kind=pool size=fast evasion=rotate:4\n")
	f.Add("::::: mining x\n\x00\n")
	f.Fuzz(func(t *testing.T, text string) {
		labels, err := ReadLabels(strings.NewReader(text), "l")
		if err != nil {
			var le *LabelError
			if errors.As(err, &le) && (le.Line < 1 || le.Line > 1+strings.Count(text, "\n")) {
				t.Fatalf("%v is not in the file", err)
			}
			return
		}
		for i := range labels.named {
			l := labels.named[i]
			for _, ends := range [][2]netip.Addr{l.Pair, {l.Pair[1], l.Pair[0]}} {
				if got := labels.Find(l.Interface, ends[0], ends[1]); got == nil || !reflect.DeepEqual(*got, l) {
					t.Fatalf("%+v is found as %+v", l, got)
				}
			}
		}
		if n := len(labels.Unused()); n != 0 {
			t.Fatalf("%d labels were never found", n)
		}
	})
}

func FuzzReadManifest(f *testing.F) {
	f.Add("file\tlabel\tminer_pairs\na.log\tmining\t10.0.0.1::198.51.100.1\nb.log\tbenign\t-\n")
	f.Add("file\tlabel\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ReadManifest(strings.NewReader(text), "m")
		if err != nil {
			return
		}
		for file, labels := range m.files {
			if got, ok := m.Labels(file); !ok || got != labels {
				t.Fatalf("%q is not found", file)
			}
		}
	})
}
