// Package mining holds the miners: the protocols they speak with pools,
// nodes and proxies, the pools, and the rigs.
package mining

import (
	"strings"

	"makes/d/internal/dice"
)

// dialect is a mining protocol as one rig speaks it with one pool: the sizes
// of all messages, in bytes before any encryption.
type dialect struct {
	login    [][2]int   // requests and their answers
	job      func() int // new work, pushed
	submit   func() int // a share
	accept   int
	refuse   int     // answer to a stale or invalid share
	retarget int     // message with a new difficulty, 0 if jobs carry it
	ping     [2]int  // keep-alive of the miner and its answer
	pause    float64 // between keep-alives, 0 for none
	report   [2]int  // hash rate told to the pool
	often    float64 // between reports, 0 for none
}

// speak makes a dialect from the dice of the pool, which give the same habits
// to everyone who mines there, and the dice of the rig.
type speak func(pool, rig *dice.Dice) dialect

// line is the length of a line whose template has a ~ for every field of
// which only the length matters.
func line(template string, fields ...int) int {
	if strings.Count(template, "~") != len(fields) {
		panic("wrong number of fields: " + template)
	}
	n := len(template) - len(fields) + 1
	for _, f := range fields {
		n += f
	}
	return n
}

// fixed is a message that always has the same size, but for a few bytes.
func fixed(d *dice.Dice, n, play int) func() int {
	return func() int { return n + d.IntN(play+1) }
}

// account is the length of what a rig calls itself: wallet, dot, worker.
func account(rig *dice.Dice, wallet int) int {
	if rig.Chance(0.2) { // the pool knows users by name
		wallet = rig.Int(4, 16)
	}
	if rig.Chance(0.75) {
		wallet += 1 + rig.Int(1, 18)
	}
	return wallet
}
