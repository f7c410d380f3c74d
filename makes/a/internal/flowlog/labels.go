package flowlog

import (
	"bufio"
	"os"
)

// Label says what a pair of addresses carries.
type Label struct {
	Mining bool
	Kind   string
	Fields []string // further name=value fields, for mining
}

// LabelWriter writes the labels of a run.
type LabelWriter struct {
	file *os.File
	buf  *bufio.Writer
}

// NewLabelWriter creates the labels file.
func NewLabelWriter(path string) (*LabelWriter, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	w := &LabelWriter{f, bufio.NewWriter(f)}
	_, err = w.buf.WriteString("*\tbenign\trest\n")
	return w, err
}

// Write writes a line for each labelled pair that has TCP records.
func (w *LabelWriter) Write(ifc Interface, r *Recorder, labels map[uint32]Label) error {
	done := map[uint32]bool{}
	for _, q := range r.records {
		l, ok := labels[q.Remote]
		if !ok || q.Proto != TCP || done[q.Remote] {
			continue
		}
		done[q.Remote] = true
		class := "benign"
		if l.Mining {
			class = "mining"
		}
		b := append(AppendAddr(nil, ifc.Local), "::"...)
		b = AppendAddr(b, q.Remote)
		for _, s := range append([]string{class, l.Kind, ifc.ENI}, l.Fields...) {
			b = append(append(b, '\t'), s...)
		}
		if _, err := w.buf.Write(append(b, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// Close finishes the file.
func (w *LabelWriter) Close() error {
	if err := w.buf.Flush(); err != nil {
		return err
	}
	return w.file.Close()
}
