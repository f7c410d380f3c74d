package mine

import (
	"math"
	"sort"

	"makes/v/internal/coin"
	"makes/v/internal/labels"
	"makes/v/internal/rng"
	"makes/v/internal/wire"
	"makes/v/internal/world"
)

// session is a rig at work for one account, at a pool or its substitutes.
type session struct {
	w     *world.World
	g     *Rig
	pools []*Pool
	kind  string
	c     *carrier
	r     *rng.R
	share float64 // of the rig's rate that it gets
}

// run mines between two times, reconnecting as the program does.
func (s *session) run(from, to float64) {
	fails, cur := 0, 0
	script := s.pools[0].script(s.r)
	first := true
	for t := from; t < to; {
		p := s.pools[cur]
		peer := p.Peers[s.r.IntN(len(p.Peers))]
		s.note(p, peer)
		if f := p.away(t); f != wire.Fine {
			fails++
			t = s.c.failed(s.g, p, peer, f, t, s.r) + s.g.Program.Retry.Pause(fails, s.r)
			if fails >= 4 && len(s.pools) > 1 {
				cur, fails = (cur+1)%len(s.pools), 0
				script = s.pools[cur].script(s.r)
			}
			continue
		}
		fails = 0
		l, at := s.c.open(s.g, p, peer, t, s.r)
		for _, st := range script.Greet {
			if st.P > 0 && !s.r.Chance(st.P) {
				continue
			}
			at = l.send(at+st.Wait.At(s.r), st.From, int(st.Size.At(s.r)))
		}
		end := to
		if cur > 0 {
			end = min(to, at+s.r.LogN(1500, 0.5)) // then it looks for the first pool again
		}
		t = s.mine(l, p, script, at, end, first)
		first = false
		if cur > 0 && t >= end-1 && t < to {
			cur, script = 0, s.pools[0].script(s.r)
		}
		if t < to {
			t += s.g.Program.Retry.Pause(1, s.r)
		}
	}
	if s.c.outer != nil {
		s.c.alive(to, s.r)
		s.c.outer.Tick(to)
		s.c.outer.Flush()
	}
}

func (s *session) note(p *Pool, peer world.Peer) {
	label(s.w, s.g.Host, s.c.peer(peer), labels.Mining{Coin: s.g.Coin.Name, Kind: s.kind, Pool: p.Name, Size: s.g.Size, Transport: s.c.wear})
}

// desk is the state of one connection.
type desk struct {
	diff    float64 // rate times seconds per share
	shares  int     // since the last look at the rate
	looked  float64
	count   int
	heard   float64 // when the miner last received something
	lastOK  float64
	nextJob int
	timer   float64
	share   float64
	ask     float64
	report  float64
}

const middling = 4.5 // rate of a miner in the middle of the range

