package trait

import (
	"math"

	"davy/shape"
)

func (v *Vector) ties(c *columns) {
	lb, lp, rb, rp := shape.Ranks(c.lb), shape.Ranks(c.lp), shape.Ranks(c.rb), shape.Ranks(c.rp)
	v[PacketTie], _ = shape.Pearson(lp, rp)
	v[ByteTie], _ = shape.Pearson(lb, rb)
	v[LocalTie], _ = shape.Pearson(lp, lb)
	v[RemoteTie], _ = shape.Pearson(rp, rb)
	v[LocalCross], _ = shape.Pearson(shape.Ranks(c.localPay), rp)
	v[RemoteCross], _ = shape.Pearson(shape.Ranks(c.remotePay), lp)
}

func (v *Vector) lines(c *columns) {
	slope, scatter := line(c.lp, c.lb)
	v[LocalSlope], v[LocalScatter] = math.Log1p(max(0, slope)), scatter
	slope, scatter = line(c.rp, c.rb)
	v[RemoteSlope], v[RemoteScatter] = math.Log1p(max(0, slope)), scatter
	slope, scatter = line(c.lp, c.rp)
	v[PacketSlope], v[PacketScatter] = max(-1, min(slope, 8)), scatter
	v[LocalPlane], v[RemotePlane] = plane(c.lp, c.rp, c.lb), plane(c.lp, c.rp, c.rb)
}

const (
	linePoints = 64   // of a line, which keeps its slopes to about 2,000
	exact      = 1e-4 // share of a value below which a distance is none
)

// line is the Theil-Sen slope of y over x, and ln of the median distance from
// the line as a share of the median of y.
func line(x, y []float64) (slope, scatter float64) {
	if len(x) > linePoints {
		x, y = every(x, linePoints), every(y, linePoints)
	}
	l, ok := shape.TheilSen(x, y)
	if !ok {
		return 0, math.Log(exact)
	}
	off := make([]float64, len(x))
	for i := range x {
		off[i] = math.Abs(y[i] - l.At(x[i]))
	}
	return l.Slope, math.Log(exact + shape.Median(off)/max(shape.Median(y), 1))
}

// every picks n of xs at even distances.
func every(xs []float64, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = xs[i*(len(xs)-1)/(n-1)]
	}
	return out
}

// plane is how far the windows are off the least-squares plane of z over x and
// y: ln of the median distance as a share of the mean of z. Where messages have
// few sizes, bytes follow from the packets of both sides.
func plane(x, y, z []float64) float64 {
	n := float64(len(x))
	var mx, my, mz float64
	for i := range x {
		mx, my, mz = mx+x[i]/n, my+y[i]/n, mz+z[i]/n
	}
	var xx, xy, yy, xz, yz float64
	for i := range x {
		a, b, c := x[i]-mx, y[i]-my, z[i]-mz
		xx, xy, yy, xz, yz = xx+a*a, xy+a*b, yy+b*b, xz+a*c, yz+b*c
	}
	var p, q float64
	if det := xx*yy - xy*xy; det > 1e-9*xx*yy {
		p, q = (xz*yy-yz*xy)/det, (yz*xx-xz*xy)/det
	} else if xx > 0 { // one follows from the other
		p = xz / xx
	}
	off := make([]float64, len(x))
	for i := range x {
		off[i] = math.Abs(z[i] - mz - p*(x[i]-mx) - q*(y[i]-my))
	}
	return math.Log(exact + shape.Median(off)/max(mz, 1))
}

func (v *Vector) messages(c *columns) {
	local, _ := shape.Fano(c.localPay)
	remote, _ := shape.Fano(c.remotePay)
	v[LocalGrain], v[RemoteGrain] = math.Log1p(local), math.Log1p(remote)
	v[LocalCount] = v[LocalGrain] - math.Log(max(math.Expm1(v[LocalSlope])-Header, 1))
	v[RemoteCount] = v[RemoteGrain] - math.Log(max(math.Expm1(v[RemoteSlope])-Header, 1))
	v[LocalRate] = math.Log(shape.Median(c.lp) + 0.5)
	v[RemoteRate] = math.Log(shape.Median(c.rp) + 0.5)
}

const (
	flat   = -60.0 // ln of the determinant of a cloud that does not fill its space
	thin   = 1e-5  // share of the widest variance below which an axis has none
	fringe = 3     // deciles' distances beyond which a window is taken to lie no farther
)

// cloud is how the windows lie in the space of their four counts.
func (v *Vector) cloud(c *columns) {
	n := len(c.lb)
	points := make([]float64, 0, 4*n)
	for i := range n {
		points = append(points, math.Log1p(c.lb[i]), math.Log1p(c.lp[i]), math.Log1p(c.rb[i]), math.Log1p(c.rp[i]))
	}
	v[Neighbour], _ = shape.ClarkEvans(points, 4, shape.BoxVolume(points, 4))
	v[Volume] = max(flat, shape.LogDetCovariance(points, 4))
	v[Duplicates] = shape.DuplicateShare(points, 4)

	points = points[:0]
	var scaled [4][]float64
	for j, col := range [4][]float64{c.localPay, c.lp, c.remotePay, c.rp} {
		scaled[j] = scale(col)
	}
	for i := range n {
		for j := range scaled {
			points = append(points, scaled[j][i])
		}
	}
	axes := shape.PCA(points, 4, 4).Variances
	for j, at := range []int{SecondAxis, ThirdAxis, FourthAxis} {
		v[at] = math.Log(thin)
		if len(axes) == 4 && axes[0] > 0 {
			v[at] = math.Log(thin + axes[j+1]/axes[0])
		}
	}
}

// scale brings the median to 0 and the deciles' distance to 1.
func scale(xs []float64) []float64 {
	lo, mid, hi := shape.Quantile(xs, 0.1), shape.Quantile(xs, 0.5), shape.Quantile(xs, 0.9)
	out := make([]float64, len(xs))
	if hi == lo {
		return out
	}
	for i, x := range xs {
		out[i] = max(-fringe, min(fringe, (x-mid)/(hi-lo)))
	}
	return out
}
