package view

import (
	"fmt"
	"math"

	"davy/internal/numeral"
	"davy/internal/plot"
	"davy/shape"
)

// lines shows bytes over packets with the Theil–Sen line of each side. Axes are
// as asked; the line is that of plain bytes and packets.
func lines(s *Subject, o *Options, f *plot.Figure) error {
	points := s.points()
	for _, p := range bothPlanes {
		panel := p.panel(o.Scale)
		cloud := p.of(points)
		x, y := columns(cloud)
		panel.Clouds = []plot.Cloud{{Name: "window", Mark: plot.Disc, Points: cloud}}
		l, ok := shape.TheilSen(x, y)
		switch {
		case len(points) == 0:
			panel.Empty = "no window with accepted traffic"
		case !ok:
			f.Notes = append(f.Notes, p.side+" side: no line, for all windows have as many packets")
		default:
			off := make([]float64, len(x))
			lo, hi := x[0], x[0]
			for i := range x {
				off[i] = math.Abs(y[i] - l.At(x[i]))
				lo, hi = min(lo, x[i]), max(hi, x[i])
			}
			panel.Curves = []plot.Curve{{Name: "Theil–Sen line", Stroke: plot.Thick, Points: stepped([]plot.Point{{lo, l.At(lo)}, {hi, l.At(hi)}})}}
			f.Notes = append(f.Notes, fmt.Sprintf("%s side: %s bytes a packet; half of the windows lie within %s bytes of the line, %.2g %% of the median window",
				p.side, figures(l.Slope), figures(shape.Median(off)), 100*shape.Median(off)/max(shape.Median(y), 1)))
		}
		f.Panels = append(f.Panels, panel)
	}
	return nil
}

func columns(points []plot.Point) (x, y []float64) {
	for _, p := range points {
		x, y = append(x, p[0]), append(y, p[1])
	}
	return x, y
}

// figures writes a number with three significant digits, large ones whole.
func figures(x float64) string {
	sign := ""
	if x < 0 {
		sign, x = "−", -x
	}
	if x >= 100 && x < 1e15 {
		return sign + numeral.Grouped(int(math.Round(x)))
	}
	return sign + fmt.Sprintf("%.3g", x)
}
