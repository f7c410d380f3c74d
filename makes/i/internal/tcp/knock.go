package tcp

import "makes/i/internal/rnd"

// Fault is why a service cannot be used.
type Fault int

// The faults of services.
const (
	Dead    Fault = iota // no host answers
	Refused              // the host has no such service
	Denied               // a security group or network ACL rejects it
	Slam                 // accepts, and ends at the first message
	Mute                 // accepts, and answers nothing
	Kick                 // answers the first message with an error, and ends
)

// Knock tries to open a connection to a service with a fault and tells when
// the client knows that it failed.
func (p *Path) Knock(t float64, from, to End, why Fault, patience float64, hello int) float64 {
	switch why {
	case Slam:
		c, t := p.Dial(t, from, to)
		t = c.Send(t, Client, hello) + c.Lag(Server)
		if p.R.Chance(0.5) {
			c.Reset(t, Server)
			return t
		}
		return c.Close(t+p.R.Exp(0.05), Server)
	case Kick:
		c, t := p.Dial(t, from, to)
		t = c.Ask(t+0.001, Client, hello, p.R.Exp(0.02), 40+hello/3)
		return c.Close(t+p.R.Exp(0.02), Side(p.R.IntN(2)))
	case Mute:
		c, t := p.Dial(t, from, to)
		t = c.Send(t, Client, hello) + patience
		if p.R.Chance(0.3) {
			c.Reset(t, Client)
			return t
		}
		return c.Close(t, Client)
	}
	c := p.conn(from, to, why == Denied)
	defer c.Drop()
	if why == Refused {
		tries := 1
		if from.Stack.Windows {
			tries = 3 // half a second apart, though reset
		}
		for n := range tries {
			at := t + float64(n)*(0.5+p.RTT)
			c.out[Client].Add(at, 1, c.syn(Client))
			c.out[Server].Add(at+p.Lag(Server), 1, 40)
		}
		return t + float64(tries-1)*0.5 + p.RTT
	}
	waits := []float64{1, 2, 4, 8, 16, 32, 64}
	if from.Stack.Linear {
		waits = []float64{1, 1, 1, 1, 1, 2, 4, 8, 16, 32, 64}
	}
	if from.Stack.Windows {
		waits = []float64{1, 2, 4, 8, 6}
	}
	stop := t + patience
	for _, wait := range waits {
		if t >= stop {
			break
		}
		c.out[Client].Add(t, 1, c.syn(Client))
		t += wait
	}
	return min(t, stop)
}

// Retry is how a client goes on after a failure.
type Retry struct {
	Wait, Factor, Most float64 // first pause, growth, longest
	Jitter             float64 // share of the pause
	Patience           float64 // with one try
	Round              int     // tries in quick succession
	Gap                float64 // between them
	Hello              int     // bytes of the first message
}

// DrawRetry draws a way to retry out of those in use.
func DrawRetry(r rnd.R) Retry {
	return Retry{
		Wait:   rnd.Pick(r, 1, 2, 3, 5, 5, 7.5, 8, 10, 10, 15, 20, 30, 30, 45, 60, 60, 90, 120, 180, 300, 600, 900, 1800, 3600),
		Factor: rnd.Pick(r, 1, 1, 1, 1, 1.3, 1.5, 1.618, 2, 2), Most: rnd.Pick(r, 10.0, 30, 60, 120, 300, 900, 3600),
		Jitter: rnd.Pick(r, 0, 0, 0, 0.05, 0.1, 0.3, 0.5, 1), Patience: rnd.Pick(r, 1.0, 2, 3, 5, 5, 10, 15, 20, 30, 60, 130, 130),
		Round: rnd.Pick(r, 1, 1, 1, 1, 2, 3, 4), Gap: r.In(rnd.Span{0.05, 5}), Hello: r.Int(rnd.Span{30, 600}),
	}
}

// Run tries from one time to another. Each try has a port of its own.
func (v Retry) Run(p *Path, t, until float64, from, to End, why Fault, port func() uint16) float64 {
	for wait := v.Wait; t < until; {
		for n := 0; n < v.Round && t < until; n++ {
			from.Port = port()
			t = p.Knock(t, from, to, why, v.Patience, v.Hello) + v.Gap
		}
		t += max(0.05, wait*(1+v.Jitter*(p.R.Float64()-0.5))-v.Gap)
		wait = min(wait*v.Factor, max(v.Most, v.Wait))
	}
	return t
}
