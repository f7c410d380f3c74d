package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/klauspost/compress/zstd"

	"davy/flowlog"
)

func TestTruncated(t *testing.T) {
	plain := text(6000)
	z := zip(t, plain)
	t.Run("C1", func(t *testing.T) {
		for i := 1; i < 50; i++ {
			got, _, err := decode(t, bytes.NewReader(z[:len(z)*i/50]), Limits{})
			if reasonOf(t, err) != flowlog.Truncated || !bytes.HasPrefix(plain, got) {
				t.Errorf("cut at %d/50: %v", i, err)
			}
		}
		for cut := 1; cut < 30; cut++ { // header and trailer
			for _, part := range [][]byte{z[:cut], z[:len(z)-cut], append(bytes.Clone(z), z[:cut]...)} {
				if _, _, err := decode(t, bytes.NewReader(part), Limits{}); reasonOf(t, err) != flowlog.Truncated {
					t.Errorf("cut by %d: %v", cut, err)
				}
			}
		}
	})
	t.Run("C2", func(t *testing.T) {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write(plain)
		w.Flush()
		got, _, err := decode(t, &b, Limits{})
		if reasonOf(t, err) != flowlog.Truncated || !bytes.Equal(got, plain) {
			t.Errorf("%v, %d bytes", err, len(got))
		}
	})
}

func TestDamaged(t *testing.T) {
	plain := text(300)
	z := zip(t, plain)
	t.Run("C3", func(t *testing.T) {
		for back := 1; back <= 8; back++ {
			bad := bytes.Clone(z)
			bad[len(bad)-back] ^= 1
			if _, _, err := decode(t, bytes.NewReader(bad), Limits{}); reasonOf(t, err) != flowlog.Checksum {
				t.Errorf("byte %d from the end: %v", back, err)
			}
		}
	})
	t.Run("C4", func(t *testing.T) {
		rng := rand.New(rand.NewPCG(4, 4))
		for range 1000 {
			bad := bytes.Clone(z)
			bit := 16 + rng.IntN(8*len(z)-16) // not the magic number: that is text then
			bad[bit/8] ^= 1 << (bit % 8)
			got, _, err := decode(t, bytes.NewReader(bad), Limits{})
			if err == nil && !bytes.Equal(got, plain) {
				t.Errorf("bit %d: wrong data accepted", bit)
			}
		}
	})
}

func TestMembers(t *testing.T) {
	a, b := text(3000), text(7)
	za, zb, none := zip(t, a), zip(t, b), zip(t, nil)
	all := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	for _, c := range []struct {
		id      string
		in      []byte
		want    []byte
		members int
		garbage bool
	}{
		{"C5", all(za, zb), all(a, b), 2, false},
		{"C5", all(zb, none, za, none), all(b, a), 4, false},
		{"C6", all(za, zb, make([]byte, 512)), all(a, b), 2, true},
		{"C6", all(za, []byte("garbage")), a, 1, true},
		{"C6", all(za, []byte{0}), a, 1, true},
		{"C6", all(za, text(1), zb), a, 1, true},
		{"C8", none, nil, 1, false},
		{"C8", nil, nil, 0, false},
		{"C8", []byte("\n"), []byte("\n"), 0, false},
		{"C7", a, a, 0, false},
		{"C7", za, a, 1, false},
		{"C10", zip(t, za), za, 1, false},
	} {
		t.Run(c.id, func(t *testing.T) {
			for _, r := range []io.Reader{bytes.NewReader(c.in), iotest.OneByteReader(bytes.NewReader(c.in)), iotest.DataErrReader(bytes.NewReader(c.in))} {
				got, d, err := decode(t, r, Limits{})
				if err != nil || !bytes.Equal(got, c.want) || d.Members != c.members || d.TrailingGarbage != c.garbage {
					t.Errorf("%v, %d bytes, %+v", err, len(got), d)
				}
				if (d.Compression == "gzip") != (c.members > 0) {
					t.Errorf("compression %q", d.Compression)
				}
			}
		})
	}
}

