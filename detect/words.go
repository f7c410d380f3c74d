package detect

import "fmt"

// Words says what a trait is, "" for filters that are no traits.
func Words(filter string) string { return phrases[filter].words }

// Number reads a value, threshold or end of a range of a filter as its sentence
// does.
func Number(filter string, x float64) string {
	if p, ok := phrases[filter]; ok {
		return p.read(x)
	}
	switch filter {
	case "vote":
		return fmt.Sprintf("%.4f", x)
	case "hull", "membership", "service":
		return percent(x)
	}
	return fmt.Sprintf("%.4g", x)
}
