package main

import (
	"sync/atomic"
	"time"

	"davy/internal/pipeline"
	"davy/internal/progress"
)

// A progressLine says on standard error how far a command is, if that is a
// terminal. Where it is not, its numbers are kept and never shown.
type progressLine struct {
	env   *env
	quiet bool
	line  *progress.Line

	counts          pipeline.Counts
	judging         atomic.Bool
	pairs, findings atomic.Int64
}

func (e *env) progress(quiet bool) *progressLine { return &progressLine{env: e, quiet: quiet} }

// start shows the line from now on, and returns the counts to keep.
func (p *progressLine) start(found *found) *pipeline.Counts {
	file, ok := terminal(p.env.stderr)
	if !ok || p.quiet || dumb() {
		return &p.counts
	}
	p.line = progress.Start(file, func() int { return columns(file) }, func(since time.Duration) string {
		return progress.State{
			Objects: p.counts.Objects.Load(), AllObjects: int64(found.objects), Records: p.counts.Records.Load(),
			Bytes: p.counts.Bytes.Load(), AllBytes: found.bytes,
			Judging: p.judging.Load(), Pairs: p.pairs.Load(), Findings: p.findings.Load(),
		}.Text(since)
	})
	return &p.counts
}

// stop wipes the line.
func (p *progressLine) stop() { p.line.Stop() }
