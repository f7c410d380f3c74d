package talk

import (
	"makes/w/internal/cover"
	"makes/w/internal/flow"
	"makes/w/internal/rng"
	"makes/w/internal/tcp"
)

// Visit is one client's use of a service.
type Visit struct {
	Service *Service
	Client  Party
	Path    tcp.Path
	G       *rng.R
	From    float64 // when the program starts; before 0 for what runs already
	End     float64
	Fault   tcp.Fault // why the service never works from here
}

// Play plays a visit with all its connections.
func Play(v Visit) {
	sp := v.Service.Spec
	n := max(1, int(sp.Conns.Draw(v.G).Mid+0.5))
	home := v.G.IntN(len(v.Service.Servers))
	for range n {
		w := v
		w.G = v.G.Child()
		if n > 1 && w.From <= 0 {
			w.From -= w.G.Between(0, 60)
		}
		switch {
		case sp.Proto != 0:
			playDatagrams(w, home)
		default:
			newSession(w, home).run()
		}
	}
}

type session struct {
	Visit
	svc    *Service
	agenda *agenda
	cover  cover.Cover
	conn   *tcp.Conn
	link   flow.Link
	home   int // preferred address
	at     int // address in use
	fails  int
	retry  rng.Draw
	cap    rng.Draw
	wait   rng.Draw
}

func newSession(v Visit, home int) *session {
	svc := v.Service
	s := &session{Visit: v, svc: svc, home: home, at: home}
	s.agenda = newAgenda(svc, v.G, v.From)
	s.cover = cover.Draw(rng.New(svc.certs, "cover"), svc.cover)
	sp := svc.Spec
	s.retry, s.cap, s.wait = sp.Retry.Wait.Draw(v.G), sp.Retry.Cap.Draw(v.G), sp.Retry.Patience.Draw(v.G)
	if s.retry.Mid == 0 {
		s.retry.Mid = rng.Pick(v.G, []float64{1, 5, 10, 15, 30, 60, 120})
	}
	return s
}

func (s *session) run() {
	t := s.From
	hold := s.svc.Spec.Hold
	for t < s.End {
		if !s.agenda.open(t) {
			t = s.closed(t)
			continue
		}
		if !hold {
			k := s.agenda.first(true)
			if k == nil || k.next >= s.End {
				return
			}
			t = max(t, k.next)
			if !s.agenda.open(t) {
				continue
			}
		}
		fault := s.Fault
		if fault == tcp.Healthy {
			fault, _ = s.svc.down(s.at, t)
		}
		if fault != tcp.Healthy {
			t = s.failed(s.knock(t, fault))
			continue
		}
		s.fails = 0
		t = s.connection(t)
	}
}

// closed passes the hours in which a session is not allowed: some programs
// wait, others keep trying a port where nobody listens.
func (s *session) closed(t float64) float64 {
	opens := min(s.agenda.opens(t, s.End), s.End)
	if s.svc.knocks && s.svc.Spec.Hold {
		for t < opens {
			t = s.knock(t, tcp.Refused) + max(s.retry.Mid, 20)
		}
	}
	return max(opens, t)
}

func (s *session) open(t float64) {
	s.link = flow.NewLink(flow.End{Addr: s.Client.Addr, Port: s.Client.Ports.Next(s.G), Iface: s.Client.Iface},
		flow.End{Addr: s.svc.Servers[s.at].Addr, Port: s.svc.Port, Iface: s.svc.Servers[s.at].Iface}, 6, s.svc.Label)
	s.conn = tcp.New(&s.link, s.G, s.Path, s.Client.Stack, s.svc.Servers[s.at].Stack, s.svc.keep, s.svc.keepBy)
}

// knock is one attempt that fails.
func (s *session) knock(t float64, fault tcp.Fault) float64 {
	s.open(t)
	defer s.link.Close()
	switch fault {
	case tcp.DeniedOut:
		s.link.DenyAtClient(true, false)
	case tcp.DeniedIn:
		s.link.DenyAtClient(false, true)
	case tcp.DeniedFar:
		s.link.DenyAtServer()
	case tcp.Cut:
		t = s.conn.Open(t)
		n := 300
		if len(s.svc.hello) > 0 {
			n = s.svc.hello[0].size.Size(s.G)
		}
		return s.conn.Break(t, tcp.Client, n)
	}
	return tcp.Knock(&s.link, s.Path, s.Client.Stack, s.svc.Servers[s.at].Stack, fault, t, s.wait.Mid)
}

