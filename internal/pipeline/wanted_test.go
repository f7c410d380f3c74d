package pipeline

import (
	"strings"
	"testing"
	"time"

	"davy/internal/source"
)

// sinceDay wants what starts in 2017 or later.
func sinceDay(zone *time.Location) source.Filter {
	return source.Filter{Since: time.Date(2017, 6, 1, 0, 0, 0, 0, time.UTC).In(zone)}
}

// Of sound records those that are not wanted are counted, and change nothing.
func TestWanted(t *testing.T) {
	const skipdata = "2 123456789012 eni-0abcabcabcabcabca - - - - - - - 1767225000 1767225060 - SKIPDATA\n"
	text := flow(midnight-1, 50, 1) + flow(midnight, 50, 2) + flow(midnight+1199, 50, 4) + flow(midnight+1200, 50, 8) + skipdata +
		strings.ReplaceAll(flow(midnight, 50, 16), "eni-0abcabcabcabcabca", "eni-01234567")
	at := func(s int64) time.Time { return time.Unix(midnight+s, 0) }
	for name, c := range map[string]struct {
		filter  source.Filter
		packets uint64 // a bit for each record
		outside int64
	}{
		"all":            {source.Filter{}, 31, 0},
		"since":          {source.Filter{Since: at(0)}, 30, 2},
		"until":          {source.Filter{Until: at(1200)}, 23, 1},
		"both":           {source.Filter{Since: at(1), Until: at(1200)}, 4, 5},
		"an interface":   {source.Filter{Interfaces: []string{"eni-01234567"}}, 16, 5},
		"two interfaces": {source.Filter{Interfaces: []string{"eni-0abcabcabcabcabca", "eni-01234567"}, Until: at(600)}, 19, 2},
		"none of them":   {source.Filter{Interfaces: []string{"eni-0"}}, 0, 6},
	} {
		t.Run(name, func(t *testing.T) {
			res := run1(t, files(t, map[string][]byte{"a": []byte(header + text)}), Options{Filter: c.filter})
			if got := res.Table.Totals().Packets; got != c.packets || res.Outside.Records != c.outside {
				t.Errorf("records %b and %d outside, want %b and %d", got, res.Outside.Records, c.packets, c.outside)
			}
			if res.Incomplete() || res.Stats.OK != 5 || res.Stats.SkipData != 1 {
				t.Errorf("%+v", res.Stats)
			}
		})
	}
}
