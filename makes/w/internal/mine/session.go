package mine

import (
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// session is a miner program at work, or the upstream side of a proxy.
type session struct {
	g       *rng.R
	prog    *program
	pools   []*pool
	sizes   []sizes
	via     []*transport // one for each pool, as their labels differ
	hash    float64      // hashes per second
	diff    float64      // difficulty that a proxy prescribes, zero to let the pool decide
	shifts  []span       // when it mines; empty for always
	begin   float64
	end     float64
	lookup  func(t float64)
	report  float64
	pause   float64
	tries   int
	fails   int
	at      int
	addr    int
	retreat float64 // when to go back to the first pool
}

// play runs the program until the end.
func (s *session) play() {
	s.pause = s.g.Between(s.prog.pause[0], s.prog.pause[1])
	s.tries = s.g.Int(s.prog.tries[0], s.prog.tries[1])
	if s.prog.reports {
		s.report = s.g.Between(s.prog.report[0], s.prog.report[1])
	}
	t := s.begin
	for t < s.end {
		on, until := s.shift(t)
		if !on {
			t = until
			continue
		}
		if s.at > 0 && t > s.retreat {
			s.at = 0
		}
		s.lookup(t)
		p := s.pools[s.at]
		s.addr = s.g.IntN(len(p.hosts))
		if fault, down := p.down(s.addr, t); down {
			t = s.failed(s.knock(t, fault))
			continue
		}
		s.fails = 0
		t = s.connection(t, until)
	}
}

// shift tells whether the program runs at t, and until when that lasts.
func (s *session) shift(t float64) (on bool, until float64) {
	if len(s.shifts) == 0 {
		return true, s.end
	}
	for _, w := range s.shifts {
		if t < w.from {
			return false, w.from
		}
		if t < w.to {
			return true, min(w.to, s.end)
		}
	}
	return false, s.end
}

// knock is one attempt that fails, and returns when the program knows.
func (s *session) knock(t float64, fault tcp.Fault) float64 {
	x, p := s.via[s.at], s.pools[s.at]
	l := x.dial(t, p, s.addr, s.prog.tcpKeep)
	defer l.close()
	if fault == tcp.Cut || x.kind == "socks" || x.kind == "vpn" {
		t = x.open(l, t)
		return l.conn.Break(t, tcp.Client, s.sizes[s.at].login[0])
	}
	switch fault {
	case tcp.DeniedOut:
		l.link.DenyAtClient(true, false)
	case tcp.DeniedIn:
		l.link.DenyAtClient(false, true)
	}
	return tcp.Knock(l.link, x.path, x.client.Stack, p.hosts[s.addr].Stack, fault, t, s.prog.timeout)
}

// failed plans the next attempt, at the next pool after too many.
func (s *session) failed(t float64) float64 {
	s.fails++
	if s.fails%s.tries == 0 && len(s.pools) > 1 {
		if s.at == 0 {
			s.retreat = t + s.g.Between(s.prog.back[0], s.prog.back[1])
		}
		s.at = (s.at + 1) % len(s.pools)
		return t + s.g.Between(0.01, 1)
	}
	wait := s.pause
	if s.prog.growing {
		for range min(s.fails-1, 6) {
			wait = min(wait*2, 600)
		}
	}
	return t + wait*s.g.Between(0.99, 1.04)
}

// work is the state of one connection.
type work struct {
	*session
	l        *line
	p        *pool
	z        *sizes
	t        float64
	diff     float64
	next     int // job
	share    float64
	ping     float64
	rate     float64
	poll     float64
	tune     float64
	tuned    float64 // start of the window of the present difficulty
	count    float64 // shares within it
	lastWord float64
	lastOK   float64 // latest share
	branch   int
}

// connection plays one connection and returns when the program goes on.
func (s *session) connection(t, until float64) float64 {
	x, p := s.via[s.at], s.pools[s.at]
	c := &work{session: s, p: p, z: &s.sizes[s.at], branch: p.branch}
	c.l = x.dial(t, p, s.addr, s.prog.tcpKeep)
	defer c.l.close()
	c.t = x.open(c.l, t)
	c.login()
	stop := min(until, s.end)
	down := p.nextDown(s.addr, t)
	drop := 1e18
	if p.life > 0 {
		drop = c.t + p.life*s.g.Between(0.5, 1.5)
	}
	back := 1e18
	if s.at > 0 {
		back = max(s.retreat, c.t+1)
	}
	for {
		kick := 1e18
		if p.idle > 0 && s.diff == 0 {
			kick = max(c.lastOK, t) + p.idle
		}
		end := min(stop, down, drop, back, kick)
		if due := c.due(); due < end {
			c.t = max(c.t, due)
			c.act(due)
			continue
		}
		end = max(end, c.t)
		switch {
		case end >= s.end:
			c.l.conn.Settle(s.end)
			return s.end
		case end == down:
			return c.lost(end)
		case end == drop || end == kick:
			c.l.conn.Close(end, tcp.Server)
			return end + s.pause*s.g.Between(0.2, 1.05)
		default:
			c.l.conn.Close(end, tcp.Client)
			if end == back {
				s.at = 0
			}
			return end + 0.01
		}
	}
}

// lost ends a connection whose pool has failed.
func (c *work) lost(t float64) float64 {
	if fault, _ := c.p.down(c.addr, t); fault != tcp.Silent {
		c.l.conn.Reset(t, tcp.Server)
		return t + c.pause
	}
	patience := c.g.Between(20, 120)
	if c.prog.silence > 0 {
		patience = c.prog.silence
	}
	return c.l.conn.Vanish(max(t, min(c.share, t+60)), tcp.Client, c.z.submit, patience) + c.pause
}

func (c *work) say(from tcp.Side, n int) {
	if c.z.wobble > 0 {
		n += c.g.IntN(2*c.z.wobble+1) - c.z.wobble
	}
	c.t = c.l.send(c.t, from, max(n, 8))
	c.lastWord = c.t
}

func (c *work) answer(n int) {
	c.t = c.l.conn.Turn(c.t, tcp.Server) + c.p.think*c.g.Between(0.6, 2)
	c.say(tcp.Server, n)
	c.t = c.l.conn.Turn(c.t, tcp.Client)
}

// login plays the opening messages and sets all timers.
func (c *work) login() {
	for i, n := range c.z.login {
		if i%2 == 0 {
			c.t += c.g.Between(0.0003, 0.01)
			c.say(tcp.Client, n)
		} else {
			c.answer(n)
		}
	}
	for _, n := range c.z.push {
		c.say(tcp.Server, n)
	}
	ideal := c.hash * c.p.target
	switch {
	case c.session.diff > 0:
		c.diff = c.session.diff
	case c.p.fixed > 0:
		c.diff = c.p.fixed
	default:
		c.diff = max(c.p.floor, ideal*c.p.start)
		if c.t < 0 {
			c.diff = max(c.p.floor, ideal*c.g.Between(0.8, 1.2))
		}
	}
	if c.z.setDiff > 0 {
		c.say(tcp.Server, c.z.setDiff)
		c.sendJob()
	}
	c.next = c.p.nextJob(c.t)
	c.tuned, c.tune = c.t, c.t+c.p.retune
	c.share = c.t + 1 + c.g.Exp(c.diff/c.hash)
	c.lastOK = c.t
	c.ping, c.rate, c.poll = 1e18, 1e18, 1e18
	if c.z.ping > 0 {
		c.ping = c.t + 60
	}
	if c.z.rate > 0 && c.report > 0 {
		c.rate = c.t + c.report*c.g.Float64()
	}
	if c.z.work > 0 {
		c.poll = c.t + 5
	}
}

func (c *work) jobAt() float64 {
	if c.next < len(c.p.jobs) {
		return c.p.jobs[c.next]
	}
	return 1e18
}

func (c *work) due() float64 {
	return min(c.jobAt(), c.share, c.ping, c.rate, c.poll, c.tune)
}

// act plays what is due.
func (c *work) act(due float64) {
	switch due {
	case c.jobAt():
		c.next++
		c.t += c.g.Between(0, 0.05)
		if c.p.branch > 0 {
			c.branch = min(max(c.branch+c.g.Int(-1, 1), c.p.coin.branches[0]), c.p.coin.branches[1])
		}
		c.sendJob()
	case c.share:
		c.submit()
	case c.ping:
		if idle := c.lastWord + 60; idle > due+0.01 {
			c.ping = idle
			return
		}
		c.say(tcp.Client, c.z.ping)
		c.answer(c.z.pong)
		c.ping = c.t + 60
	case c.rate:
		c.say(tcp.Client, c.z.rate)
		c.answer(c.z.rateReply)
		c.rate += c.report
	case c.poll:
		c.say(tcp.Client, c.z.work)
		c.answer(c.z.job)
		c.poll += 5
	default:
		c.retune()
	}
}

func (c *work) sendJob() { c.say(tcp.Server, c.z.job+c.branch*c.z.branch) }

func (c *work) submit() {
	c.say(tcp.Client, c.z.submit)
	if c.g.Chance(0.012) {
		c.answer(c.z.reject)
	} else {
		c.answer(c.z.reply)
	}
	c.count++
	c.lastOK = c.t
	if c.p.again {
		c.sendJob()
	}
	c.share = c.t + c.g.Exp(c.diff/c.hash)
}

// retune compares the rate of shares with the target, as pools do.
func (c *work) retune() {
	c.tune = c.t + c.p.retune
	if c.p.fixed > 0 || c.session.diff > 0 {
		c.tune = 1e18
		return
	}
	span := c.t - c.tuned
	if span < 4*c.p.target && c.count < 8 {
		return
	}
	ratio := c.p.target * max(c.count, 0.5) / span
	if ratio > 1-c.p.slack && ratio < 1+c.p.slack {
		return
	}
	diff := max(c.diff*min(max(ratio, 1/c.p.leap), c.p.leap), c.p.floor)
	c.tuned, c.count = c.t, 0
	if diff > c.diff*0.99 && diff < c.diff*1.01 {
		return
	}
	c.diff = diff
	if c.z.setDiff > 0 {
		c.say(tcp.Server, c.z.setDiff)
	}
	c.sendJob()
	c.share = c.t + c.g.Exp(c.diff/c.hash)
}
