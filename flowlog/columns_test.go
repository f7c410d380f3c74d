package flowlog

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// odd values of a field, beside ordinary ones: what a row may be rejected for, and what it may not.
var (
	oddNumbers = []string{
		"", "-", "0", "-1", "-0", "007", "+5", "1e3", " 5", "5 ", "x", "255", "256", "65535", "65536", "999999999999",
		"1000000000000", "9223372036854775807", "9223372036854775808", "18446744073709551615", "99999999999999999999", "é", "1\x002", "\x7f",
	}
	oddTexts = []string{
		"", "-", "--", "OK", "ok", "NODATA", "SKIPDATA", "ACCEPT", "REJECT", "accept", "ingress", "egress", "10.0.0.1", "010.0.0.1",
		"1.2.3", "::1", "2001:DB8::A", "::ffff:1.2.3.4", "fe80::1%eth0", "eni-0123456789abcdef0", "eni-1", "eni-<script>", "a b", "é", "\x1b[31m", "1",
	}
	usual = map[Field][]string{
		Version: {"2", "5"}, AccountID: {"123456789012"}, InterfaceID: {"eni-0123456789abcdef0", "eni-01234567"},
		SrcAddr: {"10.0.0.1", "2001:db8::1"}, DstAddr: {"192.0.2.7"}, PktSrcAddr: {"10.0.0.9", "-"}, PktDstAddr: {"192.0.2.7", "-"},
		SrcPort: {"0", "443", "-"}, DstPort: {"41000", "-"}, Protocol: {"6", "17", "1", "58", "47"},
		Packets: {"10", "1", "0"}, Bytes: {"1200", "7", "0"}, Start: {"1700000000", "1699999000"}, End: {"1700000060", "1700000600"},
		ActionField: {"ACCEPT", "REJECT"}, LogStatus: {"OK", "OK", "NODATA", "SKIPDATA"}, FlowDirection: {"ingress", "egress", "-"},
		VPCID: {"vpc-1"}, SubnetID: {"subnet-1"}, InstanceID: {"i-1", "-"}, TCPFlags: {"2", "18", "-"}, Region: {"eu-west-1"}, TrafficPath: {"8", "-"},
	}
)

// A made is a made-up object, as text and by column.
type made struct {
	fields []Field
	rows   [][]string // of text
	typed  map[Field]bool
	signed map[Field]bool
}

func make1(rng *rand.Rand) made {
	m := made{typed: make(map[Field]bool), signed: make(map[Field]bool)}
	for f := range usual {
		m.fields = append(m.fields, f)
	}
	slices.Sort(m.fields) // maps have no order
	rng.Shuffle(len(m.fields), func(i, j int) { m.fields[i], m.fields[j] = m.fields[j], m.fields[i] })
	plain := rng.IntN(2) == 0 // most rows have all there is
	if !plain && rng.IntN(2) == 0 {
		m.fields = m.fields[:2+rng.IntN(len(m.fields)-2)]
	}
	for _, f := range m.fields {
		m.typed[f], m.signed[f] = f.Numeric() && rng.IntN(2) == 0, rng.IntN(2) == 0
	}
	faults := rng.IntN(3)
	if plain && rng.IntN(2) == 0 {
		faults = 0
	}
	for range 200 {
		var row []string
		for _, f := range m.fields {
			pool := usual[f]
			if rng.IntN(len(m.fields)) < faults && readable.Has(f) {
				pool = oddTexts
				if f.Numeric() {
					pool = oddNumbers
				}
			}
			text := pool[rng.IntN(len(pool))]
			if plain && rng.IntN(100) > 0 && (text == "-" || f == LogStatus) {
				text = usual[f][0]
			}
			if m.typed[f] && !m.fits(f, text) {
				text = usual[f][0]
			}
			row = append(row, text)
		}
		m.rows = append(m.rows, row)
	}
	return m
}

// fits tells whether a column of numbers can hold text.
func (m *made) fits(f Field, text string) bool {
	if text == "" || text == "-" {
		return true
	}
	n, err := m.number(f, text)
	return err == nil && (m.signed[f] && strconv.FormatInt(int64(n), 10) == text || !m.signed[f] && strconv.FormatUint(n, 10) == text)
}

