package talk

import (
	_ "embed" // the table of programs
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"makes/r/internal/flow"
	"makes/r/internal/tcp"
)

//go:embed programs.txt
var table string

// Program is a line of the table: what all instances of it have in common.
type Program struct {
	Name, wire, place         string
	ports                     []string
	life, gap, par, shots     Range
	day                       Range
	Peers, Weight             Range
	hello                     []helloSpec
	acts                      []actSpec
	in, lasting, fail, device bool
}

type helloSpec struct {
	side int
	size Range
}

type actSpec struct {
	side             int
	kind             string
	gap, size        Range
	reply, wait, p   Range
	times, confirm   Range
	closed, answered bool
}

// Programs reads the table.
func Programs() []*Program {
	var out []*Program
	for line := range strings.Lines(table) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		out = append(out, parseProgram(line))
	}
	return out
}

func parseProgram(line string) *Program {
	parts := strings.Split(line, ";")
	f := strings.Fields(parts[0])
	p := &Program{Name: f[0], ports: strings.Split(f[1], ","), wire: f[2], place: "net", Peers: Range{1, 1}, Weight: Range{1, 1}, par: Range{1, 1}}
	for _, word := range f[3:] {
		key, value, _ := strings.Cut(word, "=")
		switch key {
		case "life":
			p.life = parseRange(value)
		case "gap":
			p.gap = parseRange(value)
		case "par":
			p.par = parseRange(value)
		case "shots":
			p.shots = parseRange(value)
		case "day":
			p.day = parseRange(value)
		case "peers":
			p.Peers = parseRange(value)
		case "weight":
			p.Weight = parseRange(value)
		case "vpc", "edge", "net":
			p.place = key
		case "in":
			p.in = true
		case "fail":
			p.fail = true
		case "device":
			p.device = true
		case "hello":
			for _, h := range strings.Split(value, "/") {
				p.hello = append(p.hello, helloSpec{strings.Index("CS", h[:1]), parseRange(h[1:])})
			}
		default:
			panic("talk: " + word + " in " + line)
		}
	}
	p.lasting = p.shots.High == 0
	for _, s := range parts[1:] {
		p.acts = append(p.acts, parseAct(strings.Fields(s)))
	}
	return p
}

func parseAct(f []string) actSpec {
	a := actSpec{side: strings.Index("CS", f[0]), kind: f[1], gap: parseRange(f[2]), size: parseRange(f[3]), p: Range{1, 1}, times: Range{1, 1}, wait: Range{.0005, .2}}
	for i := 4; i < len(f); i++ {
		key, value, _ := strings.Cut(f[i], "=")
		switch key {
		case ">":
			i++
			a.answered, a.reply = true, parseRange(f[i])
		case "wait":
			a.wait = parseRange(value)
		case "p":
			a.p = parseRange(value)
		case "x":
			a.times = parseRange(value)
		case "conf":
			a.confirm = parseRange(value)
		case "closed":
			a.closed = true
		default:
			panic("talk: " + f[i])
		}
	}
	return a
}

func parseRange(s string) Range {
	low, high, ok := strings.Cut(s, "..")
	if !ok {
		high = low
	}
	return Range{parseNumber(low), parseNumber(high)}
}

func parseNumber(s string) float64 {
	unit := 1.0
	if i := strings.IndexByte("smhkM", s[len(s)-1]); i >= 0 {
		unit = []float64{1, 60, 3600, 1000, 1e6}[i]
		s = s[:len(s)-1]
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(fmt.Sprintf("talk: %v", err))
	}
	return v * unit
}

type act struct {
	side           int
	rhythm         rhythm
	size, reply    sizer
	wait           Range
	p              float64
	times          Range
	confirm        int
	closed, answer bool
}

// Service is an instance of a program, with numbers of its own.
type Service struct {
	*Program
	wire            *Wire
	acts            []act
	life            Range
	gap             rhythm
	port            uint16
	servers         []string
	stacks          []*tcp.Stack
	paths           []tcp.Path
	keep            [2]int64
	nagle           [2]bool
	shots, par      int
	retry           Retry
	outages         [][2]int64
	outage, closing int // how it fails, and who closes
	vary            float64
}

