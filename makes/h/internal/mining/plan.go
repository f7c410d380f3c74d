package mining

import (
	"fmt"
	"math"
	"strings"

	"makes/h/internal/sim"
	"makes/h/internal/world"
)

var forms = map[string]func(*plan){"pool": (*plan).atPool, "solo": (*plan).solo, "proxy": (*plan).proxy, "blocked": (*plan).blocked}

// Known is whether a form of mining can be asked for.
func Known(form string) bool { return form == "all" || forms[form] != nil }

// mix is the order in which interfaces take the forms when all are wanted.
var mix = strings.Fields("pool pool proxy pool blocked pool solo pool pool blocked pool proxy pool pool solo pool blocked pool proxy pool")

// order is how coins take turns; what clouds are abused for comes more often.
var order = []int{0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0, 10, 11, 12, 0, 13}

// transports are about as common as they are here.
var transports = strings.Fields(strings.Repeat("tls13 ", 10) + "tls12 tls12 tls12 plain plain plain plain socks socks vpn")

// plan is what one interface mines and how.
type plan struct {
	w                     *world.World
	host                  *world.Host
	coin                  Coin
	form, size, transport string
	speed                 float64
	rests                 bool
}

// Assign makes the first m interfaces mine.
func Assign(w *world.World, m int, wanted string) {
	turns := mix
	if wanted != "all" {
		turns = []string{wanted}
	}
	turn := map[string]int{}
	for i := range min(m, len(w.Hosts)) {
		p := &plan{w: w, host: w.Hosts[i], form: turns[i%len(turns)], size: sim.Pick(w.Rand, "slow", "slow", "middle", "fast")}
		p.coin = coins[order[turn[p.form]%len(order)]]
		turn[p.form]++
		p.transport = transports[w.IntN(len(transports))]
		p.speed = w.Wide(1, 2.7) * map[string]float64{"slow": 1, "middle": 2.7, "fast": 7.4}[p.size]
		if p.size == "slow" && w.Chance(0.3) { // throttled so as not to be noticed
			p.speed *= w.Between(0.4, 1)
		}
		p.rests = w.Chance(0.12)
		forms[p.form](p)
	}
}

// label describes the plan, with the pool's name.
func (p *plan) label(pool string) string {
	return fmt.Sprintf("mining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
		p.coin.Name, p.transport, p.host.ID, p.form, p.coin.Name, pool, p.size, p.transport)
}

// add gives the host a program that mines at something of that name. All share
// its addresses, unless a SOCKS proxy or VPN server of their own is before it.
func (p *plan) add(k *world.Kind, name string) {
	own := ""
	if p.transport == "socks" || p.transport == "vpn" || k.Where == world.VPC {
		own = p.host.ID
	}
	s := p.w.Service(fmt.Sprint(name, p.transport, own), k)
	switch p.transport {
	case "tls13", "tls12":
		s.TLS = p.transport
	case "socks":
		s.Via, s.Port = p.transport, sim.Pick[uint16](p.w.Rand, 1080, 9050, 1080, 10808, 443)
		if p.w.Chance(0.4) {
			s.TLS = "tls13"
		}
	case "vpn":
		s.Via, s.Port = p.transport, sim.Pick[uint16](p.w.Rand, 443, 1194, 443, 8443)
	}
	p.host.Add(k, s, p.label(name))
}

// pick takes a well-known pool of the coin, or one somebody runs for himself.
func (p *plan) pick() *pool {
	name := fmt.Sprintf("%s-%02d", p.coin.Name, p.w.Int(1, 5))
	if p.w.Chance(0.2) {
		name = fmt.Sprintf("%s-private-%02d", p.coin.Name, p.w.Int(1, 20))
	}
	return newPool(p.w, p.coin, name)
}

// kind is a program of the plan.
func (p *plan) kind(where world.Where, local sim.Side, run func(*world.Prog)) *world.Kind {
	return &world.Kind{Name: p.form, Where: where, Local: local, Ports: p.coin.ports, Addrs: [2]int{1, 1}, Run: run}
}

