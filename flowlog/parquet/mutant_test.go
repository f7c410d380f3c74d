package parquet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"runtime/metrics"
	"testing"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"davy/flowlog"
)

// mutate returns file with some bits or bytes changed, bytes moved, a number
// made another one, or an end missing.
func mutate(rng *rand.Rand, file []byte) []byte {
	b := bytes.Clone(file)
	for range 1 + rng.IntN(3) {
		i := rng.IntN(len(b))
		if rng.IntN(3) == 0 { // the metadata are a small part, and say what all the rest is
			i = len(b) - 1 - rng.IntN(min(len(b), 1500))
		}
		switch rng.IntN(6) {
		case 0, 1:
			b[i] ^= 1 << rng.IntN(8)
		case 2:
			b[i] = byte(rng.IntN(256))
		case 3:
			copy(b[i:min(len(b), i+rng.IntN(20))], b[rng.IntN(len(b)):])
		case 4:
			var number [10]byte // a varint of up to 64 bits
			copy(b[i:], number[:binary.PutUvarint(number[:], rng.Uint64()>>rng.IntN(64))])
		case 5:
			if rng.IntN(20) == 0 {
				b = b[:i+1]
			}
		}
	}
	return b
}

// allocated is how many bytes were ever allocated.
func allocated() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// readMutant reads a file that may be anything. It returns what it read, in short.
func readMutant(t testing.TB, file []byte) (what string, err error) {
	t.Helper()
	rd, err := NewReader(bytes.NewReader(file), int64(len(file)), flowlog.Options{})
	if err != nil {
		return "", checked(t, err)
	}
	h := fnv.New64a()
	var rec flowlog.Record
	rows := int64(0)
	for {
		err := rd.Read(&rec)
		if err == io.EOF {
			s := rd.Stats()
			if s.Lines != s.OK+s.NoData+s.SkipData+s.Bad() || rows != s.OK+s.NoData+s.SkipData {
				t.Fatalf("%d records, %+v", rows, *s)
			}
			return fmt.Sprintf("%d %x", s.Lines, h.Sum64()), nil
		}
		if err != nil {
			return "", checked(t, err)
		}
		rows++
		for f := flowlog.Version; f <= flowlog.TrafficPath; f++ {
			text, ok := rec.Text(f)
			if ok && (len(text) == 0 || string(text) == "-") {
				t.Fatalf("%v: %q", f, text)
			}
			h.Write(append(text, 0))
		}
	}
}

// checked fails if err is no refusal of the file, or one that had to be recovered from.
func checked(t testing.TB, err error) error {
	t.Helper()
	if p, ok := errors.AsType[*panicError](err); ok {
		t.Fatal(p)
	}
	e, ok := errors.AsType[*flowlog.ObjectError](err)
	if !ok {
		t.Fatalf("%v (%T) is no *ObjectError", err, err)
	}
	switch e.Reason {
	case flowlog.ParquetCorrupt, flowlog.ParquetType, flowlog.UnsupportedCompression,
		flowlog.FormatUnknown, flowlog.HeaderDuplicate:
	default:
		t.Fatalf("an unexpected reason: %v", err)
	}
	return err
}

// mutantBases are small files to be mutated, with checksums of their pages and without.
func mutantBases(t testing.TB) map[string][]byte {
	text := fullLog(60)
	files := make(map[string][]byte)
	for name, w := range map[string]writing{
		"gzip":         {},
		"uncompressed": {codec: &pq.Uncompressed, version: 1},
		"plain":        {codec: &pq.Uncompressed, plain: true},
		"snappy":       {codec: &pq.Snappy, page: 300, group: 25},
		"zstd":         {codec: &pq.Zstd, version: 2},
		"delta":        {codec: &pq.Uncompressed, nodes: nodesAs(&pq.DeltaBinaryPacked, &pq.DeltaByteArray)},
		"streams":      {codec: &pq.Uncompressed, nodes: nodesAs(&pq.ByteStreamSplit, &pq.DeltaLengthByteArray)},
	} {
		files[name] = write(t, text, w)
		files[name+", no checksums"] = withoutChecksums(t, files[name])
	}
	for name, l := range map[string]lake{
		"OCSF, zstd":         {},
		"OCSF, uncompressed": {writing: writing{codec: &pq.Uncompressed, version: 1, dash: true}, version: "1.0"},
		"OCSF, plain":        {writing: writing{codec: &pq.Uncompressed, version: 2, plain: true}, times: pq.String()},
		"OCSF, INT96":        {writing: writing{codec: &pq.Snappy, page: 300, group: 25}, times: pq.Leaf(pq.Int96Type)},
	} {
		files[name] = l.write(t, text)
		files[name+", no checksums"] = withoutChecksums(t, files[name])
	}
	return files
}

