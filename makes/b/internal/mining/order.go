package mining

import (
	"maps"
	"slices"
)

// both yields the common parts and those of a coin, in a fixed order.
func both(own map[string]span) func(func(string, span) bool) {
	all := maps.Clone(common)
	maps.Copy(all, own)
	return func(yield func(string, span) bool) {
		for _, name := range slices.Sorted(maps.Keys(all)) {
			if !yield(name, all[name]) {
				return
			}
		}
	}
}
