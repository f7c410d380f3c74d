package biflow

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"net/netip"
	"reflect"
	"strings"
	"testing"

	"davy/flowlog"
	"davy/internal/runs"
)

func line(eni, src, dst string, sport, dport, packets, bytes, start, end int) string {
	return fmt.Sprintf("%s %s %s %d %d %d %d %d %d", eni, src, dst, sport, dport, packets, bytes, start, end)
}

// traffic makes n random records of a few interfaces and peers, with every
// kind of line.
func traffic(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	lines := make([]string, 0, n)
	for range n {
		eni := []string{eniA, eniB}[r.IntN(2)]
		start := 600*r.IntN(30) + 3 + r.IntN(500)
		end := start + r.IntN(603-start%600)
		switch r.IntN(20) {
		case 0:
			lines = append(lines, fmt.Sprintf("2 123456789012 %s - - - - - - - %d %d - NODATA", eni, start, end))
			continue
		case 1:
			lines = append(lines, fmt.Sprintf("2 123456789012 %s - - - - - - - %d %d - SKIPDATA", eni, start, end))
			continue
		}
		local, remote := "10.0.0.5", fmt.Sprintf("198.51.100.%d", r.IntN(5))
		if r.IntN(4) == 0 {
			local, remote = "2001:db8::5", fmt.Sprintf("2001:db8:1::%d", r.IntN(3))
		}
		sport, dport := 40000+r.IntN(4), 443
		if r.IntN(2) == 0 {
			local, remote, sport, dport = remote, local, dport, sport
		}
		packets := 1 + r.IntN(50)
		lines = append(lines, fmt.Sprintf("2 123456789012 %s %s %s %d %d %d %d %d %d %d %s OK", eni, local, remote, sport, dport,
			[]int{6, 6, 6, 17}[r.IntN(4)], packets, packets*(40+r.IntN(1400)), start, end, []string{"ACCEPT", "ACCEPT", "ACCEPT", "REJECT"}[r.IntN(4)]))
	}
	return lines
}

// Any order of the records and any split into tables gives the same digest.
func TestOrderAndSplitDoNotMatter(t *testing.T) {
	for seed := range uint64(40) {
		lines := traffic(seed, 400)
		whole := read(t, lines...)
		want := Digest(whole.Pairs())
		r := rand.New(rand.NewPCG(seed, 2))
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		parts := make([]*Table, 1+r.IntN(6))
		for i := range parts {
			parts[i] = new(Table)
		}
		for _, l := range lines {
			feed(t, parts[r.IntN(len(parts))], l)
		}
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		sum := new(Table)
		for _, p := range parts {
			sum.Merge(p)
			if p.Interfaces() != 0 {
				t.Fatal("a merged table is not empty")
			}
		}
		if got := Digest(sum.Pairs()); got != want {
			t.Fatalf("seed %d: digest %.12s in %d parts, want %.12s", seed, got, len(parts), want)
		}
		if again := Digest(sum.Pairs()); again != want {
			t.Fatalf("seed %d: a second reading differs", seed)
		}
		if sum.Totals() != whole.Totals() {
			t.Fatalf("seed %d: totals differ", seed)
		}
	}
}

// The digest depends on what is in the table: one more byte changes it.
func TestDigestSeesEveryCount(t *testing.T) {
	lines := traffic(7, 300)
	want := Digest(read(t, lines...).Pairs())
	changed := append([]string(nil), lines...)
	for i, l := range changed {
		f := strings.Fields(l)
		if len(f) == 14 && f[7] == "6" && f[12] == "ACCEPT" {
			f[9] += "0"
			changed[i] = strings.Join(f, " ")
			break
		}
	}
	if Digest(read(t, changed...).Pairs()) == want {
		t.Error("a changed byte count has the same digest")
	}
	if Digest(read(t, lines[1:]...).Pairs()) == want {
		t.Error("a missing record has the same digest")
	}
}

// What goes in is what the windows hold, plus what is no point: other
// protocols and rejected records.
func TestConservation(t *testing.T) {
	for seed := range uint64(10) {
		table := new(Table)
		stats := fill(t, table, strings.NewReader(strings.Join(traffic(seed, 500), "\n")))
		if got, want := table.Totals(), (Totals{uint64(stats.OK), stats.Bytes, stats.Packets}); got != want {
			t.Fatalf("totals %+v, reader %+v", got, want)
		}
		var windows, accepted uint64
		for p := range table.Pairs() {
			for i := range p.Windows {
				windows += p.Windows[i].LocalBytes + p.Windows[i].RemoteBytes
			}
		}
		for _, l := range traffic(seed, 500) {
			if f := strings.Fields(l); len(f) == 14 && f[7] == "6" && f[12] == "ACCEPT" {
				var n uint64
				fmt.Sscan(f[9], &n)
				accepted += n
			}
		}
		if windows != accepted {
			t.Fatalf("windows hold %d bytes, accepted TCP records %d", windows, accepted)
		}
	}
}

