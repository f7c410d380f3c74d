package parquet

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	pqthrift "github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"

	"davy/biflow"
	"davy/flowlog"
)

// five are the fields of version 5 that OCSF has.
const (
	five     = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status vpc-id flow-direction"
	goodFive = "5 123456789012 eni-0123456789abcdef0 10.0.0.5 192.0.2.7 41000 443 6 10 1200 1700000000 1700000060 ACCEPT OK vpc-1 egress"
)

// fiveRows are n good records.
func fiveRows(n int) string { return five + "\n" + strings.Repeat(goodFive+"\n", n) }

// values changes a row's attributes.
func values(changes map[string]string) func(int, map[string]string) {
	return func(_ int, values map[string]string) { maps.Copy(values, changes) }
}

// E1: an attribute of another type is never guessed at.
func TestOCSFTypes(t *testing.T) {
	for _, c := range []struct {
		path string
		node pq.Node
		why  string
	}{
		{"src_endpoint.ip", pq.List(pq.String()), "nested or repeated"},
		{"src_endpoint.ip", pq.Repeated(pq.String()), "nested or repeated"},
		{"src_endpoint.ip", pq.Group{"v4": pq.Optional(pq.String())}, "nested or repeated"},
		{"src_endpoint.ip", pq.Optional(pq.Int(64)), "a number"},
		{"traffic.bytes", pq.Optional(pq.Leaf(pq.DoubleType)), "neither an integer nor a string"},
		{"traffic.bytes", pq.Optional(pq.Timestamp(pq.Millisecond)), "a time or a decimal"},
		{"traffic.packets", pq.Optional(pq.Decimal(2, 12, pq.Int64Type)), "a time or a decimal"},
		{"cloud.account.uid", pq.Optional(pq.Int(64)), "a number"},
		{"dst_endpoint.interface_uid", pq.Optional(pq.JSON()), "an encoded value"},
		{"time", pq.Optional(pq.Int(32)), "no time"},
		{"time", pq.Optional(pq.Date()), "no time"},
		{"time", pq.Optional(pq.Time(pq.Microsecond)), "no time"},
		{"end_time_dt", pq.Optional(pq.Leaf(pq.DoubleType)), "no time"},
		{"end_time_dt", pq.Optional(pq.Decimal(3, 18, pq.Int64Type)), "no time"},
		{"action_id", pq.Optional(pq.Leaf(pq.FloatType)), "neither an integer nor a string"},
		{"connection_info.direction", pq.Optional(pq.BSON()), "an encoded value"},
		{"class_uid", pq.Optional(pq.String()), "another type than OCSF's"},
		{"class_uid", pq.List(pq.Int(32)), "nested or repeated"},
		{"metadata.product.name", pq.Optional(pq.Int(32)), "another type than OCSF's"},
	} {
		l := lake{nodes: map[string]pq.Node{c.path: c.node}}
		refused(t, "E1 "+c.path, l.write(t, five+"\n"), flowlog.ParquetType, c.path+": "+c.why)
	}
	repeated := lake{}.schemaWith(t, func(root pq.Group) { root["src_endpoint"] = pq.Repeated(pq.Group{"ip": pq.String()}) })
	refused(t, "E1", repeated, flowlog.ParquetType, "src_endpoint.ip: nested or repeated")
}

