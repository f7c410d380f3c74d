package sim

import (
	"makes/a/internal/flowlog"
	"makes/a/internal/rnd"
)

// Fate is how an attempt to connect fails.
type Fate int

const (
	Rejected  Fate = iota // by a security group: logged, never answered
	Dropped               // somewhere on the road
	Refused               // by the peer's kernel
	Swallowed             // connected, then nothing comes back
)

// Fail makes one vain attempt; the program gives up after a while, and has
// first bytes to say if it is connected.
func (p *Proc) Fail(to Target, fate Fate, patience float64, first int) {
	h := p.Host
	if _, ok := h.Labels[to.Peer.Addr]; !ok {
		h.Labels[to.Peer.Addr] = p.Label
	}
	f := h.Log.Open(flowlog.Key{Remote: to.Peer.Addr, LocalPort: h.ephemeral(), RemotePort: to.Port,
		Proto: flowlog.TCP, Reject: fate == Rejected})
	syn, head := 60, 52
	switch h.OS {
	case "windows":
		syn, head = 52, 40
	case "small":
		syn, head = 44, 40
	}
	switch fate {
	case Refused:
		tries := 1
		if h.OS == "windows" {
			tries = 3
		}
		for range tries {
			f.Add(true, p.Now, 1, syn)
			f.Add(false, p.Now+to.Peer.RTT, 1, 40)
			p.Sleep(to.Peer.RTT + 0.5*float64(tries-1)/2)
		}
	case Swallowed:
		f.Add(true, p.Now, 1, syn)
		p.Sleep(to.Peer.RTT)
		f.Add(false, p.Now, 1, syn)
		f.Add(true, p.Now, 1, head)
		end := p.Now + patience
		for wait := max(0.2, 1.5*to.Peer.RTT); p.Now < end; wait *= 2 {
			f.Add(true, p.Now, 1, first+head)
			p.Sleep(min(wait, end-p.Now))
		}
		f.Add(true, p.Now, 1, head)
	default:
		end := p.Now + patience
		for _, wait := range h.synWaits() {
			if p.Now >= end {
				break
			}
			f.Add(true, p.Now, 1, syn)
			p.Sleep(min(wait, end-p.Now))
		}
	}
}

// synWaits are the kernel's waits after each SYN.
func (h *Host) synWaits() []float64 {
	switch {
	case h.OS == "windows":
		return []float64{1, 2, 4, 8, 6}
	case h.OS == "small":
		return []float64{3, 6, 12, 24}
	case h.linear:
		return []float64{1, 1, 1, 1, 2, 4, 8, 16, 32, 64}
	}
	return []float64{1, 2, 4, 8, 16, 32, 64}
}

// Probe lets a stranger knock at a port; if it is not rejected, it finds it shut.
func (h *Host) Probe(t float64, port uint16, rejected bool) {
	f := h.Log.Open(flowlog.Key{Remote: h.World.publicAddr(), LocalPort: port, RemotePort: uint16(h.R.Int(1025, 65000)),
		Proto: flowlog.TCP, Reject: rejected})
	size := rnd.Pick(h.R, 40, 44, 52, 60)
	f.Add(false, t, 1, size)
	if !rejected {
		f.Add(true, t, 1, 40)
	} else if size == 60 && h.R.Chance(0.5) {
		f.Add(false, t+1, 1, size)
	}
}
