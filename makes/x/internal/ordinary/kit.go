// Package ordinary is the catalogue of programs that do not mine, grouped by
// what they are for.
package ordinary

import (
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/talk"
)

// Kind is one kind of program.
type Kind struct {
	Name  string
	Where site.Where
	Ports []uint16
	TLS   float64  // share of services with TLS
	Peers rnd.Span // servers that one host talks to, or clients that it has
	In    bool     // the peers connect to the host
	Body  talk.Body
}

// Groups has the whole catalogue.
var Groups = map[string][]Kind{
	"cloud": cloud, "kube": kube, "observe": observe, "security": security, "config": config,
	"ci": ci, "database": database, "queue": queue, "bigdata": bigdata, "storage": storage,
	"remote": remote, "chat": chat, "stream": stream, "finance": finance, "chain": chain,
	"device": device, "network": network, "web": web, "broken": broken, "mail": mail,
}

// Names lists the groups in a fixed order.
var Names = []string{
	"cloud", "kube", "observe", "security", "config", "ci", "database", "queue", "bigdata", "storage",
	"remote", "chat", "stream", "finance", "chain", "device", "network", "web", "broken", "mail",
}

// Find gives the kind of a name; the catalogue must have it.
func Find(name string) *Kind {
	for _, g := range Names {
		for i := range Groups[g] {
			if Groups[g][i].Name == name {
				return &Groups[g][i]
			}
		}
	}
	panic("no such kind: " + name)
}

func s(lo, hi float64) rnd.Span { return rnd.Span{Lo: lo, Hi: hi} }

func ports(p ...uint16) []uint16 { return p }

// z is the size of a message that varies little, w of one that varies much.
func z(lo, hi float64) talk.Size { return talk.Size{Lo: lo, Hi: hi, Vary: 0.03} }

func w(lo, hi float64) talk.Size { return talk.Size{Lo: lo, Hi: hi, Vary: 0.5} }

// fix is a size that never varies.
func fix(lo, hi float64) talk.Size { return talk.Size{Lo: lo, Hi: hi} }

var none talk.Size

type beat struct{ talk.Beat }

// ping is a regular message of the client with a reply, tick one without.
func ping(lo, hi float64, size, reply talk.Size) beat {
	return beat{talk.Beat{From: talk.Client, Every: s(lo, hi), Jitter: 0.02, Size: size, Reply: reply, Think: 0.003}}
}

func tick(lo, hi float64, size talk.Size) beat { return ping(lo, hi, size, none) }

// pong is a regular message of the server with a reply, tock one without.
func pong(lo, hi float64, size, reply talk.Size) beat {
	return beat{talk.Beat{From: talk.Server, Every: s(lo, hi), Jitter: 0.02, Size: size, Reply: reply, Think: 0.001}}
}

func tock(lo, hi float64, size talk.Size) beat { return pong(lo, hi, size, none) }

// ask is a request at some moment, tell a message without a reply; want and
// push are the same from the server.
func ask(lo, hi float64, size, reply talk.Size) beat {
	return beat{talk.Beat{From: talk.Client, Every: s(lo, hi), Jitter: -1, Size: size, Reply: reply, Think: 0.01, Human: true}}
}

func tell(lo, hi float64, size talk.Size) beat { return ask(lo, hi, size, none) }

func want(lo, hi float64, size, reply talk.Size) beat {
	return beat{talk.Beat{From: talk.Server, Every: s(lo, hi), Jitter: -1, Size: size, Reply: reply, Think: 0.01, Human: true}}
}

func push(lo, hi float64, size talk.Size) beat { return want(lo, hi, size, none) }

func (b beat) odds(p float64) beat       { b.Odds = p; return b }
func (b beat) think(x float64) beat      { b.Think = x; return b }
func (b beat) jitter(x float64) beat     { b.Jitter = x; return b }
func (b beat) burst(lo, hi float64) beat { b.Burst = s(lo, hi); return b }
func (b beat) steady() beat              { b.Human = false; return b }

func bare(list []beat) []talk.Beat {
	out := make([]talk.Beat, len(list))
	for i, b := range list {
		out[i] = b.Beat
	}
	return out
}

type session struct{ talk.Session }

func sess(beats ...beat) session { return session{talk.Session{Beats: bare(beats)}} }

func (x session) hello(sizes ...talk.Size) session {
	for i := 0; i+1 < len(sizes); i += 2 {
		x.Hello = append(x.Hello, talk.Turn{Ask: sizes[i], Answer: sizes[i+1]})
	}
	return x
}

func (x session) conns(lo, hi float64) session { x.Conns = s(lo, hi); return x }
func (x session) life(lo, hi float64) session  { x.Life = s(lo, hi); return x }
func (x session) alive(lo, hi float64) session { x.Alive = s(lo, hi); return x }
func (x session) pause(lo, hi float64) session { x.Pause = s(lo, hi); return x }

// http is the upgrade or first request of a session over HTTP.
func (x session) http() session { return x.hello(z(180, 900), z(130, 600)) }

// h2 is the beginning of HTTP/2: preface and settings.
func (x session) h2() session { return x.hello(z(60, 110), z(30, 70), z(9, 30), z(9, 22)) }

// ws is an upgrade to a WebSocket.
func (x session) ws() session { return x.hello(z(250, 1400), z(129, 420)) }

type poll struct{ talk.Poll }

// every polls on a schedule, often at some moment.
func every(lo, hi float64, a, b talk.Size) poll {
	return poll{talk.Poll{Every: s(lo, hi), Jitter: 0.05, Ask: a, Answer: b, Think: 0.02}}
}

func often(lo, hi float64, a, b talk.Size) poll {
	return poll{talk.Poll{Every: s(lo, hi), Jitter: -1, Ask: a, Answer: b, Think: 0.02, Human: true}}
}

func (x poll) keep(lo, hi float64) poll       { x.Keep = s(lo, hi); return x }
func (x poll) asks(lo, hi float64) poll       { x.Asks = s(lo, hi); return x }
func (x poll) lanes(lo, hi float64) poll      { x.Lanes = s(lo, hi); return x }
func (x poll) uses(lo, hi float64) poll       { x.Uses = s(lo, hi); return x }
func (x poll) hold(a, b, lo, hi float64) poll { x.Hold, x.Event = s(a, b), s(lo, hi); return x }
func (x poll) think(t float64) poll           { x.Think = t; return x }
func (x poll) jitter(j float64) poll          { x.Jitter = j; return x }

type gram struct{ talk.Gram }

func dgram(beats ...beat) gram { return gram{talk.Gram{Beats: bare(beats)}} }

func (x gram) fresh() gram { x.Fresh = true; return x }
func (x gram) same() gram  { x.Same = true; return x }
func (x gram) lost(p, again float64) gram {
	x.Lost, x.Again = p, again
	return x
}

func (x gram) calls(rest, call rnd.Span) gram { x.Rest, x.Call = rest, call; return x }

// bulkOf is a transfer job of some parts.
func bulkOf(pace, parts rnd.Span, up, down talk.Size) talk.Bulk {
	return talk.Bulk{Every: pace, Jitter: -1, Parts: parts, Lanes: s(1, 5), Up: up, Down: down, Human: true}
}

// nightly is one that runs on a schedule.
func nightly(pace, parts rnd.Span, up, down talk.Size) talk.Bulk {
	return talk.Bulk{Every: pace, Jitter: 0.02, Parts: parts, Lanes: s(1, 4), Up: up, Down: down}
}
