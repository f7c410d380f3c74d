package plot

// Align gives the panels of figures that are in the same place the same axes,
// that show all there is in any of them.
func Align(figures ...*Figure) {
	if len(figures) == 0 {
		return
	}
	for i := range figures[0].Panels {
		x, y := nothing, nothing
		for _, f := range figures {
			x, y = f.Panels[i].shown(x, y)
		}
		for _, f := range figures {
			panel := &f.Panels[i]
			panel.ends = &[2]span{x.widened(panel.XScale), y.widened(panel.YScale)}
		}
	}
}

// shown returns the spans with what the panel shows.
func (panel *Panel) shown(x, y span) (span, span) {
	things, err := panel.things(&palettes[Light])
	if err != nil {
		return x, y // drawing will say so
	}
	for _, t := range things {
		x, y = t.spans(x, y)
	}
	return x, y
}
