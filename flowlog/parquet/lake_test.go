package parquet

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/format"
)

// A lake is how a test file of OCSF is written. The zero value is Security Lake's
// way as far as it is known: everything optional, Zstandard.
type lake struct {
	writing
	version  string             // "" for 1.5
	times    pq.Node            // type of the attributes that end in _dt, microseconds if nil
	required bool               // groups always are there; only their leaves may not be
	without  []string           // attributes, or groups of them
	nodes    map[string]pq.Node // by path, where not the usual
	change   func(row int, values map[string]string)
}

// schema returns the attributes of a version, by path, with their types.
func (l *lake) schema() map[string]pq.Node {
	text, i32, i64 := pq.String(), pq.Int(32), pq.Int(64)
	when := l.times
	if when == nil {
		when = pq.Timestamp(pq.Microsecond)
	}
	nodes := map[string]pq.Node{
		"metadata.product.version": text, "metadata.product.name": text, "metadata.product.vendor_name": text,
		"metadata.product.feature.name": text, "metadata.version": text, "metadata.profiles": pq.List(text),
		"cloud.region": text, "cloud.zone": text, "cloud.provider": text, "cloud.account.uid": text,
		"connection_info.protocol_num": i32, "connection_info.tcp_flags": i32, "connection_info.boundary_id": i32,
		"connection_info.direction_id": i32, "connection_info.direction": text,
		"traffic.packets": i64, "traffic.bytes": i64,
		"time": i64, "time_dt": when, "start_time_dt": when, "end_time_dt": when,
		"status_code": text, "severity_id": i32, "class_uid": i32, "class_name": text, "type_uid": i64,
		"action": text, "action_id": i32, "disposition": text,
		"unmapped":    pq.Map(text, text),
		"observables": pq.List(pq.Group{"name": pq.Optional(text), "type_id": i32}),
	}
	for _, end := range []string{"src_endpoint", "dst_endpoint"} {
		for _, name := range []string{"ip", "svc_name", "interface_uid", "vpc_uid", "instance_uid", "subnet_uid"} {
			nodes[end+"."+name] = text
		}
		nodes[end+".port"] = i32
		nodes[end+".intermediate_ips"] = pq.List(text)
	}
	if l.version == "1.0" {
		nodes["cloud.account_uid"], nodes["start_time"], nodes["end_time"], nodes["disposition_id"] = text, i64, i64, i32
		for _, name := range []string{"cloud.account.uid", "start_time_dt", "end_time_dt", "action", "action_id"} {
			delete(nodes, name)
		}
	}
	maps.Copy(nodes, l.nodes)
	maps.DeleteFunc(nodes, func(path string, _ pq.Node) bool {
		return slices.ContainsFunc(l.without, func(name string) bool { return path == name || strings.HasPrefix(path, name+".") })
	})
	return nodes
}

// tree puts attributes into their groups.
func (l *lake) tree(nodes map[string]pq.Node) pq.Group {
	root := pq.Group{}
	below := map[string]map[string]pq.Node{}
	for path, node := range nodes {
		top, rest, nested := strings.Cut(path, ".")
		switch {
		case nested && below[top] == nil:
			below[top] = map[string]pq.Node{rest: node}
		case nested:
			below[top][rest] = node
		case l.nodes[path] != nil && (node.Required() && node.Leaf() || node.Repeated()):
			root[top] = node
		default:
			if node.Leaf() && !l.plain && !node.Optional() {
				node = pq.Encoded(node, &pq.RLEDictionary)
			}
			root[top] = pq.Optional(node)
		}
	}
	for top, nodes := range below {
		sub := *l
		sub.nodes = map[string]pq.Node{}
		for path, node := range l.nodes {
			if rest, ok := strings.CutPrefix(path, top+"."); ok {
				sub.nodes[rest] = node
			}
		}
		root[top] = sub.tree(nodes)
		if !l.required {
			root[top] = pq.Optional(root[top])
		}
	}
	return root
}

