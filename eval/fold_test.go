package eval

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"davy/biflow"
	"davy/detect"
)

// Of many captures, tenths are held out together, and still every one is judged
// once, by a model that never saw it: here, none knows its own coin.
func TestHoldOutInTenths(t *testing.T) {
	var samples []Sample
	for i := range 60 {
		s := Sample{Capture: fmt.Sprintf("capture %02d", i), Label: Label{Mining: i < 15, Group: fmt.Sprint("coin ", i%5)}}
		for j := range 40 {
			n := uint64(10 + (j*7+i)%13)
			s.Pair.Windows = append(s.Pair.Windows, biflow.Window{
				Start:      int64(600 * j),
				LocalBytes: n * uint64(100+300*(i%5)+j%9), LocalPackets: n, RemoteBytes: (n + uint64(j%5)) * 90, RemotePackets: n + uint64(j%5),
			})
			if i >= 15 {
				s.Pair.Windows[j].LocalBytes, s.Pair.Windows[j].RemoteBytes = n*60, n*1400
			}
		}
		samples = append(samples, s)
	}
	r := only(t)(HoldOut(samples, ByCapture, options(detect.Profiles)))
	if r.Trained != "on the other nine tenths of the captures" || r.Found.N != 15 || r.Ordinary[0].Mining.N != 45 {
		t.Fatalf("trained %s, %d miners, %d ordinary", r.Trained, r.Found.N, r.Ordinary[0].Mining.N)
	}
	// Three captures of each coin, never two in one tenth: the others are known.
	if r.Found.K != 15 || r.Ordinary[0].Mining.K != 0 {
		t.Errorf("found %d of 15, flagged %d", r.Found.K, r.Ordinary[0].Mining.K)
	}
}

func TestLabelledTwice(t *testing.T) {
	for _, text := range []string{
		"10.0.0.1::10.0.0.2 mining coin\n10.0.0.2::10.0.0.1 benign web\n",
		"* benign a\n* benign b\n",
		"10.0.0.1::10.0.0.2 mining coin eni-1\n10.0.0.1::10.0.0.2 mining coin eni-1\n",
	} {
		_, err := ReadLabels(strings.NewReader(text), "l.tsv")
		var le *LabelError
		if !errors.As(err, &le) || le.Line != 2 || le.Field != "pair" {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := ReadLabels(strings.NewReader("10.0.0.1::10.0.0.2 mining coin\n10.0.0.1::10.0.0.2 benign web eni-1\n"), "l.tsv"); err != nil {
		t.Errorf("an interface of its own: %v", err)
	}
	_, err := ReadManifest(strings.NewReader("file\tlabel\tminer_pairs\na\tbenign\t-\na\tbenign\t-\n"), "m.tsv")
	if err == nil || !strings.Contains(err.Error(), "m.tsv:3") {
		t.Errorf("a file twice: %v", err)
	}
}
