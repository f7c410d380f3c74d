package ordinary

import (
	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// taskFarm is a worker of a computing farm, as near to a miner as honest work
// comes: tasks are pushed as JSON, each is computed for a random time, the
// result is some hundred bytes and is answered with a short line.
func taskFarm(p *Prog) {
	task, result, reply := p.Size(200, 4000), p.Size(90, 1500), p.Int(20, 140)
	work, spread := p.Scale(3, 120), p.Between(0.1, 1.2)
	beat := p.Scale(20, 120)
	p.Keep(p.Service(0.6), p.Port(7077, 8786, 4730, 11300), p.Crypt(0.4), p.Scale(9000, 300000), func(c *conn) {
		c.Ask(p.Int(150, 600), p.Int(100, 900), 0.02)
		c.Down(p.Bytes(task, 0.2))
		c.Live(
			&habit{Gap: func() float64 { return p.Around(work, spread) }, Do: func() {
				if c.Ask(p.Bytes(result, 0.15), reply, p.Exp(0.02)) {
					c.Down(p.Bytes(task, 0.2))
				}
			}},
			&habit{Gap: p.Every(beat, 0.01), Do: func() { c.Ask(p.Int(20, 120), p.Int(20, 90), 0.005) }})
	})
}

// pieces is a worker that fetches a piece, works long, and posts a result,
// by HTTP: rendering, protein folding, testing of passwords.
func pieces(p *Prog) {
	work := p.Scale(20, 2500)
	in, out := p.Tail(600, 2e6, 0.7), p.Tail(300, 2e6, 0.7)
	p.Poll(p.Service(0.3), p.Port(443, 8080), p.Crypt(0.9), func() float64 { return p.Around(work, 0.7) }, func(c *conn) {
		c.Ask(p.Int(300, 500)+p.Bytes(int(out), 0.5), p.Int(150, 420), 0.1)
		c.Ask(p.Int(300, 600), p.Bytes(int(in), 0.6), 0.1)
	})
}

// progress streams status of running calculations: training, solvers.
func progress(p *Prog) {
	step := p.Scale(2, 90)
	p.Keep(p.Service(0.4), p.Port(443, 6006, 5000), p.Crypt(0.7), p.Scale(3000, 200000), func(c *conn) {
		c.Ask(p.Int(400, 900), p.Int(200, 500), 0.05)
		c.Live(
			&habit{Gap: p.Every(step, 0.25), Do: func() { c.Ask(p.Bytes(420, 0.25), p.Int(40, 230), p.Exp(0.04)) }},
			&habit{Gap: p.Random(step * 60), Do: func() { c.Up(int(p.Tail(5000, 3e7, 0.8))) }})
	})
}

// inference answers questions to a model that come over a kept connection.
func inference(p *Prog) {
	from := p.Crowd(p.Int(2, 6), true, 0)
	gap := p.Scale(2, 90)
	p.Fork(p.Int(1, 4), func(q *Prog) {
		q.Serve(q.Port(8000, 8001, 50051), q.Crypt(0.2), q.Random(5), from, func(c *conn) {
			c.Limit(q.Scale(300, 90000))
			c.Live(&habit{Gap: q.Often(gap), Do: func() {
				c.Up(q.Bytes(1500, 0.8))
				for range 1 + q.Rank(40) { // the answer comes in words
					if !c.Wait(q.Between(0.02, 0.3)) {
						return
					}
					c.Down(q.Int(60, 260))
				}
			}})
		})
	})
}

// runner waits for build jobs by long poll; a job means much traffic.
func runner(p *Prog) {
	hold, job := p.Scale(3, 60), p.Scale(1500, 20000)
	p.Keep(p.Service(0.3), 443, p.Crypt(1), p.Scale(1000, 20000), func(c *conn) {
		for c.Ask(p.Int(700, 1700), p.Int(150, 700), hold) {
			if p.Chance(hold / job * p.Host.Rhythm.Pace(p.Now)) {
				c.Down(p.Size(3000, 80000))
				for range p.Size(5, 300) { // the log of the job
					if !c.Ask(p.Bytes(1200, 1), p.Int(150, 400), 0.05) || !c.Wait(p.Exp(4)) {
						return
					}
				}
			}
			if !c.Wait(p.Exp(1)) {
				return
			}
		}
	})
}

// compile spreads source files over helpers.
func compile(p *Prog) {
	helpers := p.Crowd(p.Int(2, 6), true, 0)
	for {
		p.Sleep(p.Gap(p.Scale(1500, 12000)))
		for range p.Size(10, 600) {
			if c := p.Dial(helpers(), 3632); c != nil {
				c.Ask(p.Bytes(90000, 0.8), p.Bytes(30000, 1), p.Around(1, 0.8))
				c.Close()
			}
			p.Sleep(p.Exp(0.7))
		}
	}
}

// git fetches: mostly nothing new.
func git(p *Prog) {
	p.Poll(p.Service(0.3), p.Port(443, 22), p.Crypt(0.95), p.Often(p.Scale(60, 4000)), func(c *conn) {
		c.Ask(p.Int(250, 500), p.Size(800, 90000), 0.1)
		if p.Chance(0.15) {
			c.Ask(p.Int(600, 3000), int(p.Tail(3000, 5e8, 0.6)), 0.3)
		}
	})
}

// images pulls container images when something is deployed.
func images(p *Prog) {
	p.Poll(p.Service(0.4), p.Port(443, 5000), p.Crypt(0.95), p.Often(p.Scale(900, 30000)), func(c *conn) {
		c.Ask(p.Int(500, 1600), p.Int(300, 6000), 0.1)
		for range p.Rank(15) {
			c.Ask(p.Int(500, 1600), int(p.Tail(2000, 1e9, 0.5)), 0.1)
		}
	})
}

// executor is a data-flow worker: heartbeats and now and then a shuffle.
func executor(p *Prog) {
	p.Keep(p.Service(1), p.Port(7077, 8020, 8031, 6066), p.Crypt(0.1), p.Scale(3000, 200000), func(c *conn) {
		c.Ask(p.Int(300, 1200), p.Int(200, 900), 0.01)
		c.Live(
			&habit{Gap: p.Every(dice.Pick(p.Dice, 1.0, 3, 10), 0.02), Do: func() { c.Ask(p.Bytes(260, 0.3), p.Int(50, 160), 0.002) }},
			&habit{Gap: p.Often(p.Scale(20, 900)), Do: func() {
				for range 1 + p.Rank(30) {
					c.Call(p.Bytes(2500, 0.4), p.Bytes(1100, 0.5), p.Exp(0.5))
				}
			}},
			&habit{Gap: p.Random(4000), Do: func() { c.Ask(int(p.Tail(1e5, 1e9, 0.7)), 200, 0.1) }})
	})
}

// licence renews its permission to run.
func licence(p *Prog) {
	p.Keep(p.Service(0.8), p.Port(27000, 1947, 5053), p.Crypt(0.2), 0, func(c *conn) {
		c.Ask(p.Int(140, 400), p.Int(140, 900), 0.02)
		c.Live(&habit{Gap: p.Every(p.Scale(20, 600), 0.01), Do: func() { c.Ask(p.Int(30, 150), p.Int(30, 150), 0.003) }})
	})
}

// rpcStream is a service that calls another, both ways over one connection.
func rpcStream(p *Prog) {
	size := p.Size(40, 900)
	p.Keep(p.Service(0.85), p.Port(50051, 9000, 443), p.Crypt(0.5), p.Scale(900, 200000), func(c *conn) {
		c.Ask(p.Int(60, 140), p.Int(40, 80), 0.005)
		c.Live(
			&habit{Gap: p.Often(p.Scale(1, 60)), Do: func() { c.Ask(p.Bytes(size, 0.3), p.Bytes(size, 0.6), p.Exp(0.01)) }},
			&habit{Gap: p.Often(p.Scale(2, 120)), Do: func() { c.Down(p.Bytes(size, 0.5)) }},
			&habit{Gap: p.Every(dice.Pick(p.Dice, 10.0, 20, 30, 300), 0.005), Do: func() { c.Ask(17, 17, 0) }})
	})
}

// fileShare is a mounted directory: attributes, leases, and real reading.
func fileShare(p *Prog) {
	p.Keep(p.Service(1), p.Port(2049, 445), 0, 0, func(c *conn) {
		c.Live(
			&habit{Gap: p.Every(p.Scale(20, 60), 0.02), Do: func() { c.Ask(p.Int(100, 180), p.Int(90, 160), 0.001) }},
			&habit{Gap: p.Often(p.Scale(5, 200)), Do: func() {
				for range 1 + p.Rank(25) {
					c.Ask(p.Int(140, 260), p.Int(120, 400), 0.001)
				}
			}},
			&habit{Gap: p.Often(p.Scale(100, 3000)), Do: func() { c.Ask(180, int(p.Tail(4000, 2e8, 0.7)), 0.002) }})
	})
}

// deadService is called again and again though it is gone for good.
func deadService(p *Prog) {
	peer := p.Places.Stranger(p.Chance(0.6))
	peer.Policy = dice.Pick(p.Dice, netsim.Refuse, netsim.Drop, netsim.Reject)
	port, retry := p.Port(8125, 5432, 3128, 4444, 3333, 8080), p.Scale(1, 120)
	backoff := dice.Pick(p.Dice, 1, 1, 1.5, 2)
	for {
		pause := retry
		for range p.Int(3, 60) {
			p.Dial(peer, port)
			p.Sleep(pause * p.Between(0.95, 1.05))
			pause = min(600, pause*backoff)
		}
		p.Sleep(p.Tail(1, 7200, 0.5))
	}
}
