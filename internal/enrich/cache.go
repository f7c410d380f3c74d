package enrich

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"
)

// cacheVersion is that of the file's form, docs/formats/names.md.
const cacheVersion = 1

// Bounds on a cache and on a line of its file.
const (
	mostInterfaces = 50_000
	mostLine       = 8 << 20
)

// A Cache holds what AWS said of interfaces, by id.
type Cache struct {
	interfaces map[string]*Interface
}

// NewCache returns an empty cache.
func NewCache() *Cache { return &Cache{make(map[string]*Interface)} }

// Len is how many interfaces the cache holds.
func (c *Cache) Len() int { return len(c.interfaces) }

// A FileError is a file that is not what it should be, and where.
type FileError struct {
	File  string
	Line  int    // 1-based, 0 if the file has no lines
	Field string // "" for the line as a whole
	Err   error
}

func (e *FileError) Error() string {
	text := e.File
	if e.Line > 0 {
		text += fmt.Sprintf(":%d", e.Line)
	}
	if e.Field != "" {
		text += ": " + e.Field
	}
	return text + ": " + e.Err.Error()
}

func (e *FileError) Unwrap() error { return e.Err }

// A cache file is JSON Lines: this, then an interface a line, by id.
type cacheHead struct {
	Version    int `json:"version"`
	Interfaces int `json:"interfaces"`
}

// Save writes the cache: the same cache, the same bytes. Who calls it writes to a
// file that only the user can read, and puts it in place when Save is done.
func (c *Cache) Save(w io.Writer) error {
	b := bufio.NewWriter(w)
	head, err := encode(cacheHead{cacheVersion, len(c.interfaces)})
	if err != nil {
		return err
	}
	b.Write(head) //nolint:errcheck // Flush has it
	for _, id := range slices.Sorted(maps.Keys(c.interfaces)) {
		line, err := encode(c.interfaces[id])
		if err != nil {
			return err
		}
		b.Write(line) //nolint:errcheck // Flush has it
	}
	return b.Flush()
}

// encode is the one way in which a line is written.
func encode(x any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(x)
	return b.Bytes(), err
}

// LoadCache reads what Save wrote; name is that of the file. All of it is checked:
// the error is a *[FileError], or that of the reader.
func LoadCache(r io.Reader, name string) (*Cache, error) {
	var head cacheHead
	c, line, last := NewCache(), 0, ""
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, mostLine)
	for scanner.Scan() {
		line++
		err := func() error {
			if line == 1 {
				return head.decode(scanner.Bytes())
			}
			i := new(Interface)
			if err := decode(scanner.Bytes(), i); err != nil {
				return err
			}
			if err := i.check(); err != nil {
				return err
			}
			switch {
			case i.ID == last:
				return fmt.Errorf("%s: twice", i.ID)
			case i.ID < last:
				return fmt.Errorf("%s: not in the order of ids", i.ID)
			case len(c.interfaces) == head.Interfaces:
				return fmt.Errorf("more than the %d interfaces that the first line promises", head.Interfaces)
			}
			last, c.interfaces[i.ID] = i.ID, i
			return nil
		}()
		if err != nil {
			return nil, &FileError{File: name, Line: line, Err: err}
		}
	}
	switch err := scanner.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, &FileError{File: name, Line: line + 1, Err: errors.New("line too long")}
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case line == 0:
		return nil, &FileError{File: name, Line: 1, Err: errors.New("empty, no cache of names")}
	case len(c.interfaces) < head.Interfaces:
		return nil, &FileError{File: name, Line: line + 1, Err: fmt.Errorf("ends after %d of %d interfaces", len(c.interfaces), head.Interfaces)}
	}
	return c, nil
}

func (h *cacheHead) decode(text []byte) error {
	if err := json.Unmarshal(text, h); err != nil {
		return fmt.Errorf("no cache of names: %w", err)
	}
	switch {
	case h.Version == 0:
		return errors.New("no cache of names: it has no version")
	case h.Version != cacheVersion:
		return fmt.Errorf("version %d, this davy reads version %d; delete the file and it is made anew", h.Version, cacheVersion)
	case h.Interfaces < 0 || h.Interfaces > mostInterfaces:
		return fmt.Errorf("%d interfaces, a cache has at most %d", h.Interfaces, mostInterfaces)
	}
	return decode(text, h)
}

// decode reads a line that encode wrote, and no other: what is unknown, twice,
// not in order or written another way is an error.
func decode(text []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return err
	}
	again, err := encode(into)
	if err != nil {
		return err
	}
	if !bytes.Equal(bytes.TrimSuffix(again, []byte("\n")), text) {
		return errors.New("not as davy writes it; delete the file and it is made anew")
	}
	return nil
}

// check holds an interface against what AWS can have said.
func (i *Interface) check() error {
	switch {
	case !eniID.MatchString(i.ID):
		return fmt.Errorf("id: want eni- and 8 to 17 hexadecimal digits, not %.40q", i.ID)
	case !whole(i.Fetched):
		return errors.New("fetched: want a time in whole seconds, UTC")
	case !i.Asked.IsZero() && (!whole(i.Asked) || i.Asked.Before(i.Fetched)):
		return errors.New("asked: want a time in whole seconds, UTC, not before it was fetched")
	case i.Instance != nil && !instanceID.MatchString(i.Instance.ID):
		return fmt.Errorf("instance: want i- and 8 to 17 hexadecimal digits, not %.40q", i.Instance.ID)
	case i.NAT != nil && !natID.MatchString(i.NAT.ID):
		return fmt.Errorf("nat_gateway: want nat- and 8 to 17 hexadecimal digits, not %.40q", i.NAT.ID)
	case len(i.Addresses) > mostAddresses || len(i.Prefixes) > mostAddresses:
		return fmt.Errorf("addresses: more than %d", mostAddresses)
	}
	if i.Gone != "" {
		if _, err := time.Parse(time.DateOnly, i.Gone); err != nil {
			return fmt.Errorf("gone: want a day, not %.40q", i.Gone)
		}
	}
	for _, a := range i.Addresses {
		if !a.IsValid() || a.Zone() != "" {
			return fmt.Errorf("addresses: %.40q is none", a)
		}
	}
	for _, p := range i.Prefixes {
		if !p.IsValid() || p != p.Masked() {
			return fmt.Errorf("prefixes: %.40q is none", p)
		}
	}
	texts := []string{i.Region, i.Account, i.Type, i.Description}
	tags := []map[string]string{i.Tags}
	for _, r := range []*Resource{i.Instance, i.NAT} {
		if r != nil {
			texts, tags = append(texts, r.State), append(tags, r.Tags)
		}
	}
	for _, m := range tags {
		if len(m) > mostTags {
			return fmt.Errorf("tags: more than %d", mostTags)
		}
		for key, value := range m {
			texts = append(texts, key, value)
		}
	}
	for _, s := range texts {
		if len(s) > mostText {
			return fmt.Errorf("a text longer than %d bytes: %.40q…", mostText, s)
		}
	}
	return nil
}

// whole tells whether a time is written to the second, in UTC, in our era.
func whole(t time.Time) bool {
	return t.Equal(t.Truncate(time.Second)) && t.Location() == time.UTC && t.Year() >= 2000 && t.Year() < 10000
}
