package everyday

import (
	"math"

	"makes/s/internal/dice"
	"makes/s/internal/wire"
)

// Host is a private host at an interface.
type Host struct {
	Tap   *wire.Tap
	Addr  wire.Addr
	Stack wire.Stack
	Zone  float64 // seconds the host's day lags behind the log's
	Dice  *dice.Dice
	port  int
}

// Port gives a port for a new connection.
func (h *Host) Port() uint16 {
	if h.port == 0 {
		h.port = h.Dice.IntN(28000)
	}
	h.port = (h.port + 1 + 2*h.Dice.IntN(40)) % 28000
	return uint16(32768 + h.port)
}

// talk is one program of a host, or of a client of the host, with a service.
type talk struct {
	*Service
	d       *dice.Dice
	h       *Host
	client  wire.End
	server  wire.End
	local   int
	pace    float64
	rtt     float64
	stream  *wire.Stream
	due     []float64
	trigger int // the beat that opens a connection for each
}

// Near says whether the other side is a private host.
func (s *Service) Near() bool { return s.near }

// Addr is where the service is, unless the interface is the server of it.
func (s *Service) Addr() wire.Addr { return s.end.Addr }

// Converse lets the host use a service all along the log, or serve it to the
// client at an address.
func (s *Service) Converse(d *dice.Dice, h *Host, inbound bool, peer wire.Addr, seconds float64) {
	t := &talk{Service: s, d: d, h: h, server: s.end, pace: 1, local: wire.Client}
	t.client = wire.End{Addr: h.Addr, Stack: h.Stack}
	if inbound {
		t.local, t.server.Addr, t.server.Stack = wire.Server, h.Addr, h.Stack
		t.client = wire.End{Addr: peer, Stack: wire.NewStack(d)}
		t.server.Stack.KeepIdle = s.end.Stack.KeepIdle
	}
	t.client.Stack.KeepIdle = s.keep
	t.rtt = s.rtt * d.Between(0.9, 1.2)
	if s.ownPace > 0 {
		t.pace = d.Lognormal(1, s.ownPace)
	}
	t.due = make([]float64, len(s.beats))
	for _, w := range t.windows(seconds) {
		for range s.lines {
			t.work(w.lo, w.hi)
		}
	}
}

// windows are the stretches of time in which the program runs.
func (t *talk) windows(seconds float64) []span {
	if t.kind.hours == "flat" {
		if t.d.Chance(0.12) { // starts late, or ends early
			a := t.d.Between(0, seconds)
			return []span{{a, a + t.d.Log(600, seconds+700)}}
		}
		return []span{{-t.d.Between(1, 900), seconds}}
	}
	var list []span
	for day := -1.0; day*86400 < seconds+86400; day++ {
		zero := day*86400 + t.h.Zone
		if t.kind.hours == "cron" {
			for range t.d.Int(1, 9) {
				a := zero + t.d.Between(0, 86400)
				list = append(list, span{a, a + t.d.Log(60, 9000)})
			}
			continue
		}
		a := zero + 3600*(t.opening+t.d.NormFloat64()*0.5)
		end := a + 3600*(t.on+t.d.NormFloat64())
		for a < end {
			b := min(a+t.d.Log(1200, 20000), end)
			list = append(list, span{a, b})
			a = b + t.d.Log(120, 5000)
		}
	}
	kept := list[:0]
	for _, w := range list {
		if w.hi > 0 && w.lo < seconds {
			kept = append(kept, w)
		}
	}
	return kept
}

func (t *talk) dial() {
	t.client.Port = t.h.Port()
	proto := uint8(6)
	if t.udp {
		proto = 17
	}
	conn := wire.Dial(t.d, t.h.Tap, &t.client, &t.server, t.local, t.rtt, proto)
	t.stream = &wire.Stream{Conn: conn, Layer: &t.layer}
}

