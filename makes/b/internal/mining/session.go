package mining

import "makes/b/internal/wire"

// session is one stay of a miner at a pool.
type session struct {
	p     *wire.Proc
	c     *wire.Conn
	pool  *Pool
	parts sizes
	level vardiff
	id    int // of requests
	owed  int // shares not acknowledged
	last  float64
}

// stay mines until the given time, or until the pool loses patience. The
// connection is open already.
func (m *miner) stay(p *wire.Proc, c *wire.Conn, pool *Pool, until float64) {
	s := &session{p: p, c: c, pool: pool, parts: m.partsAt(pool)}
	s.level = vardiff{rule: pool.Vary, diff: pool.Vary.start * m.step, since: p.Now}
	coin := &pool.Coin
	for i, e := range coin.Hello {
		s.ask(e)
		if i < len(coin.Hello)-1 {
			p.Wait(p.Exp(0.01))
		}
	}
	if coin.Level != "" {
		s.newLevel()
	}
	ready := p.Now + p.Between(coin.Warmup.low, coin.Warmup.high)
	s.last = ready
	hit := false
	duties := []wire.Duty{
		{Gap: func() float64 { return m.chain.gap(p.Now) + p.Exp(pool.Lag) }, Do: s.block},
		{Gap: func() float64 {
			const look = 30
			g := p.Exp(s.level.diff / m.rig.power)
			hit = g < look
			return min(g, look)
		}, Do: func() {
			if hit && p.Now > ready && m.rig.working(p.Now) {
				s.share()
			}
			if p.Now-s.last > pool.Silence {
				p.Quit()
			}
		}},
		p.Every(pool.Vary.period, 0.05, func() {
			if !pool.Vary.onShare {
				s.retarget()
			}
		}),
		p.Randomly(3*3600, m.rig.drift),
	}
	if pool.Refresh > 0 {
		duties = append(duties, p.Every(pool.Refresh, m.unrest, s.job))
	}
	if m.reports > 0 && coin.Report.ask != "" {
		duties = append(duties, p.Every(m.reports, 0.03, func() { s.ask(coin.Report) }))
	}
	if m.transport == "vpn" {
		duties = append(duties, p.Every(3600, 0.01, c.Rekey))
	}
	p.Run(until, duties...)
}

func (s *session) size(template string) int {
	n := s.parts.of(s.p.Rand, template)
	if !s.pool.Coin.Binary {
		n++ // line feed
	}
	return n
}

func (s *session) think() float64 { return s.p.Exp(s.pool.Peers[0].Slow) }

func (s *session) ask(e exchange) {
	s.id++
	s.parts["id"] = digits(s.id)
	s.c.Ask(s.size(e.ask), s.think(), s.size(e.answer))
}

func digits(n int) int {
	d := 1
	for ; n >= 10; n /= 10 {
		d++
	}
	return d
}

func (s *session) job() { s.c.Recv(s.size(s.pool.Coin.Job)) }

// block is the job after a new block, whose transactions differ.
func (s *session) block() {
	const branch = 67 // a hash in quotes and a comma
	if b := s.pool.Coin.Parts["branches"]; b.high > 0 {
		if s.pool.Empty {
			s.parts["branches"] = 0
			s.job()
			s.p.Wait(s.p.Between(0.3, 4))
		}
		s.parts["branches"] = branch * s.p.Int(int(b.low)/branch, int(b.high)/branch)
	}
	s.job()
}

// newLevel announces a difficulty and gives a job for it.
func (s *session) newLevel() {
	coin := &s.pool.Coin
	switch {
	case coin.Level == "":
		s.job()
	case s.pool.Glue:
		s.c.Recv(s.size(coin.Level), s.size(coin.Job))
	default:
		s.c.Recv(s.size(coin.Level))
		s.job()
	}
}

func (s *session) retarget() {
	if s.level.retarget(s.p.Now) {
		s.newLevel()
	}
}

func (s *session) share() {
	coin := &s.pool.Coin
	s.level.shares++
	s.last = s.p.Now
	s.owed++
	switch {
	case s.p.Chance(s.pool.Stale):
		s.ask(exchange{coin.Share, coin.Reject})
	case s.owed < s.pool.Batch:
		s.c.Send(s.size(coin.Share))
		return
	default:
		s.ask(exchange{coin.Share, coin.Accept})
	}
	s.owed = 0
	if s.pool.Vary.onShare {
		s.retarget()
	}
}
