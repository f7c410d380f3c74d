package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"

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
	Rule    []string `help:"Rules to measure, side by side." enum:"article,profiles,cascade" default:"article,cascade"`
	MinRate float64  `help:"Article's rule: share of a pair's windows that must lie inside." default:"0.98"`
	HoldOut []string `help:"What the judging model does not know: capture (each is judged by a model of all others), pool, coin, size, transport, kind or another attribute of the labels, group, or all (train on --with only). Ordinary pairs are held out too, by kind of program. half: the model knows the first half of the same captures. Without this flag: capture and half; with --ablate: all, or capture without --with." placeholder:"WAY"`
	Folds   int      `help:"Most models a way of holding out trains; of more values, several are held out together. 0 is 40, or 10 where 40 are too few." default:"0"`
	With    []string `sep:"none" help:"Learn from these labelled logs too, and judge none of them: --hold-out capture --with sim/labels.tsv=sim/AWSLogs. May be given more than once." placeholder:"LABELS=PATH"`
	Measure []string `sep:"none" help:"Take the trained models' thresholds from these labelled logs, which none of them learns and none is judged on; see train. May be given more than once." placeholder:"LABELS=PATH"`
	Also    []string `sep:"none" help:"Judge these labelled logs too. With --model they are read one set after another, and only one is in memory. May be given more than once." placeholder:"LABELS=PATH"`
	Model   string   `help:"Judge with this model instead of training; 'default' is the one built into davy." placeholder:"FILE"`
	Ablate  bool     `help:"Measure what each filter of the cascade is worth: train with each alone, and with all but each, some 30 times the models of --hold-out."`
	Least   int      `help:"Windows a mining pair needs to count towards recall." default:"10"`
	JSON    bool     `name:"json" help:"Write the reports as JSON."`
}

func (c *evalCmd) Run(e *env) error {
	opts, err := c.evaluation()
	if err != nil {
		return err
	}
	var fixed *model.Model
	if c.Model != "" {
		file := c.Model
		if file == "default" {
			file = ""
		}
		if fixed, err = loadModel(file); err != nil {
			return err
		}
	}
	var incomplete bool
	if fixed != nil {
		incomplete, err = c.judge(e, fixed, opts)
	} else {
		incomplete, err = c.train(e, opts)
	}
	if err != nil {
		return err
	}
	return done(incomplete, false)
}

// evaluation checks the flags.
func (c *evalCmd) evaluation() (eval.Options, error) {
	policy, err := c.policy()
	if err != nil {
		return eval.Options{}, err
	}
	c.ways()
	switch {
	case c.Model != "" && (len(c.With) > 0 || len(c.Measure) > 0 || c.Ablate):
		return eval.Options{}, usage(errors.New("--model: nothing is trained, so no --with, no --measure and no --ablate"))
	case len(c.With) == 0 && slices.Contains(c.HoldOut, string(eval.All)):
		return eval.Options{}, usage(errors.New("--hold-out all: nothing is left to train on without --with"))
	case c.Ablate && slices.Contains(c.HoldOut, half):
		return eval.Options{}, usage(errors.New("--ablate: hold out something other than half"))
	case c.Folds < 0:
		return eval.Options{}, usage(fmt.Errorf("--folds %d: want 0 or more", c.Folds))
	}
	opts := eval.Options{
		MinRate: c.MinRate, Least: c.Least, Folds: c.Folds, Workers: runtime.NumCPU(),
		Training: model.Options{Policy: policy, Workers: runtime.NumCPU()},
	}
	for _, rule := range c.Rule {
		opts.Rules = append(opts.Rules, detect.Rule(rule))
	}
	return opts, nil
}

// ways puts in what to hold out where nothing is said.
func (c *evalCmd) ways() {
	switch {
	case len(c.HoldOut) > 0:
	case !c.Ablate:
		c.HoldOut = []string{string(eval.ByCapture), half}
	case len(c.With) > 0:
		c.HoldOut = []string{string(eval.All)}
	default:
		c.HoldOut = []string{string(eval.ByCapture)}
	}
}

// half is the way of holding out that judges miners it knows.
const half = "half"

