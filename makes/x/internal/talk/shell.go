package talk

import (
	"makes/x/internal/layer"
	"makes/x/internal/rnd"
)

// Shell is a person typing at a remote machine, with an echo for every key
// and output for every command.
type Shell struct {
	Every  rnd.Span // seconds between logins
	Stay   rnd.Span // seconds of a login
	Key    Size
	Output Size
	Alive  rnd.Span // seconds between the program's own probes
	Idle   rnd.Span // seconds between commands
}

type shell struct {
	every, stay float64
	key, output size
	alive, idle float64
}

// Draw implements Body.
func (s Shell) Draw(r *rnd.Rand) Player {
	return &shell{
		every: r.In(s.Every), stay: r.In(s.Stay), key: s.Key.draw(r), output: s.Output.draw(r),
		alive: r.In(s.Alive), idle: r.In(s.Idle),
	}
}

// Play implements Player.
func (p *shell) Play(e *Env) {
	t := e.From + e.R.Float64()*p.every*0.5
	for t < e.To {
		end := min(e.To, t+e.R.Exp(p.stay))
		st, at := e.Open(t, Manners{}, false)
		for _, n := range [...]int{21, 1100, 48, 450, 16, 52, 84, 500, 120} {
			at = st.Send(e.Client, at, n)
			at = st.Send(e.Server(), at+0.002, n+e.R.IntN(200))
		}
		at = p.work(e, st, at, end)
		if dead, when := st.Dead(); dead {
			at = when
		} else if end < e.To {
			st.Close(e.Client, end)
		}
		t = max(at, end) + e.R.Exp(p.every)/e.Busy(t)
	}
}

func (p *shell) work(e *Env, st *layer.Stream, t, end float64) float64 {
	alive := t + p.alive
	for t < end {
		next := t + e.R.Exp(p.idle)
		if e.R.Chance(0.05) {
			next += e.R.Exp(p.idle * 20)
		}
		for p.alive > 0 && alive < min(next, end) {
			at := st.Send(e.Client, alive, 64)
			st.Send(e.Server(), at, 52)
			alive += p.alive
		}
		if next >= end {
			return end
		}
		t = next
		for range 2 + e.R.IntN(20) {
			at := st.Send(e.Client, t, p.key.next(e.R))
			st.Send(e.Server(), at+0.0005, p.key.next(e.R))
			t += e.R.Log(0.06, 0.5)
		}
		t = st.Send(e.Server(), t+e.R.Exp(0.2), p.output.next(e.R))
		alive = t + p.alive
		if dead, _ := st.Dead(); dead {
			return t
		}
	}
	return t
}

// Broken is a program whose service is gone or denied, and which tries on.
type Broken struct {
	Pause rnd.Span // seconds between attempts
	Grow  float64  // factor by which pauses grow
	Most  float64  // longest pause
	Tries rnd.Span // attempts in a row before a long pause
	Rest  rnd.Span // that long pause
	Ways  []Way    // what happens to an attempt
}

// Way is how an attempt fails.
type Way int

// The ways to fail.
const (
	Refuse     Way = iota // a RST comes back
	Silence               // nothing comes back
	Egress                // the security group drops the SYN
	Return                // a network ACL drops the answer
	Turned                // the server takes the connection and closes it
	Unreadable            // the handshake is cut by a filter
)

type broken struct {
	pause, grow, most float64
	tries             int
	rest              float64
	way               Way
	limit             float64
	said, told        int
}

// Draw implements Body.
func (s Broken) Draw(r *rnd.Rand) Player {
	return &broken{
		pause: r.In(s.Pause), grow: max(1, s.Grow), most: s.Most, tries: r.Count(s.Tries),
		rest: r.In(s.Rest), way: rnd.Pick(r, s.Ways),
		limit: rnd.Pick(r, []float64{0, 1, 3, 5, 10, 20, 30, 60}),
		said:  int(r.Log(40, 700)), told: int(r.Log(20, 600)),
	}
}

// Play implements Player.
func (p *broken) Play(e *Env) {
	t := e.From + e.R.Float64()*p.pause
	pause := p.pause
	for n := 1; t < e.To; n++ {
		t = Attempt(e, p.way, t, p.limit, p.said, p.told)
		t += pause * e.R.Between(0.9, 1.1)
		pause = min(pause*p.grow, max(p.most, p.pause))
		if p.tries > 0 && n%p.tries == 0 {
			t += p.rest
			pause = p.pause
		}
	}
}