func (m *made) number(f Field, text string) (uint64, error) {
	if m.signed[f] {
		n, err := strconv.ParseInt(text, 10, 64)
		return uint64(n), err
	}
	return strconv.ParseUint(text, 10, 64)
}

func (m *made) names() []string {
	var names []string
	for _, f := range m.fields {
		names = append(names, f.String())
	}
	return names
}

func (m *made) text() string {
	var b strings.Builder
	b.WriteString(strings.Join(m.names(), ",") + "\n")
	for _, row := range m.rows {
		b.WriteString(strings.Join(row, ",") + "\n")
	}
	return b.String()
}

// fill fills the columns with rows of m.
func (m *made) fill(c *Columns, rows [][]string) {
	c.Begin(len(rows))
	for _, f := range c.Fields() {
		col := c.Column(f)
		*col = Column{Unsigned: !m.signed[f]}
		at := slices.Index(m.fields, f)
		for i, row := range rows {
			if text := row[at]; m.typed[f] {
				n, err := m.number(f, text)
				if err != nil {
					c.SetAbsent(i, f)
				}
				col.Numbers = append(col.Numbers, n)
			} else {
				v := c.Value(f, []byte(text))
				if v.Absent() {
					c.SetAbsent(i, f)
				}
				col.Bad = col.Bad || v.Bad()
				id := slices.IndexFunc(col.Values, func(w Value) bool { return bytes.Equal(w.Text, v.Text) })
				if id < 0 {
					id, col.Values = len(col.Values), append(col.Values, v)
				}
				col.IDs = append(col.IDs, uint32(id))
				col.Numbers = append(col.Numbers, v.Number)
			}
		}
	}
}

// All that a record has, in words.
func inWords(rec *Record) string {
	r := *rec
	r.cols, r.Has, r.Interface = columns{}, FieldSet{}, nil
	s := fmt.Sprintf("%+v %q", r, rec.Interface)
	for _, f := range readable.List() {
		if text, ok := rec.Text(f); ok {
			s += fmt.Sprintf(" %v=%q", f, text)
		}
	}
	return s
}

// ownerOf is what all records of a stretch share.
func ownerOf(rec *Record) string {
	s := fmt.Sprintf("%p %s", rec.Format(), rec.Interface)
	for _, f := range owners {
		text, _ := rec.Text(f)
		s += fmt.Sprintf(" %s", text)
	}
	return s
}

