// Package everyday is the ordinary programs: a table of kinds, of which
// services are drawn, with which hosts converse.
package everyday

import (
	_ "embed" // the table
	"fmt"
	"strconv"
	"strings"
)

//go:embed kinds.txt
var table string

// span is a range of numbers.
type span struct{ lo, hi float64 }

// step is a request with its reply, as ranges of sizes.
type step struct{ request, reply, think span }

// pulse is a clock which fires the steps of a side.
type pulse struct {
	side   int
	period span
	rhythm byte
	steps  []step
	times  span
	chance float64
}

// kind is a line of the table.
type kind struct {
	name, tags string
	near, out  bool // where the other side can be
	inbound    bool // the interface can be the server
	ports      []uint16
	layers     string
	life       byte // l session, e each, i idle
	span       span // of the life
	hours      string
	greeting   []step
	pulses     []pulse
}

// parse reads the table.
func parse(text string) ([]kind, error) {
	var kinds []kind
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if len(f) < 8 {
			return nil, fmt.Errorf("kind %q is short", line)
		}
		k := kind{name: f[0], tags: f[1], near: !strings.Contains(f[2], "o"), out: !strings.Contains(f[2], "n"),
			inbound: strings.HasSuffix(f[2], "<"), layers: f[4], hours: f[6]}
		for p := range strings.SplitSeq(f[3], ",") {
			n, err := strconv.ParseUint(p, 10, 16)
			if err != nil {
				return nil, fmt.Errorf("kind %s: %w", k.name, err)
			}
			k.ports = append(k.ports, uint16(n))
		}
		var err error
		switch life, idle := strings.CutPrefix(f[5], "idle:"); {
		case life == "each":
			k.life = 'e'
		case idle:
			k.life = 'i'
			k.span, err = parseSpan(life)
		default:
			k.life = 'l'
			k.span, err = parseSpan(life)
		}
		for _, text := range f[7:] {
			if steps, greets := strings.CutPrefix(text, "+"); greets && err == nil {
				k.greeting, err = parseSteps(steps)
			} else if err == nil {
				var p pulse
				p, err = parsePulse(text)
				k.pulses = append(k.pulses, p)
			}
		}
		if err != nil {
			return nil, fmt.Errorf("kind %s: %w", k.name, err)
		}
		kinds = append(kinds, k)
	}
	return kinds, nil
}

func parsePulse(text string) (pulse, error) {
	f := strings.SplitN(text, ":", 4)
	if len(f) != 4 || f[0] != "c" && f[0] != "s" || len(f[2]) != 1 || !strings.Contains("fjphbw", f[2]) {
		return pulse{}, fmt.Errorf("pulse %q", text)
	}
	p := pulse{rhythm: f[2][0], times: span{1, 1}, chance: 1}
	if f[0] == "s" {
		p.side = 1
	}
	steps, chance, ok := strings.Cut(f[3], "?")
	var err error
	if ok {
		if p.chance, err = strconv.ParseFloat(chance, 64); err != nil {
			return pulse{}, err
		}
	}
	steps, times, ok := strings.Cut(steps, "*")
	if ok {
		if p.times, err = parseSpan(times); err != nil {
			return pulse{}, err
		}
	}
	if p.period, err = parseSpan(f[1]); err != nil {
		return pulse{}, err
	}
	p.steps, err = parseSteps(steps)
	return p, err
}

func parseSteps(text string) ([]step, error) {
	var steps []step
	for part := range strings.SplitSeq(text, ">") {
		part, think, ok := strings.Cut(part, "@")
		s := step{think: span{0.0003, 0.08}}
		var err error
		if ok {
			if s.think, err = parseSpan(think); err != nil {
				return nil, err
			}
		}
		request, reply, ok := strings.Cut(part, "/")
		if s.request, err = parseSpan(request); err != nil {
			return nil, err
		}
		if ok {
			if s.reply, err = parseSpan(reply); err != nil {
				return nil, err
			}
		}
		steps = append(steps, s)
	}
	return steps, nil
}

// parseSpan reads lo-hi, or one number for both, with s, m, h or d after each.
func parseSpan(text string) (span, error) {
	lo, hi, ok := strings.Cut(text, "-")
	if !ok {
		hi = lo
	}
	a, err := parseNumber(lo)
	if err != nil {
		return span{}, err
	}
	b, err := parseNumber(hi)
	return span{a, b}, err
}

func parseNumber(text string) (float64, error) {
	unit := 1.0
	if n := len(text); n > 0 {
		if u := map[byte]float64{'s': 1, 'm': 60, 'h': 3600, 'd': 86400}[text[n-1]]; u > 0 {
			text, unit = text[:n-1], u
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v * unit, err
}
