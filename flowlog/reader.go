package flowlog

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// Options says how an object is to be read. The zero value reads objects with
// a header and objects of the default format.
type Options struct {
	// Format names the columns of an object without a header, as
	// "${srcaddr} ${dstaddr} …" or as names separated by spaces or commas. A
	// header in the object wins.
	Format string

	// Require are fields the format must have, or else the object is refused
	// with HeaderIncomplete.
	Require FieldSet

	Now        time.Time // records that start over an hour later are Future; zero: no check
	Oldest     time.Time // records that start earlier are TooOld; zero: no check
	LenientENI bool      // keep any interface-id of up to 64 printable ASCII characters
	Object     string    // name of the object in errors and samples
}

// A Reader reads the records of one object. It holds up to 256 KiB,
// whatever comes in, and allocates nothing per record. Once Read has returned
// an error, another Reader may use the buffer.
type Reader struct {
	in     lines
	opts   Options
	rules  rules
	given  *Format // Options.Format, or nil
	format *Format // of the following lines, nil while it is not known
	spans  spans
	head   head // for usual
	stats  Stats
	err    error // what Read goes on to return

	headerless bool   // format is the default one because the lines look like it
	header     []byte // the header line that format is from
	strange    int    // lines rejected while the format is not known
	first      strangeLine
}

// NewReader returns a Reader of the decoded text r. The error is a
// *[FormatError], for opts.Format.
func NewReader(r io.Reader, opts Options) (*Reader, error) {
	rd := &Reader{
		in:    lines{r: r},
		opts:  opts,
		rules: opts.rules(),
		head:  head{stretch: stretches.Add(maxLines)},
	}
	if strings.TrimSpace(opts.Format) != "" {
		format, err := ParseFormat(opts.Format)
		if err != nil {
			return nil, err
		}
		rd.given = &format
	}
	return rd, nil
}

// Stats returns the counts up to now. They go on changing with each Read.
func (r *Reader) Stats() *Stats { return &r.stats }

// Read fills rec with the next record, be it OK, NODATA or SKIPDATA. Lines
// that are no good are counted in Stats and skipped.
//
// At the end of the object the error is io.EOF. A *[ObjectError] means that the
// whole object must be refused, records read before included. Any other error
// is that of the io.Reader, wrapped. Errors repeat.
func (r *Reader) Read(rec *Record) error {
	for r.err == nil {
		if r.usual(rec) {
			return nil
		}
		line, err := r.in.next()
		switch {
		case err == errLineTooLong:
			r.tooLong(line)
		case err != nil:
			r.err = r.end(err)
		case r.line(line, rec):
			return nil
		}
	}
	r.in.free()
	return r.err
}

// line takes in one line and tells whether it was a record.
func (r *Reader) line(line []byte, rec *Record) bool {
	r.head.n = 0
	if r.in.number == 1 {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
		if r.refuseMagic(line) {
			return false
		}
	}
	if len(line) > 0 && (line[0] < '0' || line[0] > '9') && r.headerLine(line) {
		return false
	}
	n, bad := r.spans.split(line, r.separator())
	if n <= 1 && blank(line) {
		return false
	}
	if r.format == nil {
		if n, bad = r.choose(line, n, bad); r.err != nil {
			return false
		}
	}
	if f := r.parse(line, n, bad, rec); f.why != "" {
		r.stats.Lines++
		r.reject(f)
		return false
	}
	r.stats.count(rec)
	r.learn(rec)
	return true
}

// A fault is what is wrong with a line.
type fault struct {
	why   Reason // "" if nothing is
	field Field  // Unknown when the line as a whole is at fault
	text  []byte // the offending value
	found int    // number of fields, for FieldCount
}

// parse reads a split line, with n fields and the first bad byte at bad, into rec.
func (r *Reader) parse(line []byte, n, bad int, rec *Record) fault {
	if bad >= 0 {
		f := fault{why: ControlChar, text: line[bad:]}
		if line[bad] >= 0x80 {
			f.why = BadUTF8
		}
		r.undecided(line, n)
		return f
	}
	if r.format == nil || r.headerless {
		if why := r.recognise(line, n); why != "" {
			if why != TransitGateway { // which is known, if not wanted
				r.undecided(line, n)
			}
			return fault{why: why, text: line, found: n}
		}
	}
	switch {
	case r.format.tgw:
		return fault{why: TransitGateway, text: line}
	case n != len(r.format.columns):
		return fault{why: FieldCount, found: n}
	}
	rec.Line = r.in.number
	rec.cols.line, rec.cols.spans, rec.cols.format = line, &r.spans, r.format
	rec.cols.stretch, rec.cols.uncut = 0, false
	field, why := r.rules.parse(rec, n)
	if why == "" {
		return fault{}
	}
	return fault{why: why, field: field, text: rec.field(field)}
}

func (r *Reader) separator() byte {
	if r.format != nil && r.format.comma {
		return ','
	}
	return ' '
}

func (r *Reader) tooLong(line []byte) {
	if r.in.number == 1 && r.refuseMagic(line) {
		return
	}
	r.stats.Lines++
	r.undecided(line, 0)
	r.reject(fault{why: LineTooLong, text: line})
}

// reject counts a line that is no good and keeps the first of each reason as samples.
func (r *Reader) reject(f fault) {
	r.stats.reject(f.why, 1)
	if r.stats.Rejected[f.why] > samplesEach {
		return
	}
	detail := quote(f.text)
	if f.why == FieldCount {
		wanted := &defaultFormat
		if r.format != nil {
			wanted = r.format
		}
		detail = fmt.Sprintf("%d fields wanted, %d found", len(wanted.columns), f.found)
	}
	r.stats.Samples = append(r.stats.Samples, ParseError{
		Object: r.opts.Object, Line: r.in.number, Field: f.field, Reason: f.why, Detail: detail,
	})
}

// end gives Read's error for that of the io.Reader.
func (r *Reader) end(err error) error {
	if err == io.EOF {
		if r.format == nil && r.strange > 0 && r.stats.Rejected[TransitGateway] == 0 {
			return r.formatUnknown()
		}
		return io.EOF
	}
	var object *ObjectError
	if errors.As(err, &object) && object.Object != "" {
		return err // says itself where
	}
	if r.opts.Object != "" {
		return fmt.Errorf("%s: after line %d: %w", r.opts.Object, r.in.number, err)
	}
	return fmt.Errorf("after line %d: %w", r.in.number, err)
}

// blank tells whether there is nothing but spaces and tabs in line.
func blank(line []byte) bool { return len(bytes.Trim(line, " \t")) == 0 }
