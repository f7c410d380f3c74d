package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"testing"

	"davy/flowlog"
	"davy/internal/source"
)

// remote is an object that comes as a stream.
func remote(name string, content []byte) source.Object {
	return source.NewObject(name, int64(len(content)), func(context.Context) (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(content)), nil
	})
}

// A listing may name what is no object, and go on; or break off, which ends the run.
func TestListing(t *testing.T) {
	broken := errors.New("no more")
	listing := func(last error) source.Listing {
		return func(yield func(source.Object, error) bool) {
			_ = yield(source.Object{}, &source.SkipError{Path: "x", Why: "hidden"}) &&
				yield(remote("a", []byte(header+record(1))), nil) &&
				yield(source.Object{}, &flowlog.ObjectError{Object: "y", Reason: flowlog.Archived}) &&
				yield(remote("b", []byte(header+record(2))), nil) && last != nil && yield(source.Object{}, last)
		}
	}
	for _, workers := range []int{1, 5} {
		res, err := Run(t.Context(), listing(nil), Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Objects.Skipped) != 2 || res.Objects.Read != 2 || res.Objects.Found != 2 || res.Stats.OK != 2 || !res.Incomplete() {
			t.Errorf("%+v, %d records", res.Objects, res.Stats.OK)
		}
		if _, err := Run(t.Context(), listing(broken), Options{Workers: workers}); !errors.Is(err, broken) {
			t.Errorf("error %v", err)
		}
	}
}

// An object may fail when it is opened, and anywhere while it is read.
func TestStreamFails(t *testing.T) {
	text := header
	for i := range 3000 {
		text += record(i)
	}
	denied := &flowlog.ObjectError{Reason: flowlog.AccessDenied}
	cut := errors.New("cut off")
	objects := []source.Object{
		source.NewObject("denied", 1, func(context.Context) (io.ReadCloser, error) { return nil, denied }),
		source.NewObject("cut", 1, func(context.Context) (io.ReadCloser, error) {
			return io.NopCloser(io.MultiReader(bytes.NewReader([]byte(text[:5000])), failing{cut})), nil
		}),
		source.NewObject("cut at once", 1, func(context.Context) (io.ReadCloser, error) {
			return io.NopCloser(failing{cut}), nil
		}),
		remote("good", []byte(text)),
	}
	res := run1(t, objects, Options{Workers: 2, Salvage: true})
	var reasons []flowlog.Reason
	for _, e := range res.Objects.Failed {
		reasons = append(reasons, e.Reason)
		if e.Object == "" || e.Reason == flowlog.Unreadable && !errors.Is(e, cut) {
			t.Errorf("%+v", e)
		}
	}
	want := fmt.Sprint([]flowlog.Reason{flowlog.AccessDenied, flowlog.Unreadable, flowlog.Unreadable})
	if fmt.Sprint(reasons) != want || res.Stats.OK != 3000 {
		t.Errorf("%v, %d records", reasons, res.Stats.OK)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// Parquet that comes as a stream is the same as from a file.
func TestParquetStream(t *testing.T) {
	text, file := parquetFile(t)
	res := run1(t, []source.Object{remote("s", file)}, Options{Dir: t.TempDir(), Workers: 2})
	want := run1(t, files(t, map[string][]byte{"f": text}), Options{})
	if res.Stats.OK == 0 || res.Table.Totals() != want.Table.Totals() {
		t.Errorf("%+v, want %+v", res.Table.Totals(), want.Table.Totals())
	}
	twice := run1(t, append(files(t, map[string][]byte{"f": file}), remote("s", file)), Options{})
	if len(twice.Objects.Duplicates) != 1 || twice.Stats.OK != res.Stats.OK {
		t.Errorf("%+v", twice.Objects)
	}
	bound := run1(t, []source.Object{remote("s", file)}, Options{Limits: source.Limits{Bytes: int64(len(file)) - 1}})
	if len(bound.Objects.Failed) != 1 || bound.Objects.Failed[0].Reason != flowlog.Bomb {
		t.Errorf("%+v", bound.Objects)
	}
}

// A million objects may be read: of each, hardly anything is kept.
func TestManyObjects(t *testing.T) {
	const n = 100_000
	used := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var at []uint64 // after each quarter
	listing := func(yield func(source.Object, error) bool) {
		for i := range n {
			if i%(n/4) == 0 {
				at = append(at, used())
			}
			text := fmt.Appendf(nil, "%s2 123456789012 eni-0abcabcabcabcabca 10.0.0.5 198.51.100.7 4 443 6 1 100 %d %d ACCEPT OK\n", header, midnight+i, midnight+i)
			if !yield(remote(fmt.Sprint("s3://bucket/prefix/AWSLogs/123456789012/vpcflowlogs/eu-central-1/2026/01/01/", i), text), nil) {
				return
			}
		}
	}
	res, err := Run(t.Context(), listing, Options{Workers: 2})
	if err != nil || res.Objects.Read != n {
		t.Fatal(err, res)
	}
	// A map of hashes, the half of it unused, and ten bytes for the one record.
	each := float64(at[3]-at[1]) / (n / 2)
	t.Logf("%.0f bytes an object", each)
	if each > 100 {
		t.Errorf("%.0f bytes an object", each)
	}
	runtime.KeepAlive(res)
}
