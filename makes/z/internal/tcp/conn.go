package tcp

import (
	"makes/z/internal/clock"
	"makes/z/internal/flow"
	"makes/z/internal/rng"
)

// Client and Server are the sides of a connection.
const (
	Client = 0
	Server = 1
)

// Conn is a TCP connection. Its client is side 0.
type Conn struct {
	flow.Flow
	// Ready is when the handshakes are done.
	Ready clock.Time
	// Seen is the time of the last segment.
	Seen clock.Time
	// Via is the tunnel that carries the packets instead of the network.
	Via *Conn

	net   *Net
	r     *rng.Rand
	hdr   int
	mss   int
	over  int
	half  clock.Time
	path  Path
	stack [2]*Stack
	owed  [2]int
	quick [2]int
	due   [2]clock.Time
	last  [2]clock.Time
	probe [2]clock.Time
}

func (n *Net) conn(t clock.Time, c, s *Host, port uint16, p Path, r *rng.Rand) *Conn {
	var k *Conn
	if l := len(n.free); l > 0 {
		k = n.free[l-1]
		n.free = n.free[:l-1]
	} else {
		k = &Conn{}
	}
	*k = Conn{net: n, r: r, path: p, half: p.RTT / 2, Ready: t, Seen: t,
		stack: [2]*Stack{&c.Stack, &s.Stack}, quick: [2]int{c.Stack.Quick, s.Stack.Quick}, last: [2]clock.Time{t, t}}
	k.hdr = 40
	k.mss = min(c.Stack.MSS, s.Stack.MSS)
	if p.MSS > 0 {
		k.mss = min(k.mss, p.MSS)
	}
	if c.Stack.Stamps && s.Stack.Stamps {
		k.hdr = 52
		k.mss -= 12
	}
	k.Open(n.Book, flow.Tuple{Src: c.Addr, Dst: s.Addr, SrcPort: c.Port(r), DstPort: port, Proto: 6},
		[2]*flow.Iface{c.Iface, s.Iface}, k.half)
	return k
}

// syn is the size of a segment that opens: options for MSS, window scale, selective acknowledgement and stamps.
func (k *Conn) syn() int {
	if k.hdr == 52 {
		return 60
	}
	return 48 + 4*(k.mss&1)
}

// Dial opens a connection; it is ready at its field Ready.
func (n *Net) Dial(t clock.Time, c, s *Host, port uint16, p Path, r *rng.Rand) *Conn {
	k := n.conn(t, c, s, port, p, r)
	k.open(t)
	return k
}

// DialVia opens a connection inside of a tunnel; nothing of it is seen but the tunnel's own packets.
func (n *Net) DialVia(t clock.Time, via *Conn, c, s *Host, port uint16, p Path, r *rng.Rand) *Conn {
	k := n.conn(t, c, s, port, p, r)
	k.Blind(Client)
	k.Blind(Server)
	k.Via = via
	k.open(t)
	return k
}

func (k *Conn) open(t clock.Time) {
	if k.r.Chance(k.path.Loss) {
		k.emit(Client, t, 0, 1, k.syn())
		t += clock.Second
	}
	k.emit(Client, t, 0, 1, k.syn())
	k.emit(Server, t+k.half, 0, 1, k.syn())
	k.emit(Client, t+2*k.half, 0, 1, k.hdr)
	k.Ready = t + 2*k.half
	k.Seen = k.Ready
	k.last = [2]clock.Time{k.Ready, k.Ready}
}

// emit puts packets on the wire, or into the tunnel one by one.
func (k *Conn) emit(side int, t, span clock.Time, n, bytes int) {
	if k.Via == nil {
		k.Add(side, t, span, n, bytes)
		return
	}
	for range n {
		k.Via.Send(side, t, bytes/n)
	}
}

// Probe makes a side send TCP keep-alives after such idle spans.
func (k *Conn) Probe(side int, idle clock.Time) { k.probe[side] = idle }

