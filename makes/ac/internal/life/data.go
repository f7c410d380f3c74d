package life

import (
	"makes/ac/internal/rnd"
	"makes/ac/internal/wire"
)

// bulk moves much at its beats: backups, pulls, uploads. The beat says who
// sends what; it is asked for first.
func bulk(u *use) {
	ks := u.tickers(0)
	for {
		b := &ks[0]
		if b.at >= u.end {
			return
		}
		k, t := u.dial(b.at)
		for range u.r.Int(1, max(1, int(u.d.get("files", 3)))) {
			if b.server {
				t = k.Send(t, wire.Client, u.r.Int(120, 600))
			}
			t = u.ask(k, t, b) + u.r.Exp(.2)
			b.count++
		}
		k.Close(t, u.d.closer, "fin")
		b.advance(u.r, u.curve)
		b.at = max(b.at, t)
	}
}

// replica is followed by its copies: a stream of changes, and a report of how
// far they are.
func replica(u *use) {
	k, t := u.begin(.95)
	report := u.d.get("report", 10)
	size, keep := u.r.Int(30, 90), u.d.get("keep", 0)
	ks := u.tickers(t)
	next, alive := t+report*u.r.F(), t+keep
	for t < u.end {
		b := &ks[0]
		for next < b.at && next < u.end {
			k.Send(next, wire.Client, size)
			next += report
			if keep > 0 && next > alive {
				k.Send(next-report/2, wire.Server, 18)
				alive = next + keep
			}
		}
		if t = b.at; t < u.end {
			u.ask(k, t, b)
			b.advance(u.r, u.curve)
		}
	}
	u.close(k, t)
}

// fetch asks again and again for what is new; the answer waits a while for it.
func fetch(u *use) {
	k, t := u.begin(.9)
	wait := u.d.get("wait", 5)
	heart := u.d.get("heart", 3)
	ks := u.tickers(t)
	alive := t + heart
	for t < u.end {
		b := &ks[0]
		req, res := u.sizes(b)
		t = k.Send(t+.002, wire.Client, req)
		if b.at < t+wait {
			t = k.Send(max(t, b.at), wire.Server, res)
			b.advance(u.r, u.curve)
		} else {
			t = k.Send(t+wait, wire.Server, u.r.Int(40, 60))
		}
		if t > alive {
			k.Send(t, wire.Client, req/2+20)
			t = k.Send(t+.001, wire.Server, 16)
			alive = t + heart
		}
	}
	u.close(k, t)
}

// queue is a consumer: deliveries, each confirmed when it is worked off, and
// heartbeats of both ends.
func queue(u *use) {
	k, t := u.begin(.9)
	heart := u.d.get("heart", 30)
	beats := [2]float64{t + heart*u.r.F(), t + heart*u.r.F()}
	ks := u.tickers(t)
	for t < u.end {
		b := &ks[0]
		for s := range beats {
			for beats[s] < b.at && beats[s] < u.end {
				k.Send(beats[s], s, 8)
				beats[s] += heart
			}
		}
		if t = b.at; t >= u.end {
			break
		}
		done := u.ask(k, t, b)
		if u.r.Chance(.3) {
			k.Send(done+.01, wire.Client, int(u.r.LogU(60, 800)))
		}
		b.advance(u.r, u.curve)
		if done > b.at && u.d.get("alone", 0) > 0 { // one at a time
			b.at = done + .001
		}
	}
	u.close(k, t)
}

// worker gets a task, reports on it while it works, and brings the result;
// the next task is given or must be asked for.
func worker(u *use) {
	k, t := u.begin(.85)
	ks := u.tickers(t)
	report, ask := u.d.get("report", 0), u.d.get("ask", 0)
	size := u.r.Int(40, 300)
	for t < u.end {
		b := &ks[0]
		task, result := u.sizes(b)
		for tries := 0; ask > 0 && u.r.Chance(.5) && tries < 40 && t < u.end; tries++ {
			t = k.Send(t, wire.Client, size)
			t = k.Send(t+.01, wire.Server, 20) + ask
		}
		t = k.Send(t, wire.Server, task)
		done := t + u.r.LogN(b.every, .2+b.jitter*2)
		for x := t + report; report > 0 && x < done; x += report {
			k.Send(x, wire.Client, size)
			k.Send(x+.004, wire.Server, 14)
		}
		t = k.Send(done, wire.Client, result)
		t = k.Send(t+.02, wire.Server, u.r.Int(14, 70))
		t += u.r.Exp(u.d.get("pause", .5))
		if u.r.Chance(b.every / u.d.life) {
			u.close(k, t)
			k, t = u.dial(t + u.backoff(1))
			t = u.hello(k, t)
		}
	}
	u.close(k, t)
}

// syncer is told of changes on one connection and moves files on others.
func syncer(u *use) {
	k, t := u.begin(.8)
	ks := u.tickers(t)
	hold := u.d.get("hold", 60)
	for t < u.end {
		k.Send(t, wire.Client, u.r.Int(180, 260))
		if b := &ks[0]; b.at < t+hold {
			t = k.Send(max(t, b.at)+.01, wire.Server, u.r.Int(60, 150))
			f, at := u.dial(t + .1)
			for range int(u.r.Pareto(1, 1, 50)) {
				at = u.ask(f, at, b)
			}
			f.Close(at+u.r.Exp(10), wire.Client, "fin")
			b.advance(u.r, u.curve)
			b.at = max(b.at, at)
		} else {
			t = k.Send(t+hold, wire.Server, u.r.Int(50, 70))
		}
		t += u.r.Exp(.1)
	}
	u.close(k, t)
}

// git talks about what both have, then one sends a pack.
func git(u *use) {
	ks := u.tickers(0)
	for {
		b := &ks[0]
		if b.at >= u.end {
			return
		}
		k, t := u.dial(b.at)
		t = k.Send(t, wire.Client, u.r.Int(100, 400))
		t = k.Send(t+.05, wire.Server, int(u.r.LogU(600, 60000)))
		if u.r.Chance(.35) {
			for range u.r.Int(1, 4) {
				t = k.Send(t, wire.Client, u.r.Int(200, 1800))
				t = k.Send(t+.02, wire.Server, u.r.Int(60, 800))
			}
			t = u.ask(k, t, b)
		}
		k.Close(t, wire.Client, "fin")
		b.advance(u.r, u.curve)
	}
}

// ftp is a connection for orders and one for each file.
func ftp(u *use) {
	ks := u.tickers(0)
	for {
		b := &ks[0]
		if b.at >= u.end {
			return
		}
		k, t := u.dial(b.at)
		t = u.hello(k, t)
		for range u.r.Int(1, 8) {
			t = k.Send(t, wire.Client, 6)
			t = k.Send(t, wire.Server, u.r.Int(44, 52))
			port := u.port
			u.port = u.r.Int(40000, 50000)
			f, at := u.dial(t)
			u.port = port
			t = k.Send(at, wire.Client, u.r.Int(20, 60))
			at = u.ask(f, t, b)
			f.Close(at, wire.Server, "fin")
			t = k.Send(at, wire.Server, 24)
		}
		k.Close(t+u.r.Exp(30), rnd.Pick(u.r, wire.Client, wire.Server), "fin")
		b.advance(u.r, u.curve)
	}
}
