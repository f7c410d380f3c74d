package pipeline

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/internal/source"
)

// parquetFile returns a log of the parquet package as text and as Parquet.
func parquetFile(t *testing.T) (text, file []byte) {
	t.Helper()
	var content [2][]byte
	for i, name := range []string{"duckdb.log", "duckdb.parquet"} {
		var err error
		if content[i], err = os.ReadFile(filepath.Join("..", "..", "flowlog", "parquet", "testdata", name)); err != nil {
			t.Fatal(err)
		}
	}
	return content[0], content[1]
}

func TestParquetObject(t *testing.T) {
	text, file := parquetFile(t)
	want := run1(t, files(t, map[string][]byte{"x": text}), Options{})
	opts := Options{Workers: 2, Counts: new(Counts)}
	got := run1(t, files(t, map[string][]byte{"x": file, "y.log": file, "z": file[:len(file)-1]}), opts)
	if a, b := biflow.Digest(got.Table.Pairs()), biflow.Digest(want.Table.Pairs()); a != b || want.Table.Interfaces() == 0 {
		t.Errorf("digest %s, %s of text", a, b)
	}
	s := want.Stats
	s.Lines, s.Header = s.Lines-1, 0
	if !reflect.DeepEqual(got.Stats, s) {
		t.Errorf("counts %+v, %+v of text", got.Stats, s)
	}
	o := got.Objects
	if o.Read != 1 || o.Bytes != int64(len(file)) || len(o.Duplicates) != 1 || len(o.Failed) != 1 || o.Failed[0].Reason != flowlog.ParquetCorrupt {
		t.Errorf("%+v", o)
	}
	if n := opts.Counts.Bytes.Load(); n != 3*int64(len(file))-1 {
		t.Errorf("%d bytes read", n)
	}
}

// A corrupt file counts for nothing, whatever is asked to be kept.
func TestParquetIsATransaction(t *testing.T) {
	_, file := parquetFile(t)
	good := []byte(header + record(1))
	for at := 4; at < len(file); at += 97 {
		bad := bytes.Clone(file)
		bad[at] ^= 0xff
		res := run1(t, files(t, map[string][]byte{"bad": bad, "good": good}), Options{Salvage: true})
		if len(res.Objects.Failed) == 1 && res.Stats.OK != 1 {
			t.Errorf("byte %d: %d records of a file that failed: %v", at, res.Stats.OK-1, res.Objects.Failed)
		}
		if len(res.Objects.Failed) == 0 && at < 4000 && res.Stats.OK == 1 {
			t.Errorf("byte %d: neither read nor refused", at)
		}
	}
}

func TestParquetOptions(t *testing.T) {
	_, file := parquetFile(t)
	objects := files(t, map[string][]byte{"x": file})
	res := run1(t, objects, Options{Oldest: time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)})
	if res.Stats.Rejected[flowlog.TooOld] == 0 || res.Stats.OK != 0 {
		t.Errorf("%+v", res.Stats)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Run(stopped, source.Listed(objects, nil), Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
