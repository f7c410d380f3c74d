package wire

import "makes/b/internal/flowlog"

// Proc is a running program with its own clock.
type Proc struct {
	Rand
	Host  *Host
	Now   float64
	End   float64
	Label Label
	quit  bool
}

// Wait lets time pass.
func (p *Proc) Wait(seconds float64) { p.Now += seconds }

// Alive tells whether the log goes on.
func (p *Proc) Alive() bool { return p.Now < p.End }

// Fork runs something beside the program, from now on, with a clock of its own.
func (p *Proc) Fork(f func(*Proc)) {
	q := *p
	f(&q)
}

// Idle waits for a person: mean seconds at the busiest time, longer at night.
func (p *Proc) Idle(mean float64) { p.Wait(p.idleGap(mean)) }

func (p *Proc) idleGap(mean float64) float64 {
	const look = 1800
	gap := 0.0
	for p.Now+gap < p.End {
		g := p.Exp(mean) / activity(p.Now+gap, p.Host.Zone)
		if g < look {
			return gap + g
		}
		gap += look
	}
	return gap + look
}

// Inside is a private machine of a service, Outside a public one.
func (p *Proc) Inside(service string, machines int) *Peer {
	return p.Host.World.Service(p.Rand, service, machines, true)
}

func (p *Proc) Outside(service string, machines int) *Peer {
	return p.Host.World.Service(p.Rand, service, machines, false)
}

// Duty is something a program does again and again.
type Duty struct {
	Gap func() float64
	Do  func()
}

// Every does something periodically, with some jitter.
func (p *Proc) Every(seconds, jitter float64, do func()) Duty {
	return Duty{func() float64 { return p.Near(seconds, jitter) }, do}
}

// Randomly does something at random times.
func (p *Proc) Randomly(mean float64, do func()) Duty {
	return Duty{func() float64 { return p.Exp(mean) }, do}
}

// ByDay does something at random times, more often when people are busy.
func (p *Proc) ByDay(mean float64, do func()) Duty {
	return Duty{func() float64 { return p.idleGap(mean) }, do}
}

// Quit ends the Run in progress after the present duty.
func (p *Proc) Quit() { p.quit = true }

// Run does duties, each at its times, until the given time.
func (p *Proc) Run(until float64, duties ...Duty) {
	until = min(until, p.End)
	p.quit = false
	next := make([]float64, len(duties))
	for i, d := range duties {
		next[i] = p.Now + d.Gap()
	}
	for !p.quit {
		first := -1
		for i, t := range next {
			if t < until && (first < 0 || t < next[first]) {
				first = i
			}
		}
		if first < 0 {
			p.Now = max(p.Now, until)
			return
		}
		p.Now = max(p.Now, next[first])
		duties[first].Do()
		next[first] = p.Now + duties[first].Gap()
	}
	p.quit = false // not for the Run that this one may be part of
}

// Datagram sends a UDP request and gets an answer (none if 0).
func (p *Proc) Datagram(peer *Peer, port uint16, request, answer int) {
	lport := p.Host.ephemeral(p.Rand)
	out := newFlow(p.Host, peer.Addr, &p.Label, true, lport, port, flowlog.UDP, flowlog.Accept)
	out.add(p.Now, 1, request+28)
	out.flush()
	p.Wait(peer.RTT + p.Exp(peer.Slow))
	if answer > 0 {
		in := newFlow(p.Host, peer.Addr, &p.Label, false, lport, port, flowlog.UDP, flowlog.Accept)
		in.add(p.Now, 1, answer+28)
		in.flush()
	}
}

// Resolve looks a name up, if that leaves traces.
func (p *Proc) Resolve() {
	if p.Host.Resolver != nil {
		p.Datagram(p.Host.Resolver, 53, p.Int(32, 70), p.Int(60, 260))
	}
}
