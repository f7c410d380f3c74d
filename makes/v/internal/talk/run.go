package talk

import (
	"math"
	"sort"

	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/wire"
)

// Ends is who talks over which path.
type Ends struct {
	Path           wire.Path
	Client, Server *wire.Stack
	Zone           float64 // hours ahead of UTC of the people who use it
}

// day is how busy people are in each tenth of an hour of their day.
var day = func() (d [240]float64) {
	for i := range d {
		d[i] = 0.1 + 0.9*math.Exp(-math.Pow((float64(i)/10-13.5)/4.2, 2))
	}
	return d
}()

// Activity is how busy people are at a time of the simulation, about 0.1 to 1.
func Activity(at, zone float64) float64 {
	return day[(int(at/360+zone*10)+480)%240]
}

type player struct {
	s     *Spec
	e     *Ends
	r     *rng.R
	link  wire.Link
	next  []float64
	start []float64
	step  []int
	death float64
	last  float64
	fails int
}

// Run plays a service's conversation with one client between two times.
func Run(s *Spec, e *Ends, r *rng.R, from, to float64) {
	if s.Quiet == 0 {
		run(s, e, r, from, to)
		return
	}
	for t := from + r.Exp(4000)/s.Quiet*0.3; t < to; {
		stay := s.Session.At(r)
		run(s, e, r, t, min(to, t+stay))
		t += stay + r.Exp(stay*(1-s.Quiet)/s.Quiet)/(0.3+0.7*Activity(t, e.Zone))
	}
}

func run(s *Spec, e *Ends, r *rng.R, from, to float64) {
	n := len(s.Loops)
	p := &player{s: s, e: e, r: r, next: make([]float64, n), start: make([]float64, n), step: make([]int, n)}
	for i := range s.Loops {
		p.next[i] = p.first(i, from)
	}
	now := from
	if !s.Lazy {
		now = p.open(from, to)
	}
	for now < to {
		i := p.soonest()
		at := to
		if i >= 0 {
			at = max(p.next[i], now-0.5)
		}
		if p.link != nil {
			if end, by := p.ending(at); end < to && end < at {
				p.close(end, by)
				now = end
				if !s.Lazy {
					now = p.open(end+s.Gap.At(r), to)
				}
				continue
			}
		}
		if i < 0 || at >= to {
			break
		}
		if p.link == nil {
			ready := p.open(at, to)
			if p.link == nil {
				break
			}
			now = ready
			p.next[i], at = ready, ready
		}
		p.play(i, at)
		now = max(now, at)
	}
	if p.link != nil {
		p.link.Tick(to)
		if to < e.end() {
			p.close(to, wire.Client)
		} else {
			p.link.Flush()
		}
	}
}

// end is when the last of the two interfaces goes, after which closing is not seen.
func (e *Ends) end() float64 {
	end := 0.0
	for _, t := range e.Path.Taps {
		if t != nil {
			end = max(end, t.To)
		}
	}
	return end
}

func (p *player) soonest() int {
	best := -1
	for i, t := range p.next {
		if t < math.Inf(1) && (best < 0 || t < p.next[best]) {
			best = i
		}
	}
	return best
}

// first is when a loop begins on a new connection.
func (p *player) first(i int, at float64) float64 {
	l := &p.s.Loops[i]
	p.step[i] = 0
	switch {
	case l.Common != nil:
		return p.common(l, at)
	case l.Now:
		return at
	case !l.First.Zero():
		return at + l.First.At(p.r)
	}
	return at + l.Every.At(p.r)*p.r.Float64()
}

func (p *player) common(l *Loop, at float64) float64 {
	k := sort.SearchFloat64s(l.Common, at)
	if k == len(l.Common) {
		return math.Inf(1)
	}
	return l.Common[k] + l.Lag.At(p.r)
}

// ending is when the open connection ends if nothing is said before a time.
func (p *player) ending(before float64) (float64, wire.Side) {
	end, by := p.death, p.s.Closer
	if p.s.Idle > 0 && p.last+p.s.Idle < min(end, before) && !p.waiting() {
		end = p.last + p.s.Idle
	}
	for _, o := range p.s.Down {
		if o.From < end && o.From < before && o.To > p.last {
			end, by = max(o.From, p.last), wire.Server
		}
	}
	return end, by
}

// waiting tells whether an exchange is under way, during which nobody hangs up.
func (p *player) waiting() bool {
	for _, k := range p.step {
		if k > 0 {
			return true
		}
	}
	return false
}

func (p *player) close(at float64, by wire.Side) {
	p.link.Close(at, by, p.s.How)
	p.link = nil
}

func (p *player) fate(at float64) wire.Fate {
	if p.s.Fate != wire.Fine {
		return p.s.Fate
	}
	for _, o := range p.s.Down {
		if at >= o.From && at < o.To {
			return o.Fate
		}
	}
	return wire.Fine
}

