//go:build unix

package main

import (
	"slices"
	"syscall"
	"time"
)

// A timing is what an operation took: the medians, in seconds for one time.
type timing struct {
	CPU  float64 `json:"cpu"`  // of all threads, the garbage collector's too
	Wall float64 `json:"wall"` // by the clock
}

// least is how long a measurement takes: operations that are shorter are
// repeated, so that the resolution of the clocks does not matter.
const least = 50 * time.Millisecond

// measure times an operation, rounds times over.
func measure(rounds int, operation func()) timing {
	times := 1
	for start := time.Now(); time.Since(start) < least; times++ {
		operation() // also warms up
	}
	var cpu, wall []float64
	for range rounds {
		start, before := time.Now(), spent()
		for range times {
			operation()
		}
		cpu = append(cpu, (spent()-before).Seconds()/float64(times))
		wall = append(wall, time.Since(start).Seconds()/float64(times))
	}
	slices.Sort(cpu)
	slices.Sort(wall)
	return timing{cpu[rounds/2], wall[rounds/2]}
}

// spent returns the CPU time that this process has taken so far.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // the kernel has no such call
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
