package runs

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// told is a fact or a silence, with all that it belongs to.
type told struct {
	eni     string
	ends    Ends
	fact    Fact
	silence *Silence
}

func names(n int) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("eni-%08x", (i*7)%n) // not in order
	}
	return all
}

// some makes n facts and silences of every kind.
func some(r *rand.Rand, n int, enis []string) []told {
	all := make([]told, n)
	for i := range all {
		t := told{eni: enis[r.IntN(len(enis))]}
		if r.IntN(20) == 0 {
			t.silence = &Silence{Start: r.Int64N(1e6), Length: r.Uint32N(600), Skipped: r.IntN(2) == 0}
			all[i] = t
			continue
		}
		t.ends, _ = EndsOf(AddrOf(someAddr(r)), AddrOf(someAddr(r)))
		t.fact = Fact{Length: r.Uint32N(1 << r.IntN(13)), Entry: Entry{
			Bytes: r.Uint64() >> r.IntN(64), Packets: r.Uint64() >> r.IntN(64), Start: r.Int64N(1e12) >> r.IntN(40),
			LoPort: uint16(r.UintN(3)) * 4000, HiPort: uint16(r.UintN(3)) * 4000,
			TCPFlags: uint16(r.UintN(2)) * 19, Kind: Kind(r.UintN(256)),
		}}
		if t.fact.Kind&ShowsLo != 0 {
			t.fact.Shown.Lo = AddrOf(someAddr(r))
		}
		if t.fact.Kind&ShowsHi != 0 {
			t.fact.Shown.Hi = AddrOf(someAddr(r))
		}
		if t.fact.Kind&Other != 0 {
			t.fact.LoPort, t.fact.HiPort = 0, 0
		}
		all[i] = t
	}
	return all
}

// order names all, sorted, so that equal sets become equal lists.
func order(all []told) []string {
	names := make([]string, len(all))
	for i, t := range all {
		names[i] = t.eni + " " + text(t)
	}
	slices.Sort(names)
	return names
}

func text(t told) string {
	if t.silence != nil {
		return fmt.Sprint("silence ", *t.silence)
	}
	shown := t.fact.Shown
	if t.fact.Kind&ShowsLo == 0 {
		shown.Lo = Addr{}
	}
	if t.fact.Kind&ShowsHi == 0 {
		shown.Hi = Addr{}
	}
	e := t.fact.Entry
	if e.Kind&Other != 0 {
		e.LoPort, e.HiPort = 0, 0
	}
	return fmt.Sprint(t.ends, e, t.fact.Length, shown)
}

// shelve puts facts on a shelf in several logs, some of which are joined first.
func shelve(t *testing.T, r *rand.Rand, all []told, enis []string, budget *Budget) *Shelf {
	t.Helper()
	shelf := NewShelf(budget)
	var log Log
	for len(all) > 0 {
		n := 1 + r.IntN(len(all))
		var other Log
		local := slices.Clone(enis) // the other log has numbers of its own
		r.Shuffle(len(local), func(i, j int) { local[i], local[j] = local[j], local[i] })
		numbers := make([]uint32, len(enis))
		for i, name := range local {
			numbers[i] = uint32(slices.Index(enis, name))
		}
		for _, f := range all[:n] {
			eni := uint32(slices.Index(local, f.eni))
			if f.silence != nil {
				other.Hush(eni, *f.silence)
			} else {
				other.Add(eni, &f.ends, &f.fact)
			}
		}
		log.Append(&other, numbers)
		if other.Len() != 0 {
			t.Fatal("a log that was added is not empty")
		}
		if all = all[n:]; r.IntN(2) == 0 || len(all) == 0 {
			if err := shelf.Pack(&log, enis); err != nil {
				t.Fatal(err)
			}
		}
	}
	return &shelf
}

// back reads all that a shelf holds, and each interface again and again.
func back(t *testing.T, r *rand.Rand, shelf *Shelf) []told {
	t.Helper()
	var all []told
	reader := shelf.Reader()
	before := ""
	for reader.Next() {
		eni := string(reader.Interface())
		if eni <= before {
			t.Fatalf("%s comes after %s", eni, before)
		}
		before = eni
		for range r.IntN(3) { // part of it, to no purpose
			reader.Rewind()
			for range r.IntN(4) {
				if reader.Pair() && r.IntN(2) == 0 {
					reader.Some()
				}
			}
		}
		if r.IntN(10) == 0 {
			reader.Rewind()
		}
		all = append(all, interfaceOf(t, reader, eni)...)
	}
	if err := reader.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// interfaceOf reads the interface the reader is at, and checks the order.
func interfaceOf(t *testing.T, reader *Reader, eni string) (all []told) {
	t.Helper()
	reader.Rewind()
	for _, s := range reader.Silences {
		all = append(all, told{eni: eni, silence: &s})
	}
	var last Ends
	for first := true; reader.Pair(); first = false {
		if !first && !last.Less(&reader.Ends) {
			t.Fatalf("pair %v comes after %v", reader.Ends, last)
		}
		last = reader.Ends
		start, n := int64(-1), 0
		for f := range reader.Facts() {
			if f.Start < start {
				t.Fatalf("a fact at %d comes after one at %d", f.Start, start)
			}
			start = f.Start
			all = append(all, told{eni: eni, ends: reader.Ends, fact: *f})
			n++
		}
		if n == 0 {
			t.Fatal("a pair without a fact")
		}
	}
	return all
}

// What goes in comes out, in order, whatever the logs, and in memory or on disk.
func TestAllComesBack(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 3))
		enis := names(1 + r.IntN(5))
		all := some(r, 1+r.IntN(3000), enis)
		budget := &Budget{Dir: t.TempDir()}
		if seed%2 == 1 {
			budget.Bytes = 1 + r.Int64N(20_000)
		}
		shelf := shelve(t, r, all, enis, budget)
		want, got, again := order(all), order(back(t, r, shelf)), order(back(t, r, shelf))
		if len(got) != len(want) || len(again) != len(want) {
			t.Fatalf("seed %d: %d of %d came back, then %d", seed, len(got), len(want), len(again))
		}
		for i := range want {
			if want[i] != got[i] || want[i] != again[i] {
				t.Fatalf("seed %d: %s became %s, then %s", seed, want[i], got[i], again[i])
			}
		}
		if spilled := budget.OnDisk() > 0; spilled != (seed%2 == 1) && len(all) > 2000 {
			t.Errorf("seed %d: %d bytes on disk, %d allowed in memory", seed, budget.OnDisk(), budget.Bytes)
		}
		if err := shelf.Close(); err != nil {
			t.Fatal(err)
		}
		if n := budget.used.Load(); n != 0 {
			t.Errorf("seed %d: a closed shelf holds %d bytes", seed, n)
		}
	}
}

