package biflow

import (
	"maps"
	"slices"
)

// A service is where the peers of an interface meet: the other clients of a
// server, the other members of a swarm or a cluster.
type service struct {
	side Side
	port uint16
}

// siblings counts the pairs of an interface by their service and windows.
type siblings map[service]*census

// A census says how many pairs of a service have so many windows.
type census struct {
	of      map[uint32]int
	windows []uint32 // the keys of of, ascending
	least   []int    // pairs with at least so many windows
}

func newSiblings(outlines *outlines) siblings {
	all := make(siblings)
	for i := range outlines.len {
		o := outlines.at(i)
		c := all[o.service()]
		if c == nil {
			c = &census{of: make(map[uint32]int)}
			all[o.service()] = c
		}
		c.of[o.windows]++
	}
	for _, c := range all {
		c.windows = slices.Sorted(maps.Keys(c.of))
		c.least = make([]int, len(c.windows)+1)
		for i := len(c.windows) - 1; i >= 0; i-- {
			c.least[i] = c.least[i+1] + c.of[c.windows[i]]
		}
	}
	return all
}

func (o *outline) service() service { return service{o.server.of(o.loLocal), o.port} }

// of is the number of other pairs with the service on the same side at the same
// port, and traffic in at least half as many windows. What comes and goes beside
// them does not count.
func (s siblings) of(o *outline) int {
	c := s[o.service()]
	half, _ := slices.BinarySearchFunc(c.windows, o.windows, func(n, half uint32) int { return int(2*int64(n) - int64(half)) })
	return c.least[half] - 1
}
