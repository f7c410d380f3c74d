package office

import "makes/y/internal/sim"

// BGP is the session of a virtual router: KEEPALIVE of 19 bytes at a third of the hold time, seldom an UPDATE.
func BGP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	keep := []float64{10, 30, 60, 3}[p.Int(0, 3)]
	for x.Run() {
		c := x.Dial(a, b, 179)
		c.Ask(57, 57, 0.01)
		c.Ask(19, 19, 0.001)
		c.Ask(p.Int(60, 300), p.Int(60, 900), 0.02)
		up, down, update := x.T+keep, x.T+keep*1.02, x.T+x.R.Exp(20000)
		for c.OK() {
			switch x.Until(up, down, update) {
			case 0:
				c.Up(19)
				up = x.T + x.R.Between(0.75, 1)*keep
			case 1:
				c.Down(19)
				down = x.T + x.R.Between(0.75, 1)*keep
			case 2:
				c.Down(x.R.Int(50, 110))
				update = x.T + x.R.Exp(20000)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 120))
	}
}

// tunnelLoad sends packets both ways as people behind a link make them, for ten seconds.
func tunnelLoad(x *sim.Ctx, u *sim.Dgram, most float64, over int) {
	n := x.R.Poisson(min(most*x.Office(), 300))
	u.Flood(0, 10, n, x.R.Int(90, 500)+over)
	u.Flood(1, 10, n+x.R.Poisson(min(most*x.Office(), 200)), x.R.Int(90, 900)+over)
}

// IPsec is a site's tunnel through NAT: ESP in UDP 4500, keep-alives of one byte each twenty seconds, dead-peer detection, rekeying.
func IPsec(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	most, dpd := p.Ratio(3, 200), p.Between(10, 30)
	u := x.UDP(a, b, 4500, 4500)
	nat, dead, rekey, load := x.T+20, x.T+dpd, x.T+3600*0.9, x.T
	for x.Run() {
		switch x.Until(nat, dead, rekey, load) {
		case 0:
			u.Up(1)
			nat += 20
		case 1:
			u.Ask(84, 84, 0.001)
			dead += dpd
		case 2:
			u.Ask(460, 460, 0.05)
			rekey = x.T + 3600*x.R.Between(0.85, 0.95)
		case 3:
			tunnelLoad(x, u, most, 60)
			load += 10
		}
	}
}

// WireGuard is an administrator's or a site's peer: a persistent keep-alive of 32 bytes each 25 seconds and a handshake each
// two minutes while there is traffic.
func WireGuard(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	most := p.Ratio(0.3, 60)
	u := x.UDP(a, b, 51820, 51820)
	keep, shake, load := x.T+25, x.T, x.T
	for x.Run() {
		switch x.Until(keep, shake, load) {
		case 0:
			u.Up(32)
			keep += 25
		case 1:
			u.Ask(148, 92, 0.001)
			shake += 120
		case 2:
			tunnelLoad(x, u, most, 32)
			load += 10
		}
	}
}

// OpenVPNTCP are home offices at the company's OpenVPN server over TCP: pings of the daemon each ten seconds of silence, inner
// packets in bursts, rekeying each hour.
func OpenVPNTCP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	port, ping := []int{1194, 443, 943}[p.Int(0, 2)], []float64{10, 10, 20}[p.Int(0, 2)]
	for x.Run() {
		workday(x, 3000)
		c := x.Dial(a, b, port)
		c.Ask(44, 56, 0.002)
		c.Ask(340, 2600, 0.01)
		c.Ask(2700, 340, 0.01)
		c.Ask(160, 420, 0.02)
		up, down, burst, rekey := x.T+ping, x.T+ping, x.T+1, x.T+3600
		for stop := x.T + x.R.Log(12000, 0.9); c.OK() && x.T < stop; {
			switch x.Until(up, down, burst, rekey) {
			case 0:
				c.Up(42)
				up += ping
			case 1:
				c.Down(42)
				down += ping
			case 2:
				for n := x.R.Int(1, 25); n > 0; n-- {
					c.Up(x.R.Size(130, 0.9))
					x.Sleep(0.02)
					c.Down(x.R.Size(500, 1))
				}
				up, down = x.T+ping, x.T+ping
				burst = x.T + x.R.Log(9, 1.4)
			case 3:
				c.Ask(380, 2800, 0.02)
				c.Ask(2800, 400, 0.02)
				rekey += 3600
			}
		}
		c.Close(0)
	}
}

