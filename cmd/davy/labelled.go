package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"davy/eval"
	"davy/internal/pipeline"
	"davy/internal/report"
	"davy/internal/source"
	"davy/model"
)

// labelFlags say which pairs of the input mine.
type labelFlags struct {
	Labels   string `help:"Label file: one local::remote, label, group and interface a line." placeholder:"FILE"`
	Manifest string `help:"Table of captures, one file a line; a path it names is read by itself. With --labels too, that file is for the other paths." placeholder:"FILE"`
}

// A part is some of the logs with their labels.
type part struct {
	labels labelFlags
	in     inputFlags
}

// parts are the logs that flags of the form LABELS=PATH name.
func parts(in inputFlags, name string, args []string) ([]part, error) {
	var out []part
	for _, arg := range args {
		labels, path, ok := strings.Cut(arg, "=")
		if !ok {
			return nil, usage(fmt.Errorf("--%s %q: want LABELS=PATH", name, arg))
		}
		p := part{labelFlags{Labels: labels}, in}
		p.in.Paths = []string{path}
		out = append(out, p)
	}
	return out, nil
}

// samples reads the logs for training.
func (p part) samples(e *env) (samples []model.Sample, whole bool, err error) {
	data, err := p.labels.read(e, &p.in)
	if err != nil {
		return nil, false, err
	}
	return eval.TrainAll(data.samples), !data.incomplete, nil
}

// labelled is what was read for training or measuring.
type labelled struct {
	captures   []eval.Capture
	samples    []eval.Sample // of the captures; read fills it
	incomplete bool
}

// read reads the paths and labels their pairs, all in memory.
func (f *labelFlags) read(e *env, in *inputFlags) (*labelled, error) {
	out, err := f.captures(e, in)
	if err != nil {
		return nil, err
	}
	out.samples = eval.Collect(out.captures...)
	out.unused(e)
	return out, out.whole()
}

// whole tells whether the captures, which have been gone through, gave all they hold.
func (l *labelled) whole() error {
	for _, c := range l.captures {
		if err := c.Table.Err(); err != nil {
			return err
		}
	}
	return nil
}

// captures reads the paths and their labels.
func (f *labelFlags) captures(e *env, in *inputFlags) (*labelled, error) {
	_, fields, err := in.formats()
	if err != nil {
		return nil, err
	}
	opts, err := in.options(fields)
	if err != nil {
		return nil, err
	}
	if f.Labels == "" && f.Manifest == "" {
		return nil, usage(errors.New("give --labels or --manifest, or both"))
	}
	labels, manifest, err := f.open()
	if err != nil {
		return nil, err
	}
	found, err := in.find(e.ctx, &opts)
	if err != nil {
		return nil, err
	}
	defer found.close()
	objects, skipped, err := found.all()
	if err != nil {
		return nil, err
	}
	out := &labelled{}
	out.warn(e, &pipeline.Result{Objects: pipeline.Objects{Skipped: skipped}})
	objects, err = out.readCaptures(e, f.Manifest, manifest, objects, opts)
	if err != nil || len(objects) == 0 {
		return out, err
	}
	if labels == nil {
		return nil, fmt.Errorf("%s: not in %s", objects[0].Name, f.Manifest)
	}
	progress := e.progress(false)
	found.objects, found.bytes = len(objects), stored(objects)
	opts.Counts = progress.start(found)
	res, err := readAll(e.ctx, source.Listed(objects, nil), opts)
	progress.stop()
	if err != nil {
		return nil, err
	}
	out.warn(e, res)
	out.captures = append(out.captures, eval.Capture{Table: res.Table, Labels: labels})
	return out, nil
}

// unused says on standard error which pairs of the label file are in none of
// the logs. The captures have been gone through before.
func (l *labelled) unused(e *env) {
	for _, c := range l.captures {
		if c.Name != "" {
			continue // a manifest is of all its captures, and these may be a part
		}
		for _, label := range c.Labels.Unused() {
			fmt.Fprintf(e.stderr, "label     %s::%s is in none of the logs\n", label.Pair[0], label.Pair[1])
		}
	}
}

// open reads the label file and the manifest, those that are given.
func (f *labelFlags) open() (labels *eval.Labels, manifest *eval.Manifest, err error) {
	if f.Labels != "" {
		file, err := os.Open(f.Labels)
		if err != nil {
			return nil, nil, err
		}
		defer file.Close()
		if labels, err = eval.ReadLabels(file, f.Labels); err != nil {
			return nil, nil, err
		}
	}
	if f.Manifest != "" {
		file, err := os.Open(f.Manifest)
		if err != nil {
			return nil, nil, err
		}
		defer file.Close()
		if manifest, err = eval.ReadManifest(file, f.Manifest); err != nil {
			return nil, nil, err
		}
	}
	return labels, manifest, nil
}

// readCaptures reads every object that the manifest names by itself, since
// captures may share addresses and interfaces, and returns the others.
func (l *labelled) readCaptures(e *env, path string, manifest *eval.Manifest, objects []source.Object, opts pipeline.Options) (others []source.Object, err error) {
	if manifest == nil {
		return objects, nil
	}
	for _, object := range objects {
		rel, err := relative(path, object.Name)
		if err != nil {
			return nil, err
		}
		labels, ok := manifest.Labels(rel)
		if !ok {
			others = append(others, object)
			continue
		}
		res, err := readAll(e.ctx, source.Listed([]source.Object{object}, nil), opts)
		if err != nil {
			return nil, err
		}
		l.warn(e, res)
		l.captures = append(l.captures, eval.Capture{Name: eval.CaptureName(rel), Table: res.Table, Labels: labels})
	}
	return others, nil
}

// relative is the slash-separated path of file as seen from the manifest's folder.
func relative(manifest, file string) (string, error) {
	base, err := filepath.Abs(filepath.Dir(manifest))
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(base, abs)
	return filepath.ToSlash(rel), err
}

// warn says on standard error what was left out, and remembers that something was.
func (l *labelled) warn(e *env, res *pipeline.Result) {
	s := report.Summarise(res)
	l.incomplete = l.incomplete || !s.Complete
	s.WriteUnseen(e.stderr)
}
