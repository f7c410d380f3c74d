package trait

import (
	"math"
	"math/rand/v2"
	"testing"

	"davy/biflow"
)

// A message is one of a sort, and its answer.
type message struct {
	rate            float64 // so many a window
	even            bool    // just as many, not at random
	payload, answer int     // bytes of the local and the remote side
	packets         [2]int  // of both sides
}

// summed are windows of messages of some sorts.
func summed(n int, seed uint64, sorts ...message) *biflow.Pair {
	r := rand.New(rand.NewPCG(seed, 4))
	p := &biflow.Pair{Server: biflow.RemoteSide}
	for i := range n {
		w := biflow.Window{Start: int64(i) * biflow.Seconds, Connections: 1, ServerShare: 1}
		for _, m := range sorts {
			k := int(m.rate)
			if !m.even {
				k = poisson(r, m.rate)
			}
			w.LocalPackets += uint64(k * m.packets[0])
			w.LocalBytes += uint64(k * (m.payload + Header*m.packets[0]))
			w.RemotePackets += uint64(k * m.packets[1])
			w.RemoteBytes += uint64(k * (m.answer + Header*m.packets[1]))
		}
		p.Windows = append(p.Windows, w)
	}
	return p
}

func poisson(r *rand.Rand, mean float64) (n int) {
	for t := r.ExpFloat64(); t < mean; t += r.ExpFloat64() {
		n++
	}
	return n
}

// At random, the events are the messages, whatever their sizes and answers are;
// a burst of ten is one.
func TestEventsAreMessages(t *testing.T) {
	share := message{rate: 40, payload: 260, answer: 70, packets: [2]int{2, 1}}
	job := message{rate: 25, answer: 900, packets: [2]int{1, 2}}
	burst := message{rate: 30, payload: 10 * 200, answer: 10 * 50, packets: [2]int{10, 10}}
	for name, sorts := range map[string][]message{"shares": {share}, "shares and jobs": {share, job}, "bursts": {burst}} {
		var rate, packets float64
		for _, s := range sorts {
			rate, packets = rate+s.rate, packets+s.rate*float64(s.packets[0]+s.packets[1])
		}
		got := math.Exp(Spans(summed(Day, 3, sorts...))[0].Traits()[Events]) * packets
		// With the outermost tenth of the windows drawn in, a normal count has 0.83
		// of its variance, which makes a fifth more events; what is added to the
		// variance takes some of that back.
		if got < rate || got > 1.4*rate {
			t.Errorf("%s: %.1f events a window, %.1f messages", name, got, rate)
		}
	}
}

// What comes by the clock looks like many events.
func TestEventsByTheClock(t *testing.T) {
	random := message{rate: 40, payload: 100, packets: [2]int{2, 2}}
	clock := random
	clock.even = true
	a, b := Spans(summed(Day, 1, random))[0].Traits()[Events], Spans(summed(Day, 1, clock))[0].Traits()[Events]
	if b < a+3 {
		t.Errorf("by the clock e^%.2f events a packet, at random e^%.2f", b, a)
	}
}
