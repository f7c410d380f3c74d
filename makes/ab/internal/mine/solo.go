package mine

import (
	"makes/ab/internal/flow"
	"makes/ab/internal/rng"
	"makes/ab/internal/talk"
	"makes/ab/internal/tcp"
)

// daemon is how a coin's own node is asked for work.
type daemon struct {
	coin  int // index of coins
	port  int
	parts []talk.Gene
	node  []talk.Gene // what nodes say to each other
	peers uint16      // the port for that
}

// bitcoind, monerod and geth, and what has come of them.
var (
	bitcoinNode = []talk.Gene{
		talk.On(talk.Any(3, 25), talk.Some(talk.Say(talk.U(talk.Steps(61, 36, 20)), talk.D(talk.Steps(61, 36, 6))), talk.Say(talk.D(talk.Steps(61, 36, 12)), talk.U(talk.Steps(61, 36, 6)), talk.D(talk.Wide(250, 2000))))),
		talk.On(talk.Tick(120), talk.Ask(talk.Same(32, 32), talk.Same(32, 32))),
		talk.On(talk.Cast(500, 600), talk.Say(talk.D(talk.Wide(9000, 40000)), talk.U(talk.Wide(60, 900)))),
	}
	moneroNode = []talk.Gene{
		talk.On(talk.Tick(60), talk.Ask(talk.Near(160, 260), talk.Near(180, 1500))),
		talk.On(talk.Any(4, 60), talk.Some(talk.Tell(talk.Wide(1500, 7000)), talk.Note(talk.Wide(1500, 7000)))),
		talk.On(talk.Cast(100, 130), talk.Some(talk.Note(talk.Near(900, 3000)), talk.Tell(talk.Near(900, 3000)))),
	}
	template = talk.Ask(talk.Near(180, 330), talk.Wide(3000, 400000))
	small    = talk.Ask(talk.Near(200, 380), talk.Near(700, 2600))
	height   = talk.Ask(talk.Near(120, 260), talk.Near(180, 1400))
	found    = talk.Ask(talk.Near(700, 4000), talk.Near(120, 220))
)

var daemons = []daemon{
	{0, 18081, []talk.Gene{talk.Loop(talk.Sway(1, 1, 2, 5), height), talk.On(talk.Any(15, 120), small), talk.On(talk.Any(20000, 90000), found)}, moneroNode, 18080},
	{0, 18081, []talk.Gene{talk.Loop(talk.Sway(1, 2, 10, 30), small), talk.On(talk.Any(20000, 90000), found)}, moneroNode, 18080},
	{12, 17767, []talk.Gene{talk.Loop(talk.Tick(1, 2, 5), small)}, moneroNode, 17767},
	{13, 34568, []talk.Gene{talk.Loop(talk.Tick(1, 3, 10), height), talk.Loop(talk.Sway(20, 60), small)}, moneroNode, 34567},
	{1, 8332, []talk.Gene{talk.Loop(talk.Sway(5, 10, 30, 60), template)}, bitcoinNode, 8333},
	{1, 8332, []talk.Gene{talk.Hold(talk.Near(200, 300), talk.Wide(30000, 600000), talk.Wide(30000, 600000), talk.Any(400, 700), 60, 90)}, bitcoinNode, 8333},
	{6, 9332, []talk.Gene{talk.Loop(talk.Sway(2, 5, 10, 30), template)}, bitcoinNode, 9333},
	{24, 22555, []talk.Gene{talk.Loop(talk.Sway(5, 10), small), talk.On(talk.Any(60, 900), found)}, bitcoinNode, 22556},
	{33, 9998, []talk.Gene{talk.Loop(talk.Sway(5, 15, 30), template)}, bitcoinNode, 9999},
	// getwork: a poll every few seconds, and shares as calls of their own.
	{36, 14022, []talk.Gene{talk.Loop(talk.Sway(2, 5, 15), talk.Ask(talk.Near(150, 260), talk.Near(500, 780))), talk.On(talk.Any(20, 300), talk.Ask(talk.Near(420, 560), talk.Near(150, 260)))}, bitcoinNode, 12024},
	{3, 8545, []talk.Gene{talk.Loop(talk.Tick(0.5, 1, 2), talk.Ask(talk.Near(150, 240), talk.Near(330, 480))), talk.On(talk.Any(30, 600), talk.Ask(talk.Near(350, 450), talk.Near(140, 190))), talk.On(talk.Tick(10, 60), talk.Ask(talk.Near(280, 360), talk.Near(140, 190)))}, nil, 0},
	{34, 9109, []talk.Gene{talk.On(talk.Cast(20, 90), talk.Note(talk.Near(700, 900))), talk.On(talk.Any(900, 9000), found)}, bitcoinNode, 9108},
	// Kaspa's and Alephium's nodes push over gRPC and a binary line.
	{4, 16110, []talk.Gene{talk.On(talk.Cast(0.5, 1.5), talk.Say(talk.D(talk.Near(20, 60)), talk.U(talk.Near(90, 130)), talk.D(talk.Wide(1500, 9000))))}, nil, 0},
	{10, 10973, []talk.Gene{talk.On(talk.Cast(1, 6), talk.Note(talk.Near(6000, 16000))), talk.On(talk.Any(200, 4000), talk.Ask(talk.Near(500, 2500), talk.Same(16, 20)))}, nil, 0},
	{9, 9053, []talk.Gene{talk.Loop(talk.Tick(0.5, 1, 2), talk.Ask(talk.Near(110, 190), talk.Near(300, 460)))}, nil, 0},
	{19, 3416, []talk.Gene{talk.On(talk.Any(15, 60), talk.Note(talk.Near(560, 760))), talk.On(talk.Tick(30, 60), talk.Ask(talk.Near(60, 80), talk.Near(60, 80))), talk.On(talk.Any(200, 4000), talk.Ask(talk.Near(480, 640), talk.Near(60, 120)))}, nil, 0},
}

