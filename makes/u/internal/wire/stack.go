// Package wire turns the messages of an application into packets: TCP with
// its acknowledgements, timers and losses, TLS records, datagrams, and
// tunnels that carry one connection inside another.
package wire

// Stack is how an operating system speaks TCP.
type Stack struct {
	Timestamps bool
	Syn        int       // bytes of a SYN packet
	Delay      float64   // delayed acknowledgement timer, seconds
	Quick      int       // segments acknowledged at once in a new connection
	Second     bool      // acknowledges every second segment, whatever its size
	Tries      []float64 // times of the SYN packets after the first
	Low        int       // ephemeral ports
	High       int
}

// The stacks in use.
var (
	Linux = &Stack{Timestamps: true, Syn: 60, Delay: 0.040, Quick: 16,
		Tries: []float64{1, 3, 7, 15, 31, 63}, Low: 32768, High: 60999}
	LinuxNew = &Stack{Timestamps: true, Syn: 60, Delay: 0.040, Quick: 16,
		Tries: []float64{1, 2, 3, 4, 5, 7, 11, 19, 35, 67}, Low: 32768, High: 60999}
	LinuxBare = &Stack{Syn: 52, Delay: 0.040, Quick: 16,
		Tries: []float64{1, 3, 7, 15, 31, 63}, Low: 32768, High: 60999}
	Windows = &Stack{Syn: 52, Delay: 0.050, Second: true,
		Tries: []float64{1, 3, 7, 15}, Low: 49152, High: 65535}
	WindowsOld = &Stack{Syn: 52, Delay: 0.200, Second: true,
		Tries: []float64{3, 9}, Low: 49152, High: 65535}
	Apple = &Stack{Timestamps: true, Syn: 64, Delay: 0.100, Quick: 4,
		Tries: []float64{1, 2, 3, 4, 5, 7, 11, 19}, Low: 49152, High: 65535}
	BSD = &Stack{Timestamps: true, Syn: 60, Delay: 0.100, Second: true,
		Tries: []float64{1, 3, 7, 15, 31}, Low: 10000, High: 65535}
	Embedded = &Stack{Syn: 44, Delay: 0.250, Second: true,
		Tries: []float64{3, 9, 21, 45}, Low: 49153, High: 65535}
	Solaris = &Stack{Timestamps: true, Syn: 64, Delay: 0.100, Second: true,
		Tries: []float64{1, 3, 7, 15, 31}, Low: 32768, High: 65535}
)

// head is the size of the IP and TCP headers between two stacks.
func head(a, b *Stack) int {
	if a.Timestamps && b.Timestamps {
		return 52
	}
	return 40
}
