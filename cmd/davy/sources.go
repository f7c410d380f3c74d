package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"davy/internal/pipeline"
	"davy/internal/source"
	"davy/internal/source/bucket"
	"davy/internal/source/loggroup"
)

// cloudFlags say how AWS is asked. Who asks, and where, is said as to any tool of
// AWS: by AWS_PROFILE, AWS_REGION, the role of the machine.
type cloudFlags struct {
	S3Endpoint   string `name:"s3-endpoint" help:"S3 server other than AWS's." placeholder:"URL" group:"Logs in AWS"`
	RequestPayer bool   `name:"request-payer" help:"Pay for reading buckets whose owners do not." group:"Logs in AWS"`
}

// found are the objects that a command line names.
type found struct {
	names   []string // as they were given
	listing source.Listing
	objects int   // how many there are, 0 if only the listing can tell
	bytes   int64 // as stored, 0 if not known
	left    int   // files that the filter leaves out

	bucket *bucket.Client
	groups *loggroup.Client
}

// find lists what the paths name: files first, then what is in AWS, each in the order
// given. Close it when all is read.
func (f *inputFlags) find(ctx context.Context, opts *pipeline.Options) (*found, error) {
	out := &found{names: f.Paths}
	var files []string
	var listings []source.Listing
	for _, path := range f.Paths {
		listing, err := out.remote(ctx, path, f, opts)
		switch {
		case err != nil:
			out.close()
			return nil, err
		case listing != nil:
			listings = append(listings, listing)
		default:
			files = append(files, path)
		}
	}
	local, err := source.Find(files, opts.Filter)
	if err != nil {
		out.close()
		return nil, err
	}
	out.left = local.Outside
	out.listing = source.Joined(append([]source.Listing{source.Listed(local.Objects, local.Skipped)}, listings...)...)
	if len(listings) == 0 {
		out.objects, out.bytes = len(local.Objects), stored(local.Objects)
	}
	return out, nil
}

// remote lists what a path names in AWS; nil if it names a file.
func (f *found) remote(ctx context.Context, path string, flags *inputFlags, opts *pipeline.Options) (listing source.Listing, err error) {
	switch {
	case strings.HasPrefix(path, bucket.Scheme):
		if f.bucket == nil {
			f.bucket, err = bucket.New(ctx, bucket.Options{
				Endpoint: flags.S3Endpoint, RequestPayer: flags.RequestPayer,
				Filter: opts.Filter, Memory: fetched(opts.Memory),
			})
			if err != nil {
				return nil, err
			}
		}
		return f.bucket.List(ctx, path)
	case loggroup.Names(path):
		if f.groups == nil {
			if f.groups, err = loggroup.New(ctx, loggroup.Options{Filter: opts.Filter}); err != nil {
				return nil, err
			}
		}
		listing, err = f.groups.List(ctx, path)
		if errors.Is(err, loggroup.ErrNoSince) {
			err = usage(fmt.Errorf("%w: give --since", err))
		}
		return listing, err
	}
	return nil, nil
}

// fetched is how much may be held of what is fetched before it is read, beside so much
// for records: an eighth of all there is. Less than a part of each of two objects would
// make workers wait for each other's.
func fetched(records int64) int64 {
	const least, most = 16 << 20, 64 << 20
	if records <= 0 {
		return most
	}
	return min(max(records/4, least), most)
}

// close ends what is being fetched.
func (f *found) close() {
	if f.bucket != nil {
		f.bucket.Close()
	}
}

// outside is how many objects the filter has left out.
func (f *found) outside() int {
	n := f.left
	if f.bucket != nil {
		n += int(f.bucket.Outside())
	}
	return n
}

// notes are what else there is to say of the sources.
func (f *found) notes() []string {
	if f.groups == nil {
		return nil
	}
	return f.groups.Notes()
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

// nothing says that there was nothing to read.
func (f *found) nothing(skipped []error) error {
	why := ""
	for _, err := range skipped {
		why += "; " + err.Error()
	}
	if n := f.outside(); n > 0 {
		why += fmt.Sprintf("; %d left out, by their names", n)
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
	if len(objects) == 0 {
		return nil, nil, f.nothing(skipped)
	}
	return objects, skipped, nil
}
