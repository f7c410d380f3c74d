package tcp

import (
	"makes/z/internal/clock"
	"makes/z/internal/flow"
	"makes/z/internal/rng"
)

// Fault is how a connection cannot be made.
type Fault int

// The faults.
const (
	// Silent: nobody answers.
	Silent Fault = iota
	// Refused: the other end resets.
	Refused
	// Egress: the client's security group or network ACL drops what it sends.
	Egress
	// Return: the network ACL drops the answers.
	Return
	// Ingress: the server's interface drops what arrives.
	Ingress
	// Slammed: the other end accepts and closes at once or after the first message.
	Slammed
)

// Fail tries to connect at t with a patience after which the program gives up, and tells when it knows.
func (n *Net) Fail(t clock.Time, c, s *Host, port uint16, p Path, r *rng.Rand, how Fault, patience clock.Time, first int) clock.Time {
	k := n.conn(t, c, s, port, p, r)
	size := k.syn()
	switch how {
	case Refused:
		k.emit(Client, t, 0, 1, size)
		k.emit(Server, t+k.half, 0, 1, 40)
		k.free()
		return t + p.RTT
	case Slammed:
		k.open(t)
		if first > 0 {
			t = k.Send(Client, k.Ready, first)
		}
		k.Finish(Server, max(t, k.Ready)+clock.Time(r.Int(1, 300))*clock.Milli, r.Chance(0.5))
		return t + p.RTT + 100*clock.Milli
	case Egress:
		k.Reject(Client)
		k.Blind(Server)
	case Ingress:
		k.Reject(Server)
	}
	wait := clock.Second
	if c.Stack.Sequential && r.Chance(0.5) {
		wait = 3 * clock.Second
	}
	end := t + patience
	var back *flow.Flow
	if how == Return {
		// The dropped answers are records of the reverse tuple and of another action than the requests.
		back = &flow.Flow{}
		back.Open(n.Book, flow.Tuple{Src: s.Addr, Dst: c.Addr, SrcPort: port, DstPort: k.SrcPort, Proto: 6},
			[2]*flow.Iface{nil, c.Iface}, k.half)
		back.Reject(1)
	}
	for i := 0; i <= c.Stack.Retries && t < end; i++ {
		k.emit(Client, t, 0, 1, size)
		if back != nil {
			back.Add(0, t+k.half, 0, 1, size)
		}
		t += wait
		wait *= 2
	}
	if back != nil {
		back.Close()
	}
	k.free()
	return min(t, end)
}
