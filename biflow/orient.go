package biflow

import "net/netip"

// An endpoint is one side of a pair as the interface's own records name it.
// That address differs from the pair's where a NAT gateway or a pod stands
// behind the interface. The least of several is kept: any order gives the same.
type endpoint struct{ raw netip.Addr }

func (e *endpoint) note(raw netip.Addr) {
	if !e.raw.IsValid() || raw.Less(e.raw) {
		e.raw = raw
	}
}

func (e *endpoint) merge(f endpoint) {
	if f.raw.IsValid() {
		e.note(f.raw)
	}
}

// A Clue says by which evidence a pair's local side was found.
type Clue string

// Clues, strongest first. All are taken from every record of the interface, so
// that neither order nor split of the input can turn a pair around.
const (
	ByDirection Clue = "flow-direction"  // the records say which way they went
	ByShare     Clue = "shared-address"  // the interface's own address is in most of its pairs
	ByPrivate   Clue = "private-address" // one side is private, the other public
	ByPort      Clue = "client-port"     // the side with the higher, changing port is the client
	ByOrder     Clue = "address-order"   // nothing tells them apart
)

// share is how much of an interface's log an address has a part in.
type share struct {
	pairs   int
	records uint64
}

// shares counts for every address the pairs and records of the interface it is in.
func (e *eni) shares() map[netip.Addr]share {
	all := make(map[netip.Addr]share, len(e.pairs)+1)
	note := func(a netip.Addr, records uint64) {
		s := all[a]
		s.pairs++
		s.records = add(s.records, records)
		all[a] = s
	}
	for _, p := range e.pairs {
		note(p.lo.raw, p.records())
		if p.hi.raw != p.lo.raw {
			note(p.hi.raw, p.records())
		}
	}
	return all
}

// loIsLocal tells whether the pair's lower address is the interface's side.
func (p *pair) loIsLocal(all map[netip.Addr]share, server serverSide) (bool, Clue) {
	if p.loVotes != 0 {
		return p.loVotes > 0, ByDirection
	}
	lo, hi := all[p.lo.raw], all[p.hi.raw]
	if lo.pairs != hi.pairs {
		return lo.pairs > hi.pairs, ByShare
	}
	if lo.records != hi.records {
		return lo.records > hi.records, ByShare
	}
	if a, b := p.lo.raw.IsPrivate(), p.hi.raw.IsPrivate(); a != b {
		return a, ByPrivate
	}
	switch server {
	case serverIsHi:
		return true, ByPort
	case serverIsLo:
		return false, ByPort
	}
	return true, ByOrder
}
