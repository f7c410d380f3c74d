// Package mining is miners, and the pools, nodes and proxies they work for.
package mining

import (
	_ "embed" // the dialects
	"fmt"
	"strconv"
	"strings"

	"makes/s/internal/dice"
)

//go:embed dialects.txt
var dialectText string

// dialect is what a family of pools and miners says to each other.
type dialect struct {
	name  string
	hello [][2]string       // requests with their replies
	said  map[string]string // the rest
}

// coin is a proof of work with the dialect of its pools.
type coin struct {
	name    string
	dialect *dialect
	block   float64 // seconds
	blob    int     // characters of a job
	proof   int     // characters of a solution
}

// parse reads dialects and coins.
func parse(text string) ([]coin, error) {
	dialects := map[string]*dialect{}
	var coins []coin
	var last *dialect
	listing := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		key, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || key == "#":
		case key == "coins":
			listing = true
		case listing:
			c := coin{name: key}
			var of string
			if n, err := fmt.Sscan(rest, &of, &c.block, &c.blob, &c.proof); n < 4 {
				return nil, fmt.Errorf("coin %s: %w", key, err)
			}
			if c.dialect = dialects[of]; c.dialect == nil {
				return nil, fmt.Errorf("coin %s: no dialect %q", key, of)
			}
			coins = append(coins, c)
		case key == "dialect":
			last = &dialect{name: rest, said: map[string]string{}}
			dialects[rest] = last
		case last == nil:
			return nil, fmt.Errorf("line %q is of no dialect", line)
		case key == "hello>":
			last.hello = append(last.hello, [2]string{rest})
		case key == "hello<" && len(last.hello) > 0:
			last.hello[len(last.hello)-1][1] = rest
		default:
			last.said[key] = rest
		}
	}
	return coins, nil
}

// widths are the characters that fields take.
type widths map[byte]int

// message is the length of something said, as far as it is known before.
type message struct {
	base    int
	numbers int // request ids
	floats  int // difficulties
	merkle  int // lists of branches
}

// compile measures a template. Spaced writers put a blank after each colon
// and comma.
func compile(template string, w widths, spaced bool) message {
	m := message{}
	for template != "" {
		at := strings.IndexByte(template, '<')
		if at < 0 {
			m.base += plain(template, spaced)
			break
		}
		end := at + strings.IndexByte(template[at:], '>')
		m.base += plain(template[:at], spaced)
		switch field := template[at+1 : end]; field {
		case "N":
			m.numbers++
		case "D":
			m.floats++
		case "M":
			m.merkle++
		default:
			if n, err := strconv.Atoi(field); err == nil {
				m.base += n
			} else {
				m.base += w[field[0]]
			}
		}
		template = template[end+1:]
	}
	if m.base > 0 {
		m.base++ // the end of the line
	}
	return m
}

func plain(text string, spaced bool) int {
	n := len(text)
	if spaced {
		n += strings.Count(text, `":`) + strings.Count(text, `,"`)
	}
	return n
}

// size is the length of the message with a request id and merkle branches.
func (m *message) size(d *dice.Dice, id, digits, branches int) int {
	if m.base == 0 {
		return 0
	}
	n := m.base + m.merkle*max(branches*67-1, 0)
	if m.numbers > 0 {
		for width := m.numbers; ; id /= 10 {
			n += width
			if id < 10 {
				break
			}
		}
	}
	if m.floats > 0 {
		n += m.floats * (digits + d.IntN(3))
	}
	return n
}
