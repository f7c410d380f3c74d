package apps

import (
	"makes/j/internal/dice"
	"makes/j/internal/flowlog"
	"makes/j/internal/site"
	"makes/j/internal/wire"
)

// trouble is what goes wrong between a program and a peer, and when.
type trouble struct {
	mode  byte // r refused, s silent, d denied, a denied on the way back, f flapping
	spans [][2]float64
	brief float64 // seconds a flapping connection lasts
}

func drawTrouble(d dice.Dice, end float64, inbound, udp bool) trouble {
	if udp || !d.Chance(0.14) {
		return trouble{}
	}
	b := trouble{mode: "rrsdafff"[d.IntN(8)], brief: d.Log(0.5, 600)}
	if inbound && b.mode == 'a' {
		b.mode = 'd'
	}
	if d.Chance(0.3) {
		b.spans = [][2]float64{{-1e9, 1e9}}
		return b
	}
	for t := d.Between(-end/4, end); t < end; t += end/10 + d.Exp(end) {
		b.spans = append(b.spans, [2]float64{t, t + d.Log(60, 30000)})
	}
	return b
}

func (b *trouble) at(t float64) bool {
	for _, s := range b.spans {
		if t >= s[0] && t < s[1] {
			return true
		}
	}
	return false
}

// next gives the time at which a working connection breaks.
func (b *trouble) next(t float64) float64 {
	for _, s := range b.spans {
		if s[0] > t {
			return s[0]
		}
	}
	return 1e9
}

// attempt is one try to connect in vain.
func (b *trouble) attempt(p *wire.Path, t float64, r *retries, v *Service) float64 {
	if t < 0 {
		return 0
	}
	if b.mode == 'f' {
		return v.session(p, t, t+b.brief*(0.5+p.Dice.Float64()), false)
	}
	return p.Fail(b.mode, t, r.patience)
}

// Scans simulates those who knock at a host's ports in vain.
func Scans(h *site.Host) {
	d := dice.New(h.Seed, "scans", h.Tap.ENI)
	mean := d.Log(30, 3000)
	ports := []uint16{22, 23, 80, 443, 445, 3389, 8080, 5900, 6379, 8443, 2375, 5555, 1433, 3306, 8545}
	for t := d.Exp(mean); t < h.Tap.End(); t += d.Exp(mean) {
		port := dice.Pick(d, ports...)
		if d.Chance(0.5) {
			port = uint16(d.Int(1, 65000))
		}
		f := h.Tap.Flow(6, flowlog.Addr(d.Uint32()>>1|2<<24), h.Addr, uint16(d.Int(1024, 65000)), port, true)
		f.Add(t, 1, dice.Pick(d, 40, 40, 44, 60))
		if d.Chance(0.1) {
			f.Add(t+1, 1, 60)
		}
		f.Flush()
	}
}

// Site holds the services of a site.
type Site struct {
	*site.Site
	programs []*Program
	services map[string][]*Service
}

// NewSite gives a site's services, of which each program has so many.
func NewSite(s *site.Site, each int) *Site {
	a := &Site{Site: s, programs: Programs(), services: map[string][]*Service{}}
	for _, p := range a.programs {
		for i := range each {
			a.services[p.Name] = append(a.services[p.Name], p.Draw(s, i))
		}
	}
	return a
}

// RunNamed runs a service of a program on a host.
func (a *Site) RunNamed(h *site.Host, name string) {
	dice.Pick(h.Dice, a.services[name]...).Run(h)
}

// Run runs a host's ordinary programs.
func (a *Site) Run(h *site.Host) {
	d := h.Dice
	role := dice.Pick(d, "iot", "iot", "fin", "tel", "chat", "data", "ops", "chain", "any")
	count := int(d.Log(3, 22))
	if d.Chance(0.05) {
		count = 1
	}
	total, weights := 0.0, make([]float64, len(a.programs))
	for i, p := range a.programs {
		weights[i] = p.weight
		if p.Group == role {
			weights[i] *= 6
		}
		if p.Group == "chain" && role != "chain" {
			weights[i] *= 0.4
		}
		total += weights[i]
	}
	for range count {
		x := d.Float64() * total
		for i, w := range weights {
			if x -= w; x < 0 && w > 0 {
				a.RunNamed(h, a.programs[i].Name)
				total -= w
				weights[i] = 0
				break
			}
		}
	}
	if d.Chance(0.3) {
		Scans(h)
	}
}
