package eval

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"strings"
)

// A Label says what one pair, or every pair not named, is.
type Label struct {
	Pair      [2]netip.Addr // either way round; zero for every pair not named
	Interface string        // "" for any
	Mining    bool
	Group     string            // profile for mining, kind of traffic for benign
	Attrs     map[string]string // what else is known of the pair; nil for nothing
}

// Labels are the labels of one set of logs.
type Labels struct {
	named []Label
	index map[labelled]int // into named
	rest  *Label
	used  []bool
}

// labelled is what a label is found by; Interface is "" for any.
type labelled struct {
	pair  [2]netip.Addr
	iface string
}

// Find returns the label of a pair, nil if it has none. A label that names the
// interface goes before one that does not.
func (l *Labels) Find(iface string, a, b netip.Addr) *Label {
	if b.Less(a) {
		a, b = b, a
	}
	i, ok := l.index[labelled{[2]netip.Addr{a, b}, iface}]
	if !ok {
		i, ok = l.index[labelled{[2]netip.Addr{a, b}, ""}]
	}
	if !ok {
		return l.rest
	}
	l.used[i] = true
	return &l.named[i]
}

// Unused returns the labels whose pair was never looked up: most likely typing
// errors, or logs left out.
func (l *Labels) Unused() []Label {
	var out []Label
	for i, used := range l.used {
		if !used {
			out = append(out, l.named[i])
		}
	}
	return out
}

// add adds a label. It returns false if the pair has one already.
func (l *Labels) add(label Label) bool {
	if label.Pair == [2]netip.Addr{} {
		fresh := l.rest == nil
		l.rest = &label
		return fresh
	}
	key := labelled{label.Pair, label.Interface}
	if _, taken := l.index[key]; taken {
		return false
	}
	if l.index == nil {
		l.index = make(map[labelled]int)
	}
	l.index[key] = len(l.named)
	l.named = append(l.named, label)
	l.used = append(l.used, false)
	return true
}

// A LabelError is a line of a label file that cannot be read.
type LabelError struct {
	File  string
	Line  int
	Field string
	Err   error
}

func (e *LabelError) Error() string {
	return fmt.Sprintf("%s:%d: %s: %v", e.File, e.Line, e.Field, e.Err)
}

func (e *LabelError) Unwrap() error { return e.Err }

// ReadLabels reads a label file, documented in docs/formats/labels.md: one
// label a line, fields parted by tabs or spaces,
//
//	local::remote  mining|benign  group  [interface  [key=value ...]]
//
// with # for comments and * for every pair not named. name is used in errors.
func ReadLabels(r io.Reader, name string) (*Labels, error) {
	labels := new(Labels)
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(in.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		label, field, err := parseLabel(strings.Fields(line))
		if err != nil {
			return nil, &LabelError{File: name, Line: n, Field: field, Err: err}
		}
		if !labels.add(label) {
			return nil, &LabelError{File: name, Line: n, Field: "pair", Err: errors.New("labelled before")}
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return labels, nil
}

func parseLabel(fields []string) (l Label, field string, err error) {
	if len(fields) < 2 {
		return l, "line", fmt.Errorf("%d fields, want local::remote label group [interface [key=value ...]]", len(fields))
	}
	if fields[0] != "*" {
		if l.Pair, err = ParsePair(fields[0]); err != nil {
			return l, "pair", err
		}
	}
	switch fields[1] {
	case "mining":
		l.Mining = true
	case "benign":
	default:
		return l, "label", fmt.Errorf("%q: want mining or benign", fields[1])
	}
	if len(fields) > 2 {
		l.Group = fields[2]
	}
	if len(fields) > 3 {
		l.Interface = fields[3]
	}
	for i, f := range fields[min(4, len(fields)):] {
		if err := l.attr(f); err != nil {
			return l, fmt.Sprintf("field %d", 5+i), err
		}
	}
	switch {
	case l.Mining && fields[0] == "*":
		return l, "pair", fmt.Errorf("every pair not named cannot be mining")
	case l.Mining && l.Group == "":
		return l, "group", fmt.Errorf("a mining pair needs the name of its profile")
	}
	return l, "", nil
}

// attr adds an attribute, written key=value. The value may hold more signs of
// equality, and may be empty.
func (l *Label) attr(field string) error {
	key, value, ok := strings.Cut(field, "=")
	if !ok || key == "" {
		return fmt.Errorf("%q is not key=value", field)
	}
	if _, taken := l.Attrs[key]; taken {
		return fmt.Errorf("%q is given twice", key)
	}
	if l.Attrs == nil {
		l.Attrs = make(map[string]string)
	}
	l.Attrs[key] = value
	return nil
}

// ParsePair reads "a::b", and returns the lesser address first. IPv6 addresses
// hold "::" too, so every place to cut is tried; exactly one must leave two
// addresses.
func ParsePair(s string) (pair [2]netip.Addr, err error) {
	found := 0
	for at := 0; at+2 <= len(s); at++ {
		if s[at:at+2] != "::" {
			continue
		}
		a, errA := netip.ParseAddr(s[:at])
		b, errB := netip.ParseAddr(s[at+2:])
		if errA == nil && errB == nil {
			a, b = a.Unmap(), b.Unmap()
			if b.Less(a) {
				a, b = b, a
			}
			pair = [2]netip.Addr{a, b}
			found++
		}
	}
	switch found {
	case 0:
		return pair, fmt.Errorf("%q is not local::remote", s)
	case 1:
		return pair, nil
	}
	return pair, fmt.Errorf("%q can be cut in two in %d ways: write the IPv6 addresses in full", s, found)
}
