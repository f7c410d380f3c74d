package tcp

import "makes/x/internal/rnd"

// Path is what lies between two ends.
type Path struct {
	RTT    float64
	Jitter float64 // mean of what queues add to a trip
	Loss   float64 // odds of a packet being lost
	MTU    int
	Rate   float64 // bytes per second that a transfer reaches
	Idle   float64 // seconds after which a middlebox forgets a connection, 0 for never
	Abrupt bool    // the middlebox answers with a RST then; else it is silent
}

func (p *Path) trip(r *rnd.Rand) float64 {
	return p.RTT/2 + r.Exp(p.Jitter)
}
