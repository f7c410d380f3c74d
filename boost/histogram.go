package boost

// A histogram has the sums of a node's items by feature and bin; feature j has
// [starts[j]:starts[j+1]]. Only features drawn for the tree are filled in.

// histogram returns one with anything in it.
func (g *grower) histogram() []sum {
	if last := len(g.histograms) - 1; last >= 0 {
		h := g.histograms[last]
		g.histograms = g.histograms[:last]
		return h
	}
	return make([]sum, g.starts[g.dim])
}

// tally sums items by the bins of a feature.
func (g *grower) tally(h []sum, items []item, feature int) {
	h = h[g.starts[feature]:g.starts[feature+1]]
	clear(h)
	column := g.column(feature)
	for i := range items {
		it := &items[i]
		s := &h[column[it.row]]
		s.first += it.slopes.first
		s.second += it.slopes.second
		s.n++
	}
}

// dispose takes a histogram back, or nil.
func (g *grower) dispose(h []sum) {
	if h != nil {
		g.histograms = append(g.histograms, h)
	}
}

// children parts a side by its best cut and uses its histogram up: the items of
// the smaller child are summed, what remains is the other's. A child that is not
// to be parted has no cut.
func (g *grower) children(s side, depth int) (left, right side) {
	middle := g.part(s.items, s.best)
	left = side{items: s.items[:middle], all: s.best.left}
	right = side{items: s.items[middle:], all: s.all.less(s.best.left)}
	few, many := &left, &right
	if len(left.items) > len(right.items) {
		few, many = many, few
	}
	if depth == g.Depth || len(many.items) < 2*g.Leaf {
		g.dispose(s.h)
		return left, right
	}
	few.h, many.h = g.histogram(), s.h
	each(g.Workers, len(g.features), func(k int) {
		feature := g.features[k]
		g.tally(few.h, few.items, feature)
		for i := g.starts[feature]; i < g.starts[feature+1]; i++ {
			many.h[i] = many.h[i].less(few.h[i])
		}
		g.cuts[k] = [2]cut{g.bestOf(*few, feature), g.bestOf(*many, feature)}
	})
	few.best, many.best = g.best(0), g.best(1)
	return left, right
}

// best returns the cut of most gain among those found last for one of two sides,
// the first among equals.
func (g *grower) best(which int) cut {
	best := cut{}
	for _, c := range g.cuts {
		if c[which].gain > best.gain {
			best = c[which]
		}
	}
	return best
}

// bestOf returns the cut of a side of most gain by a feature.
func (g *grower) bestOf(side side, feature int) cut {
	best := cut{feature: feature}
	if len(side.items) < 2*g.Leaf {
		return best
	}
	own := g.score(side.all.slopes)
	var left sum
	for edge, s := range side.h[g.starts[feature] : g.starts[feature+1]-1] {
		if s.n == 0 {
			continue // the same cut as the one before
		}
		left.first += s.first
		left.second += s.second
		left.n += s.n
		if int(left.n) < g.Leaf {
			continue
		}
		right := side.all.less(left)
		if int(right.n) < g.Leaf {
			break
		}
		if gain := g.score(left.slopes) + g.score(right.slopes) - own; gain > best.gain {
			best.edge, best.gain, best.left = edge, gain, left
		}
	}
	return best
}
