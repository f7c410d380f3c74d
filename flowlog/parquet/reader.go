package parquet

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"davy/flowlog"
)

// A Reader reads the records of one file. It holds at most 200 MiB, whatever
// the file is; of AWS's own, some MiB.
type Reader struct {
	object  string
	all     *flowlog.Columns
	columns []*column
	leaf    []int // of each of the columns
	ocsf    *ocsf // what makes records of them, or nil
	groups  []group
	rows    int64 // of the present group, still to come
	held    budget
	decoded budget
	err     error // what Read goes on to return
}

// NewReader returns a Reader of the file r of the given size. Options.Format is
// not used: a Parquet file names its columns. Errors are those of r, wrapped, or
// *[flowlog.ObjectError]s.
func NewReader(r io.ReaderAt, size int64, opts flowlog.Options) (*Reader, error) {
	rd := &Reader{
		object:  opts.Object,
		held:    budget{maxHeld, "its pages and dictionaries are too large"},
		decoded: budget{decodedGrace + decodedRatio*size, "it decodes to too much"},
	}
	if err := rd.open(r, size, opts); err != nil {
		return nil, rd.named(err)
	}
	return rd, nil
}

// open reads the metadata and finds the columns of the fields that are read.
func (r *Reader) open(file io.ReaderAt, size int64, opts flowlog.Options) (err error) {
	defer fence(&err)
	f, err := readFooter(file, size)
	if err != nil {
		return err
	}
	if isOCSF(f.leaves) {
		return r.openOCSF(file, f, opts)
	}
	return r.openFlat(file, f, opts)
}

// openFlat finds the columns of AWS's own Parquet: one a field.
func (r *Reader) openFlat(file io.ReaderAt, f *footer, opts flowlog.Options) (err error) {
	var names []string
	index := make(map[flowlog.Field]int) // leaf, by field
	for i := range f.leaves {
		top := f.leaves[i].path[0]
		if i > 0 && top == f.leaves[i-1].path[0] && f.leaves[i].nested() {
			continue // of the same column
		}
		name := columnName(top)
		names = append(names, name)
		index[flowlog.FieldNamed(name)] = i
	}
	if r.all, err = flowlog.NewColumns(names, batchRows, opts); err != nil {
		return err
	}
	if r.all.TransitGateway() {
		r.all.Skip(f.rows)
		return nil
	}
	for _, field := range r.all.Fields() {
		l := f.leaves[index[field]]
		if wrong := l.fits(field); wrong != "" {
			return wrongType(field.String(), wrong)
		}
		r.column(file, f, index[field]).fillsField(field.String(), r.all, field)
	}
	r.groups = f.groups
	return nil
}

// column adds a column of a leaf to those that are read.
func (r *Reader) column(file io.ReaderAt, f *footer, leaf int) *column {
	c := newColumn(file, f.leaves[leaf], &r.held, &r.decoded)
	r.leaf, r.columns = append(r.leaf, leaf), append(r.columns, c)
	return c
}

// wrongType is the error for a column that is of no type its field can have.
func wrongType(column, wrong string) error {
	return &flowlog.ObjectError{Reason: flowlog.ParquetType, Detail: column + ": " + wrong}
}

// columnName gives a column the name it has in text: AWS writes '_' for '-'. A
// name that no field can have is none.
func columnName(name string) string {
	name = strings.ReplaceAll(name, "_", "-")
	if f := flowlog.FieldNamed(name); f == flowlog.Unknown {
		return "unknown"
	}
	return name
}

// Stats returns the counts up to now. They go on changing with each Read.
func (r *Reader) Stats() *flowlog.Stats { return r.all.Stats() }

// Read fills rec with the next record, be it OK, NODATA or SKIPDATA. Rows that
// are no good are counted in Stats and skipped.
//
// At the end of the file the error is io.EOF. A *[flowlog.ObjectError] means
// that the whole file must be refused, records read before included. Any other
// error is that of the io.ReaderAt, wrapped. Errors repeat.
func (r *Reader) Read(rec *flowlog.Record) error {
	for !r.all.Next(rec) {
		if r.err != nil {
			return r.err
		}
		if err := r.load(); err != nil {
			r.err = r.named(err)
			r.end()
		}
	}
	return nil
}

// end lets go of what was only needed for reading.
func (r *Reader) end() {
	r.all.Begin(0)
	for _, c := range r.columns {
		c.free()
	}
	if r.ocsf != nil {
		r.ocsf.free()
	}
	r.columns, r.groups, r.ocsf = nil, nil, nil
}

// load decodes the next batch.
func (r *Reader) load() (err error) {
	defer fence(&err)
	n, err := r.ready()
	if err != nil {
		return err
	}
	r.all.Begin(n)
	if err := r.fill(n); err != nil {
		return err
	}
	if r.ocsf != nil {
		return r.ocsf.finish(n)
	}
	return nil
}

// ready has all columns at a page, and returns how many rows can be taken out of
// these. The error is io.EOF if there are none left.
func (r *Reader) ready() (int, error) {
	for r.rows == 0 {
		if len(r.groups) == 0 {
			return 0, io.EOF
		}
		if err := r.nextGroup(); err != nil {
			return 0, err
		}
	}
	n := int(min(r.rows, batchRows))
	for _, c := range r.columns {
		rows, err := c.ready()
		if err != nil {
			return 0, c.named(err)
		}
		n = min(n, rows)
	}
	return n, nil
}

// fill takes the next n rows out of the columns.
func (r *Reader) fill(n int) error {
	for _, c := range r.columns {
		if err := c.fill(n); err != nil {
			return c.named(err)
		}
	}
	r.rows -= int64(n)
	return nil
}

func (r *Reader) nextGroup() error {
	g := r.groups[0]
	r.groups = r.groups[1:]
	r.rows = g.rows
	for i, c := range r.columns {
		if err := c.open(g.chunks[r.leaf[i]], g.rows); err != nil {
			return c.named(err)
		}
	}
	return nil
}

// fence turns a panic, of a decompressor or of this package, into an error.
func fence(err *error) {
	if p := recover(); p != nil {
		*err = &flowlog.ObjectError{Reason: flowlog.ParquetCorrupt, Err: &panicError{p}}
	}
}

// A panicError is what a decoder panicked with. It is always a fault of the program.
type panicError struct{ value any }

func (e *panicError) Error() string { return fmt.Sprintf("the decoder panicked: %v", e.value) }

// named adds the column's name to an error.
func (c *column) named(err error) error {
	if e, ok := errors.AsType[*flowlog.ObjectError](err); ok {
		e.Detail = c.name + ": " + e.Detail
	}
	return err
}

// named adds the object's name to an error.
func (r *Reader) named(err error) error {
	e, isObject := errors.AsType[*flowlog.ObjectError](err)
	switch {
	case isObject:
		e.Object = r.object
	case err != nil && err != io.EOF && r.object != "":
		return fmt.Errorf("%s: %w", r.object, err)
	}
	return err
}
