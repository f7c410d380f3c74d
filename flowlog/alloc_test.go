package flowlog

import (
	"bytes"
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
