package main

import (
	"davy/internal/report"
)

// modelCmd looks into model files.
type modelCmd struct {
	Show modelShowCmd `cmd:"" help:"Say what a model file holds and what to expect of it."`
}

type modelShowCmd struct {
	File string `arg:"" optional:"" help:"Model file; without one, the model built into davy."`
	JSON bool   `name:"json" help:"Print the model file itself."`
}

func (c *modelShowCmd) Run(e *env) error {
	m, err := loadModel(c.File)
	if err != nil {
		return err
	}
	if c.JSON {
		return m.Write(e.stdout)
	}
	return report.Model(e.stdout, m)
}
