package talk

import "makes/ab/internal/rng"

// Part is something that runs on a connection from a time on. Warm is true
// if the connection was open before the log began.
type Part func(s *Sess, t float64, warm bool)

// Gene draws a service's part.
type Gene func(r *rng.R) Part

// Exch is an exchange of messages; over, if any, runs when it has ended.
type Exch func(s *Sess, t float64, over func(t float64))

// ExchGene draws a service's exchange.
type ExchGene func(r *rng.R) Exch

type step struct {
	dir   int
	size  Size
	think float64
}

// chain runs steps one after another; the next one is sent when the one
// before has come and was thought about.
func chain(steps []step) Exch {
	var run func(s *Sess, t float64, i int, over func(float64))
	run = func(s *Sess, t float64, i int, over func(float64)) {
		st := &steps[i]
		came := s.Send(st.dir, t, st.size(s))
		if i+1 == len(steps) {
			s.Count++
			if over != nil {
				over(came)
			}
			return
		}
		next := &steps[i+1]
		if next.dir == st.dir {
			came = t
		}
		s.At(came+next.think*s.R.U(0.5, 1.6), func(t float64) { run(s, t, i+1, over) })
	}
	return func(s *Sess, t float64, over func(float64)) { run(s, t, 0, over) }
}

// Msg is a message of an exchange, sent after a time of thought.
type Msg struct {
	Dir    int
	Size   SizeGene
	Lo, Hi float64
}

// U and D are messages that are answered at once, by a machine.
func U(size SizeGene) Msg { return Msg{Up, size, 0.0003, 0.02} }

// D is U's other direction.
func D(size SizeGene) Msg { return Msg{Down, size, 0.0003, 0.02} }

// After changes how long is thought before a message.
func (m Msg) After(lo, hi float64) Msg { m.Lo, m.Hi = lo, hi; return m }

// Say is an exchange of these messages.
func Say(msgs ...Msg) ExchGene {
	return func(r *rng.R) Exch {
		steps := make([]step, len(msgs))
		for i, m := range msgs {
			steps[i] = step{m.Dir, m.Size(r), r.Log(m.Lo, m.Hi)}
		}
		return chain(steps)
	}
}

// Ask is a request and its answer.
func Ask(up, down SizeGene) ExchGene { return Say(U(up), D(down)) }

// Push is a message of the server which the client confirms.
func Push(down, up SizeGene) ExchGene { return Say(D(down), U(up)) }

// Tell is a client's message, Note a server's, without answer.
func Tell(up SizeGene) ExchGene { return Say(U(up)) }

// Note is Tell's other direction.
func Note(down SizeGene) ExchGene { return Say(D(down)) }

// Times repeats an exchange a number of times in a row.
func Times(lo, hi int, e ExchGene) ExchGene {
	return func(r *rng.R) Exch {
		x, most := e(r), r.Between(lo, hi)
		return func(s *Sess, t float64, over func(float64)) {
			left := s.R.Between(lo, most)
			var next func(t float64)
			next = func(t float64) {
				if left--; left < 0 {
					if over != nil {
						over(t)
					}
					return
				}
				s.At(t+s.R.U(0.0002, 0.004), func(t float64) { x(s, t, next) })
			}
			next(t)
		}
	}
}

// Some does one of several exchanges, the first ones more often.
func Some(all ...ExchGene) ExchGene {
	return func(r *rng.R) Exch {
		xs := make([]Exch, len(all))
		for i, g := range all {
			xs[i] = g(r)
		}
		tilt := r.U(0.3, 0.9)
		return func(s *Sess, t float64, over func(float64)) {
			i := 0
			for i+1 < len(xs) && !s.R.P(tilt) {
				i++
			}
			xs[i](s, t, over)
		}
	}
}

// On repeats an exchange by a clock that does not wait for it.
func On(clock ClockGene, e ExchGene) Gene {
	return func(r *rng.R) Part {
		c, x := clock(r), e(r)
		return func(s *Sess, t float64, _ bool) {
			var fire func(t float64)
			fire = func(t float64) {
				s.At(c(s, t), fire)
				x(s, t, nil)
			}
			// The first one comes somewhere in the first turn.
			s.At(t+(c(s, t)-t)*s.R.U(0.02, 1), fire)
		}
	}
}

// Loop repeats an exchange by a clock that starts when it has ended.
func Loop(clock ClockGene, e ExchGene) Gene {
	return func(r *rng.R) Part {
		c, x := clock(r), e(r)
		return func(s *Sess, t float64, _ bool) {
			var fire, over func(t float64)
			over = func(t float64) { s.At(c(s, t), fire) }
			fire = func(t float64) { x(s, t, over) }
			s.At(t+(c(s, t)-t)*s.R.F(), fire)
		}
	}
}

// Hello is done once, when the connection is new.
func Hello(e ExchGene) Gene {
	return func(r *rng.R) Part {
		x := e(r)
		return func(s *Sess, t float64, warm bool) {
			if !warm {
				x(s, t, nil)
			}
		}
	}
}

// Beat is done when nothing was sent for a while, by either side.
func Beat(e ExchGene, idles ...float64) Gene {
	return func(r *rng.R) Part {
		x, idle := e(r), rng.Of(r, idles...)
		return func(s *Sess, t float64, _ bool) {
			var look func(t float64)
			look = func(t float64) {
				if due := s.Idle() + idle; due > t+1e-6 {
					s.At(due, look)
					return
				}
				x(s, t, nil)
				s.At(t+idle, look)
			}
			s.At(t+idle*s.R.U(0.1, 1), look)
		}
	}
}

// Maybe is there in some services and not in others.
func Maybe(p float64, g Gene) Gene {
	return func(r *rng.R) Part {
		part := g(r)
		if r.P(p) {
			return part
		}
		return func(*Sess, float64, bool) {}
	}
}
