package flow

import (
	"bufio"
	"cmp"
	"os"
	"slices"

	"makes/w/internal/record"
)

// Label is what is known of a conversation: for ordinary ones the program's
// name, for mining the coin and transport with the further fields.
type Label struct {
	Mining bool
	Name   string
	Rest   string // the fields after the interface, with their tabs
}

type pair struct{ iface, remote uint32 }

// Book gathers the labels of all pairs that had a record.
type Book struct {
	ifaces []*Iface
	labels map[pair]*Label
}

// NewBook returns an empty book.
func NewBook() *Book { return &Book{labels: map[pair]*Label{}} }

// Know registers an interface, in the order of its index.
func (b *Book) Know(f *Iface) { b.ifaces = append(b.ifaces, f) }

// note keeps the first label of a pair, but lets mining go before all else.
func (b *Book) note(f *Iface, remote uint32, l *Label) {
	if l == nil {
		return
	}
	k := pair{uint32(f.Index), remote}
	if old := b.labels[k]; old == nil || l.Mining && !old.Mining {
		b.labels[k] = l
	}
}

// Write writes the label file, by interface and address.
func (b *Book) Write(path string) error {
	keys := make([]pair, 0, len(b.labels))
	for k := range b.labels {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(x, y pair) int {
		return cmp.Or(cmp.Compare(x.iface, y.iface), cmp.Compare(x.remote, y.remote))
	})
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	w.WriteString("*\tbenign\trest\n")
	var line []byte
	for _, k := range keys {
		l, i := b.labels[k], b.ifaces[k.iface]
		line = record.AppendAddr(line[:0], i.Addr)
		line = append(line, "::"...)
		line = record.AppendAddr(line, k.remote)
		class := "\tbenign\t"
		if l.Mining {
			class = "\tmining\t"
		}
		line = append(line, class+l.Name+"\t"+i.Name.ENI+l.Rest+"\n"...)
		w.Write(line)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
