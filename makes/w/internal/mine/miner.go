package mine

import (
	"fmt"
	"math"

	"makes/w/internal/cover"
	"makes/w/internal/flow"
	"makes/w/internal/rng"
	"makes/w/internal/talk"
	"makes/w/internal/tcp"
	"makes/w/internal/world"
)

// miner is one host that mines.
type miner struct {
	*field
	g         *rng.R
	host      *world.Host
	kind      string
	coin      *coin
	prog      *program
	hash      float64
	size      string
	transport string
	shifts    []span
}

// label is the label of a pair of this miner.
func (m *miner) label(kind, pool, transport string) *flow.Label {
	return &flow.Label{Mining: true, Name: m.coin.name + "-" + transport,
		Rest: fmt.Sprintf("\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", kind, m.coin.name, pool, m.size, transport)}
}

// third names the third of the range of hash rates, by ratio.
func third(ratio float64) string {
	return [...]string{"slow", "middle", "fast"}[min(2, int(3*math.Log(ratio)/math.Log(20)))]
}

func (f *field) newMiner(h *world.Host, kind string, c *coin) *miner {
	g := rng.New(f.w.Seed, "miner", h.Index)
	m := &miner{field: f, g: g, host: h, kind: kind, coin: c}
	ratio := g.Log(1, 19.99)
	m.hash, m.size = c.lo*ratio, third(ratio)
	m.transport = []string{"plain", "tls12", "tls13", "socks", "vpn"}[g.Weighted([]float64{0.46, 0.14, 0.22, 0.09, 0.09})]
	if kind == "blocked" || kind == "solo" || kind == "proxy" {
		m.transport = []string{"plain", "tls12", "tls13"}[g.Weighted([]float64{0.72, 0.1, 0.18})]
	}
	if h.Index >= 8 && kind != "blocked" {
		m.drawShifts()
	}
	return m
}

// drawShifts decides when the program runs: mostly always.
func (m *miner) drawShifts() {
	g, end := m.g, m.w.End
	switch g.Weighted([]float64{0.76, 0.08, 0.04, 0.12}) {
	case 1: // at night
		for day := -1.0; day*86400 < end; day++ {
			from := (day*24 + 20 - m.host.Org.Zone) * 3600
			m.shifts = append(m.shifts, span{from: from, to: from + g.Between(8, 11)*3600})
		}
	case 2: // from some time on
		m.shifts = append(m.shifts, span{from: g.Between(0, 0.7) * end, to: end})
	case 3: // on and off
		for t := -3600.0; t < end; {
			to := t + g.Log(1200, 20000)
			m.shifts = append(m.shifts, span{from: t, to: to})
			t = to + g.Log(300, 9000)
		}
	}
}

// via prepares the ways to pools.
func (m *miner) via(g *rng.R, kind string, client talk.Party, pools []*pool, how string) []*transport {
	var out []*transport
	relay := m.w.Stranger(g, m.host.Org, rng.Pick(g, []talk.Place{talk.World, talk.World, talk.VPC}), []tcp.Family{tcp.Linux})
	inner := rng.Pick(g, []cover.Kind{cover.Plain, cover.Plain, cover.TLS13})
	socks := rng.Pick(g, []uint16{1080, 9050, 1081, 9150, 10808})
	vpn := rng.Pick(g, []uint16{443, 1194, 1194, 8443, 943})
	for _, p := range pools {
		x := &transport{kind: how, g: g.Child(), client: client, path: world.Path(g, p.place), relay: relay, port: socks, inner: inner}
		x.path.Far = tcp.Server
		x.label = m.label(kind, p.name, how)
		if how == "vpn" {
			x.port = vpn
			if len(out) > 0 { // one tunnel for all pools
				out = append(out, out[0])
				continue
			}
		}
		if (how == "socks" || how == "vpn") && len(out) > 0 {
			x.label = out[0].label
		}
		out = append(out, x)
	}
	return out
}

// session prepares a program's work at pools.
func (m *miner) session(kind string, client talk.Party, pools []*pool, how string) *session {
	g := m.g.Child()
	s := &session{g: g, prog: m.prog, pools: pools, hash: m.hash, shifts: m.shifts, lookup: func(float64) {}}
	for _, p := range pools {
		s.sizes = append(s.sizes, measure(p.family, p.coin, p.style, m.prog, rng.New(p.certs, "sizes", m.prog.agent)))
	}
	s.via = m.via(g, kind, client, pools, how)
	s.begin, s.end = m.host.Start(g)-g.Between(0, 1500), min(m.w.End, m.host.Iface.To)
	if m.host.Iface.From > 0 {
		s.begin = m.host.Start(g)
	}
	if client.Iface == m.host.Iface {
		s.lookup = m.w.Lookup(m.host, g)
	}
	return s
}

// finish writes what tunnels still count.
func (s *session) finish() {
	for _, x := range s.via {
		if x.tunnel != nil {
			x.tunnel.idle(s.end)
			x.tunnel.link.Close()
			x.tunnel = nil
		}
	}
}

// atPools mines at pools, with the rounds for the program's author.
func (m *miner) atPools() {
	pools := m.some(m.g, m.coin, m.g.Int(1, 3))
	m.prog = choose(m.g, pools[0].family)
	s := m.session("pool", m.host.Party, pools, m.transport)
	s.play()
	s.finish()
	if m.prog.donation > 0 && (m.transport == "plain" || m.transport[:3] == "tls") && m.g.Chance(0.75) {
		m.donate(pools[0].family)
	}
}

// donate plays the rounds at the pool of the program's author.
func (m *miner) donate(f family) {
	author := m.author[m.coin]
	if author == nil || author.family != f {
		author = m.newPool(rng.New(m.w.Seed, "author "+m.coin.name, int(f)), m.coin, talk.World, nil)
		author.family, author.name, author.outages = f, author.name+"dev", nil
		m.author[m.coin] = author
	}
	s := m.session("donation", m.host.Party, []*pool{author}, m.transport)
	round := m.g.Between(m.prog.round[0], m.prog.round[1])
	var rounds []span
	for t := s.begin + m.prog.donation*m.g.Between(0.3, 1.5); t < s.end; t += m.prog.donation * m.g.Between(0.95, 1.05) {
		if on, _ := s.shift(t); on {
			rounds = append(rounds, span{from: t, to: t + round})
		}
	}
	s.shifts = rounds
	if len(rounds) > 0 {
		s.play()
	}
	s.finish()
}
