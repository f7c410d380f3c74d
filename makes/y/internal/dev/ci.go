// Package dev holds what developers run: builds, clusters, shells, chats and things forgotten.
package dev

import "makes/y/internal/sim"

// JenkinsAgent is remoting on the inbound TCP port: a ping of some hundred bytes each four to five minutes, channel chatter, builds.
func JenkinsAgent(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	ping := p.Between(235, 305)
	for x.Run() {
		c := x.Dial(a, b, 50000)
		c.Ask(120, 90, 0.01)
		c.Ask(2600, 2900, 0.05)
		down, up, monitor, build := x.T+ping, x.T+ping*1.1, x.T+60, x.T+x.R.Exp(4000)
		for c.OK() {
			switch x.Until(down, up, monitor, build) {
			case 0:
				c.Down(410)
				x.Sleep(0.005)
				c.Up(380)
				down += ping
			case 1:
				c.Ask(410, 380, 0.005)
				up += ping
			case 2:
				c.Down(x.R.Int(600, 900))
				x.Sleep(0.02)
				c.Up(x.R.Int(500, 800))
				monitor += 60
			case 3:
				for n := x.R.Size(120, 1); n > 0 && c.OK(); n-- {
					c.Up(x.R.Size(700, 0.9))
					if x.R.Chance(0.2) {
						c.Down(x.R.Size(420, 0.6))
					}
					x.Sleep(x.R.Exp(1.5))
				}
				build = x.T + x.R.Exp(3000/(0.03+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(10, 20))
	}
}

// GitLabRunner asks for a job every three seconds over a kept connection; the server may hold the request near a minute.
func GitLabRunner(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	hold := p.Chance(0.5)
	for x.Run() {
		c := x.Dial(a, b, 443)
		c.TLS(13, 1500)
		job := x.T + x.R.Exp(4000)
		for c.OK() {
			if hold {
				c.Ask(1080, 640, 50)
			} else {
				c.Ask(1080, 640, 0.05)
			}
			x.Sleep(3)
			if x.T > job {
				c.Ask(1080, 9000, 0.1)
				for n := x.R.Size(60, 0.9); n > 0 && c.OK(); n-- {
					c.Ask(600+x.R.Size(1500, 0.8), 560, 0.05)
					x.Sleep(3)
				}
				job = x.T + x.R.Exp(3000/(0.03+x.Office()))
			}
		}
		c.Close(0)
		x.Sleep(3)
	}
}

// ActionsRunner holds a message request fifty seconds at a time, renews its token each hour, and runs a job now and then.
func ActionsRunner(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 420)
		for n := x.R.Int(20, 200); n > 0 && c.OK(); n-- {
			w := x.R.Exp(2500 / (0.03 + x.Office()))
			if w > 50 {
				c.Ask(2300, 430, 50)
				continue
			}
			c.Ask(2300, 12000, w)
			for m := x.R.Size(40, 0.9); m > 0 && c.OK(); m-- {
				c.Ask(x.R.Size(2600, 0.6), 700, 0.06)
				x.Sleep(x.R.Exp(4))
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(0.2, 3))
	}
}

// Buildkite pings for work each second to some and beats each minute.
func Buildkite(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	every := p.Between(1, 10)
	for x.Run() {
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1480)
		beat := x.T + 60
		for c.OK() {
			x.Sleep(x.R.Near(every, 0.2))
			c.Ask(130, 190, 0.05)
			if x.T > beat {
				c.Ask(230, 220, 0.05)
				beat += 60
			}
			if x.R.Chance(0.0002) {
				break
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 5))
	}
}

// GitFetch is the clone and fetch of builds and people over SSH.
func GitFetch(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(200, 5000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap / (0.03 + x.Office())))
		c := x.Dial(a, x.Other(b), 22)
		c.Ask(21, 24, 0.01)
		c.Ask(1500, 900, 0.01)
		c.Ask(1208, 1500, 0.01)
		c.Ask(700, 60, 0.05)
		c.Ask(180, x.R.Size(5000, 0.8), 0.1)
		if x.R.Chance(0.5) {
			c.Ask(x.R.Size(1500, 0.5), x.R.Size(40000, 1.8), 0.2)
		}
		c.Close(0)
	}
}

