package plot

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Figure is panels with a headline above and notes below.
type Figure struct {
	Title  string
	Notes  []string // a line each
	Theme  Theme
	Width  int // points of type; pixels are as many times as is asked for
	Height int
	Rows   int // of panels; 0 is one
	Panels []Panel

	inset bool // the legend is in the first panel, not above
}

const (
	edge   = vg.Length(6)
	line   = vg.Length(15)
	swatch = vg.Length(18)
)

// draw draws the figure on a canvas of its size.
func (f *Figure) draw(canvas draw.Canvas) error {
	c := &palettes[f.Theme]
	fill(&canvas, c.ground)
	plots := make([]*plot.Plot, len(f.Panels))
	for i := range f.Panels {
		p, err := f.Panels[i].plot(c, f.inset && i == 0)
		if err != nil {
			return err
		}
		plots[i] = p
	}
	if !f.inset {
		f.headline(&canvas, c)
		if err := f.legend(&canvas, c); err != nil {
			return err
		}
		f.notes(&canvas, c)
	}
	rows := max(f.Rows, 1)
	tiles := draw.Tiles{Rows: rows, Cols: (len(plots) + rows - 1) / rows, PadX: 14, PadY: 8, PadTop: 6, PadBottom: 4, PadLeft: 4, PadRight: 10}
	for i, p := range plots {
		at := tiles.At(canvas, i%tiles.Cols, i/tiles.Cols)
		size := at.Size()
		p.Title.Text = fit(p.Title.TextStyle, p.Title.Text, size.X)
		p.X.Label.Text = fit(p.X.Label.TextStyle, p.X.Label.Text, size.X)
		p.Y.Label.Text = fit(p.Y.Label.TextStyle, p.Y.Label.Text, size.Y)
		if rows == 1 {
			p.Draw(at)
		}
	}
	if rows > 1 {
		drawAligned(canvas, tiles, plots)
	}
	return nil
}

// drawAligned draws plots whose axes begin below each other.
func drawAligned(canvas draw.Canvas, tiles draw.Tiles, plots []*plot.Plot) {
	grid := make([][]*plot.Plot, tiles.Rows)
	for row := range grid {
		grid[row] = make([]*plot.Plot, tiles.Cols)
		copy(grid[row], plots[min(row*tiles.Cols, len(plots)):])
	}
	for row, at := range plot.Align(grid, tiles, canvas) {
		for column, p := range grid[row] {
			if p != nil {
				p.Draw(at[column])
			}
		}
	}
}

// style is that of a line of text whose top is at the point it is drawn at.
func style(size vg.Length, c *palette) text.Style {
	s := plot.New().Title.TextStyle
	sans(&s, size, c)
	s.XAlign, s.YAlign = draw.XLeft, draw.YTop
	return s
}

// headline writes the title and takes its place off the canvas.
func (f *Figure) headline(canvas *draw.Canvas, c *palette) {
	if f.Title == "" {
		return
	}
	s := style(large, c)
	width := canvas.Max.X - canvas.Min.X - 2*edge
	canvas.FillText(s, vg.Point{X: canvas.Min.X + edge, Y: canvas.Max.Y - edge}, fit(s, clean(f.Title), width))
	canvas.Max.Y -= edge + line + 2
}

// legend names what the panels show, each once, in lines under the title.
func (f *Figure) legend(canvas *draw.Canvas, c *palette) error {
	s := style(small, c)
	seen := make(map[string]bool)
	x, any := canvas.Min.X+edge, false
	for i := range f.Panels {
		things, err := f.Panels[i].things(c)
		if err != nil {
			return err
		}
		for _, t := range things {
			name := clean(t.name())
			if name == "" || seen[name] {
				continue
			}
			seen[name] = true
			width := swatch + 6 + s.Width(name) + 14
			if any && x+width > canvas.Max.X-edge {
				x, canvas.Max.Y = canvas.Min.X+edge, canvas.Max.Y-line
			}
			top := canvas.Max.Y - 3
			t.Thumbnail(&draw.Canvas{Canvas: canvas.Canvas, Rectangle: vg.Rectangle{Min: vg.Point{X: x, Y: top - 10}, Max: vg.Point{X: x + swatch, Y: top - 1}}})
			canvas.FillText(s, vg.Point{X: x + swatch + 6, Y: top}, fit(s, name, canvas.Max.X-edge-x-swatch-6))
			x, any = x+width, true
		}
	}
	if any {
		canvas.Max.Y -= line + 2
	}
	return nil
}

// notes writes the notes at the bottom, and takes their place off the canvas.
func (f *Figure) notes(canvas *draw.Canvas, c *palette) {
	s := style(small, c)
	s.Color = blend(c.ink, c.ground, 0.25)
	width := canvas.Max.X - canvas.Min.X - 2*edge
	var lines []string
	for _, note := range f.Notes {
		lines = append(lines, wrap(s, clean(note), width)...)
	}
	if len(lines) == 0 {
		return
	}
	canvas.Min.Y += vg.Length(len(lines)) * line
	for i, text := range lines {
		canvas.FillText(s, vg.Point{X: canvas.Min.X + edge, Y: canvas.Min.Y - vg.Length(i)*line}, text)
	}
	canvas.Min.Y += 4
}
