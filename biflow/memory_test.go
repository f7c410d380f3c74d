package biflow

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"davy/internal/runs"
)

// less lets a walk hold on to little, so that it reads the runs again, or parts
// of them.
func less(t *testing.T, entries, pairs int) {
	t.Helper()
	e, p := heldEntries, heldPairs
	heldEntries, heldPairs = entries, pairs
	t.Cleanup(func() { heldEntries, heldPairs = e, p })
}

// How much memory there is does not change a bit of what comes out: all of it,
// none for what is packed, or none for an interface that is being read.
func TestMemoryDoesNotMatter(t *testing.T) {
	for seed := range uint64(3) {
		lines := traffic(seed, 1500)
		whole := read(t, lines...)
		want, watches := Digest(whole.Pairs()), fmt.Sprint(watchesOf(whole))
		for _, held := range []int{1 << 18, 150, 0} {
			t.Run(fmt.Sprint(seed, held), func(t *testing.T) {
				less(t, held, held)
				r := rand.New(rand.NewPCG(seed, 4))
				budget := &runs.Budget{Bytes: 1, Dir: t.TempDir()}
				table := NewTable(budget)
				for rest := lines; len(rest) > 0; {
					n := 1 + r.IntN(len(rest))
					part := NewTable(budget)
					feed(t, part, rest[:n]...)
					if r.IntN(2) == 0 {
						part.pack()
					}
					table.Merge(part)
					rest = rest[n:]
				}
				if got := Digest(table.Pairs()); got != want {
					t.Errorf("digest %.12s, want %.12s", got, want)
				}
				if got := fmt.Sprint(watchesOf(table)); got != watches {
					t.Errorf("watches %s, want %s", got, watches)
				}
				if budget.OnDisk() == 0 {
					t.Error("nothing went to disk")
				}
				if err := table.Err(); err != nil {
					t.Error(err)
				}
				if err := table.Close(); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

func watchesOf(table *Table) (all []Watch) {
	for w := range table.Watches() {
		all = append(all, w)
	}
	return all
}

// Relays ask for other pairs of their interface: also when these are not held.
func TestRelaysWithoutMemory(t *testing.T) {
	less(t, 0, 0)
	TestLocalSideOfRelays(t)
}

// Where records cannot be put on disk the table says so.
func TestNoDiskIsAnError(t *testing.T) {
	table := NewTable(&runs.Budget{Bytes: 1, Dir: t.TempDir() + "/missing"})
	feed(t, table, traffic(1, 100)...)
	collect(table)
	if table.Err() == nil || !strings.Contains(table.Err().Error(), "memory") {
		t.Errorf("error %v", table.Err())
	}
}

// The reset table is as good as a new one.
func TestReset(t *testing.T) {
	table := read(t, traffic(1, 500)...)
	table.Reset()
	if len(collect(table)) > 0 || table.Totals() != (Totals{}) || table.Interfaces() != 0 {
		t.Error("a table that was reset is not empty")
	}
	feed(t, table, traffic(2, 500)...)
	if Digest(table.Pairs()) != Digest(read(t, traffic(2, 500)...).Pairs()) {
		t.Error("a table that was reset gives another digest")
	}
}

// A table that does not give back what it was given says so: the self-check sees
// a record that is lost, and one that is there twice.
func TestSelfCheck(t *testing.T) {
	for name, spoil := range map[string]func(*Table){
		"all is there":  func(*Table) {},
		"a run is lost": func(table *Table) { table.shelf = runs.Shelf{} },
		"a record is there twice": func(table *Table) {
			totals := table.totals
			feed(t, table, traffic(1, 20)[19])
			table.totals = totals
		},
	} {
		table := read(t, traffic(1, 20)...)
		table.pack()
		spoil(table)
		collect(table)
		if err := table.Err(); (err == nil) != (name == "all is there") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
