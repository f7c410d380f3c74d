// Package places hands out addresses, and keeps the services that several
// interfaces share.
package places

import (
	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// Places knows every address of a run.
type Places struct {
	dice     *dice.Dice
	end      float64
	used     map[uint32]bool
	services map[string][]*netsim.Peer
}

// New makes an empty world of the given length in seconds.
func New(d *dice.Dice, end float64) *Places {
	return &Places{d, end, map[uint32]bool{}, map[string][]*netsim.Peer{}}
}

// Local takes a free address in 10.0.0.0/16.
func (w *Places) Local() uint32 {
	for {
		a := uint32(10<<24) | uint32(w.dice.Int(0, 255)<<8|w.dice.Int(5, 250))
		if !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

// global takes a free public address.
func (w *Places) global() uint32 {
	for {
		a := w.dice.Uint32()
		b0, b1 := a>>24, a>>16&255
		special := b0 == 0 || b0 == 10 || b0 == 127 || b0 >= 224 || b0 == 100 && b1>>6 == 1 ||
			b0 == 169 && b1 == 254 || b0 == 172 && b1>>4 == 1 || b0 == 192 && (b1 == 168 || b1 == 0) ||
			b0 == 198 && (b1 == 18 || b1 == 19 || b1 == 51) || b0 == 203 && b1 == 0
		if !special && !w.used[a] {
			w.used[a] = true
			return a
		}
	}
}

// Stranger is a peer nobody else talks to.
func (w *Places) Stranger(private bool) *netsim.Peer {
	if private {
		return netsim.NewPeer(w.dice, w.Local(), true)
	}
	return netsim.NewPeer(w.dice, w.global(), false)
}

// Server is a stranger that is restarted, or breaks down, now and then.
func (w *Places) Server(private bool) *netsim.Peer {
	p := w.Stranger(private)
	p.Outages = netsim.Outages(w.dice, w.end, w.dice.Scale(8*3600, 90*netsim.Day), w.dice.Scale(2, 120))
	return p
}

// Service is one of the few servers of a name; interfaces share them.
func (w *Places) Service(name string, private bool) *netsim.Peer {
	if private {
		name += " (private)"
	}
	all := w.services[name]
	if all == nil {
		for range w.dice.Size(2, 14) {
			all = append(all, w.Server(private))
		}
		w.services[name] = all
	}
	return all[w.dice.Rank(len(all))]
}
