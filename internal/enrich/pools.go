package enrich

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/gaissmai/bart"

	"davy/detect"
)

// Pools is a list of addresses that the user knows to be pools, in the form of
// docs/formats/pools.md. It never decides anything: pools move, and miners that no
// list has are what davy is for.
type Pools struct {
	table            *bart.Table[[]pool] // by prefix; of one prefix, in the order of the file
	lines            int                 // entries, of all kinds
	domains, repeats int                 // entries that are of no use
	name             string
}

// A pool is an entry of the list.
type pool struct {
	line               int
	port               uint16 // 0: any
	name, source, date string
}

// Bounds on a list.
const (
	mostPools    = 100_000
	mostPoolLine = 4096
)

// The fields of a line.
var poolFields = []string{"address", "port", "name", "source", "date"}

// LoadPools reads a list; name is that of the file. The error is a *[FileError]
// with line and field, or that of the reader.
func LoadPools(r io.Reader, name string) (*Pools, error) {
	p := &Pools{table: new(bart.Table[[]pool]), name: name}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, mostPoolLine)
	line := 0
	for scanner.Scan() {
		line++
		text := strings.TrimSpace(scanner.Text())
		if line == 1 {
			text = strings.TrimPrefix(text, "\ufeff")
		}
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if p.lines++; p.lines > mostPools {
			return nil, &FileError{name, line, "", fmt.Errorf("more than %d entries", mostPools)}
		}
		if field, err := p.add(text, line); err != nil {
			return nil, &FileError{name, line, field, err}
		}
	}
	if err := scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, &FileError{name, line + 1, "", fmt.Errorf("longer than %d bytes", mostPoolLine)}
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

// add adds the entry of one line, whose fields tabs part, or commas if it has no
// tab. With an error, it returns the field at fault.
func (p *Pools) add(text string, line int) (field string, err error) {
	separator := ","
	if strings.Contains(text, "\t") {
		separator = "\t"
	}
	cells := strings.Split(text, separator)
	if len(cells) < 3 || len(cells) > len(poolFields) {
		return "", fmt.Errorf("%s wanted, %d found", strings.Join(poolFields, ", "), len(cells))
	}
	cells = append(cells, "", "")
	for i := range poolFields {
		if cells[i] = strings.TrimSpace(cells[i]); !shown(cells[i]) {
			return poolFields[i], errors.New("characters that are not printable")
		}
	}
	e := pool{line: line, name: cells[2], source: cells[3], date: cells[4]}
	prefix, domain, err := target(cells[0])
	if err != nil {
		return poolFields[0], err
	}
	if cells[1] != "" {
		port, err := strconv.ParseUint(cells[1], 10, 16)
		if err != nil || port == 0 || cells[1] != strconv.FormatUint(port, 10) {
			return poolFields[1], fmt.Errorf("want 1 to 65535 or nothing, not %.40q", cells[1])
		}
		e.port = uint16(port)
	}
	if e.name == "" {
		return poolFields[2], errors.New("missing")
	}
	if e.date != "" {
		if _, err := time.Parse(time.DateOnly, e.date); err != nil {
			return poolFields[4], fmt.Errorf("want a day like 2026-01-31 or nothing, not %.40q", e.date)
		}
	}
	if domain {
		p.domains++
		return "", nil
	}
	p.table.Modify(prefix, func(all []pool, _ bool) ([]pool, bool) {
		if slices.ContainsFunc(all, func(o pool) bool { return o.port == e.port }) {
			p.repeats++
			return all, false
		}
		return append(all, e), false
	})
	return "", nil
}

// domainName is a name of the DNS: labels of letters, digits and hyphens, the last
// of them no number (RFC 1123; '_' as some have it).
var domainName = regexp.MustCompile(`\A(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.?\z`)

// target reads an address, a prefix, or a domain.
func target(s string) (prefix netip.Prefix, domain bool, err error) {
	if a, err := netip.ParseAddr(s); err == nil && a.Zone() == "" {
		a = a.Unmap()
		return netip.PrefixFrom(a, a.BitLen()), false, nil
	}
	if p, err := netip.ParsePrefix(s); err == nil {
		switch {
		case p != p.Masked():
			return p, false, fmt.Errorf("%s has bits beyond its length: is it %s?", p, p.Masked())
		case p.Bits() == 0:
			return p, false, fmt.Errorf("%s is every address", p)
		case p.Addr().Is4In6():
			return p, false, fmt.Errorf("%s: write it as IPv4", p)
		}
		return p, false, nil
	}
	if len(s) <= 253 && domainName.MatchString(s) {
		return prefix, true, nil
	}
	return prefix, false, fmt.Errorf("want an address, a prefix or a domain, not %.60q", s)
}

// shown tells whether all of a text can be seen.
func shown(s string) bool {
	return utf8.ValidString(s) && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
}

// Notes say what of the list is of no use.
func (p *Pools) Notes() (notes []string) {
	if p.domains > 0 {
		notes = append(notes, fmt.Sprintf("pools: %s: %d of %s are domains, which no flow log has: not used", p.name, p.domains, entries(p.lines)))
	}
	if p.repeats > 0 {
		notes = append(notes, fmt.Sprintf("pools: %s: %d of %s have the address and port of one before: not used", p.name, p.repeats, entries(p.lines)))
	}
	return notes
}

func entries(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

// Name gives findings the name of the remote in the list, if it has one.
func (p *Pools) Name(findings []detect.Finding) {
	for i := range findings {
		f := &findings[i]
		e, prefix, ok := p.find(f.Remote, f.ServerPort)
		if !ok {
			continue
		}
		n := namesOf(f)
		n.Pool, n.PoolNote = e.name, e.sentence(prefix)
	}
}

// find returns the entry of the longest prefix that has one for the port: first
// one that names it, then one for any.
func (p *Pools) find(a netip.Addr, port uint16) (found pool, at netip.Prefix, ok bool) {
	a = a.Unmap().WithZone("")
	if !a.IsValid() {
		return found, at, false
	}
	for prefix, all := range p.table.Supernets(netip.PrefixFrom(a, a.BitLen())) {
		for _, want := range []uint16{port, 0} {
			if i := slices.IndexFunc(all, func(e pool) bool { return e.port == want }); i >= 0 {
				return all[i], prefix, true
			}
		}
	}
	return found, at, false
}

// sentence says what the list has, for people.
func (e *pool) sentence(prefix netip.Prefix) string {
	text := "the remote is in your pool list as " + e.name
	var about []string
	if !prefix.IsSingleIP() {
		about = append(about, prefix.String())
	}
	if e.port != 0 {
		about = append(about, fmt.Sprintf("port %d", e.port))
	} else {
		about = append(about, "any port")
	}
	if from := strings.TrimSpace(e.source + " " + e.date); from != "" {
		about = append(about, "from "+from)
	}
	return text + " (" + strings.Join(about, ", ") + fmt.Sprintf("), line %d", e.line)
}
