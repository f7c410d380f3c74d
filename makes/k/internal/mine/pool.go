package mine

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"makes/k/internal/wire"
)

// World is all there is for miners to connect to.
type World struct {
	pools, donation []*pool
	addr            func(place string) wire.Addr
	end             float64
}

// Label says of a pair of the host that it mines.
type Label struct {
	Remote                            wire.Addr
	Kind, Coin, Pool, Size, Transport string
}

type window struct{ from, to float64 }

// far is one server of a pool.
type far struct {
	wire.End
	path wire.Path
}

// pool is a server of jobs, with its habits.
type pool struct {
	*coin
	*dialect
	name          string
	servers       []far
	spaced        bool // JSON with spaces
	fields        widths
	target        float64 // seconds between shares aimed at, or of a middling miner
	fixed         bool    // one difficulty for all
	first         float64 // ratio of the first difficulty
	retarget      float64
	jobs          []float64 // times of jobs
	think         float64   // until a share is answered
	refuse        float64
	life, idle    float64 // when it closes connections, at the latest and without shares
	bundle        bool    // difficulty and job go in one segment
	keep          bool
	outages       []window
	tlsPort, tls3 bool
}

func between(rng *rand.Rand, lo, hi float64) float64 { return lo * math.Pow(hi/lo, rng.Float64()) }

func whole(rng *rand.Rand, lo, hi int) int { return lo + rng.IntN(hi-lo+1) }

// NewWorld draws the pools for a log of end seconds. Addr returns an unused
// address of a place.
func NewWorld(end float64, addr func(place string) wire.Addr, rng *rand.Rand) *World {
	w := &World{addr: addr, end: end}
	for i := range coins {
		c := &coins[i]
		var blocks []float64
		for t := -1800.; t < end; {
			blocks = append(blocks, t)
			if gap := c.block * rng.ExpFloat64(); c.block > 5 {
				t += gap
			} else {
				t += .2 + .8*gap
			}
		}
		for n := range 2 + c.weight {
			w.pools = append(w.pools, w.newPool(c, fmt.Sprintf("%s-%02d", c.name, n+1), blocks, rng))
		}
		if c.name == "monero" {
			p := w.newPool(c, "monero-donate", blocks, rng)
			p.outages, p.fixed, p.life = nil, true, 0
			w.donation = []*pool{p}
		}
	}
	return w
}

func (w *World) newPool(c *coin, name string, blocks []float64, rng *rand.Rand) *pool {
	p := &pool{coin: c, dialect: dialects[c.dialect[rng.IntN(len(c.dialect))]], name: name, spaced: rng.IntN(3) == 0,
		target: between(rng, 5, 60), fixed: rng.IntN(3) == 0, first: between(rng, .1, 8), retarget: between(rng, 15, 180),
		think: between(rng, .0005, .15), refuse: between(rng, .0005, .04), bundle: rng.IntN(2) == 0, keep: rng.IntN(3) == 0,
		tlsPort: rng.IntN(2) == 0, tls3: rng.IntN(3) > 0}
	p.fields = widths{'j': []int{4, 6, 8, 10, 15, 16, 28, 36, 64}[rng.IntN(9)], 'x': whole(rng, 80, 180), 'y': whole(rng, 100, 520),
		'm': whole(rng, 0, 9), 'D': whole(rng, 2, 9), 'e': 2 * whole(rng, 2, 8)}
	if c.name == "bitcoin" {
		p.fields['m'] = whole(rng, 10, 13)
	}
	refresh := 0.
	if c.refresh[1] > 0 && rng.IntN(4) > 0 {
		refresh = c.refresh[0] + (c.refresh[1]-c.refresh[0])*rng.Float64()
	}
	jitter := .3 * rng.Float64() * float64(rng.IntN(2))
	skip := c.block < 5 && rng.IntN(2) == 0
	for i, b := range blocks {
		if skip && i%2 > 0 {
			continue
		}
		p.jobs = append(p.jobs, b+.3*rng.Float64())
		if i+1 < len(blocks) && refresh > 2 {
			for t := b + refresh; t < blocks[i+1]-1; t += refresh * (1 + jitter*(2*rng.Float64()-1)) {
				p.jobs = append(p.jobs, t)
			}
		}
	}
	slices.Sort(p.jobs)
	if rng.IntN(3) == 0 {
		p.life = between(rng, 1800, 43200)
	}
	if rng.IntN(2) == 0 {
		p.idle = max(120, p.target*between(rng, 15, 60))
	}
	for range rng.IntN(3) * rng.IntN(2) {
		t := w.end * rng.Float64()
		p.outages = append(p.outages, window{t, t + min(between(rng, 10, 2400), w.end/8)})
	}
	port := []int{3333, 4444, 5555, 7777, 3032, 14444, 10128, 443, 80, 8080, 20535, 1010, 3357, 5588, 6060, 9999, 2020, 45700}[rng.IntN(18)]
	p.servers = w.servers("net", whole(rng, 1, 4), port, rng)
	return p
}

