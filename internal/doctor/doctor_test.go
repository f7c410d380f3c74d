package doctor

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"davy/biflow"
	"davy/flowlog"
)

const eniA, eniB = "eni-0aaaaaaaaaaaaaaaa", "eni-0bbbbbbbbbbbbbbbb"

// tcp is a line of the default format with so many packets and bytes.
func tcp(src, dst string, packets, bytes int) string {
	return fmt.Sprintf("2 123456789012 %s %s %s 40000 3333 6 %d %d 1740960000 1740960500 ACCEPT OK", eniA, src, dst, packets, bytes)
}

// examine reads lines as the command does; each must be good.
func examine(t *testing.T, lines ...string) *Report {
	t.Helper()
	rd, err := flowlog.NewReader(strings.NewReader(strings.Join(lines, "\n")), flowlog.Options{Require: biflow.Needs})
	if err != nil {
		t.Fatal(err)
	}
	r := &Report{Facts: NewFacts()}
	var table biflow.Table
	var rec flowlog.Record
	for {
		err := rd.Read(&rec)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		table.Add(&rec)
		r.Add(&rec)
	}
	if s := rd.Stats(); s.Bad() > 0 {
		t.Fatal(s.Samples)
	}
	r.Watches = slices.Collect(table.Watches())
	return r
}

func written(r *Report) string {
	var b strings.Builder
	r.Write(&b)
	return b.String()
}

