package mine

import (
	"math"
	"sort"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
	"makes/o/internal/tcp"
)

// rig is one miner's connection to a pool or a proxy.
type rig struct {
	host      *tcp.Host
	g         *dice.Rand
	soft      software
	transport string
	secure    bool
	via       tcp.Peer // of proxies and tunnels
	pool      *pool
	peer      tcp.Peer
	inbound   bool    // a worker of this host
	ratio     float64 // of the coin's usual hash rate
	step      float64 // how far off the pool's steps of difficulty are
	outages   tcp.Outages
	met       func(flow.Addr)
	restart   float64 // mean seconds till the container starts anew; 0 is never
	fee       fee
	outer     *tcp.Conn
	outerPing float64
}

// remote gives the peer as the interface sees it.
func (r *rig) remote() tcp.Peer {
	switch r.transport {
	case "socks", "vpn":
		return r.via
	case "tls12", "tls13":
		if !r.inbound {
			p := r.peer
			p.Port = r.pool.sec
			return p
		}
	}
	return r.peer
}

func (r *rig) tls() tcp.Secure {
	switch {
	case r.transport == "tls12", r.transport == "socks" && r.secure:
		return r.pool.tls[0]
	case r.transport == "tls13":
		return r.pool.tls[1]
	}
	return tcp.Secure{}
}

// dial opens a connection through whatever is in between.
func (r *rig) dial(t float64) (*tcp.Conn, float64) {
	remote := r.remote()
	if r.transport == "vpn" {
		return r.tunnel(t, remote)
	}
	c := r.host.Conn(remote, r.inbound)
	c.Keep(r.soft.near, r.pool.keep, r.host.Probe)
	t = c.Open(t)
	half := remote.Path.RTT / 2
	if r.transport == "socks" {
		if remote.Port == 3128 || remote.Port == 8080 { // CONNECT
			t = c.Send(t, true, 90+r.g.IntN(100)) + 2*half + r.peer.Path.RTT
			t = c.Send(t, false, dice.Pick(r.g, 39, 39, 107))
		} else {
			t = c.Send(t, true, dice.Pick(r.g, 3, 4)) + half
			t = c.Send(t, false, 2)
			t = c.Send(t, true, dice.Pick(r.g, 10, 7+16+r.g.IntN(12))) + half + r.peer.Path.RTT
			t = c.Send(t, false, 10)
		}
	}
	return c, r.tls().Start(c, t, !r.inbound)
}

// tunnel opens a connection within a tunnel, and the tunnel if need be.
func (r *rig) tunnel(t float64, remote tcp.Peer) (*tcp.Conn, float64) {
	ssh := remote.Port == 22
	if r.outer == nil {
		r.outer = r.host.Conn(remote, false)
		r.outer.Keep(0, dice.Pick[float64](r.g, 0, 60, 7200), 0)
		r.outerPing = dice.Pick[float64](r.g, 10, 15, 30, 60)
		t = r.outer.Open(t)
		for i, n := range []int{42, 86, 1500, 1300, 600, 500, 300, 200} {
			t = r.outer.Send(t, i%2 == 0, n) + remote.Path.RTT/2
		}
	}
	if ssh { // only what is said goes through
		r.outer.Record = 44
		r.outer.Send(t, true, 90)
		return r.outer, r.outer.Send(t+remote.Path.RTT/2, false, 50)
	}
	peer := r.peer
	peer.Path.RTT += remote.Path.RTT
	stack := r.host.Stack
	stack.MSS = 1350
	c := tcp.New(r.g, flow.Flow{}, stack, peer.Stack, peer.Path)
	c.Keep(r.soft.near, r.pool.keep, r.host.Probe)
	c.Tunnel = func(up bool, t float64, packets, bytes int) { r.outer.Send(t, up, bytes+packets*42) }
	return c, c.Open(t)
}

// fee is when a miner works for its author instead: for a minute each period.
type fee struct{ first, period float64 }

// left gives the seconds that are left of such a minute.
func (f fee) left(t float64) float64 {
	if f.period == 0 || t < f.first {
		return 0
	}
	return 60 - math.Mod(t-f.first, f.period)
}

// run mines from one second to another, on one pool and on the next if that
// does not answer.
func (r *rig) run(begin, end float64, pools []*pool) {
	failures, which := 0, 0
	for t := begin; t < end; {
		if len(pools) > 0 {
			r.pool = pools[which%len(pools)]
			r.peer = dice.Pick(r.g, r.pool.peers...)
			r.outages = r.pool.outages
		}
		r.met(r.remote().Addr)
		until := end
		if x, ok := r.outages.Within(t, end); ok {
			until = x.From
		}
		if which > 0 && len(pools) > 0 {
			until = min(until, t+dice.Range{Lo: 300, Hi: 5000}.Draw(r.g)) // and back to the first
		}
		if r.restart > 0 {
			until = min(until, t+30+r.restart*r.g.ExpFloat64())
		}
		if why := r.outages.At(t); why != tcp.Fine && r.transport != "vpn" {
			t = r.fail(t, why) + r.soft.retry.After(r.g, failures)
			if failures++; failures >= r.soft.switches {
				failures, which = 0, which+1
			}
			continue
		}
		t = r.session(t, until)
		failures = 0
		if which > 0 && t < end {
			which = 0
			continue
		}
		t += r.soft.retry.After(r.g, 0)
	}
	if r.outer != nil {
		r.outer.Flush()
	}
}

