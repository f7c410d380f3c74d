package mine

import (
	"makes/w/internal/cover"
	"makes/w/internal/flow"
	"makes/w/internal/kinds"
	"makes/w/internal/rng"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
	"makes/w/internal/world"
)

// pollStyle is how a miner asks a node of a chain for work.
type pollStyle uint8

const (
	templatePoll  pollStyle = iota // getblocktemplate
	daemonPoll                     // height and template of a CryptoNote daemon
	workPoll                       // eth_getWork
	candidatePoll                  // a REST call
	streamPoll                     // gRPC with notifications
)

func flat(lo, hi float64) rng.Range      { return rng.Range{Lo: lo, Hi: hi} }
func spread(lo, hi, s float64) rng.Range { return rng.Range{Lo: lo, Hi: hi, Spread: s} }
func ask(how talk.Timing, every, size, reply rng.Range) talk.Talk {
	return talk.Talk{How: how, Every: every, Size: size, Reply: reply, Think: spread(0.0005, 0.02, 0.5)}
}

// soloSpec describes the conversation of a solo miner with its node.
func soloSpec(g *rng.R, c *coin) *talk.Spec {
	sp := &talk.Spec{Name: "solo", At: talk.VPC, Hold: g.Chance(0.75), Retry: talk.Retry{Wait: flat(5, 30), Patience: flat(5, 30)}}
	if !sp.Hold && g.Chance(0.4) {
		sp.Linger = flat(2, 60)
	}
	fresh := flat(max(c.block, 2), max(c.block, 2))
	switch c.poll {
	case daemonPoll:
		sp.Ports = []uint16{18081, 18089, 17767, 34568, 11898}
		sp.Talks = append(sp.Talks, ask(talk.Steady, flat(1, 3), spread(70, 180, 0.02), spread(130, 330, 0.02)),
			ask(talk.Random, fresh, spread(210, 330, 0.02), spread(1200, 2900, 0.3)))
		if g.Chance(0.7) {
			sp.Talks = append(sp.Talks, ask(talk.Steady, flat(10, 20), spread(210, 330, 0.02), spread(1200, 2900, 0.3)))
		}
	case workPoll:
		sp.Ports = []uint16{8545, 8588, 12539}
		sp.Talks = append(sp.Talks, ask(talk.Steady, flat(0.4, 5), spread(170, 260, 0.02), spread(360, 480, 0.02)),
			ask(talk.Steady, flat(10, 60), spread(300, 420, 0.01), spread(140, 190, 0.02)))
	case candidatePoll:
		sp.Ports = []uint16{9053, 10000, 9052}
		sp.Talks = append(sp.Talks, ask(talk.Steady, flat(0.5, 5), spread(90, 190, 0.02), spread(420, 800, 0.02)))
	case streamPoll:
		sp.Ports, sp.Hold = []uint16{16110, 10973, 13110}, true
		sp.Talks = append(sp.Talks, talk.Talk{From: tcp.Server, How: talk.Random, Every: flat(max(c.block, 0.8), 3*max(c.block, 0.8)), Size: flat(20, 40)},
			ask(talk.Random, flat(max(c.block, 0.8), 3*max(c.block, 0.8)), spread(90, 140, 0.02), spread(1600, 9000, 0.5)))
		if g.Chance(0.5) {
			sp.Talks = append(sp.Talks, ask(talk.Steady, flat(10, 60), flat(40, 60), flat(60, 120)))
		}
	default:
		sp.Ports = []uint16{8332, 9332, 9766, 8232, 27486, 14022}
		full := spread(1500, 40000, 0.4)
		if c.branches[0] >= 5 {
			full = spread(40000, 1.6e6, 0.4)
		}
		sp.Talks = append(sp.Talks, ask(talk.Steady, flat(4, 30), spread(230, 380, 0.02), full))
		switch {
		case g.Chance(0.4): // long poll, answered by the next block
			long := ask(talk.After, flat(0.05, 1), spread(330, 450, 0.02), full)
			long.Think = spread(c.block*0.4, c.block*0.8, 0.7)
			sp.Talks = []talk.Talk{long}
			sp.Hold = true
		case g.Chance(0.7):
			sp.Talks = append(sp.Talks, ask(talk.Steady, flat(0.5, 5), spread(190, 260, 0.02), spread(160, 260, 0.02)))
		}
		if g.Chance(0.4) {
			sp.Talks = append(sp.Talks, ask(talk.Steady, flat(15, 60), spread(190, 250, 0.02), spread(500, 900, 0.02)))
		}
	}
	sp.Talks = append(sp.Talks, ask(talk.Random, flat(9000, 90000), spread(600, 9000, 0.4), flat(120, 160)))
	return sp
}

// solo asks a node for work, and may run a node besides.
func (m *miner) solo() {
	g := m.g
	place := rng.Pick(g, []talk.Place{talk.VPC, talk.VPC, talk.World, talk.Partner})
	if m.transport != "plain" {
		place = talk.World
	}
	sp := soloSpec(g, m.coin)
	switch m.transport {
	case "tls12":
		sp.Covers = []cover.Kind{cover.TLS12}
	case "tls13":
		sp.Covers = []cover.Kind{cover.TLS13}
	}
	server := m.w.Stranger(g, m.host.Org, place, []tcp.Family{tcp.Linux})
	m.visit(sp, server, place, m.label("solo", "own-node-"+m.coin.name, m.transport))
	if g.Chance(0.35) {
		m.node()
	}
}

// node runs a node of the chain, with its peers.
func (m *miner) node() {
	kind := "bitcoin-peer"
	switch m.coin.poll {
	case daemonPoll:
		kind = "monero-peer"
	case workPoll:
		kind = "ethereum-peer"
	case candidatePoll, streamPoll:
		kind = "content-swarm-peer"
	}
	sp := *kinds.ByName(kind)
	sp.Addrs = rng.Range{}
	label := m.label("node", "peers-"+m.coin.name, "plain")
	for range m.g.Int(4, 14) {
		m.visit(&sp, m.w.Stranger(m.g, m.host.Org, talk.World, nil), talk.World, label)
	}
}

func (m *miner) visit(sp *talk.Spec, server talk.Party, place talk.Place, label *flow.Label) {
	g := m.g.Child()
	s := talk.Tune(g, sp, []talk.Party{server}, m.w.End)
	s.Label, s.Zone = label, m.host.Org.Zone
	start, end := m.host.Start(g), min(m.w.End, m.host.Iface.To)
	path := world.Path(g, place)
	if len(m.shifts) == 0 {
		talk.Play(talk.Visit{Service: s, Client: m.host.Party, Path: path, G: g, From: start, End: end})
		return
	}
	for _, w := range m.shifts {
		if from, to := max(start, w.from), min(end, w.to); from < to {
			talk.Play(talk.Visit{Service: s, Client: m.host.Party, Path: path, G: g.Child(), From: from, End: to})
		}
	}
}
