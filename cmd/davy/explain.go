package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"davy/detect"
	"davy/internal/report"
	"davy/internal/source"
)

// explainCmd shows the evidence of a finding.
type explainCmd struct {
	Finding string `arg:"" help:"Id of the finding, or as much of its start as no other has."`
	File    string `arg:"" help:"Findings, one a line, as davy scan --format jsonl writes them; standard input if not given." optional:"" default:"-"`
}

// idPrefix is what a finding's id may start with.
var idPrefix = regexp.MustCompile(`\A[0-9a-f]{1,16}\z`)

func (c *explainCmd) Run(e *env) error {
	prefix := strings.ToLower(c.Finding)
	if !idPrefix.MatchString(prefix) {
		return usage(fmt.Errorf("%q is no id of a finding: want 1 to 16 hexadecimal digits", c.Finding))
	}
	in, name := e.stdin, "standard input"
	if c.File != source.Stdin {
		file, err := os.Open(c.File)
		if err != nil {
			return err
		}
		defer file.Close()
		in, name = file, c.File
	} else if _, ok := terminal(e.stdin); ok {
		return usage(errors.New("no findings: name a file, or pipe them in: davy scan --format jsonl PATH | davy explain ID"))
	}
	finding, err := pick(e.ctx, in, name, prefix)
	if err != nil {
		return err
	}
	return report.Explain(e.stdout, finding, screen(e.stdout))
}

// pick reads findings and returns the one whose id starts with the prefix, its own or
// that of another interface that saw its traffic. Of several with the same id the last
// counts: it has seen most. Reading is left at once when a signal comes, since a pipe
// may wait for ever.
func pick(ctx context.Context, in io.Reader, name, prefix string) (*detect.Finding, error) {
	matches := make(map[string]*detect.Finding)
	all := 0
	read := make(chan error, 1)
	go func() {
		read <- report.ReadFindings(in, name, func(f *detect.Finding) {
			sighted := func(s detect.Sighting) bool { return strings.HasPrefix(s.ID, prefix) }
			if all++; strings.HasPrefix(f.ID, prefix) || slices.ContainsFunc(f.AlsoOn, sighted) {
				matches[f.ID] = f
			}
		})
	}()
	select {
	case <-ctx.Done():
		return nil, fmt.Errorf("reading: %w", context.Cause(ctx))
	case err := <-read:
		if err != nil {
			return nil, err
		}
	}
	switch len(matches) {
	case 1:
		for _, f := range matches {
			return f, nil
		}
	case 0:
		if all == 0 {
			return nil, fmt.Errorf("no findings in %s", name)
		}
		return nil, fmt.Errorf("no finding %s among the %d of %s", prefix, all, name)
	}
	return nil, ambiguous(prefix, matches)
}

// mostIDs is how many of the ids that a prefix may mean are listed.
const mostIDs = 10

func ambiguous(prefix string, matches map[string]*detect.Finding) error {
	var ids []string
	for id := range matches {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	rest := ""
	if n := len(ids) - mostIDs; n > 0 {
		ids, rest = ids[:mostIDs], fmt.Sprintf(" and %d more", n)
	}
	return fmt.Errorf("%s may be any of %d findings: %s%s", prefix, len(matches), strings.Join(ids, ", "), rest)
}
