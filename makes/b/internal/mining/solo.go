package mining

import (
	"fmt"

	"makes/b/internal/wire"
)

// node is how a solo miner gets work from a coin's node.
type node struct {
	coin    string
	ports   []uint16
	poll    span // seconds between questions
	probe   span // bytes of a question and
	status  span // of the answer when nothing is new
	request span // bytes to ask for a template, 0 if polls return it
	work    span // bytes of a template
	pushes  bool // the node announces templates by itself
	longest bool // the miner also asks at every block by long poll
}

func nodes() []node {
	return []node{
		{coin: "monero", ports: []uint16{18081, 18089, 18083}, poll: span{0.5, 5},
			probe: span{70, 260}, status: span{170, 420}, request: span{240, 400}, work: span{1200, 14000}},
		{coin: "bitcoin", ports: []uint16{8332, 8332, 18443}, poll: span{5, 60},
			probe: span{230, 420}, status: span{30000, 2500000}, longest: true},
		{coin: "etc", ports: []uint16{8545, 8545, 8547}, poll: span{0.2, 3},
			probe: span{180, 300}, status: span{360, 480}},
		{coin: "verus", ports: []uint16{27486}, poll: span{2, 15},
			probe: span{230, 380}, status: span{5000, 60000}, longest: true},
		{coin: "kaspa", ports: []uint16{16110, 16110, 26110}, poll: span{0.1, 1},
			probe: span{20, 60}, status: span{500, 20000}, pushes: true},
		{coin: "zephyr", ports: []uint16{17767}, poll: span{0.5, 5},
			probe: span{70, 260}, status: span{170, 420}, request: span{240, 400}, work: span{900, 6000}},
		{coin: "litecoin", ports: []uint16{9332}, poll: span{3, 30},
			probe: span{230, 420}, status: span{10000, 400000}, longest: true},
		{coin: "raptoreum", ports: []uint16{10225, 9998}, poll: span{2, 20},
			probe: span{230, 420}, status: span{2500, 40000}, longest: true},
		{coin: "alephium", ports: []uint16{10973}, poll: span{0.5, 8},
			probe: span{0, 0}, status: span{6000, 40000}, pushes: true},
	}
}

// solo is a miner at a node.
type solo struct {
	node
	rig    *rig
	chain  chain
	peer   *wire.Peer
	port   uint16
	sec    wire.Security
	fresh  bool // a connection for every question
	period float64
	probe  int
	status int
	work   int
}

func newSolo(w *wire.World, r wire.Rand, n node, h *wire.Host, all map[string]chain) *solo {
	s := &solo{
		node: n, rig: newRig(r, w.End, h.Zone), chain: all[n.coin],
		peer: w.Reserve(r.Chance(0.5)), port: wire.Pick(r, n.ports...),
		fresh:  !n.pushes && r.Chance(0.35),
		period: r.Wide(n.poll.low, n.poll.high),
		probe:  int(r.Between(n.probe.low, n.probe.high)),
		status: int(r.Wide(n.status.low, n.status.high)),
	}
	if n.request.high > 0 {
		s.work = int(r.Wide(n.work.low, n.work.high))
	}
	if r.Chance(0.2) {
		s.sec = wire.TLS13
	}
	return s
}

func (s *solo) run(p *wire.Proc) {
	name := tlsName(s.sec)
	p.Label = wire.Label{Mining: true, Kind: s.coin + "-" + name,
		Extra: fmt.Sprintf("kind=solo\tcoin=%s\tpool=%s-node\tsize=%s\ttransport=%s", s.coin, s.coin, s.rig.size(), name)}
	for _, t := range s.rig.on {
		p.Now = max(p.Now, t.from)
		for p.Now < min(t.to, p.End) {
			if s.fresh {
				s.knocking(p, t.to)
			} else {
				s.staying(p, min(t.to, p.Now+p.Exp(12*3600)))
			}
			p.Wait(p.Between(1, 20))
		}
	}
}

// duties of a miner with a way to ask the node something.
func (s *solo) duties(p *wire.Proc, ask func(request, answer int)) []wire.Duty {
	template := func() {
		if s.work > 0 {
			ask(p.Int(int(s.request.low), int(s.request.high)), p.Size(float64(s.work), 0.2))
		} else {
			ask(s.probe, p.Size(float64(s.status), 0.25))
		}
	}
	ds := []wire.Duty{
		p.Randomly(30*3600/s.rig.full, func() { ask(s.probe+p.Size(3000, 1), p.Int(120, 250)) }), // a block found
	}
	if s.work > 0 || s.longest {
		ds = append(ds, wire.Duty{Gap: func() float64 { return s.chain.gap(p.Now) + p.Exp(1) }, Do: template})
	}
	if !s.pushes {
		ds = append(ds, p.Every(s.period, 0.02, func() { ask(s.probe, p.Size(float64(s.status), 0.02)) }))
	}
	return ds
}

func (s *solo) knocking(p *wire.Proc, until float64) {
	p.Run(until, s.duties(p, func(request, answer int) {
		c := p.Dial(s.peer, s.port, s.sec)
		c.Ask(request, p.Exp(s.peer.Slow), answer)
		c.Hangup()
	})...)
}

func (s *solo) staying(p *wire.Proc, until float64) {
	c := p.Dial(s.peer, s.port, s.sec)
	c.Send(p.Int(60, 200))
	ds := s.duties(p, func(request, answer int) { c.Ask(request, p.Exp(s.peer.Slow), answer) })
	if s.pushes {
		ds = append(ds, p.Every(s.period, 0.5, func() {
			if s.probe == 0 {
				c.Recv(p.Size(float64(s.status), 0.05))
				return
			}
			c.Recv(s.probe)
			c.Ask(s.probe, p.Exp(s.peer.Slow), p.Size(float64(s.status), 0.3))
		}))
	}
	p.Run(until, ds...)
	c.Close()
}
