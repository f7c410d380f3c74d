package biflow

import (
	"cmp"
	"net/netip"
	"slices"

	"davy/internal/runs"
)

// A Pair is one interface's traffic with one peer.
type Pair struct {
	Interface string
	Owner     Owner
	Local     netip.Addr // the interface's side, or whom it serves: the article's "src"
	Remote    netip.Addr // the peer: "dst"
	Clue      Clue       // how the local side was found
	Offset    int64      // second, 0 to 599, at which the interface's windows begin
	Windows   []Window   // ascending; silent windows only where records were rejected
	Service   []Window   // the same of its service alone; nil where that is all: see AtService
	Other     Totals     // protocols other than TCP
	Server    Side       // which side holds the service, over the pair's whole life
	Stands    Stands     // whom the interface stands for
	Siblings  int        // other peers of the interface at the same service: with traffic in at least half as many windows

	// Coverage from the pair's first to its last window, ends included.
	Possible int // windows in which the interface's log says anything
	Unknown  int // of those, windows in which AWS skipped data

	coverage coverage
}

// vpc6 is the length of the prefix of an IPv6 network of a VPC
// (docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html).
const vpc6 = 56

// shared are the addresses of RFC 6598, which EKS gives to pods.
var shared = netip.MustParsePrefix("100.64.0.0/10")

// ServesStrangers tells whether the local side holds the service and the remote
// side is none of its own network: not private (RFC 1918, RFC 4193), shared (RFC
// 6598), of the same link or, with IPv6, of the same VPC.
func (p *Pair) ServesStrangers() bool {
	r := p.Remote
	switch {
	case p.Server != LocalSide:
		return false
	case r.IsPrivate(), r.IsLoopback(), r.IsLinkLocalUnicast(), shared.Contains(r):
		return false
	case r.Is6() && p.Local.Is6():
		return !netip.PrefixFrom(p.Local, vpc6).Masked().Contains(r)
	}
	return true
}

// A Side of a pair.
type Side uint8

// Sides.
const (
	NoSide Side = iota // unknown
	LocalSide
	RemoteSide
)

// Stands says for which ends of a pair an interface shows its own address in place of
// the packet's: see the package comment. Without pkt-srcaddr and pkt-dstaddr that is
// not known.
type Stands uint8

// Ends that an interface may stand for.
const (
	ForLocal  Stands = 1 << iota // as a node does for its pods, and a transit gateway for who is beyond it
	ForRemote                    // as a NAT gateway does for servers: the traffic is somebody else's
)

// stands is that of a pair of which one side is local.
func (p *pair) stands(loLocal bool) (s Stands) {
	local, remote := p.lo.differ, p.hi.differ
	if !loLocal {
		local, remote = remote, local
	}
	if local {
		s |= ForLocal
	}
	if remote {
		s |= ForRemote
	}
	return s
}

// Coverage returns the number of windows from first to last, starts of windows
// both, in which the interface's log says anything, and how many of them AWS
// skipped data in.
func (p *Pair) Coverage(first, last int64) (possible, unknown int) {
	return p.coverage.between(first, last)
}

// AtService returns the windows of what the pair is about. Where one port of the
// server's side is met in more than half of the pair's windows, that is the traffic
// at this port alone: what else runs between the two addresses now and then, as
// at the address of a load balancer, or to cover a miner, is another matter. Else
// it is all of the pair's.
func (p *Pair) AtService() []Window {
	if p.Service != nil {
		return p.Service
	}
	return p.Windows
}

// Aside returns the number of windows with records that are not at the service.
func (p *Pair) Aside() int {
	n, at := 0, p.AtService()
	for i := range p.Windows {
		w := &p.Windows[i]
		for len(at) > 0 && at[0].Start < w.Start {
			at = at[1:]
		}
		if len(at) == 0 || at[0].Start > w.Start || at[0].Records+at[0].Rejected < w.Records+w.Rejected {
			n++
		}
	}
	return n
}

// Cut returns the pair with those windows that start from a time on and before
// another, epoch seconds. Which side is local, which serves and where stays as the
// whole log says.
func (p *Pair) Cut(from, to int64) Pair {
	q := *p
	q.Windows, q.Service = within(p.Windows, from, to), within(p.Service, from, to)
	if n := len(q.Windows); n > 0 {
		q.Possible, q.Unknown = p.Coverage(q.Windows[0].Start, q.Windows[n-1].Start)
	}
	return q
}

// within are the windows that start from a time on and before another; nil of nil.
func within(windows []Window, from, to int64) []Window {
	at := func(t int64) int {
		i, _ := slices.BinarySearchFunc(windows, t, func(w Window, t int64) int { return cmp.Compare(w.Start, t) })
		return i
	}
	return windows[at(from):at(to)]
}

// Points returns the number of windows that are points: see [Window.Known].
func (p *Pair) Points() int {
	n := 0
	for i := range p.Windows {
		if p.Windows[i].Known() {
			n++
		}
	}
	return n
}

// A pair is what an interface's records say of one unoriented pair of
// addresses, but for what they say of windows.
type pair struct {
	key     runs.Ends
	lo, hi  endpoint
	loVotes int64  // records whose flow-direction makes lo the local side, less those for hi
	other   Totals // protocols other than TCP: never points
	records uint64
}

// note takes in one record.
func (p *pair) note(f *runs.Fact) {
	p.records++
	switch {
	case f.Kind&runs.LoIsLocal != 0:
		p.loVotes++
	case f.Kind&runs.HiIsLocal != 0:
		p.loVotes--
	}
	if f.Kind&runs.ShowsLo != 0 {
		p.lo.note(f.Shown.Lo)
	}
	if f.Kind&runs.ShowsHi != 0 {
		p.hi.note(f.Shown.Hi)
	}
	if f.Kind&runs.Other != 0 {
		p.other.Add(Totals{Records: 1, Bytes: f.Bytes, Packets: f.Packets})
	}
}

// An endpoint is one side of a pair. Shown is the address that the records of
// the interface have for it, where that is not the packet's own: the least of
// several, so that any order gives the same.
type endpoint struct {
	shown  runs.Addr
	differ bool // shown is set
}

func (e *endpoint) note(shown runs.Addr) {
	if !e.differ || shown.Less(e.shown) {
		e.shown, e.differ = shown, true
	}
}

// name is the address by which the interface knows the side whose own it is.
func (e *endpoint) name(own runs.Addr) runs.Addr {
	if e.differ {
		return e.shown
	}
	return own
}