// write returns text, lines of flow log under a header, as a Parquet file of OCSF.
func (l *lake) write(t testing.TB, text string) []byte {
	t.Helper()
	nodes := l.schema()
	schema := pq.NewSchema("table", l.tree(nodes))
	columns := make(map[string]int) // by path, and -1 of a group
	for i, path := range schema.Columns() {
		for k := range path {
			columns[strings.Join(path[:k], ".")] = -1
		}
		columns[strings.Join(path, ".")] = i
	}
	codec := l.codec
	if codec == nil {
		codec = &pq.Zstd
	}
	options := []pq.WriterOption{schema, pq.Compression(codec)}
	if l.page > 0 {
		options = append(options, pq.PageBufferSize(l.page))
	}
	if l.group > 0 {
		options = append(options, pq.MaxRowsPerRowGroup(l.group))
	}
	if l.writing.version > 0 {
		options = append(options, pq.DataPageVersion(l.writing.version))
	}
	var file bytes.Buffer
	out := pq.NewWriter(&file, options...)
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i, line := range lines[1:] {
		fields := make(map[string]string)
		for k, value := range strings.Split(line, " ") {
			fields[strings.Fields(lines[0])[k]] = value
		}
		values := ocsfOf(fields, i)
		if l.change != nil {
			l.change(i, values)
		}
		maps.DeleteFunc(values, func(path, value string) bool {
			node := nodes[path]
			return value == "" || value == "-" && !(l.dash && node != nil && node.Leaf() && node.Type().Kind() == pq.ByteArray)
		})
		r := rower{t: t, values: values, columns: columns, rng: rand.New(rand.NewPCG(uint64(i), 3))}
		r.cells = make([][]pq.Value, len(schema.Columns()))
		r.note()
		r.group(schema, "", 0, 0, 0, true)
		if _, err := out.WriteRows([]pq.Row{slices.Concat(r.cells...)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// ocsfOf maps the fields of a record as AWS says it does, by path, "-" for nothing.
// Times are seconds, to be written as their type has them.
func ocsfOf(f map[string]string, row int) map[string]string {
	get := func(name string) string {
		if value := f[name]; value != "" {
			return value
		}
		return "-"
	}
	v := map[string]string{
		"metadata.product.version": get("version"), "metadata.product.name": "Amazon VPC", "metadata.product.vendor_name": "AWS",
		"metadata.product.feature.name": "Flowlogs", "metadata.version": "1.5.0", "class_uid": "4001", "class_name": "Network Activity",
		"severity_id": "1", "cloud.provider": "AWS", "cloud.account.uid": get("account-id"), "cloud.account_uid": get("account-id"),
		"cloud.region": get("region"), "cloud.zone": get("az-id"),
		"src_endpoint.port": get("srcport"), "dst_endpoint.port": get("dstport"),
		"src_endpoint.ip": trueEnd(get("srcaddr"), get("pkt-srcaddr")), "dst_endpoint.ip": trueEnd(get("dstaddr"), get("pkt-dstaddr")),
		"src_endpoint.svc_name": get("pkt-src-aws-service"), "dst_endpoint.svc_name": get("pkt-dst-aws-service"),
		"connection_info.protocol_num": get("protocol"), "connection_info.tcp_flags": get("tcp-flags"),
		"traffic.packets": get("packets"), "traffic.bytes": get("bytes"), "status_code": get("log-status"),
		"connection_info.direction": "-", "connection_info.direction_id": "99",
		"action": "Unknown", "action_id": "0", "disposition": "Unknown", "disposition_id": "0",
	}
	for _, name := range []string{"time", "time_dt", "start_time", "start_time_dt"} {
		v[name] = get("start")
	}
	v["end_time"], v["end_time_dt"] = get("end"), get("end")
	switch get("action") {
	case "ACCEPT":
		v["action"], v["action_id"], v["disposition"], v["disposition_id"] = "Allowed", "1", "Allowed", "1"
	case "REJECT":
		v["action"], v["action_id"], v["disposition"], v["disposition_id"] = "Denied", "2", "Blocked", "2"
	}
	own := ""
	switch get("flow-direction") {
	case "ingress":
		own, v["connection_info.direction"], v["connection_info.direction_id"] = "dst_endpoint.", "Inbound", "1"
	case "egress":
		own, v["connection_info.direction"], v["connection_info.direction_id"] = "src_endpoint.", "Outbound", "2"
	default:
		if row%2 == 0 { // some other writer's
			own = "src_endpoint."
		}
	}
	if own != "" {
		for attribute, field := range map[string]string{
			"interface_uid": "interface-id", "vpc_uid": "vpc-id", "subnet_uid": "subnet-id", "instance_uid": "instance-id",
		} {
			v[own+attribute] = get(field)
		}
	}
	return v
}

// trueEnd is the address that OCSF has of the interface's own and the packet's.
func trueEnd(addr, pkt string) string {
	if pkt != "-" {
		return pkt
	}
	return addr
}

// asOCSF returns text as OCSF has it: what it cannot say is not there.
func asOCSF(text string) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	names := strings.Fields(lines[0])
	at := func(name string) int { return slices.Index(names, name) }
	for i, line := range lines[1:] {
		f := strings.Split(line, " ")
		for _, end := range []string{"src", "dst"} {
			ip := trueEnd(f[at(end+"addr")], f[at("pkt-"+end+"addr")])
			f[at(end+"addr")], f[at("pkt-"+end+"addr")] = ip, ip
		}
		if f[at("flow-direction")] == "-" && i%2 != 0 {
			for _, name := range []string{"interface-id", "vpc-id", "subnet-id", "instance-id"} {
				f[at(name)] = "-"
			}
		}
		lines[1+i] = strings.Join(f, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// A rower makes a row of values by path.
type rower struct {
	t       testing.TB
	values  map[string]string
	full    map[string]bool // groups with a value in them
	columns map[string]int
	cells   [][]pq.Value
	rng     *rand.Rand
}

// note notes which groups have values.
func (r *rower) note() {
	r.full = make(map[string]bool)
	for path := range r.values {
		for at := strings.LastIndexByte(path, '.'); at > 0; at = strings.LastIndexByte(path[:at], '.') {
			r.full[path[:at]] = true
		}
	}
}

// group adds the fields of a group.
func (r *rower) group(node pq.Node, path string, definition, repetition, depth int, isThere bool) {
	if path != "" {
		path += "."
	}
	for _, field := range node.Fields() {
		r.node(field, path+field.Name(), definition, repetition, depth, isThere)
	}
}

// node adds what is at a path: nothing of what is not there, at the level at which it ends.
func (r *rower) node(node pq.Node, path string, definition, repetition, depth int, isThere bool) {
	switch {
	case node.Optional():
		if isThere = isThere && r.has(path, depth); isThere {
			definition++
		}
	case node.Repeated():
		depth++
		n := 0
		if isThere {
			n = r.rng.IntN(4)
		}
		for i := range n {
			if i > 0 {
				repetition = depth
			}
			r.inside(node, path, definition+1, repetition, depth, true)
		}
		if n > 0 {
			return
		}
		isThere = false
	}
	r.inside(node, path, definition, repetition, depth, isThere)
}

func (r *rower) inside(node pq.Node, path string, definition, repetition, depth int, isThere bool) {
	if !node.Leaf() {
		r.group(node, path, definition, repetition, depth, isThere)
		return
	}
	column := r.columns[path]
	value := pq.Value{}
	if isThere {
		value = r.value(node, path, depth)
	}
	r.cells[column] = append(r.cells[column], value.Level(repetition, definition, column))
}

// has tells whether there is something at or below a path. An empty group may be there.
func (r *rower) has(path string, depth int) bool {
	_, ok := r.values[path]
	return ok || depth > 0 || r.full[path] || r.columns[path] < 0 && r.rng.IntN(2) == 0
}

func (r *rower) value(node pq.Node, name string, depth int) pq.Value {
	text, ok := r.values[name]
	if !ok && depth > 0 || !ok && node.Type().Kind() == pq.ByteArray {
		text = fmt.Sprint(r.rng.IntN(9))
	}
	isTime := strings.HasSuffix(name, "_dt") || strings.HasSuffix(name, "time")
	kind := node.Type().Kind()
	if raw, ok := strings.CutPrefix(text, "="); ok { // as it is
		return pq.ByteArrayValue([]byte(raw))
	}
	if kind == pq.ByteArray {
		if seconds, err := strconv.ParseInt(text, 10, 64); isTime && err == nil {
			text = time.Unix(seconds, 0).UTC().Format("2006-01-02 15:04:05+00:00")
		}
		return pq.ByteArrayValue([]byte(text))
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil && text != "-" {
		r.t.Fatal(name, err)
	}
	if isTime {
		scale := int64(1000)
		if logical := node.Type().LogicalType(); logical != nil {
			if stamp, ok := logical.Value.(*format.TimestampType); ok {
				scale = int64(time.Second / stamp.Unit.Value.Duration())
			}
		}
		if kind == pq.Int96 {
			return pq.Int96Value(julian(n))
		}
		n *= scale
	}
	if kind == pq.Int32 {
		return pq.Int32Value(int32(n))
	}
	return pq.Int64Value(n)
}

// julian returns a time as old writers have it.
func julian(seconds int64) deprecated.Int96 {
	day, nanos := seconds/86400+2440588, uint64(seconds%86400)*1e9
	return deprecated.Int96{uint32(nanos), uint32(nanos >> 32), uint32(day)}
}

// lakes are the ways in which the same records are written.
var lakes = map[string]lake{
	"1.5":                         {},
	"1.5, dashes":                 {writing: writing{dash: true}},
	"1.0":                         {version: "1.0"},
	"plain":                       {writing: writing{plain: true}},
	"plain dashes":                {writing: writing{plain: true, dash: true}},
	"gzip":                        {writing: writing{codec: &pq.Gzip, version: 1}},
	"snappy":                      {writing: writing{codec: &pq.Snappy, version: 2}},
	"uncompressed":                {writing: writing{codec: &pq.Uncompressed, version: 1, plain: true}},
	"uncompressed, version 2":     {writing: writing{codec: &pq.Uncompressed, version: 2}},
	"small pages":                 {writing: writing{page: 300}},
	"small pages, plain":          {writing: writing{page: 400, plain: true, version: 1, codec: &pq.Snappy}},
	"row groups":                  {writing: writing{group: 77}},
	"groups required":             {required: true},
	"milliseconds":                {times: pq.Timestamp(pq.Millisecond)},
	"nanoseconds":                 {times: pq.Timestamp(pq.Nanosecond)},
	"INT96":                       {times: pq.Leaf(pq.Int96Type)},
	"INT96, plain":                {times: pq.Leaf(pq.Int96Type), writing: writing{plain: true}},
	"times as text":               {times: pq.String(), without: []string{"time"}},
	"times as text, plain":        {times: pq.String(), without: []string{"time"}, writing: writing{plain: true, codec: &pq.Uncompressed}},
	"numbers for words":           {without: []string{"action", "disposition", "connection_info.direction"}},
	"captions for words":          {without: []string{"action_id", "disposition_id", "connection_info.direction_id"}},
	"captions for words, plainly": {without: []string{"action_id", "action", "connection_info.direction_id"}, writing: writing{plain: true}},
	"no lists":                    {without: []string{"observables", "unmapped", "metadata.profiles", "src_endpoint.intermediate_ips", "dst_endpoint.intermediate_ips"}},
	"no class":                    {without: []string{"class_uid"}},
	"delta": {nodes: map[string]pq.Node{
		"traffic.bytes": pq.Optional(pq.Encoded(pq.Int(64), &pq.DeltaBinaryPacked)), "time": pq.Encoded(pq.Int(64), &pq.DeltaBinaryPacked),
		"src_endpoint.ip": pq.Optional(pq.Encoded(pq.String(), &pq.DeltaByteArray)), "dst_endpoint.ip": pq.Optional(pq.Encoded(pq.String(), &pq.DeltaLengthByteArray)),
	}},
	"required in optional groups": {nodes: map[string]pq.Node{
		"class_uid": pq.Int(32), "time": pq.Int(64), "metadata.product.name": pq.String(), "cloud.account.uid": pq.Encoded(pq.String(), &pq.RLEDictionary),
	}},
	"other widths": {nodes: map[string]pq.Node{
		"src_endpoint.port": pq.Optional(pq.Int(64)), "dst_endpoint.port": pq.Optional(pq.Uint(16)), "class_uid": pq.Optional(pq.Int(64)),
		"connection_info.direction_id": pq.Optional(pq.Int(64)), "action_id": pq.Optional(pq.Uint(8)), "time": pq.Optional(pq.Uint(64)),
		"metadata.product.version": pq.Optional(pq.Int(32)), "traffic.bytes": pq.Optional(pq.String()),
	}},
}
