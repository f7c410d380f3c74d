package biflow

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"davy/internal/runs"
)

// A delivery is what one flow log has.
type delivery struct {
	log   string
	lines []string
}

// gather reads deliveries as objects are: into a table each, which are merged.
func gather(t testing.TB, prefer string, all ...delivery) *Table {
	t.Helper()
	table := new(Table)
	table.Prefer(prefer)
	for _, d := range all {
		part := new(Table)
		part.From(d.log)
		feed(t, part, d.lines...)
		table.Merge(part)
	}
	return table
}

// want tells what a table must be like: as if it had been given these lines alone.
func want(t *testing.T, table *Table, lines ...string) {
	t.Helper()
	plain := read(t, lines...)
	if got, want := Digest(table.Pairs()), Digest(plain.Pairs()); got != want {
		t.Errorf("digest %.12s, want %.12s", got, want)
	}
	if got, want := fmt.Sprint(watchesOf(table)), fmt.Sprint(watchesOf(plain)); got != want {
		t.Errorf("watches\n%s, want\n%s", got, want)
	}
	if got, want := table.Interfaces(), plain.Interfaces(); got != want {
		t.Errorf("%d interfaces, want %d", got, want)
	}
	counted := table.Totals().Records
	for _, o := range table.Overlaps() {
		for _, s := range o.Logs {
			counted -= s.LeftOut.Records
		}
	}
	if counted != plain.Totals().Records {
		t.Errorf("%d of %d records count, want %d", counted, table.Totals().Records, plain.Totals().Records)
	}
	if err := table.Err(); err != nil {
		t.Error(err)
	}
}

// those are the lines that a flow log of some actions has.
func those(lines []string, action string) (out []string) {
	for _, l := range lines {
		if f := strings.Fields(l); f[13] != "OK" || f[12] == action {
			out = append(out, l)
		}
	}
	return out
}

func startOf(line string) int64 {
	f := strings.Fields(line)
	n, _ := strconv.ParseInt(f[10], 10, 64)
	return n
}

// during are the lines that start from one second to before another.
func during(lines []string, from, to int64) (out []string) {
	for _, l := range lines {
		if at := startOf(l); from <= at && at < to {
			out = append(out, l)
		}
	}
	return out
}

// Two flow logs on one interface are one: "ENI covered by two flow logs" of the faults.
func TestF9OverlappingFlowLogs(t *testing.T) {
	all := traffic(3, 3000)
	accepted, rejected := those(all, "ACCEPT"), those(all, "REJECT")
	// An interval with rejected traffic alone is NODATA in a log of what was accepted.
	quiet := append(slices.Clone(accepted), "2 123456789012 "+eniA+" - - - - - - - 700 1100 - NODATA")
	first, rest := during(all, 0, 9000), during(all, 9000, 18000)
	torn := slices.Concat(during(all, 0, 6000), during(all, 9600, 18000))
	silent := those(those(all, "ACCEPT"), "REJECT")
	for _, c := range []struct {
		name   string
		prefer string
		logs   []delivery
		want   []string
		shares []string // of eniA, if there is an overlap
	}{
		{"F9 of a VPC and of a subnet", "", []delivery{{"fl-b", all}, {"fl-a", all}}, all, []string{share("fl-a", all, nil), share("fl-b", all, all)}},
		{"F9 one of objects without a name", "", []delivery{{"fl-a", all}, {"", all}}, all, []string{share("", all, nil), share("fl-a", all, all)}},
		{"F9 ALL and ACCEPT", "", []delivery{{"fl-a", quiet}, {"fl-b", all}}, all, []string{share("fl-b", all, nil), share("fl-a", quiet, quiet)}},
		{"F9 ALL and REJECT", "", []delivery{{"fl-a", rejected}, {"fl-b", all}}, all, []string{share("fl-b", all, nil), share("fl-a", rejected, rejected)}},
		{"F9 ALL, ACCEPT and REJECT", "", []delivery{{"fl-a", rejected}, {"fl-b", accepted}, {"fl-c", all}}, all, []string{
			share("fl-c", all, nil), share("fl-b", accepted, accepted), share("fl-a", rejected, rejected),
		}},
		{"F9 ALL, ACCEPT preferred", "fl-a", []delivery{{"fl-a", accepted}, {"fl-b", all}}, all, []string{share("fl-a", accepted, nil), share("fl-b", all, accepted)}},
		{"F9 ACCEPT and REJECT complete each other", "", []delivery{{"fl-a", accepted}, {"fl-b", rejected}}, slices.Concat(accepted, rejected), nil},
		{"F9 one after the other", "", []delivery{{"fl-a", first}, {"fl-b", rest}}, all, nil},
		{"F9 one stopped and made again, the other goes on", "", []delivery{{"fl-a", torn}, {"fl-b", all}}, all, []string{share("fl-b", all, nil), share("fl-a", torn, torn)}},
		{"F9 the same, the torn one preferred", "fl-a", []delivery{{"fl-a", torn}, {"fl-b", all}}, all, []string{share("fl-a", torn, nil), share("fl-b", all, torn)}},
		{"F9 preferred, but not there", "fl-c", []delivery{{"fl-a", all}, {"fl-b", all}}, all, []string{share("fl-a", all, nil), share("fl-b", all, all)}},
		{"F9 many objects", "", []delivery{{"fl-a", first}, {"fl-b", first}, {"fl-a", rest}, {"fl-b", rest}}, all, []string{share("fl-a", all, nil), share("fl-b", all, all)}},
		{"F9 preferred, with nothing but NODATA", "fl-n", []delivery{{"fl-n", silent}, {"fl-a", all}}, all, []string{share("fl-n", silent, nil), share("fl-a", all, silent)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := gather(t, c.prefer, c.logs...)
			want(t, table, c.want...)
			var got []string
			for _, o := range table.Overlaps() {
				if o.Interface == eniA {
					for _, s := range o.Logs {
						got = append(got, fmt.Sprint(s.FlowLog, " ", s.Records, " ", s.LeftOut.Records, " ", s.Silences))
					}
				}
			}
			if !slices.Equal(got, c.shares) {
				t.Errorf("%q, want %q", got, c.shares)
			}
		})
	}
}

