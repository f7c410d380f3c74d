package lab

import (
	"iter"
	"net/netip"
)

// A session is one program on one interface: a clock, a random stream, and
// ways to reach others. The function of a kind receives it and is written as
// if time were its own; wait and until return false when time is up, and the
// function must then return.
type session struct {
	dice
	now   float64 // seconds since the start; negative while warming up
	host  *host
	kind  *kind
	index int
	seed  uint64

	limit  float64 // run no further than this for now
	stop   bool
	yield  func(struct{}) bool
	open   []*conn
	port   uint16 // last client port
	resume func() (struct{}, bool)
	cancel func()
}

// newSession prepares a kind to run on h; nothing runs before the first call
// of run. The program is already up when the simulation starts: it begins up
// to an hour earlier, unseen.
func newSession(seed uint64, h *host, index int, k *kind) *session {
	s := &session{dice: roll(seed, uint64(h.index), uint64(index), name(k.name)), host: h, kind: k, index: index, seed: seed}
	s.now = -s.between(0, 3600)
	s.port = uint16(s.size(span{32768, 60999}))
	s.resume, s.cancel = iter.Pull(func(yield func(struct{}) bool) {
		s.yield = yield
		k.run(s)
		s.settle(s.host.meter.end)
	})
	return s
}

// run lets the session go on until its clock reaches limit.
func (s *session) run(limit float64) {
	s.limit = limit
	s.resume()
}

// wait moves the clock on by d seconds.
func (s *session) wait(d float64) bool { return s.until(s.now + d) }

// until moves the clock to t, which is the time before which the session
// promises to send nothing any more. It never turns the clock back.
func (s *session) until(t float64) bool {
	for t >= s.limit {
		if s.stop || s.limit >= s.host.meter.end {
			return false
		}
		s.settle(s.limit)
		if !s.yield(struct{}{}) {
			s.stop = true
			return false
		}
	}
	s.now = max(s.now, t)
	return true
}

// settle lets the ACKs that are due by t pass.
func (s *session) settle(t float64) {
	for _, c := range s.open {
		c.advance(t)
	}
}

// nextPort is a client port not in use: as in Linux it goes up in small steps
// through 32768-60999.
func (s *session) nextPort() uint16 {
	const first, ports = 32768, 28232
	s.port = first + (s.port-first+uint16(1+s.IntN(4)))%ports
	return s.port
}

// public is a remote address on the Internet; sessions of an interface never
// share one.
func (s *session) public() netip.Addr {
	if s.chance(0.5) {
		return v4(198<<24|18<<16, s.index<<10|s.IntN(1<<10))
	}
	return v4(100<<24|64<<16, s.index<<12|s.IntN(1<<12))
}

// private is a remote address in the same network.
func (s *session) private() netip.Addr { return v4(10<<24|128<<16, s.index<<16|s.IntN(1<<16)) }

// maxKinds is how many sessions of an interface have addresses of their own.
const maxKinds = 128

func v4(network, host int) netip.Addr {
	n := network | host
	return netip.AddrFrom4([4]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
}

// newFlow begins to count a 5-tuple.
func (s *session) newFlow(protocol uint8, localPort uint16, remote netip.AddrPort) *flow {
	f := &flow{
		meter:    s.host.meter,
		label:    s.kind,
		local:    netip.AddrPortFrom(s.host.local, localPort),
		remote:   remote,
		protocol: protocol,
	}
	s.host.meter.flows = append(s.host.meter.flows, f)
	return f
}

// busy is the time of day's influence on demand, between 0.35 at night and 1
// in the afternoon (UTC).
func (s *session) busy() float64 {
	hour := (s.now + s.host.clock) / 3600
	for hour >= 24 {
		hour -= 24
	}
	switch {
	case hour < 6:
		return 0.35
	case hour < 10:
		return 0.35 + 0.65*(hour-6)/4
	case hour < 18:
		return 1
	}
	return 1 - 0.65*(hour-18)/6
}
