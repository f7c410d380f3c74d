package runs

import "errors"

// An arena is memory for runs, outside of Go's heap: large pages, which cost
// next to nothing to touch for the first time, where small ones cost as much as
// sorting what is put in them. It must be let go.
type arena struct {
	pieces [][]byte
	free   []byte // of the last piece
}

// arenaSize holds a few runs.
const arenaSize = 8 << 20

// keep returns a copy of b.
func (a *arena) keep(b []byte) []byte {
	if len(b) > len(a.free) {
		a.free = largePages(max(len(b), arenaSize))
		a.pieces = append(a.pieces, a.free)
	}
	kept := a.free[:len(b):len(b)]
	a.free = a.free[copy(kept, b):]
	return kept
}

// take moves what b has to a.
func (a *arena) take(b *arena) {
	a.pieces = append(b.pieces, a.pieces...)
	if len(a.free) < len(b.free) {
		a.free = b.free
	}
	*b = arena{}
}

// release lets all of it go.
func (a *arena) release() error {
	var errs []error
	for _, piece := range a.pieces {
		errs = append(errs, freePages(piece))
	}
	*a = arena{}
	return errors.Join(errs...)
}