// mine plays one connection until it ends and returns when.
func (s *session) mine(l *line, p *Pool, sc *coin.Script, at, to float64, first bool) float64 {
	r := s.r
	rate := s.g.Rate * s.share
	d := &desk{diff: middling * p.Start, looked: at, heard: at, lastOK: at, timer: math.Inf(1), ask: math.Inf(1), report: math.Inf(1)}
	d.diff = min(max(d.diff, p.Low*middling), p.High*middling)
	d.nextJob = sort.SearchFloat64s(p.Jobs, at)
	warm := 0.0
	if first {
		warm = s.g.Warm
	}
	d.share = s.g.back(at + warm + r.Exp(d.diff/rate))
	if p.Every > 0 {
		d.timer = at + p.Every
	}
	if sc.Poll > 0 {
		d.ask = at + sc.Poll
	}
	if sc.Rate > 0 {
		d.report = at + sc.RateEvery*r.Uni(0.5, 1)
	}
	death := math.Inf(1)
	if !p.Life.Zero() {
		death = at + p.Life.At(r)
	}
	down := math.Inf(1)
	for _, o := range p.Down {
		if o.To > at {
			down = o.From
			break
		}
	}
	for {
		job := math.Inf(1)
		if d.nextJob < len(p.Jobs) && sc.Poll == 0 {
			job = p.Jobs[d.nextJob] + p.Spread*r.Float64()
		}
		ping := math.Inf(1)
		if sc.Ping > 0 {
			ping = d.heard + sc.PingEvery
		}
		stop := min(to, death, down, d.lastOK+p.Kick+60*boolFloat(warm > 0))
		next := min(job, d.timer, d.share, ping, d.ask, d.report)
		s.c.alive(min(next, stop), r)
		if next >= stop {
			return s.hangUp(l, stop, to, stop == down)
		}
		switch next {
		case d.share:
			s.submit(l, p, sc, d, next, rate)
		case job:
			d.nextJob++
			d.heard = l.send(next, wire.Server, sc.Job(r))
			s.retarget(l, p, sc, d, next)
			if p.Every > 0 {
				d.timer = next + p.Every
			}
		case d.timer:
			d.timer = next + p.Every
			d.heard = l.send(next, wire.Server, sc.Job(r))
		case ping:
			got := l.send(next, wire.Client, sc.Ping)
			d.heard = l.send(got+p.Latency.At(r), wire.Server, sc.Pong)
		case d.ask:
			got := l.send(next, wire.Client, sc.PollAsk)
			d.heard = l.send(got+p.Latency.At(r), wire.Server, sc.Job(r))
			d.ask = next + sc.Poll
		case d.report:
			got := l.send(next, wire.Client, sc.Rate)
			d.heard = l.send(got+p.Latency.At(r), wire.Server, sc.RateOK)
			d.report = next + sc.RateEvery*r.Uni(0.99, 1.01)
		}
	}
}

func boolFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// submit sends a share and draws when the next one is found.
func (s *session) submit(l *line, p *Pool, sc *coin.Script, d *desk, at, rate float64) {
	r := s.r
	d.count++
	d.shares++
	good := !r.Chance(p.Reject)
	got := l.send(at, wire.Client, sc.Submit(r, d.count))
	d.heard = l.send(got+p.Latency.At(r), wire.Server, sc.Reply(d.count, good))
	d.lastOK = at
	s.retarget(l, p, sc, d, d.heard)
	d.share = s.g.back(at + r.Exp(d.diff/rate))
}

// retarget is vardiff: the pool brings the pace of shares near its target.
func (s *session) retarget(l *line, p *Pool, sc *coin.Script, d *desk, at float64) {
	if p.Target == 0 || at-d.looked < p.Check {
		return
	}
	pace := (at - d.looked) / (float64(d.shares) + 0.3)
	d.looked, d.shares = at, 0
	f := p.Target / pace
	if f > 0.7 && f < 1.4 {
		return
	}
	f = min(max(f, 1/p.Step), p.Step)
	diff := min(max(d.diff*f, p.Low*middling), p.High*middling)
	if diff == d.diff {
		return
	}
	d.diff = diff
	if sc.Diff > 0 {
		at = l.send(at, wire.Server, sc.Diff)
	}
	l.send(at, wire.Server, sc.Job(s.r))
}

// hangUp ends a connection in the way its end came about.
func (s *session) hangUp(l *line, at, to float64, outage bool) float64 {
	l.conn.Tick(at)
	switch {
	case at >= to && to >= s.w.Length:
		l.conn.Flush()
	case outage && s.r.Chance(0.4):
		l.conn.Close(at, wire.Server, wire.Rst)
	case outage && s.r.Chance(0.3):
		// The pool is gone without a word; the program notices at its next share.
		l.conn.Close(at, wire.Server, wire.Vanish)
	case at >= to:
		l.conn.Close(at, wire.Client, wire.Fin)
	default:
		l.conn.Close(at, wire.Server, wire.Fin)
	}
	return at
}
