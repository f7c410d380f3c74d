package biflow

import "net/netip"

// relays tells whether an interface that shows its own address for near hands
// on what far and near say to each other, so that near is the peer. If not, near
// is an address of the interface itself: a pod's, or a secondary one. The
// evidence, strongest first:
//
//   - of a private and a public end, the private one is ours;
//   - an interface of an instance has pods; one of a service, whose instance-id
//     is always "-" ("Available fields", Amazon VPC User Guide), relays;
//   - whom the interface also speaks to by itself is not behind it.
func (e *eni) relays(own, near, far netip.Addr) bool {
	if a, b := inside(near), inside(far); a != b {
		return b
	}
	if e.owner.Instance != "" || e.owner.column {
		return e.owner.Instance == ""
	}
	_, outer := e.pairs[unoriented(own, near)]
	return outer
}

// podSpace are the ranges besides the private ones that AWS names for pods, for
// a VPC that runs out of addresses ("Leveraging CNI custom networking alongside
// security groups for pods in Amazon EKS", AWS Containers Blog).
var podSpace = [...]netip.Prefix{netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("198.19.0.0/16")}

// inside tells that an address is of no public network.
func inside(a netip.Addr) bool {
	return a.IsPrivate() || podSpace[0].Contains(a) || podSpace[1].Contains(a)
}
