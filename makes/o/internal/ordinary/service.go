package ordinary

import (
	"math"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
	"makes/o/internal/tcp"
)

// size is how long messages of one sort are.
type size struct {
	base, spread float64
	digits       int
}

func newSize(g *dice.Rand, r dice.Range) size {
	s := size{base: r.Draw(g)}
	if r.Lo == r.Hi {
		return s
	}
	switch g.IntN(4) {
	case 0:
	case 1:
		s.digits = 1 + g.IntN(6)
	default:
		s.spread = dice.Range{Lo: 0.02, Hi: 0.3}.Draw(g)
		if r.Hi/r.Lo > 15 {
			s.spread = dice.Range{Lo: 0.2, Hi: 1.4}.Draw(g)
		}
	}
	return s
}

func (s size) draw(g *dice.Rand) int {
	n := s.base
	if s.spread > 0 {
		n *= math.Exp(s.spread * min(g.NormFloat64(), 3))
	}
	if s.digits > 0 {
		n += float64(g.IntN(s.digits + 1))
	}
	return max(1, int(n))
}

// message is a spec with the numbers of a service.
type message struct {
	up, answers      bool
	beat             beat
	period           float64
	jitter           float64
	burst            float64 // messages in a burst
	within           float64 // share of the period between those of a burst
	size, reply      size
	think, thinkJump float64
}

func newMessage(g *dice.Rand, s spec) message {
	m := message{
		up: s.up, answers: s.answers, beat: s.beat, period: s.period.Draw(g), size: newSize(g, s.size), think: s.think.Draw(g),
		jitter: dice.Range{Lo: 0.02, Hi: 0.6}.Draw(g), burst: dice.Range{Lo: 1.5, Hi: 25}.Draw(g), within: dice.Range{Lo: 0.005, Hi: 0.2}.Draw(g),
	}
	if m.answers {
		m.reply = newSize(g, s.answer)
	}
	if s.think.Hi > 2*s.think.Lo {
		m.thinkJump = g.Float64() * 0.9
	}
	return m
}

// gap draws the seconds to the next message, at a load.
func (m *message) gap(g *dice.Rand, load float64) float64 {
	switch m.beat {
	case "tick":
		return m.period
	case "loose":
		return m.period * (1 + m.jitter*(2*g.Float64()-1))
	case "burst":
		if g.Float64() > 1/m.burst {
			return m.period * m.within * g.ExpFloat64()
		}
		return m.period * (1 + m.burst*(1-m.within)*g.ExpFloat64()) / load
	case "loop":
		return m.period * g.ExpFloat64()
	}
	return m.period * g.ExpFloat64() / load
}

func (m *message) wait(g *dice.Rand) float64 {
	return m.think * (1 - m.thinkJump + m.thinkJump*g.Float64())
}

// service is a program as the company runs it.
type service struct {
	program
	messages         []message
	tls              tcp.Secure
	peers            []tcp.Peer
	hello            []int
	fade, peak       float64 // of the day
	life, idle       float64
	base, most, grow float64 // of retries
	patience         float64
	near, far        float64 // keep-alives
	clientCloses     bool
	resets           bool
}

