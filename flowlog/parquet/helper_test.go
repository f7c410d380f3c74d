package parquet

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"

	"davy/flowlog"
)

const (
	header   = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"
	good     = "2 123456789012 eni-0123456789abcdef0 10.0.0.5 192.0.2.7 41000 443 6 10 1200 1700000000 1700000060 ACCEPT OK"
	noData   = "2 123456789012 eni-0123456789abcdef0 - - - - - - - 1700000000 1700000060 - NODATA"
	skipData = "2 123456789012 eni-0123456789abcdef0 - - - - - - - 1700000000 1700000060 - SKIPDATA"
)

// with returns good with fields replaced, as "bytes=12".
func with(changes ...string) string {
	fields := strings.Fields(good)
	for _, change := range changes {
		name, value, _ := strings.Cut(change, "=")
		fields[slices.Index(strings.Fields(header), name)] = value
	}
	return strings.Join(fields, " ")
}

// A writing is how a test file is written. The zero value is AWS's way as far
// as it is documented: its names and types, NULL for '-', gzip.
type writing struct {
	nodes   map[string]pq.Node // by column, where not AWS's
	codec   compress.Codec
	dash    bool // '-' and nothing as they are, not as NULL, in columns of text
	page    int  // bytes of a page
	group   int64
	version int
	plain   bool // no dictionaries
}

// numbers64 are the columns AWS writes as INT_64, numbers32 those as INT_32.
var (
	numbers64 = []string{"packets", "bytes", "start", "end"}
	numbers32 = []string{"version", "srcport", "dstport", "protocol", "tcp_flags", "traffic_path"}
)

func (w *writing) node(column string) pq.Node {
	if node, ok := w.nodes[column]; ok {
		return node
	}
	node := pq.String()
	switch {
	case slices.Contains(numbers64, column):
		node = pq.Int(64)
	case slices.Contains(numbers32, column):
		node = pq.Int(32)
	}
	if !w.plain {
		node = pq.Encoded(node, &pq.RLEDictionary)
	}
	return pq.Optional(node)
}

