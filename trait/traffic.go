package trait

import (
	"math"
	"slices"

	"davy/shape"
)

// Traits returns what the traffic of the span is like.
func (s Span) Traits() Vector {
	c := spare.Get().(*columns)
	defer spare.Put(c)
	return s.traits(c)
}

func (s Span) traits(c *columns) Vector {
	var v Vector
	c.fill(s.Windows)
	v.sizes(c)
	v.evenness(c)
	v.clock(c)
	v.ties(c)
	v.lines(c)
	v.messages(c)
	v.cloud(c)
	v.ends(s)
	v[Occupancy] = s.occupancy()
	return v
}

func (v *Vector) sizes(c *columns) {
	v[PacketRatio], v[PacketRatioSpread] = middle(c.packetRatio.LnQuantile)
	v[ByteRatio] = c.byteRatio.LnQuantile(0.5)
	v[LocalSize], v[LocalSizeSpread] = middle(c.localSize.LnQuantile)
	v[RemoteSize], v[RemoteSizeSpread] = middle(c.remoteSize.LnQuantile)
	v[LocalFloor], v[RemoteFloor] = c.localSize.LnQuantile(0.05), c.remoteSize.LnQuantile(0.05)
}

// middle returns the median and the difference of the quartiles.
func middle(quantile func(float64) float64) (median, spread float64) {
	return quantile(0.5), quantile(0.75) - quantile(0.25)
}

// deciles returns the first, the fifth and the ninth.
func deciles(quantile func(float64) float64) (lo, mid, hi float64) {
	return quantile(0.1), quantile(0.5), quantile(0.9)
}

func (v *Vector) evenness(c *columns) {
	v[LocalFano], v[LocalSpread] = quartileFano(&c.lp)
	v[RemoteFano], v[RemoteSpread] = quartileFano(&c.rp)
	v[LocalByteSpread], _ = c.lb.QuantileSpread()
	v[RemoteByteSpread], _ = c.rb.QuantileSpread()
	v[LocalSkew], v[RemoteSkew] = decileSkew(&c.lp), decileSkew(&c.rp)
	lo, mid, hi := deciles(c.busy.LnQuantile)
	v[Peak], v[Dip] = hi-mid, mid-lo
	v[Disorder] = c.busy.Entropy()
}

// quartilesOfNormal is the distance of a normal distribution's quartiles, in
// standard deviations.
const quartilesOfNormal = 1.3489795003921634

// quartileFano is ln(1 + variance per mean), both by quartiles, and the
// quartile dispersion.
func quartileFano(xs *shape.Sample) (fano, dispersion float64) {
	median, spread := middle(xs.Quantile)
	sigma := spread / quartilesOfNormal
	dispersion, _ = xs.QuantileSpread()
	return math.Log1p(sigma * sigma / max(median, 0.5)), dispersion
}

// decileSkew is the skewness of Hinkley (Biometrika 62, 1975) at the deciles:
// 0 where nothing varies.
func decileSkew(xs *shape.Sample) float64 {
	lo, mid, hi := deciles(xs.Quantile)
	if hi == lo {
		return 0
	}
	return (hi + lo - 2*mid) / (hi - lo)
}

// hour is the number of windows of an hour.
const hour = 6

// clock is how windows follow each other.
func (v *Vector) clock(c *columns) {
	ln := c.lnBusy
	if half := len(ln) / 2; half > 0 {
		early, late := c.halve(half)
		v[Drift] = math.Abs(medianOf(ln, early) - medianOf(ln, late))
	}
	v[Memory], _ = shape.Autocorrelation(ln, 1)
	hours := c.rest[:0]
	for packets := c.packets; len(packets) >= hour; packets = packets[hour:] {
		sum := 0.0
		for _, x := range packets[:hour] {
			sum += x
		}
		hours = append(hours, sum)
	}
	c.rest = hours
	if slow, ok := shape.Fano(hours); ok {
		quick, _ := shape.Fano(c.packets)
		v[Slow] = math.Log1p(slow) - math.Log1p(quick)
	}
}

// halve parts the numbers of the windows, in ascending order of their packets,
// into those of the first so many and the others.
func (c *columns) halve(first int) (early, late []int) {
	order := c.busy.Order()
	for i := range c.halves {
		c.halves[i] = slices.Grow(c.halves[i][:0], len(order))[:len(order)]
	}
	early, late = c.halves[0], c.halves[1]
	n, m := 0, 0
	for _, i := range order { // to both, as none can foresee to which
		early[n], late[m] = i, i
		is := 0
		if i < first {
			is = 1
		}
		n, m = n+is, m+1-is
	}
	return early[:n], late[:m]
}

// medianOf is the [shape.Quantile] in the middle of those values that are
// numbered, in ascending order.
func medianOf(values []float64, numbers []int) float64 {
	lower, upper := values[numbers[(len(numbers)-1)/2]], values[numbers[len(numbers)/2]]
	return lower + 0.5*(upper-lower)
}

// ends are the two ends of the pair.
func (v *Vector) ends(s Span) {
	n := float64(len(s.Windows))
	for i := range s.Windows {
		w := &s.Windows[i]
		if w.Connections <= 1 {
			v[Single] += 1 / n
		} else {
			v[Connections] += math.Log(float64(w.Connections)) / n
		}
		v[Kept] += float64(w.Kept) / float64(max(w.Connections, 1)) / n
		v[PortShare] += w.ServerShare / n
	}
	v[Client], v[Inside], v[Siblings] = s.client(), s.inside(), s.siblings()
}
