package source

import (
	"bytes"
	"crypto/sha256"
	"testing"
)

// BenchmarkContent is what it costs to know an object again, and what SHA-256 would.
func BenchmarkContent(b *testing.B) {
	data := bytes.Repeat([]byte("2 123456789010 eni-0abcabcabcabcabca 10.0.0.5 198.51.100.1 "), 1<<14)
	b.Run("keyed", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, err := ContentOf(bytes.NewReader(data)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("sha256", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			sha256.Sum256(data)
		}
	})
}
