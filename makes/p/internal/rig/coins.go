// Package rig simulates miners: rigs at pools, rigs at nodes, proxies with
// their workers, and rigs that cannot reach anyone.
package rig

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"makes/p/internal/wire"
)

//go:embed coins.tbl
var dialects string

// coin is a proof of work with the dialects its pools speak.
type coin struct {
	name     string
	dialects []string
	block    float64   // seconds between blocks, or the jobs that pools make of quick ones
	wallet   wire.Span // length of an address or account
	template wire.Span // bytes of a block template as JSON
	asic     float64   // share of rigs that are ASICs
	ports    []uint16
	peers    string // program that the chain's nodes speak with each other
}

var coins = []coin{
	{"monero", []string{"cryptonote"}, 120, wire.Span{Lo: 95, Hi: 106}, wire.Span{Lo: 1200, Hi: 9000}, 0, []uint16{3333, 4444, 5555, 7777, 10128, 443, 80, 8080}, "monero-p2p"},
	{"bitcoin", []string{"bitcoin", "bitcoin", "bitcoin2"}, 590, wire.Span{Lo: 8, Hi: 42}, wire.Span{Lo: 40000, Hi: 900000}, 1, []uint16{3333, 25, 443, 700, 1314, 8888}, "bitcoin-p2p"},
	{"zephyr", []string{"cryptonote"}, 120, wire.Span{Lo: 97, Hi: 108}, wire.Span{Lo: 1200, Hi: 5000}, 0, []uint16{1123, 2222, 5555, 3008}, "monero-p2p"},
	{"etc", []string{"ethproxy", "ethstratum"}, 13, wire.Span{Lo: 42, Hi: 42}, wire.Span{Lo: 240, Hi: 300}, 0.3, []uint16{1010, 4444, 8008, 3333}, "eth-p2p"},
	{"litecoin", []string{"scrypt", "bitcoin"}, 148, wire.Span{Lo: 6, Hi: 43}, wire.Span{Lo: 9000, Hi: 150000}, 1, []uint16{3333, 8888, 443, 3335}, "bitcoin-p2p"},
	{"ravencoin", []string{"kawpow"}, 60, wire.Span{Lo: 34, Hi: 34}, wire.Span{Lo: 2000, Hi: 40000}, 0, []uint16{3636, 6060, 12222, 8888}, "bitcoin-p2p"},
	{"zcash", []string{"equihash"}, 75, wire.Span{Lo: 8, Hi: 36}, wire.Span{Lo: 3000, Hi: 60000}, 1, []uint16{3333, 7770, 1446, 6666}, "bitcoin-p2p"},
	{"verus", []string{"verus"}, 60, wire.Span{Lo: 34, Hi: 34}, wire.Span{Lo: 3000, Hi: 30000}, 0, []uint16{9998, 3956, 5040, 17777}, "bitcoin-p2p"},
	{"kaspa", []string{"kheavy"}, 1.6, wire.Span{Lo: 67, Hi: 70}, wire.Span{Lo: 1500, Hi: 60000}, 0.8, []uint16{5555, 1206, 16061, 3112}, "eth-p2p"},
	{"ergo", []string{"autolykos"}, 118, wire.Span{Lo: 51, Hi: 51}, wire.Span{Lo: 250, Hi: 400}, 0, []uint16{3052, 3100, 8888, 11888}, "eth-p2p"},
	{"alephium", []string{"alephium"}, 4, wire.Span{Lo: 45, Hi: 45}, wire.Span{Lo: 900, Hi: 9000}, 0.6, []uint16{1199, 20032, 3199}, "eth-p2p"},
	{"dash", []string{"bitcoin"}, 157, wire.Span{Lo: 6, Hi: 34}, wire.Span{Lo: 3000, Hi: 60000}, 1, []uint16{3433, 443, 8888}, "bitcoin-p2p"},
	{"ironfish", []string{"ironfish"}, 60, wire.Span{Lo: 10, Hi: 64}, wire.Span{Lo: 900, Hi: 2000}, 0.2, []uint16{1145, 30003, 9034}, "eth-p2p"},
	{"digibyte", []string{"scrypt", "bitcoin"}, 75, wire.Span{Lo: 34, Hi: 43}, wire.Span{Lo: 2000, Hi: 30000}, 0.7, []uint16{3004, 8822, 443}, "bitcoin-p2p"},
}

// line is a message with parts of variable length.
type line struct {
	side  int
	fixed int
	ids   int   // numbers of the request in it
	spans []int // how much longer each part can be
}

// script is what is said when.
type script map[string][]line

// words gives the length of a name in a text.
type words func(name string) (lo, hi int)

// compile reads a dialect of the table; wide pools set spaces in their JSON.
func compile(dialect string, named words, wide bool) (script, error) {
	_, text, ok := strings.Cut(dialects, "= "+dialect+"\n")
	if !ok {
		return nil, fmt.Errorf("no dialect %q", dialect)
	}
	text, _, _ = strings.Cut(text, "\n= ")
	s := script{}
	for _, l := range strings.Split(strings.TrimSpace(text), "\n") {
		f := strings.SplitN(l, " ", 3)
		one, err := compileLine(f[2], named, wide && f[1] == "<")
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dialect, err)
		}
		one.side = strings.Index("><", f[1])
		s[f[0]] = append(s[f[0]], one)
	}
	return s, nil
}

func compileLine(text string, named words, wide bool) (l line, err error) {
	l.fixed = 1 // the end of the line
	if !strings.HasPrefix(text, "{") {
		l.fixed = 0
	}
	if wide {
		l.fixed += strings.Count(text, `":`) + strings.Count(text, ",")
	}
	for {
		before, rest, open := strings.Cut(text, "<")
		l.fixed += len(before)
		if !open {
			return l, nil
		}
		word, after, _ := strings.Cut(rest, ">")
		text = after
		if word == "id" {
			l.ids++
			continue
		}
		a, b, two := strings.Cut(word, "-")
		lo, err := strconv.Atoi(a)
		hi := lo
		if err != nil {
			if lo, hi = named(word); hi < 0 {
				return l, fmt.Errorf("unknown <%s>", word)
			}
		} else if two {
			if hi, err = strconv.Atoi(b); err != nil {
				return l, err
			}
		}
		l.fixed += lo
		if hi > lo {
			l.spans = append(l.spans, hi-lo)
		}
	}
}

// size gives the bytes of the message for the request of this number.
func (l *line) size(r *rand.Rand, id int) int {
	n := l.fixed
	if l.ids > 0 {
		for n += l.ids; id > 9; id /= 10 {
			n += l.ids
		}
	}
	for _, s := range l.spans {
		n += r.IntN(s + 1)
	}
	return n
}
