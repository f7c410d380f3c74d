// Package tcp turns messages into the packets that TCP stacks send for them:
// segments, acknowledgements with delay, handshakes, keep-alives, repeats.
package tcp

import "makes/w/internal/rng"

// Side is an end of a connection.
type Side uint8

// The two ends.
const (
	Client Side = iota
	Server
)

// Stack is how an operating system's TCP behaves.
type Stack struct {
	MTU      int
	Stamps   bool      // timestamps option offered
	SynHead  int       // TCP header length of its SYN
	Delack   float64   // seconds a lone segment's acknowledgement waits
	AckEvery float64   // segments per acknowledgement within a burst
	Quick    int       // segments acknowledged at once at the start
	Resend   []float64 // when SYNs are sent
	GiveUp   float64   // when the stack stops trying to connect
	Stubborn int       // further SYNs after a reset
	RTOMin   float64
}

// Family is a kind of operating system.
type Family uint8

// The families.
const (
	Linux Family = iota
	OldLinux
	Windows
	Unix // AIX, Solaris, HP-UX
	Mainframe
	Appliance // embedded controllers, old firmware
	BSD
)

// NewStack draws the stack of one host. Jumbo says whether its link has an MTU
// of 9001.
func NewStack(g *rng.R, f Family, jumbo bool) Stack {
	s := Stack{MTU: 1500, Stamps: true, SynHead: 40, RTOMin: 0.2}
	if jumbo {
		s.MTU = 9001
	}
	s.Resend, s.GiveUp = []float64{0, 1.02, 3.05, 7.2, 15.3, 31.7, 64.5}, 130
	switch f {
	case Linux:
		s.Delack, s.AckEvery, s.Quick = 0.04, g.Between(2, 9), g.Int(3, 16)
	case OldLinux:
		s.Delack, s.AckEvery, s.Quick = 0.04, g.Between(2, 4), g.Int(6, 16)
		s.Resend, s.GiveUp = []float64{0, 3, 9, 21, 45, 93}, 189
	case Windows:
		s.Stamps, s.SynHead = g.Chance(0.08), 32
		s.Delack, s.AckEvery, s.RTOMin = rng.Pick(g, []float64{0.04, 0.2, 0.2, 0.05}), 2, 0.3
		s.Resend, s.GiveUp, s.Stubborn = []float64{0, 3, 9}, 21, 2
		if g.Chance(0.5) {
			s.Resend = []float64{0, 1, 3, 7, 15}
		}
		if s.Stamps {
			s.SynHead = 40
		}
	case Unix:
		s.Stamps, s.SynHead = g.Chance(0.4), 32
		s.Delack, s.AckEvery, s.RTOMin = rng.Pick(g, []float64{0.2, 0.05, 0.1}), 2, 0.5
		s.Resend, s.GiveUp = []float64{0, 3, 9.5, 22, 46}, 75
		if s.Stamps {
			s.SynHead = 40
		}
	case Mainframe:
		s.Stamps, s.SynHead = g.Chance(0.5), 32
		s.Delack, s.AckEvery, s.RTOMin = 0.25, 2, 0.5
		s.MTU = rng.Pick(g, []int{1492, 1500, 8992, 1500})
		s.Resend, s.GiveUp = []float64{0, 3, 9, 21}, 75
	case Appliance:
		s.Stamps, s.SynHead = false, 24
		s.Delack, s.AckEvery = rng.Pick(g, []float64{0, 0, 0.1, 0.2, 0.25}), g.Between(1, 2)
		s.MTU = rng.Pick(g, []int{1500, 1500, 1064, 576, 1400})
		s.RTOMin = g.Between(0.3, 1.5)
		s.Resend, s.GiveUp = []float64{0, 3, 9, 21, 45}, 75
	case BSD:
		s.Delack, s.AckEvery = 0.1, 2
		s.Resend, s.GiveUp = []float64{0, 1, 2.1, 4.2, 8.4, 16.6, 33}, 75
	}
	return s
}

// Path is what lies between two hosts.
type Path struct {
	RTT     float64
	Loss    float64 // chance of a segment to be sent again
	Rate    float64 // bytes per second of a bulk transfer
	MTU     int
	NATIdle float64 // seconds of silence after which a middlebox forgets, 0 never
	Far     Side    // the end away from the interface
}
