package sim

import (
	"makes/a/internal/flowlog"
	"makes/a/internal/rnd"
)

// Proc is a running program: a clock of its own, and what it may do.
type Proc struct {
	Host   *Host
	R      *rnd.Rand
	Label  flowlog.Label
	Now    float64
	End    float64
	run    func(*Proc)
	hello  int // bytes of its TLS client hello
	resume bool
	known  map[*Peer]bool // peers it holds a TLS session ticket of
}

// Running tells whether the program's time is not over yet.
func (p *Proc) Running() bool { return p.Now < p.End }

// Sleep lets time pass.
func (p *Proc) Sleep(seconds float64) { p.Now += max(seconds, 0.0005) }

// Busy waits: an exponential wait, longer when people are away.
func (p *Proc) Busy(mean float64) float64 {
	return p.R.Exp(mean) / p.Host.Busy(p.Now)
}

// Fork runs another thread of the program, from now on.
func (p *Proc) Fork(run func(*Proc)) {
	q := &Proc{Host: p.Host, R: p.R.Split(), Label: p.Label, Now: p.Now, End: p.End, run: run}
	p.Host.queue = append(p.Host.queue, q)
}

// Aside does something that takes time without holding the program up.
func (p *Proc) Aside(do func()) {
	now := p.Now
	do()
	p.Now = now
}

// Site picks a public server of the named service.
func (p *Proc) Site(name string) *Peer { return p.Host.World.Site(p.R, name) }

// Inner picks a private server of the named service.
func (p *Proc) Inner(name string) *Peer { return p.Host.World.Inner(p.R, name) }

// Timer does something again and again.
type Timer struct {
	At  float64
	Gap func() float64
	Do  func()
}

// Each makes a timer whose first turn is one gap from now.
func (p *Proc) Each(gap func() float64, do func()) *Timer {
	return &Timer{At: p.Now + gap(), Gap: gap, Do: do}
}

// Tick makes a timer of a fixed period with a little jitter, in any phase.
func (p *Proc) Tick(period float64, do func()) *Timer {
	t := p.Each(func() float64 { return period + p.R.Exp(0.002+period*0.001) }, do)
	t.At = p.Now + period*p.R.U(0, 1)
	return t
}

// Random makes a timer with exponential waits.
func (p *Proc) Random(mean float64, do func()) *Timer {
	return p.Each(func() float64 { return p.R.Exp(mean) }, do)
}

// Human makes a timer with waits that follow the hours of people.
func (p *Proc) Human(mean float64, do func()) *Timer {
	return p.Each(func() float64 { return p.Busy(mean) }, do)
}

// Serve runs timers until a time, or until the connection is closed.
func (c *Conn) Serve(until float64, timers ...*Timer) {
	p := c.p
	until = min(until, p.End)
	for c.open {
		var next *Timer
		for _, t := range timers {
			if next == nil || t.At < next.At {
				next = t
			}
		}
		if next == nil || next.At >= until {
			p.Now = max(p.Now, until)
			return
		}
		p.Now = max(p.Now, next.At)
		c.settle(p.Now)
		at := next.At
		next.Do()
		if next.At == at { // the turn may have set the next one itself
			next.At = max(at+next.Gap(), p.Now)
		}
	}
}

// Lookup asks the resolver for a name; the resolver of the cloud is not logged.
func (p *Proc) Lookup() {
	h := p.Host
	if h.resolve == nil {
		return
	}
	f := h.Log.Open(flowlog.Key{Remote: h.resolve.Addr, LocalPort: h.ephemeral(), RemotePort: 53, Proto: flowlog.UDP})
	n := p.R.Int(1, 2) // A, and maybe AAAA
	f.Add(true, p.Now, n, n*p.R.Int(56, 92))
	p.Sleep(h.resolve.RTT + p.R.Exp(0.004))
	f.Add(false, p.Now, n, n*p.R.Int(88, 260))
}

// Datagrams exchanges UDP messages with a peer.
func (p *Proc) Datagrams(to *Peer, port uint16, out, in int) {
	f := p.Host.Log.Open(flowlog.Key{Remote: to.Addr, LocalPort: p.Host.ephemeral(), RemotePort: port, Proto: flowlog.UDP})
	f.Add(true, p.Now, 1, out+28)
	if in > 0 {
		f.Add(false, p.Now+to.RTT, 1, in+28)
	}
}
