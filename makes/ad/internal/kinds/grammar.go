package kinds

import (
	"slices"

	"makes/ad/internal/chain"
	"makes/ad/internal/rnd"
	"makes/ad/internal/talk"
	"makes/ad/internal/tcp"
)

// shape is what a drawn family fixes; all else is drawn by service.
type shape struct{ push, report, reply string }

var (
	pushes  = []string{"none", "every", "jit", "poi", "gam", "burst", "blk", "tpl", "onoff", "self", "wide"}
	reports = []string{"none", "every", "jit", "poi", "day", "burst", "answer", "self", "gam", "drift", "onoff"}
	replies = []string{"mute", "each", "nth", "late", "big", "pulled"}
)

// likeMining is the one conjunction that no drawn family may have: pushes that
// look like jobs, reports without memory at a steady rate, a short reply to each.
func (s shape) likeMining() bool {
	return s.report == "poi" && s.reply == "each" && s.push != "none" && s.push != "burst" && s.push != "onoff" && s.push != "self"
}

// drawn are the families of the grammar. Neighbours of mining, which lack one
// of its three marks only, are all among them; of the others, every second.
func drawn() []*Kind {
	var out []*Kind
	n := 0
	for _, p := range pushes {
		for _, e := range reports {
			for _, a := range replies {
				s := shape{p, e, a}
				silent := p == "none" && (e == "none" || e == "answer")
				if silent || s.likeMining() || e == "none" && a != "mute" {
					continue
				}
				n++
				jobs := slices.Contains([]string{"poi", "blk", "tpl", "every", "jit"}, p)
				near := jobs && (a == "each" || e == "poi") || e == "poi" && a == "each"
				if !near && n%2 == 0 {
					continue
				}
				out = append(out, &Kind{Name: "drawn-" + p + "-" + e + "-" + a, Role: "d", Served: n%5 == 0, shape: &s})
			}
		}
	}
	return out
}

func (s *shape) service(r *rnd.R, ch *chain.Chains) *Service {
	v := &Service{Peers: 1, Parallel: 1}
	v.Port = uint16(rnd.Pick(r, 443, 443, 80, 3333, 4444, 5555, 7777, 8080, 8443, 9000, 14444, 20535, r.Int(1025, 32000), r.Int(1025, 32000), r.Int(1025, 32000)))
	v.Proto.Layer = talk.NewLayer(r, rnd.Pick(r, "raw", "raw", "raw", "tls", "tls", "ws", "wsp", "grpc", "h2", "h1p", "noise"))
	switch r.IntN(8) {
	case 0:
		v.life(r, "600~9000/5~300")
	case 1:
		v.life(r, "work")
	default:
		v.life(r, "long")
	}
	if r.Chance(0.15) {
		v.Peers = r.Int(2, 8)
	}
	if r.Chance(0.15) {
		v.Parallel = r.Int(2, 3)
	}
	if r.Chance(0.8) {
		v.Proto.Hello = login(r)
	}
	push := s.pushes(r, ch)
	v.Proto.Streams = append(v.Proto.Streams, push...)
	v.Proto.Streams = append(v.Proto.Streams, s.reports(r)...)
	v.Proto.Streams = append(v.Proto.Streams, beats(r)...)
	v.habits(r)
	return v
}

// login is a hello, a challenge and what comes after, or a part of it.
func login(r *rnd.R) []talk.Step {
	var out []talk.Step
	from := rnd.Pick(r, tcp.C, tcp.C, tcp.C, tcp.S)
	for i := range r.Int(1, 6) {
		out = append(out, talk.Step{Side: (from + i) % 2, Size: talk.NewLaw(r, 'j', 20, 700), Delay: r.Log(0.001, 0.1)})
	}
	return out
}

