// Package tcp moves messages over connections as segments, and tells the flow
// log of each packet.
package tcp

import "makes/ac/internal/rnd"

// Host is what an end's system makes of TCP.
type Host struct {
	Syn        int  // IP size of its SYN
	Stamps     bool // timestamps
	MSS        int
	AckEvery   int // segments for an acknowledgement
	Delay      [2]float64
	Quick      int     // segments acknowledged at once after the handshake
	Probe      float64 // keep-alive after that much silence, 0 for none
	ProbeByte  int     // some systems probe with a byte of garbage
	Ports      [2]int  // of clients
	SynRetry   []float64
	ResetClose bool // ends with a reset rather than a FIN
}

var linuxRetry = []float64{1, 2, 4, 8, 16, 32}

// Draw gives an end some system: what servers, desktops or things run.
func Draw(r *rnd.R, family string) *Host {
	h := &Host{Syn: 60, Stamps: true, MSS: 1460, AckEvery: 2, Delay: [2]float64{.04, .044}, Quick: r.Int(2, 16),
		Ports: [2]int{32768, 60999}, SynRetry: linuxRetry}
	switch family {
	case "server":
		switch r.N(12) {
		case 0:
			windows(h)
		case 1: // a BSD appliance or balancer
			h.Delay, h.Ports, h.Quick = [2]float64{.04, .1}, [2]int{10000, 65535}, 0
		case 2: // timestamps switched off by a guide to hardening
			h.Syn, h.Stamps = 52, false
		case 3, 4: // large receive offload
			h.AckEvery = r.Int(4, 12)
		}
	case "desktop":
		switch r.N(4) {
		case 0: // a Mac or a phone
			h.Syn, h.Delay, h.Ports, h.Quick = 64, [2]float64{.03, .1}, [2]int{49152, 65535}, 0
			h.SynRetry = []float64{1, 1, 1, 1, 1, 2, 4, 8}
		case 1:
			h.MSS = rnd.Pick(r, 1380, 1412, 1452, 1400)
		default:
			windows(h)
		}
	case "thing":
		h.Syn, h.Stamps, h.MSS, h.Quick, h.Delay = 44, false, rnd.Pick(r, 536, 1024, 1436, 1460, 1460), 0, [2]float64{.1, .25}
		h.Ports, h.SynRetry = [2]int{1025, 65535}, []float64{3, 6, 12}
		if r.Chance(.4) {
			h.AckEvery = 1
		}
	}
	if r.Chance(.15) {
		h.MSS = min(h.MSS, rnd.Pick(r, 1360, 1400, 1440))
	}
	switch r.N(7) {
	case 0:
		h.Probe = 7200
	case 1:
		h.Probe = rnd.Pick(r, 15.0, 30, 30, 45)
	case 2:
		h.Probe = rnd.Pick(r, 60.0, 75, 120, 180, 300, 600)
	}
	h.ResetClose = r.Chance(.1)
	return h
}

func windows(h *Host) {
	h.Syn, h.Stamps, h.Delay, h.Quick, h.ProbeByte = 52, false, [2]float64{.04, .2}, 0, 1
	h.Ports, h.SynRetry = [2]int{49152, 65535}, []float64{3, 6, 12}
}
