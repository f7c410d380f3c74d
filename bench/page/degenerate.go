package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"davy/bench/trial"
)

// An outcome is what came of one cloud of points: right, refused or wrong.
type outcome struct {
	Case    string `json:"case"`
	N       int    `json:"n"`
	Outcome string `json:"outcome"`
	Detail  string `json:"detail"`
}

// A pathology is one cloud, and what both made of it.
type pathology struct{ davy, scipy outcome }

// possible tells whether the cloud has a hull. Else to refuse it is right.
func (p *pathology) possible() bool { return !strings.HasPrefix(p.davy.Detail, "there is none") }

// readDegenerate reads davy.jsonl and scipy.jsonl, which list the same clouds.
func readDegenerate(dir string) ([]pathology, error) {
	davy, err1 := outcomes(filepath.Join(dir, "davy.jsonl"))
	scipy, err2 := outcomes(filepath.Join(dir, "scipy.jsonl"))
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	if len(davy) != len(scipy) {
		return nil, fmt.Errorf("degenerate: %d clouds for davy, %d for SciPy", len(davy), len(scipy))
	}
	all := make([]pathology, len(davy))
	for i := range all {
		if davy[i].Case != scipy[i].Case || davy[i].N != scipy[i].N {
			return nil, fmt.Errorf("degenerate: %q of %d points for davy, %q of %d for SciPy", davy[i].Case, davy[i].N, scipy[i].Case, scipy[i].N)
		}
		all[i] = pathology{davy[i], scipy[i]}
	}
	return all, nil
}

func outcomes(path string) ([]outcome, error) {
	text, err := lines(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	all := make([]outcome, len(text))
	for i, line := range text {
		if err := json.Unmarshal([]byte(line), &all[i]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, i+1, err)
		}
	}
	return all, nil
}

// wrongs is how many degenerate clouds davy has no right answer for.
func wrongs(r *results) trial.Spread {
	if len(r.degenerate) == 0 {
		return unmeasured
	}
	n := 0.0
	for _, p := range r.degenerate {
		if p.davy.Outcome != "right" {
			n++
		}
	}
	return trial.NewSpread([]float64{n})
}

// pathologies writes the table of degenerate clouds.
func (b *builder) pathologies() {
	if len(b.degenerate) == 0 {
		return
	}
	right, none, refused, wrong := 0, 0, 0, 0
	for i := range b.degenerate {
		switch p := &b.degenerate[i]; {
		case p.scipy.Outcome == "right":
			right++
		case p.scipy.Outcome == "wrong":
			wrong++
		case p.possible():
			refused++
		default:
			none++
		}
	}
	davy := len(b.degenerate) - int(wrongs(b.results).Median)
	b.f("\n### Degenerate clouds\n\nPairs that send packets of one size, speak one way or hardly vary are no exception in flow logs, and their windows lie in a plane or on a line. Right is a hull that every point it was built of is a member of: for davy exactly, for SciPy to a millionth; or to say so where there can be none. davy is right in %d of %d. SciPy is right in %d, says rightly that there is none in %d, refuses %d that have a hull, and is wrong without a word in %d.\n\n| points | | davy | SciPy |\n|---|---|---|---|\n",
		davy, len(b.degenerate), right, none, refused, wrong)
	for _, p := range b.degenerate {
		b.f("| %d | %s | %s | %s |\n", p.davy.N, p.davy.Case, p.davy.shown(), p.scipy.shown())
	}
}

func (o outcome) shown() string {
	text := o.Outcome
	if o.Outcome == "wrong" {
		text = "**wrong**"
	}
	if o.Detail != "" {
		text += ": " + strings.ReplaceAll(o.Detail, "|", "\\|")
	}
	return text
}
