package mine

import (
	"fmt"
	"math"
	"math/rand/v2"

	"makes/t/internal/apps"
	"makes/t/internal/wire"
)

// messages are a coin's messages, compiled.
type messages struct {
	login                                                       []template
	fromMiner                                                   []bool
	job                                                         []template
	diff, submit, accept, refuse, keep, kept, report, got, ping template
}

// Pool is a pool of one coin, with habits of its own.
type Pool struct {
	Name  string
	Coin  string
	Addrs []uint32

	coin               *coin
	text               *messages
	named              fields
	ports              []uint16
	path               wire.Path
	stack              wire.Stack
	target, fixed      float64 // seconds between shares: aimed at, or of the slowest miner at a fixed difficulty
	retarget, answer   float64 // seconds between adjustments, and until an answer
	refresh, smallest  float64 // time between jobs: of renewal, and at least
	idleKick, life     float64 // seconds until a connection is closed
	ping, keep, report float64 // periods of signs of life
	stale, down        float64 // share of refused shares; outages a day
	spaced             bool    // JSON with spaces
	extraDiff          bool    // difficulty with every job
	onlyOnBlock, noFIN bool
}

func logUniform(r *rand.Rand, lo, hi float64) float64 { return lo * math.Pow(hi/lo, r.Float64()) }

func (c *coin) messages() *messages {
	t := &messages{diff: compile(c.diff), submit: compile(c.submit), accept: compile(c.accept), refuse: compile(c.refuse), keep: compile(c.keep), kept: compile(c.kept),
		report: compile(c.report), got: compile(c.got), ping: compile(`{"id":⟨n1-3⟩,"method":"mining.ping","params":[]}`)}
	for _, s := range c.login {
		t.login, t.fromMiner = append(t.login, compile(s[1:])), append(t.fromMiner, s[0] == '>')
	}
	for _, s := range c.job {
		t.job = append(t.job, compile(s))
	}
	return t
}

// NewPools draws the pools of all coins; addr gives a new public address.
func NewPools(r *rand.Rand, addr func() uint32) [][]*Pool {
	all := make([][]*Pool, len(coins))
	for i := range coins {
		c := &coins[i]
		text := c.messages()
		for k := range 5 + r.IntN(6) {
			p := newPool(r, c, text)
			p.Name = fmt.Sprintf("%s-%02d", c.name, k)
			for range 1 + r.IntN(4) {
				p.Addrs = append(p.Addrs, addr())
			}
			all[i] = append(all[i], p)
		}
	}
	return all
}

func newPool(r *rand.Rand, c *coin, text *messages) *Pool {
	p := &Pool{Coin: c.name, coin: c, text: text, spaced: r.Float64() < 0.35, retarget: logUniform(r, 20, 300), stale: logUniform(r, 0.001, 0.03),
		smallest: logUniform(r, 0.4, 4), stack: wire.RandomStack(r), path: wire.Path{RTT: logUniform(r, 0.004, 0.28), Loss: logUniform(r, 1e-5, 8e-3)},
		answer: logUniform(r, 0.0005, 0.08), extraDiff: r.Float64() < 0.12, noFIN: r.Float64() < 0.4}
	p.stack.MSS = min(p.stack.MSS, 1460)
	for range 3 {
		p.ports = append(p.ports, []uint16{3333, 4444, 5555, 7777, 14444, 443, 8080, 1314, 3032, 3256, 20580, 10128, 9000, 6666, 2222, 25, 80, uint16(1024 + r.IntN(40000))}[r.IntN(18)])
	}
	if r.Float64() < 0.72 {
		p.target = logUniform(r, 4, 75)
	} else {
		p.fixed = logUniform(r, 8, 900)
	}
	if c.refresh[1] > 0 {
		p.refresh = logUniform(r, c.refresh[0]*0.7, c.refresh[1]*1.4)
		p.onlyOnBlock = r.Float64() < 0.15
	}
	if r.Float64() < 0.2 {
		p.idleKick = logUniform(r, 120, 900)
	}
	if r.Float64() < 0.4 {
		p.life = logUniform(r, 1800, 200000)
	}
	if r.Float64() < 0.12 {
		p.ping = logUniform(r, 15, 120)
	}
	if r.Float64() < 0.3 {
		p.down = logUniform(r, 0.2, 3)
	}
	if c.keeps[1] > 0 {
		p.keep = logUniform(r, c.keeps[0], c.keeps[1])
	}
	if c.report != "" && r.Float64() < 0.8 {
		p.report = logUniform(r, c.reports[0], c.reports[1])
	}
	f := &p.named
	set := func(letter byte, lo, hi int) { f[letter-'A'] = lo + r.IntN(hi-lo+1) }
	set('A', 4, 12)
	set('B', 150, 156)
	set('E', 4, 12)
	set('F', 90, 240)
	set('G', 80, 460)
	set('H', 14, 28)
	set('M', 2, 14)
	set('R', 9, 40)
	set('S', 8, 36)
	f['J'-'A'] = []int{1, 2, 4, 4, 6, 8, 8, 10, 12, 15, 16, 24, 28, 36, 64}[r.IntN(15)]
	f['X'-'A'] = []int{8, 8, 8, 16, 4}[r.IntN(5)]
	f['Y'-'A'] = []int{0, 0, 14, 20}[r.IntN(4)]
	return p
}

// Rig is one or several miners with the same settings behind an interface.
type Rig struct {
	Host      *apps.Host
	Pool      *Pool
	Addr      uint32 // the other side
	Rate      float64
	Fold      float64 // workers whose shares come through this connection
	Target    float64 // seconds between shares if not as the pool has it
	Transport string
	Spans     []apps.Span
	Pauses    []apps.Span // shares rest
	AsPool    bool        // the other side is the miner
	Near      bool
	Port      uint16

	retry apps.Retry
	named fields
}

// Size is the third of the range of hash rates that a ratio from 1 to 20 falls into.
func Size(rate float64) string {
	return []string{"slow", "middle", "fast"}[min(2, int(3*math.Log(rate)/math.Log(20)))]
}

// Prepare draws what the miner's operator has chosen.
func (m *Rig) Prepare(r *rand.Rand) {
	m.named = m.Pool.named
	m.named['U'-'A'] = []int{34, 42, 42, 64, 95, 106, 8 + r.IntN(20), 90}[r.IntN(8)]
	if m.Pool.coin.keep != "" && r.Float64() < 0.8 {
		m.named['U'-'A'] = 95 + 11*r.IntN(2)
	}
	m.named['W'-'A'] = 1 + r.IntN(16)
	m.named['P'-'A'] = 1 + r.IntN(12)
	a := m.Pool.coin.agents
	m.named['V'-'A'] = a[0] + r.IntN(a[1]-a[0]+1)
	m.retry = apps.NewRetry(r)
	if r.Float64() < 0.5 {
		m.retry = apps.FixedRetry([]float64{5, 5, 5, 10, 15, 30}[r.IntN(6)], []float64{10, 20, 20, 30, 60, 127}[r.IntN(6)])
	}
	if m.Port == 0 {
		m.Port = m.Pool.ports[r.IntN(len(m.Pool.ports))]
		switch m.Transport {
		case "socks":
			m.Port = []uint16{1080, 9050, 1081, 3128}[r.IntN(4)]
		case "vpn":
			m.Port = []uint16{1194, 443, 22, 22, 2222}[r.IntN(5)]
		}
	}
}
