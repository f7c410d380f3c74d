package parquet

import (
	"slices"

	"davy/flowlog"
)

// Physical types, Type in parquet.thrift.
const (
	typeInt32     = 1
	typeInt64     = 2
	typeInt96     = 3
	typeByteArray = 6
)

// An element is a SchemaElement: a column, or a group of them.
type element struct {
	name       string
	physical   int // -1 for a group
	repetition int
	children   int
	converted  int // ConvertedType, or -1
	logical    int // member of LogicalType, or 0
	unsigned   bool
	ticks      int64 // in a second, of a timestamp, or 0
}

// Values of FieldRepetitionType, ConvertedType and LogicalType.
const (
	required, optional = 0, 1

	convertedUTF8, convertedEnum     = 0, 4
	convertedMillis, convertedMicros = 9, 10
	convertedUint8, convertedUint64  = 11, 14
	convertedInt8, convertedInt64    = 15, 18

	logicalString, logicalEnum, logicalTimestamp, logicalInt = 1, 4, 8, 10
)

// element reads a SchemaElement.
func (p *footerParser) element(kind byte) {
	if len(p.elements) == maxElements {
		p.fail("one column too many")
	}
	e := element{physical: -1, converted: -1}
	p.structure(kind, func(id int, kind byte) {
		switch id {
		case 1:
			e.physical = p.i32(kind)
		case 3:
			e.repetition = p.i32(kind)
		case 4:
			e.name = string(p.binary(kind))
		case 5:
			e.children = p.i32(kind)
		case 6:
			e.converted = p.i32(kind)
		case 10:
			p.structure(kind, func(id int, kind byte) {
				e.logical = id
				switch id {
				case logicalInt:
					p.integer(&e, kind)
				case logicalTimestamp:
					p.timestamp(&e, kind)
				default:
					p.skip(kind)
				}
			})
		default:
			p.skip(kind)
		}
	})
	switch {
	case e.converted >= convertedUint8 && e.converted <= convertedUint64:
		e.unsigned = true
	case e.converted == convertedMillis && e.ticks == 0:
		e.ticks = 1e3
	case e.converted == convertedMicros && e.ticks == 0:
		e.ticks = 1e6
	}
	p.elements = append(p.elements, e)
}

// integer reads IntType: bit width, signed.
func (p *footerParser) integer(e *element, kind byte) {
	p.structure(kind, func(id int, kind byte) {
		if id == 2 {
			e.unsigned = !p.bool(kind)
			return
		}
		p.skip(kind)
	})
}

// timestamp reads TimestampType: whether it is UTC, which davy takes it for
// anyway, and its unit, a union of milliseconds, microseconds and nanoseconds.
func (p *footerParser) timestamp(e *element, kind byte) {
	p.structure(kind, func(id int, kind byte) {
		if id != 2 {
			p.skip(kind)
			return
		}
		p.structure(kind, func(id int, kind byte) {
			if id >= 1 && id <= 3 {
				e.ticks = [...]int64{1e3, 1e6, 1e9}[id-1]
			}
			p.skip(kind)
		})
	})
}

// A leaf is a column that holds values.
type leaf struct {
	path     []string // its name, after those of the groups it is in, from the top
	physical int
	level    int // definition level of a value that is there: how many of the path are optional
	unsigned bool
	repeated bool   // it, or a group it is in
	kind     string // what else than a plain number or string it is, or ""
	ticks    int64  // in a second, of a timestamp, or 0
}

// nested tells whether the leaf is in a group.
func (l *leaf) nested() bool { return len(l.path) > 1 }

// A branch is a group of the schema, some of whose children are still to come.
type branch struct {
	left     int
	level    int // as that of a leaf
	repeated bool
}

// leavesOf returns the leaves of a schema, given as its tree in preorder.
func leavesOf(elements []element) ([]leaf, error) {
	if len(elements) == 0 || elements[0].children < 0 || elements[0].children != topLevel(elements) {
		return nil, corrupt("its schema is no tree")
	}
	leaves := make([]leaf, 0, len(elements)-1)
	names := make([]string, 0, len(elements)-1) // of all paths
	var path []string
	var open []branch
	for i := range elements[1:] {
		e := &elements[1+i]
		at := branch{left: e.children}
		if len(open) > 0 {
			at.level, at.repeated = open[len(open)-1].level, open[len(open)-1].repeated
		}
		if e.repetition != required {
			at.level++
		}
		at.repeated = at.repeated || e.repetition != required && e.repetition != optional
		path = append(path, e.name)
		if e.children > 0 {
			if open = append(open, at); len(open) == maxNested {
				return nil, corrupt("columns in over %d groups", maxNested-1)
			}
			continue
		}
		if e.physical < 0 {
			return nil, corrupt("column %q holds nothing", e.name)
		}
		from := len(names)
		names = append(names, path...)
		leaves = append(leaves, leaf{
			path: names[from:len(names):len(names)], physical: e.physical, level: at.level, unsigned: e.unsigned,
			repeated: at.repeated, kind: e.kind(), ticks: e.ticks,
		})
		path = path[:len(open)]
		for len(open) > 0 {
			if open[len(open)-1].left--; open[len(open)-1].left > 0 {
				break
			}
			open = open[:len(open)-1]
			path = path[:len(open)]
		}
	}
	return leaves, nil
}

// topLevel is the number of columns at the top, or -1 if the elements are no tree.
func topLevel(elements []element) int {
	n, i := 0, 1
	for ; i < len(elements); n++ {
		for missing := 1; missing > 0; i++ {
			if i == len(elements) || elements[i].children < 0 {
				return -1
			}
			missing += elements[i].children - 1
		}
	}
	return n
}

// kind names what a column is besides a plain number or string, "" for nothing.
func (e *element) kind() string {
	switch e.physical {
	case typeInt32, typeInt64:
		if e.converted >= convertedUint8 && e.converted <= convertedInt64 || e.converted < 0 && (e.logical == 0 || e.logical == logicalInt) {
			return ""
		}
		return "a time or a decimal"
	case typeByteArray:
		if e.converted == convertedUTF8 || e.converted == convertedEnum || e.converted < 0 &&
			(e.logical == 0 || e.logical == logicalString || e.logical == logicalEnum) {
			return ""
		}
		return "an encoded value"
	}
	return "neither an integer nor a string"
}

// at tells whether the leaf is at a path, or below it.
func (l *leaf) at(path []string) bool {
	return len(l.path) >= len(path) && slices.Equal(l.path[:len(path)], path)
}

// fits says what is wrong with the type of a column of field f, or "".
func (l *leaf) fits(f flowlog.Field) string {
	if l.nested() || l.repeated {
		return "nested or repeated"
	}
	return l.holds(f)
}

// holds says what is wrong with the values of a column of field f, or "".
func (l *leaf) holds(f flowlog.Field) string {
	switch {
	case l.kind != "":
		return l.kind
	case l.physical != typeByteArray && !f.Numeric():
		return "a number"
	}
	return ""
}
