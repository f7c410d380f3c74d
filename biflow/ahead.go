package biflow

import (
	"fmt"
	"iter"

	"davy/internal/runs"
)

// walks yields a walk for each interface that has been looked at, by id. The next
// interface is looked at in a goroutine of its own while one is with the caller.
func (t *Table) walks() iter.Seq[*walk] {
	return func(yield func(*walk) bool) {
		t.settle()
		t.log = runs.Log{} // what it has allocated is of no more use
		a := &ahead{looked: make(chan *walk), free: make(chan *walk, 2), left: make(chan struct{}), stop: make(chan struct{})}
		both := [2]*walk{walks.Get().(*walk), walks.Get().(*walk)}
		a.free <- both[0]
		a.free <- both[1]
		go a.run(t)
		defer func() {
			close(a.stop)
			for range a.looked { // until it has ended
			}
			for _, w := range both {
				w.r = nil
				walks.Put(w)
			}
			if t.err == nil {
				t.err = a.err
			}
		}()
		for w := range a.looked {
			if !yield(w) {
				return
			}
			if !w.whole {
				a.left <- struct{}{}
			}
			a.free <- w
		}
	}
}

// ahead looks at interfaces before they are asked for.
type ahead struct {
	looked chan *walk
	free   chan *walk
	left   chan struct{} // the caller has done with a walk that needs the reader
	stop   chan struct{}
	err    error // when looked is closed
}

// run looks at all interfaces. If it is not stopped it must have met the very
// records, bytes and packets that were added: a self-check, never the input's fault.
func (a *ahead) run(t *Table) {
	defer close(a.looked)
	r := t.shelf.Reader(&t.settled)
	met, done := a.look(t, r)
	met.Add(t.left)
	if a.err = r.Err(); a.err == nil && done && met != t.totals {
		a.err = fmt.Errorf("internal error: %+v were read back of %+v", met, t.totals)
	}
}

// look adds up what it meets, and tells whether that is all there is.
func (a *ahead) look(t *Table, r *runs.Reader) (met Totals, done bool) {
	for r.Next() {
		owner, ok := t.owner(r.Interface())
		if !ok {
			continue
		}
		var w *walk
		select {
		case w = <-a.free:
		case <-a.stop:
			return met, false
		}
		w.enter(r, owner, t.budget)
		w.look()
		met.Add(w.totals)
		select {
		case a.looked <- w:
		case <-a.stop:
			return met, false
		}
		if !w.whole {
			select {
			case <-a.left:
			case <-a.stop:
				return met, false
			}
		}
	}
	return met, true
}
