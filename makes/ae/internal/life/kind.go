// Package life is what the firms' programs do all day. A kind of program is
// a line of a table that is read here; a service is a kind with its own
// numbers.
//
// A line has fields parted by blanks, then streams after "|":
//
//	name ports wrap place life | who cadence:period step step ; who ...
//
// Place is where the server stands: in (the firm's cloud), site (its
// premises), out (a partner), saas (shared by all firms), serve (clients come
// from the internet), edge (devices of the firm come from outside).
// Life is keep, max:AGE, sess:LENGTH, day, per:CADENCE or batch:HOUR, each
// with *N for N connections. A step is a size with "@" delay, "%" probability
// and "*" number; ">" goes against the stream's direction.
package life

import (
	"math"
	"strconv"
	"strings"

	"makes/ae/internal/rnd"
)

type kind struct {
	name, wrap, place, life, period string
	ports                           []int
	conns                           int
	streams                         []stream
	trade                           string
}

type stream struct {
	who    int
	beat   string
	period float64
	more   float64 // a second number of the cadence
	steps  []step
}

type step struct {
	back   bool
	size   size
	lo, hi float64
	prob   float64
	count  int
}

// size is a law of lengths.
type size struct {
	law  byte
	a, b float64
	list []float64
}

var kinds = readAll()

func readAll() []kind {
	var all []kind
	for _, t := range tables {
		for _, line := range strings.Split(strings.TrimSpace(t.text), "\n") {
			k := read(line)
			k.trade = t.trade
			all = append(all, k)
		}
	}
	return all
}

func read(line string) kind {
	head, tail, _ := strings.Cut(line, "|")
	f := strings.Fields(head)
	if len(f) != 5 {
		panic("kind: " + line)
	}
	k := kind{name: f[0], wrap: f[2], place: f[3], conns: 1}
	for _, p := range strings.Split(f[1], ",") {
		k.ports = append(k.ports, int(number(p)))
	}
	life, n, many := strings.Cut(f[4], "*")
	if many {
		k.conns = int(number(n))
	}
	k.life, k.period, _ = strings.Cut(life, ":")
	for _, s := range strings.Split(tail, ";") {
		k.streams = append(k.streams, readStream(s))
	}
	return k
}

func readStream(text string) stream {
	f := strings.Fields(text)
	s := stream{}
	if f[0] == "s" {
		s.who = 1
	}
	beat, period, _ := strings.Cut(f[1], ":")
	period, more, two := strings.Cut(period, "/")
	s.beat = beat
	if beat != "once" {
		s.period = seconds(period)
	}
	if two {
		s.more = seconds(more)
	}
	for _, w := range f[2:] {
		s.steps = append(s.steps, readStep(w))
	}
	return s
}

func readStep(w string) step {
	s := step{prob: 1, count: 1, hi: .004, lo: .0003}
	w, s.back = strings.CutPrefix(w, ">")
	i := strings.IndexAny(w, "@%*")
	tail := ""
	if i >= 0 {
		w, tail = w[:i], w[i:]
	}
	s.size = readSize(w)
	for tail != "" {
		mark := tail[0]
		tail = tail[1:]
		j := strings.IndexAny(tail, "@%*")
		if j < 0 {
			j = len(tail)
		}
		switch mark {
		case '@':
			lo, hi, two := strings.Cut(tail[:j], "-")
			s.lo = seconds(lo)
			s.hi = s.lo * 2
			if two {
				s.hi = seconds(hi)
			}
		case '%':
			s.prob = number(tail[:j])
		default:
			s.count = int(number(tail[:j]))
		}
		tail = tail[j:]
	}
	return s
}

func readSize(w string) size {
	if w[0] == '=' {
		return size{law: '=', a: number(w[1:])}
	}
	if strings.Contains(w, ",") {
		s := size{law: ','}
		for _, v := range strings.Split(w, ",") {
			s.list = append(s.list, number(v))
		}
		return s
	}
	if a, b, two := strings.Cut(w, "-"); two {
		return size{law: '-', a: number(a), b: number(b)}
	}
	if a, b, two := strings.Cut(w, "/"); two {
		return size{law: '/', a: number(a), b: number(b)}
	}
	last := w[len(w)-1]
	if last == '~' || last == '^' || last == '+' {
		return size{law: last, a: number(w[:len(w)-1])}
	}
	return size{law: 'c', a: number(w)}
}

// draw gives the length of the message number n.
func (s *size) draw(r rnd.R, n int) int {
	v := s.a
	switch s.law {
	case ',':
		v = s.list[r.IntN(len(s.list))]
	case '-':
		v = r.Log(s.a, s.b)
	case '~':
		v = s.a * (1 + .06*r.NormFloat64())
	case '^':
		v = min(r.LogN(s.a, .8), 40*s.a)
	case '+':
		v = s.a + math.Floor(math.Log10(float64(n+1)))
	case '/':
		v = s.b * math.Ceil(r.Exp(s.a)/s.b)
	}
	return max(1, int(v))
}

func (s *size) scale(x float64) size {
	if s.law == '=' {
		return *s
	}
	o := size{law: s.law, a: math.Round(s.a * x), b: s.b * x}
	if s.law == '/' {
		o.a, o.b = s.a*x, s.b
	}
	for _, v := range s.list {
		o.list = append(o.list, math.Round(v*x))
	}
	return o
}

func number(s string) float64 {
	x := 1.
	if n := len(s) - 1; n >= 0 && s[n] == 'k' {
		s, x = s[:n], 1e3
	} else if n >= 0 && s[n] == 'M' {
		s, x = s[:n], 1e6
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return v * x
}

func seconds(s string) float64 {
	for _, u := range []struct {
		name string
		x    float64
	}{{"ms", .001}, {"s", 1}, {"m", 60}, {"h", 3600}} {
		if v, ok := strings.CutSuffix(s, u.name); ok {
			return number(v) * u.x
		}
	}
	return number(s)
}
