package lab

import "net/netip"

// What every address on the Internet hears, and the small change of every host.

// services are ports that strangers try.
var services = []uint16{22, 23, 80, 443, 445, 1433, 3306, 3389, 5900, 6379, 8080, 9200}

// scan is strangers knocking at ports that are open in the security group but
// on which nothing listens, or who leave when the handshake is done.
func scan(s *session) {
	for s.wait(s.after(500)) {
		p := s.far(services[s.IntN(len(services))])
		p.inbound, p.stamps = true, s.chance(0.4)
		if s.chance(0.6) {
			s.refused(p, s.now)
			continue
		}
		c := s.connect(p, s.now)
		c.reset(c.ready+0.001, in)
	}
}

// reject is the same where the security group says no: nothing goes out.
func reject(s *session) {
	for s.wait(s.after(400)) {
		p := s.far(services[s.IntN(len(services))])
		p.inbound, p.stamps = true, s.chance(0.4)
		s.unanswered(p, s.now, 1+s.IntN(3)).rejected = true
	}
}

// bruteForce is somebody trying passwords over SSH for an hour or so.
func bruteForce(s *session) {
	for s.wait(s.after(4 * 3600)) {
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

// dns asks the resolver of the network, each time from another port.
func dns(s *session) {
	resolver := netip.AddrPortFrom(v4(10<<24, 2), 53)
	mean := s.spread(20, 400)
	for s.wait(s.after(mean / s.busy())) {
		question := s.size(span{26, 60})
		for range 1 + s.IntN(2) { // A, AAAA
			f := s.datagrams(s.nextPort(), resolver)
			f.pair(s.now, out, question, s.spread(0.0003, 0.05), question+s.size(span{16, 200}))
			f.over = true
		}
	}
}

// ntp keeps the clock: 48 bytes each way from port 123, at an interval that is
// a power of two.
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

// ping watches a host with ICMP echoes of 56 bytes.
func ping(s *session) {
	target := s.far(0)
	f := s.newFlow(icmp, 0, netip.AddrPortFrom(target.addr, 0))
	every := s.spread(1, 60)
	for s.wait(every) {
		f.pair(s.now, out, 56, target.rtt, 56)
	}
}
