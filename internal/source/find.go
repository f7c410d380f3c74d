package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"davy/flowlog"
)

// Stdin is the name of standard input.
const Stdin = "-"

// A SkipError is something in a folder that is not read.
type SkipError struct {
	Path string
	Why  string // "hidden", "named pipe", "symbolic link to a folder", …
}

func (e *SkipError) Error() string { return fmt.Sprintf("%q skipped: %s", e.Path, e.Why) }

// Find lists the objects that args name: files, folders with all they hold,
// and Stdin. They come in the order of args, those of a folder in lexical
// order. A file that is named twice, or found in two ways, counts once.
//
// In folders, names that start with '.' are skipped, symbolic links are
// followed to files but not to folders, and whatever is no regular file is
// skipped without being opened. What is skipped is listed: each is a
// *[SkipError], or a *[flowlog.ObjectError] with the reason Unreadable.
// Arguments themselves may be named pipes and symbolic links to anything
// readable, since the user chose them.
//
// The last error is for an argument that does not exist.
func Find(args []string) (objects []Object, skipped []error, err error) {
	f := finder{seen: make(map[string]bool)}
	for _, arg := range args {
		if err := f.add(arg); err != nil {
			return nil, nil, err
		}
	}
	return f.objects, f.skipped, nil
}

type finder struct {
	objects []Object
	skipped []error
	seen    map[string]bool // by path without symbolic links
}

// add takes in an argument.
func (f *finder) add(arg string) error {
	if arg == Stdin {
		f.file(Stdin, Stdin, -1)
		return nil
	}
	info, err := os.Stat(arg)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeNamedPipe != 0 { // which /dev/fd/3 may be, a link to what is no path
		f.file(arg, arg, -1)
		return nil
	}
	real, err := filepath.EvalSymlinks(arg)
	if err != nil {
		return err
	}
	if real, err = filepath.Abs(real); err != nil {
		return err
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		return f.folder(arg, real)
	case mode.IsRegular():
		f.file(arg, real, info.Size())
	default:
		f.skip(arg, kind(mode))
	}
	return nil
}

// folder takes in all that is below real, which arg stands for.
func (f *finder) folder(arg, real string) error {
	return filepath.WalkDir(real, func(path string, entry fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(real, path)
		if relErr != nil {
			return relErr
		}
		name := filepath.Join(arg, rel)
		switch {
		case err != nil:
			f.skipped = append(f.skipped, unreadable(name, err))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case path == real:
		case strings.HasPrefix(entry.Name(), "."):
			f.skip(name, "hidden")
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
		case entry.Type()&fs.ModeSymlink != 0:
			f.link(name, path)
		case !entry.Type().IsRegular():
			f.skip(name, kind(entry.Type()))
		default:
			size := int64(-1)
			if info, err := entry.Info(); err == nil {
				size = info.Size()
			}
			f.file(name, path, size)
		}
		return nil
	})
}

// link takes in a symbolic link found in a folder.
func (f *finder) link(name, path string) {
	info, err := os.Stat(path)
	if err != nil {
		f.skip(name, "symbolic link that leads nowhere, or in a circle")
		return
	}
	if !info.Mode().IsRegular() {
		f.skip(name, "symbolic link to a "+kind(info.Mode()))
		return
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		f.skipped = append(f.skipped, unreadable(name, err))
		return
	}
	f.file(name, real, info.Size())
}

func (f *finder) file(name, real string, size int64) {
	if !f.seen[real] {
		f.seen[real] = true
		f.objects = append(f.objects, Object{Name: name, Size: size})
	}
}

func (f *finder) skip(name, why string) {
	f.skipped = append(f.skipped, &SkipError{Path: name, Why: why})
}

// kind names what is no regular file.
func kind(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "folder"
	case mode&fs.ModeNamedPipe != 0:
		return "named pipe"
	case mode&fs.ModeSocket != 0:
		return "socket"
	case mode&fs.ModeDevice != 0:
		return "device"
	}
	return "special file"
}

func unreadable(name string, err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err // the name is said already
	}
	return &flowlog.ObjectError{Object: name, Reason: flowlog.Unreadable, Err: err}
}
