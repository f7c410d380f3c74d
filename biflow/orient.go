package biflow

import (
	"net/netip"

	"davy/internal/runs"
)

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

// clues are all of them, so that an outline can name one in a byte.
var clues = [...]Clue{ByDirection, ByPacket, ByShare, ByPrivate, ByPort, ByOrder}

const (
	byDirection = iota
	byPacket
	byShare
	byPrivate
	byPort
	byOrder
)

// loIsLocal tells whether the pair's lower address is the local one: the
// interface's side, unless the interface stands there for the peer.
func (a *parts) loIsLocal(p *pair, owner *Owner, server serverSide) (bool, uint8) {
	lo, clue := a.loIsOwn(p, server)
	side, near, far := &p.lo, p.key.Lo, p.key.Hi
	if !lo {
		side, near, far = &p.hi, far, near
	}
	if side.differ && a.relays(owner, side.shown, near, far) {
		return !lo, byPacket
	}
	return lo, clue
}

// loIsOwn tells whether the pair's lower address is on the interface's side.
func (a *parts) loIsOwn(p *pair, server serverSide) (bool, uint8) {
	if p.loVotes != 0 {
		return p.loVotes > 0, byDirection
	}
	if p.lo.differ != p.hi.differ {
		return p.lo.differ, byPacket // an interface shows its own address for others, nobody else's
	}
	loName, hiName := p.lo.name(p.key.Lo), p.hi.name(p.key.Hi)
	lo, hi := a.of(loName, p), a.of(hiName, p)
	if lo.pairs != hi.pairs {
		return lo.pairs > hi.pairs, byShare
	}
	if lo.records != hi.records {
		return lo.records > hi.records, byShare
	}
	if x, y := loName.Netip().IsPrivate(), hiName.Netip().IsPrivate(); x != y {
		return x, byPrivate
	}
	switch server {
	case serverIsHi:
		return true, byPort
	case serverIsLo:
		return false, byPort
	}
	return true, byOrder
}

// relays tells whether an interface that shows its own address for near hands
// on what far and near say to each other, so that near is the peer. If not, near
// is an address of the interface itself: a pod's, or a secondary one. The
// evidence, strongest first:
//
//   - of a private and a public end, the private one is ours;
//   - an interface of an instance has pods; one of a service, whose instance-id
//     is always "-" ("Available fields", Amazon VPC User Guide), relays;
//   - whom the interface also speaks to by itself is not behind it.
func (a *parts) relays(owner *Owner, own, near, far runs.Addr) bool {
	if x, y := inside(near.Netip()), inside(far.Netip()); x != y {
		return y
	}
	if owner.Instance != "" || owner.column {
		return owner.Instance == ""
	}
	ends, _ := runs.EndsOf(own, near)
	return a.asked[ends]
}

// podSpace are the ranges besides the private ones that AWS names for pods, for
// a VPC that runs out of addresses ("Leveraging CNI custom networking alongside
// security groups for pods in Amazon EKS", AWS Containers Blog).
var podSpace = [...]netip.Prefix{netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("198.19.0.0/16")}

// inside tells that an address is of no public network.
func inside(a netip.Addr) bool {
	return a.IsPrivate() || podSpace[0].Contains(a) || podSpace[1].Contains(a)
}
