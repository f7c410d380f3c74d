package kinds

import "makes/w/internal/talk"

// Group is a field of programs.
type Group struct {
	Name  string
	Specs []talk.Spec
}

// Groups are all fields, in a fixed order.
var Groups = []Group{
	{"finance", finance}, {"telecom", telecom}, {"health", health}, {"utility", utility}, {"mainframe", mainframe},
	{"enterprise", enterprise}, {"directory", directory}, {"database", database}, {"remote", remote}, {"tunnel", tunnel},
	{"mail", mail}, {"logging", logging}, {"monitoring", monitoring}, {"messaging", messaging}, {"platform", platform},
	{"web", web}, {"chain", chain},
}

// ByName finds a kind; it is nil for an unknown name.
func ByName(name string) *talk.Spec { return index[name] }

// InGroup returns the kinds of a field.
func InGroup(name string) []talk.Spec {
	for _, g := range Groups {
		if g.Name == name {
			return g.Specs
		}
	}
	return nil
}

var index = func() map[string]*talk.Spec {
	m := map[string]*talk.Spec{}
	for _, g := range Groups {
		for i := range g.Specs {
			m[g.Specs[i].Name] = &g.Specs[i]
		}
	}
	return m
}()
