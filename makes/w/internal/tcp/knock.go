package tcp

// Fault is why a connection cannot be made.
type Fault uint8

// The faults.
const (
	Healthy   Fault = iota
	Silent          // nothing comes back
	Refused         // a reset comes back
	DeniedOut       // dropped at the client's own interface
	DeniedIn        // the answer is dropped at the client's network ACL
	DeniedFar       // dropped at the server's interface
	Cut             // opened, then reset at the first message
)

// Knock tries to connect in vain for at most patience seconds and returns when
// the program learns of the failure.
func Knock(sink Sink, path Path, client, server Stack, fault Fault, t, patience float64) float64 {
	syn, ack := 20+client.SynHead, 20+min(client.SynHead, server.SynHead)
	lag := func(s Side) float64 {
		if s == path.Far {
			return path.RTT
		}
		return 0
	}
	if fault == Refused {
		for i := range client.Stubborn + 1 {
			at := t + 0.5*float64(i)
			sink.Packet(at, true, 1, syn)
			sink.Packet(at+lag(Server), false, 1, 40)
		}
		return t + 0.5*float64(client.Stubborn) + path.RTT
	}
	limit := client.GiveUp
	if patience > 0 {
		limit = min(limit, patience)
	}
	for _, off := range client.Resend {
		if off >= limit {
			break
		}
		sink.Packet(t+off, true, 1, syn)
		if fault == DeniedIn {
			sink.Packet(t+off+lag(Server), false, 1, ack)
		}
	}
	if fault == DeniedIn {
		for _, off := range [...]float64{1.1, 3.3, 7.5, 15.6} {
			if off < 2*limit {
				sink.Packet(t+off+lag(Server), false, 1, ack)
			}
		}
	}
	return t + limit
}
