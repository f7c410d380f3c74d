package mining

import (
	"makes/x/internal/rnd"
)

// messages are the sizes of what is said at one pool.
type messages struct {
	hello         []exchange
	job           int // a new work
	step          int // bytes per merkle branch or the like
	branches      rnd.Span
	clean         int // what else comes with a new block
	target        int // a new difficulty; 0 if a new work says it
	submit        int
	reply         int
	refusal       int
	alive, living int // keep-alive of the program and its reply, 0 for none
	report        int // hash rate, 0 for none
	noted         int
	ping          int // of the pool
	pong          int
}

type exchange struct {
	ask, answer int
}

// talk draws the sizes of messages as one pool has them.
func (c *Coin) talk(r *rnd.Rand) messages {
	m := messages{branches: c.Branches, refusal: r.Int(85, 150)}
	who := r.Int(34, 106) + r.Int(0, 18) // address and worker
	switch c.Talk {
	case Cryptonote:
		m.job = r.Int(330, 450)
		m.hello = []exchange{{150 + who + r.Int(40, 360), m.job + r.Int(90, 190)}}
		m.submit, m.reply = r.Int(178, 275), r.Int(58, 112)
		m.alive, m.living = r.Int(64, 118), r.Int(62, 98)
	case Stratum:
		m.hello = bitcoinHello(r, who)
		m.job, m.step = r.Int(230, 300)+r.Int(150, 560), 67
		m.target = r.Int(52, 74)
		m.submit, m.reply = 62+who+r.Int(36, 62), r.Int(36, 58)
		m.ping, m.pong = r.Int(40, 56), r.Int(32, 50)
	case EthProxy:
		m.job = r.Int(232, 292)
		m.hello = []exchange{{96 + who, r.Int(38, 60)}, {r.Int(50, 78), m.job}}
		m.submit, m.reply = r.Int(232, 300), r.Int(36, 58)
		m.report, m.noted = r.Int(148, 226), r.Int(36, 58)
	case EthStratum:
		m.hello = []exchange{{r.Int(70, 120), r.Int(90, 150)}, {62 + who, r.Int(36, 54)}}
		m.job, m.target = r.Int(196, 240), r.Int(50, 74)
		m.submit, m.reply = 66+who+r.Int(12, 30), r.Int(36, 54)
		m.report, m.noted = r.Int(120, 200), r.Int(36, 54)
	case ProgPow:
		m.hello = []exchange{{r.Int(70, 120), r.Int(60, 110)}, {62 + who, r.Int(36, 54)}}
		m.job, m.target = r.Int(300, 370), r.Int(100, 122)
		m.submit, m.reply = 62+who+r.Int(160, 185), r.Int(36, 54)
	case Equihash:
		m.hello = []exchange{{r.Int(80, 150), r.Int(60, 110)}, {62 + who, r.Int(36, 54)}}
		m.job, m.target = r.Int(310, 390), r.Int(98, 122)
		if c.Name == "verus" {
			m.job += r.Int(1100, 2750) // the template of a solution comes along
		}
		m.submit, m.reply = 72+who+c.Solution+r.Int(70, 100), r.Int(36, 54)
	case Short:
		m.hello = []exchange{{r.Int(70, 130), r.Int(60, 130)}, {62 + who, r.Int(36, 54)}}
		m.job, m.target = r.Int(150, 300)+c.Solution, r.Int(50, 110)
		m.submit, m.reply = 60+who+r.Int(20, 60)+c.Solution, r.Int(36, 58)
	case Cuckoo:
		m.job = r.Int(250, 620)
		m.hello = []exchange{{100 + who, r.Int(60, 160)}, {r.Int(60, 90), m.job}}
		m.submit, m.reply = r.Int(120, 200)+c.Solution, r.Int(60, 130)
		m.alive, m.living = r.Int(60, 90), r.Int(60, 110)
	case Binary:
		const seal = 6 + 16 + 16 // a header and two authentication tags
		m.hello = []exchange{{64, 234}, {r.Int(90, 150) + seal, 13 + seal}, {r.Int(60, 100) + seal, r.Int(64, 100) + seal}}
		m.job, m.target = r.Int(41, 61)+seal, 40+seal
		m.clean = 48 + seal
		m.submit, m.reply = r.Int(24, 60)+seal, 20+seal
		if r.Chance(0.5) {
			m.job, m.step = r.Int(300, 600)+seal, 32
		}
	case Groups:
		m.hello = []exchange{{r.Int(80, 140), r.Int(60, 130)}, {62 + who, r.Int(36, 60)}}
		m.job, m.step, m.branches = r.Int(200, 360), r.Int(280, 640), rnd.Span{Lo: 0, Hi: float64(r.Int(1, 8))}
		m.target = r.Int(56, 110)
		m.submit, m.reply = 100+who+r.Int(60, 700), r.Int(40, 70)
	}
	if c.Talk != Binary && r.Chance(0.25) {
		m.hello = append(m.hello, exchange{r.Int(58, 84), r.Int(36, 60)}) // extranonce.subscribe and the like
	}
	return m
}

func bitcoinHello(r *rnd.Rand, who int) []exchange {
	h := []exchange{{r.Int(64, 120), r.Int(96, 190)}, {64 + who, r.Int(36, 60)}}
	if r.Chance(0.5) {
		h = append([]exchange{{r.Int(140, 230), r.Int(90, 160)}}, h...) // mining.configure
	}
	return h
}
