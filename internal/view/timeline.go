package view

import (
	"davy/biflow"
	"davy/internal/plot"
)

// timeline shows the windows over time: bytes above, packets below.
func timeline(s *Subject, o *Options, f *plot.Figure) error {
	f.Rows, f.Height = 2, 520
	for _, row := range []struct {
		y             string
		local, remote int
	}{{"bytes in ten minutes", 0, 2}, {"packets in ten minutes", 1, 3}} {
		var local, remote, lost []plot.Point
		for i := range s.Windows {
			w := &s.Windows[i]
			at, x := float64(w.Start), w.Point()
			switch {
			case w.Known():
				local = append(local, plot.Point{at, x[row.local]})
				remote = append(remote, plot.Point{at, x[row.remote]})
			case w.Flags&biflow.Incomplete != 0:
				lost = append(lost, plot.Point{at, x[row.local] + x[row.remote]})
			}
		}
		panel := plot.Panel{
			Y: row.y, XScale: plot.Clock, YScale: o.Scale,
			Clouds: []plot.Cloud{
				{Name: "remote side", Mark: plot.Wedge, Points: remote},
				{Name: "local side", Mark: plot.Disc, Points: local},
				{Name: "both sides, of windows in which AWS skipped data", Mark: plot.Ex, Points: lost},
			},
		}
		if len(local)+len(lost) == 0 {
			panel.Empty = "no window with accepted traffic"
		}
		f.Panels = append(f.Panels, panel)
	}
	f.Panels[1].X = "start of window, UTC"
	return nil
}
