package lab

import "net/netip"

// The private network: 10.0.0.0/10 holds the primary addresses of interfaces,
// ten to two hundred and nine of every /24, and the gateways' at five;
// 10.64.0.0/10 the secondary addresses (pods); 10.128.0.0/9 private peers.
const (
	primaries   = 10 << 24
	secondaries = 10<<24 | 64<<16
	privates    = 10<<24 | 128<<16

	maxHosts    = 16384 * 200 // how many primary addresses there are
	maxGateways = 16384 - 1
	maxKinds    = 128 // how many sessions of an interface have peers of their own
)

func v4(network, host int) netip.Addr {
	n := network | host
	return netip.AddrFrom4([4]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
}

// primary is the address of interface i, pod one of its secondary addresses.
func primary(i int) netip.Addr { return v4(primaries, i/200<<8|(10+i%200)) }
func pod(i, n int) netip.Addr  { return v4(secondaries, i%(1<<16)<<6|n) }

// six is the IPv6 address of interface i (RFC 9637: for documentation).
func six(i int) netip.Addr {
	return netip.AddrFrom16([16]byte{0x3f, 0xff, 0, 0, 0, 0, byte(i / 200 >> 8), byte(i / 200), 12: 0, 13: byte(i >> 16), 14: byte(i >> 8), 15: byte(i)})
}

// mapped is the IPv6 address of the server that has a public IPv4 address: the
// same in 2001:db8::/96 (RFC 3849: for documentation).
func mapped(a netip.Addr) netip.Addr {
	b := a.As4()
	return netip.AddrFrom16([16]byte{0x20, 1, 0x0d, 0xb8, 12: b[0], 13: b[1], 14: b[2], 15: b[3]})
}

// address draws which of its interface's addresses a session uses. It takes
// nothing from the session's stream, so that messages stay what they are.
func (s *session) address() {
	h := s.host
	s.key = mix(h.key ^ mix(uint64(s.index)))
	if h.pods > 0 {
		if n := int(mix(s.key+1) % uint64(h.pods+1)); n > 0 {
			s.from = pod(h.index, n)
		}
	}
	s.six = h.six.IsValid() && mix(s.key+2)%2 == 0
}

// facing is the address by which the session reaches a peer: the IPv6 one where
// both have one.
func (s *session) facing(a netip.Addr) netip.Addr {
	if s.six && a.Is4() && !a.IsPrivate() {
		return mapped(a)
	}
	return a
}

// public is a remote address on the Internet; sessions of an interface never
// share one.
func (s *session) public() netip.Addr {
	if s.chance(0.5) {
		return s.facing(v4(198<<24|18<<16, s.index<<10|s.IntN(1<<10)))
	}
	return s.facing(v4(100<<24|64<<16, s.index<<12|s.IntN(1<<12)))
}

// private is a remote address in the same network. Where interfaces share
// their peers, it is one of four that all sessions of the kind there have.
func (s *session) private() netip.Addr {
	n := s.IntN(1 << 16)
	if s.host.peers == "" {
		return v4(privates, s.index<<16|n)
	}
	shared := mix(name(s.host.peers) ^ mix(name(s.label.Group)+uint64(n%4)))
	return v4(privates, int(shared%(1<<23)))
}
