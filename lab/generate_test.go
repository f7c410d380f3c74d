package lab

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A line is a parsed record.
type line struct {
	eni, status, action        string
	src, dst                   netip.AddrPort
	protocol                   uint8
	packets, bytes, start, end int64
}

// generated runs Generate and parses what it wrote, strictly.
func generated(t testing.TB, cfg Config) ([]line, []Label) {
	t.Helper()
	var lines []line
	keys := map[string]bool{}
	labels, err := Generate(context.Background(), cfg, func(o Object) error {
		if keys[o.Key] {
			t.Errorf("two objects %s", o.Key)
		}
		keys[o.Key] = true
		rows := strings.Split(strings.TrimSuffix(string(o.Body), "\n"), "\n")
		if rows[0] != Header || len(rows)-1 != o.Records {
			t.Errorf("object with %d rows, first %q, says %d records", len(rows), rows[0], o.Records)
		}
		for _, row := range rows[1:] {
			lines = append(lines, parse(t, row))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return lines, labels
}

func parse(t testing.TB, row string) line {
	t.Helper()
	f := strings.Split(row, " ")
	if len(f) != 14 || f[0] != "2" || f[1] != Account {
		t.Fatalf("bad record %q", row)
	}
	number := func(i int) int64 {
		n, err := strconv.ParseInt(f[i], 10, 64)
		if err != nil {
			t.Fatalf("bad record %q: %v", row, err)
		}
		return n
	}
	l := line{eni: f[2], action: f[12], status: f[13], start: number(10), end: number(11)}
	if l.status == "NODATA" || l.status == "SKIPDATA" {
		if strings.Join(f[3:10], "") != "-------" || l.action != "-" {
			t.Fatalf("bad record %q", row)
		}
		return l
	}
	l.src = netip.AddrPortFrom(netip.MustParseAddr(f[3]), uint16(number(5)))
	l.dst = netip.AddrPortFrom(netip.MustParseAddr(f[4]), uint16(number(6)))
	l.protocol = uint8(number(7))
	l.packets, l.bytes = number(8), number(9)
	if l.packets < 1 || l.bytes < 28*l.packets || l.bytes > min(largest(l.src.Addr()), largest(l.dst.Addr()))*l.packets {
		t.Fatalf("impossible record %q", row)
	}
	return l
}

// every is a Config with each kind on an interface of its own.
func every(interval int, d time.Duration) Config {
	cfg := Config{Seed: 3, Duration: d, Interval: interval}
	for _, class := range []string{Mining, Benign} {
		for _, k := range Kinds(class) {
			cfg.Hosts = append(cfg.Hosts, Host{Kinds: []string{k}})
		}
	}
	return cfg
}

func TestSameTrafficInBothIntervals(t *testing.T) {
	type key struct {
		eni      string
		src, dst netip.AddrPort
		protocol uint8
	}
	sum := func(interval int) map[key][2]int64 {
		m := map[key][2]int64{}
		lines, _ := generated(t, every(interval, 5*time.Hour+7*time.Minute))
		for _, l := range lines {
			if l.status == "OK" {
				k := key{l.eni, l.src, l.dst, l.protocol}
				n := m[k]
				m[k] = [2]int64{n[0] + l.packets, n[1] + l.bytes}
			}
		}
		return m
	}
	fine, coarse := sum(60), sum(600)
	if len(fine) != len(coarse) || len(fine) < 500 {
		t.Fatalf("%d flows in 60 s, %d in 600 s", len(fine), len(coarse))
	}
	for k, n := range fine {
		if coarse[k] != n {
			t.Errorf("%v: %v in 60 s, %v in 600 s", k, n, coarse[k])
		}
	}
}

func TestIntervals(t *testing.T) {
	for _, interval := range []int64{60, 600} {
		cfg := every(int(interval), 4*time.Hour)
		cfg.Start = DefaultStart.Add(137 * time.Second)
		lines, _ := generated(t, cfg)
		// The phase of an interface is unknown to a reader, but one must exist
		// for which no record straddles a boundary and no 5-tuple comes twice.
		perENI := map[string][]line{}
		for _, l := range lines {
			if l.start < cfg.Start.Unix() || l.end > cfg.Start.Unix()+4*3600 || l.end < l.start {
				t.Fatalf("record out of time: %+v", l)
			}
			perENI[l.eni] = append(perENI[l.eni], l)
		}
		if len(perENI) != len(cfg.Hosts) {
			t.Fatalf("%d interfaces, want %d", len(perENI), len(cfg.Hosts))
		}
		for i := range cfg.Hosts {
			checked, err := cfg.checked()
			if err != nil {
				t.Fatal(err)
			}
			h := newHost(checked, i)
			h.close()
			begin := cfg.Start.Unix() + h.meter.phase
			if begin%interval == 0 {
				t.Errorf("interface %d has no phase", i)
			}
			seen := map[string]bool{}
			for _, l := range perENI[h.eni] {
				if l.status != "OK" {
					continue
				}
				n := (l.start - begin + interval) / interval
				if n != (l.end-begin+interval)/interval {
					t.Errorf("record straddles a boundary: %+v", l)
				}
				k := fmt.Sprint(n, l.src, l.dst, l.protocol)
				if seen[k] {
					t.Errorf("5-tuple twice in an interval: %+v", l)
				}
				seen[k] = true
			}
		}
	}
}

func TestLabels(t *testing.T) {
	lines, labels := generated(t, every(600, 6*time.Hour))
	type pair struct {
		eni           string
		local, remote netip.Addr
	}
	present := map[pair]bool{}
	for _, l := range lines {
		if l.status == "OK" {
			present[pair{l.eni, l.src.Addr(), l.dst.Addr()}] = true
		}
	}
	named := map[pair]Label{}
	groups := map[string]int{}
	for _, l := range labels {
		p, q := pair{l.Interface, l.Local, l.Remote}, pair{l.Interface, l.Remote, l.Local}
		if !present[p] && !present[q] {
			t.Errorf("no record of %+v", l)
		}
		if _, ok := named[p]; ok {
			t.Errorf("labelled twice: %+v", l)
		}
		named[p] = l
		groups[l.Group]++
		pool := netip.MustParsePrefix("198.51.100.0/24").Contains(l.Remote) || netip.MustParsePrefix("203.0.113.0/24").Contains(l.Remote)
		if pool && l.Class != Mining || (l.Attrs != Attrs{}) != (l.Class == Mining) {
			t.Errorf("address, class and attributes do not agree: %+v", l)
		}
	}
	for p := range present {
		_, a := named[p]
		_, b := named[pair{p.eni, p.remote, p.local}]
		if !a && !b {
			t.Errorf("no label for %v", p)
		}
	}
	for _, class := range []string{Mining, Benign} {
		for _, k := range Kinds(class) {
			if groups[k] == 0 && k != "mirror" && k != "brute-force" && k != "backup" {
				t.Errorf("no pair of kind %s", k)
			}
		}
	}
	var b bytes.Buffer
	if err := WriteLabels(&b, labels[:1]); err != nil {
		t.Fatal(err)
	}
	l, a := labels[0], labels[0].Attrs
	want := fmt.Sprintf("# local::remote\tlabel\tgroup\tinterface\tattributes\n*\tbenign\trest\n%s::%s\tmining\t%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s\n",
		l.Local, l.Remote, l.Group, l.Interface, a.Kind, a.Coin, a.Pool, a.Size, a.Transport)
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestRejectsGoOneWay(t *testing.T) {
	lines, _ := generated(t, Config{Seed: 1, Duration: 6 * time.Hour, Hosts: []Host{{Kinds: []string{"reject"}}}})
	rejected := 0
	for _, l := range lines {
		if l.status != "OK" {
			continue
		}
		rejected++
		if l.action != "REJECT" || l.dst.Addr() != netip.MustParseAddr("10.0.0.10") {
			t.Errorf("%+v", l)
		}
	}
	if rejected < 10 {
		t.Errorf("only %d", rejected)
	}
}

// tree reads a directory into a map.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestWriteSample(t *testing.T) {
	var trees [2]map[string]string
	for i := range trees {
		dir := t.TempDir()
		if err := Write(t.Context(), dir, Sample()); err != nil {
			t.Fatal(err)
		}
		trees[i] = tree(t, dir)
	}
	size := 0
	for name, content := range trees[0] {
		size += len(content)
		if trees[1][name] != content {
			t.Errorf("%s differs from run to run", name)
		}
	}
	if len(trees[0]) != len(trees[1]) || len(trees[0]) != 13 {
		t.Errorf("%d and %d files, want 12 objects and the labels", len(trees[0]), len(trees[1]))
	}
	if size > 80_000 {
		t.Errorf("%d bytes, want at most 80000", size)
	}
	if n := strings.Count(trees[0]["labels.tsv"], "\tkind=pool\t"); n != 1 {
		t.Errorf("%d miners, want one", n)
	}
	t.Logf("%d bytes", size)
}

// Interfaces and kinds added at the end change nothing before them.
func TestStreamsAreIndependent(t *testing.T) {
	text := func(cfg Config, eni string) string {
		var b strings.Builder
		lines, _ := generated(t, cfg)
		for _, l := range lines {
			if l.eni == eni && l.src.Port() != 53 && l.dst.Port() != 53 && l.status == "OK" {
				fmt.Fprintln(&b, l)
			}
		}
		return b.String()
	}
	small := Config{Seed: 9, Duration: 3 * time.Hour, Hosts: Fleet(9, 3, 1)}
	lines, _ := generated(t, small)
	eni := lines[0].eni
	large := small
	large.Hosts = Fleet(9, 12, 1)
	for i := range large.Hosts {
		large.Hosts[i].Kinds = append(large.Hosts[i].Kinds, "dns")
	}
	// dns alone is in the one and not in the other.
	if a, b := text(small, eni), text(large, eni); a != b || a == "" {
		t.Errorf("interface %s changed", eni)
	}
}

func TestMoreThanABlock(t *testing.T) {
	cfg := Config{Seed: 2, Duration: time.Hour, Hosts: make([]Host, block+10)}
	for i := range cfg.Hosts {
		cfg.Hosts[i].Kinds = []string{"ntp"}
	}
	_, labels := generated(t, cfg)
	enis := map[string]bool{}
	for _, l := range labels {
		enis[l.Interface] = true
	}
	if len(enis) != block+10 {
		t.Errorf("%d interfaces, want %d", len(enis), block+10)
	}
}

func TestObjectsAreSplit(t *testing.T) {
	var got []int
	p := newPrinter(Config{Start: DefaultStart}, 0, false)
	records := make([]record, 2*objectRecords+1)
	for i := range records {
		records[i] = record{host: &host{eni: "eni-0"}, status: statusNoData}
	}
	p.print(records, 3600)
	for _, o := range p.made {
		got = append(got, o.Records)
	}
	if want := []int{objectRecords, objectRecords, 1}; !slices.Equal(got, want) {
		t.Errorf("objects of %v records, want %v", got, want)
	}
}

func TestErrors(t *testing.T) {
	hour := time.Hour
	for _, cfg := range []Config{
		{},
		{Duration: -hour},
		{Duration: time.Millisecond},
		{Duration: hour, Interval: 61},
		{Duration: hour, Start: time.Unix(0, 5)},
		{Duration: hour, Hosts: []Host{{Interval: 1}}},
		{Duration: hour, Hosts: []Host{{Kinds: []string{"gold-plain"}}}},
		{Duration: hour, Hosts: []Host{{Evasion: Evasion{Jitter: 2}}}},
		{Duration: hour, Hosts: []Host{{Evasion: Evasion{Rotate: -1}}}},
		{Duration: hour, Hosts: []Host{{Shared: 1.5}}},
		{Duration: hour, Hosts: []Host{{Shared: math.NaN()}}},
		{Duration: hour, Hosts: []Host{{Kinds: make([]string, maxKinds+1)}}},
	} {
		_, err := Generate(t.Context(), cfg, func(Object) error { return nil })
		var bad *ConfigError
		if !errors.As(err, &bad) || bad.Error() == "" {
			t.Errorf("%+v: got %v", cfg, err)
		}
	}
}

// Nothing runs on after Generate, however it ends.
func TestStops(t *testing.T) {
	before := runtime.NumGoroutine()
	full := errors.New("disk full")
	if _, err := Generate(t.Context(), every(600, 5*time.Hour), func(Object) error { return full }); err != full {
		t.Errorf("got %v, want %v", err, full)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Generate(ctx, every(600, 5*time.Hour), func(Object) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	// One that has said its last word may still be on its way out.
	after := runtime.NumGoroutine()
	for end := time.Now().Add(5 * time.Second); after > before && time.Now().Before(end); after = runtime.NumGoroutine() {
		time.Sleep(time.Millisecond)
	}
	if after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

// largest is how long packets with a peer may be, in bytes.
func largest(peer netip.Addr) int64 {
	if peer.IsPrivate() {
		return jumbo
	}
	return mtu
}
