package mining

import (
	"makes/h/internal/sim"
	"makes/h/internal/world"
)

// way is how a node gives work: by polling, where a rarer question follows now
// and then, by long poll, or by a stream.
type way struct {
	coin          int
	ports         []uint16
	every         [2]float64
	ask, answer   [2]int // sizes, the same at every poll
	spread        float64
	rarely        [2]float64
	more, andMore [2]int
	run           func(*way, *world.Prog, *pool)
}

var ways = []*way{
	{0, []uint16{18081, 18089}, [2]float64{0.5, 10}, [2]int{90, 220}, [2]int{180, 440}, 0.01, // height, then a template
		[2]float64{60, 150}, [2]int{280, 480}, [2]int{900, 4000}, (*way).poll},
	{5, []uint16{8332}, [2]float64{2, 40}, [2]int{250, 480}, [2]int{3000, 2500000}, 0.2, // getblocktemplate
		[2]float64{9e5, 9e6}, [2]int{900, 900000}, [2]int{150, 300}, (*way).poll},
	{1, []uint16{27486}, [2]float64{1, 20}, [2]int{250, 480}, [2]int{2500, 30000}, 0.1,
		[2]float64{9e3, 9e5}, [2]int{4000, 30000}, [2]int{150, 300}, (*way).poll},
	{3, []uint16{8545}, [2]float64{0.3, 4}, [2]int{150, 280}, [2]int{340, 490}, 0, // eth_getWork, and the speed
		[2]float64{10, 90}, [2]int{260, 390}, [2]int{130, 280}, (*way).poll},
	{coin: 5, ports: []uint16{8332}, ask: [2]int{300, 550}, answer: [2]int{3000, 2500000}, spread: 0.2, run: (*way).wait},
	{2, []uint16{16110}, [2]float64{0.2, 8}, [2]int{90, 140}, [2]int{900, 6000}, 0.2,
		[2]float64{900, 90000}, [2]int{1500, 7000}, [2]int{30, 90}, (*way).stream},
	{12, []uint16{8080, 443}, [2]float64{1, 12}, [2]int{0, 0}, [2]int{180, 420}, 0.02,
		[2]float64{20, 3000}, [2]int{180, 450}, [2]int{30, 90}, (*way).stream},
}

// solo mines at a node of its own, by one of the ways that coins' nodes have.
func (p *plan) solo() {
	how := sim.Pick(p.w.Rand, append(ways, ways[0], ways[0])...)
	p.coin = coins[how.coin]
	if p.transport == "socks" || p.transport == "vpn" {
		p.transport = "plain" // a node is near or has a certificate
	}
	node := newPool(p.w, p.coin, p.coin.Name+"-node")
	k := p.kind(sim.Pick(p.w.Rand, world.VPC, world.VPC, world.Internet), sim.Client, func(prog *world.Prog) { how.run(how, prog, node) })
	k.Ports = how.ports
	p.add(k, node.name)
}

// poll asks over and over, on connections of their own or on one that is kept.
func (h *way) poll(p *world.Prog, _ *pool) {
	r := p.Habit
	ask, answer, every := r.Int(h.ask[0], h.ask[1]), r.WideInt(h.answer[0], h.answer[1]), r.Wide(h.every[0], h.every[1])
	more, andMore, rare := r.WideInt(h.more[0], h.more[1]), r.WideInt(h.andMore[0], h.andMore[1]), r.Wide(h.rarely[0], h.rarely[1])
	once := func(c *sim.Conn) {
		c.Call(ask, p.Near(answer, h.spread))
		if p.Chance(every / rare) {
			c.Call(more, p.Near(andMore, 0.3))
		}
	}
	if r.Chance(0.5) {
		p.Shots(p.Regular(every, 0.03), once)
		return
	}
	p.Sessions(r.Wide(600, 90000), func(c *sim.Conn) {
		for c.Wait(p.Jitter(every, 0.03)) {
			once(c)
		}
	})
}

// wait is a long poll that ends with a block, or after a minute.
func (h *way) wait(p *world.Prog, node *pool) {
	ask, answer := p.Habit.Int(h.ask[0], h.ask[1]), p.Habit.WideInt(h.answer[0], h.answer[1])
	p.Sessions(p.Habit.Wide(3000, 90000), func(c *sim.Conn) {
		for c.Ask(ask); c.Wait(min(node.toBlock(p.Now()), p.Between(55, 75))); c.Ask(ask) {
			c.Answer(p.Near(answer, h.spread))
		}
	})
}

// stream is work that the node sends by itself, or says that it has.
func (h *way) stream(p *world.Prog, _ *pool) {
	r := p.Habit
	job, every, rare := r.WideInt(h.answer[0], h.answer[1]), r.Wide(h.every[0], h.every[1]), r.Wide(h.rarely[0], h.rarely[1])
	p.Sessions(r.Wide(5000, 200000), func(c *sim.Conn) {
		c.Call(p.Int(150, 500), p.Int(100, 300))
		news, found := c.Every(every, 0.4), c.Random(rare)
		for t := c.Next(news, found); t != nil; t = c.Next(news, found) {
			if t == found {
				c.Call(p.Int(h.more[0], h.more[1]), p.Int(h.andMore[0], h.andMore[1]))
				continue
			}
			if h.ask[0] > 0 { // it fetches what it was told of
				c.Push(p.Int(25, 60))
				c.Ask(p.Int(h.ask[0], h.ask[1]))
			}
			c.Push(p.Near(job, h.spread))
		}
	})
}
