package wire

import "makes/v/internal/rng"

// Stack is the TCP of an operating system.
type Stack struct {
	Name     string
	Stamps   bool    // timestamps option, 12 bytes on each segment
	DelAck   float64 // delayed acknowledgement timer
	Every    int     // full segments per acknowledgement within a burst
	Quick    int     // segments acknowledged at once after the start
	SynOpts  int     // bytes of options on SYN
	Probe    int     // payload bytes of a keep-alive probe
	KeepIdle float64 // default idle time where a program only turns keep-alive on
	KeepGap  float64
	Lo, Hi   int // ephemeral ports
	Even     bool
	SynTries []float64 // when SYNs of an unanswered connect go out
	RstRetry bool      // connects again a few times after RST
}

// The stacks.
var (
	Linux = &Stack{Name: "linux", Stamps: true, DelAck: 0.040, Every: 2, Quick: 8, SynOpts: 20,
		KeepIdle: 7200, KeepGap: 75, Lo: 32768, Hi: 60999, Even: true,
		SynTries: []float64{0, 1, 3, 7, 15, 31, 63}}
	LinuxGRO = &Stack{Name: "linux-gro", Stamps: true, DelAck: 0.040, Every: 8, Quick: 16, SynOpts: 20,
		KeepIdle: 7200, KeepGap: 75, Lo: 32768, Hi: 60999, Even: true,
		SynTries: []float64{0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67}}
	LinuxPlain = &Stack{Name: "linux-nots", DelAck: 0.040, Every: 2, Quick: 8, SynOpts: 12,
		KeepIdle: 7200, KeepGap: 75, Lo: 10240, Hi: 65535,
		SynTries: []float64{0, 1, 3, 7, 15, 31, 63}}
	Windows = &Stack{Name: "windows", DelAck: 0.040, Every: 2, SynOpts: 12, Probe: 1,
		KeepIdle: 7200, KeepGap: 1, Lo: 49152, Hi: 65535,
		SynTries: []float64{0, 1, 3, 7, 15}, RstRetry: true}
	WindowsOld = &Stack{Name: "windows-old", DelAck: 0.200, Every: 2, SynOpts: 12, Probe: 1,
		KeepIdle: 7200, KeepGap: 1, Lo: 49152, Hi: 65535,
		SynTries: []float64{0, 3, 9}, RstRetry: true}
	BSD = &Stack{Name: "bsd", Stamps: true, DelAck: 0.100, Every: 2, SynOpts: 20,
		KeepIdle: 7200, KeepGap: 75, Lo: 10000, Hi: 65535,
		SynTries: []float64{0, 1, 2.2, 4.4, 8, 14, 26}}
	Mac = &Stack{Name: "mac", Stamps: true, DelAck: 0.100, Every: 4, SynOpts: 24,
		KeepIdle: 7200, KeepGap: 75, Lo: 49152, Hi: 65535,
		SynTries: []float64{0, 1, 2, 3, 4, 5, 7, 11, 19}}
	Embedded = &Stack{Name: "lwip", DelAck: 0.250, Every: 2, SynOpts: 4,
		KeepIdle: 7200, KeepGap: 75, Lo: 49152, Hi: 65535,
		SynTries: []float64{0, 3, 9, 21}}
)

// HostStack draws the stack of a cloud host.
func HostStack(r *rng.R) *Stack {
	all := []*Stack{Linux, LinuxGRO, LinuxPlain, Windows, WindowsOld, BSD}
	return all[r.Weighted([]float64{50, 22, 5, 14, 6, 3})]
}

// PeerStack draws the stack of a server somewhere.
func PeerStack(r *rng.R) *Stack {
	all := []*Stack{Linux, LinuxGRO, LinuxPlain, Windows, BSD}
	return all[r.Weighted([]float64{55, 25, 8, 6, 6})]
}

// VisitorStack draws the stack of a client out in the internet.
func VisitorStack(r *rng.R) *Stack {
	all := []*Stack{Linux, LinuxPlain, Windows, Mac, Embedded, BSD}
	return all[r.Weighted([]float64{30, 5, 28, 25, 8, 4})]
}

// Port draws an ephemeral port.
func (s *Stack) Port(r *rng.R) uint16 {
	p := r.Int(s.Lo, s.Hi)
	if s.Even && r.Chance(0.9) {
		p &^= 1
	}
	return uint16(p)
}
