package push

import "makes/aa/internal/rng"

// Frame is what a protocol puts around each message.
type Frame int

// Raw adds nothing, since sizes are those of whole messages.
const (
	Raw Frame = iota
	WS
	H2
	GRPC
	SSE
)

// Where says on which side of the border the server is.
type Where int

// In is within, Out is outside, Any is either.
const (
	In Where = iota
	Out
	Any
)

// turn is what the other side says to a message.
type turn struct {
	size   Sizes
	lo, hi float64 // delay
	p      float64
	every  [2]int // only after so many messages
	back   bool   // by the one who spoke, after the answer
}

// source is one process of messages.
type source struct {
	dir    int
	own    bool // not the same for all subscribers
	law    Law
	size   Sizes
	burst  [2]int
	turns  []turn
	paused float64 // probability of being absent in a deployment
}

// beat is a heartbeat.
type beat struct {
	dir     int
	periods []float64
	size    int
	reply   int
	idle    bool // only after silence
}

// poll is a request which is held until there is news.
type poll struct {
	wait       [2]float64
	ask, empty Sizes
	law        Law
	news       Sizes
	rest       [2]float64
}

// Life is how long connections live.
type Life struct {
	kind   int
	lo, hi float64
}

// The sorts of lives.
const (
	days = iota
	hours
	capped
	visits
	each
)

// Days is for as long as both ends run.
var Days = Life{kind: days}

// Hours is between lo and hi hours.
func Hours(lo, hi float64) Life { return Life{hours, lo * 3600, hi * 3600} }

// Cap is a fixed age at which someone closes.
func Cap(lo, hi float64) Life { return Life{capped, lo, hi} }

// Visits come and go, lo to hi seconds long.
func Visits(lo, hi float64) Life { return Life{visits, lo, hi} }

// Each is a connection for each event of the first source.
var Each = Life{kind: each, lo: .01, hi: 20}

// Kind is a family of programs; services are drawn from it.
type Kind struct {
	Name   string
	Ports  []uint16
	Where  Where
	Group  string
	tls    int // 0 never, 1 some, 2 always
	frame  Frame
	life   Life
	hello  []Sizes // up first, in turns
	greet  bool    // down first
	srcs   []source
	beats  []beat
	poll   *poll
	conns  [2]int
	Crowds bool // has clients outside, at servers of ours
}

// Hi sets what is said at first, lengths of messages up and down in turns.
func (k *Kind) Hi(sizes ...int) *Kind {
	for _, n := range sizes {
		k.hello = append(k.hello, Text(max(n*3/4, 1), n*3/2))
	}
	return k
}

// Greet lets the server speak first.
func (k *Kind) Greet(sizes ...int) *Kind {
	k.greet = true
	return k.Hi(sizes...)
}

// TLS is always within TLS, Maybe in some deployments.
func (k *Kind) TLS() *Kind { k.tls = 2; return k }

// Maybe is within TLS in some deployments.
func (k *Kind) Maybe() *Kind { k.tls = 1; return k }

// Push adds a topic: the same messages at the same times to all who listen.
func (k *Kind) Push(law Law, size Sizes) *Kind {
	k.srcs = append(k.srcs, source{dir: 1, law: law, size: size})
	return k
}

// Tell adds messages of the server for this client alone.
func (k *Kind) Tell(law Law, size Sizes) *Kind {
	k.srcs = append(k.srcs, source{dir: 1, own: true, law: law, size: size})
	return k
}

// Say adds messages of the client.
func (k *Kind) Say(law Law, size Sizes) *Kind {
	k.srcs = append(k.srcs, source{own: true, law: law, size: size})
	return k
}

// Some lets the last source be absent in a part of the deployments.
func (k *Kind) Some(p float64) *Kind { k.srcs[len(k.srcs)-1].paused = p; return k }

// Burst lets each event be several messages.
func (k *Kind) Burst(lo, hi int) *Kind { k.srcs[len(k.srcs)-1].burst = [2]int{lo, hi}; return k }

func (k *Kind) turn(t turn) *Kind {
	s := &k.srcs[len(k.srcs)-1]
	s.turns = append(s.turns, t)
	return k
}

// Ans is an answer at once.
func (k *Kind) Ans(size Sizes) *Kind { return k.turn(turn{size: size, lo: .0005, hi: .03, p: 1}) }

// Late is an answer after some work, with a probability.
func (k *Kind) Late(size Sizes, lo, hi, p float64) *Kind {
	return k.turn(turn{size: size, lo: lo, hi: hi, p: p})
}

// Ack is a constant answer, and Fin one to the answer.
func (k *Kind) Ack(n int) *Kind { return k.Ans(Const(n, n)) }

// Fin is what the speaker says to an answer.
func (k *Kind) Fin(n int) *Kind {
	return k.turn(turn{size: Const(n, n), lo: .0005, hi: .01, p: 1, back: true})
}

// Every is an answer to each so many messages: credits, cumulative acks.
func (k *Kind) Every(lo, hi, n int) *Kind {
	return k.turn(turn{size: Near(n, n), lo: .0005, hi: .02, p: 1, every: [2]int{lo, hi}})
}

// Beat is a heartbeat of the client (0) or the server (1), of one of some
// periods; reply is 0 if nobody answers.
func (k *Kind) Beat(dir, size, reply int, periods ...float64) *Kind {
	k.beats = append(k.beats, beat{dir: dir, periods: periods, size: size, reply: reply})
	return k
}

// Idle is a heartbeat only after silence.
func (k *Kind) Idle(dir, size, reply int, periods ...float64) *Kind {
	k.beats = append(k.beats, beat{dir, periods, size, reply, true})
	return k
}

// Poll holds a request for news.
func (k *Kind) Poll(lo, hi float64, ask, empty Sizes, law Law, news Sizes) *Kind {
	k.poll = &poll{wait: [2]float64{lo, hi}, ask: ask, empty: empty, law: law, news: news}
	return k
}

// Rest is a pause before the next request.
func (k *Kind) Rest(lo, hi float64) *Kind { k.poll.rest = [2]float64{lo, hi}; return k }

// Conns is how many connections a client has at once.
func (k *Kind) Conns(lo, hi int) *Kind { k.conns = [2]int{lo, hi}; return k }

// Crowd says that many clients outside come to it.
func (k *Kind) Crowd() *Kind { k.Crowds = true; return k }

// secure draws the version of TLS, 0 for none.
func (k *Kind) secure(r *rng.R) int {
	if k.tls == 0 || k.tls == 1 && r.P(.5) {
		return 0
	}
	return r.Int(12, 13)
}

func (k *Kind) framed(f Frame) *Kind { k.frame = f; return k }

// WS is in frames of a WebSocket.
func (k *Kind) WS() *Kind { return k.framed(WS) }

// H2 is in frames of HTTP/2.
func (k *Kind) H2() *Kind { return k.framed(H2) }

// GRPC is in messages of gRPC.
func (k *Kind) GRPC() *Kind { return k.framed(GRPC) }

// SSE is chunks of server-sent events.
func (k *Kind) SSE() *Kind { return k.framed(SSE) }

// NewKind begins a kind.
func NewKind(name, group string, where Where, life Life, ports []uint16) *Kind {
	return &Kind{Name: name, Group: group, Where: where, life: life, Ports: ports, conns: [2]int{1, 1}}
}
