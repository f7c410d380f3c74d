package script

import (
	"math"
	"math/rand/v2"

	"makes/l/internal/tcp"
)

// Instance is a service that runs a program with numbers of its own.
type Instance struct {
	*Program
	Port   uint16
	Layer  tcp.Layer
	Keep   [2]float64 // idle seconds before keep-alives, by side; 0 is none
	nums   []drawn
	jitter []float64
	drift  []bool
	think  float64
	day    float64 // how much less there is to do at night
	peak   float64
	life   Range
	gap    Range
	reuse  float64
	idle   float64
	retry  [2]float64
	end    float64 // how connections end: share of resets
	closer float64
}

type drawn struct {
	lo, log float64 // the least, and the logarithm of the greatest one's ratio to it
	extra   int     // added to a constant at most
}

// NewInstance draws a service of a program.
func NewInstance(p *Program, rng *rand.Rand) *Instance {
	in := &Instance{Program: p, Port: p.Ports[rng.IntN(len(p.Ports))], think: 0.0003 * math.Pow(500, rng.Float64()),
		day: p.Get("day", 0).Draw(rng), peak: 10 + 8*rng.Float64(), life: p.Get("life", 1e9), gap: p.Get("gap", 3),
		reuse: math.Floor(p.Get("reuse", 0).Draw(rng)), idle: p.Get("idle", 0).Draw(rng), end: rng.Float64() * rng.Float64() * 0.6,
		closer: rng.Float64()}
	for i := range in.Keep {
		in.Keep[i] = [...]float64{0, 0, 15, 30, 45, 60, 75, 120, 300, 600, 7200, 7200}[rng.IntN(12)]
	}
	for _, r := range p.nums {
		in.nums = append(in.nums, narrow(r, rng))
	}
	for range p.tracks {
		in.jitter = append(in.jitter, [...]float64{0, 0, 0.003, 0.02, 0.1, 0.3, 0.8}[rng.IntN(7)])
		in.drift = append(in.drift, rng.IntN(2) == 0)
	}
	in.retry[0] = p.Get("retry", 0).Draw(rng)
	if in.retry[0] == 0 {
		in.retry[0] = Range{Lo: 1, Hi: 120}.Draw(rng)
		if p.Dir == "peer" {
			in.retry[0] = Range{Lo: 30, Hi: 1500}.Draw(rng)
		} else if rng.IntN(2) == 0 {
			in.retry[0] = [...]float64{1, 2, 3, 5, 5, 10, 15, 30, 60}[rng.IntN(9)]
		}
	}
	in.retry[1] = in.retry[0]
	if rng.IntN(2) == 0 {
		in.retry[1] *= math.Pow(64, rng.Float64())
	}
	layer := "plain"
	if rng.Float64()*100 < p.Get("tls", 0).Lo {
		layer = [...]string{"tls12", "tls13", "tls13"}[rng.IntN(3)]
	} else if p.Proto == "tcp" && p.Where != "vpc" && rng.IntN(40) == 0 {
		layer = [...]string{"socks", "vpn"}[rng.IntN(2)]
	}
	in.Layer = tcp.NewLayer(layer, p.Get("ws", 0).Lo > 0, rng)
	return in
}

// narrow draws an instance's own range.
func narrow(r Range, rng *rand.Rand) drawn {
	switch r.kind {
	case '~':
		return drawn{r.Draw(rng), 0, [...]int{0, 0, 0, 1, 2, 4}[rng.IntN(6)]}
	case '-':
		c := r.Draw(rng)
		u := rng.Float64()
		spread := math.Exp(math.Log(r.Hi/r.Lo) * u * u / 2)
		lo, hi := max(r.Lo, c/spread), min(r.Hi, c*spread)
		if rng.IntN(4) == 0 {
			lo, hi = c, c
		}
		return drawn{lo, math.Log(hi / lo), 0}
	case '.':
		return drawn{r.Lo, math.Log(r.Hi / r.Lo), 0}
	}
	return drawn{lo: r.Lo}
}

func (d drawn) draw(rng *rand.Rand) float64 {
	if d.log <= 0 {
		if d.extra > 0 {
			return d.lo + float64(rng.IntN(d.extra+1))
		}
		return d.lo
	}
	return d.lo * math.Exp(d.log*rng.Float64())
}

// player plays an instance's script over one link.
type player struct {
	*Instance
	clock Clock
	rng   *rand.Rand
	conn  *tcp.Conn
	next  []float64
	mean  []float64
	quit  bool
}

