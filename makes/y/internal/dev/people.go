package dev

import "makes/y/internal/sim"

// SSHShell is a person at a shell: keystrokes of 36 to 52 bytes, echoes, screens; ServerAliveInterval while away.
func SSHShell(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	alive := []float64{60, 30, 15, 300, 1e9}[p.Int(0, 4)]
	for x.Run() {
		x.Sleep(min(x.R.Exp(5000/(0.02+x.Office())), 20000))
		c := x.Dial(a, b, 22)
		c.Ask(21, 41, 0.01)
		c.Ask(1500, 1080, 0.01)
		c.Ask(1208, 1500, 0.01)
		c.Ask(44, 60, 0.01)
		c.Ask(600, 900, 0.1)
		for stop := x.T + x.R.Log(2500, 1.4); c.OK() && x.T < stop; {
			w := x.R.Log(0.4, 1.7)
			if x.R.Chance(0.02) {
				w = x.R.Log(400, 1.2)
			}
			for ; w > alive; w -= alive {
				x.Sleep(alive)
				c.Ask(52, 36, 0.001)
			}
			x.Sleep(min(w, 3600))
			c.Ask(36, 36, 0.001)
			if x.R.Chance(0.08) {
				c.Down(x.R.Size(600, 1.1))
			}
		}
		c.Close(0)
	}
}

// RemoteIDE is an editor's server over SSH: keep-alives of its protocol each five seconds, file events, completion.
func RemoteIDE(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		x.Sleep(min(x.R.Exp(6000/(0.02+x.Office())), 20000))
		c := x.Dial(a, b, 22)
		c.Ask(21, 41, 0.01)
		c.Ask(1500, 1080, 0.01)
		c.Ask(1900, 2500, 0.1)
		beat, edit := x.T+5, x.T+x.R.Exp(4)
		for stop := x.T + x.R.Log(9000, 0.9); c.OK() && x.T < stop; {
			switch x.Until(beat, edit) {
			case 0:
				c.Ask(92, 92, 0.005)
				beat += 5
			case 1:
				c.Ask(x.R.Size(420, 0.7), x.R.Size(1600, 1), 0.04)
				edit = x.T + x.R.Log(3, 1.6)
			}
		}
		c.Close(0)
	}
}

// ReverseSSH is an old helper's tunnel out of the network, kept by autossh with an alive message each half minute.
func ReverseSSH(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	beat := []float64{30, 60, 10}[p.Int(0, 2)]
	for x.Run() {
		c := x.Dial(a, b, []int{22, 2222, 443}[p.Int(0, 2)])
		c.Ask(21, 41, 0.01)
		c.Ask(1500, 1080, 0.01)
		c.Ask(1208, 1500, 0.01)
		c.Ask(140, 52, 0.01)
		for c.OK() {
			x.Sleep(beat)
			c.Ask(60, 36, 0.001)
			if x.R.Chance(0.002) {
				for n := x.R.Int(10, 300); n > 0; n-- {
					c.Down(x.R.Size(110, 0.7))
					c.Up(x.R.Size(300, 1))
					x.Sleep(x.R.Log(0.3, 1.2))
				}
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 30))
	}
}

// IRCBouncer is the bouncer at its network: PING each two minutes or so from either side, lines of talk.
func IRCBouncer(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap, ping := p.Ratio(3, 300), p.Between(90, 240)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 6697)
		c.TLS(13, 420)
		c.Ask(120, 300, 0.1)
		c.Ask(60, 5200, 0.5)
		up, down, line := x.T+ping, x.T+x.R.Between(60, 240), x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(up, down, line) {
			case 0:
				c.Ask(28, 52, 0)
				up += ping
			case 1:
				c.Down(30)
				c.Up(30)
				down = x.T + x.R.Between(120, 240)
			case 2:
				c.Down(x.R.Size(120, 0.4))
				line = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 60))
	}
}

