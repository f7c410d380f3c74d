package sim

// Side is an end of a connection.
type Side int

// The client opened the connection, whichever end the interface is.
const (
	Client Side = iota
	Server
)

func (s Side) other() Side { return 1 - s }

// Path is how two hosts' TCP stacks and the network between them behave.
type Path struct {
	RTT, Loss, Rate float64    // seconds, share of packets, bytes per second
	MSS             int        // payload of a full segment
	Header, Syn     int        // IP+TCP header of a segment and of a SYN
	Delay           [2]float64 // delayed-ACK timer of each side
	Eager           [2]bool    // acknowledges every message at once
	Stretch         [2]int     // segments per ACK in bulk
}

// Clock is the time of one program, in seconds since the run began.
type Clock struct{ Now float64 }

// Conn is a TCP connection as the interface sees it.
type Conn struct {
	Rand
	Until float64 // when the session is to end
	Think float64 // mean time the server takes to answer

	clock   *Clock
	path    *Path
	local   Side
	flows   [2]Flow // by sender
	tunnel  *Conn   // what carries the packets, if not the network
	tls     *TLS
	waiting [2]int     // segments a side got and has not acknowledged
	due     [2]float64 // when its ACK timer runs out
	fresh   [2]int     // messages it still acknowledges at once
	last    float64    // last data either way
	beats   []beat
}

// beat is something that a side sends by itself, by the clock.
type beat struct {
	from      Side
	every     float64
	n, answer int  // message sizes; n of 0 is a TCP keep-alive: an empty segment and its ACK
	idle      bool // only after that much silence
	mark      float64
}

// Open performs the handshake. key is the client's direction.
func Open(r Rand, clock *Clock, path *Path, log *Log, key Key, local Side) *Conn {
	c := &Conn{Rand: r, clock: clock, path: path, local: local, Until: log.Limit,
		flows: [2]Flow{NewFlow(log, key), NewFlow(log, key.Back())}}
	c.handshake()
	return c
}

// Inside opens a connection whose packets travel as messages of this one.
func (c *Conn) Inside(path *Path) *Conn {
	in := &Conn{Rand: c.Rand, clock: c.clock, path: path, local: c.local, Until: c.Until, tunnel: c}
	in.handshake()
	return in
}

func (c *Conn) handshake() {
	c.fresh = [2]int{c.Int(1, 4), c.Int(1, 4)}
	c.emit(Client, c.clock.Now, 1, c.path.Syn)
	c.emit(Server, c.clock.Now+c.reach(Server), 1, c.path.Syn)
	c.clock.Now += c.path.RTT
	c.emit(Client, c.clock.Now, 1, c.path.Header)
	c.last = c.clock.Now
}

// reach is how long after a local packet the side's reaction to it is seen.
func (c *Conn) reach(s Side) float64 {
	if s == c.local {
		return 0
	}
	return c.path.RTT
}

// emit counts packets at the interface; what the local side resends, twice.
func (c *Conn) emit(from Side, t float64, packets, bytes int) {
	if c.tunnel != nil {
		c.tunnel.carry(from, t, packets, bytes)
		return
	}
	f := &c.flows[from]
	f.Add(t, packets, bytes)
	if from != c.local || c.path.Loss == 0 {
		return
	}
	lost := c.path.Loss * float64(packets)
	again := int(lost)
	if c.Chance(lost - float64(again)) {
		again++
	}
	if again > 0 && bytes > packets*c.path.Header {
		f.Add(t+0.2+c.path.RTT, again, again*bytes/packets)
	}
}

// put sends n bytes of payload and returns when the last of them left.
func (c *Conn) put(from Side, t float64, n int) float64 {
	n = c.tls.wrap(n)
	burst := max(64<<10, int(c.path.Rate/2))
	for {
		part := min(n, burst)
		segments := (part + c.path.MSS - 1) / c.path.MSS
		c.waiting[from] = 0 // the data carries the ACK
		c.emit(from, t, segments, part+segments*c.path.Header)
		c.receive(from.other(), t, segments)
		c.last = t
		if n -= part; n == 0 {
			return t
		}
		t += float64(part) / c.path.Rate
	}
}

// receive makes a side acknowledge: every few segments, at once, or when its
// timer runs out before it has something to say.
func (c *Conn) receive(to Side, t float64, segments int) {
	t += c.reach(to)
	c.waiting[to] += segments
	acks := c.waiting[to] / c.path.Stretch[to]
	c.waiting[to] %= c.path.Stretch[to]
	if c.waiting[to] > 0 && (c.path.Eager[to] || c.fresh[to] > 0) {
		acks++
		c.waiting[to] = 0
	}
	c.fresh[to] = max(0, c.fresh[to]-1)
	c.emit(to, t, acks, acks*c.path.Header)
	c.due[to] = t + c.path.Delay[to]
}

// settle lets everything happen that was due before t: ACK timers and beats.
func (c *Conn) settle(t float64) {
	for {
		at, side, b := t, -1, (*beat)(nil)
		for s := range 2 {
			if c.waiting[s] > 0 && c.due[s] < at {
				at, side = c.due[s], s
			}
		}
		for i := range c.beats {
			if next := c.beats[i].next(c.last); next < at {
				at, b = next, &c.beats[i]
			}
		}
		switch {
		case b != nil:
			c.fire(b, at)
		case side >= 0:
			c.waiting[side] = 0
			c.emit(Side(side), at, 1, c.path.Header)
		default:
			if c.tunnel != nil {
				c.tunnel.settle(t)
			}
			return
		}
	}
}

func (b *beat) next(last float64) float64 {
	if b.idle {
		return max(b.mark, last) + b.every
	}
	return b.mark + b.every
}

func (c *Conn) fire(b *beat, at float64) {
	b.mark = at
	to := b.from.other()
	if b.n == 0 {
		c.emit(b.from, at, 1, c.path.Header)
		c.emit(to, at+c.reach(to), 1, c.path.Header)
		return
	}
	c.put(b.from, at, b.n)
	if b.answer > 0 {
		c.put(to, at+c.reach(to)+0.002, b.answer)
	}
}