func TestConservationOnRealCaptures(t *testing.T) {
	for _, name := range devFiles(t, "*.log.gz") {
		table := new(Table)
		stats := fillFile(t, table, name)
		if got, want := table.Totals(), (Totals{uint64(stats.OK), stats.Bytes, stats.Packets}); got != want {
			t.Errorf("%s: totals %+v, reader %+v", name, got, want)
		}
	}
}

// D12: sums that overflow stay at the limit and say so, in any order.
func TestD12SumsSaturate(t *testing.T) {
	huge := "9223372036854775807"
	lines := []string{
		eniA + " 10.0.0.5 198.51.100.1 40000 3333 " + huge + " " + huge + " 600 700",
		eniA + " 10.0.0.5 198.51.100.1 40001 3333 " + huge + " " + huge + " 600 700",
		eniA + " 10.0.0.5 198.51.100.1 40002 3333 " + huge + " " + huge + " 600 700",
		eniA + " 10.0.0.5 198.51.100.1 40003 3333 1 40 600 700",
	}
	w := only(t, read(t, lines...)).Windows[0]
	if w.LocalBytes != ^uint64(0) || w.Flags&Saturated == 0 {
		t.Errorf("window %+v", w)
	}
	if p := w.Point(); p[0] < 1e19 {
		t.Errorf("point %v wrapped", p)
	}
}

// D14: contradicting counts are kept and marked.
func TestD14ImplausibleCountsAreMarked(t *testing.T) {
	p := only(t, read(t, eniA+" 10.0.0.5 198.51.100.1 40000 3333 10 100 600 700"))
	if p.Windows[0].Flags&Implausible == 0 || p.Windows[0].LocalBytes != 100 {
		t.Errorf("window %+v", p.Windows[0])
	}
}

// D16: one host is one pair however its address is written.
func TestD16AddressFormsAreOnePair(t *testing.T) {
	only(t, read(t,
		eniA+" 2001:DB8:0:0::5 2001:db8::1 40000 443 10 1000 600 700",
		eniA+" 2001:db8::1 2001:db8:0::0:5 443 40000 10 1000 600 700",
		eniA+" 2001:0db8:0000:0000:0000:0000:0000:0005 2001:db8::1 40000 443 10 1000 600 700",
	))
	only(t, read(t,
		eniA+" ::ffff:10.0.0.5 198.51.100.1 40000 443 10 1000 600 700",
		eniA+" 198.51.100.1 10.0.0.5 443 40000 10 1000 600 700",
	))
}

// D18: odd addresses are counted and break nothing.
func TestD18OddAddresses(t *testing.T) {
	table := read(t,
		eniA+" 10.0.0.5 10.0.0.5 40000 80 10 1000 600 700",
		eniA+" 0.0.0.0 255.255.255.255 68 67 1 300 600 600",
		eniA+" 10.0.0.5 224.0.0.251 5353 5353 1 300 600 600",
		eniA+" fe80::1 ff02::1 1 1 1 300 600 600",
	)
	pairs := collect(table)
	if len(pairs) != 4 {
		t.Fatalf("%d pairs, want 4", len(pairs))
	}
	for _, p := range pairs {
		if p.Local == p.Remote && (len(p.Windows) != 1 || p.Windows[0].LocalBytes != 1000) {
			t.Errorf("to itself: %+v", p.Windows)
		}
	}
}

func TestOrientation(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		local string
		clue  Clue
	}{
		{"the address most pairs share", []string{
			eniA + " 198.51.100.9 203.0.113.1 443 40000 1 100 600 700",
			eniA + " 198.51.100.9 203.0.113.2 443 40000 1 100 600 700",
		}, "198.51.100.9", ByShare},
		{"private before public", []string{eniA + " 203.0.113.1 10.0.0.5 443 40000 1 100 600 700"}, "10.0.0.5", ByPrivate},
		{"the client's port changes", []string{
			eniA + " 10.0.0.9 10.0.0.5 3333 40000 1 100 600 700",
			eniA + " 10.0.0.9 10.0.0.5 3333 40001 1 100 600 700",
		}, "10.0.0.5", ByPort},
		{"nothing to tell by", []string{eniA + " 10.0.0.9 10.0.0.5 179 179 1 100 600 700"}, "10.0.0.5", ByOrder},
	} {
		p := collect(read(t, c.lines...))[0]
		if p.Local != addr(c.local) || p.Clue != c.clue {
			t.Errorf("%s: local %v by %s, want %s by %s", c.name, p.Local, p.Clue, c.local, c.clue)
		}
	}
}

