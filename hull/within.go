package hull

// Within reports whether x is in the hull grown by the factor alpha about its
// centre. It is Gauge(x) <= alpha, but says no at the first facet that does.
func (h *Hull) Within(x []float64, alpha float64) bool {
	switch {
	case alpha == 1:
		return h.Contains(x)
	case !(alpha > 1+h.margin): // next to the surface rounding needs care
		return h.Gauge(x) <= alpha
	case len(x) != h.dim || len(h.spans) > 0 && !h.onSpan(x):
		return false
	}
	var u [MaxDim]float64
	h.project(&u, x)
	if far(&u) {
		return false
	}
	if index := h.index.Load(); index != nil {
		if answer := index.within(h.depths.four, &u, alpha); answer != doubt {
			return answer == inside
		}
	}
	if !h.depths.within(&u, alpha) {
		return false
	}
	h.scanned()
	return true
}

// within reports whether no function is above limit at u.
func (f *cuts) within(u *[MaxDim]float64, limit float64) bool {
	if f.four != nil {
		u0, u1, u2, u3 := u[0], u[1], u[2], u[3]
		for i := range f.four {
			k := &f.four[i]
			if float64(k.n[0]*u0)+float64(k.n[1]*u1)+float64(k.n[2]*u2)+float64(k.n[3]*u3)-k.c > limit {
				return false
			}
		}
		return true
	}
	for i := range f.eight {
		if k := &f.eight[i]; dot8(&k.n, u)-k.c > limit {
			return false
		}
	}
	return true
}
