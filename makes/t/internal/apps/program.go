// Package apps simulates ordinary programs: a table says which messages each
// kind of program exchanges, and every service of a network draws its own
// numbers from it.
package apps

import (
	_ "embed"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"makes/t/internal/wire"
)

//go:embed programs.txt
var table string

// span is a range of numbers, drawn on a logarithmic scale.
type span struct{ lo, hi float64 }

func (s span) draw(r *rand.Rand) float64 {
	if s.lo <= 0 || s.hi <= s.lo {
		return s.hi
	}
	return s.lo * math.Pow(s.hi/s.lo, r.Float64())
}

// wide draws from the range and somewhat beyond, by a factor.
func (s span) wide(r *rand.Rand, factor float64) float64 {
	return s.draw(r) * math.Pow(factor, 2*r.Float64()-1)
}

// service draws from the range what holds for a service.
func (z size) service(r *rand.Rand, factor float64) float64 {
	if z.vary == '=' {
		return z.draw(r)
	}
	return z.wide(r, factor)
}

// Program is a kind of program, as the table has it.
type Program struct {
	Name  string
	Hosts string // whose it is: c cluster nodes, a application servers, d desktops, o operators' servers
	ports []uint16
	proto uint8
	scope byte // i internal, x internet
	role  byte // c client, s server, b both
	when  byte // a always, r the same without outages, w working hours, n nightly, m working hours and left open now and then
	peers span // of a host
	conns span // with a peer
	life  span // of a connection, seconds
	idle  span // until an idle connection is closed
	tls   float64
	loops []loop
}

// loop is one kind of exchange that a program repeats.
type loop struct {
	from      byte // c or s: who begins
	period    size
	rhythm    string // fix, jit, poi, hvy, bur, lp
	human     bool   // only while somebody is at work
	req, resp size
}

// size is a range of message lengths (or of periods) and how they vary: '='
// not at all, '~' much, anything else as the service draws it.
type size struct {
	span
	vary byte
}

func number(text string) float64 {
	unit := 1.0
	switch text[len(text)-1] {
	case 'k':
		unit = 1e3
	case 'm':
		unit = 60
	case 'h':
		unit = 3600
	case 'M':
		unit = 1e6
	}
	if unit > 1 {
		text = text[:len(text)-1]
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(fmt.Sprintf("table: number %q", text))
	}
	return v * unit
}

func parseSpan(text string) span {
	if text == "-" {
		return span{}
	}
	lo, hi, two := strings.Cut(text, "-")
	if !two {
		hi = lo
	}
	return span{number(lo), number(hi)}
}

func parseSize(text string) (s size) {
	if strings.ContainsAny(text, "=~") {
		s.vary, text = text[len(text)-1], text[:len(text)-1]
	}
	s.span = parseSpan(text)
	return s
}

// Parse reads a table, of which programs.txt tells the form; what it cannot
// read is a mistake in the program, and panics.
func Parse(table string) []Program {
	var all []Program
	for line := range strings.Lines(table) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, parse(line))
		}
	}
	return all
}

func parse(line string) Program {
	columns := strings.Split(line, "|")
	f := strings.Fields(columns[0])
	if len(f) != 11 || len(columns) < 2 {
		panic(fmt.Sprintf("table: line %q", line))
	}
	p := Program{Name: f[0], Hosts: f[2], proto: wire.TCP, scope: f[3][0], role: f[4][0], when: f[5][0],
		peers: parseSpan(f[6]), conns: parseSpan(f[7]), life: parseSpan(f[8]), idle: parseSpan(f[9]), tls: parseSpan(f[10]).hi}
	switch name, port, _ := strings.Cut(f[1], ":"); name {
	case "udp", "icmp":
		p.proto = map[string]uint8{"udp": wire.UDP, "icmp": wire.ICMP}[name]
		f[1] = port
	}
	for port := range strings.SplitSeq(f[1], ",") {
		p.ports = append(p.ports, uint16(number(port)))
	}
	for _, text := range columns[1:] {
		w := strings.Fields(text)
		if len(w) != 5 {
			panic(fmt.Sprintf("table: loop %q of %s", text, p.Name))
		}
		rhythm, human := strings.CutSuffix(w[2], "@")
		p.loops = append(p.loops, loop{from: w[0][0], period: parseSize(w[1]), rhythm: rhythm, human: human, req: parseSize(w[3]), resp: parseSize(w[4])})
	}
	return p
}

// Programs reads the table.
func Programs() []Program {
	return Parse(table)
}

// On says whether a program is at home on a kind of host.
func (p *Program) On(host byte) bool { return strings.IndexByte(p.Hosts, host) >= 0 }

// Internet says that the other side is on the internet.
func (p *Program) Internet() bool { return p.scope == 'x' }

// Peers draws how many peers a host has.
func (p *Program) Peers(r *rand.Rand) int { return max(1, int(math.Round(p.peers.draw(r)))) }

// Serves draws whether the peer is the client.
func (p *Program) Serves(r *rand.Rand) bool { return p.role == 's' || p.role == 'b' && r.IntN(2) == 0 }