// schemaWith returns a file without rows, of a changed schema.
func (l lake) schemaWith(t *testing.T, change func(root pq.Group)) []byte {
	t.Helper()
	root := l.tree(l.schema())
	change(root)
	var file bytes.Buffer
	if err := pq.NewWriter(&file, pq.NewSchema("table", root)).Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// E2: attributes that are not there, or twice.
func TestOCSFColumns(t *testing.T) {
	open := func(l lake, rows int) error {
		_, err := read(t, l.write(t, fiveRows(rows)), flowlog.Options{Require: biflow.Needs}, nil)
		return err
	}
	for name, c := range map[string]struct {
		without []string
		want    flowlog.Reason
		detail  string
	}{
		"an endpoint": {[]string{"dst_endpoint"}, flowlog.HeaderIncomplete, "no dstaddr"},
		"interfaces":  {[]string{"dst_endpoint.interface_uid", "src_endpoint.interface_uid"}, flowlog.HeaderIncomplete, "no interface-id"},
		"traffic":     {[]string{"traffic"}, flowlog.HeaderIncomplete, "no packets, bytes"},
		"times":       {[]string{"time", "time_dt", "start_time_dt", "end_time_dt"}, flowlog.HeaderIncomplete, "no start, end"},
		"product":     {[]string{"metadata.product"}, flowlog.FormatUnknown, "OCSF without metadata.product.name"},
		"all else": {[]string{
			"src_endpoint", "dst_endpoint", "traffic", "connection_info", "cloud", "time", "time_dt", "start_time_dt", "end_time_dt",
			"status_code", "action", "action_id", "disposition", "metadata.product.version",
		}, flowlog.FormatUnknown, ""},
		"one end":           {[]string{"dst_endpoint.interface_uid", "dst_endpoint.vpc_uid"}, "", ""},
		"time":              {[]string{"time"}, "", ""},
		"words and no more": {[]string{"action", "action_id", "disposition", "connection_info.direction", "connection_info.direction_id", "status_code"}, "", ""},
	} {
		for _, rows := range []int{0, 3} {
			err := open(lake{without: c.without}, rows)
			if got := reasonOf(t, err); got != c.want || err != nil && !strings.Contains(err.Error(), c.detail) {
				t.Errorf("E2 without %s, %d rows: %v; want %s, %s", name, rows, err, c.want, c.detail)
			}
		}
	}
	file := (&lake{}).write(t, fiveRows(1))
	refused(t, "E2", refoot(t, file, func(m *format.FileMetaData) { // cloud.zone is cloud.region too
		for i := range m.Schema {
			if m.Schema[i].Name == "zone" {
				m.Schema[i].Name = "region"
			}
		}
		for i := range m.RowGroups[0].Columns {
			if path := m.RowGroups[0].Columns[i].MetaData.PathInSchema; path[len(path)-1] == "zone" {
				path[len(path)-1] = "region"
			}
		}
	}), flowlog.HeaderDuplicate, "cloud.region: named twice")
	// A flow log with columns of OCSF's names beside its own is a flow log.
	text := header + " class_uid metadata\n" + good + " 4 5\n"
	nodes := map[string]pq.Node{"class_uid": pq.Optional(pq.Int(32)), "metadata": pq.Optional(pq.Group{"version": pq.Optional(pq.String())})}
	sameAsText(t, header+"\n"+good+"\n", writeWith(t, text, writing{nodes: nodes}), flowlog.Options{Require: biflow.Needs})
}

// E3: bad rows, each with its row, field, reason, and what is written there.
func TestOCSFBadRows(t *testing.T) {
	for _, c := range []struct {
		change map[string]string
		want   string // of the sample; "" for a good row
	}{
		{nil, ""},
		{map[string]string{"traffic.bytes": ""}, `o:1: bytes: missing_field: "-"`},
		{map[string]string{"traffic.bytes": "", "traffic.packets": ""}, `o:1: packets: missing_field: "-"`},
		{map[string]string{"traffic.bytes": "-7"}, `o:1: bytes: negative: "-7"`},
		{map[string]string{"src_endpoint.ip": ""}, `o:1: srcaddr: missing_field: "-"`},
		{map[string]string{"src_endpoint.ip": "1.2.3"}, `o:1: srcaddr: bad_address: "1.2.3"`},
		{map[string]string{"src_endpoint.ip": "\x00"}, `o:1: srcaddr: control_char: "\x00"`},
		{map[string]string{"src_endpoint.port": "70000"}, `o:1: srcport: range: "70000"`},
		{map[string]string{"connection_info.protocol_num": ""}, `o:1: protocol: missing_field: "-"`},
		{map[string]string{"status_code": "FINE"}, `o:1: log-status: unknown_enum: "FINE"`},
		{map[string]string{"status_code": ""}, `o:1: log-status: missing_field: "-"`},
		{map[string]string{"metadata.product.version": "1.1"}, `o:1: version: number_format: "1.1"`},

		// words
		{map[string]string{"action_id": "99"}, ""}, // action says it
		{map[string]string{"action_id": "", "action": ""}, ""},
		{map[string]string{"action_id": "0", "action": "Unknown", "disposition": ""}, `o:1: action: missing_field: "-"`},
		{map[string]string{"action_id": "0", "action": "Other", "disposition": "Quarantined"}, `o:1: action: unknown_enum: "Quarantined"`},
		{map[string]string{"action_id": "3"}, `o:1: action: unknown_enum: "3"`},
		{map[string]string{"action_id": "-1"}, `o:1: action: unknown_enum: "-1"`},
		{map[string]string{"action_id": "", "action": "ACCEPT"}, ""},
		{map[string]string{"action_id": "", "action": "allowed"}, `o:1: action: unknown_enum: "allowed"`},
		{map[string]string{"connection_info.direction_id": "3"}, `o:1: flow-direction: unknown_enum: "3"`},
		{map[string]string{"connection_info.direction_id": "99", "connection_info.direction": "Sideways"}, `o:1: flow-direction: unknown_enum: "Sideways"`},
		{map[string]string{"connection_info.direction_id": "0", "connection_info.direction": "egress"}, ""},

		// interfaces: see TestOCSFEnds
		{map[string]string{"src_endpoint.interface_uid": "eni-x"}, `o:1: interface-id: bad_eni: "eni-x"`},
		{map[string]string{"src_endpoint.interface_uid": ""}, `o:1: interface-id: missing_field: "-"`},
		{map[string]string{"src_endpoint.interface_uid": "\xc3\xa9"}, `o:1: interface-id: bad_utf8: "\u00e9"`},

		// times
		{map[string]string{"end_time_dt": ""}, `o:1: end: missing_field: "-"`},
		{map[string]string{"end_time_dt": "1600000000"}, `o:1: end: end_before_start: "1600000000"`},
		{map[string]string{"end_time_dt": "-5"}, `o:1: end: negative: "-5"`},
		{map[string]string{"start_time_dt": "", "time": "1700000"}, `o:1: start: timestamp_unit: "1700000000"`}, // seconds, where milliseconds belong
		{map[string]string{"start_time_dt": "", "time": "0"}, `o:1: start: timestamp_unit: "0"`},
		{map[string]string{"start_time_dt": "", "time": "1700000000000"}, `o:1: start: timestamp_unit: "1700000000000"`}, // microseconds
		{map[string]string{"start_time_dt": "", "time": "-1"}, `o:1: start: negative: "-1"`},
		{map[string]string{"start_time_dt": "", "time": "", "time_dt": ""}, `o:1: start: missing_field: "-"`},
		{map[string]string{"start_time_dt": "", "time": ""}, ""},
	} {
		l := lake{change: values(c.change)}
		for _, l.plain = range []bool{false, true} {
			stats, err := read(t, l.write(t, fiveRows(1)), flowlog.Options{Object: "o"}, nil)
			if err != nil {
				t.Fatal(c, err)
			}
			got := ""
			if len(stats.Samples) > 0 {
				got = stats.Samples[0].Error()
			}
			if got != c.want || (c.want == "") != (stats.OK == 1) {
				t.Errorf("E3 %v: %s, want %s", c.change, got, c.want)
			}
		}
	}
}

// Times as text are RFC 3339, of any zone, with a 'T' or a space.
func TestOCSFTimesAsText(t *testing.T) {
	for text, want := range map[string]string{
		"2023-11-14T22:14:20Z": "", "2023-11-14 22:14:20+00:00": "", "2023-11-14 22:14:20.999999999Z": "", "2023-11-14T23:14:20.5+01:00": "",
		"2023-11-14": "number_format", "2023-11-14T22:14:20": "number_format", "1700000060": "number_format", "1700000060000": "number_format",
		"2023-02-30T22:14:20Z": "number_format", "1969-12-31T23:59:59Z": "negative", "2023-11-14T22:14:20\x01": "control_char", "-": "missing_field",
	} {
		l := lake{times: pq.String(), change: values(map[string]string{"end_time_dt": "=" + text})}
		for _, l.plain = range []bool{false, true} {
			stats, err := read(t, l.write(t, fiveRows(1)), flowlog.Options{}, func(rec *flowlog.Record) {
				if rec.End != 1700000060 {
					t.Errorf("%s: %d", text, rec.End)
				}
			})
			if err != nil || want == "" && stats.OK != 1 || want != "" && stats.Rejected[flowlog.Reason(want)] != 1 {
				t.Errorf("%s: %+v, %v", text, stats, err)
			}
		}
	}
}

// The interface is that of the end that the direction tells, or of the only end that has one.
func TestOCSFEnds(t *testing.T) {
	const a, b = "eni-0000000000000000a", "eni-0000000000000000b"
	for _, c := range []struct{ direction, src, dst, want, vpc string }{
		{"1", a, b, b, "vpc-dst"},
		{"2", a, b, a, "vpc-src"},
		{"1", a, "", a, "vpc-src"},
		{"2", "", b, b, "vpc-dst"},
		{"0", a, "", a, "vpc-src"},
		{"0", "", b, b, "vpc-dst"},
		{"99", "-", b, b, "vpc-dst"},
		{"", a, "", a, "vpc-src"},
		{"0", a, b, "", ""}, // one of two would be a guess
		{"1", "", "", "", ""},
	} {
		l := lake{writing: writing{dash: true}, without: []string{"connection_info.direction"}, change: values(map[string]string{
			"connection_info.direction_id": c.direction, "src_endpoint.interface_uid": c.src, "dst_endpoint.interface_uid": c.dst,
			"src_endpoint.vpc_uid": "vpc-src", "dst_endpoint.vpc_uid": "vpc-dst",
		})}
		got, vpc := "", ""
		stats, err := read(t, l.write(t, fiveRows(1)), flowlog.Options{}, func(rec *flowlog.Record) {
			text, _ := rec.Text(flowlog.VPCID)
			got, vpc = string(rec.Interface), string(text)
		})
		if err != nil || got != c.want || vpc != c.vpc || c.want == "" && stats.Rejected[flowlog.MissingField] != 1 {
			t.Errorf("%+v: %s in %s, %v", c, got, vpc, err)
		}
	}
}

// A file whose rows are something else counts for nothing, whatever it says later on.
func TestOCSFOfAnotherClass(t *testing.T) {
	for name, c := range map[string]struct {
		change  map[string]string
		without []string
		detail  string
	}{
		"Route 53": {
			map[string]string{"class_uid": "4003", "metadata.product.name": "Route 53"},
			[]string{"traffic", "dst_endpoint"},
			`row 1 is OCSF of class 4003 and product "Route 53" (of OCSF, VPC flow logs are read: class 4001, product "Amazon VPC")`,
		},
		"CloudTrail": {
			map[string]string{"class_uid": "6003", "metadata.product.name": "CloudTrail"},
			[]string{"traffic", "dst_endpoint", "connection_info"},
			`class 6003 and product "CloudTrail"`,
		},
		"a firewall's": {map[string]string{"metadata.product.name": "Fire\x1bwall " + strings.Repeat("x", 999)}, nil, `class 4001 and product "Fire\x1bwall xxx`},
		"no product":   {map[string]string{"metadata.product.name": ""}, nil, `class 4001 and product ""`},
		"no class":     {map[string]string{"class_uid": "", "metadata.product.name": "Route 53"}, nil, `class unknown and product "Route 53"`},
		"class":        {map[string]string{"class_uid": "-1"}, nil, `class -1 and product "Amazon VPC"`},
	} {
		l := lake{without: c.without, change: values(c.change)}
		_, err := read(t, l.write(t, fiveRows(3)), flowlog.Options{Require: biflow.Needs}, nil)
		if reasonOf(t, err) != flowlog.FormatUnknown || !strings.Contains(err.Error(), c.detail) || len(err.Error()) > 300 {
			t.Errorf("%s: %v; want …%s…", name, err, c.detail)
		}
	}
	l := lake{change: func(row int, values map[string]string) {
		if row == 599 {
			values["class_uid"] = "4003"
		}
	}}
	n := 0
	_, err := read(t, l.write(t, fiveRows(700)), flowlog.Options{}, func(*flowlog.Record) { n++ })
	if reasonOf(t, err) != flowlog.FormatUnknown || !strings.Contains(err.Error(), "row 600 is OCSF of class 4003") || n != batchRows {
		t.Errorf("%d records, %v", n, err)
	}
	l.change = func(row int, values map[string]string) { // flow logs that do not say their class are flow logs
		if row%2 == 0 {
			values["class_uid"] = ""
		}
	}
	if stats, err := read(t, l.write(t, fiveRows(700)), flowlog.Options{}, nil); err != nil || stats.OK != 700 {
		t.Errorf("%+v, %v", stats, err)
	}
}

// A struct that is NULL, at any level, is values that are not there.
func TestOCSFNullsAtEachLevel(t *testing.T) {
	type uid struct {
		UID *string `parquet:"uid,optional"`
	}
	type cloud struct {
		Account *uid `parquet:"account,optional"`
	}
	type product struct {
		Name string `parquet:"name"`
	}
	type metadata struct {
		Product *product `parquet:"product,optional"`
	}
	type end struct {
		IP   *string `parquet:"ip,optional"`
		Port int32   `parquet:"port"`
	}
	type row struct {
		Metadata *metadata `parquet:"metadata,optional"`
		Cloud    *cloud    `parquet:"cloud,optional"`
		Src      *end      `parquet:"src_endpoint,optional"`
		Time     int64     `parquet:"time"`
		Status   string    `parquet:"status_code"` // a record without traffic may lack all else
	}
	text := func(s string) *string { return &s }
	vpc := &metadata{&product{"Amazon VPC"}}
	rows := []row{
		{vpc, nil, nil, 1700000000000, "NODATA"},
		{vpc, &cloud{}, &end{nil, 5}, 1700000001999, "NODATA"},
		{vpc, &cloud{&uid{}}, &end{text("10.0.0.1"), 6}, 1700000002000, "NODATA"},
		{vpc, &cloud{&uid{text("123456789012")}}, &end{text("-"), 7}, 1700000003000, "NODATA"},
	}
	want := []string{"- - - 1700000000", "- - 5 1700000001", "- 10.0.0.1 6 1700000002", "123456789012 - 7 1700000003"}
	for _, version := range []int{1, 2} {
		var file bytes.Buffer
		out := pq.NewGenericWriter[row](&file, pq.DataPageVersion(version), pq.Compression(&pq.Snappy))
		if _, err := out.Write(rows); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		var got []string
		_, err := read(t, file.Bytes(), flowlog.Options{}, func(rec *flowlog.Record) {
			var fields []string
			for _, f := range []flowlog.Field{flowlog.AccountID, flowlog.SrcAddr, flowlog.SrcPort, flowlog.Start} {
				text, ok := rec.Text(f)
				if !ok {
					text = []byte("-")
				}
				fields = append(fields, string(text))
			}
			got = append(got, strings.Join(fields, " "))
		})
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("version %d: %v\n%q\n%q", version, err, got, want)
		}
	}
	rows[2].Metadata = &metadata{}
	var file bytes.Buffer
	out := pq.NewGenericWriter[row](&file)
	if _, err := out.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	refused(t, "a product that is NULL", file.Bytes(), flowlog.FormatUnknown, `row 3 is OCSF of class unknown and product ""`)
}

