package life

import (
	"makes/ac/internal/flow"
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
	"makes/ac/internal/wire"
)

// use is one pair of addresses between which a program runs.
type use struct {
	w        *World
	r        *rnd.R
	d        *Deploy
	f        *Iface // at which it is seen
	peer     uint32
	peerHost *tcp.Host
	in       bool // the peer is the client
	port     int
	rtt      float64
	loss     float64
	rate     float64
	end      float64
	curve    *Curve
	busy     float64 // how much more or less than others this one does
}

func (u *use) side() int {
	if u.in {
		return wire.Server
	}
	return wire.Client
}

// views are those of the interfaces that see a connection.
func (u *use) views() []flow.View {
	h := u.f.Host
	if u.in {
		h = u.peerHost
	}
	eph, port := uint16(u.r.Int(h.Ports[0], h.Ports[1])), uint16(u.port)
	t := flow.Tuple{Iface: u.f.N, A: u.f.IP, B: u.peer, PA: eph, PB: port, Proto: 6}
	if u.in {
		t.PA, t.PB = port, eph
	}
	v := []flow.View{u.w.Log.View(t)}
	if other := u.w.byIP[u.peer]; other != nil {
		v = append(v, u.w.Log.View(flow.Tuple{Iface: other.N, A: t.B, B: t.A, PA: t.PB, PB: t.PA, Proto: 6}))
	}
	return v
}

func (u *use) conn() *tcp.Conn {
	return tcp.New(u.r, u.views(), [2]*tcp.Host{u.f.Host, u.peerHost}, u.side(), u.rtt, u.loss, u.rate)
}

// dial opens a connection.
func (u *use) dial(t float64) (*wire.Link, float64) {
	return wire.Dial(u.r, u.conn(), &u.d.layers, u.side(), t)
}

// begin gives a connection that is there at t=0 already, or one that will be.
func (u *use) begin(old float64) (*wire.Link, float64) {
	if u.r.Chance(old) {
		return wire.Attach(u.r, u.conn(), &u.d.layers, u.side(), 0), 0
	}
	return u.dial(u.r.Exp(u.end / 6))
}

// ask sends a beat's message and its answer, if it has one, and says when all
// is over.
func (u *use) ask(k *wire.Link, t float64, b *ticker) float64 {
	from := wire.Client
	if b.server {
		from = wire.Server
	}
	t = k.Send(t, from, b.size.next(u.r, b.count, &b.walk))
	if b.answered {
		t += u.r.LogN(b.delay, .5)
		t = k.Send(t, 1-from, b.reply.next(u.r, b.count, &b.walk))
	}
	return t
}

// sizes draws a request and an answer of the first beat.
func (u *use) sizes(b *ticker) (int, int) {
	b.count++
	return b.size.next(u.r, b.count, &b.walk), b.reply.next(u.r, b.count, &b.walk)
}

// backoff is how long a program waits before it connects for the n-th time.
func (u *use) backoff(n int) float64 {
	wait := u.d.retry
	switch u.d.back {
	case 0:
	case 1:
		wait = min(wait*float64(int(1)<<min(n, 12)), 300)
	case 2:
		wait = u.r.F() * min(wait*float64(int(1)<<min(n, 12)), 120)
	default:
		wait *= u.r.Between(.5, 1.5)
	}
	return wait + .01
}

// tickers starts all beats.
func (u *use) tickers(t float64) []ticker {
	ks := make([]ticker, len(u.d.beats))
	for i := range ks {
		ks[i] = u.d.beats[i].start(u.r, t)
	}
	return ks
}

// next is the beat that comes first; one that waits for silence is put off.
func next(ks []ticker, last float64) *ticker {
	for {
		best := &ks[0]
		for i := range ks {
			if ks[i].at < best.at {
				best = &ks[i]
			}
		}
		if best.clock == '^' && best.at < last+best.every-1e-6 {
			best.at = last + best.every
			continue
		}
		return best
	}
}

// close ends a connection as the deployment does.
func (u *use) close(k *wire.Link, t float64) {
	if t < u.end {
		k.Close(t, u.d.closer, u.d.how)
	} else {
		k.C.Wait(u.end)
		k.C.Close(u.end+1, 0, "none")
	}
}
