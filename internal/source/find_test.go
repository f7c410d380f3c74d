package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"davy/flowlog"
)

func TestFindPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	go func() {
		io.WriteString(w, "through a pipe")
		w.Close()
	}()
	name := fmt.Sprintf("/dev/fd/%d", r.Fd())
	if _, err := os.Stat(name); err != nil {
		t.Skip(err)
	}
	objects, _, err := Find([]string{name})
	if err != nil || len(objects) != 1 || objects[0].Size != -1 {
		t.Fatal(err, objects)
	}
	if got := contents(t, objects[0]); got != "through a pipe" {
		t.Error(got)
	}
}

// tree makes files with their names as content, and folders for names that end with '/'.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		path := filepath.Join(root, name)
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// find returns the names found, and what was skipped, relative to root.
func find(t *testing.T, root string, args ...string) (names, skipped []string) {
	t.Helper()
	objects, skips, err := Find(args)
	if err != nil {
		t.Fatal(err)
	}
	rel := func(path string) string { return strings.TrimPrefix(path, root+"/") }
	for _, o := range objects {
		names = append(names, rel(o.Name))
	}
	for _, err := range skips {
		skip, ok := errors.AsType[*SkipError](err)
		if !ok {
			t.Fatalf("%v (%T)", err, err)
		}
		skipped = append(skipped, rel(skip.Path)+": "+skip.Why)
	}
	return names, skipped
}

func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestFind(t *testing.T) {
	root := tree(t, "b.log", "a/2.log", "a/1.log.gz", "a/.hidden", ".git/config", "a.log/", "a.log/x", "z/")
	names, skipped := find(t, root, root)
	equal(t, names, "a/1.log.gz", "a/2.log", "a.log/x", "b.log")
	equal(t, skipped, ".git: hidden", "a/.hidden: hidden")

	b := filepath.Join(root, "b.log")
	names, _ = find(t, root, b, root, b, root+"/a/../b.log", Stdin, Stdin, filepath.Join(root, "a"))
	equal(t, names, "b.log", "a/1.log.gz", "a/2.log", "a.log/x", "-")

	names, skipped = find(t, root, filepath.Join(root, ".git"), filepath.Join(root, "a", ".hidden"))
	equal(t, names, ".git/config", "a/.hidden") // named, so wanted
	equal(t, skipped)

	if _, _, err := Find([]string{b, filepath.Join(root, "none")}); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	t.Chdir(root)
	names, _ = find(t, root, "./a", "b.log")
	equal(t, names, "a/1.log.gz", "a/2.log", "b.log")
}

func TestFindLinks(t *testing.T) {
	t.Run("C16", func(t *testing.T) {
		root := tree(t, "d/a.log", "d/sub/b.log")
		for link, target := range map[string]string{
			"d/copy.log": "a.log", "d/sub/loop": "..", "d/self": "self", "d/gone": "nowhere", "d/zero": "/dev/zero", "all": "d",
		} {
			if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
				t.Fatal(err)
			}
		}
		if err := syscall.Mkfifo(filepath.Join(root, "d/fifo"), 0o644); err != nil {
			t.Fatal(err)
		}
		socket, err := net.Listen("unix", filepath.Join(root, "d/socket"))
		if err != nil {
			t.Fatal(err)
		}
		defer socket.Close()

		names, skipped := find(t, root, filepath.Join(root, "d"))
		equal(t, names, "d/a.log", "d/sub/b.log")
		equal(t, skipped, "d/fifo: named pipe", "d/gone: symbolic link that leads nowhere, or in a circle",
			"d/self: symbolic link that leads nowhere, or in a circle", "d/socket: socket",
			"d/sub/loop: symbolic link to a folder", "d/zero: symbolic link to a device")

		names, _ = find(t, root, filepath.Join(root, "all"), filepath.Join(root, "d"))
		equal(t, names, "all/a.log", "all/sub/b.log")

		names, skipped = find(t, root, filepath.Join(root, "d/fifo"), "/dev/zero")
		equal(t, names, "d/fifo") // named, so wanted
		equal(t, skipped, "/dev/zero: device")
	})
}

func TestOddNames(t *testing.T) {
	t.Run("C17", func(t *testing.T) {
		odd := []string{"a\nb.log", `c"d'.log`, "e\xff\xfe.log", strings.Repeat("f", 255), "g\x1b[31m.log", "-"}
		slices.Sort(odd)
		root := tree(t, odd...)
		objects, _, err := Find([]string{root})
		if err != nil || len(objects) != len(odd) {
			t.Fatal(err, objects)
		}
		for i, o := range objects {
			if o.Name != filepath.Join(root, odd[i]) || o.Size != int64(len(odd[i])) {
				t.Errorf("%q, %d bytes", o.Name, o.Size)
			}
			if got := contents(t, o); got != odd[i] {
				t.Errorf("%q holds %q", o.Name, got)
			}
		}
		if e := (&SkipError{Path: "a\x1b", Why: "hidden"}).Error(); strings.Contains(e, "\x1b") {
			t.Errorf("%q", e)
		}
	})
}

func contents(t *testing.T, o Object) string {
	t.Helper()
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestUnreadable(t *testing.T) {
	t.Run("C22", func(t *testing.T) {
		// Gone between Find and Open: as unreadable as one that may not be read, and root may read all.
		root := tree(t, "a.log", "b.log")
		objects, _, err := Find([]string{root})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(objects[0].Name); err != nil {
			t.Fatal(err)
		}
		_, err = objects[0].Open(t.Context())
		if reasonOf(t, err) != flowlog.Unreadable || !errors.Is(err, fs.ErrNotExist) || strings.Count(err.Error(), "a.log") != 1 {
			t.Error(err)
		}
		if contents(t, objects[1]) != "b.log" {
			t.Error("the other one is not read")
		}
	})
	t.Run("C22, not permitted", func(t *testing.T) {
		if os.Geteuid() == 0 {
			t.Skip("root may read everything")
		}
		root := tree(t, "a.log", "sub/b.log", "c.log")
		for _, name := range []string{"a.log", "sub"} {
			if err := os.Chmod(filepath.Join(root, name), 0); err != nil {
				t.Fatal(err)
			}
		}
		t.Cleanup(func() { os.Chmod(filepath.Join(root, "sub"), 0o755) })
		objects, skipped, err := Find([]string{root})
		if err != nil || len(objects) != 2 || len(skipped) != 1 || reasonOf(t, skipped[0]) != flowlog.Unreadable {
			t.Fatal(err, objects, skipped)
		}
		if _, err := objects[0].Open(t.Context()); reasonOf(t, err) != flowlog.Unreadable || !errors.Is(err, fs.ErrPermission) {
			t.Error(err)
		}
	})
}
