package wide

// Sizes is the habit of a program's messages of one purpose: one to three
// types of message, each of fixed, slightly varying or freely varying length.
type Sizes struct {
	types []messageType
}

type messageType struct {
	base   float64
	jitter int     // extra bytes, uniformly up to this
	sigma  float64 // spread of free text and data
	weight float64 // of the first type; the others share the rest
}

// DrawSizes draws a habit with message lengths around the range.
func DrawSizes(h *Rand, g Range) Sizes {
	s := Sizes{}
	for range 1 + Weighted(h, 6, 3, 1) {
		s.types = append(s.types, drawType(h, g, Weighted(h, 25, 40, 35)))
	}
	return s
}

// DrawLines draws a habit of one type of formatted line, of nearly constant length.
func DrawLines(h *Rand, g Range) Sizes {
	return Sizes{types: []messageType{drawType(h, g, Weighted(h, 25, 75))}}
}

func drawType(h *Rand, g Range, shape int) messageType {
	m := messageType{base: g.Draw(h), weight: Between(h, 0.05, 1)}
	switch shape {
	case 1:
		m.jitter = 1 + int(m.base*Between(h, 0.003, 0.08))
	case 2:
		m.sigma = Between(h, 0.08, 1.1)
	}
	return m
}

// N returns the length of one message, at least a byte.
func (s Sizes) N(r *Rand) int {
	m := &s.types[0]
	if len(s.types) > 1 && r.Float64() > m.weight {
		m = &s.types[1+r.IntN(len(s.types)-1)]
	}
	x := m.base
	if m.jitter > 0 {
		x += float64(r.IntN(m.jitter + 1))
	}
	if m.sigma > 0 {
		x = min(LogNormal(r, x, m.sigma), 40*m.base)
	}
	return max(1, int(x))
}
