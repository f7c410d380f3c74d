package mine

import "makes/w/internal/rng"

// sizes are the lengths of a pool's and a program's messages.
type sizes struct {
	login     []int // client and server in turn
	push      []int // what the server then sends by itself, before the first job
	setDiff   int   // zero when a new difficulty comes as a job
	job       int
	branch    int // further length per Merkle branch
	submit    int
	reply     int
	reject    int
	ping      int // keep-alive, zero for none
	pong      int
	rate      int // hash rate report, zero for none
	rateReply int
	work      int // poll for work, zero for none
	wobble    int // single messages differ by so many bytes
}

// style is how a pool's server writes its messages.
type style struct {
	job    int // length of job names
	nonce  int // length of the extra nonce
	gaps   float64
	extra  int // further fields
	coinb  int // length of the coinbase parts
	banner bool
	double bool // repeats the version field in all messages
}

func newStyle(g *rng.R) style {
	return style{job: rng.Pick(g, []int{1, 4, 4, 8, 8, 13, 16, 20, 32, 36}), nonce: rng.Pick(g, []int{4, 8, 8, 8, 12, 16}),
		gaps: rng.Pick(g, []float64{1, 1, 1, 1.04, 1.06}), extra: rng.Pick(g, []int{0, 0, 0, 12, 18, 40}), coinb: g.Int(150, 620),
		banner: g.Chance(0.12), double: g.Chance(0.3)}
}

// measure works out the sizes for a pool's style and a program.
func measure(f family, c *coin, st style, pr *program, g *rng.R) sizes {
	name := c.wallet + g.Int(0, 14)
	pass := rng.Pick(g, []int{1, 1, 1, 5, 10, 24})
	s := sizes{reply: 36 + g.Int(0, 4), reject: 88 + g.Int(0, 40), wobble: 2}
	if st.double {
		s.reply += 16
	}
	subscribe := []int{48 + pr.agent + g.Int(0, 12), 50 + st.nonce + g.Int(10, 90)}
	authorize := []int{58 + name + pass, s.reply}
	standard := append(append([]int{}, subscribe...), authorize...)
	switch f {
	case cryptonote:
		s.job = 128 + 152 + 64 + 8 + st.job + rng.Pick(g, []int{0, 14, 26})
		s.login = []int{150 + name + pass + pr.agent + rng.Pick(g, []int{0, 130, 230}), s.job + 60 + rng.Pick(g, []int{0, 22, 60})}
		s.submit = 92 + 36 + st.job + 8 + 64 + rng.Pick(g, []int{0, 0, 14})
		s.reply = 64 + g.Int(0, 14)
		if pr.keep {
			s.ping, s.pong = 78+g.Int(0, 12), 70+g.Int(0, 12)
		}
	case bitcoin:
		s.login = standard
		if g.Chance(0.4) {
			s.login = append([]int{150 + g.Int(0, 30), 120 + g.Int(0, 40)}, s.login...)
		}
		s.setDiff = 56 + g.Int(0, 12)
		s.job = 60 + st.job + 64 + st.coinb + 24 + 20
		s.branch = 67
		s.submit = 58 + name + st.job + st.nonce + 8 + 8 + rng.Pick(g, []int{0, 11})
		if g.Chance(0.2) {
			s.push = []int{100 + g.Int(0, 40)}
		}
	case bitcoinV2:
		s.login = []int{64, 234, 90 + g.Int(0, 40), 28, 70 + name, 90 + g.Int(0, 20)}
		s.setDiff, s.job, s.submit, s.reply, s.reject = 58, 86, 62, 56, 70
		s.wobble = 0
		if g.Chance(0.5) {
			s.job, s.submit = 22+16+22+st.coinb/2+13*32, 62+st.nonce
		}
	case ethProxy:
		s.login = []int{70 + name + pass + pr.agent/2, s.reply, 56, 238 + st.extra}
		s.job = 236 + st.extra + rng.Pick(g, []int{0, 0, 68})
		s.submit = 62 + 18 + 66 + 66 + 12 + rng.Pick(g, []int{0, 14})
		s.rate, s.rateReply = 62+66+66+12, s.reply
		if g.Chance(0.4) {
			s.work = 56
		}
	case ethStratum:
		s.login = append([]int{}, standard...)
		s.setDiff = 54 + g.Int(0, 8)
		s.job = 56 + st.job + 64 + 64 + 14
		s.submit = 52 + name + st.job + 16 - st.nonce/2
		s.rate, s.rateReply = 62+66+66+12, s.reply
	case kawpow:
		s.login = standard
		s.setDiff = 118
		s.job = 56 + st.job + 64 + 64 + 64 + 7 + 8 + 22
		s.submit = 60 + name + st.job + 18 + 66 + 66
		if g.Chance(0.3) {
			s.rate, s.rateReply = 62+66+66+12, s.reply
		}
	case equihash:
		s.login = standard
		s.setDiff = 118
		s.job = 60 + st.job + 8 + 64*3 + 8 + 8 + 24
		s.submit = 58 + name + st.job + 8 + 64 - st.nonce + 2694
	case equihashShort:
		s.login = standard
		s.setDiff = 118
		s.job = 60 + st.job + 8 + 64*3 + 8 + 8 + 24 + rng.Pick(g, []int{0, 14, 20})
		s.submit = 58 + name + st.job + 8 + 64 - st.nonce + rng.Pick(g, []int{106, 202})
	case verus:
		s.login = standard
		s.setDiff = 118
		s.job = 62 + st.job + 8 + 64*3 + 8 + 8 + rng.Pick(g, []int{144, 290, 1800})
		s.submit = 58 + name + st.job + 8 + 64 - st.nonce + 2694
	case autolykos:
		s.login = standard
		s.setDiff = 52 + g.Int(0, 6)
		s.job = 70 + st.job + 7 + 64 + 70 + 24
		s.submit = 56 + name + st.job + 2*st.nonce + 12
	case heavy:
		s.login = standard
		s.push = []int{60 + g.Int(0, 14)}
		s.setDiff = 54 + g.Int(0, 12)
		s.job = 48 + st.job + rng.Pick(g, []int{64 + 16, 84 + 18, 82})
		s.submit = 56 + name + st.job + 18
	case beam:
		s.login = []int{90 + name, 120 + g.Int(0, 40)}
		s.job = 130 + 64 + st.job + g.Int(0, 40)
		s.submit = 80 + st.job + 16 + 208
		s.reply = 90 + g.Int(0, 20)
	case alephium:
		s.login = standard
		s.push = []int{62}
		s.setDiff = 54
		s.job = 130 + st.job + 608 + rng.Pick(g, []int{0, 2800, 9000})
		s.submit = 60 + st.job + 48 + name
	case conflux:
		s.login = standard
		s.job = 60 + st.job + 8 + 66 + 68
		s.submit = 60 + name + st.job + 20 + 66
	}
	if !pr.reports {
		s.rate = 0
	}
	if st.banner {
		s.push = append(s.push, 80+g.Int(0, 120))
	}
	scale := func(n *int) { *n = int(float64(*n) * st.gaps) }
	if f != bitcoinV2 {
		scale(&s.job)
		scale(&s.reply)
		scale(&s.setDiff)
	}
	return s
}
