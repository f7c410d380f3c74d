package benign

import (
	"math"

	"makes/e/internal/sim"
)

// every is a timer of a steady cadence with some jitter (a fraction).
func every(p *sim.Program, period, jitter float64, do func()) *sim.Timer {
	return &sim.Timer{Wait: func() float64 { return period * p.Between(1-jitter, 1+jitter) }, Do: do}
}

// sometimes is a timer of memoryless events.
func sometimes(p *sim.Program, mean float64, do func()) *sim.Timer {
	return &sim.Timer{Wait: func() float64 { return p.Exp(mean) }, Do: do}
}

// lively is a timer of memoryless events that follow the public's day.
func lively(p *sim.Program, mean float64, do func()) *sim.Timer {
	return &sim.Timer{Wait: func() float64 { return p.Exp(mean) / p.Busy() }, Do: do}
}

// at is a timer of given times.
func at(p *sim.Program, times []float64, do func()) *sim.Timer {
	i := 0
	return &sim.Timer{Do: do, Wait: func() float64 {
		for i < len(times) && times[i] <= p.Now {
			i++
		}
		if i == len(times) {
			return math.Inf(1)
		}
		return times[i] - p.Now + p.Between(0.02, 1.5)
	}}
}

// span is a range to draw lives and pauses from.
type span [2]float64

func (s span) draw(p *sim.Program) float64 { return p.Log(s[0], s[1]) }

const (
	minute = 60.0
	hour   = 3600.0
	day    = 24 * hour
)

var (
	days    = span{4 * hour, 20 * day} // lives of connections that only restarts end
	hours   = span{20 * minute, 12 * hour}
	minutes = span{2 * minute, 90 * minute}
	soon    = span{0.2, 20} // pauses before a reconnect
	later   = span{20, 20 * minute}
)

// stay keeps a connection up: it dials, works for a drawn life, closes, and
// after a pause begins again.
func stay(p *sim.Program, life, pause span, dial func() *sim.Conn, work func(*sim.Conn) []*sim.Timer) {
	for p.Alive() {
		c := dial()
		p.Loop(p.Now+life.draw(p), work(c)...)
		end(p, c)
		p.Wait(pause.draw(p))
	}
}

// end closes a connection in one of the usual ways.
func end(p *sim.Program, c *sim.Conn) {
	switch at := p.Float64(); {
	case at < 0.6:
		c.Close()
	case at < 0.85:
		c.Drop()
	case at < 0.95:
		c.Abort(sim.Client)
	default:
		c.Vanish(p.Int(20, 400))
	}
}

// poll does something with short connections at a steady cadence.
func poll(p *sim.Program, period, jitter float64, do func()) {
	for p.Wait(p.Between(0, period)); p.Alive(); p.Wait(period * p.Between(1-jitter, 1+jitter)) {
		do()
	}
}

// private and public pick one of a service's few instances.
func private(p *sim.Program, name string, n int, port uint16) sim.Peer {
	return p.World.Service(p.Dice, "in/"+name, n, func() sim.Peer { return p.World.Private(port) })
}

func public(p *sim.Program, name string, n int, port uint16) sim.Peer {
	return p.World.Service(p.Dice, "out/"+name, n, func() sim.Peer { return p.World.Public(port) })
}

// either picks from the public instances with a probability.
func either(p *sim.Program, share float64, name string, n int, port uint16) sim.Peer {
	if p.Chance(share) {
		return public(p, name, n, port)
	}
	return private(p, name, n, port)
}

// perhapsTLS encrypts with a probability that the instance drew once.
func perhapsTLS(c *sim.Conn, yes bool) *sim.Conn {
	if yes {
		c.AnyTLS()
	}
	return c
}

// keepalive draws a client's or server's usual TCP keep-alive setting.
func keepalive(p *sim.Program) float64 {
	return sim.Pick(p.Dice, 0.0, 0, 15, 15, 30, 45, 60, 75, 120, 300, 350, 7200)
}

// threads runs n threads of a program one after another, each from its beginning.
func threads(p *sim.Program, n int, run func(q *sim.Program)) {
	for range n {
		run(p.Fork())
	}
}
