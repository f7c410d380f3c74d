// Package field simulates ordinary programs: the machines, gateways and feeds
// of programs.tbl, each drawn several times as services of their own.
package field

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"makes/p/internal/wire"
)

//go:embed programs.tbl
var table string

// program is a line of the table.
type program struct {
	name, theme string
	ports       []uint16
	udp         bool
	role        byte
	peers       wire.Span
	tls         float64
	life, gap   wire.Span
	shots       bool // life counts exchanges
	login       []message
	streams     []stream
}

type stream struct {
	period wire.Span
	rhythm string
	chain  []message
}

// message has a size from a range, drawn once or each time.
type message struct {
	side  int
	size  wire.Span
	fresh bool
}

const rhythms = "fix jit poi hvy day bst shf any"

// parse reads a table of programs.
func parse(text string) ([]program, error) {
	var all []program
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		p, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
		all = append(all, p)
	}
	return all, nil
}

func parseLine(line string) (p program, err error) {
	f := strings.Split(line, " | ")
	if len(f) != 10 {
		return p, fmt.Errorf("%d columns", len(f))
	}
	p.name, p.theme, p.role = f[0], f[1], f[3][0]
	ports, udp := strings.CutPrefix(f[2], "u")
	p.udp = udp
	for _, s := range strings.Split(ports, ",") {
		port, err := strconv.ParseUint(s, 10, 16)
		if err != nil {
			return p, err
		}
		p.ports = append(p.ports, uint16(port))
	}
	life, shots := strings.CutPrefix(f[6], "#")
	p.shots = shots
	var tls wire.Span
	for _, c := range []struct {
		text string
		into *wire.Span
	}{{f[4], &p.peers}, {f[5], &tls}, {life, &p.life}, {f[7], &p.gap}} {
		if *c.into, err = parseSpan(c.text); err != nil {
			return p, err
		}
	}
	p.tls = tls.Lo / 100
	if f[8] != "-" {
		if p.login, err = parseChain(strings.Fields(f[8])); err != nil {
			return p, err
		}
	}
	for _, text := range strings.Split(f[9], " ; ") {
		w := strings.Fields(text)
		if len(w) < 3 || !strings.Contains(rhythms, w[1]) {
			return p, fmt.Errorf("stream %q", text)
		}
		s := stream{rhythm: w[1]}
		if s.period, err = parseSpan(w[0]); err != nil {
			return p, err
		}
		if s.chain, err = parseChain(w[2:]); err != nil {
			return p, err
		}
		p.streams = append(p.streams, s)
	}
	return p, nil
}

func parseChain(words []string) (chain []message, err error) {
	for _, w := range words {
		m := message{side: strings.IndexByte("><", w[0]), fresh: strings.Contains(w, "~")}
		if m.side < 0 {
			return nil, fmt.Errorf("message %q", w)
		}
		if m.size, err = parseSpan(strings.Replace(w[1:], "~", "..", 1)); err != nil {
			return nil, err
		}
		chain = append(chain, m)
	}
	return chain, nil
}

// parseSpan reads a number, or two, with units of time or size.
func parseSpan(s string) (wire.Span, error) {
	lo, hi, two := strings.Cut(s, "..")
	if !two {
		hi = lo
	}
	a, err := parseNumber(lo)
	if err != nil {
		return wire.Span{}, err
	}
	b, err := parseNumber(hi)
	return wire.Span{Lo: a, Hi: b}, err
}

func parseNumber(s string) (float64, error) {
	unit := 1.0
	if n := len(s) - 1; n > 0 {
		if u, ok := map[byte]float64{'s': 1, 'm': 60, 'h': 3600, 'd': 86400, 'k': 1000, 'M': 1e6}[s[n]]; ok {
			s, unit = s[:n], u
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v * unit, err
}
