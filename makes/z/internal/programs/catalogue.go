package programs

import "strings"

// All is the whole catalogue.
var All = join(brokers, queues, agents, tunnels, chats, data, markets, fields, webs, attacks, deads)

func join(parts ...[]Program) []*Program {
	var all []*Program
	for _, p := range parts {
		for i := range p {
			all = append(all, &p[i])
		}
	}
	return all
}

// Tagged gives the programs that carry a tag.
func Tagged(tag string) []*Program {
	var found []*Program
	for _, p := range All {
		for t := range strings.FieldsSeq(p.Tags) {
			if t == tag {
				found = append(found, p)
				break
			}
		}
	}
	return found
}
