// Package script reads protocols as scripts, and plays them over connections.
//
// A program begins with a line of its name, protocol, ports, direction (out, in
// or peer), place (vpc, pub or any) and settings; its indented lines are what
// happens at the start of a connection (open), and tracks that run beside each
// other: a rhythm, and the steps at each of its beats.
//
//	@10-60    regular, with a period of 10 to 60 s
//	?10-60    at random, with a mean gap of 10 to 60 s
//	!10-60    in bursts, with a median gap of 10 to 60 s
//	%bitcoin  at the blocks of a chain
//
//	>61-1200  the client sends a message, < the server
//	w0.1-2    seconds pass
//	x2-8( )   steps are done again and again
//	p30( | )  steps are done at 30 %, else others
//	quit      the connection ends
//
// In a range a-b an instance has its own narrower range, of a~b it takes a
// constant, and a..b is drawn anew each time. Suffixes k, M and m, h, d
// multiply.
package script

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Program is a protocol as a script.
type Program struct {
	Name, Proto, Dir, Where string
	Ports                   []uint16
	groups                  map[string]bool
	set                     map[string]Range
	open                    []step
	tracks                  []track
	nums                    []Range
}

// Range is a range of numbers, each equally likely by ratio.
type Range struct {
	Lo, Hi float64
	kind   byte
}

// Draw gives a number of the range.
func (r Range) Draw(rng *rand.Rand) float64 {
	if r.Lo >= r.Hi {
		return r.Lo
	}
	return r.Lo * math.Pow(r.Hi/r.Lo, rng.Float64())
}

type track struct {
	rhythm byte
	num    int
	chain  string
	body   []step
}

type step struct {
	op        byte // '>', '<', 'w', 'x', 'p', 'q'
	num       int
	body, alt []step
}

// In says whether the program belongs to a group.
func (p *Program) In(group string) bool { return p.groups[group] }

// Get gives the range of a setting, or a constant if the program has none.
func (p *Program) Get(key string, other float64) Range {
	if r, ok := p.set[key]; ok {
		return r
	}
	return Range{Lo: other, Hi: other}
}

// Parse reads programs from a text.
func Parse(text string) ([]*Program, error) {
	var all []*Program
	for i, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || f[0][0] == '#' {
			continue
		}
		var err error
		if line[0] != ' ' {
			var p *Program
			if p, err = parseHead(f); err == nil {
				all = append(all, p)
			}
		} else if len(all) > 0 {
			err = all[len(all)-1].parseTrack(f)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return all, nil
}

func parseHead(f []string) (*Program, error) {
	if len(f) < 6 {
		return nil, fmt.Errorf("%d fields", len(f))
	}
	p := &Program{Name: f[0], Proto: f[1], Dir: f[3], Where: f[4], groups: map[string]bool{}, set: map[string]Range{}}
	for s := range strings.SplitSeq(f[2], ",") {
		port, err := strconv.ParseUint(s, 10, 16)
		if err != nil {
			return nil, err
		}
		p.Ports = append(p.Ports, uint16(port))
	}
	for s := range strings.SplitSeq(f[5], ",") {
		p.groups[s] = true
	}
	for _, s := range f[6:] {
		key, value, _ := strings.Cut(s, "=")
		r, err := parseRange(value)
		if err != nil {
			return nil, err
		}
		p.set[key] = r
	}
	return p, nil
}

func (p *Program) parseTrack(f []string) error {
	t := track{rhythm: f[0][0], chain: f[0][1:]}
	if f[0] == "open" {
		t.rhythm = 'o'
	} else if strings.ContainsRune("@?!", rune(t.rhythm)) {
		var err error
		if t.num, err = p.number(t.chain); err != nil {
			return err
		}
	} else if t.rhythm != '%' || Chains[t.chain] == 0 {
		return fmt.Errorf("rhythm %q", f[0])
	}
	body, rest, err := p.parseSteps(f[1:])
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("rest %q", rest)
	}
	if t.body = body; t.rhythm == 'o' {
		p.open = body
	} else {
		p.tracks = append(p.tracks, t)
	}
	return nil
}

func (p *Program) parseSteps(f []string) (steps []step, rest []string, err error) {
	for len(f) > 0 {
		token := f[0]
		f = f[1:]
		if token == ")" || token == "|" {
			return steps, append([]string{token}, f...), nil
		}
		s := step{op: token[0]}
		if token != "quit" {
			if s.num, err = p.number(strings.TrimSuffix(token[1:], "(")); err != nil {
				return nil, nil, err
			}
		}
		if strings.HasSuffix(token, "(") {
			if s.body, f, err = p.parseSteps(f); err != nil {
				return nil, nil, err
			}
			if len(f) > 0 && f[0] == "|" {
				if s.alt, f, err = p.parseSteps(f[1:]); err != nil {
					return nil, nil, err
				}
			}
			if len(f) == 0 {
				return nil, nil, fmt.Errorf("no end of %q", token)
			}
			f = f[1:]
		}
		if !strings.ContainsRune("><wxpq", rune(s.op)) {
			return nil, nil, fmt.Errorf("step %q", token)
		}
		steps = append(steps, s)
	}
	return steps, nil, nil
}

func (p *Program) number(s string) (int, error) {
	r, err := parseRange(s)
	p.nums = append(p.nums, r)
	return len(p.nums) - 1, err
}

func parseRange(s string) (Range, error) {
	for _, sep := range []string{"..", "~", "-"} {
		if a, b, ok := strings.Cut(s, sep); ok {
			lo, err := parseNumber(a)
			if err != nil {
				return Range{}, err
			}
			hi, err := parseNumber(b)
			if err == nil && (lo <= 0 || hi < lo) {
				err = fmt.Errorf("range %q", s)
			}
			return Range{lo, hi, sep[0]}, err
		}
	}
	v, err := parseNumber(s)
	return Range{Lo: v, Hi: v}, err
}

func parseNumber(s string) (float64, error) {
	factor := 1.0
	if i := len(s) - 1; i > 0 {
		if f, ok := map[byte]float64{'k': 1e3, 'M': 1e6, 'm': 60, 'h': 3600, 'd': 86400}[s[i]]; ok {
			factor, s = f, s[:i]
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v * factor, err
}
