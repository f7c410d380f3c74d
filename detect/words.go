package detect

import "fmt"

// Number reads a value, threshold or end of a range of a filter as its sentence
// does.
func Number(filter string, x float64) string {
	if p, ok := phrases[filter]; ok {
		return p.read(x)
	}
	switch filter {
	case "vote":
		return fmt.Sprintf("%.4f", x)
	case "hull", "membership":
		return percent(x)
	}
	return fmt.Sprintf("%.4g", x)
}