// E5, E6: a changed file is refused or read, but does not crash, hang, or
// allocate beyond bounds. Some are read with other values, silently: see the
// package comment.
func TestMutants(t *testing.T) {
	mutants := 400
	if testing.Short() {
		mutants = 100
	}
	for name, file := range mutantBases(t) {
		t.Run(name, func(t *testing.T) {
			want, err := readMutant(t, file)
			if err != nil {
				t.Fatal(err)
			}
			rng := rand.New(rand.NewPCG(5, 6))
			most, refused, silent := uint64(0), 0, 0
			for range mutants {
				b := mutate(rng, file)
				before := allocated()
				got, err := readMutant(t, b)
				if used := allocated() - before; used > most {
					most = used
				}
				switch {
				case err != nil:
					refused++
				case got != want:
					silent++
				}
			}
			t.Logf("%d bytes: %d mutants, %d refused, %d read with other values; at most %.1f MiB allocated", len(file), mutants, refused, silent, float64(most)/(1<<20))
			if most > maxHeld+maxFooter {
				t.Errorf("%d bytes allocated", most)
			}
			if refused < mutants/3 {
				t.Errorf("only %d of %d refused: are they mutants?", refused, mutants)
			}
		})
	}
}

// FuzzReader starts with files of a column or two: the engine takes a minute to
// make each find of ten thousand bytes smaller.
func FuzzReader(f *testing.F) {
	text := "srcaddr bytes\n10.0.0.1 5\n- -\n::1 7\n"
	for _, w := range []writing{
		{},
		{codec: &pq.Snappy, version: 1},
		{codec: &pq.Uncompressed, version: 2},
		{codec: &pq.Uncompressed, version: 1, plain: true},
		{codec: &pq.Zstd},
		{codec: &pq.Uncompressed, nodes: nodesAs(&pq.DeltaBinaryPacked, &pq.DeltaByteArray)},
		{codec: &pq.Uncompressed, nodes: nodesAs(&pq.ByteStreamSplit, &pq.DeltaLengthByteArray)},
	} {
		f.Add(withoutChecksums(f, write(f, text, w)))
	}
	numbers := craft{name: "bytes", physical: format.Int64, rows: 8, pages: []crafted{
		{header: dictionary(2), body: make([]byte, 16)}, {header: data(8, format.RLEDictionary), body: []byte{1, 3, 0xaa}},
	}}
	strings := craft{name: "vpc_id", physical: format.ByteArray, rows: 2, pages: []crafted{{header: data(2, format.Plain), body: strs("a", "b")}}}
	for _, w := range []writing{{codec: &pq.Zstd}, {codec: &pq.Uncompressed, version: 1}, {codec: &pq.Uncompressed, version: 2, plain: true}} {
		l := lake{writing: w, times: pq.String(), without: []string{
			"observables", "unmapped", "cloud", "traffic", "severity_id", "type_uid", "class_name",
			"metadata.version", "metadata.profiles", "metadata.product.vendor_name", "metadata.product.feature", "disposition", "action", "time", "time_dt",
			"src_endpoint.svc_name", "src_endpoint.vpc_uid", "src_endpoint.subnet_uid", "src_endpoint.instance_uid", "dst_endpoint",
			"connection_info.boundary_id", "connection_info.protocol_num", "connection_info.tcp_flags", "connection_info.direction",
		}}
		f.Add(withoutChecksums(f, l.write(f, fiveRows(3))))
	}
	f.Add(numbers.file(f))
	f.Add(strings.file(f))
	f.Fuzz(func(t *testing.T, file []byte) {
		before := allocated()
		first, err := readMutant(t, file)
		if used := allocated() - before; used > maxHeld+maxFooter+64*uint64(len(file)) {
			t.Errorf("%d bytes allocated for %d", used, len(file))
		}
		again, err2 := readMutant(t, file)
		if first != again || (err == nil) != (err2 == nil) || err != nil && err.Error() != err2.Error() {
			t.Errorf("%s, %v; then %s, %v", first, err, again, err2)
		}
	})
}
