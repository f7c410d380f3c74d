package mine

import (
	"fmt"

	"makes/ac/internal/flow"
	"makes/ac/internal/life"
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
	"makes/ac/internal/wire"
)

// pool is one pool of a coin with its software's habits.
type pool struct {
	name     string
	addrs    []uint32
	host     *tcp.Host
	ports    []int
	rtt      float64
	rate     float64
	loss     float64
	target   float64 // seconds a share
	window   float64 // between changes of the difficulty
	fixed    bool    // one difficulty for all
	first    float64 // how far off the first difficulty is
	refresh  float64 // seconds between templates
	clean    bool    // templates come by an exact clock
	job      int     // bytes more or less in its jobs
	stale    float64
	silent   float64 // cut after so much silence of a miner
	outages  [][2]float64
	lifetime float64
	batch    float64 // holds jobs back so long, to send the last one only
	keep     bool    // repeats the last job after silence
}

var ports = []int{443, 443, 80, 3333, 3333, 4444, 5555, 7777, 8080, 9999, 14444, 14433, 20535, 10128, 3032, 1314, 2020, 3357,
	4242, 8443, 10001, 13333, 33333, 45700, 1123, 5200, 20580, 9000, 3256, 6060, 25, 53, 8888, 19999}

func (s *scene) pools(c coin) []*pool {
	if ps := s.known[c.name]; ps != nil {
		return ps
	}
	r := s.r.Fork()
	var ps []*pool
	for i := range r.Int(2, 5) {
		ps = append(ps, s.newPool(r, c, fmt.Sprintf("%s-%02d", c.name, i+1)))
	}
	s.known[c.name] = ps
	return ps
}

func (s *scene) newPool(r *rnd.R, c coin, name string) *pool {
	p := &pool{name: name, host: tcp.Draw(r, "server"), rtt: r.LogU(.008, .2), rate: 2e6,
		target: r.LogU(c.share[0], c.share[1]), window: rnd.Pick(r, 30.0, 60, 90, 120, 240, 600), fixed: r.Chance(.22),
		first: r.LogU(.08, 6), refresh: r.LogU(c.refresh[0], c.refresh[1]), clean: r.Chance(.4), job: r.Int(-20, 40),
		stale: r.LogU(.001, .03), silent: rnd.Pick(r, 300.0, 600, 600, 900, 1800), lifetime: r.LogU(3*3600, 12*86400), keep: r.Chance(.3)}
	if r.Chance(.3) {
		p.loss = r.LogU(1e-5, 2e-3)
	}
	if c.block < 10 {
		p.batch = r.LogU(.3, 4)
	}
	if r.Chance(.15) { // pools that send jobs with new blocks only
		p.refresh = 1e9
	}
	for range r.Int(1, 4) {
		p.addrs = append(p.addrs, s.w.Address(r))
	}
	for range 3 {
		p.ports = append(p.ports, rnd.Pick(r, ports...))
	}
	if r.Chance(.25) {
		p.ports[0] = r.Int(1025, 65000)
	}
	for t := r.Exp(40 * 3600); t < s.w.Log.End; t += r.Exp(40 * 3600) {
		long := r.LogU(40, 3*3600)
		p.outages = append(p.outages, [2]float64{t, t + long})
		t += long
	}
	return p
}

// down says until when a pool is out of reach at t.
func (p *pool) down(t float64) (float64, bool) {
	for _, o := range p.outages {
		if t >= o[0] && t < o[1] {
			return o[1], true
		}
	}
	return 0, false
}

// upTo is the next outage after t.
func (p *pool) upTo(t, end float64) float64 {
	for _, o := range p.outages {
		if o[0] > t {
			return min(o[0], end)
		}
	}
	return end
}

// way is how a miner gets to a pool.
type way struct {
	w       *life.World
	r       *rnd.R
	f       *life.Iface // at which it is seen
	peer    uint32
	host    *tcp.Host
	in      bool // the peer is the miner
	port    int
	rtt     float64
	loss    float64
	rate    float64
	layers  wire.Layers
	outside float64 // time beyond the peer, with proxies and tunnels
}

func (y *way) client() *tcp.Host {
	if y.in {
		return y.host
	}
	return y.f.Host
}

func (y *way) views() []flow.View {
	h := y.client()
	t := flow.Tuple{Iface: y.f.N, A: y.f.IP, B: y.peer, PA: uint16(y.r.Int(h.Ports[0], h.Ports[1])), PB: uint16(y.port), Proto: 6}
	if y.in {
		t.PA, t.PB = t.PB, t.PA
	}
	v := []flow.View{y.w.Log.View(t)}
	if other := y.w.At(y.peer); other != nil {
		v = append(v, y.w.Log.View(flow.Tuple{Iface: other.N, A: t.B, B: t.A, PA: t.PB, PB: t.PA, Proto: 6}))
	}
	return v
}

func (y *way) open(t float64, old bool) (*wire.Link, float64) {
	side := wire.Client
	if y.in {
		side = wire.Server
	}
	c := tcp.New(y.r, y.views(), [2]*tcp.Host{y.f.Host, y.host}, side, y.rtt, y.loss, y.rate)
	if old {
		return wire.Attach(y.r, c, &y.layers, side, t), t
	}
	return wire.Dial(y.r, c, &y.layers, side, t)
}

// knock tries where nobody answers.
func (y *way) knock(t, timeout float64, answer string) float64 {
	for i, v := range y.views() {
		if i == 0 {
			t = tcp.Knock(v, y.client(), t, timeout, answer, y.rtt)
		}
	}
	return t
}
