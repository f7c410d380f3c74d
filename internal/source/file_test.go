package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"davy/flowlog"
)

// write writes a file, over what is there or to its end.
func write(t testing.TB, path string, flag int, b string) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|flag, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(b); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// scan finds and decodes all below a folder, as one run does.
func scan(t testing.TB, root string) map[string]string {
	t.Helper()
	found, err := Find([]string{root}, Filter{})
	if err != nil || len(found.Skipped) > 0 {
		t.Fatal(err, found.Skipped)
	}
	got := make(map[string]string)
	for _, o := range found.Objects {
		r, err := o.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		text, _, err := decode(t, r, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := got[o.Name]; twice {
			t.Errorf("%s is read twice", o.Name)
		}
		got[o.Name] = string(text)
		r.Close()
	}
	return got
}

func TestNewContent(t *testing.T) {
	t.Run("C13", func(t *testing.T) {
		root := t.TempDir()
		path := filepath.Join(root, "a.log")
		for _, c := range []string{"one\n", "one\ntwo\n", "other\n", ""} { // grown, replaced, emptied
			write(t, path, os.O_TRUNC, c)
			if got := scan(t, root); len(got) != 1 || got[path] != c {
				t.Errorf("%q, want %q", got, c)
			}
		}
		// Replaced between listing and reading: by another file, as log rotation does it.
		found, err := Find([]string{root, path}, Filter{})
		if err != nil || len(found.Objects) != 1 {
			t.Fatal(err, found)
		}
		write(t, path+".new", os.O_TRUNC, "new\n")
		if err := os.Rename(path+".new", path); err != nil {
			t.Fatal(err)
		}
		if got := contents(t, found.Objects[0]); got != "new\n" {
			t.Errorf("%q", got)
		}
	})
}

// grow opens a file of that content, reads n bytes, adds more and reads the rest.
func grow(t *testing.T, content, more string, n int) (got string, grew bool, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.log")
	write(t, path, os.O_TRUNC, content)
	r, err := Object{Name: path}.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	head := make([]byte, n)
	if _, err := io.ReadFull(r, head); err != nil {
		t.Fatal(err)
	}
	write(t, path, os.O_APPEND, more)
	rest, err := io.ReadAll(r)
	if err == nil {
		write(t, path, os.O_APPEND, more) // what is at its end stays there
		if n, err := r.Read(make([]byte, 9)); n != 0 || err != io.EOF {
			t.Errorf("then %d bytes, %v", n, err)
		}
	}
	return string(head) + string(rest), Grew(r), err
}

func TestGrowing(t *testing.T) {
	t.Run("C14", func(t *testing.T) {
		lines := string(text(2000)) // over 64 KiB
		half := "2 123456789012 eni-0123456789abcdef0 10.0.0.5 192.0.2.7 41000 443 6 10 12"
		long := strings.Repeat("x", longestLine+1)
		gz := string(zip(t, text(9)))
		for name, c := range map[string]struct {
			content, more string
			want          string
			grew          bool
		}{
			"whole lines":            {lines, lines, lines, false},
			"whole lines, then half": {lines, half, lines, false},
			"half a line":            {lines + half, "00\n", lines, true},
			"half a line, many more": {lines + half, "00\n" + lines + half, lines, true},
			"half a line alone":      {half, "00\n", "", true},
			"not grown":              {lines + half, "", lines + half, false},
			"not grown, alone":       {half, "", half, false},
			"empty":                  {"", lines, "", false},
			"a line of no flow log":  {long, long, long, false},
			"half a line after such": {long + "\n" + half, "00\n", long + "\n", true},
			"just as long as may be": {"\n" + long[:longestLine-1], "\n", "\n", true},
			"gzip":                   {gz, gz, gz, false},
			"gzip, half":             {gz[:100], gz[100:], gz[:100], false}, // Truncated, when decoded
			"zstd":                   {string(zst(t, text(9))), "more", string(zst(t, text(9))), false},
			"Parquet":                {"PAR1 …\n PAR1", "more", "PAR1 …\n PAR1", false},
		} {
			for _, n := range []int{0, 1, len(c.want) / 2, len(c.want)} {
				if n > len(c.want) {
					continue
				}
				got, grew, err := grow(t, c.content, c.more, n)
				if err != nil || got != c.want || grew != c.grew {
					t.Errorf("%s, grown after %d bytes: %d bytes, want %d, %v, %v", name, n, len(got), len(c.want), grew, err)
				}
			}
		}
	})
	t.Run("C14, append in loop", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "a.log")
		lines := string(text(3000))
		write(t, path, os.O_TRUNC, lines)
		r, err := Object{Name: path}.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		var got bytes.Buffer
		for {
			write(t, path, os.O_APPEND, lines[:7000])
			if _, err := io.CopyN(&got, r, 6000); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if got.String() != lines {
			t.Errorf("%d bytes, want %d", got.Len(), len(lines))
		}
		// The next run has all of it.
		if next := scan(t, filepath.Dir(path))[path]; len(next) <= len(lines) || !strings.HasPrefix(next, lines) {
			t.Errorf("the next run reads %d bytes", len(next))
		}
	})
	t.Run("C14, cut", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "a.log")
		write(t, path, os.O_TRUNC, string(text(5000)))
		r, err := Object{Name: path}.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if err := os.Truncate(path, 1000); err != nil {
			t.Fatal(err)
		}
		if got, _, err := decode(t, r, Limits{}); reasonOf(t, err) != flowlog.Unreadable || len(got) != 1000 {
			t.Errorf("%d bytes, %v", len(got), err)
		}
	})
}

