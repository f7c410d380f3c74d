package sim

// Fate is what becomes of a connection attempt.
type Fate int

// The fates: Open answers, Refused resets, Silent never answers, Egress and Ingress are dropped by the rules at the
// client's or the server's interface, NoReturn lets the SYN in but drops the answer (a stateless network ACL).
const (
	Open Fate = iota
	Refused
	Silent
	Egress
	Ingress
	NoReturn
)

// Knock tries to connect and fails in the given way, with the client's own repetitions; it takes as long as the client waits.
func (x *Ctx) Knock(a, b *Host, port int, fate Fate) {
	c := x.newConn(a, b, a.ephemeral(), uint16(port))
	defer c.flush()
	if fate == Egress {
		c.drop(0, 0)
	}
	if fate == Ingress {
		c.drop(0, 1)
	}
	if fate == NoReturn {
		c.drop(1, 1)
	}
	wait := 0.0
	tries := append([]float64{0}, a.Stack.Syn...)
	for _, gap := range tries {
		wait += gap
		if x.Limit > 0 && wait >= x.Limit {
			break
		}
		c.emit(0, x.T+wait, 1, c.synBytes(a))
		if fate == Refused {
			c.emit(1, x.T+wait+c.rtt, 1, 40)
			// Windows tries a refused port twice more.
			if a.Stack.ProbeBytes == 1 {
				c.emit(0, x.T+wait+0.5, 2, 2*c.synBytes(a))
				c.emit(1, x.T+wait+0.5+c.rtt, 2, 80)
				x.Sleep(1)
			}
			x.Sleep(c.rtt)
			return
		}
		if fate == NoReturn {
			c.emit(1, x.T+wait+c.rtt, 1, c.synBytes(b))
		}
	}
	last := 2 * tries[len(tries)-1]
	if x.Limit > 0 {
		x.Sleep(x.Limit)
		return
	}
	x.Sleep(wait + last)
}

// drop makes the packets of a direction count as rejected at the interface of a side (0 client, 1 server), and
// nowhere else seen when the drop comes before the wire.
func (c *Conn) drop(direction, side int) {
	for v := range c.views {
		t := &c.views[v][direction]
		if v == side {
			t.Reject = true
			continue
		}
		// Packets dropped on the way out, and answers dropped on the way out, never reach the other side.
		if direction == 0 && side == 0 || direction == 1 && side == 1 {
			t.If = nil
		}
	}
}
