package data

import "makes/y/internal/sim"

// SnowflakeQuery posts a statement, then holds the result request up to 45 seconds at a time, then fetches chunks; a session
// heartbeat each hour.
func SnowflakeQuery(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(60, 3000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 310)
		c.Ask(2200, 2900, 0.3)
		for n := 1 + x.R.Poisson(2); n > 0 && c.OK(); n-- {
			run := x.R.Log(4, 1.5)
			c.Ask(x.R.Size(1900, 0.5), 900, min(run, 45))
			for run > 45 {
				run -= 45
				c.Ask(1100, 900, min(run, 45))
			}
			c.Ask(900, x.R.Size(60000, 1.6), 0.1)
		}
		x.Sleep(x.R.Exp(40))
		c.Close(0)
	}
}

// TrinoClient polls nextUri while its query runs, waiting up to a second each time.
func TrinoClient(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(60, 2500)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / (0.1 + x.Office())))
		c := x.Dial(a, b, 8080)
		c.Ask(x.R.Size(1600, 0.6), 760, 0.02)
		for n := x.R.Size(8, 1.1); n > 0 && c.OK(); n-- {
			c.Ask(420, 980, x.R.Between(0.2, 1))
		}
		c.Ask(420, x.R.Size(40000, 1.4), 0.05)
		c.Close(0)
	}
}

// Jupyter is an analyst's notebook: the server's websocket ping each half minute, cells run now and then, autosave each two minutes.
func Jupyter(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		x.Sleep(min(x.R.Exp(5000/(0.02+x.Office())), 14400))
		c := x.Dial(a, b, 8888)
		c.Ask(900, 140, 0.01)
		ping, cell, save := x.T+30, x.T+x.R.Exp(40), x.T+120
		for stop := x.T + x.R.Log(7000, 1); c.OK() && x.T < stop; {
			switch x.Until(ping, cell, save) {
			case 0:
				c.Down(2)
				c.Up(6)
				ping += 30
			case 1:
				c.Up(x.R.Size(900, 0.4))
				x.Sleep(x.R.Log(0.3, 1.6))
				for n := x.R.Int(3, 7); n > 0; n-- {
					c.Down(x.R.Size(600, 0.9))
				}
				cell = x.T + x.R.Log(60, 1.3)
			case 2:
				c.Ask(x.R.Size(40000, 1), 320, 0.02)
				save += 120
			}
		}
		c.Close(0)
	}
}

// Debezium is change capture off a MySQL: the binlog stream without anything going back but acknowledgements of TCP, and its
// keep-alive thread asking each minute.
func Debezium(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(0.3, 25)
	x.Fork(func(y *sim.Ctx) {
		for y.Run() {
			c := y.Dial(a, b, 3306)
			c.Down(95)
			c.Ask(200, 11, 0.001)
			for c.OK() {
				y.Sleep(60)
				c.Ask(32, 90, 0.0005)
			}
			c.Close(0)
			y.Sleep(5)
		}
	})
	for x.Run() {
		c := x.Dial(a, b, 3306)
		c.Down(95)
		c.Ask(200, 11, 0.001)
		c.Ask(70, 160, 0.001)
		for c.OK() {
			x.Sleep(min(x.R.Exp(gap/x.Shop()), 10))
			c.Down(x.R.Size(900, 0.9))
		}
		c.Close(0)
		x.Sleep(10)
	}
}

// FIXFeed is a session with a bank or exchange for rates: Heartbeat of some eighty bytes each thirty seconds both ways, quotes.
func FIXFeed(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, beat, id := p.Ratio(2, 200), []float64{30, 30, 60, 10}[p.Int(0, 3)], p.Int(70, 100)
	for x.Run() {
		c := x.Dial(a, b, p.Int(5000, 9999))
		if p.Chance(0.6) {
			c.TLS(12, 300)
		}
		c.Ask(id+50, id+40, 0.01)
		up, down, quote := x.T+beat, x.T+beat*1.01, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(up, down, quote) {
			case 0:
				c.Up(id)
				up += beat
			case 1:
				c.Down(id)
				down = x.T + beat
			case 2:
				c.Down(id + x.R.Int(60, 260))
				if x.R.Chance(0.05) {
					c.Ask(id+110, id+170, 0.01)
					up = x.T + beat
				}
				down = x.T + beat
				quote = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 60))
	}
}

// FTPIngest fetches a supplier's files: the control channel's chatter and a passive data connection per file.
func FTPIngest(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every, size := []float64{3600, 900, 86400 / 4}[p.Int(0, 2)], p.Int(9000, 9000000)
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, 21)
		c.Down(60)
		c.Ask(14, 36, 0.02)
		c.Ask(16, 30, 0.1)
		c.Ask(8, 31, 0.01)
		for n := 1 + x.R.Poisson(2); n > 0 && c.OK(); n-- {
			c.Ask(6, 50, 0.01)
			x.Fork(func(y *sim.Ctx) {
				d := y.Dial(a, b, y.R.Int(40000, 60000))
				d.Down(y.R.Size(size, 0.9))
				d.Close(1)
			})
			c.Ask(30, 70, 0.05)
			x.Sleep(x.R.Exp(4))
			c.Down(24)
		}
		c.Ask(6, 14, 0.01)
		c.Close(1)
		x.Sleep(every)
	}
}

// Rsync mirrors a tree over SSH each hour or night.
func Rsync(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	every, files := []float64{3600, 21600, 900}[p.Int(0, 2)], p.Int(100, 20000)
	x.Sleep(x.R.F() * every)
	for x.Run() {
		c := x.Dial(a, b, 22)
		c.Ask(21, 41, 0.01)
		c.Ask(1500, 1080, 0.01)
		c.Ask(2000, 900, 0.03)
		c.Up(files * 28)
		x.Sleep(x.R.Log(2, 0.7))
		c.Down(x.R.Size(600, 1))
		for n := x.R.Poisson(8); n > 0; n-- {
			c.Ask(x.R.Size(60000, 1.4), 60, 0.01)
		}
		c.Close(0)
		x.Sleep(every)
	}
}

// ClickHouse is an ingester on the native protocol: a block every second or few, progress packets back, pings.
func ClickHouse(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every, block := p.Between(1, 20), p.Int(900, 60000)
	for x.Run() {
		c := x.Dial(a, b, 9000)
		c.Ask(70, 60, 0.001)
		for c.OK() {
			x.Sleep(every)
			c.Ask(1, 1, 0)
			c.Ask(280, 190, 0.002)
			c.Ask(x.R.Size(block, 0.6), 12, 0.01)
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.5, 5))
	}
}

// TableauBridge waits on a websocket of the hosted reports: ping each twenty seconds or so, jobs that run a query and upload.
func TableauBridge(x *sim.Ctx, a, b *sim.Host) {
	beat := x.Of(a).Between(15, 45)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 290)
		c.Ask(1400, 420, 0.1)
		ping, job := x.T+beat, x.T+x.R.Exp(3000)
		for c.OK() {
			switch x.Until(ping, job) {
			case 0:
				c.Ask(6, 2, 0.01)
				ping += beat
			case 1:
				c.Down(x.R.Size(1300, 0.4))
				x.Sleep(x.R.Log(4, 1))
				c.Up(x.R.Size(30000, 1.4))
				job = x.T + x.R.Exp(2000/(0.1+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(3, 30))
	}
}
