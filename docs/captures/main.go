// Captures holds the traffic simulator against life: `make captures`. For each
// long public capture of a program that package lab simulates, it shows where
// the capture lies among simulated pairs of that program.
//
// In goes the folder of captures and the folder docs; there, captures.md and
// img/captures-*.png come out, the same bytes each time. Where there are no
// captures it says so and leaves the page as it is.
package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("captures: ")
	if len(os.Args) != 3 {
		log.Fatal("usage: captures DATA DOCS")
	}
	err := run(context.Background(), os.Args[1], os.Args[2])
	if errors.Is(err, fs.ErrNotExist) {
		log.Printf("skipped, the page stays as it is: %v", err)
		return
	}
	if err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, data, docs string) error {
	var studies []*study
	for _, c := range captures {
		real, err := c.read(ctx, data)
		if err != nil {
			return fmt.Errorf("%s: %w", c.file, err)
		}
		lab, err := simulate(ctx, c.kind, real.slots())
		if err != nil {
			return fmt.Errorf("%s: %w", c.kind, err)
		}
		studies = append(studies, newStudy(c, real, lab))
	}
	for _, s := range studies {
		if err := s.draw(filepath.Join(docs, s.picture())); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(docs, "captures.md"), page(studies), 0o644)
}
