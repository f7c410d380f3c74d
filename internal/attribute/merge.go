package attribute

import (
	"cmp"
	"net/netip"
	"slices"

	"davy/biflow"
	"davy/detect"
)

// Merge makes one finding of those that are one traffic. What is kept is the leg
// nearest to the machine that mines, with its own id, owner and evidence; its verdict
// and score are those of the surest leg, and the words of that sighting say so: what
// is known of a machine is not less for being known at another interface. Of equally
// near ones the surest is kept, then the lesser interface.
//
// Only findings of which a pair was seen, and that say there is something, are
// merged. The others come out as they are. They come in the order they came in, which
// may no longer be that of their scores. If the types of interfaces are to be looked
// up, that is to be done first: see [detect.Names].
func (l *Legs) Merge(findings []detect.Finding) []detect.Finding {
	l.leave()
	m := merger{}
	for i := range findings {
		if one := l.of[findings[i].ID]; one != nil {
			m.all = append(m.all, &node{Finding: findings[i], leg: one})
		}
	}
	m.sides()
	slices.SortFunc(m.all, nearer)
	m.sameEnds()
	m.translated()
	return m.out(findings)
}

// A node is a finding, its leg, and the nearer finding that it is a sighting of.
type node struct {
	detect.Finding
	*leg
	side   int // of local: the client's end, not known, the server's
	of     *node
	seenAs []*node
}

// guess is higher the less it is known which side of the pair is local.
func (n *node) guess() int { return slices.Index(guesses, n.Clue) }

var guesses = []biflow.Clue{biflow.ByPort, biflow.ByOrder} // others are none, -1

const (
	clientEnd = iota
	noEnd
	serverEnd
)

func (n *node) root() *node {
	for n.of != nil {
		n = n.of
	}
	return n
}

// nearer orders findings by how near they are to the machine that mines: at the
// client's end, then where it is not known whose it is, then at the server's; at its
// own interface, then on the way; and the better it is known which side is local. A
// total order, so that nothing else decides.
func nearer(a, b *node) int {
	way := map[bool]int{true: 1}
	return cmp.Or(
		cmp.Compare(a.side, b.side),
		cmp.Compare(way[a.onTheWay()], way[b.onTheWay()]),
		cmp.Compare(a.guess(), b.guess()),
		cmp.Compare(b.Verdict.Rank(), a.Verdict.Rank()),
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(b.Windows, a.Windows),
		cmp.Compare(a.Interface, b.Interface),
		a.Local.Compare(b.Local),
		a.Remote.Compare(b.Remote),
		cmp.Compare(a.ID, b.ID),
	)
}

type merger struct{ all []*node }

// ends are two addresses, whichever is local.
type ends [2]netip.Addr

func (n *node) ends() ends {
	if n.Remote.Less(n.Local) {
		return ends{n.Remote, n.Local}
	}
	return ends{n.Local, n.Remote}
}

// sides finds out which end is the client's, by the word of all legs that have both.
func (m *merger) sides() {
	type service struct {
		ends
		port uint16
	}
	votes := make(map[service]int) // for the lesser address, less those for the other
	for _, n := range m.all {
		vote := map[biflow.Side]int{biflow.RemoteSide: 1, biflow.LocalSide: -1}[n.server]
		if n.Local != n.ends()[0] {
			vote = -vote
		}
		votes[service{n.ends(), n.ServerPort}] += vote
	}
	for _, n := range m.all {
		vote := votes[service{n.ends(), n.ServerPort}]
		if n.Local != n.ends()[0] {
			vote = -vote
		}
		n.side = noEnd - min(1, max(-1, vote))
	}
}

// sameEnds joins legs with the same two ends.
func (m *merger) sameEnds() {
	roots := make(map[ends][]*node)
	for _, n := range m.all {
		key := n.ends()
		var fits []*node
		for _, r := range roots[key] {
			if n.fits(r) {
				fits = append(fits, r)
			}
		}
		if len(fits) == 1 {
			n.of = fits[0]
		} else {
			roots[key] = append(roots[key], n)
		}
	}
}

// fits tells whether two legs with the same ends are surely of one traffic.
func (n *node) fits(r *node) bool {
	if n.Interface == r.Interface || n.ServerPort != r.ServerPort || !n.during(&r.passed) {
		return false
	}
	if n.connected(r.leg) {
		return true
	}
	// Addresses that two nodes stand for may be of networks inside them.
	return n.VPC != "" && n.VPC == r.VPC && n.stands&r.stands&biflow.ForLocal == 0
}

// translated joins the outer side of a gateway to the nearest of the machines that are
// found on its inner side, speaking to the same peer.
func (m *merger) translated() {
	type place struct {
		eni    string
		remote netip.Addr
	}
	inner := make(map[place][]*node)
	for _, n := range m.all {
		if n.asks() {
			at := place{n.Interface, n.Remote}
			inner[at] = append(inner[at], n)
		}
	}
	for _, n := range m.all {
		if n.of != nil || !n.speaks() {
			continue
		}
		for _, i := range inner[place{n.Interface, n.Remote}] {
			if i.Local != n.Local && i.during(&n.passed) && i.root() != n {
				n.of = i.root()
				break
			}
		}
	}
}

// beyond is 1 if a sighting of n has other ends, since something translates between.
func (n *node) beyond(s *node) int {
	if s.ends() != n.ends() {
		return 1
	}
	return 0
}

// out are the findings that are no sightings.
func (m *merger) out(findings []detect.Finding) []detect.Finding {
	nodes := make(map[string]*node, len(m.all))
	for _, n := range m.all {
		nodes[n.ID] = n
		if r := n.root(); r != n {
			r.seenAs = append(r.seenAs, n)
		}
	}
	for _, n := range m.all { // what is translated comes last
		slices.SortStableFunc(n.seenAs, func(a, b *node) int {
			return cmp.Compare(n.beyond(a), n.beyond(b))
		})
	}
	out := make([]detect.Finding, 0, len(findings))
	for i := range findings {
		switch n := nodes[findings[i].ID]; {
		case n == nil:
			out = append(out, findings[i])
		case n.of == nil:
			out = append(out, n.whole())
		}
	}
	return out
}

// whole is a finding with all that is a sighting of it.
func (n *node) whole() detect.Finding {
	f := n.Finding
	f.SeenAt, f.Behind = n.place(), n.behind()
	f.AlsoOn = slices.Clip(f.AlsoOn)
	surest := n
	for _, s := range n.seenAs {
		if cmp.Or(cmp.Compare(s.Verdict.Rank(), surest.Verdict.Rank()), cmp.Compare(s.Score, surest.Score)) > 0 {
			surest = s
		}
	}
	raised := surest.Verdict.Rank() > n.Verdict.Rank()
	if raised {
		f.Verdict, f.Score = surest.Verdict, surest.Score
	}
	for _, s := range n.seenAs {
		role := s.role(n)
		if raised && s == surest {
			role += ", whose verdict this is"
		}
		f.AlsoOn = append(f.AlsoOn, detect.Sighting{ID: s.ID, Interface: s.Interface, Local: s.Local, Remote: s.Remote, Role: role})
	}
	return f
}