// mineAt adds a miner of some speed that stays with a pool.
func (p *plan) mineAt(at *pool, where world.Where, speed float64) {
	k := p.kind(where, sim.Client, func(prog *world.Prog) {
		m := newMiner(prog, at, speed, p.rests)
		prog.Sessions(at.life, m.mine)
	})
	if p.transport == "tls13" || p.transport == "tls12" || p.transport == "plain" {
		k.Addrs = [2]int{1, 3}
	}
	p.add(k, at.name)
}

// atPool mines at a pool; some programs mine a little for their author, too.
func (p *plan) atPool() {
	at, where := p.pick(), world.Internet
	if p.w.Chance(0.08) {
		where = world.VPC
	}
	p.mineAt(at, where, p.speed)
	if !p.w.Chance(0.35) || p.transport == "socks" || p.transport == "vpn" {
		return
	}
	fee := newPool(p.w, p.coin, p.coin.Name+"-fee")
	length := p.w.Between(30, 130)
	every := length / p.w.Between(0.006, 0.02)
	k := p.kind(world.Internet, sim.Client, func(prog *world.Prog) {
		m := newMiner(prog, fee, p.speed, false)
		prog.Shots(prog.Regular(every, 0.3), func(c *sim.Conn) {
			c.Until = min(c.Until, prog.Now()+length)
			m.mine(c)
		})
	})
	p.add(k, fee.name)
}

// proxy is a worker at somebody's proxy, or the proxy itself with its workers.
func (p *plan) proxy() {
	at := p.pick()
	at.start = max(at.start, p.speed*p.w.Wide(2, 40))
	if p.w.Chance(0.5) {
		at.lag += 0.1
		p.mineAt(at, sim.Pick(p.w.Rand, world.VPC, world.VPC, world.Internet), p.speed)
		return
	}
	workers := p.w.WideInt(2, 12)
	elsewhere := p.w.Wide(1, 6) // the power of workers that come by other ways
	p.mineAt(at, world.Internet, p.speed*(float64(workers)+elsewhere))
	p.transport = sim.Pick(p.w.Rand, "plain", "plain", "tls13")
	for i := range workers {
		inside := *at
		speed := p.speed * p.w.Wide(0.5, 2)
		k := p.kind(world.VPC, sim.Server, func(prog *world.Prog) {
			m := newMiner(prog, &inside, speed, false)
			prog.Sessions(inside.life, m.mine)
		})
		p.add(k, fmt.Sprintf("%s-worker-%02d", at.name, i+1))
	}
}

// blocked is a miner that somebody or something keeps from its pool.
func (p *plan) blocked() {
	at := p.pick()
	how := sim.Pick(p.w.Rand, "group", "group", "drop", "refused", "inspected")
	pools := p.w.Int(1, 3) // it tries them in turn
	k := p.kind(world.Internet, sim.Client, func(prog *world.Prog) {
		m := newMiner(prog, at, p.speed, false)
		pause, longest := prog.Wide(1, 30), prog.Wide(5, 600)
		growth := sim.Pick(prog.Rand, 1, 1, 1.5, 2)
		silent, patience := prog.Chance(0.5), prog.Wide(5, 60)
		for wait := pause; prog.Sleep(prog.Jitter(wait, 0.1)); wait = math.Min(longest, wait*growth) {
			switch how {
			case "group":
				prog.Fail(false, true)
			case "drop":
				prog.Fail(false, false)
			case "refused":
				prog.Fail(true, false)
			case "inspected":
				m.inspected(prog.Connect(), silent, patience)
			}
		}
	})
	k.Addrs = [2]int{pools, pools}
	p.add(k, at.name)
}

// inspected has a firewall read the first message, and end or starve it.
func (m *miner) inspected(c *sim.Conn, silent bool, patience float64) {
	first := m.talk.hello[0]()
	if m.Service.TLS != "" {
		first = m.Int(220, 520)
	}
	if silent {
		c.Vanish(first, patience)
		return
	}
	c.Ask(first)
	c.Reset(sim.Server)
}
