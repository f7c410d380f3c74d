package life

import (
	"makes/ac/internal/flow"
	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
	"makes/ac/internal/wire"
)

// tunnel carries several programs at once, each when it likes: on-off, small
// and large.
func tunnel(u *use) {
	k, t := u.begin(.85)
	for t < u.end {
		t = u.run(k, t, t+u.r.Pareto(900, 1.1, 8*3600))
		if t >= u.end {
			break
		}
		for n := int(u.r.Pareto(2, 1, 60)); n > 0; n-- { // somebody opens something
			t = k.Send(t, wire.Client, u.r.Int(60, 700))
			t = k.Send(t+.05, wire.Server, int(u.r.Pareto(200, .9, 3e5)))
			t += u.r.Exp(4)
		}
	}
	u.close(k, t)
}

// cells is a relay: everything is a multiple of one cell, padding included.
func cells(u *use) {
	k, t := u.begin(.7)
	cell := int(u.d.get("cell", 514))
	ks := u.tickers(t)
	pad := t
	for t < u.end {
		b := &ks[0]
		for pad < b.at && pad < u.end && u.d.get("pad", 0) > 0 {
			k.Send(pad, u.r.N(2), cell)
			pad += u.r.Between(1.5, 9.5) * u.d.get("pad", 1)
		}
		if t = b.at; t >= u.end {
			break
		}
		for n := int(u.r.Pareto(1, .8, 300)); n > 0; n -= 8 {
			t = k.Send(t+u.r.Exp(.1), u.r.N(2), cell*min(n, 8))
			t = k.Send(t+u.r.Exp(.2), u.r.N(2), cell)
		}
		b.advance(u.r, u.curve)
		b.at = max(b.at, t)
	}
	u.close(k, t)
}

// exit is a peer of a network that sells the ways out of homes: orders on one
// connection, data on others.
func exit(u *use) {
	k, t := u.begin(.8)
	ks := u.tickers(t)
	beat := u.d.get("beat", 20)
	alive := t + beat
	for t < u.end {
		b := &ks[0]
		for alive < b.at && alive < u.end {
			k.Send(alive, wire.Client, 6)
			k.Send(alive+.05, wire.Server, 2)
			alive += beat
		}
		if t = b.at; t >= u.end {
			break
		}
		k.Send(t, wire.Server, u.r.Int(80, 220))
		f, at := u.dial(t + .05)
		for range u.r.Int(1, 10) {
			at = u.ask(f, at+u.r.Exp(.5), b)
		}
		f.Close(at, u.r.N(2), "fin")
		b.advance(u.r, u.curve)
	}
	u.close(k, t)
}

// beacon calls home, sleeps with jitter, and rarely has something to do.
func beacon(u *use) {
	ks := u.tickers(0)
	kept := u.d.get("kept", 0) > 0
	var k *wire.Link
	for {
		b := &ks[0]
		t := b.at
		if t >= u.end {
			break
		}
		if k == nil || !kept {
			k, t = u.dial(t)
		}
		t = u.ask(k, t, b)
		if u.r.Chance(.01) {
			for range u.r.Int(2, 30) {
				t = k.Send(t+u.r.Exp(2), wire.Server, u.r.Int(40, 900))
				t = k.Send(t+u.r.Exp(1), wire.Client, int(u.r.Pareto(60, .9, 1e5)))
			}
		}
		if !kept {
			k.Close(t, wire.Client, "fin")
		}
		b.advance(u.r, u.curve)
		b.at = max(b.at, t)
	}
	if kept && k != nil {
		u.close(k, u.end)
	}
}

// brute guesses passwords in bouts.
func brute(u *use) {
	ks := u.tickers(0)
	for t := u.r.Exp(u.end / 3); t < u.end; t += u.r.Exp(u.end / 4) {
		for range int(u.r.Pareto(3, .8, 300)) {
			k, at := u.dial(t)
			at = u.hello(k, at)
			for range u.r.Int(1, 5) {
				at = u.ask(k, at, &ks[0]) + u.r.Between(.5, 2.5)
			}
			k.Close(at, u.r.N(2), "fin")
			t = at + u.r.Exp(ks[0].every)
		}
	}
}

// retry is a client that is misconfigured: let in, told off, and back again,
// for ever.
func retry(u *use) {
	b := u.tickers(0)
	n := 0
	for t := u.r.F() * 20; t < u.end; n++ {
		k, at := u.dial(t)
		at = u.ask(k, at, &b[0])
		b[0].count++
		at += u.r.Exp(u.d.get("stay", .1))
		k.Close(at, wire.Server, rnd.Pick(u.r, "fin", u.d.how))
		t = at + max(b[0].every*u.r.Between(.95, 1.05), u.backoff(n%6))
	}
}

// dead asks for what was switched off, or is kept out.
func dead(u *use) {
	answer := rnd.Pick(u.r, "", "", "rst", "reject")
	b := u.d.beats[0]
	timeout := u.d.get("timeout", 30)
	for t := u.r.F() * b.every; t < u.end; {
		v := u.w.Log.View(flow.Tuple{Iface: u.f.N, A: u.f.IP, B: u.peer, PA: uint16(u.r.Int(u.f.Host.Ports[0], u.f.Host.Ports[1])),
			PB: uint16(u.port), Proto: 6, Reject: answer == "reject"})
		t = tcp.Knock(v, u.f.Host, t, timeout, answer, u.rtt) + b.every*u.r.Between(.98, 1.02)
	}
}

// udp is time, names and logs that need no connection.
func udp(u *use) {
	b := u.tickers(0)
	var v flow.View
	fresh := true
	for t := b[0].at; t < u.end; t = b[0].at {
		if fresh || u.d.get("oneport", 0) == 0 {
			v = u.w.Log.View(flow.Tuple{Iface: u.f.N, A: u.f.IP, B: u.peer, PA: uint16(u.r.Int(32768, 60999)),
				PB: uint16(u.port), Proto: 17})
			fresh = false
		}
		v.Add(t, 0, 1, b[0].size.next(u.r, b[0].count, &b[0].walk)+28)
		if b[0].answered {
			v.Add(t+u.rtt, 1, 1, b[0].reply.next(u.r, b[0].count, &b[0].walk)+28)
		}
		if u.d.get("oneport", 0) == 0 {
			v.Done()
		}
		b[0].advance(u.r, u.curve)
	}
	if !fresh {
		v.Done()
	}
}

// gossip is a member of a cluster: a probe to somebody each second or so, now
// and then all that is known.
func gossip(u *use) {
	k, t := u.begin(.9)
	ks := u.tickers(t)
	rumour := u.r.Int(30, 200)
	full := u.d.get("full", 600)
	state := t + u.r.Exp(full)
	for t < u.end {
		b := &ks[0]
		if t = b.at; t >= u.end {
			break
		}
		if t > state {
			t = k.Send(t, u.r.N(2), rumour*u.r.Int(10, 60))
			t = k.Send(t+.005, u.r.N(2), rumour*u.r.Int(10, 60))
			state = t + full*u.r.Between(.9, 1.1)
		}
		u.ask(k, t, b)
		b.advance(u.r, u.curve)
		b.at = max(b.at, t)
	}
	u.close(k, t)
}
