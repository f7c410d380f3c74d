package office

import (
	"math"

	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// rhythm is how the times of an exchange follow each other.
type rhythm int

const (
	clock   rhythm = iota // a fixed period
	shaken                // a period with an even jitter
	poisson               // at random
	heavy                 // long and short pauses
	cron                  // at multiples of the period
)

// verb is a talk with the numbers of one service.
type verb struct {
	how                how
	every, jitter      float64
	rhythm             rhythm
	first, then        float64 // bytes
	firstVar, thenVar  float64 // sigma of their logarithm
	firstMost, thenMax float64
	think              float64 // seconds, mean
	burst              float64 // exchanges at a time, mean
	gap                float64 // between those
	timeout            float64 // of a long poll
}

// mode is what a client does.
type mode int

const (
	work  mode = iota // all talks
	brisk             // more of them
	lull              // less
	hush              // heartbeats only
	off               // no connection
	broke             // the service cannot be used
)

// state is one of a client's random machine.
type state struct {
	mode  mode
	rate  float64
	fault tcp.Fault
	stay  float64 // seconds, mean
	fixed bool    // stays for just that long
	next  []float64
}

// service is a program with its numbers drawn.
type service struct {
	*spec
	port        uint16
	addrs       []uint32
	stack       *tcp.Stack
	keep        float64 // of its clients' sockets
	tls         tcp.TLS
	life, idle  float64
	lifeFixed   bool
	pool        float64
	verbs       []verb
	greet       [][2]int
	machine     []state
	outages     calendar
	fault       tcp.Fault
	retry       tcp.Retry
	rtt, loss   float64
	rate        float64
	closer      tcp.Side
	rude        bool // closes with resets
	officeHours bool
	night       float64 // rate outside its clients' hours
}

func drawService(r rnd.R, s *spec, days float64) *service {
	v := &service{spec: s, stack: tcp.Draw(r, r.Chance(0.4)), keep: rnd.Pick(r, 0.0, 0, 0, 30, 45, 60, 75, 120, 300, 600, 1800, 7200)}
	v.port = rnd.Pick(r, s.ports...)
	if r.Chance(0.5) {
		v.port = s.ports[0]
	}
	if r.Chance(0.3) {
		v.stack = v.stack.Keep(rnd.Pick(r, 15.0, 30, 60, 60, 120, 300, 900, 7200))
	}
	if r.Chance(s.tls) {
		v.tls = tcp.DrawTLS(r, rnd.Pick(r, 12, 13, 13))
	}
	v.idle = rnd.Pick(r, 0, 0, 0.2, 1, 2, 5, 5, 15, 30, 60)
	if s.life[1] > 0 {
		v.life, v.idle = r.In(s.life), 0
		v.lifeFixed = r.Chance(0.3)
		if v.life < 30*minute && r.Chance(0.6) {
			v.idle = r.In(span{20, 600})
		}
	}
	v.pool = r.In(s.pool)
	for _, t := range s.talks {
		one := drawVerb(r, t)
		switch { // the busiest are few
		case v.life == 0:
			one.every = max(one.every, r.In(span{5, 500}))
		case r.Chance(0.8):
			one.every = max(one.every, r.In(span{1.5, 10}))
		}
		v.verbs = append(v.verbs, one)
	}
	if s.greet > 0 {
		for range 1 + r.IntN(s.greet) {
			v.greet = append(v.greet, [2]int{r.Int(span{12, 900}), r.Int(span{8, 1800})})
		}
	}
	v.officeHours, v.night = r.Chance(s.hours), 1
	if r.Chance(0.5) {
		v.night = r.In(span{0.05, 0.8})
	}
	v.machine = drawMachine(r)
	v.fault, v.retry = drawFault(r), tcp.DrawRetry(r)
	for d := 0.0; d < days; d++ {
		if r.Chance(0.06) {
			from := (d + r.Float64()) * day
			for range rnd.Pick(r, 1, 1, 1, 2, 6) { // once, or flapping
				to := from + r.In(span{20, 3 * hour})
				v.outages = append(v.outages, window{from, to})
				from = to + r.In(span{30, 20 * minute})
			}
		}
	}
	switch s.at {
	case lan:
		v.rtt, v.rate = r.In(span{0.0002, 0.003}), r.In(span{20 * mega, 300 * mega})
	case branch:
		v.rtt, v.rate, v.loss = r.In(span{0.002, 0.09}), r.In(span{mega, 40 * mega}), r.In(span{1e-6, 3e-3})
	case cloud:
		v.rtt, v.rate, v.loss = r.In(span{0.002, 0.18}), r.In(span{2 * mega, 60 * mega}), r.In(span{1e-6, 4e-3})
	}
	v.closer = tcp.Side(r.IntN(2))
	v.rude = r.Chance(0.1)
	for range rnd.Pick(r, 1, 1, 1, 2, 4) {
		if s.at == cloud {
			v.addrs = append(v.addrs, r.Public())
		} else {
			v.addrs = append(v.addrs, r.Private(100+r.IntN(100)))
		}
	}
	return v
}

func drawFault(r rnd.R) tcp.Fault {
	return rnd.Pick(r, tcp.Dead, tcp.Dead, tcp.Refused, tcp.Refused, tcp.Denied, tcp.Slam, tcp.Mute, tcp.Kick)
}

func drawVerb(r rnd.R, t talk) verb {
	size := func(s span) float64 {
		if s[0] == 0 && (s[1] == 0 || r.Chance(0.4)) {
			return 0
		}
		return r.In(span{max(1, s[0]), s[1]})
	}
	v := verb{how: t.how, every: r.In(t.every), rhythm: rhythm(r.IntN(5)), jitter: rnd.Pick(r, 0.01, 0.05, 0.1, 0.2, 0.5, 0.9),
		first: size(t.first), then: size(t.then), think: r.In(span{0.0003, 0.4}), burst: 1, gap: r.In(span{0.005, 3}),
		timeout: rnd.Pick(r, 10.0, 20, 25, 30, 55, 60, 90, 120, 230, 300, 480, 900, 1700)}
	v.firstMost, v.thenMax = 3*t.first[1], 3*t.then[1]
	for _, sigma := range []*float64{&v.firstVar, &v.thenVar} {
		*sigma = rnd.Pick(r, 0, 0, 0.02, 0.08, 0.2, 0.4, 0.7, 1.1)
	}
	switch t.how {
	case beats:
		v.rhythm = rnd.Pick(r, clock, clock, shaken, cron)
		v.jitter *= 0.4
		v.firstVar, v.thenVar = rnd.Pick(r, 0, 0, 0, 0.02, 0.1), rnd.Pick(r, 0, 0, 0, 0.02, 0.1)
		if v.every > 5 && r.Chance(0.6) { // a period that a person would write
			for _, round := range []float64{5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600, 900, 1200, 1800, 3600} {
				if round >= v.every {
					v.every = round
					break
				}
			}
		}
	case users:
		v.rhythm = rnd.Pick(r, poisson, heavy, heavy)
		v.burst = r.In(span{1, 20})
		v.every *= 1 + v.burst/4
	default:
		if r.Chance(0.25) {
			v.burst = r.In(span{1, 6})
		}
	}
	return v
}

// wait draws the time from one exchange to the next; at is when the last one
// was due.
func (v *verb) wait(r rnd.R, at, rate float64) float64 {
	every := v.every / rate
	switch v.rhythm {
	case shaken:
		return every * (1 + v.jitter*(2*r.Float64()-1))
	case poisson:
		return r.Exp(every)
	case heavy:
		return every * 0.55 * r.Log(1.1)
	case cron:
		return every - math.Mod(at, every) + r.Float64()*min(2, every*v.jitter)
	}
	return every
}

func bytes(r rnd.R, mean, sigma, most float64) int {
	if mean == 0 {
		return 0
	}
	return max(1, int(min(mean*r.Log(sigma), most)+0.5))
}

// drawMachine draws states, their stays and the ways between them.
func drawMachine(r rnd.R) []state {
	machine := []state{{mode: work, rate: 1}}
	if r.Chance(0.35) {
		machine[0].stay, machine[0].next = 100*day, []float64{1}
		return machine
	}
	for range 1 + r.IntN(4) {
		s := state{mode: rnd.Pick(r, work, brisk, brisk, lull, lull, lull, hush, hush, off, broke), rate: 1, fault: drawFault(r)}
		switch s.mode {
		case brisk:
			s.rate = r.Between(1.5, 4)
		case lull:
			s.rate = 1 / r.Between(2, 20)
		}
		machine = append(machine, s)
	}
	for i := range machine {
		s := &machine[i]
		s.stay, s.fixed = r.In(span{3 * minute, 10 * hour}), r.Chance(0.25)
		if s.mode == broke {
			s.stay = r.In(span{minute, 3 * hour})
		}
		for j := range machine {
			weight := r.Exp(1)
			if j == i {
				weight = 0
			}
			s.next = append(s.next, weight)
		}
	}
	return machine
}

// window is a time from one second to another, and a calendar some of them.
type (
	window   struct{ from, to float64 }
	calendar []window
)

// at tells whether a time is within the calendar, and until when that holds.
func (c calendar) at(t float64) (bool, float64) {
	until := math.Inf(1)
	for _, w := range c {
		if t >= w.from && t < w.to {
			return true, w.to
		}
		if w.from > t {
			until = min(until, w.from)
		}
	}
	return false, until
}