func (r *rig) fail(t float64, why tcp.Trouble) float64 {
	first := 100
	if len(r.pool.talk.hello) > 0 {
		first = r.pool.talk.hello[0]
	}
	return r.host.Fail(t, r.remote(), why, r.soft.patience, r.tls().Hello(first), 60+r.g.IntN(120))
}

// interval gives the mean seconds between shares.
func (r *rig) interval() float64 {
	if r.pool.vary { // by steps, and not below the least difficulty
		return max(r.pool.target*r.step, r.pool.target*0.2/r.ratio)
	}
	return max(r.pool.target/r.ratio, 1.5)
}

// session is one connection; it gives the time it ends.
func (r *rig) session(t, until float64) float64 {
	g, d, p := r.g, &r.pool.talk, r.pool
	c, t := r.dial(t)
	half, client := c.RTT()/2, !r.inbound
	for i, n := range d.hello {
		t = c.Send(t, client == (i%2 == 0), n+g.IntN(2)) + half + p.think
	}
	if p.life > 0 {
		until = min(until, t+p.life*g.ExpFloat64())
	}
	mean := r.interval()
	target := mean
	never := math.Inf(1)
	retarget := never
	if p.vary {
		mean *= dice.Range{Lo: 0.1, Hi: 3}.Draw(g)
		retarget = t + p.retarget
	}
	mean = max(mean, 0.5)
	lag := 0.3 * g.Float64()
	next := sort.Search(len(p.jobs), func(i int) bool { return p.jobs[i].at+lag > t })
	share := t + mean*g.ExpFloat64()
	worked, said, unanswered := t, t, 0
	if d.diff > 0 {
		c.Send(t, !client, d.diff)
	}
	c.Send(t, !client, d.job(g))
	report, poll, outer := never, never, never
	if d.report > 0 {
		report = t + r.soft.report
	}
	period := dice.Range{Lo: 0.5, Hi: 5}.Draw(g)
	if d.poll > 0 {
		poll = t + period
	}
	if r.outer != nil {
		outer = t + r.outerPing
	}
	for {
		work, ping := never, never
		if next < len(p.jobs) {
			work = p.jobs[next].at + lag
		}
		if d.ping > 0 && r.soft.ping > 0 {
			ping = said + r.soft.ping
		}
		now := min(work, ping, share, report, poll, outer, retarget)
		if p.kick > 0 && now > worked+p.kick && worked+p.kick < until {
			c.Close(worked+p.kick, !client)
			r.ended(c)
			return worked + p.kick
		}
		if now >= until {
			break
		}
		switch now {
		case work:
			length := d.job
			if p.jobs[next].clean && d.clean != nil {
				length = d.clean
			}
			if d.poll == 0 {
				c.Send(now, !client, length(g))
			}
			next++
		case share:
			if left := r.fee.left(now); left > 0 {
				share += left + mean*g.ExpFloat64() + 0.1
				continue
			}
			said, worked = now, now
			at := c.Send(now, client, d.submit(g)) + half + p.think*(0.7+0.6*g.Float64())
			if unanswered++; unanswered >= d.batch {
				unanswered = 0
				reply := d.accept
				if g.Float64() < p.stale {
					reply = d.reject
				}
				c.Send(at, !client, reply+g.IntN(2))
			}
			share = now + mean*g.ExpFloat64()
		case ping:
			said = now
			c.Send(c.Send(now, client, d.ping)+half+p.think, !client, d.pong)
		case report:
			c.Send(c.Send(now, client, d.report)+half+p.think, !client, d.noted)
			report = now + r.soft.report
		case poll:
			c.Send(c.Send(now, client, d.poll)+half+p.think, !client, d.polled)
			poll = now + period
		case outer:
			r.outer.Send(now, true, 40)
			r.outer.Send(now+half, false, 40)
			outer = now + r.outerPing
		default:
			retarget = now + p.retarget*(0.8+0.4*g.Float64())
			if math.Abs(math.Log(mean/target)) > 0.3 || dice.Chance(g, 0.05) {
				mean = math.Sqrt(mean*target) * (0.85 + 0.3*g.Float64())
				if d.diff > 0 {
					c.Send(now, !client, d.diff+g.IntN(2))
				}
				c.Send(now, !client, d.job(g))
			}
		}
	}
	if until >= r.host.Iface.Log().End() {
		c.Idle(until)
		c.Flush()
	} else if dice.Chance(g, 0.3) {
		c.Reset(until, !client)
	} else {
		c.Close(until, !client)
	}
	r.ended(c)
	return until
}

// ended forgets a tunnel that was the connection itself.
func (r *rig) ended(c *tcp.Conn) {
	if r.outer == c {
		r.outer = nil
	}
}
