package flowlog

import (
	"bytes"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"net/netip"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

func FuzzReader(f *testing.F) {
	for _, text := range []string{
		lined(header, good, noData, skipData), lined(fiveNames, fiveLine), lined(good, tgwLine, good[:40]),
		strings.ReplaceAll(lined(fiveNames, fiveLine, header, good), " ", ","), "\ufeff" + good + "\r\n\x00",
		strings.Repeat("x", maxLine+1) + "\n" + good, "PAR1", "\r", lined("srcaddr novel", "::1 \t é"),
	} {
		f.Add([]byte(text), "", uint64(1))
		f.Add([]byte(text), fiveNames, uint64(2))
	}
	f.Fuzz(func(t *testing.T, text []byte, format string, seed uint64) {
		whole, err := fuzzRead(t, bytes.NewReader(text), format)
		var bad *FormatError
		if errors.As(err, &bad) {
			return
		}
		pieces, err2 := fuzzRead(t, &chunks{text, rand.New(rand.NewPCG(seed, 0))}, format)
		if err.Error() != err2.Error() || !reflect.DeepEqual(whole, pieces) {
			t.Errorf("in one piece: %v %+v\nin several: %v %+v", err, whole, err2, pieces)
		}
	})
}

// fuzzRead reads to the end and checks what must hold for any input.
func fuzzRead(t *testing.T, r io.Reader, format string) (*Stats, error) {
	rd, err := NewReader(r, Options{Format: format, Object: "o"})
	if err != nil {
		return nil, err
	}
	var rec Record
	records := int64(0)
	for {
		if err := rd.Read(&rec); err != nil {
			s := rd.Stats()
			conserved(t, s)
			if records != s.OK+s.NoData+s.SkipData {
				t.Errorf("%d records read, %+v", records, *s)
			}
			return s, err
		}
		records++
		for f := range numFields {
			if text, ok := rec.Text(f); ok && (len(text) == 0 || string(text) == "-") {
				t.Errorf("%v: %q", f, text)
			}
		}
	}
}

// chunks gives its text out in pieces of random size.
type chunks struct {
	text []byte
	rng  *rand.Rand
}

func (c *chunks) Read(p []byte) (int, error) {
	n := copy(p, c.text[:min(len(c.text), c.rng.IntN(1<<c.rng.IntN(16)))])
	c.text = c.text[n:]
	if len(c.text) == 0 && c.rng.IntN(2) == 0 {
		return n, io.EOF
	}
	return n, nil
}

func FuzzAddr(f *testing.F) {
	for _, s := range []string{
		"1.2.3.4", "255.255.255.255", "0.0.0.0", "01.2.3.4", "256.1.1.1", "1.2.3", "1.2.3.4.5", "::", "::1", "1::", "1:2:3:4:5:6:7:8",
		"1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::3:4:5:6:7:8", "1:2:3:4:5:6:7::8", "::ffff:1.2.3.4", "64:ff9b::192.0.2.1",
		"1:2:3:4:5:6:1.2.3.4", "::1.2.3.4:5", "fe80::1%eth0", ":::", "1:::2", "12345::", "g::", "2001:DB8::A", "1.2.3.4\x00", "1:2",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := netip.ParseAddr(s)
		valid := err == nil && want.Zone() == ""
		// With capacity behind the text and without: both ways a word is loaded.
		for _, b := range [][]byte{append([]byte(s), "34.5:67 and more of the line"...)[:len(s)], []byte(s)[:len(s):len(s)]} {
			got, ok := parseAddr(b)
			if ok != valid || ok && got != want.Unmap() {
				t.Errorf("%q: %v, %v; netip: %v, %v", s, got, ok, want, err)
			}
		}
	})
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{
		"", "0", "00", "1", "9", "10", "65535", "12345678", "123456789", "1700000000", "1234567890123456", "12345678901234567",
		"9223372036854775807", "9223372036854775808", "18446744073709551615", "99999999999999999999", "-1", "+1", "1e3", "0x10", "1_000", "/", ":", "１",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := strconv.ParseUint(s, 10, 64)
		valid := err == nil && want <= math.MaxInt64 && strconv.FormatUint(want, 10) == s
		for _, b := range [][]byte{append([]byte(s), "0123456789 and more of the line"...)[:len(s)], []byte(s)[:len(s):len(s)]} {
			got, ok := parseNumber(b)
			if ok != valid || ok && got != want {
				t.Errorf("%q: %d, %v; strconv: %d, %v", s, got, ok, want, err)
			}
		}
		if valid {
			return
		}
		why := NumberFormat
		canonical := len(s) > 0 && strings.Trim(s, "0123456789") == "" && s[0] != '0'
		digits, negative := strings.CutPrefix(s, "-")
		switch {
		case canonical:
			why = Overflow
		case negative && (digits == "0" || len(digits) > 0 && strings.Trim(digits, "0123456789") == "" && digits[0] != '0'):
			why = Negative
		}
		if got := numberFault([]byte(s)); got != why {
			t.Errorf("%q: %q, want %q", s, got, why)
		}
	})
}

func FuzzParseFormat(f *testing.F) {
	for _, s := range []string{header, tgwHeader, "${srcaddr} ${dstaddr}", "srcaddr,dstaddr", "srcaddr srcaddr", "${", "é", "novel"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		format, err := ParseFormat(s)
		if err != nil {
			var bad *FormatError
			if !errors.As(err, &bad) || !strings.Contains(s, bad.Piece) {
				t.Fatalf("%T %v", err, err)
			}
			return
		}
		again, err := ParseFormat(format.String())
		if err != nil || !reflect.DeepEqual(format, again) {
			t.Errorf("%q: %v, %v", s, err, again)
		}
	})
}

// FuzzSplit compares with a splitter of the plain kind.
func FuzzSplit(f *testing.F) {
	f.Add([]byte(good), byte(' '))
	f.Add([]byte(" a,,b\t c,"), byte(','))
	f.Fuzz(func(t *testing.T, line []byte, sep byte) {
		if sep != ',' {
			sep = ' '
		}
		var fast, plain spans
		n, bad := fast.split(line, sep)
		wantN, wantBad := plain.splitBytes(line, sep)
		if n != wantN || bad != wantBad || fast != plain {
			t.Errorf("%q: %d, %d; want %d, %d", line, n, bad, wantN, wantBad)
		}
	})
}
