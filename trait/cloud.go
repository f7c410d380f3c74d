package trait

import (
	"math"

	"davy/shape"
)

func (v *Vector) ties(c *columns) {
	v[PacketTie], _ = c.lp.Spearman(&c.rp)
	v[ByteTie], _ = c.lb.Spearman(&c.rb)
	v[LocalTie], _ = c.lp.Spearman(&c.lb)
	v[RemoteTie], _ = c.rp.Spearman(&c.rb)
	v[LocalCross], _ = c.localPay.Spearman(&c.rp)
	v[RemoteCross], _ = c.remotePay.Spearman(&c.lp)
}

func (v *Vector) lines(c *columns) {
	slope, scatter := c.line(&c.lp, &c.lb)
	v[LocalSlope], v[LocalScatter] = math.Log1p(max(0, slope)), scatter
	slope, scatter = c.line(&c.rp, &c.rb)
	v[RemoteSlope], v[RemoteScatter] = math.Log1p(max(0, slope)), scatter
	slope, scatter = c.line(&c.lp, &c.rp)
	v[PacketSlope], v[PacketScatter] = max(-1, min(slope, 8)), scatter
	v[LocalPlane], v[RemotePlane] = c.planes()
	v[Events] = c.events()
}

const (
	linePoints = 64   // of a line, which keeps its slopes to about 2,000
	exact      = 1e-4 // share of a value below which a distance is none
)

// line is the Theil-Sen slope of y over x, and ln of the median distance from
// the line as a share of the median of y.
func (c *columns) line(of, over *shape.Sample) (slope, scatter float64) {
	x, y := every(c.x[:], of.Values), every(c.y[:], over.Values)
	l, ok := c.work.TheilSen(x, y)
	if !ok {
		return 0, math.Log(exact)
	}
	off := c.rest[:0]
	for i := range x {
		off = append(off, math.Abs(y[i]-l.At(x[i])))
	}
	c.rest = off
	middle := over.Median()
	if len(y) < len(over.Values) {
		middle = c.work.Median(y)
	}
	return l.Slope, math.Log(exact + c.work.Median(off)/max(middle, 1))
}

// every picks as many of xs, at even distances, as out holds; all if those are
// no more.
func every(out, xs []float64) []float64 {
	n := len(out)
	if len(xs) <= n {
		return xs
	}
	for i := range out {
		out[i] = xs[i*(len(xs)-1)/(n-1)]
	}
	return out
}

// planes are how far the windows are off the least-squares plane of the bytes of
// each side over the packets of both: ln of the median distance as a share of
// the mean of the bytes. Where messages have few sizes, bytes follow from those
// packets.
func (c *columns) planes() (local, remote float64) {
	x, y := c.lp.Values, c.rp.Values
	n := float64(len(x))
	var mx, my float64
	for i := range x {
		mx, my = mx+x[i]/n, my+y[i]/n
	}
	var xx, xy, yy float64
	for i := range x {
		a, b := x[i]-mx, y[i]-my
		xx, xy, yy = xx+a*a, xy+a*b, yy+b*b
	}
	plane := func(z []float64) float64 {
		var mz, xz, yz float64
		for i := range z {
			mz += z[i] / n
		}
		for i := range z {
			d := z[i] - mz
			xz, yz = xz+(x[i]-mx)*d, yz+(y[i]-my)*d
		}
		var p, q float64
		if det := xx*yy - xy*xy; det > 1e-9*xx*yy {
			p, q = (xz*yy-yz*xy)/det, (yz*xx-xz*xy)/det
		} else if xx > 0 { // one follows from the other
			p = xz / xx
		}
		off := c.rest[:0]
		for i := range x {
			off = append(off, math.Abs(z[i]-mz-p*(x[i]-mx)-q*(y[i]-my)))
		}
		c.rest = off
		return math.Log(exact + c.work.Median(off)/max(mz, 1))
	}
	return plane(c.lb.Values), plane(c.rb.Values)
}

func (v *Vector) messages(c *columns) {
	local, _ := shape.Fano(c.localPay.Values)
	remote, _ := shape.Fano(c.remotePay.Values)
	v[LocalGrain], v[RemoteGrain] = math.Log1p(local), math.Log1p(remote)
	v[LocalCount] = v[LocalGrain] - math.Log(max(math.Expm1(v[LocalSlope])-Header, 1))
	v[RemoteCount] = v[RemoteGrain] - math.Log(max(math.Expm1(v[RemoteSlope])-Header, 1))
	v[LocalRate] = math.Log(c.lp.Median() + 0.5)
	v[RemoteRate] = math.Log(c.rp.Median() + 0.5)
}

const (
	flat   = -60.0 // ln of the determinant of a cloud that does not fill its space
	thin   = 1e-5  // share of the widest variance below which an axis has none
	fringe = 3     // deciles' distances beyond which a window is taken to lie no farther
)

// cloud is how the windows lie in the space of their four counts.
func (v *Vector) cloud(c *columns) {
	lb, lp, rb, rp := c.lb.Values, c.lp.Values, c.rb.Values, c.rp.Values
	points := c.points[:0]
	for i := range lb {
		points = append(points, math.Log1p(lb[i]), math.Log1p(lp[i]), math.Log1p(rb[i]), math.Log1p(rp[i]))
	}
	nearest := c.work.NearestDistances(points, 4)
	v[Neighbour], _ = shape.ClarkEvansOf(nearest, 4, shape.BoxVolume(points, 4))
	v[Duplicates] = zeroShare(nearest)
	v[Volume] = max(flat, c.work.LogDetCovariance(points, 4))

	for j, s := range [4]*shape.Sample{&c.localPay, &c.lp, &c.remotePay, &c.rp} {
		scale(points[j:], 4, s)
	}
	c.points = points
	axes := c.work.AxisVariances(points, 4)
	for j, at := range []int{SecondAxis, ThirdAxis, FourthAxis} {
		v[at] = math.Log(thin)
		if axes[0] > 0 {
			v[at] = math.Log(thin + axes[j+1]/axes[0])
		}
	}
}

// zeroShare is the share of distances that are 0, 0 for none.
func zeroShare(distances []float64) float64 {
	zero := 0
	for _, d := range distances {
		if d == 0 {
			zero++
		}
	}
	return float64(zero) / float64(max(len(distances), 1))
}

// scale writes the sample, its median brought to 0 and its deciles' distance to
// 1, to each step-th place of out: zeros where the deciles are the same.
func scale(out []float64, step int, s *shape.Sample) {
	lo, mid, hi := deciles(s.Quantile)
	for i, x := range s.Values {
		out[i*step] = 0
		if hi != lo {
			out[i*step] = max(-fringe, min(fringe, (x-mid)/(hi-lo)))
		}
	}
}
