// Package enrich gives names to the two ends of what was found.
//
// In go findings, and what says who their ends are: AWS itself, as one [Account]
// sees it; a [Cache] of what AWS said before; an [ASN] database; a list of [Pools]
// of the user's own. Out come the findings with
// [detect.Names]. Names are no evidence: verdict, score, id and order of a
// finding are what they were.
//
// Nothing here fails a run. What could not be named has a note, a sentence for
// people; only a file that is not what it should be is an error, which says
// where. Text that AWS or a list gives is kept as it is, at most so long: whoever
// shows it makes it safe. Times are of the run, in UTC.
package enrich
