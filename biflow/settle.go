package biflow

import (
	"strings"

	"davy/internal/runs"
)

// An Overlap is an interface whose traffic several flow logs have, so that what one
// has is left out of another.
type Overlap struct {
	Interface string
	Logs      []Share // the one that counts first
}

// A Share is what one flow log has of an interface.
type Share struct {
	FlowLog  string // id; "" stands for all objects that do not say which they are of
	Records  uint64 // OK records
	LeftOut  Totals // of them, since a log before this one has them
	Silences uint64 // NODATA and SKIPDATA left out for the same reason
}

// between parts an interface's id from that of the flow log: no id has it.
const between = "\x00"

// split is an interface's id and that of the flow log.
func split(key string) (eni, flowLog string) {
	eni, flowLog, _ = strings.Cut(key, between)
	return eni, flowLog
}

// From says which flow log the records that are added next are of, until Merge or
// Reset have emptied the table. "" stands for all that is not known: it is taken for
// one flow log.
//
// Where flow logs overlap on an interface, as those of a VPC and of a subnet do, each
// has every record, and their sum is nobody's traffic. So of an interface one log is
// preferred: the one with more records, the lesser id of two with as many, or
// whichever the user [Table.Prefer]s. It is on while it says anything, NODATA and
// SKIPDATA included, pauses of less than two aggregation intervals aside. A record of
// another log that starts in that time is left out, unless the preferred one has none
// of that action; so is NODATA and SKIPDATA, unless one log is of accepted and the
// other of rejected traffic. What starts outside of that time counts, and so on
// down the list. All of that is taken from all records of the interface, in any order.
//
// Where one log ends and another goes on, records of the same traffic may be cut
// differently. What is lost or counted twice there is less than one aggregation
// interval.
func (t *Table) From(flowLog string) {
	if t.flowLog != flowLog {
		t.flowLog, t.last, t.stretch = flowLog, -1, 0
	}
}

// Prefer makes the flow log of the given id the preferred one wherever it has lines; ""
// none. It is said to the table that is read: Merge does not take it over.
func (t *Table) Prefer(flowLog string) {
	t.unsettle()
	t.prefer = flowLog
}

// Overlaps returns, by id, the interfaces on which flow logs overlap, and what was
// left out. To be asked when all has been added. As with Pairs, ask Err afterwards.
func (t *Table) Overlaps() []Overlap {
	t.settle()
	return t.overlaps
}

// several are the interfaces that more than one flow log has, and all these know of
// whose they are.
func (t *Table) several() map[string]Owner {
	first := make(map[string]int, len(t.names))
	var out map[string]Owner
	for i, name := range t.names {
		j, again := first[name]
		if !again {
			first[name] = i
			continue
		}
		if out == nil {
			out = make(map[string]Owner)
		}
		owner, ok := out[name]
		if !ok {
			owner = t.owners[j]
		}
		owner.merge(t.owners[i])
		out[name] = owner
	}
	return out
}

// settle copies the records that count of interfaces with several flow logs, so that
// they can be read as if there had been one. There they go by the interface's id and
// nothing behind between, which no flow log is called.
func (t *Table) settle() {
	t.pack()
	if t.isSettled {
		return
	}
	t.unsettle()
	t.isSettled = true
	if t.shared = t.several(); t.shared == nil {
		return
	}
	t.settled = runs.NewShelf(t.budget)
	s := settling{t: t, from: t.shelf.Reader()}
	scout := t.shelf.Reader()
	for more := scout.Next(); more; {
		eni, _ := split(string(scout.Interface()))
		var claims []*claim
		for more && isAt(scout, eni) {
			if _, ok := t.shared[eni]; ok {
				claims = append(claims, newClaim(scout))
			}
			more = scout.Next()
		}
		if len(claims) > 0 {
			s.choose(eni, claims)
		}
	}
	s.pack()
	if err := scout.Err(); err != nil && t.err == nil {
		t.err = err
	}
	if err := s.from.Err(); err != nil && t.err == nil {
		t.err = err
	}
}

// owner says whose an interface is that a reader has. It is not ok if its records are
// read elsewhere, once settled.
func (t *Table) owner(key []byte) (_ Owner, ok bool) {
	eni, flowLog := split(string(key))
	owner, shared := t.shared[eni]
	if !shared {
		return t.owners[t.numbers[string(key)]], true
	}
	return owner, flowLog == "" && len(key) > len(eni)
}

// unsettle forgets what settle has found.
func (t *Table) unsettle() {
	if !t.isSettled {
		return
	}
	_ = t.settled.Close() // it is a copy
	t.isSettled, t.shared, t.overlaps, t.left = false, nil, nil, Totals{}
}

// settling is the work of settle.
type settling struct {
	t    *Table
	from *runs.Reader
	log  runs.Log
	ids  []string // of interfaces in log
}

// isAt tells whether a reader is at an interface, as any flow log has it.
func isAt(r *runs.Reader, eni string) bool {
	here, _ := split(string(r.Interface()))
	return here == eni
}

// choose copies what counts of an interface. The claims come as the reader has them.
func (s *settling) choose(eni string, claims []*claim) {
	order := ranked(claims, s.t.prefer)
	s.ids = append(s.ids, eni+between)
	for _, c := range claims {
		for s.from.Next() && !isAt(s.from, eni) {
		}
		var better []*claim
		for _, other := range order {
			if other == c {
				break
			}
			better = append(better, other)
		}
		s.copy(c, better)
	}
	overlap, met := Overlap{Interface: eni}, false
	for _, c := range order {
		s.t.left.Add(c.left)
		met = met || c.left.Records > 0 || c.hushed > 0
		overlap.Logs = append(overlap.Logs, Share{c.log, c.records, c.left, c.hushed})
	}
	if met {
		s.t.overlaps = append(s.t.overlaps, overlap)
	}
}

// copy copies what one log adds to better ones.
func (s *settling) copy(c *claim, better []*claim) {
	r := s.from
	r.Rewind()
	for _, q := range r.Silences {
		if known(better, func(b *claim) bool { return b.knows(c, q) }) {
			c.hushed++
			continue
		}
		s.log.Hush(uint32(len(s.ids)-1), q)
		s.packIfFull()
	}
	for r.Pair() {
		for f := range r.Facts() {
			if known(better, func(b *claim) bool { return b.has(f) }) {
				c.left.Add(Totals{Records: 1, Bytes: f.Bytes, Packets: f.Packets})
				continue
			}
			s.log.Add(uint32(len(s.ids)-1), &r.Ends, f)
			s.packIfFull()
		}
	}
}

func known(better []*claim, by func(*claim) bool) bool {
	for _, b := range better {
		if by(b) {
			return true
		}
	}
	return false
}

// packIfFull packs the log if it is full. The interface at hand stays the last of ids.
func (s *settling) packIfFull() {
	if s.log.Full() {
		s.pack()
		s.ids = append(s.ids[:0], s.ids[len(s.ids)-1])
	}
}

func (s *settling) pack() {
	if err := s.t.settled.Pack(&s.log, s.ids); err != nil && s.t.err == nil {
		s.t.err = err
	}
}