func (s *shape) pushes(r *rnd.R, ch *chain.Chains) []talk.Stream {
	if s.push == "none" {
		return nil
	}
	mean := r.Log(1.5, 1800)
	var c talk.Clock
	switch s.push {
	case "blk", "tpl":
		c = talk.Clock{Rhythm: rhythms[s.push], Mean: r.Log(5, 120), A: r.Log(0.02, 3)}
		c.Blocks = ch.Work("drawn", 600)
		if r.Chance(0.8) {
			c.Blocks = ch.Named(rnd.Pick(r, "btc", "ltc", "doge", "xmr", "zec", "dash", "etc", "ada", "xch", "ar", "bch"))
		}
	default:
		c = talk.NewClock(r, rhythms[s.push], mean)
	}
	size := func() talk.Law {
		if r.Chance(0.7) {
			return talk.NewLaw(r, 0, 90, 1800)
		}
		return talk.NewLaw(r, 0, 20, 20000)
	}
	st := talk.Stream{Clock: c, Steps: []talk.Step{{Side: tcp.S, Size: size()}}, Share: 1}
	if s.report == "answer" {
		// Reports are computed when something was pushed: not at random times.
		st.Share = r.Uni(0.6, 1)
		st.Steps = append(st.Steps, talk.Step{Side: tcp.C, Size: talk.NewLaw(r, 0, 20, 2500), Delay: r.Log(0.002, 20)})
		if s.reply == "each" || s.reply == "big" {
			st.Steps = append(st.Steps, talk.Step{Side: tcp.S, Size: s.replySize(r), Delay: r.Log(0.001, 0.1)})
		}
	} else if r.Chance(0.2) {
		st.Steps = append(st.Steps, talk.Step{Side: tcp.C, Size: talk.NewLaw(r, 0, 10, 120), Delay: r.Log(0.001, 0.1)})
	}
	if r.Chance(0.2) {
		st.Batch = r.Uni(1.5, 5)
	}
	out := []talk.Stream{st}
	if r.Chance(0.3) { // another type of message, seldom
		out = append(out, talk.Stream{Clock: talk.NewClock(r, rnd.Pick(r, talk.Poisson, talk.Every, talk.Hawkes), mean*r.Log(3, 30)),
			Steps: []talk.Step{{Side: tcp.S, Size: size()}}, Share: 1})
	}
	return out
}

func (s *shape) replySize(r *rnd.R) talk.Law {
	if s.reply == "big" {
		return talk.NewLaw(r, 0, 500, 6000)
	}
	return talk.NewLaw(r, 0, 10, 400)
}

func (s *shape) reports(r *rnd.R) []talk.Stream {
	if s.report == "none" || s.report == "answer" {
		return nil
	}
	mean := r.Log(1.5, 1200)
	if r.Chance(0.5) {
		mean = r.Log(3, 120)
	}
	side := tcp.C
	if s.reply == "pulled" && r.Chance(0.3) {
		side = tcp.S
	}
	size := talk.NewLaw(r, rnd.Pick[byte](r, 0, 0, '=', 'j'), 40, 700)
	if r.Chance(0.3) {
		size = talk.NewLaw(r, 0, 20, 5000)
	}
	st := talk.Stream{Clock: talk.NewClock(r, rhythms[s.report], mean), Steps: []talk.Step{{Side: side, Size: size}}, Share: 1}
	answer := talk.Step{Side: 1 - side, Size: s.replySize(r), Delay: r.Log(0.0005, 0.2)}
	switch s.reply {
	case "each", "big":
		st.Steps = append(st.Steps, answer)
	case "nth":
		st.Steps = append(st.Steps, answer)
		st.Nth = rnd.Pick(r, 2, 3, 4, 5, 8, 10, 16, 32, 50)
	case "pulled": // the other end asks first, or asks back
		st.Steps = []talk.Step{{Side: 1 - side, Size: talk.NewLaw(r, 0, 10, 200)}, {Side: side, Size: size, Delay: answer.Delay}}
		if r.Chance(0.5) {
			st.Steps = append(st.Steps, answer)
		}
	}
	if r.Chance(0.2) && s.reply != "each" {
		st.Batch = r.Uni(1.5, 8)
	}
	out := []talk.Stream{st}
	if s.reply == "late" { // replies leave together, by a clock of their own
		out = append(out, talk.Stream{Clock: talk.NewClock(r, talk.Every, max(2, mean*r.Log(0.7, 8))),
			Steps: []talk.Step{{Side: 1 - side, Size: s.replySize(r)}}, Share: 1})
	}
	return out
}

// beats are heartbeats: of one end or both, with echo or without.
func beats(r *rnd.R) []talk.Stream {
	var out []talk.Stream
	for range rnd.Pick(r, 0, 0, 1, 1, 1, 2) {
		c := talk.NewClock(r, rnd.Pick(r, talk.Every, talk.Every, talk.Idle), rnd.Pick[float64](r, 5, 10, 15, 20, 25, 30, 30, 45, 60, 60, 90, 120, 300))
		side := r.IntN(2)
		st := talk.Stream{Clock: c, Steps: []talk.Step{{Side: side, Size: talk.NewLaw(r, '=', 2, 120)}}, Share: 1}
		if r.Chance(0.7) {
			st.Steps = append(st.Steps, talk.Step{Side: 1 - side, Size: talk.NewLaw(r, '=', 2, 120), Delay: 0.002})
		}
		out = append(out, st)
	}
	return out
}
