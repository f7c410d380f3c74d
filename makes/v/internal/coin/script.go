package coin

import (
	"math"

	"makes/v/internal/rng"
	"makes/v/internal/talk"
)

// Script is the sizes of what one pool and one miner program say to each other.
type Script struct {
	Greet     []talk.Step
	Diff      int // message that sets the difficulty, 0 where the job carries it
	Ping      int // keep-alive of the miner, 0 where it has none
	Pong      int
	PingEvery float64
	Rate      int // report of the hash rate, 0 where there is none
	RateOK    int
	RateEvery float64
	Poll      float64 // seconds between requests for work, where work is not pushed
	PollAsk   int
	job       func(r *rng.R) int
	submit    func(r *rng.R) int
	ok        int
	bad       int
}

// Job is the size of a job.
func (s *Script) Job(r *rng.R) int { return s.job(r) }

// Submit is the size of the n-th share's message.
func (s *Script) Submit(r *rng.R, n int) int { return s.submit(r) + digits(n) }

// Reply is the size of the answer to the n-th share.
func (s *Script) Reply(n int, good bool) int {
	if good {
		return s.ok + digits(n)
	}
	return s.bad + digits(n)
}

func digits(n int) int { return int(math.Log10(float64(n + 4))) }

func fixed(n int) rng.Dist { return rng.Fix(float64(n)) }

// about is n give or take a few bytes, for numbers of varying length.
func about(n, few int) func(*rng.R) int {
	return func(r *rng.R) int { return n + r.IntN(few+1) }
}

// account is the length of what a miner logs in with: a wallet or a name, and a worker.
func account(r *rng.R, wallet int) int {
	n := wallet
	if r.Chance(0.25) {
		n = r.Int(5, 24)
	}
	if r.Chance(0.7) {
		n += r.Int(2, 18)
	}
	return n
}

// New draws the script of a pool (through p) and a miner program (through m).
func (c *Coin) New(p, m *rng.R) *Script {
	switch c.Dialect {
	case CryptoNote:
		return cryptoNote(p, m)
	case V2:
		return second(p, m)
	case GetWork:
		return getWork(p, m)
	case EthStratum:
		return ethStratum(p, m)
	case KawPow:
		return kawPow(p, m)
	case Equihash, Verus:
		return equihash(c, p, m)
	case Autolykos:
		return autolykos(p, m)
	case Heavy:
		return heavy(c, p, m)
	case Cuckoo:
		return cuckoo(p, m)
	case ChainGroups:
		return chainGroups(p, m)
	}
	return bitcoin(c, p, m)
}

func cryptoNote(p, m *rng.R) *Script {
	id := rng.Pick(p, 15, 32, 36, 36, 10)
	jid := rng.Pick(p, 15, 28, 32, 36, 4, 8)
	wallet := account(m, 95)
	algos := rng.Pick(m, 0, 210, 330, 425)
	job := 222 + jid + rng.Pick(p, 0, 75, 90, 12) + p.Int(0, 24)
	s := &Script{job: about(152+job-90, 3), ok: 62 + p.Int(0, 16), bad: 98 + p.Int(0, 30)}
	if p.Chance(0.15) {
		s.job = about(152+job-90+p.Int(60, 160), 3)
	}
	first := s.job(p) + 55 + id + p.Int(0, 90)
	s.Greet = []talk.Step{
		talk.C(fixed(118 + wallet + m.Int(1, 20) + m.Int(20, 90) + algos)),
		talk.S(fixed(first)).After(rng.LogN(p.Log(0.002, 0.15), 0.4)),
	}
	s.submit = about(148+id+jid+rng.Pick(m, 0, 15, 16), 2)
	if m.Chance(0.7) {
		s.Ping, s.Pong, s.PingEvery = 62+id, 70+p.Int(0, 10), rng.Pick(m, 60.0, 60, 60, 30, 120)
	}
	return s
}

// branches is the number of merkle branches of a block of txs transactions.
func branches(r *rng.R, txs int) int {
	n := float64(txs) * r.LogN(1, 0.6)
	return int(math.Ceil(math.Log2(n + 1)))
}

