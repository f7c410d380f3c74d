//go:build unix

// Geometry times davy's geometry and statistics of points on the points of a
// file, for a comparison with SciPy and Qhull on the very same ones: see
// README.md. It prints one JSON object a line.
//
//	geometry [-rounds N] hull FILE
//	geometry [-rounds N] member HULLFILE QUERYFILE
//	geometry [-rounds N] neighbour FILE
//	geometry [-rounds N] ripley FILE
package main

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"

	"davy/hull"
	"davy/shape"
)

const dim = 4

// A line is what is printed of one operation: its cost, and what came out of
// it, which must be the same for every program.
type line struct {
	Op   string `json:"op"`
	Name string `json:"name"` // of the file with the points, without extension
	N    int    `json:"n"`    // points the operation was done on
	timing
	Vertices int     `json:"vertices,omitempty"`
	Facets   int     `json:"facets,omitempty"`  // hyperplanes, not simplices
	Members  *int    `json:"members,omitempty"` // query points in the hull
	Mean     float64 `json:"mean,omitempty"`    // distance to the nearest neighbour
	Pairs    int     `json:"pairs,omitempty"`   // of points at most the largest radius apart
}

func main() {
	rounds := flag.Int("rounds", 5, "take the median of this many measurements")
	flag.Parse()
	if err := run(os.Stdout, *rounds, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "geometry:", err)
		os.Exit(1)
	}
}

// run does one operation and prints its line to w.
func run(w io.Writer, rounds int, args []string) error {
	files := map[string]int{"hull": 1, "member": 2, "neighbour": 1, "ripley": 1}
	if len(args) == 0 || rounds < 1 || files[args[0]] != len(args)-1 {
		return fmt.Errorf("want hull FILE, member HULLFILE QUERYFILE, neighbour FILE or ripley FILE")
	}
	var clouds [][]float64
	for _, path := range args[1:] {
		points, err := read(path)
		if err != nil {
			return err
		}
		clouds = append(clouds, points)
	}
	name := filepath.Base(args[len(args)-1])
	out := line{Op: args[0], Name: strings.TrimSuffix(name, filepath.Ext(name)), N: len(clouds[len(clouds)-1]) / dim}
	var err error
	switch args[0] {
	case "hull":
		err = out.hull(rounds, clouds[0])
	case "member":
		err = out.member(rounds, clouds[0], clouds[1])
	case "neighbour":
		out.neighbour(rounds, clouds[0])
	case "ripley":
		err = out.ripley(rounds, clouds[0])
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(out)
}

// read returns the coordinates in a file: little-endian float64, point after point.
func read(path string) ([]float64, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(data)%(8*dim) != 0 {
		return nil, fmt.Errorf("%s: %d bytes are no whole number of points", path, len(data))
	}
	points := make([]float64, len(data)/8)
	for i := range points {
		points[i] = math.Float64frombits(binary.LittleEndian.Uint64(data[8*i:]))
	}
	return points, nil
}

func (l *line) hull(rounds int, points []float64) error {
	h, err := hull.New(dim, points)
	if err != nil {
		return err
	}
	l.Vertices, l.Facets = h.NumVertices(), h.NumHalfSpaces()
	l.timing = measure(rounds, func() { _, _ = hull.New(dim, points) })
	return nil
}

// member counts the queries in the hull of the points. Building is not timed.
func (l *line) member(rounds int, points, queries []float64) error {
	h, err := hull.New(dim, points)
	if err != nil {
		return err
	}
	l.Vertices, l.Facets, l.Members = h.NumVertices(), h.NumHalfSpaces(), new(int)
	l.timing = measure(rounds, func() {
		*l.Members = 0
		for i := 0; i < len(queries); i += dim {
			if h.Contains(queries[i : i+dim]) {
				*l.Members++
			}
		}
	})
	return nil
}

func (l *line) neighbour(rounds int, points []float64) {
	var w shape.Workspace // as davy does it for one pair after another
	var distances []float64
	l.timing = measure(rounds, func() { distances = w.NearestDistances(points, dim) })
	for _, d := range distances {
		l.Mean += d / float64(len(distances))
	}
}

// ripley takes K at 32 radii from 0.1 to 3: the file holds coordinates over
// their standard deviations.
func (l *line) ripley(rounds int, points []float64) error {
	radii := make([]float64, 32)
	for i := range radii {
		radii[i] = 0.1 + 2.9*float64(i)/31
	}
	var k []float64
	l.timing = measure(rounds, func() { k, _ = shape.RipleyK(points, dim, 1, radii) })
	if k == nil {
		return fmt.Errorf("too few points for Ripley's K")
	}
	n := float64(l.N)
	l.Pairs = int(math.Round(k[len(k)-1] * n * (n - 1) / 2))
	return nil
}
