package mine

import (
	"sort"

	"makes/ab/internal/flow"
	"makes/ab/internal/rng"
	"makes/ab/internal/site"
	"makes/ab/internal/talk"
	"makes/ab/internal/tcp"
)

// rig is a miner's software and hardware.
type rig struct {
	speed    float64 // 1 to 20, in the coin's unit
	size     string
	os       *tcp.OS
	retry    [2]float64 // pause between tries, and how it grows
	patience float64
	tries    int // before the next pool
	alive    float64
	moody    float64 // hours between restarts, 0 for none
	fixed    float64 // seconds between shares at speed 1, without vardiff
	batch    bool    // shares come in twos and threads
}

func newRig(r *rng.R) *rig {
	g := &rig{speed: r.Log(1, 20), os: rng.Of(r, tcp.Linux, tcp.Linux, tcp.LinuxGRO, tcp.Windows, tcp.Tiny)}
	g.size = "slow"
	if g.speed > 7.37 {
		g.size = "fast"
	} else if g.speed > 2.71 {
		g.size = "middle"
	}
	// xmrig, lolMiner, T-Rex, cgminer, PhoenixMiner, TeamRedMiner, GMiner,
	// and ccminer with its children.
	type timers struct{ pause, grow, patience float64 }
	t := rng.Of(r, timers{5, 1, 20}, timers{5, 1, 20}, timers{10, 1, 30}, timers{10, 1, 127}, timers{30, 1, 60}, timers{20, 1, 10},
		timers{1, 2, 10}, timers{5, 1.5, 10}, timers{30, 1, 127}, timers{3, 1, 5}, timers{10, 1, 10})
	g.retry, g.patience = [2]float64{t.pause, t.grow}, t.patience
	g.tries = r.Between(2, 6)
	if r.P(0.4) {
		g.alive = rng.Of(r, 15.0, 30, 60, 60, 120, 300, 7200)
	}
	if r.P(0.3) {
		g.moody = r.Log(2, 40)
	}
	g.fixed = r.Log(8, 240)
	g.batch = r.P(0.15)
	return g
}

func (g *rig) pause(r *rng.R, n int) float64 {
	p := g.retry[0]
	for range min(n, 12) {
		p *= g.retry[1]
	}
	return min(p, 120) + r.U(0, 0.4)
}

// line is a miner's line to a pool through a transport.
type line struct {
	s      *site.Site
	r      *rng.R
	p      *pool
	g      *rig
	frame  talk.Frame
	client tcp.End
	server []tcp.End
	path   tcp.Path
	from   float64
	to     float64
}

// run keeps the line up from one time to another.
func (l *line) run() {
	t, tries, at := l.from, 0, 0
	warm := l.from == 0 && l.r.P(0.85)
	if len(l.server) == 0 {
		return // the pair has a line already, a proxy's
	}
	for t < l.to {
		server := l.server[at%len(l.server)]
		out := l.p.outage
		if at%len(l.server) == 0 && t >= out[0] && t < out[1] {
			t = l.conn(server, flow.Accept).Refuse(t, l.p.seed&1 == 0, l.g.patience) + l.g.pause(l.r, tries)
			if tries++; tries%l.g.tries == 0 {
				at++
			}
			continue
		}
		tries = 0
		until := l.to
		if l.g.moody > 0 {
			until = min(until, t+l.r.Exp(l.g.moody*3600)+60)
		}
		if l.p.maxAge > 0 {
			until = min(until, t+l.p.maxAge*l.r.U(0.8, 1.2))
		}
		if at%len(l.server) > 0 {
			until = min(until, max(out[1], t)+l.r.Log(60, 1800)) // back to the first
		} else if t < out[0] {
			until = min(until, out[0])
		}
		end := l.session(t, until, server, warm)
		if at%len(l.server) > 0 {
			at = 0
		}
		warm = false
		t = end + l.g.pause(l.r, 0)
	}
}

func (l *line) conn(server tcp.End, action uint8) *tcp.Conn {
	l.client.Port = uint16(l.r.Between(32768, 60999))
	if l.g.os == tcp.Windows || l.g.os == tcp.Tiny {
		l.client.Port = uint16(l.r.Between(49152, 65535))
	}
	c := tcp.New(l.s.Log, l.r, l.client, server, l.path, action)
	if l.g.alive > 0 {
		c.KeepAlive(talk.Up, l.g.alive)
	}
	return c
}