// Send transmits a message of a side from t on and tells when all of it has arrived.
func (k *Conn) Send(side int, t clock.Time, size int) clock.Time {
	if size <= 0 {
		return t
	}
	if k.over > 0 {
		size += k.over * (1 + size/16384)
	}
	peer := 1 - side
	t = max(t, k.last[side])
	k.release(side, t)
	n := (size + k.mss - 1) / k.mss
	var span clock.Time
	if n > 10 {
		for w := 10; w < n && w < 640; w *= 2 {
			span += k.path.RTT
		}
		if k.path.Rate > 0 {
			span += clock.Secs(float64(size) / k.path.Rate)
		}
	}
	k.emit(side, t, span, n, size+n*k.hdr)
	arrival := t + k.half + span
	if lost := float64(n) * k.path.Loss; lost > 0 && k.r.Chance(lost) {
		wait := k.path.RTT + 200*clock.Milli
		if n > 4 {
			wait = k.path.RTT
			k.emit(peer, arrival, 0, 3, 3*(k.hdr+12))
		}
		k.emit(side, t+span+wait, 0, 1, min(size, k.mss)+k.hdr)
		arrival += wait
	}
	s := k.stack[peer]
	every := s.Every
	if n > 6 {
		every *= s.Merge
	}
	got := k.owed[peer] + n
	if acks := got / every; acks > 0 {
		k.emit(peer, arrival-span, span, acks, acks*k.hdr)
		k.quick[peer] -= min(k.quick[peer], got)
	}
	rest := got % every
	if rest > 0 {
		if k.quick[peer] > 0 || s.DelAck == 0 {
			k.quick[peer]--
			k.emit(peer, arrival, 0, 1, k.hdr)
			rest = 0
		} else {
			k.due[peer] = arrival + s.DelAck
		}
	}
	k.owed[peer] = rest
	k.last[side] = t + span
	k.Seen = arrival
	return arrival
}

// release lets what a side owes ride on data sent at t, or go alone if it could not wait so long.
func (k *Conn) release(side int, t clock.Time) {
	if k.owed[side] > 0 {
		if k.due[side] < t {
			k.emit(side, k.due[side], 0, 1, k.hdr)
		}
		k.owed[side] = 0
	}
}

// Settle sends what falls due without any message before the given time: acknowledgements and keep-alives.
func (k *Conn) Settle(until clock.Time) {
	until = min(until, k.net.Book.Limit())
	for side := range 2 {
		if k.owed[side] > 0 && k.due[side] < until {
			k.emit(side, k.due[side], 0, 1, k.hdr)
			k.owed[side] = 0
		}
	}
	for side, idle := range k.probe {
		if idle == 0 {
			continue
		}
		for t := k.Seen + idle; t < until; t += idle {
			k.emit(side, t, 0, 1, k.hdr)
			k.emit(1-side, t+k.half, 0, 1, k.hdr)
			k.Seen = t
		}
	}
}

// Finish closes the connection from a side at t, politely or with a reset, and frees it: it must not be used again.
func (k *Conn) Finish(side int, t clock.Time, polite bool) {
	t = max(t, k.Seen-k.half, k.last[side])
	k.Settle(t)
	peer := 1 - side
	if k.over > 0 && polite {
		k.Send(side, t, 2)
	}
	switch {
	case !polite || k.stack[side].Abrupt && k.r.Chance(0.5):
		k.owed[side] = 0
		k.emit(side, t, 0, 1, 40)
	default:
		k.release(side, t)
		k.emit(side, t, 0, 1, k.hdr)
		if k.r.Chance(0.4) {
			k.emit(peer, t+k.half, 0, 1, k.hdr)
		}
		k.emit(peer, t+k.half+clock.Milli, 0, 1, k.hdr)
		k.emit(side, t+2*k.half+clock.Milli, 0, 1, k.hdr)
	}
	k.free()
}

func (k *Conn) free() {
	k.Close()
	k.net.free = append(k.net.free, k)
}

// Vanish drops a connection without a farewell: a side sends its message into the void with backed-off repeats.
func (k *Conn) Vanish(side int, t clock.Time, size, repeats int) clock.Time {
	t = max(t, k.last[side])
	k.Settle(t)
	wait := 200*clock.Milli + k.path.RTT
	k.Blind(1 - side)
	for i := 0; i <= repeats; i++ {
		k.emit(side, t, 0, 1, size+k.over+k.hdr)
		t += wait
		wait *= 2
	}
	k.free()
	return t
}

// Wrap makes every message cost so many bytes more.
func (k *Conn) Wrap(bytes int) { k.over = bytes }
