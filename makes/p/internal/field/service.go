package field

import (
	"math"
	"math/rand/v2"
	"slices"

	"makes/p/internal/wire"
)

// service is a program as someone runs it: all its numbers are drawn.
type service struct {
	*program
	port    uint16
	role    byte
	servers []wire.Addr
	devices bool // the callers are small
	path    wire.Path
	rtt     wire.Span
	server  wire.Stack
	client  wire.Stack
	login   []sizer
	streams []beat
	life    wire.Span
	gap     wire.Span
	retry   retry
	think   wire.Span
	fin     int     // side that closes
	reset   float64 // how often with a reset
	vanish  float64 // how often without a word
}

// sizer gives the sizes of a message.
type sizer struct {
	message
	base, sigma, other, often float64
	ratio                     float64 // logarithm of that of the limits
	digits                    int
}

// beat is a stream of a service.
type beat struct {
	period, jitter, burst, noon float64
	rhythm                      string
	chain                       []sizer
	news                        []float64 // what all clients are told at the same time
}

// retry is what a program does that cannot connect.
type retry struct{ base, factor, top, jitter, patience float64 }

func newService(r *rand.Rand, p *program, length float64) *service {
	s := &service{program: p, port: wire.Pick(r, p.ports...), role: p.role, devices: p.role == 's' || r.IntN(3) == 0, fin: r.IntN(2)}
	if s.role == 'x' {
		s.role = wire.Pick[byte](r, 'c', 's')
	}
	cover := wire.Plain
	if r.Float64() < p.tls {
		cover = wire.Pick(r, wire.TLS12, wire.TLS13, wire.TLS13)
	}
	if r.IntN(25) == 0 && !p.udp {
		cover = wire.Pick(r, wire.VPN, wire.Shell, wire.Socks)
	}
	s.rtt = wire.Pick(r, wire.Span{Lo: 0.0003, Hi: 0.003}, wire.Span{Lo: 0.005, Hi: 0.04}, wire.Span{Lo: 0.03, Hi: 0.25}, wire.Span{Lo: 0.08, Hi: 0.9})
	s.path = wire.NewPath(r, s.rtt, cover)
	s.port = s.path.Door(s.port)
	s.server, s.client = wire.NewStack(r, false), wire.NewStack(r, s.devices)
	private := r.IntN(5) < 2
	for range 1 + r.IntN(6) {
		s.servers = append(s.servers, address(r, private))
	}
	s.life, s.gap = narrow(r, p.life), narrow(r, p.gap)
	s.think = narrow(r, wire.Span{Lo: 0.0003, Hi: 0.6})
	s.reset, s.vanish = wire.Pick(r, 0, 0, 0.1, 0.5, 1), wire.Pick(r, 0, 0, 0, 0.2, 0.7)
	base := wire.Span{Lo: 3, Hi: 600}.Draw(r)
	if r.IntN(2) == 0 {
		base = wire.Pick(r, 5.0, 5, 10, 10, 15, 20, 30, 30, 60, 60, 120, 300, 600)
	}
	s.retry = retry{base: base, factor: 1, top: base, jitter: wire.Pick(r, 0, 0.01, 0.2, 0.5), patience: wire.Pick(r, 3.0, 5, 10, 20, 30, 75, 130)}
	if r.IntN(2) == 0 {
		s.retry.factor, s.retry.top = wire.Pick(r, 1.5, 2, 2), wire.Span{Lo: 60, Hi: 3600}.Draw(r)
		s.retry.base = min(base, 30) / wire.Pick(r, 1.0, 5)
	}
	for _, m := range p.login {
		s.login = append(s.login, newSizer(r, m))
	}
	noon := 24 * r.Float64()
	for i, st := range p.streams {
		if i > 0 && len(p.streams) > 2 && r.IntN(5) == 0 {
			continue
		}
		b := beat{period: st.period.Draw(r), rhythm: st.rhythm, jitter: wire.Span{Lo: 0.02, Hi: 0.5}.Draw(r),
			burst: wire.Span{Lo: 2, Hi: 30}.Draw(r), noon: noon}
		if b.rhythm == "any" {
			b.rhythm = wire.Pick(r, "fix", "fix", "jit", "jit", "poi", "poi", "hvy", "day", "bst", "shf")
		}
		if b.period > 10 && r.IntN(3) > 0 { // people like round numbers
			b.period = math.Round(b.period/5) * 5
		} else if b.period > 1 && r.IntN(2) > 0 {
			b.period = math.Round(b.period)
		}
		for _, m := range st.chain {
			b.chain = append(b.chain, newSizer(r, m))
		}
		if b.chain[0].side == 1 && s.role == 'c' && b.rhythm != "fix" && b.period > 1 && r.IntN(2) == 0 {
			for t := b.period * r.Float64(); t < length; t = b.next(r, t, b.period) {
				b.news = append(b.news, t)
			}
			b.rhythm = "news"
		}
		s.streams = append(s.streams, b)
	}
	return s
}

