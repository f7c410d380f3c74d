package parquet

import "davy/flowlog"

// Physical types, Type in parquet.thrift.
const (
	typeInt32     = 1
	typeInt64     = 2
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
}

// Values of FieldRepetitionType, ConvertedType and LogicalType.
const (
	required, optional = 0, 1

	convertedUTF8, convertedEnum           = 0, 4
	convertedUint8, convertedUint64        = 11, 14
	convertedInt8, convertedInt64          = 15, 18
	logicalString, logicalEnum, logicalInt = 1, 4, 10
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
				if id == logicalInt {
					p.integer(&e, kind)
					return
				}
				p.skip(kind)
			})
		default:
			p.skip(kind)
		}
	})
	if e.converted >= convertedUint8 && e.converted <= convertedUint64 {
		e.unsigned = true
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

// A leaf is a column that holds values.
type leaf struct {
	name     string // of the column at the top that it is in
	physical int
	optional bool
	unsigned bool
	nested   bool   // or repeated
	kind     string // what else than a plain number or string it is, or ""
}

// leavesOf returns the leaves of a schema, given as its tree in preorder.
func leavesOf(elements []element) ([]leaf, error) {
	if len(elements) == 0 || elements[0].children < 0 || elements[0].children != topLevel(elements) {
		return nil, corrupt("its schema is no tree")
	}
	var leaves []leaf
	var open []int // children to come, of the groups that an element is in
	var top string
	for _, e := range elements[1:] {
		if len(open) == 0 {
			top = e.name
		}
		isNested := len(open) > 0
		if e.children > 0 {
			open = append(open, e.children)
			continue
		}
		if e.physical < 0 {
			return nil, corrupt("column %q holds nothing", e.name)
		}
		leaves = append(leaves, leaf{
			name: top, physical: e.physical, optional: e.repetition == optional, unsigned: e.unsigned,
			nested: isNested || e.repetition != required && e.repetition != optional, kind: e.kind(),
		})
		for len(open) > 0 {
			open[len(open)-1]--
			if open[len(open)-1] > 0 {
				break
			}
			open = open[:len(open)-1]
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

// fits says what is wrong with the type of a column of field f, or "".
func (l *leaf) fits(f flowlog.Field) string {
	switch {
	case l.nested:
		return "nested or repeated"
	case l.kind != "":
		return l.kind
	case l.physical != typeByteArray && !f.Numeric():
		return "a number"
	}
	return ""
}