func TestNestedGzipIsNoText(t *testing.T) {
	t.Run("C10", func(t *testing.T) {
		d, err := Decode(bytes.NewReader(zip(t, zip(t, text(9)))), Limits{}, true)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		r, err := flowlog.NewReader(d, flowlog.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Read(new(flowlog.Record)); reasonOf(t, err) != flowlog.FormatUnknown {
			t.Error(err)
		}
	})
}

func TestUnsupported(t *testing.T) {
	t.Run("C11", func(t *testing.T) {
		for _, u := range unsupported {
			magic := u.magic
			if u.name == "bzip2" {
				magic += "9"
			}
			_, err := Decode(strings.NewReader(magic+"rest"), Limits{}, true)
			if reasonOf(t, err) != flowlog.UnsupportedCompression || !strings.Contains(err.Error(), u.name) {
				t.Errorf("%s: %v", u.name, err)
			}
		}
		if got, _, err := decode(t, strings.NewReader("BZhello"), Limits{}); err != nil || string(got) != "BZhello" {
			t.Error(err, got)
		}
	})
}

// zeros is the gzip of n mebibytes of zeros, made while it is read: but for the
// first, each mebibyte deflates to the same bytes.
func zeros(t *testing.T, n int) io.Reader {
	t.Helper()
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	var ends []int
	for range 3 {
		w.Write(make([]byte, 1<<20))
		w.Flush()
		ends = append(ends, z.Len())
	}
	first, each := z.Bytes()[:ends[0]], z.Bytes()[ends[1]:ends[2]]
	if !bytes.Equal(each, z.Bytes()[ends[0]:ends[1]]) {
		t.Fatal("the second and third mebibyte differ")
	}
	return io.MultiReader(bytes.NewReader(first), &repeat{text: each, n: n - 1})
}

// repeat gives its text out n times.
type repeat struct {
	text []byte
	n    int
	at   int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.n <= 0 {
		return 0, io.EOF
	}
	n := copy(p, r.text[r.at:])
	if r.at += n; r.at == len(r.text) {
		r.at = 0
		r.n--
	}
	return n, nil
}

func TestBomb(t *testing.T) {
	t.Run("C9", func(t *testing.T) {
		for name, c := range map[string]struct {
			limits Limits
			want   flowlog.Reason
		}{
			"size":        {Limits{Bytes: 3 << 20}, flowlog.Bomb},
			"ratio":       {Limits{Ratio: 100, Grace: 1 << 20}, flowlog.Bomb},
			"low ratio":   {Limits{Ratio: 2000, Grace: 1 << 20}, flowlog.Truncated},
			"grace":       {Limits{Ratio: 100, Grace: 8 << 20}, flowlog.Truncated},
			"exact bytes": {Limits{Bytes: 8 << 20}, flowlog.Truncated},
		} {
			// The stream has no end, so that without a limit it is Truncated.
			_, _, err := decode(t, zeros(t, 8), c.limits)
			if reasonOf(t, err) != c.want {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
	t.Run("C9, 10 GiB", func(t *testing.T) {
		d, err := Decode(zeros(t, 10<<10), Limits{}, true)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		start := time.Now()
		n, err := io.Copy(io.Discard, d)
		if reasonOf(t, err) != flowlog.Bomb || n < 64<<20 || n > 65<<20 {
			t.Errorf("%v after %d bytes", err, n)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("it took %v", took)
		}
	})
	t.Run("many members", func(t *testing.T) {
		z := zip(t, make([]byte, 1<<16))
		if _, _, err := decode(t, bytes.NewReader(bytes.Repeat(z, 64)), Limits{Ratio: 100, Grace: 1 << 20}); reasonOf(t, err) != flowlog.Bomb {
			t.Error(err)
		}
	})
}

func TestReadErrors(t *testing.T) {
	broken := errors.New("broken")
	z := zip(t, text(5000))
	for name, r := range map[string]io.Reader{
		"at once": iotest.ErrReader(broken),
		"in gzip": io.MultiReader(bytes.NewReader(z[:len(z)/2]), iotest.ErrReader(broken)),
		"between": io.MultiReader(bytes.NewReader(z), iotest.ErrReader(broken)),
		"in text": io.MultiReader(bytes.NewReader(text(1)), iotest.ErrReader(broken)),
	} {
		_, d, err := decode(t, r, Limits{})
		if reasonOf(t, err) != flowlog.Unreadable || !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
		if d == nil {
			continue
		}
		if _, again := d.Read(make([]byte, 1)); again != err {
			t.Errorf("%s: then %v", name, again)
		}
	}
	d, err := Decode(bytes.NewReader(z[:len(z)/2]), Limits{}, true)
	if err != nil {
		t.Fatal(err)
	}
	d.Object = "a.log.gz"
	if _, err := io.Copy(io.Discard, d); !strings.HasPrefix(err.Error(), "a.log.gz: truncated") {
		t.Error(err)
	}
	d.Close()
}

// TestClose stops decoding at all stages and sees that nothing goes on.
func TestClose(t *testing.T) {
	z := zip(t, text(30_000))
	before := runtime.NumGoroutine()
	for i := range 50 {
		d, err := Decode(bytes.NewReader(z), Limits{}, true)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.CopyN(io.Discard, d, int64(i)*50_000); err != nil {
			t.Fatal(err)
		}
		d.Close()
		d.Close()
		if _, err := d.Read(make([]byte, 1)); err == nil {
			t.Fatal("read after Close")
		}
		select {
		case <-d.packed.(*ahead).done:
		default:
			t.Fatal("the goroutine goes on")
		}
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func FuzzDecode(f *testing.F) {
	z, zs := zip(f, text(20)), zst(f, text(20))
	for _, b := range [][]byte{zs, append(bytes.Clone(zs), zs...), append(skippable(3), zs...), append(bytes.Clone(zs), 0), zs[:len(zs)/2], []byte(header(20))} {
		f.Add(b)
	}
	for _, b := range [][]byte{nil, z, append(bytes.Clone(z), z...), append(bytes.Clone(z), 0), z[:len(z)/2], text(2), []byte("PAR1"), {0x1f}} {
		f.Add(b)
	}
	f.Add([]byte("(\xb5/\xfd\x00e:@\t\x01")) // too much of too little, and cut short
	limits := Limits{Bytes: 1 << 20, Ratio: 500, Grace: 1 << 16}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, d, err := decode(t, bytes.NewReader(b), limits)
		same, e, err2 := decodeBy(t, bytes.NewReader(b), limits, false)
		if !bytes.Equal(got, same) || fmt.Sprint(err) != fmt.Sprint(err2) {
			t.Fatalf("ahead %d bytes, %v; at once %d, %v", len(got), err, len(same), err2)
		}
		if d != nil && (d.Members != e.Members || d.TrailingGarbage != e.TrailingGarbage) {
			t.Fatalf("ahead %d members, garbage %v; at once %d, %v", d.Members, d.TrailingGarbage, e.Members, e.TrailingGarbage)
		}
		if err != nil {
			return
		}
		if d.Compression == "" {
			if !bytes.Equal(got, b) {
				t.Error("plain text was changed")
			}
			return
		}
		if d.Compression == "zstd" {
			r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			// All at once, and through the library's own sequence of frames.
			want, err := r.DecodeAll(b, nil)
			if !d.TrailingGarbage && (err != nil || !bytes.Equal(got, want)) {
				t.Errorf("%d bytes, at once %d, %v", len(got), len(want), err)
			}
			return
		}
		// The standard library must come to the same, up to the garbage.
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		want, err := io.ReadAll(z)
		if err != nil && !d.TrailingGarbage || !bytes.HasPrefix(got, want) || len(got) != len(want) {
			t.Errorf("%d bytes, the standard library %d, %v", len(got), len(want), err)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	plain := text(200_000)
	z := zip(b, plain)
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
