package plot

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"testing"
)

// BenchmarkMillion draws points in two panels, as planes does: along a line, as
// traffic is, and strewn over all of the panel, which is the most marks there can be.
func BenchmarkMillion(b *testing.B) {
	for _, points := range []int{1000, 1_000_000} {
		r := rand.New(rand.NewPCG(1, 1))
		narrow, wide := make([]Point, points), make([]Point, points)
		for i := range narrow {
			packets := math.Exp(10 * r.Float64())
			narrow[i] = Point{packets, packets * (90 + 20*r.NormFloat64())}
			wide[i] = Point{math.Exp(10 * r.Float64()), math.Exp(12 * r.Float64())}
			narrow[i][1] = max(narrow[i][1], 40)
		}
		for i, cloud := range [][]Point{narrow, wide} {
			name, half := []string{"narrow", "strewn"}[i], points/2
			panel := Panel{XScale: Log1p, YScale: Log1p, Clouds: []Cloud{{Mark: Wedge, Points: cloud[half:]}, {Mark: Disc, Points: cloud[:half]}}}
			f := &Figure{Width: 800, Height: 440, Panels: []Panel{panel, panel}}
			b.Run(fmt.Sprintf("png/%s/%d", name, points), func(b *testing.B) {
				for b.Loop() {
					if err := f.PNG(io.Discard, 2); err != nil {
						b.Fatal(err)
					}
				}
			})
			b.Run(fmt.Sprintf("svg/%s/%d", name, points), func(b *testing.B) {
				for b.Loop() {
					if err := f.SVG(io.Discard); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
