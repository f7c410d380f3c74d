package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"davy/detect"
)

// nobody has no names.
var nobody detect.Names

// namesOf are the names of a finding's ends, empty ones if it has none.
func namesOf(f *detect.Finding) *detect.Names { return cmp.Or(f.Names, &nobody) }

// Instance is the instance as the log has it or, failing that, as AWS does.
func Instance(f *detect.Finding) string { return cmp.Or(f.Instance, namesOf(f).Instance) }

// system names the remote's autonomous system, "" if it is not known.
func system(n *detect.Names) string {
	if n.ASN == 0 {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("AS%d %s", n.ASN, Clean(n.ASName)))
}

// Ends say in a few words who the two ends are, "" where it is not known.
func Ends(f *detect.Finding) (local, remote string) {
	n := namesOf(f)
	local, remote = Clean(n.Owner), system(n)
	if n.Pool != "" {
		if remote != "" {
			remote += ", "
		}
		remote += Clean(n.Pool) + " (your pool list)"
	}
	return local, remote
}

// who says the same in a line.
func who(f *detect.Finding) string {
	local, remote := Ends(f)
	if remote != "" {
		remote = "→ " + remote
	}
	return strings.TrimSpace(local + " " + remote)
}

// Suppressed says why a finding need not be looked at, "" if nothing says so.
func Suppressed(f *detect.Finding) string {
	s := f.Suppressed
	if s == nil {
		return ""
	}
	return fmt.Sprintf("suppressed until %s by %s: %s (line %d)", Clean(s.Expires), Clean(s.Author), Clean(s.Reason), s.Line)
}

// labels are tags as KEY=VALUE, by key.
func labels(n *detect.Names) []string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(n.Tags)) {
		out = append(out, Clean(key+"="+n.Tags[key]))
	}
	return out
}

// Names are all names of a finding's ends: what each is, and the name.
func Names(f *detect.Finding) [][2]string {
	n := namesOf(f)
	all := [][2]string{
		{"owner", Clean(n.Owner)},
		{"type", Clean(n.InterfaceType)},
		{"remote AS", system(n)},
		{"pool list", Clean(cmp.Or(n.PoolNote, n.Pool))},
	}
	for _, label := range labels(n) {
		all = append(all, [2]string{"tag", label})
	}
	return slices.DeleteFunc(all, func(line [2]string) bool { return line[1] == "" })
}

// names writes all names, a line each.
func (v View) names(b *strings.Builder, f *detect.Finding) {
	for i, line := range Names(f) {
		if i == 0 {
			b.WriteString("\n" + v.paint(strong, "Names, which are no evidence") + "\n")
		}
		v.item(b, fmt.Sprintf("  %-10s ", line[0]), line[1])
	}
}
