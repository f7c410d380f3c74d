package biflow

// Seconds is the length of a window: AWS's default aggregation interval.
const Seconds = 600

// phase gathers evidence on where an interface's capture windows begin,
// modulo 600 seconds.
//
// AWS cuts time into aggregation intervals, and no record crosses a cut: its
// first and last packet lie in one interval. So the second at which windows
// begin is a second that no record straddles. phase counts, for each second of
// the window circle, the records that straddle it. The counts add up, so the
// evidence is free of order, and a few stray records cannot move the minimum.
//
// The counts are kept as differences around the circle: a record adds one at
// the first second it straddles and takes one off after the last.
type phase struct {
	diff  [Seconds]int64
	whole int64 // straddles of second 0, the carry into the running sum
}

// observe notes a record with packets from start to end, epoch seconds. A
// second s is straddled when start < s < end. Records longer than a window say
// nothing about its edges.
func (p *phase) observe(start, end int64) {
	if end-start < 2 || end-start > Seconds {
		return
	}
	first := mod(start + 1)
	after := first + int(end-start-1)
	p.diff[first]++
	if after >= Seconds {
		after -= Seconds
		p.whole++
	}
	p.diff[after]--
}

// offset returns the second, 0 to 599, at which the interface's windows begin.
// The clock's own windows are kept where no more records straddle their edge
// than any other; else it is the middle of the longest run of least-straddled
// seconds, the first of equals.
func (p *phase) offset() int64 {
	var count [Seconds]int64
	sum := p.whole
	least := int64(-1)
	for s := range count {
		sum += p.diff[s]
		count[s] = sum
		if least < 0 || sum < least {
			least = sum
		}
	}
	if count[0] == least {
		return 0
	}
	bestStart, bestLen := 0, 0
	for s := 0; s < Seconds; s++ { // second 0 is not least, so no run wraps around
		run := 0
		for s+run < Seconds && count[s+run] == least {
			run++
		}
		if run > bestLen {
			bestStart, bestLen = s, run
		}
		s += run
	}
	return int64(bestStart + bestLen/2)
}

// mod is t modulo the window, never negative.
func mod(t int64) int {
	m := int(t % Seconds)
	if m < 0 {
		m += Seconds
	}
	return m
}

// windowStart returns the start of the window of an interface with the given
// offset in which time t lies.
func windowStart(t, offset int64) int64 {
	return t - int64(mod(t-offset))
}
