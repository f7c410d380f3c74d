package flowlog

import (
	"fmt"
	"slices"
	"strings"
)

// maxColumns bounds how many columns a format may have; AWS knows 54.
const maxColumns = 256

// A Format is the ordered columns of a flow log and what separates them.
type Format struct {
	names   []string // as given, for columns davy does not know
	columns []Field
	comma   bool

	set      FieldSet
	need     FieldSet // named fields that an OK record must not leave '-'
	index    [numFields]int16
	tgw      bool
	standard bool // the columns are those of the default format, in its order
}

// needed are the fields an OK record must have a value for, where its format names them.
var needed = Fields(InterfaceID, SrcAddr, DstAddr, Protocol, Packets, Bytes, Start, End, ActionField, LogStatus)

// transitGateway are the columns only transit gateway flow logs have.
var transitGateway = Fields(ResourceType, TGWID, TGWAttachmentID, TGWOther)

// DefaultFormat returns the format of version 2, which AWS uses unless told
// otherwise and the only one davy knows without being told.
func DefaultFormat() Format {
	var names []string
	for f := Version; f <= LogStatus; f++ {
		names = append(names, f.String())
	}
	format, err := newFormat(names, false)
	if err != nil {
		panic(err) // the table of names is wrong
	}
	return format
}

// ParseFormat reads a format as DescribeFlowLogs gives it, "${srcaddr}
// ${dstaddr}", or as field names separated by spaces or commas. Names davy
// does not know are columns that are skipped; at least one name must be known.
// The error is a *[FormatError].
func ParseFormat(s string) (Format, error) {
	var names []string
	for _, piece := range strings.FieldsFunc(s, func(c rune) bool {
		return c == ' ' || c == '\t' || c == ',' || c == '\n' || c == '\r'
	}) {
		name := piece
		if inner, ok := strings.CutPrefix(name, "${"); ok {
			if name, ok = strings.CutSuffix(inner, "}"); !ok {
				return Format{}, &FormatError{Piece: piece, Problem: "'}' is missing"}
			}
		}
		if !isName(name) {
			return Format{}, &FormatError{Piece: piece, Problem: "not a field name"}
		}
		names = append(names, name)
	}
	return newFormat(names, false)
}

// newFormat builds a format from names that look like field names.
func newFormat(names []string, comma bool) (Format, error) {
	f := Format{names: names, comma: comma}
	for i := range f.index {
		f.index[i] = -1
	}
	switch {
	case len(names) == 0:
		return Format{}, &FormatError{Problem: "no fields"}
	case len(names) > maxColumns:
		return Format{}, &FormatError{Piece: names[maxColumns], Problem: fmt.Sprintf("over %d fields", maxColumns)}
	}
	for i, name := range names {
		field := FieldNamed(name)
		f.columns = append(f.columns, field)
		if field == Unknown {
			continue
		}
		if field != TGWOther && f.set.Has(field) {
			return Format{}, &FormatError{Piece: name, Problem: "named twice", duplicate: true}
		}
		f.set.Add(field)
		f.index[field] = int16(i)
	}
	if f.set == (FieldSet{}) {
		return Format{}, &FormatError{Piece: names[0], Problem: "no known field among the names"}
	}
	f.need = f.set.and(needed)
	f.standard = len(f.columns) == int(LogStatus)
	for i, field := range f.columns {
		f.standard = f.standard && field == Version+Field(i)
	}
	f.tgw = f.set.and(transitGateway) != (FieldSet{})
	return f, nil
}

// Columns returns the fields in the order of the columns; Unknown stands for names davy does not know.
func (f Format) Columns() []Field { return slices.Clone(f.columns) }

// Names returns the names of the columns as they were given.
func (f Format) Names() []string { return slices.Clone(f.names) }

// Fields returns the set of known fields.
func (f Format) Fields() FieldSet { return f.set }

// Comma tells whether commas separate the fields; otherwise spaces and tabs do.
func (f Format) Comma() bool { return f.comma }

// TransitGateway tells whether the columns are those of a transit gateway flow log.
func (f Format) TransitGateway() bool { return f.tgw }

// String returns the format as AWS writes it: "${version} ${account-id} …".
func (f Format) String() string {
	var b strings.Builder
	for i, name := range f.names {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString("${" + name + "}")
	}
	return b.String()
}

func (s FieldSet) and(t FieldSet) FieldSet { return FieldSet{s[0] & t[0], s[1] & t[1]} }

// A FormatError says which piece of a format string is wrong.
type FormatError struct {
	Piece   string // "" when the whole is at fault
	Problem string

	duplicate bool
}

func (e *FormatError) Error() string {
	if e.Piece == "" {
		return "format: " + e.Problem
	}
	return fmt.Sprintf("format: %s: %s", quote([]byte(e.Piece)), e.Problem)
}