func TestGone(t *testing.T) {
	t.Run("C15", func(t *testing.T) {
		for name, gone := range map[string]func(path string) error{
			"deleted": os.Remove,
			"rotated": func(path string) error {
				if err := os.Rename(path, path+".1"); err != nil {
					return err
				}
				return os.WriteFile(path, []byte("2 new\n"), 0o644)
			},
		} {
			path := filepath.Join(t.TempDir(), "a.log.gz")
			write(t, path, os.O_TRUNC, string(zip(t, text(5000))))
			r, err := Object{Name: path}.Open(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			d, err := Decode(r, Limits{}, false)
			if err != nil {
				t.Fatal(err)
			}
			defer d.Close()
			if _, err := io.CopyN(io.Discard, d, 1000); err != nil {
				t.Fatal(err)
			}
			if err := gone(path); err != nil {
				t.Fatal(err)
			}
			if rest, err := io.ReadAll(d); err != nil || len(rest) != len(text(5000))-1000 {
				t.Errorf("%s: %d bytes, %v", name, len(rest), err)
			}
		}
	})
}

// tiny makes n files of a line each.
func tiny(t testing.TB, n int) string {
	t.Helper()
	root, content := t.TempDir(), zip(t, text(1))
	for i := range n {
		folder := filepath.Join(root, "AWSLogs", "123456789012", "vpcflowlogs", "us-east-1", fmt.Sprintf("2024/%02d/%02d", i%12+1, i%28+1))
		if i < 12*28 {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		name := fmt.Sprintf("123456789012_vpcflowlogs_us-east-1_fl-0123456789abcdef0_2024%02d%02dT1200Z_%08x.log.gz", i%12+1, i%28+1, i)
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func TestManyFiles(t *testing.T) {
	t.Run("C18, memory", func(t *testing.T) {
		const n = 3000
		root := tiny(t, n)
		heap := func() int64 {
			var m runtime.MemStats
			runtime.GC()
			runtime.GC() // what is pooled goes with the second
			runtime.ReadMemStats(&m)
			return int64(m.HeapAlloc)
		}
		before := heap()
		found, err := Find([]string{root}, Filter{})
		if err != nil || len(found.Objects) != n {
			t.Fatal(err, len(found.Objects))
		}
		listed := heap()
		each := (listed - before) / n
		if each > 1<<10 {
			t.Errorf("an object takes %d bytes", each)
		}
		t.Logf("an object takes %d bytes", each)
		for _, o := range found.Objects {
			readTiny(t, o)
		}
		if more := heap() - listed; more > 1<<20 {
			t.Errorf("reading them keeps %d bytes", more)
		}
		runtime.KeepAlive(found)
	})
}

func readTiny(t testing.TB, o Object) {
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	d, err := Decode(r, Limits{}, false)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if n, err := io.Copy(io.Discard, d); err != nil || n == 0 {
		t.Fatal(n, err)
	}
}

// BenchmarkManyFiles finds and reads tiny files: C18 wants 2,000 a second.
func BenchmarkManyFiles(b *testing.B) {
	const n = 10_000
	root := tiny(b, n)
	b.ReportAllocs()
	for b.Loop() {
		found, err := Find([]string{root}, Filter{})
		if err != nil || len(found.Objects) != n {
			b.Fatal(err, len(found.Objects))
		}
		for _, o := range found.Objects {
			readTiny(b, o)
		}
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "files/s")
}

// BenchmarkFind lists a year of which a day is wanted.
func BenchmarkFind(b *testing.B) {
	const n = 10_000
	root := tiny(b, n)
	for _, c := range []struct {
		name   string
		filter Filter
	}{{"all", Filter{}}, {"day", Filter{Since: day(2024, 6, 6), Until: day(2024, 6, 7)}}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Find([]string{root}, c.filter); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