// failed plans the attempt after one that failed, perhaps at another address.
func (s *session) failed(t float64) float64 {
	s.fails++
	if len(s.svc.Servers) > 1 {
		s.at = (s.at + 1) % len(s.svc.Servers)
		if s.fails%len(s.svc.Servers) != 0 {
			return t + s.G.Between(0, 1)
		}
	}
	if !s.svc.Spec.Hold && s.svc.Spec.Retry.Wait.Zero() {
		k := s.agenda.first(true)
		s.agenda.done(k, t)
		return max(t, k.next)
	}
	wait := s.retry.Mid
	if s.cap.Mid > 0 {
		for range min(s.fails-1, 20) {
			wait *= 2
		}
		wait = min(wait, max(s.cap.Mid, s.retry.Mid))
	}
	return t + wait*s.G.Between(0.98, 1.05)
}

// connection plays one connection and returns when the program goes on.
func (s *session) connection(t float64) float64 {
	if s.svc.Spec.Spread && s.G.Chance(0.4) {
		s.at = s.G.IntN(len(s.svc.Servers))
	}
	s.open(t)
	defer s.link.Close()
	t = s.conn.Open(t)
	t = s.cover.Greet(s.conn, s.G, t)
	for i := range s.svc.hello {
		st := &s.svc.hello[i]
		t = s.conn.Turn(t, st.from) + s.G.Between(0.0005, 0.02)
		t = s.conn.Send(t, st.from, s.cover.Bytes(st.from, st.size.Size(s.G)))
	}
	if s.svc.Spec.Hold {
		s.agenda.shift(t)
	}
	return s.pump(t)
}

// pump plays the talks of an open connection until it ends.
func (s *session) pump(t float64) float64 {
	svc := s.svc
	hold := svc.Spec.Hold
	opened, said := t, false
	dies := 1e18
	if svc.life.Mid > 0 {
		dies = t + svc.life.Mid*s.G.Between(0.7, 1.3)
	}
	shuts := s.agenda.shuts(t, s.End)
	down := svc.nextDown(s.at, t)
	stop := min(dies, shuts, down, s.End)
	for {
		k := s.agenda.first(false)
		if k == nil {
			k = &tuned{next: 1e18}
		}
		due := max(k.next, t)
		if k.how == Idle && due < stop {
			if later := s.conn.Sent(k.from) + k.every.Mid; later > due+0.01 {
				k.next = later
				continue
			}
		}
		ends, by := stop, tcp.Client
		if svc.kick.Mid > 0 {
			if kick := max(s.conn.Sent(tcp.Client), opened) + svc.kick.Mid; kick < ends {
				ends, by = kick, tcp.Server
			}
		}
		if !hold && said {
			if idle := t + svc.linger.Mid; idle < ends {
				ends = idle
			}
		}
		if due >= ends {
			return s.finish(max(t, ends), by, ends == down)
		}
		if s.conn.Forgotten(due) {
			t = s.conn.Break(due, k.from, 100)
			return t + s.G.Between(0.01, 3)
		}
		t = s.exchange(due, k)
		said = true
		s.agenda.done(k, t)
	}
}

// finish ends a connection and returns when the program goes on.
func (s *session) finish(t float64, by tcp.Side, down bool) float64 {
	switch {
	case t >= s.End:
		s.conn.Settle(s.End)
		return t
	case down:
		fault, _ := s.svc.down(s.at, t)
		if fault == tcp.Silent {
			return s.conn.Vanish(t+s.G.Exp(20), tcp.Client, 120, s.G.Log(10, 900))
		}
		s.conn.Reset(t, tcp.Server)
	case s.svc.Spec.Abrupt:
		s.conn.Reset(t, by)
	default:
		s.conn.Close(t, by)
	}
	if s.svc.Spec.Hold {
		return t + s.G.Between(0.05, 1)*s.retry.Mid
	}
	return t
}

// exchange plays one talk and returns when it has ended.
func (s *session) exchange(t float64, k *tuned) float64 {
	times := 1
	if k.burst.Mid > 0 {
		times = max(1, k.burst.Size(s.G))
	}
	for i := range times {
		if i > 0 {
			t += k.gap.Next(s.G)
		}
		t = s.conn.Send(t, k.from, s.cover.Bytes(k.from, k.size.Size(s.G)))
		if k.reply.Mid == 0 {
			continue
		}
		parts := 1
		if k.parts.Mid > 0 {
			parts = max(1, k.parts.Size(s.G))
		}
		t = s.conn.Turn(t, 1-k.from)
		for range parts {
			t += k.think.Next(s.G) + 0.0002
			t = s.conn.Send(t, 1-k.from, s.cover.Bytes(1-k.from, k.reply.Size(s.G)))
		}
		t = s.conn.Turn(t, k.from)
		if t >= s.End {
			break
		}
	}
	return t
}
