// Package store holds databases, caches and message brokers as their clients use them.
package store

import "makes/y/internal/sim"

// MySQLShort is a PHP page's connection: greeting, authentication, SET NAMES, some queries, COM_QUIT.
func MySQLShort(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, rows := p.Ratio(4, 120), p.Int(300, 7000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		c := x.Dial(a, b, 3306)
		c.Down(95)
		c.Ask(190, 11, 0.001)
		c.Ask(26, 11, 0.0003)
		for n := x.R.Int(3, 40); n > 0; n-- {
			c.Ask(x.R.Size(160, 0.6), x.R.Size(rows, 1), x.R.Log(0.0012, 0.9))
		}
		c.Up(5)
		c.Close(0)
	}
}

// JDBCPool is HikariCP on MySQL: connections kept half an hour, validated by COM_PING, statements by the pace of the shop.
func JDBCPool(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, rows := p.Ratio(0.4, 40), p.Int(200, 5000)
	for range p.Int(1, 5) {
		x.Fork(func(x *sim.Ctx) {
			for x.Run() {
				c := x.Dial(a, b, 3306)
				c.KeepAlive(0, 7200)
				c.Down(95)
				c.Ask(36, 0, 0)
				c.TLS(12, 280)
				c.Ask(210, 11, 0.001)
				c.Ask(900, 1200, 0.001)
				for stop := x.T + 1800*x.R.Between(0.97, 1); c.OK() && x.T < stop; {
					w := x.R.Exp(gap / x.Shop())
					x.Sleep(min(w, stop-x.T))
					if w > 0.5 {
						c.Ask(5, 11, 0.0003)
					}
					c.Ask(24, 11, 0.0002)
					c.Ask(x.R.Size(220, 0.5), x.R.Size(rows, 0.9), x.R.Log(0.002, 0.9))
					c.Ask(11, 11, 0.001)
				}
				c.Up(5)
				c.Close(0)
				x.Sleep(0.5)
			}
		})
	}
}

// PgBouncer is a pooler's server connections to PostgreSQL: extended-protocol queries in transactions, DISCARD ALL between
// clients, an idle connection closed after ten minutes.
func PgBouncer(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, rows := p.Ratio(0.5, 50), p.Int(150, 3000)
	for x.Run() {
		c := x.Dial(a, b, 5432)
		c.Ask(92, 13, 0.001)
		c.Ask(55, 24+340, 0.005)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			x.Sleep(min(w, 600))
			if w > 600 {
				break
			}
			for n := x.R.Int(1, 5); n > 0; n-- {
				c.Ask(x.R.Size(180, 0.5), x.R.Size(rows, 0.8), x.R.Log(0.0015, 0.9))
			}
			if x.R.Chance(0.3) {
				c.Ask(17, 27, 0.0004)
			}
		}
		c.Up(5)
		c.Close(0)
		x.Sleep(x.R.Exp(gap))
	}
}

// PgListen is an application that LISTENs: nothing moves but a rare notification and the kernel's keep-alives.
func PgListen(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, ka := p.Ratio(10, 900), []float64{60, 300, 7200}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, b, 5432)
		c.KeepAlive(1, ka)
		c.Ask(8, 1, 0.001)
		c.TLS(13, 420)
		c.Ask(88, 24, 0.001)
		c.Ask(120, 420, 0.004)
		c.Ask(24, 19, 0.001)
		for c.OK() {
			x.Sleep(x.R.Exp(gap))
			c.Down(x.R.Size(70, 0.4))
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// PgReplica is streaming replication: WAL as it is made, a status update of 34 bytes each ten seconds, and the sender's
// keep-alive of 18 when it is silent for half its time-out.
func PgReplica(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, wal := p.Ratio(0.2, 8), p.Int(200, 6000)
	for x.Run() {
		c := x.Dial(a, b, 5432)
		c.Ask(78, 420, 0.003)
		c.Ask(60, 24, 0.001)
		status, data := x.T+10, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(status, data) {
			case 0:
				c.Up(39)
				status = x.T + 10
			case 1:
				w := x.R.Exp(gap / x.Shop())
				c.Down(30 + x.R.Size(wal, 0.9))
				x.Sleep(0.001)
				c.Up(39)
				data = x.T + min(w, 30)
			}
		}
		c.Close(0)
		x.Sleep(5)
	}
}

// Binlog is a MySQL replica: events as they come, a heartbeat event of 43 bytes when half the net time-out passes in silence,
// and with semi-synchronous replication an acknowledgement per transaction.
func Binlog(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, event, semi, beat := p.Ratio(0.15, 20), p.Int(250, 3000), p.Chance(0.3), []float64{30, 10, 15}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, b, 3306)
		c.Down(95)
		c.Ask(200, 11, 0.001)
		for range 6 {
			c.Ask(60, 90, 0.0005)
		}
		c.Ask(60, 160, 0.001)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			x.Sleep(min(w, beat))
			if w > beat {
				c.Down(43)
				continue
			}
			c.Down(x.R.Size(event, 0.8))
			if semi {
				x.Sleep(0.001)
				c.Up(35)
			}
		}
		c.Close(0)
		x.Sleep(60)
	}
}

