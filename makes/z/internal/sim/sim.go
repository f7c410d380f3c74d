// Package sim runs actors from a heap of timed events.
package sim

import "makes/z/internal/clock"

// Actor is something that happens again and again: Step does what is due and tells when to be called next,
// clock.Never for no more.
type Actor interface {
	Step(now clock.Time) clock.Time
}

// ahead is how far an actor that concerns nobody else may run on before the others get their turns: what it does
// is dated anyway, and its memory stays at hand.
const ahead = 5 * clock.Minute

type event struct {
	at  clock.Time
	who int32
}

// Sim is the heap of all hosts' next events.
type Sim struct {
	heap   []event
	actors []actor
}

type actor struct {
	Actor
	exact bool
}

// Add schedules the first step of an actor that concerns nobody else.
func (s *Sim) Add(a Actor, at clock.Time) { s.add(actor{a, false}, at) }

// AddExact schedules the first step of an actor whose steps must be in the order of time with those of others.
func (s *Sim) AddExact(a Actor, at clock.Time) { s.add(actor{a, true}, at) }

func (s *Sim) add(a actor, at clock.Time) {
	s.actors = append(s.actors, a)
	s.heap = append(s.heap, event{at, int32(len(s.actors) - 1)})
	s.up(len(s.heap) - 1)
}

// Run handles every event before the given time.
func (s *Sim) Run(until clock.Time) {
	for len(s.heap) > 0 && s.heap[0].at < until {
		e := s.heap[0]
		a := s.actors[e.who]
		// The next step is never at the same moment, so that no actor can hold up the time.
		next := max(a.Step(e.at), e.at+1)
		for !a.exact && next < e.at+ahead {
			next = max(a.Step(next), next+1)
		}
		if next >= clock.Never {
			s.actors[e.who] = actor{}
			last := len(s.heap) - 1
			s.heap[0] = s.heap[last]
			s.heap = s.heap[:last]
		} else {
			s.heap[0].at = next
		}
		s.down()
	}
}

func less(a, b event) bool { return a.at < b.at || a.at == b.at && a.who < b.who }

func (s *Sim) up(i int) {
	for i > 0 {
		p := (i - 1) / 4
		if !less(s.heap[i], s.heap[p]) {
			return
		}
		s.heap[i], s.heap[p] = s.heap[p], s.heap[i]
		i = p
	}
}

func (s *Sim) down() {
	h := s.heap
	i := 0
	for {
		c := 4*i + 1
		if c >= len(h) {
			return
		}
		best := c
		for k := c + 1; k < min(c+4, len(h)); k++ {
			if less(h[k], h[best]) {
				best = k
			}
		}
		if !less(h[best], h[i]) {
			return
		}
		h[i], h[best] = h[best], h[i]
		i = best
	}
}
