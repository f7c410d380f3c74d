package main

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/internal/doctor"
)

// doctorCmd examines flow logs.
type doctorCmd struct {
	inputFlags
	memoryFlags
}

func (c *doctorCmd) Run(e *env) error {
	begin := time.Now()
	_, fields, err := c.formats()
	if err != nil {
		return err
	}
	opts, err := c.options(fields)
	if err != nil {
		return err
	}
	var mu sync.Mutex
	facts := doctor.NewFacts()
	opts.Inspect = func() (func(*flowlog.Record), func()) {
		own := doctor.NewFacts() // of one object
		return own.Add, func() {
			mu.Lock()
			defer mu.Unlock()
			facts.Merge(own)
		}
	}
	c.apply(&opts)
	progress := e.progress(false)
	defer progress.stop()
	res, summary, err := c.read(e, opts, progress)
	if err != nil {
		return err
	}
	defer res.Table.Close()
	progress.stop()
	out := doctor.Report{Facts: facts, Watches: slices.Collect(res.Table.Watches())}
	digest := biflow.NewDigester()
	for pair := range res.Table.Pairs() {
		digest.Add(pair)
		summary.Count(pair)
	}
	if err := res.Table.Err(); err != nil {
		return err
	}
	summary.Digest = digest.Sum()
	summary.WriteRead(e.stdout)
	out.Write(e.stdout)
	fmt.Fprintf(e.stderr, "took      %.1f s\n", time.Since(begin).Seconds())
	return done(!summary.Complete, false)
}
