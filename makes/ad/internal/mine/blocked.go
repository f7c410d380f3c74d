package mine

import (
	"makes/ad/internal/place"
	"makes/ad/internal/rnd"
	"makes/ad/internal/tcp"
)

// Ways not to get through.
const (
	rejected = iota // at the interface
	silent          // nobody answers
	refused         // a reset at once
)

// pauses gives the pauses of a miner program after failures; the last goes on.
func pauses(r *rnd.R) []float64 {
	return rnd.Pick(r,
		[]float64{5},                            // xmrig
		[]float64{1},                            // xmrig, told to hurry
		[]float64{3, 5, 10},                     // SRBMiner
		[]float64{10},                           // T-Rex, NBMiner
		[]float64{30},                           // cgminer, bfgminer
		[]float64{2, 4, 8, 16, 32, 60},          // firmware of ASICs
		[]float64{20},                           // PhoenixMiner
		[]float64{5, 5, 5, 30},                  // lolMiner
		[]float64{4, 8, 12, 16, 20, 24, 28, 30}, // TeamRedMiner
		[]float64{3},                            // ethminer
		[]float64{10, 20, 30, 40, 50, 60},       // cpuminer forks
		[]float64{15},                           // WildRig
		[]float64{60},                           // a script that starts it again
		[]float64{6, 6, 6, 6, 120},              // GMiner under a watchdog
		[]float64{300})                          // a service manager that gave up on haste
}

// knock tries again and again until a time, and gives when it stops.
func knock(p *place.Place, r *rnd.R, h *place.Host, w way, retry []float64, t, until float64, how int) float64 {
	for i := 0; t < until && t < p.Span; i++ {
		c := p.Dial(r, h, w.path, w.port, how == rejected)
		c.Syn(t)
		if how == refused {
			c.Refuse(t)
			t += c.RTT
		} else {
			// The program may give up before the system does.
			syns := h.OS.Syns[:min(len(h.OS.Syns), 1+int(retry[0])%5)]
			for _, s := range syns {
				c.Syn(t + s)
			}
			t += 2 * syns[len(syns)-1]
		}
		c.Done(t)
		t += retry[min(i, len(retry)-1)] * r.Uni(0.98, 1.08)
	}
	return t
}

// blocked tries pools that it does not reach; a quarter does at some hour.
func (m *mines) blocked(r *rnd.R, h *place.Host, n int) {
	p := m.p
	c := coins[(n*5+int(p.Seed%71))%len(coins)]
	if r.Chance(0.5) {
		c = anyCoin(r)
	}
	o := m.choose(r, c)
	how := r.IntN(3)
	_, size := power(r)
	retry := pauses(r)
	for i := range rnd.Pick(r, 1, 1, 2, 3) {
		// An address of the pool that others do reach, or one of its own.
		w := m.way(r, o)
		if i > 0 || w.transport == "socks" || w.transport == "vpn" {
			w.path = place.Far(r, p.Outer(), tcp.Server(r))
			w.port = o.port
			w.transport = "plain"
		}
		t := r.Exp(600)
		until := p.Span
		if r.Chance(0.3) {
			t = r.Uni(0, 0.5) * p.Span
		}
		p.Mines(h, w.path.IP, place.Mining{Coin: o.name, Kind: "blocked", Pool: o.title, Size: size, Transport: w.transport})
		if i == 0 && r.Chance(0.25) {
			until = r.Uni(0.2, 0.9) * p.Span
			t = knock(p, r, h, w, retry, t, until, how)
			hash, _ := power(r)
			m.stay(r, h, o, nil, w, hash, size, false, max(t, until))
			return
		}
		knock(p, r, h, w, retry, t, until, how)
	}
}
