package mining

import (
	"fmt"

	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// Start lets a host mine. number counts the miners of the run, kind is one of
// pool, solo, proxy and blocked.
func (x *Chains) Start(h *netsim.Host, number int, kind string) {
	d := x.dice
	coin := coins[number%len(coins)]
	size := (number + number/3) % 3
	speed := d.Scale([]float64{1, 2.7, 7.4}[size], []float64{2.7, 7.4, 20}[size])
	way := "plain"
	if number%2 == 1 {
		way = []string{"tls13", "socks", "tls12", "vpn"}[number/2%4]
	}
	if kind == "solo" || kind == "proxy" && way != "tls13" {
		way = "plain"
	}
	if kind == "blocked" && (way == "socks" || way == "vpn") {
		way = "tls13"
	}
	m := miner{Chains: x, host: h, coin: coin, kind: kind, size: []string{"slow", "middle", "fast"}[size],
		way: way, speed: speed, start: -d.Exp(2000), away: h.Away}
	if d.Chance(0.35) { // begins within the run
		m.start = d.Tail(1, x.end/3, 0.3)
	}
	if kind != "proxy" {
		m.away = m.shifts()
	}
	switch kind {
	case "solo":
		m.solo(number)
	case "proxy":
		m.proxy(number)
	case "blocked":
		m.blocked(number)
	default:
		m.pool()
	}
}

// miner is what is decided about mining on a host.
type miner struct {
	*Chains
	host  *netsim.Host
	coin  *Coin
	kind  string
	size  string
	way   string
	speed float64
	start float64
	away  netsim.Spans
}

// shifts says when the miner pauses: most never do, some mine at some hours
// of the day, some whenever nobody looks, some only for a job's length.
func (m *miner) shifts() netsim.Spans {
	s, d := m.host.Away, m.dice
	switch x := d.Float64(); {
	case x < 0.15:
		hours := d.Between(5, 14) * 3600
		for t := m.start + hours; t < m.end; t += netsim.Day {
			s = s.Add(netsim.Span{From: t, To: t + netsim.Day - hours})
		}
	case x < 0.35:
		for t := max(m.start, 0) + 600 + d.Exp(7200); t < m.end; t += d.Tail(600, 40000, 0.7) {
			n := d.Tail(120, 20000, 0.7)
			s = s.Add(netsim.Span{From: t, To: t + n})
			t += n
		}
	}
	return s
}

func (m *miner) label(pool string) *netsim.Label {
	return &netsim.Label{Mining: true, Kind: m.coin.name + "-" + m.way, Fields: []string{
		"kind=" + m.kind, "coin=" + m.coin.name, "pool=" + pool, "size=" + m.size, "transport=" + m.way}}
}

// labels gives the label of each pool, always the same one for the same pool.
func (m *miner) labels() func(*Pool) *netsim.Label {
	known := map[*Pool]*netsim.Label{}
	return func(p *Pool) *netsim.Label {
		if known[p] == nil {
			known[p] = m.label(p.name)
		}
		return known[p]
	}
}

// run starts the program itself.
func (m *miner) run(at float64, body func(*Rig)) {
	r := &Rig{chains: m.Chains, speed: m.speed, way: m.way, retry: m.dice.Scale(3, 40)}
	if m.way == "socks" || m.way == "vpn" {
		r.via = m.places.Server(m.dice.Chance(0.3))
		r.viaTo = dice.Pick(m.dice, 1080, 9050, m.dice.Int(1025, 60000))
		if m.way == "vpn" {
			r.viaTo = dice.Pick(m.dice, 443, 1194, 992, m.dice.Int(1025, 60000))
		}
	}
	m.host.Start(dice.New(m.dice.Uint64()), at, nil, m.away, func(p *netsim.Proc) {
		r.Proc = p
		body(r)
	})
}

// pool mines at one pool, with others to fall back on. Many
// programs give their authors a minute now and then, at another pool.
func (m *miner) pool() {
	all := m.of(m.coin)
	i := m.dice.IntN(len(all))
	pools := []*Pool{all[i], all[(i+1)%len(all)]}
	m.run(m.start, func(r *Rig) { r.mine(pools, m.labels()) })
	if m.way == "socks" || m.way == "vpn" || !m.dice.Chance(0.4) {
		return
	}
	gift := all[(i+2)%len(all)]
	m.run(m.start, func(r *Rig) {
		r.Label = m.label(gift.name)
		length := r.Scale(30, 200)
		for {
			r.Sleep(length * r.Scale(40, 150))
			if c := r.connect(gift); c != nil {
				c.Limit(length)
				r.session(c, gift)
			}
		}
	})
}

// blocked tries pools in vain.
func (m *miner) blocked(number int) {
	policy := []netsim.Policy{netsim.Reject, netsim.Drop, netsim.Refuse}[(number+number/7)%3]
	var pools []*Pool
	for _, p := range m.of(m.coin)[:m.dice.Int(1, 3)] {
		shut := *p
		shut.peers = nil
		for _, q := range p.peers {
			gone := *q
			gone.Policy = policy
			shut.peers = append(shut.peers, &gone)
		}
		pools = append(pools, &shut)
	}
	m.run(m.start, func(r *Rig) { r.mine(pools, m.labels()) })
}

// solo mines at a node.
func (m *miner) solo(number int) {
	node := m.places.Server(m.dice.Chance(0.6))
	port := m.dice.Int(m.coin.ports[0], m.coin.ports[1]) + m.dice.Int(0, 5000)
	label := m.label(fmt.Sprintf("%s-node-%02d", m.coin.name, number))
	m.run(m.start, func(r *Rig) {
		r.Label = label
		m.coin.solo(r, m.coin, node, port)
	})
}