// judged are the logs to judge.
func (c *evalCmd) judged() ([]part, error) {
	also, err := parts(c.inputFlags, "also", c.Also)
	return append([]part{{c.labelFlags, c.inputFlags}}, also...), err
}

var errNoTraffic = errors.New("no labelled pair has a window with traffic")

// judge judges with a given model, part by part and pair by pair: the logs may
// be long.
func (c *evalCmd) judge(e *env, fixed *model.Model, opts eval.Options) (incomplete bool, err error) {
	judged, err := c.judged()
	if err != nil {
		return false, err
	}
	assessor, n := eval.NewAssessor(fixed, opts), 0
	for _, p := range judged {
		data, err := p.labels.captures(e, &p.in)
		if err != nil {
			return false, err
		}
		n += assessor.Judge(eval.Samples(data.captures...))
		assessor.Expose(eval.Expose(data.captures...))
		data.unused(e)
		if err := data.whole(); err != nil {
			return false, err
		}
		incomplete = incomplete || data.incomplete
	}
	if n == 0 {
		return false, errNoTraffic
	}
	return incomplete, c.write(e, assessor.Reports())
}

// read reads parts into memory.
func read(e *env, parts []part) (samples []eval.Sample, exposure eval.Exposure, incomplete bool, err error) {
	var captures []eval.Capture
	for _, p := range parts {
		data, err := p.labels.read(e, &p.in)
		if err != nil {
			return nil, exposure, false, err
		}
		samples, captures = append(samples, data.samples...), append(captures, data.captures...)
		incomplete = incomplete || data.incomplete
	}
	return samples, eval.Expose(captures...), incomplete, nil
}

// aside reads the logs of a flag into memory: those are not judged.
func (c *evalCmd) aside(e *env, name string, args []string) ([]eval.Sample, bool, error) {
	some, err := parts(c.inputFlags, name, args)
	if err != nil {
		return nil, false, err
	}
	samples, _, incomplete, err := read(e, some)
	return samples, incomplete, err
}

// train judges with models trained on what is not held out.
func (c *evalCmd) train(e *env, opts eval.Options) (incomplete bool, err error) {
	judged, err := c.judged()
	if err != nil {
		return false, err
	}
	with, lacking, err := c.aside(e, "with", c.With)
	if err != nil {
		return false, err
	}
	measure, wanting, err := c.aside(e, "measure", c.Measure)
	if err != nil {
		return false, err
	}
	samples, exposure, incomplete, err := read(e, judged)
	if err != nil {
		return false, err
	}
	if len(samples) == 0 {
		return false, errNoTraffic
	}
	opts.With, opts.Training.Measure, opts.Exposure = with, eval.TrainAll(measure), exposure
	return incomplete || lacking || wanting, c.holdOut(e, samples, opts)
}

// holdOut measures every way of holding out.
func (c *evalCmd) holdOut(e *env, samples []eval.Sample, opts eval.Options) error {
	var reports []*eval.Report
	var ablations []*eval.Ablation
	for _, way := range c.HoldOut {
		if c.Ablate {
			a, err := eval.Ablate(samples, eval.Way(way), opts)
			if err != nil {
				return err
			}
			ablations = append(ablations, a)
			continue
		}
		measure := func() ([]*eval.Report, error) { return eval.HoldOut(samples, eval.Way(way), opts) }
		if way == half {
			measure = func() ([]*eval.Report, error) { return eval.LaterHalf(samples, opts) }
		}
		some, err := measure()
		if err != nil {
			return err
		}
		reports = append(reports, some...)
	}
	if c.Ablate {
		return c.writeAblation(e, ablations)
	}
	return c.write(e, reports)
}

func (c *evalCmd) write(e *env, reports []*eval.Report) error {
	if c.JSON {
		return report.EvalJSON(e.stdout, reports)
	}
	return report.Eval(e.stdout, reports)
}

func (c *evalCmd) writeAblation(e *env, ablations []*eval.Ablation) error {
	if c.JSON {
		return report.EvalJSON(e.stdout, ablations)
	}
	return report.Ablation(e.stdout, ablations)
}
