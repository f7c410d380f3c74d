package wire

import "makes/u/internal/flow"

// Ending is how a connection ends.
type Ending uint8

// A connection is closed in order, reset, or one side just vanishes.
const (
	Fin Ending = iota
	Reset
	Vanish
)

// Pipe carries messages between a client and a server.
type Pipe interface {
	// Open begins at t and returns when the client may send.
	Open(t float64) float64
	// Send sends n bytes and returns when they have arrived.
	Send(t float64, from flow.Side, n int) float64
	// Settle sends what timers have made due up to t.
	Settle(t float64)
	// Close ends the connection and returns the time after.
	Close(t float64, by flow.Side, how Ending) float64
}

// Link is where a connection puts its packets: a flow, or a tunnel.
type Link interface {
	Add(from flow.Side, t float64, packets, bytes int)
	Lost(from flow.Side, t float64, packets, bytes int)
	Spread(from flow.Side, t0, t1 float64, packets, bytes int)
}
