package life

import (
	"makes/ac/internal/rnd"
	"makes/ac/internal/wire"
)

// smtp is mail that comes in or goes out, line by line.
func smtp(u *use) {
	ks := u.tickers(0)
	for {
		b := &ks[0]
		t := b.at
		if t >= u.end {
			return
		}
		k, t := u.dial(t)
		t = k.Send(t+u.r.LogN(.05, 1), wire.Server, u.r.Int(30, 120))
		for _, n := range [][2]int{{25, 180}, {40, 20}, {36, 20}, {6, 37}} {
			t = k.Send(t, wire.Client, n[0]+u.r.N(16))
			t = k.Send(t+u.r.LogN(.02, 1), wire.Server, n[1]+u.r.N(16))
		}
		body, _ := u.sizes(b)
		t = k.Send(t, wire.Client, body)
		t = k.Send(t+u.r.LogN(.3, 1), wire.Server, u.r.Int(40, 90))
		t = k.Send(t, wire.Client, 6)
		t = k.Send(t, wire.Server, u.r.Int(20, 60))
		k.Close(t, wire.Server, "fin")
		b.advance(u.r, u.curve)
	}
}

// imap waits in IDLE, is told of new mail, fetches it, and asks anew before
// half an hour is over.
func imap(u *use) {
	for range max(1, int(u.d.get("n", 1))) {
		k, t := u.begin(.6)
		again := u.d.get("again", 1740)
		ks := u.tickers(t)
		renew := t + again*u.r.F()
		for t < u.end {
			b := next(ks, t)
			for renew < b.at && renew < u.end {
				k.Send(renew, wire.Client, 6)
				k.Send(renew+.02, wire.Server, u.r.Int(20, 40))
				k.Send(renew+.05, wire.Client, u.r.Int(10, 14))
				k.Send(renew+.07, wire.Server, 10)
				renew += again
			}
			if t = b.at; t >= u.end {
				break
			}
			t = k.Send(t, wire.Server, u.r.Int(14, 40))
			t = k.Send(t+u.r.Exp(.3), wire.Client, 6)
			t = k.Send(t, wire.Server, 30)
			t = u.ask(k, t, b)
			t = k.Send(t+.1, wire.Client, 12)
			renew = t + again
			b.advance(u.r, u.curve)
		}
		u.close(k, t)
	}
}

// ssh is somebody at a terminal: keys and their echoes, output, long pauses.
func ssh(u *use) {
	gap := u.d.get("gap", 4*3600) / u.busy
	key, alive := rnd.Pick(u.r, 36, 44, 52), u.d.get("alive", 0)
	for t := u.r.Exp(gap); t < u.end; t += u.r.Exp(gap) / max(.05, u.curve.At(t)) {
		k, at := u.dial(t)
		for _, n := range [][2]int{{21, 21}, {1392, 1080}, {48, 452}, {16, 44}, {68, 52}, {500, 36}, {112, 600}} {
			at = k.Send(at, wire.Client, n[0])
			at = k.Send(at+.005, wire.Server, n[1])
		}
		for n := int(u.r.Pareto(3, .8, 400)); n > 0 && at < u.end; n-- {
			for range u.r.Int(3, 40) {
				at += u.r.LogN(.18, .7)
				k.Send(at, wire.Client, key)
				k.Send(at+.002, wire.Server, key+u.r.N(2)*8)
			}
			at = k.Send(at+.05, wire.Server, int(u.r.Pareto(90, .9, 2e5)))
			pause := u.r.Pareto(3, .9, 5400)
			for x := alive; alive > 0 && x < pause; x += alive {
				k.Send(at+x, wire.Server, key+8)
				k.Send(at+x+.03, wire.Client, key)
			}
			at += pause
		}
		u.close(k, at)
		t = at
	}
}

