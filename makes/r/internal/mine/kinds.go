package mine

import (
	"fmt"
	"math"
	"math/rand/v2"

	"makes/r/internal/flow"
	"makes/r/internal/talk"
	"makes/r/internal/tcp"
)

// server is one address of a pool, a tunnel or a node.
type server struct {
	address string
	stack   *tcp.Stack
	path    tcp.Path
	keep    int64
}

func newServer(r *rand.Rand, place, near string) *server {
	return &server{talk.Address(r, place, near), tcp.RandomStack(r, 0), talk.RandomPath(r, place), talk.RandomKeep(r)}
}

// Label says that a pair mines, and how.
type Label struct {
	Remote, Kind, Coin, Pool, Size, Transport string
}

// World is all pools that there are.
type World struct {
	pools     []*Pool
	donations []*Pool // of the authors of miners
	until     int64
}

// NewWorld draws the pools.
func NewWorld(r *rand.Rand, until int64) *World {
	w := &World{until: until}
	for _, c := range Coins(r, until) {
		for i := range 2 + r.IntN(4) {
			w.pools = append(w.pools, NewPool(r, c, i+1, until))
		}
		d := NewPool(r, c, 0, until)
		d.Name = "donation-" + c.Name
		w.donations = append(w.donations, d)
	}
	return w
}

func (w *World) pick(r *rand.Rand) *Pool {
	p := w.pools[r.IntN(len(w.pools))]
	if r.IntN(4) == 0 { // coins that clouds are good for
		for p.family.name != "cryptonote" {
			p = w.pools[r.IntN(len(w.pools))]
		}
	}
	return p
}

func size(ratio float64) string {
	switch third := math.Log(ratio) / math.Log(20) * 3; {
	case third < 1:
		return "slow"
	case third < 2:
		return "middle"
	}
	return "fast"
}

var transports = []string{"plain", "plain", "plain", "plain", "tls12", "tls12", "tls13", "tls13", "socks", "vpn"}

// Use lets a host mine, and gives the pairs that do.
func (w *World) Use(h *talk.Host, kind string) []Label {
	switch kind {
	case "solo":
		return w.solo(h)
	case "proxy":
		return w.proxy(h)
	case "blocked":
		return w.blocked(h)
	}
	return w.pool(h)
}

// newRig draws a miner.
func newRig(r *rand.Rand, p *Pool, transport string) *rig {
	k := &rig{client: newClient(r, p.Coin), wire: talk.NewWire(r, transport), ratio: talk.Range{Low: 1, High: 20}.Draw(r), first: 1}
	if r.IntN(3) == 0 {
		k.wander = talk.Range{Low: .005, High: .06}.Draw(r)
	}
	if r.IntN(2) == 0 {
		k.keep = []float64{10, 30, 30, 60, 60, 60, 120}[r.IntN(7)]
	}
	if r.IntN(2) == 0 {
		k.report = []float64{5, 10, 30, 60, 60}[r.IntN(5)]
	}
	return k
}

func link(h *talk.Host, p *Pool, s *server, transport string) *talk.Link {
	l := &talk.Link{Host: h, Remote: s.address, RemotePort: p.port, Peer: s.stack, Path: s.path, Keep: [2]int64{talk.RandomKeep(h.Rand), s.keep}}
	l.Nagle[tcp.Local] = h.Rand.IntN(5) == 0
	var ports []uint16
	switch transport {
	case "tls12", "tls13":
		ports = []uint16{443, 3334, 5556, 9443, p.port, p.port + 1}
	case "socks":
		ports = []uint16{1080, 9050, 1081}
	case "vpn":
		ports = []uint16{1194, 443, 22, 8443}
	default:
		return l
	}
	l.RemotePort = ports[h.Rand.IntN(len(ports))]
	return l
}

