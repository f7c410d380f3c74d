// Package grammar draws protocols that no real program speaks, but that one
// could, and lets hosts speak them.
package grammar

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"makes/m/internal/draw"
	"makes/m/internal/fault"
	"makes/m/internal/layer"
	"makes/m/internal/tcp"
)

// The region near mining protocols, which gets extra weight.
const (
	nearShare            = 0.3
	nearSmall, nearLarge = 50, 700
	nearFast, nearSlow   = 1, 120
)

// act is a kind of message.
type act struct {
	client  bool
	size    law
	rhythm  rhythm
	answer  *law
	think   float64
	spread  float64
	answers float64 // share that is answered
	chain   [2]int
	turns   bool
}

// Protocol is a service with what is spoken to it.
type Protocol struct {
	Name   string
	Port   uint16
	Opener int  // side, seen from the hosts
	Inside bool // the other side has private addresses
	Peers  int  // of one host
	Weight float64

	policy   string
	acts     []act
	hello    []int // sizes, in turn
	beat     *act
	idleBeat bool
	over     [2]int // bytes a message, of client and server
	security layer.Security
	lines    int
	every    float64
	idle     float64
	pause    float64
	closer   int
	how      string
	retries  int
	probe    float64
	prober   int
	patience float64
	plan     fault.Plan
	backoff  fault.Backoff
}

// Families gives the number of families in the grammar.
func Families() int { return len(families) }

// Draw draws a protocol of the i-th family; name tells it from others.
func Draw(r draw.Rand, i, name int, until float64) *Protocol {
	part := strings.Split(families[i%len(families)], "|")
	family := part[0]
	p := &Protocol{Name: fmt.Sprintf("%s-%d", family, name), policy: draw.Pick(r, strings.Fields(part[1])...), Inside: r.Chance(0.4),
		Peers: draw.Pick(r, 1, 1, 1, 1, 1, 2, 3), how: draw.Pick(r, "fin", "fin", "fin", "fin", "reset"), closer: r.IntN(2), lines: 1,
		every: r.Log(60, 21600), idle: r.Log(2, 600), pause: r.Log(0.01, 60), retries: draw.Pick(r, 0, 0, 1, 2, 3, 5),
		patience: draw.Pick(r, 2.0, 5, 10, 30, 60, 200), backoff: fault.DrawBackoff(r), prober: r.IntN(2)}
	if part[2] == "in" || part[2] == "any" && r.Chance(0.25) {
		p.Opener, p.Peers = tcp.In, int(r.Log(1, 8))
	}
	if p.policy == "pool" {
		p.lines = r.Int(2, 8)
	}
	p.Port = draw.Pick(r, 443, 443, 443, 443, 80, 8080, 8443, uint16(r.Int(1025, 10000)), uint16(r.Int(1025, 32000)), uint16(r.Int(1025, 65000)))
	if r.Chance(0.4) {
		p.probe = draw.Pick(r, 15.0, 30, 45, 60, 60, 75, 120, 300, 600, 7200)
	}
	for _, s := range strings.Split(part[3], ";") {
		p.acts = append(p.acts, parse(r, strings.Fields(s), !strings.HasPrefix(family, "near-") && r.Chance(nearShare)))
	}
	if strings.HasPrefix(family, "udp-") || p.policy == "icmp" {
		if family == "udp-query" {
			p.policy = "query"
		}
	} else {
		p.security = layer.DrawSecurity(r, draw.Pick(r, "plain", "plain", "plain", "tls12", "tls12", "tls13", "tls13", "tls13", "cbc", "noise", "ssh"))
		if r.Chance(0.15) {
			p.security.Split = r.Int(1, 250)
		}
		p.dress(r)
	}
	p.fail(r, family, until)
	p.calm(r.Log(1.0/1800, 1.0/6))
	rate := 0.0
	for _, a := range p.acts {
		cost := 1 + float64(a.chain[1]) + a.size.median/5e5
		if p.policy == "request" || p.policy == "query" {
			cost *= 8
		}
		rate += cost / a.rhythm.period
	}
	p.Weight = r.Pareto(1, 1.2) * min(1, math.Pow(0.2/rate, 0.7))
	return p
}

