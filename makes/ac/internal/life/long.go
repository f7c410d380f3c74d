package life

import (
	"math"

	"makes/ac/internal/wire"
)

// acts are the behaviours by their names in the tables.
var acts map[string]func(*use)

func init() {
	acts = map[string]func(*use){"long": long, "poll": poll, "short": short, "longpoll": longpoll, "watch": watch,
		"retry": retry, "web": web, "pool": pool, "bulk": bulk, "smtp": smtp, "imap": imap, "ssh": ssh, "tunnel": tunnel,
		"stream": stream, "call": call, "chat": chat, "turns": turns, "auction": auction, "beacon": beacon,
		"brute": brute, "replica": replica, "fetch": fetch, "queue": queue, "worker": worker, "sync": syncer,
		"cells": cells, "exit": exit, "git": git, "dead": dead, "udp": udp, "check": check, "ftp": ftp, "ramp": ramp,
		"subscribe": subscribe, "lockstep": lockstep, "gossip": gossip, "lease": lease, "session": session}
}

// long keeps one or more connections for hours or days on which its beats go.
func long(u *use) {
	for range max(1, int(u.d.get("n", 1))) {
		u.keep()
	}
}

func (u *use) keep() {
	old := .8
	if u.in {
		old = .4
	}
	k, t := u.begin(old)
	off := u.d.get("off", 0)
	for t < u.end {
		until := t + max(20, u.r.Exp(u.d.life))
		t = u.run(k, t, until)
		u.close(k, t)
		if t >= u.end {
			return
		}
		if off > 0 { // its user is away
			t += u.r.Pareto(off*.4, 1.3, 86400) / max(.1, u.curve.At(t))
		} else {
			t += u.backoff(0)
			for n := 1; u.r.Chance(.2); n++ {
				t += u.backoff(n)
			}
		}
		if t < u.end {
			k, t = u.dial(t)
			t = u.hello(k, t)
		}
	}
}

// hello is what a program says when it has connected: it names itself and
// fetches what it missed.
func (u *use) hello(k *wire.Link, t float64) float64 {
	for range u.r.Int(1, 3) {
		t = k.Send(t, wire.Client, int(u.r.LogU(30, 900)))
		t = k.Send(t+.003, wire.Server, int(u.r.LogU(30, 4000)))
	}
	return t
}

// run lets all beats go on a connection until then.
func (u *use) run(k *wire.Link, t, until float64) float64 {
	if len(u.d.beats) == 0 {
		panic("no beats: " + u.d.name)
	}
	until = min(until, u.end)
	ks := u.tickers(t)
	last, ping := t, math.Inf(1)
	if u.d.ping > 0 {
		ping = t + u.d.ping*u.r.F()
	}
	for {
		b := next(ks, last)
		for ping < b.at && ping < until {
			k.Ping(ping, u.d.pinger)
			ping += u.d.ping
		}
		if b.at >= until {
			return until
		}
		last = u.ask(k, b.at, b)
		at := b.at
		b.advance(u.r, u.curve)
		if b.clock == '?' || b.clock == '&' || b.clock == '!' {
			b.at = at + (b.at-at)/u.busy
		}
	}
}

// session is long for clients that come and go by the time of day.
func session(u *use) {
	t := u.r.Exp(u.d.get("off", 3600))
	if u.r.Chance(.2) {
		t = 0
	}
	for t < u.end {
		k, at := u.dial(t)
		at = u.hello(k, at)
		t = u.run(k, at, at+u.r.Pareto(u.d.life*.3, 1.2, 86400))
		u.close(k, t)
		t += u.r.Exp(u.d.get("off", 3600)) / max(.1, u.curve.At(t)) / u.busy
	}
}

// watch is a stream of events that is renewed every few minutes, as clients of
// Kubernetes do on the same connection.
func watch(u *use) {
	k, t := u.begin(.9)
	renew := t
	ks := u.tickers(t)
	for t < u.end {
		b := next(ks, t)
		for renew < b.at && renew < u.end {
			k.Send(renew, wire.Server, 5)
			k.Send(renew+.001, wire.Client, u.r.Int(150, 260))
			renew += u.r.Between(300, 600)
		}
		if t = b.at; t < u.end {
			u.ask(k, t, b)
			b.advance(u.r, u.curve)
		}
	}
	u.close(k, t)
}

// subscribe asks for topics one by one, now and again, and is pushed to.
func subscribe(u *use) {
	k, t := u.begin(.7)
	until := t
	for t < u.end {
		for range u.r.Int(1, 5) {
			t = k.Send(t+.01, wire.Client, u.r.Int(40, 160))
			t = k.Send(t+.005, wire.Server, u.r.Int(20, 90))
		}
		until = t + u.r.Exp(u.d.get("again", 7200))
		t = u.run(k, t, until)
	}
	u.close(k, t)
}

// lease renews what it holds at half or a third of the term, and is told when
// others take what they hold.
func lease(u *use) {
	k, t := u.begin(.9)
	term := u.d.get("term", 30)
	b := u.tickers(t)
	change := t + u.r.Exp(term*40)
	for t < u.end {
		req, res := u.sizes(&b[0])
		k.Send(t+.001, wire.Client, req)
		k.Send(t+.003, wire.Server, res)
		t += term / 3 * u.r.Between(.97, 1.03)
		for change < t {
			k.Send(change, wire.Server, res+u.r.Int(20, 300))
			change += u.r.Exp(term * 40)
		}
	}
	u.close(k, t)
}
