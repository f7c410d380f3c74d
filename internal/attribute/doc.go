// Package attribute finds out which findings are of one miner, as several interfaces
// saw it, and makes one finding of them: at the machine that mines.
//
// In go the pairs as they are judged ([Legs.See]) and the findings ([Legs.Merge]); out
// come findings of which each names in also_on the other interfaces that its traffic
// went through, with a word for what each is. Every finding that goes in comes out
// once: by itself, or as a sighting of another. No time of day, no order of the
// findings and no network is in it.
//
// # What is known for sure
//
// A leg is a finding's part in that: the interface, its local and remote address. It
// is the machine's own if the interface speaks for itself or for its pods; it is on
// the way if the interface shows its own address for the peer, or is AWS's and shows
// its own for a private end ([biflow.Pair.Stands]; "Flow log record examples", Amazon
// VPC User Guide). Without pkt-srcaddr and pkt-dstaddr every leg looks like an own one.
//
// Two legs of different interfaces are one traffic if they have the same two ends,
// whichever of them is local, the same service port, and time in common; and if
//
//   - both interfaces are in one VPC, where an address belongs to one interface; or
//   - they saw one connection: of the time in which each saw the client with one port
//     alone, it was the same for the most part.
//
// Else there may be two machines of one address, in two networks. A leg that fits
// several is left by itself.
//
//	seen at                                       becomes
//	the machine's own interface, a node's pods    the finding
//	NAT gateway, towards the machine              "NAT gateway, inner side", of the machine's
//	NAT gateway, towards the Internet             "NAT gateway, outer side", of that of a machine that is found
//	                                              on the inner side, speaking to the same peer: the pair
//	                                              is the sum of all that do
//	an instance that translates                   "NAT instance, …", likewise
//	transit gateway, load balancer, endpoint      "AWS's interface on the way", or its type if that is known
//	a firewall, a router                          "instance on the way"
//	the peer's own interface                      "the peer's own"; local is the client's end, since
//	                                              it is the client who mines
//
// Where the machine's own interface is not logged, the leg nearest to it is the
// finding: one on the way whose local address is the machine's, and seen_at says what
// the interface is. Where only a NAT gateway's outer side is found, local is the
// gateway; behind says so, and who speaks to that peer through it.
//
// # What is not
//
// The outer side of a NAT gateway without pkt-srcaddr and pkt-dstaddr, unless the type
// of the interface is known; a load balancer that puts its own address in the place of
// the client's; legs in different VPCs of a pair whose client always has several
// connections at a time. They stay findings of their own.
package attribute
