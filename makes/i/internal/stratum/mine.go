package stratum

import (
	"fmt"
	"math"

	"makes/i/internal/flow"
	"makes/i/internal/office"
	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// Label is the truth of a pair that mines.
type Label struct {
	Local, Remote                            uint32
	Group, Kind, Coin, Pool, Size, Transport string
}

// String writes the label as docs/formats/labels.md has it, for an interface.
func (l Label) String(eni string) string {
	return fmt.Sprintf("%s::%s\tmining\t%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s",
		flow.IP(l.Local), flow.IP(l.Remote), l.Group, eni, l.Kind, l.Coin, l.Pool, l.Size, l.Transport)
}

// digger is a host at which there is mining.
type digger struct {
	*Market
	r      rnd.R
	h      *office.Host
	end    float64
	times  [][2]float64 // when it works
	labels []Label
}

// Mine runs the mining of a host, of one of the kinds pool, solo, proxy and
// blocked.
func (m *Market) Mine(r rnd.R, h *office.Host, kind string) []Label {
	d := &digger{Market: m, r: r, h: h, end: h.Iface.End}
	from, until := -r.Between(60, 900), d.end
	if r.Chance(0.15) {
		from = r.Between(0, 0.4) * d.end
	}
	d.times = [][2]float64{{from, until}}
	if r.Chance(0.12) && d.end > 4*3600 {
		pause := r.Between(0.5, 0.9) * d.end
		d.times = [][2]float64{{from, pause}, {pause + r.In(span{600, 5400}), until}}
	}
	switch kind {
	case "pool":
		d.pools()
	case "solo":
		d.solo()
	case "proxy":
		d.proxy()
	default:
		d.blocked()
	}
	return d.labels
}

func (d *digger) label(remote uint32, kind, coin, pool, transport string, speed float64) {
	size := "slow"
	if third := math.Log(speed) / math.Log(20); third > 2.0/3 {
		size = "fast"
	} else if third > 1.0/3 {
		size = "middle"
	}
	group := coin + "-" + transport
	if kind != "pool" {
		group = coin + "-" + kind
	}
	d.labels = append(d.labels, Label{d.h.Iface.Addr, remote, group, kind, coin, pool, size, transport})
}

func (d *digger) speed() float64 { return math.Pow(20, d.r.Float64()) }

func (d *digger) pool() *pool {
	i := d.r.IntN(len(coins) + 3)
	if i >= len(coins) { // the commonest, more often
		i = 0
	}
	return rnd.Pick(d.r, d.Market.pools[i]...)
}

// link draws the way to a pool, and how its messages are carried.
func (d *digger) link(p *pool, transport string, keep float64) *link {
	l := drawLink(d.r, transport)
	rtt := d.r.In(span{0.004, 0.2})
	l.path = &tcp.Path{R: d.r, Iface: d.h.Iface, Local: tcp.Client, RTT: rtt, Loss: d.r.In(span{1e-6, 5e-3}), Rate: 5e6}
	l.from = tcp.End{Addr: d.h.Iface.Addr, Stack: d.h.Stack.Keep(keep)}
	l.to = tcp.End{Addr: rnd.Pick(d.r, p.addrs...), Port: p.port, Stack: p.stack}
	l.port = d.h.Port
	switch transport {
	case "tls12":
		l.tls, l.to.Port = p.tls[0], rnd.Pick(d.r, 443, p.port+1, p.port+2)
	case "tls13":
		l.tls, l.to.Port = p.tls[1], rnd.Pick(d.r, 443, p.port+1, p.port+2)
	case "socks":
		l.to.Addr, l.to.Port, l.to.Stack = d.r.Public(), rnd.Pick[uint16](d.r, 1080, 1080, 9050, 9150, 4145), tcp.Draw(d.r, false)
		if d.r.Chance(0.4) {
			l.to.Addr = d.r.Private(210)
		}
	case "vpn":
		l.to.Addr, l.to.Port, l.to.Stack = d.r.Public(), rnd.Pick[uint16](d.r, 443, 1194, 22, 22, 8443), tcp.Draw(d.r, false)
	}
	return l
}

func (d *digger) transport() string {
	return rnd.Pick(d.r, "plain", "plain", "plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn")
}

func (d *digger) rig(p *pool, transport string, speed float64) *rig {
	g := &rig{program: drawProgram(d.r, p.coin), r: d.r, pool: p, speed: speed}
	g.link = d.link(p, transport, g.keep)
	return g
}

func (d *digger) run(g *rig) {
	for _, w := range d.times {
		g.run(w[0], w[1])
	}
}

func (d *digger) pools() {
	p, transport, speed := d.pool(), d.transport(), d.speed()
	rigs := 1
	if d.r.Chance(0.25) && transport != "vpn" {
		rigs = 2 + d.r.IntN(5)
	}
	first := d.rig(p, transport, speed)
	to := first.link.to
	d.label(to.Addr, "pool", p.coin.name, p.name, transport, speed)
	var backup *rig
	if d.r.Chance(0.4) {
		other := d.pool()
		for other.coin != p.coin {
			other = d.pool()
		}
		backup = d.rig(other, "plain", speed)
	}
	first.backup = backup
	d.run(first)
	for n := 1; n < rigs; n++ {
		g := d.rig(p, transport, max(1, min(20, speed*d.r.Log(0.3))))
		g.link.to, g.backup = to, backup
		d.run(g)
	}
	if backup != nil && backup.link.conn != nil && backup.link.to.Addr != to.Addr {
		d.label(backup.link.to.Addr, "pool", p.coin.name, backup.pool.name, "plain", speed)
	}
	if p.coin.dialect == "cryptonote" && transport != "vpn" && d.r.Chance(0.3) {
		d.donate(speed)
	}
}

// donate mines for the program's author for a minute of each hundred.
func (d *digger) donate(speed float64) {
	p := d.Market.pools[0][0]
	g := d.rig(p, "tls13", speed)
	g.link.to.Addr, g.link.to.Port = d.Market.pools[0][1].addrs[0], 443
	for t := d.times[0][0] + d.r.Between(30, 90)*60; t < d.end-90; t += 99 * 60 {
		g.session(t, t+60)
	}
	if g.link.conn != nil {
		g.link.conn.Drop()
		d.label(g.link.to.Addr, "donation", p.coin.name, "donate", "tls13", speed)
	}
}

// proxy mines with the workers of a private network.
func (d *digger) proxy() {
	p, transport := d.pool(), rnd.Pick(d.r, "plain", "plain", "tls12", "tls13", "socks", "vpn")
	workers, speed := d.r.Int(span{5, 70}), d.speed()
	simple := workers < 25 && transport != "vpn" && d.r.Chance(0.3)
	total := speed * float64(workers)
	up := d.rig(p, transport, total)
	if simple {
		up.speed = speed
	}
	up.note, up.r = true, d.r
	to := up.link.to
	d.label(to.Addr, "proxy", p.coin.name, p.name, transport, min(20, total/20))
	d.run(up)
	weights := make([]int, workers)
	shares := make([][]float64, workers)
	for _, t := range up.shares {
		n := d.r.IntN(workers)
		weights[n]++
		shares[n] = append(shares[n], t-0.003)
	}
	inside := *p
	inside.port = rnd.Pick[uint16](d.r, 3333, 3333, 5555, 7777, 80, 8080)
	inside.think, inside.life, inside.kick, inside.outages = span{0.0005, 0.2}, 0, 1200, nil
	extra := 0.0
	if d.r.Chance(0.4) { // the proxy sets a lower difficulty of its own
		extra = d.r.In(span{5, 120})
	}
	program := drawProgram(d.r, p.coin)
	for n := range workers {
		worker := office.NewHost(d.r, d.h.Iface, d.r.Chance(0.2))
		g := &rig{program: program, r: d.r, pool: &inside, speed: speed, replay: true, jobs: up.jobs, shares: shares[n], extra: extra}
		if simple && n > 0 {
			own := d.rig(p, transport, speed)
			own.note, own.link.to = true, to
			d.run(own)
			g.jobs, g.shares = own.jobs, own.shares
		}
		addr := d.r.Private(rnd.Pick(d.r, 30, 40, 50))
		g.link = drawLink(d.r, "plain")
		g.link.path = &tcp.Path{R: d.r, Iface: d.h.Iface, Local: tcp.Server, RTT: d.r.In(span{0.0003, 0.03}), Rate: 5e7}
		g.link.from = tcp.End{Addr: addr, Stack: worker.Stack.Keep(program.keep)}
		g.link.to = tcp.End{Addr: d.h.Iface.Addr, Port: inside.port, Stack: d.h.Stack}
		g.link.port = worker.Port
		from, until := -math.MaxFloat64, d.end
		if d.r.Chance(0.2) { // comes late
			from = d.r.Between(0, 0.6) * d.end
		} else if d.r.Chance(0.1) { // or goes early
			until = d.r.Between(0.3, 1) * d.end
		}
		for _, w := range d.times {
			g.run(max(w[0], from), min(w[1], until))
		}
		d.label(addr, "proxy", p.coin.name, p.name, "plain", speed)
	}
}

// blocked cannot mine: it asks for pools again and again.
func (d *digger) blocked() {
	p := d.pool()
	program, speed := drawProgram(d.r, p.coin), d.speed()
	transport := rnd.Pick(d.r, "plain", "plain", "plain", "tls12", "tls13")
	type target struct {
		*link
		fault tcp.Fault
	}
	var targets []target
	fault := rnd.Pick(d.r, tcp.Denied, tcp.Denied, tcp.Denied, tcp.Dead, tcp.Dead, tcp.Refused, tcp.Slam, tcp.Kick, tcp.Mute)
	for n := range rnd.Pick(d.r, 1, 1, 2, 2, 3, 4) {
		one := p
		for n > 0 && (one == p || one.coin != p.coin) {
			one = d.pool()
		}
		l := d.link(one, transport, program.keep)
		targets = append(targets, target{l, fault})
		d.label(l.to.Addr, "blocked", p.coin.name, one.name, transport, speed)
		if d.r.Chance(0.3) {
			fault = rnd.Pick(d.r, tcp.Denied, tcp.Dead, tcp.Refused)
		}
	}
	v := vars{id: 1}
	for k, n := range program.fields {
		v.fields[k] = n
	}
	hello := p.login[0].size(d.r, &v, false) + 1
	if transport == "tls12" {
		hello = p.tls[0].Hello
	} else if transport == "tls13" {
		hello = p.tls[1].Hello
	}
	growth := rnd.Pick(d.r, 1.0, 1, 1, 1, 1.5, 2)
	most := max(program.pause, d.r.In(span{30, 300}))
	round := rnd.Pick(d.r, 0, 0, 0, 10, 30, 60, 120) // extra pause after all pools
	if d.r.Chance(0.25) {                            // could mine for some hours
		g := &rig{program: program, r: d.r, pool: p, speed: speed, link: targets[0].link}
		cut := d.times[0][0] + d.r.Between(0.05, 0.5)*d.end
		g.run(d.times[0][0], cut)
		d.times[0][0] = cut
	}
	for _, w := range d.times {
		wait := program.pause
		for t := w[0]; t < w[1]; {
			for _, to := range targets {
				for n := 0; n < program.tries && t < w[1]; n++ {
					to.from.Port = to.port()
					t = to.path.Knock(t, to.from, to.to, to.fault, program.patience, hello)
					t += wait * (1 + 0.02*d.r.Float64())
				}
			}
			wait = min(wait*growth, most)
			t += float64(round)
		}
	}
}
