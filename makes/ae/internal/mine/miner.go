package mine

import (
	"fmt"
	"math"

	"makes/ae/internal/estate"
	"makes/ae/internal/layer"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// miner is a worker on one host with one way to its pool.
type miner struct {
	w         *estate.World
	r         rnd.R
	host      *estate.Host
	pool      *pool
	worker    *worker
	kind      string
	transport string
	over      *estate.Host // the SOCKS server or the tunnel's end
	spans     [][2]float64 // when it works
	base, cap float64      // seconds until it tries again
	kick      float64      // mean seconds until a pool cuts a connection
	shut      func(t float64) bool
	how       string // what happens while it is shut off
	at        int    // the server in use
	patience  float64
}

// retries are those of real programs: pause, and up to which it doubles.
var retries = [][2]float64{{5, 0}, {5, 0}, {1, 0}, {2, 0}, {3, 60}, {10, 0}, {10, 60}, {15, 0}, {20, 0}, {30, 0}, {30, 0}, {60, 0}, {1, 64}, {5, 300}, {120, 0}}

func newMiner(w *estate.World, r rnd.R, h *estate.Host, p *pool, kind, transport string) *miner {
	m := &miner{w: w, r: r, host: h, pool: p, worker: newWorker(r, p.coin), kind: kind, transport: transport}
	retry := rnd.Pick(r, retries...)
	m.base, m.cap = retry[0], retry[1]
	m.kick = rnd.Pick(r, math.Inf(1), math.Inf(1), 86400, 20000, 7200)
	m.patience = rnd.Pick(r, 3., 5, 10, 20, 30, 60, 130)
	m.at = r.IntN(len(p.servers))
	if transport == "socks" || transport == "vpn" {
		m.over = w.Far(r)
	}
	return m
}

// hours draws when somebody mines: always, by night, from some hour on, or
// in the jobs of a research group.
func hours(r rnd.R, f *estate.Firm, end float64) [][2]float64 {
	switch rnd.Pick(r, "always", "always", "always", "night", "since", "jobs", "pauses") {
	case "night": // students' desktops, and those who fear to be seen by day
		var s [][2]float64
		for at := f.Clock(-90000, r.Uni(17, 22)); at < end; at += 86400 {
			s = append(s, [2]float64{at, at + r.Uni(7, 13)*3600})
		}
		return s
	case "since": // an intruder came today
		return [][2]float64{{r.Float64() * end * .6, end}}
	case "jobs":
		var s [][2]float64
		for t := -r.Exp(9000); t < end; t += r.Exp(6000) {
			from := t
			t += r.Log(2400, 30000)
			s = append(s, [2]float64{from, t})
		}
		return s
	case "pauses": // gives way whenever the owner is there
		var s [][2]float64
		for t := 0.; t < end; t += 60 + r.Exp(400+2400*f.Busy(t)) {
			from := t
			t += 120 + r.Exp(5000)
			s = append(s, [2]float64{from, t})
		}
		return s
	}
	return [][2]float64{{-1, end}}
}

// run is the whole log of the miner.
func (m *miner) run() {
	end := m.w.Net.End()
	for _, s := range m.spans {
		t, until := max(s[0], 0), min(s[1], end)
		wait, resumed := m.base, s[0] < 0
		for t < until {
			from := t
			t = m.connect(t, until, resumed)
			resumed = false
			if t-from > 300 {
				wait = m.base
			} else if m.r.P(.5) {
				m.at = (m.at + 1) % len(m.pool.servers)
			}
			t += wait * m.r.Uni(.98, 1.04)
			if m.cap > 0 {
				wait = min(2*wait, m.cap)
			}
		}
	}
}

// label marks a pair, and keeps it free of all else.
func (m *miner) label(a, b *estate.Host, kind string) {
	m.w.Mine(a.IP, b.IP)
	m.w.Label(a, b, func(iface string) string {
		return fmt.Sprintf("mining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", m.pool.coin.name, m.transport, iface, kind, m.pool.coin.name, m.pool.name, m.worker.size(), m.transport)
	})
}

// connect is one connection to the pool, or the try at one.
func (m *miner) connect(t, until float64, resumed bool) float64 {
	to, port := m.pool.servers[m.at], m.pool.port
	if m.over != nil {
		to, port = m.over, map[string]int{"socks": 1080, "vpn": 1194}[m.transport]
	}
	m.label(m.host, to, m.kind)
	path := m.pool.path(estate.Between(m.r, m.host, to))
	ends := [2]tcp.End{m.host.End.With(m.pool.sockets[0]), to.End.With(m.pool.sockets[1])}
	shut := m.shut != nil && m.shut(t)
	wire := m.w.Connect(m.r, m.host, to, m.host.Port(), port, ends, path, shut && m.how == "reject")
	defer wire.Flush()
	if shut || m.pool.down(t) && m.over == nil {
		return m.refused(wire, t, shut)
	}
	leave := min(until, m.pool.cut(t), t+m.r.Exp(m.kick))
	for _, x := range m.host.Reboots {
		if x > t {
			leave = min(leave, x)
		}
	}
	last := m.session(wire.Conn, t, leave, resumed)
	if leave >= m.w.Net.End() {
		wire.Wait(leave)
		return leave
	}
	if !wire.Open() {
		return last
	}
	if m.r.P(.15) {
		return wire.Vanish(leave, tcp.Up, m.pool.submit, m.patience*3)
	}
	return wire.Close(leave, m.r.IntN(2), m.r.P(.3))
}

func (m *miner) refused(wire *estate.Wire, t float64, shut bool) float64 {
	switch {
	case shut && m.how == "reset" || !shut && m.r.P(.5):
		return wire.Refused(t)
	case shut && m.how == "filter": // a firewall that reads the first message
		t = wire.Dial(t)
		t = wire.Send(t+.001, tcp.Up, m.pool.coin.login[0])
		return wire.Close(t, tcp.Down, true)
	}
	return wire.Silent(t, m.patience)
}

// session says it all, in the transport that was chosen.
func (m *miner) session(c *tcp.Conn, t, until float64, resumed bool) float64 {
	if m.transport == "vpn" {
		return m.tunnel(c, t, until)
	}
	s := layer.On(c, m.pool.wrap)
	if resumed {
		s.Resume(t)
		return m.worker.mine(s, m.pool, t, until, true)
	}
	if m.transport == "socks" {
		t = c.Dial(t)
		t = c.Send(t+.001, tcp.Up, 3)
		t = c.Send(t+.001, tcp.Down, 2)
		t = c.Send(t+.001, tcp.Up, m.r.Int(10, 40))
		t = c.Send(t+m.r.Uni(.02, .3), tcp.Down, 10)
	} else {
		t = s.Start(m.r, t)
	}
	t = m.worker.greet(s, m.pool, t)
	return m.worker.mine(s, m.pool, t, until, false)
}

// tunnel runs the connection to the pool within another one, each packet of
// it a message of the tunnel, which has pings of its own.
func (m *miner) tunnel(c *tcp.Conn, t, until float64) float64 {
	t = c.Dial(t)
	for range m.r.Int(3, 6) {
		t = c.Send(t+.002, tcp.Up, m.r.Int(60, 1300))
		t = c.Send(t+.003, tcp.Down, m.r.Int(60, 1300))
	}
	head := rnd.Pick(m.r, 26, 43, 50, 71)
	beat := rnd.Pick(m.r, 10., 10, 15, 25, 60)
	next := t + beat
	path := estate.Between(m.r, m.host, m.pool.servers[m.at])
	path.MTU -= 100
	ends := [2]tcp.End{m.host.End.With(m.pool.sockets[0]), m.pool.servers[m.at].End.With(m.pool.sockets[1])}
	inside := tcp.New(m.r, ends[0], ends[1], path, func(at float64, dir, packets, bytes int) {
		for ; next < at; next += beat {
			c.Send(next, tcp.Up, head+16)
			c.Send(next+.0003, tcp.Down, head+16)
		}
		c.Send(at, dir, bytes+packets*head)
	})
	s := layer.On(inside, m.pool.wrap)
	t = s.Start(m.r, t+.01)
	t = m.worker.greet(s, m.pool, t)
	return m.worker.mine(s, m.pool, t, until, false)
}
