// Package script reads programs from lines of text. A line is a list of parts
// with semicolons between:
//
//	in:sql*8:5432,3306 tls.5 lasts 5m-20h; ask 60..180/90..500; every human 1s-40s ask 60-900/40-6000
//
// First come the peer (in, out, any.3 for a chance of in; one of so many of a
// name; its ports; or caller:ports) and habits: tls, tls12, tls13, tls.5 (a
// chance of it), web (TLS on port 443), mutual, from:ports (the ports of the
// host that the peer calls), called (the peer connects), fresh (another peer
// each time); and one of
//
//	lasts lo-hi       a lasting connection; paused GAP lo-hi between them
//	peers n-m         so many lasting connections at once, of changing peers
//	calls GAP lo-hi   a short connection each time
//	errands           each of what follows has a connection of its own
//
// Then what it does once it is connected, and what it does ever again (every
// GAP lo-hi). A GAP is timer, poisson, human or bursty. What it does are verbs
// with + between: ask and serve (question/answer), tell, hear, hold (GAP lo-hi
// GAP lo-hi question/nothing/something), linger, stallin, stallout. A verb may
// be repeated (3*ask, 2-5*ask), think (~lo-hi) and pause (^lo..hi). A size is
// a number, lo-hi (the program's own typical size) or lo..hi (any, each time).
package script

import (
	"strings"
	"time"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
)

// script is a line.
type script struct {
	words   []string // of the peer and the habits
	hello   string
	streams []string
}

// Parse makes the program of a line.
func Parse(line string) cloud.Program {
	parts := strings.Split(line, ";")
	s := script{words: strings.Fields(parts[0])}
	for _, part := range parts[1:] {
		if again, ok := strings.CutPrefix(strings.TrimSpace(part), "every "); ok {
			s.streams = append(s.streams, again)
		} else {
			s.hello = part
		}
	}
	return s.run
}

// after returns the word so many places after a key, or "".
func (s script) after(key string, n int) string {
	for i, w := range s.words {
		if w == key {
			return s.words[i+n]
		}
	}
	return ""
}

func (s script) has(key string) bool { return s.after(key, 0) != "" }

func (s script) run(p *cloud.Proc) {
	switch {
	case s.has("lasts") && s.has("peers"):
		for i := range count(p.Dice, s.after("peers", 1)) {
			p.Fork(i, s.peers)
		}
	case s.has("lasts"):
		p.Keep(s.peer(p), s.habit(p), s.act(p, s.hello), s.again(p)...)
	case s.has("errands"):
		q, streams := s.peer(p), s.again(p)
		for i, stream := range streams {
			streams[i].Do = func() { p.Visit(&q, false, stream.Do) }
		}
		p.Errands(streams...)
	default:
		pause, do, q := gap(p, s.after("calls", 1), s.after("calls", 2)), s.act(p, s.hello), s.peer(p)
		for p.Alive() {
			if s.has("fresh") && p.Chance(0.7) {
				q = s.peer(p)
			}
			p.Visit(&q, s.has("called"), do)
			p.Wait(pause())
		}
	}
}

// peers has a lasting connection to one peer after the other.
func (s script) peers(p *cloud.Proc) {
	for p.Alive() {
		q, h := s.peer(p), s.habit(p)
		if p.Chance(0.25) && !h.Called {
			q, h.Called = p.Caller(q.Port), true
		}
		p.Once(&q, h, s.act(p, s.hello), s.again(p)...)
		p.Wait(p.Dur(time.Second, 5*time.Minute))
	}
}

// peer is the first word, as changed by others.
func (s script) peer(p *cloud.Proc) cloud.Peer {
	parts := strings.Split(s.words[0], ":")
	numbers := ports(parts[len(parts)-1])
	var q cloud.Peer
	if parts[0] == "caller" {
		q = p.Caller(dice.Pick(p.Dice, numbers...))
	} else {
		inside := map[string]float64{"in": 1, "out": 0}[parts[0]]
		if share, ok := strings.CutPrefix(parts[0], "any"); ok {
			inside = float(share)
		}
		name, many, _ := strings.Cut(parts[1], "*")
		q = p.Either(inside, name, int(float(many)), numbers...)
	}
	for _, w := range s.words {
		switch {
		case strings.HasPrefix(w, "tls1"):
			q = q.SecureWith(int(float(w[3:])))
		case w == "tls", w == "web" && q.Port == 443:
			q = q.Secure(p.Dice, 1)
		case strings.HasPrefix(w, "tls."):
			q = q.Secure(p.Dice, float(w[3:]))
		case w == "mutual":
			q.TLS = q.TLS.Mutual(p.Dice)
		case strings.HasPrefix(w, "from:"):
			q.Port = dice.Pick(p.Dice, ports(w[5:])...)
		}
	}
	return q
}

func (s script) habit(p *cloud.Proc) cloud.Habit {
	h := p.Lasting(span(s.after("lasts", 1)))
	h.Called = s.has("called")
	if s.has("paused") {
		h.Pause = gap(p, s.after("paused", 1), s.after("paused", 2))
	}
	return h
}

// again makes the streams.
func (s script) again(p *cloud.Proc) []cloud.Stream {
	var streams []cloud.Stream
	for _, text := range s.streams {
		words := strings.SplitN(text, " ", 3)
		streams = append(streams, cloud.Stream{Every: gap(p, words[0], words[1]), Do: s.act(p, words[2])})
	}
	return streams
}

// act makes what a list of actions does.
func (s script) act(p *cloud.Proc, text string) func() {
	var all []func()
	for part := range strings.SplitSeq(text, "+") {
		if words := strings.Fields(part); len(words) > 0 {
			all = append(all, action(p, words))
		}
	}
	return func() {
		for _, do := range all {
			do()
		}
	}
}
