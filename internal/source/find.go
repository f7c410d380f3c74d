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

// Found is what Find has found.
type Found struct {
	Objects []Object
	Skipped []error // each a *[SkipError], or a *[flowlog.ObjectError] with the reason Unreadable
	Outside int     // files that the filter leaves out; a folder not entered counts as one
}

// Find lists the objects that args name: files, folders with all they hold,
// and Stdin. They come in the order of args, those of a folder in lexical
// order. A file that is named twice, or found in two ways, counts once.
//
// In folders, names that start with '.' are skipped, symbolic links are
// followed to files but not to folders, and whatever is no regular file is
// skipped without being opened. What is skipped is listed.
// Arguments themselves may be named pipes and symbolic links to anything
// readable, since the user chose them.
//
// What cannot be wanted, by the place that its name and the folders above it say,
// is left out and counted; its folder is not entered. That holds for the logs of
// other services too, whatever the filter. A file that is an argument is never
// left out.
//
// The error is for an argument that does not exist.
func Find(args []string, filter Filter) (Found, error) {
	f := finder{filter: filter, seen: make(map[string]bool)}
	f.dir, _ = os.Getwd() // without it, relative names say less
	for _, arg := range args {
		if err := f.add(arg); err != nil {
			return Found{}, err
		}
	}
	return f.Found, nil
}

type finder struct {
	Found
	filter Filter
	dir    string          // which relative names are below
	seen   map[string]bool // by path without symbolic links; false if it was left out
}

// add takes in an argument.
func (f *finder) add(arg string) error {
	if arg == Stdin {
		f.file(Stdin, Object{Name: Stdin, Size: -1}, true)
		return nil
	}
	info, err := os.Stat(arg)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeNamedPipe != 0 { // which /dev/fd/3 may be, a link to what is no path
		f.file(arg, Object{Name: arg, Size: -1}, true)
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
		f.file(real, Object{Name: arg, Size: info.Size(), Place: PlaceOf(f.where(arg))}, true)
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
			f.Skipped = append(f.Skipped, unreadable(name, err))
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case path != real && strings.HasPrefix(entry.Name(), "."):
			f.skip(name, "hidden")
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
			if !f.enters(path, name) {
				return fs.SkipDir
			}
		case entry.Type()&fs.ModeSymlink != 0:
			f.link(name, path)
		case !entry.Type().IsRegular():
			f.skip(name, kind(entry.Type()))
		default:
			size := int64(-1)
			if info, err := entry.Info(); err == nil {
				size = info.Size()
			}
			f.file(path, Object{Name: name, Size: size, Place: PlaceOf(f.where(name))}, false)
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
		f.Skipped = append(f.Skipped, unreadable(name, err))
		return
	}
	f.file(real, Object{Name: name, Size: info.Size(), Place: PlaceOf(f.where(name))}, false)
}

// enters tells whether the folder real, which is called name, is looked into, and
// counts it if not.
func (f *finder) enters(real, name string) bool {
	if f.filter.Enters(f.where(name)) {
		return true
	}
	if _, known := f.seen[real]; !known {
		f.seen[real] = false
		f.Outside++
	}
	return false
}

// file takes in a file whose path without symbolic links is real.
func (f *finder) file(real string, o Object, named bool) {
	listed, known := f.seen[real]
	switch {
	case listed:
	case named || !f.filter.Skips(o.Place):
		f.seen[real] = true
		f.Objects = append(f.Objects, o)
		if known {
			f.Outside--
		}
	case !known:
		f.seen[real] = false
		f.Outside++
	}
}

func (f *finder) skip(name, why string) {
	f.Skipped = append(f.Skipped, &SkipError{Path: name, Why: why})
}

// where returns the whole path of a name, as the user sees it: what symbolic links
// are called tells more than what they lead to.
func (f *finder) where(name string) string {
	if !filepath.IsAbs(name) {
		name = filepath.Join(f.dir, name)
	}
	return filepath.ToSlash(name)
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
