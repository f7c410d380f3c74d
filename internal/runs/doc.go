// Package runs keeps what many flow log records say, sorted and packed: in
// memory up to a ceiling, on disk beyond it.
//
// In go [Fact]s, in any order; out they come by interface, pair of addresses and
// start, as often as they are asked for. A [Log] gathers facts as they come and
// is packed into a [Run] when it is full: ten or twelve bytes a fact instead of
// the sixty it has unpacked, without a pointer for the garbage collector to
// follow. A [Reader] merges runs. A [Shelf] holds those of one table, and moves
// them to a file when all shelves together are over their [Budget].
//
// The method is that of log-structured merge trees (O'Neil and others, Acta
// Informatica 33, 1996), without deletions and with one level in memory and one
// on disk.
package runs
