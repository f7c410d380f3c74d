package flowlog

import (
	"bytes"
	"io"
	"net/netip"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

const (
	fiveGood = "5 10.0.0.5 192.0.2.7 41000 443 6 1700000000 1700000060 IPv4 10 1200 123456789012 vpc-abcdefab012345678 " +
		"subnet-aaaaaaaa012345678 i-0c50d5961bcb2d47b eni-0123456789abcdef0 ap-southeast-2 apse2-az3 - - ACCEPT 19 " +
		"10.0.0.5 10.0.0.7 S3 - - ingress OK"
	rejected = "2 123456789012 eni-0123456789abcdef0 203.0.113.99 10.0.0.5 6 0 1 1 40 1700000000 1700000000 REJECT OK"
	good6    = "2 123456789012 eni-0123456789abcdef0 2001:db8::5 2600:1f18:a:b:c:d:e:f 123 50123 17 1 76 1700000001 1700000300 ACCEPT OK"
	mapped   = "2 123456789012 eni-0123456789abcdef0 ::ffff:10.0.0.5 64:ff9b::192.0.2.1 0 0 58 9 99 1700000001 1700003601 ACCEPT OK"
	widest   = "2 123456789012 eni-0123456789abcdef0 255.255.255.255 255.255.255.255 65535 65535 255 9999999 9999999 1799999999 1799999999 ACCEPT OK"
	largest  = "2 123456789012 eni-01234567 1.2.3.4 5.6.7.8 1 2 6 9223372036854775807 9223372036854775807 1700000000 1700000060 ACCEPT OK"
	nowhere  = "2 - eni-0123456789abcdef0 1.2.3.4 5.6.7.8 - - 50 10 1200 1700000000 1700000060 ACCEPT OK"
	many     = "2 123456789012 eni-0123456789abcdef1 10.0.0.5 52.1.2.3 41000 443 6 8000000 11600000000 1700000000 1700000599 ACCEPT OK"
)

// A world is what a line stands in: the format of the object, a good line
// before and after it, and how it is read.
type world struct {
	names, good string
	opts        Options
}

var worlds = []world{
	{names: header, good: good},
	{names: header, good: with("start=1700000060"), opts: Options{LenientENI: true, Now: time.Unix(1700000100, 0), Oldest: time.Unix(1700000050, 0)}},
	{names: customV5, good: fiveGood},
	{names: strings.ReplaceAll(header, " ", ","), good: strings.ReplaceAll(good, " ", ",")},
	{names: fiveNames + " novel", good: fiveLine + " x"},
	// Good lines that are not what usual lines are like, or nearly not.
	{names: header, good: with("account-id=-")},
	{names: header, good: with("account-id=" + strings.Repeat("1", maxHead))},
	{names: header, good: with("account-id=1", "interface-id=x"), opts: Options{LenientENI: true}},
	{names: header, good: strings.Replace(good, " ", "\t ", 1)},
	{names: header, good: strings.Replace(good, "0 10.", "0  10.", 1)},
	{names: header, good: with("start=999999990", "end=999999999")},
	{names: strings.Replace(header, "srcaddr dstaddr", "dstaddr srcaddr", 1), good: good},
}

// A sight is what a line comes to.
type sight struct {
	record Record // without slices
	eni    string
	text   map[Field]string
	fault  ParseError
}

func sightOf(rec *Record) sight {
	s := sight{record: *rec, eni: string(rec.Interface)}
	s.record.Interface, s.record.cols, s.record.Line = nil, columns{}, 0
	return s
}

// plainSights are what the lines are, read plainly.
func (w *world) plainSights(t *testing.T, lines []string) (sights []sight) {
	t.Helper()
	names, comma, ok := headerLine([]byte(w.names))
	format, err := newFormat(names, comma)
	if !ok || err != nil {
		t.Fatal(w.names, err)
	}
	rd, err := NewReader(nil, w.opts)
	if err != nil {
		t.Fatal(err)
	}
	rd.format = &format
	for _, line := range lines {
		rec, text, f := plainly(strings.TrimSuffix(line, "\r"), &format, rd.rules)
		if f.why != "" {
			rd.stats = Stats{}
			rd.reject(f)
			sights = append(sights, sight{fault: rd.stats.Samples[0]})
			continue
		}
		s := sightOf(rec)
		s.text = text
		sights = append(sights, s)
	}
	return sights
}

// sights are what a Reader makes of the lines, each after a good one. Out of
// a buffer with all of them they may be usual, one by one they cannot be.
func (w *world) sights(t *testing.T, lines []string, oneByOne bool) []sight {
	t.Helper()
	all := []string{w.names}
	for _, line := range lines {
		all = append(all, w.good, line)
	}
	for room := usualRoom; room > 0; room -= len(w.good) {
		all = append(all, w.good)
	}
	text := []byte(lined(all...))
	var r io.Reader = bytes.NewReader(text)
	if oneByOne {
		r = &lineByLine{text}
	}
	rd, err := NewReader(r, w.opts)
	if err != nil {
		t.Fatal(err)
	}
	sights := make([]sight, len(lines))
	for {
		rd.stats = Stats{} // of which Read then rejects one line at most
		rec := Record{     // as another line may leave it
			Status: SkipData, Action: Reject, Direction: Egress, Version: 5, Protocol: TCP, TCPFlags: 2, SrcPort: 3, DstPort: 4,
			Src: netip.IPv6Unspecified(), Dst: netip.IPv6Unspecified(), PktSrc: netip.IPv6Unspecified(), PktDst: netip.IPv6Unspecified(),
			Packets: 5, Bytes: 6, Start: 7, End: 8, Implausible: true,
		}
		if err := rd.Read(&rec); err == io.EOF {
			return sights
		} else if err != nil {
			t.Fatal(err)
		}
		for _, e := range rd.stats.Samples {
			i := (e.Line - 3) / 2
			e.Line = 0
			sights[i].fault = e
		}
		if i := (rec.Line - 3) / 2; rec.Line%2 == 1 && i < int64(len(lines)) {
			sights[i] = sightOf(&rec)
			sights[i].text = make(map[Field]string)
			for f := range numFields {
				if text, ok := rec.Text(f); ok {
					sights[i].text[f] = string(text)
				}
			}
		}
	}
}

// lineByLine gives out one line at a time.
type lineByLine struct{ text []byte }

func (l *lineByLine) Read(p []byte) (int, error) {
	if len(l.text) == 0 {
		return 0, io.EOF
	}
	n := copy(p, l.text[:bytes.IndexByte(l.text, '\n')+1])
	l.text = l.text[n:]
	return n, nil
}

// compare reads the lines in all ways. Those that are several lines, none, or a
// header are left out.
func (w *world) compare(t *testing.T, lines ...string) {
	t.Helper()
	lines = slices.DeleteFunc(lines, func(line string) bool {
		bare := strings.TrimSuffix(line, "\r")
		_, _, isHeader := headerLine([]byte(bare))
		return isHeader || strings.Contains(line, "\n") || strings.Trim(bare, " \t") == "" || len(bare) > maxLine
	})
	want, among, alone := w.plainSights(t, lines), w.sights(t, lines, false), w.sights(t, lines, true)
	for i, line := range lines {
		if !reflect.DeepEqual(want[i], among[i]) || !reflect.DeepEqual(want[i], alone[i]) {
			t.Errorf("%q\nplainly:      %+v\namong others: %+v\none by one:   %+v", line, want[i], among[i], alone[i])
		}
	}
}
