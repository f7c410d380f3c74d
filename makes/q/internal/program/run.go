package program

import (
	"fmt"
	"slices"
	"strings"

	"makes/q/internal/dice"
	"makes/q/internal/wire"
	"makes/q/internal/world"
)

// Fleet gives hosts their programs.
type Fleet struct {
	world  *world.World
	table  []*Program
	shared map[string]*service
	size   int // services of a program that hosts share
}

// NewFleet reads the table.
func NewFleet(w *world.World, hosts int) (*Fleet, error) {
	table, err := read()
	return &Fleet{w, table, map[string]*service{}, 2 + min(hosts/12, 30)}, err
}

var roles = []string{"w", "w", "m", "d", "p", "g", "v", "b", "b", "b", "s", "k", "k", "a", "o", "o", "u"}

// Run runs a host's programs for the whole log.
func (f *Fleet) Run(h *world.Host) {
	d := h.Dice
	role, budget := dice.Pick(d, roles...), int(d.Scale(6, 30))
	second := ""
	if d.Odds(0.3) {
		second = dice.Pick(d, roles...)
	}
	var common, main, other []*Program
	for _, p := range f.table {
		switch {
		case slices.Contains(p.roles, "*"):
			common = append(common, p)
		case slices.Contains(p.roles, role) || second != "" && slices.Contains(p.roles, second):
			main = append(main, p)
		case len(p.streams) > 0 && p.dir == "out" || p.frail == 1:
			other = append(other, p)
		}
	}
	for _, list := range [][]*Program{common, main, other} {
		d.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
	all := slices.Concat(common[:d.IntN(len(common))], other[:d.Int(2, 9)], main)
	for _, p := range all {
		if budget <= 0 {
			return
		}
		n := min(int(d.Scale(p.pairs.lo, p.pairs.hi+0.99)), budget+8)
		if d.Odds(0.3) {
			n = (n + 2) / 3
		}
		budget -= 1 + n/3
		f.start(h, p, max(n, 1))
	}
}

// Node runs what a node of a chain says to other nodes.
func (f *Fleet) Node(h *world.Host) {
	for _, p := range f.table {
		if strings.HasSuffix(p.Name, "-p2p") && h.Dice.Odds(0.3) {
			f.start(h, p, h.Dice.Int(2, 8))
			return
		}
	}
}

func (f *Fleet) start(h *world.Host, p *Program, n int) {
	if p.shared {
		first := h.Dice.IntN(f.size)
		for i := range min(n, f.size) {
			s := f.service(p, (first+i)%f.size)
			f.pair(h, s, &s.peers[h.Dice.IntN(len(s.peers))])
		}
		return
	}
	s := p.service(f.world, dice.New(f.world.Seed, fmt.Sprint(p.Name, " of ", h.ENI)))
	for range n {
		peer := f.world.Peer(h.Dice, p.priv)
		f.pair(h, s, &peer)
	}
}

func (f *Fleet) service(p *Program, i int) *service {
	name := fmt.Sprint(p.Name, i)
	s := f.shared[name]
	if s == nil {
		d := dice.New(f.world.Seed, name)
		s = p.service(f.world, d)
		for range d.Int(1, 3) {
			s.peers = append(s.peers, f.world.Peer(d, p.priv))
		}
		f.shared[name] = s
	}
	return s
}

// session is a service with one peer of a host.
type session struct {
	*service
	host  *world.Host
	peer  *world.Peer
	in    bool
	tempo float64
	d     dice.Dice
}

func (f *Fleet) pair(h *world.Host, s *service, peer *world.Peer) {
	x := &session{s, h, peer, s.dir == "in" || s.dir == "peer" && h.Dice.Odds(0.5), h.Dice.Scale(0.6, 1.7), h.Dice}
	if s.shared || x.d.Odds(0.3) {
		x.tempo = 1
	}
	if !s.udp {
		h.Log.Label(h.Pair(peer) + "\tbenign\t" + s.Name + "\t" + h.ENI)
	}
	x.run()
}

func (x *session) run() {
	d, t, tries, until := x.d, 0.0, 0, x.host.End
	if x.Program.every.law == 0 {
		if d.Odds(0.75) {
			t = x.open(0, d.Float64(), true)
		} else {
			t = d.Float64() * min(x.gap.hi, x.host.End)
		}
	} else {
		t = d.Float64() * min(x.every.period*x.tempo, 0.9*x.host.End)
	}
	if x.brief && d.Odds(0.8) {
		t = max(t, d.Even(-0.1, 0.9)*x.host.End)
		until = min(until, t+d.Scale(300, 28800))
	}
	for t < until {
		if fate := x.fate(t); fate != wire.Fine {
			end := t
			if fate == wire.Turned {
				end = x.turned(t)
			} else {
				end = x.dial().Fail(t, fate, x.retry.patience)
			}
			if x.Program.every.law != 0 && !x.stubborn {
				t = max(end, t+x.every.next(d)*x.tempo)
			} else {
				t = end + x.retry.wait(d, tries)
			}
			tries++
			continue
		}
		tries = 0
		if x.day && !d.Odds(x.activity(t)) {
			t += max(x.every.next(d)*x.tempo, 0.5)
			continue
		}
		end := x.open(t, 1, false)
		if x.Program.every.law == 0 {
			t = end + d.Scale(x.gap.lo, x.gap.hi)
		} else if next := max(x.every.next(d), 0.05) * x.tempo; x.restful {
			t = max(t+next, end)
		} else {
			t = end + next
		}
	}
}

// turned is a service that is there, but does not want this client.
func (x *session) turned(t float64) float64 {
	pipe := &wire.Pipe{Conn: x.dial(), Layer: x.layer, Habit: x.habit}
	if x.udp || len(x.script) < 2 {
		return pipe.Fail(t, wire.Turned, x.retry.patience)
	}
	t = x.say(pipe, pipe.Ready(t), x.script[:2])
	pipe.Close(t+0.001, 1)
	return t
}

func (x *session) dial() *wire.Conn {
	port := x.port
	if x.raw {
		port = dice.Pick(x.d, x.d.Int(1, 65535), dice.Pick(x.d, x.ports...), x.port)
	}
	c := x.host.Dial(x.peer, max(port, 1), x.in, x.udp)
	for who, idle := range x.alive {
		c.KeepAlive(who, idle)
	}
	return c
}

// open is one connection, of which a share is still to come, and gives its
// end.
func (x *session) open(t, share float64, already bool) float64 {
	d, pipe := x.d, &wire.Pipe{Conn: x.dial(), Layer: x.layer, Habit: x.habit}
	end := t + d.Scale(x.stay.lo, x.stay.hi)*share
	if already {
		pipe.Assume(t)
	} else {
		t = x.say(pipe, pipe.Ready(t), x.script)
		end = max(end, t)
	}
	for _, trouble := range x.trouble {
		if trouble.from > t && trouble.from < end {
			end = trouble.from
		}
	}
	end = x.chat(pipe, t, end)
	switch p := d.Float64() * (x.over[0] + x.over[1] + x.over[2] + x.over[3]); {
	case end >= x.host.End:
		pipe.Stop(x.host.End)
	case p < x.over[0]:
		pipe.Close(end, 0)
	case p < x.over[0]+x.over[1]:
		pipe.Close(end, 1)
	case p < x.over[0]+x.over[1]+x.over[2]:
		pipe.Reset(end, d.IntN(2))
	default:
		pipe.Vanish(end, d.IntN(2), 100)
	}
	return end
}

func (x *session) chat(pipe *wire.Pipe, t, end float64) float64 {
	d := x.d
	talks := slices.Clone(x.talks)
	next := make([]float64, len(talks))
	for i := range talks {
		next[i] = t + talks[i].period*x.tempo*d.Float64()
		if talks[i].law == 'p' || talks[i].law == 'h' {
			next[i] = t + talks[i].next(d)*x.tempo
		}
	}
	end = min(end, x.host.End)
	for len(talks) > 0 {
		i := 0
		for j := range next {
			if next[j] < next[i] {
				i = j
			}
		}
		at := next[i]
		if at >= end {
			break
		}
		next[i] = at + max(talks[i].next(d)*x.tempo, 0.02)
		if talks[i].day && !d.Odds(x.activity(at)) {
			continue
		}
		// who waits for an answer does not ask again before it
		next[i] = max(next[i], x.say(pipe, at, talks[i].words)+0.001)
	}
	return end
}

// say lets words follow upon another, and gives the end.
func (x *session) say(pipe *wire.Pipe, t float64, words []word) float64 {
	local := 0
	if x.in {
		local = 1
	}
	for i, w := range words {
		if i > 0 && words[i-1].from != w.from {
			t += w.pause * x.d.Even(0.5, 1.5)
			if w.from != local {
				t += pipe.RTT
			}
		} else if i > 0 {
			t += min(w.pause, 0.01)
		}
		if count := x.d.Int(w.few, w.many); count > 1 {
			pipe.Many(t, w.from, count, max(w.size(x.d), 1))
		} else {
			t = pipe.Send(t, w.from, w.size(x.d))
		}
	}
	return t
}
