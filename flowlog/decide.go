package flowlog

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// strangeLines is how many lines that are not of the default format an object
// without a header may start with.
const strangeLines = 100

// strangeLine is the first line for which the format was not known.
type strangeLine struct {
	number int64
	fields int
	text   []byte // its first bytes
}

// headerLine takes in line if it is a header and tells whether it was.
func (r *Reader) headerLine(line []byte) bool {
	if len(r.header) > 0 && bytes.Equal(line, r.header) {
		r.stats.Lines++
		r.stats.Header++
		return true
	}
	names, comma, ok := headerLine(line)
	if !ok {
		return false
	}
	r.stats.Lines++
	r.stats.Header++
	r.headerless = false
	r.header = append(r.header[:0], line...)
	format, err := newFormat(names, comma)
	if err != nil { // a field named twice: headerLine saw to the rest
		r.err = &ObjectError{
			Object: r.opts.Object, Line: r.in.number, Reason: HeaderDuplicate,
			Detail: err.Error(),
		}
		return true
	}
	r.use(&format)
	return true
}

// choose sets the format on the first line without a header above it, if it
// can be known: the one the options give, or the default one if the line looks
// like it. Lines of a given format may have commas between their fields,
// whatever the option has; then line is split again.
func (r *Reader) choose(line []byte, n, bad int) (int, int) {
	switch {
	case r.given != nil:
		format := *r.given
		format.comma = bytes.IndexByte(line, ',') >= 0 && !bytes.ContainsAny(line, " \t")
		r.use(&format)
		return r.spans.split(line, r.separator())
	case n == len(defaultFormat.columns) && string(r.text(line, 0)) == "2":
		r.headerless = true
		r.use(&defaultFormat)
	}
	return n, bad
}

// use makes format that of the following lines, if it has the fields required.
func (r *Reader) use(format *Format) {
	r.format = format
	if e := r.opts.incomplete(format); e != nil {
		e.Line = r.in.number
		r.err = e
	}
}

// incomplete is nil if format has the fields required.
func (o *Options) incomplete(format *Format) *ObjectError {
	missing := o.Require.Minus(format.set)
	if missing == (FieldSet{}) || format.tgw {
		return nil
	}
	var names []string
	for _, f := range missing.List() {
		names = append(names, f.String())
	}
	return &ObjectError{
		Object: o.Object, Reason: HeaderIncomplete,
		Detail: "no " + strings.Join(names, ", "),
		Hint:   "the flow log has to be created with these fields in its format",
	}
}

// recognise says why a split line without a header above it is not of the
// default format, or "".
func (r *Reader) recognise(line []byte, n int) Reason {
	version := r.text(line, 0)
	if string(version) == "2" && r.format != nil {
		return ""
	}
	if string(version) == "6" && n > 1 && bytes.HasPrefix(r.text(line, 1), []byte("TransitGateway")) {
		return TransitGateway
	}
	_, isNumber := parseNumber(version)
	switch {
	case isNumber && string(version) != "2":
		return VersionUnknown
	case n != len(defaultFormat.columns):
		return FieldCount
	}
	return numberFault(version)
}

// text returns field i of a split line.
func (r *Reader) text(line []byte, i int) []byte { return line[r.spans[i].from:r.spans[i].to] }

var defaultFormat = DefaultFormat()

// undecided notes a line for which the format is not known, and gives the
// object up when there are too many of them.
func (r *Reader) undecided(line []byte, n int) {
	if r.format != nil {
		return
	}
	r.strange++
	if r.strange == 1 {
		r.first = strangeLine{r.in.number, n, bytes.Clone(line[:min(len(line), 80)])}
	}
	if r.strange == strangeLines {
		r.err = r.formatUnknown()
	}
}

func (r *Reader) formatUnknown() error {
	e := &ObjectError{
		Object: r.opts.Object, Line: r.first.number, Reason: FormatUnknown,
		Detail: fmt.Sprintf("no header, and not the default format: %d fields, %s", r.first.fields, quote(r.first.text)),
		Hint:   "name the columns with --format",
	}
	text := bytes.TrimLeft(r.first.text, " \t")
	switch {
	case bytes.HasPrefix(text, []byte("{")) || bytes.HasPrefix(text, []byte("[")):
		e.Hint = "this looks like JSON; flow log lines are wanted"
	case bytes.ContainsFunc(text, func(c rune) bool { return c < ' ' && c != '\t' || c == '\ufffd' }):
		e.Hint = "this is no text"
	}
	return e
}

// refuseMagic refuses an object whose first bytes say that it is no text.
func (r *Reader) refuseMagic(line []byte) bool {
	e := &ObjectError{Object: r.opts.Object, Line: 1, Reason: FormatUnknown}
	switch {
	case bytes.HasPrefix(line, []byte("PAR1")):
		e.Detail, e.Hint = "Parquet", "compressed as a whole? decompress it"
	case bytes.HasPrefix(line, []byte("\x1f\x8b")):
		e.Detail, e.Hint = "gzip", "compressed twice? decompress it once"
	default:
		return false
	}
	r.err = e
	return true
}

// quote shows text from a line, which may be anything, in about 120 plain ASCII characters at most.
func quote(b []byte) string {
	const limit = 120
	cut := b[:min(len(b), limit-len(`""...`))]
	for {
		q := strconv.QuoteToASCII(string(cut))
		switch {
		case len(q) > limit:
			cut = cut[:len(cut)*limit/len(q)]
		case len(cut) < len(b):
			return q + "..."
		default:
			return q
		}
	}
}
