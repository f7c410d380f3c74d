// Package kinds is the catalogue of ordinary programs: for each kind, how one
// service of it talks, with the parameters two services of a kind differ in.
package kinds

import (
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// Place is where the server of a kind is, seen from the client.
type Place uint8

// The places.
const (
	VPC    Place = iota // private network
	AWS                 // a service of the provider, near
	Net                 // the internet
	Corp                // private network behind a transit gateway
	Either              // private network or internet
	Visit               // the client is out in the internet
)

// Kind is a program.
type Kind struct {
	Name  string
	Group string
	Place Place
	Make  func(r *rng.R) *talk.Spec
}

// All lists the catalogue in a fixed order.
func All() []Kind {
	var all []Kind
	for _, part := range [][]Kind{clusters(), workers(), sparks(), learning(), builds(), volunteers(), databases(),
		caches(), brokers(), captures(), stores(), licences(), monitors(), agents(), shells(), webs(), apis(), chats(),
		finance(), chains(), tunnels(), infra(), bulks(), scans(), things(), gossips()} {
		all = append(all, part...)
	}
	return all
}

type spec = talk.Spec

var (
	c = talk.C
	s = talk.S
)

// steady is a message whose size is the service's own and hardly varies.
func steady(r *rng.R, lo, hi float64) rng.Dist {
	m := r.Log(lo, hi)
	return rng.Jit(m, r.Uni(0, 0.04))
}

// loose is a message whose size varies from one to the next.
func loose(r *rng.R, lo, hi, sigma float64) rng.Dist {
	return rng.LogN(r.Log(lo, hi), sigma*r.Uni(0.6, 1.3))
}

// beat is a timer of the service with a little jitter.
func beat(r *rng.R, lo, hi float64) rng.Dist { return rng.Jit(r.Log(lo, hi), r.Uni(0, 0.08)) }

// often is one of the periods people configure, with a little jitter.
func often(r *rng.R, periods ...float64) rng.Dist {
	return rng.Jit(rng.Pick(r, periods...), r.Log(0.0005, 0.05))
}

// think is the time a server takes.
func think(r *rng.R, lo, hi float64) rng.Dist { return rng.LogN(r.Log(lo, hi), 0.5) }

// some is an irregular pause whose mean is the service's own.
func some(r *rng.R, lo, hi float64) rng.Dist { return rng.Exp(r.Log(lo, hi)) }

// maybeTLS is TLS with probability p.
func maybeTLS(r *rng.R, p float64) *wire.TLS {
	if r.Chance(p) {
		return wire.AnyTLS(r)
	}
	return nil
}

// loop is an exchange every so often.
func loop(every rng.Dist, steps ...talk.Step) talk.Loop {
	return talk.Loop{Every: every, Steps: steps}
}

// serial is an exchange that pauses after it is done.
func serial(pause rng.Dist, steps ...talk.Step) talk.Loop {
	return talk.Loop{Every: pause, Serial: true, Steps: steps}
}

// office makes a loop follow office hours.
func office(l talk.Loop, much float64) talk.Loop { l.Work = much; return l }

// now makes the first exchange come directly on connect.
func now(l talk.Loop) talk.Loop { l.Now = true; return l }

// shared turns a loop into events that all clients of the service see at once.
func shared(r *rng.R, every rng.Dist, lag rng.Dist, steps ...talk.Step) talk.Loop {
	var at []float64
	for t := -3600 + every.At(r)*r.Float64(); t < Horizon; t += max(every.At(r), 0.02) {
		at = append(at, t)
	}
	return talk.Loop{Common: at, Lag: lag, Steps: steps}
}

// Horizon is how long common events are drawn for; the program sets it to its length.
var Horizon = 86400.0

// keep is a keep-alive the program sets, on one side or both.
func keep(r *rng.R, p float64, lo, hi float64) [2]float64 {
	var k [2]float64
	for i := range k {
		if r.Chance(p) {
			k[i] = r.Log(lo, hi)
		}
	}
	return k
}

// http is a request and its answer on a connection that may be kept.
func http(req, resp rng.Dist, think rng.Dist) []talk.Step {
	return []talk.Step{c(req), s(resp).After(think)}
}

// poll is a program that asks a web service now and then.
func poll(r *rng.R, port int, every rng.Dist, req, resp rng.Dist, tls float64) *spec {
	p := &spec{Port: port, TLS: maybeTLS(r, tls), Lazy: true,
		Idle:  rng.Pick(r, 0.05, 0.05, 5, 15, 60, 90, 350),
		Loops: []talk.Loop{loop(every, http(req, resp, think(r, 0.003, 0.25))...)}}
	if p.Idle < 20 && every.At(r) < 15 && r.Chance(0.9) {
		p.Idle = r.Pickf(30, 60, 90) // who asks that often keeps the connection
	}
	if r.Chance(0.5) {
		p.Closer = wire.Server
	}
	return p
}

// hello2 is the preface and settings of HTTP/2.
func hello2(r *rng.R) []talk.Step {
	return []talk.Step{c(steady(r, 70, 130)), s(steady(r, 40, 90)), c(rng.Fix(9))}
}

// upgrade is the start of a WebSocket.
func upgrade(r *rng.R) []talk.Step {
	return []talk.Step{c(steady(r, 280, 1200)), s(steady(r, 129, 420)).After(think(r, 0.002, 0.08))}
}