// E7, E8: what only nested files can claim.
func TestOCSFClaims(t *testing.T) {
	file := (&lake{}).write(t, fiveRows(2))
	deep := func(n int) []byte {
		return refoot(t, file, func(m *format.FileMetaData) {
			one := pqthrift.New(int32(1))
			m.Schema = []format.SchemaElement{{Name: "root", NumChildren: one}}
			for range n {
				m.Schema = append(m.Schema, format.SchemaElement{Name: "g", NumChildren: one, RepetitionType: pqthrift.New(format.Optional)})
			}
			m.Schema = append(m.Schema, format.SchemaElement{Name: "x", Type: pqthrift.New(format.Int64), RepetitionType: pqthrift.New(format.Optional)})
			m.RowGroups, m.NumRows = nil, 0
		})
	}
	refused(t, "E7", deep(100_000), flowlog.ParquetCorrupt, "one column too many")
	refused(t, "E7", deep(maxElements-2), flowlog.ParquetCorrupt, "columns in over 63 groups")
	refused(t, "E7", deep(maxNested), flowlog.ParquetCorrupt, "columns in over 63 groups")
	refused(t, "E7", deep(maxNested-1), flowlog.FormatUnknown, "")
	bytesColumn := func(m *format.FileMetaData) *format.ColumnMetaData {
		for i := range m.RowGroups[0].Columns {
			if c := &m.RowGroups[0].Columns[i].MetaData; strings.Join(c.PathInSchema, ".") == "traffic.bytes" {
				return c
			}
		}
		t.Fatal("no traffic.bytes")
		return nil
	}
	for name, path := range map[string][]string{
		"another": {"traffic", "packets"}, "shorter": {"traffic"}, "longer": {"traffic", "bytes", "bytes"}, "none": nil,
		"very long": make([]string, 8<<20), // a byte each as it is written
	} {
		claimed := refoot(t, file, func(m *format.FileMetaData) { bytesColumn(m).PathInSchema = path })
		before := allocated()
		refused(t, "E7 "+name, claimed, flowlog.ParquetCorrupt, "a column that is not the schema's")
		if used := allocated() - before; used > maxFooter+maxFooter/2 {
			t.Errorf("%s: %d bytes allocated", name, used)
		}
	}
	product := func(levels ...byte) []byte { // a required name in two optional groups: up to level 2, in two bits
		body := append(binary.LittleEndian.AppendUint32(nil, uint32(len(levels))), levels...)
		c := craft{name: "name", physical: format.ByteArray, rows: 2, optional: true, pages: []crafted{
			{header: data(2, format.Plain), body: append(body, strs(amazon, amazon)...)},
		}}
		return refoot(t, c.file(t), func(m *format.FileMetaData) {
			one := pqthrift.New(int32(1))
			m.Schema = []format.SchemaElement{
				{Name: "root", NumChildren: one},
				{Name: "metadata", NumChildren: one, RepetitionType: pqthrift.New(format.Optional)},
				{Name: "product", NumChildren: one, RepetitionType: pqthrift.New(format.Optional)},
				{Name: "name", Type: pqthrift.New(format.ByteArray), RepetitionType: pqthrift.New(format.Required)},
			}
			m.RowGroups[0].Columns[0].MetaData.PathInSchema = []string{"metadata", "product", "name"}
		})
	}
	refused(t, "sound, but nothing else is there", product(4, 2), flowlog.FormatUnknown, "no fields")
	for name, levels := range map[string][]byte{"above": {4, 3}, "too few": {2, 2}, "none": {}, "cut": {4}, "packed above": {3, 0b1110}} {
		refused(t, "E8 "+name, product(levels...), flowlog.ParquetCorrupt, "metadata.product.name: fewer levels than rows")
	}
	refused(t, "E8", product(4, 1), flowlog.ParquetCorrupt, "metadata.product.name: 28 bytes after a page's values")
}

// E9: what is sound and not read is named, in a lake too.
func TestOCSFUnsupported(t *testing.T) {
	l := lake{writing: writing{codec: &pq.Brotli}}
	refused(t, "E9", l.write(t, fiveRows(2)), flowlog.UnsupportedCompression, "Brotli in Parquet")
}
