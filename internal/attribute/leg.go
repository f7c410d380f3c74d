package attribute

import (
	"net/netip"
	"slices"

	"davy/biflow"
	"davy/detect"
)

// Legs are what has to be known of pairs beside their findings. The zero value is
// ready.
type Legs struct {
	of map[string]*leg // by id of the finding

	// Of the interface at hand:
	at     string
	found  []*leg
	passed []passed
	many   bool // there were more
}

// A leg is a finding's part in the way of its traffic.
type leg struct {
	passed
	managed bool   // by AWS
	alone   []port // the client's, where it had but one connection

	// Where the interface translates: who is known to speak to the remote through it,
	// or, of one of these, that it also speaks to it by itself.
	clients    []netip.Addr
	translates bool
}

// passed is a pair of an interface.
type passed struct {
	local, remote netip.Addr
	from, to      int64 // epoch seconds, the end excluded
	stands        biflow.Stands
	server        biflow.Side // which side holds the service
}

// A port is one that the client had from one second to before another.
type port struct {
	from, to int64
	number   uint16
}

// most pairs of an interface are looked through for a gateway's clients. Of an
// interface with more it is not said who is behind it.
const most = 1 << 16

// See notes a pair that was judged, and whether its finding is among those that are to
// be merged. Pairs come in the order of [biflow.Table.Pairs].
func (l *Legs) See(p *biflow.Pair, f *detect.Finding, found bool) {
	if p.Interface != l.at {
		l.leave()
		l.at = p.Interface
	}
	n := len(p.Windows)
	if n == 0 {
		return
	}
	way := passed{p.Local, p.Remote, p.Windows[0].Start, p.Windows[n-1].Start + biflow.Seconds, p.Stands, p.Server}
	if len(l.passed) < most {
		l.passed = append(l.passed, way)
	} else {
		l.many = true
	}
	if !found || f.Verdict == detect.None {
		return
	}
	one := &leg{passed: way, managed: p.Owner.Managed(), alone: alone(p.Windows)}
	if l.of == nil {
		l.of = make(map[string]*leg)
	}
	l.of[f.ID] = one
	l.found = append(l.found, one)
}

// alone are the ports of a client that had one connection at a time.
func alone(windows []biflow.Window) (out []port) {
	for i := range windows {
		w := &windows[i]
		if w.ClientPort == 0 {
			continue
		}
		end := w.Start + biflow.Seconds
		if n := len(out); n > 0 && out[n-1].number == w.ClientPort && out[n-1].to == w.Start {
			out[n-1].to = end
			continue
		}
		out = append(out, port{w.Start, end, w.ClientPort})
	}
	return out
}

// leave works out what can be known when all pairs of an interface have been seen.
func (l *Legs) leave() {
	byRemote := make(map[netip.Addr][]*passed)
	if len(l.found) > 0 {
		for i := range l.passed {
			byRemote[l.passed[i].remote] = append(byRemote[l.passed[i].remote], &l.passed[i])
		}
	}
	for _, one := range l.found {
		for _, p := range byRemote[one.remote] {
			switch {
			case p.local == one.local || !p.during(&one.passed):
			case one.speaks() && p.asks() && !l.many:
				one.clients = append(one.clients, p.local)
			case one.asks() && p.speaks():
				one.translates = true
			}
		}
	}
	for _, one := range l.found {
		slices.SortFunc(one.clients, netip.Addr.Compare)
	}
	l.found, l.passed, l.many = nil, l.passed[:0], false
}

// during tells whether two pairs have time in common.
func (p *passed) during(q *passed) bool { return p.from < q.to && q.from < p.to }

// hands tells that the interface stands for the peer, towards local.
func (p *passed) hands() bool { return p.stands&biflow.ForRemote != 0 }

// asks tells that the interface stands for a server, towards local. If it also speaks
// to the server by itself, it translates. (By which port is not said: a gateway takes
// any above 1023, so that the server's may be the higher one.)
func (p *passed) asks() bool { return p.hands() && p.server != biflow.LocalSide }

// speaks tells that both addresses are the interface's and the peer's own.
func (p *passed) speaks() bool { return p.stands == 0 }

// onTheWay tells that the interface is not the local end's own.
func (o *leg) onTheWay() bool { return o.hands() || o.stands&biflow.ForLocal != 0 && o.managed }

// connected tells whether both saw one connection: for most of the time in which each
// saw the client with one port alone, it was the same.
func (o *leg) connected(p *leg) bool {
	var same, other int64
	for a, b := o.alone, p.alone; len(a) > 0 && len(b) > 0; {
		if both := min(a[0].to, b[0].to) - max(a[0].from, b[0].from); both > 0 {
			if a[0].number == b[0].number {
				same += both
			} else {
				other += both
			}
		}
		if a[0].to < b[0].to {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return same > other
}