// The bytes in memory stay under the budget, and one pair may be of any size.
func TestBudgetHolds(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	budget := &Budget{Bytes: 100_000, Dir: t.TempDir()}
	shelf := NewShelf(budget)
	defer shelf.Close()
	var log Log
	ends, _ := EndsOf(Addr{0, 1}, Addr{0, 2})
	for range 40 {
		for range 1000 {
			log.Add(0, &ends, &Fact{Entry: Entry{Bytes: r.Uint64(), Packets: r.Uint64(), Start: r.Int64N(1e9)}})
		}
		if err := shelf.Pack(&log, []string{"eni-0"}); err != nil {
			t.Fatal(err)
		}
		if n := budget.used.Load(); n > budget.Bytes+budget.Bytes/least {
			t.Fatalf("%d bytes in memory, %d allowed", n, budget.Bytes)
		}
	}
	if got := interfaces(shelf.Reader()); got != sums(shelf.runs).Facts || got != 40_000 {
		t.Errorf("%d facts came back", got)
	}
}

func interfaces(r *Reader) (facts uint64) {
	for r.Next() {
		for r.Rewind(); r.Pair(); {
			for range r.Facts() {
				facts++
			}
		}
	}
	return facts
}

// A shelf that holds little has nothing moved to disk, though another one is at
// the limit: what is there stays in few pieces.
func TestFewPiecesOnDisk(t *testing.T) {
	budget := &Budget{Bytes: 200_000, Dir: t.TempDir()}
	fill := func(shelf *Shelf, packs int) {
		var log Log
		r := rand.New(rand.NewPCG(9, 9))
		ends, _ := EndsOf(Addr{0, 1}, Addr{0, 2})
		for range packs {
			for range 100 {
				log.Add(0, &ends, &Fact{Entry: Entry{Bytes: r.Uint64(), Packets: r.Uint64(), Start: r.Int64N(1e9)}})
			}
			if err := shelf.Pack(&log, []string{"eni-0"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	full, other := NewShelf(budget), NewShelf(budget)
	defer full.Close()
	defer other.Close()
	fill(&full, 70) // 2.7 kB each: just under the limit
	fill(&other, 200)
	onDisk := 0
	for _, run := range other.runs {
		if run.file != nil {
			onDisk++
		}
	}
	if onDisk == 0 || int64(onDisk) > int64(sums(other.runs).Facts)*27/(budget.Bytes/least)+1 {
		t.Errorf("%d runs on disk for %d facts", onDisk, sums(other.runs).Facts)
	}
}

// spilled is a shelf with all it has on disk.
func spilled(t *testing.T, dir string) *Shelf {
	t.Helper()
	r := rand.New(rand.NewPCG(5, 5))
	enis := names(3)
	return shelve(t, r, some(r, 5_000, enis), enis, &Budget{Bytes: 1, Dir: dir})
}

// A byte that changes on disk is noticed, wherever it is.
func TestDamageIsNoticed(t *testing.T) {
	shelf := spilled(t, t.TempDir())
	defer shelf.Close()
	whole := interfaces(shelf.Reader())
	run := shelf.runs[0]
	blocks := make([]byte, run.size)
	if _, err := run.file.ReadAt(blocks, run.at); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(6, 6))
	for range 100 {
		bad := slices.Clone(blocks)
		bad[r.IntN(len(bad))] ^= 1 << r.IntN(8)
		if r.IntN(4) == 0 {
			bad = bad[:r.IntN(len(bad))]
		}
		reader := NewReader([]*Run{{file: bytes.NewReader(bad), size: run.size}})
		n := interfaces(reader)
		if reader.Err() == nil {
			t.Fatalf("%d of %d facts were read and nothing was said", n, whole)
		}
	}
}

// Where there is no place on disk, that is the error, and nothing is lost.
func TestNoPlaceOnDisk(t *testing.T) {
	shelf := NewShelf(&Budget{Bytes: 1, Dir: filepath.Join(t.TempDir(), "missing")})
	defer shelf.Close()
	var log Log
	ends, _ := EndsOf(Addr{0, 1}, Addr{0, 2})
	log.Add(0, &ends, &Fact{Entry: Entry{Bytes: 7, Packets: 1}})
	if err := shelf.Pack(&log, []string{"eni-0"}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	if n := interfaces(shelf.Reader()); n != 1 {
		t.Errorf("%d facts are left", n)
	}
}

// No file is left behind, not even while the shelf is open.
func TestNoFileIsLeft(t *testing.T) {
	dir := t.TempDir()
	shelf := spilled(t, dir)
	defer shelf.Close()
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%v, %v", left, err)
	}
}
