package mine

import (
	"fmt"

	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// coin is a currency, as far as traffic goes.
type coin struct {
	name    string
	block   float64    // mean seconds between blocks
	speed   float64    // a slow rig's hash rate
	share   [2]float64 // seconds between shares pools aim at
	refresh [2]float64 // seconds between jobs within a block, 0 for none
	port    []uint16
	speak   func(r *rnd.Rand, s tongue, rig string) words
	transit []string // transports seen in the wild
	blocks  []float64
	pools   []*pool
}

func catalogue() []*coin {
	all := []string{"plain", "tls13", "plain", "tls12", "socks", "plain", "vpn", "tls13"}
	open := []string{"plain", "plain", "tls13", "plain", "tls12"}
	ports := func(p ...uint16) []uint16 { return p }
	return []*coin{
		{name: "monero", block: 120, speed: 700, share: [2]float64{15, 90}, refresh: [2]float64{0, 45},
			port: ports(3333, 5555, 7777, 10128, 20128, 443, 80, 14444, 14433, 9000), speak: cryptonote, transit: all},
		{name: "ravencoin", block: 60, speed: 12e6, share: [2]float64{5, 35}, refresh: [2]float64{0, 40},
			port: ports(3838, 6060, 10400, 8888, 4501), speak: kawpow, transit: open},
		{name: "zephyr", block: 120, speed: 700, share: [2]float64{15, 60}, refresh: [2]float64{0, 60},
			port: ports(1123, 3333, 5555, 2222), speak: cryptonote, transit: all},
		{name: "ethclassic", block: 13.2, speed: 22e6, share: [2]float64{8, 70}, refresh: [2]float64{0, 9},
			port: ports(1010, 4444, 19999, 8008, 5555), speak: ethash, transit: open},
		{name: "bitcoin", block: 600, speed: 1e12, share: [2]float64{3, 25}, refresh: [2]float64{20, 60},
			port: ports(3333, 443, 25, 1800, 700), transit: open,
			speak: func(r *rnd.Rand, s tongue, rig string) words {
				return stratum1(r, s, rig, [2]int{260, 900}, [2]int{10, 13})
			}},
		{name: "verus", block: 62, speed: 2e6, share: [2]float64{5, 40}, refresh: [2]float64{0, 50},
			port: ports(9999, 3956, 9998, 17777), speak: verus, transit: open},
		{name: "kaspa", block: 0, speed: 2e8, share: [2]float64{3, 20}, refresh: [2]float64{0.25, 3},
			port: ports(5555, 1111, 4700, 16111), speak: kheavy, transit: open},
		{name: "litecoin", block: 150, speed: 3e8, share: [2]float64{4, 30}, refresh: [2]float64{20, 60},
			port: ports(3333, 8888, 3335, 25), transit: open,
			speak: func(r *rnd.Rand, s tongue, rig string) words {
				return stratum1(r, s, rig, [2]int{280, 760}, [2]int{4, 10})
			}},
		{name: "flux", block: 60, speed: 14, share: [2]float64{5, 30}, refresh: [2]float64{0, 30},
			port: ports(9999, 2010, 7011), transit: open,
			speak: func(r *rnd.Rand, s tongue, rig string) words { return equihash(r, s, rig, 106) }},
		{name: "wownero", block: 300, speed: 600, share: [2]float64{20, 90}, refresh: [2]float64{0, 60},
			port: ports(4545, 3333, 34568), speak: cryptonote, transit: all},
		{name: "zcash", block: 75, speed: 150, share: [2]float64{4, 30}, refresh: [2]float64{0, 30},
			port: ports(1027, 3333, 6633), transit: open,
			speak: func(r *rnd.Rand, s tongue, rig string) words { return equihash(r, s, rig, 2694) }},
		{name: "ergo", block: 120, speed: 4e7, share: [2]float64{8, 45}, refresh: [2]float64{0, 30},
			port: ports(3100, 8888, 11888), speak: autolykos, transit: open},
		{name: "raptoreum", block: 120, speed: 400, share: [2]float64{8, 60}, refresh: [2]float64{15, 60},
			port: ports(7053, 6273, 3333), transit: open,
			speak: func(r *rnd.Rand, s tongue, rig string) words {
				return stratum1(r, s, rig, [2]int{500, 1900}, [2]int{0, 5})
			}},
		{name: "dero", block: 0, speed: 1000, share: [2]float64{20, 140}, refresh: [2]float64{0.5, 1.1},
			port: ports(10100, 10300), speak: astrobwt, transit: []string{"tls13", "tls12"}},
	}
}

// pool is one operator's service for a coin.
type pool struct {
	name       string
	servers    []*sim.Peer
	port       uint16
	securePort uint16
	tongue     tongue
	refresh    float64
	steady     bool    // refreshes at a fixed period rather than when it likes
	restart    bool    // a new block restarts that period
	lag        float64 // until its miners hear of a block
	fixed      bool    // difficulty is not adapted
	share      float64 // seconds between shares it aims at
	start      float64 // difficulty at login, in seconds of a slow rig
	floor      float64 // smallest difficulty, likewise
	retune     float64 // seconds between looks at the difficulty
	step       float64 // largest change of the difficulty
	think      float64 // time to check a share
	life       float64 // mean seconds a session lasts
	stale      float64 // part of shares refused
}

func newPool(w *sim.World, c *coin, i int) *pool {
	r := w.R
	p := &pool{name: fmt.Sprintf("%s-%02d", c.name, i+1), port: rnd.Pick(r, c.port...), tongue: newTongue(r),
		steady: r.Chance(0.6), restart: r.Chance(0.5), lag: r.LogU(0.05, 2.5), fixed: r.Chance(0.3),
		share: r.LogU(c.share[0], c.share[1]), retune: rnd.Pick[float64](r, 15, 30, 60, 90, 120, 300),
		securePort: rnd.Pick(r, append(c.port, 443, 443, 9000, 14433)...),
		step:       rnd.Pick(r, 1.5, 2, 4, 16), think: r.LogU(0.0005, 0.06), life: r.LogU(1.5*3600, 90*3600), stale: r.LogU(0.001, 0.03)}
	if c.refresh[0] > 0 {
		p.refresh = r.LogU(c.refresh[0], c.refresh[1])
	} else if r.Chance(0.65) {
		p.refresh = r.LogU(c.refresh[1]/5, c.refresh[1])
	}
	if p.fixed {
		p.start = p.share * r.LogU(2, 8)
		p.floor = p.start
	} else {
		p.start, p.floor = p.share*r.LogU(0.2, 8), p.share*r.LogU(0.02, 0.9)
	}
	if c.name == "dero" {
		p.securePort = p.port
	}
	near := r.LogU(0.004, 0.24)
	for range r.Int(1, 4) {
		p.servers = append(p.servers, w.Public(near))
	}
	return p
}

// market is all that is mined in a run.
type market struct {
	coins []*coin
}

func newMarket(w *sim.World, length float64) *market {
	m := &market{coins: catalogue()}
	for _, c := range m.coins {
		for i := range w.R.Int(3, 6) {
			c.pools = append(c.pools, newPool(w, c, i))
		}
		for t := -3600.0; c.block > 0 && t < length; t += w.R.Exp(c.block) {
			c.blocks = append(c.blocks, t)
		}
	}
	return m
}

func (m *market) coin(name string) *coin {
	for _, c := range m.coins {
		if c.name == name {
			return c
		}
	}
	panic("no such coin: " + name)
}
