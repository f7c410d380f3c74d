package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"davy/boost"
	"davy/internal/blob"
)

// Load reads a model file and checks all of it: format, version, window
// length, numbers, and that the vertices still span the hull they came from.
// Every error wraps ErrRefused.
func Load(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	if len(b) > maxFile {
		return nil, refused("larger than %d MiB", maxFile>>20)
	}
	return load(b)
}

// load is Load of a whole file.
func load(b []byte) (*Model, error) {
	rest, traffic := lift(b, "traffic")
	rest, attempts := lift(rest, "attempts")
	m := new(Model)
	dec := json.NewDecoder(bytes.NewReader(rest))
	dec.DisallowUnknownFields()
	err := dec.Decode(m)
	_, follows := dec.Token()
	if err == nil {
		err = cmp.Or(traffic.plant(m.Traffic), attempts.plant(m.Attempts))
	}
	if err != nil || follows != io.EOF || m.Format != formatName || m.Version != Version {
		// A file of another version may differ in anything else.
		if err := checkHead(b); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, refused("%v", err)
	}
	if follows != io.EOF {
		return nil, refused("something follows the model")
	}
	if err := m.restore(); err != nil {
		return nil, err
	}
	m.digest = digestOf(b)
	return m, nil
}

// lifted are trees that are decoded while the rest of the file is.
type lifted struct {
	there bool
	done  sync.WaitGroup
	trees *boost.Boosted
	err   error
}

// lift takes the trees of a classifier out of a file.
func lift(b []byte, classifier string) (rest []byte, l *lifted) {
	rest, text := blob.Lift(b, '{', classifier, "trees")
	l = &lifted{there: text != nil, trees: new(boost.Boosted)}
	if l.there {
		l.done.Go(func() { l.err = l.trees.UnmarshalJSON(text) })
	}
	return rest, l
}

// plant gives the classifier its trees, if they were lifted.
func (l *lifted) plant(c *Classifier) error {
	l.done.Wait()
	if l.there && c != nil {
		c.Trees = l.trees
	}
	return l.err
}

// checkHead checks that a file is a model of this version, whatever else is wrong with it.
func checkHead(b []byte) error {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(b, &head); err != nil {
		return refused("not a model file: %v", err)
	}
	if head.Format != formatName {
		return refused("not a model file: format is %q, want %q", head.Format, formatName)
	}
	if head.Version != Version {
		return refused("file version %d, this davy reads version %d", head.Version, Version)
	}
	return nil
}
