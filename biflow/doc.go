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
// Cost: one map look-up and one 32-byte entry a record.
package biflow