// SIPTrunk is the telephone system to its carrier: OPTIONS each half minute, REGISTER before it runs out, calls with a packet
// each twenty milliseconds.
func SIPTrunk(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	options, register := p.Between(20, 60), p.Between(50, 580)
	u := x.UDP(a, b, 5060, 5060)
	opt, reg, call := x.T+options, x.T+register, x.T+x.R.Exp(600)
	for x.Run() {
		switch x.Until(opt, reg, call) {
		case 0:
			u.Ask(430, 480, 0.01)
			opt += options
		case 1:
			u.Ask(520, 460, 0.01)
			u.Ask(720, 500, 0.01)
			reg += register
		case 2:
			u.Ask(1100, 340, 0.1)
			u.Down(880)
			u.Up(420)
			talk := x.R.Log(110, 1)
			x.Fork(func(y *sim.Ctx) {
				m := y.UDP(a, b, y.R.Int(5000, 9999)*2, y.R.Int(5000, 14999)*2)
				m.Flood(0, talk, int(talk*50), 172)
				m.Flood(1, talk, int(talk*50), 172)
				y.Sleep(talk)
			})
			call = x.T + x.R.Exp(400/(0.02+x.Office()))
		}
	}
}

// AS2 exchanges documents with a partner: a signed POST and a receipt, a few an hour.
func AS2(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(300, 5000)
	for x.Run() {
		workday(x, gap)
		c := x.Dial(a, b, []int{443, 4080, 5080}[p.Int(0, 2)])
		c.TLS(12, 290)
		c.Ask(x.R.Size(14000, 0.8), 3900, x.R.Log(0.8, 0.6))
		c.Close(0)
	}
}

// SFTPDrop looks into a partner's folder each quarter hour and fetches what is there.
func SFTPDrop(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := []float64{900, 300, 3600, 600}[p.Int(0, 3)]
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, 22)
		c.Ask(33, 41, 0.01)
		c.Ask(1500, 1080, 0.01)
		c.Ask(48, 500, 0.02)
		c.Ask(90, 60, 0.02)
		c.Ask(700, 44, 0.03)
		c.Ask(150, 120, 0.01)
		for n := 3 + x.R.Poisson(2*x.Office()); n > 0; n-- {
			c.Ask(92, x.R.Size(300, 0.9), 0.01)
		}
		if x.R.Chance(0.3) {
			c.Ask(92, x.R.Size(90000, 1.2), 0.05)
		}
		c.Close(0)
		x.Sleep(every)
	}
}

// Modbus is the building's gateway asked for registers every second or few.
func Modbus(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every, reads := []float64{1, 2, 5, 10}[p.Int(0, 3)], p.Int(1, 6)
	for x.Run() {
		c := x.Dial(a, b, 502)
		for c.OK() {
			for n := range reads {
				c.Ask(12, 9+2*(4+7*n), 0.02)
			}
			x.Sleep(every)
		}
		c.Close(0)
		x.Sleep(5)
	}
}

// OPCUA is a subscription to the plant's server: publish requests answered when values change or as keep-alive, a read of the
// server's state each five seconds by some clients, channel renewal.
func OPCUA(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	interval, items := []float64{0.5, 1, 5, 10}[p.Int(0, 3)], p.Int(1, 30)
	for x.Run() {
		c := x.Dial(a, b, 4840)
		c.Ask(64, 28, 0.002)
		c.Ask(132, 135, 0.01)
		c.Ask(900, 1900, 0.02)
		renew := x.T + 2700
		state := x.T + 5
		for c.OK() {
			x.Sleep(interval)
			if n := x.R.Poisson(float64(items) * 0.2); n > 0 {
				c.Down(120 + n*38)
				c.Up(94)
			}
			if x.T > state {
				c.Ask(120, 96, 0.002)
				state = x.T + 5
			}
			if x.T > renew {
				c.Ask(132, 135, 0.002)
				renew = x.T + 2700
			}
		}
		c.Close(0)
		x.Sleep(10)
	}
}

// RemoteHelp is a support tool's host waiting at its relay: a few bytes each way every half minute or so, for weeks.
func RemoteHelp(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	port, beat, up, down := []int{5938, 6568, 443}[p.Int(0, 2)], p.Between(12, 65), p.Int(5, 90), p.Int(5, 90)
	for x.Run() {
		c := x.Dial(a, x.Other(b), port)
		c.Ask(200, 300, 0.02)
		c.Ask(420, 380, 0.02)
		for c.OK() {
			x.Sleep(beat)
			c.Ask(up, down, 0.002)
			if x.R.Chance(0.003) {
				c.Ask(600, 500, 0.02)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(2, 30))
	}
}

// NightBackup streams a machine's changes to the backup server after hours, asks every ten minutes in between whether it should.
func NightBackup(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	hour, port, size := p.Between(0, 5), []int{9102, 6180, 1500, 8400}[p.Int(0, 3)], p.Int(20000000, 900000000)
	night := x.T + x.NextDaily(hour)
	ask := x.T + x.R.F()*600
	for x.Run() {
		switch x.Until(night, ask) {
		case 0:
			c := x.Dial(a, b, port)
			c.Ask(300, 200, 0.01)
			for left := x.R.Size(size, 0.4); left > 0 && c.OK(); left -= 4 << 20 {
				c.Up(min(left, 4<<20))
				c.Down(40)
				x.Sleep(x.R.Exp(0.3))
			}
			c.Close(0)
			night += 86400
		case 1:
			c := x.Dial(a, b, port)
			c.Ask(180, 140, 0.01)
			c.Close(0)
			ask = x.T + 600
		}
	}
}
