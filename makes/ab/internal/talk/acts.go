package talk

import (
	"math"

	"makes/ab/internal/rng"
)

// Span draws how long a piece of work takes: its law is the service's.
func Span(r *rng.R, lo, hi float64) func(r *rng.R) float64 {
	mid := r.Log(lo, hi)
	switch r.N(5) {
	case 0:
		return func(r *rng.R) float64 { return r.Exp(mid) }
	case 1:
		sigma := r.U(0.1, 1.2)
		return func(r *rng.R) float64 { return r.LogNorm(mid, sigma) }
	case 2:
		return func(r *rng.R) float64 { return mid * r.U(0.8, 1.2) }
	case 3:
		return func(r *rng.R) float64 { return (r.Exp(mid) + r.Exp(mid)) / 2 }
	}
	return func(r *rng.R) float64 { return min(r.Pareto(mid/2, 1.6), mid*30) }
}

// Job describes a worker's day: it asks for a task, works, and brings a
// result.
type Job struct {
	Poll, None, Task SizeGene // the question, the answers without and with a task
	Result, Thanks   SizeGene
	Lo, Hi           float64   // seconds of work
	Every            []float64 // seconds between questions while there is nothing
	Report           ExchGene  // during work
	Reports          []float64 // how often
	Scarce           float64   // probability that there is nothing
	Slots            int       // tasks at once, at most
}

// Worker is a gene of such a worker.
func Worker(j Job) Gene {
	return func(r *rng.R) Part {
		ask, give := Ask(j.Poll, j.Task)(r), Ask(j.Result, j.Thanks)(r)
		none := Ask(j.Poll, j.None)(r)
		every, scarce, span := rng.Of(r, j.Every...), j.Scarce*r.U(0.3, 1), Span(r, j.Lo, j.Hi)
		slots := 1 + r.N(max(1, j.Slots))
		var report Exch
		period := math.Inf(1)
		if j.Report != nil {
			report, period = j.Report(r), rng.Of(r, j.Reports...)
		}
		return func(s *Sess, t float64, warm bool) {
			one := func(t float64) {
				var fetch, work func(t float64)
				fetch = func(t float64) {
					if s.R.P(scarce) {
						none(s, t, func(t float64) { s.At(t+every*s.R.U(0.95, 1.05), fetch) })
						return
					}
					ask(s, t, work)
				}
				work = func(t float64) {
					ready := t + span(s.R)
					for at := t + period; at < ready; at += period {
						s.At(at, func(t float64) { report(s, t, nil) })
					}
					s.At(ready, func(t float64) { give(s, t, fetch) })
				}
				if warm {
					s.At(t+span(s.R)*s.R.F(), func(t float64) { give(s, t, fetch) })
				} else {
					s.At(t, fetch)
				}
			}
			for range slots {
				one(t)
				t += s.R.U(0, 0.5)
			}
		}
	}
}

// Given is a worker to whom the server gives tasks unasked: each result makes
// the next task come, at times only after a while.
func Given(task, took, result, thanks SizeGene, lo, hi, lull float64) Gene {
	return func(r *rng.R) Part {
		give, take, bring, ok := task(r), took(r), result(r), thanks(r)
		span, idle := Span(r, lo, hi), r.U(0, 0.4)
		confirms, thanked := r.P(0.7), r.P(0.8)
		return func(s *Sess, t float64, _ bool) {
			var come func(t float64)
			come = func(t float64) {
				at := s.Send(Down, t, give(s))
				if confirms {
					s.At(at+0.001, func(t float64) { s.Send(Up, t, take(s)) })
				}
				s.At(at+0.002+span(s.R), func(t float64) {
					at := s.Send(Up, t, bring(s))
					if thanked {
						s.At(at+0.002, func(t float64) { s.Send(Down, t, ok(s)) })
					}
					next := at + 0.004
					if s.R.P(idle) {
						next += s.R.Exp(lull)
					}
					s.At(next, come)
				})
			}
			s.At(t+s.R.Exp(lull)*0.3+span(s.R)*s.R.F(), come)
		}
	}
}