// TDS is an application on SQL Server: login with encryption of the login only, RPC calls by an ADO.NET pool, which closes
// an idle connection after four to eight minutes.
func TDS(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, rows := p.Ratio(0.8, 90), p.Int(200, 6000)
	for x.Run() {
		c := x.Dial(a, b, 1433)
		c.KeepAlive(0, 30)
		c.Ask(94, 43, 0.001)
		c.Ask(190, 1400, 0.003)
		c.Ask(190, 100, 0.003)
		c.Ask(520, 480, 0.004)
		idle := x.R.Between(240, 480)
		for c.OK() {
			w := x.R.Exp(gap / (0.05 + x.Office()))
			x.Sleep(min(w, idle))
			if w > idle {
				break
			}
			c.Ask(60, 50, 0.0006)
			c.Ask(x.R.Size(420, 0.5), x.R.Size(rows, 0.9), x.R.Log(0.003, 1))
		}
		c.Close(0)
		x.Sleep(x.R.Exp(gap))
	}
}

// Oracle is a Net8 session of the ERP: calls while people work, and with SQLNET.EXPIRE_TIME a ten-byte probe every ten minutes.
func Oracle(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, probe := p.Ratio(2, 120), []float64{600, 600, 1e9}[p.Int(0, 2)]
	for range p.Int(1, 4) {
		x.Fork(func(x *sim.Ctx) {
			for x.Run() {
				c := x.Dial(a, b, 1521)
				c.Ask(240, 8, 0.002)
				c.Ask(240, 32, 0.002)
				c.Ask(1100, 900, 0.004)
				c.Ask(2000, 1600, 0.01)
				next, call := x.T+probe, x.T+x.R.Exp(gap)
				for stop := x.T + x.R.Log(30000, 1); c.OK() && x.T < stop; {
					switch x.Until(next, call) {
					case 0:
						c.Down(10)
						next += probe
					case 1:
						for n := x.R.Int(1, 6); n > 0; n-- {
							c.Ask(x.R.Size(210, 0.5), x.R.Size(900, 1), x.R.Log(0.003, 0.9))
						}
						call = x.T + x.R.Exp(gap/(0.03+x.Office()))
					}
				}
				c.Ask(11, 11, 0.001)
				c.Up(10)
				c.Close(0)
				x.Sleep(x.R.Between(1, 60))
			}
		})
	}
}

// AlwaysOn is an availability group's mirroring endpoint: log blocks, and a ping of the session when a second was silent.
func AlwaysOn(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(0.3, 12)
	for x.Run() {
		c := x.Dial(a, b, 5022)
		c.Ask(400, 400, 0.01)
		ping, log := x.T+1, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(ping, log) {
			case 0:
				c.Up(92)
				c.Down(92)
				ping = x.T + x.R.Between(1, 3)
			case 1:
				c.Ask(x.R.Size(2400, 0.9), 180, 0.002)
				log = x.T + x.R.Exp(gap/(0.1+x.Shop()))
			}
		}
		c.Close(0)
		x.Sleep(10)
	}
}

// Mongo is a driver: a monitoring connection on which the server streams hello replies every ten seconds, and a pool.
func Mongo(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, doc := p.Ratio(0.5, 60), p.Int(200, 4000)
	x.Fork(func(y *sim.Ctx) {
		for y.Run() {
			c := y.Dial(a, b, 27017)
			c.Ask(310, 330, 0.001)
			c.Up(150)
			for c.OK() {
				y.Sleep(10)
				c.Down(312)
			}
			c.Close(0)
			y.Sleep(1)
		}
	})
	x.Fork(func(y *sim.Ctx) {
		for y.Run() {
			c := y.Dial(a, b, 27017)
			for c.OK() {
				c.Ask(140, 310, 0.0005)
				y.Sleep(10)
			}
			c.Close(0)
			y.Sleep(1)
		}
	})
	for x.Run() {
		c := x.Dial(a, b, 27017)
		c.Ask(310, 330, 0.001)
		c.Ask(180, 170, 0.02)
		for c.OK() {
			x.Sleep(x.R.Exp(gap / x.Shop()))
			c.Ask(x.R.Size(260, 0.4), x.R.Size(doc, 0.9)+60, x.R.Log(0.002, 0.9))
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// Cassandra is a driver's control and data connections: CQL frames, OPTIONS as heartbeat after thirty idle seconds.
func Cassandra(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, row := p.Ratio(0.6, 90), p.Int(80, 1500)
	for x.Run() {
		c := x.Dial(a, b, 9042)
		c.Ask(9, 60, 0.001)
		c.Ask(31, 9, 0.001)
		c.Ask(60, 60, 0.01)
		for c.OK() {
			w := x.R.Exp(gap / x.Shop())
			if w > 30 {
				x.Sleep(30)
				c.Ask(9, 60, 0.0005)
				continue
			}
			x.Sleep(w)
			c.Ask(x.R.Size(140, 0.4), x.R.Size(row, 0.7), x.R.Log(0.002, 0.6))
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// CassandraGossip is a node's gossip round to another: SYN, ACK, ACK2 whenever the die falls on it.
func CassandraGossip(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	nodes := float64(p.Int(3, 24))
	c := x.Dial(a, b, 7000)
	for x.Run() {
		if !c.OK() {
			x.Sleep(5)
			c = x.Dial(a, b, 7000)
			continue
		}
		x.Sleep(1 + x.R.Exp(nodes/2))
		c.Ask(60+int(nodes)*34, 80+x.R.Size(300, 0.6), 0.001)
		c.Up(x.R.Size(160, 0.6))
	}
}