// write returns text, lines of flow log under a header, as a Parquet file.
func write(t testing.TB, text string, w writing) []byte {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	names := strings.Fields(strings.ReplaceAll(lines[0], "-", "_"))
	group := pq.Group{}
	for _, name := range names {
		group[name] = w.node(name)
	}
	order := slices.Sorted(maps.Keys(group))
	codec := w.codec
	if codec == nil {
		codec = &pq.Gzip
	}
	options := []pq.WriterOption{pq.NewSchema("hive_schema", group), pq.Compression(codec)}
	if w.page > 0 {
		options = append(options, pq.PageBufferSize(w.page))
	}
	if w.group > 0 {
		options = append(options, pq.MaxRowsPerRowGroup(w.group))
	}
	if w.version > 0 {
		options = append(options, pq.DataPageVersion(w.version))
	}
	var file bytes.Buffer
	out := pq.NewWriter(&file, options...)
	for _, line := range lines[1:] {
		fields := strings.Split(line, " ")
		row := make(pq.Row, 0, len(order))
		for i, name := range order {
			row = append(row, w.value(t, group[name], fields[slices.Index(names, name)], i))
		}
		if _, err := out.WriteRows([]pq.Row{row}); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func (w *writing) value(t testing.TB, node pq.Node, text string, column int) pq.Value {
	t.Helper()
	isText := node.Type().Kind() == pq.ByteArray
	level := 0
	if node.Optional() {
		if (text == "-" || text == "") && (!w.dash || !isText) {
			return pq.Value{}.Level(0, 0, column)
		}
		level = 1
	}
	if isText {
		return pq.ByteArrayValue([]byte(text)).Level(0, level, column)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	if node.Type().Kind() == pq.Int32 {
		return pq.Int32Value(int32(n)).Level(0, level, column)
	}
	return pq.Int64Value(n).Level(0, level, column)
}

// A seen is what a reader gave of a record, to be compared.
type seen struct {
	flowlog.Record
	Interface string
	Owner     [4]string
	Numbers   string
}

func see(rec *flowlog.Record) seen {
	s := seen{Interface: string(rec.Interface)}
	for i, f := range []flowlog.Field{flowlog.AccountID, flowlog.VPCID, flowlog.SubnetID, flowlog.InstanceID} {
		text, _ := rec.Text(f)
		s.Owner[i] = string(text)
	}
	for _, f := range []flowlog.Field{flowlog.Version, flowlog.SrcAddr, flowlog.Bytes, flowlog.Start} {
		text, _ := rec.Text(f)
		s.Numbers += string(text) + " "
	}
	s.Record = flowlog.Record{
		Line: rec.Line, Status: rec.Status, Action: rec.Action, Direction: rec.Direction, Version: rec.Version,
		Protocol: rec.Protocol, TCPFlags: rec.TCPFlags, SrcPort: rec.SrcPort, DstPort: rec.DstPort,
		Src: rec.Src, Dst: rec.Dst, PktSrc: rec.PktSrc, PktDst: rec.PktDst,
		Packets: rec.Packets, Bytes: rec.Bytes, Start: rec.Start, End: rec.End, Implausible: rec.Implausible,
	}
	for _, f := range rec.Has.List() {
		if readFields.Has(f) { // others are not read of Parquet
			s.Has.Add(f)
		}
	}
	return s
}

var readFields = flowlog.Fields(flowlog.Version, flowlog.AccountID, flowlog.InterfaceID, flowlog.SrcAddr, flowlog.DstAddr,
	flowlog.SrcPort, flowlog.DstPort, flowlog.Protocol, flowlog.Packets, flowlog.Bytes, flowlog.Start, flowlog.End,
	flowlog.ActionField, flowlog.LogStatus, flowlog.VPCID, flowlog.SubnetID, flowlog.InstanceID, flowlog.TCPFlags,
	flowlog.PktSrcAddr, flowlog.PktDstAddr, flowlog.FlowDirection)

// records is what both readers are.
type records interface {
	Read(*flowlog.Record) error
	Stats() *flowlog.Stats
}

// readAll reads to the end. The error is nil for io.EOF.
func readAll(t testing.TB, rd records, each func(*flowlog.Record)) error {
	t.Helper()
	var rec flowlog.Record
	for {
		err := rd.Read(&rec)
		s := rd.Stats()
		if rest := s.Lines - s.Header - s.OK - s.NoData - s.SkipData - s.Bad(); rest != 0 {
			t.Fatalf("%d rows are in no counter: %+v", rest, *s)
		}
		if err != nil {
			if again := rd.Read(&rec); again != err {
				t.Errorf("the error does not repeat: %v, then %v", err, again)
			}
			if err == io.EOF {
				err = nil
			}
			return err
		}
		if each != nil {
			each(&rec)
		}
	}
}

// read reads a Parquet file to its end.
func read(t testing.TB, file []byte, opts flowlog.Options, each func(*flowlog.Record)) (*flowlog.Stats, error) {
	t.Helper()
	rd, err := NewReader(bytes.NewReader(file), int64(len(file)), opts)
	if err != nil {
		return nil, err
	}
	err = readAll(t, rd, each)
	return rd.Stats(), err
}

// reasonOf returns the reason of an ObjectError, "" for nil.
func reasonOf(t testing.TB, err error) flowlog.Reason {
	t.Helper()
	if err == nil {
		return ""
	}
	e, ok := errors.AsType[*flowlog.ObjectError](err)
	if !ok {
		t.Fatalf("%v (%T) is no *ObjectError", err, err)
	}
	if p, ok := errors.AsType[*panicError](err); ok {
		t.Fatal(p)
	}
	return e.Reason
}

// sampleLogs are the logs in the repository, as text.
func sampleLogs(t testing.TB) []string {
	t.Helper()
	var texts []string
	err := filepath.WalkDir(filepath.Join("..", "..", "sample", "AWSLogs"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		texts = append(texts, gunzipFile(t, path))
		return nil
	})
	if err != nil || len(texts) == 0 {
		t.Fatal("no sample logs:", err)
	}
	return texts
}

func gunzipFile(t testing.TB, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// full is a format with all fields that are read, and some that are not.
const full = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status " +
	"vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region flow-direction traffic-path"

// fullLog returns n made-up records of the format full, a few NODATA and SKIPDATA among them.
func fullLog(n int) string {
	rng := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	fmt.Fprintln(&b, full)
	start := 1700000000
	for range n {
		start += rng.IntN(3)
		eni := fmt.Sprintf("eni-%017x", uint64(rng.IntN(20))*0x123456789)
		if rng.IntN(40) == 0 {
			fmt.Fprintf(&b, "5 123456789012 %s - - - - - - - %d %d - %s vpc-1 subnet-1 - - - - - eu-west-1 - -\n",
				eni, start, start+59, []string{"NODATA", "SKIPDATA"}[rng.IntN(2)])
			continue
		}
		src, dst := fmt.Sprintf("10.%d.0.%d", rng.IntN(2), rng.IntN(256)), fmt.Sprintf("%d.%d.2.1", 1+rng.IntN(223), rng.IntN(256))
		if rng.IntN(9) == 0 {
			src, dst = fmt.Sprintf("2001:db8::%x", rng.IntN(1<<16)), fmt.Sprintf("2600:1f18:%x::1", rng.IntN(1<<16))
		}
		pktSrc, pktDst, instance, flags := "-", "-", "-", "-"
		if rng.IntN(3) == 0 {
			pktSrc, pktDst, instance, flags = src, dst, fmt.Sprintf("i-%017x", rng.IntN(20)), []string{"0", "2", "18", "19"}[rng.IntN(4)]
		}
		packets := 1 + rng.IntN(1<<rng.IntN(14))
		fmt.Fprintf(&b, "5 123456789012 %s %s %s %d %d %d %d %d %d %d %s OK vpc-%d subnet-1 %s %s IPv4 %s %s eu-west-1 %s %s\n",
			eni, src, dst, rng.IntN(1<<16), []int{443, 53, 3333, 123}[rng.IntN(4)], []int{6, 6, 6, 17, 1, 58}[rng.IntN(6)],
			packets, packets*(40+rng.IntN(1400)), start, start+rng.IntN(600), []string{"ACCEPT", "REJECT"}[rng.IntN(2)],
			rng.IntN(3), instance, flags, pktSrc, pktDst, []string{"ingress", "egress"}[rng.IntN(2)], []string{"-", "8"}[rng.IntN(2)])
	}
	return b.String()
}