// chat is talk: while others type one is told so, then a message, then silence.
func chat(u *use) {
	k, t := u.begin(.7)
	ks := u.tickers(t)
	beat := u.d.get("beat", 30)
	heart, who := t+beat, u.r.N(2)
	for t < u.end {
		t += u.r.Pareto(u.d.get("gap", 300), 1.2, 4*3600) / max(.05, u.curve.At(t)) / u.busy
		for n := int(u.r.Exp(6)) + 1; n > 0; n-- {
			for heart < t && heart < u.end {
				k.Send(heart, who, u.r.Int(6, 40))
				k.Send(heart+.02, 1-who, 12)
				heart += beat
			}
			if t >= u.end {
				break
			}
			b := &ks[u.r.N(len(ks))]
			for x := u.r.N(3); x > 0; x-- {
				k.Send(t-float64(x)*2.5, wire.Server, 60)
			}
			u.ask(k, t, b)
			b.count++
			t += u.r.LogN(9, 1)
		}
	}
	u.close(k, t)
}

// turns is a game at which two think in turn, with a clock between them.
func turns(u *use) {
	gap := u.d.get("off", 5400)
	think := u.d.get("think", 8)
	for t := u.r.Exp(gap / 2); t < u.end; {
		k, at := u.dial(t)
		at = u.hello(k, at)
		ks := u.tickers(at)
		for n := u.r.Int(2, 12); n > 0; n-- {
			for range u.r.Int(10, 70) {
				at = u.ask(k, at+u.r.LogN(think, .9), &ks[0])
				at = k.Send(at+u.r.LogN(think, .9), wire.Server, ks[0].size.next(u.r, ks[0].count, &ks[0].walk)+20)
				ks[0].count++
			}
			at += u.r.Exp(60)
		}
		u.close(k, at)
		t = at + u.r.Exp(gap)/max(.1, u.curve.At(at))
	}
}

// auction is bids that come thicker towards the end, then the next lot.
func auction(u *use) {
	k, t := u.begin(.6)
	ks := u.tickers(t)
	lot := u.d.get("lot", 1200)
	for t < u.end {
		for over := t + lot*u.r.Between(.6, 1.4); t < over && t < u.end; {
			u.ask(k, t, &ks[0])
			ks[0].count++
			if len(ks) > 1 && u.r.Chance(.08) {
				u.ask(k, t+u.r.Exp(2), &ks[1])
			}
			t += u.r.Exp(max(.5, (over-t)*ks[0].every/lot))
		}
		t += u.r.Exp(lot / 5)
	}
	u.close(k, t)
}

// lockstep is a lobby or a match: ticks both ways while it lasts.
func lockstep(u *use) {
	off := u.d.get("off", 3000)
	for t := u.r.Exp(off); t < u.end; {
		k, at := u.dial(t)
		for n := u.r.Int(1, 5); n > 0; n-- {
			at = u.run(k, u.hello(k, at), at+u.r.LogN(u.d.life, .4))
		}
		u.close(k, at)
		t = at + u.r.Exp(off)/max(.1, u.curve.At(at))
	}
}

// call is a meeting that falls back to TCP: media both ways.
func call(u *use) {
	gap := u.d.get("off", 3*3600)
	for t := u.r.Exp(gap); t < u.end; {
		k, at := u.dial(t)
		at = u.hello(k, at)
		until := at + u.r.LogN(u.d.get("life", 1500), .7)
		k.C.Live(at, min(until, u.end), [2]float64{u.r.Between(20, 60), u.r.Between(30, 120)},
			[2]float64{u.r.Between(90, 700), u.r.Between(200, 1000)})
		u.close(k, until)
		t = until + u.r.Exp(gap)/max(.05, u.curve.At(until))
	}
}

// stream fetches a piece of a film every few seconds.
func stream(u *use) {
	gap := u.d.get("off", 2*3600)
	for t := u.r.Exp(gap); t < u.end; {
		k, at := u.dial(t)
		ks := u.tickers(at)
		until := min(u.end, at+u.r.Pareto(200, 1, 4*3600))
		for at < until {
			u.ask(k, at, &ks[0])
			at += ks[0].every * u.r.Between(.95, 1.05)
		}
		u.close(k, at)
		t = at + u.r.Exp(gap)/max(.05, u.curve.At(at))/u.busy
	}
}