// RegistryPull fetches an image: a token, the manifest, layers.
func RegistryPull(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(900, 20000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 1480)
		c.Ask(240, 420, 0.05)
		c.Ask(420, 2400, 0.1)
		c.Ask(2400, 3400, 0.1)
		for n := x.R.Int(0, 7); n > 0; n-- {
			c.Ask(2400, x.R.Size(1500000, 1.7), 0.1)
		}
		c.Close(0)
	}
}

// Kubelet is a node's HTTP/2 connection to the API server: lease renewals each ten seconds, status each five minutes or on change,
// watches whose items come as they do, pings after thirty seconds of silence.
func Kubelet(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(b)
	gap := p.Ratio(4, 120)
	for x.Run() {
		c := x.Dial(a, b, 443)
		c.Mutual(13, 1480, 1300, 1100)
		c.Ask(24+60, 60, 0.001)
		c.Ask(420, p.Int(20000, 200000), 0.05)
		lease, status, item, renew := x.T+10, x.T+300, x.T+x.R.Exp(gap), x.T+x.R.Between(300, 600)
		for c.OK() {
			switch x.Until(lease, status, item, renew) {
			case 0:
				c.Ask(460, 420, 0.004)
				lease += 10
			case 1:
				c.Ask(2200, 5200, 0.01)
				status += 300
			case 2:
				c.Down(x.R.Size(1900, 0.8))
				if x.R.Chance(0.3) {
					c.Ask(x.R.Size(900, 0.5), x.R.Size(3200, 0.4), 0.005)
				}
				item = x.T + x.R.Exp(gap)
			case 3:
				c.Ask(150, 90, 0.002)
				renew = x.T + x.R.Between(300, 600)
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// KubeWatch is a controller or proxy that only watches: an item sometimes, leader election each two seconds if it is one.
func KubeWatch(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap, leader := p.Ratio(5, 300), p.Chance(0.4)
	for x.Run() {
		c := x.Dial(a, b, 443)
		c.TLS(13, 1480)
		c.Ask(24+60+900, 60, 0.002)
		c.Ask(300, x.R.Size(40000, 0.8), 0.02)
		elect, item, ping := x.T+2, x.T+x.R.Exp(gap), x.T+30
		if !leader {
			elect = 1e12
		}
		for c.OK() {
			switch x.Until(elect, item, ping) {
			case 0:
				c.Ask(90, 520, 0.003)
				c.Ask(640, 560, 0.004)
				elect += x.R.Between(2, 2.2)
			case 1:
				c.Down(x.R.Size(1500, 0.8))
				item = x.T + x.R.Exp(gap)
			case 2:
				c.Ask(17, 17, 0)
				ping += 30
			}
		}
		c.Close(0)
		x.Sleep(x.R.Between(1, 10))
	}
}

// KubeLogs is somebody following a pod's log through the API server's tunnel to the node.
func KubeLogs(x *sim.Ctx, a, b *sim.Host) {
	for x.Run() {
		x.Sleep(min(x.R.Exp(4000/(0.02+x.Office())), 14400))
		c := x.Dial(a, b, 10250)
		c.Mutual(13, 1480, 1100, 1100)
		c.Ask(260, 140, 0.01)
		gap := x.R.Ratio(0.2, 20)
		for stop := x.T + x.R.Log(600, 1.2); c.OK() && x.T < stop; {
			x.Sleep(x.R.Exp(gap))
			c.Down(x.R.Size(240, 0.7))
		}
		c.Close(0)
	}
}

// PackageFetch is npm, pip or Maven in a build: a lot of small gets and some large ones.
func PackageFetch(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	gap := p.Ratio(1200, 20000)
	for x.Run() {
		x.Sleep(x.R.Exp(gap))
		c := x.Dial(a, x.Other(b), 443)
		c.TLS(13, 517)
		for n := x.R.Size(25, 1); n > 0 && c.OK(); n-- {
			c.Ask(x.R.Int(190, 420), x.R.Size(30000, 1.6), 0.01)
		}
		c.Close(0)
	}
}

// ArgoCD is the repository server's look at git every three minutes.
func ArgoCD(x *sim.Ctx, a, b *sim.Host) {
	p := x.Of(a)
	repos := p.Int(1, 9)
	for x.Run() {
		for range repos {
			c := x.Dial(a, x.Other(b), 443)
			c.TLS(13, 1480)
			c.Ask(240, x.R.Size(5200, 0.3), 0.1)
			c.Close(0)
			x.Sleep(x.R.Exp(5))
		}
		x.Sleep(x.R.Between(175, 185))
	}
}
