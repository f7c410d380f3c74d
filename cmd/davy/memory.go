package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"davy/internal/pipeline"
)

// memoryFlags say how much memory there is.
type memoryFlags struct {
	Memory  size   `help:"Memory to get by with (512MiB if not given): records over it go to temporary files. 0 is no bound." default:"512MiB" placeholder:"SIZE"`
	TempDir string `name:"temp-dir" help:"Folder for them; without one, the system's." placeholder:"DIR" type:"path"`
}

// apply gives records half of the memory. The other half is for what is being
// read and judged, and for what Go has not cleared away yet. Records hold no
// pointers, so that it can look more often than is its habit at little cost:
// AfterApply sees to that, and where there is little memory has it look twice as
// often.
func (f *memoryFlags) apply(opts *pipeline.Options) {
	opts.Memory, opts.Dir = int64(f.Memory)/2, f.TempDir
}

// little is less memory than what davy takes for itself is small beside.
const little = 128 << 20

// AfterApply is called by the parser when the flags are set.
func (f *memoryFlags) AfterApply() error { //nolint:unparam // kong's signature
	if os.Getenv("GOGC") == "" {
		percent := 50
		if 0 < f.Memory && f.Memory < little {
			percent = 25
		}
		debug.SetGCPercent(percent)
	}
	return nil
}

// size is a number of bytes, written as 512MiB, 2GiB, 64MB or 1000000.
type size int64

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *size) UnmarshalText(text []byte) error {
	number := strings.TrimRight(string(text), "BKMGTikmgtb")
	unit := strings.ToUpper(strings.TrimPrefix(string(text), number))
	var factor int64
	switch unit {
	case "", "B":
		factor = 1
	case "KB":
		factor = 1e3
	case "MB":
		factor = 1e6
	case "GB":
		factor = 1e9
	case "K", "KIB":
		factor = 1 << 10
	case "M", "MIB":
		factor = 1 << 20
	case "G", "GIB":
		factor = 1 << 30
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 0 || factor == 0 || n > 1<<62/factor {
		return fmt.Errorf("%q is not a size like 512MiB", text)
	}
	*s = size(n * factor)
	return nil
}
