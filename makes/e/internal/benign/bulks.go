package benign

import "makes/e/internal/sim"

var bulks = []Kind{
	{"object-backup", objectBackup, odds{"database": 0.6, "any": 0.12}},
	{"package-mirror", packageMirror, odds{"any": 0.45}},
	{"rsync-job", rsyncJob, odds{"legacy": 0.2, "pipeline": 0.1, "web": 0.06}},
	{"data-shuffle", dataShuffle, odds{"pipeline": 0.5}},
	{"object-reading", objectReading, odds{"pipeline": 0.6, "build": 0.2, "service": 0.15}},
	{"sftp-drop", sftpDrop, odds{"legacy": 0.15, "pipeline": 0.1}},
	{"ftp-poll", ftpPoll, odds{"legacy": 0.1}},
	{"camera-upload", cameraUpload, odds{"iot": 0.15}},
}

var builds = []Kind{
	{"ci-runner", ciRunner, odds{"build": 1}},
	{"jenkins-agent", jenkinsAgent, odds{"build": 0.35}},
	{"image-pull", imagePull, odds{"node": 0.7, "build": 0.6, "service": 0.1}},
	{"git-fetch", gitFetch, odds{"build": 0.8, "desktop": 0.2, "node": 0.15}},
	{"gitops-poll", gitopsPoll, odds{"node": 0.15, "service": 0.05}},
	{"volunteer-compute", volunteerCompute, odds{"build": 0.06, "desktop": 0.1, "any": 0.01}},
	{"remote-cache", remoteCache, odds{"build": 0.3}},
}

func objectBackup(p *sim.Program) {
	size, hourly := p.LogInt(2_000_000, 6_000_000_000), p.Chance(0.3)
	period := day
	if hourly {
		period, size = hour, size/40
	}
	poll(p, period, 0.01, func() {
		p.Resolve()
		c := p.Dial(public(p, "objects", 6, 443)).AnyTLS()
		for left := p.Near(size, 0.3); left > 0 && p.Alive(); left -= 16_000_000 {
			c.Ask(900+min(left, 16_000_000), 350, 0.05)
		}
		c.Close()
	})
}

func packageMirror(p *sim.Program) {
	poll(p, sim.Pick(p.Dice, 3.0, 6, 12, 24)*hour, 0.3, func() {
		p.Resolve()
		c := p.Dial(public(p, "mirror", 6, sim.Pick(p.Dice, uint16(80), 443)))
		for range p.LogInt(2, 12) {
			c.Ask(p.Int(150, 350), p.LogInt(300, 30_000_000), 0.02)
		}
		c.Close()
	})
}

func rsyncJob(p *sim.Program) {
	server, files := private(p, "rsync", 3, sim.Pick(p.Dice, uint16(873), 22)), p.LogInt(200, 40000)
	poll(p, p.Log(10*minute, day), 0.05, func() {
		c := p.Dial(server)
		if server.Port == 22 {
			c.SSH()
		}
		c.Ask(p.Int(60, 200), p.Int(40, 100), 0.1)
		c.Ask(files*p.Int(20, 60), p.LogInt(2000, files*30), 1)
		c.Up(p.LogInt(1000, 400_000_000))
		c.Close()
	})
}

func dataShuffle(p *sim.Program) {
	job, stages := p.Log(3*minute, 2*hour), p.Int(1, 5)
	driver := private(p, "driver", 3, 7078)
	beats := p.Fork()
	threads(p, p.Int(2, 5), func(q *sim.Program) {
		worker := private(q, "worker", 20, 7337)
		poll(q, job, 0.4, func() {
			c := q.Dial(worker)
			for range stages {
				for range q.LogInt(2, 30) {
					c.Ask(q.Int(80, 300), q.LogInt(2000, 20_000_000), 0.01)
				}
				q.Wait(q.Log(1, 60))
			}
			c.Close()
		})
	})
	stay(beats, span{10 * minute, 5 * hour}, later, func() *sim.Conn { return beats.Dial(driver) }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{every(beats, 10, 0.01, func() { c.Ask(beats.LogInt(400, 6000), beats.Int(60, 150), 0.002) })}
	})
}

func objectReading(p *sim.Program) {
	mean, size := p.Log(2, 600), p.LogInt(5000, 8_000_000)
	stay(p, span{30, hour}, later, func() *sim.Conn { return p.Dial(public(p, "objects", 6, 443)).AnyTLS() }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{sometimes(p, mean, func() {
			if p.Chance(0.7) {
				c.Ask(p.Int(500, 900), 450+p.Near(size, 0.8), 0.03)
			} else {
				c.Ask(700+p.Near(size, 0.9), 350, 0.05)
			}
		})}
	})
}

func sftpDrop(p *sim.Program) {
	server := public(p, "sftp", 6, 22)
	poll(p, p.Log(5*minute, 6*hour), 0.05, func() {
		c := p.Dial(server).SSH()
		for range p.LogInt(4, 30) {
			c.Ask(p.Int(25, 90), p.LogInt(30, 2000), 0.003)
		}
		c.Up(p.LogInt(2000, 30_000_000))
		c.Close()
	})
}

func ftpPoll(p *sim.Program) {
	server := public(p, "ftp", 4, 21)
	poll(p, p.Log(minute, hour), 0.05, func() {
		c := p.Dial(server)
		c.Down(p.Int(20, 320))
		for range p.Int(5, 10) {
			c.Ask(p.Int(6, 40), p.Int(20, 90), 0.01)
		}
		d := p.Dial(server.At(uint16(p.Int(40000, 60000))))
		d.Down(p.LogInt(60, 4_000_000))
		d.Drop()
		c.Ask(6, 14, 0.005)
		c.Drop()
	})
}

