package mine

import "makes/u/internal/flow"

// dialect is a way in which miners and pools speak.
type dialect uint8

const (
	cryptonote dialect = iota
	bitcoin
	stratum2
	equihash
	ethproxy
	ethstratum
	kawpow
	autolykos
	kheavy
	plainjob
)

type step struct {
	from flow.Side
	size int
}

// words holds the lengths of all messages between a program and a pool.
type words struct {
	login  []step
	job    int
	branch int // characters of one merkle branch in a job
	submit int
	okay   int
	bad    int
	target int // message that sets the difficulty, 0 if jobs carry it
	alive  int // request that keeps the connection, 0 if none
	lives  int
	report int // hash rate report, 0 if none
	noted  int
}

// speak works out the lengths. user is the length of the login name.
func speak(c *Coin, p *Pool, m *Program, user int) words {
	const up, down = flow.Client, flow.Server
	w := words{okay: 36 + p.verbose, bad: 64 + p.verbose + p.chatty}
	name := user
	switch c.dialect {
	case cryptonote:
		w.job = 96 + c.header + p.jobID + p.goal + 78 + p.extra
		w.login = []step{{up, 96 + user + p.pass + m.agent + m.algos}, {down, 92 + p.session + w.job - 40 + p.chatty}}
		w.submit = 128 + p.session + p.jobID + 72 + m.style
		w.okay = 61 + p.verbose
		w.alive, w.lives = 72+p.session, 66+p.verbose
	case bitcoin:
		w.login = []step{{up, 58 + m.agent}, {down, 110 + p.session + 2*p.jobID}, {up, 62 + user + p.pass}, {down, w.okay}}
		if m.configures {
			w.login = append([]step{{up, 130 + m.style}, {down, 92 + p.verbose}}, w.login...)
		}
		w.target = 52 + p.goal/2
		w.job, w.branch = 172+c.coinb+p.jobID+p.extra, 67
		w.submit = 66 + name + p.jobID + p.nonce2 + 22 + m.style
	case stratum2:
		w.login = []step{{up, 90 + m.agent}, {down, 12}, {up, 30 + user}, {down, 62 + p.session/2}}
		w.target = 42
		w.job, w.branch = 50+c.coinb+58, 32
		w.submit, w.okay, w.bad = 30+p.nonce2/2, 26, 40
	case equihash:
		w.login = []step{{up, 74 + m.agent}, {down, 58 + p.session/2 + p.nonce2}, {up, 62 + user + p.pass}, {down, w.okay}}
		w.target = 104
		w.job = 84 + c.header + p.jobID + p.extra
		w.submit = 76 + name + p.jobID + 64 + c.proof + m.style - p.nonce2
	case ethproxy:
		w.job = 50 + c.header + p.extra
		w.login = []step{{up, 84 + user + p.pass + m.style}, {down, w.okay}, {up, 62}, {down, w.job}}
		w.submit = 78 + 18 + 132 + m.style + m.worker
		w.report, w.noted = 78+132+m.style, w.okay
	case ethstratum:
		w.login = []step{{up, 66 + m.agent}, {down, 104 + p.session/2}, {up, 60 + user + p.pass}, {down, w.okay}}
		w.target = 54 + p.goal/2
		w.job = 62 + c.header + p.jobID + p.extra
		w.submit = 62 + name + p.jobID + 14 + m.style
		w.report, w.noted = 70+132, w.okay
	case kawpow:
		w.login = []step{{up, 58 + m.agent}, {down, 70 + p.session/2}, {up, 62 + user + p.pass}, {down, w.okay}}
		w.target = 104
		w.job = 92 + c.header + p.jobID + p.extra
		w.submit = 72 + name + p.jobID + c.proof + m.style
		w.report, w.noted = 70+132, w.okay
	case autolykos, kheavy:
		w.login = []step{{up, 60 + m.agent}, {down, 66 + p.session/2}, {up, 60 + user + p.pass}, {down, w.okay}}
		w.target = 54 + p.goal/2
		w.job = 60 + c.header + p.jobID + p.extra
		w.submit = 60 + name + p.jobID + 22 + m.style
	case plainjob:
		w.job = 76 + c.header + p.jobID + p.extra
		w.login = []step{{up, 84 + user + p.pass + m.agent}, {down, 70 + p.session + p.chatty}, {down, w.job}}
		w.submit = 72 + p.jobID + c.proof + 20 + m.style
		w.okay = 58 + p.verbose
		w.alive, w.lives = 62+m.style, 70+p.verbose
	}
	return w
}
