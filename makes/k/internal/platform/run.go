package platform

import (
	"math"
	"math/rand/v2"
	"slices"

	"makes/k/internal/wire"
)

// use is a host's use of a service.
type use struct {
	*Service
	host   *wire.Host
	peers  []peer
	faults []fault
	rng    *rand.Rand
	at     int // peer in use
	queue  []alarm
}

type alarm struct {
	*routine
	at float64
}

// Run carries out the host's use of the service for as long as the host is up.
func (s *Service) Run(h *wire.Host, rng *rand.Rand) {
	faults := s.misconfigure(max(h.From, 0), h.To, rng)
	peers := s.peers
	if !s.all && len(peers) > 3 { // what DNS gives this host
		i := rng.IntN(len(peers) - 2)
		peers = peers[i : i+1+rng.IntN(3)]
	}
	for range s.conns {
		if !s.all {
			(&use{Service: s, host: h, peers: peers, faults: faults, rng: rng, at: rng.IntN(len(peers))}).run()
			continue
		}
		for i := range peers {
			(&use{Service: s, host: h, peers: peers[i : i+1], faults: faults, rng: rng}).run()
		}
	}
}

// fault gives the fault at t, if there is one, and when the next one begins.
func (u *use) fault(t float64) (now *fault, next float64) {
	next = math.Inf(1)
	for i := range u.faults {
		if f := &u.faults[i]; f.from <= t && t < f.to {
			return f, next
		} else if f.from > t && f.from < next && f.mode != wire.Denied && f.mode < rejected {
			next = f.from
		}
	}
	return nil, next
}

func (u *use) connect() *wire.Conn {
	p := u.peers[u.at]
	near := wire.End{Addr: u.host.Addr, Port: u.port, Stack: u.host.Stack}
	far := p.End
	if u.in {
		far.Port = uint16(32768 + u.rng.IntN(28000))
	} else {
		near.Port = u.host.Log.Ephemeral()
	}
	if u.fixed {
		near.Port, far.Port = u.port, u.port
	}
	if u.in {
		near, far = far, near
	}
	return wire.NewConn(u.host.Log, u.proto, near, far, p.path, u.keepAlive, u.rng)
}

func (u *use) run() {
	t := u.host.From - 90*u.rng.Float64()
	if u.host.From > 0 {
		t = u.host.From + 40*u.rng.Float64()
	}
	if u.call != nil {
		t += u.rng.Float64() * u.call.gap(t, u.Service, u.rng)
	}
	for fails := 0; t < u.host.To; {
		if u.rng.IntN(2) == 0 || fails > 0 {
			u.at = u.rng.IntN(len(u.peers))
		}
		c, begin := u.connect(), t
		f, next := u.fault(t)
		if f != nil && u.proto == wire.TCP {
			t = u.fail(c, t, f.mode) + u.retry.wait(fails, u.rng)
			fails++
			if u.call != nil && fails > 2 {
				t, fails = max(t, begin+u.call.gap(t, u.Service, u.rng)), 0
			}
			continue
		}
		fails = 0
		t = c.Dial(t, wire.Open, 0)
		t = c.Secure(t, u.layer, u.mutual)
		t = u.script(c, t, u.opening)
		if u.call == nil {
			t = u.session(c, t, next) + u.retry.wait(0, u.rng)*u.rng.Float64()
			continue
		}
		t = u.script(c, t, u.call.script)
		u.end(c, t)
		if gap := u.call.gap(begin, u.Service, u.rng); u.call.late {
			t += gap
		} else {
			t = max(t, begin+gap)
		}
	}
}

func (u *use) end(c *wire.Conn, t float64) {
	d := 1
	if u.clientEnds {
		d = 0
	}
	c.Close(t+.001, d)
}

