package eval

import (
	"slices"
	"strings"

	"davy/trait"
)

// A Filter is a set of traits that look at the same thing.
type Filter struct {
	Name   string   `json:"name"`
	Traits []string `json:"traits"`
}

// filterOf is which filter a trait belongs to, by a part of its name: the first
// that fits counts.
var filterOf = []struct{ filter, part string }{
	{"ratios", "_ratio"},
	{"sizes", "_size"},
	{"sizes", "_floor"},
	{"ties", "_tie"},
	{"lines", "_slope"},
	{"lines", "_scatter"},
	{"steadiness", "_fano"},
	{"steadiness", "_spread"},
	{"steadiness", "peak"},
	{"steadiness", "dip"},
	{"clock", "drift"},
	{"clock", "memory"},
	{"occupancy", "occupancy"},
	{"connections", "connections"},
	{"connections", "single"},
	{"connections", "kept"},
	{"connections", "port_share"},
	{"connections", "client"},
	{"neighbour", "neighbour"},
	{"neighbour", "duplicates"},
	{"volume", "volume"},
	{"quantum", "quantum"},
	{"disorder", "disorder"},
}

// Filters parts the traits of traffic: each is in one filter, in the order of
// the traits. A trait of a new sort is a filter of its own.
func Filters() []Filter {
	var out []Filter
	for _, name := range trait.Names {
		filter := name
		for _, f := range filterOf {
			if strings.Contains(name, f.part) {
				filter = f.filter
				break
			}
		}
		i := slices.IndexFunc(out, func(f Filter) bool { return f.Name == filter })
		if i < 0 {
			i = len(out)
			out = append(out, Filter{Name: filter})
		}
		out[i].Traits = append(out[i].Traits, name)
	}
	return out
}