// Rows are judged as lines are.
func TestColumnsAreJudgedAsText(t *testing.T) {
	reasons := make(map[Reason]bool)
	stretches := make(map[uint64]string)
	good, stretched := 0, 0
	for seed := range uint64(100) {
		rng := rand.New(rand.NewPCG(seed, 1))
		m := make1(rng)
		opts := Options{Object: "o", LenientENI: rng.IntN(3) == 0}
		if rng.IntN(2) == 0 {
			opts.Now, opts.Oldest = time.Unix(1699996399, 0), time.Unix(1699999500, 0)
		}
		var want []string
		wantStats, err := readAll(t, strings.NewReader(m.text()), opts, func(rec *Record) {
			rec.Line-- // of the header
			want = append(want, inWords(rec))
		})
		if err != nil {
			t.Fatal(err)
		}
		c, err := NewColumns(m.names(), 64, opts)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for rows := m.rows; len(rows) > 0; {
			n := min(len(rows), 1+rng.IntN(64))
			m.fill(c, rows[:n])
			rows = rows[n:]
			var rec Record
			for c.Next(&rec) {
				got = append(got, inWords(&rec))
				conserved(t, c.Stats())
				good++
				if n := rec.Stretch(); n != 0 {
					stretched++
					said, known := stretches[n]
					if owner := ownerOf(&rec); known && owner != said {
						t.Fatalf("seed %d: a stretch of %s has %s", seed, said, owner)
					} else {
						stretches[n] = owner
					}
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d:\n%s\nwant\n%s", seed, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		s := *wantStats
		s.Lines, s.Header = s.Lines-1, 0
		for i := range s.Samples {
			s.Samples[i].Line--
			if s.Samples[i].Detail == `""` { // nothing is '-' by column
				s.Samples[i].Detail = `"-"`
			}
			if why := s.Samples[i].Reason; why == ControlChar || why == BadUTF8 { // the line's as a whole, in text
				s.Samples[i].Field, s.Samples[i].Detail = c.stats.Samples[i].Field, c.stats.Samples[i].Detail
			}
		}
		if !reflect.DeepEqual(*c.Stats(), s) {
			t.Fatalf("seed %d: %+v\nwant %+v", seed, *c.Stats(), s)
		}
		for r := range s.Rejected {
			reasons[r] = true
		}
	}
	if len(stretches) < 1000 || stretched < len(stretches)*3/2 || stretched < good/10 || stretched > good*9/10 {
		t.Errorf("of %d rows %d were in %d stretches", good, stretched, len(stretches))
	}
	for _, r := range []Reason{
		ControlChar, BadUTF8, MissingField, NumberFormat, Negative, Overflow, BadAddress, BadENI, OutOfRange, UnknownEnum,
		EndBeforeStart, IntervalTooLong, Future, TooOld, TimestampUnit,
	} {
		if !reasons[r] {
			t.Errorf("no row was rejected for %s", r)
		}
	}
}

// A value that no line could hold is the fault of its field.
func TestColumnsOddValue(t *testing.T) {
	m := made{fields: []Field{AccountID, VPCID}, rows: [][]string{
		{"1", "2"}, {"1", "2\x1b[31m"}, {"é", "2"}, {"1", strings.Repeat("x", maxLine+1)}, {"1\t", "é"},
	}}
	c, err := NewColumns(m.names(), 8, Options{Object: "o"})
	if err != nil {
		t.Fatal(err)
	}
	m.fill(c, m.rows)
	var rec Record
	for c.Next(&rec) {
	}
	var got []string
	for _, s := range c.Stats().Samples {
		got = append(got, s.Error()[:30])
	}
	want := []string{
		`o:2: vpc-id: control_char: "\x1b[31m"`[:30], `o:3: account-id: bad_utf8: "\u00e9"`[:30],
		`o:4: vpc-id: line_too_long: "xxxxxx`[:30], `o:5: account-id: control_char: "\t"`[:30],
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

func TestColumnsOfObject(t *testing.T) {
	for _, c := range []struct {
		names   string
		require FieldSet
		want    Reason
	}{
		{"srcaddr dstaddr", Fields(SrcAddr), ""},
		{"srcaddr unknown unknown", FieldSet{}, ""},
		{"novel unknown", FieldSet{}, FormatUnknown},
		{"", FieldSet{}, FormatUnknown},
		{strings.Repeat("unknown ", maxColumns) + "srcaddr", FieldSet{}, FormatUnknown},
		{"srcaddr dstaddr srcaddr", FieldSet{}, HeaderDuplicate},
		{"srcaddr", Fields(SrcAddr, DstAddr), HeaderIncomplete},
	} {
		_, err := NewColumns(strings.Fields(c.names), 1, Options{Object: "o", Require: c.require})
		if reasonOf(t, err) != c.want {
			t.Errorf("%.40q: %v, want %s", c.names, err, c.want)
		}
		var e *ObjectError
		if errors.As(err, &e) && e.Object != "o" {
			t.Errorf("%v names no object", err)
		}
	}
}

func TestColumnsTransitGateway(t *testing.T) {
	c, err := NewColumns(strings.Fields(tgwHeader), 1, Options{Require: Fields(InterfaceID)})
	if err != nil {
		t.Fatal(err)
	}
	c.Skip(1)
	c.Skip(1e12)
	conserved(t, c.Stats())
	s := c.Stats()
	if !c.TransitGateway() || len(c.Fields()) != 0 || s.Rejected[TransitGateway] != 1e12+1 || len(s.Samples) != 3 || s.Samples[2].Line != 3 || s.MostlyBad() {
		t.Errorf("%+v", s)
	}
	if c.Next(new(Record)) {
		t.Error("a record")
	}
}