// MatrixSync is a bot's /sync: a request held thirty seconds, answered early when something happened.
func MatrixSync(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(10, 400)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for n := x.R.Int(100, 2000); n > 0 && c.OK(); n-- {
			w := x.R.Exp(gap)
			c.Ask(420, 560, min(w, 30))
			if w < 30 {
				c.Down(x.R.Size(900, 0.6))
			}
		}
		c.Close(0)
		x.Sleep(1)
	}
}

// XMPP is a client stanza stream: whitespace or XEP-0199 pings each minute or five.
func XMPP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	beat, size, gap := []float64{60, 180, 300}[p.Int(0, 2)], []int{1, 1, 96}[p.Int(0, 2)], p.Ratio(20, 1500)
	for x.Run() {
		c := x.Dial(a, b, 5222)
		c.Ask(170, 420, 0.02)
		c.Ask(51, 50, 0.01)
		c.TLS(13, 420)
		c.Ask(170, 520, 0.05)
		c.Ask(260, 400, 0.05)
		next, msg := x.T+beat, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(next, msg) {
			case 0:
				c.Up(size)
				if size > 1 {
					x.Sleep(0.02)
					c.Down(88)
				}
				next += beat
			case 1:
				c.Down(x.R.Size(320, 0.5))
				msg = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(5, 40))
	}
}

// SlackBot is socket mode: pings from the server, an envelope and its acknowledgement per event, a fresh socket some times a day.
func SlackBot(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	beat, gap := p.Between(5, 31), p.Ratio(20, 1500)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		c.Ask(680, 230, 0.05)
		next, event := x.T+beat, x.T+x.R.Exp(gap)
		for stop := x.T + x.R.Between(3000, 21000); c.OK() && x.T < stop; {
			switch x.Until(next, event) {
			case 0:
				c.Down(35)
				c.Up(39)
				next += beat
			case 1:
				c.Down(x.R.Size(1500, 0.4))
				x.Sleep(0.05)
				c.Up(76)
				event = x.T + x.R.Exp(gap/(0.05+x.Office()))
			}
		}
		c.Close(1)
		x.Sleep(x.R.Between(0.2, 3))
	}
}

// DiscordBot is the gateway: a heartbeat each 41.25 seconds with its acknowledgement, compressed dispatches.
func DiscordBot(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(2, 300)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		c.Ask(340, 220, 0.05)
		c.Ask(420, x.R.Size(9000, 0.8), 0.2)
		beat, event := x.T+41.25*x.R.F(), x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(beat, event) {
			case 0:
				c.Ask(26, 18, 0.02)
				beat += 41.25
			case 1:
				c.Down(x.R.Size(300, 0.7))
				event = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 5))
	}
}

