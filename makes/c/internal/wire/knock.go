package wire

import "makes/c/internal/dice"

// Fate is how a connection attempt fails.
type Fate int

// The ways an attempt fails.
const (
	Refused  Fate = iota // a RST answers
	Dropped              // nothing answers
	Rejected             // the security group stops the SYN on its way out
	OneWay               // the network ACL stops the SYN-ACK on its way in
)

// synTimes are when an operating system sends a SYN and repeats it: the
// classic doubling, that of Linux since 6.5, that of Windows.
var synTimes = [][]float64{
	{0, 1.02, 3.05, 7.1, 15.2, 31.6, 64.8},
	{0, 1.01, 2.03, 3.04, 4.06, 6.1, 10.2, 18.4, 34.8, 67},
	{0, 1, 3, 7, 15},
}

// Knock tries in vain to connect for at most the given time and returns when
// the program knows.
func (h *Host) Knock(t float64, s *Service, fate Fate, patience float64) float64 {
	port := h.Ephemeral()
	out := flow{host: h, rec: Record{Src: h.Addr, Dst: s.Addr, Sport: port, Dport: s.Port, Proto: TCP, Reject: fate == Rejected}}
	in := flow{host: h, rec: Record{Src: s.Addr, Dst: h.Addr, Sport: s.Port, Dport: port, Proto: TCP, Reject: fate == OneWay}}
	defer out.flush()
	defer in.flush()
	if fate == Refused {
		out.add(t, 1, h.Stack.Syn)
		in.add(t+s.RTT, 1, 40)
		return t + s.RTT
	}
	given := 127.0
	for _, after := range h.synTimes() {
		if after > patience {
			break
		}
		out.add(t+after, 1, h.Stack.Syn)
		if fate == OneWay {
			in.add(t+after+s.RTT, 1, s.Stack.Syn)
		}
	}
	if h.Stack.Windows {
		given = 21
	}
	return t + min(patience, given)
}

// synTimes is the habit of this host's kernel.
func (h *Host) synTimes() []float64 {
	if h.Stack.Windows {
		return synTimes[2]
	}
	return synTimes[int(h.Addr)%2]
}

// Intrude is an unwanted SYN from outside that the security group rejects.
func (h *Host) Intrude(t float64, s *Service, port uint16) {
	f := flow{host: h, rec: Record{Src: s.Addr, Dst: h.Addr, Sport: uint16(h.D.Int(1024, 65535)), Dport: port, Proto: TCP, Reject: true}}
	f.add(t, 1, dice.Of(h.D, 40, 44, 60))
	f.flush()
}
