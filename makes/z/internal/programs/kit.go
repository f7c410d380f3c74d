// Package programs is the catalogue of ordinary programs: how each of them talks, with what parameters vary.
package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/clock"
	"makes/z/internal/rng"
	"makes/z/internal/tcp"
)

// Where is the place of a program's other end.
type Where int

// The places.
const (
	// Net is the internet.
	Net Where = iota
	// Cloud is a service of the provider in the same region.
	Cloud
	// Private is a host in the tenant's private network without flow logs of its own here.
	Private
	// Peer is a simulated interface of the tenant if there is one, or else Private.
	Peer
)

// Program is an entry of the catalogue.
type Program struct {
	Name  string
	Tags  string
	Where Where
	Ports []uint16
	// Clients is not zero for a server's side of a program: about so many clients come from Where.
	Clients int
	// Servers is the median number of other ends that a client's side talks with at once, 0 for one.
	Servers int
	// Own gives each of the clients or servers parameters of its own.
	Own  bool
	Make func(k *Kit) acts.Plan
}

// Kit draws a program's parameters.
type Kit struct {
	R *rng.Rand
	// Habit is the tenant's day.
	Habit acts.Habit
}

func ports(p ...uint16) []uint16 { return p }

func (k *Kit) log(lo, hi float64) float64 { return k.R.Log(lo, hi) }

// sz is a size that varies from message to message about a median drawn from lo to hi.
func (k *Kit) sz(lo, hi float64) acts.Size {
	return acts.Size{Med: k.R.Log(lo, hi), Sig: k.R.Between(0.02, 0.6)}
}

// near is a size that varies little.
func (k *Kit) near(lo, hi float64) acts.Size {
	return acts.Size{Med: k.R.Log(lo, hi), Sig: k.R.Between(0, 0.06)}
}

// fix is one size.
func (k *Kit) fix(lo, hi float64) acts.Size { return acts.Size{Med: float64(int(k.R.Log(lo, hi)))} }

// odd is mostly a small size, sometimes a large one.
func (k *Kit) odd(lo, hi, big float64) acts.Size {
	return acts.Size{Med: k.R.Log(lo, hi), Sig: k.R.Between(0.05, 0.4), Alt: k.R.Between(0.01, 0.2), Big: big * k.R.Log(0.5, 2)}
}

// every is a period of one of the usual round values or of any value from lo to hi.
func (k *Kit) every(lo, hi float64) acts.Gap {
	usual := [...]float64{1, 2, 3, 5, 10, 15, 20, 25, 30, 45, 50, 60, 90, 120, 180, 240, 300, 600, 900, 1800, 3600, 7200, 14400}
	var fit []float64
	for _, u := range usual {
		if u >= lo && u <= hi {
			fit = append(fit, u)
		}
	}
	jitter := rng.Pick(k.R, 0, 0.002, 0.01, 0.05, 0.1, 0.3)
	if len(fit) > 0 && k.R.Chance(0.65) {
		return acts.Every(fit[k.R.Intn(len(fit))], jitter)
	}
	return acts.Every(k.R.Log(lo, hi), jitter)
}

func (k *Kit) rand(lo, hi float64) acts.Gap { return acts.Expo(k.R.Log(lo, hi)) }

func (k *Kit) heavy(lo, hi float64) acts.Gap {
	return acts.Heavy(k.R.Log(lo, hi), k.R.Between(0.5, 1.6))
}

// tls secures with probability p.
func (k *Kit) tls(p float64) tcp.TLS {
	if !k.R.Chance(p) {
		return tcp.TLS{}
	}
	t := tcp.TLS{Version: rng.Pick(k.R, 12, 13, 13), Hello: rng.Pick(k.R, k.R.Int(180, 330), 517, k.R.Int(1500, 1850)),
		Chain: k.R.Int(900, 5200), Resume: rng.Pick(k.R, 0, 0.5, 0.85)}
	if k.R.Chance(0.12) {
		t.Mutual = k.R.Int(800, 2200)
	}
	return t
}

func (k *Kit) retry() acts.Retry {
	return acts.Retry{First: k.log(0.5, 30), Factor: rng.Pick(k.R, 1, 1, 1.5, 2), Most: k.log(30, 900),
		Jitter: rng.Pick(k.R, 0, 0.1, 0.5), Patience: k.log(3, 60)}
}

// hello is an exchange of greetings, client first or server first.
func (k *Kit) hello(rounds int, lo, hi float64) []acts.Msg {
	var m []acts.Msg
	from := rng.Pick(k.R, 0, 0, 1)
	for range 2 * rounds {
		m = append(m, acts.Msg{From: from, Size: int(k.R.Log(lo, hi))})
		from = 1 - from
	}
	return m
}

