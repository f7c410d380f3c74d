package plot

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A grain is how marks are drawn where there are so many points.
type grain struct {
	points int       // up to
	radius vg.Length // of a mark
	cell   vg.Length // side of a place that has one mark
}

// grains keep marks apart where they are few, and their number within what the
// picture can show where they are many. Wedges keep their shape.
var grains = []grain{{300, 2.6, 0.5}, {3000, 2, 0.5}, {20000, 1.4, 0.5}, {math.MaxInt, 0.7, 1}}

const leastShape = 1.4 // radius at which a wedge or cross is still told from a disc

// Marks are the fuller the more points there are at a place: 1, from 2 on, from
// 10 on.
var shades = []struct {
	points int32
	share  float64
}{{1, 0.55}, {2, 0.8}, {10, 1}}

// atATime is the number of marks of one path. The rasteriser's work grows with
// the square of those in one row.
const atATime = 64

// thin draws one mark for each place on the canvas that has a point, in the
// order of the places: as many as can be told apart, however many points there are.
func (c *cloudThing) thin(canvas *draw.Canvas, p *plot.Plot) {
	g := grains[0]
	for _, next := range grains[1:] {
		if len(c.Points) > g.points {
			g = next
		}
	}
	if c.Mark != Disc && g.radius < leastShape {
		g.radius, g.cell = leastShape, leastShape
	}
	size := canvas.Size()
	if !(size.X > 0 && size.Y > 0) {
		return // no room
	}
	columns, rows := int(size.X/g.cell)+1, int(size.Y/g.cell)+1
	counts := make([]int32, columns*rows)
	toX, toY := p.Transforms(canvas)
	for _, pt := range c.Points {
		x, y, _ := c.place(pt)
		column, row := (toX(x)-canvas.Min.X)/g.cell, (toY(y)-canvas.Min.Y)/g.cell
		if !(column >= 0 && row >= 0 && column < vg.Length(columns) && row < vg.Length(rows)) {
			continue // beyond the axes, or NaN
		}
		if at := int(row)*columns + int(column); counts[at] < math.MaxInt32 {
			counts[at]++
		}
	}
	for i, shade := range shades {
		most := int32(math.MaxInt32)
		if i+1 < len(shades) {
			most = shades[i+1].points - 1
		}
		canvas.SetColor(faded(c.colour(), shade.share))
		var path vg.Path
		marks := 0
		for at, n := range counts {
			if n < shade.points || n > most {
				continue
			}
			path = c.Mark.outline(path, vg.Point{
				X: canvas.Min.X + (vg.Length(at%columns)+0.5)*g.cell,
				Y: canvas.Min.Y + (vg.Length(at/columns)+0.5)*g.cell,
			}, g.radius)
			if marks++; marks%atATime == 0 {
				canvas.Fill(path)
				path = path[:0]
			}
		}
		if len(path) > 0 {
			canvas.Fill(path)
		}
	}
}