func newService(g *dice.Rand, p program, addr func(place string) flow.Addr) *service {
	s := &service{program: p, peak: 9 + 10*g.Float64(), fade: p.day.Draw(g), life: p.life.Even(g), clientCloses: dice.Chance(g, 0.5), resets: dice.Chance(g, 0.2)}
	if s.life < 30 && p.life.Lo == 0 {
		s.life = 0
	}
	if p.idle.Hi > 0 {
		s.idle = max(p.idle.Draw(g), 0.002)
	}
	s.base, s.most, s.grow = p.retry.Lo*(0.5+1.5*g.Float64()), p.retry.Hi*(0.5+g.Float64()), dice.Pick(g, 1, 1, 1.5, 2, 2, 2, 3)
	if p.trouble {
		if s.base = max(s.base, p.retry.Lo); s.most > 4*s.base {
			s.grow = max(s.grow, 1.5)
		}
	} else if s.most = max(s.most, dice.Range{Lo: 15, Hi: 300}.Draw(g)); s.grow == 1 {
		s.base = max(s.base, dice.Range{Lo: 5, Hi: 60}.Draw(g))
	}
	s.patience = p.wait.Draw(g)
	if s.near = p.keep.Draw(g); p.keep.Hi == 0 {
		s.near, s.far = dice.Pick[float64](g, 0, 0, 15, 30, 60, 120, 300, 7200), dice.Pick[float64](g, 0, 0, 0, 45, 75, 300, 350, 7200)
	}
	version := map[string]int{"tls12": 12, "tls13": 13, "tls": dice.Pick(g, 12, 13, 13), "mtls": dice.Pick(g, 12, 13)}[p.secure]
	s.tls = tcp.NewSecure(g, version, p.secure == "mtls")
	if p.secure == "ssh" {
		s.hello = []int{21, 40, 1500, 1100, 48, 450, 600, 500, 60, 40}
	} else if version == 0 && !p.inbound && dice.Chance(g, 0.5) || p.idle.Hi == 0 && dice.Chance(g, 0.8) {
		for range 2 * (1 + g.IntN(3)) {
			s.hello = append(s.hello, dice.Range{Lo: 20, Hi: 1500}.Int(g))
		}
	}
	for _, m := range p.messages {
		s.messages = append(s.messages, newMessage(g, m))
	}
	port := dice.Pick(g, p.ports...)
	stack := tcp.NewStack(g)
	rtt := map[string]dice.Range{"vpc": {Lo: 0.0002, Hi: 0.002}, "aws": {Lo: 0.0006, Hi: 0.03}, "saas": {Lo: 0.001, Hi: 0.15}, "onprem": {Lo: 0.004, Hi: 0.06}, "inet": {Lo: 0.01, Hi: 0.25}}[p.place].Draw(g)
	loss := 0.0
	if p.place != "vpc" {
		loss = dice.Range{Lo: 1e-5, Hi: 6e-3}.Draw(g)
	}
	for range p.peers.Int(g) {
		s.peers = append(s.peers, tcp.Peer{Addr: addr(p.place), Port: port, Stack: stack, Path: tcp.Path{RTT: rtt * (0.8 + 0.4*g.Float64()), Loss: loss, Jumbo: p.place == "vpc"}})
	}
	return s
}

// load gives how busy the service is at a second of the log, 1 on average.
func (s *service) load(t float64) float64 {
	if s.fade == 0 {
		return 1
	}
	f := 1 + s.fade*math.Cos((t/3600-s.peak)*math.Pi/12)
	if day := int(t/86400) % 7; day >= 5 {
		f *= 1 - 0.6*s.fade
	}
	return max(f, 0.02)
}

// odd draws a program that is in no table: the company's own services.
func odd(g *dice.Rand) program {
	styles := []string{"own-grpc", "own-websocket", "own-json-tcp", "own-poller", "own-queue", "own-telemetry", "own-notify"}
	p := program{
		name: dice.Pick(g, styles...), roles: []string{"base", "web", "worker", "iot", "dev", "market", "data"}, place: dice.Pick(g, "vpc", "vpc", "aws", "saas", "onprem", "inet"),
		secure: dice.Pick(g, "none", "tls12", "tls13", "tls", "mtls"), ports: []uint16{dice.Pick[uint16](g, 443, 443, 8443, 3333, 5555, 7000, 8080, 9000, uint16(1025+g.IntN(40000)))},
		share: 0.12, conns: dice.Range{Lo: 1, Hi: 2}, peers: dice.Range{Lo: 1, Hi: 3}, retry: dice.Range{Lo: 0.5, Hi: 300}, wait: dice.Range{Lo: 2, Hi: 130}, day: dice.Range{Lo: 0, Hi: 0.9},
	}
	switch g.IntN(3) {
	case 0:
		p.idle = dice.Range{Lo: 0.5, Hi: 300}
	case 1:
		p.life = dice.Range{Lo: 120, Hi: 80000}
	}
	for range 1 + g.IntN(4) {
		at := dice.Range{Lo: 30, Hi: dice.Pick[float64](g, 120, 700, 700, 3000, 60000)}.Draw(g)
		s := spec{
			up: dice.Chance(g, 0.6), answers: dice.Chance(g, 0.65), beat: dice.Pick[beat](g, "tick", "loose", "loose", "poisson", "poisson", "burst", "loop"),
			size: dice.Range{Lo: at, Hi: at * 2}, answer: dice.Range{Lo: 2, Hi: dice.Pick[float64](g, 60, 200, 1000, 20000)}, think: dice.Range{Lo: 0.001, Hi: 0.3},
		}
		s.period.Lo = dice.Range{Lo: 1.5, Hi: 900}.Draw(g)
		s.period.Hi = s.period.Lo
		p.messages = append(p.messages, s)
	}
	return p
}
