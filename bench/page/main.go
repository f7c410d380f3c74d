// Page turns what bench/run.sh measured into docs/performance.md and its
// pictures:
//
//	page RUN DOCS
//	page -check RUN
//
// RUN is the folder of a run: *.trial.json ([trial.Trial]), geometry/*.jsonl,
// degenerate/*.jsonl, stages/*.tsv, machine.txt, left-out.txt, loops.txt. No page
// is written, and -check fails, unless all programs read the same.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("page: ")
	check := flag.Bool("check", false, "only check that all programs read the same")
	flag.Parse()
	if want := 2; flag.NArg() != want && (!*check || flag.NArg() != 1) {
		flag.Usage()
		os.Exit(2)
	}
	r, err := read(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	if *check {
		return
	}
	if err := r.write(flag.Arg(1)); err != nil {
		log.Fatal(err)
	}
}

// write writes the page, and its pictures into a folder beside it.
func (r *results) write(docs string) error {
	folder := filepath.Join(docs, pictures)
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, p := range r.pictures() {
		if err := p.draw(folder); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(docs, "performance.md"), r.page(), 0o644)
}
