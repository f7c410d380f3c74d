package talk

import (
	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/wire"
)

// Msg is one message of an exchange; Think is the time between the arrival
// of the message before and this one.
type Msg struct {
	From  flow.Side
	Size  Size
	Think Pause
}

// Beat is an exchange of messages that recurs.
type Beat struct {
	every  Pause
	msgs   []Msg
	few    int // repetitions each time
	many   int
	space  float64 // mean pause between the repetitions
	rhythm clock.Rhythm
	idle   bool // only if nothing was sent for the length of the pause
	after  bool // the pause begins when the exchange has ended
}

// Transport is what carries the conversation.
type Transport uint8

// The transports.
const (
	TCP Transport = iota
	UDP
	QUIC
	ICMP
)

// Retry is how a program waits before it connects again.
type Retry struct{ First, Factor, Most, Jitter float64 }

// Spec describes the conversation of one service. Its methods add to it
// and return it, so that a program is written as a chain.
type Spec struct {
	Port      uint16
	Transport Transport
	Cover     wire.Cover

	hello    []Msg
	beats    []Beat
	demand   bool // connects when there is something to say
	idle     float64
	idleBy   flow.Side
	idleHow  wire.Ending
	life     Pause
	gap      Pause
	rhythm   clock.Rhythm
	endBy    flow.Side
	ending   wire.Ending
	retry    Retry
	keep     [2]float64
	patience float64
	conns    int
	source   uint16
	rnd      *rng.R
}

// Stream starts the description of a program that holds a connection.
func Stream(r *rng.R, port int, cover wire.Secure) *Spec {
	s := &Spec{Port: uint16(port), Cover: wire.NewCover(cover, r), rnd: r, conns: 1}
	s.retry = Retry{First: r.Log(0.5, 10), Factor: rng.Pick(r, 1, 1.5, 2, 2), Most: r.Log(30, 600), Jitter: r.Uniform(0, 0.5)}
	s.patience = r.Num(3, 5, 10, 15, 20, 30, 60, 130)
	s.endBy = rng.Pick(r, flow.Client, flow.Server)
	s.ending = rng.Pick(r, wire.Fin, wire.Fin, wire.Fin, wire.Reset)
	if r.Chance(0.4) {
		s.keep[0] = r.Num(15, 15, 30, 45, 60, 75, 120, 300, 7200)
	}
	if r.Chance(0.25) {
		s.keep[1] = r.Num(15, 30, 60, 60, 180, 300, 7200)
	}
	return s
}

// Visit starts the description of a program that connects when it has
// something to ask, and lets the connection go after linger seconds.
func Visit(r *rng.R, port int, cover wire.Secure, linger float64) *Spec {
	s := Stream(r, port, cover)
	s.demand = true
	s.idle = max(linger, 0.001)
	s.idleBy = rng.Pick(r, flow.Client, flow.Server)
	s.keep = [2]float64{}
	return s
}

// Packets starts the description of a program that speaks without TCP.
func Packets(r *rng.R, port int, t Transport) *Spec {
	s := Stream(r, port, wire.Plain)
	s.Transport = t
	s.keep = [2]float64{}
	s.ending = wire.Fin
	return s
}

// Hello adds an exchange after each connect. A size of 0 leaves a message out.
func (s *Spec) Hello(ask, answer int) *Spec {
	if ask > 0 {
		s.hello = append(s.hello, Msg{flow.Client, Near(ask, ask/40), Between(0.0005, 0.004)})
	}
	if answer > 0 {
		s.hello = append(s.hello, Msg{flow.Server, Near(answer, answer/20), Between(0.001, 0.03)})
	}
	return s
}

// Greet adds a message that the server sends first after a connect.
func (s *Spec) Greet(n int) *Spec { return s.Hello(0, n) }

// WebSocket adds the upgrade of an HTTP connection.
func (s *Spec) WebSocket() *Spec { return s.Hello(s.rnd.Int(280, 1100), s.rnd.Int(129, 420)) }

// HTTP2 adds the preface and settings of HTTP/2.
func (s *Spec) HTTP2() *Spec {
	return s.Hello(s.rnd.Int(60, 130), s.rnd.Int(30, 90)).Hello(9, 0)
}

