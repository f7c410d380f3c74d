package boost

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// auc is the share of pairs, one positive and one not, of which the positive
// point has the greater margin (Hanley & McNeil, Radiology 143, 1982). Margins
// are taken to differ.
func auc(positive []bool, margins []float64) float64 {
	order := make([]int, len(margins))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if margins[a] < margins[b] {
			return -1
		}
		return 1
	})
	below, pairs := 0, 0
	for _, i := range order {
		if positive[i] {
			pairs += below
		} else {
			below++
		}
	}
	return float64(pairs) / float64(below*(len(order)-below))
}

// How well points not seen are told apart, against scikit-learn's
// HistGradientBoostingClassifier with the same options. Without drawing, and with
// no more values than bins, the method is the same; but where two cuts are nearly
// as good, scikit-learn's single-precision sums may choose the other.
//
// The test is skipped without scikit-learn, which nothing else here needs.
func TestAgainstScikitLearn(t *testing.T) {
	const python = "/usr/bin/python3" // where Debian's python3-sklearn is
	if err := exec.Command(python, "-c", "import sklearn").Run(); err != nil {
		t.Skipf("no scikit-learn to compare with (Debian: python3-sklearn): %v", err)
	}
	type problem struct {
		X, Far, Weight []float64
		Positive       []bool
		Dim            int
	}
	p, far := bumps(4000, 12, 1), bumps(4000, 12, 2)
	for i, v := range p.x {
		p.x[i] = math.Round(16*v) / 16
	}
	q := problem{X: p.x, Far: far.x, Positive: p.positive, Dim: p.dim, Weight: make([]float64, len(p.positive))}
	for i := range q.Weight {
		q.Weight[i] = float64(1 + i%3)
	}
	text, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", `
import json, sys
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
q = json.load(sys.stdin)
f = HistGradientBoostingClassifier(max_iter=50, max_depth=6, max_leaf_nodes=None, min_samples_leaf=20,
    learning_rate=0.1, l2_regularization=1, early_stopping=False, random_state=1)
f.fit(np.reshape(q["X"], (-1, q["Dim"])), q["Positive"], q["Weight"])
print(json.dumps(f.decision_function(np.reshape(q["Far"], (-1, q["Dim"]))).tolist()))
`)
	cmd.Env = append(os.Environ(), "OMP_NUM_THREADS=1")
	cmd.Stdin = strings.NewReader(string(text))
	cmd.Stderr = os.Stderr
	answer, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var want []float64
	if err := json.Unmarshal(answer, &want); err != nil {
		t.Fatal(err)
	}
	theirs := auc(far.positive, want)
	for _, c := range []struct {
		name string
		opts Options
		most float64 // difference of margins, in the mean
	}{
		{"the same options", Options{Rounds: 50, Rows: 1, Columns: 1}, 0.001},
		{"drawing", Options{Rounds: 50}, math.Inf(1)},
	} {
		got := far.margins(p.train(t, q.Weight, c.opts))
		off := 0.0
		for i := range got {
			off += math.Abs(got[i]-want[i]) / float64(len(got))
		}
		ours := auc(far.positive, got)
		t.Logf("%s: AUC %.4f, scikit-learn %.4f; margins differ by %.2g in the mean", c.name, ours, theirs, off)
		if ours < theirs-0.01 || off > c.most {
			t.Errorf("%s: AUC %v, scikit-learn %v; margins differ by %v", c.name, ours, theirs, off)
		}
	}
}
