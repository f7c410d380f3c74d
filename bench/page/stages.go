package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// A stage is a part of a scan, and its share of the CPU time.
type stage struct {
	name  string
	share float64
}

// profiles are the stages of a scan by format of the logs, the same ones for all.
type profiles map[string][]stage

// formats are those of logs, and what they are called.
var formats = [][2]string{{"plain", "Plain text"}, {"gz", "Gzip"}, {"parquet", "Parquet"}}

// readProfiles reads what bench/profile/stages.awk wrote, FORMAT.tsv each.
func readProfiles(dir string) (profiles, error) {
	all, first := profiles{}, []stage(nil)
	for _, format := range formats {
		path := filepath.Join(dir, format[0]+".tsv")
		stages, err := readStages(path)
		if err != nil {
			return nil, err
		}
		if stages == nil {
			continue
		}
		if first == nil {
			first = stages
		}
		if !slices.EqualFunc(first, stages, func(a, b stage) bool { return a.name == b.name }) {
			return nil, fmt.Errorf("%s has other stages than the profiles before it", path)
		}
		all[format[0]] = stages
	}
	return all, nil
}

// readStages reads the stages of one profile, none where there is no file.
func readStages(path string) (all []stage, err error) {
	text, err := lines(path)
	if err != nil {
		return nil, err
	}
	for i, line := range text {
		share, name, _ := strings.Cut(line, "\t")
		x, err := strconv.ParseFloat(share, 64)
		if err != nil || name == "" {
			return nil, fmt.Errorf("%s:%d: %q is no stage", path, i+1, line)
		}
		all = append(all, stage{name, x})
	}
	return all, nil
}

// judging begins the names of stages that come after the windows.
const judging = "judging"

// parts says what the stages make of a goal's figure, the most costly first: of
// what davy took for one of the rival's, or, where the figure is the other way round,
// shares of what davy took.
func (p profiles) parts(g *goal, figure float64) string {
	var all []stage
	total := 0.0
	for _, s := range p[g.format] {
		if g.whole || !strings.HasPrefix(s.name, judging) {
			all, total = append(all, s), total+s.share
		}
	}
	slices.SortStableFunc(all, func(a, b stage) int { return cmp.Compare(b.share, a.share) })
	var words []string
	for _, s := range all[:min(len(all), 4)] {
		part := fmt.Sprintf("%s×", plain(figure*s.share/total))
		if g.must.least {
			part = fmt.Sprintf("%.0f %%", 100*s.share/total)
		}
		words = append(words, s.name+" "+part)
	}
	return strings.Join(words, ", ")
}

// whither says where the time of a scan goes, and so why aims are missed.
func (b *builder) whither() {
	if len(b.stages) == 0 {
		return
	}
	b.WriteString("\n## Where davy's time goes\n\nCPU profiles of the whole scan of the largest data (`make profile`), each sample counted for the code nearest to it that is of a stage. The model is loaded before. Where a goal is one of time by the clock, that is parted as CPU is.\n\n| |")
	var shown []string
	for _, format := range formats {
		if b.stages[format[0]] != nil {
			shown = append(shown, format[0])
			b.f(" %s |", format[1])
		}
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(shown)) + "\n")
	for i, s := range b.stages[shown[0]] {
		b.f("| %s |", s.name)
		for _, format := range shown {
			b.f(" %.1f %% |", 100*b.stages[format][i].share)
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
	for i := range goals {
		b.why(&goals[i])
	}
}

// why says which stages cost most where a goal is missed.
func (b *builder) why(g *goal) {
	if b.stages[g.format] == nil || !strings.Contains(g.verdict(b.results), "missed") {
		return
	}
	measured, of := g.figure(b.results).Median, "that"
	if g.must.least {
		of = "davy's time"
	}
	b.f("- **%s**, aim %s, measured %s: of %s, %s.\n", g.title(b.results), g.aim.shown("×"), plain(measured)+"×", of, b.stages.parts(g, measured))
}