func (w *World) servers(place string, n, port int, rng *rand.Rand) []far {
	stack := wire.NewStack(rng)
	var all []far
	for range n {
		f := far{End: wire.End{Addr: w.addr(place), Port: uint16(port), Stack: stack}, path: wire.Far(rng)}
		if place != "net" {
			f.path = wire.Near(rng)
		}
		f.path.Rate *= 4
		all = append(all, f)
	}
	return all
}

// miner is one program that mines.
type miner struct {
	*pool
	host      *wire.Host
	client    wire.End // port 0: any
	layer     wire.Layer
	socks     bool
	w         widths
	power     float64 // 0 to 1 within the coin's hash rates, in ratios
	keepalive float64 // seconds without anything sent
	report    float64 // seconds between reports of the hash rate
	pause     float64 // before another attempt
	patience  float64
	rng       *rand.Rand
	shares    []float64  // when shares are found; drawn if nil
	found     *[]float64 // where to note accepted shares
	spare     *miner     // for when the pool is down
}

func newMiner(h *wire.Host, p *pool, power float64, rng *rand.Rand) *miner {
	m := &miner{pool: p, host: h, client: wire.End{Addr: h.Addr, Stack: h.Stack}, power: power, rng: rng, w: p.fields,
		pause: []float64{1, 3, 5, 5, 5, 10, 10, 15, 30, 60}[rng.IntN(10)], patience: []float64{5, 10, 20, 30, 60}[rng.IntN(5)]}
	m.w['w'], m.w['p'], m.w['a'] = whole(rng, p.wallet[0], p.wallet[1]), whole(rng, 1, 16), whole(rng, 10, 70)
	if p.alive.fixed > 0 && rng.IntN(5) > 0 {
		m.keepalive = []float64{60, 60, 60, 30, 120}[rng.IntN(5)]
	}
	if p.rate.fixed > 0 && rng.IntN(3) > 0 {
		m.report = []float64{10, 20, 30, 60, 60, 120}[rng.IntN(6)]
	}
	return m
}

// transports are those a miner may choose from.
var transports = []string{"plain", "plain", "plain", "plain", "tls", "tls", "tls", "socks", "vpn"}

// through has the miner use a transport, and returns its name.
func (m *miner) through(w *World, transport string) string {
	switch transport {
	case "tls":
		q := *m.pool
		m.pool, m.layer, transport = &q, wire.TLS12, "tls12"
		if m.tls3 {
			m.layer, transport = wire.TLS13, "tls13"
		}
		q.servers = slices.Clone(q.servers)
		for i := range q.servers {
			if q.servers[i].Port++; m.tlsPort {
				q.servers[i].Port = 443
			}
		}
	case "socks", "vpn":
		q := *m.pool
		m.pool = &q
		m.socks = transport == "socks"
		port := []int{1080, 9050, 1081, 10808}[m.rng.IntN(4)]
		if !m.socks {
			m.layer, port = wire.VPN, []int{443, 1194, 8443}[m.rng.IntN(3)]
			if m.rng.IntN(2) == 0 {
				m.layer, port = wire.SSH, []int{22, 22, 443, 2222}[m.rng.IntN(4)]
			}
		}
		q.servers = w.servers("net", 1, port, m.rng)
	}
	return transport
}

// run mines from one time to another, whatever happens.
func (m *miner) run(from, to float64) {
	at := m.rng.IntN(len(m.servers))
	for t := from; t < to; {
		c := m.connect(at)
		end := to
		down := 0. // until when
		for _, o := range m.outages {
			if o.from <= t && t < o.to {
				down = o.to
			} else if o.from > t {
				end = min(end, o.from)
			}
		}
		if down > 0 {
			t = c.Dial(t, []wire.Outcome{wire.Refused, wire.Dead}[int(down)%2], m.patience) + m.pause
			if m.spare != nil && t < down {
				m.spare.run(t, min(down, to))
				t = max(t, down)
			}
			at = m.rng.IntN(len(m.servers))
			continue
		}
		t = m.session(c, m.open(c, t), end) + m.pause
	}
}

func (m *miner) connect(at int) *wire.Conn {
	client := m.client
	if client.Port = m.host.Log.Ephemeral(); client.Addr != m.host.Addr {
		client.Port = uint16(whole(m.rng, 32768, 60999))
	}
	s := m.servers[at]
	return wire.NewConn(m.host.Log, wire.TCP, client, s.End, s.path, m.keep, m.rng)
}

