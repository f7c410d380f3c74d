package main

import (
	"fmt"
	"io"
	"os"
	"runtime"

	"davy/internal/report"
	"davy/model"
)

// traitsCmd keeps what is learnt of labelled logs in a file.
type traitsCmd struct {
	inputFlags
	labelFlags
	Out string `short:"o" required:"" help:"File to write (docs/formats/traits.md)." placeholder:"FILE"`
}

func (c *traitsCmd) Run(e *env) error {
	samples, whole, err := part{c.labelFlags, c.inputFlags}.samples(e)
	if err != nil {
		return err
	}
	err = writeFile(c.Out, func(w io.Writer) error { return model.WriteTraits(w, samples, runtime.NumCPU()) })
	if err != nil {
		return err
	}
	mining := 0
	for i := range samples {
		if samples[i].Mining {
			mining++
		}
	}
	fmt.Fprintf(e.stderr, "wrote     %s: the traits of %d pairs, %d of them mining\n", report.Clean(c.Out), len(samples), mining)
	return done(!whole, false)
}

// readTraits reads such a file.
func readTraits(name string) ([]model.Sample, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return model.ReadTraits(file, name)
}
