package field

import (
	"math/rand/v2"
	"slices"

	"makes/p/internal/wire"
)

// Label names what the traffic of a pair is; Mining is empty for ordinary pairs.
type Label struct {
	Peer         wire.Addr
	Name, Mining string
}

// Host is a machine behind an interface.
type Host struct {
	*wire.Nic
	Rand   *rand.Rand
	Labels []Label
	Peers  map[wire.Addr]bool
	ports  wire.Span
	port   uint16
}

// NewHost puts a machine behind an interface.
func NewHost(nic *wire.Nic, r *rand.Rand) *Host {
	h := &Host{Nic: nic, Rand: r, Peers: map[wire.Addr]bool{},
		ports: wire.Pick(r, wire.Span{Lo: 32768, Hi: 60999}, wire.Span{Lo: 49152, Hi: 65535}, wire.Span{Lo: 1025, Hi: 65000})}
	h.port = uint16(h.ports.Draw(r))
	return h
}

// Label notes a pair, once.
func (h *Host) Label(l Label) {
	if !h.Peers[l.Peer] {
		h.Peers[l.Peer] = true
		h.Labels = append(h.Labels, l)
	}
}

// Port gives a port to connect from.
func (h *Host) Port() uint16 {
	h.port += uint16(1 + h.Rand.IntN(3))
	if float64(h.port) < h.ports.Lo || float64(h.port) > h.ports.Hi {
		h.port = uint16(h.ports.Lo)
	}
	return h.port
}

// Address draws an address that the host does not know yet.
func (h *Host) Address(private bool) wire.Addr {
	for {
		if a := address(h.Rand, private); !h.Peers[a] {
			return a
		}
	}
}

// World is all services of a seed, by theme.
type World struct {
	themes map[string][]*service
	names  []string
	all    []*service
}

// NewWorld draws the services for a log of so many seconds.
func NewWorld(r *rand.Rand, length float64) (*World, error) {
	programs, err := parse(table)
	if err != nil {
		return nil, err
	}
	w := &World{themes: map[string][]*service{}}
	for i := range programs {
		p := &programs[i]
		if w.themes[p.theme] == nil {
			w.names = append(w.names, p.theme)
		}
		for range 3 + r.IntN(5) {
			s := newService(r, p, length)
			w.themes[p.theme] = append(w.themes[p.theme], s)
			w.all = append(w.all, s)
		}
	}
	return w, nil
}

// Run plays a day of ordinary programs on a host.
func (w *World) Run(h *Host) {
	r := h.Rand
	home := w.themes[wire.Pick(r, w.names...)]
	pairs := len(h.Peers) + int(wire.Span{Lo: 5, Hi: 40}.Draw(r))
	var used []*service
	for len(h.Peers) < pairs {
		pool := home
		switch k := r.IntN(10); {
		case k < 3:
			pool = w.all
		case k < 5:
			pool = w.themes["ops"]
		}
		s := wire.Pick(r, pool...)
		if len(used) > 60 {
			break
		}
		if slices.Contains(used, s) {
			used = append(used, s)
			continue
		}
		used = append(used, s)
		n := min(int(s.peers.Draw(r)+0.5), pairs-len(h.Peers)+2)
		private := r.IntN(3) == 0
		var down []fault
		if r.IntN(25) == 0 { // all of it
			down = []fault{{-1, h.Length(), wire.Pick(r, wire.Refused, wire.Dead, wire.Denied, wire.Unwilling)}}
		}
		for i := range n {
			peer := s.servers[i%len(s.servers)]
			if s.role == 's' || i >= len(s.servers) {
				peer = h.Address(private)
			}
			if h.Peers[peer] {
				continue
			}
			h.Label(Label{Peer: peer, Name: s.name})
			pr := newPair(h, s, peer)
			if down != nil {
				pr.faults = down
			}
			pr.run()
		}
	}
	scans(h)
}

