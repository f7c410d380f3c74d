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
	"time"

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
	found, err := Find([]string{name}, Filter{})
	if err != nil || len(found.Objects) != 1 || found.Objects[0].Size != -1 {
		t.Fatal(err, found)
	}
	if got := contents(t, found.Objects[0]); got != "through a pipe" {
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
	found, err := Find(args, Filter{})
	if err != nil || found.Outside != 0 {
		t.Fatal(err, found.Outside)
	}
	rel := func(path string) string { return strings.TrimPrefix(path, root+"/") }
	for _, o := range found.Objects {
		names = append(names, rel(o.Name))
	}
	for _, err := range found.Skipped {
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

	if _, err := Find([]string{b, filepath.Join(root, "none")}, Filter{}); !errors.Is(err, fs.ErrNotExist) {
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
		found, err := Find([]string{root}, Filter{})
		objects := found.Objects
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
		found, err := Find([]string{root}, Filter{})
		objects := found.Objects
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
		found, err := Find([]string{root}, Filter{})
		objects, skipped := found.Objects, found.Skipped
		if err != nil || len(objects) != 2 || len(skipped) != 1 || reasonOf(t, skipped[0]) != flowlog.Unreadable {
			t.Fatal(err, objects, skipped)
		}
		if _, err := objects[0].Open(t.Context()); reasonOf(t, err) != flowlog.Unreadable || !errors.Is(err, fs.ErrPermission) {
			t.Error(err)
		}
	})
}

// outside finds with a filter, and returns names relative to root.
func outside(t *testing.T, root string, filter Filter, args ...string) (names []string, outside int) {
	t.Helper()
	found, err := Find(args, filter)
	if err != nil || len(found.Skipped) > 0 {
		t.Fatal(err, found.Skipped)
	}
	for _, o := range found.Objects {
		names = append(names, strings.TrimPrefix(o.Name, root+"/"))
		if want := PlaceOf(o.Name); filepath.IsAbs(o.Name) && o.Place != want {
			t.Errorf("%s: place %+v, want %+v", o.Name, o.Place, want)
		}
	}
	return names, found.Outside
}

func TestFindFilter(t *testing.T) {
	const (
		below = "AWSLogs/123456789012/"
		name  = "123456789012_vpcflowlogs_us-east-1_fl-1234abcd_20240301T1200Z_ab.log.gz"
		other = "123456789012_vpcflowlogs_us-west-2_fl-1234abcd_20240301T1200Z_ab.log.gz"
	)
	root := tree(t, below+"vpcflowlogs/us-east-1/2024/02/01/a", below+"vpcflowlogs/us-east-1/2024/02/02/b",
		below+"vpcflowlogs/us-east-1/2024/03/01/"+name, below+"vpcflowlogs/us-east-1/2024/03/01/x.log",
		below+"vpcflowlogs/us-west-2/2024/03/01/c", below+"CloudTrail/us-east-1/2024/03/01/d", below+"CloudTrail/e",
		"copies/"+name, "copies/"+other, "copies/mine.log", "mine/2019/01/01/f.log")
	march := Filter{Since: day(2024, 3, 1).Add(6 * time.Hour), Regions: []string{"us-east-1"}}

	names, out := outside(t, root, Filter{}, root)
	if len(names) != 9 || out != 1 { // all but CloudTrail
		t.Error(names, out)
	}
	wanted := []string{
		below + "vpcflowlogs/us-east-1/2024/03/01/" + name, below + "vpcflowlogs/us-east-1/2024/03/01/x.log",
		"copies/" + name, "copies/mine.log", "mine/2019/01/01/f.log",
	}
	names, out = outside(t, root, march, root)
	equal(t, names, wanted...)
	if out != 4 { // CloudTrail, 2024/02, us-west-2, copies/other
		t.Error(out)
	}
	names, out = outside(t, root, march, root, root)
	equal(t, names, wanted...)
	if out != 4 { // counted once
		t.Error(out)
	}

	// A file that is named is read, before or after its folder.
	theOther := filepath.Join(root, "copies", other)
	names, out = outside(t, root, march, theOther)
	equal(t, names, "copies/"+other)
	if out != 0 {
		t.Error(out)
	}
	names, out = outside(t, root, march, filepath.Join(root, "copies"), theOther)
	equal(t, names, "copies/"+name, "copies/mine.log", "copies/"+other)
	if out != 0 {
		t.Error(out)
	}
	names, out = outside(t, root, march, theOther, filepath.Join(root, "copies"))
	equal(t, names, "copies/"+other, "copies/"+name, "copies/mine.log")
	if out != 0 {
		t.Error(out)
	}

	// Relative names are of the folder they are in.
	t.Chdir(filepath.Join(root, "AWSLogs", "123456789012"))
	names, out = outside(t, root, march, ".")
	equal(t, names, "vpcflowlogs/us-east-1/2024/03/01/"+name, "vpcflowlogs/us-east-1/2024/03/01/x.log")
	if out != 3 {
		t.Error(out)
	}
	names, out = outside(t, root, march, "CloudTrail")
	if len(names) != 0 || out != 1 {
		t.Error(names, out)
	}
	found, err := Find([]string{"vpcflowlogs/us-west-2/2024/03/01/c"}, march)
	if err != nil || len(found.Objects) != 1 || found.Objects[0].Place.Region != "us-west-2" || found.Objects[0].Place.Account != "123456789012" {
		t.Error(err, found)
	}

	// What is left out by one name may be wanted by another.
	if err := os.Symlink(theOther, filepath.Join(root, "copies", name+".link_x")); err != nil {
		t.Fatal(err)
	}
	names, out = outside(t, root, march, filepath.Join(root, "copies"))
	equal(t, names, "copies/"+name, "copies/"+name+".link_x", "copies/mine.log") // by another name
	if out != 0 {
		t.Error(out)
	}
}