// Play runs an instance over a link from a time on until the log's end.
func Play(in *Instance, link *tcp.Link, clock Clock, from float64) {
	p := &player{Instance: in, clock: clock, rng: link.Rng, next: make([]float64, len(in.tracks))}
	end := link.Tap.Seconds()
	for _, t := range in.tracks {
		p.mean = append(p.mean, in.nums[t.num].draw(p.rng))
	}
	running := from <= 0 && in.reuse == 0 && p.rng.IntN(10) > 0
	t := max(from, 0)
	wait := in.retry[0]
	p.start(t)
	for t < end {
		if in.reuse > 0 {
			if _, t = p.first(); t >= end {
				break
			}
		}
		if running {
			if _, _, up := link.Up(t); up {
				p.conn = link.Resume(t)
			}
			running = false
		} else {
			p.conn = nil
		}
		if p.conn == nil {
			at := t
			if p.conn, t = link.Dial(t); p.conn == nil {
				t = max(t, at+wait)
				if in.reuse > 0 {
					p.start(t)
				}
				wait = min(2*wait, max(in.retry[1], wait))
				continue
			}
			p.steps(in.open)
			if link.Hangup {
				p.conn.Close(tcp.Server)
				link.Done()
				t = p.conn.T + wait
				p.start(t)
				continue
			}
		}
		wait = in.retry[0]
		p.session(link, end)
		t = p.conn.T + in.gap.Draw(p.rng)
		link.Done()
	}
}

func (p *player) start(at float64) {
	for i := range p.next {
		p.next[i] = p.beat(i, at)
		if p.tracks[i].rhythm == '@' {
			p.next[i] = at + p.rng.Float64()*p.mean[i]
		}
	}
}

func (p *player) first() (int, float64) {
	best := 0
	for i, t := range p.next {
		if t < p.next[best] {
			best = i
		}
	}
	return best, p.next[best]
}

// activity is the share of a day's business at a time.
func (p *player) activity(t float64) float64 {
	if p.day == 0 {
		return 1
	}
	return 1 - p.day*(0.5-0.5*math.Cos((t/3600-p.peak)*math.Pi/12))
}

// beat gives the time of a track's next beat.
func (p *player) beat(i int, after float64) float64 {
	mean := p.mean[i]
	switch t := &p.tracks[i]; t.rhythm {
	case '@':
		return after + max(mean*(1+p.jitter[i]*(p.rng.Float64()-0.5)), 0.05)
	case '?':
		return after + max(mean*p.rng.ExpFloat64()/p.activity(after), 0.01)
	case '!':
		return after + max(mean*math.Exp(1.5*p.rng.NormFloat64())/p.activity(after), 0.01)
	default:
		return p.clock.Next(t.chain, after) + 0.02
	}
}

// session runs an open connection until it ends.
func (p *player) session(link *tcp.Link, end float64) {
	c := p.conn
	until := c.T + p.life.Draw(p.rng)
	outage, how, _ := link.Up(c.T)
	p.quit = false
	if p.reuse == 0 {
		for i, t := range p.next {
			if t < c.T {
				p.next[i] = p.beat(i, c.T)
			}
		}
	}
	for n := 1; ; n++ {
		i, at := p.first()
		switch stop := min(until, outage, end); {
		case p.idle > 0 && at > c.T+p.idle && c.T+p.idle < stop:
			c.Wait(c.T + p.idle)
			p.close()
			return
		case at >= stop:
			c.Wait(stop)
			switch {
			case stop >= end:
				c.Abandon()
			case stop < outage:
				p.close()
			case how == tcp.Refused:
				c.Reset(tcp.Server)
			default:
				c.Vanish(tcp.Client, 40+p.rng.IntN(200), 4+p.rng.IntN(8))
			}
			return
		}
		c.Wait(at)
		p.steps(p.tracks[i].body)
		if p.drift[i] {
			at = max(at, c.T)
		}
		if p.next[i] = p.beat(i, at); p.next[i] < c.T-600 {
			p.next[i] = c.T
		}
		if p.quit || p.reuse > 0 && float64(n) >= p.reuse {
			p.close()
			return
		}
	}
}

func (p *player) close() {
	side := tcp.Client
	if p.rng.Float64() < p.closer {
		side = tcp.Server
	}
	if p.rng.Float64() < p.end*0.3 {
		p.conn.Reset(side)
	} else {
		p.conn.Close(side)
	}
}

func (p *player) steps(steps []step) {
	for n := range steps {
		s := &steps[n]
		switch s.op {
		case '>', '<':
			side := tcp.Client
			if s.op == '<' {
				side = tcp.Server
			}
			if n > 0 && p.conn.Turn(side) {
				p.conn.T += p.think * p.rng.ExpFloat64()
			}
			p.conn.Say(side, int(p.nums[s.num].draw(p.rng)))
		case 'w':
			p.conn.Wait(p.conn.T + p.nums[s.num].draw(p.rng))
		case 'x':
			for range int(p.nums[s.num].draw(p.rng)) {
				p.steps(s.body)
			}
		case 'p':
			if p.rng.Float64()*100 < p.nums[s.num].draw(p.rng) {
				p.steps(s.body)
			} else {
				p.steps(s.alt)
			}
		case 'q':
			p.quit = true
		}
	}
}
