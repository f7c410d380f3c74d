package talk

import (
	"makes/x/internal/rnd"
)

// Bulk moves much data now and then.
type Bulk struct {
	Every  rnd.Span
	Jitter float64
	Parts  rnd.Span // objects per job
	Lanes  rnd.Span // connections side by side
	Up     Size     // bytes of an object sent by the client
	Down   Size     // bytes of an object sent by the server
	Human  bool
}

type bulk struct {
	pace     beat
	parts    float64
	lanes    int
	up, down size
}

// Draw implements Body.
func (s Bulk) Draw(r *rnd.Rand) Player {
	p := &bulk{
		pace:  beat{every: r.In(s.Every), jitter: s.Jitter, human: s.Human},
		parts: 1, lanes: 1, up: s.Up.draw(r), down: s.Down.draw(r),
	}
	if s.Parts.Hi > 0 {
		p.parts = r.In(s.Parts)
	}
	if s.Lanes.Hi > 0 {
		p.lanes = max(1, r.Count(s.Lanes))
	}
	return p
}

// Play implements Player.
func (p *bulk) Play(e *Env) {
	scale := e.R.Around(1, 0.3)
	t := e.From + p.pace.pause(e, e.From, scale)*e.R.Float64()
	for t < e.To {
		end := t
		lanes := e.R.Int(1, p.lanes)
		for range lanes {
			at := t + e.R.Exp(0.05)
			end = max(end, p.job(e, at, 1+int(e.R.Exp(p.parts/float64(lanes)))))
		}
		t = max(end, t+p.pace.pause(e, t, scale))
	}
}

func (p *bulk) job(e *Env, t float64, parts int) float64 {
	st, t := e.Open(t, Manners{GiveUp: 30}, true)
	for range parts {
		if t > e.To {
			break
		}
		t = st.Send(e.Client, t, 180+p.up.next(e.R))
		t = st.Send(e.Server(), t+e.R.Exp(0.02), 260+p.down.next(e.R))
		t += e.R.Exp(0.03)
	}
	st.Close(e.Client, t)
	return t
}

// Visit is somebody looking at pages, or a program fetching some.
type Visit struct {
	Every rnd.Span // seconds between visits
	Pages rnd.Span
	Read  rnd.Span // seconds per page
	Lanes rnd.Span
	Items rnd.Span // requests per page
	Ask   Size
	Item  Size
	Keep  rnd.Span // seconds until an unused connection is closed
	Sleep bool     // follows no day
}

type visit struct {
	pace         beat
	pages, read  float64
	lanes, items float64
	ask, item    size
	keep         float64
}

// Draw implements Body.
func (s Visit) Draw(r *rnd.Rand) Player {
	return &visit{
		pace:  beat{every: r.In(s.Every), jitter: -1, human: !s.Sleep},
		pages: r.In(s.Pages), read: r.In(s.Read), lanes: r.In(s.Lanes), items: r.In(s.Items),
		ask: s.Ask.draw(r), item: s.Item.draw(r), keep: r.In(s.Keep),
	}
}

// Play implements Player.
func (p *visit) Play(e *Env) {
	t := e.From
	for {
		t += p.pace.pause(e, t, 1)
		if t >= e.To {
			return
		}
		end := t
		for range 1 + e.R.IntN(max(1, int(p.lanes))) {
			end = max(end, p.lane(e, t+e.R.Exp(0.1)))
		}
		t = end
	}
}

func (p *visit) lane(e *Env, t float64) float64 {
	st, t := e.Open(t, Manners{GiveUp: 20}, true)
	for range 1 + int(e.R.Exp(p.pages)) {
		for range 1 + int(e.R.Exp(p.items)) {
			t = st.Send(e.Client, t, p.ask.next(e.R))
			t = st.Send(e.Server(), t+e.R.Exp(0.05), p.item.next(e.R))
			t += e.R.Exp(0.02)
		}
		read := e.R.Exp(p.read)
		if read > p.keep || t > e.To {
			break
		}
		t += read
	}
	if dead, when := st.Dead(); dead {
		return when
	}
	t += p.keep * e.R.Float64()
	side := e.Server()
	if e.R.Chance(0.5) {
		side = e.Client
	}
	if e.R.Chance(0.2) {
		st.Reset(side, t)
	} else {
		st.Close(side, t)
	}
	return t
}
