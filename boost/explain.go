package boost

// Explain parts the margin of the point x among the features: base + the sum of
// parts is Margin(x), up to rounding of the sum.
//
// base is the margin if every tree ended at its root, close to the log odds of
// the training sample. A feature's part is what its cuts on the paths of x
// changed the margin by, step by step from root to leaf, summed over trees. The
// method is Saabas's (Interpreting random forests, 2014).
//
// Explain panics if x has not Dim() features.
func (b *Boosted) Explain(x []float64) (base float64, parts []float64) {
	b.mustFit(x)
	base, parts = float64(b.base), make([]float64, b.dim)
	for first := 0; first < len(b.roots); first += lanes {
		// Walks in step bring the nodes near, that are then read tree by tree.
		var walks [lanes]int32
		roots := b.roots[first:min(first+lanes, len(b.roots))]
		copy(walks[:], roots)
		b.descend(&walks, x)
		for _, i := range roots {
			n := &b.nodes[i]
			base += float64(n.value)
			for !n.isLeaf() {
				if i++; !(x[n.feature] <= float64(n.threshold)) {
					i = n.right
				}
				next := &b.nodes[i]
				parts[n.feature] += float64(next.value) - float64(n.value)
				n = next
			}
		}
	}
	return base, parts
}

// Importance returns, for each feature, the sum of the gains of all cuts on it
// (Friedman 2001, section 8.1; here the gain is XGBoost's), as a share of all
// features'. The sum is 1, or 0 if there are no cuts.
func (b *Boosted) Importance() []float64 {
	by, all := make([]float64, b.dim), 0.0
	for j, gain := range b.gains {
		by[j] = float64(gain)
		all += by[j]
	}
	if all > 0 {
		for j := range by {
			by[j] /= all
		}
	}
	return by
}
