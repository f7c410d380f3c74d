package flow

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
)

type pair struct{ iface, remote uint32 }

// Label says what a pair is.
type Label struct {
	Class  string
	Name   string
	Detail string // the further fields of a mining label, tabs between them
}

// Labels knows what each pair of addresses is.
type Labels struct{ of map[pair]*Label }

// NewLabels gives an empty set.
func NewLabels() *Labels { return &Labels{map[pair]*Label{}} }

// Note remembers a pair; the first word stands, except that mining outranks what is ordinary.
func (l *Labels) Note(f *Iface, remote uint32, what *Label) {
	if f == nil || what == nil {
		return
	}
	k := pair{f.Index, remote}
	if old, ok := l.of[k]; ok && (old.Class == "mining" || what.Class != "mining") {
		return
	}
	l.of[k] = what
}

// Write writes labels.tsv.
func (s *Sink) Write(l *Labels) error {
	keys := make([]pair, 0, len(l.of))
	for k := range l.of {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b pair) int {
		if a.iface != b.iface {
			return int(a.iface) - int(b.iface)
		}
		return int(int64(a.remote) - int64(b.remote))
	})
	out, err := os.Create(filepath.Join(s.dir, "labels.tsv"))
	if err != nil {
		return err
	}
	defer out.Close()
	w := bufio.NewWriter(out)
	w.WriteString("*\tbenign\trest\n")
	var b []byte
	for _, k := range keys {
		f, v := s.ifaces[k.iface], l.of[k]
		b = AppendAddr(b[:0], f.Addr)
		b = append(b, "::"...)
		b = AppendAddr(b, k.remote)
		b = append(b, '\t')
		b = append(b, v.Class+"\t"+v.Name+"\t"+f.ID...)
		if v.Detail != "" {
			b = append(b, "\t"+v.Detail...)
		}
		b = append(b, '\n')
		w.Write(b)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return out.Close()
}