// fail is an attempt that a fault spoils. It returns the time the client
// knows.
func (u *use) fail(c *wire.Conn, t float64, mode wire.Outcome) float64 {
	if mode == wire.Denied && u.in {
		mode = wire.Dead // dropped where the client is
	}
	if mode < rejected {
		return c.Dial(t, mode, u.retry.patience)
	}
	t = c.Dial(t, wire.Open, 0)
	first := 100 + u.rng.IntN(300)
	switch {
	case mode == silent:
		t = c.Send(t, 0, first)
		t += u.retry.patience
		c.Close(t, 0)
		return t
	case mode == mistrust:
		t = c.Send(t, 0, first)
		t = c.Send(t, 1, 7)
	default:
		t = c.Secure(t, u.layer, u.mutual)
		t = c.Send(t, 0, first)
		t = c.Send(t+.01, 1, 60+u.rng.IntN(300))
	}
	c.Close(t, 1)
	return t
}

// script carries out a script, and returns when it ends.
func (u *use) script(c *wire.Conn, t float64, script []step) float64 {
	times := 1
	for from := 0; times > 0; times-- {
		for i := from; i < len(script); i++ {
			s := &script[i]
			switch s.op {
			case 'c':
				t = c.Send(t, 0, max(1, int(s.draw(u.rng))))
			case 's':
				t = c.Send(t, 1, max(1, int(s.draw(u.rng))))
			case 'w':
				t += s.draw(u.rng)
			case 'L':
				t += min(s.mid, s.mean*u.rng.ExpFloat64())
			case '?':
				if u.rng.Float64() >= s.mid {
					i++
				}
			case 'x':
				if from == 0 {
					from, times = i+1, int(s.pick(u.rng))
				}
			}
		}
	}
	return t
}

func (u *use) schedule(routines []routine, t float64) {
	for i := range routines {
		r := &routines[i]
		u.queue = append(u.queue, alarm{r, t + u.rng.Float64()*min(r.gap(t, u.Service, u.rng), 2*r.period)})
	}
}

// session is the life of one connection, from t on. It returns its end.
func (u *use) session(c *wire.Conn, t, fault float64) float64 {
	end, deploy := u.host.To, math.Inf(1)
	if u.life > 0 {
		end = min(end, t+u.life*(.9+.2*u.rng.Float64()))
	}
	for _, d := range u.deploys {
		if d > t {
			deploy = d + 90*u.rng.Float64()
			break
		}
	}
	limit := min(end, deploy, fault)
	now, turn := 0, math.Inf(1)
	u.queue = u.queue[:0]
	u.schedule(u.states[0].routines, t)
	if len(u.states) > 1 {
		turn = t
	}
	for {
		next := -1
		at := turn
		for i := range u.queue {
			if u.queue[i].at < at {
				at, next = u.queue[i].at, i
			}
		}
		if at >= limit {
			break
		}
		t = max(t, at)
		if next < 0 { // enter a state
			if follow := u.states[now].next; len(follow) > 0 {
				name := follow[u.rng.IntN(len(follow))]
				now = slices.IndexFunc(u.states, func(s state) bool { return s.name == name })
			} else {
				now = 1 + u.rng.IntN(len(u.states)-1)
			}
			p := &u.states[now]
			u.queue = u.queue[:len(u.states[0].routines)]
			t = u.script(c, t, p.enter)
			u.schedule(p.routines, t)
			turn = t + p.dwell*(.3+u.rng.ExpFloat64())
			continue
		}
		a := &u.queue[next]
		t = u.script(c, t, a.script)
		if gap := max(a.gap(at, u.Service, u.rng), .001); a.late || a.law == "loop" {
			a.at = t + gap
		} else {
			a.at = max(t, at+gap)
		}
	}
	t = max(t, limit)
	switch {
	case t >= u.host.To && u.rng.IntN(2) == 0:
		c.Settle(t)
		c.Done()
	case limit == fault && u.rng.IntN(2) == 0:
		return c.Vanish(t, 40+u.rng.IntN(400), max(20, 3*u.retry.patience))
	case limit == fault || limit == deploy && !u.clientEnds:
		c.Abort(t, 1)
	default:
		u.end(c, t)
	}
	return t
}
