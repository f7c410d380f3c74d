// Package trait describes the traffic of one pair of addresses by numbers that
// do not depend on its rate.
//
// In go the windows of a pair, cut into [Span]s of at most a day; out comes one
// [Vector] for each span: a point in the space in which davy tells miners from
// ordinary traffic. A miner twenty times as fast as another has twenty times
// the packets, and a cloud of windows elsewhere. Its packets are as large, its
// two directions as closely tied, its windows as even: those are traits. A
// few outlying windows hardly move them: medians, quartiles and ranks are used
// where the sum or the mean would do otherwise.
//
// Every trait is a finite number, [Names] says what it is called.
package trait
