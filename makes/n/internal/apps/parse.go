package apps

import (
	_ "embed"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

//go:embed programs.txt
var text string

// span is a range of values: drawn once a service, or anew each time.
type span struct {
	lo, hi float64
	fresh  bool
}

func (s span) draw(r *rand.Rand) float64 {
	if s.lo == s.hi {
		return s.lo
	}
	if s.lo > 0 && s.hi > 3*s.lo {
		return s.lo * math.Exp(r.Float64()*math.Log(s.hi/s.lo))
	}
	return s.lo + r.Float64()*(s.hi-s.lo)
}

// message is one message of a conversation.
type message struct {
	back bool // from the server
	size span
}

// act is something that happens again and again on a connection.
type act struct {
	back              bool
	size, every       span
	law               string
	burst, reply      span
	after, vary, prob span
}

// program is how some software communicates, as far as it is known before it
// is installed somewhere.
type program struct {
	name                                                      string
	use, tls                                                  float64 // share of companies that have it, and of those with TLS
	roles                                                     map[string]float64
	serve                                                     []string
	from                                                      bool
	peer, law, bye                                            string
	ports                                                     []int
	proto                                                     int
	keep, conns, life, gap, every, x, think, work, ips, retry span
	talk                                                      []message
	acts                                                      []act
	only, unnamed                                             bool // only: for Windows; unnamed: no label
}

// parse reads a table of programs: for each its name, and then words of which
// programs.txt tells the meaning.
func parse(text string) ([]*program, error) {
	var all []*program
	for stanza := range strings.SplitSeq(text, "\n\n") {
		var words []string
		for line := range strings.SplitSeq(stanza, "\n") {
			if !strings.HasPrefix(line, "#") {
				words = append(words, strings.Fields(line)...)
			}
		}
		if len(words) == 0 {
			continue
		}
		p, err := parseOne(words)
		if err != nil {
			return nil, fmt.Errorf("program %s: %w", words[0], err)
		}
		all = append(all, p)
	}
	return all, nil
}

func parseOne(words []string) (p *program, err error) {
	p = &program{name: words[0], use: 1, roles: map[string]float64{}, proto: 6, conns: span{1, 1, false}, ips: span{1, 1, false},
		x: span{1, 1, false}, work: span{.001, .08, false}, think: span{.05, 1, true}, retry: span{3, 120, false}, bye: "client", keep: span{-1, -1, false}}
	i := 0
	next := func() string {
		if i++; i < len(words) {
			return words[i]
		}
		err = fmt.Errorf("nothing after %q", words[len(words)-1])
		return "0"
	}
	number := func(s string) float64 {
		scale := 1.0
		if n := strings.TrimRight(s, "kM"); n != s {
			scale = map[string]float64{"k": 1e3, "M": 1e6}[s[len(n):]]
			s = n
		}
		v, e := strconv.ParseFloat(s, 64)
		if e != nil {
			err = e
		}
		return v * scale
	}
	spanOf := func(s string) span {
		a, b, ok := strings.Cut(s, "~")
		fresh := ok
		if !ok {
			if a, b, ok = strings.Cut(s, "-"); !ok {
				b = a
			}
		}
		return span{number(a), number(b), fresh}
	}
	spans := map[string]*span{"keep": &p.keep, "conns": &p.conns, "life": &p.life, "gap": &p.gap, "x": &p.x, "think": &p.think, "work": &p.work,
		"ips": &p.ips, "retry": &p.retry}
	var a *act
	for i = 1; i < len(words) && err == nil; i++ {
		w := words[i]
		if s := spans[w]; s != nil {
			*s = spanOf(next())
			continue
		}
		switch w {
		case "use":
			p.use = number(next())
		case "tls":
			p.tls = number(next())
		case "on":
			for f := range strings.SplitSeq(next(), ",") {
				role, share, _ := strings.Cut(f, ":")
				p.roles[role] = number(share)
			}
		case "serve":
			p.serve = strings.Split(next(), ",")
		case "to", "from":
			p.from, p.peer = w == "from", next()
			for f := range strings.SplitSeq(next(), ",") {
				p.ports = append(p.ports, int(number(f)))
			}
		case "udp":
			p.proto = 17
		case "icmp":
			p.proto = 1
		case "windows":
			p.only = true
		case "unnamed":
			p.unnamed = true
		case "bye":
			p.bye = next()
		case "visit":
			p.every, p.law = spanOf(next()), next()
		case "act":
			p.acts = append(p.acts, act{back: next() == "<", size: spanOf(next()), after: span{.0005, .03, false}, vary: span{0, .5, false}, prob: span{1, 1, false}})
			a = &p.acts[len(p.acts)-1]
			for word, s := range map[string]*span{"burst": &a.burst, "reply": &a.reply, "after": &a.after, "vary": &a.vary, "prob": &a.prob} {
				spans[word] = s
			}
		case "every":
			a.every, a.law = spanOf(next()), next()
		default:
			if w[0] != '>' && w[0] != '<' {
				return nil, fmt.Errorf("unknown word %q", w)
			}
			p.talk = append(p.talk, message{w[0] == '<', spanOf(w[1:])})
		}
	}
	if err == nil && (len(p.ports) == 0 || len(p.roles) == 0) {
		err = fmt.Errorf("no peer or no role")
	}
	return p, err
}
