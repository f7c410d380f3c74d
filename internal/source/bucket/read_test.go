package bucket

import (
	"bytes"
	"crypto/sha256"
	"math/rand/v2"
	"testing"
	"testing/synctest"
)

// random returns bytes that depend on the seed alone.
func random(n int, seed uint64) []byte {
	b := make([]byte, n)
	rng := rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8)})
	rng.Read(b)
	return b
}

func TestReadParts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := random(100_000, 1)
		f := holding(map[string][]byte{"a": b, "b": nil, "c": b[:5]})
		c := client(t, f, Options{})
		c.part = 1000
		for i, o := range all(t, c, "s3://logs") {
			got, err := contentOf(t, o)
			if want := [][]byte{b, {}, b[:5]}[i]; err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %v, %d bytes", o.Name, err, len(got))
			}
		}
		if n := f.counted("GET a"); n != 100 {
			t.Error(n, "requests")
		}
	})
}

func sha256sum(b []byte) []byte {
	s := sha256.Sum256(b)
	return s[:]
}
