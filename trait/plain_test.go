package trait

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"davy/biflow"
	"davy/shape"
)

// The traits that are computed by a quick way, by the obvious one: all is
// sorted, all pairs are compared, every logarithm is taken.
type plain struct{ lb, lp, rb, rp, localPay, remotePay, localSize, remoteSize, packetRatio, byteRatio, packets, ln []float64 }

func plainOf(ws []biflow.Window) (c plain) {
	add := func(to *[]float64, x float64) { *to = append(*to, x) }
	for i := range ws {
		p := ws[i].Point()
		for j, to := range []*[]float64{&c.lb, &c.lp, &c.rb, &c.rp} {
			add(to, p[j])
		}
		add(&c.localPay, max(0, p[0]-Header*p[1]))
		add(&c.remotePay, max(0, p[2]-Header*p[3]))
		add(&c.localSize, math.Log(max(p[0], smallest)/max(p[1], 1)))
		add(&c.remoteSize, math.Log(max(p[2], smallest)/max(p[3], 1)))
		add(&c.packetRatio, math.Log(max(p[1], 0.5)/max(p[3], 0.5)))
		add(&c.byteRatio, math.Log(max(p[0], smallest)/max(p[2], smallest)))
		add(&c.packets, p[1]+p[3])
		add(&c.ln, math.Log(max(p[1]+p[3], 0.5)))
	}
	return c
}

func plainQuantile(xs []float64, p float64) float64 {
	sorted := slices.Sorted(slices.Values(xs))
	at := p * float64(len(sorted)-1)
	i := int(at)
	return sorted[i] + (at-float64(i))*(sorted[min(i+1, len(sorted)-1)]-sorted[i])
}

