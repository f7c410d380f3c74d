package stratum

import (
	"math"

	"makes/i/internal/office"
	"makes/i/internal/rnd"
	"makes/i/internal/tcp"
)

// node is how miners ask a coin's daemon for work.
type node struct {
	coin           string
	block          float64
	ports          []uint16
	poll           span // seconds
	ask, answer    span // bytes of a poll
	fetch, work    span // bytes of what is asked at a new block; none if each poll has it
	fresh          span // seconds after which work is fetched without a block
	submit, result span
	stream         bool // the daemon tells of new work
}

var nodes = []node{
	{"monero", 120, []uint16{18081, 18089}, span{0.5, 5}, span{75, 160}, span{230, 420}, span{330, 420}, span{1000, 7000}, span{20, 120}, span{900, 9000}, span{150, 320}, false},
	{"monero", 120, []uint16{18081}, span{0.2, 3}, span{190, 300}, span{900, 1700}, span{330, 420}, span{1200, 7000}, span{10, 60}, span{900, 9000}, span{150, 320}, false},
	{"bitcoin", 600, []uint16{8332}, span{2, 10}, span{230, 420}, span{100e3, 1.8e6}, span{}, span{}, span{}, span{600e3, 2e6}, span{100, 200}, false},
	{"litecoin", 150, []uint16{9332}, span{1, 10}, span{230, 420}, span{8e3, 300e3}, span{}, span{}, span{}, span{20e3, 400e3}, span{100, 200}, false},
	{"digibyte", 75, []uint16{14022}, span{0.5, 10}, span{230, 420}, span{2e3, 30e3}, span{}, span{}, span{}, span{3e3, 40e3}, span{100, 200}, false},
	{"etc", 13, []uint16{8545}, span{0.2, 1}, span{170, 260}, span{330, 480}, span{}, span{}, span{}, span{380, 520}, span{130, 180}, false},
	{"ravencoin", 60, []uint16{8766}, span{0.5, 5}, span{220, 360}, span{1500, 12e3}, span{}, span{}, span{}, span{500, 4000}, span{110, 180}, false},
	{"zcash", 75, []uint16{8232}, span{1, 10}, span{220, 360}, span{2e3, 40e3}, span{}, span{}, span{}, span{4e3, 40e3}, span{110, 180}, false},
	{"verus", 60, []uint16{27486}, span{0.5, 10}, span{220, 360}, span{3e3, 20e3}, span{}, span{}, span{}, span{4e3, 20e3}, span{110, 180}, false},
	{"ergo", 120, []uint16{9053}, span{0.3, 2}, span{90, 200}, span{330, 520}, span{}, span{}, span{}, span{220, 320}, span{100, 160}, false},
	{"kaspa", 0, []uint16{16110}, span{0.5, 2}, span{30, 120}, span{900, 6000}, span{}, span{}, span{}, span{800, 6000}, span{30, 80}, true},
	{"alephium", 0, []uint16{10973}, span{0.8, 6}, span{20, 60}, span{5e3, 14e3}, span{}, span{}, span{}, span{400, 2000}, span{10, 30}, true},
	{"dero", 18, []uint16{10102, 20206}, span{0.3, 3}, span{200, 300}, span{400, 900}, span{}, span{}, span{}, span{350, 600}, span{140, 240}, false},
}