// session is one connection: login, jobs, shares.
func (l *line) session(t, until float64, server tcp.End, warm bool) float64 {
	c := l.conn(server, flow.Accept)
	s := &talk.Sess{R: l.r, Conn: c, Frame: l.frame, Began: t, Seed: l.p.seed}
	horizon := l.s.Log.Seconds
	start := func(t float64) { l.work(s, t, warm) }
	if warm {
		c.Settle(-l.r.F() * 5)
		start(0)
	} else {
		t = s.Greet(c.Open(t))
		if l.frame.Name == "socks" {
			t = c.Send(talk.Up, t, rng.Of(l.r, 3, 4)) + 0.001
			t = c.Send(talk.Down, t, 2) + 0.001
			t = c.Send(talk.Up, t, rng.Of(l.r, 10, l.r.Between(20, 40))) + 0.001
			t = c.Send(talk.Down, t+l.r.Log(0.02, 0.6), 10) + 0.001
		}
		s.At(t, func(t float64) { l.greet(s, t, 0, start) })
	}
	if l.frame.Name == "vpn" {
		l.tunnel(s, t)
	}
	return s.Run(min(until, l.to), horizon, 0, l.r.N(2), rng.Of(l.r, tcp.Fin, tcp.Fin, tcp.Reset, tcp.FinRst, tcp.Silent))
}

func (l *line) greet(s *talk.Sess, t float64, i int, then func(t float64)) {
	if i == len(l.p.hello) {
		then(t)
		return
	}
	l.p.hello[i](s, t, func(t float64) { s.At(t+0.002, func(t float64) { l.greet(s, t, i+1, then) }) })
}

// tunnel adds the VPN's own pings.
func (l *line) tunnel(s *talk.Sess, t float64) {
	every := rng.Of(l.r, 10.0, 10, 15, 25, 60)
	for dir := range 2 {
		var ping func(t float64)
		ping = func(t float64) {
			s.Send(dir, t, 1)
			s.At(t+every, ping)
		}
		s.At(t+every*l.r.F(), ping)
	}
}

// say sends a message; inside of a VPN its acknowledgement is a message too.
func (l *line) say(s *talk.Sess, dir int, t float64, n int) float64 {
	came := s.Send(dir, t, n)
	if l.frame.Name == "vpn" && l.r.P(0.6) {
		s.At(came+0.04, func(t float64) { s.Send(1-dir, t, 1) })
	}
	return came
}

// work is jobs that come and shares that go.
func (l *line) work(s *talk.Sess, t float64, warm bool) {
	p, r := l.p, l.r
	gap := l.g.fixed / l.g.speed
	settled := gap
	if p.target > 0 {
		settled = p.target * r.LogNorm(1, 0.2)
		gap = settled * r.Log(0.1, 6)
		if warm {
			gap = settled
		}
	}
	gap = max(gap, 0.7)
	next := sort.SearchFloat64s(p.jobs, t)
	fresh := t // when the last job came
	var job func(t float64)
	job = func(t float64) {
		fresh = l.say(s, talk.Down, t, p.job(s))
		s.Count++
		if next++; next < len(p.jobs) {
			s.At(max(t, p.jobs[next]+p.late*r.F()), job)
		}
	}
	if next < len(p.jobs) {
		s.At(max(t, p.jobs[next]+p.late*r.F()), job)
	}
	if !warm {
		l.say(s, talk.Down, t, p.diff(s))
		l.say(s, talk.Down, t+0.001, p.job(s))
	}
	tuned := t
	var share func(t float64)
	share = func(t float64) {
		bad := r.P(p.reject) || t-fresh < 0.4 && r.P(0.3)
		came := l.say(s, talk.Up, t, p.submit(s))
		s.At(came+p.slow*r.U(0.5, 2), func(t float64) {
			n := p.yes(s)
			if bad {
				n = p.no(s)
			}
			l.say(s, talk.Down, t, n)
			if p.target > 0 && t-tuned > p.window {
				tuned = t
				off := gap / settled
				if off > 1.35 || off < 0.7 {
					gap = max(0.7, settled*r.LogNorm(1, 0.15))
					l.say(s, talk.Down, t+0.003, p.diff(s))
					if p.split {
						l.say(s, talk.Down, t+0.004, p.job(s))
					}
				}
			}
		})
		if l.g.batch && r.P(0.15) {
			s.At(t+r.U(0.01, 0.4), func(t float64) { l.say(s, talk.Up, t, p.submit(s)) })
		}
		s.At(t+r.Exp(gap), share)
	}
	s.At(t+r.Exp(gap), share)
	l.beats(s, t)
}

// beats are reports of the hash rate, keep-alives and pings.
func (l *line) beats(s *talk.Sess, t float64) {
	p := l.p
	if p.report != nil {
		talk.On(talk.Tick(p.every), given(p.report))(l.r)(s, t, false)
	}
	if p.alive != nil {
		talk.Beat(given(p.alive), p.idle)(l.r)(s, t, false)
	}
	if p.ping != nil {
		talk.On(talk.Sway(p.pinging), given(p.ping))(l.r)(s, t, false)
	}
}

// given is a gene of what the pool has drawn already.
func given(x talk.Exch) talk.ExchGene { return func(*rng.R) talk.Exch { return x } }
