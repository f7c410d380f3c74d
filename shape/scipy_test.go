package shape

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// scipy runs a Python program with SciPy on JSON. Without SciPy the test is
// skipped, or fails where nothing may be skipped.
func scipy(t *testing.T, program string, in, out any) {
	t.Helper()
	const python = "/usr/bin/python3" // where Debian's python3-scipy is
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", "try:\n import scipy\nexcept ImportError:\n raise SystemExit(77)\n"+program)
	cmd.Stdin = strings.NewReader(string(text))
	cmd.Stderr = os.Stderr
	answer, err := cmd.Output()
	var exit *exec.ExitError
	switch missing := errors.Is(err, os.ErrNotExist) || errors.As(err, &exit) && exit.ExitCode() == 77; {
	case missing && os.Getenv("DAVY_NO_SKIP") == "1":
		t.Fatalf("no SciPy to compare with (Debian: python3-scipy): %v", err)
	case missing:
		t.Skipf("no SciPy to compare with (Debian: python3-scipy): %v", err)
	case err != nil:
		t.Fatal(err)
	}
	if err := json.Unmarshal(answer, out); err != nil {
		t.Fatal(err)
	}
}

// near tells whether got is want to a relative tolerance, or an absolute one
// below 1.
func near(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*max(1, math.Abs(want))
}

// Tails and intervals against SciPy's, over all that a verdict can ask: windows
// up to three weeks, shares from rare to certain, tails down to 1e-200.
func TestBinomialAgainstSciPy(t *testing.T) {
	type row struct {
		K, N int
		P    float64
	}
	r := rand.New(rand.NewPCG(21, 21))
	var rows []row
	for range 3000 {
		n := 1 + r.IntN([]int{10, 144, 3024}[r.IntN(3)])
		rows = append(rows, row{r.IntN(n + 1), n, []float64{1e-4, 0.01, 0.3, 0.5, 0.95, 0.999}[r.IntN(6)]})
	}
	var want [][4]float64
	scipy(t, `
import json, sys
from scipy.stats import binom, beta
out = []
for r in json.load(sys.stdin):
    k, n, p = r["K"], r["N"], r["P"]
    upper = 1.0 if k == n else beta.ppf(0.95, k + 1, n - k)
    lower = 0.0 if k == 0 else beta.ppf(0.05, k, n - k + 1)
    out.append([binom.sf(k - 1, n, p), binom.cdf(k, n, p), upper, lower])
json.dump(out, sys.stdout)
`, rows, &want)
	close := func(got, want float64) bool {
		return math.Abs(got-want) <= 1e-12 || want > 1e-200 && math.Abs(got/want-1) <= 1e-8
	}
	for i, q := range rows {
		got := [4]float64{
			BinomialTail(q.K, q.N, q.P), BinomialCDF(q.K, q.N, q.P),
			ClopperPearsonUpper(q.K, q.N, 0.95), ClopperPearsonLower(q.K, q.N, 0.95),
		}
		for j, name := range []string{"tail", "cdf", "upper", "lower"} {
			if !close(got[j], want[i][j]) {
				t.Errorf("%s of %+v: %g, SciPy %g", name, q, got[j], want[i][j])
			}
		}
	}
}