// solo is a miner at a daemon, or one whose node is on the same host: then
// only the node's peers are seen.
func (p *plan) solo(iface int) {
	r := p.s.R
	d := daemons[r.N(len(daemons))]
	q := &pool{name: coins[d.coin].name + "-solo", coin: &coins[d.coin], outage: [2]float64{-1, -1}, seed: r.Bits()}
	g := newRig(r)
	if d.node != nil && r.P(0.3) {
		for range r.Between(6, 14) {
			l := p.open(iface, "node", q, g, talk.Draw(r, 'p'), []uint32{p.s.Outside()}, d.peers, r.Log(0.01, 0.25))
			l.ask(d.node, r.Log(0.3, 60))
		}
		// Beside it a daemon is still asked, if only by a wallet's host.
	}
	addr, rtt := p.s.Inside(), r.Log(0.0003, 0.01)
	if r.P(0.4) {
		addr, rtt = p.s.Outside(), r.Log(0.01, 0.2)
	}
	letter := rng.Of[byte](r, 'p', 'p', 'p', 't')
	p.open(iface, "solo", q, g, talk.Draw(r, letter), []uint32{addr}, uint16(d.port), rtt).ask(d.parts, r.Log(0.1, 90))
}

// ask keeps connections of about so many hours on which parts run.
func (l *line) ask(genes []talk.Gene, hours float64) {
	var parts []talk.Part
	for _, g := range genes {
		parts = append(parts, g(l.r))
	}
	horizon := l.s.Log.Seconds
	warm := l.r.P(0.9)
	for t := 0.0; t < horizon; {
		c := l.conn(l.server[0], flow.Accept)
		s := &talk.Sess{R: l.r, Conn: c, Frame: l.frame, Began: t, Seed: l.p.seed}
		begun := t
		if warm {
			c.Settle(-1)
		} else {
			begun = s.Greet(c.Open(t))
		}
		for _, part := range parts {
			part(s, begun, warm)
		}
		warm = false
		t = s.Run(min(horizon, t+l.r.Exp(hours*3600)+20), horizon, 0, l.r.N(2), tcp.Fin) + l.g.pause(l.r, 0)
	}
}
