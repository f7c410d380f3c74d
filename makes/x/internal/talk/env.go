// Package talk has the patterns in which programs talk: long sessions with
// their beats, polls, datagrams, transfers, visits, shells and failing
// attempts. A pattern is drawn once per service and played once per pair.
package talk

import (
	"makes/x/internal/layer"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// Env is what a pattern is played in.
type Env struct {
	R        *rnd.Rand
	Link     *site.Link
	Port     uint16
	Suite    *layer.Suite // TLS, if any
	Client   wire.Side
	From, To float64
	Busy     func(t float64) float64
	Proxy    int // 0 none, 1 an HTTP proxy is asked to connect first
}

// Body is a pattern with ranges.
type Body interface {
	Draw(r *rnd.Rand) Player
}

// Player is a pattern as one service has it.
type Player interface {
	Play(e *Env)
}

// Server is the side that is not the client.
func (e *Env) Server() wire.Side {
	return 1 - e.Client
}

// Manners are how a program uses its sockets.
type Manners struct {
	KeepAlive [2]float64 // client, server
	Nagle     bool
	GiveUp    float64
}

// Open connects at t and does the handshakes.
func (e *Env) Open(t float64, m Manners, again bool) (*layer.Stream, float64) {
	o := e.Link.Options(e.R, e.Client, e.Port)
	o.KeepAlive[e.Client], o.KeepAlive[e.Server()] = m.KeepAlive[0], m.KeepAlive[1]
	o.Nagle[e.Client] = m.Nagle
	o.GiveUp = m.GiveUp
	c, t := tcp.Dial(e.R, o, t)
	if e.Proxy == 1 {
		t = layer.Socks(e.R, layer.Plain(c), t, true, e.R.Log(0.002, 0.2))
	}
	return layer.Secure(e.R, c, e.Suite, t, again)
}

// Fail tries to connect to a server that is down, in one of several ways.
func (e *Env) Fail(t float64, way int, limit float64) float64 {
	o := e.Link.Options(e.R, e.Client, e.Port)
	if way == 0 {
		return tcp.Refused(e.R, o, t)
	}
	return tcp.Unanswered(o, t, limit)
}

// Size is a message's length: a range per service, and how much messages
// differ.
type Size struct {
	Lo, Hi float64
	Vary   float64
}

type size struct {
	mid, vary float64
}

func (s Size) draw(r *rnd.Rand) size {
	if s.Hi == 0 {
		return size{}
	}
	return size{r.In(rnd.Span{Lo: s.Lo, Hi: s.Hi}), s.Vary * r.Between(0.5, 1.3)}
}

func (s size) next(r *rnd.Rand) int {
	if s.vary == 0 {
		return int(s.mid)
	}
	return max(1, int(r.Around(s.mid, s.vary)))
}
