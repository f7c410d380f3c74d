package lab

import (
	"iter"
	"math"
	"net/netip"
)

// A session is one program on one interface: a clock, a random stream, and
// ways to reach others. The function of a kind receives it and is written as
// if time were its own; wait and until return false when time is up, and the
// function must then return. A program may start others beside it.
type session struct {
	dice
	now    float64 // seconds since the start; negative while warming up
	host   *host
	label  *Label // of the pairs it makes; addresses are not filled in
	index  int
	seed   uint64
	slot   int     // among the programs beside; 0 for the first
	port   uint16  // last client port
	tunnel *tunnel // what its packets go through, nil for none

	limit  float64 // run no further than this for now
	stop   bool
	yield  func(struct{}) bool
	open   []*conn
	beside []*session
	from   netip.Addr // its address, if that is not the interface's primary one
	six    bool       // reaches public peers over IPv6
	shared float64    // share of windows in which other traffic runs at its first server's address
	key    uint64     // names its flows
	flows  uint64     // begun so far
	resume func() (struct{}, bool)
	end    func()
}

// newSession prepares a kind to run on h; nothing runs before the first call
// of run. The program is already up when the simulation starts: it begins up
// to an hour earlier, unseen.
func newSession(seed uint64, h *host, index int, k *kind) *session {
	s := &session{dice: roll(seed, uint64(h.index), uint64(index), name(k.name)), host: h, index: index, seed: seed}
	s.label = &Label{Class: k.class, Group: k.name}
	s.address()
	if k.class == Benign {
		s.drawShared()
	}
	s.now = -s.between(0, warm)
	s.port = uint16(s.size(span{firstPort, firstPort + mainPorts - 1}))
	s.start(k.run)
	return s
}

// warm is how long before the simulation the first program begins, in seconds.
const warm = 3600

func (s *session) start(run func(*session)) {
	s.resume, s.end = iter.Pull(func(yield func(struct{}) bool) {
		s.yield = yield
		run(s)
		s.settle(s.host.meter.end)
	})
}

// also starts another program now, with the same label, addresses and tunnel.
func (s *session) also(run func(*session)) *session { return s.besides(s.Uint64(), run) }

// besides does the same with a key that is not drawn.
func (s *session) besides(key uint64, run func(*session)) *session {
	c := s.twin(1+len(s.beside), key)
	c.tunnel = s.tunnel
	c.start(run)
	s.beside = append(s.beside, c)
	return c
}

// twin is another session at the same addresses, with the same label, and a
// random stream and client ports of its own.
func (s *session) twin(slot int, key uint64) *session {
	return &session{
		dice: roll(key), now: s.now, host: s.host, label: s.label,
		index: s.index, seed: s.seed, slot: slot,
		from: s.from, six: s.six, key: mix(key),
	}
}

// run lets the session, and then those beside it, go on until their clocks
// reach limit. What went into a tunnel comes out when all have.
func (s *session) run(limit float64) {
	s.limit = limit
	s.resume()
	for i := 0; i < len(s.beside); i++ {
		s.beside[i].run(limit)
	}
	if s.tunnel != nil && s.tunnel.owner == s {
		s.tunnel.drain(limit)
	}
}

// cancel ends the session and those beside it.
func (s *session) cancel() {
	s.end()
	for _, c := range s.beside {
		c.cancel()
	}
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

// Client ports are those of Linux, 32768-60999. Programs beside others have 256
// each in the upper part, so that none has to know what the others do.
const (
	firstPort = 32768
	mainPorts = 28232 - slots*slotPorts
	slotPorts = 256
	slots     = 32
)

// nextPort is a client port not in use: as in Linux it goes up in small steps.
func (s *session) nextPort() uint16 {
	first, ports := uint16(firstPort), uint16(mainPorts)
	if s.slot > 0 {
		first, ports = firstPort+mainPorts+uint16(s.slot%slots)*slotPorts, slotPorts
	}
	s.port = first + (max(s.port, first)-first+uint16(1+s.IntN(4)))%ports
	return s.port
}

// newFlow begins to count a 5-tuple.
func (s *session) newFlow(protocol uint8, localPort uint16, remote netip.AddrPort) *flow {
	h := s.host
	s.flows++
	f := &flow{
		id:       mix(s.key + s.flows),
		meter:    h.meter,
		label:    s.label,
		local:    netip.AddrPortFrom(h.local, localPort),
		remote:   remote,
		protocol: protocol,
	}
	switch {
	case remote.Addr().Is6():
		f.wide(h.six)
	case s.from.IsValid():
		f.local = netip.AddrPortFrom(s.from, localPort)
	}
	h.meter.flows = append(h.meter.flows, f)
	if h.uplink != nil {
		h.uplink.translate(f)
	}
	return f
}

// busy is the time of day's influence on demand, between 0.35 at night and 1
// in the afternoon (UTC).
func (s *session) busy() float64 { return busyAt(s.now + s.host.clock) }

// busyAt is the same for a number of seconds since some midnight.
func busyAt(second float64) float64 {
	hour := math.Mod(second/3600, 24)
	if hour < 0 {
		hour += 24
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