// NewService draws an instance.
func NewService(r *rand.Rand, p *Program, until int64, near string) *Service {
	s := &Service{Program: p, wire: NewWire(r, p.wire), retry: RandomRetry(r), par: p.par.Int(r), shots: p.shots.Int(r), closing: r.IntN(5)}
	port, _ := strconv.Atoi(p.ports[r.IntN(len(p.ports))])
	if port == 0 {
		port = 1024 + r.IntN(31000)
	}
	s.port = uint16(port)
	for range 1 + r.IntN(4) {
		s.servers = append(s.servers, Address(r, p.place, near))
		s.stacks = append(s.stacks, tcp.RandomStack(r, map[bool]float64{true: .6, false: .01}[p.device]))
		s.paths = append(s.paths, RandomPath(r, p.place))
	}
	s.keep = [2]int64{RandomKeep(r), RandomKeep(r)}
	s.nagle = [2]bool{r.IntN(4) == 0, r.IntN(4) == 0}
	for _, h := range p.hello {
		s.wire.Steps = append(s.wire.Steps, Step{h.side, s.wire.Size(h.side, h.size.Int(r)), 0})
	}
	for _, a := range p.acts {
		if r.Float64() < .12 && len(p.acts) > 1 && !a.closed { // not every instance does all
			continue
		}
		n := act{side: a.side, rhythm: newRhythm(r, a.kind, a.gap), size: newSizer(r, a.size), p: a.p.Draw(r), answer: a.answered,
			times: Range{1, a.times.Draw(r)}, closed: a.closed || a.answered && r.IntN(2) == 0, confirm: a.confirm.Int(r)}
		n.reply = newSizer(r, a.reply)
		w := a.wait.Draw(r)
		n.wait = Range{w, w * []float64{1, 1.05, 1.5, 4}[r.IntN(4)]}
		n.rhythm.day = p.day.Draw(r)
		s.acts = append(s.acts, n)
	}
	life := p.life.Draw(r)
	s.life = Range{life, life * []float64{1, 1, 1.5, 5}[r.IntN(4)]}
	kind := []string{"every", "every", "poisson", "heavy", "burst", "clock"}[r.IntN(6)]
	s.gap = newRhythm(r, kind, p.gap)
	s.gap.day = p.day.Draw(r)
	if r.IntN(3) == 0 {
		s.vary = Range{.05, .8}.Draw(r)
	}
	s.outage = r.IntN(5)
	s.slow(Range{4e3, 7e4}.Draw(r))
	if r.Float64() < .12 {
		for range 1 + r.IntN(3) {
			t := int64(r.Float64() * float64(until))
			s.outages = append(s.outages, [2]int64{t, t + Range{20, 10800}.Duration(r)})
		}
	}
	return s
}

// slow stretches the rhythms of a service that would take more than so many
// packets a day.
func (s *Service) slow(limit float64) {
	const day = 86400.0
	limit /= (s.Peers.Low + s.Peers.High) / 2 * float64(s.par)
	packets := func(z sizer) float64 { return 1 + z.base/900 }
	sum := 0.0
	for i := range s.acts {
		a := &s.acts[i]
		n, gap := packets(a.size)*(1+a.times.High)/2, max(a.rhythm.mean(), .001)
		if a.answer {
			n += a.p*packets(a.reply) + .3
		} else {
			n++
		}
		if a.closed {
			gap += (a.wait.Low + a.wait.High) / 2
		}
		if s.shots > 0 && i == 0 {
			sum += n * float64(1+s.shots) / 2 * day / (s.gap.mean() + gap)
		} else if s.shots == 0 && a.rhythm.kind != "open" {
			sum += n * day / gap
		}
	}
	if s.shots > 0 {
		sum += (8 + float64(len(s.wire.Steps))*1.5) * day / max(s.gap.mean(), .1)
	} else if s.life.High > 0 {
		sum *= s.life.Low / (s.life.Low + s.gap.mean())
	}
	if sum <= limit {
		return
	}
	if s.shots > 0 || s.life.High > 0 && s.gap.gap > 600 { // more seldom
		s.gap.gap *= sum / limit
		return
	}
	for i := range s.acts {
		s.acts[i].rhythm.gap *= sum / limit
	}
}

