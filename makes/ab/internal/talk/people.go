package talk

import "makes/ab/internal/rng"

// Typing is a person at a terminal: words of single keys, each echoed, then
// the output of a command, then thought; breaks as the hours have them.
func Typing(key, echo, output SizeGene, local bool) Gene {
	return func(r *rng.R) Part {
		k, e, o := key(r), echo(r), output(r)
		pace, pause := r.U(0.12, 0.35), r.Log(4, 60)
		rest := Work(300, 3600)(r)
		return func(s *Sess, t float64, _ bool) {
			left := 0
			var press func(t float64)
			press = func(t float64) {
				came := s.Send(Up, t, k(s))
				left--
				if left > 0 {
					if !local || s.R.P(0.3) {
						s.At(came+0.001, func(t float64) { s.Send(Down, t, e(s)) })
					}
					s.At(t+pace*s.R.LogNorm(1, 0.6), press)
					return
				}
				s.Count++
				s.At(came+s.R.Log(0.005, 0.8), func(t float64) { s.Send(Down, t, o(s)) })
				left = s.R.Between(2, 18)
				if s.R.P(0.06) {
					s.At(rest(s, t), press)
				} else {
					s.At(t+1+s.R.Exp(pause), press)
				}
			}
			left = s.R.Between(2, 18)
			s.At(t+s.R.Exp(pause), press)
		}
	}
}

// Screen is a remote desktop: input in bursts, pictures in return, a clock in
// the corner that repaints, and nothing while nobody is there.
func Screen(input, paint, small SizeGene, repaint ...float64) Gene {
	return func(r *rng.R) Part {
		in, big, tiny := input(r), paint(r), small(r)
		every, pause := rng.Of(r, repaint...), r.Log(3, 40)
		rest := Work(300, 2400)(r)
		return func(s *Sess, t float64, _ bool) {
			var act, tick func(t float64)
			left := 5
			act = func(t float64) {
				came := s.Send(Up, t, in(s))
				if s.R.P(0.5) {
					s.At(came+s.R.U(0.01, 0.05), func(t float64) { s.Send(Down, t, big(s)) })
				}
				if left--; left > 0 {
					s.At(t+s.R.U(0.05, 0.5), act)
					return
				}
				left = s.R.Between(3, 25)
				if s.R.P(0.1) {
					s.At(rest(s, t), act)
				} else {
					s.At(t+s.R.Exp(pause), act)
				}
			}
			tick = func(t float64) {
				s.Send(Down, t, tiny(s))
				s.At(t+every, tick)
			}
			s.At(t+s.R.Exp(pause), act)
			if every > 0 {
				s.At(t+every*s.R.F(), tick)
			}
		}
	}
}

// Easing polls with pauses that grow while there is nothing new.
func Easing(ask, nothing, news SizeGene, first, most, chance float64) Gene {
	return func(r *rng.R) Part {
		a, e, n := ask(r), nothing(r), news(r)
		lo, hi, p, factor := first*r.U(0.6, 2), most*r.U(0.5, 1.5), chance*r.U(0.4, 2), rng.Of(r, 1.3, 1.5, 2)
		return func(s *Sess, t float64, _ bool) {
			wait := lo
			var poll func(t float64)
			poll = func(t float64) {
				came := s.Send(Up, t, a(s))
				s.At(came+s.R.Log(0.002, 0.06), func(t float64) {
					size := e(s)
					if wait = min(hi, wait*factor); s.R.P(p) {
						size, wait = n(s), lo
					}
					s.At(s.Send(Down, t, size)+wait, poll)
				})
			}
			s.At(t+hi*s.R.F(), poll)
		}
	}
}

// Guided is an agent that reports by its clock and at random times is told
// to do something: it confirms, works and reports what came of it.
func Guided(report ExchGene, clock ClockGene, order, took, result SizeGene, orders ClockGene, lo, hi float64) Gene {
	return func(r *rng.R) Part {
		regular := On(clock, report)(r)
		o, k, res, c := order(r), took(r), result(r), orders(r)
		span := Span(r, lo, hi)
		return func(s *Sess, t float64, warm bool) {
			regular(s, t, warm)
			var told func(t float64)
			told = func(t float64) {
				came := s.Send(Down, t, o(s))
				s.At(came+s.R.U(0.001, 0.03), func(t float64) { s.Send(Up, t, k(s)) })
				s.At(came+0.05+span(s.R), func(t float64) { s.Send(Up, t, res(s)) })
				s.At(c(s, t), told)
			}
			s.At(t+(c(s, t)-t)*s.R.U(0.1, 1), told)
		}
	}
}

// Paced is a quota that is filled: a client reports at random times at a rate
// which the server corrects now and then, so that reports keep a pace.
func Paced(report, ok, correct SizeGene, lo, hi float64) Gene {
	return func(r *rng.R) Part {
		rep, yes, fix := report(r), ok(r), correct(r)
		target, window := r.Log(lo, hi), rng.Of(r, 60.0, 120, 300, 600)
		return func(s *Sess, t float64, _ bool) {
			gap := target * s.R.Log(0.3, 4)
			last := t
			var fire func(t float64)
			fire = func(t float64) {
				came := s.Send(Up, t, rep(s))
				s.At(came+s.R.U(0.001, 0.02), func(t float64) {
					s.Send(Down, t, yes(s))
					if t-last > window {
						last = t
						gap += (target - gap) * s.R.U(0.4, 1)
						s.Send(Down, t+0.002, fix(s))
					}
				})
				s.At(t+s.R.Exp(gap), fire)
			}
			s.At(t+s.R.Exp(gap), fire)
		}
	}
}
