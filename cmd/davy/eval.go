package main

import (
	"errors"
	"fmt"

	"davy/detect"
	"davy/eval"
	"davy/internal/report"
	"davy/model"
)

// evalCmd measures recall and false alarms.
type evalCmd struct {
	inputFlags
	labelFlags
	policyFlags
	Rule    []string `help:"Rules to measure, side by side." enum:"article,profiles" default:"article,profiles"`
	MinRate float64  `help:"Article's rule: share of a pair's windows that must lie inside." default:"0.98"`
	HoldOut []string `help:"How the judging model is trained: capture (on all other captures) or half (on the first half of the same)." enum:"capture,half" default:"capture,half"`
	Model   string   `help:"Judge with this model instead of training; 'default' is the one built into davy." placeholder:"FILE"`
	Least   int      `help:"Windows a mining pair needs to count towards recall." default:"10"`
	JSON    bool     `name:"json" help:"Write the reports as JSON."`
}

func (c *evalCmd) Run(e *env) error {
	policy, err := c.policy()
	if err != nil {
		return err
	}
	var fixed *model.Model
	if c.Model != "" {
		c.HoldOut = []string{"capture"}
		file := c.Model
		if file == "default" {
			file = ""
		}
		if fixed, err = loadModel(file); err != nil {
			return err
		}
	}
	data, err := c.labelFlags.read(e, &c.inputFlags)
	if err != nil {
		return err
	}
	if len(data.samples) == 0 {
		return errors.New("no labelled pair has a window with traffic")
	}
	var reports []*eval.Report
	for _, rule := range c.Rule {
		opts := eval.Options{
			Training: model.Options{Policy: policy, ArticleOnly: rule == string(detect.Article), MinRate: c.MinRate},
			Detect:   detect.Options{Rule: detect.Rule(rule), MinRate: c.MinRate},
			Fixed:    fixed, Least: c.Least,
		}
		for _, how := range c.HoldOut {
			measure := eval.HoldOut
			if how == "half" {
				measure = eval.LaterHalf
			}
			r, err := measure(data.samples, opts)
			if err != nil {
				return fmt.Errorf("rule %s: %w", rule, err)
			}
			reports = append(reports, r)
		}
	}
	write := report.Eval
	if c.JSON {
		write = report.EvalJSON
	}
	if err := write(e.stdout, reports); err != nil {
		return err
	}
	return done(data.incomplete, false)
}
