package mine

import (
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

// blocked is a miner whose connections come to nothing.
func (g *rig) blocked(fate sim.Fate) {
	r := g.R
	servers := []*sim.Peer{rnd.Pick(r, g.pool.servers...)}
	if r.Chance(0.5) {
		servers = g.pool.servers
	}
	tries := rnd.Pick(r, 1, 3, 5, 5)
	patience := rnd.Pick[float64](r, 5, 10, 20, 20, 30, 127)
	slower := rnd.Pick(r, 1, 1, 1, 1.5, 2) // some back off
	most := r.LogU(60, 900)
	respawn := 0.0 // some are started anew by cron, or a worm
	if r.Chance(0.3) {
		respawn = rnd.Pick[float64](r, 60, 300, 600)
	}
	port, first := g.pool.port, g.words.greet[0].up
	if g.through != "plain" {
		port, first = g.pool.securePort, r.Int(220, 620) // a client hello
	}
	pause := g.pause
	for i := 0; g.Running(); i++ {
		g.Lookup()
		to := sim.Target{Peer: servers[i/tries%len(servers)], Port: port}
		g.Fail(to, fate, patience, first)
		g.Sleep(pause + r.Exp(0.2))
		pause = max(g.pause, min(pause*slower, most))
		if respawn > 0 && i%tries == tries-1 {
			g.Sleep(respawn * r.U(0.9, 1.1))
		}
	}
}