// narrow draws a smaller range out of a range.
func narrow(r *rand.Rand, s wire.Span) wire.Span {
	a, b := s.Draw(r), s.Draw(r)
	return wire.Span{Lo: min(a, b), Hi: max(a, b)}
}

func newSizer(r *rand.Rand, m message) sizer {
	z := sizer{message: m, base: m.size.Draw(r)}
	switch {
	case m.fresh:
		z.ratio = math.Log(m.size.Hi / m.size.Lo)
	case m.size.Lo == m.size.Hi:
	case r.IntN(3) == 0:
		z.digits = 1 + r.IntN(4)
	case r.IntN(3) == 0:
		z.sigma = wire.Span{Lo: 0.03, Hi: 0.7}.Draw(r)
	case r.IntN(2) == 0:
		z.other, z.often = wire.Span{Lo: m.size.Lo / 2, Hi: 2 * m.size.Hi}.Draw(r), r.Float64()*0.5
	}
	return z
}

func (z *sizer) draw(r *rand.Rand) int {
	n := z.base
	switch {
	case z.fresh:
		n = z.size.Lo * math.Exp(z.ratio*r.Float64())
	case z.digits > 0:
		n += float64(r.IntN(z.digits + 1))
	case z.sigma > 0:
		n *= math.Exp(z.sigma * r.NormFloat64())
	case z.often > 0 && r.Float64() < z.often:
		n = z.other
	}
	return max(int(n), 1)
}

// next gives the time of the next beat after one at t.
func (b *beat) next(r *rand.Rand, t, period float64) float64 {
	hour := math.Mod(t/3600, 24)
	switch b.rhythm {
	case "news":
		i, _ := slices.BinarySearch(b.news, math.Nextafter(t, math.Inf(1)))
		if i == len(b.news) {
			return math.Inf(1)
		}
		return b.news[i]
	case "fix":
		return t + period
	case "jit":
		return t + period*max(0.05, 1+b.jitter*r.NormFloat64())
	case "hvy":
		return t + 0.6*period*math.Exp((0.5+2*b.jitter)*r.NormFloat64())
	case "day":
		return t + period*r.ExpFloat64()/(0.1+0.9*(0.5+0.5*math.Cos((hour-b.noon)*math.Pi/12)))
	case "bst":
		if r.Float64() > 1/b.burst {
			return t + min(period, 0.3+b.jitter)*r.ExpFloat64()
		}
		return t + period*b.burst*r.ExpFloat64()
	case "shf":
		if math.Abs(math.Mod(hour-b.noon+36, 24)-12) > 5 {
			return t + 10*period*r.ExpFloat64()
		}
	}
	return t + period*r.ExpFloat64()
}

// address draws an IPv4 address, of a private net or a public one.
func address(r *rand.Rand, private bool) wire.Addr {
	if private {
		return wire.Addr(10<<24 | (200+r.IntN(50))<<16 | r.IntN(256)<<8 | 1 + r.IntN(254))
	}
	first := wire.Pick(r, 3, 13, 18, 20, 23, 31, 34, 35, 37, 44, 45, 47, 51, 52, 62, 64, 77, 80, 82, 91, 94, 104, 116, 129, 139, 141, 149, 151, 162, 176, 185, 193, 195, 209, 213, 217)
	return wire.Addr(first<<24 | r.IntN(256)<<16 | r.IntN(256)<<8 | 1 + r.IntN(254))
}