// Hold is a request that the server keeps until something happens or its
// time is over; the client asks again at once.
func Hold(ask, news, nothing SizeGene, clock ClockGene, waits ...float64) Gene {
	return func(r *rng.R) Part {
		a, n, e, c := ask(r), news(r), nothing(r), clock(r)
		wait, pause := rng.Of(r, waits...), r.Log(0.001, 0.3)
		return func(s *Sess, t float64, _ bool) {
			var again func(t float64)
			again = func(t float64) {
				came := s.Send(Up, t, a(s))
				if at := c(s, came); at < came+wait {
					s.At(at, func(t float64) { s.At(s.Send(Down, t, n(s))+pause*s.R.U(0.5, 2), again) })
				} else {
					s.At(came+wait, func(t float64) { s.At(s.Send(Down, t, e(s))+pause*s.R.U(0.5, 2), again) })
				}
				s.Count++
			}
			s.At(t+wait*s.R.U(0.01, 0.9), again)
		}
	}
}

// Pulse is a heartbeat of one side, sent when this side was silent for a
// time; a second one, which the other side would answer, when that side was.
func Pulse(dir int, size SizeGene, idles ...float64) Gene {
	return func(r *rng.R) Part {
		n, idle := size(r), rng.Of(r, idles...)
		return func(s *Sess, t float64, _ bool) {
			var look func(t float64)
			look = func(t float64) {
				if due := s.Last[dir] + idle; due > t+1e-6 {
					s.At(due, look)
					return
				}
				s.Send(dir, t, n(s))
				s.At(t+idle, look)
			}
			s.At(t+idle*s.R.U(0.05, 1), look)
		}
	}
}

// Flow is a stream of one side that the other confirms every so many
// messages, or some time after the first that is not confirmed.
func Flow(dir int, clock ClockGene, size, confirm SizeGene, every int, late float64) Gene {
	return func(r *rng.R) Part {
		c, n, ok := clock(r), size(r), confirm(r)
		w := 1 + r.N(every)
		late := late * rng.Of(r, 0.5, 1, 1, 2)
		return func(s *Sess, t float64, _ bool) {
			open, round := 0, 0
			answer := func(t float64) {
				open, round = 0, round+1
				s.Send(1-dir, t, ok(s))
			}
			var fire func(t float64)
			fire = func(t float64) {
				s.At(c(s, t), fire)
				came := s.Send(dir, t, n(s))
				s.Count++
				if open++; open >= w {
					s.At(came+0.001, func(t float64) {
						if open >= w {
							answer(t)
						}
					})
				} else if open == 1 {
					mine := round
					s.At(came+late, func(t float64) {
						if round == mine && open > 0 {
							answer(t)
						}
					})
				}
			}
			s.At(t+(c(s, t)-t)*s.R.F(), fire)
		}
	}
}

// Cycle polls a fixed list of questions one after another, each with an
// answer of its own length, and begins anew by a clock.
func Cycle(clock ClockGene, up, down SizeGene, most int) Gene {
	return func(r *rng.R) Part {
		c := clock(r)
		n := r.Between(1, most)
		ups, downs := make([]Size, n), make([]Size, n)
		for i := range n {
			ups[i], downs[i] = up(r), down(r)
		}
		think := r.Log(0.001, 0.08)
		return func(s *Sess, t float64, _ bool) {
			var turn func(t float64)
			var item func(t float64, i int)
			item = func(t float64, i int) {
				if i == n {
					s.Count++
					return
				}
				came := s.Send(Up, t, ups[i](s))
				s.At(came+think*s.R.U(0.6, 2), func(t float64) {
					came := s.Send(Down, t, downs[i](s))
					s.At(came+0.001, func(t float64) { item(t, i+1) })
				})
			}
			turn = func(t float64) {
				next := c(s, t)
				s.At(max(next, t+float64(n)*(2*think+s.Conn.RTT()+0.002)), turn)
				item(t, 0)
			}
			s.At(t+(c(s, t)-t)*s.R.F(), turn)
		}
	}
}
