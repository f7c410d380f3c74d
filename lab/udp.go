package lab

import "net/netip"

// Protocol numbers and header bytes (IPv4 20, UDP 8, ICMP echo 8).
const (
	icmp         = 1
	udp          = 17
	headerPacket = 28
)

// datagrams begins a UDP flow from a local port.
func (s *session) datagrams(localPort uint16, remote netip.AddrPort) *flow {
	return s.newFlow(udp, localPort, remote)
}

// pair is a request and its answer, each one packet.
func (f *flow) pair(at float64, first, request int, rtt float64, answer int) {
	f.packet(at, first, headerPacket+request)
	f.packet(at+rtt, 1-first, headerPacket+answer)
}
