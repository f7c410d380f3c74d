package everyday

import (
	"fmt"
	"math"

	"makes/s/internal/dice"
	"makes/s/internal/wire"
)

// size is how long messages of one sort are.
type size struct {
	base   float64
	style  byte // 0 fixed, 1 digits come and go, 2 in proportion, 3 now and then long
	spread float64
}

func drawSize(d *dice.Dice, s span) size {
	if s.hi <= 0 {
		return size{}
	}
	z := size{base: d.Log(max(s.lo, 1), s.hi), style: byte(d.IntN(4)), spread: d.Log(0.05, 0.9)}
	if s.lo == s.hi || z.base < 8 {
		z.style = 0
	}
	if s.lo == 0 && d.Chance(0.5) {
		z = size{}
	}
	return z
}

func (z size) draw(d *dice.Dice) int {
	switch v := z.base; z.style {
	case 0:
		return int(v)
	case 1:
		return int(v + z.spread*8*(d.Float64()-0.5))
	case 2:
		return max(1, int(d.Lognormal(v, z.spread)))
	default:
		if d.Chance(z.spread * 0.2) {
			v *= 2 + 4*z.spread
		}
		return int(v) + d.IntN(3)
	}
}

// act is a step with its numbers drawn.
type act struct {
	request, reply size
	think, sway    float64
}

func drawActs(d *dice.Dice, steps []step) []act {
	acts := make([]act, len(steps))
	for i, s := range steps {
		acts[i] = act{drawSize(d, s.request), drawSize(d, s.reply), d.Log(s.think.lo, s.think.hi), d.Between(0, 1)}
	}
	return acts
}

// beat is a pulse with its numbers drawn.
type beat struct {
	side           int
	rhythm         byte
	period, spread float64
	burst, rest    float64 // firings in a burst, periods between bursts
	acts           []act
	times          float64
	chance         float64
}

func (b *beat) gap(d *dice.Dice) float64 {
	switch b.rhythm {
	case 'f':
		return b.period + (d.Float64()-0.5)*0.004
	case 'j':
		return b.period * (1 + b.spread*(d.Float64()-0.5))
	case 'p':
		return d.Exp(b.period)
	case 'h':
		return d.Lognormal(b.period, b.spread)
	case 'w':
		return b.period * d.Between(1, 1+b.spread)
	default:
		if d.Chance(1 / b.burst) {
			return d.Exp(b.period * b.rest)
		}
		return d.Exp(b.period)
	}
}

// Service is a program drawn from a kind, with numbers of its own.
type Service struct {
	Name        string
	kind        *kind
	end         wire.End // address and port of a server that hosts share
	near        bool
	layer       wire.Layer
	udp         bool
	life        span
	idle        float64
	greeting    []act
	beats       []beat
	outages     wire.Outages
	retry, cap  float64
	growth      float64
	patience    float64
	closer      int
	vanish      float64 // of sessions that end without a packet
	rtt         float64
	pause       span // between sessions
	ownPace     float64
	keep        float64 // idle time of the clients' keep-alive probes
	lines       int     // connections of a client at once
	tide        float64 // how far the pace follows the day
	opening, on float64 // hours of the day
}

