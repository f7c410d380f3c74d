// Package suppress takes the user's word for it that some findings need not be
// looked at: a pool of one's own, a test, a miner that is allowed.
//
// In go findings, with their names where entries ask for tags or an autonomous
// system, and a list in the form of docs/formats/suppressions.md; out come the same
// findings, those that an entry covers marked with it. None is dropped: a
// suppressed finding is still shown, as such. An entry ends on a day that it has
// to name, and what has ended or covers nothing is said.
package suppress
