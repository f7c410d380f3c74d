package boost

import "math"

// logistic returns 1/(1+e^-x), the share of positives at a margin.
func logistic(x float64) float64 {
	return 1 / (1 + exp(-x))
}

// exp returns e^x for x within ±700, and the value at the nearer end for others,
// to within a unit in the last place. It takes the steps of FreeBSD's e_exp.c,
// as Go's math.Exp does where that is not assembly, but rounds each product, so
// that it has the same bits on every processor.
func exp(x float64) float64 {
	const (
		ln2High = 6.93147180369123816490e-01 // so short that its products are exact
		ln2Low  = 1.90821492927058770002e-10
		p1      = 1.66666666666666657415e-01
		p2      = -2.77777777770155933842e-03
		p3      = 6.61375632143793436117e-05
		p4      = -1.65339022054652515390e-06
		p5      = 4.13813679705723846039e-08
	)
	x = max(-700, min(700, x))
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	high, low := x-float64(k*ln2High), float64(k*ln2Low)
	r := high - low // |r| <= ln(2)/2
	t := float64(r * r)
	c := p4 + float64(t*p5)
	c = p3 + float64(t*c)
	c = p2 + float64(t*c)
	c = p1 + float64(t*c)
	c = r - float64(t*c)
	y := 1 - ((low - float64(r*c)/(2-c)) - high)
	return y * math.Float64frombits(uint64(1023+int(k))<<52) // a power of 2
}
