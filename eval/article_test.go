package eval

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"davy/biflow"
	"davy/detect"
	"davy/model"
)

// needs skips the test for want of something, or fails it where nothing may be skipped.
func needs(t *testing.T, err error, what string) {
	t.Helper()
	if err == nil {
		return
	}
	if os.Getenv("DAVY_NO_SKIP") == "1" {
		t.Fatalf("%s: %v", what, err)
	}
	t.Skipf("%s: %v", what, err)
}

// realSamples are the labelled pairs of the real ten-minute captures.
func realSamples(t *testing.T) []Sample {
	t.Helper()
	data := filepath.Join("..", "..", "shared", "data")
	file, err := os.Open(filepath.Join(data, "MANIFEST.tsv"))
	needs(t, err, "real captures are not here")
	defer file.Close()
	manifest, err := ReadManifest(file, "MANIFEST.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range manifest.files {
		if strings.HasSuffix(name, ".600.log.gz") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var out []Sample
	for _, name := range names {
		log, err := os.Open(filepath.Join(data, filepath.FromSlash(name)))
		if err != nil {
			continue // sealed captures are listed too
		}
		z, err := gzip.NewReader(log)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		log.Close()
		labels, _ := manifest.Labels(name)
		out = append(out, Collect(Capture{Name: CaptureName(name), Table: readTable(t, string(text)), Labels: labels})...)
	}
	return out
}

// The article's program, as its text gives it: the hull of all non-zero mining
// points, and the share of each pair's points in it. Half-spaces stand for its
// triangulation, which by rounding loses vertices of its own hull; points
// within 1e-9 of the surface are counted apart.
const articleProgram = `
import json, sys
import numpy as np
from scipy.spatial import ConvexHull
out = []
for fold in json.load(sys.stdin):
    train = np.asarray(fold["Train"], float)
    hull = ConvexHull(train)
    rows = []
    for pair in fold["Pairs"]:
        heights = (np.asarray(pair, float) @ hull.equations[:, :-1].T + hull.equations[:, -1]).max(axis=1)
        near = 1e-9 * np.ptp(train, axis=0).max()
        rows.append([int((heights < -near).sum()), int((np.abs(heights) <= near).sum())])
    out.append(rows)
json.dump(out, sys.stdout)
`

// Every pair of every real capture, judged by the article's rule trained on all
// other captures: davy counts as many windows inside as the article's own
// method does with Qhull.
func TestArticleRuleAgainstSciPy(t *testing.T) {
	const python = "/usr/bin/python3" // where Debian's python3-scipy is
	needs(t, exec.Command(python, "-c", "import scipy").Run(), "no SciPy to compare with (Debian: python3-scipy)")
	samples := realSamples(t)
	type fold struct{ Train, Pairs any }
	var folds []fold
	var ours [][]detect.Finding
	for _, capture := range distinct(samples, func(*Sample) bool { return true }, ByCapture.value) {
		var train []biflow.Point
		var rest []Sample
		var pairs [][]biflow.Point
		var held []Sample
		for _, s := range samples {
			points := pointsOf(&s.Pair)
			if s.Capture == capture {
				held, pairs = append(held, s), append(pairs, points)
				continue
			}
			rest = append(rest, s)
			if s.Label.Mining {
				train = append(train, points...)
			}
		}
		m, _, err := model.Train(TrainAll(rest), model.Options{Policy: model.DefaultPolicy, Level: model.LevelArticle, MinRate: 0.98})
		if err != nil {
			t.Fatal(err)
		}
		d, err := detect.New(m, detect.Options{Rule: detect.Article, MinRate: 0.98})
		if err != nil {
			t.Fatal(err)
		}
		var findings []detect.Finding
		for i := range held {
			findings = append(findings, d.Judge(&held[i].Pair))
		}
		folds, ours = append(folds, fold{train, pairs}), append(ours, findings)
	}
	text, err := json.Marshal(folds)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", articleProgram)
	cmd.Stdin, cmd.Stderr = strings.NewReader(string(text)), os.Stderr
	answer, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var theirs [][][2]int
	if err := json.Unmarshal(answer, &theirs); err != nil {
		t.Fatal(err)
	}
	pairs, windows, inside, near, flagged := 0, 0, 0, 0, 0
	for i, findings := range ours {
		for j, f := range findings {
			in, on := theirs[i][j][0], theirs[i][j][1]
			if f.Inside < in || f.Inside > in+on {
				t.Errorf("%s %s: %d of %d windows inside, SciPy %d and %d on the surface", f.Interface, f.Remote, f.Inside, f.Windows, in, on)
			}
			pairs++
			windows += f.Windows
			inside += f.Inside
			near += on
			if f.Verdict == detect.Mining {
				flagged++
			}
		}
	}
	t.Logf("%d pairs, %d windows, %d inside, %d on the surface; %d pairs match", pairs, windows, inside, near, flagged)
	if pairs < 1000 || inside == 0 {
		t.Error("too little was compared")
	}
}

func pointsOf(p *biflow.Pair) []biflow.Point {
	var out []biflow.Point
	for i := range p.Windows {
		if p.Windows[i].Known() {
			out = append(out, p.Windows[i].Point())
		}
	}
	return out
}
