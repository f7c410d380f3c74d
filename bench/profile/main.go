// Profile does what davy scan does, as often as it takes to know where the time
// goes, and writes that as a CPU profile: `make profile`. The one that davy is
// built with is made of such profiles: `make pgo`.
//
//	profile [-rounds N] OUT PATH…
//
// It prints the CPU seconds of each stage.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/pprof"
	"syscall"
	"time"

	"davy/detect"
	"davy/internal/pipeline"
	"davy/internal/source"
	"davy/model"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("profile: ")
	rounds := flag.Int("rounds", 3, "times that the logs are scanned")
	flag.Parse()
	if flag.NArg() < 2 {
		log.Fatal("usage: profile [-rounds N] OUT PATH…")
	}
	if err := run(flag.Arg(0), flag.Args()[1:], *rounds); err != nil {
		log.Fatal(err)
	}
}

func run(out string, paths []string, rounds int) error {
	found, err := source.Find(paths, source.Filter{})
	if err != nil {
		return err
	}
	if len(found.Objects) == 0 || len(found.Skipped) > 0 {
		return fmt.Errorf("%d flow logs, skipped: %w", len(found.Objects), errors.Join(found.Skipped...))
	}
	m, err := model.Default()
	if err != nil {
		return err
	}
	detector, err := detect.New(m, detect.Options{Rule: detect.Cascade, Terse: true})
	if err != nil {
		return err
	}
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return err
	}
	for range rounds {
		if err := scan(found.Objects, detector); err != nil {
			return err
		}
	}
	pprof.StopCPUProfile()
	return file.Close()
}

// scan reads the logs, makes their windows, and makes and judges them.
func scan(objects []source.Object, detector *detect.Detector) error {
	workers := runtime.GOMAXPROCS(0)
	begin := used()
	res, err := pipeline.Run(context.Background(), source.Listed(objects, nil), pipeline.Options{
		Workers: workers, Now: time.Now(), Limits: source.DefaultLimits(), Memory: 256 << 20,
	})
	if err != nil {
		return err
	}
	defer res.Table.Close()
	read := used()
	pairs, windows := 0, 0
	for p := range res.Table.Pairs() {
		pairs++
		windows += len(p.Windows)
	}
	made := used()
	found := 0
	for _, f := range detector.All(res.Table.Pairs(), workers) {
		if f.Verdict != detect.None {
			found++
		}
	}
	judged := used()
	fmt.Printf("read %.2f s, windows %.2f s, judging %.2f s of CPU; %d records, %d pairs, %d windows, %d not ordinary\n",
		read-begin, made-read, judged-made-(made-read), res.Stats.OK, pairs, windows, found)
	return res.Table.Err()
}

// used is the CPU time of this process, in seconds.
func used() float64 {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano()).Seconds()
}
