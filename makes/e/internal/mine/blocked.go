package mine

import "makes/e/internal/sim"

// blocked is a miner that never gets through: it tries its pools in turn, each
// a few times, with the pauses of its program.
func blocked(p *sim.Program, pools []*pool, fate sim.Fate, tls bool) {
	pause, tries := sim.Pick(p.Dice, 1.0, 5, 5, 5, 10, 15, 20, 30, 60), p.Int(1, 6)
	timeout := sim.Pick(p.Dice, 5.0, 10, 20, 20, 30, 130)
	rests, rest := p.Chance(0.3), p.Log(60, 3600)
	for p.Alive() {
		for _, pl := range pools {
			door := sim.Pick(p.Dice, pl.doors...)
			if tls {
				door = door.At(pl.tlsPort)
			}
			for range tries {
				if p.Chance(0.3) {
					p.Resolve()
				}
				p.Knock(door, fate, timeout)
				p.Wait(pause * p.Between(0.97, 1.05))
			}
		}
		if rests { // a watchdog starts it anew
			p.Wait(rest)
		}
	}
}
