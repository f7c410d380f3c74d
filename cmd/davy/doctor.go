package main

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/internal/doctor"
	"davy/internal/report"
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
	facts := make(map[int]*doctor.Facts) // by object
	opts.Inspect = func(object int) func(*flowlog.Record) {
		mu.Lock()
		defer mu.Unlock()
		facts[object] = doctor.NewFacts()
		return facts[object].Add
	}
	c.apply(&opts)
	progress := e.progress(false)
	defer progress.stop()
	res, skipped, err := c.read(e, opts, progress)
	if err != nil {
		return err
	}
	defer res.Table.Close()
	progress.stop()
	out := doctor.Report{Facts: doctor.NewFacts(), Watches: slices.Collect(res.Table.Watches())}
	for _, object := range res.Objects.Counted {
		out.Facts.Merge(facts[object])
	}
	summary := report.Summarise(res, skipped)
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
