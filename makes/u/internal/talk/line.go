package talk

import (
	"math"

	"makes/u/internal/clock"
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/wire"
)

// Party is one end of conversations.
type Party struct {
	Addr  uint32
	Iface *flow.Iface // nil if its traffic is not logged
	Stack *wire.Stack
	Up    clock.Spans
}

// End returns the party's end of a new flow from an ephemeral port.
func (p *Party) End(r *rng.R) flow.End {
	return flow.End{Addr: p.Addr, Port: uint16(r.Int(p.Stack.Low, p.Stack.High)), Iface: p.Iface}
}

// Line is the conversation of one client with one service.
type Line struct {
	Log     *flow.Log
	Spec    *Spec
	Client  *Party
	Servers []*Party // the addresses of the service
	Path    wire.Path
	Fault   wire.Fault
	Down    clock.Spans // outages of the service
	Zone    float64     // hours by which the users' clock is ahead of UTC
	Tag     *flow.Tag
	R       *rng.R

	flow    flow.Flow
	conn    wire.Conn
	cover   wire.Covered
	grams   wire.Datagrams
	pipe    wire.Pipe
	server  *Party
	known   bool
	fails   int
	nexts   []float64
	pending []pending
	stamp   float64
}

// pending is the rest of an exchange that waits for its time.
type pending struct {
	at   float64
	beat int
	msg  int
}

// Warm is the time before the log begins in which connections are opened.
const Warm = 900

// Run simulates the whole time of the log.
func (l *Line) Run() {
	l.server = l.Servers[0]
	end := l.Log.Length()
	l.nexts = make([]float64, len(l.Spec.beats))
	t := -l.R.Uniform(1, Warm)
	if l.Spec.gap.mid > 0 {
		t += l.R.Uniform(0, min(l.Spec.gap.mid, 6*Warm))
	}
	l.schedule(t)
	for t < end {
		var ok bool
		if t, ok = l.available(t); !ok || t >= end {
			break
		}
		if l.Spec.demand {
			for b := range l.nexts {
				if l.nexts[b] < t {
					l.nexts[b] = l.next(b, t)
				}
			}
			b, at := l.earliest()
			if t = at; t >= end {
				break
			}
			if now, ok := l.available(t); !ok || now > t {
				l.nexts[b] = l.next(b, t)
				continue
			}
		}
		if len(l.Servers) > 1 && l.R.Chance(0.3) {
			l.server = rng.Pick(l.R, l.Servers...)
		}
		if l.Fault != wire.Healthy || l.Down.Has(t) || !l.server.Up.Has(t) {
			t = l.fail(t)
			continue
		}
		l.fails = 0
		t = l.session(t, end)
	}
	l.flow.Flush()
}

// available is the next time at which the client is up.
func (l *Line) available(t float64) (float64, bool) {
	span, ok := l.Client.Up.At(t)
	return max(t, span.From), ok
}

// fail is an attempt that comes to nothing and the wait after it.
func (l *Line) fail(t float64) float64 {
	why := l.Fault
	if why == wire.Healthy {
		why = wire.Refused
		if !l.server.Up.Has(t) || l.fails%3 == 0 && l.R.Chance(0.5) {
			why = wire.Silent
		}
	}
	l.start(t)
	if l.Spec.Transport != TCP {
		t = l.failDatagrams(t, why)
	} else {
		t = wire.Attempt(&l.flow, why, t, l.Client.Stack, l.server.Stack, l.Path.RTT, l.Spec.patience, l.R)
	}
	l.flow.Flush()
	if l.Spec.demand {
		b, _ := l.earliest()
		l.nexts[b] = l.next(b, max(t, l.nexts[b]))
		return t
	}
	y := l.Spec.retry
	wait := min(y.First*math.Pow(max(1, y.Factor), float64(min(l.fails, 40))), max(y.First, y.Most))
	// What supervises programs slows them down when they fail for long.
	wait *= 1 + float64(l.fails)/60
	l.fails++
	return t + max(0.3, wait*(1+y.Jitter*l.R.Uniform(-1, 1)))
}

