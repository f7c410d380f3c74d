package flowlog

import (
	"errors"
	"fmt"
	"io"
	"math"
	"net/netip"
	"runtime"
	"strings"
	"testing"
	"time"
)

// one reads header, line and a good line, and returns the reason for which line
// was rejected, "" if it was not. The good line must always be read.
func one(t *testing.T, opts Options, line string) (Reason, Record) {
	t.Helper()
	var recs []Record
	s, err := readAll(t, strings.NewReader(lined(header, line, good)), opts, func(r *Record) { recs = append(recs, *r) })
	if err != nil {
		t.Fatal(err)
	}
	if s.Lines != 3 || s.Header != 1 || len(recs) == 0 || recs[len(recs)-1].Line != 3 {
		t.Fatalf("%q: %+v", line, *s)
	}
	for r := range s.Rejected {
		if len(s.Samples) != 1 || s.Samples[0].Reason != r || s.Samples[0].Line != 2 {
			t.Errorf("samples: %v", s.Samples)
		}
		return r, Record{}
	}
	return "", recs[0]
}

func TestFaults(t *testing.T) {
	now := time.Unix(1700003600, 0)
	bounded := Options{Now: now, Oldest: time.Unix(1690000000, 0)}
	ipv6 := "2001:db8:1:2:3:4:5:6"
	for id, cases := range map[string][]struct {
		line string
		want Reason
		opts Options
	}{
		"D1": {
			{line: strings.Repeat("x", 10<<20), want: LineTooLong},
			{line: with("account-id=" + strings.Repeat("1", maxLine+12-len(good)))},
			{line: with("account-id=" + strings.Repeat("1", maxLine+13-len(good))), want: LineTooLong},
			{line: with("account-id="+strings.Repeat("1", maxLine+12-len(good))) + "\r"},
			{line: strings.Repeat(" ", maxLine+1), want: LineTooLong},
		},
		"D4": {
			{line: "\x00", want: ControlChar},
			{line: with("account-id=1\x00"), want: ControlChar},
			{line: with("account-id=\x1b[31m1"), want: ControlChar},
			{line: with("account-id=1\x7f"), want: ControlChar},
			{line: with("account-id=\r1"), want: ControlChar},
			{line: good + "\r\r", want: ControlChar},
			{line: with("account-id=1\v2"), want: ControlChar},
		},
		"D5": {
			{line: with("account-id=\xff"), want: BadUTF8},
			{line: with("account-id=\xc0\xaf"), want: BadUTF8},
			{line: "\ufeff" + good, want: BadUTF8},
			{line: with("account-id=\u202e1"), want: BadUTF8},
			{line: with("bytes=１２３"), want: BadUTF8},
			{line: strings.ReplaceAll(good, " ", "\u00a0"), want: BadUTF8},
			{line: strings.ReplaceAll(good, " ", "\t")},
			{line: "  " + strings.ReplaceAll(good, " ", "   ") + " \t"},
			{line: strings.ReplaceAll(good, " ", ","), want: FieldCount},
			{line: strings.ReplaceAll(good, " ", ";"), want: FieldCount},
		},
		"D6": {
			{line: strings.TrimSuffix(good, " OK"), want: FieldCount},
			{line: good + " OK", want: FieldCount},
			{line: good + strings.Repeat(" 1", 1000), want: FieldCount},
			{line: "x", want: FieldCount},
		},
		"D7": {
			{line: with("bytes=-"), want: MissingField},
			{line: with("packets=-"), want: MissingField},
			{line: with("start=-"), want: MissingField},
			{line: with("end=-"), want: MissingField},
			{line: with("protocol=-"), want: MissingField},
			{line: with("srcport=-"), want: MissingField},
			{line: with("dstport=-", "protocol=17"), want: MissingField},
			{line: with("srcport=-", "dstport=-", "protocol=1")},
			{line: with("srcport=-", "dstport=-", "protocol=47")},
			{line: with("srcaddr=-"), want: MissingField},
			{line: with("interface-id=-"), want: MissingField},
			{line: with("action=-"), want: MissingField},
			{line: with("log-status=-"), want: MissingField},
			{line: with("version=-", "account-id=-")},
		},
		"D8": {{line: noData}, {line: with("log-status=NODATA", "bytes=x", "srcaddr=y", "action=z")}},
		"D9": {
			{line: skipData},
			{line: strings.Replace(skipData, "1700000060", "1600000000", 1), want: EndBeforeStart},
			{line: strings.Replace(noData, "1700000060", "x", 1), want: NumberFormat},
			{line: strings.Replace(noData, "eni-", "ens-", 1), want: BadENI},
			{line: "2 - - - - - - - - - - - - SKIPDATA"},
		},
		"D10": {
			{line: with("bytes=-1"), want: Negative},
			{line: with("packets=-99999999999999999999"), want: Negative},
			{line: with("start=-5"), want: Negative},
			{line: with("srcport=-1"), want: Negative},
			{line: with("bytes=--1"), want: NumberFormat},
			{line: with("bytes=-01"), want: NumberFormat},
		},
		"D11": {
			{line: with("bytes=9223372036854775807")},
			{line: with("bytes=9223372036854775808"), want: Overflow},
			{line: with("bytes=18446744073709551615"), want: Overflow},
			{line: with("bytes=18446744073709551616"), want: Overflow},
			{line: with("packets=" + strings.Repeat("9", 40)), want: Overflow},
			{line: with("start=9223372036854775808"), want: Overflow},
		},
		"D13": {
			{line: with("bytes=1e3"), want: NumberFormat},
			{line: with("bytes=+5"), want: NumberFormat},
			{line: with("bytes=0x10"), want: NumberFormat},
			{line: with("bytes=007"), want: NumberFormat},
			{line: with("bytes=00"), want: NumberFormat},
			{line: with("bytes=1_000"), want: NumberFormat},
			{line: with("bytes=1.0"), want: NumberFormat},
			{line: with("bytes=1/"), want: NumberFormat},
			{line: with("bytes=:1"), want: NumberFormat},
			{line: with("bytes=1234567890123456x"), want: NumberFormat},
			{line: with("bytes= 5000")},
		},
		"D15": {
			{line: with("end=1699999999"), want: EndBeforeStart},
			{line: with("end=1700000000")},
			{line: with("end=1700003600")},
			{line: with("end=1700003601"), want: IntervalTooLong},
			{line: with("start=0", "end=0")},
			{line: with("start=0", "end=0"), want: TooOld, opts: bounded},
			{line: with("start=1690000000", "end=1690000000"), opts: bounded},
			{line: with("start=1689999999", "end=1690000000"), want: TooOld, opts: bounded},
			{line: with("start=1700007200", "end=1700007200"), opts: bounded},
			{line: with("start=1700007201", "end=1700007201"), want: Future, opts: bounded},
			{line: with("start=253402300799", "end=253402300799"), want: Future, opts: bounded},
			{line: with("start=253402300799", "end=253402300799")},
			{line: with("start=1700000000000"), want: TimestampUnit},
			{line: with("start=1700000000000", "end=1700000060000"), want: TimestampUnit, opts: bounded},
		},
		"D16": {
			{line: with("srcaddr=2001:DB8::1")},
			{line: with("srcaddr=::ffff:1.2.3.4")},
			{line: with("srcaddr=fe80::1%eth0"), want: BadAddress},
			{line: with("srcaddr=" + ipv6)},
			{line: with("srcaddr=2001:db8::1::"), want: BadAddress},
			{line: with("srcaddr=12345::"), want: BadAddress},
		},
		"D17": {
			{line: with("srcaddr=010.0.0.1"), want: BadAddress},
			{line: with("srcaddr=1.2.3"), want: BadAddress},
			{line: with("srcaddr=256.1.1.1"), want: BadAddress},
			{line: with("srcaddr=1.2.3.4/32"), want: BadAddress},
			{line: with("dstaddr=1.2.3.4."), want: BadAddress},
			{line: with("dstaddr=.1.2.3.4"), want: BadAddress},
			{line: with("dstaddr=1..3.4"), want: BadAddress},
			{line: with("dstaddr=1.2.3.0004"), want: BadAddress},
			{line: with("dstaddr=1.2.3.x"), want: BadAddress},
			{line: with("dstaddr=example.com"), want: BadAddress},
		},
		"D18": {
			{line: with("dstaddr=10.0.0.5")},
			{line: with("srcaddr=0.0.0.0", "dstaddr=255.255.255.255")},
			{line: with("dstaddr=224.0.0.1")},
			{line: with("srcaddr=169.254.169.254")},
			{line: with("srcaddr=::", "dstaddr=ff02::1")},
		},
		"D19": {
			{line: with("protocol=300"), want: OutOfRange},
			{line: with("protocol=255")},
			{line: with("srcport=70000"), want: OutOfRange},
			{line: with("dstport=65536"), want: OutOfRange},
			{line: with("protocol=1", "srcport=8")},
		},
		"D20": {
			{line: with("interface-id=eni-" + strings.Repeat("a", 10<<10)), want: BadENI},
			{line: with("interface-id=eni-<script>"), want: BadENI},
			{line: with("interface-id=eni-0123456789ABCDEF0"), want: BadENI},
			{line: with("interface-id=eni-01234567")},
			{line: with("interface-id=eni-0123456"), want: BadENI},
			{line: with("interface-id=eni-012345678901234567"), want: BadENI},
			{line: with("interface-id==cmd()"), want: BadENI},
			{line: with("interface-id=../../"), want: BadENI},
			{line: with("interface-id=💰"), want: BadUTF8},
			{line: with("interface-id=../../"), opts: Options{LenientENI: true}},
			{line: with("interface-id=" + strings.Repeat("e", 64)), opts: Options{LenientENI: true}},
			{line: with("interface-id=" + strings.Repeat("e", 65)), want: BadENI, opts: Options{LenientENI: true}},
		},
		"D21": {
			{line: with("action=DROP"), want: UnknownEnum},
			{line: with("action=accept"), want: UnknownEnum},
			{line: with("log-status=ok"), want: UnknownEnum},
			{line: with("log-status=NODATA2"), want: UnknownEnum},
		},
		"D22": {
			{line: with("version=0")},
			{line: with("version=99")},
			{line: with("version=70000")},
			{line: with("version=two"), want: NumberFormat},
		},
	} {
		t.Run(id, func(t *testing.T) {
			for _, c := range cases {
				if got, _ := one(t, c.opts, c.line); got != c.want {
					t.Errorf("%.200q: %q, want %q", c.line, got, c.want)
				}
			}
		})
	}
}

