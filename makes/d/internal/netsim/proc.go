package netsim

import (
	"errors"
	"iter"

	"makes/d/internal/dice"
)

// Proc is one running program, a coroutine with a clock of its own: its code
// reads from top to bottom, and it is set aside whenever its clock passes the
// time up to which the world is being computed. It holds at most one
// connection at a time; programs with several fork.
type Proc struct {
	*dice.Dice
	Now   float64
	Host  *Host
	Label *Label // nil: unlabelled
	Away  Spans  // when the program does not run
	// Timeout is how long it waits for a connection to be accepted.
	Timeout float64

	horizon float64
	yield   func(struct{}) bool
	next    func() (struct{}, bool)
	stop    func()
	done    bool
	port    uint16
	conn    *Conn
}

var errStopped = errors.New("run is over")

// Start adds a program to a host; it begins at the given time.
func (h *Host) Start(d *dice.Dice, at float64, label *Label, away Spans, body func(*Proc)) *Proc {
	p := &Proc{Dice: d, Now: at, Host: h, Label: label, Away: away,
		Timeout: d.Scale(3, 130), port: uint16(d.Int(32768, 60999))}
	p.next, p.stop = iter.Pull(func(yield func(struct{}) bool) {
		defer func() {
			if r := recover(); r != nil && r != errStopped {
				panic(r)
			}
		}()
		p.yield = yield
		p.wake()
		body(p)
	})
	h.procs = append(h.procs, p)
	return p
}

// Fork starts n copies of the rest of a program, each with a clock, dice and
// connection of its own.
func (p *Proc) Fork(n int, body func(*Proc)) {
	for range n {
		q := p.Host.Start(dice.New(p.Uint64()), p.Now+p.Exp(2), p.Label, p.Away, body)
		q.Timeout = p.Timeout
	}
}

func (p *Proc) runTo(t float64) {
	p.horizon = t
	if p.Now < t && !p.done {
		_, ok := p.next()
		p.done = !ok
	}
}

// pass moves the clock.
func (p *Proc) pass(t float64) {
	p.Now = max(p.Now, t)
	for p.Now >= p.horizon {
		if !p.yield(struct{}{}) {
			panic(errStopped)
		}
	}
}

// wake waits until the program is allowed to run.
func (p *Proc) wake() {
	for {
		s := p.Away.Next(p.Now)
		if p.Now < s.From {
			return
		}
		p.pass(s.To + p.Exp(3))
	}
}

// Sleep lets d seconds pass, with or without a connection.
func (p *Proc) Sleep(d float64) {
	if p.conn != nil {
		p.conn.Wait(d)
		return
	}
	p.pass(p.Now + d)
	p.wake()
}

// Gap is the time to the next event of a kind that comes every mean seconds
// on average, faster and slower with the rhythm of the host.
func (p *Proc) Gap(mean float64) float64 {
	const step = 1800.0
	at := p.Now
	for {
		g := p.Exp(mean / p.Host.Rhythm.Pace(at))
		if g < step {
			return at + g - p.Now
		}
		at += step
		if at > p.Host.End {
			return at - p.Now
		}
	}
}

// Often makes a source of gaps that follow the rhythm of the host.
func (p *Proc) Often(mean float64) func() float64 {
	return func() float64 { return p.Gap(mean) }
}

// Random makes a source of memoryless gaps, the same by day and night.
func (p *Proc) Random(mean float64) func() float64 {
	return func() float64 { return p.Exp(mean) }
}

// Every makes a source of nearly regular gaps.
func (p *Proc) Every(period, jitter float64) func() float64 {
	return func() float64 { return period * (1 + jitter*(2*p.Float64()-1)) }
}
