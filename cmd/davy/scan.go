package main

import (
	"cmp"
	"fmt"
	"io"
	"time"

	"davy/biflow"
	"davy/detect"
	"davy/internal/attribute"
	"davy/internal/page"
	"davy/internal/report"
	"davy/model"
)

// scanCmd reads flow logs and prints findings.
type scanCmd struct {
	inputFlags
	memoryFlags
	ruleFlags
	nameFlags
	Model          string `help:"Model file; without one, the model built into davy." placeholder:"FILE"`
	MinVerdict     string `help:"Least verdict to report: mining, suspect or none." enum:"mining,suspect,none" default:"mining"`
	Summary        string `help:"Write the summary of the run to FILE, as JSON." placeholder:"FILE"`
	Report         string `help:"Write a report for people to FILE: one HTML page that opens from disk." placeholder:"FILE"`
	FailOnFindings bool   `help:"Exit with 10 if there are findings."`
	Quiet          bool   `short:"q" help:"No summary and no progress on standard error."`
}

func (c *scanCmd) Run(e *env) error {
	begin := time.Now()
	output, fields, err := c.formats(outputs...)
	if err != nil {
		return err
	}
	opts, err := c.options(fields)
	if err != nil {
		return err
	}
	c.apply(&opts)
	origin, err := c.cloud(output)
	if err != nil {
		return err
	}
	names, err := c.nameFlags.open(opts.Now)
	if err != nil {
		return err
	}
	m, err := loadModel(c.Model)
	if err != nil {
		return err
	}
	detector, err := c.detector(m, c.MinVerdict != string(detect.None))
	if err != nil {
		return err
	}
	c.note(e, m)
	progress := e.progress(c.Quiet)
	defer progress.stop()
	res, summary, err := c.read(e, opts, progress)
	if err != nil {
		return err
	}
	defer res.Table.Close()
	var windows *page.Windows
	if c.Report != "" {
		windows = new(page.Windows)
	}
	findings, legs := judge(res.Table, detector, detect.Verdict(c.MinVerdict), summary, windows, progress, opts.Workers)
	progress.stop()
	if err := res.Table.Err(); err != nil {
		return err
	}
	if err := names.interfaces(e.ctx, findings, opts.Now); err != nil {
		return err
	}
	findings = legs.Merge(findings)
	if err := names.peers(findings); err != nil {
		return err
	}
	report.Sort(findings)
	summary.Shown(findings)
	summary.Notes = append(summary.Notes, names.notes...)
	summary.Rule, summary.Model = detector.Rule(), detector.Model().Digest()
	if err := c.write(e, origin, output, findings, windows, summary); err != nil {
		return err
	}
	if !c.Quiet {
		summary.WriteText(e.stderr, time.Since(begin))
	}
	return done(!summary.Complete, c.FailOnFindings && summary.Suppressed < len(findings))
}

// note warns of a rule that asks for more than the model's hull holds.
func (c *scanCmd) note(e *env, m *model.Model) {
	if !c.Quiet && detect.Rule(c.Rule) == detect.Article && m.Baseline.Coverage.Expanded < c.MinRate {
		fmt.Fprintf(e.stderr, "note      the article's hull holds %.1f %% of a miner's further windows; this rule asks for %.0f %%\n",
			100*m.Baseline.Coverage.Expanded, 100*c.MinRate)
	}
}

// judge judges every pair and keeps the findings of at least the given verdict, and of
// all pairs what says which findings are of one miner. Of those it keeps, windows keeps
// the windows, if it is not nil.
func judge(table *biflow.Table, detector *detect.Detector, least detect.Verdict, summary *report.Summary, windows *page.Windows, progress *progressLine, workers int) ([]detect.Finding, *attribute.Legs) {
	progress.judging.Store(true)
	var findings []detect.Finding
	legs := new(attribute.Legs)
	digest := biflow.NewDigester()
	for pair, f := range detector.All(table.Pairs(), workers) {
		digest.Add(pair)
		summary.Count(pair)
		progress.pairs.Add(1)
		shown := len(f.Evidence) > 0 && f.Verdict.Rank() >= least.Rank()
		legs.See(pair, &f, shown)
		if !shown {
			summary.Hidden(f.Verdict)
			continue
		}
		findings = append(findings, f)
		progress.findings.Add(1)
		if windows != nil {
			windows.Keep(f.ID, pair)
		}
	}
	summary.Digest = digest.Sum()
	return findings, legs
}

func (c *scanCmd) write(e *env, origin cloud, output string, findings []detect.Finding, windows *page.Windows, summary *report.Summary) error {
	var failed error
	if c.Report != "" { // first: whoever reads our output may leave early
		failed = writeFile(c.Report, func(w io.Writer) error { return page.Write(w, findings, windows, summary) })
	}
	if err := origin.print(e, output, findings); failed != nil || err != nil {
		return cmp.Or(failed, err)
	}
	if c.Summary == "" {
		return nil
	}
	return writeFile(c.Summary, func(w io.Writer) error { return summary.WriteJSON(w) })
}
