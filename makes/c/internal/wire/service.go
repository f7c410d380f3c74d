package wire

import (
	"fmt"

	"makes/c/internal/dice"
)

// Stack is the TCP of an operating system.
type Stack struct {
	Windows bool
	Stamps  bool    // timestamps option: 12 bytes more on each segment
	Syn     int     // IP length of a SYN
	Delay   float64 // of an acknowledgement
	Quick   int     // segments acknowledged at once at first, at most
	Thrift  int     // large segments for one acknowledgement
}

func newStack(d *dice.Dice) Stack {
	switch p := d.Float64(); {
	case p < 0.82:
		return Stack{Stamps: true, Syn: 60, Delay: d.U(0.038, 0.06), Quick: 16, Thrift: d.Int(2, 6)}
	case p < 0.96:
		return windowsStack(d)
	}
	return Stack{Syn: 44, Delay: d.U(0.1, 0.25), Quick: 2, Thrift: 2}
}

func windowsStack(d *dice.Dice) Stack {
	return Stack{Windows: true, Syn: 52, Delay: dice.Of(d, 0.04, 0.05, 0.2), Quick: 2, Thrift: d.Int(2, 4)}
}

// Service is a remote address with what is particular to it and to the way
// there.
type Service struct {
	Addr    uint32
	Port    uint16
	Stack   Stack
	MTU     int
	RTT     float64 // seconds
	Think   float64 // median time to answer
	Rate    float64 // bytes a second of long messages
	Loss    float64 // of packets
	TLS     int     // 12 or 13, if it speaks TLS
	Hello   int     // bytes of the client's first flight
	Chain   int     // bytes of certificates and their proof
	Tickets int     // bytes of session tickets
	Cipher  int     // bytes TLS 1.2 adds to a record
	Resume  float64 // chance that a session is resumed
	seed    uint64
}

// Dice draws the habits of the service: the same for every host, with the
// host's luck.
func (s *Service) Dice(h *Host) *dice.Dice {
	return dice.New(s.seed, fmt.Sprint("service", s.Addr)).Lucky(h.D)
}

// Private and Public say where a peer is.
const (
	Private = true
	Public  = false
)

func (w *World) newService(private bool, ports []uint16) *Service {
	d := w.d
	s := &Service{Addr: w.publicAddr(), Stack: newStack(d), MTU: 1500, seed: w.seed}
	if len(ports) > 0 {
		s.Port = dice.Of(d, ports...)
	}
	s.RTT, s.Rate, s.Loss = d.Log(0.001, 0.25), d.Log(2e5, 4e7), d.Log(1e-6, 3e-3)
	if private {
		s.Addr = w.PrivateAddr()
		s.RTT, s.Rate, s.Loss = d.Log(0.0001, 0.003), d.Log(1e7, 4e8), 0
		if d.Chance(0.8) {
			s.MTU = 9001
		}
	} else if d.Chance(0.15) {
		s.MTU = d.Int(1380, 1492)
	}
	s.Think = d.Log(0.0003, 0.2)
	s.TLS, s.Cipher = 13, dice.Of(d, 29, 29, 21, 37)
	if d.Chance(0.25) {
		s.TLS = 12
	}
	s.Hello = dice.Of(d, d.Int(190, 330), 517, d.Int(517, 700), d.Int(1400, 1800))
	s.Chain = dice.Of(d, d.Int(900, 1700), d.Int(2200, 3400), d.Int(3400, 5200))
	s.Tickets = dice.Of(d, 0, d.Int(180, 300), 2*d.Int(200, 290))
	if d.Chance(0.4) {
		s.Resume = d.U(0.2, 0.9)
	}
	return s
}