func TestRecord(t *testing.T) {
	_, rec := one(t, Options{}, good)
	want := Record{
		Has: DefaultFormat().Fields(), Line: 2, Status: OK, Action: Accept, Version: 2, Protocol: 6,
		SrcPort: 41000, DstPort: 443, Src: netip.MustParseAddr("10.0.0.5"), Dst: netip.MustParseAddr("192.0.2.7"),
		Packets: 10, Bytes: 1200, Start: 1700000000, End: 1700000060,
	}
	rec.Interface, rec.cols = nil, columns{}
	if fmt.Sprint(rec) != fmt.Sprint(want) {
		t.Errorf("got  %+v\nwant %+v", rec, want)
	}
}

func TestEndlessLine(t *testing.T) { // D2
	t.Run("D2", func(t *testing.T) {
		size := int64(1 << 30)
		if testing.Short() {
			size = 64 << 20
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r := io.MultiReader(strings.NewReader(good+"\n"), io.LimitReader(repeat('x'), size), strings.NewReader("\n"+good))
		s, err := readAll(t, r, Options{}, nil)
		runtime.ReadMemStats(&after)
		if err != nil || outcome(s) != "header=0 ok=2 nodata=0 skipdata=0 line_too_long=1" {
			t.Error(err, outcome(s))
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 1<<20 {
			t.Errorf("%d bytes allocated", grown)
		}
	})
}

type repeat byte

func (c repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(c)
	}
	return len(p), nil
}

func TestLastLine(t *testing.T) { // D3
	t.Run("D3", func(t *testing.T) {
		for _, text := range []string{good, good + "\n", good + "\r", good + "\r\n", "\n" + good + "\n\n", "\ufeff" + good} {
			s, err := readAll(t, strings.NewReader(text), Options{}, nil)
			if err != nil || s.OK != 1 || s.Lines != 1 {
				t.Errorf("%q: %v, %s", text, err, outcome(s))
			}
		}
	})
}

func TestSaturatedSums(t *testing.T) { // D12
	t.Run("D12", func(t *testing.T) {
		huge := with("bytes=9223372036854775807")
		s, err := readAll(t, strings.NewReader(lined(huge, huge, huge)), Options{}, nil)
		if err != nil || s.OK != 3 || s.Bytes != math.MaxUint64 || !s.Saturated || s.Packets != 30 {
			t.Errorf("%v, %+v", err, s)
		}
	})
}

func TestImplausible(t *testing.T) { // D14
	t.Run("D14", func(t *testing.T) {
		for line, want := range map[string]bool{
			with("packets=0", "bytes=0"):        false,
			with("packets=0", "bytes=1"):        true,
			with("packets=1", "bytes=0"):        true,
			with("packets=10", "bytes=199"):     true,
			with("packets=10", "bytes=200"):     false,
			with("packets=9223372036854775807"): true,
		} {
			s, _ := readAll(t, strings.NewReader(line), Options{}, func(r *Record) {
				if r.Implausible != want {
					t.Errorf("%q: %v", line, r.Implausible)
				}
			})
			if s.OK != 1 || (s.Implausible == 1) != want {
				t.Errorf("%q: %+v", line, s)
			}
		}
	})
}

func TestICMPHasNoPorts(t *testing.T) { // D19
	for _, protocol := range []string{"1", "58"} {
		if _, rec := one(t, Options{}, with("protocol="+protocol, "srcport=8", "dstport=9")); rec.SrcPort != 0 || rec.DstPort != 0 {
			t.Errorf("protocol %s: ports %d, %d", protocol, rec.SrcPort, rec.DstPort)
		}
	}
	if _, rec := one(t, Options{}, with("srcaddr=::ffff:1.2.3.4")); rec.Src != netip.MustParseAddr("1.2.3.4") {
		t.Error(rec.Src)
	}
}

func TestMostlyBad(t *testing.T) { // D24
	t.Run("D24", func(t *testing.T) {
		for _, c := range []struct {
			good, bad int
			want      bool
		}{{0, 100, false}, {0, 101, true}, {50, 51, true}, {51, 51, false}, {51, 50, false}, {1000, 100, false}} {
			text := header + "\n" + strings.Repeat(good+"\n", c.good) + strings.Repeat("x\n", c.bad)
			s, err := readAll(t, strings.NewReader(text), Options{}, nil)
			if err != nil || s.Bad() != int64(c.bad) || s.MostlyBad() != c.want || len(s.Samples) > 3 {
				t.Errorf("%+v: %v, %s, %v", c, err, outcome(s), s.MostlyBad())
			}
		}
	})
}

func TestSampleIsShort(t *testing.T) {
	for _, line := range []string{strings.Repeat("\x1b", 500), strings.Repeat("é", 500), strings.Repeat("x", 1<<20)} {
		s, _ := readAll(t, strings.NewReader(lined(good, line)), Options{Object: "o"}, nil)
		if len(s.Samples) != 1 || len(s.Samples[0].Detail) > 125 || strings.Contains(samples(s), "\x1b") {
			t.Errorf("%+v", s.Samples)
		}
	}
}

// samples joins the samples as a caller may print them.
func samples(s *Stats) string {
	var errs []error
	for i := range s.Samples {
		errs = append(errs, &s.Samples[i])
	}
	return errors.Join(errs...).Error()
}

func TestReaderError(t *testing.T) {
	broken := errors.New("broken")
	r := io.MultiReader(strings.NewReader(good+"\n"+good[:20]), errorReader{broken})
	s, err := readAll(t, r, Options{Object: "o"}, nil)
	if !errors.Is(err, broken) || s.OK != 1 || s.Lines != 1 {
		t.Errorf("%v, %+v", err, s)
	}
	_, err = readAll(t, errorReader{&ObjectError{Object: "o", Reason: Truncated}}, Options{Object: "o"}, nil)
	if reasonOf(t, err) != Truncated {
		t.Error(err)
	}
	if _, err = readAll(t, stuck{}, Options{}, nil); !errors.Is(err, io.ErrNoProgress) {
		t.Error(err)
	}
}

type errorReader struct{ err error }

func (r errorReader) Read([]byte) (int, error) { return 0, r.err }

type stuck struct{}

func (stuck) Read([]byte) (int, error) { return 0, nil }