// share is what a log has of eniA: its id, records, and records and silences left out.
func share(log string, all, left []string) string {
	count := func(lines []string) (records, silences int) {
		for _, l := range lines {
			switch {
			case !strings.Contains(l, eniA):
			case strings.HasSuffix(l, " OK"):
				records++
			default:
				silences++
			}
		}
		return records, silences
	}
	records, _ := count(all)
	out, silences := count(left)
	return fmt.Sprint(log, " ", records, " ", out, " ", silences)
}

// minutes are records of one connection with as many packets as seconds, all of the
// same size, cut every so many seconds.
func minutes(from, to, cut int) (lines []string) {
	for at := from - from%cut; at < to; at += cut {
		begin, end := max(at, from), min(at+cut, to)-1
		n := end - begin + 1
		lines = append(lines, line(eniA, "10.0.0.5", "198.51.100.1", 40000, 3333, n, 100*n, begin, end))
	}
	return lines
}

// One-minute and ten-minute logs start their records elsewhere. One of them is taken,
// and where the other goes on, less than an interval of it is lost or there twice.
func TestF9IntervalsDiffer(t *testing.T) {
	short, long := minutes(600, 12600, 60), minutes(600, 12600, 600)
	want(t, gather(t, "", delivery{"fl-a", long}, delivery{"fl-b", short}), short...)
	want(t, gather(t, "fl-a", delivery{"fl-a", long}, delivery{"fl-b", short}), long...)

	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 1))
		from, to := 600+r.IntN(6000), 8000+r.IntN(4600)
		for _, prefer := range []string{"fl-short", "fl-long"} {
			for _, part := range [][]delivery{
				{{"fl-long", long}, {"fl-short", minutes(from, to, 60)}},
				{{"fl-long", minutes(from, to, 600)}, {"fl-short", short}},
				{{"fl-long", minutes(600, to, 600)}, {"fl-short", minutes(from, 12600, 60)}},
			} {
				table := gather(t, prefer, part...)
				bytes := uint64(0)
				for _, w := range only(t, table).Windows {
					bytes += w.LocalBytes
				}
				const truth, edge = 12000 * 100, 600 * 100 // one at either end of what is preferred
				if bytes+2*edge <= truth || bytes >= truth+2*edge {
					t.Errorf("seed %d, %s preferred: %d bytes, want %d but for %d at two edges", seed, prefer, bytes, truth, edge)
				}
				if err := table.Err(); err != nil {
					t.Error(err)
				}
			}
		}
	}
}

