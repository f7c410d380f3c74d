package biflow

import (
	"slices"

	"davy/internal/runs"
)

// A walk goes through the pairs of one interface, as often as is needed:
//
//	for w.rewind(); w.next(); {
//		for entries := w.some(); entries != nil; entries = w.some() {
//
// The first time (look) it notes what it sees and, if that is not too much, holds
// on to it; else it reads the runs again each time.
type walk struct {
	id    string // of the interface
	owner Owner
	r     *runs.Reader
	pair  pair // complete when some has returned nil

	// Known from the first time on.
	silences []runs.Silence
	totals   Totals // of all its records
	phase    phase
	outlines outlines // with the server's side, no more

	// What is held.
	mostEntries, mostPairs int
	first                  bool // this is the first time
	whole                  bool // all is held
	pairs                  []heldPair
	entries                []runs.Entry
	at                     int // of the next pair; -1 before the first time

	ended bool // all entries of the pair have been given out

	// Scratch space.
	spare [runs.Most]runs.Entry
	life  life
}

type heldPair struct {
	pair
	end int // of its entries, which begin where those of the pair before end
}

// The most that is held: 8 MB of entries, 10 MB of pairs. (Tests have less.)
var (
	heldEntries = 1 << 18
	heldPairs   = 1 << 16
)

// held is how many entries and pairs one of the two walks may hold. Entries, of 32
// bytes, may take a sixteenth of the budget.
func held(budget *runs.Budget) (entries, pairs int) {
	if budget == nil || budget.Bytes == 0 {
		return heldEntries, heldPairs
	}
	entries = int(min(int64(heldEntries), budget.Bytes/16/32))
	return entries, min(heldPairs, entries/4)
}

// enter begins with the interface the reader is at.
func (w *walk) enter(r *runs.Reader, owner Owner, budget *runs.Budget) {
	w.id, _ = split(string(r.Interface()))
	w.mostEntries, w.mostPairs = held(budget)
	w.owner, w.r, w.whole, w.at = owner, r, true, -1
	w.pairs, w.entries = w.pairs[:0], w.entries[:0]
}

// look goes through the interface for the first time.
func (w *walk) look() {
	w.totals, w.phase, w.outlines.len = Totals{}, phase{}, 0
	for w.rewind(); w.next(); {
		w.life.reset()
		for entries := w.some(); entries != nil; entries = w.some() {
			w.life.add(entries)
		}
		w.outlines.add(outline{server: w.life.server()})
	}
	w.silences = append(w.silences[:0], w.r.Silences...)
	for _, s := range w.silences {
		w.phase.observe(s.Start, s.Start+int64(s.Length))
	}
}

// rewind goes back to before the first pair.
func (w *walk) rewind() {
	w.first = w.at < 0
	w.at = 0
	if w.first || !w.whole {
		w.r.Rewind()
	}
}

// next goes to the next pair. All entries of the one before must have been taken.
func (w *walk) next() bool {
	w.ended = false
	if !w.first && w.whole {
		if w.at == len(w.pairs) {
			return false
		}
		w.pair = w.pairs[w.at].pair
		w.at++
		return true
	}
	if !w.r.Pair() {
		return false
	}
	w.pair = pair{key: w.r.Ends}
	return true
}

// some returns the pair's next entries, by start, and nil when there are none
// left. They are valid until the following call.
func (w *walk) some() []runs.Entry {
	if w.ended {
		return nil
	}
	if !w.first && w.whole {
		w.ended = true
		from := 0
		if w.at > 1 {
			from = w.pairs[w.at-2].end
		}
		return w.entries[from:w.pairs[w.at-1].end]
	}
	facts := w.r.Some()
	entries := w.room(len(facts))
	for i := range facts {
		f := &facts[i]
		w.pair.note(f)
		if w.first {
			w.totals.Add(Totals{Records: 1, Bytes: f.Bytes, Packets: f.Packets})
			w.phase.observe(f.Start, f.Start+int64(f.Length))
		}
		entries[i] = f.Entry
	}
	if w.ended = len(facts) == 0; !w.ended {
		return entries
	}
	if w.first && w.whole {
		w.pairs = append(w.pairs, heldPair{w.pair, len(w.entries)})
	}
	return nil
}

// room is where the next n entries go, at most runs.Most: after those that are held,
// unless that is too much.
func (w *walk) room(n int) []runs.Entry {
	if w.first && w.whole && (len(w.entries)+n > w.mostEntries || len(w.pairs) == w.mostPairs) {
		w.whole, w.pairs, w.entries = false, w.pairs[:0], w.entries[:0]
	}
	if !w.first || !w.whole {
		return w.spare[:n]
	}
	held := len(w.entries)
	w.entries = slices.Grow(w.entries, n)[:held+n]
	return w.entries[held:]
}

// drain takes what is left of the pair's entries.
func (w *walk) drain() {
	for w.some() != nil {
	}
}
