package bucket

import (
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"davy/internal/source"
)

// Reading objects one after the other, from files and through HTTP over loopback,
// the server being in the same process.
func BenchmarkRead(b *testing.B) {
	for _, shape := range []struct{ n, size int }{{256, 100 << 10}, {64, 1 << 20}, {1, 128 << 20}} {
		contents := some(same(shape.n, shape.size)...)
		name := fmt.Sprintf("%d of %d KiB", shape.n, shape.size>>10)
		b.Run(name+", files", func(b *testing.B) {
			root := b.TempDir()
			var objects []source.Object
			for name, content := range contents {
				path := filepath.Join(root, name)
				if err := os.WriteFile(path, content, 0o644); err != nil {
					b.Fatal(err)
				}
				objects = append(objects, source.Object{Name: path, Size: int64(len(content))})
			}
			readAll(b, func() []source.Object { return objects }, shape.n*shape.size)
		})
		for _, ahead := range []int{0, -1} {
			b.Run(fmt.Sprintf("%s, bucket, ahead %d", name, ahead), func(b *testing.B) {
				server := httptest.NewServer(holding(contents))
				defer server.Close()
				c := overNetwork(b, server.URL, Options{Objects: ahead})
				readAll(b, func() []source.Object { return all(b, c, "s3://logs") }, shape.n*shape.size)
			})
		}
	}
}

func readAll(b *testing.B, list func() []source.Object, size int) {
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, o := range list() {
			r, err := o.Open(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, r); err != nil {
				b.Fatal(err)
			}
			r.Close()
		}
	}
}

// Listing, most of which is what the SDK takes to read XML.
func BenchmarkList(b *testing.B) {
	f := &fake{n: 10_000, nth: func(i int) object { return object{key: fmt.Sprintf("%07d", i), size: 1, etag: `"0"`} }}
	c := client(b, f, Options{})
	for b.Loop() {
		if n := len(all(b, c, "s3://logs")); n != f.n {
			b.Fatal(n)
		}
	}
	b.ReportMetric(float64(b.N*f.n)/b.Elapsed().Seconds(), "objects/s")
}
