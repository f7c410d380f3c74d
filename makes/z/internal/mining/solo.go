package mining

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// solo asks a chain's node for work and hands in what it finds.
type solo struct {
	env    *acts.Env
	client *tcp.Host
	node   *tcp.Host
	port   uint16
	path   tcp.Path
	chain  *chain
	rig    *rig
	r      rng.Rand

	// every is the pause between two questions whether there is something new; ask and answer its sizes.
	every       acts.Gap
	ask, answer int
	jitter      int
	// full asks for a whole template at a new block and after so long without.
	full     bool
	template acts.Size
	renew    clock.Time
	// wait holds a long poll open until the next block.
	wait bool
	// fresh opens a connection for each question.
	fresh bool
	// report tells the hash rate.
	report     acts.Gap
	reportSize int
	down       float64
	found      float64

	c        *tcp.Conn
	block    clock.Time
	got      clock.Time
	nextTell clock.Time
	pending  bool
}

func newSolo(g *Ground, r *rng.Rand, h *chain, client, node *tcp.Host, path tcp.Path) *solo {
	s := &solo{env: g.Env, client: client, node: node, port: h.rpc, path: path, chain: h, rig: newRig(r), r: r.Fork(), nextTell: clock.Never}
	s.ask = r.Int(150, 330)
	s.template = acts.Size{Med: r.Log(h.template.lo, h.template.hi), Sig: r.Between(0.02, 0.3)}
	s.down = rng.Pick(r, 0, 0, 0.002)
	// A host's chance to find a block in a day is small.
	s.found = r.Log(1e-6, 3e-5) * s.rig.hash
	switch {
	case h.style == ether:
		s.every = acts.Every(rng.Pick(r, 0.5, 1, 1, 2, 3.0), 0.05)
		s.answer = r.Int(330, 420)
		if r.Chance(0.6) {
			s.report, s.reportSize = acts.Every(rng.Pick(r, 10, 30, 60.0), 0.02), r.Int(260, 380)
			s.nextTell = 0
		}
	case h.style == login:
		s.every = acts.Every(rng.Pick(r, 1, 1, 2, 3, 5.0), 0.03)
		s.answer, s.full = r.Int(190, 900), true
		s.renew = clock.Time(rng.Pick(r, 15, 30, 60, 120)) * clock.Second
		s.fresh = r.Chance(0.25)
	case r.Chance(0.35):
		s.wait, s.full = true, true
		s.renew = clock.Time(rng.Pick(r, 30, 60, 90)) * clock.Second
		s.every = acts.Every(0.05, 0.5)
	case r.Chance(0.4):
		s.every = acts.Every(rng.Pick(r, 1, 2, 3, 5, 10.0), 0.05)
		s.answer, s.full = r.Int(180, 700), true
		s.renew = clock.Time(rng.Pick(r, 20, 30, 60)) * clock.Second
		s.fresh = r.Chance(0.4)
	default:
		s.every = acts.Every(rng.Pick(r, 2, 5, 10, 15, 30.0), 0.05)
		if s.template.Med > 100000 {
			s.every = acts.Every(rng.Pick(r, 15, 30, 60.0), 0.05)
		}
		s.answer = int(s.template.Med)
		s.jitter = s.answer / 10
		s.fresh = r.Chance(0.4)
	}
	if s.fresh {
		s.every.Mean = max(s.every.Mean, 4)
	}
	return s
}

// Step implements sim.Actor.
func (s *solo) Step(now clock.Time) clock.Time {
	if s.r.Chance(s.down) {
		return s.env.Net.Fail(now, s.client, s.node, s.port, s.path, &s.r, tcp.Refused, 10*clock.Second, 0) + 5*clock.Second
	}
	if s.rig.rate(now) < 0.01 {
		return now + 10*clock.Minute
	}
	t := now
	if s.c == nil {
		s.c = s.env.Net.Dial(now, s.client, s.node, s.port, s.path, &s.r)
		t = s.c.Ready
	}
	t = s.question(t)
	if s.r.Chance(s.found / 100) {
		t = s.c.Send(tcp.Client, t, s.r.Int(300, 3000))
		t = s.c.Send(tcp.Server, t+20*clock.Milli, s.ask)
	}
	if now >= s.nextTell {
		t = s.c.Send(tcp.Client, t, s.reportSize)
		t = s.c.Send(tcp.Server, t+clock.Milli, 180)
		s.nextTell = now + s.report.Next(&s.r)
	}
	next := max(t, now+s.every.Next(&s.r))
	if s.pending {
		next = s.block
	}
	if s.fresh || s.r.Chance(0.00005) {
		s.c.Finish(s.r.Intn(2), t, true)
		s.c = nil
		return next
	}
	s.c.Settle(next)
	return next
}

