// Package mine holds the mining programs: coins with their protocols, pools
// with their policies, and the miners, proxies and solo miners that use them.
package mine

import (
	"strings"

	"makes/e/internal/sim"
)

// talk gives the sizes of a protocol's messages between one miner and one pool.
type talk struct {
	login    []exchange // requests of the login, each with its answer
	job      func() int // new work from the pool
	retarget func() int // new difficulty; nil when the job carries it
	submit   func() int // a share
	accepted func() int // its acknowledgement
	refused  func() int // and when it is stale or wrong
	report   [2]int     // reported hash rate and the answer
	alive    [2]int     // application keep-alive and the answer
}

type exchange struct{ up, down int }

// fill gives the length of a line whose %s are replaced by so many characters.
func fill(line string, fields ...int) int {
	n := len(line) - strings.Count(line, "%") + 1 // line feed
	for _, f := range fields {
		n += f
	}
	return n
}

// names are the lengths that a miner and a pool bring into their messages.
type names struct {
	d       sim.Dice
	wallet  int // with the worker's name
	pass    int
	agent   int
	session int
	jobID   int
	extra   int // more fields that this pool sends
	spaced  int // blanks after commas and colons, in percent of the length
}

func drawNames(d sim.Dice, p *pool, wallet int) names {
	n := names{d: d, wallet: wallet, pass: sim.Pick(d, 1, 1, 1, 6, 14), agent: d.Int(8, 90),
		session: p.session, jobID: p.jobID, extra: p.extra, spaced: p.spaced}
	if d.Chance(0.6) {
		n.wallet += 1 + d.Int(1, 16)
	}
	return n
}

// pool lines may be written with blanks.
func (n names) pool(size int) int { return size + size*n.spaced/100 }

// id is the length of a growing message number.
func (n names) id() int { return n.d.Int(2, 4) }