// work draws when a miner works.
func work(r *rand.Rand, until int64) [][2]int64 {
	start := int64(r.Float64() * float64(min(until/20, flow.Minute)))
	switch r.IntN(10) {
	case 0: // starts late
		return [][2]int64{{int64(r.Float64() * .6 * float64(until)), until}}
	case 1: // with a pause
		t := int64((.1 + .7*r.Float64()) * float64(until))
		return [][2]int64{{start, t}, {t + talk.Range{Low: 300, High: 5400}.Duration(r), until}}
	}
	return [][2]int64{{start, until}}
}

// retries are those of miners' programs.
var retries = []talk.Retry{
	{Base: 5, Factor: 1, Cap: 5}, {Base: 5, Factor: 1, Cap: 5}, {Base: 10, Factor: 1, Cap: 10}, {Base: 30, Factor: 1, Cap: 30},
	{Base: 15, Factor: 1, Cap: 15, Jitter: .1}, {Base: 1, Factor: 2, Cap: 60}, {Base: 3, Factor: 1, Cap: 3}, {Base: 20, Factor: 1, Cap: 20},
	{Base: 60, Factor: 1, Cap: 60, Jitter: .1}, {Base: 5, Factor: 1.5, Cap: 300, Jitter: .2}, {Base: 2, Factor: 1, Cap: 2},
}

func (p *Pool) state(t int64) tcp.State {
	for _, o := range p.outages {
		if t >= o[0] && t < o[1] {
			return []tcp.State{tcp.Down, tcp.Dead}[int(o[0])%2]
		}
	}
	return tcp.Up
}

// drive keeps a rig connected while it works.
func drive(l *talk.Link, p *Pool, k *rig, spans [][2]int64) {
	retry := retries[l.Rand.IntN(len(retries))]
	for _, span := range spans {
		failures := 0
		for t := span[0]; t < span[1]; {
			app := &stratum{Pool: p, rig: k, side: l.Client, until: span[1]}
			end, ok := l.Dial(t, app, p.state(t))
			if failures++; ok && app.worked {
				failures = 1
			}
			t = end + retry.Wait(l.Rand, failures)
		}
	}
}

func (w *World) pool(h *talk.Host) []Label {
	r := h.Rand
	p := w.pick(r)
	transport := transports[r.IntN(len(transports))]
	s := p.servers[r.IntN(len(p.servers))]
	if transport == "socks" || transport == "vpn" {
		s = newServer(r, []string{"net", "vpc"}[r.IntN(4)/3], h.IP)
	}
	l := link(h, p, s, transport)
	k := newRig(r, p, transport)
	spans := work(r, w.until)
	label := Label{l.Remote, "pool", p.Coin.Name, p.Name, size(k.ratio), transport}
	labels := []Label{label}
	if r.IntN(4) == 0 { // gives some of its time to the program's author
		var d *Pool
		for _, q := range w.donations {
			if q.Coin == p.Coin {
				d = q
			}
		}
		dl := link(h, d, d.servers[r.IntN(len(d.servers))], "tls13")
		gift := *k
		gift.wire = talk.NewWire(r, "tls13")
		round, part := 100*flow.Minute, int64(1+r.IntN(3))*flow.Minute
		var gifts [][2]int64
		for _, s := range spans {
			for t := s[0] + int64(r.Float64()*float64(round)); t+part < s[1]; t += round {
				gifts = append(gifts, [2]int64{t, t + part})
			}
		}
		if k.pauses = gifts; len(gifts) > 0 {
			labels = append(labels, Label{dl.Remote, "donation", p.Coin.Name, d.Name, label.Size, "tls13"})
			drive(dl, d, &gift, gifts)
		}
	}
	rigs := 1
	if r.IntN(6) == 0 {
		rigs = 2 + r.IntN(5)
	}
	for range rigs {
		rig := *k
		rig.client = newClient(r, p.Coin)
		rig.first = float64(rigs)
		drive(l, p, &rig, spans)
	}
	return labels
}