// solo mines at a node: one elsewhere, or that of this host, for others.
func (d *digger) solo() {
	n := rnd.Pick(d.r, nodes...)
	name := n.coin + "-node"
	if d.r.Chance(0.3) { // the node is here
		for range 1 + d.r.IntN(4) {
			miner := office.NewHost(d.r, d.h.Iface, d.r.Chance(0.2))
			speed, addr := d.speed(), d.r.Private(60)
			path := &tcp.Path{R: d.r, Iface: d.h.Iface, Local: tcp.Server, RTT: d.r.In(span{0.0003, 0.005}), Rate: 1e8}
			d.poll(n, path, tcp.End{Addr: addr, Stack: miner.Stack}, tcp.End{Addr: d.h.Iface.Addr, Port: n.ports[0], Stack: d.h.Stack}, miner.Port, speed)
			d.label(addr, "solo", n.coin, name, "plain", speed)
		}
		d.h.Peers(4 + d.r.IntN(12))
		return
	}
	speed, addr, rtt := d.speed(), d.r.Private(70), d.r.In(span{0.0003, 0.01})
	if d.r.Chance(0.35) {
		addr, rtt = d.r.Public(), d.r.In(span{0.01, 0.15})
	}
	keep := rnd.Pick(d.r, 0.0, 0, 60, 300)
	path := &tcp.Path{R: d.r, Iface: d.h.Iface, Local: tcp.Client, RTT: rtt, Loss: d.r.In(span{1e-6, 1e-3}), Rate: 2e7}
	d.poll(n, path, tcp.End{Addr: d.h.Iface.Addr, Stack: d.h.Stack.Keep(keep)}, tcp.End{Addr: addr, Port: rnd.Pick(d.r, n.ports...), Stack: tcp.Draw(d.r, false)}, d.h.Port, speed)
	d.label(addr, "solo", n.coin, name, "plain", speed)
}

// poll asks the node for work, over one connection or a new one each time.
func (d *digger) poll(n node, path *tcp.Path, from, to tcp.End, port func() uint16, speed float64) {
	r := d.r
	period, ask, answer := r.In(n.poll), r.Int(n.ask), r.In(n.answer)
	keeps := n.stream || r.Chance(0.8)
	if answer > 50e3 { // nobody fetches so much each second
		period = max(period, r.In(span{5, 60}))
	}
	if !keeps {
		period = max(period, r.In(span{2, 10}))
	}
	jitter := rnd.Pick(r, 0.002, 0.02, 0.1)
	fetch, work, fresh := r.Int(n.fetch), r.In(n.work), r.In(n.fresh)
	think, found := r.In(span{0.001, 0.05}), r.In(span{1, 30})*3600/math.Sqrt(speed)
	vary := rnd.Pick(r, 0, 0.02, 0.2, 0.5) // of the work from block to block
	now, job := answer, work
	size := func(mean float64) int { return int(mean * r.Between(0.99, 1.01)) }
	for _, w := range d.times {
		var c *tcp.Conn
		due := w[0]
		block, stale := w[0], w[0]
		luck := w[0] + r.Exp(found)
		broken := w[0] + r.Exp(20*3600)
		for due < w[1] {
			t := due
			if c == nil {
				from.Port = port()
				c, t = path.Dial(t, from, to)
			}
			switch {
			case n.stream:
				t = c.Send(t, tcp.Server, size(now))
				if r.Chance(0.2) {
					t = c.Ask(t, tcp.Client, ask, think, ask)
				}
			default:
				t = c.Ask(t, tcp.Client, ask, r.Exp(think), size(now))
				if fetch > 0 && (t >= block || t >= stale) {
					t = c.Ask(t+path.Lag(tcp.Client)+0.001, tcp.Client, fetch, r.Exp(think)+0.003, size(job))
					stale = t + fresh
				}
			}
			if t >= block && n.block > 0 {
				block = t + r.Exp(n.block)
				now, job = answer*r.Log(vary), work*r.Log(vary)
			}
			if t >= luck {
				t = c.Ask(t+0.01, tcp.Client, r.Int(n.submit), 0.02, r.Int(n.result))
				luck = t + r.Exp(found)
			}
			if !keeps {
				t = c.Close(t+path.Lag(tcp.Client)+0.001, tcp.Side(r.IntN(2)))
				c = nil
			} else if t >= broken { // the node restarts
				c.Reset(t, tcp.Server)
				c, broken = nil, t+r.Exp(20*3600)
				retry := tcp.Retry{Wait: rnd.Pick(r, 1.0, 5, 10), Factor: 1, Patience: 10, Round: 1}
				t = retry.Run(path, t, t+r.In(span{5, 600}), from, to, tcp.Refused, port)
			}
			due = max(t, due+period*(1+jitter*(2*r.Float64()-1)))
			if n.stream || jitter == 0.1 {
				due = t + period*r.Between(0.7, 1.3)
			}
		}
		if c != nil {
			c.Idle(w[1])
			c.Close(w[1], tcp.Client)
		}
	}
}
