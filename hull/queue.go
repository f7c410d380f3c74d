package hull

// A queue gives out facets that have points above them, the one with the
// highest point first. That makes the hull big early, and most points are
// inside before they have been handed from facet to facet many times: half as
// many tests as in order of creation.
//
// It is a binary heap. Entries of facets that are gone stay until they come
// up, and are known by a height that is not the facet's.
type queue []waiting

type waiting struct {
	height float64
	facet  int32
}

func (q *queue) push(w waiting) {
	h := append(*q, w)
	i := len(h) - 1
	for i > 0 {
		up := (i - 1) / 2
		if h[up].height >= w.height {
			break
		}
		h[i] = h[up]
		i = up
	}
	h[i] = w
	*q = h
}

func (q *queue) pop() waiting {
	h := *q
	top := h[0]
	w := h[len(h)-1]
	h = h[:len(h)-1]
	i := 0
	for 2*i+1 < len(h) {
		down := 2*i + 1
		if down+1 < len(h) && h[down+1].height > h[down].height {
			down++
		}
		if h[down].height <= w.height {
			break
		}
		h[i] = h[down]
		i = down
	}
	if len(h) > 0 {
		h[i] = w
	}
	*q = h
	return top
}
