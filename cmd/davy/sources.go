package main

import (
	"fmt"
	"strings"

	"davy/internal/source"
)

// found are the objects that a command line names.
type found struct {
	names   []string // as they were given
	listing source.Listing
	objects int   // how many there are, 0 if only the listing can tell
	bytes   int64 // as stored, 0 if not known
	outside int   // that the filter leaves out
}

// find lists what the paths name, in their order.
func (f *inputFlags) find(filter source.Filter) (*found, error) {
	files, err := source.Find(f.Paths, filter)
	if err != nil {
		return nil, err
	}
	out := &found{
		names: f.Paths, listing: source.Listed(files.Objects, files.Skipped),
		objects: len(files.Objects), bytes: stored(files.Objects), outside: files.Outside,
	}
	if len(files.Objects) == 0 {
		return nil, out.nothing(files.Skipped)
	}
	return out, nil
}

// stored is how many bytes there are, 0 if nobody knows.
func stored(objects []source.Object) (sum int64) {
	for _, o := range objects {
		if o.Size < 0 { // a pipe
			return 0
		}
		sum += o.Size
	}
	return sum
}

// nothing says that there is nothing to read.
func (f *found) nothing(skipped []error) error {
	why := ""
	for _, err := range skipped {
		why += "; " + err.Error()
	}
	if f.outside > 0 {
		why += fmt.Sprintf("; %d objects are outside of what is asked for", f.outside)
	}
	return fmt.Errorf("no flow logs in %s%s", strings.Join(f.names, ", "), why)
}

// all lists the objects.
func (f *found) all() (objects []source.Object, skipped []error, err error) {
	for object, err := range f.listing {
		switch {
		case err == nil:
			objects = append(objects, object)
		case source.OfOneThing(err):
			skipped = append(skipped, err)
		default:
			return nil, nil, err
		}
	}
	return objects, skipped, nil
}
