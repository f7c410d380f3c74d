package biflow

import (
	"maps"
	"slices"
)

// An outline is what must be known of all pairs of an interface before the
// windows of one are made.
type outline struct {
	key      addrs
	pair     *pair
	clue     Clue
	loLocal  bool
	server   serverSide
	port     uint16 // the busiest of the service
	windows  int
	siblings int
}

// outlines are those of the interface's pairs, whose entries are sorted, by address.
func (e *eni) outlines(b *builder) []outline {
	all := e.shares()
	out := make([]outline, 0, len(e.pairs))
	for _, key := range slices.SortedFunc(maps.Keys(e.pairs), compareAddrs) {
		p := e.pairs[key]
		o := outline{key: key, pair: p}
		o.server, o.port = b.server(p.entries)
		o.loLocal, o.clue = e.loIsLocal(key, p, all, o.server)
		o.windows = b.stretches(p.entries)
		out = append(out, o)
	}
	siblings(out)
	return out
}

// siblings counts for each pair how many others of its interface have the
// service on the same side at the same port, and traffic in at least half as
// many windows: the other clients of a server, the other members of a swarm or
// a cluster. What comes and goes beside them does not count.
func siblings(all []outline) {
	type service struct {
		side Side
		port uint16
	}
	of := make(map[service][]int) // windows
	for i := range all {
		o := &all[i]
		s := service{o.server.of(o.loLocal), o.port}
		of[s] = append(of[s], o.windows)
	}
	for _, windows := range of {
		slices.Sort(windows)
	}
	for i := range all {
		o := &all[i]
		windows := of[service{o.server.of(o.loLocal), o.port}]
		fewer, _ := slices.BinarySearchFunc(windows, o.windows, func(n, half int) int { return 2*n - half })
		o.siblings = len(windows) - fewer - 1
	}
}
