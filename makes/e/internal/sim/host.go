package sim

import (
	"fmt"

	"makes/e/internal/flow"
)

// WarmUp is when programs may begin, so that the run opens on a busy network.
const WarmUp = -5400.0

// Host is a machine with one recorded interface.
type Host struct {
	World  *World
	Dice   Dice
	Addr   flow.Addr
	ENI    string
	Role   string
	Zone   float64 // hours that its people are ahead of UTC
	Public bool    // reachable from the internet
	stamps bool
	mtu    int
	delAck float64
	quick  int // acknowledgements sent at once when a connection is young
	linear bool
	lowest uint16 // first ephemeral port
	rec    *flow.Recorder
	resolv Peer
	count  int // programs so far
}

// NewHost makes the i-th machine of the world.
func (w *World) NewHost(i int, role string, public bool) *Host {
	d := NewDice(w.Seed, fmt.Sprint("host/", i))
	h := &Host{
		World: w, Dice: d, Addr: w.PrivateAddr(), ENI: NewENI(d), Role: role, Public: public,
		Zone: Pick(d, -8.0, -5, 0, 1, 1, 2, 5.5, 8), stamps: true, mtu: Pick(d, 9001, 9001, 1500, 8500),
		delAck: 0.04, quick: d.Int(2, 16), linear: d.Chance(0.3), lowest: 32768,
		resolv: w.Service(d, "resolver", 3, func() Peer { return w.Private(53) }),
	}
	if role == "desktop" && d.Chance(0.6) { // Windows
		h.stamps, h.mtu, h.delAck, h.quick, h.lowest = false, 1500, d.Between(0.04, 0.2), 1, 49152
	}
	h.rec = w.Store.NewRecorder(h.ENI, d.IntN(w.Store.Interval))
	return h
}

// Port draws an ephemeral port.
func (h *Host) Port() uint16 {
	top := uint16(60999)
	if h.lowest > 40000 {
		top = 65535
	}
	return h.lowest + uint16(h.Dice.IntN(int(top-h.lowest)+1))
}

// Finish ends the interface's log.
func (h *Host) Finish() { h.rec.Finish() }
