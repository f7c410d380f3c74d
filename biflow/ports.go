package biflow

// portSums counts packets by port. It is an array rather than a map, since it
// is filled anew for every window: what an earlier generation left in it does
// not count.
type portSums struct {
	generation uint32
	of         [1 << 16]uint32 // generation of sum
	sum        [1 << 16]uint64
	seen       []uint16 // ports of this generation, in the order they came
}

func (s *portSums) reset() {
	s.seen = s.seen[:0]
	s.generation++
	if s.generation == 0 { // after 2^32 windows
		clear(s.of[:])
		s.generation = 1
	}
}

func (s *portSums) add(port uint16, packets uint64) {
	if s.of[port] != s.generation {
		s.of[port], s.sum[port] = s.generation, 0
		s.seen = append(s.seen, port)
	}
	s.sum[port] = add(s.sum[port], packets)
}

// distinct is the number of ports.
func (s *portSums) distinct() int { return len(s.seen) }

// busiest returns the port with the most packets, the lowest of equals, and
// its share of all of them.
func (s *portSums) busiest() (uint16, float64) {
	var best uint16
	var all uint64
	for i, port := range s.seen {
		packets := s.sum[port]
		all = add(all, packets)
		if i == 0 || packets > s.sum[best] || packets == s.sum[best] && port < best {
			best = port
		}
	}
	if all == 0 {
		return best, 0
	}
	return best, float64(s.sum[best]) / float64(all)
}
