package suppress

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"davy/detect"
)

// keys are what a line may say, and how.
const keys = "interface, instance, local, remote, port, tag, asn, reason, author or expires"

// longest is how far ahead an entry may end: whoever suppresses looks again at
// least once a year.
const longest = 366 * 24 * time.Hour

// A criterion is one thing asked of a finding.
type criterion struct {
	key    string
	text   string       // interface, instance; value of a tag
	tag    string       // key of a tag
	prefix netip.Prefix // local, remote
	number uint32       // port, asn
}

func (c *criterion) meets(f *detect.Finding) bool {
	switch c.key {
	case "interface":
		return f.Interface == c.text
	case "instance":
		return f.Instance == c.text || f.Names != nil && f.Names.Instance == c.text
	case "local":
		return c.prefix.Contains(f.Local.Unmap())
	case "remote":
		return c.prefix.Contains(f.Remote.Unmap())
	case "port":
		return uint32(f.ServerPort) == c.number
	case "tag":
		if f.Names == nil {
			return false
		}
		value, ok := f.Names.Tags[c.tag]
		return ok && value == c.text
	case "asn":
		return f.Names != nil && f.Names.ASN == c.number
	}
	return false
}

// same is a text that is the same for the same criteria.
func (e *entry) same() string {
	var parts []string
	for _, c := range e.criteria {
		parts = append(parts, fmt.Sprintf("%s %q %q %s %d", c.key, c.tag, c.text, c.prefix, c.number))
	}
	slices.Sort(parts)
	return strings.Join(parts, "\n")
}

// entry reads the words of a line. With an error, it returns the key at fault.
func (l *List) entry(words []word, line int) (e entry, key string, err error) {
	e.of.Line = line
	seen := make(map[string]bool)
	for _, w := range words {
		once := w.key
		if w.key == "tag" {
			name, _, _ := strings.Cut(w.value, "=")
			once = "tag " + name
		}
		if seen[once] {
			return e, once, errors.New("twice")
		}
		seen[once] = true
		if err := l.read(&e, w); err != nil {
			return e, w.key, err
		}
	}
	for _, key := range []string{"reason", "author", "expires"} {
		if !seen[key] {
			return e, key, errors.New("missing")
		}
	}
	if len(e.criteria) == 0 {
		return e, "", errors.New("no criterion: it would cover every finding")
	}
	return e, "", nil
}

// read reads one word into the entry.
func (l *List) read(e *entry, w word) (err error) {
	c := criterion{key: w.key}
	switch w.key {
	case "reason":
		e.of.Reason = w.value
		return nil
	case "author":
		e.of.Author = w.value
		return nil
	case "expires":
		e.of.Expires = w.value
		e.expires, err = l.expiry(w.value)
		return err
	case "interface", "instance":
		c.text = w.value
	case "local", "remote":
		c.prefix, err = prefix(w.value)
	case "port":
		c.number, err = number(w.value, 16)
	case "asn":
		c.number, err = number(strings.TrimPrefix(w.value, "AS"), 32)
		e.names = true
	case "tag":
		name, value, ok := strings.Cut(w.value, "=")
		if c.tag, c.text = name, value; !ok || name == "" {
			err = fmt.Errorf("want KEY=VALUE, not %.60q", w.value)
		}
		e.names = true
	default:
		return fmt.Errorf("unknown, want %s", keys)
	}
	e.criteria = append(e.criteria, c)
	return err
}

func (l *List) expiry(s string) (time.Time, error) {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return day, fmt.Errorf("want a day like 2026-01-31, not %.40q", s)
	}
	if day.Sub(l.day) > longest {
		return day, fmt.Errorf("%s is more than a year ahead", s)
	}
	return day, nil
}

func number(s string, bits int) (uint32, error) {
	n, err := strconv.ParseUint(s, 10, bits)
	if err != nil || n == 0 || s != strconv.FormatUint(n, 10) {
		return 0, fmt.Errorf("want a number from 1 to %d, not %.40q", uint64(1)<<bits-1, s)
	}
	return uint32(n), nil
}

// prefix reads an address or a prefix that is not all of them.
func prefix(s string) (netip.Prefix, error) {
	if a, err := netip.ParseAddr(s); err == nil && a.Zone() == "" {
		a = a.Unmap()
		return netip.PrefixFrom(a, a.BitLen()), nil
	}
	p, err := netip.ParsePrefix(s)
	switch {
	case err != nil:
		return p, fmt.Errorf("want an address or a prefix, not %.60q", s)
	case p != p.Masked():
		return p, fmt.Errorf("%s has bits beyond its length: is it %s?", p, p.Masked())
	case p.Bits() == 0:
		return p, fmt.Errorf("%s is every address", p)
	case p.Addr().Is4In6():
		return p, fmt.Errorf("%s: write it as IPv4", p)
	}
	return p, nil
}

// A word is key=value.
type word struct{ key, value string }

// split cuts a line into words. A value with blanks stands in double quotes, in
// which \" is a quote and \\ a backslash. From a word that starts with '#' on, the
// line is a comment.
func split(line string) (words []word, err error) {
	if !utf8.ValidString(line) {
		return nil, errors.New("not UTF-8")
	}
	if i := strings.IndexFunc(line, func(r rune) bool { return r != '\t' && !unicode.IsPrint(r) }); i >= 0 {
		return nil, fmt.Errorf("column %d: a character that is not printable", i+1)
	}
	for rest := strings.TrimLeft(line, " \t"); rest != "" && rest[0] != '#'; rest = strings.TrimLeft(rest, " \t") {
		column := len(line) - len(rest) + 1
		end := strings.IndexAny(rest, "= \t\"")
		if end <= 0 || rest[end] != '=' {
			return nil, fmt.Errorf("column %d: want KEY=VALUE", column)
		}
		key := rest[:end]
		value, after, err := valueOf(rest[end+1:])
		switch {
		case err != nil:
			return nil, fmt.Errorf("column %d: %s: %w", column, key, err)
		case strings.TrimSpace(value) == "":
			return nil, fmt.Errorf("column %d: %s: empty", column, key)
		case len(value) > mostValue:
			return nil, fmt.Errorf("column %d: %s: longer than %d bytes", column, key, mostValue)
		}
		words, rest = append(words, word{key, value}), after
	}
	return words, nil
}

// valueOf reads the value that a text starts with.
func valueOf(s string) (value, rest string, err error) {
	if !strings.HasPrefix(s, `"`) {
		end := strings.IndexAny(s, " \t")
		if end < 0 {
			end = len(s)
		}
		if strings.Contains(s[:end], `"`) {
			return "", "", errors.New("a quote within a value: put all of it in quotes")
		}
		return s[:end], s[end:], nil
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		case s[i] == '\\':
			return "", "", errors.New(`a backslash: in quotes, write \\`)
		case s[i] == '"':
			if rest = s[i+1:]; rest != "" && rest[0] != ' ' && rest[0] != '\t' {
				return "", "", errors.New("text right after a quote")
			}
			return b.String(), rest, nil
		default:
			b.WriteByte(s[i])
		}
	}
	return "", "", errors.New("a quote that does not end")
}
