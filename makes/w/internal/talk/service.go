package talk

import (
	"makes/w/internal/cover"
	"makes/w/internal/flow"
	"makes/w/internal/hours"
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// Party is one end of conversations: a logged interface or any other host.
type Party struct {
	Addr  uint32
	Iface *flow.Iface
	Stack tcp.Stack
	Ports *Ports
	Zone  float64
}

// Ports gives out a host's client ports one after the other.
type Ports struct{ next, lo, hi int }

// NewPorts draws where a host's counter stands.
func NewPorts(g *rng.R, lo, hi int) *Ports { return &Ports{next: g.Int(lo, hi), lo: lo, hi: hi} }

// Next returns a port for a new connection.
func (p *Ports) Next(g *rng.R) uint16 {
	p.next += 1 + g.IntN(3)
	if p.next > p.hi {
		p.next = p.lo + g.IntN(64)
	}
	return uint16(p.next)
}

// outage is a time in which addresses of a service do not answer.
type outage struct {
	from, to float64
	addr     int // index, or -1 for all
	fault    tcp.Fault
}

// Service is one instance of a kind of program, with its own parameters.
type Service struct {
	Spec    *Spec
	Servers []Party
	Port    uint16
	Label   *flow.Label
	Zone    float64
	cover   cover.Kind
	certs   uint64 // seed of the sizes all clients share
	hello   []tunedStep
	talks   []tuned
	life    rng.Draw
	kick    rng.Draw
	linger  rng.Draw
	keep    float64
	keepBy  tcp.Side
	outages []outage
	knocks  bool // clients go on trying outside the window
}

type tunedStep struct {
	from tcp.Side
	size rng.Draw
}

// tuned is a talk with one service's values.
type tuned struct {
	from        tcp.Side
	how         Timing
	every       rng.Draw
	size, reply rng.Draw
	think       rng.Draw
	parts       rng.Draw
	burst, gap  rng.Draw
	rhythm      bool
	jitter      float64
	next        float64
}

// Tune draws the parameters of a service of a kind, for a simulation of so
// many seconds.
func Tune(g *rng.R, sp *Spec, servers []Party, end float64) *Service {
	s := &Service{Spec: sp, Servers: servers, Label: &flow.Label{Name: sp.Name}, certs: g.Uint64()}
	s.Port = rng.Pick(g, sp.Ports)
	if len(sp.Covers) > 0 {
		s.cover = rng.Pick(g, sp.Covers)
	}
	for _, st := range sp.Hello {
		s.hello = append(s.hello, tunedStep{st.From, st.Size.Draw(g)})
	}
	for i := range sp.Talks {
		k := &sp.Talks[i]
		if k.Share > 0 && !g.Chance(k.Share) {
			continue
		}
		t := tuned{from: k.From, how: k.How, every: k.Every.Draw(g), size: k.Size.Draw(g), reply: k.Reply.Draw(g),
			think: k.Think.Draw(g), parts: k.Parts.Draw(g), burst: k.Burst.Draw(g), gap: k.Gap.Draw(g), rhythm: k.Rhythm}
		t.jitter = rng.Pick(g, []float64{0, 0.002, 0.02, 0.1})
		if k.How == Idle || k.How == Steady {
			t.every.Mid = roundish(g, t.every.Mid)
		}
		s.talks = append(s.talks, t)
		if k.Both {
			t.from = 1 - t.from
			s.talks = append(s.talks, t)
		}
	}
	s.life, s.kick, s.linger = sp.Life.Draw(g), sp.Kick.Draw(g), sp.Linger.Draw(g)
	s.keep = sp.Keep.Draw(g).Mid
	s.keepBy = tcp.Side(g.IntN(2))
	s.knocks = sp.Window == hours.Market && g.Chance(0.35)
	s.drawOutages(g, end)
	return s
}

// roundish moves a period to a value people would configure.
func roundish(g *rng.R, x float64) float64 {
	if g.Chance(0.25) {
		return x
	}
	best := x
	nearest := 1e18
	for _, v := range [...]float64{0.5, 1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 100, 120, 150, 180, 240, 270, 300,
		360, 400, 480, 600, 900, 1200, 1800, 3600, 7200, 14400, 21600, 28800, 43200, 86400} {
		d := max(v/x, x/v)
		if d < nearest {
			nearest, best = d, v
		}
	}
	if nearest > 1.3 {
		return x
	}
	return best
}

func (s *Service) drawOutages(g *rng.R, end float64) {
	add := func(from, length float64, addr int) {
		f := tcp.Refused
		if g.Chance(0.4) {
			f = tcp.Silent
		}
		s.outages = append(s.outages, outage{from, from + length, addr, f})
	}
	rate := g.Log(0.02, 1.2) / 86400
	for t := g.Exp(1 / rate); t < end; t += g.Exp(1 / rate) {
		addr := -1
		if len(s.Servers) > 1 && g.Chance(0.8) {
			addr = g.IntN(len(s.Servers))
		}
		add(t, g.Log(20, 6000), addr)
	}
	if g.Chance(0.04) { // a nightly maintenance
		for t := g.Between(0, 86400); t < end; t += 86400 {
			add(t, g.Log(120, 5000), -1)
		}
	}
}

// down tells whether an address does not work at a time.
func (s *Service) down(addr int, t float64) (tcp.Fault, float64) {
	for i := range s.outages {
		if o := &s.outages[i]; t >= o.from && t < o.to && (o.addr < 0 || o.addr == addr) {
			return o.fault, o.to
		}
	}
	return tcp.Healthy, 0
}

// nextDown is when an address next stops working.
func (s *Service) nextDown(addr int, t float64) float64 {
	next := 1e18
	for i := range s.outages {
		if o := &s.outages[i]; o.from > t && (o.addr < 0 || o.addr == addr) {
			next = min(next, o.from)
		}
	}
	return next
}