// state tells how the service answers at t, and when that ends.
func (s *Service) state(t int64, always tcp.State) tcp.State {
	if always != tcp.Up {
		return always
	}
	for _, o := range s.outages {
		if t >= o[0] && t < o[1] {
			return []tcp.State{tcp.Down, tcp.Down, tcp.Dead, tcp.Down, tcp.Dead}[s.outage]
		}
	}
	return tcp.Up
}

// Use lets a host use the service (or serve it, if its clients come from
// outside) for the whole log, and gives the remote addresses.
func (s *Service) Use(h *Host) []string {
	var remotes []string
	r := h.Rand
	n := s.Peers.Int(r)
	for range n {
		k := r.IntN(len(s.servers))
		l := &Link{Host: h, Remote: s.servers[k], RemotePort: s.port, Peer: s.stacks[k], Path: s.paths[k], Keep: s.keep, Nagle: s.nagle, UDP: s.Program.wire == "udp"}
		if s.in {
			l.Client, l.LocalPort, l.RemotePort = tcp.Remote, s.port, 0
			l.Path, l.Peer = RandomPath(r, s.place), tcp.RandomStack(r, .05)
		} else if l.UDP && r.IntN(3) > 0 {
			l.LocalPort = l.Port()
		}
		if s.in || n > 1 {
			l.Remote = Address(r, s.place, h.IP)
		}
		if h.Knows(l.Remote) || l.Remote == h.IP {
			continue
		}
		remotes = append(remotes, l.Remote)
		always := tcp.Up
		if s.fail || r.Float64() < .015 {
			always = []tcp.State{tcp.Down, tcp.Dead, tcp.Denied}[r.IntN(3)]
		}
		speed := 1.0
		if s.vary > 0 {
			speed = Range{1 / (1 + 2*s.vary), 1 + 2*s.vary}.Draw(r)
		}
		for range s.par {
			s.drive(l, always, speed)
		}
	}
	return remotes
}

func (s *Service) drive(l *Link, always tcp.State, speed float64) {
	r := l.Rand
	gap := s.gap
	gap.phase = l.Night
	acts := make([]act, len(s.acts))
	copy(acts, s.acts)
	for i := range acts {
		acts[i].rhythm.gap *= speed
		acts[i].rhythm.phase = l.Night
	}
	var pace rhythmState
	t := int64(r.Float64() * min(s.gap.gap, float64(l.Log.Until)/1e6) * 1e6)
	if s.lasting && r.IntN(4) > 0 { // it has been there for long; begins within the first minute
		t = int64(r.Float64() * float64(flow.Minute))
	}
	failures, patience := 0, Range{3, 300}.Duration(r)
	for t < l.Log.Until {
		app := &session{Service: s, acts: acts, client: l.Client, states: make([]rhythmState, len(acts))}
		end, ok := l.Dial(t, app, s.state(t, always))
		switch {
		case !ok:
			failures++
			wait := s.retry.Wait(r, failures)
			if !s.lasting && failures%4 == 0 || s.lasting && failures > 60 && always == tcp.Up {
				wait = max(wait, gap.next(r, end, &pace))
			}
			if failures > 100 { // even the most eager ones are not so for a day
				wait = max(wait, patience)
			}
			t = end + wait
		case s.lasting && (app.cut || s.Program.gap.High == 0):
			failures = 0
			t = end + s.retry.Wait(r, 1)
		default:
			failures = 0
			if t += gap.next(r, t, &pace); t <= end {
				t = end + gap.next(r, end, &pace)
			}
		}
	}
}

// UDP tells whether the service is one of datagrams.
func (s *Service) UDP() bool { return s.Program.wire == "udp" }
