// Correlate is davy's parse and aggregate alone: flow logs to windows, as in
// davy scan, and no model.
//
//	correlate [-workers N] PATH…
//
// It takes as many processors as it has workers: one is one thread for all that
// it does, unpacking and collecting garbage included.
//
// It prints what it read, in JSON ([trial.Said]). What engines can agree on is
// limited to windows by the clock, so an interface whose windows begin at
// another second is an error here, as is anything that was left out.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"davy/bench/trial"
	"davy/biflow"
	"davy/internal/pipeline"
	"davy/internal/source"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("correlate: ")
	workers := flag.Int("workers", 1, "objects read at a time, and processors taken")
	flag.Parse()
	runtime.GOMAXPROCS(*workers)
	debug.SetGCPercent(50) // as davy scan does
	said, err := correlate(context.Background(), flag.Args(), *workers)
	if err != nil {
		log.Fatal(err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(said); err != nil {
		log.Fatal(err)
	}
}

// correlate reads all that the paths name.
func correlate(ctx context.Context, paths []string, workers int) (said trial.Said, err error) {
	found, err := source.Find(paths, source.Filter{})
	if err != nil {
		return nil, err
	}
	if len(found.Objects) == 0 || len(found.Skipped) > 0 {
		return nil, fmt.Errorf("%d flow logs, skipped: %w", len(found.Objects), errors.Join(found.Skipped...))
	}
	res, err := pipeline.Run(ctx, source.Listed(found.Objects, nil), pipeline.Options{Workers: workers, Now: time.Now(), Limits: source.DefaultLimits(), Memory: 256 << 20})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, res.Table.Err(), res.Table.Close()) }()
	if res.Incomplete() || len(res.Objects.Duplicates) > 0 {
		return nil, fmt.Errorf("%d of %d objects count; rejected lines %v, failed %v, duplicates %v",
			res.Objects.Read, res.Objects.Found, res.Stats.Rejected, res.Objects.Failed, res.Objects.Duplicates)
	}
	return count(res)
}

// count adds up the table and its windows.
func count(res *pipeline.Result) (trial.Said, error) {
	all := res.Table.Totals()
	said := trial.Said{
		"rows":       res.Stats.Lines - res.Stats.Header,
		"interfaces": int64(res.Table.Interfaces()),
		"records":    int64(all.Records), "packets": int64(all.Packets), "bytes": int64(all.Bytes),
		"tcp_records": 0, "tcp_packets": 0, "tcp_bytes": 0, "tcp_pairs": 0, "tcp_points": 0,
	}
	for pair := range res.Table.Pairs() {
		if pair.Offset != 0 {
			return nil, fmt.Errorf("windows of %s begin %d seconds into the clock's: nobody else counts those", pair.Interface, pair.Offset)
		}
		if points := countWindows(pair.Windows, said); points > 0 {
			said["tcp_pairs"]++
			said["tcp_points"] += points
		}
	}
	return said, nil
}

// countWindows adds up accepted TCP, and returns the windows with any.
func countWindows(windows []biflow.Window, said trial.Said) (points int64) {
	var records, packets, bytes uint64
	for i := range windows {
		w := &windows[i]
		if w.Records > 0 {
			points++
		}
		records += uint64(w.Records)
		packets += w.LocalPackets + w.RemotePackets
		bytes += w.LocalBytes + w.RemoteBytes
	}
	said["tcp_records"] += int64(records)
	said["tcp_packets"] += int64(packets)
	said["tcp_bytes"] += int64(bytes)
	return points
}