// question asks once and tells when the answer is there.
func (s *solo) question(t clock.Time) clock.Time {
	if s.wait {
		return s.longPoll(t)
	}
	t = s.c.Send(tcp.Client, t, s.ask)
	size := s.answer
	if s.jitter > 0 {
		size += s.r.Intn(s.jitter)
	}
	t = s.c.Send(tcp.Server, t+clock.Time(s.r.Exp(1500)), size)
	if s.full && (t >= s.block || t-s.got > s.renew) {
		t = s.c.Send(tcp.Client, t+clock.Milli, s.ask+s.r.Intn(60))
		t = s.c.Send(tcp.Server, t+clock.Time(s.r.Exp(8000)), s.template.Next(&s.r))
		s.got, s.block = t, s.chain.after(t)
	}
	return t
}

// longPoll answers the question that is held open, at a block or when the template is old, and asks the next.
func (s *solo) longPoll(t clock.Time) clock.Time {
	if s.pending {
		t = s.c.Send(tcp.Server, t+clock.Time(s.r.Exp(8000)), s.template.Next(&s.r))
	}
	t = s.c.Send(tcp.Client, t+clock.Milli, s.ask+64)
	s.block = max(min(s.chain.after(t), t+s.renew), t+100*clock.Milli)
	s.pending = true
	return t
}

// gossip is how a chain's nodes talk with each other.
func gossip(h *chain, r *rng.Rand) acts.Plan {
	fix := func(lo, hi float64) acts.Size { return acts.Size{Med: float64(int(r.Log(lo, hi)))} }
	vary := func(lo, hi float64) acts.Size { return acts.Size{Med: r.Log(lo, hi), Sig: r.Between(0.1, 0.6)} }
	ask := func(from int, g acts.Gap, a, b acts.Size) acts.Loop {
		return acts.Loop{From: from, Every: g, Ask: a, Answer: b, Think: 0.002}
	}
	t := &acts.Talk{Retry: acts.Retry{First: 3, Factor: 2, Most: 600, Patience: 10}, Down: 0.1,
		Life: acts.Expo(r.Log(2000, 150000)), Gap: acts.Heavy(r.Log(3, 120), 1), Closer: r.Intn(2)}
	switch h.style {
	case login:
		t.Hello = []acts.Msg{{From: 0, Size: r.Int(230, 330)}, {From: 1, Size: r.Int(2000, 12000)}}
		every := acts.Every(60, 0.01)
		t.Loops = []acts.Loop{ask(0, every, fix(190, 300), vary(600, 9000)), ask(1, every, fix(190, 300), vary(600, 9000)),
			ask(1, acts.Expo(r.Log(6, 90)), vary(1500, 3500), acts.Size{}), ask(0, acts.Expo(r.Log(10, 120)), vary(1500, 3500), acts.Size{}),
			ask(1, acts.Expo(h.block*2), vary(500, 5000), acts.Size{})}
	case ether:
		t.Hello = []acts.Msg{{From: 0, Size: r.Int(350, 500)}, {From: 1, Size: r.Int(350, 500)}, {From: 0, Size: 220}, {From: 1, Size: 230}}
		t.Loops = []acts.Loop{ask(0, acts.Every(15, 0.03), fix(32, 32), fix(32, 32)), ask(1, acts.Expo(r.Log(4, 30)), vary(150, 1200), acts.Size{}),
			ask(0, acts.Expo(r.Log(8, 60)), vary(120, 900), acts.Size{}), ask(1, acts.Expo(h.block*3), vary(600, 9000), acts.Size{})}
	default:
		t.Hello = []acts.Msg{{From: 0, Size: r.Int(120, 170)}, {From: 1, Size: r.Int(150, 230)}, {From: 0, Size: 24}, {From: 1, Size: r.Int(80, 700)}}
		t.Loops = []acts.Loop{ask(0, acts.Every(120, 0.02), fix(32, 32), fix(32, 32)), ask(1, acts.Every(120, 0.02), fix(32, 32), fix(32, 32)),
			ask(1, acts.Expo(r.Log(5, 60)), vary(61, 500), acts.Size{}), ask(0, acts.Expo(r.Log(8, 90)), vary(61, 300), acts.Size{}),
			ask(0, acts.Expo(r.Log(20, 300)), vary(61, 200), vary(250, 1500)), ask(1, acts.Expo(max(h.block, 10)*1.5), vary(400, 12000), acts.Size{})}
	}
	return t
}
