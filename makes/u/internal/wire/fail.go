package wire

import (
	"makes/u/internal/flow"
	"makes/u/internal/rng"
)

// Fault is why a peer cannot be reached.
type Fault uint8

// The reasons: nothing listens (a reset answers), nothing answers, or a
// security group or network ACL drops a direction.
const (
	Healthy    Fault = iota
	Refused          // RST
	Silent           // no answer at all
	DeniedOut        // the client's interface drops what it sends
	DeniedIn         // the server's interface drops what arrives
	DeniedBack       // the client's interface drops the answers
)

// Attempt is an attempt to connect that fails. timeout is the patience of
// the application; it returns when the application learns of the failure.
func Attempt(f *flow.Flow, why Fault, t float64, client, server *Stack, rtt, timeout float64, r *rng.R) float64 {
	switch why {
	case DeniedOut:
		f.Deny(flow.Client, flow.Client)
	case DeniedIn:
		f.Deny(flow.Server, flow.Client)
	case DeniedBack:
		f.Deny(flow.Client, flow.Server)
	}
	if why == Refused {
		f.Add(flow.Client, t, 1, client.Syn)
		f.Add(flow.Server, t+rtt/2, 1, 40)
		if client.Low > 40000 && !client.Timestamps && r.Chance(0.9) {
			// Windows tries again twice after a reset.
			for _, w := range [...]float64{0.5, 1} {
				f.Add(flow.Client, t+w, 1, client.Syn)
				f.Add(flow.Server, t+w+rtt/2, 1, 40)
			}
			return t + 1 + rtt
		}
		return t + rtt
	}
	last := client.Tries[len(client.Tries)-1]
	if timeout <= 0 || timeout > 2*last {
		timeout = 2 * last
	}
	for n := -1; n < len(client.Tries); n++ {
		at := 0.0
		if n >= 0 {
			at = client.Tries[n]
		}
		if at >= timeout {
			break
		}
		f.Add(flow.Client, t+at, 1, client.Syn)
		if why == DeniedBack {
			f.Add(flow.Server, t+at+rtt, 1, min(client.Syn, server.Syn))
		}
	}
	return t + timeout
}
