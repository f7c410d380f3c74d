// Package mining holds the programs that mine: with pools, alone, at and
// behind proxies, and those that are kept from it.
package mining

import (
	"strconv"
	"strings"

	"makes/g/internal/dice"
)

// message gives the length of the next message of a kind.
type message func() int

// wording is how one pool and one miner write their messages: a placeholder
// <name:lo-hi> has one length for both, drawn once.
type wording struct {
	d      *dice.Dice
	spaced bool // a blank after each comma and colon of JSON
	ending int  // bytes that end a line
	drawn  map[string]int
}

func newWording(d *dice.Dice) *wording {
	return &wording{d: d, spaced: d.Chance(0.3), ending: dice.Pick(d, 1, 1, 1, 1, 2), drawn: map[string]int{}}
}

// message compiles a template. In it, <64> stands for so many characters,
// <name:8-36> and <8-36> for a drawn number, <~3> for up to so many that vary,
// and <#> for a counter. An empty template has no message.
func (w *wording) message(template string) message {
	if template == "" {
		return nil
	}
	length, vary, counters, count := 0, 0, 0, w.d.IntN(50)
	for template != "" {
		text, rest, _ := strings.Cut(template, "<")
		length += len(text)
		if w.spaced {
			length += strings.Count(text, ",") + strings.Count(text, ":")
		}
		if rest == "" {
			break
		}
		var hole string
		hole, template, _ = strings.Cut(rest, ">")
		switch hole[0] {
		case '#':
			counters++
		case '~':
			vary += number(hole[1:])
		default:
			length += w.draw(hole)
		}
	}
	length += w.ending
	return func() int {
		n := length + counters*len(strconv.Itoa(count))
		if vary > 0 {
			n += w.d.IntN(vary + 1)
		}
		count++
		return n
	}
}

func (w *wording) draw(hole string) int {
	name, span, named := strings.Cut(hole, ":")
	if !named {
		name, span = "", hole
	}
	if n, ok := w.drawn[name]; ok && named {
		return n
	}
	lo, hi, wide := strings.Cut(span, "-")
	n := number(lo)
	if wide {
		n = int(w.d.Between(float64(n+1), float64(number(hi)+1))) - 1
	}
	if named {
		w.drawn[name] = n
	}
	return n
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("template: " + s)
	}
	return n
}
