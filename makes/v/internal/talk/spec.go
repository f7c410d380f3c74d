// Package talk plays conversations from a description: what is said on connect,
// what is said from time to time, and when connections end, fail and return.
package talk

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/wire"
)

// Step is one message, or a run of alike messages, of an exchange.
type Step struct {
	From wire.Side
	Size rng.Dist
	Wait rng.Dist // from the arrival of the step before to this one
	P    float64  // probability that it is said at all; 0 means always
	Rep  rng.Dist // how many; the zero Dist means one
	Gap  rng.Dist // pause between the repetitions
}

// C is a message of the client.
func C(size rng.Dist) Step { return Step{From: wire.Client, Size: size} }

// S is a message of the server.
func S(size rng.Dist) Step { return Step{From: wire.Server, Size: size} }

// After sets the pause before the message.
func (s Step) After(d rng.Dist) Step { s.Wait = d; return s }

// Maybe sets the probability of the message.
func (s Step) Maybe(p float64) Step { s.P = p; return s }

// Times repeats the message with a pause between.
func (s Step) Times(n, gap rng.Dist) Step { s.Rep, s.Gap = n, gap; return s }

// Loop is an exchange that comes again and again.
type Loop struct {
	Every  rng.Dist
	Serial bool     // Every counts from the end of the exchange rather than from its start
	First  rng.Dist // delay of the first one; the zero Dist means a random phase
	Now    bool     // the first one comes directly after connecting
	Work   float64  // how much it follows office hours, 0 to 1
	Common []float64
	Lag    rng.Dist // of a common event until it is said
	Steps  []Step
}

// Retry is how a program tries again after a failed connect.
type Retry struct {
	First, Factor, Max float64
	Jitter             float64
	Patience           float64 // connect timeout
	Tries              int     // after which it rests
	Rest               float64
}

// Pause is the wait after the n-th failure in a row.
func (y Retry) Pause(n int, r *rng.R) float64 {
	if y.Tries > 0 && n%y.Tries == 0 {
		return y.Rest * r.Uni(0.95, 1.05)
	}
	p := y.First
	for i := 1; i < n && p < y.Max; i++ {
		p *= y.Factor
	}
	return min(p, max(y.Max, y.First)) * r.Uni(1-y.Jitter, 1+y.Jitter)
}

// Spec is a service: how its clients talk with it.
type Spec struct {
	Proto   uint8 // 0 means TCP
	Port    int
	CPort   int // fixed port of the client, where it has one
	TLS     *wire.TLS
	Frame   int // bytes of framing on each message, as of WebSocket or HTTP/2
	Hello   []Step
	Loops   []Loop
	Conns   int
	Lazy    bool    // connects only when there is something to say
	Idle    float64 // closes after so many silent seconds; 0 is never
	Closer  wire.Side
	How     wire.How
	Life    rng.Dist // longest age of a connection; the zero Dist is for ever
	Gap     rng.Dist // pause before a new one
	Keep    [2]float64
	Retry   Retry
	Fate    wire.Fate // of every connect
	Down    []Outage  // when the service is away
	Quiet   float64   // share of the day in which there is a client at all; 0 means always
	Rate    float64   // bytes per second of long transfers, 0 for that of the path
	Session rng.Dist  // length of stay where Quiet is set
}

// Outage is a time a service is away, and how connects then end.
type Outage struct {
	From, To float64
	Fate     wire.Fate
}

// Defaults fills what a kind left out.
func (s *Spec) Defaults(r *rng.R) {
	if s.Proto == 0 {
		s.Proto = flow.TCP
	}
	if s.Conns == 0 {
		s.Conns = 1
	}
	if s.Retry.First == 0 {
		s.Retry = Retry{First: r.Log(0.5, 20), Factor: rng.Pick(r, 1, 1.5, 2), Max: r.Log(20, 600),
			Jitter: r.Uni(0, 0.4), Patience: rng.Pick(r, 3.0, 5, 10, 20, 30, 60, 127)}
	}
	if r.Chance(0.12) {
		s.How = wire.Rst // programs that drop their sockets with data unread
	}
	if s.Gap.Zero() {
		s.Gap = rng.Exp(r.Log(0.2, 6))
	}
}

// Outages draws when a service is away within a number of seconds.
func Outages(r *rng.R, length float64) []Outage {
	var o []Outage
	for t := r.Exp(300000); t < length; t += r.Exp(300000) {
		d := r.LogN(120, 1.3)
		o = append(o, Outage{t, t + d, rng.Pick(r, wire.Refused, wire.Refused, wire.Silent)})
		t += d
	}
	return o
}
