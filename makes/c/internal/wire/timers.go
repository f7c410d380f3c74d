package wire

import "makes/c/internal/dice"

// Timer is something that happens on a connection again and again.
type Timer struct {
	At  float64 // next
	Gap dice.Gap
	Do  func()
}

// Timer gives a timer that first goes off after a gap.
func (c *Conn) Timer(gap dice.Gap, do func()) *Timer { return &Timer{c.Now + gap(), gap, do} }

// Run lets timers go off in turn until the connection ends.
func (c *Conn) Run(timers ...*Timer) {
	for c.Open() {
		next := timers[0]
		for _, t := range timers[1:] {
			if t.At < next.At {
				next = t
			}
		}
		c.WaitUntil(next.At)
		if !c.Open() {
			return
		}
		next.Do()
		next.At = max(next.At, c.Now-1) + next.Gap()
	}
}

// Every is Run with a single timer.
func (c *Conn) Every(gap dice.Gap, do func()) { c.Run(c.Timer(gap, do)) }

// OnBlocks is a timer that follows the growth of a chain, late by so much on
// average.
func (c *Conn) OnBlocks(blocks []float64, late float64, do func()) *Timer {
	next := 0
	return c.Timer(func() float64 {
		for next < len(blocks) && blocks[next] <= c.Now {
			next++
		}
		if next == len(blocks) {
			return c.host.End
		}
		return blocks[next] - c.Now + c.D.Exp(late)
	}, do)
}

// Blocks gives the growth of a chain in this connection's world.
func (c *Conn) Blocks(chain string, mean float64) []float64 { return c.host.World.Blocks(chain, mean) }
