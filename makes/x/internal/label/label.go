// Package label keeps what is known about pairs of addresses and writes it.
package label

import (
	"bufio"
	"io"
	"makes/x/internal/flowlog"
)

// Entry is what is known about one pair at one interface.
type Entry struct {
	Local, Remote uint32
	Text          string // mining, or the name of an ordinary program
	Mining        *Mining
	Seen          bool // whether a record of the pair was written
}

// Mining has the further fields of a mining pair.
type Mining struct {
	Kind, Coin, Pool, Size, Transport string
}

// Set has the pairs of one interface.
type Set struct {
	id    string
	pairs map[uint64]*Entry
	order []*Entry
}

// NewSet makes an empty set for the interface with this id.
func NewSet(id string) *Set {
	return &Set{id: id, pairs: map[uint64]*Entry{}}
}

// Free says whether nothing is known about the pair or just the given text,
// so that a program of that name may use it.
func (s *Set) Free(local, remote uint32, text string) bool {
	e := s.pairs[uint64(local)<<32|uint64(remote)]
	return e == nil || e.Mining == nil && e.Text == text
}

// Claim makes the pair known as an ordinary program's.
func (s *Set) Claim(local, remote uint32, text string) *Entry {
	key := uint64(local)<<32 | uint64(remote)
	if e := s.pairs[key]; e != nil {
		return e
	}
	e := &Entry{Local: local, Remote: remote, Text: text}
	s.pairs[key] = e
	s.order = append(s.order, e)
	return e
}

// Write writes the known pairs that have records.
func (s *Set) Write(w *bufio.Writer) error {
	for _, e := range s.order {
		if !e.Seen {
			continue
		}
		w.WriteString(flowlog.Address(e.Local))
		w.WriteString("::")
		w.WriteString(flowlog.Address(e.Remote))
		if m := e.Mining; m != nil {
			w.WriteString("\tmining\t" + m.Coin + "-" + m.Transport + "\t" + s.id)
			w.WriteString("\tkind=" + m.Kind + "\tcoin=" + m.Coin + "\tpool=" + m.Pool)
			w.WriteString("\tsize=" + m.Size + "\ttransport=" + m.Transport + "\n")
			continue
		}
		if _, err := w.WriteString("\tbenign\t" + e.Text + "\t" + s.id + "\n"); err != nil {
			return err
		}
	}
	return nil
}

// Begin writes the line that holds for all pairs not known.
func Begin(w io.StringWriter) error {
	_, err := w.WriteString("*\tbenign\trest\n")
	return err
}
