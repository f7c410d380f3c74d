package mining

import (
	"makes/x/internal/chain"
	"makes/x/internal/layer"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/talk"
	"makes/x/internal/tcp"
)

// pool hands out work and takes shares. Proxies are pools too, to those who
// mine at them.
type pool struct {
	index    int
	name     string
	coin     *Coin
	place    site.Where
	addrs    []uint32
	stack    *tcp.Stack
	ports    map[bool][]uint16 // by whether TLS is spoken there
	say      messages
	jobs     []chain.Job
	share    float64 // seconds between shares that difficulty aims at
	fixed    float64 // difficulty that never changes, 0 if it does
	start    float64
	least    float64
	retarget float64 // seconds between changes
	variance float64
	jump     float64
	timed    bool // difficulty also changes without shares
	think    float64
	kick     float64 // seconds without a share after which it hangs up
	ping     float64
	bad      float64 // share of shares refused
	both     bool    // a new difficulty comes with new work
	recalls  bool    // the difficulty of a worker is kept for its next session
	keep     float64 // TCP keep-alive
	suites   map[string]*layer.Suite
	outages  []outage
}

type outage struct {
	from, to float64
	way      talk.Way
	blunt    bool // ends connections with a RST or without a word
}

var syllables = []string{
	"al", "ber", "cor", "dun", "el", "fen", "gar", "hol", "is", "jor", "kel", "lum",
	"mor", "nor", "os", "per", "quil", "ros", "sel", "tor", "um", "ver", "wes", "yar", "zin",
}

func newName(r *rnd.Rand) string {
	s := ""
	for range r.Int(2, 3) {
		s += rnd.Pick(r, syllables)
	}
	return s + rnd.Pick(r, []string{"pool", "mine", "hash", "dig", "-pool", "hub"})
}

// newPool draws a pool for a currency with the given block times.
func newPool(seed uint64, index int, c *Coin, blocks []float64, until float64) *pool {
	r := rnd.New(seed, "pool", index)
	p := &pool{
		index: index, name: newName(r), coin: c, say: c.talk(r), stack: &tcp.Linux,
		think: r.Log(0.0005, 0.05), bad: r.Log(0.001, 0.03), both: r.Chance(0.4), recalls: r.Chance(0.3),
		suites: map[string]*layer.Suite{"tls12": layer.NewSuite(r, false), "tls13": layer.NewSuite(r, true)},
	}
	p.place = rnd.Pick(r, []site.Where{site.World, site.World, site.World, site.World, site.Cloud, site.Edge})
	for range r.Int(1, 4) {
		p.addrs = append(p.addrs, site.Public(r, p.place))
	}
	if r.Chance(0.25) {
		p.stack = tcp.Server(r)
	}
	p.ports = map[bool][]uint16{
		false: {rnd.Pick(r, []uint16{3333, 4444, 5555, 7777, 14444, 10128, 80, 8080, 1314, 3032, 20535, 25, 53, 443})},
		true:  {rnd.Pick(r, []uint16{443, 443, 9000, 5555, 20128, 14433, 3443, 8443, 995})},
	}
	if r.Chance(0.5) {
		p.ports[false] = append(p.ports[false], uint16(r.Int(2000, 20000)))
	}
	p.difficulty(r)
	refresh := 0.0
	if r.Chance(0.65) {
		refresh = r.Log(10, 90)
	}
	gap := 0.0
	if c.Block < 20 {
		gap = r.Log(0.3, 4)
	}
	p.jobs = chain.Jobs(r, blocks, r.Log(0.05, 2.5), refresh, gap, -3600, until)
	if r.Chance(0.4) {
		p.kick = r.Log(180, 1800)
	}
	if p.say.ping > 0 && r.Chance(0.25) {
		p.ping = r.Log(20, 120)
	}
	if r.Chance(0.4) {
		p.keep = rnd.Pick(r, []float64{30, 60, 60, 120, 300, 7200})
	}
	for t := -3600 + r.Exp(30*3600); t < until; t += r.Exp(30 * 3600) {
		o := outage{from: t, to: t + r.Log(0.5, 1500), blunt: r.Chance(0.5), way: talk.Refuse}
		if r.Chance(0.4) {
			o.way = talk.Silence
		}
		p.outages = append(p.outages, o)
		t = o.to
	}
	return p
}

// difficulty draws how a pool sets its difficulty, in hashes per share.
func (p *pool) difficulty(r *rnd.Rand) {
	middle := p.coin.Slow * 4.5
	p.share = rnd.Pick(r, []float64{3.5, 5, 7, 10, 10, 12, 15, 15, 20, 20, 30, 30, 40, 60})
	p.start = middle * p.share * r.Log(0.08, 6)
	p.least = middle * r.Log(0.3, 10)
	p.retarget = rnd.Pick(r, []float64{15, 30, 60, 60, 90, 120, 300})
	p.variance = r.Between(0.15, 0.5)
	p.jump = rnd.Pick(r, []float64{1.5, 2, 4, 10})
	p.timed = r.Chance(0.6)
	if r.Chance(0.22) {
		p.fixed = middle * r.Log(8, 140)
		p.start = p.fixed
	}
}

// down gives the outage at t, if there is one, and when it ends or else when the
// next one begins.
func (p *pool) down(t float64) (now *outage, next float64) {
	for i := range p.outages {
		o := &p.outages[i]
		if t < o.from {
			return nil, o.from
		}
		if t < o.to {
			return o, o.to
		}
	}
	return nil, never
}

// peer is one of the pool's addresses as seen from a network.
func (p *pool) peer(seed uint64, v *site.Network, i int) site.Peer {
	r := rnd.New(seed, "pool path", v.Index*100000+p.index*16+i)
	peer := v.Peer(r, p.place)
	peer.Addr, peer.Stack = p.addrs[i], p.stack
	return peer
}
