package mine

import (
	"math"

	"makes/e/internal/sim"
)

// soloist is a way to ask a node for work, at the node's usual port.
type soloist struct {
	coin string
	port uint16
	run  func(*soloRun)
}

type soloRun struct {
	*sim.Program
	coin coin
	node sim.Peer
	tls  bool
	wins float64 // seconds between blocks that it finds
}

var soloists = []soloist{
	{"monero", 18081, daemonPolling},
	{"ethereum-classic", 8545, getWork},
	{"bitcoin", 8332, blockTemplates(400_000, 3_000_000)},
	{"kaspa", 16110, templateStream},
	{"verus", 27486, blockTemplates(1500, 40_000)},
	{"ergo", 9053, candidates},
	{"yenten", 9982, blockTemplates(700, 6000)},
	{"raptoreum", 10225, blockTemplates(900, 12_000)},
	{"octaspace", 8545, getWork},
	{"alephium", 10973, jobPush},
	{"wownero", 34568, daemonPolling},
	{"litecoin", 9332, blockTemplates(20_000, 500_000)},
}

func (s *soloRun) dial() *sim.Conn {
	c := s.Dial(s.node)
	if s.tls {
		c.TLS(sim.TLS13)
	}
	return c
}

// http keeps a connection for requests, or makes one for each, or renews it
// after a number of them, as the client library likes.
func (s *soloRun) http(period, jitter float64, request func(*sim.Conn)) {
	each := sim.Pick(s.Dice, 1, 1, 100, 1_000_000)
	for s.Alive() {
		c := s.dial()
		for range each {
			request(c)
			if each > 1 {
				s.Wait(period * s.Between(1-jitter, 1+jitter))
			}
			if !s.Alive() || s.Chance(1e-4) {
				break
			}
		}
		if s.Chance(0.5) {
			c.Close()
		} else {
			c.Drop()
		}
		if s.Wait(0.001); each == 1 {
			s.Wait(period * s.Between(1-jitter, 1+jitter))
		}
	}
}

// news tells whether a block came since it was last asked.
func (s *soloRun) news() func() bool {
	blocks, i := s.World.Blocks(s.coin.name, math.Max(1, s.coin.block)), 0
	return func() bool {
		was := i
		for i < len(blocks) && blocks[i] < s.Now {
			i++
		}
		return i > was
	}
}

// daemonPolling asks for the height again and again, and for a template on news.
func daemonPolling(s *soloRun) {
	period, news, refresh := sim.Pick(s.Dice, 0.5, 1, 1, 1, 2, 5), s.news(), s.Log(15, 300)
	height, answer, template := s.Int(110, 240), s.Int(150, 420), s.LogInt(900, 3500)
	next := s.Now
	s.http(period, 0.02, func(c *sim.Conn) {
		c.Ask(s.Near(height, 0.01), answer, s.Log(0.0005, 0.02))
		if news() || s.Now > next {
			next = s.Now + refresh
			c.Ask(s.Int(300, 420), s.Near(template, 0.1), s.Log(0.002, 0.05))
		}
		if s.Chance(period / s.wins) {
			c.Ask(template, s.Int(180, 320), 0.1)
		}
	})
}

// getWork polls an Ethash node, and reports a hash rate.
func getWork(s *soloRun) {
	period, up, down := sim.Pick(s.Dice, 0.2, 0.5, 0.5, 1, 2), s.Int(170, 290), s.Int(300, 460)
	report := s.Now
	s.http(period, 0.05, func(c *sim.Conn) {
		c.Ask(up, down, s.Log(0.0005, 0.01))
		if s.Now > report {
			report = s.Now + 60
			c.Ask(s.Int(320, 420), s.Int(150, 200), 0.001)
		}
		if s.Chance(period / s.wins) {
			c.Ask(s.Int(380, 460), s.Int(150, 200), 0.01)
		}
	})
}

// blockTemplates asks a node of Bitcoin's kind for whole templates, whose size
// is that of the waiting transactions.
func blockTemplates(low, high int) func(*soloRun) {
	return func(s *soloRun) {
		size, poll, news := s.LogInt(low, high), sim.Pick(s.Dice, 0.5, 1, 5, 5, 10, 30), s.news()
		refresh, next := math.Max(poll, s.Log(5, 90)), s.Now
		s.http(poll, 0.05, func(c *sim.Conn) {
			if fresh := news(); fresh || s.Now > next || poll >= 5 {
				next = s.Now + refresh
				c.Ask(s.Int(230, 400), s.Near(size, 0.3), s.Log(0.003, 0.3))
			} else {
				c.Ask(s.Int(190, 260), s.Int(190, 280), s.Log(0.0003, 0.01))
			}
			if s.Chance(poll / s.wins) {
				c.Ask(size, s.Int(160, 260), 0.2)
			}
		})
	}
}

// candidates polls Ergo's node, which answers with a small JSON.
func candidates(s *soloRun) {
	period, up, down := s.Log(0.3, 5), s.Int(130, 260), s.Int(420, 700)
	s.http(period, 0.05, func(c *sim.Conn) {
		c.Ask(up, s.Near(down, 0.02), s.Log(0.001, 0.05))
		if s.Chance(period / s.wins) {
			c.Ask(s.Int(330, 480), s.Int(90, 160), 0.05)
		}
	})
}

// long keeps a streaming connection, renewed when the node restarts.
func (s *soloRun) long(hello func(*sim.Conn), timers func(*sim.Conn) []*sim.Timer) {
	for s.Alive() {
		c := s.dial()
		hello(c)
		s.Loop(s.Now+s.Log(3600, 400_000), timers(c)...)
		c.Drop()
		s.Wait(s.Between(1, 30))
	}
}

// templateStream is Kaspa's gRPC: the node says that there is a new template
// and the miner fetches it.
func templateStream(s *soloRun) {
	size, mean := s.LogInt(900, 30_000), s.Log(0.15, 1.5)
	s.long(func(c *sim.Conn) { c.GRPC().Ask(60, 30, 0.002) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			{Wait: func() float64 { return s.Exp(mean) }, Do: func() {
				c.Push(12, s.Int(80, 110), 0.0005)
				s.Wait(s.Log(0.002, 0.02))
				c.Down(s.Near(size, 0.6))
			}},
			{Wait: func() float64 { return s.Exp(s.wins) }, Do: func() { c.Ask(size, 20, 0.01) }},
		}
	})
}

// jobPush is Alephium's node: binary jobs for sixteen chains.
func jobPush(s *soloRun) {
	size, period := 16*s.Int(300, 2500), sim.Pick(s.Dice, 0.5, 1, 1, 2, 4)
	s.long(func(*sim.Conn) {}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			{Wait: func() float64 { return period * s.Between(0.9, 1.3) }, Do: func() { c.Down(s.Near(size, 0.1)) }},
			{Wait: func() float64 { return s.Exp(s.wins) }, Do: func() { c.Ask(size/16, 14, 0.005) }},
		}
	})
}
