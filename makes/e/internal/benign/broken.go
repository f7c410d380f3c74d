package benign

import "makes/e/internal/sim"

// Programs whose traffic meets a fault.
var broken = []Kind{
	{"dead-service", deadService, odds{"any": 0.12}},
	{"lost-host", lostHost, odds{"any": 0.08}},
	{"egress-rejected", egressRejected, odds{"any": 0.08}},
	{"crash-loop", crashLoop, odds{"service": 0.08, "node": 0.08}},
	{"login-failing", loginFailing, odds{"any": 0.03}},
	{"flapping-link", flappingLink, odds{"iot": 0.1, "any": 0.02}},
}

// retrying knocks with growing pauses up to a limit, as client libraries do.
func retrying(p *sim.Program, peer sim.Peer, fate sim.Fate) {
	pause, limit, factor := p.Log(0.5, 30), p.Log(5, 600), sim.Pick(p.Dice, 1, 1, 1.5, 1.6, 2)
	timeout := sim.Pick(p.Dice, 3.0, 5, 10, 20, 30, 130)
	for limit = max(limit, pause); p.Alive(); {
		p.Knock(peer, fate, timeout)
		p.Wait(pause * p.Between(0.9, 1.1))
		pause = min(pause*factor, limit)
	}
}

func anyPort(p *sim.Program) uint16 {
	return sim.Pick(p.Dice, uint16(443), 443, 80, 8080, 5432, 6379, 9092, 5672, 3333, 4444, 8125, 9200, 14444)
}

func deadService(p *sim.Program) {
	p.Wait(p.Between(0, p.End/2))
	p.End = min(p.End, p.Now+p.Log(5*minute, 3*day))
	retrying(p, p.World.Either(p.Dice, 0.3, anyPort(p)), sim.Refused)
}

func lostHost(p *sim.Program) {
	p.Wait(p.Between(0, p.End/2))
	p.End = min(p.End, p.Now+p.Log(5*minute, 3*day))
	retrying(p, p.World.Either(p.Dice, 0.5, anyPort(p)), sim.Dropped)
}

func egressRejected(p *sim.Program) {
	retrying(p, p.World.Either(p.Dice, 0.8, anyPort(p)), sim.Rejected)
}

// crashLoop starts, does its startup talk, and dies.
func crashLoop(p *sim.Program) {
	pause, peer, tls := 5.0, p.World.Either(p.Dice, 0.3, anyPort(p)), p.Chance(0.4)
	for p.Alive() {
		c := perhapsTLS(p.Dial(peer), tls)
		for range p.LogInt(1, 9) {
			c.Ask(p.LogInt(30, 900), p.LogInt(30, 3000), 0.01)
		}
		p.Wait(p.Log(0.2, 60))
		c.Abort(sim.Client)
		p.Wait(pause)
		pause = min(pause*2, 300)
	}
}

func loginFailing(p *sim.Program) {
	peer := p.World.Either(p.Dice, 0.4, anyPort(p))
	poll(p, p.Log(2, 300), 0.1, func() {
		c := p.Dial(peer)
		c.Ask(p.Int(60, 400), p.Int(40, 200), p.Log(0.01, 3))
		c.Drop()
	})
}

// flappingLink loses its peer again and again.
func flappingLink(p *sim.Program) {
	peer, size, period := p.World.Public(anyPort(p)), p.LogInt(40, 600), p.Log(1, 60)
	for p.Alive() {
		c := p.Dial(peer)
		p.Loop(p.Now+p.Log(10, 1200), every(p, period, 0.1, func() { c.Ask(p.Near(size, 0.2), p.Int(4, 90), 0.02) }))
		c.Vanish(size)
		for range p.LogInt(1, 20) {
			p.Knock(peer, sim.Dropped, 10)
		}
	}
}
