// Package miner has the miners: what they and their pools say, when, and what
// they do if a pool cannot be had.
package miner

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"makes/q/internal/dice"
)

//go:embed coins.txt
var text string

// form is the length of a message: letters that are always there, and blanks
// whose width pools, wallets and counters decide.
type form struct {
	from   int
	fixed  int
	blanks []byte
}

type dialect struct {
	login                                                  []form
	job, submit, ok, bad, diff, ping, pong, rate, rateDone form
}

type coin struct {
	name                   string
	block                  float64
	merkle, wallet, height int
	dialect                *dialect
}

// read parses the table of coins and dialects.
func read() ([]*coin, error) {
	var coins []*coin
	speaks := map[*coin]string{}
	dialects := map[string]*dialect{}
	var now *dialect
	for line := range strings.Lines(text) {
		key, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		f := compile(rest)
		switch key {
		case "coin":
			c, speech := &coin{}, ""
			if _, err := fmt.Sscan(rest, &c.name, &c.block, &c.merkle, &c.wallet, &c.height, &speech); err != nil {
				return nil, fmt.Errorf("coins: %q: %w", line, err)
			}
			coins, speaks[c] = append(coins, c), speech
		case "dialect":
			now = &dialect{}
			dialects[rest] = now
		case ">", "<":
			if key == "<" {
				f.from = 1
			}
			now.login = append(now.login, f)
		case "job":
			now.job = f
		case "submit":
			now.submit = f
		case "ok":
			now.ok = f
		case "bad":
			now.bad = f
		case "diff":
			now.diff = f
		case "ping":
			now.ping = f
		case "pong":
			now.pong = f
		case "rate":
			now.rate = f
		case "rateok":
			now.rateDone = f
		}
	}
	for _, c := range coins {
		if c.dialect = dialects[speaks[c]]; c.dialect == nil {
			return nil, fmt.Errorf("coins: %s speaks %q", c.name, speaks[c])
		}
	}
	return coins, nil
}

// compile counts the letters of a message and its newline: ~(12) are twelve
// letters, ~(~b) and ~x blanks.
func compile(s string) form {
	f := form{fixed: 1}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] != '~':
			f.fixed++
		case s[i+1] != '(':
			i++
			f.blanks = append(f.blanks, s[i])
		default:
			end := i + strings.IndexByte(s[i:], ')')
			if inner := s[i+2 : end]; inner[0] == '~' {
				f.blanks = append(f.blanks, inner[1])
			} else if n, err := strconv.Atoi(inner); err == nil {
				f.fixed += n
			}
			i = end
		}
	}
	if f.fixed == 1 && len(f.blanks) == 0 {
		f.fixed = 0
	}
	return f
}

// accent is what makes messages of a pool and its miner longer or shorter.
type accent struct {
	wallet, worker, pass, agent, algos int
	session, job, jobSpread, height    int
	merkle, filler, coinb1, coinb2     int
	nonce2, diff, target, spaces       int // spaces after commas, in percent of letters
	trim                               int // bytes a terser implementation leaves out
}

func (a *accent) length(d dice.Dice, f form, id int) int {
	n := f.fixed
	for _, b := range f.blanks {
		switch b {
		case 'w':
			n += a.wallet
		case 'r':
			n += a.worker
		case 'p':
			n += a.pass
		case 'a':
			n += a.agent
		case 'g':
			n += a.algos
		case 's':
			n += a.session
		case 'j':
			n += a.job + d.IntN(a.jobSpread+1)
		case 'h':
			n += a.height
		case 'i':
			n += len(strconv.Itoa(id))
		case 'm':
			n += 67 * max(a.merkle+d.Int(-1, 1), 0)
		case 'v':
			n += a.filler
		case 'b':
			n += a.coinb1
		case 'c':
			n += a.coinb2 + 2*d.IntN(3)
		case 'x':
			n += a.nonce2
		case 'd':
			n += a.diff + d.IntN(2)
		case 'e':
			n += a.target
		}
	}
	if n > 60 {
		n += n*a.spaces/100 - a.trim
	}
	return n
}
