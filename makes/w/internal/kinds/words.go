// Package kinds is the catalogue of ordinary programs: for each, how its
// conversations look on the wire. Sizes are those of application messages.
package kinds

import (
	"makes/w/internal/cover"
	"makes/w/internal/rng"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
)

// The words below keep the catalogue short enough to be read.

const (
	steady = talk.Steady
	after  = talk.After
	random = talk.Random
)

var (
	plain  = []cover.Kind{cover.Plain}
	tls    = []cover.Kind{cover.TLS12, cover.TLS13}
	tls12  = []cover.Kind{cover.TLS12}
	tls13  = []cover.Kind{cover.TLS13}
	either = []cover.Kind{cover.Plain, cover.Plain, cover.TLS12}
	secret = []cover.Kind{cover.SSH}
	ws     = []cover.Kind{cover.WS, cover.WSS}
	wss    = []cover.Kind{cover.WSS}
	desk   = []cover.Kind{cover.RDP}

	tdsCovers = []cover.Kind{cover.TDS, cover.TDS, cover.Plain}

	legacy  = []tcp.Family{tcp.Unix, tcp.Unix, tcp.Windows, tcp.OldLinux}
	host    = []tcp.Family{tcp.Mainframe}
	windows = []tcp.Family{tcp.Windows}
	linux   = []tcp.Family{tcp.Linux}
	device  = []tcp.Family{tcp.Appliance}
)

// say is a talk under construction.
type say talk.Talk

func r(lo, hi float64) rng.Range         { return rng.Range{Lo: lo, Hi: hi} }
func v(lo, hi, spread float64) rng.Range { return rng.Range{Lo: lo, Hi: hi, Spread: spread} }
func ports(p ...uint16) []uint16         { return p }

func talks(list ...say) []talk.Talk {
	out := make([]talk.Talk, len(list))
	for i, s := range list {
		out[i] = talk.Talk(s)
	}
	return out
}

// ask is a request of the client and the server's reply.
func ask(how talk.Timing, every, size, reply rng.Range) say {
	return say{From: tcp.Client, How: how, Every: every, Size: size, Reply: reply}
}

// tell is a message of the client without a reply.
func tell(how talk.Timing, every, size rng.Range) say { return ask(how, every, size, rng.Range{}) }

// push is a message of the server, with the client's reply if there is one.
func push(how talk.Timing, every, size, reply rng.Range) say {
	return say{From: tcp.Server, How: how, Every: every, Size: size, Reply: reply}
}

// beat is a heartbeat either side sends when it has been silent.
func beat(every, size rng.Range) say {
	return say{From: tcp.Client, How: talk.Idle, Every: every, Size: size, Both: true}
}

// probe is a heartbeat of the client, when silent, that is answered.
func probe(every, size, reply rng.Range) say {
	return say{From: tcp.Client, How: talk.Idle, Every: every, Size: size, Reply: reply}
}

func (s say) busy() say          { s.Rhythm = true; return s }
func (s say) both() say          { s.Both = true; return s }
func (s say) some(p float64) say { s.Share = p; return s }
func (s say) think(lo, hi, spread float64) say {
	s.Think = v(lo, hi, spread)
	return s
}
func (s say) parts(lo, hi, spread float64) say {
	s.Parts = v(lo, hi, spread)
	return s
}
func (s say) burst(lo, hi, spread float64, gap rng.Range) say {
	s.Burst, s.Gap = v(lo, hi, spread), gap
	return s
}

// opens is an opening script of sizes, client and server in turn.
func opens(bounds ...float64) []talk.Step { return script(tcp.Client, bounds) }

// greets is an opening script that the server begins.
func greets(bounds ...float64) []talk.Step { return script(tcp.Server, bounds) }

func script(from tcp.Side, bounds []float64) []talk.Step {
	var out []talk.Step
	for i := 0; i+1 < len(bounds); i += 2 {
		out = append(out, talk.Step{From: from, Size: v(bounds[i], bounds[i+1], 0.02)})
		from = 1 - from
	}
	return out
}

func backoff(lo, hi, capLo, capHi float64) talk.Retry {
	return talk.Retry{Wait: r(lo, hi), Cap: r(capLo, capHi), Patience: r(3, 60)}
}

func fixed(lo, hi float64) talk.Retry { return talk.Retry{Wait: r(lo, hi), Patience: r(5, 60)} }
