package ordinary

import (
	"math"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
	"makes/o/internal/tcp"
)

// pending is a message on its way to being sent.
type pending struct {
	at float64
	up bool
	n  int
}

// link is one connection slot of a host to a service, over time.
type link struct {
	host     *tcp.Host
	s        *service
	g        *dice.Rand
	peer     tcp.Peer
	outages  tcp.Outages
	retry    tcp.Backoff
	pace     float64 // how busy this host is with it
	conn     *tcp.Conn
	datagram func(t float64, up bool, n int)
	opened   float64
	life     float64
	used     float64
	failures int
	next     []float64
	queue    []pending
	touched  map[flow.Addr]bool
}

// run runs the program on a host and gives the addresses it talked to.
func (s *service) run(host *tcp.Host, begin, end float64) map[flow.Addr]bool {
	g := host.Gen
	touched := map[flow.Addr]bool{}
	outages := tcp.NewOutages(g, begin, end)
	if s.inbound {
		outages = nil
	}
	if s.trouble {
		outages = tcp.Outages{{From: begin - 1, To: end, Why: dice.Pick(g, tcp.Denied, tcp.Denied, tcp.Dead, tcp.Dead, tcp.Refused, tcp.Refused, tcp.Slammed, tcp.Broken)}}
	}
	retry := tcp.Backoff{Base: s.base, Most: max(s.most, s.base), Grow: s.grow, Jitter: g.Float64() * 0.5}
	pace := dice.Range{Lo: 0.35, Hi: 2.8}.Draw(g)
	lanes := s.conns.Int(g)
	for i := range lanes {
		l := &link{host: host, s: s, g: g, outages: outages, retry: retry, pace: pace, touched: touched, peer: s.peers[(i+g.IntN(len(s.peers)))%len(s.peers)]}
		l.run(begin, end)
	}
	return touched
}

func (l *link) run(begin, end float64) {
	for i := range l.s.messages {
		m := &l.s.messages[i]
		first := m.period * l.g.Float64()
		if m.beat == "burst" {
			first *= m.burst
		}
		l.next = append(l.next, begin+min(first, m.period*10))
	}
	if l.s.secure == "udp" {
		l.datagram = l.host.Datagrams(l.peer, l.s.inbound)
		l.touched[l.peer.Addr] = true
	} else if l.s.idle == 0 {
		l.open(begin + l.g.Float64()*min(l.s.period(), 60))
		l.opened -= l.g.Float64() * l.life
	}
	for {
		at, which := l.earliest()
		if l.conn != nil && l.ends(min(at, end)) {
			continue
		}
		if at >= end {
			break
		}
		if which < 0 {
			l.answer()
			continue
		}
		l.message(at, which)
	}
	switch {
	case l.datagram != nil:
		l.datagram(end, true, -1)
	case l.conn != nil:
		l.conn.Idle(end)
		l.conn.Flush()
	}
}

// period gives the shortest of the program's periods.
func (s *service) period() float64 {
	p := math.Inf(1)
	for i := range s.messages {
		p = min(p, s.messages[i].period)
	}
	return p
}

// earliest gives what comes next: a message, or with -1 an answer.
func (l *link) earliest() (at float64, which int) {
	at = math.Inf(1)
	for i, t := range l.next {
		if t < at {
			at, which = t, i
		}
	}
	if len(l.queue) > 0 && l.queue[0].at <= at {
		return l.queue[0].at, -1
	}
	return at, which
}

