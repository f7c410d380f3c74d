// Package biflow turns one-way flow log records into two-way windows.
//
// In go [flowlog.Record]s, in any order and from any number of goroutines'
// private tables; out come [Pair]s: one interface, its local and its remote
// address, and the 600-second [Window]s in which they spoke over TCP. A window
// is a point (local bytes, local packets, remote bytes, remote packets); a
// silent window is no point. The word biflow is RFC 5103's.
//
// A [Table] is a commutative monoid: Add and Merge give the same pairs, to the
// bit, for any order of records, any split into tables and any number of
// workers. Three things make that so. Sums are integers that saturate rather
// than wrap. Directions stay unoriented (lower address, higher address) until
// [Table.Pairs] decides, from the evidence of the whole interface, which side
// is local. And a record keeps its start until then, because the edges of the
// interface's capture windows (its phase) are known only when all of its
// records are: see [Table.Pairs] and phase.go.
//
// # True ends
//
// Where a log has pkt-srcaddr and pkt-dstaddr, a pair's addresses are the
// packet's own. An interface shows its primary address instead, on its own side
// only, for a packet from or to another ("Flow log limitations" and "Flow log
// record examples", Amazon VPC User Guide). Which side is local then depends on
// whom the interface stands for:
//
//   - A NAT gateway between a client and a server, as the client's subnet sees
//     it: it stands for the server. The client is local.
//   - A NAT gateway towards the Internet: its address is in the packet. The
//     gateway is local, and the pair is the sum of all its clients with that
//     server: beside theirs a pair of its own, with the same remote.
//   - The client's own interface: addresses do not differ. The client is local.
//   - A node with pods, or with secondary addresses: it stands for its own pod.
//     The pod is local.
//   - A transit gateway's attachment, or whatever else hands packets on: of a
//     private and a public end, the private one is local; of two private ones,
//     the one that the interface does not stand for, which is in its own VPC.
//     Without instance-id such an interface is taken for a node's.
//
// Something that hands on packets unchanged, in and out by one interface, shows
// each of them twice, standing for either end in turn. So do its windows.
//
// # One service of several
//
// A window is the sum of all ports. Where one port of the server's side is met in
// more than half of a pair's windows and others are met too, the pair also has
// the windows of that port alone ([Pair.AtService]): two addresses may have more to
// say to each other than one thing.
//
// # Overlapping flow logs
//
// Several flow logs may have the traffic of one interface: of its VPC, its subnet and
// itself, of all traffic and of what was accepted. Told which log records are of
// ([Table.From]), the table counts each time once, as From says, and keeps account of
// what it leaves out ([Table.Overlaps]). Records of such an interface that count are
// copied before they are read, which takes their space once more and two more readings
// of all records; where there is none it costs nothing.
//
// # Cost
//
// A record takes about ten bytes, packed, in memory or on disk (BenchmarkPack of
// package runs). To make windows an interface is gone through five times, all of
// which but the first cost little where it fits in some megabytes. What is held of
// one with ten million pairs is 12 bytes each.
package biflow
