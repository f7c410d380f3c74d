package mine

import (
	"fmt"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// pool is a mining pool (or a proxy, or a node that speaks Stratum) and its
// habits. Difficulty is measured in the seconds a slow machine of the coin
// needs for a share on average.
type pool struct {
	name     string
	coin     coin
	hosts    []*wire.Service
	plain    uint16
	secret   uint16 // port for TLS
	world    *wire.World
	start    float64 // first difficulty
	least    float64 // smallest difficulty
	target   float64 // seconds between shares it aims at; 0: it never adjusts
	window   float64 // seconds between adjustments
	factor   float64 // largest adjustment
	patient  bool    // adjusts only after shares, not after silence
	refresh  dice.Gap
	late     float64 // mean delay after a block
	oneByOne bool    // difficulty and job in separate segments
	withJob  bool    // a new difficulty brings a new job
	life     float64 // mean seconds a connection lasts
	probe    float64 // seconds of silence before it probes; 0: never
	stale    float64 // share of shares that it rejects
	slow     bool    // answers a share only after a while
}

// newPool draws a pool of a coin with some addresses.
func newPool(w *wire.World, name string, c coin, private bool, addresses int) *pool {
	d := w.Dice("pool " + name)
	p := &pool{name: name, coin: c, world: w,
		plain:  dice.Of[uint16](d, 3333, 4444, 5555, 7777, 14444, 10128, 3032, 9000, 1010, 6060, 80, 8080, 443, uint16(d.Int(1024, 20000))),
		secret: dice.Of[uint16](d, 443, 443, 443, 5443, 14433, 9443, 20128, 3443, uint16(d.Int(1024, 20000))),
		start:  d.Log(3, 120), least: d.Log(c.ease[0], c.ease[1]), target: d.Log(4, 60),
		window: d.Log(15, 300), factor: dice.Of(d, 1.5, 2, 4, 10), patient: d.Chance(0.4),
		late: d.Log(0.1, 4), oneByOne: d.Chance(0.5), withJob: d.Chance(0.5), life: d.Log(2000, 300000),
		probe: dice.Of[float64](d, 0, 0, 30, 60, 75, 120, 600), stale: d.Log(0.0005, 0.03), slow: d.Chance(0.1)}
	if d.Chance(0.2) {
		p.target, p.start = 0, d.Log(20, 400)
	}
	p.start = max(p.start, p.least)
	if d.Chance(c.renews) {
		p.refresh = d.Lucky(w.Dice("jobs "+name)).Tick(c.refresh[0], c.refresh[1])
	}
	for i := range addresses {
		p.hosts = append(p.hosts, w.Service(fmt.Sprint(name, i), 0, private))
	}
	return p
}

// speak gives the pool's dialect with a rig of the host.
func (p *pool) speak(h *wire.Host, r *rig) dialect {
	return p.coin.speak(p.world.Dice("dialect "+p.name).Lucky(h.D), r)
}

// at is one of the pool's addresses with the port for a transport.
func (p *pool) at(i int, secret bool) *wire.Service {
	s := *p.hosts[i%len(p.hosts)]
	s.Port = p.plain
	if secret {
		s.Port = p.secret
	}
	return &s
}
