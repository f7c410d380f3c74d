// Package miner simulates mining: Stratum sessions with pools, solo mining
// against a node, proxies with their workers, and miners that cannot connect.
package miner

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
)

//go:embed coins.txt
var coinText string

// coin is a proof of work with a dialect of Stratum, as coins.txt has it.
type coin struct {
	name, chain   string
	ports         []uint16
	refresh, poll float64
	login         []string // with the side before each
	texts         map[string]string
}

func readCoins() (all []*coin) {
	for line := range strings.Lines(coinText) {
		key, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.HasPrefix(text, "{") {
			text += "\n"
		}
		switch {
		case key == "" || key == "#":
		case line[0] != ' ':
			c, ports := &coin{name: key, texts: map[string]string{}}, ""
			fmt.Sscan(text, &c.chain, &ports, &c.refresh, &c.poll)
			for s := range strings.SplitSeq(ports, ",") {
				port, _ := strconv.Atoi(s)
				c.ports = append(c.ports, uint16(port))
			}
			all = append(all, c)
		case key == ">" || key == "<":
			all[len(all)-1].login = append(all[len(all)-1].login, key+text)
		default:
			all[len(all)-1].texts[key] = text
		}
	}
	return all
}

// message is a text with fields of variable width: <64> stands for so many
// characters, <4-9> for a number of them, <i> for a request's number, and <b> for
// the branches of a block's Merkle tree.
type message struct {
	fixed  int
	ranges [][2]int
	id     int // fields that hold a request's number
	branch bool
}

// parse reads a message; a pool or miner has about half of the widths fixed.
func parse(s string, rng *rand.Rand) *message {
	if s == "" {
		return nil
	}
	m := &message{}
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			m.fixed += len(s)
			break
		}
		m.fixed += i
		j := i + strings.IndexByte(s[i:], '>')
		field := s[i+1 : j]
		s = s[j+1:]
		a, b, wide := strings.Cut(field, "-")
		lo, _ := strconv.Atoi(a)
		hi, _ := strconv.Atoi(b)
		switch {
		case field == "i":
			m.id++
		case field == "b":
			m.branch = true
		case !wide:
			m.fixed += lo
		case hi-lo > 1 && rng.IntN(4) > 0:
			m.fixed += lo + rng.IntN(hi-lo+1)
		default:
			m.ranges = append(m.ranges, [2]int{lo, hi})
		}
	}
	return m
}

// size is the length of a message as of a request's number and the branches of
// the present block.
func (m *message) size(id, branches int, rng *rand.Rand) int {
	n := m.fixed
	if m.id > 0 {
		n += len(strconv.Itoa(id))
	}
	if m.branch {
		n += max(0, branches*67-1)
	}
	for _, r := range m.ranges {
		n += r[0] + rng.IntN(r[1]-r[0]+1)
	}
	return n
}

// turn is a message of one side.
type turn struct {
	side int
	text *message
}

func parseTurns(login []string, rng *rand.Rand) (turns []turn) {
	for _, t := range login {
		side := 0
		if t[0] == '<' {
			side = 1
		}
		turns = append(turns, turn{side, parse(t[1:], rng)})
	}
	return turns
}
