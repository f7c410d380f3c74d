package biflow

import (
	"math/rand/v2"
	"slices"
)

// A connection is one pair of ports within a window.
type connection struct {
	ports   uint32 // of the lower address, then of the higher
	sides   uint8  // 1: packets from the lower address, 2: from the higher
	packets uint64
}

func (c connection) lo() uint16 { return uint16(c.ports >> 16) }
func (c connection) hi() uint16 { return uint16(c.ports) }

// connections are those of one window, in the order they came. Most windows
// have one; of many, an index knows where in the list each is.
type connections struct {
	list  []connection
	index []uint32 // open addressing: places in list, from 1 on; empty if the list is short
}

// short lists are searched from end to end.
const short = 8

// reset empties the list. What was large is let go.
func (c *connections) reset() {
	if len(c.index) > 1<<12 {
		c.list, c.index = nil, nil
	}
	c.list, c.index = c.list[:0], c.index[:0]
}

// at returns the connection with these ports, a new one if there is none yet. It
// is valid until the following call.
func (c *connections) at(ports uint32) *connection {
	if len(c.list) <= short {
		for i := range c.list {
			if c.list[i].ports == ports {
				return &c.list[i]
			}
		}
	} else if i := c.find(ports); c.index[i] != 0 {
		return &c.list[c.index[i]-1]
	}
	c.list = append(c.list, connection{ports: ports})
	if n := len(c.list); n > short {
		c.enter(n)
	}
	return &c.list[len(c.list)-1]
}

// has tells whether there is a connection with these ports.
func (c *connections) has(ports uint32) bool {
	if len(c.list) > short {
		return c.index[c.find(ports)] != 0
	}
	for i := range c.list {
		if c.list[i].ports == ports {
			return true
		}
	}
	return false
}

// multiplier spreads ports over the index. It is another one in every run, so that
// nobody can choose ports that collide.
var multiplier = rand.Uint64() | 1

// find is the place in the index where the ports are, or belong.
func (c *connections) find(ports uint32) int {
	mask := len(c.index) - 1
	i := int(uint64(ports)*multiplier>>32) & mask
	for c.index[i] != 0 && c.list[c.index[i]-1].ports != ports {
		i = (i + 1) & mask
	}
	return i
}

// enter puts the last of n connections, or all if there is little room, in the index.
func (c *connections) enter(n int) {
	if 2*n <= len(c.index) {
		c.index[c.find(c.list[n-1].ports)] = uint32(n)
		return
	}
	size := 4 * short
	for size < 4*n {
		size *= 2
	}
	c.index = slices.Grow(c.index[:0], size)[:size]
	clear(c.index)
	for i := range c.list {
		c.index[c.find(c.list[i].ports)] = uint32(i + 1)
	}
}
