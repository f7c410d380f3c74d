package life

import (
	"makes/ac/internal/wire"
)

// poll asks at its beats on a connection that is kept until it has idled for
// too long; then a new one is opened.
func poll(u *use) {
	k, t := u.begin(.8)
	ks := u.tickers(t)
	idle, most := u.d.get("idle", 60), int(u.d.get("most", 1e6))
	last, calls, open := t, 0, true
	for {
		b := next(ks, last)
		if b.at >= u.end {
			break
		}
		at := b.at
		if open && (at-last > idle || calls >= most) {
			k.Close(min(last+idle, at), wire.Server, u.d.how)
			open = false
		}
		if !open {
			k, at = u.dial(at)
			calls, open = 0, true
		}
		last = u.ask(k, at, b)
		calls++
		b.advance(u.r, u.curve)
	}
	if open {
		u.close(k, u.end)
	}
}

// short opens a connection for each request.
func short(u *use) {
	ks := u.tickers(0)
	for {
		b := next(ks, 0)
		if b.at >= u.end {
			return
		}
		k, t := u.dial(b.at)
		t = u.ask(k, t, b)
		k.Close(t+.001, u.d.closer, "fin")
		b.advance(u.r, u.curve)
		if !u.d.kind.exact() {
			b.at += u.r.Exp(b.every) * max(0, 1/u.busy-1)
		}
	}
}

// exact tells of kinds that keep a clock whoever runs them.
func (k *kind) exact() bool {
	c := k.parts[0].clock
	return c == '=' || c == '#' || c == '~'
}

// longpoll has always a request open, which is answered when something
// happens or when it is held too long.
func longpoll(u *use) {
	for range max(1, int(u.d.get("n", 1))) {
		k, t := u.begin(.8)
		hold, idle := u.d.get("hold", 20), u.d.get("pause", .02)
		ks := u.tickers(t)
		empty := u.r.Int(40, 320)
		for t < u.end {
			b := &ks[0]
			req, res := u.sizes(b)
			t = k.Send(t, wire.Client, req)
			if b.at > t+hold {
				t = k.Send(t+hold, wire.Server, empty)
			} else {
				t = k.Send(max(t+.002, b.at), wire.Server, res)
				b.advance(u.r, u.curve)
				if len(ks) > 1 { // what was fetched is confirmed
					t = u.ask(k, t+u.r.Exp(.5), &ks[1])
				}
			}
			t += u.r.Exp(idle)
			if u.r.Chance(hold / u.d.life) {
				u.close(k, t)
				k, t = u.dial(t + u.backoff(0))
			}
		}
		u.close(k, t)
	}
}

// web is people with browsers: pages with objects over a few connections,
// and thoughts in between.
func web(u *use) {
	gap := u.d.get("gap", 3600) / u.busy
	conns := int(u.d.get("conns", 1))
	ks := u.tickers(0)
	for t := u.r.Exp(gap); t < u.end; t += u.r.Exp(gap) / max(.05, u.curve.At(t)) {
		var open []*wire.Link
		at := t
		for range u.r.Int(1, conns) {
			k, ready := u.dial(t)
			open, at = append(open, k), ready
		}
		for p := int(u.r.Pareto(1, 1.1, 60)); p > 0; p-- {
			done := at
			for i := range int(u.r.Pareto(1, .9, 40)) {
				k := open[i%len(open)]
				req, res := u.sizes(&ks[0])
				x := k.Send(at+float64(i)*.01, wire.Client, req)
				done = max(done, k.Send(x+u.r.LogN(.03, .7), wire.Server, res))
			}
			at = done + u.r.Pareto(2, 1.2, 240)
		}
		for _, k := range open {
			k.Close(at+u.r.Pareto(1, .8, 115), u.r.N(2), u.d.how)
		}
		t = at
	}
}

// pool is a pool of connections, to a database or an upstream, that share the
// work; idle ones are tested, old ones replaced.
func pool(u *use) {
	n := max(1, int(u.d.get("n", 3)))
	test := u.d.get("test", 0)
	for range n {
		k, t := u.begin(.85)
		ks := u.tickers(t)
		dies := t + u.r.Exp(u.d.life)
		last := t
		for t < u.end {
			b := &ks[0]
			for at := last + test; test > 0 && at < b.at && at < u.end; at += test {
				k.Send(at, wire.Client, 9+int(test)%20)
				k.Send(at+.0005, wire.Server, 11+int(test)%60)
			}
			if t = b.at; t >= u.end {
				break
			}
			if t > dies {
				k.Close(t, wire.Client, "fin")
				k, t = u.dial(t)
				t = u.hello(k, t)
				dies = t + u.r.Exp(u.d.life)
			}
			for range u.r.Int(1, max(1, int(u.d.get("batch", 4)))) {
				t = u.ask(k, t+u.r.Exp(.002), b)
			}
			last = t
			b.advance(u.r, u.curve)
			b.at = max(b.at, t)
		}
		u.close(k, t)
	}
}

// check is a balancer or a monitor that only looks whether the port is open,
// or asks for a word.
func check(u *use) {
	b := u.tickers(0)
	for t := b[0].every * u.r.F(); t < u.end; t += b[0].every + u.r.F()*.02 {
		k, at := u.dial(t)
		if b[0].answered {
			at = u.ask(k, at, &b[0])
		}
		k.Close(at+.0005, wire.Client, u.d.how)
	}
}

// ramp polls more often while something goes on, and slower and slower after.
func ramp(u *use) {
	k, t := u.begin(.6)
	ks := u.tickers(t)
	slow, quick := u.d.get("slow", 600), ks[0].every
	wait, event := slow, t+u.r.Exp(slow*4)
	for t < u.end {
		t = u.ask(k, t, &ks[0])
		ks[0].count++
		wait = min(slow, wait*1.6)
		if t > event {
			wait, event = quick, t+u.r.Exp(slow*6)/max(.1, u.curve.At(t))
		}
		t += wait * u.r.Between(.95, 1.05)
	}
	u.close(k, t)
}