func (s *Spec) beat(p Pause, msgs ...Msg) *Spec {
	s.beats = append(s.beats, Beat{every: p, msgs: msgs, few: 1, many: 1})
	return s
}

// Ask adds a request of the client and its answer.
func (s *Spec) Ask(p Pause, ask, answer Size) *Spec {
	return s.beat(p, Msg{From: flow.Client, Size: ask}, Msg{flow.Server, answer, Between(0.0005, 0.02)})
}

// Call adds a request of the server and the client's answer.
func (s *Spec) Call(p Pause, ask, answer Size) *Spec {
	return s.beat(p, Msg{From: flow.Server, Size: ask}, Msg{flow.Client, answer, Between(0.0005, 0.02)})
}

// Say adds a message of the client that has no answer.
func (s *Spec) Say(p Pause, n Size) *Spec { return s.beat(p, Msg{From: flow.Client, Size: n}) }

// Push adds a message of the server that has no answer.
func (s *Spec) Push(p Pause, n Size) *Spec { return s.beat(p, Msg{From: flow.Server, Size: n}) }

// Then adds one more message to the last exchange.
func (s *Spec) Then(from flow.Side, n Size, think Pause) *Spec {
	b := s.lastBeat()
	b.msgs = append(b.msgs, Msg{from, n, think})
	return s
}

// Think sets the time before the answer in the last exchange.
func (s *Spec) Think(p Pause) *Spec {
	b := s.lastBeat()
	b.msgs[len(b.msgs)-1].Think = p
	b.after = b.after || p.mid > 2
	return s
}

// IfIdle leaves the last exchange out while other messages keep the
// connection alive.
func (s *Spec) IfIdle() *Spec { s.lastBeat().idle = true; return s }

// Several repeats the last exchange each time.
func (s *Spec) Several(few, many int, space float64) *Spec {
	b := s.lastBeat()
	b.few, b.many, b.space = few, many, space
	return s
}

// When lets the last exchange follow the hours of the day.
func (s *Spec) When(r clock.Rhythm) *Spec { s.lastBeat().rhythm = r; return s }

// Life limits the time of a connection.
func (s *Spec) Life(p Pause) *Spec { s.life = p; return s }

// Gap sets the pause between connections, and the hours in which they begin.
func (s *Spec) Gap(p Pause, r clock.Rhythm) *Spec { s.gap, s.rhythm = p, r; return s }

// Idle lets one side close after a time without messages.
func (s *Spec) Idle(seconds float64, by flow.Side, how wire.Ending) *Spec {
	s.idle, s.idleBy, s.idleHow = seconds, by, how
	return s
}

// Retry sets the pauses before another attempt to connect.
func (s *Spec) Retry(first, factor, most float64) *Spec {
	s.retry.First, s.retry.Factor, s.retry.Most = first, factor, most
	return s
}

// Keep sets the keep-alive of TCP at the client and at the server.
func (s *Spec) Keep(client, server float64) *Spec { s.keep = [2]float64{client, server}; return s }

// Ends sets who closes a connection at the end of its life, and how.
func (s *Spec) Ends(by flow.Side, how wire.Ending) *Spec { s.endBy, s.ending = by, how; return s }

// Conns sets how many connections a client holds at once.
func (s *Spec) Conns(n int) *Spec { s.conns = n; return s }

// Source fixes the client's port.
func (s *Spec) Source(port int) *Spec { s.source = uint16(port); return s }

func (s *Spec) lastBeat() *Beat { return &s.beats[len(s.beats)-1] }

// Dead returns a copy for a service that is never reached, with pauses a
// program may keep up for months.
func (s *Spec) Dead(r *rng.R) *Spec {
	d := *s
	d.retry.First = max(d.retry.First, r.Log(3, 60))
	d.retry.Factor = rng.Pick(r, 1, 1, 1.5, 2)
	d.retry.Most = max(d.retry.Most, d.retry.First)
	return &d
}

// Count is the number of connections that a client holds at once.
func (s *Spec) Count() int { return s.conns }

// Fixed tells whether all conversations of a client use the same port, so
// that two of them with one server could not be told apart.
func (s *Spec) Fixed() bool { return s.source != 0 || s.Transport == ICMP }
