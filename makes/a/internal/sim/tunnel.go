package sim

import "makes/a/internal/rnd"

// Tunnel is a VPN over TCP: a connection whose messages are packets of others.
type Tunnel struct {
	outer *Conn
	extra int // bytes around an inner packet
	ping  float64
	inner *Conn
	said  [2]float64
}

// Tunnel connects to a VPN server and exchanges keys.
func (p *Proc) Tunnel(to Target) *Tunnel {
	r := p.R
	v := &Tunnel{outer: p.Dial(to), extra: rnd.Pick(r, 24, 26, 26, 50, 66), ping: rnd.Pick[float64](r, 10, 10, 10, 15, 25, 60)}
	v.exchangeKeys()
	for range r.Int(2, 5) { // options pushed
		v.outer.Ask(r.Int(60, 420), r.Int(60, 560), 0.05)
	}
	return v
}

func (v *Tunnel) exchangeKeys() {
	r := v.outer.p.R
	v.outer.Ask(r.Int(42, 90), r.Int(54, 100), 0.002)
	v.outer.Ask(r.Int(250, 700), r.Int(1800, 4200), 0.01)
	v.outer.Ask(r.Int(1500, 3000), r.Int(60, 300), 0.01)
}

// Add takes a packet of the inner connection.
func (v *Tunnel) Add(out bool, t float64, packets, bytes int) {
	p := v.outer.p
	now := p.Now
	p.Now = t
	for range packets {
		v.outer.message(out, bytes/packets+v.extra)
	}
	v.said[side(out)] = t
	p.Now = now
}

// Dial connects through the tunnel to a peer behind it.
func (v *Tunnel) Dial(to Target) *Conn {
	v.inner = v.outer.p.dialOver(v, to, 1348)
	return v.inner
}

// Timers are the tunnel's own: pings when a side is silent, and new keys.
func (v *Tunnel) Timers() []*Timer {
	p := v.outer.p
	var timers []*Timer
	for _, out := range []bool{false, true} {
		var t *Timer
		t = &Timer{At: p.Now + v.ping, Gap: func() float64 { return v.ping }, Do: func() {
			if p.Now-v.said[side(out)] < v.ping-0.01 {
				t.At = v.said[side(out)] + v.ping
				return
			}
			v.outer.message(out, 16+v.extra)
			v.said[side(out)] = p.Now
		}}
		timers = append(timers, t)
	}
	return append(timers, p.Each(func() float64 { return p.R.Around(3600, 0.03) }, v.exchangeKeys))
}

// Close takes the tunnel down.
func (v *Tunnel) Close() { v.outer.End() }
