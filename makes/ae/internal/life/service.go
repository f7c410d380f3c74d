package life

import (
	"math"

	"makes/ae/internal/estate"
	"makes/ae/internal/layer"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// trouble is a time in which a service cannot be reached.
type trouble struct {
	from, to float64
	how      int
}

const (
	resets = iota
	silence
	refusal
	expired
	denied
	mute
)

// service is a kind with its own numbers.
type service struct {
	w        *estate.World
	kind     *kind
	r        rnd.R
	wrap     *layer.Wrap
	streams  []stream
	feeds    [][]float64
	servers  []*estate.Host
	moved    float64 // when its name got other addresses
	port     int
	sockets  [2]tcp.End // the program's own options at both ends
	life     float64    // drawn from the period of the kind's life
	per      stream     // cadence of connections
	restarts []float64
	troubles []trouble
	forget   float64
	reset    bool
	rude     float64 // share of connections that end by a reset
	wait     float64 // before trying again
	cap      float64 // up to which the wait doubles; 0: it stays
	patience float64 // for a SYN
	sticky   bool    // connections began before the log
}

func newService(w *estate.World, r rnd.R, k *kind) *service {
	end := w.Net.End()
	s := &service{w: w, kind: k, r: r, wrap: layer.New(r, k.wrap), port: rnd.Pick(r, k.ports...), sticky: r.P(.85)}
	if r.P(.07) {
		s.port = r.Int(1024, 49000)
	}
	fat := r.Log(.65, 1.6)
	for _, st := range k.streams {
		s.streams = append(s.streams, st.vary(r, fat))
		var feed []float64
		if st.beat == "feed" {
			feed = newFeed(r, s.streams[len(s.streams)-1].period, end)
		}
		s.feeds = append(s.feeds, feed)
	}
	s.sockets = [2]tcp.End{tcp.End{}.Socket(r), tcp.End{}.Socket(r)}
	s.setLife(r)
	s.setTrouble(r, end)
	return s
}

// vary draws the numbers of a deployment: half of them keep the documented
// period, the others have one that somebody liked better.
func (st stream) vary(r rnd.R, fat float64) stream {
	x := 1.
	if r.P(.55) {
		x = r.Log(.35, 2.6)
	}
	st.period *= x
	if st.beat == "tick" || st.beat == "wall" || st.beat == "idle" {
		st.period = round(st.period)
	}
	if st.beat != "burst" {
		st.more *= r.Log(.5, 2)
	}
	steps := make([]step, len(st.steps))
	for i, p := range st.steps {
		p.size = p.size.scale(fat * r.Log(.8, 1.25))
		p.lo, p.hi = p.lo*x, p.hi*x
		if p.prob < 1 {
			p.prob = min(1, p.prob*r.Log(.5, 1.8))
		}
		steps[i] = p
	}
	st.steps = steps
	return st
}

// round gives the period that a person would write into a configuration.
func round(p float64) float64 {
	best := p
	for _, v := range []float64{1, 2, 3, 5, 10, 15, 20, 25, 30, 45, 60, 90, 120, 150, 180, 240, 300, 600, 900, 1200, 1800, 3600} {
		if math.Abs(math.Log(v/p)) < .25 && (best == p || math.Abs(v-p) < math.Abs(best-p)) {
			best = v
		}
	}
	return best
}

func (s *service) setLife(r rnd.R) {
	switch k := s.kind; k.life {
	case "per":
		s.per = readStream("c "+k.period).vary(r, 1)
	case "batch":
		s.life = number(k.period) + r.Uni(-1, 1)
	case "max", "sess":
		s.life = seconds(k.period) * r.Log(.5, 2)
	}
	s.rude = rnd.Pick(r, 0, 0, .05, .3, 1)
	s.wait = rnd.Pick(r, .5, 1., 2, 3, 5, 5, 10, 10, 15, 30, 30, 60, 60, 120, 300)
	if r.P(.5) {
		s.cap = s.wait * rnd.Pick(r, 8., 16, 32, 64, 300)
	}
	s.patience = rnd.Pick(r, 2., 3, 5, 10, 10, 20, 30, 60, 130)
}

// setTrouble draws deployments, outages, decommissioned servers, rules that
// refuse, and boxes that forget.
func (s *service) setTrouble(r rnd.R, end float64) {
	if r.P(.22) {
		for t := r.Exp(50000); t < end; t += 600 + r.Exp(70000) {
			s.restarts = append(s.restarts, t)
		}
	}
	switch x := r.Float64(); {
	case x < .06:
		from := r.Float64() * end
		s.troubles = append(s.troubles, trouble{from, from + r.Log(20, 8000), rnd.Pick(r, resets, resets, silence, denied, mute)})
	case x < .075:
		s.troubles = append(s.troubles, trouble{-1e9, 1e12, rnd.Pick(r, resets, silence, silence, refusal, refusal, expired, denied, mute)})
	case x < .09:
		s.troubles = append(s.troubles, trouble{r.Float64() * end, 1e12, rnd.Pick(r, resets, silence, silence, refusal, expired, denied, mute)})
	case x < .105:
		for t := r.Exp(15000); t < end; t += r.Exp(20000) {
			s.troubles = append(s.troubles, trouble{t, t + r.Log(3, 400), rnd.Pick(r, resets, silence, denied, mute)})
		}
	}
	if s.kind.place != "in" && r.P(.3) {
		s.forget, s.reset = rnd.Pick(r, 350., 350, 60, 180, 240, 900, 1800, 3600), r.P(.6)
		if s.forget == 350 {
			s.reset = true
		}
	}
	s.moved = math.Inf(1)
	if r.P(.15) {
		s.moved = r.Float64() * end
	}
}

// server picks the address that a client asks at a time.
func (s *service) server(r rnd.R, t float64) *estate.Host {
	n := len(s.servers)
	if n == 1 {
		return s.servers[0]
	}
	half := (n + 1) / 2
	if t >= s.moved {
		return s.servers[half+r.IntN(n-half)]
	}
	if math.IsInf(s.moved, 1) {
		return s.servers[r.IntN(n)]
	}
	return s.servers[r.IntN(half)]
}

func (s *service) trouble(t float64) *trouble {
	for i := range s.troubles {
		if tr := &s.troubles[i]; t >= tr.from && t < tr.to {
			return tr
		}
	}
	return nil
}

// cut is the first time after t at which a connection is ended from outside.
func (s *service) cut(t float64, client *estate.Host) (at float64, by int) {
	at, by = math.Inf(1), tcp.Down
	for _, x := range s.restarts {
		if x > t && x < at {
			at = x
		}
	}
	for _, tr := range s.troubles {
		if tr.from > t && tr.from < at {
			at = tr.from
		}
	}
	for _, x := range client.Reboots {
		if x > t && x < at {
			at, by = x, tcp.Up
		}
	}
	return at, by
}
