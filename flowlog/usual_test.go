package flowlog

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// FuzzLine compares what a Reader makes of a line with what it is.
func FuzzLine(f *testing.F) {
	for _, line := range []string{
		good, good6, mapped, rejected, widest, largest, nowhere, many, noData, skipData, fiveGood, fiveLine + " -",
		good + "\r", good + "\rx", " " + good, good + " ", good + "\t", strings.ReplaceAll(good, " ", ","), tgwLine,
		with("start=1800000000"), with("start=1700003701", "end=1700003701"), with("bytes=00"), with("packets=-1"), with("packets=10000000000000001"),
		with("srcport=10000000000000443"), with("protocol=017"), with("protocol=1"), with("protocol=58"),
		with("srcaddr=1.2.3.04"), with("dstaddr=1.2.3.256"), with("account-id=-"), with("interface-id=x"),
	} {
		for i := range worlds {
			f.Add(line, uint8(i))
		}
	}
	for i, w := range worlds {
		f.Add(w.good, uint8(i))
	}
	f.Fuzz(func(t *testing.T, line string, i uint8) { worlds[int(i)%len(worlds)].compare(t, line) })
}

// TestNearlyUsual changes usual lines by one byte.
func TestNearlyUsual(t *testing.T) {
	const odd = "\x00\t\n\r !-./0159:Kafz\x7f\xa1\xff"
	for _, line := range []string{good, rejected, good6, widest, many, good + "\r"} {
		for i := range len(line) + 1 {
			rest := line[i:]
			near := []string{line[:i], line[:i] + rest[min(1, len(rest)):]}
			for c := range len(odd) {
				near = append(near, line[:i]+odd[c:c+1]+rest, line[:i]+odd[c:c+1]+rest[min(1, len(rest)):])
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

// TestUsualAtTheEnd reads the longest usual lines with ever more behind them.
func TestUsualAtTheEnd(t *testing.T) {
	const ipv6 = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255"
	account := "account-id=" + strings.Repeat("1", maxHead-len("2  eni-0123456789abcdef0 "))
	longest := with(account, "srcaddr="+ipv6, "dstaddr="+ipv6, "srcport=65535", "dstport=65535", "protocol=255",
		"packets=1234567", "bytes=123456789012345", "action=REJECT") + "\r"
	for _, line := range []string{longest, with(account)} {
		w := world{names: header, good: with(account)}
		want := w.plainSights(t, []string{line})[0]
		usual := 0
		for behind := range usualRoom {
			text := lined(header, w.good, line) + strings.Repeat(" ", behind)
			r, err := NewReader(strings.NewReader(text), Options{})
			if err != nil {
				t.Fatal(err)
			}
			var rec Record
			if err := r.Read(&rec); err != nil {
				t.Fatal(err)
			}
			if r.usual(&rec) {
				usual++
			} else if err := r.Read(&rec); err != nil {
				t.Fatal(err)
			}
			got := sightOf(&rec)
			got.text = want.text
			if !reflect.DeepEqual(got, want) || rec.Line != 3 {
				t.Errorf("%q and %d bytes: %+v", line, behind, got)
			}
		}
		if usual == 0 {
			t.Errorf("%q is never usual", line)
		}
	}
}
