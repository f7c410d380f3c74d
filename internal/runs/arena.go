package runs

import "errors"

// An arena is memory for runs, outside of Go's heap: large pages, which cost
// next to nothing to touch for the first time, where small ones cost as much as
// sorting what is put in them. It must be let go.
type arena struct {
	pieces [][]byte
	free   []byte // of the last piece
}

// A piece holds a few runs.
const smallPiece, largePiece = 2 << 20, 8 << 20

// room is where to append about so many bytes that are to be kept, in a new piece
// if there is no room in the last.
func (a *arena) room(size int, piece int64) []byte {
	if size > len(a.free) {
		a.free = largePages(max(size, int(piece)))
		a.pieces = append(a.pieces, a.free)
	}
	return a.free[:0]
}

// keep returns what was appended to room: it is there, or else a copy, if that
// was not enough. It is not empty.
func (a *arena) keep(b []byte) []byte {
	kept := a.room(len(b), int64(len(b)))[:len(b):len(b)]
	if &kept[0] != &b[0] {
		copy(kept, b)
	}
	a.free = a.free[len(b):]
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