// settledByHand is the rule of From in the plainest way: the lines that count.
func settledByHand(logs []delivery, prefer string) (kept []string, left map[string]int) {
	type log struct {
		name    string
		lines   []string
		records int
		action  map[string]bool
		on      [][2]int64
	}
	left = make(map[string]int)
	for _, eni := range []string{eniA, eniB} {
		var all []*log
		for _, d := range logs {
			i := slices.IndexFunc(all, func(l *log) bool { return l.name == d.log })
			if i < 0 {
				i = len(all)
				all = append(all, &log{name: d.log, action: make(map[string]bool)})
			}
			for _, l := range d.lines {
				f := strings.Fields(l)
				if f[2] != eni {
					continue
				}
				all[i].lines = append(all[i].lines, l)
				if f[13] == "OK" {
					all[i].records++
					all[i].action[f[12]] = true
				}
				end, _ := strconv.ParseInt(f[11], 10, 64)
				all[i].on = append(all[i].on, [2]int64{startOf(l), end})
			}
		}
		all = slices.DeleteFunc(all, func(l *log) bool { return len(l.lines) == 0 })
		slices.SortFunc(all, func(a, b *log) int {
			switch {
			case prefer != "" && a.name == prefer:
				return -1
			case prefer != "" && b.name == prefer:
				return 1
			case a.records != b.records:
				return b.records - a.records
			}
			return strings.Compare(a.name, b.name)
		})
		for _, l := range all { // a minute is the least that these tests know
			slices.SortFunc(l.on, func(a, b [2]int64) int { return int(a[0] - b[0]) })
			for i := 1; i < len(l.on); i++ {
				if l.on[i][0] <= l.on[i-1][1]+1200 {
					l.on[i] = [2]int64{l.on[i-1][0], max(l.on[i-1][1], l.on[i][1])}
				}
			}
		}
		for i, l := range all {
			for _, text := range l.lines {
				f := strings.Fields(text)
				taken := slices.ContainsFunc(all[:i], func(b *log) bool {
					on := slices.ContainsFunc(b.on, func(s [2]int64) bool { return s[0] <= startOf(text) && startOf(text) <= s[1] })
					if f[13] == "OK" {
						return on && b.action[f[12]]
					}
					apart := len(b.action) == 1 && len(l.action) == 1 && !reflect.DeepEqual(b.action, l.action)
					return on && !apart
				})
				if taken {
					left[eni+" "+l.name]++
				} else {
					kept = append(kept, text)
				}
			}
		}
	}
	return kept, left
}

