// Package ordinary runs the programs of a company's account that do not mine.
package ordinary

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"makes/o/internal/dice"
)

//go:embed programs.txt
var table string

type beat string

// spec is a message of a program, with the exchange it starts.
type spec struct {
	up      bool // starts at the client
	beat    beat
	period  dice.Range
	size    dice.Range
	answer  dice.Range // zero for none
	think   dice.Range
	answers bool
}

// program is a line of the table.
type program struct {
	name, place, secure      string
	roles                    []string
	ports                    []uint16
	share                    float64
	inbound, trouble         bool
	conns, peers, life, idle dice.Range
	retry, wait, keep, day   dice.Range
	messages                 []spec
}

func parseTable(text string) ([]program, error) {
	var all []program
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		p, err := parse(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f[0], err)
		}
		all = append(all, p)
	}
	return all, nil
}

func parse(f []string) (program, error) {
	one := dice.Range{Lo: 1, Hi: 1}
	if len(f) < 7 {
		return program{}, fmt.Errorf("%d fields", len(f))
	}
	p := program{
		name: f[0], roles: strings.Split(f[1], ","), place: f[3], secure: f[4],
		conns: one, peers: one, retry: dice.Range{Lo: 1, Hi: 60}, wait: dice.Range{Lo: 5, Hi: 130},
	}
	for port := range strings.SplitSeq(f[2], ",") {
		v, err := strconv.ParseUint(port, 10, 16)
		if err != nil {
			return p, err
		}
		p.ports = append(p.ports, uint16(v))
	}
	var err error
	if p.share, err = strconv.ParseFloat(f[5], 64); err != nil {
		return p, err
	}
	options := map[string]*dice.Range{
		"conns": &p.conns, "peers": &p.peers, "life": &p.life, "idle": &p.idle, "retry": &p.retry, "wait": &p.wait, "keep": &p.keep, "day": &p.day,
	}
	for _, word := range f[6:] {
		key, value, isOption := strings.Cut(word, "=")
		switch {
		case word == "in":
			p.inbound = true
		case word == "trouble":
			p.trouble = true
		case isOption && options[key] != nil:
			*options[key], err = dice.Parse(value)
		default:
			var s spec
			s, err = parseSpec(strings.Split(word, ":"))
			p.messages = append(p.messages, s)
		}
		if err != nil {
			return p, err
		}
	}
	return p, nil
}

func parseSpec(f []string) (spec, error) {
	need := map[string]int{"ask": 6, "poke": 6, "tell": 4, "push": 4}[f[0]]
	if len(f) != need || need == 0 {
		return spec{}, fmt.Errorf("message %q", strings.Join(f, ":"))
	}
	s := spec{up: f[0] == "ask" || f[0] == "tell", beat: beat(f[1]), answers: need == 6}
	for i, to := range []*dice.Range{&s.period, &s.size, &s.answer, &s.think}[:need-2] {
		var err error
		if *to, err = dice.Parse(f[i+2]); err != nil {
			return s, err
		}
	}
	return s, nil
}
