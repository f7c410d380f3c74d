package world

import (
	"math"

	"makes/h/internal/sim"
)

// Prog is a program as it runs.
type Prog struct {
	sim.Rand          // what happens
	Habit    sim.Rand // what the program and its settings are, often the same for all users of a service
	Host     *Host
	Service  *Service
	Until    float64

	clock   sim.Clock
	kind    *Kind
	addrs   []uint32
	path    *sim.Path
	tls     *sim.TLS
	think   float64
	probes  float64 // TCP keep-alive of the client
	tries   int
	backoff [2]float64
	attempt sim.Attempt
}

func newProg(w *World, h *Host, program Program, index uint64, addrs ...uint32) *Prog {
	s := program.Service
	p := &Prog{Rand: sim.NewRand(h.seed, index, uint64(addrs[0])), Host: h, Service: s, kind: program.Kind, addrs: addrs}
	p.Habit = sim.NewRand(s.seed)
	if p.Chance(0.4) {
		p.Habit = sim.NewRand(h.seed, index)
	}
	own := sim.NewRand(h.seed, index, 2)
	p.path = s.path(own, h, program.Kind.Local)
	if s.TLS != "" {
		p.tls = sim.NewTLS(own, s.TLS)
	}
	p.think = own.Wide(0.0005, 0.25)
	p.probes = sim.Pick(own, 0, 0, 15, 30, 60, own.Wide(30, 600), 7200, 7200)
	p.backoff = [2]float64{own.Wide(0.5, 20), own.Wide(20, 900)}
	p.attempt = sim.Attempt{First: 1, Linear: sim.Pick(own, 0, 0, 0, 4), Patience: sim.Pick(own, 5.0, 10, 20, 30, 60, 130)}
	if h.Windows {
		p.attempt = sim.Attempt{First: 3, Patience: 21}
	}
	p.Until = math.Min(h.To, w.Limit)
	p.clock.Now = h.From + p.Between(0, 60)
	return p
}

// Now is the second of the run.
func (p *Prog) Now() float64 { return p.clock.Now }

// Sleep lets time pass; false means that the program's time is over.
func (p *Prog) Sleep(d float64) bool {
	p.clock.Now += d
	return p.clock.Now < p.Until
}

// Busy is how active people are just now, from 0.05 at night to 1.
func (p *Prog) Busy() float64 {
	x := math.Cos((p.clock.Now - p.Host.Noon) / 86400 * 2 * math.Pi)
	return 0.05 + 0.95*math.Pow(math.Max(0, 0.5+0.5*x), 2.5)
}

func (p *Prog) key() sim.Key {
	ephemeral := uint16(p.Int(32768, 60999))
	if p.Host.Windows == (p.kind.Local == sim.Client) {
		ephemeral = uint16(p.Int(49152, 65535))
	}
	k := sim.Key{Src: p.Host.Addr, Dst: sim.Pick(p.Rand, p.addrs...), SrcPort: ephemeral, DstPort: p.Service.Port, Proto: 6}
	if p.kind.Local == sim.Server {
		k.Src, k.Dst = k.Dst, k.Src
	}
	return k
}

func (p *Prog) out() bool { return p.clock.Now >= p.Service.down && p.clock.Now < p.Service.up }

// Fail tries to connect in vain.
func (p *Prog) Fail(refused, rejected bool) {
	a := p.attempt
	a.Refused, a.Rejected = refused, rejected
	a.Fail(&p.clock, p.path, p.Host.Log, p.key())
}

// Connect opens a connection without TLS, proxy or tunnel.
func (p *Prog) Connect() *sim.Conn {
	c := sim.Open(p.Rand, &p.clock, p.path, p.Host.Log, p.key(), p.kind.Local)
	c.Think, c.Until = p.think, p.Until
	return c
}

// Dial opens a connection by whatever way leads there; nil in an outage.
func (p *Prog) Dial() *sim.Conn {
	if p.out() {
		p.Fail(p.Service.refuses, false)
		return nil
	}
	c := p.Connect()
	if p.probes > 0 {
		c.KeepAlive(sim.Client, p.probes)
	}
	if p.Service.probes > 0 {
		c.KeepAlive(sim.Server, p.Service.probes)
	}
	switch p.Service.Via {
	case "socks":
		c.Call(p.Int(3, 4), 2)
		c.Call(p.Int(10, 35), 10)
	case "vpn":
		c.Tunnel(sim.Pick(p.Rand, 10.0, 10, 15, 25, 60))
		inner := *p.path
		inner.MSS = min(1460, p.path.MSS) - 100
		inner.RTT += p.Wide(0.01, 0.15)
		c = c.Inside(&inner)
		c.Think = p.think
	}
	c.Secure(p.tls)
	return c
}

// Sessions keeps a connection up, each for about life seconds, and comes back.
func (p *Prog) Sessions(life float64, body func(c *sim.Conn)) {
	for p.clock.Now < p.Until {
		c := p.Dial()
		if c == nil {
			p.tries++
			p.Sleep(p.Jitter(math.Min(p.backoff[1], p.backoff[0]*math.Pow(2, float64(p.tries))), 0.3))
			continue
		}
		p.tries = 0
		c.Until = math.Min(p.Until, p.clock.Now+p.Exp(life))
		if p.clock.Now < p.Service.down {
			c.Until = math.Min(c.Until, p.Service.down)
		}
		body(c)
		p.hangUp(c)
		p.Sleep(p.Exp(p.backoff[0]))
	}
}

func (p *Prog) hangUp(c *sim.Conn) {
	switch {
	case p.clock.Now >= p.Until && p.Until == p.Host.Log.Limit:
		c.End() // the run ends, not the session
	case p.out() && !p.Service.refuses || p.Service.hangUp == 7:
		c.Vanish(p.Int(40, 900), p.Wide(8, 900))
	case p.Service.hangUp < 4:
		c.Finish(sim.Server)
	case p.Service.hangUp < 6:
		c.Finish(sim.Client)
	default:
		c.Reset(sim.Server)
	}
}

// Shots opens a connection for each of its tasks, gap seconds apart.
func (p *Prog) Shots(gap func() float64, body func(c *sim.Conn)) {
	first := p.Float64()
	for ok := p.Sleep(gap() * first); ok; ok = p.Sleep(gap()) {
		c := p.Dial()
		if c == nil {
			continue
		}
		body(c)
		c.Finish(sim.Side(min(1, p.Service.hangUp/4)))
	}
}

// Regular is a period that varies by a fraction.
func (p *Prog) Regular(period, jitter float64) func() float64 {
	return func() float64 { return p.Jitter(period, jitter) }
}

// Human is a gap about as long as said when people are busiest.
func (p *Prog) Human(mean float64) func() float64 {
	return func() float64 { return p.Exp(mean / p.Busy()) }
}

// Rewind goes back to an earlier moment, for what happens at the same time.
func (p *Prog) Rewind(to float64) { p.clock.Now, p.tries = to, 0 }
