package eval

import (
	"encoding/csv"
	"fmt"
	"io"
	"path"
	"strings"
)

// A Manifest is a table of captures: tab-separated, with a header that names at
// least the columns file, label and miner_pairs. label is mining, mixed or
// benign; miner_pairs are the pairs that mine, as local::remote parted by
// spaces, or "-". Every other pair of a benign file is ordinary; of the other
// pairs of mining and mixed files nothing is said.
type Manifest struct {
	files map[string]*Labels
}

// ReadManifest reads a manifest. name is used in errors.
func ReadManifest(r io.Reader, name string) (*Manifest, error) {
	in := csv.NewReader(r)
	in.Comma = '\t'
	in.LazyQuotes = true
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: header: %w", name, err)
	}
	column := make(map[string]int)
	for i, c := range header {
		column[c] = i
	}
	for _, c := range []string{"file", "label", "miner_pairs"} {
		if _, ok := column[c]; !ok {
			return nil, &LabelError{File: name, Line: 1, Field: c, Err: fmt.Errorf("column missing")}
		}
	}
	m := &Manifest{files: make(map[string]*Labels)}
	for {
		row, err := in.Read()
		if err == io.EOF {
			return m, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := in.FieldPos(0)
		file := path.Clean(row[column["file"]])
		labels, err := captureLabels(file, row[column["label"]], row[column["miner_pairs"]])
		if err != nil {
			return nil, &LabelError{File: name, Line: line, Field: "miner_pairs or label", Err: err}
		}
		if m.files[file] != nil {
			return nil, &LabelError{File: name, Line: line, Field: "file", Err: fmt.Errorf("%s is listed twice", file)}
		}
		m.files[file] = labels
	}
}

// captureLabels makes the labels of one file. Its mining pairs form one group, named after the capture.
func captureLabels(file, label, miners string) (*Labels, error) {
	labels := new(Labels)
	for _, s := range strings.Fields(miners) {
		if s == "-" {
			continue
		}
		pair, err := ParsePair(s)
		if err != nil {
			return nil, err
		}
		labels.add(Label{Pair: pair, Mining: true, Group: CaptureName(file)})
	}
	switch label {
	case "benign":
		labels.add(Label{Group: CaptureName(file)})
	case "mining", "mixed":
	default:
		return nil, fmt.Errorf("label %q: want mining, mixed or benign", label)
	}
	return labels, nil
}

// CaptureName is a file's name without its folder and endings.
func CaptureName(file string) string {
	base := path.Base(file)
	for _, end := range []string{".gz", ".log", ".600", ".60"} {
		base = strings.TrimSuffix(base, end)
	}
	return base
}

// Labels returns the labels of the file, a slash-separated path relative to the manifest.
func (m *Manifest) Labels(file string) (*Labels, bool) {
	l, ok := m.files[path.Clean(file)]
	return l, ok
}
