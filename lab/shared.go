package lab

// An address often serves more than one thing: that of a content network, of a
// load balancer, of a host in the same rack. Then a pair of addresses is not one
// program, whether it mines or not.

// What share of the windows has other traffic at a shared address.
const leastShared, mostShared = 0.01, 0.3

// drawShared decides whether the first server that an ordinary program connects to shares
// its address. It takes nothing from the session's stream, so that messages stay
// what they are.
func (s *session) drawShared() {
	d := roll(s.key, name("shared"))
	if d.chance(s.host.shared) {
		s.shared = d.spread(leastShared, mostShared)
	}
}

// share lets other traffic run at the address of a server, once.
func (s *session) share(p *peer) {
	if s.shared > 0 && !p.inbound && s.tunnel == nil {
		run := transfers(p, s.shared)
		s.shared = 0
		s.besides(mix(s.key+name("shared")), run)
	}
}
