package pipeline

import (
	"iter"
	"runtime"
	"sync"

	"davy/internal/source"
)

// A feed hands out the objects of a listing, one to each who asks. It knows of as
// many that are to come as there are workers.
type feed struct {
	workers int
	pull    func() (source.Object, error, bool)
	stop    func()

	mu      sync.Mutex
	waiting []source.Object // the next ones
	given   int
	ended   bool
	skipped []error // what is no object
	err     error   // that ended the listing
}

func (f *feed) start(listing source.Listing, workers int) {
	f.workers = workers
	f.pull, f.stop = iter.Pull2(listing)
}

// next returns the next object, which is number i, and whether a processor has
// nothing to do but help with it: there are fewer workers than processors, or few
// objects left.
func (f *feed) next() (i int, object source.Object, alone, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for !f.ended && len(f.waiting) < f.workers {
		f.one()
	}
	if f.err != nil || len(f.waiting) == 0 {
		return 0, source.Object{}, false, false
	}
	alone = min(f.workers, len(f.waiting)) < runtime.GOMAXPROCS(0)
	i, object = f.given, f.waiting[0]
	f.given++
	f.waiting = append(f.waiting[:0], f.waiting[1:]...)
	return i, object, alone, true
}

// one takes one thing from the listing.
func (f *feed) one() {
	object, err, ok := f.pull()
	switch {
	case !ok:
		f.ended = true
	case err == nil:
		f.waiting = append(f.waiting, object)
	case source.OfOneThing(err):
		f.skipped = append(f.skipped, err)
	default:
		f.err, f.ended = err, true
	}
}
