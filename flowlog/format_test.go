package flowlog

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"testing"
)

const (
	fiveNames = "srcaddr dstaddr bytes packets start"
	fiveLine  = "10.0.0.5 192.0.2.7 1200 10 1700000000"
	tgwHeader = "version account-id tgw-id tgw-attachment-id srcaddr dstaddr bytes packets start end log-status"
)

func TestFormats(t *testing.T) {
	traffic := Fields(SrcAddr, DstAddr, Bytes, Packets, Start)
	garbage := strings.Repeat("one two three\n", 99)
	for id, cases := range map[string][]struct {
		text   string
		opts   Options
		want   string
		refuse Reason
	}{
		"C8": {
			{text: "", want: "header=0 ok=0 nodata=0 skipdata=0"},
			{text: "\n", want: "header=0 ok=0 nodata=0 skipdata=0"},
			{text: " \t\r\n\r\n", want: "header=0 ok=0 nodata=0 skipdata=0"},
			{text: "\ufeff", want: "header=0 ok=0 nodata=0 skipdata=0"},
			{text: header, want: "header=1 ok=0 nodata=0 skipdata=0"},
			{text: header + "\r\n", want: "header=1 ok=0 nodata=0 skipdata=0"},
		},
		"C19": {
			{text: good, want: "header=0 ok=1 nodata=0 skipdata=0"},
			{text: lined(noData, skipData, good), want: "header=0 ok=1 nodata=1 skipdata=1"},
			{text: lined(fiveNames, fiveLine), want: "header=1 ok=1 nodata=0 skipdata=0"},
			{text: "\ufeff" + strings.ReplaceAll(lined(fiveNames, fiveLine), " ", ","), want: "header=1 ok=1 nodata=0 skipdata=0"},
			{text: strings.ReplaceAll(lined(fiveNames, fiveLine), "\n", "\r\n"), want: "header=1 ok=1 nodata=0 skipdata=0"},
			{text: lined("src_addr,instance_id,pkt_srcaddr,interface_id", "x,-,,eni-01234567"), want: "header=1 ok=1 nodata=0 skipdata=0"},
			{text: "PAR1\x15\x04", want: "header=0 ok=0 nodata=0 skipdata=0", refuse: FormatUnknown},
			{text: "PAR1" + strings.Repeat("x", maxLine), want: "header=0 ok=0 nodata=0 skipdata=0", refuse: FormatUnknown},
			{text: "\x1f\x8b\x08\x00", want: "header=0 ok=0 nodata=0 skipdata=0", refuse: FormatUnknown},
			{text: `{"message": "2 1"}`, want: "header=0 ok=0 nodata=0 skipdata=0 field_count=1", refuse: FormatUnknown},
			{text: "\x00\x01\x02", want: "header=0 ok=0 nodata=0 skipdata=0 control_char=1", refuse: FormatUnknown},
			{text: strings.Repeat("z", maxLine+1), want: "header=0 ok=0 nodata=0 skipdata=0 line_too_long=1", refuse: FormatUnknown},
			// One damaged line does not sink an object, a hundred do.
			{text: lined(good[30:], good), want: "header=0 ok=1 nodata=0 skipdata=0 field_count=1"},
			{text: lined("\x00", good), want: "header=0 ok=1 nodata=0 skipdata=0 control_char=1"},
			{text: lined(with("version=3"), good), want: "header=0 ok=1 nodata=0 skipdata=0 version_unknown=1"},
			{text: lined(with("version=x"), good), want: "header=0 ok=1 nodata=0 skipdata=0 number_format=1"},
			{text: lined("one two", header, good), want: "header=1 ok=1 nodata=0 skipdata=0 field_count=1"},
			{text: garbage + lined(good), want: "header=0 ok=1 nodata=0 skipdata=0 field_count=99"},
			{text: garbage + lined("one", good), want: "header=0 ok=0 nodata=0 skipdata=0 field_count=100", refuse: FormatUnknown},
			// Without a header, lines of another version are no records.
			{text: lined(good, with("version=3"), good), want: "header=0 ok=2 nodata=0 skipdata=0 version_unknown=1"},
			{text: lined(good, "5 1 2 3", good[:50]), want: "header=0 ok=1 nodata=0 skipdata=0 field_count=1 version_unknown=1"},
			// Transit gateway lines are known, and not wanted.
			{text: lined(tgwLine, tgwLine), want: "header=0 ok=0 nodata=0 skipdata=0 transit_gateway=2"},
			{text: lined(good, tgwLine, good), want: "header=0 ok=2 nodata=0 skipdata=0 transit_gateway=1"},
			{text: lined(tgwHeader, "6 1 tgw-1 tgw-attach-1 x y z"), want: "header=1 ok=0 nodata=0 skipdata=0 transit_gateway=1"},
			{text: lined(tgwHeader, "x"), opts: Options{Require: Fields(InterfaceID)}, want: "header=1 ok=0 nodata=0 skipdata=0 transit_gateway=1"},
		},
		"C20": {
			{text: fiveLine, want: "header=0 ok=0 nodata=0 skipdata=0 field_count=1", refuse: FormatUnknown},
			{text: fiveLine, opts: Options{Format: fiveNames}, want: "header=0 ok=1 nodata=0 skipdata=0"},
			{text: fiveLine, opts: Options{Format: "${srcaddr} ${dstaddr} ${bytes} ${packets} ${start}"}, want: "header=0 ok=1 nodata=0 skipdata=0"},
			{text: fiveLine, opts: Options{Format: "srcaddr,dstaddr,bytes,packets,start"}, want: "header=0 ok=1 nodata=0 skipdata=0"},
			{text: strings.ReplaceAll(fiveLine, " ", ","), opts: Options{Format: fiveNames}, want: "header=0 ok=1 nodata=0 skipdata=0"},
			{text: lined(header, good), opts: Options{Format: fiveNames}, want: "header=1 ok=1 nodata=0 skipdata=0"},
			{text: lined(good, fiveLine), opts: Options{Format: fiveNames}, want: "header=0 ok=1 nodata=0 skipdata=0 field_count=1"},
			{text: fiveLine, opts: Options{Format: fiveNames, Require: traffic}, want: "header=0 ok=1 nodata=0 skipdata=0"},
			{text: fiveLine, opts: Options{Format: fiveNames, Require: Fields(InterfaceID)}, want: "header=0 ok=0 nodata=0 skipdata=0", refuse: HeaderIncomplete},
		},
		"C21": {
			{text: lined(header, good, header, good), want: "header=2 ok=2 nodata=0 skipdata=0"},
			{text: lined(good, header, with("version=7")), want: "header=1 ok=2 nodata=0 skipdata=0"},
			{text: lined(header, good, fiveNames, fiveLine, header, good), want: "header=3 ok=3 nodata=0 skipdata=0"},
			{text: lined(header, good, strings.ReplaceAll(fiveNames, " ", ","), strings.ReplaceAll(fiveLine, " ", ","), "  "+header, good), want: "header=3 ok=3 nodata=0 skipdata=0"},
			{text: lined(header, good, tgwHeader, "6 x", header, good), want: "header=3 ok=2 nodata=0 skipdata=0 transit_gateway=1"},
		},
		"D22": {
			{text: lined("dstaddr srcaddr start bytes packets", "192.0.2.7 10.0.0.5 1700000000 1200 10"), opts: Options{Require: traffic}, want: "header=1 ok=1 nodata=0 skipdata=0"},
		},
		"D23": {
			{text: lined("srcaddr dstaddr srcaddr", "1.2.3.4 1.2.3.4 1.2.3.4"), want: "header=1 ok=0 nodata=0 skipdata=0", refuse: HeaderDuplicate},
			{text: lined("srcaddr src_addr2 dstaddr pkt-srcaddr pkt_srcaddr"), want: "header=1 ok=0 nodata=0 skipdata=0", refuse: HeaderDuplicate},
			{text: lined("srcaddr novel dstaddr novel", "1.2.3.4 x 1.2.3.4 y"), want: "header=1 ok=1 nodata=0 skipdata=0"},
			{text: lined("srcaddr dstaddr", "1.2.3.4 1.2.3.4"), opts: Options{Require: traffic}, want: "header=1 ok=0 nodata=0 skipdata=0", refuse: HeaderIncomplete},
			{text: lined(good), opts: Options{Require: Fields(FlowDirection)}, want: "header=0 ok=0 nodata=0 skipdata=0", refuse: HeaderIncomplete},
			{text: lined(header, good, "srcaddr dstaddr"), opts: Options{Require: traffic}, want: "header=2 ok=1 nodata=0 skipdata=0", refuse: HeaderIncomplete},
			{text: lined("who knows these srcaddr", "1 2 3 1.2.3.4"), want: "header=0 ok=0 nodata=0 skipdata=0 field_count=1 version_unknown=1", refuse: FormatUnknown},
		},
	} {
		t.Run(id, func(t *testing.T) {
			for _, c := range cases {
				s, err := readAll(t, strings.NewReader(c.text), c.opts, nil)
				if reason := reasonOf(t, err); outcome(s) != c.want || reason != c.refuse {
					t.Errorf("%.200q:\ngot  %s, %v\nwant %s, %s", c.text, outcome(s), err, c.want, c.refuse)
				}
			}
		})
	}
}

