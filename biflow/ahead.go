package biflow

import (
	"iter"

	"davy/internal/runs"
)

// walks yields a walk for each interface that has been looked at, by id. The next
// interface is looked at in a goroutine of its own while one is with the caller.
func (t *Table) walks() iter.Seq[*walk] {
	return func(yield func(*walk) bool) {
		t.pack()
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

func (a *ahead) run(t *Table) {
	defer close(a.looked)
	r := t.shelf.Reader()
	defer func() { a.err = r.Err() }()
	for r.Next() {
		var w *walk
		select {
		case w = <-a.free:
		case <-a.stop:
			return
		}
		w.enter(r)
		w.look()
		select {
		case a.looked <- w:
		case <-a.stop:
			return
		}
		if !w.whole {
			select {
			case <-a.left:
			case <-a.stop:
				return
			}
		}
	}
}
