package life

import (
	"math"
	"strconv"
	"strings"

	"makes/ac/internal/rnd"
)

// span is a range from which a deployment draws.
type span struct{ lo, hi float64 }

func (s span) draw(r *rnd.R) float64 { return r.LogU(s.lo, s.hi) }

// number reads 30, 20m, 2h, 3d, 4k, 5M.
func number(s string) float64 {
	mul := 1.0
	if s != "" {
		switch s[len(s)-1] {
		case 'm':
			mul = 60
		case 'h':
			mul = 3600
		case 'd':
			mul = 86400
		case 'k':
			mul = 1e3
		case 'M':
			mul = 1e6
		}
		if mul > 1 {
			s = s[:len(s)-1]
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("number " + s)
	}
	return f * mul
}

func readSpan(s string) span {
	lo, hi, two := strings.Cut(s, "-")
	if !two {
		return span{number(lo), number(lo)}
	}
	return span{number(lo), number(hi)}
}

// size is a law of message sizes. Its letter: c constant, j a little jitter,
// d a few digits more or less, u uniform, l lognormal, p heavy-tailed, q in
// steps, b two sizes, g growing, w walking.
type size struct {
	span
	law byte
}

func readSize(s string) size {
	law := byte('l')
	if c := s[len(s)-1]; strings.IndexByte("cjdulpqbgw", c) >= 0 {
		law, s = c, s[:len(s)-1]
	}
	return size{readSpan(s), law}
}

// sizer is a law as one deployment has it.
type sizer struct {
	law          byte
	base, spread float64
	other        float64
	step         int
}

func (z size) draw(r *rnd.R) sizer {
	s := sizer{law: z.law, base: z.span.draw(r), spread: r.Between(.15, .9), step: rnd.Pick(r, 8, 16, 16, 64, 512)}
	s.other = s.base * r.LogU(1.3, 6)
	return s
}

// next draws a message; n counts those of the connection, walk is its memory.
func (s *sizer) next(r *rnd.R, n int, walk *float64) int {
	x := s.base
	switch s.law {
	case 'j':
		x *= r.Between(.92, 1.08)
	case 'd':
		x += float64(r.N(4)) + math.Floor(math.Log10(float64(n+1)))
	case 'u':
		x *= r.Between(1-s.spread, 1+s.spread)
	case 'l':
		x = r.LogN(x, s.spread)
	case 'p':
		x = r.Pareto(x*.6, 1.1+s.spread, x*1000)
	case 'q':
		x = math.Ceil(r.LogN(x, s.spread)/float64(s.step)) * float64(s.step)
	case 'b':
		if r.Chance(s.spread / 2) {
			x = s.other
		}
	case 'g':
		x *= 1 + float64(n%400)*s.spread/80
	case 'w':
		*walk = max(-1, min(1, *walk+.1*r.Norm()))
		x *= math.Exp(*walk * s.spread)
	}
	return max(1, int(x))
}

// part is one of the processes on a long-lived connection. Its clock: = exact,
// ~ jittered, # by the wall clock, ^ after silence, ? Poisson, & Poisson by
// the time of day, * in bursts, ! self-exciting, % exact while on.
type part struct {
	server bool
	clock  byte
	every  span
	size   size
	reply  *size
	delay  span
}

// readPart reads such as s?30-90:200-900l>40c@.01-.2: who, clock, period,
// size, size of the answer, and how long that takes.
func readPart(s string) part {
	p := part{server: s[0] == 's', clock: s[1], delay: span{.0005, .03}}
	every, rest, _ := strings.Cut(s[2:], ":")
	p.every = readSpan(every)
	rest, delay, slow := strings.Cut(rest, "@")
	if slow {
		p.delay = readSpan(delay)
	}
	first, second, answered := strings.Cut(rest, ">")
	p.size = readSize(first)
	if answered {
		z := readSize(second)
		p.reply = &z
	}
	return p
}

// beat is a part as one deployment has it.
type beat struct {
	server       bool
	clock        byte
	every        float64
	size, reply  sizer
	answered     bool
	delay        float64
	jitter       float64
	burst, ratio float64
}

func (p part) draw(r *rnd.R) beat {
	b := beat{server: p.server, clock: p.clock, every: p.every.draw(r), size: p.size.draw(r), delay: p.delay.draw(r),
		jitter: r.Between(.03, .35), burst: r.LogU(2, 12), ratio: r.LogU(8, 80)}
	if p.reply != nil {
		b.answered, b.reply = true, p.reply.draw(r)
	}
	if p.every.lo == p.every.hi && r.Chance(.3) { // not everybody keeps the default
		b.every *= rnd.Pick(r, .5, 2, 2, 1.5, 3)
	}
	return b
}
