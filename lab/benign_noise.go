package lab

import "net/netip"

// What every address on the Internet hears, and the small change of every host.

// services are ports that strangers try.
var services = []uint16{22, 23, 80, 443, 445, 1433, 3306, 3389, 5900, 6379, 8080, 9200}

// scan is strangers knocking at ports that are open in the security group but
// on which nothing listens, or who leave when the handshake is done.
func scan(s *session) {
	refusals := s.between(0.2, 0.9)
	for next := s.chances(s.spread(150, 1500)); s.wait(next()); {
		p := s.stranger()
		if s.chance(refusals) {
			s.refused(p, s.now)
			continue
		}
		c := s.connect(p, s.now)
		t := c.ready + 0.001
		if s.chance(0.3) { // a banner, or a request and its answer
			t = c.ask(c.ready, s.size(span{18, 300}), 0.002, s.size(span{20, 900})) + p.rtt
		}
		c.reset(t, in)
	}
}

// stranger is somebody who tries a port.
func (s *session) stranger() *peer {
	p := s.far(services[s.IntN(len(services))])
	p.inbound, p.stamps = true, s.chance(0.4)
	return p
}

// reject is the same where the security group says no: nothing goes out.
func reject(s *session) {
	for next := s.chances(s.spread(100, 1200)); s.wait(next()); {
		s.rejected(s.stranger(), s.now, 1+s.IntN(3))
	}
}

// sweep is this host looking at others: an inventory of the network, a watcher
// of certificates, each few hours, many ports and addresses.
func sweep(s *session) {
	for next := s.chances(s.spread(1800, 3*3600)); s.wait(next()); {
		pause := s.spread(0.05, 5)
		for range s.size(span{30, 300}) {
			p := s.near(services[s.IntN(len(services))])
			switch s.IntN(4) {
			case 0:
				c := s.connect(p, s.now)
				c.reset(c.ready+0.001, out)
			case 1:
				s.unanswered(p, s.now, 2)
			default:
				s.refused(p, s.now)
			}
			if !s.wait(pause) {
				return
			}
		}
	}
}

// bruteForce is somebody trying passwords over SSH for an hour or so.
func bruteForce(s *session) {
	for next := s.chances(s.spread(3600, 5*3600)); s.wait(next()); {
		p := s.far(22)
		p.inbound = true
		every := s.spread(1, 60)
		for range s.size(span{10, 300}) {
			c := s.connect(p, s.now)
			t := c.ask(c.ready, 21, 0.02, 21+s.IntN(20))
			t = c.ask(t, s.size(span{600, 1400}), 0.002, s.size(span{960, 1130}))
			t = c.ask(t, 48, 0.004, s.size(span{450, 620}))
			for range 1 + s.IntN(3) {
				t = c.ask(t, s.size(span{60, 100}), 2, s.size(span{44, 80}))
			}
			c.close(t, s.IntN(2))
			if !s.until(t + every) {
				return
			}
		}
	}
}

// guess is the same at a log-in of another make, by one who takes his time: a
// try each 10 s to 10 min, day and night.
func guess(s *session) {
	p := s.meet(place{port: 1433, secure: 443, tls: 0.5, far: 1, inbound: 1})
	s.visits(p, s.ticks(s.spread(10, 600), s.between(0.01, 0.5)), s.deal(span{60, 900}, span{60, 900}), s.deal(span{80, 700}, span{40, 1500}))
}

// dns asks the resolver of the network, each time from another port.
func dns(s *session) {
	resolver := netip.AddrPortFrom(v4(10<<24, 2), 53)
	for next := s.daily(s.spread(20, 600)); s.wait(next()); {
		question := s.size(span{26, 60})
		for range 1 + s.IntN(2) { // A, AAAA
			f := s.datagrams(s.nextPort(), resolver)
			f.pair(s.now, out, question, s.spread(0.0003, 0.05), question+s.size(span{16, 200}))
			f.over = true
		}
	}
}

// ntp keeps the clock: 48 bytes each way from port 123, at an interval that is
// a power of two, 64 to 1024 s.
func ntp(s *session) {
	var servers []*flow
	for range 1 + s.IntN(4) {
		servers = append(servers, s.datagrams(123, netip.AddrPortFrom(s.public(), 123)))
	}
	poll, rtt := float64(int(64)<<s.IntN(5)), s.spread(0.002, 0.08)
	for s.wait(poll * s.between(0.97, 1.03)) {
		for i, f := range servers {
			f.pair(s.now+float64(i), out, 48, rtt, 48)
		}
	}
}

// ping watches a host with ICMP echoes of 56 bytes (32 on Windows).
func ping(s *session) {
	target, size := s.far(0), []int{56, 56, 56, 32, 64}[s.IntN(5)]
	f := s.newFlow(icmp, 0, netip.AddrPortFrom(target.addr, 0))
	dir, every := s.IntN(2), s.spread(1, 120)
	for s.wait(every) {
		f.pair(s.now, dir, size, target.rtt, size)
	}
}

// snmp is a manager reading counters over UDP each 10-300 s, some requests in
// a row.
func snmp(s *session) {
	p := s.near(161)
	requests := 1 + s.IntN(20)
	ask, answer := s.text(span{70, 300}), s.text(span{80, 900})
	inbound := s.chance(0.5)
	for next := s.ticks([]float64{10, 30, 60, 60, 300}[s.IntN(5)], 0.02); s.wait(next()); {
		local, remote, dir := s.nextPort(), uint16(161), out
		if inbound {
			local, remote, dir = remote, local, in
		}
		f := s.datagrams(local, netip.AddrPortFrom(p.addr, remote))
		for i := range requests {
			f.pair(s.now+0.02*float64(i), dir, ask(), p.rtt, answer())
		}
		f.over = true
	}
}
