package mine

import (
	"math"

	"makes/ae/internal/layer"
	"makes/ae/internal/rnd"
	"makes/ae/internal/tcp"
)

// worker is a program that mines, or a proxy that does so for many.
type worker struct {
	r        rnd.R
	speed    float64 // 1 to 20 times the slowest of the coin
	alive    float64 // seconds of silence until it says that it is there
	report   float64 // seconds from one report of its hash rate to the next
	poll     float64 // seconds from one question for work to the next, 0 if pushed
	bundle   float64 // share of finds that come in pairs, as from many cards
	config   bool    // asks for version rolling or extranonces first
	padding  int     // of its name and worker's name in each submit
	throttle float64 // part of the time in which it works
}

func newWorker(r rnd.R, c *coin) *worker {
	k := &worker{r: r, speed: r.Log(1, 20), config: r.P(.5), padding: r.Int(0, 50), throttle: 1, bundle: rnd.Pick(r, 0, 0, .05, .15)}
	switch c.dialect {
	case "cryptonote":
		k.alive = rnd.Pick(r, 60., 60, 60, 30, 0)
		k.padding = 0 // login's answer has a short id, submit carries no name
	case "ethproxy":
		k.report = rnd.Pick(r, 10., 60, 60, 30, 5)
		k.poll = rnd.Pick(r, 0, 0, 0, .5, 2, 5)
	case "ethstratum", "kawpow":
		k.report = rnd.Pick(r, 0, 0, 60., 30)
	case "grin":
		k.alive = rnd.Pick(r, 30., 60, 0)
	}
	if r.P(.15) {
		k.throttle = r.Uni(.3, .8)
	}
	return k
}

func (k *worker) size() string {
	return [3]string{"slow", "middle", "fast"}[min(2, int(math.Log(k.speed)/math.Log(20)*3))]
}

// greet is all that is said before the first share.
func (k *worker) greet(s *layer.Stream, p *pool, t float64) float64 {
	c, r := p.coin, k.r
	login, job := r.Int(c.login[0], c.login[1]), p.next(t)
	say := func(d, n int) {
		wait := p.hold
		if d == tcp.Up {
			wait = .0005
		}
		t = s.Say(t+wait*r.Uni(.8, 1.3), d, n)
	}
	switch c.dialect {
	case "cryptonote":
		say(tcp.Up, login)
		say(tcp.Down, p.job(job)+r.Int(70, 120))
	case "getwork":
		say(tcp.Up, login)
		say(tcp.Down, p.job(job))
	case "grin":
		say(tcp.Up, login)
		say(tcp.Down, r.Int(56, 70))
		say(tcp.Up, r.Int(64, 90))
		say(tcp.Down, p.job(job))
	case "binary":
		// Noise: an ephemeral key, then key, signature and certificate
		say(tcp.Up, 64)
		say(tcp.Down, rnd.Pick(r, 234, 170))
		say(tcp.Up, login/2)
		say(tcp.Down, 34)
		say(tcp.Up, login/3)
		say(tcp.Down, r.Int(80, 110))
		say(tcp.Down, p.job(job))
	default:
		if k.config {
			say(tcp.Up, r.Int(70, 150))
			say(tcp.Down, r.Int(50, 130))
		}
		say(tcp.Up, login*2/5)
		say(tcp.Down, r.Int(70, 230))
		say(tcp.Up, login*3/5+k.padding)
		say(tcp.Down, p.reply)
		if c.dialect != "ethproxy" {
			say(tcp.Down, r.Int(54, 120))
		}
		say(tcp.Down, p.job(job))
	}
	return t
}

// mine talks until a time, or until the connection is gone.
func (k *worker) mine(s *layer.Stream, p *pool, t, until float64, resumed bool) float64 {
	r := k.r
	mean := p.first * math.Sqrt(20) / k.speed
	if resumed && p.window > 0 {
		mean = p.target * r.Uni(.75, 1.3)
	}
	mean = min(max(mean, 1.2), 900) // no pool bears more
	inf := math.Inf(1)
	job := p.next(t)
	lag := s.RTT()/2 + p.hold*r.Float64()
	share, ping, report, poll := t+r.Exp(mean)/k.throttle, inf, inf, inf
	from, count, window := t, 0, inf
	if p.window > 0 {
		window = t + p.window
	}
	if p.ping > 0 {
		ping = t + p.ping*r.Float64()
	}
	if k.report > 0 {
		report = t + k.report*r.Float64()
	}
	if k.poll > 0 {
		poll = t + k.poll
	}
	last, dirty := t, -1.
	for s.Open() {
		push := inf
		if job < len(p.jobs) {
			push = p.jobs[job] + lag
		}
		alive := inf
		if k.alive > 0 {
			alive = last + k.alive
		}
		now := min(push, share, ping, report, poll, alive, window)
		if now >= until {
			break
		}
		switch now {
		case push:
			if k.poll == 0 {
				if p.diffAlways && p.coin.dialect != "cryptonote" {
					s.Say(now, tcp.Down, r.Int(54, 68))
				}
				s.Say(now+.0002, tcp.Down, p.job(job))
			}
			if p.clean[job] {
				dirty = now
			}
			job++
		case share:
			share = k.share(s, p, now, now-dirty < s.RTT()+.2) + r.Exp(mean)/k.throttle
			count++
			last = now
		case ping:
			n := r.Int(40, 56)
			s.Say(now, tcp.Down, n)
			s.Say(now+s.RTT(), tcp.Up, n-4)
			ping = now + p.ping
		case report:
			s.Say(now, tcp.Up, 150+k.padding)
			s.Say(now+s.RTT()+p.hold, tcp.Down, p.reply)
			report = now + k.report + r.Uni(0, .05)
			last = now
		case poll:
			s.Say(now, tcp.Up, r.Int(60, 64))
			s.Say(now+s.RTT()+p.hold, tcp.Down, p.job(job))
			poll = now + k.poll
			last = now
		case alive:
			s.Say(now, tcp.Up, 82+k.padding)
			s.Say(now+s.RTT()+p.hold, tcp.Down, r.Int(66, 74))
			last = now
		case window:
			window = now + p.window
			pace := (now - from) / max(float64(count), .5)
			if math.Abs(pace/p.target-1) < p.slack {
				continue
			}
			x := min(max(p.target/pace, .25), 4)
			mean = min(max(mean*x, .8), 900)
			from, count = now, 0
			share = now + .01 + r.Exp(mean)/k.throttle
			if p.coin.dialect != "cryptonote" {
				s.Say(now, tcp.Down, r.Int(54, 110))
			}
			s.Say(now+.001, tcp.Down, p.job(job))
		}
	}
	return max(last, t)
}

// share submits what was found, and gives the time of the answer.
func (k *worker) share(s *layer.Stream, p *pool, t float64, late bool) float64 {
	n := 1
	if k.r.P(k.bundle) {
		n = 2
	}
	for range n {
		there := s.Say(t, tcp.Up, p.submit+k.padding+k.r.IntN(3))
		answer := p.reply
		if late && k.r.P(.6) || k.r.P(p.stale) {
			answer += k.r.Int(12, 60) // stale, low difficulty, duplicate
		}
		t = s.Say(there+p.hold*k.r.Uni(.7, 1.6), tcp.Down, answer)
	}
	return t
}