// ends ends the connection if that is due before a second.
func (l *link) ends(before float64) bool {
	if x, ok := l.outages.Within(l.used, before); ok {
		at := max(x.From, l.used)
		switch x.Why {
		case tcp.Dead, tcp.Denied:
			at = l.conn.Lose(at, true, l.s.messages[0].size.draw(l.g), 6+l.g.IntN(9))
		case tcp.Refused:
			l.conn.Reset(at, false)
		default:
			l.conn.Close(at, false)
		}
		l.drop(at + l.retry.After(l.g, 0))
		return true
	}
	at := math.Inf(1)
	if l.s.idle > 0 && len(l.queue) == 0 {
		at = l.used + l.s.idle
	}
	if l.life > 0 && (len(l.queue) == 0 || l.queue[0].at > l.opened+l.life+60) {
		at = min(at, max(l.opened+l.life, l.used+0.01))
	}
	if at >= before {
		return false
	}
	if l.s.resets {
		l.conn.Reset(at, l.s.clientCloses != l.s.inbound)
	} else {
		l.conn.Close(at, l.s.clientCloses != l.s.inbound)
	}
	l.drop(0)
	if l.s.idle == 0 {
		l.open(at + l.retry.After(l.g, 0)*l.g.Float64())
	}
	return true
}

// drop forgets the connection; nothing is sent before the given second.
func (l *link) drop(until float64) {
	l.conn, l.queue = nil, l.queue[:0]
	for i := range l.next {
		l.next[i] = max(l.next[i], until)
	}
}

// open opens a connection, or fails to; it gives the time it is ready.
func (l *link) open(t float64) (float64, bool) {
	s := l.s
	if l.peer.Port == 0 || dice.Chance(l.g, 0.3) {
		l.peer = dice.Pick(l.g, s.peers...)
	}
	l.touched[l.peer.Addr] = true
	if why := l.outages.At(t); why != tcp.Fine {
		t = l.host.Fail(t, l.peer, why, s.patience, s.tls.Hello(s.messages[0].size.draw(l.g)), 90+l.g.IntN(500))
		wait := l.retry.After(l.g, l.failures)
		l.failures++
		l.drop(t + wait)
		if s.idle == 0 || dice.Chance(l.g, 0.5) { // the program tries by itself
			l.next[0] = t + wait
		}
		return t, false
	}
	l.failures = 0
	l.conn = l.host.Conn(l.peer, s.inbound)
	l.conn.Keep(s.near, s.far, l.host.Probe)
	l.opened, l.life = t, s.life*(0.7+0.6*l.g.Float64())
	t = s.tls.Start(l.conn, l.conn.Open(t), !s.inbound)
	client := !s.inbound
	for i, n := range s.hello {
		t = l.conn.Send(t, client == (i%2 == 0), n+l.g.IntN(3)) + l.peer.Path.RTT/2 + 0.002
	}
	l.used = t
	return t, true
}

func (l *link) answer() {
	p := l.queue[0]
	l.queue = l.queue[:copy(l.queue, l.queue[1:])]
	if l.datagram != nil {
		l.datagram(p.at, p.up, p.n)
	} else if l.conn != nil {
		l.used = max(l.used, l.conn.Send(p.at, p.up, p.n))
	}
}

func (l *link) message(t float64, which int) {
	m := &l.s.messages[which]
	up := m.up != l.s.inbound
	if l.datagram == nil && l.conn == nil {
		var ok bool
		if t, ok = l.open(t); !ok {
			return
		}
	}
	done := t
	if n := m.size.draw(l.g); l.datagram != nil {
		l.datagram(t, up, n)
	} else {
		done = l.conn.Send(t, up, n)
		l.used = done
	}
	if m.answers {
		at := done + l.peer.Path.RTT/2 + m.wait(l.g)
		l.push(pending{at, !up, m.reply.draw(l.g)})
		done = at
	}
	gap := m.gap(l.g, l.s.load(t))
	switch m.beat {
	case "loop":
		l.next[which] = done + max(gap, 0.05)
	case "tick":
		l.next[which] = max(l.next[which]+gap+0.004*(l.g.Float64()-0.5), done)
	case "loose":
		l.next[which] = t + max(gap, 0.05)
	default:
		l.next[which] = t + max(gap*l.pace, 0.01)
	}
}

func (l *link) push(p pending) {
	l.queue = append(l.queue, p)
	for i := len(l.queue) - 1; i > 0 && l.queue[i].at < l.queue[i-1].at; i-- {
		l.queue[i], l.queue[i-1] = l.queue[i-1], l.queue[i]
	}
}
