package report

import (
	"fmt"
	"strings"

	"davy/detect"
)

// Elsewhere says of a finding what its interface is, if it is not local's own, and
// which other interfaces saw the traffic, the first few of them: a line each. Strings
// in it are as the finding has them.
func Elsewhere(f *detect.Finding, few int) []string {
	var out []string
	if text := place(f); text != "" {
		out = append(out, text)
	}
	for i, s := range sightings(f) {
		if i == few {
			return append(out, fmt.Sprintf("and on %d more", len(f.AlsoOn)-few))
		}
		out = append(out, "also on "+s)
	}
	return out
}

// place says what the interface is, "" if it is local's own.
func place(f *detect.Finding) string {
	if f.Behind == "" && f.SeenAt != "" {
		return "seen at: " + f.SeenAt + "; it is not local's own interface"
	}
	return f.Behind
}

// sightings are the other interfaces, with what they are.
func sightings(f *detect.Finding) (out []string) {
	for _, s := range f.AlsoOn {
		out = append(out, s.Interface+" ("+s.Role+")")
	}
	return out
}

// elsewhere writes all of it, with the findings of their own that sightings would have
// been.
func (v View) elsewhere(b *strings.Builder, f *detect.Finding) {
	if place(f) == "" && len(f.AlsoOn) == 0 {
		return
	}
	b.WriteString("\n" + v.paint(strong, "Where the traffic was seen") + "\n")
	if text := place(f); text != "" {
		v.item(b, "  ", Clean(text))
	}
	for i, text := range sightings(f) {
		s := &f.AlsoOn[i]
		v.item(b, "  ", Clean("also on "+text)+": "+Clean(s.Local.String())+" → "+Clean(s.Remote.String())+", finding "+Clean(s.ID))
	}
}
