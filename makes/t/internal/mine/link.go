package mine

import (
	"math/rand/v2"

	"makes/t/internal/wire"
)

// link carries messages through one of the transports.
type link struct {
	conn   *wire.Conn
	rng    *rand.Rand
	frame  wire.Frame
	client int // which end is the miner
	path   wire.Path
	kind   string
	tunnel int        // bytes that the inner packet of a VPN has besides the message, 0 for none
	inner  [2]float64 // inner ACKs that are due, for both ends; 0 is none
	ssh    bool
	ping   float64 // seconds between a tunnel's pings
}

func (m *Rig) link(r *rand.Rand) *link {
	p := m.Pool
	l := &link{rng: r, kind: m.Transport, path: p.path}
	if m.AsPool {
		l.client = wire.Remote
	}
	if m.Near {
		l.path = wire.Path{RTT: logUniform(r, 0.0002, 0.004), Loss: 1e-5}
	}
	stack := p.stack
	switch m.Transport {
	case "tls12", "tls13":
		l.frame = wire.TLS(r, m.Transport == "tls13")
	case "socks":
		stack = wire.RandomStack(r)
		name := 8 + r.IntN(24)
		l.frame.Hello = []wire.Flight{{FromClient: true, Size: 3 + r.IntN(2)}, {Size: 2}, {FromClient: true, Size: 7 + name}, {Size: 10}}
	case "vpn":
		stack = wire.RandomStack(r)
		l.frame = wire.SSH(r)
		l.frame.Over += 9
		l.ssh = m.Port == 22 || m.Port == 2222
		l.ping = []float64{0, 15, 30, 60}[r.IntN(4)]
		if !l.ssh { // OpenVPN over TCP
			l.tunnel, l.ping = 40+12*r.IntN(2), 10
			l.frame.Over, l.frame.Block, l.frame.Largest = 2+[]int{24, 49}[r.IntN(2)], []int{0, 16}[r.IntN(2)], 1500
		}
	}
	if m.AsPool {
		stack = wire.RandomStack(r)
	}
	local := m.Host.Stack
	if r.Float64() < 0.5 { // miners set keep-alive themselves
		local.Keep = []float64{0, 30, 60, 60, 120, 300}[r.IntN(6)]
	}
	l.conn = wire.NewConn(m.Host.Iface, r, wire.TCP, local, stack, l.path, m.Addr, 0, 0)
	l.renew(m)
	return l
}

func (l *link) renew(m *Rig) {
	port := uint16(32768 + l.rng.IntN(28000))
	if m.AsPool {
		l.conn.Renew(m.Port, port)
	} else {
		l.conn.Renew(port, m.Port)
	}
	l.inner = [2]float64{}
}

func (l *link) side(fromMiner bool) int {
	if fromMiner {
		return l.client
	}
	return 1 - l.client
}

// open connects, and gives the time at which the miner can log in.
func (l *link) open(t float64) float64 {
	l.conn.Open(t, l.client)
	t = l.conn.Now() + 0.001
	for _, f := range l.frame.Hello {
		l.conn.At(t, l.side(f.FromClient), f.Size, 1, 1e7)
		t += l.path.RTT/2 + 0.003
	}
	l.conn.Run(t)
	if l.tunnel > 0 { // the inner handshake
		for _, n := range []int{8, 8, 0} {
			l.conn.At(t, l.side(n == 0 || t == l.conn.Now()), l.frame.Size(l.tunnel+n), 1, 1e7)
			t += 0.02 + l.path.RTT/2
		}
	}
	return t
}

// send queues a message.
func (l *link) send(t float64, fromMiner bool, n int) {
	d := l.side(fromMiner)
	if l.tunnel == 0 {
		l.conn.At(t, d, l.frame.Size(n), 1, 1e7)
		return
	}
	l.acknowledge(t)
	l.inner[d] = 0
	for ; n > 0; n -= 1350 {
		l.conn.At(t, d, l.frame.Size(min(n, 1350)+l.tunnel), 1, 1e7)
	}
	if l.inner[1-d] == 0 {
		l.inner[1-d] = t + 0.04 + l.path.RTT/2
	}
}

// acknowledge sends the inner ACKs that are due.
func (l *link) acknowledge(t float64) {
	for d, at := range l.inner {
		if at > 0 && at <= t {
			l.conn.At(at, d, l.frame.Size(l.tunnel), 1, 1e7)
			l.inner[d] = 0
		}
	}
}

func (l *link) run(t float64) {
	if l.tunnel > 0 {
		l.acknowledge(t)
	}
	l.conn.Run(t)
}

func (l *link) close(t float64, fromMiner, reset bool) { l.conn.Close(t, l.side(fromMiner), reset) }