// open connects, trying again until it works, and returns when loops may speak.
// It leaves link nil if the time is over first.
func (p *player) open(at, to float64) float64 {
	s, e := p.s, p.e
	for at < to {
		f := p.fate(at)
		if f == wire.Fine {
			break
		}
		p.fails++
		if s.Proto == flow.TCP {
			first := 200
			if s.TLS != nil {
				first = s.TLS.Hello
			}
			at = wire.Fail(at, f, &e.Path, e.Client, e.Server, uint16(s.Port), s.Retry.Patience, first, p.r)
		} else {
			at = p.unanswered(at, f)
		}
		at += s.Retry.Pause(p.fails, p.r)
	}
	if at >= to {
		return at
	}
	p.fails = 0
	at = p.connect(at)
	p.death = math.Inf(1)
	if !s.Life.Zero() {
		p.death = at + s.Life.At(p.r)
	}
	p.last = at
	for i := range s.Loops {
		if !s.Lazy {
			p.next[i] = p.first(i, at)
		} else {
			p.next[i] = max(p.next[i], at)
			p.step[i] = 0
		}
	}
	return at
}

// unanswered sends the first datagram of a service that is away.
func (p *player) unanswered(at float64, f wire.Fate) float64 {
	q := p.e.Path
	if f != wire.DeniedIn {
		q.Taps[wire.Server] = nil
	}
	w := wire.NewPair(&q, p.s.Proto, p.cport(), uint16(p.s.Port), f.Denied())
	n := 60
	if len(p.s.Loops) > 0 && len(p.s.Loops[0].Steps) > 0 {
		n = int(p.s.Loops[0].Steps[0].Size.At(p.r))
	}
	w.Put(at, wire.Client, 1, n+28)
	w.Flush()
	return at + min(p.s.Retry.Patience, 5)
}

func (p *player) cport() uint16 {
	switch {
	case p.s.Proto == flow.ICMP:
		return 0
	case p.s.CPort > 0:
		return uint16(p.s.CPort)
	}
	return p.e.Client.Port(p.r)
}

func (p *player) connect(at float64) float64 {
	s, e := p.s, p.e
	path := e.Path
	if s.Rate > 0 {
		path.Rate = s.Rate
	}
	w := wire.NewPair(&path, s.Proto, p.cport(), uint16(s.Port), [2]bool{})
	if s.Proto != flow.TCP {
		p.link = wire.NewDatagrams(w, &path, p.r)
	} else {
		c := wire.NewConn(w, &path, e.Client, e.Server, s.Keep, p.r)
		p.link = c
		at = c.Open(at)
		if s.TLS != nil {
			at = s.TLS.Shake(c, at, p.r)
		}
	}
	for i := range s.Hello {
		at = p.send(at, &s.Hello[i])
	}
	return at
}

// send says one step and returns when all of it has arrived.
func (p *player) send(at float64, st *Step) float64 {
	if st.P > 0 && p.r.Float64() >= st.P {
		return at
	}
	return p.say(at+st.Wait.At(p.r), st)
}

func (p *player) say(at float64, st *Step) float64 {
	n := 1
	if !st.Rep.Zero() {
		n = int(st.Rep.At(p.r) + 0.5)
	}
	end := at
	for k := range n {
		if k > 0 {
			at += st.Gap.At(p.r)
		}
		size := int(st.Size.At(p.r)) + p.s.Frame
		if size < 1 {
			size = 1
		}
		end = p.link.Send(at, st.From, p.s.TLS.Grow(size))
		if size > 200000 {
			at = end
		}
	}
	return end
}

// play says the next step of a loop and books the one after.
func (p *player) play(i int, at float64) {
	l := &p.s.Loops[i]
	k := p.step[i]
	booked := k > 0
	if !booked {
		p.start[i] = at
	}
	for {
		if booked {
			at = p.say(at, &l.Steps[k])
		} else {
			at = p.send(at, &l.Steps[k])
		}
		booked = false
		k++
		if k == len(l.Steps) {
			break
		}
		// Steps that follow within moments are said at once; a long wait lets
		// the other loops speak between.
		if l.Steps[k].Wait.Long() {
			st := &l.Steps[k]
			pause := st.Wait.At(p.r)
			if st.P == 0 || p.r.Float64() < st.P {
				p.step[i], p.next[i] = k, at+pause
				p.last = max(p.last, at)
				return
			}
			k++
			if k == len(l.Steps) {
				break
			}
		}
	}
	p.last = max(p.last, at)
	p.step[i] = 0
	if l.Common != nil {
		p.next[i] = p.common(l, max(p.start[i], at)+0.001)
		return
	}
	every := l.Every.At(p.r)
	if l.Work > 0 {
		every /= 1 - l.Work + l.Work*Activity(at, p.e.Zone)
	}
	if l.Serial {
		p.next[i] = at + every
	} else {
		p.next[i] = max(p.start[i]+every, at)
	}
}
