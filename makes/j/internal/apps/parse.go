// Package apps holds the ordinary programs: what they say to whom, and when.
package apps

import (
	_ "embed"
	"strings"

	"makes/j/internal/dice"
)

//go:embed programs.txt
var table string

// size is of a message: what a service draws from, and how single messages
// spread.
type size struct {
	dice.Range
	spread float64
}

// beat is a kind of message.
type beat struct {
	server, idle bool
	shapes       string
	period, n    dice.Range
	size, reply  size
	replied      bool
	think        dice.Range
	chance       float64
}

// Program is a kind of ordinary program.
type Program struct {
	Name, Group           string
	ports                 []dice.Range
	private, inbound, udp bool
	tls, ws, weight       float64
	life, retry, peers    dice.Range
	dial                  string // shapes
	every                 dice.Range
	hello                 [][2]size
	day                   string
	beats                 []beat
}

// Programs reads the table of programs.
func Programs() []*Program {
	var all []*Program
	for _, line := range strings.Split(table, "\n") {
		switch f := strings.Fields(line); {
		case len(f) == 0 || f[0][0] == '#':
		case line[0] == ' ':
			last := all[len(all)-1]
			last.beats = append(last.beats, parseBeat(f))
		default:
			all = append(all, parseProgram(f))
		}
	}
	return all
}

func parseProgram(f []string) *Program {
	p := &Program{Name: f[0], Group: f[1], peers: dice.Range{Lo: 1, Hi: 1}, day: "fh"}
	p.private, p.inbound = f[3][0] == 'l', f[3] == "in" || f[3] == "lin"
	for _, port := range strings.Split(f[2], ",") {
		p.ports = append(p.ports, dice.MustRange(port))
	}
	weight := dice.Range{Lo: 1, Hi: 1}
	var tls, ws dice.Range
	ranges := map[string]*dice.Range{"tls": &tls, "ws": &ws, "w": &weight, "life": &p.life, "retry": &p.retry, "peers": &p.peers}
	for _, kv := range f[4:] {
		k, v, _ := strings.Cut(kv, "=")
		switch k {
		case "udp":
			p.udp = true
		case "day":
			p.day = v
		case "dial":
			p.dial, v, _ = strings.Cut(v, ":")
			p.every = dice.MustRange(v)
		case "hs":
			for _, round := range strings.Split(v, ",") {
				up, down, _ := strings.Cut(round, "/")
				p.hello = append(p.hello, [2]size{parseSize(up), parseSize(down)})
			}
		default:
			*ranges[k] = dice.MustRange(v)
		}
	}
	p.tls, p.ws, p.weight = tls.Lo, ws.Lo, weight.Lo
	return p
}

func parseBeat(f []string) beat {
	one := dice.Range{Lo: 1, Hi: 1} // the chance
	b := beat{server: f[0] == "<", shapes: f[1], period: dice.MustRange(f[2]), size: parseSize(f[3]), n: one, think: dice.Range{Lo: 0.0005, Hi: 0.1}}
	ranges := map[string]*dice.Range{"p": &one, "n": &b.n, "think": &b.think}
	for i := 4; i < len(f); i++ {
		switch k, v, _ := strings.Cut(f[i], "="); k {
		case "/":
			i++
			b.reply, b.replied = parseSize(f[i]), true
		case "idle":
			b.idle, b.shapes = true, "s"
		default:
			*ranges[k] = dice.MustRange(v)
		}
	}
	b.chance = one.Lo
	return b
}

func parseSize(s string) size {
	s, spread, spreads := strings.Cut(s, "~")
	z := size{Range: dice.MustRange(s)}
	if spreads {
		z.spread = dice.MustRange(spread).Lo
	}
	return z
}
