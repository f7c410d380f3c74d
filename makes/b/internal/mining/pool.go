package mining

import (
	"fmt"

	"makes/b/internal/wire"
)

// Pool is a mining pool, with its habits.
type Pool struct {
	Coin    Coin // with the pool's own spelling of its messages
	Name    string
	Peers   []*wire.Peer
	Ports   []uint16 // plain ports, for ever greater difficulties
	TLSPort uint16
	TLS     wire.Security // Plain if it offers none
	Refresh float64       // seconds between jobs for the same block, 0 for none
	Lag     float64       // typical delay of its news of a block
	Glue    bool          // writes difficulty and job in one go
	Empty   bool          // sends an empty block's job first
	Hangup  float64       // mean seconds until it ends a session
	Silence float64       // seconds without a share after which it ends one
	Stale   float64       // fraction of shares it rejects
	Batch   int           // shares per acknowledgement
	Keep    float64       // TCP keep-alive, 0 for none
	Vary    rule
	parts   sizes
}

// Pools makes several pools of every coin.
func Pools(w *wire.World) map[string][]*Pool {
	all := map[string][]*Pool{}
	for _, coin := range Coins() {
		r := wire.NewRand(w.Seed, "pools of "+coin.Name)
		for i := range r.Int(3, 6) {
			all[coin.Name] = append(all[coin.Name], newPool(w, r, coin, fmt.Sprintf("%s-%02d", coin.Name, i+1)))
		}
	}
	return all
}

func newPool(w *wire.World, r wire.Rand, coin *Coin, name string) *Pool {
	p := &Pool{
		Coin: *coin, Name: name,
		Ports:   ports(r),
		Lag:     r.Wide(0.05, 2),
		Glue:    r.Chance(0.6),
		Empty:   coin.Parts["branches"].high > 0 && r.Chance(0.3),
		Hangup:  r.Wide(2*3600, 100*3600),
		Silence: r.Wide(600, 7200),
		Stale:   r.Wide(0.001, 0.03),
		Batch:   1,
		Vary:    newRule(r),
		parts:   sizes{},
	}
	for range r.Int(1, 3) {
		p.Peers = append(p.Peers, w.Reserve(false))
	}
	if r.Chance(coin.TLS) {
		p.TLS = wire.Pick(r, wire.TLS13, wire.TLS13, wire.TLS12)
		p.TLSPort = wire.Pick(r, 443, 443, 9000, 5555, 3443, 14433, uint16(r.Int(2000, 30000)))
	}
	if r.Chance(coin.Often) {
		p.Refresh = r.Wide(coin.Refresh.low, coin.Refresh.high)
	}
	if coin.Batch {
		p.Batch = wire.Pick(r, 1, 1, 5, 10)
	}
	if r.Chance(0.3) {
		p.Keep = wire.Pick(r, 30.0, 60, 120, 300)
	}
	if !coin.Binary && r.Chance(0.3) {
		p.space()
	}
	for name, s := range both(coin.Parts) {
		p.parts[name] = r.Int(int(s.low), int(s.high))
	}
	return p
}

// space makes the pool write spaces in its messages.
func (p *Pool) space() {
	c := &p.Coin
	c.Hello = append([]exchange{}, c.Hello...)
	for i := range c.Hello {
		c.Hello[i].answer = spaced(c.Hello[i].answer)
	}
	for _, t := range []*string{&c.Level, &c.Job, &c.Accept, &c.Reject, &c.Report.answer} {
		*t = spaced(*t)
	}
}

func ports(r wire.Rand) []uint16 {
	switch r.IntN(4) {
	case 0:
		return []uint16{wire.Pick[uint16](r, 3333, 4444, 5555, 7777, 8888, 9999)}
	case 1:
		return []uint16{3333, 5555, 7777}
	case 2:
		base := uint16(r.Int(20, 600)) * 100
		return []uint16{base + 1, base + 2, base + 3}
	}
	return []uint16{wire.Pick[uint16](r, 80, 443, 8080, 25, 53, 14444, 10300, 1314, uint16(r.Int(1024, 40000)))}
}

// rule is how a pool sets difficulties. The unit is such that a miner of power
// 1 finds a share of difficulty 1 every second.
type rule struct {
	fixed     bool
	start     float64
	low       float64 // least difficulty
	target    float64 // seconds between shares
	period    float64 // seconds between changes
	tolerance float64
	doubling  bool // changes by powers of two
	onShare   bool // changes only when a share arrives
}

func newRule(r wire.Rand) rule {
	return rule{
		fixed:  r.Chance(0.25),
		start:  r.Wide(30, 400),
		low:    r.Wide(8, 120),
		target: r.Wide(4, 75), period: r.Wide(15, 240), tolerance: r.Between(0.15, 0.6),
		doubling: r.Chance(0.3), onShare: r.Chance(0.5),
	}
}

// vardiff follows a rule for one session.
type vardiff struct {
	rule
	diff   float64
	since  float64
	shares int
}

// retarget tells whether the difficulty changes now.
func (v *vardiff) retarget(now float64) bool {
	took := now - v.since
	if v.fixed || took < v.period {
		return false
	}
	ratio := v.target / (took / max(0.5, float64(v.shares)))
	v.since, v.shares = now, 0
	if ratio < 1+v.tolerance && ratio > 1/(1+v.tolerance) {
		return false
	}
	ratio = min(4, max(0.25, ratio))
	if v.doubling {
		ratio = map[bool]float64{true: 2, false: 0.5}[ratio > 1]
	}
	old := v.diff
	v.diff = max(v.low, v.diff*ratio)
	return v.diff != old
}