// Whatever flow logs there are, in any order, split and memory: what comes out is what
// the rule gives by hand, and nothing is lost.
func TestF9AnyOrderSplitAndMemory(t *testing.T) {
	met, apart := 0, 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 6))
		all := traffic(seed, 300)
		var logs []delivery
		for i := range 2 + r.IntN(3) {
			lines := all
			switch r.IntN(4) {
			case 0:
				lines = those(all, "ACCEPT")
			case 1:
				lines = those(all, "REJECT")
			}
			from := int64(600 * r.IntN(20))
			lines = during(lines, from, from+int64(600*r.IntN(30)))
			if r.IntN(3) == 0 { // a few at random: with pauses
				lines = slices.Clone(lines)
				r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
				lines = lines[:len(lines)/8]
			}
			logs = append(logs, delivery{[]string{"fl-c", "fl-a", "", "fl-b"}[i], lines})
		}
		prefer := []string{"", "", "fl-a", "fl-b"}[r.IntN(4)]
		kept, left := settledByHand(logs, prefer)
		plain := read(t, kept...)
		digest, watches := Digest(plain.Pairs()), fmt.Sprint(watchesOf(plain))

		held := []int{1 << 18, 50, 0}[r.IntN(3)]
		t.Run(fmt.Sprint(seed, held), func(t *testing.T) {
			less(t, held, held)
			budget := &runs.Budget{Bytes: int64(r.IntN(2)), Dir: t.TempDir()}
			workers := []*Table{NewTable(budget), NewTable(budget), NewTable(budget)}
			for _, d := range logs {
				lines := slices.Clone(d.lines)
				r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
				for len(lines) > 0 {
					n := 1 + r.IntN(len(lines))
					part := NewTable(budget)
					part.From(d.log)
					feed(t, part, lines[:n]...)
					if r.IntN(2) == 0 {
						part.pack()
					}
					workers[r.IntN(3)].Merge(part)
					lines = lines[n:]
				}
			}
			r.Shuffle(3, func(i, j int) { workers[i], workers[j] = workers[j], workers[i] })
			table := workers[0]
			table.Prefer(prefer)
			table.Merge(workers[1])
			_ = table.Overlaps() // of what is there, which is not all
			table.Merge(workers[2])
			if got := Digest(table.Pairs()); got != digest {
				t.Errorf("digest %.12s, want %.12s", got, digest)
			}
			if got := fmt.Sprint(watchesOf(table)); got != watches {
				t.Errorf("watches\n%s, want\n%s", got, watches)
			}
			out := make(map[string]int)
			for _, o := range table.Overlaps() {
				for _, s := range o.Logs {
					if n := int(s.LeftOut.Records + s.Silences); n > 0 {
						out[o.Interface+" "+s.FlowLog] = n
						met += n
					}
				}
			}
			if !reflect.DeepEqual(out, left) {
				t.Errorf("left out %v, want %v", out, left)
			}
			if len(left) == 0 {
				apart++
			}
			if err := table.Err(); err != nil {
				t.Error(err)
			}
			if err := table.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	if met < 1000 || apart == 0 || apart > 150 {
		t.Errorf("%d lines were left out, and none in %d tables: these are no overlaps", met, apart)
	}
}

// Where no flow log is on what another has, the table is that of lines without any.
func TestOneFlowLogIsNoOverlap(t *testing.T) {
	lines := traffic(1, 1000)
	var a, b []string
	for _, l := range lines {
		if strings.Contains(l, eniA) {
			a = append(a, l)
		} else {
			b = append(b, l)
		}
	}
	table := gather(t, "", delivery{"fl-a", a}, delivery{"fl-b", b})
	want(t, table, lines...)
	if table.shared != nil || len(table.Overlaps()) > 0 {
		t.Errorf("overlaps %v", table.Overlaps())
	}
}

// The self-check sees a record that is lost on the way, or there twice.
func TestF9SelfCheck(t *testing.T) {
	lines := traffic(1, 200)
	for name, spoil := range map[string]func(*Table){
		"all is there":           func(*Table) {},
		"the copy is lost":       func(table *Table) { table.settled = runs.Shelf{} },
		"left out and uncounted": func(table *Table) { table.left.Records-- },
	} {
		table := gather(t, "", delivery{"fl-a", lines}, delivery{"fl-b", lines})
		table.settle()
		spoil(table)
		collect(table)
		if err := table.Err(); (err == nil) != (name == "all is there") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Where the copy cannot be put on disk the table says so.
func TestF9NoDiskIsAnError(t *testing.T) {
	budget := &runs.Budget{Dir: t.TempDir() + "/missing"}
	table := NewTable(budget)
	for _, log := range []string{"fl-a", "fl-b"} {
		table.From(log)
		feed(t, table, traffic(1, 500)...)
	}
	table.pack()
	budget.Bytes = 1
	if table.Overlaps(); table.Err() == nil || !strings.Contains(table.Err().Error(), "memory") {
		t.Errorf("error %v", table.Err())
	}
}

// Stretches that come in any order are joined as if they had come in order, and few
// are held where few are apart.
func TestSpans(t *testing.T) {
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 7))
		var s spans
		on := make([]bool, 500_000)
		most := 0
		for range 10_000 {
			from, length := 1800*r.Int64N(250), r.Int64N(700)
			s.add(from, from+length)
			for i := from; i <= from+length; i++ {
				on[i] = true
			}
			most = max(most, len(s.list))
		}
		s.join()
		off := int64(-1 << 40) // the last second that is on
		for i := range on {
			if on[i] {
				if int64(i)-off <= 1200 {
					for j := off; j < int64(i); j++ {
						on[j] = true
					}
				}
				off = int64(i)
			}
		}
		for i := range on {
			if s.at(int64(i)) != on[i] {
				t.Fatalf("seed %d: second %d is on: %v", seed, i, !on[i])
			}
		}
		if most > 2000 {
			t.Errorf("%d stretches were held", most)
		}
	}
}

// BenchmarkOverlap walks the pairs of two flow logs that say the same.
func BenchmarkOverlap(b *testing.B) {
	lines := traffic(1, 50000)
	table := gather(b, "", delivery{"fl-a", lines}, delivery{"fl-b", lines})
	b.ReportAllocs()
	for b.Loop() {
		table.unsettle()
		for range table.Pairs() {
		}
	}
}
