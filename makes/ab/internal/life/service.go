package life

import (
	"strings"

	"makes/ab/internal/flow"
	"makes/ab/internal/rng"
	"makes/ab/internal/site"
	"makes/ab/internal/talk"
	"makes/ab/internal/tcp"
)

// host is one address of a service; iface is -1 if it is none of ours.
type host struct {
	addr  uint32
	iface int
	os    *tcp.OS
	rtt   float64
}

// service is a deployment of a kind, with habits of its own.
type service struct {
	kind    *Kind
	frame   talk.Frame
	port    uint16
	hosts   []host
	parts   []talk.Part
	how     how
	seed    uint64
	zone    float64
	conns   int
	outside bool
	alive   [2]float64
	loss    float64
	ends    []int
	side    int
	retry   func(r *rng.R, n int) float64
	outage  [2]float64
	// patience is how long a client waits for an answer to its SYN.
	patience float64
}

func deploy(s *site.Site, k *Kind, zone float64) *service {
	r := s.R
	v := &service{kind: k, seed: r.Bits(), zone: zone, conns: 1}
	v.frame = talk.Draw(r, k.Frames[r.N(len(k.Frames))])
	if v.port = uint16(rng.Of(r, k.Ports...)); v.port == 0 || r.P(0.06) {
		v.port = uint16(r.Between(1500, 32000))
	}
	for _, g := range k.Parts {
		v.parts = append(v.parts, g(r))
	}
	v.how = k.Life(r)
	v.outside = k.has("o") && (!k.has("i") || r.P(0.5))
	for n := 9; n > 1; n-- {
		if k.has(string(rune('0' + n))) {
			v.conns = r.Between(1, n)
		}
	}
	// Keep-alives as programs and systems have them; many have none.
	for side := range v.alive {
		if r.P(0.35) {
			v.alive[side] = rng.Of(r, 15.0, 15, 30, 45, 60, 75, 120, 180, 300, 600, 1200, 7200, 7200, 7200)
		}
	}
	if r.P(0.6) {
		v.loss = r.Log(1e-5, 1e-2)
	}
	v.ends = rng.Of(r, []int{tcp.Fin}, []int{tcp.Fin}, []int{tcp.Fin, tcp.Reset}, []int{tcp.FinRst}, []int{tcp.Half, tcp.Fin}, []int{tcp.Reset}, []int{tcp.Fin, tcp.Silent})
	v.side = r.N(2)
	v.retry, v.patience = retries(r), rng.Of(r, 3.0, 5, 10, 10, 20, 30, 60, 127)
	v.outage = [2]float64{-1, -1}
	if r.P(0.12) {
		at := r.U(0, s.Log.Seconds)
		v.outage = [2]float64{at, at + r.Log(30, 14400)}
	}
	n := r.Between(1, 3)
	if k.has("D") || k.has("r") {
		n = r.Between(2, 14)
	}
	for range n {
		v.hosts = append(v.hosts, v.host(s))
	}
	return v
}

func (k *Kind) has(letter string) bool { return strings.Contains(k.Place, letter) }

// host draws an address: at times one of our own interfaces serves.
func (v *service) host(s *site.Site) host {
	r := s.R
	h := host{iface: -1, os: rng.Of(r, tcp.Servers...), rtt: r.Log(0.0002, 0.003)}
	if v.kind.has("D") {
		h.os = rng.Of(r, tcp.Devices...)
		h.rtt = r.Log(0.001, 0.04)
	}
	switch {
	case v.outside:
		h.addr, h.rtt = s.Outside(), r.Log(0.004, 0.22)
	case !v.kind.has("D") && r.P(0.3):
		h.iface = r.N(len(s.Addrs))
		h.addr, h.os = s.Addrs[h.iface], tcp.Linux
	default:
		h.addr = s.Inside()
	}
	return h
}

// retries draws how a client comes back: at once, at a fixed pace, or with
// pauses that double up to a limit.
func retries(r *rng.R) func(r *rng.R, n int) float64 {
	base, limit := rng.Of(r, 1.0, 1, 2, 3, 5, 5, 10, 15, 30, 60), rng.Of(r, 10.0, 30, 60, 60, 120, 300, 600, 900)
	switch r.N(3) {
	case 0:
		return func(*rng.R, int) float64 { return base }
	case 1:
		factor := rng.Of(r, 1.5, 2, 2)
		return func(r *rng.R, n int) float64 {
			w := base
			for range min(n, 20) {
				w *= factor
			}
			return min(max(base, limit), w) * r.U(0.8, 1.2)
		}
	}
	return func(r *rng.R, _ int) float64 { return max(base, 1) * r.U(0.5, 4) }
}

// use is one client that talks with one server.
type use struct {
	v              *service
	client, server tcp.End
	path           tcp.Path
	dead           int // 0 lives, 1 refused, 2 without answer, 3 rejected at the interface
}

// run is the whole day of one connection after another.
func (u *use) run(s *site.Site, r *rng.R) {
	v, horizon := u.v, s.Log.Seconds
	warm := r.P(v.how.warm) && u.dead == 0
	t, tries := 0.0, 0
	sess := u.session(s, r, 0)
	if !warm {
		if t = v.how.pause(sess, 0); !v.how.pausing {
			t = r.U(0, min(horizon/3, 7200))
		}
	}
	for t < horizon {
		if u.dead > 0 || t >= v.outage[0] && t < v.outage[1] {
			sess = u.session(s, r, t)
			t = sess.Conn.Refuse(t, u.dead < 2 && v.seed&1 == 0, v.patience) + v.retry(r, tries)
			if tries > 20 {
				t += r.U(5, 15) // even the hasty give it a rest
			}
			tries++
			continue
		}
		tries = 0
		if !warm || t > 0 {
			sess = u.session(s, r, t)
		}
		until := t + v.how.stay(r)
		if t < v.outage[0] {
			until = min(until, v.outage[0])
		}
		begun := t
		if warm {
			sess.Conn.Settle(-r.F() * 5)
		} else {
			begun = sess.Greet(sess.Conn.Open(t))
		}
		for _, p := range v.parts {
			p(sess, begun, warm)
		}
		warm = false
		end := sess.Run(min(until, horizon), horizon, v.how.linger, v.side, rng.Of(r, v.ends...))
		t = max(t+0.05, v.how.pause(sess, end))
	}
	sess.Conn.Flush()
}

func (u *use) session(s *site.Site, r *rng.R, t float64) *talk.Sess {
	action := uint8(flow.Accept)
	if u.dead == 3 {
		action = flow.Reject
	}
	u.client.Port = uint16(r.Between(32768, 60999))
	if u.client.OS == tcp.Windows || u.client.OS == tcp.Mac {
		u.client.Port = uint16(r.Between(49152, 65535))
	}
	c := tcp.New(s.Log, r, u.client, u.server, u.path, action)
	for side, idle := range u.v.alive {
		if idle > 0 {
			c.KeepAlive(side, idle)
		}
	}
	return &talk.Sess{R: r, Conn: c, Frame: u.v.frame, Began: t, Zone: u.v.zone, Seed: u.v.seed}
}
