// Package prog is the catalogue of ordinary programs and how they converse.
package prog

import (
	"makes/u/internal/flow"
	"makes/u/internal/rng"
	"makes/u/internal/talk"
	"makes/u/internal/wire"
)

// Place is where the service of a program lies.
type Place uint8

// The places: on the internet, in the private network, or in either.
const (
	Out Place = iota
	In
	Either
)

// Group gathers programs that are found on the same hosts.
type Group uint8

// The groups.
const (
	Agent Group = iota // on nearly all hosts
	Chat
	Push
	Game
	Media
	Ads
	Feed
	Things
	Collab
	Data
	Queue
	Admin
	Cluster
	Monitor
	Tunnel
	Chain
	Desk
	Bulk
	Web
	groups
)

// Kind is one kind of program.
type Kind struct {
	Name  string
	Group Group
	Place Place
	Make  func(r *rng.R) *talk.Spec
}

// Kinds is the catalogue in a fixed order.
var Kinds []*Kind

var (
	byName  = map[string]*Kind{}
	byGroup [groups][]*Kind
)

func init() {
	for _, list := range [][]Kind{chats, pushes, games, media, ads, feeds, things, collab, agents, data, queues,
		admin, clusters, monitors, tunnels, chains, desks, bulk, webs} {
		for i := range list {
			k := &list[i]
			Kinds = append(Kinds, k)
			byName[k.Name] = k
			byGroup[k.Group] = append(byGroup[k.Group], k)
		}
	}
}

// Named returns the kind with a name.
func Named(name string) *Kind {
	k := byName[name]
	if k == nil {
		panic("no program " + name)
	}
	return k
}

// Of returns the kinds of a group.
func Of(g Group) []*Kind { return byGroup[g] }

// Short names for what nearly every description uses.
var (
	every  = talk.Every
	random = talk.Random
	uneven = talk.Uneven
	exact  = talk.Exact
	near   = talk.Near
	wide   = talk.Wide
	among  = talk.Between
)

const (
	up   = flow.Client
	down = flow.Server
)

// tls draws a version of TLS.
func tls(r *rng.R) wire.Secure { return rng.Pick(r, wire.TLS12, wire.TLS13, wire.TLS13) }

// maybe is TLS or nothing.
func maybe(r *rng.R) wire.Secure { return rng.Pick(r, wire.Plain, wire.Plain, wire.TLS12, wire.TLS13) }

// socket is a WebSocket over TLS.
func socket(r *rng.R) *talk.Spec { return talk.Stream(r, 443, tls(r)).WebSocket() }

// grpc is a stream of HTTP/2 over TLS with the library's pings.
func grpc(r *rng.R, port int, c wire.Secure) *talk.Spec {
	s := talk.Stream(r, port, c).HTTP2()
	if r.Chance(0.6) {
		s.Ask(every(r.Num(10, 20, 30, 60, 120, 300), 0.01), exact(17), exact(17))
	}
	return s
}

// poll is an API asked at intervals over a connection that is kept or not.
func poll(r *rng.R, port int, c wire.Secure, pause float64) *talk.Spec {
	s := talk.Visit(r, port, c, rng.Pick(r, 0.02, 0.02, 5, 15, 60, 75, 120, 300))
	return s.Ask(every(pause, rng.Pick(r, 0.01, 0.1, 0.3)), near(r.LogInt(200, 1600), 20), wide(r.LogInt(150, 4000), 0.2))
}
