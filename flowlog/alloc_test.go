package flowlog

import (
	"bytes"
	"io"
	"testing"
)

func TestReadDoesNotAllocate(t *testing.T) {
	const records = 10_000
	for _, kind := range []string{"v2", "v5", "v6"} {
		text := object(kind, records+2)
		r, err := NewReader(bytes.NewReader(text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		var rec Record
		if err := r.Read(&rec); err != nil { // allocates the buffer and the format
			t.Fatal(err)
		}
		allocs := testing.AllocsPerRun(1, func() {
			for range records / 2 {
				if err := r.Read(&rec); err != nil {
					t.Fatal(err)
				}
			}
		})
		if allocs != 0 {
			t.Errorf("%s: %v allocations in %d records", kind, allocs, records/2)
		}
	}
}

// TestBuffersGoRound reads two objects in turns, after one that was read beyond its end.
func TestBuffersGoRound(t *testing.T) {
	reader := func(kind string) *Reader {
		r, err := NewReader(bytes.NewReader(object(kind, 100)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	var one, two Record
	for r, ends := reader("v2"), 0; ends < 3; {
		if err := r.Read(&one); err == io.EOF {
			ends++
		} else if err != nil {
			t.Fatal(err)
		}
	}
	first, second := reader("v2"), reader("v6")
	if err := first.Read(&one); err != nil {
		t.Fatal(err)
	}
	eni := string(one.Interface)
	for err := second.Read(&two); err != io.EOF; err = second.Read(&two) {
		if err != nil || string(one.Interface) != eni {
			t.Fatalf("%v, %q of another Reader became %q", err, eni, one.Interface)
		}
	}
}