// work runs the program from a time to another.
func (t *talk) work(at, until float64) {
	wait := t.retry
	resume := at < 0 && t.kind.life == 'l'
	for i := range t.due {
		t.due[i] = at + t.gap(i, at)*t.d.Float64()
	}
	for at < until {
		if t.kind.life != 'l' { // a connection waits for something to say
			at = max(at, t.next())
			if at >= until {
				return
			}
		}
		t.dial()
		fault, change := t.outages.At(at)
		if fault != wire.Up {
			at = t.fail(at, fault) + wait*t.d.Between(0.95, 1.05)
			wait = min(wait*t.growth, t.cap+t.retry)
			t.skip(at)
			continue
		}
		wait = t.retry
		if resume {
			t.stream.Resume(at)
			resume = false
		} else {
			at = t.stream.Open(at)
			at = t.play(at, wire.Client, t.greeting)
			if t.kind.life == 'l' {
				t.skip(at)
			}
		}
		end := min(until, change)
		if t.kind.life == 'l' {
			end = min(end, at+t.d.Log(t.life.lo, t.life.hi))
		}
		at = t.session(at, end)
		if t.kind.life == 'l' {
			at += t.d.Log(t.pause.lo, t.pause.hi)
		}
	}
}

// fail tries in vain.
func (t *talk) fail(at float64, fault wire.Fault) float64 {
	if fault != wire.Kicked {
		return t.stream.Fail(at, fault, t.patience)
	}
	at = t.stream.Open(at)
	if len(t.greeting) > 0 {
		at = t.play(at, wire.Client, t.greeting[:1])
	}
	t.stream.Close(at+0.01, wire.Server)
	return at
}

func (t *talk) next() float64 {
	first := math.Inf(1)
	for i, due := range t.due {
		if due < first {
			first, t.trigger = due, i
		}
	}
	return first
}

// gap gives the seconds to the next firing of a beat. What is not a machine's
// clock is slower at night.
func (t *talk) gap(i int, at float64) float64 {
	b := &t.beats[i]
	gap := b.gap(t.d) * t.pace
	if t.tide > 0 && (b.rhythm == 'p' || b.rhythm == 'h' || b.rhythm == 'b') {
		gap /= 1 + t.tide*math.Sin((at-t.h.Zone)/86400*2*math.Pi-2)
	}
	return gap
}

// skip lets all that was due before a time fall out.
func (t *talk) skip(at float64) {
	for i := range t.due {
		if t.due[i] < at {
			t.due[i] = at + t.gap(i, at)
		}
	}
}

// session talks over the open stream until an end, and gives when it ended.
func (t *talk) session(at, end float64) float64 {
	heard := at
	for {
		due := t.next()
		if t.idle > 0 && due > heard+t.idle || t.kind.life == 'e' && due > at {
			at = heard + t.idle
			t.stream.Close(at, t.closer)
			return at
		}
		if due >= end {
			return t.end(end)
		}
		b := &t.beats[t.trigger]
		at = max(due, at)
		done := at
		if b.chance == 1 || t.d.Chance(b.chance) {
			for times := int(b.times + t.d.Float64()); times > 0; times-- {
				done = t.play(done, b.side, b.acts)
			}
		}
		heard, t.due[t.trigger] = done, due+t.gap(t.trigger, at)
		if b.rhythm == 'w' || t.due[t.trigger] < done-1 {
			t.due[t.trigger] = done + t.gap(t.trigger, at)
		}
		at = done
	}
}

// end ends the open connection one way or another, and gives when.
func (t *talk) end(at float64) float64 {
	t.stream.Idle(at)
	fault, _ := t.outages.At(at)
	switch {
	case fault == wire.Dead || fault == wire.Denied || fault == wire.Barred:
		return t.stream.Stall(at, wire.Client, t.beats[0].acts[0].request.draw(t.d), t.patience)
	case fault == wire.Refused && t.d.Chance(0.5):
		t.stream.Reset(at, wire.Server)
	case t.d.Chance(t.vanish):
		t.stream.Settle(at)
		t.stream.Drop()
	default:
		t.stream.Close(at, t.closer)
	}
	return at
}

// play does all acts, begun by a side; it gives when the last has ended.
func (t *talk) play(at float64, side int, acts []act) float64 {
	for i := range acts {
		a := &acts[i]
		at = t.stream.Send(at, side, a.request.draw(t.d))
		if a.reply.base > 0 {
			think := a.think
			if a.sway > 0.4 {
				think *= t.d.Between(0.4, 1+2*a.sway)
			}
			at = t.stream.Send(at+think, 1-side, a.reply.draw(t.d))
		}
	}
	return at
}
