package mine

import (
	"makes/y/internal/flow"
	"makes/y/internal/rng"
	"makes/y/internal/sim"
)

// barrier is how a pool is kept away from a miner.
type barrier int

const (
	byGroup    barrier = iota // the security group or network ACL drops what goes out
	byReturn                  // the network ACL lets the SYN out and drops the answer: seen as silence from here
	bySilence                 // somewhere on the way
	byReset                   // refused
	bySinkhole                // the name server gives an address that refuses
	byContent                 // a firewall resets the connection when it sees the first words
)

// besiege is a miner that cannot reach any of its pools: it goes through its list with its program's own pauses, for ever.
func (g *rig) besiege(x *sim.Ctx, a *sim.Host, servers []*sim.Host, port int, b barrier, v *route, resolver *sim.Host) {
	x.Limit = g.soft.connect
	pause := g.soft.pause
	for n := 0; x.Run(); n++ {
		server := servers[n/g.soft.tries%len(servers)]
		switch b {
		case byGroup:
			x.Knock(a, server, port, sim.Egress)
		case byReturn, bySilence:
			x.Knock(a, server, port, sim.Silent)
		case byReset:
			x.Knock(a, server, port, sim.Refused)
		case bySinkhole:
			if n%g.soft.tries == 0 {
				lookup(x, a, resolver)
			}
			x.Knock(a, server, port, sim.Refused)
		case byContent:
			c := x.Dial(a, server, port)
			if v.how == plain {
				c.Up(104 + g.wallet + g.pass + g.soft.agent)
			} else {
				c.Up(max(g.soft.hello, 240))
			}
			x.Sleep(c.RTT())
			c.Reset(1)
		}
		x.Sleep(x.R.Near(pause, 0.05))
		pause = min(pause*g.soft.backoff, 600)
		if x.R.Chance(0.0006) {
			// Somebody, or a watchdog, starts it again.
			pause = g.soft.pause
			x.Sleep(x.R.Exp(300))
		}
	}
}

// lookup asks the domain's name server for the pool's name.
func lookup(x *sim.Ctx, a, resolver *sim.Host) {
	y := sim.NewCtx(x.W, &flow.Label{Class: "benign", Name: "domain-dns"}, x.T, x.R)
	for range 2 {
		u := y.UDP(a, resolver, 0, 53)
		u.Ask(y.R.Int(38, 46), y.R.Int(54, 90), 0.002)
		u.Done()
	}
	y.Finish()
}

func chooseBarrier(r *rng.R) barrier {
	return rng.Pick(r, byGroup, byGroup, byGroup, byReturn, bySilence, bySilence, byReset, byReset, bySinkhole, byContent)
}
