package lab

import (
	"cmp"
	"net/netip"
	"slices"
)

// A tunnel is a virtual private network: whole IP packets of the programs
// inside, their handshakes and ACKs too, become messages of one connection to
// the tunnel's server, or datagrams. Only those are seen at the interface.
//
// Packets are collected until all programs inside have come as far as a point
// in time, and then sent in order.
type tunnel struct {
	*session // who sends; it has no program of its own
	owner    *session
	method
	peer  *peer
	conn  *conn
	flow  *flow
	queue []parcel
	quiet float64 // when something last passed
	keyed float64 // when the keys were last agreed upon
	lost  float64 // when the connection breaks next
	ping  float64 // seconds of silence before a keep-alive; 0 for none
}

// A method is how a tunnel carries packets. Sizes in bytes.
type method struct {
	mtu   int  // inside
	extra int  // added to each packet
	round int  // packets are padded to a multiple of it
	udp   bool // a datagram each, not a stream
	tls   bool // records of TLS
	hello [][2]int
	rekey float64 // seconds between agreements on keys
	keys  [2]int
	alive int // a keep-alive, inside
}

// methods: OpenVPN over TCP (2 bytes of length, 4 of opcode and peer, 4 of
// packet number, tag of 16, and one more where compression is set up, as in a
// capture whose ACKs of 52 bytes come as 79; rekeying each 3600 s) and its CBC mode with HMAC
// (IV 16, HMAC 20); SSH's tun forwarding (RFC 4253 §6: length 4, padding at
// least 4, MAC 16 or 32, blocks; channel data 9, address family 4); a VPN in
// TLS such as OpenConnect's CSTP (header 8) or SSTP (4 and PPP's 4); WireGuard
// (UDP 8, header and tag 32, padded to 16, keys each 120 s by 148 and 92 bytes).
var methods = [...]method{
	{mtu: 1400, extra: 26, round: 1, hello: helloVPN, rekey: 3600, keys: [2]int{2400, 4200}, alive: 16},
	{mtu: 1400, extra: 27, round: 1, hello: helloVPN, rekey: 3600, keys: [2]int{2400, 4200}, alive: 16},
	{mtu: 1380, extra: 2 + 1 + 16 + 20 + 4, round: 16, hello: helloVPN, rekey: 3600, keys: [2]int{2400, 4200}, alive: 16},
	{mtu: 1500, extra: 4 + 1 + 4 + 9 + 4 + 16, round: 8, hello: helloSSH, rekey: 3600, keys: [2]int{1500, 1100}, alive: 20},
	{mtu: 1390, extra: 8, round: 1, tls: true, hello: [][2]int{{700, 900}, {500, 1800}}, rekey: 3600, keys: [2]int{300, 1500}, alive: 0},
	{mtu: 1420, extra: 32, round: 16, udp: true, hello: [][2]int{{148, 92}}, rekey: 120, keys: [2]int{148, 92}, alive: 0},
}

var (
	helloVPN = [][2]int{{16, 28}, {340, 1200}, {700, 3000}, {900, 600}, {80, 300}}
	helloSSH = [][2]int{{22, 41}, {1450, 1080}, {48, 520}, {60, 60}, {400, 380}, {120, 60}, {100, 550}}
)

// A parcel is a packet inside.
type parcel struct {
	at         float64
	dir, bytes int
}

// newTunnel opens a tunnel for s and the programs beside it.
func newTunnel(s *session) *tunnel {
	t := &tunnel{owner: s, method: methods[s.IntN(len(methods))]}
	t.session = s.twin(slots, s.Uint64())
	port := []uint16{443, 1194, 443, 22, 992}[s.IntN(5)]
	t.peer = s.peer(s.public(), port, s.spread(0.004, 0.15))
	t.peer.delay = s.reluctance()
	t.peer.tls = t.tls
	t.peer.wrap.tls12 = s.chance(0.4)
	if s.chance(0.8) {
		t.ping = []float64{10, 15, 20, 25, 30, 60}[s.IntN(6)]
	}
	if t.extra < 60 && t.round > 1 {
		t.mtu -= s.IntN(80) // users lower it
	}
	t.dial(s.now)
	return t
}

// dial opens the connection, or sends the first datagrams.
func (t *tunnel) dial(at float64) {
	if t.udp {
		if t.flow == nil {
			t.flow = t.datagrams(t.nextPort(), netip.AddrPortFrom(t.peer.addr, 51820))
		}
		t.agree(at, t.hello[0])
	} else {
		t.conn = t.connect(t.peer, at)
		at = t.conn.ready
		for _, m := range t.hello {
			at = t.conn.ask(at, m[0]+t.IntN(9), 0.005, m[1]+t.IntN(20))
		}
	}
	t.quiet, t.keyed = at, at
	t.lost = at + t.spread(6*3600, 72*3600)
}

// agree is an exchange of keys.
func (t *tunnel) agree(at float64, m [2]int) {
	if t.udp {
		t.flow.pair(at, t.IntN(2), m[0], t.peer.rtt, m[1]) // whoever has something to send
	} else {
		t.conn.ask(at, m[0], 0.005, m[1])
	}
	t.keyed = at
}

// carry takes a packet that the programs inside send or receive.
func (t *tunnel) carry(at float64, dir, bytes int) {
	t.queue = append(t.queue, parcel{at, dir, bytes})
}

// drain lets everything before the limit pass.
func (t *tunnel) drain(limit float64) {
	slices.SortStableFunc(t.queue, func(a, b parcel) int { return cmp.Compare(a.at, b.at) })
	n := 0
	for n < len(t.queue) && t.queue[n].at < limit {
		p := t.queue[n]
		t.idle(p.at)
		if p.at-t.keyed >= t.rekey {
			t.agree(p.at, t.keys)
		}
		t.pass(p)
		n++
	}
	t.queue = slices.Delete(t.queue, 0, n)
	t.idle(limit)
	t.settle(limit)
}

// pass sends a packet through.
func (t *tunnel) pass(p parcel) {
	n := (p.bytes + t.round - 1) / t.round * t.round
	n += t.extra
	t.quiet = p.at
	if t.udp {
		t.flow.packet(p.at, p.dir, headerPacket+n)
		return
	}
	t.conn.send(p.at, p.dir, n)
}

// idle is what the tunnel does by itself in the silence before a point in
// time: it keeps alive, and connects again when it has broken.
func (t *tunnel) idle(until float64) {
	if until >= t.lost && !t.udp {
		at := max(t.quiet, t.lost)
		t.conn.reset(at, t.IntN(2))
		t.dial(at + t.between(1, 10))
	}
	for t.ping > 0 && t.quiet+t.ping < until {
		at := t.quiet + t.ping
		t.pass(parcel{at, out, t.alive})
		if t.alive > 0 && t.round != 16 {
			t.pass(parcel{at + t.peer.rtt, in, t.alive})
		}
		t.quiet = at
	}
}
