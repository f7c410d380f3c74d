// Package roles says what hosts do: which programs they run as clients, and
// which they serve to how many clients.
package roles

import (
	"fmt"
	"strconv"
	"strings"

	"makes/w/internal/kinds"
	"makes/w/internal/talk"
)

// Industries are the fields an organisation may work in.
var Industries = []string{"bank", "broker", "telco", "hospital", "agency", "utility", "maker", "retailer", "software", "coinfirm"}

// Item is a kind of program with bounds of a count.
type Item struct {
	Spec   *talk.Spec
	Lo, Hi int
	Place  talk.Place // of the clients, when served
}

// Role is one way to use a host.
type Role struct {
	Name    string
	In      []string // industries, empty for all
	Fields  []string // fields of kinds the host's further programs come from
	Uses    []Item
	Serves  []Item
	Windows bool
	Public  bool
}

// ServesKind tells whether hosts of the role offer a kind.
func (r *Role) ServesKind(sp *talk.Spec) bool {
	for i := range r.Serves {
		if r.Serves[i].Spec == sp {
			return true
		}
	}
	return false
}

// Fits tells whether an industry has hosts of the role.
func (r *Role) Fits(industry string) bool {
	if len(r.In) == 0 {
		return true
	}
	for _, in := range r.In {
		if in == industry {
			return true
		}
	}
	return false
}

// role parses a table row; items are "kind:lo-hi" or "kind:lo-hi@place".
func role(name, in, fields, uses, serves string) Role {
	r := Role{Name: name, In: strings.Fields(in), Uses: items(name, uses), Serves: items(name, serves)}
	for _, f := range strings.Fields(fields) {
		switch f {
		case "+windows":
			r.Windows = true
		case "+public":
			r.Public = true
		default:
			if kinds.InGroup(f) == nil {
				panic("role " + name + ": no field " + f)
			}
			r.Fields = append(r.Fields, f)
		}
	}
	return r
}

var places = map[string]talk.Place{"": talk.VPC, "vpc": talk.VPC, "site": talk.Site, "partner": talk.Partner, "world": talk.World}

func items(role, text string) []Item {
	var out []Item
	for _, word := range strings.Fields(text) {
		word, place, _ := strings.Cut(word, "@")
		kind, bounds, _ := strings.Cut(word, ":")
		low, high, _ := strings.Cut(bounds, "-")
		lo, err1 := strconv.Atoi(low)
		hi, err2 := strconv.Atoi(high)
		p, known := places[place]
		it := Item{Spec: kinds.ByName(kind), Lo: lo, Hi: hi, Place: p}
		if it.Spec == nil || err1 != nil || err2 != nil || !known {
			panic(fmt.Sprintf("role %s: bad item %q", role, word))
		}
		out = append(out, it)
	}
	return out
}
