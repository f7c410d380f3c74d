// Package flow folds packets into flow log records and writes them hour by hour.
package flow

import (
	"strconv"

	"makes/z/internal/clock"
	"makes/z/internal/rng"
)

// Iface is a network interface with flow logs.
type Iface struct {
	Index        int
	ENI, Account string
	Addr         uint32
	// Phase shifts the bounds of the aggregation intervals.
	Phase clock.Time
	// Bounds makes start and end those of the interval instead of the packets'.
	Bounds bool
	// From and To bound the time in which the interface exists.
	From, To clock.Time

	seen []bool
	r    rng.Rand
	head []byte
}

// Prepare sets up what the interface needs for logging.
func (i *Iface) Prepare(r rng.Rand, limit, interval clock.Time) {
	i.r = r
	i.seen = make([]bool, int((limit+i.Phase)/interval)+2)
	i.head = []byte("2 " + i.Account + " " + i.ENI + " ")
}

// Dotted writes an address.
func Dotted(a uint32) string { return string(appendAddr(nil, a)) }

func appendAddr(b []byte, a uint32) []byte {
	for s := 24; s >= 0; s -= 8 {
		b = strconv.AppendUint(b, uint64(a>>s&255), 10)
		if s > 0 {
			b = append(b, '.')
		}
	}
	return b
}