// failDatagrams sends datagrams that nobody answers.
func (l *Line) failDatagrams(t float64, why wire.Fault) float64 {
	if why == wire.DeniedOut {
		l.flow.Deny(flow.Client, flow.Client)
	} else if why == wire.DeniedIn {
		l.flow.Deny(flow.Server, flow.Client)
	}
	size := 28 + l.Spec.beats[0].msgs[0].Size.Draw(l.R)
	if l.Spec.Transport == QUIC {
		size = 1228
	}
	n := l.R.Int(1, 4)
	for k := range n {
		l.flow.Add(flow.Client, t+float64(k), 1, size)
	}
	return t + float64(n)
}

// start begins a new 5-tuple.
func (l *Line) start(t float64) {
	from := l.Client.End(l.R)
	to := flow.End{Addr: l.server.Addr, Port: l.Spec.Port, Iface: l.server.Iface}
	if t > 0 && !l.server.Up.Has(t) {
		to.Iface = nil // a stopped host has no logs
	}
	if l.Spec.source != 0 {
		from.Port = l.Spec.source
	}
	proto := uint8(flow.TCP)
	switch l.Spec.Transport {
	case UDP, QUIC:
		proto = flow.UDP
	case ICMP:
		proto, from.Port, to.Port = flow.ICMP, 0, 0
	}
	l.flow.Start(l.Log, from, to, proto, l.Tag)
}

// connect opens the pipe of a new session.
func (l *Line) connect(t float64) float64 {
	l.start(t)
	if l.Spec.Transport != TCP {
		l.grams.Init(&l.flow, &l.Path, l.Spec.Transport == QUIC, l.R)
		l.pipe = &l.grams
		return l.pipe.Open(t)
	}
	l.conn.Init(&l.flow, &l.Path, l.Client.Stack, l.server.Stack, l.Spec.keep, l.R)
	l.pipe = &l.conn
	if l.Spec.Cover.Kind != wire.Plain {
		l.cover.Init(&l.conn, &l.Spec.Cover, l.known, l.R)
		l.pipe = &l.cover
	}
	l.known = true
	return l.pipe.Open(t)
}

// stop is the time at which a session that begins at t ends at the latest,
// and how it ends then.
func (l *Line) stop(t, end float64) (float64, flow.Side, wire.Ending) {
	at, by, how := end+1, l.Spec.endBy, l.Spec.ending
	if l.Spec.life.mid > 0 {
		at = t + l.Spec.life.Draw(l.R)
	}
	if span, ok := l.Down.At(t); ok && span.From < at {
		at, by, how = span.From, flow.Server, rng.Pick(l.R, wire.Fin, wire.Reset, wire.Vanish)
	}
	if span, ok := l.Client.Up.At(t); ok && span.To < at {
		at, by, how = span.To, flow.Client, wire.Fin
	}
	if span, ok := l.server.Up.At(t); ok && span.To < at {
		at, by, how = span.To, flow.Server, wire.Fin
	}
	return at, by, how
}

