package mining

import (
	"sort"

	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

// Rig is a miner at work.
type Rig struct {
	*netsim.Proc
	chains *Chains
	speed  float64 // 1 to 20
	way    string  // transport
	retry  float64
	via    *netsim.Peer // the SOCKS proxy or VPN server, if any
	viaTo  int          // its port
}

// mine goes from one pool of the list to the next when connections fail.
func (r *Rig) mine(pools []*Pool, label func(*Pool) *netsim.Label) {
	fails, patience := 0, r.Int(2, 6)
	for {
		pool := pools[fails/patience%len(pools)]
		r.Label = label(pool)
		c := r.connect(pool)
		if c == nil {
			fails++
			r.Sleep(r.retry * r.Between(0.95, 1.2))
			continue
		}
		fails = 0
		if pool.life > 0 {
			c.Limit(r.Exp(pool.life))
		}
		r.session(c, pool)
		c.Close()
		r.Sleep(r.retry * r.Between(0.8, 1.2))
	}
}

// connect opens the connection and what it runs through; nil if it fails.
func (r *Rig) connect(pool *Pool) *netsim.Conn {
	peer, port := pool.peers[r.IntN(len(pool.peers))], pool.port
	switch {
	case r.via != nil:
		peer, port = r.via, r.viaTo
	case r.way == "tls13" || r.way == "tls12":
		port = pool.tls
	}
	c := r.Dial(peer, port)
	if c == nil {
		return nil
	}
	ok := true
	switch r.way {
	case "tls13":
		ok = c.TLS(13, r.Chance(0.2))
	case "tls12":
		ok = c.TLS(12, r.Chance(0.2))
	case "socks":
		ok = c.SOCKS(r.Chance(0.4), r.Int(4, 40), r.Scale(0.01, 0.4))
	case "vpn":
		ok = c.VPN(r.Scale(8, 60))
	}
	if !ok {
		return nil
	}
	return c
}

// session is the talk with the pool until the connection ends.
func (r *Rig) session(c *netsim.Conn, pool *Pool) {
	say := pool.coin.speak(dice.New(pool.seed), r.Dice)
	for _, m := range say.login {
		if !c.Ask(m[0], m[1], r.Exp(pool.patient)) {
			return
		}
	}
	if say.retarget > 0 {
		c.Down(say.retarget + say.job())
	}
	pace := pool.start / r.speed // seconds between shares
	shares := 0
	share := &netsim.Habit{Gap: func() float64 { return r.Exp(pace) }, Do: func() {
		shares++
		answer := say.accept
		if r.Chance(pool.stale) {
			answer = say.refuse
		}
		c.Ask(say.submit(), answer, r.Exp(pool.patient))
	}}
	habits := []*netsim.Habit{share, r.news(c, pool.jobs, say.job)}
	if pool.aim > 0 {
		habits = append(habits, &netsim.Habit{Gap: r.Every(pool.review, 0.02), Do: func() {
			found := float64(shares) * pool.aim / pool.review // 1: as the pool wants it
			shares = 0
			next := max(pool.floor/r.speed, pace*min(4, max(0.25, found)))
			if next > pace*1.2 || next < pace/1.2 {
				pace = next
				c.Down(say.retarget + say.job())
			}
		}})
	}
	if say.pause > 0 {
		habits = append(habits, &netsim.Habit{Gap: r.Every(say.pause, 0.02), Do: func() { c.Ask(say.ping[0], say.ping[1], 0.001) }})
	}
	if say.often > 0 {
		habits = append(habits, &netsim.Habit{Gap: r.Every(say.often, 0.02), Do: func() { c.Ask(say.report[0], say.report[1], 0.001) }})
	}
	c.Live(habits...)
}

// news pushes something at the given times.
func (r *Rig) news(c *netsim.Conn, times []float64, size func() int) *netsim.Habit {
	i := sort.SearchFloat64s(times, r.Now)
	return &netsim.Habit{
		Gap: func() float64 {
			if i >= len(times) {
				return netsim.Day
			}
			i++
			return max(0, times[i-1]-r.Now)
		},
		Do: func() { c.Down(size()) },
	}
}
