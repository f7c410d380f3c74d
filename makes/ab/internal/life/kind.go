// Package life is what interfaces do when they do not mine: programs, who
// offers and who uses them, and the names that label them.
package life

import (
	"makes/ab/internal/rng"
	"makes/ab/internal/talk"
)

// Kind is a program, or a family of deployments of one.
//
// Place has letters:
//
//	i  the server is inside, o outside; both may stand
//	d  the client is a device, D the server is one
//	w  people's computers
//	2 to 9  up to so many connections from one client
//	m  hundreds of clients from elsewhere if the server is one of ours
//	r  the other end opens the connection, we serve
type Kind struct {
	Name   string
	Ports  []int  // 0 is any high port
	Frames string // letters of talk.Draw
	Place  string
	Life   lifeGene
	Parts  []talk.Gene
}

// how is the life of a connection.
type how struct {
	stay    func(r *rng.R) float64 // seconds
	pause   func(s *talk.Sess, t float64) float64
	warm    float64 // share that was open before the log began
	pausing bool    // pause is a clock, not a retry
	linger  float64 // how long a connection stays when all is said
}

type lifeGene func(r *rng.R) how

// days is a connection that lasts until something breaks.
func days(r *rng.R) how {
	mean := r.Log(2, 20) * 86400
	back := r.Log(0.5, 60)
	return how{stay: func(r *rng.R) float64 { return r.Exp(mean) }, warm: 0.93,
		pause: func(s *talk.Sess, t float64) float64 { return t + back*s.R.U(0.7, 1.5) }}
}

// hours lets connections end after some hours, without a rule.
func hours(lo, hi float64) lifeGene {
	return func(r *rng.R) how {
		mid, back := r.Log(lo, hi)*3600, r.Log(0.5, 300)
		return how{stay: func(r *rng.R) float64 { return r.LogNorm(mid, 0.5) }, warm: 0.85,
			pause: func(s *talk.Sess, t float64) float64 { return t + s.R.Exp(back) }}
	}
}

// aged lets a pool or a balancer replace connections of a certain age.
func aged(ages ...float64) lifeGene {
	return func(r *rng.R) how {
		age, vary := rng.Of(r, ages...), r.U(0, 0.05)
		return how{stay: func(r *rng.R) float64 { return age * (1 - vary*r.F()) }, warm: 0.97,
			pause: func(s *talk.Sess, t float64) float64 { return t + s.R.U(0.01, 0.3) }}
	}
}

// people open a connection when they come, and stay for some minutes.
func people(lo, hi, gap float64) lifeGene {
	return func(r *rng.R) how {
		mid := r.Log(lo, hi) * 60
		again := talk.Work(gap*60*0.5, gap*60*2)(r)
		return how{stay: func(r *rng.R) float64 { return r.LogNorm(mid, 0.8) }, warm: 0.1, pause: again, pausing: true}
	}
}

// visits is a connection for each turn of a clock, closed when all is said.
func visits(clock talk.ClockGene) lifeGene {
	return func(r *rng.R) how {
		linger := rng.Of(r, 0.0, 0, 0, 1, 5, 15, 60)
		return how{stay: func(*rng.R) float64 { return 900 }, pause: clock(r), pausing: true, linger: linger}
	}
}

func k(name string, ports []int, frames, place string, life lifeGene, parts ...talk.Gene) Kind {
	return Kind{name, ports, frames, place, life, parts}
}

func at(ports ...int) []int { return ports }

// Short names, so that a program is a line or two in the tables.
var (
	same, near, wide, few, grows = talk.Same, talk.Near, talk.Wide, talk.Few, talk.Grows
	steps, either                = talk.Steps, talk.Or
	tick, sway, minute, cast     = talk.Tick, talk.Sway, talk.Minute, talk.Cast
	poisson, work, heavy         = talk.Any, talk.Work, talk.Heavy
	bursts, stirred, shifts      = talk.Bursts, talk.Stirred, talk.Shifts
	u, d, say, ask, push         = talk.U, talk.D, talk.Say, talk.Ask, talk.Push
	tell, note, times, some      = talk.Tell, talk.Note, talk.Times, talk.Some
	on, loop, hello, beat, pulse = talk.On, talk.Loop, talk.Hello, talk.Beat, talk.Pulse
	hold, given, stream, cycle   = talk.Hold, talk.Given, talk.Flow, talk.Cycle
	typing, screen, easing       = talk.Typing, talk.Screen, talk.Easing
	guided, paced, maybe, worker = talk.Guided, talk.Paced, talk.Maybe, talk.Worker
)

const (
	up   = talk.Up
	down = talk.Down
)

// once is for visits: an exchange when the connection is there.
func once(e talk.ExchGene) talk.Gene { return hello(e) }

type (
	clockGene = talk.ClockGene
	gene      = talk.Gene
)
