//go:build unix

package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// write makes a file of points and returns its path.
func write(t *testing.T, name string, points []float64) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	var data []byte
	for _, x := range points {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(x))
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func cube(n int, size float64) []float64 {
	r := rand.New(rand.NewPCG(1, 1))
	points := make([]float64, 0, dim*n)
	for i := range n {
		for a := range dim {
			x := size * r.Float64()
			if i < 1<<dim {
				x = size * float64(i>>a&1)
			}
			points = append(points, x)
		}
	}
	return points
}

// Both programs do the same on the same points.
func TestRival(t *testing.T) {
	const python = "/usr/bin/python3" // where Debian's python3-scipy is
	if err := exec.Command(python, "-c", "import scipy").Run(); err != nil {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatalf("no SciPy to compare with (Debian: python3-scipy): %v", err)
		}
		t.Skipf("no SciPy to compare with (Debian: python3-scipy): %v", err)
	}
	small, large := write(t, "small.f64", cube(300, 1)), write(t, "large.f64", cube(500, 2))
	for _, args := range [][]string{{"hull", large}, {"member", small, large}, {"neighbour", large}, {"ripley", large}} {
		var out bytes.Buffer
		if err := run(&out, 1, args); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, append([]string{"rival.py", "-rounds", "1"}, args...)...)
		cmd.Stderr = os.Stderr
		theirs, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		var a, b line
		if err := errors.Join(json.Unmarshal(out.Bytes(), &a), json.Unmarshal(theirs, &b)); err != nil {
			t.Fatal(err)
		}
		if !(a.CPU > 0 && a.Wall > 0 && b.CPU > 0 && b.Wall > 0) {
			t.Errorf("%s took no time: %s, %s", args[0], out.Bytes(), theirs)
		}
		if a.Op != args[0] || a.Name != "large" || a.N != 500 {
			t.Errorf("%s: %s", args[0], out.Bytes())
		}
		if a.Op != b.Op || a.Name != b.Name || a.N != b.N || a.Vertices != b.Vertices || a.Facets != b.Facets ||
			(a.Members == nil) != (b.Members == nil) || a.Members != nil && *a.Members != *b.Members || a.Pairs != b.Pairs || math.Abs(a.Mean-b.Mean) > 1e-12 {
			t.Errorf("%s: davy %s, rival %s", args[0], out.Bytes(), theirs)
		}
		if args[0] == "hull" && (a.Vertices != 16 || a.Facets != 8) {
			t.Errorf("a cube with %d vertices, %d facets", a.Vertices, a.Facets)
		}
	}
}

// What is not an operation on files of points is an error.
func TestRefused(t *testing.T) {
	torn := filepath.Join(t.TempDir(), "torn.f64")
	if err := os.WriteFile(torn, make([]byte, 33), 0o600); err != nil {
		t.Fatal(err)
	}
	same := write(t, "same.f64", []float64{1, 2, 3, 4, 1, 2, 3, 4})
	for _, args := range [][]string{nil, {"hull"}, {"area", same}, {"hull", same, same}, {"hull", torn}, {"hull", torn + ".not"}, {"hull", same}, {"member", same, same}} {
		var out bytes.Buffer
		if err := run(&out, 1, args); err == nil || out.Len() > 0 {
			t.Errorf("%v: error %v, output %q", args, err, out.Bytes())
		}
	}
	one := write(t, "one.f64", []float64{1, 2, 3, 4})
	if err := run(&bytes.Buffer{}, 1, []string{"ripley", one}); err == nil {
		t.Error("Ripley's K of one point")
	}
}