// scans are the strangers who knock at a host that has a public address.
func scans(h *Host) {
	r := h.Rand
	if r.IntN(3) > 0 {
		return
	}
	every := wire.Span{Lo: 200, Hi: 7200}.Draw(r)
	for t := every * r.ExpFloat64(); t < h.Length(); t += every * r.ExpFloat64() {
		f := h.Flow(address(r, false), wire.Pick[uint16](r, 22, 23, 80, 443, 502, 1883, 2404, 3389, 5060, 8080, uint16(r.IntN(65536))), uint16(1024+r.IntN(64000)), 6, true)
		f.Add(t, false, 1, wire.Pick(r, 40, 40, 44, 52, 60))
		f.End()
	}
}

// pair is a service between the host and one peer.
type pair struct {
	*service
	h       *Host
	peer    wire.Addr
	local   int
	path    wire.Path
	caller  wire.Stack
	faults  []fault
	flaps   bool
	stretch float64 // of the periods
}

type fault struct {
	from, to float64
	what     wire.Fault
}

func newPair(h *Host, s *service, peer wire.Addr) *pair {
	r := h.Rand
	p := &pair{service: s, h: h, peer: peer, path: s.path, caller: s.client, stretch: 1}
	if s.role == 's' {
		p.local = 1
	}
	p.path.RTT = s.rtt.Draw(r)
	if r.IntN(3) == 0 {
		p.caller.Timestamps = !p.caller.Timestamps
	}
	if r.IntN(5) == 0 {
		p.stretch = wire.Span{Lo: 0.5, Hi: 2}.Draw(r)
	}
	what := wire.Pick(r, wire.Refused, wire.Dead, wire.Dead, wire.Denied, wire.Unwilling)
	if s.role == 's' && r.IntN(2) == 0 {
		what = wire.Asleep
	}
	length := h.Length()
	switch k := r.IntN(100); {
	case k < 5 && what != wire.Asleep:
		p.faults = []fault{{-1, length, what}}
	case k < 20:
		from := length * (r.Float64()*1.2 - 0.2)
		p.faults = []fault{{from, from + wire.Span{Lo: 120, Hi: 30000}.Draw(r), what}}
	case k < 28:
		p.flaps = true
		up, down := wire.Span{Lo: 60, Hi: 7200}.Draw(r), wire.Span{Lo: 20, Hi: 3600}.Draw(r)
		for t := up * r.ExpFloat64(); t < length; t += up * r.ExpFloat64() {
			to := t + down*r.ExpFloat64()
			p.faults = append(p.faults, fault{t, to, what})
			t = to
		}
	}
	return p
}

// fault gives what ails the pair at a time, and when that changes.
func (p *pair) fault(t float64) (wire.Fault, float64) {
	for _, f := range p.faults {
		if t < f.from {
			return wire.Healthy, f.from
		}
		if t < f.to {
			return f.what, f.to
		}
	}
	return wire.Healthy, 2 * p.h.Length()
}

func (p *pair) conn(denied bool) *wire.Conn {
	far, near := uint16(1024+p.h.Rand.IntN(64000)), p.port
	if p.local == 0 {
		far, near = p.port, p.h.Port()
	}
	proto := uint8(6)
	if p.udp {
		proto = 17
	}
	return wire.NewConn(p.h.Flow(p.peer, near, far, proto, denied), p.h.Rand, p.local, p.path, p.caller, p.server)
}

