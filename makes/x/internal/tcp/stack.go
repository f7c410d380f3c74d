// Package tcp simulates TCP connections message by message: segmentation,
// delayed and quick acknowledgements, Nagle's algorithm, keep-alive probes,
// loss with tail probes and time-outs, and middleboxes that forget connections.
package tcp

import "makes/x/internal/rnd"

// Stack is the behaviour of one implementation of TCP.
type Stack struct {
	Name       string
	Timestamps bool
	Syn        int     // bytes of a SYN with its IP header
	Delay      float64 // longest delay of an acknowledgement
	Every      int     // segments that force an acknowledgement
	Quick      int     // segments acknowledged at once at the start
	Merge      int     // segments that reach TCP as one under load
	MinRTO     float64
	TailProbe  bool // probes for a lost last segment
	SynWaits   []float64
	SynAgain   int // further SYNs after a RST
	Retries    int // retransmissions before a connection is given up
	ProbeByte  int // payload of a keep-alive probe
	ProbeGap   float64
	Probes     int
	Port       [2]int // ephemeral ports
	PortStep   bool   // ephemeral ports are taken in order
	MSS        int    // largest segment announced, 0 for that of the link
}

// The implementations known.
var (
	Linux = Stack{
		Name: "linux", Timestamps: true, Syn: 60, Delay: 0.04, Every: 2, Quick: 16, Merge: 10,
		MinRTO: 0.2, TailProbe: true, SynWaits: []float64{1, 2, 4, 8, 16, 32, 64}, Retries: 15,
		ProbeGap: 75, Probes: 9, Port: [2]int{32768, 60999},
	}
	LinuxOld = Stack{
		Name: "linux-old", Timestamps: true, Syn: 60, Delay: 0.2, Every: 2, Quick: 8, Merge: 4,
		MinRTO: 0.2, SynWaits: []float64{3, 6, 12, 24, 48}, Retries: 15,
		ProbeGap: 75, Probes: 9, Port: [2]int{32768, 61000},
	}
	LinuxNoTS = Stack{
		Name: "linux-nots", Syn: 52, Delay: 0.04, Every: 2, Quick: 16, Merge: 12,
		MinRTO: 0.2, TailProbe: true, SynWaits: []float64{1, 2, 4, 8, 16, 32, 64}, Retries: 8,
		ProbeGap: 15, Probes: 5, Port: [2]int{1024, 65535},
	}
	Windows = Stack{
		Name: "windows", Syn: 52, Delay: 0.04, Every: 2, Merge: 8,
		MinRTO: 0.3, TailProbe: true, SynWaits: []float64{1, 2, 4, 8, 16}, SynAgain: 2, Retries: 5,
		ProbeByte: 1, ProbeGap: 1, Probes: 10, Port: [2]int{49152, 65535}, PortStep: true,
	}
	WindowsOld = Stack{
		Name: "windows-old", Syn: 52, Delay: 0.2, Every: 2, Merge: 2,
		MinRTO: 0.3, SynWaits: []float64{3, 6, 12}, SynAgain: 2, Retries: 5,
		ProbeByte: 1, ProbeGap: 1, Probes: 10, Port: [2]int{49152, 65535}, PortStep: true,
	}
	BSD = Stack{
		Name: "bsd", Timestamps: true, Syn: 60, Delay: 0.1, Every: 2, Merge: 4,
		MinRTO: 0.23, SynWaits: []float64{1, 3, 3, 6, 12, 24}, Retries: 12,
		ProbeGap: 75, Probes: 8, Port: [2]int{10000, 65535},
	}
	Darwin = Stack{
		Name: "darwin", Timestamps: true, Syn: 64, Delay: 0.1, Every: 2, Merge: 6,
		MinRTO: 0.2, TailProbe: true, SynWaits: []float64{1, 1, 1, 1, 1, 2, 4, 8, 16}, Retries: 12,
		ProbeGap: 75, Probes: 8, Port: [2]int{49152, 65535},
	}
	Small = Stack{
		Name: "lwip", Syn: 44, Delay: 0.25, Every: 2, Merge: 1,
		MinRTO: 0.5, SynWaits: []float64{3, 6, 12, 24}, Retries: 12,
		ProbeByte: 1, ProbeGap: 75, Probes: 9, Port: [2]int{49152, 65535}, PortStep: true, MSS: 1024,
	}
	Appliance = Stack{
		Name: "appliance", Timestamps: true, Syn: 60, Delay: 0.2, Every: 1, Merge: 1,
		MinRTO: 0.25, SynWaits: []float64{1, 2, 4, 8}, Retries: 7,
		ProbeGap: 30, Probes: 4, Port: [2]int{1024, 65535},
	}
)

// Server draws the stack of a server somewhere.
func Server(r *rnd.Rand) *Stack {
	switch x := r.Float64(); {
	case x < 0.66:
		return &Linux
	case x < 0.76:
		return &LinuxNoTS
	case x < 0.85:
		return &Windows
	case x < 0.9:
		return &BSD
	case x < 0.94:
		return &LinuxOld
	default:
		return &Appliance
	}
}

// Client draws the stack of a device that visits a service from anywhere.
func Client(r *rnd.Rand) *Stack {
	switch x := r.Float64(); {
	case x < 0.45:
		return &Linux
	case x < 0.7:
		return &Windows
	case x < 0.9:
		return &Darwin
	case x < 0.94:
		return &Small
	default:
		return &LinuxNoTS
	}
}
