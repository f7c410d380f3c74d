package main

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"davy/bench/trial"
)

// results are what a run measured.
type results struct {
	trials     trial.Set
	geometry   []operation
	degenerate []pathology
	machine    [][2]string // name and value
	leftOut    []string    // what was not measured, and why
	loops      string      // output of Go's benchmarks
	stages     profiles
}

// checked are the counts that two programs must name before a time counts.
var checked = []string{"rows", "records", "packets", "bytes", "tcp_points", "tcp_pairs"}

// read reads a run's folder. The error is also that two programs read something
// else. Operations of geometry that differ are left out instead, with a word.
func read(dir string) (*results, error) {
	r := new(results)
	var err error
	if r.trials, err = trial.Read(dir); err != nil {
		return nil, err
	}
	if err := r.trials.Agree(checked...); err != nil {
		return nil, err
	}
	var differ []error
	if r.geometry, differ, err = readGeometry(filepath.Join(dir, "geometry")); err != nil {
		return nil, err
	}
	if r.degenerate, err = readDegenerate(filepath.Join(dir, "degenerate")); err != nil {
		return nil, err
	}
	machine, err1 := lines(filepath.Join(dir, "machine.txt"))
	leftOut, err2 := lines(filepath.Join(dir, "left-out.txt"))
	loops, err3 := lines(filepath.Join(dir, "loops.txt"))
	if err := errors.Join(err1, err2, err3); err != nil {
		return nil, err
	}
	for _, line := range machine {
		if name, value, _ := strings.Cut(line, "\t"); value != "" {
			r.machine = append(r.machine, [2]string{name, value})
		}
	}
	if r.stages, err = readProfiles(filepath.Join(dir, "stages")); err != nil {
		return nil, err
	}
	r.leftOut, r.loops = leftOut, strings.Join(loops, "\n")
	for _, err := range differ {
		r.leftOut = append(r.leftOut, err.Error())
	}
	return r, nil
}

// lines are those of a file, none where there is no file.
func lines(path string) ([]string, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var all []string
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if s.Text() != "" {
			all = append(all, s.Text())
		}
	}
	return all, s.Err()
}

// command finds a command of a trial, nil if it was not measured.
func (r *results) command(name, command, data string) *trial.Command {
	return r.trials.Trial(name).Find(command, data)
}

// sets are the data that a trial reads, those with fewest lines first, and those
// with as many in the order they are read in.
func (r *results) sets(name string) []string {
	var sets []string
	for _, c := range r.trials.Trial(name).Commands {
		if !slices.Contains(sets, c.Data) {
			sets = append(sets, c.Data)
		}
	}
	slices.SortStableFunc(sets, func(a, b string) int { return int(r.rows(a) - r.rows(b)) })
	return sets
}

// largest is the largest set that a trial reads, "" if there is none.
func (r *results) largest(name string) string {
	sets := r.sets(name)
	if len(sets) == 0 {
		return ""
	}
	return sets[len(sets)-1]
}

// rows is how many lines a set has.
func (r *results) rows(data string) int64 { return r.said(data, "rows") }

// said is a count of a set, in which all agree.
func (r *results) said(data, key string) int64 {
	for i := range r.trials {
		for _, c := range r.trials[i].Commands {
			if n := c.Said[key]; c.Data == data && n > 0 {
				return n
			}
		}
	}
	return 0
}

// fact is what was noted of the machine or the run under a name.
func (r *results) fact(name string) string {
	for _, fact := range r.machine {
		if fact[0] == name {
			return fact[1]
		}
	}
	return "(not noted)"
}
