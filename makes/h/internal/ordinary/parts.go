// Package ordinary is the traffic that is not mining: fifty kinds of program,
// and which machines run them. A kind is put together from parts; a part draws
// a program's habits when that starts, and its messages as they come.
package ordinary

import (
	"slices"

	"makes/h/internal/sim"
	. "makes/h/internal/world"
)

type (
	size func(p *Prog) func() int     // of messages
	gap  func(p *Prog) func() float64 // between events, in seconds
	act  func(c *sim.Conn)
	// part returns what a program does when a session begins, or else what it
	// does whenever a gap is over.
	part func(p *Prog) (begin act, every func() float64, do act)
)

// each is a size that is drawn for every message.
func each(least, most int) size {
	return func(p *Prog) func() int { return func() int { return p.Int(least, most) } }
}

// usual is a size that is a program's habit, within a spread of its own.
func usual(least, most int) size {
	return func(p *Prog) func() int {
		n, spread := p.Habit.WideInt(least, most), sim.Pick(p.Habit, 0.01, 0.2, 0.5, 0.9)
		return func() int { return p.Near(n, spread) }
	}
}

// none is no message at all.
func none(*Prog) func() int { return nil }

// chance is a gap without memory; its mean is a habit.
func chance(least, most float64) gap {
	return func(p *Prog) func() float64 {
		mean := p.Habit.Wide(least, most)
		return func() float64 { return p.Exp(mean) }
	}
}

// people is a gap that grows at night.
func people(least, most float64) gap {
	return func(p *Prog) func() float64 { return p.Human(p.Habit.Wide(least, most) * 0.35) }
}

// regular is a period, kept by some programs better than by others.
func regular(least, most float64) gap {
	return func(p *Prog) func() float64 {
		return p.Regular(p.Habit.Wide(least, most), sim.Pick(p.Habit, 0.002, 0.03, 0.1, 0.3))
	}
}

// oneOf is a period that people choose in configuration files.
func oneOf(periods ...float64) gap {
	return func(p *Prog) func() float64 { return p.Regular(sim.Pick(p.Habit, periods...), 0.01) }
}

// talk sends whatever is not none: a question, an answer.
func talk(c *sim.Conn, ask, answer func() int) {
	switch {
	case answer == nil:
		c.Ask(ask())
	case ask == nil:
		c.Push(answer())
	default:
		c.Call(ask(), answer())
	}
}

// hello is said once, when a session begins.
func hello(ask, answer size) part {
	return func(p *Prog) (act, func() float64, act) {
		up, down := ask(p), answer(p)
		return func(c *sim.Conn) { talk(c, up, down) }, nil, nil
	}
}

// say is a question, its answer, or both, whenever the gap is over, up to so
// many at once.
func say(when gap, most int, ask, answer size) part {
	return func(p *Prog) (act, func() float64, act) {
		up, down, pause := ask(p), answer(p), p.Habit.Wide(0.002, 0.4)
		return nil, when(p), func(c *sim.Conn) {
			talk(c, up, down)
			for n := p.IntN(most); n > 0 && c.Wait(p.Exp(pause)); n-- {
				talk(c, up, down)
			}
		}
	}
}

// order is a message from the server that the client answers after a while.
func order(when gap, push, back size, delay float64) part {
	return func(p *Prog) (act, func() float64, act) {
		down, up, wait := push(p), back(p), p.Habit.Wide(delay/5, delay*5)
		return nil, when(p), func(c *sim.Conn) {
			c.Push(down())
			if c.Wait(p.Exp(wait)) {
				c.Ask(up())
			}
		}
	}
}

// beat is sent by the clock, or after silence if idle.
func beat(from sim.Side, least, most float64, n, answer size, idle bool) part {
	return func(p *Prog) (act, func() float64, act) {
		every, reply := p.Habit.Wide(least, most), 0
		ask, back := n(p)(), answer(p)
		if back != nil {
			reply = back()
		}
		return func(c *sim.Conn) { c.Beat(from, every, ask, reply, idle) }, nil, nil
	}
}

// start draws the habits of all parts.
func start(p *Prog, parts []part) (begin act, gaps []func() float64, acts []act) {
	var begins []act
	for _, one := range parts {
		begin, every, do := one(p)
		if begin != nil {
			begins = append(begins, begin)
			continue
		}
		gaps, acts = append(gaps, every), append(acts, do)
	}
	return func(c *sim.Conn) {
		for _, begin := range begins {
			begin(c)
		}
	}, gaps, acts
}

// session is a program that keeps a connection up, for so long on average.
func session(least, most float64, parts ...part) func(*Prog) {
	return func(p *Prog) {
		begin, gaps, acts := start(p, parts)
		p.Sessions(p.Habit.Wide(least, most), func(c *sim.Conn) {
			begin(c)
			timers := []*sim.Timer{c.Never()}
			for _, every := range gaps {
				timers = append(timers, c.Timer(every))
			}
			for t := c.Next(timers...); t != nil; t = c.Next(timers...) {
				acts[slices.Index(timers, t)-1](c)
			}
		})
	}
}

// pool is a few programs of the same sort side by side.
func pool(least, most int, run func(*Prog)) func(*Prog) {
	return func(p *Prog) {
		from := p.Now()
		for range p.Habit.Int(least, most) {
			p.Rewind(from)
			run(p)
		}
	}
}

// shots is a program that connects anew each time, for so many questions.
func shots(when gap, least, most int, pause float64, ask, answer size) func(*Prog) {
	return func(p *Prog) {
		up, down, wait := ask(p), answer(p), p.Habit.Wide(pause/10, pause)
		p.Shots(when(p), func(c *sim.Conn) {
			for range p.Int(least, most) {
				talk(c, up, down)
				if !c.Wait(p.Exp(wait)) {
					return
				}
			}
		})
	}
}

// visits is a program whose sessions people begin, and end after a while.
func visits(when gap, length float64, run func(*Prog)) func(*Prog) {
	return func(p *Prog) {
		pause, end := when(p), p.Until
		for p.Sleep(pause()) {
			p.Until = min(end, p.Now()+p.Exp(length))
			run(p)
			p.Until = end
		}
	}
}

// request is the size of a body with the headers that a client or server
// always sends; HTTP/2 packs them.
func request(body size) size {
	return func(p *Prog) func() int {
		head, of := p.Habit.WideInt(120, 1500), body(p)
		if p.Habit.Chance(0.3) {
			head = 18 + p.Habit.Int(20, 120)
		}
		return func() int { return p.Near(head, 0.02) + of() }
	}
}

// fetch is a request with its response, whenever the gap is over.
func fetch(when gap, ask, answer size) part { return say(when, 1, request(ask), request(answer)) }

// longPoll is a request that the server holds until there is news or so many
// seconds have gone by; the parts come first, and again with news.
func longPoll(hold, news gap, ask, empty, full size, parts ...part) func(*Prog) {
	return func(p *Prog) {
		up, nothing, something := ask(p), empty(p), full(p)
		held, next := hold(p), news(p)
		begin, _, acts := start(p, parts)
		p.Sessions(p.Habit.Wide(300, 60000), func(c *sim.Conn) {
			begin(c)
			due, wait := next(), held()
			for c.Ask(up()); c.Wait(min(due, wait)); c.Ask(up()) {
				if due -= wait; due > 0 {
					c.Answer(nothing())
					continue
				}
				c.Answer(something())
				for _, do := range acts {
					c.Wait(p.Exp(1))
					do(c)
				}
				due = next()
			}
		})
	}
}
