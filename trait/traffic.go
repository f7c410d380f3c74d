package trait

import (
	"math"
	"slices"

	"davy/shape"
)

// Traits returns what the traffic of the span is like.
func (s Span) Traits() Vector {
	var v Vector
	c := columnsOf(s.Windows)
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
	v[PacketRatio], v[PacketRatioSpread] = middle(c.packetRatio)
	v[ByteRatio], _ = middle(c.byteRatio)
	v[LocalSize], v[LocalSizeSpread] = middle(c.localSize)
	v[RemoteSize], v[RemoteSizeSpread] = middle(c.remoteSize)
	v[LocalFloor], v[RemoteFloor] = shape.Quantile(c.localSize, 0.05), shape.Quantile(c.remoteSize, 0.05)
}

// middle returns the median and the difference of the quartiles.
func middle(xs []float64) (median, spread float64) {
	sorted := slices.Sorted(slices.Values(xs))
	return shape.Quantile(sorted, 0.5), shape.Quantile(sorted, 0.75) - shape.Quantile(sorted, 0.25)
}

func (v *Vector) evenness(c *columns) {
	v[LocalFano], v[LocalSpread] = quartileFano(c.lp)
	v[RemoteFano], v[RemoteSpread] = quartileFano(c.rp)
	v[LocalByteSpread], _ = shape.QuantileSpread(c.lb)
	v[RemoteByteSpread], _ = shape.QuantileSpread(c.rb)
	v[LocalSkew], v[RemoteSkew] = decileSkew(c.lp), decileSkew(c.rp)
	median := shape.Quantile(c.lnPackets, 0.5)
	v[Peak] = shape.Quantile(c.lnPackets, 0.9) - median
	v[Dip] = median - shape.Quantile(c.lnPackets, 0.1)
	v[Disorder] = shape.Entropy(c.packets)
}

// quartilesOfNormal is the distance of a normal distribution's quartiles, in
// standard deviations.
const quartilesOfNormal = 1.3489795003921634

// quartileFano is ln(1 + variance per mean), both by quartiles, and the
// quartile dispersion.
func quartileFano(xs []float64) (fano, dispersion float64) {
	median, spread := middle(xs)
	sigma := spread / quartilesOfNormal
	dispersion, _ = shape.QuantileSpread(xs)
	return math.Log1p(sigma * sigma / max(median, 0.5)), dispersion
}

// decileSkew is the skewness of Hinkley (Biometrika 62, 1975) at the deciles:
// 0 where nothing varies.
func decileSkew(xs []float64) float64 {
	lo, mid, hi := shape.Quantile(xs, 0.1), shape.Quantile(xs, 0.5), shape.Quantile(xs, 0.9)
	if hi == lo {
		return 0
	}
	return (hi + lo - 2*mid) / (hi - lo)
}

// hour is the number of windows of an hour.
const hour = 6

// clock is how windows follow each other.
func (v *Vector) clock(c *columns) {
	if half := len(c.lnPackets) / 2; half > 0 {
		v[Drift] = math.Abs(shape.Quantile(c.lnPackets[:half], 0.5) - shape.Quantile(c.lnPackets[half:], 0.5))
	}
	v[Memory], _ = shape.Autocorrelation(c.lnPackets, 1)
	var hours []float64
	for i := 0; i+hour <= len(c.packets); i += hour {
		sum := 0.0
		for _, x := range c.packets[i : i+hour] {
			sum += x
		}
		hours = append(hours, sum)
	}
	if slow, ok := shape.Fano(hours); ok && len(hours) > 1 {
		quick, _ := shape.Fano(c.packets)
		v[Slow] = math.Log1p(slow) - math.Log1p(quick)
	}
}

// ends are the two ends of the pair.
func (v *Vector) ends(s Span) {
	n := float64(len(s.Windows))
	for i := range s.Windows {
		w := &s.Windows[i]
		v[Connections] += math.Log(float64(max(w.Connections, 1))) / n
		if w.Connections <= 1 {
			v[Single] += 1 / n
		}
		v[PortShare] += w.ServerShare / n
	}
	v[Client] = s.client()
	if s.pair.Remote.IsPrivate() {
		v[Inside] = 1
	}
}
