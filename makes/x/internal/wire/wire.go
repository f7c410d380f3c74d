// Package wire has the few notions that all packet producers share: the two
// ends of a conversation and the place where packets are counted.
package wire

// Side is one end of a conversation.
type Side int

// The interface under observation is Near, its peer is Far.
const (
	Near Side = iota
	Far
)

// Header sizes in bytes.
const (
	IP         = 20
	UDP        = 28 // with the IP header
	TCP        = 40 // with the IP header, without options
	Timestamps = 12
)

// Sink takes packets as they pass the interface.
type Sink interface {
	// Packets counts n packets of together size bytes, sent by s and seen at t.
	Packets(s Side, t float64, n, size int)
	// Done says that the conversation is over.
	Done()
}

// Both is a sink that passes everything to two others.
type Both [2]Sink

// Packets implements Sink.
func (b Both) Packets(s Side, t float64, n, size int) {
	b[0].Packets(s, t, n, size)
	b[1].Packets(s, t, n, size)
}

// Done implements Sink.
func (b Both) Done() {
	b[0].Done()
	b[1].Done()
}