func TestObjectErrorsSayWhy(t *testing.T) {
	for _, c := range []struct {
		text string
		opts Options
		want string
	}{
		{fiveLine, Options{Object: "a.log"}, `a.log: line 1: format_unknown: no header, and not the default format: 5 fields, "10.0.0.5 192.0.2.7 1200 10 1700000000" (name the columns with --format)`},
		{"\n{}", Options{}, `line 2: format_unknown: no header, and not the default format: 1 fields, "{}" (this looks like JSON; flow log lines are wanted)`},
		{"PAR1", Options{}, `line 1: format_unknown: Parquet (compressed as a whole? decompress it)`},
		{"srcaddr end", Options{Require: Fields(SrcAddr, Bytes, Start)}, `line 1: header_incomplete: no bytes, start (the flow log has to be created with these fields in its format)`},
		{"srcaddr end end", Options{}, `line 1: header_duplicate: format: "end": named twice`},
	} {
		_, err := readAll(t, strings.NewReader(c.text), c.opts, nil)
		if err == nil || err.Error() != c.want {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}

func TestHeaderLine(t *testing.T) {
	for line, want := range map[string]bool{
		header: true, tgwHeader: true, "srcaddr": true, "a srcaddr": true, "srcaddr,dstaddr": true, "srcaddr\tdstaddr": true,
		"": false, "a": false, "a b srcaddr": false, "Srcaddr": false, "srcaddr -": false, "srcaddr,,dstaddr": false,
		"srcaddr, dstaddr": false, "srcaddr dstaddr 1": false, good: false, noData: false, "srcaddr dstaddr\x00": false,
		"eni-0123456789abcdef0 ingress us-east-1": false,
		strings.Repeat("tgw-x ", maxColumns):      true,
		strings.Repeat("tgw-x ", maxColumns+1):    false,
	} {
		if _, _, got := headerLine([]byte(line)); got != want {
			t.Errorf("%.100q: %v", line, got)
		}
	}
}

func TestParseFormat(t *testing.T) {
	f, err := ParseFormat("${srcaddr} ${novel-field},bytes  tcp_flags")
	if err != nil {
		t.Fatal(err)
	}
	if want := []Field{SrcAddr, Unknown, Bytes, TCPFlags}; !slices.Equal(f.Columns(), want) || f.Fields() != Fields(SrcAddr, Bytes, TCPFlags) {
		t.Error(f.Columns(), f.Fields().List())
	}
	if f.Comma() || f.TransitGateway() || f.String() != "${srcaddr} ${novel-field} ${bytes} ${tcp_flags}" {
		t.Error(f)
	}
	if d := DefaultFormat(); d.String() != "${"+strings.ReplaceAll(header, " ", "} ${")+"}" || len(d.Names()) != 14 {
		t.Error(d)
	}
	for s, piece := range map[string]string{
		"": "", " , ": "", "novel": "novel", "srcaddr srcaddr": "srcaddr", "${srcaddr": "${srcaddr", "srcaddr}": "srcaddr}",
		"srcaddr $dstaddr": "$dstaddr", "srcaddr Bytes": "Bytes", "${}": "${}", "srcaddr é": "é",
		strings.Repeat("a ", maxColumns) + "b": "b",
	} {
		_, err := ParseFormat(s)
		var format *FormatError
		if !errors.As(err, &format) || format.Piece != piece || err.Error() == "" {
			t.Errorf("%.80q: %v", s, err)
		}
		if _, err := NewReader(nil, Options{Format: s}); (err == nil) != (strings.TrimSpace(s) == "") {
			t.Errorf("%.80q: %v", s, err)
		}
	}
}

func TestLogStatusAbsent(t *testing.T) {
	text := lined(fiveNames, fiveLine, "- - - - 1700000000", "10.0.0.5 192.0.2.7 - 10 1700000000")
	s, err := readAll(t, strings.NewReader(text), Options{}, nil)
	if err != nil || outcome(s) != "header=1 ok=1 nodata=1 skipdata=0 missing_field=1" {
		t.Error(err, outcome(s))
	}
}

func TestOptionalFields(t *testing.T) {
	names := "srcaddr pkt-srcaddr pkt-dstaddr tcp-flags flow-direction"
	for line, want := range map[string]string{
		"1.2.3.4 - - - -":                   "invalid IP invalid IP 0 0",
		"1.2.3.4 5.6.7.8 2001::1 3 ingress": "5.6.7.8 2001::1 3 1",
		"1.2.3.4 - 1.1.1.1 65535 egress":    "invalid IP 1.1.1.1 65535 2",
		"1.2.3.4 - - 65536 -":               string(OutOfRange),
		"1.2.3.4 - - - Ingress":             string(UnknownEnum),
		"1.2.3.4 1.2.3 - - -":               string(BadAddress),
		"1.2.3.4 - x - -":                   string(BadAddress),
	} {
		var got string
		s, err := readAll(t, strings.NewReader(lined(names, line)), Options{}, func(r *Record) {
			got = fmt.Sprint(r.PktSrc, r.PktDst, r.TCPFlags, r.Direction)
		})
		for r := range s.Rejected {
			got = string(r)
		}
		if err != nil || got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestText(t *testing.T) {
	text := lined("srcaddr novel az-id region bytes", "1.2.3.4 x use1-az1 - 12")
	_, err := readAll(t, strings.NewReader(text), Options{}, func(r *Record) {
		for f, want := range map[Field]string{AZID: "use1-az1", Bytes: "12", SrcAddr: "1.2.3.4", Region: "", VPCID: "", Unknown: "", 200: ""} {
			if got, ok := r.Text(f); string(got) != want || ok != (want != "") {
				t.Errorf("%v: %q, %v", f, got, ok)
			}
		}
		if r.Src != netip.MustParseAddr("1.2.3.4") || r.Has != Fields(SrcAddr, AZID, Bytes) {
			t.Error(r.Has.List())
		}
	})
	if err != nil {
		t.Error(err)
	}
	if _, ok := new(Record).Text(Bytes); ok {
		t.Error("an empty record has text")
	}
}