func bitcoin(c *Coin, p, m *rng.R) *Script {
	worker := account(m, rng.Pick(m, 34, 42, 43))
	extra := rng.Pick(p, 8, 8, 16, 4) // second extranonce, hexadecimal
	base := 205 + p.Int(100, 230) + p.Int(120, 420) + p.Int(2, 14)
	if c.Txs > 1000 {
		base += p.Int(0, 300)
	}
	txs := c.Txs
	s := &Script{
		job:    func(r *rng.R) int { return base + 67*branches(r, txs) },
		submit: about(70+worker+p.Int(2, 12)+extra+16+rng.Pick(m, 0, 0, 11), 1),
		ok:     36 + p.Int(0, 4), bad: 70 + p.Int(0, 40), Diff: 52 + p.Int(4, 18),
	}
	s.Greet = []talk.Step{
		talk.C(fixed(rng.Pick(m, 0, 0, 122, 150) + 1)).Maybe(0.35), talk.S(fixed(90 + p.Int(0, 40))).Maybe(0.35),
		talk.C(fixed(60 + m.Int(4, 40))), talk.S(fixed(120 + p.Int(0, 130))).After(rng.LogN(p.Log(0.002, 0.1), 0.4)),
		talk.C(fixed(55 + worker + m.Int(1, 14))), talk.S(fixed(s.ok)).After(rng.LogN(p.Log(0.002, 0.15), 0.4)),
		talk.S(fixed(s.Diff)), talk.S(fixed(base + 67*branches(p, txs))),
	}
	if m.Chance(0.3) {
		s.Greet = append(s.Greet, talk.C(fixed(62)), talk.S(fixed(rng.Pick(p, 38, 80))))
	}
	return s
}

func second(p, m *rng.R) *Script {
	// Frames have a header of 6 and a tag of 16 bytes, twice where the header is sealed too.
	const frame = 38
	s := &Script{job: about(rng.Pick(p, 52, 70, 330+p.Int(0, 300))+frame, 0), submit: about(24+rng.Pick(m, 0, 9)+frame, 0),
		ok: 20 + frame, bad: 40 + frame, Diff: 36 + frame}
	prev := 48 + frame
	push := s.job
	s.job = func(r *rng.R) int { return push(r) + prev }
	s.Greet = []talk.Step{talk.C(fixed(64)), talk.S(fixed(234)),
		talk.C(fixed(frame + 70 + m.Int(0, 40))), talk.S(fixed(frame + 6)).After(rng.LogN(0.01, 0.4)),
		talk.C(fixed(frame + 60 + m.Int(10, 60))), talk.S(fixed(frame + 70)), talk.S(fixed(s.job(p)))}
	return s
}

func getWork(p, m *rng.R) *Script {
	worker := account(m, 42)
	s := &Script{job: about(243+rng.Pick(p, 0, 12, 14, 30), 0), submit: about(rng.Pick(m, 228, 236, 260)+rng.Pick(m, 0, 10, 20), 0),
		ok: 38 + p.Int(0, 3), bad: 80 + p.Int(0, 40)}
	s.Greet = []talk.Step{talk.C(fixed(72 + worker + m.Int(0, 30))), talk.S(fixed(s.ok)).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.C(fixed(55 + m.Int(0, 12))), talk.S(fixed(s.job(p)))}
	if m.Chance(0.85) {
		s.Rate, s.RateOK, s.RateEvery = 190+m.Int(0, 20), s.ok, rng.Pick(m, 60.0, 60, 10, 30)
	}
	if p.Chance(0.12) {
		s.Poll, s.PollAsk = rng.Pick(p, 2.0, 5, 10), 56
	}
	return s
}

func ethStratum(p, m *rng.R) *Script {
	worker := account(m, 42)
	s := &Script{job: about(205+rng.Pick(p, 0, 6, 20, 64), 0), submit: about(72+worker+p.Int(4, 18)+rng.Pick(p, 10, 12, 16), 0),
		ok: 36 + p.Int(0, 4), bad: 75 + p.Int(0, 30), Diff: 55 + p.Int(0, 12)}
	s.Greet = []talk.Step{talk.C(fixed(75 + m.Int(8, 40))), talk.S(fixed(110 + p.Int(0, 30))).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.C(fixed(62)).Maybe(0.5), talk.C(fixed(58 + worker)), talk.S(fixed(s.ok)).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.S(fixed(s.Diff)), talk.S(fixed(s.job(p)))}
	if m.Chance(0.5) {
		s.Rate, s.RateOK, s.RateEvery = 180+m.Int(0, 20), s.ok, rng.Pick(m, 60.0, 20, 30)
	}
	return s
}

func kawPow(p, m *rng.R) *Script {
	worker := account(m, 34)
	s := &Script{job: about(248+p.Int(4, 40), 0), submit: about(215+worker+p.Int(2, 12), 0), ok: 36 + p.Int(0, 5), bad: 70 + p.Int(0, 30), Diff: 108 + p.Int(0, 12)}
	s.Greet = []talk.Step{talk.C(fixed(66 + m.Int(6, 30))), talk.S(fixed(50 + p.Int(0, 30))).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.C(fixed(60 + worker)), talk.S(fixed(s.ok)).After(rng.LogN(p.Log(0.003, 0.1), 0.4)), talk.S(fixed(s.Diff)), talk.S(fixed(s.job(p)))}
	if m.Chance(0.5) {
		s.Rate, s.RateOK, s.RateEvery = 185+m.Int(0, 20), s.ok, rng.Pick(m, 60.0, 30)
	}
	return s
}