func (w *World) solo(h *talk.Host) []Label {
	r := h.Rand
	p := w.pick(r)
	draw := func(low, high float64) float64 { return talk.Range{Low: low, High: high}.Draw(r) }
	place := []string{"vpc", "vpc", "net"}[r.IntN(3)]
	s := newServer(r, place, h.IP)
	port := []int{18081, 8332, 8545, 9332, 8232, 9053, 8022, 17110, 34568, 3413}[r.IntN(10)]
	l := link(h, p, s, "plain")
	l.RemotePort = uint16(port)
	if r.IntN(3) == 0 { // the node is here, and the miner elsewhere
		l.Client, l.LocalPort, l.RemotePort = tcp.Remote, uint16(port), 0
	}
	transport, http := "plain", "http"
	if r.IntN(6) == 0 {
		transport, http = "tls13", "https"
	}
	poll := draw(.2, 10)
	keepOpen := r.IntN(4) > 0
	if !keepOpen {
		poll = max(poll, 1.2)
	}
	app := daemon{Coin: &Coin{block: p.block, blocks: p.blocks}, wire: talk.NewWire(r, http), side: l.Client, poll: talk.Range{Low: poll, High: poll * draw(1, 1.3)},
		jitter: []float64{0, .05, .5}[r.IntN(3)], ask: int(draw(20, 150)), info: int(draw(60, 1600)), wait: talk.Range{Low: draw(.0005, .02), High: .05},
		keepOpen: keepOpen, solved: draw(1800, 1e6), end: w.until}
	app.want = talk.Range{Low: 60, High: draw(70, 300)}
	base := draw(600, 40000)
	app.work = talk.Range{Low: base, High: base * draw(1.01, 4)}
	if r.IntN(2) == 0 {
		app.changes = draw(5, 120)
	}
	if app.direct = r.IntN(3) == 0; app.direct {
		app.long = r.IntN(2) == 0
		app.ask = app.want.Int(r)
		if !app.long {
			app.work.Low, app.work.High = min(base, draw(600, 9000)), min(app.work.High, 12000)
			app.work.High = max(app.work.High, app.work.Low)
		}
	}
	ratio := draw(1, 20)
	retry := retries[r.IntN(len(retries))]
	for _, span := range work(r, w.until) {
		app.end = span[1]
		for t := span[0]; t < span[1]; {
			end, _ := l.Dial(t, &app, p.state(t))
			if t = end + retry.Wait(r, 1); !app.keepOpen {
				t = end + seconds(app.poll.Draw(r)*(1+app.jitter*r.Float64()))
			}
		}
	}
	return []Label{{l.Remote, "solo", p.Coin.Name, p.Coin.Name + "-node", size(ratio), transport}}
}

func (w *World) proxy(h *talk.Host) []Label {
	r := h.Rand
	p := w.pick(r)
	transport := transports[r.IntN(8)]
	ratio := talk.Range{Low: 1, High: 20}.Draw(r)
	workers := talk.Range{Low: 5, High: 200}.Int(r)
	spans := work(r, w.until)
	l := link(h, p, p.servers[r.IntN(len(p.servers))], transport)
	labels := []Label{{l.Remote, "proxy", p.Coin.Name, p.Name, size(ratio), transport}}
	upstream := 1
	if r.IntN(2) == 0 { // each connection takes some of the workers
		upstream = min(1+workers/(4+r.IntN(60)), 12)
	}
	for range upstream {
		k := newRig(r, p, transport)
		k.ratio = float64(workers) / float64(upstream) * ratio / 4
		k.first = max(1, k.ratio/p.fixedLimit())
		drive(l, p, k, spans)
	}
	// The proxy is a pool to its workers: the same jobs, and its own difficulty.
	own := *p
	own.outages, own.life, own.idle, own.choices = nil, 0, 0, map[*part]int{}
	own.port = []uint16{3333, 3333, 80, 443, 8080, 5555, 7777}[r.IntN(7)]
	own.wait = talk.Range{Low: .0003, High: .003}
	own.lag = talk.Range{Low: p.lag.Low + .01, High: p.lag.High + .2}
	if own.target = 0; r.IntN(2) == 0 {
		own.target = talk.Range{Low: 5, High: 90}.Draw(r)
	}
	own.fixed = talk.Range{Low: 20, High: 200}.Draw(r)
	inner := []string{"plain", "plain", "plain", "tls13"}[r.IntN(4)]
	shared := newRig(r, &own, inner) // the workers are alike
	for range min(workers, 3+r.IntN(22)) {
		s := newServer(r, "vpc", h.IP)
		if h.Knows(s.address) || s.address == h.IP {
			continue
		}
		k := *shared
		k.ratio = talk.Range{Low: 1, High: 20}.Draw(r)
		wl := link(h, &own, s, inner)
		wl.Client, wl.LocalPort, wl.RemotePort = tcp.Remote, own.port, 0
		when := spans
		if r.IntN(8) == 0 {
			when = work(r, w.until)
		}
		drive(wl, &own, &k, when)
		labels = append(labels, Label{s.address, "proxy", p.Coin.Name, own.Name, size(k.ratio), inner})
	}
	return labels
}

