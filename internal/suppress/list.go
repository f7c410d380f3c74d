package suppress

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"davy/detect"
)

// A List is the user's suppressions, as they are on one day.
type List struct {
	name    string
	entries []entry
	day     time.Time
}

// An entry is a line of the list: whoever meets all of its criteria is covered.
type entry struct {
	criteria []criterion
	of       detect.Suppression
	expires  time.Time // the last day, its start
	names    bool      // asks for what only names have: a tag, an autonomous system
}

// A LineError is a line that is no entry.
type LineError struct {
	File string
	Line int    // 1-based
	Key  string // "" for the line as a whole
	Err  error
}

func (e *LineError) Error() string {
	text := fmt.Sprintf("%s:%d: ", e.File, e.Line)
	if e.Key != "" {
		text += e.Key + ": "
	}
	return text + e.Err.Error()
}

func (e *LineError) Unwrap() error { return e.Err }

// Bounds on a list.
const (
	mostEntries = 10_000
	mostLine    = 4096 // bytes
	mostValue   = 512  // bytes
)

// Load reads a list; name is that of the file, now the time of the run. The error
// is a *[LineError], or that of the reader.
func Load(r io.Reader, name string, now time.Time) (*List, error) {
	l := &List{name: name, day: now.UTC().Truncate(24 * time.Hour)}
	first := make(map[string]int) // line of criteria
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, mostLine)
	line := 0
	for scanner.Scan() {
		line++
		text := scanner.Text()
		if line == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		words, err := split(text)
		if err != nil {
			return nil, &LineError{name, line, "", err}
		}
		if len(words) == 0 {
			continue
		}
		e, key, err := l.entry(words, line)
		if err != nil {
			return nil, &LineError{name, line, key, err}
		}
		same := e.same()
		if before, ok := first[same]; ok {
			return nil, &LineError{name, line, "", fmt.Errorf("the same criteria as in line %d", before)}
		}
		first[same] = line
		if l.entries = append(l.entries, e); len(l.entries) > mostEntries {
			return nil, &LineError{name, line, "", fmt.Errorf("more than %d entries", mostEntries)}
		}
	}
	if err := scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, &LineError{name, line + 1, "", fmt.Errorf("longer than %d bytes", mostLine)}
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}

// Apply marks the findings that an entry covers: the first one of the file that
// does and has not ended. It changes nothing else of them, and not their order. The
// notes say which entries have ended and which cover nothing.
func (l *List) Apply(findings []detect.Finding) (notes []string) {
	covers := make([]int, len(l.entries))
	named := false
	for i := range findings {
		f := &findings[i]
		f.Suppressed = nil
		named = named || f.Names != nil
		for j := range l.entries {
			e := &l.entries[j]
			if !e.covers(f) {
				continue
			}
			covers[j]++
			if f.Suppressed == nil && !e.ended(l.day) {
				of := e.of
				f.Suppressed = &of
			}
		}
	}
	for j := range l.entries {
		e := &l.entries[j]
		where := fmt.Sprintf("suppressions: %s:%d", l.name, e.of.Line)
		switch {
		case e.ended(l.day):
			notes = append(notes, fmt.Sprintf("%s expired on %s, it would cover %s", where, e.of.Expires, findingsOf(covers[j])))
		case covers[j] > 0:
		case e.names && !named:
			notes = append(notes, where+" covers no finding: it asks for a tag or an AS, and no finding has names (--enrich, --asn)")
		default:
			notes = append(notes, where+" covers no finding")
		}
	}
	return notes
}

// ended tells whether the entry's last day is over.
func (e *entry) ended(day time.Time) bool { return day.After(e.expires) }

func (e *entry) covers(f *detect.Finding) bool {
	for i := range e.criteria {
		if !e.criteria[i].meets(f) {
			return false
		}
	}
	return true
}

func findingsOf(n int) string {
	switch n {
	case 0:
		return "no finding"
	case 1:
		return "1 finding"
	}
	return fmt.Sprintf("%d findings", n)
}
