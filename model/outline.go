package model

import "davy/biflow"

// Expanded returns the corners of the profile's hull when it is expanded by
// alpha about its centre, scaled by [Scale]. Those of small counts may lie
// below 0.
func (p *Profile) Expanded(alpha float64) []biflow.Point {
	vertices, centre := p.hull.Vertices(), p.hull.Centre()
	out := make([]biflow.Point, len(vertices)/dim)
	for i := range out {
		for a := range dim {
			out[i][a] = centre[a] + alpha*(vertices[i*dim+a]-centre[a])
		}
	}
	return out
}
