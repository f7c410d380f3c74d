package parquet

import (
	"fmt"
	"io"
	"slices"

	"davy/flowlog"
)

// An ocsf makes records of the columns of a file of OCSF.
type ocsf struct {
	all     *flowlog.Columns
	class   class
	choices []*choice
	ends    ends
	atEnds  []*choice // of ends
	twins   []twins
}

// twins are fields with the values of the same column.
type twins struct {
	column *column
	fields []flowlog.Field
}

// openOCSF finds the columns of the attributes that are read.
func (r *Reader) openOCSF(file io.ReaderAt, f *footer, opts flowlog.Options) error {
	r.ocsf = new(ocsf)
	if err := r.openClass(file, f); err != nil {
		return err
	}
	leaves := make([][]int, len(attributes)) // by path, -1 for none
	var names []string
	for i, a := range attributes {
		isThere := false
		for _, path := range a.paths {
			leaf, err := find(f.leaves, path)
			if err != nil {
				return err
			}
			leaves[i], isThere = append(leaves[i], leaf), isThere || leaf >= 0
		}
		for _, field := range a.fields {
			if isThere {
				names = append(names, field.String())
			}
		}
	}
	all, err := flowlog.NewColumns(names, batchRows, opts)
	if err != nil {
		return err
	}
	r.all, r.ocsf.all = all, all
	for i, a := range attributes {
		if !slices.Contains(all.Fields(), a.fields[0]) {
			continue // nothing of it is there, or it is not read
		}
		if err := r.openAttribute(file, f, &a, leaves[i]); err != nil {
			return err
		}
	}
	r.groups = f.groups
	return nil
}

// openAttribute has the leaves of an attribute fill its fields.
func (r *Reader) openAttribute(file io.ReaderAt, f *footer, a *attribute, leaves []int) error {
	o, field := r.ocsf, a.fields[0]
	var columns []*column // as many as there are, or one an end
	for k, leaf := range leaves {
		if leaf < 0 {
			if a.reading == atEnd {
				columns = append(columns, nil)
			}
			continue
		}
		if wrong := a.fits(&f.leaves[leaf]); wrong != "" {
			return wrongType(a.paths[k], wrong)
		}
		c := r.column(file, f, leaf)
		c.fillsOwn(a.paths[k], o.all, field)
		columns = append(columns, c)
	}
	switch {
	case len(a.fields) > 1:
		o.twins = append(o.twins, twins{columns[0], a.fields})
	case a.reading == asWritten && len(columns) == 1:
		columns[0].fillsField(a.paths[0], o.all, field)
	default:
		o.choose(field, a.reading, columns)
	}
	return nil
}

// choose has a field made of several columns.
func (o *ocsf) choose(field flowlog.Field, how reading, columns []*column) {
	c := newChoice(o.all, field)
	c.columns = append(c.columns, columns...)
	switch how {
	case asTime:
		c.isTime = true
		for _, col := range columns {
			col.parse = col.parseTime
		}
	case asWord:
		for _, col := range columns {
			col.parse = col.parseCaption
		}
		c.words = wordsOf(o.all, field)
	case atEnd:
		c.columns, c.ends = append(c.columns, nil), &o.ends
		o.atEnds = append(o.atEnds, c)
		if field == flowlog.InterfaceID {
			o.ends.interfaces = [2]*column(columns)
		}
		return
	}
	if field == flowlog.FlowDirection {
		o.ends.direction = c
	}
	o.choices = append(o.choices, c)
}

// finish makes the fields of the batch's n rows of what the columns hold.
func (o *ocsf) finish(n int) error {
	if err := o.class.check(n); err != nil {
		return err
	}
	for _, c := range o.choices {
		c.fill(n)
	}
	o.ends.find(n)
	for _, c := range o.atEnds {
		c.fill(n)
	}
	for _, t := range o.twins {
		for _, f := range t.fields {
			*o.all.Column(f) = t.column.own
			for i := range n {
				if !t.column.has(i) {
					o.all.SetAbsent(i, f)
				}
			}
		}
	}
	return nil
}

func (o *ocsf) free() {
	for _, c := range slices.Concat(o.choices, o.atEnds) {
		c.free()
	}
}

// What flow logs are, in OCSF.
const (
	classUID, network   = "class_uid", 4001
	productName, amazon = "metadata.product.name", "Amazon VPC"
)

// A class is what the rows of a file say they are. A lake has a table for each
// source of logs, and a file belongs to one: with a row that is none of a flow log
// the file is something else, or nothing that is known, and all of it is refused.
type class struct {
	uid     *column // or nil
	product *column
	before  int64 // rows checked
}

// openClass finds the columns that say what the rows are, and checks the first:
// before the other columns, which something else does not have.
func (r *Reader) openClass(file io.ReaderAt, f *footer) error {
	k, none := &r.ocsf.class, new(flowlog.Columns)
	for _, column := range []struct {
		path string
		to   **column
	}{{classUID, &k.uid}, {productName, &k.product}} {
		leaf, err := find(f.leaves, column.path)
		if err != nil {
			return err
		}
		if leaf < 0 {
			continue
		}
		l := &f.leaves[leaf]
		isText := l.physical == typeByteArray
		if l.kind != "" || isText != (column.path == productName) {
			return wrongType(column.path, "another type than OCSF's")
		}
		*column.to = r.column(file, f, leaf)
		(*column.to).fillsOwn(column.path, none, flowlog.Unknown)
	}
	if k.product == nil {
		return notFlowLogs("OCSF without " + productName)
	}
	r.groups = f.groups
	n, err := r.ready()
	if err == nil {
		err = r.fill(n)
	}
	if err == nil {
		err = k.check(n)
	}
	r.groups, r.rows, k.before = nil, 0, 0 // the first rows are read again, with the other columns
	if err == io.EOF {
		return nil // nothing says what no rows are
	}
	return err
}

// check checks the batch's n rows.
func (k *class) check(n int) error {
	for i := range n {
		var product []byte
		if k.product.has(i) {
			product = k.product.own.Values[k.product.own.IDs[i]].Text
		}
		isOther := k.uid.has(i) && k.uid.own.Numbers[i] != network
		if string(product) == amazon && !isOther {
			continue
		}
		uid := "unknown"
		if k.uid.has(i) {
			uid = fmt.Sprint(int64(k.uid.own.Numbers[i]))
		}
		return notFlowLogs(fmt.Sprintf("row %d is OCSF of class %s and product %+.40q", k.before+int64(i)+1, uid, product))
	}
	k.before += int64(n)
	return nil
}

func notFlowLogs(detail string) error {
	return &flowlog.ObjectError{
		Reason: flowlog.FormatUnknown, Detail: detail,
		Hint: fmt.Sprintf("of OCSF, VPC flow logs are read: class %d, product %q", network, amazon),
	}
}
