package mine

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// form is a message with fields of variable width: {64} is 64 characters,
// {5-9} between 5 and 9, {n} the number of the request, {*2-40} a width that
// is the same for all messages of a miner, {=8-16} one of the pool's, and {w}
// the miner's name. A newline ends each.
type form struct {
	fixed  int
	number bool
	free   [][2]int
}

// names holds the widths that stay the same for a miner or a pool.
type names struct {
	worker int
	miner  *rand.Rand
	seed   uint64 // of the pool
}

func compile(text string, n names) form {
	f := form{fixed: 1}
	for text != "" {
		a, rest, ok := strings.Cut(text, "{")
		f.fixed += len(a)
		if !ok {
			break
		}
		if rest == "" || !strings.ContainsAny(rest[:1], "0123456789nw*=") { // a brace of JSON
			f.fixed++
			text = rest
			continue
		}
		field, rest, _ := strings.Cut(rest, "}")
		text = rest
		switch field[0] {
		case 'n':
			f.number = true
			continue
		case 'w':
			f.fixed += n.worker
			continue
		}
		a, b, ok := strings.Cut(strings.TrimLeft(field, "*="), "-")
		lo, _ := strconv.Atoi(a)
		hi := lo
		if ok {
			hi, _ = strconv.Atoi(b)
		}
		switch {
		case field[0] == '*':
			f.fixed += lo + n.miner.IntN(hi-lo+1)
		case field[0] == '=':
			f.fixed += lo + rand.New(rand.NewPCG(n.seed, uint64(lo*1000+hi))).IntN(hi-lo+1)
		case lo == hi:
			f.fixed += lo
		default:
			f.free = append(f.free, [2]int{lo, hi})
		}
	}
	return f
}

// length returns the length of the message as it is sent this time.
func (f *form) length(r *rand.Rand, number int) int {
	if f.fixed <= 1 {
		return 0
	}
	n := f.fixed
	if f.number {
		n += len(strconv.Itoa(number))
	}
	for _, s := range f.free {
		n += s[0] + r.IntN(s[1]-s[0]+1)
	}
	return n
}