func equihash(c *Coin, p, m *rng.R) *Script {
	worker := account(m, 35)
	nonce := rng.Pick(p, 48, 54, 56)
	job := 295 + p.Int(4, 30)
	if c.Dialect == Verus {
		job += rng.Pick(p, 144, 580, 1180, 2694)
	} else if p.Chance(0.5) {
		job += p.Int(10, 90)
	}
	s := &Script{job: about(job, 1), submit: about(74+worker+p.Int(2, 14)+8+nonce+c.Sol, 0), ok: 36 + p.Int(0, 5), bad: 70 + p.Int(0, 40), Diff: 106 + p.Int(0, 10)}
	s.Greet = []talk.Step{talk.C(fixed(88 + m.Int(6, 50))), talk.S(fixed(62 + p.Int(0, 30))).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.C(fixed(58 + worker)), talk.S(fixed(s.ok)).After(rng.LogN(p.Log(0.003, 0.1), 0.4)), talk.S(fixed(s.Diff)), talk.S(fixed(job))}
	if m.Chance(0.3) {
		s.Greet = append(s.Greet, talk.C(fixed(60)), talk.S(fixed(40)))
	}
	return s
}

func autolykos(p, m *rng.R) *Script {
	worker := account(m, 51)
	s := &Script{job: about(200+p.Int(4, 30), 12), submit: about(76+worker+p.Int(2, 12)+24, 0), ok: 36 + p.Int(0, 4), bad: 75 + p.Int(0, 30), Diff: 53 + p.Int(0, 12)}
	if p.Chance(0.5) {
		s.Diff = 0
	}
	s.Greet = []talk.Step{talk.C(fixed(72 + m.Int(6, 30))), talk.S(fixed(85 + p.Int(0, 40))).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.C(fixed(60 + worker)), talk.S(fixed(s.ok)).After(rng.LogN(p.Log(0.003, 0.1), 0.4)), talk.S(fixed(54)), talk.S(fixed(s.job(p)))}
	return s
}

func heavy(c *Coin, p, m *rng.R) *Script {
	worker := account(m, 67)
	s := &Script{job: about(rng.Pick(p, 138, 165, 208)+p.Int(0, 30), 6), submit: about(68+worker+p.Int(2, 10)+rng.Pick(m, 18, 24), 0), ok: 36 + p.Int(0, 5), bad: 68 + p.Int(0, 40), Diff: 54 + p.Int(0, 20)}
	if c.Name == "ironfish" {
		s.job = about(460+p.Int(0, 40), 4)
	}
	s.Greet = []talk.Step{talk.C(fixed(70 + m.Int(8, 50))), talk.S(fixed(60 + p.Int(0, 70))).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.C(fixed(58 + worker)), talk.S(fixed(s.ok)).After(rng.LogN(p.Log(0.003, 0.1), 0.4)), talk.S(fixed(s.Diff)), talk.S(fixed(s.job(p)))}
	return s
}

func cuckoo(p, m *rng.R) *Script {
	proof := rng.Pick(p, 300+p.Int(0, 90), 208, 420)
	s := &Script{job: about(rng.Pick(p, 720, 190, 260)+p.Int(0, 40), 3), submit: about(130+p.Int(0, 60)+proof, 8), ok: 62 + p.Int(0, 30), bad: 100 + p.Int(0, 40)}
	s.Greet = []talk.Step{talk.C(fixed(110 + account(m, 64))), talk.S(fixed(70 + p.Int(0, 40))).After(rng.LogN(p.Log(0.003, 0.1), 0.4)),
		talk.C(fixed(64)), talk.S(fixed(s.job(p)))}
	if m.Chance(0.5) {
		s.Ping, s.Pong, s.PingEvery = 58, 70, rng.Pick(m, 20.0, 30, 60)
	}
	return s
}

func chainGroups(p, m *rng.R) *Script {
	one := 360 + p.Int(0, 160)
	s := &Script{job: about(16*one, 60), submit: about(90+account(m, 45)+60, 0), ok: 40 + p.Int(0, 5), bad: 80 + p.Int(0, 30), Diff: 60}
	if p.Chance(0.5) {
		s.job = about(one, 20)
	}
	s.Greet = []talk.Step{talk.C(fixed(70 + m.Int(6, 30))), talk.S(fixed(60 + p.Int(0, 40))).After(rng.LogN(0.02, 0.4)),
		talk.C(fixed(60 + account(m, 45))), talk.S(fixed(40)), talk.S(fixed(60)), talk.S(fixed(s.job(p)))}
	return s
}
