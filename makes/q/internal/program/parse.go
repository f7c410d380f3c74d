package program

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"makes/q/internal/wire"
)

//go:embed programs.txt
var text string

// span is a range of which a service draws its own part.
type span struct{ lo, hi float64 }

type timing struct {
	law   byte
	every span
}

type message struct {
	from        int
	size, count span
}

type stream struct {
	timing
	odds     float64
	day      bool
	messages []message
}

// Program is one line of the table.
type Program struct {
	Name              string
	roles             []string
	ports             []int
	dir               string
	udp, priv, raw    bool
	day, alive, brief bool
	tls, frail        float64
	pairs             span
	every             timing // of openings; without, there is always one open
	stay, gap         span
	fates             []wire.Fate
	script            []message
	streams           []stream
	shared, restful   bool
}

var fates = map[string]wire.Fate{"refuse": wire.Refused, "dead": wire.Dead, "deny": wire.Denied, "wall": wire.Walled, "shut": wire.Shut, "turn": wire.Turned}

// read reads the table of programs.
func read() ([]*Program, error) {
	var all []*Program
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		p, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("programs: %q: %w", line, err)
		}
		all = append(all, p)
	}
	return all, nil
}

func parse(line string) (*Program, error) {
	f := strings.SplitN(line, "|", 6)
	if len(f) != 6 {
		return nil, fmt.Errorf("%d fields", len(f))
	}
	p := &Program{Name: strings.TrimSpace(f[0]), roles: strings.Fields(f[1]), pairs: span{1, 1}, frail: 0.06, gap: span{1, 60},
		fates: []wire.Fate{wire.Refused, wire.Refused, wire.Dead, wire.Dead, wire.Denied, wire.Walled, wire.Shut, wire.Turned}}
	for s := range strings.SplitSeq(strings.TrimSpace(f[2]), ",") {
		port, err := strconv.Atoi(s)
		if err != nil {
			return nil, err
		}
		p.ports = append(p.ports, port)
	}
	for _, word := range strings.Fields(f[3]) {
		if err := p.flag(word); err != nil {
			return nil, err
		}
	}
	p.shared = p.dir == "out" && p.pairs.hi < 4
	p.restful = p.every.law != 0 && p.stay.hi == 0
	var err error
	if p.script, err = messages(f[4]); err != nil {
		return nil, err
	}
	for part := range strings.SplitSeq(f[5], ";") {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		s := stream{odds: 1}
		if words[0][0] == '%' {
			n, err := strconv.Atoi(words[0][1:])
			if err != nil {
				return nil, err
			}
			s.odds, words = float64(n)/100, words[1:]
		}
		if words[0][0] == 'd' {
			s.day, words[0] = true, words[0][1:]
		}
		s.law = words[0][0]
		if s.every, err = seconds(words[0][1:]); err != nil {
			return nil, err
		}
		if s.messages, err = messages(strings.Join(words[1:], " ")); err != nil {
			return nil, err
		}
		p.streams = append(p.streams, s)
	}
	return p, nil
}

func (p *Program) flag(word string) (err error) {
	key, value, _ := strings.Cut(word, "=")
	switch key {
	case "in", "out", "peer":
		p.dir = key
	case "udp":
		p.udp = true
	case "priv":
		p.priv = true
	case "rawport":
		p.raw = true
	case "day":
		p.day = true
	case "brief":
		p.brief = true
	case "ka":
		p.alive = true
	case "n":
		p.pairs, err = numbers(value)
	case "tls":
		p.tls, err = strconv.ParseFloat(value, 64)
	case "frail":
		p.frail, err = strconv.ParseFloat(value, 64)
	case "every":
		value, law, ok := strings.Cut(value, ",")
		if p.every.law = '?'; ok {
			p.every.law = law[0]
		}
		p.every.every, err = seconds(value)
	case "stay":
		p.stay, err = seconds(value)
	case "gap":
		p.gap, err = seconds(value)
	case "fail":
		p.fates = nil
		for name := range strings.SplitSeq(value, ",") {
			p.fates = append(p.fates, fates[name])
		}
	default:
		err = fmt.Errorf("flag %q", word)
	}
	return err
}

func messages(s string) (all []message, err error) {
	for _, word := range strings.Fields(s) {
		m := message{count: span{1, 1}}
		switch word[0] {
		case '>':
		case '<':
			m.from = 1
		default:
			return nil, fmt.Errorf("message %q", word)
		}
		size, count, ok := strings.Cut(word[1:], "*")
		if m.size, err = numbers(size); err == nil && ok {
			m.count, err = numbers(count)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

func seconds(s string) (span, error) {
	return parseSpan(s, map[string]float64{"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400})
}

func numbers(s string) (span, error) {
	return parseSpan(s, map[string]float64{"k": 1e3, "M": 1e6, "G": 1e9})
}

func parseSpan(s string, units map[string]float64) (r span, err error) {
	lo, hi, ok := strings.Cut(s, "..")
	if r.lo, err = value(lo, units); err == nil && ok {
		r.hi, err = value(hi, units)
	} else {
		r.hi = r.lo
	}
	return r, err
}

func value(s string, units map[string]float64) (float64, error) {
	digits := strings.TrimRight(s, "msdhkMG")
	v, err := strconv.ParseFloat(digits, 64)
	if unit := s[len(digits):]; unit != "" && err == nil {
		if units[unit] == 0 {
			return 0, fmt.Errorf("unit %q", unit)
		}
		v *= units[unit]
	}
	return v, err
}
