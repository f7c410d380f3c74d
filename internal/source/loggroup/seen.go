package loggroup

import (
	"crypto/sha256"
	"errors"
	"math"
)

// generation is how many ids are remembered before the oldest as many are forgotten.
// A million ids take 30 to 36 MB, the two generations 75 MB at most (TestSeenMemory).
const generation = 1 << 20

var errForgotten = errors.New("too many events to remember, and not in the order of time: which of them came twice cannot be told")

// seen remembers events, so that each is given once: FilterLogEvents may give an event
// on two pages, and whoever asks again gets all of them again.
//
// Events come in the order of time, says the API reference. So when there are too
// many, those of the longest ago are forgotten, and an event of that time or before
// is an error from then on: it may have been given or not.
type seen struct {
	size       int // of a generation
	young, old map[[16]byte]struct{}
	youngLast  int64 // latest timestamp among them
	oldLast    int64
	forgotten  int64 // latest timestamp that was forgotten
}

func newSeen(size int) *seen {
	return &seen{size: size, young: map[[16]byte]struct{}{}, youngLast: math.MinInt64, oldLast: math.MinInt64, forgotten: math.MinInt64}
}

// first tells whether an event comes for the first time. At is its timestamp.
func (s *seen) first(id string, at int64) (bool, error) {
	if at <= s.forgotten {
		return false, errForgotten
	}
	sum := sha256.Sum256([]byte(id))
	key := [16]byte(sum[:16])
	if _, ok := s.young[key]; ok {
		return false, nil
	}
	if _, ok := s.old[key]; ok {
		return false, nil
	}
	if len(s.young) == s.size {
		s.forgotten = s.oldLast
		s.old, s.oldLast = s.young, s.youngLast
		s.young, s.youngLast = make(map[[16]byte]struct{}), math.MinInt64
	}
	s.young[key] = struct{}{}
	s.youngLast = max(s.youngLast, at)
	return true, nil
}

// whole tells whether nothing was forgotten.
func (s *seen) whole() bool { return s.forgotten == math.MinInt64 }