func cameraUpload(p *sim.Program) {
	picture, motion := p.LogInt(20_000, 900_000), p.Log(20, 1800)
	stay(p, hours, soon, func() *sim.Conn { return p.Dial(public(p, "camera", 3, 443)).AnyTLS() }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			lively(p, motion, func() { c.Ask(p.Near(picture, 0.4), 250, 0.05) }),
			every(p, sim.Pick(p.Dice, 10.0, 30, 60), 0.02, func() { c.Ask(p.Int(60, 250), p.Int(40, 200), 0.01) }),
		}
	})
}

// ciRunner polls for jobs: short polls every few seconds, or held for 50 seconds.
func ciRunner(p *sim.Program) {
	server, held, job := either(p, 0.6, "forge", 3, 443), p.Chance(0.5), p.Log(3*minute, 3*hour)
	work := func(c *sim.Conn) {
		c.Down(p.LogInt(2000, 30000))
		for range p.LogInt(5, 200) { // a running job sends its log
			p.Wait(p.Between(2, 5))
			c.Ask(p.LogInt(500, 9000), p.Int(200, 500), 0.05)
		}
	}
	pause := sim.Pick(p.Dice, 3.0, 3, 5, 10)
	stay(p, span{5 * minute, 12 * hour}, soon, func() *sim.Conn { return p.Dial(server).Keep(15, 0).AnyTLS() }, func(c *sim.Conn) []*sim.Timer {
		ask := every(p, pause, 0.02, func() { c.Ask(p.Near(620, 0.02), p.Near(330, 0.05), 0.03) })
		if held {
			ask = every(p, 0.05, 0.5, func() { c.Ask(p.Near(1100, 0.05), p.Near(280, 0.1), p.Between(49.5, 50.5)) })
		}
		return []*sim.Timer{ask, lively(p, job, func() { work(c) })}
	})
}

func jenkinsAgent(p *sim.Program) {
	job := p.Log(10*minute, 4*hour)
	stay(p, days, later, func() *sim.Conn {
		c := p.Dial(private(p, "jenkins", 2, 50000))
		c.Ask(p.Int(100, 300), p.Int(200, 700), 0.02)
		return c.TLS(sim.TLS12)
	}, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{
			every(p, sim.Pick(p.Dice, 60.0, 240), 0.01, func() { c.Ask(p.Int(300, 900), p.Int(200, 700), 0.005) }),
			lively(p, job, func() {
				for range p.LogInt(20, 600) {
					c.Ask(p.LogInt(200, 4000), p.LogInt(100, 2500), 0.005)
					p.Wait(p.Exp(0.5))
				}
			}),
		}
	})
}

func imagePull(p *sim.Program) {
	mean := p.Log(15*minute, 8*hour)
	for p.Wait(p.Exp(mean)); p.Alive(); p.Wait(p.Exp(mean)) {
		p.Resolve()
		c := p.Dial(either(p, 0.7, "registry", 6, 443)).AnyTLS()
		c.Ask(p.Int(900, 2500), p.Int(700, 3000), 0.05)
		for range p.LogInt(1, 12) {
			c.Ask(p.Int(700, 1800), p.LogInt(1000, 150_000_000), 0.05)
		}
		c.Close()
	}
}

func gitFetch(p *sim.Program) {
	server, mean := either(p, 0.7, "git", 4, sim.Pick(p.Dice, uint16(443), 22)), p.Log(minute, 2*hour)
	poll(p, mean, 0.6, func() {
		c := p.Dial(server)
		if server.Port == 22 {
			c.SSH()
		} else {
			c.AnyTLS()
		}
		c.Ask(p.Int(250, 600), p.LogInt(800, 100000), 0.1)
		if p.Chance(0.3) {
			c.Ask(p.LogInt(300, 5000), p.LogInt(500, 40_000_000), 0.2)
		}
		c.Close()
	})
}

func gitopsPoll(p *sim.Program) {
	server := public(p, "git", 4, 443)
	threads(p, p.LogInt(1, 6), func(q *sim.Program) {
		poll(q, sim.Pick(q.Dice, 30.0, 60, 180, 180), 0.05, func() {
			c := q.Dial(server).AnyTLS()
			c.Ask(q.Int(250, 500), q.LogInt(800, 30000), 0.1)
			c.Close()
		})
	})
}

// volunteerCompute fetches work units, computes for long, uploads results.
func volunteerCompute(p *sim.Program) {
	unit, server := p.Log(10*minute, 5*hour), public(p, "volunteer", 3, 443)
	poll(p, unit, 0.3, func() {
		c := p.Dial(server).AnyTLS()
		c.Ask(p.Int(4000, 20000), p.Int(1500, 9000), 0.3)
		c.Ask(p.LogInt(5000, 9_000_000), 400, 0.2)
		c.Ask(500, p.LogInt(20_000, 30_000_000), 0.2)
		c.Close()
	})
}

func remoteCache(p *sim.Program) {
	burst := p.Log(2*minute, hour)
	stay(p, hours, soon, func() *sim.Conn { return p.Dial(private(p, "build-cache", 2, 9092)).Keep(30, 0).GRPC() }, func(c *sim.Conn) []*sim.Timer {
		return []*sim.Timer{lively(p, burst, func() {
			for range p.LogInt(10, 500) {
				c.Ask(p.Int(80, 250), p.LogInt(40, 900_000), 0.003)
			}
		})}
	})
}
