package source

import (
	"bytes"
	"encoding/hex"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"

	"davy/flowlog"
)

// zst returns b as a frame of zstd, with a checksum if no option says otherwise.
func zst(t testing.TB, b []byte, opts ...zstd.EOption) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil, append([]zstd.EOption{zstd.WithEncoderConcurrency(1), zstd.WithZeroFrames(true)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(b, nil)
}

// stream returns b as zstd writes it when it does not know how much will come.
func stream(t testing.TB, b []byte) []byte {
	t.Helper()
	var z bytes.Buffer
	w, err := zstd.NewWriter(&z, zstd.WithEncoderConcurrency(1))
	if err != nil {
		t.Fatal(err)
	}
	for len(b) > 0 {
		n := min(len(b), 100_000)
		w.Write(b[:n])
		w.Flush()
		b = b[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return z.Bytes()
}

// skippable is a frame to be skipped with n bytes in it.
func skippable(n byte) []byte {
	return append([]byte("\x5a"+skipMagic), append([]byte{n, 0, 0, 0}, make([]byte, n)...)...)
}

func TestZstd(t *testing.T) {
	a, b := text(3000), text(7)
	za, zb, none := zst(t, a), zst(t, b), zst(t, nil)
	all := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	// What zstd 1.5 makes of the same lines, with and without a checksum.
	const lines = "version account-id\n2 123456789012\n"
	cli, err := hex.DecodeString("28b52ffd045811010076657273696f6e206163636f756e742d69640a32203132333435363738393031320a4d2d86c9")
	if err != nil {
		t.Fatal(err)
	}
	bare, err := hex.DecodeString("28b52ffd0058110000610a")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		id      string
		in      []byte
		want    []byte
		members int
		garbage bool
	}{
		{"C11 zstd", za, a, 1, false},
		{"C11 zstd, of zstd", cli, []byte(lines), 1, false},
		{"C11 zstd, of zstd, no checksum", bare, []byte("a\n"), 1, false},
		{"C11 zstd, stream", stream(t, a), a, 1, false},
		{"C11 zstd, no checksum", zst(t, a, zstd.WithEncoderCRC(false)), a, 1, false},
		{"C11 zstd, one segment", zst(t, a, zstd.WithSingleSegment(true)), a, 1, false},
		{"C11 zstd, best", zst(t, a, zstd.WithEncoderLevel(zstd.SpeedBestCompression)), a, 1, false},
		{"C11 zstd, window of 64 MiB", zst(t, a, zstd.WithWindowSize(64<<20)), a, 1, false},
		{"C5", all(za, zb), all(a, b), 2, false},
		{"C5", all(zb, none, za, none), all(b, a), 4, false},
		{"C5, skippable frames", all(skippable(4), za, skippable(0), zb, skippable(200)), all(a, b), 5, false},
		{"C8, skippable frame alone", skippable(9), nil, 1, false},
		{"C8", none, nil, 1, false},
		{"C6", all(za, zb, make([]byte, 512)), all(a, b), 2, true},
		{"C6", all(za, []byte("garbage")), a, 1, true},
		{"C6", all(za, []byte{0}), a, 1, true},
		{"C6", all(za, []byte{0x50, 0}), a, 1, true},
		{"C6", all(za, zip(t, b)), a, 1, true},
		{"C6, after a run", []byte(header(20) + "\x03\x00\x10a" + "garbage"), bytes.Repeat([]byte("a"), 128<<10), 1, true},
		{"C6, gzip", all(zip(t, b), za), b, 1, true},
		{"C10", zst(t, za), za, 1, false},
		{"C10, gzip", zst(t, zip(t, a)), zip(t, a), 1, false},
		{"C7", []byte("("), []byte("("), 0, false},
		{"C7", []byte("P*M"), []byte("P*M"), 0, false},
	} {
		t.Run(c.id, func(t *testing.T) {
			for _, alone := range []bool{true, false} {
				for _, r := range []io.Reader{bytes.NewReader(c.in), iotest.OneByteReader(bytes.NewReader(c.in)), iotest.DataErrReader(bytes.NewReader(c.in))} {
					got, d, err := decodeBy(t, r, Limits{}, alone)
					if err != nil || !bytes.Equal(got, c.want) || d.Members != c.members || d.TrailingGarbage != c.garbage {
						t.Fatalf("%v, %d bytes, %+v", err, len(got), d)
					}
				}
			}
		})
	}
}

func TestZstdTruncated(t *testing.T) {
	plain := text(6000)
	t.Run("C1 zstd", func(t *testing.T) {
		z := stream(t, plain)
		for i := 1; i < 50; i++ {
			got, _, err := decode(t, bytes.NewReader(z[:len(z)*i/50]), Limits{})
			if reasonOf(t, err) != flowlog.Truncated || !bytes.HasPrefix(plain, got) {
				t.Errorf("cut at %d/50: %v", i, err)
			}
		}
		frame := zst(t, text(3))
		for cut := 2; cut < len(frame); cut++ {
			for _, part := range [][]byte{frame[:cut], append(bytes.Clone(z), frame[:cut-1]...), append(bytes.Clone(frame), skippable(9)[:min(cut, 16)]...)} {
				if _, _, err := decode(t, bytes.NewReader(part), Limits{}); reasonOf(t, err) != flowlog.Truncated {
					t.Errorf("cut at %d: %v", cut, err)
				}
			}
		}
	})
	t.Run("C2 zstd", func(t *testing.T) {
		var z bytes.Buffer
		w, err := zstd.NewWriter(&z, zstd.WithEncoderConcurrency(1))
		if err != nil {
			t.Fatal(err)
		}
		w.Write(plain)
		w.Flush() // a block ends, and no other follows
		got, _, err := decode(t, bytes.NewReader(z.Bytes()), Limits{})
		if reasonOf(t, err) != flowlog.Truncated || !bytes.Equal(got, plain) {
			t.Errorf("%v, %d bytes", err, len(got))
		}
	})
}

func TestZstdDamaged(t *testing.T) {
	plain := text(300)
	z := zst(t, plain)
	t.Run("C3 zstd", func(t *testing.T) {
		for back := 1; back <= 4; back++ {
			bad := bytes.Clone(z)
			bad[len(bad)-back] ^= 1
			if _, _, err := decode(t, bytes.NewReader(bad), Limits{}); reasonOf(t, err) != flowlog.Checksum {
				t.Errorf("byte %d from the end: %v", back, err)
			}
		}
	})
	t.Run("C4 zstd", func(t *testing.T) {
		rng := rand.New(rand.NewPCG(4, 4))
		for range 1000 {
			bad := bytes.Clone(z)
			bit := 32 + rng.IntN(8*len(z)-32) // not the magic number: that is text then
			bad[bit/8] ^= 1 << (bit % 8)
			got, _, err := decode(t, bytes.NewReader(bad), Limits{})
			if err == nil && !bytes.Equal(got, plain) {
				t.Errorf("bit %d: wrong data accepted", bit)
			}
		}
	})
}

// header is that of a frame without checksum or size, with a window of 2^log bytes.
func header(log int) string { return zstdMagic + "\x00" + string([]byte{byte(log-10) << 3}) }

func TestZstdBomb(t *testing.T) {
	const run = "\x02\x00\x10\x00" // a block that is not the last: 128 KiB of zeros
	t.Run("C9 zstd, 10 GiB", func(t *testing.T) {
		r := io.MultiReader(strings.NewReader(header(20)), &repeat{text: []byte(run), n: 80 << 10})
		d, err := Decode(r, Limits{}, false)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		n, err := io.Copy(io.Discard, d)
		if reasonOf(t, err) != flowlog.Bomb || n < 64<<20 || n > 65<<20 {
			t.Errorf("%v after %d bytes", err, n)
		}
	})
	t.Run("C9 zstd, many frames", func(t *testing.T) {
		z := zst(t, make([]byte, 1<<16))
		if _, _, err := decode(t, bytes.NewReader(bytes.Repeat(z, 64)), Limits{Ratio: 100, Grace: 1 << 20}); reasonOf(t, err) != flowlog.Bomb {
			t.Error(err)
		}
	})
	t.Run("C9 zstd, window", func(t *testing.T) {
		const last = "\x01\x00\x00"        // block, of no byte
		const segment = zstdMagic + "\xa0" // one segment, its size in four bytes
		for name, c := range map[string]struct {
			in   string
			want flowlog.Reason
		}{
			"128 MiB":              {header(27) + last, ""},
			"256 MiB":              {header(28) + last, flowlog.UnsupportedCompression},
			"2 TiB":                {header(41) + last, flowlog.UnsupportedCompression},
			"segment of 1 GiB":     {segment + "\x00\x00\x00\x40" + last, flowlog.UnsupportedCompression},
			"after one that is ok": {string(zst(t, text(1))) + header(28) + last, flowlog.UnsupportedCompression},
			"dictionary":           {zstdMagic + "\x01\x58\x07" + last, flowlog.UnsupportedCompression},
			"reserved bit":         {zstdMagic + "\x08\x58" + last, flowlog.Checksum},
			"reserved block":       {header(20) + "\x07\x00\x00", flowlog.Checksum},
			"segment, cut":         {segment + "\x00\x00\x00\x04", flowlog.Truncated},
		} {
			_, _, err := decode(t, strings.NewReader(c.in), Limits{})
			if reasonOf(t, err) != c.want {
				t.Errorf("%s: %v", name, err)
			}
		}
		// A frame that asks for a large window takes it while it is read, and no longer.
		var before, after runtime.MemStats
		runtime.GC()
		runtime.GC() // twice, for what is pooled
		runtime.ReadMemStats(&before)
		for range 4 {
			if _, _, err := decode(t, strings.NewReader(header(27)+run+last), Limits{}); err != nil {
				t.Fatal(err)
			}
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		if more := int64(after.HeapAlloc) - int64(before.HeapAlloc); more > maxWindow/2 {
			t.Errorf("%d bytes are kept", more)
		}
	})
}

func TestZstdReadErrors(t *testing.T) {
	z := stream(t, text(5000))
	broken := io.ErrClosedPipe
	for name, r := range map[string]io.Reader{
		"in a frame":  io.MultiReader(bytes.NewReader(z[:len(z)/2]), iotest.ErrReader(broken)),
		"in a header": io.MultiReader(bytes.NewReader(z[:5]), iotest.ErrReader(broken)),
		"between":     io.MultiReader(bytes.NewReader(z), iotest.ErrReader(broken)),
		"skipping":    io.MultiReader(bytes.NewReader(skippable(100)[:50]), iotest.ErrReader(broken)),
	} {
		if _, _, err := decode(t, r, Limits{}); reasonOf(t, err) != flowlog.Unreadable {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkDecodeZstd(b *testing.B) {
	plain := text(200_000)
	z := zst(b, plain)
	b.SetBytes(int64(len(plain)))
	b.ReportAllocs()
	for b.Loop() {
		d, err := Decode(bytes.NewReader(z), Limits{}, true)
		if err != nil {
			b.Fatal(err)
		}
		if n, err := io.Copy(io.Discard, d); err != nil || n != int64(len(plain)) {
			b.Fatal(n, err)
		}
		d.Close()
	}
}
