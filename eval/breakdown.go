package eval

import (
	"cmp"
	"maps"
	"slices"

	"davy/detect"
)

// A Breakdown is the recall by the values of one attribute, or by group.
type Breakdown struct {
	By     string  `json:"by"`
	Values []Value `json:"values"`
}

// A Value is the recall of the miners that have it.
type Value struct {
	Value string `json:"value"`
	Found Share  `json:"found"`
}

// attributes in the order they are shown; others follow by name, group is last.
var attributes = []string{"kind", "coin", "pool", "size", "transport", "evasion", "via"}

// breakdowns parts the miners by every attribute that tells some of them apart.
func breakdowns(miners []outcome) []Breakdown {
	counts := make(map[string]map[string]*Share)
	count := func(by, value string, o *outcome) {
		if counts[by] == nil {
			counts[by] = make(map[string]*Share)
		}
		if counts[by][value] == nil {
			counts[by][value] = new(Share)
		}
		counts[by][value].tally(o.verdict == detect.Mining)
	}
	for i := range miners {
		o := &miners[i]
		for by, value := range o.label.Attrs {
			count(by, value, o)
		}
		count("group", o.label.Group, o)
	}
	place := func(by string) int {
		if by == "group" {
			return len(attributes) + 1
		}
		if i := slices.Index(attributes, by); i >= 0 {
			return i
		}
		return len(attributes)
	}
	out := []Breakdown{}
	for by, values := range counts {
		b := Breakdown{By: by}
		for _, value := range slices.Sorted(maps.Keys(values)) {
			values[value].close()
			b.Values = append(b.Values, Value{value, *values[value]})
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b Breakdown) int { return cmp.Or(place(a.By)-place(b.By), cmp.Compare(a.By, b.By)) })
	return out
}

// A Kind says what miners of one kind were called.
type Kind struct {
	Kind    string `json:"kind"` // of the labels; pool where they do not say
	Mining  int    `json:"mining"`
	Suspect int    `json:"suspect"`
	None    int    `json:"none"`
	Named   Share  `json:"named"` // of those called mining, called by their kind
}

func kinds(miners []outcome) []Kind {
	at := make(map[string]*Kind)
	for i := range miners {
		o := &miners[i]
		name := o.label.kind()
		k := at[name]
		if k == nil {
			k = &Kind{Kind: name}
			at[name] = k
		}
		switch o.verdict {
		case detect.Mining:
			k.Mining++
			k.Named.tally(o.kind == name)
		case detect.Suspect:
			k.Suspect++
		default:
			k.None++
		}
	}
	out := []Kind{}
	for _, name := range slices.Sorted(maps.Keys(at)) {
		at[name].Named.close()
		out = append(out, *at[name])
	}
	return out
}

// A Time is what is known so many hours after the first window of each pair.
type Time struct {
	Hours  int   `json:"hours"`
	Found  Share `json:"found"`
	Alarms Share `json:"alarms"` // ordinary pairs called mining
}

// times counts the verdicts of the first hours. The pairs are the same at any
// time: one that has ended is known as a whole.
func times(miners, ordinary []outcome) []Time {
	out := make([]Time, len(hours))
	for i, h := range hours {
		t := &out[i]
		t.Hours = h
		for j := range miners {
			t.Found.tally(miners[j].early[i] == detect.Mining)
		}
		for j := range ordinary {
			t.Alarms.tally(ordinary[j].early[i] == detect.Mining)
		}
		t.Found.close()
		t.Alarms.close()
	}
	return out
}
