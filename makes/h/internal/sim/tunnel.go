package sim

// vpnOverhead is what OpenVPN over TCP adds to a packet: length, opcode and
// peer, packet number, and AEAD tag.
const vpnOverhead = 2 + 4 + 4 + 16

// Tunnel turns a fresh connection into an OpenVPN tunnel over TCP: control
// channel handshake, pings, and new keys every hour.
func (c *Conn) Tunnel(ping float64) {
	c.Call(16, 28)
	c.Call(c.Int(280, 600), c.Int(2200, 4800))
	c.Call(c.Int(1500, 3200), c.Int(300, 900))
	c.Call(c.Int(90, 400), c.Int(200, 700))
	c.Beat(Client, ping, 16+vpnOverhead, 0, true)
	c.Beat(Server, c.Jitter(ping, 0.05), 16+vpnOverhead, 0, true)
	c.Beat(Client, 3600, c.Int(2200, 4200), c.Int(3000, 6000), false)
}

// carry sends packets of an inner connection as messages of the outer one.
func (c *Conn) carry(from Side, t float64, packets, bytes int) {
	if packets > 0 {
		c.settle(t)
		c.put(from, t, bytes+packets*vpnOverhead)
	}
}

// Attempt is a connection attempt that comes to nothing.
type Attempt struct {
	Refused  bool    // answered by RST; else not answered
	Rejected bool    // turned away by the interface's own security group
	First    float64 // the first repetition of the SYN comes after this time
	Linear   int     // so many repetitions before the gap begins to double
	Patience float64 // when the program gives up
}

// Fail makes the attempt; the clock goes on to when the program knows.
func (a Attempt) Fail(clock *Clock, path *Path, log *Log, key Key) {
	key.Reject = a.Rejected
	out := NewFlow(log, key)
	out.Add(clock.Now, 1, path.Syn)
	if a.Refused {
		clock.Now += path.RTT
		back := NewFlow(log, key.Back())
		back.Add(clock.Now, 1, 40)
		back.Flush()
		out.Flush()
		return
	}
	spent := 0.0
	for gap, n := a.First, 0; spent+gap < a.Patience && n < 6+a.Linear; n++ {
		spent += gap
		out.Add(clock.Now+spent, 1, path.Syn)
		if n >= a.Linear {
			gap *= 2
		}
	}
	out.Flush()
	clock.Now += a.Patience
}
