package mine

import (
	"fmt"
	"math"
	"sort"

	"makes/aa/internal/push"
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// daemon is how a node of the chain hands out work.
type daemon struct {
	style          string // poll, getwork, longpoll, stream
	every          float64
	ask, same      int // a poll and its answer
	fetch, work    int // a request for a template and the template
	grows          float64
	submit, answer int
	finds          float64 // mean time between submitted results
	ports          []uint16
}

// daemonOf draws the daemon's interface, as the coin's node has it.
func daemonOf(r *rng.R, c *coin) *daemon {
	d := &daemon{answer: r.Int(110, 320), finds: r.LogU(300, 40000), grows: r.U(0, .6), ports: []uint16{8332, 9332, 8545, 18081, 18089, 443, 16110, 10973, 9167}}
	switch kind := named(c.dialect[0]).name; {
	case kind == "cryptonote" || kind == "cryptonote-mute":
		d.style, d.every = "poll", rng.Pick(r, []float64{1, 1, 1, .5, 2, 5})
		d.ask, d.same = r.Int(120, 210), r.Int(190, 420)
		d.fetch, d.work, d.submit = r.Int(290, 420), r.Int(1100, 3200), r.Int(900, 3000)
	case kind == "ethproxy" || kind == "conflux":
		d.style, d.every = "getwork", rng.Pick(r, []float64{.5, 1, 2, 5})
		d.ask, d.same, d.submit = r.Int(180, 280), r.Int(320, 430), r.Int(380, 460)
		d.finds = r.LogU(60, 8000)
	case kind == "kaspa" || kind == "alephium" || kind == "derod-ws":
		d.style = "stream"
		d.fetch, d.work, d.submit = r.Int(60, 120), r.Int(700, 6000), r.Int(300, 2500)
		d.finds = r.LogU(60, 6000)
	case r.P(.5):
		d.style, d.every = "longpoll", rng.Pick(r, []float64{60, 90, 120})
		d.fetch, d.work, d.submit = r.Int(260, 480), r.Int(2500, 60000), r.Int(900, 9000)
	default:
		d.style, d.every = "poll", r.LogU(1, 30)
		d.ask, d.same = r.Int(200, 330), r.Int(240, 420)
		d.fetch, d.work, d.submit = r.Int(260, 480), r.Int(2500, 60000), r.Int(900, 9000)
	}
	return d
}

// solo mines at a node: a daemon elsewhere, and now and then a node of its own
// that talks to others.
func (f *field) solo(h *push.Host, c *coin) {
	r := rng.New(f.r.Bits())
	d := daemonOf(r, c)
	f.made++
	p := &pool{name: fmt.Sprintf("%s-node-%02d", c.name, f.made), coin: c, d: named(c.dialect[0]), addrs: []uint32{f.net.Inside()}, iface: -1,
		port: rng.Pick(r, d.ports), os: tcp.Server(r), path: tcp.Path{RTT: r.LogU(.0003, .004), MSS: 1460}, alive: rng.Pick(r, []float64{0, 0, 60, 120})}
	if r.P(.5) {
		p.addrs[0], p.path = f.net.Outside(), tcp.Path{RTT: r.LogU(.003, .2), Loss: .0004, MSS: 1460}
	}
	g := newRig(h, r, p.d)
	transport := rng.Pick(r, []string{"plain", "plain", "plain", "tls12", "tls13", "vpn"})
	w := newWay(f.net, r, p, transport, true)
	if d.style == "stream" && p.d.name == "kaspa" {
		w.frame = push.GRPC
	}
	label(f.net, h.Iface, w.addr, "solo", p, g.size(), transport)
	blocks := chain(f.seed, c, f.net.End)
	for _, span := range h.Spans {
		for t := span[0]; t < span[1]; {
			l := w.link(p, g)
			until := min(span[1], t+r.LogU(1, 300)*3600)
			if t > 0 {
				t = w.open(l, g, t)
			} else {
				l.C.Running(t)
			}
			d.serve(r, l, t, until, blocks)
			f.leave(l, g, until)
			t = until + g.retry.pause
		}
	}
	if r.P(.4) {
		f.neighbours(h, p, g)
	}
}

// serve is a connection with the daemon: requests, templates, rare results.
func (d *daemon) serve(r *rng.R, l *push.Link, t, end float64, blocks []float64) {
	next := sort.Search(len(blocks), func(i int) bool { return blocks[i] > t })
	find := t + r.Exp(d.finds/5)
	tick := t
	if d.every == 0 {
		tick = math.Inf(1)
	}
	for {
		block := math.Inf(1)
		if next < len(blocks) {
			block = blocks[next]
		}
		size := d.work + int(float64(d.work)*d.grows*r.F())
		at := min(tick, find)
		if d.style == "stream" || d.style == "longpoll" {
			at = min(at, block)
		}
		if at >= end {
			return
		}
		fresh := block <= at
		for next < len(blocks) && blocks[next] <= at {
			next++
		}
		switch {
		case at == find:
			got := l.Msg(tcp.Up, at, d.submit+r.Int(0, 3))
			l.Msg(tcp.Down, got+r.Exp(.02), d.answer)
			find = at + .2 + r.Exp(d.finds)
		case d.style == "stream":
			got := l.Msg(tcp.Down, at, 40)
			got = l.Msg(tcp.Up, got+r.Exp(.001), d.fetch)
			l.Msg(tcp.Down, got+r.Exp(.003), size)
		case d.style == "longpoll": // the answer to a request that was held
			got := l.Msg(tcp.Down, at, size)
			l.Msg(tcp.Up, got+r.Exp(.004), d.fetch)
			tick = at + d.every
		default:
			got := l.Msg(tcp.Up, at, d.ask)
			got = l.Msg(tcp.Down, got+r.Exp(.002), d.same+r.Int(0, 2))
			if fresh && d.style == "poll" {
				got = l.Msg(tcp.Up, got+r.Exp(.003), d.fetch)
				got = l.Msg(tcp.Down, got+r.Exp(.02), size)
			}
			tick = max(at+d.every*r.U(1, 1.02), got+.01)
		}
	}
}

// neighbours are other nodes which the miner's own node talks to.
func (f *field) neighbours(h *push.Host, p *pool, g *rig) {
	k := push.NewKind("node", "", push.Out, push.Hours(.5, 90), []uint16{8333, 18080, 30303, 8233, 9333, 37889, 16111}).
		Hi(130, 200, 60, 60).
		Push(push.Blocks(p.coin.block+5), push.Text(300, 2500)).Late(push.Const(40, 90), .01, .5, .5).
		Tell(push.Hawkes(2, 60), push.Rows(30, 40)).Late(push.Rows(30, 36), .02, 1, .4).
		Say(push.Hawkes(5, 90), push.Rows(30, 40)).
		Beat(0, 32, 32, 60, 120).Beat(1, 32, 32, 60, 120)
	for range g.r.Int(5, 14) {
		peer := f.net.Outside()
		label(f.net, h.Iface, peer, "node", p, g.size(), "plain")
		s := push.New(f.net, k, g.r.Bits(), -1, []uint32{peer}, false)
		s.Serve(h, rng.New(g.r.Bits()))
	}
}