// TelegramBot is getUpdates held ten to sixty seconds.
func TelegramBot(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	hold, gap := []float64{10, 20, 50, 0.1}[p.Int(0, 3)], p.Ratio(30, 3000)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(12, 517)
		for n := x.R.Int(50, 1500); n > 0 && c.OK(); n-- {
			w := x.R.Exp(gap)
			if w < hold {
				c.Ask(300, x.R.Size(900, 0.4), w)
				c.Ask(420, 720, 0.05)
				continue
			}
			c.Ask(300, 410, hold)
			if hold < 5 {
				x.Sleep(2)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// Mattermost is the company chat's socket seen at its server: ping each minute by the server, typing and posts.
func Mattermost(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(6, 120)
	for x.Run() {
		x.Sleep(min(x.R.Exp(2500/(0.02+x.Office())), 14400))
		c := x.Dial(a, b, 8065)
		c.Ask(620, 140, 0.01)
		ping, event := x.T+60, x.T+x.R.Exp(gap)
		for stop := x.T + x.R.Log(16000, 0.8); c.OK() && x.T < stop; {
			switch x.Until(ping, event) {
			case 0:
				c.Down(2)
				c.Up(6)
				ping += 60
			case 1:
				c.Down(x.R.Size(900, 0.6))
				event = x.T + x.R.Exp(gap/(0.03+x.Office()))
			}
		}
		c.Close(0)
	}
}

// DERP is a mesh VPN's relay connection: a keep-alive frame each minute by the server, pings, packets if there is no direct way.
func DERP(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	relay := p.Chance(0.3)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1500)
		c.Ask(220, 420, 0.02)
		c.Ask(180, 120, 0.02)
		keep, load := x.T+60*x.R.F(), x.T+x.R.Exp(200)
		for c.OK() {
			switch x.Until(keep, load) {
			case 0:
				c.Down(5)
				keep += 60
			case 1:
				for n := x.R.Int(1, 9); n > 0; n-- {
					c.Ask(x.R.Int(150, 220), x.R.Int(150, 220), 0.03)
				}
				load = x.T + x.R.Exp(300)
				if relay {
					load = x.T + x.R.Exp(10/(0.05+x.Office()))
				}
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.5, 10))
	}
}

// Minecraft are players at a server somebody once set up: state packets twenty times a second, a keep-alive each fifteen seconds.
func Minecraft(x *sim.Ctx, _, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(1500, 20000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / x.Shop()))
		x.Fork(func(y *sim.Ctx) {
			c := y.Dial(y.W.Visitor(sim.Windows), b, 25565)
			c.Ask(40, 280, 0.05)
			c.Ask(520, y.R.Size(300000, 0.4), 0.2)
			for stop := y.T + y.R.Log(2400, 1); c.OK() && y.T < stop; {
				y.Sleep(0.5)
				for range 4 {
					c.Down(y.R.Size(160, 0.7))
				}
				c.Up(y.R.Int(20, 80))
			}
			c.Close(0)
		})
	}
}

// Torrent is a forgotten client's peers: keep-alives of four bytes each two minutes, HAVEs, pieces in sixteen-kilobyte blocks.
func Torrent(x *sim.Ctx, a, _ *sim.Host) {
	gap := x.R.Ratio(60, 900)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		x.Fork(func(y *sim.Ctx) {
			b := y.W.Visitor(sim.Windows)
			if y.R.Chance(0.5) {
				y.Limit = 15
				y.Knock(a, b, y.R.Int(6881, 62000), sim.Silent)
				return
			}
			c := y.Dial(a, b, y.R.Int(6881, 62000))
			c.Ask(68, 68, 0.05)
			c.Ask(y.R.Int(90, 600), y.R.Int(90, 600), 0.1)
			busy := y.R.Chance(0.3)
			for stop := y.T + y.R.Log(900, 1.3); c.OK() && y.T < stop; {
				if busy {
					for n := y.R.Int(1, 60); n > 0; n-- {
						c.Down(17)
						c.Up(16397)
					}
					y.Sleep(y.R.Exp(20))
					continue
				}
				y.Sleep(min(y.R.Exp(70), 120))
				if y.R.Chance(0.5) {
					c.Up(4)
				} else {
					c.Down(y.R.Int(4, 9))
				}
			}
			c.Reset(y.R.Int(0, 1))
		})
	}
}

// Syncthing is a device's link: index updates, a ping each ninety seconds of silence, TLS with its own certificates.
func Syncthing(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(60, 3000)
	for x.Run() {
		c := x.Dial(a, b, 22000)
		c.Mutual(13, 330, 600, 600)
		c.Ask(90, 90, 0.01)
		c.Ask(700, 700, 0.05)
		up, down, change := x.T+90, x.T+90.5, x.T+x.R.Exp(gap)
		for c.OK() {
			switch x.Until(up, down, change) {
			case 0:
				c.Up(8)
				up += 90
			case 1:
				c.Down(8)
				down += 90
			case 2:
				c.Down(x.R.Size(420, 0.5))
				c.Ask(120, x.R.Size(60000, 1.3), 0.05)
				up, down = x.T+90, x.T+90
				change = x.T + x.R.Exp(gap)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 60))
	}
}
