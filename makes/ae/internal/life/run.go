package life

import (
	"math"

	"makes/ae/internal/estate"
	"makes/ae/internal/layer"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// client is one program on one host that uses a service.
type client struct {
	*service
	r    rnd.R
	host *estate.Host
	firm *estate.Firm
	to   *estate.Host // the server it keeps to
}

// run is the whole log of one client.
func (c *client) run() {
	end := c.w.Net.End()
	switch c.kind.life {
	case "keep", "max":
		c.stay(-1, end, c.sticky && c.r.P(.93))
	case "day":
		for at := c.firm.Clock(-90000, 0); at < end; at += 86400 {
			from := at + (8.3+.8*c.r.NormFloat64())*3600
			if c.r.P(c.firm.Busy(from + 3*3600)) {
				c.stay(from, from+c.r.Uni(6, 10)*3600, false)
			}
		}
	case "sess":
		for t := c.r.Exp(7200); t < end; t += 60 + c.r.Exp(9000) {
			if c.r.P(.1 + c.firm.Busy(t)) {
				t = c.once(t, t+min(c.r.LogN(c.life, .8), 40*c.life))
			}
		}
	case "per":
		b := newBeat(c.r, &c.per, c.firm, nil)
		for t := b.first(c.r, 0, true); t < end; {
			done := c.once(t, t+600)
			t = max(b.next(c.r, t), done)
		}
	case "batch":
		for at := c.firm.Clock(-1, c.life); at < end; at += 86400 {
			t := at + c.r.Exp(400)
			c.once(t, t+c.r.Log(300, 9000))
		}
	}
}

// stay keeps a connection up, and comes back whenever it is lost.
func (c *client) stay(t, until float64, sticky bool) {
	if t < 0 {
		t = 0
		if !sticky {
			t = c.r.Exp(4000)
		}
	}
	wait := c.wait
	for t < until {
		leave := until
		if c.kind.life == "max" {
			leave = min(until, t+c.life*c.r.Uni(.97, 1.03))
			if sticky {
				leave = min(until, t+c.life*c.r.Float64())
			}
		}
		from := t
		t = c.connect(t, leave, sticky)
		sticky = false
		if t-from > 60 {
			wait = c.wait
		}
		t += wait * c.r.Uni(.9, 1.1)
		if c.cap > 0 {
			wait = min(wait*2, c.cap)
		}
	}
}

// once opens a connection for one purpose, with few tries.
func (c *client) once(t, until float64) float64 {
	for range 3 {
		tr := c.service.trouble(t)
		t = c.connect(t, until, false)
		if tr == nil || t > until {
			break
		}
		t += c.wait
	}
	return t
}

// connect is one connection, or the try at one, up to its end.
func (c *client) connect(t, until float64, resumed bool) float64 {
	if c.to == nil || c.r.P(.4) || t >= c.moved {
		c.to = c.service.server(c.r, t)
	}
	if c.w.Mines(c.host.IP, c.to.IP) || c.host == c.to {
		return until
	}
	tr := c.service.trouble(t)
	path := estate.Between(c.r, c.host, c.to)
	path.Forget, path.Reset = c.forget, c.reset
	ends := [2]tcp.End{c.host.End.With(c.sockets[0]), c.to.End.With(c.sockets[1])}
	wire := c.w.Connect(c.r, c.host, c.to, c.host.Port(), c.port, ends, path, tr != nil && tr.how == refusal)
	defer wire.Flush()
	c.w.Label(c.host, c.to, func(iface string) string { return "benign\t" + c.kind.name + "\t" + iface })
	stream := layer.On(wire.Conn, c.wrap)
	if tr != nil {
		return c.fail(stream, t, tr.how)
	}
	if resumed {
		stream.Resume(t - c.r.Exp(20))
	} else {
		t = stream.Start(c.r, t)
	}
	cut, by := c.cut(t, c.host)
	last := c.talk(stream, t, min(until, cut), resumed)
	if !stream.Open() {
		return max(last, t)
	}
	end := max(last, min(until, cut))
	if c.kind.life == "per" {
		end = last
	}
	if end >= c.w.Net.End() {
		wire.Wait(c.w.Net.End())
		return end
	}
	return c.part(stream, end, cut <= until, by)
}

// fail is a connection to a server in trouble.
func (c *client) fail(s *layer.Stream, t float64, how int) float64 {
	first := &c.streams[0]
	n := first.steps[0].size.draw(c.r, 1)
	switch how {
	case resets:
		return s.Refused(t)
	case expired: // an alert, since the certificate is too old
		t = s.Start(c.r, t)
		t = s.Send(t+.001, tcp.Up, c.r.Int(7, 31))
		return s.Close(t, tcp.Up, c.r.P(.3))
	case denied: // somebody is there, but not for this client
		t = s.Start(c.r, t)
		t = s.Say(t+.001, tcp.Up, n)
		t = s.Say(t+c.r.Uni(.002, .2), tcp.Down, c.r.Int(20, 220))
		return s.Close(t, tcp.Down, c.r.P(.2))
	case mute: // a program that hangs, while its system still answers
		t = s.Start(c.r, t)
		s.Say(t+.001, tcp.Up, n)
		return s.Close(t+c.patience, tcp.Up, c.r.P(.5))
	}
	return s.Silent(t, c.patience)
}

// part ends a connection as it is ended in life.
func (c *client) part(s *layer.Stream, t float64, cut bool, by int) float64 {
	tr := c.service.trouble(t + .001)
	switch {
	case cut && tr != nil && tr.how == silence: // the line is cut, not the connection
		return s.Vanish(t+c.r.Exp(20), tcp.Up, c.r.Int(20, 300), min(c.patience*4, tr.to-t))
	case cut && by == tcp.Up:
		if c.r.P(.5) {
			s.Close(t, tcp.Up, true)
		}
		return t + c.r.Log(20, 400)
	case cut && c.r.P(.2): // the server is gone and the client does not know
		return s.Vanish(t+c.r.Exp(20), tcp.Up, c.r.Int(20, 300), c.patience*4)
	case cut:
		return s.Close(t, tcp.Down, c.r.P(.3))
	}
	return s.Close(t, rnd.Pick(c.r, tcp.Up, tcp.Up, tcp.Down), c.r.P(c.rude))
}

// due is a message that a program will say as part of an exchange.
type due struct {
	at   float64
	dir  int
	size int
}

// talk lets all streams of a connection speak until a time. It gives the time
// of the last word.
func (c *client) talk(s *layer.Stream, t, until float64, resumed bool) float64 {
	beats := make([]*beat, len(c.streams))
	at := make([]float64, len(c.streams))
	brief := c.kind.life == "per"
	for i := range c.streams {
		beats[i] = newBeat(c.r, &c.streams[i], c.firm, c.feeds[i])
		at[i] = beats[i].first(c.r, t, resumed)
		if brief {
			at[i] = t + .001*float64(i+1)
		}
	}
	last := [2]float64{t, t}
	until = min(until, c.w.Net.End())
	var queue []due
	for s.Open() {
		next, which := until, -1
		for i := range beats {
			if c.streams[i].beat == "idle" && !brief {
				at[i] = last[c.streams[i].who] + c.streams[i].period
			}
			if at[i] < next {
				next, which = at[i], i
			}
		}
		if len(queue) > 0 && queue[0].at <= next {
			d := queue[0]
			queue = queue[1:]
			s.Say(d.at, d.dir, d.size)
			last[d.dir] = d.at
			continue
		}
		if which < 0 {
			break
		}
		b := beats[which]
		var done float64
		queue, done = c.exchange(queue, b, next, s.RTT())
		if b.s.who == tcp.Down || b.s.beat == "wall" {
			done = next // does not wait for what the client makes of it
		}
		at[which] = b.next(c.r, done)
		if brief {
			at[which] = math.Inf(1)
		}
		last[b.s.who] = max(last[b.s.who], next)
	}
	return max(last[0], last[1])
}

// exchange puts the steps of a stream into the queue, and tells when the last
// of them is said.
func (c *client) exchange(queue []due, b *beat, t, rtt float64) ([]due, float64) {
	dir, from := b.s.who, c.r
	if b.s.beat == "feed" { // all clients get the same
		from = rnd.New(uint64(t), uint64(c.port))
	}
	for i := range b.s.steps {
		p := &b.s.steps[i]
		if p.prob < 1 && !c.r.P(p.prob) {
			break
		}
		d := b.s.who
		if p.back {
			d = 1 - d
		}
		if i > 0 {
			t += c.r.Uni(p.lo, p.hi)
			if d != dir {
				t += rtt / 2
			}
		}
		dir = d
		n := p.count
		if n > 1 {
			n = 1 + c.r.IntN(2*n-1)
		}
		for range n {
			queue = insert(queue, due{t, d, p.size.draw(from, b.n)})
			if t += .0004; p.hi > .05 {
				t += c.r.Uni(p.lo, p.hi) // progress, not one answer in parts
			}
		}
	}
	return queue, t
}

func insert(queue []due, d due) []due {
	queue = append(queue, d)
	for i := len(queue) - 1; i > 0 && queue[i].at < queue[i-1].at; i-- {
		queue[i], queue[i-1] = queue[i-1], queue[i]
	}
	return queue
}
