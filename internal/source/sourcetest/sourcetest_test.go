package sourcetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"

	"davy/internal/source"
)

func TestFiles(t *testing.T) {
	Run(t, func(t testing.TB, objects map[string][]byte) source.Listing {
		root := t.TempDir()
		for name, b := range objects {
			file := filepath.Join(root, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		found, err := source.Find([]string{root}, source.Filter{})
		if err != nil || len(found.Skipped) > 0 {
			t.Fatal(err, found.Skipped)
		}
		return source.Listed(found.Objects, nil)
	})
}

// small is enough to see a source that does not keep the contract.
func small() map[string][]byte {
	objects := make(map[string][]byte)
	for i := range 25 {
		objects[fmt.Sprintf("a/%02d", i)] = bytes.Repeat([]byte{byte(i)}, 50*i)
	}
	return objects
}

// listingOf lists objects, each changed by some fault.
func listingOf(objects map[string][]byte, fault func(i int, o source.Object, b []byte) (source.Object, func(context.Context) (io.ReadCloser, error))) source.Listing {
	var all []string
	for name := range objects {
		all = append(all, name)
	}
	slices.Sort(all)
	return func(yield func(source.Object, error) bool) {
		for i, name := range all {
			b := objects[name]
			o := source.Object{Name: name, Size: int64(len(b))}
			open := func(context.Context) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
			if fault != nil {
				var other func(context.Context) (io.ReadCloser, error)
				if o, other = fault(i, o, b); other != nil {
					open = other
				}
			}
			if !yield(source.NewObject(o.Name, o.Size, open), nil) {
				return
			}
		}
	}
}

type opener = func(context.Context) (io.ReadCloser, error)

// The suite fails sources that do not keep the contract, each where it should.
func TestFaults(t *testing.T) {
	ordered := 0
	leak := make(chan struct{})
	for _, test := range []struct {
		name  string
		fault func(i int, o source.Object, b []byte) (source.Object, opener)
		fails []string // some of the checks that must not hold
	}{
		{"none", nil, nil},
		{"a byte is wrong", func(i int, o source.Object, b []byte) (source.Object, opener) {
			return o, func(context.Context) (io.ReadCloser, error) {
				wrong := bytes.Clone(b)
				if i == 20 {
					wrong[700]++
				}
				return io.NopCloser(bytes.NewReader(wrong)), nil
			}
		}, []string{"digest", "twice", "concurrently", "backwards"}},
		{"cut short", func(_ int, o source.Object, b []byte) (source.Object, opener) {
			return o, func(context.Context) (io.ReadCloser, error) {
				return io.NopCloser(bytes.NewReader(b[:len(b)/2])), nil
			}
		}, []string{"digest", "twice", "never opened", "listing broken off", "cancelled"}},
		{"a name twice", func(_ int, o source.Object, b []byte) (source.Object, opener) {
			if path.Base(o.Name) == "03" {
				o.Name = "a/04"
			}
			return o, nil
		}, []string{"names"}},
		{"a wrong size", func(i int, o source.Object, _ []byte) (source.Object, opener) {
			if i == 5 {
				o.Size++
			}
			return o, nil
		}, []string{"names"}},
		{"another order each time", func(_ int, o source.Object, _ []byte) (source.Object, opener) {
			ordered++
			o.Name = fmt.Sprintf("%d/%s", ordered, o.Name)
			return o, nil
		}, []string{"names"}},
		{"only once", func(_ int, o source.Object, b []byte) (source.Object, opener) {
			var n atomic.Int64
			return o, func(context.Context) (io.ReadCloser, error) {
				if n.Add(1) > 1 {
					return nil, errors.New("again")
				}
				return io.NopCloser(bytes.NewReader(b)), nil
			}
		}, []string{"twice"}},
		{"the context cuts it short", func(_ int, o source.Object, b []byte) (source.Object, opener) {
			return o, func(ctx context.Context) (io.ReadCloser, error) {
				return io.NopCloser(ended{ctx, bytes.NewReader(b)}), nil
			}
		}, []string{"cancelled"}},
		{"a goroutine for each", func(i int, o source.Object, b []byte) (source.Object, opener) {
			return o, func(context.Context) (io.ReadCloser, error) {
				if i == 8 {
					go func() { <-leak }()
				}
				return io.NopCloser(bytes.NewReader(b)), nil
			}
		}, []string{"goroutines"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			objects := small()
			listing := listingOf(objects, test.fault)
			before := len(goroutines())
			var failed []string
			for _, c := range checks {
				if c.holds(t.Context(), listing, objects) != nil {
					failed = append(failed, c.name)
				}
			}
			wait := patience
			if slices.Contains(test.fails, "goroutines") {
				wait = 0 // they are never gone
			}
			if settled(before, wait) != nil {
				failed = append(failed, "goroutines")
			}
			for _, want := range test.fails {
				if !slices.Contains(failed, want) {
					t.Errorf("%q holds", want)
				}
			}
			if test.fails == nil && failed != nil {
				t.Errorf("%q do not hold", failed)
			}
		})
	}
	close(leak)
}

// ended gives io.EOF when the context has ended.
type ended struct {
	ctx context.Context
	io.Reader
}

func (e ended) Read(p []byte) (int, error) {
	if e.ctx.Err() != nil {
		return 0, io.EOF
	}
	return e.Reader.Read(p[:min(len(p), 7)])
}

// The digest says what is stored, not where, and nothing else has the same.
func TestDigest(t *testing.T) {
	a := digest(map[string][]byte{"x/a": []byte("1"), "b": []byte("23")})
	if b := digest(map[string][]byte{"y/z/b": []byte("23"), "a": []byte("1")}); a != b {
		t.Error(a, b)
	}
	for _, other := range []map[string][]byte{
		{"a": []byte("1"), "b": []byte("24")}, {"a": []byte("12"), "b": []byte("3")}, {"a": []byte("1")}, {"c": []byte("1"), "b": []byte("23")},
	} {
		if digest(other) == a {
			t.Errorf("%q has it too", other)
		}
	}
}
