package flow

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
)

// Tag says what the pairs of a conversation are.
type Tag struct {
	Mining bool
	Name   string // program, or coin and transport
	// Rest holds the fields of a mining label after the interface.
	Rest string
}

type pair struct {
	iface  uint32
	remote uint32
}

func (l *Log) label(i *Iface, remote uint32, tag *Tag) {
	key := pair{i.index, remote}
	if old, ok := l.labels[key]; ok && (old.Mining || !tag.Mining) {
		return
	}
	l.labels[key] = tag
}

func (l *Log) writeLabels() error {
	file, err := os.Create(filepath.Join(l.dir, "labels.tsv"))
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(file, 1<<16)
	w.WriteString("*\tbenign\trest\n")
	keys := make([]pair, 0, len(l.labels))
	for k := range l.labels {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b pair) int {
		if a.iface != b.iface {
			return int(a.iface) - int(b.iface)
		}
		return int(int64(a.remote) - int64(b.remote))
	})
	var line []byte
	for _, k := range keys {
		tag, i := l.labels[k], l.ifaces[k.iface]
		line = appendAddr(line[:0], i.Addr)
		line = append(line, "::"...)
		line = appendAddr(line, k.remote)
		if tag.Mining {
			line = append(line, "\tmining\t"...)
		} else {
			line = append(line, "\tbenign\t"...)
		}
		line = append(line, tag.Name...)
		line = append(line, '\t')
		line = append(line, i.ID...)
		line = append(line, tag.Rest...)
		line = append(line, '\n')
		w.Write(line)
	}
	if err := w.Flush(); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
