package enrich

import (
	"maps"

	"davy/detect"
)

// Name gives findings the names that the cache has of their interfaces, and
// returns a note if it lacks some.
func (c *Cache) Name(findings []detect.Finding) (notes []string) {
	lacking := make(map[string]bool)
	for k := range findings {
		f := &findings[k]
		i := c.interfaces[f.Interface]
		if i == nil {
			lacking[f.Interface] = true
			continue
		}
		n := namesOf(f)
		n.InterfaceType, n.Owner, n.Instance, n.Tags = i.Type, i.Owner(f.Local), "", i.tags()
		if i.Instance != nil {
			n.Instance = i.Instance.ID
		}
	}
	if len(lacking) > 0 {
		notes = append(notes, "names: "+count(len(lacking), "interface")+" of findings without a name")
	}
	return notes
}

// tags are those of the interface and, over them, of what it belongs to.
func (i *Interface) tags() map[string]string {
	all := maps.Clone(i.Tags)
	for _, r := range []*Resource{i.NAT, i.Instance} {
		if r == nil || len(r.Tags) == 0 {
			continue
		}
		if all == nil {
			all = make(map[string]string)
		}
		maps.Copy(all, r.Tags)
	}
	return all
}

// namesOf returns the finding's names, to be filled in.
func namesOf(f *detect.Finding) *detect.Names {
	if f.Names == nil {
		f.Names = new(detect.Names)
	}
	return f.Names
}
