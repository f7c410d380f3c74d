package lab

import (
	"fmt"
	"slices"
)

// Fleet draws n hosts that each run four to nine benign kinds. The first
// miners of them also run a miner; the mining kinds take turns. Host i does
// not depend on n.
func Fleet(seed uint64, n, miners int) []Host {
	benign, mining := Kinds(Benign), Kinds(Mining)
	hosts := make([]Host, n)
	for i := range hosts {
		d := roll(seed, uint64(i), name("fleet"))
		order := d.Perm(len(benign))
		for _, k := range order[:d.size(span{4, 9})] {
			hosts[i].Kinds = append(hosts[i].Kinds, benign[k])
		}
		if i < miners {
			hosts[i].Kinds = append(hosts[i].Kinds, mining[i%len(mining)])
		}
	}
	return hosts
}

// A Plan says what a fleet is made of.
type Plan struct {
	Seed   uint64
	ENIs   int      // interfaces
	Miners int      // the first so many run a miner too
	Mining []string // the kinds of those, which take turns, from one on that the seed draws; nil for all that mine at a pool
	Evade  Evasion  // what all miners do
	Shared float64  // share of ordinary programs at the address of whose first server other traffic runs too
	Kinds  []string // only these, one on each interface in turn, and no other miners; nil for a role on each
	Varied bool     // half read out early by up to a second to a minute, a quarter dual-stack, Kubernetes nodes with pods of their own addresses
	NAT    bool     // private subnets behind NAT gateways, a hundred interfaces each; they come on top of ENIs
}

// Hosts draws the fleet. Each interface has a role (web server, database,
// Kubernetes node, …) and runs what is usual there, and every second one some
// other kind, so that all kinds occur in a fleet large enough. Interfaces of
// one role share private peers, forty and forty. Host i does not depend on the
// number of ENIs.
func (p Plan) Hosts() []Host {
	mining := p.Mining
	if len(mining) == 0 {
		mining = MiningKinds(byPool)
	}
	turn := roll(p.Seed, name("turn")).IntN(len(mining))
	hosts := make([]Host, p.ENIs)
	for i := range hosts {
		h := &hosts[i]
		h.Evasion, h.Shared = p.Evade, p.Shared
		if len(p.Kinds) > 0 {
			h.Kinds = []string{p.Kinds[i%len(p.Kinds)]}
			continue
		}
		d := roll(p.Seed, uint64(i), name("role"))
		r := d.role()
		h.Kinds = r.programs(d, i)
		h.Peers = fmt.Sprintf("%s %d", r.name, i/40)
		if i < p.Miners {
			h.Kinds = append(h.Kinds, mining[(turn+i)%len(mining)])
		}
		if p.NAT && r.private {
			h.Gateway = 1 + i/100
			h.Kinds = slices.DeleteFunc(h.Kinds, func(k string) bool { return slices.Contains(strangers, k) })
		}
		if p.Varied {
			h.IPv6 = d.chance(dualStack)
			h.Early = d.early()
			if r.name == "kubernetes node" {
				h.Pods = d.size(span{4, 30})
			}
		}
	}
	return hosts
}
