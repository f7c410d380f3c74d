package wire

import (
	"time"

	"makes/g/internal/flowlog"
)

// Tunnel carries the packets of an inner connection as messages of an outer
// one (a VPN over TCP). It is the Sink of the inner connection.
type Tunnel struct {
	Outer     *Conn
	Overhead  int // bytes around each inner packet
	Ping      time.Duration
	PingBytes int
	next      [2]time.Duration
}

// Packets sends inner packets through the tunnel.
func (v *Tunnel) Packets(d flowlog.Dir, t time.Duration, n, bytes int) {
	if d == flowlog.In {
		t -= v.Outer.ends.Path.RTT / 2 // when the far end put it in
	}
	v.Pings(t)
	v.next[d] = t + v.Ping
	size := bytes / n
	for range n - 1 {
		v.Outer.send(d, t, []int{size + v.Overhead})
	}
	v.Outer.send(d, t, []int{bytes - size*(n-1) + v.Overhead})
}

// Pings sends the keep-alive messages of the tunnel up to t: each end pings
// when it has sent nothing for a while.
func (v *Tunnel) Pings(t time.Duration) {
	if v.Ping == 0 {
		return
	}
	for i := range v.next {
		if v.next[i] == 0 {
			v.next[i] = t + v.Ping
		}
		for ; v.next[i] <= t; v.next[i] += v.Ping {
			v.Outer.send(flowlog.Dir(i), v.next[i], []int{v.PingBytes})
		}
	}
}

// Done leaves the tunnel standing.
func (v *Tunnel) Done() {}