// newService draws a service of a kind.
func newService(d *dice.Dice, k *kind, seconds float64) *Service {
	names := map[byte]string{'p': "plain", '2': "tls12", '3': "tls13", 's': "ssh", 'u': "plain"}
	layer := k.layers[d.IntN(len(k.layers))]
	s := &Service{Name: k.name, kind: k, udp: layer == 'u', layer: wire.NewLayer(d, names[layer]),
		greeting: drawActs(d, k.greeting), retry: dice.Pick(d, 2, 5, 10, 15, 20, 30, 60, 60, 120, d.Log(1, 900)),
		growth: dice.Pick(d, 1, 1, 1.5, 2, 2), patience: dice.Pick(d, 3, 5, 10, 20, 30, 60, 127.0), closer: d.IntN(2),
		vanish: dice.Pick(d, 0, 0, 0.05, 0.5), ownPace: dice.Pick(d, 0, 0, 0.2, 0.7), pause: span{d.Log(0.3, 5), d.Log(5, 120)}}
	s.cap = s.retry * d.Log(1, 60)
	s.near = k.near && (!k.out || d.Chance(0.5))
	if s.rtt = d.Log(0.004, 0.25); s.near {
		s.rtt = d.Log(0.0002, 0.004)
	}
	s.end = wire.End{Port: k.ports[d.IntN(len(k.ports))], Stack: wire.NewStack(d)}
	s.end.Stack.KeepIdle, s.keep = wire.KeepIdle(d), wire.KeepIdle(d)
	if s.lines = 1; d.Chance(0.2) && k.life == 'l' {
		s.lines = d.Int(2, 4)
	}
	if d.Chance(0.4) {
		s.tide = d.Between(0.1, 0.9)
	}
	if d.Chance(0.12) {
		s.end.Port = uint16(d.Int(1025, 49000))
	}
	if k.life == 'i' {
		s.idle = d.Log(k.span.lo, k.span.hi)
	} else if k.life == 'l' {
		s.life.lo = d.Log(k.span.lo, k.span.hi)
		s.life.hi = d.Log(s.life.lo, k.span.hi)
	}
	for _, p := range k.pulses {
		if !d.Chance(p.chance) && len(k.pulses) > 1 {
			continue
		}
		b := beat{side: p.side, rhythm: p.rhythm, period: d.Log(p.period.lo, p.period.hi), spread: d.Log(0.02, 1.2),
			burst: d.Log(2, 60), rest: d.Log(20, 900), acts: drawActs(d, p.steps), times: d.Log(p.times.lo, p.times.hi), chance: 1}
		if p.rhythm == 'f' && p.period.lo != p.period.hi && b.period > 2 && d.Chance(0.7) {
			b.period = math.Round(b.period/5) * 5 // people like round numbers
			b.period = max(b.period, 2)
		}
		if d.Chance(0.15) {
			b.chance = d.Between(0.2, 0.95)
		}
		if d.Chance(0.15) {
			b.rhythm = "fjphb"[d.IntN(5)]
		}
		s.beats = append(s.beats, b)
	}
	if len(s.beats) == 0 {
		p := k.pulses[0]
		s.beats = append(s.beats, beat{side: p.side, rhythm: p.rhythm, period: d.Log(p.period.lo, p.period.hi), spread: 0.3,
			burst: 5, rest: 50, acts: drawActs(d, p.steps), times: 1, chance: 1})
	}
	s.opening, s.on = d.Between(6, 10), d.Between(7, 13)
	if k.hours == "eve" {
		s.opening, s.on = d.Between(15, 20), d.Between(3, 8)
	}
	s.outages = drawOutages(d, seconds)
	return s
}

// drawOutages draws when a service fails: mostly never, or shortly; at times
// for the whole log, or again and again.
func drawOutages(d *dice.Dice, seconds float64) wire.Outages {
	fault := dice.Pick(d, wire.Refused, wire.Dead, wire.Dead, wire.Denied, wire.Denied, wire.Barred, wire.Kicked)
	switch v := d.Float64(); {
	case v < 0.04:
		return wire.Outages{{From: -1, To: seconds + 1, Fault: fault}}
	case v < 0.08:
		from := d.Between(0, seconds)
		return wire.Outages{{From: from, To: from + d.Log(600, 40000), Fault: fault}}
	case v < 0.12:
		var list wire.Outages
		up, down := d.Log(60, 7200), d.Log(5, 1800)
		for t := d.Exp(up); t < seconds; t += d.Exp(up) {
			to := t + d.Exp(down)
			list = append(list, wire.Outage{From: t, To: to, Fault: fault})
			t = to
		}
		return list
	case v < 0.3:
		from := d.Between(0, seconds)
		return wire.Outages{{From: from, To: from + d.Log(5, 600), Fault: fault}}
	}
	return nil
}

// Directory holds the services of a seed.
type Directory struct {
	seed    uint64
	seconds float64
	kinds   []kind
	many    int
	known   map[string]*Service
	address func(near bool) wire.Addr
}

// NewDirectory makes the directory of a seed, with up to so many services of
// a kind. The function gives addresses nobody has.
func NewDirectory(seed uint64, seconds float64, many int, address func(near bool) wire.Addr) (*Directory, error) {
	kinds, err := parse(table)
	return &Directory{seed, seconds, kinds, max(many, 2), map[string]*Service{}, address}, err
}

// Kinds counts the kinds.
func (c *Directory) Kinds() int { return len(c.kinds) }

// Pick gives a service: mostly one of a kind with one of the tags. If inbound,
// the interface is the server of it, and nobody else is.
func (c *Directory) Pick(d *dice.Dice, tags string) (s *Service, inbound bool) {
	for {
		k := &c.kinds[d.IntN(len(c.kinds))]
		if tag := tags[d.IntN(len(tags))]; d.Chance(0.8) && !containsByte(k.tags, tag) {
			continue
		}
		name := fmt.Sprint(k.name, " ", d.IntN(c.many))
		inbound = k.inbound && d.Chance(0.25)
		if inbound {
			name = fmt.Sprint(k.name, " of ", d.Uint64())
		}
		s = c.known[name]
		if s == nil {
			own := dice.New(c.seed, "service "+name)
			s = newService(own, k, c.seconds)
			if inbound {
				s.outages = nil
			} else {
				s.end.Addr = c.address(s.near)
				c.known[name] = s
			}
		}
		return s, inbound
	}
}

func containsByte(s string, b byte) bool {
	for i := range len(s) {
		if s[i] == b {
			return true
		}
	}
	return false
}