func plainMedian(xs []float64) float64 {
	sorted := slices.Sorted(slices.Values(xs))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

func plainTie(x, y []float64) float64 {
	ranks := func(xs []float64) []float64 {
		out := make([]float64, len(xs))
		for i := range xs {
			less, same := 0, 0
			for _, other := range xs {
				if other < xs[i] {
					less++
				} else if other == xs[i] {
					same++
				}
			}
			out[i] = float64(less) + float64(same+1)/2
		}
		return out
	}
	r, _ := shape.Pearson(ranks(x), ranks(y))
	return r
}

func plainLine(x, y []float64) (slope, scatter float64) {
	if n := len(x); n > linePoints {
		var fx, fy []float64
		for i := range linePoints {
			fx, fy = append(fx, x[i*(n-1)/(linePoints-1)]), append(fy, y[i*(n-1)/(linePoints-1)])
		}
		x, y = fx, fy
	}
	var slopes, rest, off []float64
	for i := range x {
		for j := range i {
			if x[i] != x[j] {
				slopes = append(slopes, (y[i]-y[j])/(x[i]-x[j]))
			}
		}
	}
	if slopes == nil {
		return 0, math.Log(exact)
	}
	slope = plainMedian(slopes)
	for i := range x {
		rest = append(rest, y[i]-slope*x[i])
	}
	l := shape.Line{Slope: slope, Intercept: plainMedian(rest)}
	for i := range x {
		off = append(off, math.Abs(y[i]-l.At(x[i])))
	}
	return slope, math.Log(exact + plainMedian(off)/max(plainMedian(y), 1))
}

// plainCloud returns the nearest-neighbour index, the share of duplicates, and
// ln of the determinant.
func plainCloud(c plain) (index, duplicates, volume float64) {
	var points, nearest []float64
	for i := range c.lb {
		points = append(points, math.Log1p(c.lb[i]), math.Log1p(c.lp[i]), math.Log1p(c.rb[i]), math.Log1p(c.rp[i]))
	}
	times := map[[4]float64]int{}
	for point := range slices.Chunk(points, 4) {
		times[[4]float64(point)]++
		least := math.Inf(1)
		for other := range slices.Chunk(points, 4) {
			if &other[0] != &point[0] {
				var sum float64
				for a := range 4 {
					sum += (point[a] - other[a]) * (point[a] - other[a])
				}
				least = min(least, math.Sqrt(sum))
			}
		}
		nearest = append(nearest, least)
	}
	doubles := 0
	for _, n := range times {
		if n > 1 {
			doubles += n
		}
	}
	if len(nearest) > 1 {
		index, _ = shape.ClarkEvansOf(nearest, 4, shape.BoxVolume(points, 4))
	}
	return index, float64(doubles) / float64(len(c.lb)), max(flat, shape.LogDetCovariance(points, 4))
}

func plainAxes(c plain) []float64 {
	points := make([]float64, 4*len(c.lb))
	for j, xs := range [][]float64{c.localPay, c.lp, c.remotePay, c.rp} {
		lo, mid, hi := plainQuantile(xs, 0.1), plainQuantile(xs, 0.5), plainQuantile(xs, 0.9)
		for i, x := range xs {
			if hi != lo {
				points[4*i+j] = max(-fringe, min(fringe, (x-mid)/(hi-lo)))
			}
		}
	}
	return shape.PCA(points, 4, 4).Variances
}

// want are the traits by the obvious way.
func (c plain) want() map[int]float64 {
	m := map[int]float64{
		PacketTie: plainTie(c.lp, c.rp), ByteTie: plainTie(c.lb, c.rb), LocalTie: plainTie(c.lp, c.lb), RemoteTie: plainTie(c.rp, c.rb),
		LocalCross: plainTie(c.localPay, c.rp), RemoteCross: plainTie(c.remotePay, c.lp),
		LocalFloor: plainQuantile(c.localSize, 0.05), RemoteFloor: plainQuantile(c.remoteSize, 0.05), ByteRatio: plainQuantile(c.byteRatio, 0.5),
		Peak: plainQuantile(c.ln, 0.9) - plainQuantile(c.ln, 0.5), Dip: plainQuantile(c.ln, 0.5) - plainQuantile(c.ln, 0.1),
		Disorder: shape.Entropy(c.packets), LocalRate: math.Log(plainMedian(c.lp) + 0.5), RemoteRate: math.Log(plainMedian(c.rp) + 0.5),
	}
	for _, of := range []struct {
		xs             []float64
		median, spread int
	}{
		{c.localSize, LocalSize, LocalSizeSpread}, {c.remoteSize, RemoteSize, RemoteSizeSpread}, {c.packetRatio, PacketRatio, PacketRatioSpread},
	} {
		m[of.median], m[of.spread] = plainQuantile(of.xs, 0.5), plainQuantile(of.xs, 0.75)-plainQuantile(of.xs, 0.25)
	}
	for _, of := range []struct {
		x, y           []float64
		slope, scatter int
	}{{c.lp, c.lb, LocalSlope, LocalScatter}, {c.rp, c.rb, RemoteSlope, RemoteScatter}, {c.lp, c.rp, PacketSlope, PacketScatter}} {
		slope, scatter := plainLine(of.x, of.y)
		m[of.slope], m[of.scatter] = math.Log1p(max(0, slope)), scatter
		if of.slope == PacketSlope {
			m[of.slope] = max(-1, min(slope, 8))
		}
	}
	m[Neighbour], m[Duplicates], m[Volume] = plainCloud(c)
	axes := plainAxes(c)
	for j, at := range []int{SecondAxis, ThirdAxis, FourthAxis} {
		m[at] = math.Log(thin)
		if axes[0] > 0 {
			m[at] = math.Log(thin + axes[j+1]/axes[0])
		}
	}
	if half := len(c.ln) / 2; half > 0 {
		m[Drift] = math.Abs(plainQuantile(c.ln[:half], 0.5) - plainQuantile(c.ln[half:], 0.5))
	}
	return m
}

// The quick ways lead where the obvious ones do.
func TestTraitsPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 1))
	for trial := range 600 {
		n := 1 + r.IntN(215)
		p := []func(int, uint64) *biflow.Pair{poolLike, tailed, steps}[trial%3](n, uint64(trial))
		s := Spans(p)[0]
		got := s.Traits()
		for i, want := range plainOf(s.Windows).want() {
			if math.Abs(got[i]-want) > 1e-12*math.Abs(want) {
				t.Fatalf("trial %d, %d windows: %s is %v, by the obvious way %v", trial, n, Names[i], got[i], want)
			}
		}
	}
}

// steps are windows of few kinds, so that much is tied or the same.
func steps(n int, seed uint64) *biflow.Pair {
	r := rand.New(rand.NewPCG(seed, 3))
	p := &biflow.Pair{}
	for i := range n {
		packets := uint64(1 + r.IntN(1+int(seed%5)))
		p.Windows = append(p.Windows, biflow.Window{
			Start: int64(i) * biflow.Seconds, LocalPackets: packets, LocalBytes: 52 * packets, RemotePackets: uint64(r.IntN(2)), RemoteBytes: 40 * uint64(r.IntN(3)),
		})
	}
	return p
}

// Hundreds of thousands of spans must leave nothing behind.
func TestTraitsDoNotAllocate(t *testing.T) {
	long, short, c := Spans(poolLike(Day, 1))[0], Spans(tailed(40, 1))[0], new(columns)
	want := short.traits(new(columns))
	long.traits(c)
	if n := testing.AllocsPerRun(10, func() { long.traits(c); short.traits(c) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if got := short.traits(c); got != want {
		t.Errorf("used columns give %v, new ones %v", got, want)
	}
}
