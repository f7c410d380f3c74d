package source

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"

	"davy/flowlog"
)

// An Object is one thing to read: what AWS calls an object of a bucket, a file, a
// stretch of a log group.
type Object struct {
	Name  string // as the user would name it: a path, Stdin, "s3://bucket/key", "cwl:group …"
	Size  int64  // bytes as stored, -1 when unknown
	Place Place  // what its name says of what is in it

	// Format is that of its lines where they have no header, as DescribeFlowLogs
	// gives it; "" where nobody said.
	Format string

	open func(context.Context) (io.ReadCloser, error)
}

// NewObject returns an object of the given name that open opens.
//
// Open returns the bytes as stored, from the first. What it gives is whole or ends
// in an error: a source that fetches tries again and goes on where it was cut off,
// and gives no io.EOF before the last byte. Its errors, and those of reading, are
// *[flowlog.ObjectError]s if they have a reason of their own; any other is
// [flowlog.Unreadable]. Both end soon after the context does. It may be called more
// than once and from any goroutine.
func NewObject(name string, size int64, open func(context.Context) (io.ReadCloser, error)) Object {
	return Object{Name: name, Size: size, open: open}
}

// A Listing gives the objects that a source has, in an order of its own that is the
// same each time.
//
// An error that is a *[SkipError] or a *[flowlog.ObjectError] is of one thing that
// is not read; the listing goes on. Any other ends it.
type Listing = iter.Seq2[Object, error]

// OfOneThing tells whether an error of a listing is of one thing that is not read,
// after which the listing goes on.
func OfOneThing(err error) bool {
	_, skip := errors.AsType[*SkipError](err)
	_, object := errors.AsType[*flowlog.ObjectError](err)
	return skip || object
}

// Open opens the object as stored. A file is read up to where it ends now, see
// [Grew]. Closing standard input does nothing.
func (o Object) Open(ctx context.Context) (io.ReadCloser, error) {
	switch {
	case o.open != nil:
		return o.open(ctx)
	case o.Name == Stdin:
		return io.NopCloser(os.Stdin), nil
	}
	file, err := os.Open(o.Name)
	if err != nil {
		return nil, unreadable(o.Name, err)
	}
	opened, err := takeSnapshot(file)
	if err != nil {
		file.Close()
		return nil, unreadable(o.Name, err)
	}
	return opened, nil
}

// Listed is the listing of objects that are known already, and of what is none.
func Listed(objects []Object, skipped []error) Listing {
	return func(yield func(Object, error) bool) {
		for _, err := range skipped {
			if !yield(Object{}, err) {
				return
			}
		}
		for _, object := range objects {
			if !yield(object, nil) {
				return
			}
		}
	}
}

// Joined is one listing after the other.
func Joined(listings ...Listing) Listing {
	return func(yield func(Object, error) bool) {
		for _, listing := range listings {
			for object, err := range listing {
				if !yield(object, err) || err != nil && !OfOneThing(err) {
					return
				}
			}
		}
	}
}