func (k *Kit) probes() [2]clock.Time {
	one := func() clock.Time {
		return clock.Time(rng.Pick(k.R, 0, 0, 0, 15, 30, 60, 120, 300, 7200)) * clock.Second
	}
	return [2]clock.Time{one(), one()}
}

// talk is a lasting connection with greetings of a usual length.
func (k *Kit) talk(secure float64, loops ...acts.Loop) *acts.Talk {
	t := &acts.Talk{TLS: k.tls(secure), Hello: k.hello(k.R.Int(1, 3), 20, 700), Loops: loops, Retry: k.retry(),
		Down: rng.Pick(k.R, 0, 0, 0.02, 0.15), Probes: k.probes(), Habit: k.Habit, Rude: k.R.Chance(0.2),
		Closer: k.R.Intn(2), Gap: k.heavy(0.1, 20)}
	switch k.R.Intn(4) {
	case 0:
		t.Life = k.every(1800, 14400)
	case 1:
		t.Life = k.rand(7200, 200000)
	}
	return t
}

// short gives a talk's connections a limited life.
func short(t *acts.Talk, life, gap acts.Gap) *acts.Talk {
	t.Life, t.Gap = life, gap
	return t
}

// work gives a talk a worker's round.
func work(t *acts.Talk, c acts.Cycle) *acts.Talk {
	t.Cycle = &c
	return t
}

// poll asks again and again.
func (k *Kit) poll(secure float64, every acts.Gap, ask, answer acts.Size) *acts.Poll {
	return &acts.Poll{TLS: k.tls(secure), Every: every, Rounds: 1, Pause: acts.Heavy(0.05, 1), Ask: ask, Answer: answer,
		Think: k.log(0.001, 0.3), Linger: rng.Pick(k.R, 0, 0, 0.01, 5, 15, 60, 90, 120), Closer: k.R.Intn(2),
		Down: rng.Pick(k.R, 0, 0, 0.005, 0.05), Habit: k.Habit, Retry: k.retry()}
}

// rounds makes a poll exchange more than once at a time.
func rounds(p *acts.Poll, n float64, pause acts.Gap) *acts.Poll {
	p.Rounds, p.Pause = n, pause
	return p
}

// byDay makes a poll follow the working day.
func byDay(p *acts.Poll) *acts.Poll {
	p.Human = true
	return p
}

func (k *Kit) ask(every acts.Gap, ask, answer acts.Size) acts.Loop {
	return acts.Loop{From: tcp.Client, Every: every, Ask: ask, Answer: answer, Think: k.log(0.0005, 0.1)}
}

func (k *Kit) poke(every acts.Gap, ask, answer acts.Size) acts.Loop {
	return acts.Loop{From: tcp.Server, Every: every, Ask: ask, Answer: answer, Think: k.log(0.0005, 0.3)}
}

func tell(every acts.Gap, size acts.Size) acts.Loop {
	return acts.Loop{From: tcp.Client, Every: every, Ask: size}
}

func push(every acts.Gap, size acts.Size) acts.Loop {
	return acts.Loop{From: tcp.Server, Every: every, Ask: size}
}

func idle(l acts.Loop) acts.Loop {
	l.Idle = true
	return l
}

func human(l acts.Loop) acts.Loop {
	l.Human = true
	return l
}

func burst(l acts.Loop, n float64) acts.Loop {
	l.Burst = n
	return l
}

// grams is a conversation in datagrams.
func (k *Kit) grams(own uint16, waves ...acts.Wave) *acts.Grams {
	return &acts.Grams{Own: own, Waves: waves, Habit: k.Habit, Repeat: rng.Pick(k.R, 0, 1.0, 2, 5)}
}

func wave(from int, every acts.Gap, ask, answer acts.Size) acts.Wave {
	w := acts.Wave{From: from, Every: every, Ask: ask, Answer: answer, Think: 0.002}
	if answer.Med > 0 {
		w.Chance = 0.98
	}
	return w
}

func none() acts.Size { return acts.Size{} }

func (k *Kit) bulk(up bool, every acts.Gap, lo, hi, rate float64) *acts.Bulk {
	return &acts.Bulk{TLS: k.tls(0.85), Every: every, Total: k.sz(lo, hi), Up: up, Rate: rate * k.log(0.5, 2),
		Part: rng.Pick(k.R, 0, 0, 5e6, 8e6, 16e6), Habit: k.Habit, Human: k.R.Chance(0.4)}
}

func (k *Kit) dead(f ...tcp.Fault) *acts.Dead {
	r := k.retry()
	r.First = k.log(2, 120)
	r.Most = max(r.Most, r.First)
	return &acts.Dead{Fault: f[k.R.Intn(len(f))], Retry: r, First: k.R.Int(0, 600), Attempts: rng.Pick(k.R, 0, 0, 3, 5, 10),
		Rest: k.every(300, 3600), All: k.R.Chance(0.5)}
}
