// Package eval measures a way of training and deciding on labelled logs.
//
// In go [Capture]s, each a table of pairs with its labels; out comes a [Report]
// for each rule: which miners are found, how soon, and as what; which ordinary
// pairs are flagged, and how often that is for the time and the interfaces
// watched; what the score is worth. The judging model is given ([Assessor]), or
// trained without what it judges ([HoldOut], [LaterHalf]), also with traits left
// out ([Ablate]). Every share has an interval.
package eval