// session is one connection; it returns when the next may be opened.
func (l *Line) session(t, end float64) float64 {
	t = l.connect(t)
	for _, m := range l.Spec.hello {
		t = l.pipe.Send(t+m.Think.Draw(l.R), m.From, m.Size.Draw(l.R))
	}
	if !l.Spec.demand {
		l.schedule(t)
	}
	l.pending = l.pending[:0]
	l.stamp = t
	stop, by, how := l.stop(t, end)
	for {
		b, at := l.earliest()
		p := l.firstPending()
		if p >= 0 && l.pending[p].at <= at {
			at = l.pending[p].at
		} else {
			p = -1
		}
		if l.Spec.idle > 0 && p < 0 && at > l.stamp+l.Spec.idle && len(l.pending) == 0 {
			idle := l.stamp + l.Spec.idle
			if idle < stop {
				stop, by, how = idle, l.Spec.idleBy, l.Spec.idleHow
			}
		}
		if at >= stop {
			break
		}
		if p >= 0 {
			next := l.pending[p]
			l.pending = append(l.pending[:p], l.pending[p+1:]...)
			l.exchange(next.beat, next.msg, at)
			continue
		}
		l.beat(b, at)
	}
	if stop >= end {
		l.pipe.Settle(end)
		l.flow.Flush()
		return end
	}
	t = l.pipe.Close(stop, by, how)
	l.flow.Flush()
	switch {
	case l.Spec.demand:
		return t
	case l.Spec.gap.mid > 0:
		return l.thin(t, l.Spec.gap, l.Spec.rhythm)
	}
	return t + l.Spec.retry.First*l.R.Uniform(0.5, 1.5)
}

// beat begins an exchange and sets the time of the next of its kind.
func (l *Line) beat(b int, t float64) {
	beat := &l.Spec.beats[b]
	if beat.idle && l.stamp+beat.every.mid*0.9 > t {
		l.nexts[b] = l.stamp + beat.every.Draw(l.R)
		return
	}
	done := t
	for n := l.R.Int(beat.few, beat.many); n > 0; n-- {
		done = l.exchange(b, 0, t)
		if n > 1 {
			t = max(t, done) + l.R.Exp(beat.space)
		}
	}
	switch {
	case math.IsInf(done, 1):
		l.nexts[b] = math.Inf(1)
	case beat.after:
		l.nexts[b] = l.next(b, done)
	default:
		l.nexts[b] = max(l.next(b, t), done)
	}
}

// exchange sends the messages of an exchange from the given one on. If a
// side thinks for long the rest is kept for later; the result is then
// infinite.
func (l *Line) exchange(b, from int, t float64) float64 {
	msgs := l.Spec.beats[b].msgs
	for k := from; k < len(msgs); k++ {
		m := &msgs[k]
		if k > from || from == 0 {
			if wait := m.Think.Draw(l.R); wait > 1 {
				l.pending = append(l.pending, pending{t + wait, b, k})
				if from == 0 && k == 0 {
					// Only later messages may wait for long.
					l.pending = l.pending[:len(l.pending)-1]
				} else {
					l.stamp = max(l.stamp, t)
					return math.Inf(1)
				}
			} else {
				t += wait
			}
		}
		t = l.pipe.Send(t, m.From, m.Size.Draw(l.R))
	}
	l.stamp = max(l.stamp, t)
	if from > 0 && math.IsInf(l.nexts[b], 1) {
		l.nexts[b] = l.next(b, t)
	}
	return t
}

// schedule sets the first times of all exchanges.
func (l *Line) schedule(t float64) {
	for b := range l.nexts {
		if l.Spec.beats[b].after {
			l.nexts[b] = t + l.R.Uniform(0, 0.2)
		} else {
			l.nexts[b] = l.next(b, t)
		}
	}
}

// next is the time of the next exchange of a kind after t.
func (l *Line) next(b int, t float64) float64 {
	beat := &l.Spec.beats[b]
	return l.thin(t, beat.every, beat.rhythm)
}

// thin draws pauses until the hour of the day agrees.
func (l *Line) thin(t float64, p Pause, rhythm clock.Rhythm) float64 {
	for {
		t += max(p.Draw(l.R), 1e-3)
		if rhythm == clock.Flat || t > l.Log.Length() || l.R.Chance(rhythm.Level(t, l.Zone)) {
			return t
		}
	}
}

func (l *Line) earliest() (int, float64) {
	best, at := 0, math.Inf(1)
	for b, t := range l.nexts {
		if t < at {
			best, at = b, t
		}
	}
	return best, at
}

func (l *Line) firstPending() int {
	best := -1
	for n := range l.pending {
		if best < 0 || l.pending[n].at < l.pending[best].at {
			best = n
		}
	}
	return best
}