// says checks that the report has each of the lines, whole.
func says(t *testing.T, r *Report, lines ...string) {
	t.Helper()
	text := written(r)
	for _, line := range lines {
		if !strings.Contains("\n"+text, "\n"+line+"\n") {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}

// Which record says what of the byte accounting. At IP level, 40 and 52 bytes
// a packet on IPv4 and 60 and 72 on IPv6 are acknowledgements and nothing else.
func TestAccountingRecords(t *testing.T) {
	const four, six = "10.0.0.1 198.51.100.1", "2001:db8::1 2001:db8::2"
	for _, test := range []struct {
		ends           string
		packets, bytes int
		want           Accounting
	}{
		{four, 10, 400, Accounting{Records: 1, Bare: 1}},
		{four, 10, 520, Accounting{Records: 1, Stamped: 1}},
		{four, 10, 540, Accounting{Records: 1, Framed: 1}},
		{four, 10, 660, Accounting{Records: 1, Framed: 1}},
		{four, 10, 399, Accounting{Records: 1, Below: 1}},
		{four, 10, 401, Accounting{Records: 1}},
		{four, 10, 521, Accounting{Records: 1}},
		{four, 10, 9000, Accounting{Records: 1}},
		{four, 3, 120, Accounting{Records: 1, Bare: 1}},
		{four, 2, 80, Accounting{}}, // a handshake, maybe
		{four, 10, 600, Accounting{Records: 1}},
		{six, 10, 600, Accounting{Records: 1, Bare: 1}},
		{six, 10, 720, Accounting{Records: 1, Stamped: 1}},
		{six, 10, 740, Accounting{Records: 1, Framed: 1}},
		{six, 10, 860, Accounting{Records: 1, Framed: 1}},
		{six, 10, 400, Accounting{Records: 1, Below: 1}},
		{six, 10, 599, Accounting{Records: 1, Below: 1}},
	} {
		src, dst, _ := strings.Cut(test.ends, " ")
		if got := examine(t, tcp(src, dst, test.packets, test.bytes)).TCP; got != test.want {
			t.Errorf("%s, %d bytes in %d packets: %+v, want %+v", test.ends, test.bytes, test.packets, got, test.want)
		}
	}
	udp := strings.Replace(tcp("10.0.0.1", "198.51.100.1", 10, 300), " 6 10 ", " 17 10 ", 1)
	if got := examine(t, udp).TCP; got != (Accounting{}) {
		t.Errorf("UDP: %+v", got)
	}
}

func TestAccountingVerdict(t *testing.T) {
	for _, test := range []struct {
		a    Accounting
		want string
	}{
		{Accounting{}, "cannot tell which bytes are counted"},
		{Accounting{Records: 1000, Bare: 1}, "IP-level, as AWS counts"},
		{Accounting{Records: 1000, Stamped: 1}, "IP-level, as AWS counts"},
		{Accounting{Records: 1000, Bare: 1, Stamped: 1, Framed: 200}, "IP-level, as AWS counts"}, // segments of 14 bytes exist
		{Accounting{Records: 1000, Bare: 1, Stamped: 1, Framed: 201}, "NOT IP-level: acknowledgements carry an Ethernet header"},
		{Accounting{Records: 1000, Framed: 1}, "NOT IP-level: acknowledgements carry an Ethernet header"},
		{Accounting{Records: 1000}, "no record of acknowledgements alone: IP-level is likely, not shown"},
		{Accounting{Records: 1000, Bare: 9, Below: 10}, "IP-level, as AWS counts; 10 damaged records are smaller than their headers"},
		{Accounting{Records: 1000, Bare: 9, Below: 11}, "NOT IP-level: 1.1 % of records are smaller than their headers; the payload alone may be counted"},
		{Accounting{Records: 1000, Below: 5}, "no record of acknowledgements alone: IP-level is likely, not shown"},
	} {
		if got := test.a.Verdict(); got != test.want {
			t.Errorf("%+v: %q, want %q", test.a, got, test.want)
		}
	}
}

func TestAccountingLines(t *testing.T) {
	says(t, examine(t, tcp("10.0.0.1", "198.51.100.1", 10, 520), tcp("198.51.100.1", "10.0.0.1", 10, 400), tcp("10.0.0.1", "198.51.100.2", 10, 5000)),
		"bytes     of 3 TCP records of 3 packets or more: 1 have exactly 40 bytes a packet (60 on IPv6), 1 exactly 52 (72), 0 fewer than 40 (60)",
		"          IP-level, as AWS counts")
	says(t, examine(t, tcp("10.0.0.1", "198.51.100.1", 10, 100)),
		"          NOT IP-level: 100.0 % of records are smaller than their headers; the payload alone may be counted")
	says(t, examine(t, tcp("10.0.0.1", "198.51.100.1", 10, 660)),
		"          NOT IP-level: acknowledgements carry an Ethernet header")
}

func lasting(seconds int) string {
	return fmt.Sprintf("2 123456789012 %s 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 1740960000 %d ACCEPT OK", eniA, 1740960000+seconds)
}

func TestInterval(t *testing.T) {
	for _, test := range []struct {
		lines []string
		want  string
	}{
		{[]string{lasting(0), lasting(60)}, "one minute: no record is longer"},
		{[]string{lasting(61), lasting(600)}, "ten minutes"},
		{[]string{lasting(60), lasting(61), lasting(600)}, "ten minutes (2 records over one minute, 1 not)"},
		{[]string{lasting(60), lasting(600), lasting(601)}, "over ten minutes in 1 records: not AWS's, windows will be blurred"},
		{[]string{"2 123456789012 " + eniA + " - - - - - - - 1740960000 1740960060 - NODATA"}, "unknown: no record with traffic"},
		{nil, "unknown: no record with traffic"},
	} {
		says(t, examine(t, test.lines...), "interval  "+test.want)
	}
}

// at is a record of an interface in one window, counted from a whole hour.
func at(eni string, window int) string {
	start := 1740960000 + 600*window
	return fmt.Sprintf("2 123456789012 %s 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 %d %d ACCEPT OK", eni, start, start+590)
}

// Silence of an interface is shown, worst first; SKIPDATA is not silence, and
// NODATA is neither.
func TestGaps(t *testing.T) {
	r := examine(t,
		at(eniA, 0), at(eniA, 1), at(eniA, 9), // seven windows without a line
		at(eniB, 0), at(eniB, 4), // two, since one is SKIPDATA and …
		"2 123456789012 "+eniB+" - - - - - - - 1740960600 1740961190 - SKIPDATA",
		at("eni-0cccccccccccccccc", 0), // … none, for NODATA was delivered
		"2 123456789012 eni-0cccccccccccccccc - - - - - - - 1740960600 1740961190 - NODATA",
		at("eni-0cccccccccccccccc", 2),
	)
	says(t, r,
		"coverage  3 interfaces, 3 pairs; of 18 windows from each first to last: 9 watched, 1 under SKIPDATA, 9 without a line",
		"          2025-03-03 00:00 UTC to 2025-03-03 01:40 UTC; windows of 0 interfaces do not begin with the clock's",
		"          "+eniA+": 7 of 10 windows without a line, 0 under SKIPDATA",
		"          "+eniB+": 2 of 5 windows without a line, 1 under SKIPDATA")
	text := written(r)
	if strings.Index(text, eniA) > strings.Index(text, eniB) {
		t.Errorf("not the worst first:\n%s", text)
	}
	if strings.Contains(text, "eni-0c") {
		t.Errorf("an interface without gaps is named:\n%s", text)
	}
}

// Five interfaces are named at most.
func TestGapsAreFew(t *testing.T) {
	var lines []string
	for i := range 9 {
		eni := fmt.Sprintf("eni-0%016x", i)
		lines = append(lines, at(eni, 0), at(eni, 2+i))
	}
	text := written(examine(t, lines...))
	if n := strings.Count(text, " windows without a line, 0 under SKIPDATA\n"); n != 5 {
		t.Errorf("%d interfaces named, want 5:\n%s", n, text)
	}
	if !strings.Contains(text, "eni-00000000000000008: 9 of 11 windows") {
		t.Errorf("the worst is not among them:\n%s", text)
	}
}

// Windows that begin beside the clock's are noticed.
func TestShiftedWindows(t *testing.T) {
	var lines []string
	for w := range 6 {
		start := 1740960000 + 600*w + 250
		lines = append(lines, fmt.Sprintf("2 123456789012 %s 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 %d %d ACCEPT OK", eniA, start, start+598))
	}
	if text := written(examine(t, lines...)); !strings.Contains(text, "; windows of 1 interfaces do not begin with the clock's\n") {
		t.Error(text)
	}
}

func TestSight(t *testing.T) {
	const (
		pairs     = "can see   pairs and their windows"
		ports     = "can see   server ports and reconnects"
		noPorts   = "cannot    see server ports or reconnects: srcport or dstport is missing"
		blocked   = "can see   traffic that security groups or network ACLs rejected"
		noBlocked = "cannot    see blocked traffic: no record has action REJECT (the flow log may record accepted traffic only)"
		ways      = "can see   which way each record went"
		noWays    = "cannot    see which way records went: flow-direction is missing; the local side is inferred"
		ends      = "can see   true ends behind NAT gateways and in pods"
		noEnds    = "cannot    see true ends behind NAT gateways and in pods: pkt-srcaddr or pkt-dstaddr is missing"
		names     = "can see   instances"
		noNames   = "cannot    name instances: instance-id is missing; findings name the interface"
		rest      = "interface-id srcaddr dstaddr protocol packets bytes start end"
		values    = eniA + " 10.0.0.1 198.51.100.1 6 10 1000 1740960000 1740960500"
	)
	for _, test := range []struct {
		name  string
		lines []string
		want  []string
	}{
		{"nothing", nil, []string{"cannot    see pairs: there is no record", noPorts, noBlocked, noWays, noEnds, noNames}},
		{"default format", []string{tcp("10.0.0.1", "198.51.100.1", 10, 520)}, []string{pairs, ports, noBlocked, noWays, noEnds, noNames}},
		{"rejected", []string{strings.Replace(tcp("10.0.0.1", "198.51.100.1", 10, 520), "ACCEPT", "REJECT", 1)}, []string{pairs, ports, blocked}},
		{"the least", []string{rest, values}, []string{pairs, noPorts, noBlocked, noWays, noEnds, noNames}},
		{"one port", []string{"dstport " + rest, "3333 " + values}, []string{noPorts}},
		{"flow-direction", []string{"flow-direction " + rest, "egress " + values}, []string{ways, noEnds, noNames}},
		{"packet addresses", []string{"pkt-srcaddr pkt-dstaddr " + rest, "10.0.1.7 198.51.100.1 " + values}, []string{noWays, ends}},
		{"one packet address", []string{"pkt-srcaddr " + rest, "10.0.1.7 " + values}, []string{noEnds}},
		{"instance-id", []string{"instance-id " + rest, "i-0123 " + values}, []string{names}},
		{"a column without a value", []string{"instance-id flow-direction " + rest, "- - " + values}, []string{noNames, noWays}},
	} {
		t.Run(test.name, func(t *testing.T) { says(t, examine(t, test.lines...), test.want...) })
	}
}

func TestFormatsAndProtocols(t *testing.T) {
	line := tcp("10.0.0.1", "198.51.100.1", 10, 520)
	says(t, examine(t, line, line, strings.Replace(line, " 6 10 ", " 17 10 ", 1), strings.Replace(line, " 6 10 ", " 47 10 ", 1),
		"bytes srcaddr dstaddr interface-id protocol packets start end",
		"100 2001:db8::1 2001:db8::2 "+eniB+" 58 1 1740960000 1740960000"),
		"format    bytes srcaddr dstaddr interface-id protocol packets start end (1 records)",
		"format    version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status (4 records)",
		"records   5 accepted, 0 rejected; by protocol: TCP 2, UDP 1, protocol 47 1, ICMPv6 1")
	says(t, examine(t), "records   0 accepted, 0 rejected; by protocol: none")
}

// Facts of objects add up: however the lines are dealt out and in whatever
// order the parts are merged, they are those of the whole.
func TestFactsAddUp(t *testing.T) {
	lines := []string{
		tcp("10.0.0.1", "198.51.100.1", 10, 400), tcp("10.0.0.1", "198.51.100.1", 10, 520), tcp("10.0.0.1", "198.51.100.1", 10, 540),
		tcp("10.0.0.1", "198.51.100.1", 10, 100), lasting(600), lasting(700), lasting(3),
		strings.Replace(at(eniB, 3), "ACCEPT", "REJECT", 1), strings.Replace(at(eniB, 3), " 6 10 ", " 17 10 ", 1),
		"2 123456789012 " + eniB + " - - - - - - - 1740960600 1740961190 - NODATA",
	}
	clean := func(f *Facts) Facts {
		g := *f
		g.format, g.text, g.last = nil, "", ""
		return g
	}
	want := clean(examine(t, lines...).Facts)
	if want.TCP.Records == 0 || want.TCP.Below == 0 || want.Longer == 0 || want.Rejected == 0 || len(want.Protocols) != 2 {
		t.Fatalf("the lines are too much alike: %+v", want)
	}
	for parts := range 5 {
		dealt := make([][]string, parts+1)
		for i, line := range lines {
			dealt[i%(parts+1)] = append(dealt[i%(parts+1)], line)
		}
		there, back := NewFacts(), NewFacts()
		for i := range dealt {
			there.Merge(examine(t, dealt[i]...).Facts)
			back.Merge(examine(t, dealt[parts-i]...).Facts)
		}
		if got := clean(there); !reflect.DeepEqual(got, want) {
			t.Errorf("of %d parts: %+v, want %+v", parts+1, got, want)
		}
		if got := clean(back); !reflect.DeepEqual(got, want) {
			t.Errorf("of %d parts, backwards: %+v, want %+v", parts+1, got, want)
		}
	}
}
