// Package stray holds traffic nobody planned: scanners, guessers, dead services that are still called, denied ones.
package stray

import (
	"makes/y/internal/rng"
	"makes/y/internal/sim"
)

// Scanners are strangers who try ports of a public address: most dropped by the security group, some reset, a few answered.
func Scanners(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(60, 700)
	x.Limit = 0.5
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		a := x.W.Visitor(rng.Pick(x.R, sim.Linux, sim.Device))
		for n := 1 + x.R.Poisson(0.6); n > 0; n-- {
			port := rng.Pick(x.R, 22, 23, 80, 443, 445, 1433, 2375, 3306, 3389, 5060, 5900, 6379, 8080, 8443, 9200, 3333, 8545, 27017, x.R.Int(1, 65535))
			x.Knock(a, b, port, rng.Pick(x.R, sim.Ingress, sim.Ingress, sim.Ingress, sim.Refused))
			x.Sleep(x.R.Exp(4))
		}
	}
}

// SSHGuess are guessers at an open port 22: a banner, a key exchange, some passwords, over and over from one address.
func SSHGuess(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(400, 4000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		x.Fork(func(y *sim.Ctx) {
			a := y.W.Visitor(sim.Linux)
			for n := y.R.Size(15, 1.2); n > 0 && y.Run(); n-- {
				c := y.Dial(a, b, 22)
				c.Ask(y.R.Int(14, 28), 41, 0.01)
				c.Ask(y.R.Int(600, 1500), 1080, 0.01)
				c.Ask(y.R.Int(60, 120), 500, 0.02)
				for m := y.R.Int(1, 3); m > 0; m-- {
					c.Ask(y.R.Int(80, 150), 84, 2)
				}
				c.Close(y.R.Int(0, 1))
				y.Sleep(y.R.Exp(20))
			}
		})
	}
}

// WebProbe are robots that ask an old site for login pages and leaked files.
func WebProbe(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap, page := p.Ratio(90, 1500), p.Int(400, 9000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		x.Fork(func(y *sim.Ctx) {
			a := y.W.Visitor(sim.Linux)
			for n := 1 + y.R.Poisson(2); n > 0; n-- {
				c := y.Dial(a, b, 80)
				c.Ask(y.R.Int(120, 420), y.R.Size(page, 0.5), 0.1)
				c.Close(y.R.Int(0, 1))
				y.Sleep(y.R.Exp(3))
			}
		})
	}
}

// DeadAgent is an agent whose server was taken away: it connects, waits, and comes back after a pause that may grow.
func DeadAgent(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	port := []int{443, 1514, 8140, 10051, 9997, 5044, 3306, 5672, 4505, 61616, 8089, 6379, 9092, 1883}[p.Int(0, 13)]
	pause, grow, most := p.Ratio(3, 240), []float64{1, 1, 1.5, 2}[p.Int(0, 3)], p.Ratio(30, 900)
	fate := []sim.Fate{sim.Silent, sim.Silent, sim.Refused}[p.Int(0, 2)]
	x.Limit = []float64{0, 5, 10, 30, 3}[p.Int(0, 4)]
	for wait := pause; x.Run(); {
		x.Knock(a, b, port, fate)
		x.Sleep(x.R.Near(wait, 0.1))
		wait = min(wait*grow, most+pause)
	}
}

// Denied is something the company's rules do not let out or in: it is tried for ever.
func Denied(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	port := []int{25, 443, 8443, 22, 3389, 5938, 6697, 123, 8883, 4444, 9001, 14433}[p.Int(0, 11)]
	pause := p.Ratio(3, 600)
	x.Limit = []float64{0, 5, 15, 30}[p.Int(0, 3)]
	fate := []sim.Fate{sim.Egress, sim.Egress, sim.NoReturn, sim.Ingress}[p.Int(0, 3)]
	if b.If != nil && fate == sim.Egress {
		// Where only the called machine is logged, its own rules are the ones to see.
		fate = sim.Ingress
	}
	for x.Run() {
		x.Knock(a, b, port, fate)
		x.Sleep(x.R.Near(pause, 0.3))
	}
}

// DeniedUDP is a time or name server outside that the rules block.
func DeniedUDP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	port, size, every := []int{123, 53, 514, 161}[p.Int(0, 3)], p.Int(40, 76), p.Ratio(5, 200)
	for x.Run() {
		u := x.UDP(a, b, 0, port)
		u.Deny(0)
		u.Up(size)
		u.Done()
		x.Sleep(x.R.Near(every, 0.2))
	}
}

// HalfDead is a service that takes the connection and closes it at once, or after the first words, and is tried again.
func HalfDead(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	port, pause, words := []int{8443, 5044, 1433, 636, 8080, 9200, 389}[p.Int(0, 6)], p.Ratio(5, 600), p.Chance(0.6)
	for x.Run() {
		c := x.Dial(a, b, port)
		if words {
			c.Ask(p.Int(60, 517), p.Int(7, 260), 0.01)
		}
		if p.Chance(0.5) {
			c.Reset(1)
		} else {
			c.Close(1)
		}
		x.Sleep(x.R.Near(pause, 0.2))
	}
}

// Nessus is the security team's scanner at one host: a sweep of ports once in a while, then talk with those that are open.
func Nessus(x *sim.Ctx, a, b *sim.Host) {
	x.Sleep(x.R.F() * 86400)
	for x.Run() {
		x.Limit = 0.2
		for range x.R.Int(40, 150) {
			x.Knock(a, b, x.R.Int(1, 9999), rng.Pick(x.R, sim.Refused, sim.Ingress))
			x.Sleep(0.2)
		}
		for range 10 {
			c := x.Dial(a, b, rng.Pick(x.R, 22, 80, 443, 445))
			c.Ask(x.R.Int(40, 600), x.R.Size(900, 0.8), 0.02)
			c.Close(0)
		}
		x.Sleep(x.R.Between(0.9, 3) * 86400)
	}
}

// OldWordPress is a forgotten blog: its own cron call each minute, plug-ins that ask for updates twice a day, a feed nobody reads.
func OldWordPress(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 290)
		c.Ask(x.R.Size(9000, 0.4), x.R.Size(30000, 0.5), 0.4)
		c.Close(0)
		x.Sleep(x.R.Between(2000, 43200))
	}
}
