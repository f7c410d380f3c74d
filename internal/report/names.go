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

// instanceOf is the instance as the log has it or, failing that, as AWS does.
func instanceOf(f *detect.Finding) string { return cmp.Or(f.Instance, namesOf(f).Instance) }

// system names the remote's autonomous system, "" if it is not known.
func system(n *detect.Names) string {
	if n.ASN == 0 {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("AS%d %s", n.ASN, Clean(n.ASName)))
}

// who says in a line who the two ends are, "" if neither is known.
func who(f *detect.Finding) string {
	n := namesOf(f)
	var remote []string
	for _, s := range []string{system(n), Clean(n.Pool)} {
		if s != "" {
			remote = append(remote, s)
		}
	}
	if n.Pool != "" {
		remote[len(remote)-1] += " (your pool list)"
	}
	if len(remote) == 0 {
		return Clean(n.Owner)
	}
	return strings.TrimSpace(Clean(n.Owner) + " → " + strings.Join(remote, ", "))
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

// names writes who the two ends are, a name a line.
func (v View) names(b *strings.Builder, f *detect.Finding) {
	n := namesOf(f)
	lines := [][2]string{
		{"owner", Clean(n.Owner)}, {"type", Clean(n.InterfaceType)}, {"remote AS", system(n)},
		{"pool list", Clean(cmp.Or(n.PoolNote, n.Pool))},
	}
	for _, label := range labels(n) {
		lines = append(lines, [2]string{"tag", label})
	}
	title := "\n" + v.paint(strong, "Names, which are no evidence") + "\n"
	for _, line := range lines {
		if line[1] != "" {
			b.WriteString(title)
			v.item(b, fmt.Sprintf("  %-10s ", line[0]), line[1])
			title = ""
		}
	}
}
