package flowlog

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzLine compares what a Reader makes of a line with what it is.
func FuzzLine(f *testing.F) {
	for _, line := range []string{
		good, good6, mapped, rejected, widest, largest, nowhere, many, noData, skipData, fiveGood, fiveLine + " -",
		good + "\r", " " + good, good + " ", good + "\t", strings.ReplaceAll(good, " ", ","), with("start=1800000000"), tgwLine,
		with("bytes=00"), with("protocol=017"), with("srcaddr=1.2.3.04"), with("dstaddr=1.2.3.256"), with("packets=-1"),
	} {
		for i := range worlds {
			f.Add(line, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, line string, i uint8) { worlds[int(i)%len(worlds)].compare(t, line) })
}

// TestNearlyUsual changes usual lines by one byte.
func TestNearlyUsual(t *testing.T) {
	const odd = "\x00\t\n\r !+,-./012569:;@AEFKORZ`aefgz~\x7f\x80\xa0\xa1\xae\xb0\xff"
	for _, line := range []string{good, rejected, good6, widest} {
		for i := range len(line) {
			near := []string{line[:i], line[:i] + line[i+1:]}
			for _, c := range []byte(odd) {
				near = append(near, line[:i]+string([]byte{c})+line[i:], line[:i]+string([]byte{c})+line[i+1:])
			}
			worlds[0].compare(t, near...)
		}
	}
}

// TestUsual says which lines must be usual, since no time is asserted.
func TestUsual(t *testing.T) {
	for line, want := range map[string]bool{
		good: true, rejected: true, good6: true, widest: true, many: true, good + "\r": true,
		with("interface-id=eni-01234567"): true, with("interface-id=eni-0123456789abcdef00"): false,
		with("account-id=123456789013"): false, with("protocol=1"): true, with("bytes=0"): true,
		mapped: false, largest: false, noData: false, nowhere: false, with("start=999999999"): false,
		with("end=1700003601"): false, good + " ": false, strings.Replace(good, " ", "  ", 1): false,
	} {
		r, err := NewReader(bytes.NewReader([]byte(lined(good, line, good, good, good, good))), Options{})
		if err != nil {
			t.Fatal(err)
		}
		var rec Record
		if err := r.Read(&rec); err != nil {
			t.Fatal(err)
		}
		if got := r.usual(&rec); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