func TestOwnerIsOrderFree(t *testing.T) {
	lines := []string{
		"2 222222222222 " + eniA + " 10.0.0.5 198.51.100.1 40000 443 6 1 100 600 700 ACCEPT OK",
		"2 111111111111 " + eniA + " 10.0.0.5 198.51.100.1 40000 443 6 1 100 600 700 ACCEPT OK",
		"2 333333333333 " + eniA + " - - - - - - - 600 700 - NODATA",
	}
	a := only(t, read(t, lines...)).Owner
	b := only(t, read(t, lines[2], lines[1], lines[0])).Owner
	if !reflect.DeepEqual(a, b) || a.Account != "111111111111" {
		t.Errorf("owners %+v and %+v", a, b)
	}
}

// An interface is AWS's own only if a format has instance-id and no record an instance.
func TestManaged(t *testing.T) {
	const with, without = "- 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333 egress", "i-0 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333 egress"
	for _, c := range []struct {
		rows []string
		hide []string
		want bool
	}{
		{[]string{with}, nil, true},
		{[]string{without}, nil, false},
		{[]string{with, without}, nil, false},
		{[]string{with}, []string{"instance-id"}, false},
	} {
		table := new(Table)
		relayed(t, table, c.hide, c.rows...)
		p := only(t, table)
		if got := p.Owner.Managed(); got != c.want {
			t.Errorf("%v without %v: %v", c.rows, c.hide, got)
		}
	}
}

// What the documents say of memory.
func TestEntryIs32Bytes(t *testing.T) {
	if size := reflect.TypeFor[runs.Entry]().Size(); size != 32 {
		t.Errorf("an entry has %d bytes", size)
	}
}

func TestZeroTable(t *testing.T) {
	var table, other Table
	table.Merge(&other)
	if n := len(collect(&table)); n != 0 || table.Totals() != (Totals{}) {
		t.Errorf("%d pairs in an empty table", n)
	}
}

// BenchmarkAdd adds records of which nothing says what flow log they are of, and of one that is named.
func BenchmarkAdd(b *testing.B) {
	for _, log := range []string{"", "fl-0123456789abcdef0"} {
		b.Run(cmp.Or(log, "unknown"), func(b *testing.B) { benchmarkAdd(b, log) })
	}
}

func benchmarkAdd(b *testing.B, log string) {
	text := strings.Join(traffic(1, 5000), "\n")
	rd, err := flowlog.NewReader(strings.NewReader(text), flowlog.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var records []flowlog.Record
	for {
		var rec flowlog.Record
		if rd.Read(&rec) != nil {
			break
		}
		// Text is not valid after the next Read: without account-id the owner is not looked at.
		rec.Has = flowlog.FieldSet{}
		rec.Interface = append([]byte(nil), rec.Interface...)
		records = append(records, rec)
	}
	b.ReportAllocs()
	table := new(Table)
	table.From(log)
	n := 0
	for b.Loop() {
		if n == 200 { // a million records
			table, n = new(Table), 0
			table.From(log)
		}
		n++
		for i := range records {
			table.Add(&records[i])
		}
	}
	b.ReportMetric(float64(len(records))*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkPairs(b *testing.B) {
	table := read(b, traffic(1, 100000)...)
	b.ReportAllocs()
	for b.Loop() {
		for range table.Pairs() {
		}
	}
}

// Whose clients are strangers: the edges of the networks that count as one's own.
func TestServesStrangers(t *testing.T) {
	for _, c := range []struct {
		local, remote string
		server        Side
		want          bool
	}{
		{"10.0.0.1", "198.51.100.7", LocalSide, true},
		{"10.0.0.1", "198.51.100.7", RemoteSide, false},
		{"10.0.0.1", "198.51.100.7", NoSide, false},
		{"10.0.0.1", "192.168.3.4", LocalSide, false},
		{"10.0.0.1", "100.63.255.255", LocalSide, true},
		{"10.0.0.1", "100.64.0.0", LocalSide, false},
		{"10.0.0.1", "100.127.255.255", LocalSide, false},
		{"10.0.0.1", "100.128.0.0", LocalSide, true},
		{"10.0.0.1", "169.254.169.254", LocalSide, false},
		{"2001:db8:0:aa00::1", "2001:db8:0:aaff::2", LocalSide, false},
		{"2001:db8:0:aa00::1", "2001:db8:0:ab00::2", LocalSide, true},
		{"2001:db8:0:aa00::1", "fd00::2", LocalSide, false},
		{"2001:db8:0:aa00::1", "198.51.100.7", LocalSide, true},
	} {
		p := Pair{Local: netip.MustParseAddr(c.local), Remote: netip.MustParseAddr(c.remote), Server: c.server}
		if got := p.ServesStrangers(); got != c.want {
			t.Errorf("%s serves %s: %v, server %v", c.local, c.remote, got, c.server)
		}
	}
}