func (m *miner) say(c *wire.Conn, t float64, d int, forms ...*form) float64 {
	n := 0
	for _, f := range forms {
		n += f.length(&m.w, m.spaced && d == 1, m.rng)
	}
	return c.Send(t, d, n)
}

// open connects and logs in.
func (m *miner) open(c *wire.Conn, t float64) float64 {
	t = c.Dial(t, wire.Open, 0)
	if m.socks {
		for i, n := range []int{3, 2, 10 + m.rng.IntN(24), 10} {
			t = c.Send(t+.005*float64(i), i%2, n)
		}
	}
	t = c.Secure(t, m.layer, false)
	if m.layer == wire.VPN {
		t = c.Send(t, 0, 8)
	}
	for i := range m.login {
		t = m.say(c, t+m.think*float64(i%2), i%2, &m.login[i])
	}
	m.w['d'] = len(m.login) / 2
	if m.login[len(m.login)-1].fixed < 250 {
		t = m.grant(c, t)
	}
	return t
}

// grant sends a difficulty and a job.
func (m *miner) grant(c *wire.Conn, t float64) float64 {
	if m.diff.fixed == 0 {
		return m.say(c, t, 1, &m.job)
	}
	if m.bundle {
		return m.say(c, t, 1, &m.diff, &m.job)
	}
	return m.say(c, m.say(c, t, 1, &m.diff), 1, &m.job)
}

// session mines over one connection from t to end, or until the pool closes
// it, and returns when it ends.
func (m *miner) session(c *wire.Conn, t, end float64) float64 {
	kicked := false
	if m.life > 0 && t+m.life < end {
		kicked = true
		end = t + m.life*(.9+.1*m.rng.Float64())
	}
	scale := math.Pow(20, .5-m.power)
	gap := m.target * scale
	retarget := math.Inf(1)
	if !m.fixed {
		gap *= m.first
		retarget = t + m.retarget
	}
	gap = max(gap, .2)
	job := sort.SearchFloat64s(m.jobs, t)
	next := sort.SearchFloat64s(m.shares, t)
	share := t + gap*m.rng.ExpFloat64()
	sent, got, jobbed := t, t, t
	report := t + m.report*m.rng.Float64()
	if m.report == 0 {
		report = math.Inf(1)
	}
	for {
		if m.shares != nil {
			if share = math.Inf(1); next < len(m.shares) {
				share = m.shares[next]
			}
		}
		at, what := share, 0
		if job < len(m.jobs) && m.jobs[job] < at {
			at, what = m.jobs[job], 1
		}
		if k := sent + m.keepalive; m.keepalive > 0 && k < at {
			at, what = k, 2
		}
		if report < at {
			at, what = report, 3
		}
		if retarget < at {
			at, what = retarget, 4
		}
		if k := got + m.idle; m.idle > 0 && k < min(at, end) {
			c.Close(k, 1)
			return k
		}
		if at >= end {
			break
		}
		t = max(t, at)
		switch what {
		case 0:
			next++
			m.w['d']++
			t = m.say(c, t, 0, &m.share)
			sent, got = t, t
			think, answer := m.think*(.7+.6*m.rng.Float64()), &m.accepted
			if m.rng.Float64() < m.refuse || t-jobbed < 2*think {
				answer = &m.refused
			} else if m.found != nil {
				*m.found = append(*m.found, t)
			}
			t = m.say(c, t+think, 1, answer)
			share = at + max(gap*m.rng.ExpFloat64(), .001)
		case 1:
			job++
			t = m.say(c, t, 1, &m.job)
			jobbed = t
		case 2, 3:
			m.w['d']++
			ask, answer := &m.alive, &m.living
			if what == 3 {
				ask, answer = &m.rate, &m.accepted
				report += m.report
			}
			t = m.say(c, t, 0, ask)
			sent = t
			t = m.say(c, t+m.think, 1, answer)
		case 4:
			retarget = t + m.retarget*(.8+.4*m.rng.Float64())
			if r := m.target / gap; r < .7 || r > 1.4 {
				gap *= min(4, max(.25, r*(.8+.4*m.rng.Float64())))
				t = m.grant(c, t)
				share = t + gap*m.rng.ExpFloat64()
			}
		}
	}
	t = max(t, end)
	switch m.rng.IntN(3) {
	case 0:
		c.Abort(t, 1)
	case 1:
		if !kicked {
			return c.Vanish(t, m.share.length(&m.w, false, m.rng), 60)
		}
		fallthrough
	default:
		c.Close(t, 1)
	}
	return t
}
