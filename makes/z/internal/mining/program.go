package mining

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// program is a miner program as set up on a host.
type program struct {
	retry    acts.Retry
	attempts int
	// hello is the client's greetings, answers the pool's.
	hello, answers []int
	submit         int
	// keep is the protocol's keep-alive after idle time, report a message of the hash rate.
	keep        clock.Time
	keepAsk     int
	keepAnswer  int
	report      acts.Gap
	reportSize  int
	reportReply int
	probe       clock.Time
	clientHello int
	// donate is the share of time that goes to the author, each is how often, in seconds.
	donate, each float64
	// fixed asks the pool for a fixed difficulty.
	fixed float64
}

func newProgram(c *coin, r *rng.Rand) *program {
	p := &program{}
	// Retry timers of programs in use: pause, growth, patience for a connection, attempts before the next pool.
	p.retry = rng.Pick(r,
		acts.Retry{First: 5, Factor: 1, Most: 5, Patience: 20},
		acts.Retry{First: 5, Factor: 1, Most: 5, Patience: 20},
		acts.Retry{First: 10, Factor: 1, Most: 10, Patience: 15},
		acts.Retry{First: 3, Factor: 1, Most: 3, Patience: 10, Jitter: 0.2},
		acts.Retry{First: 30, Factor: 1, Most: 30, Patience: 30},
		acts.Retry{First: 1, Factor: 2, Most: 60, Patience: 30},
		acts.Retry{First: 15, Factor: 1, Most: 15, Patience: 60},
		acts.Retry{First: 2, Factor: 1.5, Most: 30, Patience: 5, Jitter: 0.1},
		acts.Retry{First: 20, Factor: 1, Most: 20, Patience: 127},
		acts.Retry{First: 60, Factor: 1, Most: 60, Patience: 20})
	p.attempts = rng.Pick(r, 1, 3, 5, 5, 10)
	worker, agent := r.Int(3, 24), r.Int(8, 60)
	switch c.style {
	case login:
		address := rng.Pick(r, 95, 95, 106, 97, 34)
		algos := rng.Pick(r, 0, r.Int(80, 330))
		p.hello = []int{95 + address + worker + agent + algos}
		p.answers = []int{int(c.job.lo) + r.Int(70, 130)}
	case classic:
		p.hello = []int{50 + agent, 62 + 34 + worker}
		p.answers = []int{r.Int(90, 190), r.Int(36, 60)}
		if r.Chance(0.3) {
			p.hello = append([]int{r.Int(120, 230)}, p.hello...)
			p.answers = append([]int{r.Int(90, 160)}, p.answers...)
		}
		if r.Chance(0.3) {
			p.hello = append(p.hello, r.Int(52, 72))
			p.answers = append(p.answers, r.Int(36, 90))
		}
	case ether:
		p.hello = []int{70 + 42 + worker + agent/2, 62}
		p.answers = []int{r.Int(38, 60), int(r.Log(c.job.lo, c.job.hi))}
	}
	p.submit = int(r.Log(c.submit.lo, c.submit.hi)) + worker/2
	if c.keep && r.Chance(0.8) {
		p.keep = clock.Time(rng.Pick(r, 60, 60, 60, 30, 120)) * clock.Second
		p.keepAsk, p.keepAnswer = r.Int(78, 112), r.Int(60, 88)
	}
	if c.report && r.Chance(0.7) {
		p.report = acts.Every(rng.Pick(r, 10, 20, 30, 60, 60.0), 0.02)
		p.reportSize, p.reportReply = r.Int(148, 215), r.Int(36, 48)
	}
	p.probe = clock.Time(rng.Pick(r, 0, 0, 0, 60, 120)) * clock.Second
	p.clientHello = rng.Pick(r, 290, 512, 512, r.Int(200, 560))
	if r.Chance(0.65) {
		p.donate = rng.Pick(r, 0.007, 0.01, 0.01, 0.02, 0.05)
		p.each = rng.Pick(r, 6000, 6000, 3600, 3600, 5400, 7200.0)
	}
	if r.Chance(0.2) {
		p.fixed = r.Log(4, 240)
	}
	return p
}

// tls gives the handshake with a pool.
func (p *program) tls(q *pool) tcp.TLS {
	t := q.tls
	t.Hello = p.clientHello
	return t
}