// calm slows a protocol down that opens more connections a second than most.
func (p *Protocol) calm(most float64) {
	rate := 0.0
	for i := range p.acts {
		h := &p.acts[i].rhythm
		period := h.period
		if h.kind == "longpoll" {
			period = min(period, p.acts[i].think)
		}
		if p.policy == "request" || p.policy == "query" || p.policy == "idle" && p.idle < h.period {
			rate += 1 / period
		}
	}
	if rate > most {
		for i := range p.acts {
			h := &p.acts[i].rhythm
			h.period *= rate / most
			h.fast *= min(rate/most, 5)
			for j := range h.other {
				h.other[j] *= rate / most
			}
			if h.kind == "longpoll" {
				p.acts[i].think *= rate / most
			}
		}
	}
}

// dress draws framing, first messages and heartbeats.
func (p *Protocol) dress(r draw.Rand) {
	switch r.IntN(5) {
	case 0, 1:
		p.over = [2]int{r.Int(0, 16), r.Int(0, 16)}
	case 2:
		p.over = [2]int{6, 2}
	case 3:
		if r.Chance(0.3) {
			p.over = [2]int{r.Int(80, 600), r.Int(90, 400)}
		}
	}
	for range r.IntN(7) {
		p.hello = append(p.hello, int(r.Log(4, 2000)))
	}
	if p.policy == "request" || r.Chance(0.55) {
		return
	}
	b := parse(r, []string{draw.Pick(r, "c", "c", "s"), "fixed:1-90", "periodic:5-600"}, false)
	if r.Chance(0.7) {
		b.answer, b.answers, b.think = &law{kind: "fixed", median: r.Log(1, 90)}, 1, 0.001
	}
	p.beat, p.idleBeat = &b, r.Chance(0.5)
}

func (p *Protocol) fail(r draw.Rand, family string, until float64) {
	switch {
	case family == "down-refused":
		p.plan = fault.For(fault.Refused)
	case family == "down-dead":
		p.plan = fault.For(fault.Dead)
	case family == "down-denied":
		p.plan = fault.For(fault.Denied)
	case family == "flapping":
		p.plan = fault.Draw(r, until, r.Log(200, 5000), r.Log(10, 600))
	case r.Chance(0.2):
		p.plan = fault.Draw(r, until, r.Log(6, 100)*3600, r.Log(20, 20000))
	}
}

// parse reads one kind of message of the grammar and draws its numbers.
func parse(r draw.Rand, word []string, near bool) act {
	a := act{client: word[0] == "c"}
	kind, lo, hi := span(word[1])
	if near && kind != "fixed" {
		lo, hi = overlap(lo, hi, nearSmall, nearLarge)
	}
	a.size = drawLaw(r, kind, lo, hi)
	kind, lo, hi = span(word[2])
	if near {
		lo, hi = overlap(lo, hi, nearFast, nearSlow)
	}
	a.rhythm = drawRhythm(r, kind, lo, hi)
	for i := 3; i < len(word); i++ {
		switch w := word[i]; w[0] {
		case '>':
			kind, lo, hi := span(w[1:])
			l := drawLaw(r, kind, lo, hi)
			i++
			_, lo, hi = span(word[i])
			a.answer, a.think, a.spread, a.answers = &l, r.Log(lo, hi), r.Log(0.05, 1.5), 1
		case 'p':
			p, _ := strconv.ParseFloat(w[1:], 64)
			a.answers = min(1, p*r.Uniform(0.5, 1.8))
		case 'x':
			w, a.turns = strings.CutSuffix(w[1:], "~")
			_, lo, hi := span(w)
			a.chain[0] = r.Int(int(lo), int(hi))
			a.chain[1] = r.Int(a.chain[0], int(hi))
		}
	}
	return a
}

// span reads kind:low-high, the kind being optional.
func span(s string) (kind string, lo, hi float64) {
	if k, rest, ok := strings.Cut(s, ":"); ok {
		kind, s = k, rest
	}
	a, b, _ := strings.Cut(s, "-")
	return kind, number(a), number(b)
}

func number(s string) float64 {
	unit := 1.0
	switch s[len(s)-1] {
	case 'k':
		s, unit = s[:len(s)-1], 1e3
	case 'M':
		s, unit = s[:len(s)-1], 1e6
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("grammar: " + err.Error())
	}
	return max(x*unit, 1e-3)
}

func overlap(lo, hi, a, b float64) (float64, float64) {
	if max(lo, a)*1.5 < min(hi, b) {
		return max(lo, a), min(hi, b)
	}
	return lo, hi
}

// Peer says whether a protocol of that name is one of the peers of a chain.
func Peer(name string) bool {
	return strings.HasPrefix(name, "gossip-") || strings.HasPrefix(name, "block-relay-")
}
