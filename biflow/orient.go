package biflow

import "net/netip"

// An endpoint is one side of a pair. Shown is the address that the records of
// the interface have for it, where that is not the packet's own: zero if they
// never differ, the least of several, so that any order gives the same.
type endpoint struct{ shown netip.Addr }

func (e *endpoint) note(own, shown netip.Addr) {
	if shown != own {
		e.merge(endpoint{shown})
	}
}

func (e *endpoint) merge(f endpoint) {
	if f.shown.IsValid() && (!e.shown.IsValid() || f.shown.Less(e.shown)) {
		e.shown = f.shown
	}
}

// name is the address by which the interface knows the side whose own it is.
func (e *endpoint) name(own netip.Addr) netip.Addr {
	if e.shown.IsValid() {
		return e.shown
	}
	return own
}

// A Clue says by which evidence a pair's local side was found.
type Clue string

// Clues, strongest first. All are taken from every record of the interface, so
// that neither order nor split of the input can turn a pair around.
const (
	ByDirection Clue = "flow-direction"  // the records say which way they went
	ByPacket    Clue = "packet-address"  // the interface stands for one end: see the package comment
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
	for key, p := range e.pairs {
		lo, hi := p.lo.name(key.lo), p.hi.name(key.hi)
		note(lo, p.records())
		if hi != lo {
			note(hi, p.records())
		}
	}
	return all
}

// loIsLocal tells whether the pair's lower address is the local one: the
// interface's side, unless the interface stands there for the peer.
func (e *eni) loIsLocal(key addrs, p *pair, all map[netip.Addr]share, server serverSide) (bool, Clue) {
	lo, clue := p.loIsOwn(key, all, server)
	side, near, far := p.lo, key.lo, key.hi
	if !lo {
		side, near, far = p.hi, far, near
	}
	if side.shown.IsValid() && e.relays(side.shown, near, far) {
		return !lo, ByPacket
	}
	return lo, clue
}

// loIsOwn tells whether the pair's lower address is on the interface's side.
func (p *pair) loIsOwn(key addrs, all map[netip.Addr]share, server serverSide) (bool, Clue) {
	if p.loVotes != 0 {
		return p.loVotes > 0, ByDirection
	}
	if a, b := p.lo.shown.IsValid(), p.hi.shown.IsValid(); a != b {
		return a, ByPacket // an interface shows its own address for others, nobody else's
	}
	loName, hiName := p.lo.name(key.lo), p.hi.name(key.hi)
	lo, hi := all[loName], all[hiName]
	if lo.pairs != hi.pairs {
		return lo.pairs > hi.pairs, ByShare
	}
	if lo.records != hi.records {
		return lo.records > hi.records, ByShare
	}
	if a, b := loName.IsPrivate(), hiName.IsPrivate(); a != b {
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