// run plays sessions from before the log's begin to its end.
func (p *pair) run() {
	r, length := p.h.Rand, p.h.Length()
	t := p.gap.Draw(r) * r.Float64()
	if !p.shots {
		t = -p.life.Draw(r) * r.Float64()
	}
	for wait := p.retry.base; t < length; {
		what, until := p.fault(max(t, 0))
		if what == wire.Asleep {
			t = until + p.gap.Lo*r.Float64()
			continue
		}
		if what != wire.Healthy {
			t = max(t, 0)
			if c := p.conn(what == wire.Denied); what == wire.Unwilling {
				t = p.say(c, c.Open(t), p.login[:min(len(p.login), 2)]) + p.think.Draw(r)
				c.Close(t, 1, p.reset > 0)
			} else {
				t = c.Try(t, what, p.retry.patience)
			}
			t += wait * (1 + p.retry.jitter*r.Float64())
			wait = min(wait*p.retry.factor, max(p.retry.top, p.retry.base))
			continue
		}
		wait = p.retry.base
		t = p.session(t, until)
		t += max(p.gap.Draw(r), 0.01)
	}
}

// session plays one connection, and gives the time of its end.
func (p *pair) session(t, until float64) float64 {
	r := p.h.Rand
	c := p.conn(false)
	if p.shots {
		return p.few(c, t)
	}
	end := t + p.life.Draw(r)
	t = max(t, -60)
	at := p.say(c, c.Open(t), p.login)
	timers := make([]wire.Timer, len(p.streams))
	for i := range p.streams {
		b := &p.streams[i]
		period := b.period * p.stretch
		first := max(at, 0) + period*r.Float64()
		if t > 0 && b.rhythm == "fix" {
			first = at + period
		}
		if b.news != nil {
			first = b.next(r, max(at, 0), period)
		}
		timers[i] = wire.Timer{Next: first, Fire: func(t float64) float64 {
			p.say(c, t+c.RTT*r.Float64()/4, b.chain)
			return b.next(r, t, period)
		}}
	}
	if c.Tunnelled() {
		timers = append(timers, wire.Timer{Next: max(at, 0) + 10*r.Float64(), Fire: func(t float64) float64 {
			c.Beat(t)
			return t + 10
		}})
	}
	t = wire.Run(timers, min(end, until, p.h.Length()))
	what, _ := p.fault(until)
	switch {
	case t >= p.h.Length():
		c.Settle(t)
		c.Close(t+1, p.fin, true) // beyond the log
	case t == until && what != wire.Refused && what != wire.Unwilling || p.flaps || r.Float64() < p.vanish:
		left := p.local
		t = c.Vanish(t, left, p.streams[0].chain[0].draw(r), wire.Pick(r, 15.0, 60, 300, 924))
	case t == until:
		c.Close(t, 1, r.IntN(2) == 0)
	default:
		c.Close(t, p.fin, r.Float64() < p.reset)
	}
	return t
}

// few plays a connection of a few exchanges.
func (p *pair) few(c *wire.Conn, t float64) float64 {
	r := p.h.Rand
	at := p.say(c, c.Open(t), p.login)
	b := &p.streams[0]
	for n := int(p.life.Draw(r) + 0.5); n > 0; n-- {
		at = p.say(c, at, b.chain)
		if n > 1 {
			at = b.next(r, at, b.period*p.stretch)
		}
	}
	at += 0.001 + r.Float64()*p.think.Hi
	c.Close(at, p.fin, r.Float64() < p.reset)
	return at
}

// say plays the messages of a chain.
func (p *pair) say(c *wire.Conn, t float64, chain []sizer) float64 {
	r := p.h.Rand
	side := -1
	for i := range chain {
		m := &chain[i]
		if side >= 0 {
			t += p.think.Lo + (p.think.Hi-p.think.Lo)*r.Float64()*r.Float64()
			if m.side != side {
				t += c.Reply(m.side)
			}
		}
		side = m.side
		c.Send(t, side, m.draw(r))
	}
	c.Rest(t)
	return t
}

// Play runs one service of the program of that name on a host.
func (w *World) Play(h *Host, name string) {
	for _, k := range h.Rand.Perm(len(w.all)) {
		s := w.all[k]
		if s.name != name {
			continue
		}
		for range int(s.peers.Draw(h.Rand)) {
			peer := h.Address(false)
			h.Label(Label{Peer: peer, Name: name})
			newPair(h, s, peer).run()
		}
		return
	}
}
