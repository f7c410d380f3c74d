// Package eval measures a way of training and deciding on labelled logs.
//
// In go [Capture]s, each a table of pairs with its labels; out comes a
// [Report]: which mining captures are found by a model that never saw them, how
// many ordinary pairs are flagged, and what a model says of the later half of
// the very miners it was trained on. Every share has an interval.
package eval
