package flowlog

import (
	"os"
	"path/filepath"
	"strings"
)

// Labels says what runs between pairs of addresses.
type Labels struct {
	text strings.Builder
	seen map[[2]uint32]bool
}

// Add labels a pair of an interface; the first label of a pair stays.
func (l *Labels) Add(i Interface, remote uint32, class, kind string, notes []string) {
	pair := [2]uint32{i.Addr, remote}
	if l.seen[pair] {
		return
	}
	if l.seen == nil {
		l.seen = map[[2]uint32]bool{}
		l.text.WriteString("*\tbenign\trest\n")
	}
	l.seen[pair] = true
	addrs := appendAddr(append(appendAddr(nil, i.Addr), "::"...), remote)
	fields := append([]string{string(addrs), class, kind, i.ENI}, notes...)
	l.text.WriteString(strings.Join(fields, "\t") + "\n")
}

// Write writes dir/labels.tsv.
func (l *Labels) Write(dir string) error {
	return os.WriteFile(filepath.Join(dir, "labels.tsv"), []byte(l.text.String()), 0o644)
}