// fixedLimit keeps the shares of many workers at a fixed difficulty in bounds:
// the proxy asks for a higher one.
func (p *Pool) fixedLimit() float64 {
	if p.fixed == 0 {
		return 1e9
	}
	return max(p.fixed/2, 1)
}

func (w *World) blocked(h *talk.Host) []Label {
	r := h.Rand
	first := w.pick(r)
	transport := transports[r.IntN(8)]
	type goal struct {
		*talk.Link
		*Pool
	}
	var goals []goal
	var labels []Label
	ratio := talk.Range{Low: 1, High: 20}.Draw(r)
	for range 1 + r.IntN(3) { // the list of pools
		p := first
		for len(goals) > 0 {
			if p = w.pools[r.IntN(len(w.pools))]; p.Coin == first.Coin {
				break
			}
		}
		s := p.servers[r.IntN(len(p.servers))]
		if h.Knows(s.address) {
			continue
		}
		g := goal{link(h, p, s, transport), p}
		g.Pair(s.address)
		goals = append(goals, g)
		labels = append(labels, Label{s.address, "blocked", p.Coin.Name, p.Name, size(ratio), transport})
	}
	state := []tcp.State{tcp.Denied, tcp.Denied, tcp.Dead, tcp.Down, tcp.Up, tcp.Up}[r.IntN(6)]
	k := newRig(r, first, transport)
	k.ratio, k.early = ratio, 1+r.IntN(3)
	retry := retries[r.IntN(len(retries))]
	attempts := 1 + r.IntN(5) // before the next pool
	limit := int64(0)         // on an attempt, of the program itself
	if r.IntN(3) == 0 {
		limit = int64(5+r.IntN(25)) * flow.Second
	}
	free := [2]int64{} // hours in which it can mine after all
	if r.IntN(4) == 0 {
		t := int64(r.Float64() * float64(w.until))
		free = [2]int64{t, t + talk.Range{Low: 900, High: 3 * 3600}.Duration(r)}
	}
	t := int64(r.Float64() * float64(30*flow.Second))
	for i := 0; t < w.until; i++ {
		g := goals[i/attempts%len(goals)]
		now, rig := state, *k
		app := &stratum{Pool: g.Pool, rig: &rig, side: tcp.Local}
		if t >= free[0] && t < free[1] {
			now, rig.early, app.until = tcp.Up, 0, free[1]
		}
		stack := g.Stack
		if limit > 0 { // SYNs end with the program's patience
			short := *stack
			short.Syn = nil
			for _, s := range stack.Syn {
				if s < limit {
					short.Syn = append(short.Syn, s)
				}
			}
			short.Syn = append(short.Syn, limit)
			g.Host.Stack = &short
		}
		end, _ := g.Dial(t, app, now)
		g.Host.Stack = stack
		t = end + retry.Wait(r, i%attempts+1)
	}
	return labels
}

// String gives the attributes as in a label file.
func (l Label) String() string {
	return fmt.Sprintf("kind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", l.Kind, l.Coin, l.Pool, l.Size, l.Transport)
}
