package wire

import (
	"makes/u/internal/flow"
	"makes/u/internal/rng"
)

// Datagrams is a pipe over UDP or ICMP.
type Datagrams struct {
	link Link
	path *Path
	rnd  *rng.R
	quic bool
	due  [2]float64 // when a side acknowledges at the latest; QUIC only
	owed [2]int
}

// Init prepares the pipe. A QUIC pipe has a handshake and acknowledgements.
func (d *Datagrams) Init(link Link, path *Path, quic bool, r *rng.R) {
	*d = Datagrams{link: link, path: path, quic: quic, rnd: r}
}

// Open does the handshake of QUIC and nothing for others.
func (d *Datagrams) Open(t float64) float64 {
	if !d.quic {
		return t
	}
	half := d.path.RTT / 2
	d.link.Add(flow.Client, t, 1, 1228+d.rnd.Int(0, 52))
	n := d.rnd.Int(3, 5)
	d.link.Add(flow.Server, t+half, n, n*1228-d.rnd.Int(0, 900))
	d.link.Add(flow.Client, t+2*half, 2, 1228+d.rnd.Int(70, 120))
	d.link.Add(flow.Server, t+3*half, 1, d.rnd.Int(120, 600))
	return t + 2*half
}

// Send sends a message in as many datagrams as it needs.
func (d *Datagrams) Send(t float64, from flow.Side, n int) float64 {
	most := d.path.MTU - 28
	if d.quic {
		d.Settle(t)
		n += 30 + n/40
		most = 1322
		d.owed[from] = 0
	}
	count := max(1, (n+most-1)/most)
	lasts := 0.0
	if count > 20 {
		lasts = float64(n) / d.path.Rate
	}
	if lasts > 1 {
		d.link.Spread(from, t, t+lasts, count, n+28*count)
	} else {
		d.link.Add(from, t, count, n+28*count)
	}
	arrive := t + lasts + d.path.RTT/2
	if d.quic {
		other := from.Other()
		if acks := count / 2; acks > 0 {
			if lasts > 1 {
				d.link.Spread(other, t, arrive, acks, acks*(28+33))
			} else {
				d.link.Add(other, arrive, acks, acks*(28+33))
			}
			d.owed[other] = count % 2
		} else {
			d.owed[other]++
		}
		d.due[other] = arrive + 0.025
	}
	return arrive
}

// Settle sends the acknowledgements that are due.
func (d *Datagrams) Settle(t float64) {
	for s := range d.owed {
		if d.owed[s] > 0 && d.due[s] <= t {
			d.link.Add(flow.Side(s), d.due[s], 1, 28+33)
			d.owed[s] = 0
		}
	}
}

// Close ends QUIC with one datagram; other protocols just stop.
func (d *Datagrams) Close(t float64, by flow.Side, how Ending) float64 {
	d.Settle(t)
	if d.quic && how != Vanish {
		d.link.Add(by, t, 1, 28+d.rnd.Int(33, 60))
	}
	return t
}
