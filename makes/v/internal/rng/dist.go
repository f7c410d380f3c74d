package rng

// Dist is a distribution of a size or of a pause. The zero Dist is always 0.
type Dist struct {
	kind  uint8
	a, b  float64
	other *Dist
	base  *Dist
}

const (
	fix uint8 = iota
	uni
	lognormal
	exponential
	mixture
	shifted
)

// Fix is always x.
func Fix(x float64) Dist { return Dist{kind: fix, a: x} }

// Uni is even between a and b.
func Uni(a, b float64) Dist { return Dist{kind: uni, a: a, b: b} }

// LogN is log-normal by median and sigma.
func LogN(median, sigma float64) Dist { return Dist{kind: lognormal, a: median, b: sigma} }

// Exp is exponential by its mean.
func Exp(mean float64) Dist { return Dist{kind: exponential, a: mean} }

// Jit is x with an even jitter of the given fraction either way.
func Jit(x, frac float64) Dist { return Uni(x*(1-frac), x*(1+frac)) }

// Mix is d, but rare with probability p.
func Mix(d Dist, p float64, rare Dist) Dist {
	return Dist{kind: mixture, a: p, base: &d, other: &rare}
}

// Plus is d with a constant added, such as a program's minimum pause.
func Plus(x float64, d Dist) Dist { return Dist{kind: shifted, a: x, base: &d} }

// Zero tells whether d was left out.
func (d Dist) Zero() bool { return d.kind == fix && d.a == 0 }

// At draws from d.
func (d Dist) At(r *R) float64 {
	switch d.kind {
	case uni:
		return r.Uni(d.a, d.b)
	case lognormal:
		return r.LogN(d.a, d.b)
	case exponential:
		return r.Exp(d.a)
	case mixture:
		if r.Float64() < d.a {
			return d.other.At(r)
		}
		return d.base.At(r)
	case shifted:
		return d.a + d.base.At(r)
	}
	return d.a
}

// Long tells whether d is a pause in which other things happen.
func (d Dist) Long() bool {
	const moment = 0.4
	switch d.kind {
	case fix, lognormal, exponential:
		return d.a > moment
	case uni:
		return d.b > moment
	case mixture:
		return d.base.Long() || d.other.Long()
	case shifted:
		return d.a > moment || d.base.Long()
	}
	return false
}
