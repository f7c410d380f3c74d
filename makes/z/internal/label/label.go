// Package label keeps what is known about the pairs of addresses and writes it down.
package label

import (
	"bufio"
	"fmt"
	"io"

	"makes/z/internal/flow"
)

// Mining describes a pair that mines.
type Mining struct {
	Kind, Coin, Pool, Size, Transport string
}

type entry struct {
	remote uint32
	mining *Mining
	name   string
}

// Sheet is the collection of all labels.
type Sheet struct {
	lists [][]entry
	index []map[uint32]int
}

// New makes a sheet for n interfaces.
func New(n int) *Sheet {
	return &Sheet{lists: make([][]entry, n), index: make([]map[uint32]int, n)}
}

func (s *Sheet) put(at *flow.Iface, e entry) {
	i := at.Index
	if s.index[i] == nil {
		s.index[i] = map[uint32]int{}
	}
	k, known := s.index[i][e.remote]
	switch {
	case !known:
		s.index[i][e.remote] = len(s.lists[i])
		s.lists[i] = append(s.lists[i], e)
	case e.mining != nil && s.lists[i][k].mining == nil:
		// Mining wins over whatever else the pair does.
		s.lists[i][k] = e
	}
}

// Ordinary notes that the interface talks with remote by an ordinary program; the first name given stays.
func (s *Sheet) Ordinary(at *flow.Iface, remote uint32, name string) {
	s.put(at, entry{remote: remote, name: name})
}

// Mines notes a mining pair.
func (s *Sheet) Mines(at *flow.Iface, remote uint32, m Mining) {
	s.put(at, entry{remote: remote, mining: &m})
}

// Write prints the sheet, interface by interface.
func (s *Sheet) Write(w io.Writer, ifaces []*flow.Iface) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "*\tbenign\trest\n")
	for i, list := range s.lists {
		local, eni := flow.Dotted(ifaces[i].Addr), ifaces[i].ENI
		for _, e := range list {
			pair := local + "::" + flow.Dotted(e.remote)
			if m := e.mining; m != nil {
				fmt.Fprintf(b, "%s\tmining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s\n",
					pair, m.Coin, m.Transport, eni, m.Kind, m.Coin, m.Pool, m.Size, m.Transport)
			} else {
				fmt.Fprintf(b, "%s\tbenign\t%s\t%s\n", pair, e.name, eni)
			}
		}
	}
	return b.Flush()
}
