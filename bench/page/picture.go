package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"davy/bench/trial"
	"davy/internal/plot"
)

const wide, high = 760, 340 // points of type

// A picture is a figure and the name of its file.
type picture struct {
	file string
	plot.Figure
}

func (p *picture) draw(folder string) error {
	var b bytes.Buffer
	if err := p.SVG(&b); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, p.file), b.Bytes(), 0o644)
}

// pictures draws what was measured; what was not has none.
func (r *results) pictures() []*picture {
	var all []*picture
	add := func(file, title string, panels ...plot.Panel) {
		if len(panels) > 0 {
			all = append(all, &picture{file, plot.Figure{Title: title, Width: wide, Height: high, Panels: panels}})
		}
	}
	add("throughput.svg", "Records to windows, one thread", r.throughput()...)
	add("interfaces.svg", "The same records, of more interfaces", r.byInterfaces()...)
	add("days.svg", "Peak memory of whole scans, two threads", r.byDays()...)
	return all
}

// strokes tells the programs apart in every picture.
var strokes = map[string]plot.Stroke{"davy": plot.Thick, "duckdb": plot.Dotted, "mawk": plot.Dashed}

// lines draws a curve for each named command: x and y of each set that it read.
func (r *results) lines(name string, commands []string, at func(*trial.Command) plot.Point) []plot.Curve {
	var curves []plot.Curve
	for _, command := range commands {
		var points []plot.Point
		engine := ""
		for _, data := range r.sets(name) {
			if c := r.command(name, command, data); c != nil {
				points = append(points, at(c))
				engine = c.Engine
			}
		}
		if len(points) > 0 {
			stroke := strokes[engine]
			if command == "davy ceiling" {
				stroke = plot.Dashed
			}
			curves = append(curves, plot.Curve{Name: strings.ReplaceAll(label(command), "`", ""), Stroke: stroke, Points: points})
		}
	}
	return curves
}

// fromZero adds a guide along 0, so that heights can be compared.
func fromZero(curves []plot.Curve) []plot.Curve {
	if len(curves) == 0 {
		return nil
	}
	xs := curves[0].Points
	return append(curves, plot.Curve{Stroke: plot.Hair, Points: []plot.Point{{xs[0][0], 0}, {xs[len(xs)-1][0], 0}}})
}

// dots marks what was measured along curves.
func dots(curves []plot.Curve) []plot.Cloud {
	measured := plot.Cloud{Name: "measured", Mark: plot.Ex}
	for _, c := range curves {
		measured.Points = append(measured.Points, c.Points...)
	}
	return []plot.Cloud{measured}
}

func (r *results) throughput() []plot.Panel {
	var panels []plot.Panel
	for _, format := range [][2]string{{"plain", "Plain text"}, {"gz", "Gzip"}} {
		curves := r.lines(format[0], []string{"davy 1", "duckdb 1", "mawk"}, func(c *trial.Command) plot.Point {
			n := float64(r.rows(c.Data))
			return plot.Point{n, n / c.Of(trial.CPU).Median}
		})
		if len(curves) > 0 {
			panels = append(panels, plot.Panel{Title: format[1], X: "records", Y: "records a CPU second", YScale: plot.Linear, Curves: fromZero(curves), Clouds: dots(curves)})
		}
	}
	return panels
}

func (r *results) byInterfaces() []plot.Panel {
	curves := r.lines("interfaces", []string{"davy 1", "duckdb 1"}, func(c *trial.Command) plot.Point {
		return plot.Point{float64(r.said(c.Data, "interfaces")), c.Of(trial.CPU).Median * 1e6 / float64(r.rows(c.Data))}
	})
	if len(curves) == 0 {
		return nil
	}
	return []plot.Panel{{X: "interfaces", Y: "CPU microseconds a record", YScale: plot.Linear, Curves: fromZero(curves), Clouds: dots(curves)}}
}

func (r *results) byDays() []plot.Panel {
	curves := r.lines("days", []string{"davy scan", "davy ceiling", "duckdb 2"}, func(c *trial.Command) plot.Point {
		return plot.Point{float64(dayOf(c.Data)), c.Of(trial.Peak).Median / mebi}
	})
	if len(curves) == 0 {
		return nil
	}
	return []plot.Panel{{X: "days of logs", Y: "peak memory, MiB", XScale: plot.Linear, YScale: plot.Linear, Curves: fromZero(curves), Clouds: dots(curves)}}
}
