package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"

	"davy/internal/plot"
	"davy/shape"
)

const (
	width, height = 1600, 800 // pixels
	drawn         = 50        // windows of a simulated pair at most
)

func (s *study) picture() string { return "img/captures-" + s.name + ".png" }

// draw writes the picture: packets and bytes of a window, a panel for each side.
func (s *study) draw(file string) error {
	local, remote := s.panel(0, "local"), s.panel(2, "remote")
	var picture bytes.Buffer
	if err := plot.WritePNG(&picture, width, height, local, remote); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, picture.Bytes(), 0o644)
}

// panel shows the counts axis (bytes) and axis + 1 (packets). Windows in which
// the side was silent have no place on logarithmic axes and are left out.
func (s *study) panel(axis int, side string) plot.Panel {
	var windows, middles, real []plot.Point
	for _, c := range s.lab {
		bytes, packets := c.column(axis), c.column(axis+1)
		step := (len(bytes) + drawn - 1) / drawn
		for i := 0; i < len(bytes); i += step {
			windows = appendSeen(windows, packets[i], bytes[i])
		}
		middles = appendSeen(middles, shape.Median(packets), shape.Median(bytes))
	}
	bytes, packets := s.real.column(axis), s.real.column(axis+1)
	for i := range bytes {
		real = appendSeen(real, packets[i], bytes[i])
	}
	return plot.Panel{
		Title: side + " side",
		X:     side + " packets in ten minutes",
		Y:     side + " bytes in ten minutes (IP level)",
		Clouds: []plot.Cloud{
			{Name: "lab: " + s.kind + ", windows of " + strconv.Itoa(len(s.lab)) + " pairs", Mark: plot.Faint, Points: windows},
			{Name: "lab: median of each pair", Mark: plot.Cross, Points: middles},
			{Name: "capture: " + strconv.Itoa(len(s.real.windows)) + " windows", Mark: plot.Triangle, Points: real},
		},
	}
}

func appendSeen(points []plot.Point, x, y float64) []plot.Point {
	if x > 0 && y > 0 {
		points = append(points, plot.Point{x, y})
	}
	return points
}
