package main

import (
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"
	"slices"
	"strings"

	"davy/biflow"
	"davy/detect"
	"davy/eval"
	"davy/internal/numeral"
	"davy/internal/report"
)

// chooseFlags say which pairs of the input a command is about. A pair must be
// among those of every flag that is given.
type chooseFlags struct {
	Pair     []string `help:"Only this pair, either way round; may be given again." placeholder:"LOCAL::REMOTE"`
	enis     []string // of wantedFlags
	Labels   string   `help:"Label file; titles then say what became of a pair: found, missed, passed over, a false alarm." placeholder:"FILE"`
	Label    []string `help:"Only pairs of this label: mining, benign or the name of a group; may be given again." placeholder:"LABEL"`
	Findings string   `help:"Only pairs of these findings, as davy scan --format jsonl writes them." placeholder:"FILE"`
}

// A choice is chooseFlags, read.
type choice struct {
	flags    *chooseFlags
	pairs    map[[2]netip.Addr]bool // whether a pair was seen
	enis     map[string]bool
	labels   *eval.Labels
	findings map[pairKey]bool
	detector *detect.Detector // for titles; nil without labels
}

// A pairKey is what a finding is of.
type pairKey struct {
	iface         string
	local, remote netip.Addr
}

// A chosenPair is a pair and what is known of it.
type chosenPair struct {
	biflow.Pair
	label *eval.Label // nil for none
}

func (f *chooseFlags) open() (*choice, error) {
	c := &choice{flags: f, enis: make(map[string]bool), pairs: make(map[[2]netip.Addr]bool)}
	for _, s := range f.Pair {
		pair, err := eval.ParsePair(s)
		if err != nil {
			return nil, usage(fmt.Errorf("--pair: %w", err))
		}
		c.pairs[pair] = false
	}
	for _, s := range f.enis {
		c.enis[s] = false
	}
	if len(f.Label) > 0 && f.Labels == "" {
		return nil, usage(errors.New("--label needs --labels FILE"))
	}
	if f.Labels != "" {
		labels, _, err := (&labelFlags{Labels: f.Labels}).open()
		if err != nil {
			return nil, err
		}
		c.labels = labels
	}
	if f.Findings == "" {
		return c, nil
	}
	file, err := os.Open(f.Findings)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	c.findings = make(map[pairKey]bool)
	if err := report.ReadFindings(file, f.Findings, func(x *detect.Finding) {
		c.findings[pairKey{x.Interface, x.Local, x.Remote}] = false
	}); err != nil {
		return nil, err
	}
	if len(c.findings) == 0 {
		return nil, fmt.Errorf("%s: no findings", f.Findings)
	}
	return c, nil
}

// from returns the pairs of a table that are chosen, in its order. None is an
// error that says what there is.
func (c *choice) from(table *biflow.Table) ([]chosenPair, error) {
	var out []chosenPair
	all, windows := 0, 0
	for p := range table.Pairs() {
		all++
		label, ok := c.has(p)
		if !ok {
			continue
		}
		kept := chosenPair{Pair: *p, label: label}
		kept.Windows = slices.Clone(p.Windows)
		out, windows = append(out, kept), windows+len(p.Windows)
	}
	switch {
	case len(out) == 0:
		return nil, c.nothing(all, table.Interfaces())
	case windows == 0:
		return nil, fmt.Errorf("nothing to draw: no TCP window in the pairs chosen, %s of them", numeral.Grouped(len(out)))
	}
	return out, nil
}

func (c *choice) nothing(pairs, interfaces int) error {
	if by := c.flags.String(); by != "" && pairs > 0 {
		return fmt.Errorf("no pair matches %s; the logs have %s pairs of %s interfaces", by, numeral.Grouped(pairs), numeral.Grouped(interfaces))
	}
	return errors.New("nothing to draw: no pairs in the logs")
}

// has tells whether a pair is chosen, and notes what it was chosen by.
func (c *choice) has(p *biflow.Pair) (label *eval.Label, ok bool) {
	pair := [2]netip.Addr{p.Local, p.Remote}
	if p.Remote.Less(p.Local) {
		pair = [2]netip.Addr{p.Remote, p.Local}
	}
	key := pairKey{p.Interface, p.Local, p.Remote}
	if !among(c.pairs, pair) || !among(c.enis, p.Interface) || !among(c.findings, key) {
		return nil, false
	}
	if c.labels != nil {
		label = c.labels.Find(p.Interface, p.Local, p.Remote)
	}
	return label, len(c.flags.Label) == 0 || label != nil && slices.ContainsFunc(c.flags.Label, func(want string) bool {
		return want == label.Group || want == "mining" && label.Mining || want == "benign" && !label.Mining
	})
}

// among tells whether a key is in a set, and marks it seen; all are in an empty one.
func among[K comparable](set map[K]bool, key K) bool {
	if len(set) == 0 {
		return true
	}
	_, ok := set[key]
	if ok {
		set[key] = true
	}
	return ok
}

// String is the flags, for errors.
func (f *chooseFlags) String() string {
	var out []string
	add := func(flag string, values ...string) {
		for _, v := range values {
			if v != "" {
				out = append(out, flag+" "+v)
			}
		}
	}
	add("--pair", f.Pair...)
	add("--eni", f.enis...)
	add("--label", f.Label...)
	add("--findings", f.Findings)
	return strings.Join(out, " and ")
}

// unseen says which of what was asked for is in none of the logs.
func (c *choice) unseen(w io.Writer) {
	for _, s := range c.flags.Pair {
		if pair, err := eval.ParsePair(s); err == nil && !c.pairs[pair] {
			fmt.Fprintf(w, "note      --pair %s is in none of the logs\n", report.Clean(s))
		}
	}
	for _, s := range c.flags.enis {
		if !c.enis[s] {
			fmt.Fprintf(w, "note      --eni %s is in none of the logs\n", report.Clean(s))
		}
	}
	lost := 0
	for _, seen := range c.findings {
		if !seen {
			lost++
		}
	}
	if lost > 0 {
		fmt.Fprintf(w, "note      %d of the findings are in none of the logs\n", lost)
	}
}
