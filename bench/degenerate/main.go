// Degenerate gives package hull the clouds of points that rival.py writes, and
// prints what comes of each as JSON, one object a line:
//
//	degenerate DIR
//
// An outcome is right if every point that the hull was built of is a member of
// it, or if there can be no hull and New says so: without two different points,
// or with one that is no number. All else is wrong, a panic too.
package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"davy/hull"
)

const dim = 4

// A line is what came of one cloud.
type line struct {
	Case    string `json:"case"`
	N       int    `json:"n"`
	Outcome string `json:"outcome"` // right or wrong
	Detail  string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("degenerate: ")
	if len(os.Args) != 2 {
		log.Fatal("usage: degenerate DIR")
	}
	names, err := os.ReadFile(filepath.Join(os.Args[1], "names.txt"))
	if err != nil {
		log.Fatal(err)
	}
	out := json.NewEncoder(os.Stdout)
	for i, name := range strings.Split(strings.TrimSuffix(string(names), "\n"), "\n") {
		points, err := read(filepath.Join(os.Args[1], fmt.Sprintf("%02d.f64", i)))
		if err != nil {
			log.Fatal(err)
		}
		outcome, detail := judge(points)
		if err := out.Encode(line{name, len(points) / dim, outcome, detail}); err != nil {
			log.Fatal(err)
		}
	}
}

// read returns little-endian float64s.
func read(path string) ([]float64, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	points := make([]float64, len(data)/8)
	for i := range points {
		points[i] = math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:]))
	}
	return points, nil
}

// judge builds the hull of points and asks it for each of them.
func judge(points []float64) (outcome, detail string) {
	defer func() {
		if p := recover(); p != nil {
			outcome, detail = "wrong", fmt.Sprintf("panic: %v", p)
		}
	}()
	h, err := hull.New(dim, points)
	possible := hasHull(points)
	switch {
	case err != nil && possible:
		return "wrong", "refused: " + err.Error()
	case err != nil:
		return "right", "there is none: " + err.Error()
	case !possible:
		return "wrong", "a hull of nothing"
	}
	outside := 0
	for i := 0; i < len(points); i += dim {
		if !h.Contains(points[i : i+dim]) {
			outside++
		}
	}
	if outside > 0 {
		return "wrong", fmt.Sprintf("%d of its points are outside", outside)
	}
	return "right", ""
}

// hasHull tells whether there are two different points, all of them finite.
func hasHull(points []float64) bool {
	different := false
	for i := 0; i < len(points); i += dim {
		p := points[i : i+dim]
		if slices.ContainsFunc(p, func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }) {
			return false
		}
		different = different || !slices.Equal(p, points[:dim])
	}
	return different
}
