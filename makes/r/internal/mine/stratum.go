package mine

import (
	"math"

	"makes/r/internal/flow"
	"makes/r/internal/talk"
	"makes/r/internal/tcp"
)

// rig is a miner as its pool sees it.
type rig struct {
	client
	wire   *talk.Wire
	ratio  float64 // hash rate, of the coin's least
	keep   float64 // seconds between keep-alives of the program; 0 for none
	report float64 // seconds between hash rate reports
	pauses [][2]int64
	early  int     // 0 to stay; 1 the pool closes after the login, 2 it refuses it, 3 it resets
	first  float64 // factor of the time between shares
	wander float64 // of the hash rate
}

// stratum is one connection of a rig with a pool.
type stratum struct {
	*Pool
	*rig
	side   int // of the miner
	gap    float64
	id     int
	until  int64 // when the miner stops; 0 for never
	worked bool
	mood   float64 // how far the hash rate is off its mean, in the logarithm
	shared int64
	fresh  int64 // when the last job was sent
}

const (
	timerStep = iota
	timerHello
	timerJob
	timerShare
	timerAnswer
	timerKeep
	timerReport
	timerPing
	timerRetarget
	timerIdle
	timerEnd
	timerTunnel
	timerSay
)

const (
	tagHello = talk.TagFree + iota
	tagSubmit
	tagKeep
	tagReport
	tagPing
)

func seconds(s float64) int64 { return int64(s * float64(flow.Second)) }

func (s *stratum) say(c *tcp.Conn, side int, what string, tag int) {
	if t := s.family.say[what]; t != nil {
		s.wire.Send(c, side, s.side, s.length(c.Rand, t, s.client, s.id), tag)
	}
}

func (s *stratum) Open(c *tcp.Conn) {
	s.id = 1 + c.Rand.IntN(3)
	for _, o := range s.outages {
		if o[0] > c.Now {
			c.After(o[0]-c.Now, timerEnd, c.Rand.IntN(2))
			break
		}
	}
	if s.wire.Keep > 0 {
		c.After(s.wire.Keep, timerTunnel, 0)
	}
	if s.wire.Opening(c, s.side, 0) {
		s.hello(c, 0)
	}
}

// hello carries the login on from its i-th line, as far as the next answer.
func (s *stratum) hello(c *tcp.Conn, i int) {
	for ; i < len(s.family.hello); i++ {
		l := s.family.hello[i]
		side := s.side
		if l.server {
			side = 1 - side
		} else {
			s.id++
		}
		s.wire.Send(c, side, s.side, s.length(c.Rand, l.text, s.client, s.id), tagHello+100*(i+1))
		if i+1 == len(s.family.hello) || s.family.hello[i+1].server != l.server {
			return
		}
	}
	s.start(c)
}

func (s *stratum) start(c *tcp.Conn) {
	r := c.Rand
	if s.worked {
		return
	}
	if s.early > 0 {
		if s.early == 2 {
			s.say(c, 1-s.side, "bad", talk.TagNone)
		}
		if s.early == 3 {
			c.Abort(1 - s.side)
		} else {
			c.Close(1 - s.side)
		}
		return
	}
	s.worked = true
	if s.target > 0 {
		s.gap = s.target * talk.Range{Low: .08, High: 3}.Draw(r)
	} else {
		s.gap = s.fixed / s.ratio * s.first
	}
	s.say(c, 1-s.side, "diff", talk.TagNone)
	s.newJob(c)
	s.nextShare(c)
	s.shared = c.Now
	set := func(gap float64, id int) {
		if gap > 0 {
			c.After(seconds(gap), id, 0)
		}
	}
	set(s.keep, timerKeep)
	set(s.report, timerReport)
	set(s.ping, timerPing)
	set(s.idle, timerIdle)
	if s.target > 0 {
		c.After(s.retarget.Duration(r)/3, timerRetarget, 0)
	}
	if s.life > 0 {
		c.After(seconds(s.life*(.8+.4*r.Float64())), timerEnd, 1-s.side)
	}
	if s.until > c.Now {
		c.After(s.until-c.Now, timerEnd, s.side)
	}
}

// newJob sends a job, and sets the time of the next.
func (s *stratum) newJob(c *tcp.Conn) {
	s.fresh = c.Now
	s.say(c, 1-s.side, "job", talk.TagNone)
	if t := s.nextJob(c.Now); t >= 0 {
		c.After(t-c.Now+s.lag.Duration(c.Rand), timerJob, 0)
	}
}

func (s *stratum) nextShare(c *tcp.Conn) {
	s.mood = .98*s.mood + s.wander*c.Rand.NormFloat64()
	wait := seconds(max(c.Rand.ExpFloat64()*s.gap*math.Exp(s.mood), .01))
	for _, p := range s.pauses {
		if t := c.Now + wait; t >= p[0] && t < p[1] {
			wait += p[1] - p[0]
		}
	}
	c.After(wait, timerShare, 0)
}

func (s *stratum) Timer(c *tcp.Conn, id, arg int) {
	r := c.Rand
	pool := 1 - s.side
	again := func(gap float64) { c.After(seconds(gap), id, 0) }
	switch id {
	case timerStep:
		if s.wire.Opening(c, s.side, arg) {
			s.hello(c, 0)
		}
	case timerHello:
		s.hello(c, arg)
	case timerJob:
		if s.repeats {
			s.say(c, pool, "diff", talk.TagNone)
		}
		s.newJob(c)
	case timerShare:
		s.id++
		s.shared = c.Now
		s.say(c, s.side, "submit", tagSubmit)
		s.nextShare(c)
	case timerAnswer:
		what := "ok"
		if r.Float64() < s.bad || c.Now-s.fresh < 300*flow.Millisecond && r.IntN(4) == 0 {
			what = "bad"
		}
		s.say(c, pool, what, talk.TagNone)
	case timerSay:
		s.say(c, []int{pool, pool, s.side}[arg], []string{"kept", "rated", "pong"}[arg], talk.TagNone)
	case timerKeep:
		s.id++
		if c.Now-s.shared > seconds(s.keep/2) || r.IntN(2) == 0 {
			s.say(c, s.side, "keep", tagKeep)
		}
		again(s.keep)
	case timerReport:
		s.say(c, s.side, "rate", tagReport)
		again(s.report)
	case timerPing:
		s.say(c, pool, "ping", tagPing)
		again(s.ping)
	case timerTunnel:
		c.Write(arg, 2+24+16+r.IntN(2)*12, talk.TagNone)
		c.After(s.wire.Keep, timerTunnel, 1-arg)
	case timerRetarget:
		s.adjust(c)
		c.After(s.retarget.Duration(r), timerRetarget, 0)
	case timerIdle:
		if c.Now-s.shared > seconds(s.idle) {
			c.Close(pool)
			return
		}
		again(s.idle / 2)
	case timerEnd:
		s.wire.Bye(c, arg)
		c.Close(arg)
	}
}

// adjust moves the difficulty towards the pool's aim.
func (s *stratum) adjust(c *tcp.Conn) {
	seen := s.gap * (.8 + .4*c.Rand.Float64())
	if seen > s.target*.7 && seen < s.target*1.4 {
		return
	}
	s.gap *= min(max(s.target/seen, .25), 4)
	s.say(c, 1-s.side, "diff", talk.TagNone)
	if s.family.say["diff"] == nil || c.Rand.IntN(3) == 0 {
		s.say(c, 1-s.side, "job", talk.TagNone)
	}
}

func (s *stratum) Got(c *tcp.Conn, side, tag int) {
	if tag >= 0 && tag < talk.TagFree {
		wait := int64(0)
		if tag+1 < len(s.wire.Steps) {
			wait = s.wire.Steps[tag+1].Wait
		}
		c.After(wait, timerStep, tag+1)
		return
	}
	if tag == talk.TagNone {
		return
	}
	s.wire.Got(c, side)
	if tag >= tagHello+100 && (tag-tagHello)%100 == 0 {
		i := (tag - tagHello) / 100
		if i == len(s.family.hello) || s.family.hello[i].server {
			c.After(s.wait.Duration(c.Rand), timerHello, i)
		} else {
			c.After(flow.Millisecond, timerHello, i)
		}
		return
	}
	switch tag {
	case tagSubmit:
		c.After(s.wait.Duration(c.Rand), timerAnswer, 0)
	case tagKeep, tagReport, tagPing:
		c.After(s.wait.Duration(c.Rand), timerSay, tag-tagKeep)
	}
}

func (s *stratum) Closed(c *tcp.Conn, _ int) int64 {
	if c.Rand.IntN(6) == 0 {
		return -1
	}
	return int64(c.Rand.ExpFloat64() * float64(20*flow.Millisecond))
}

// daemon is a miner that asks a node for work over HTTP.
type daemon struct {
	*Coin
	wire       *talk.Wire
	side       int
	poll       talk.Range // seconds
	jitter     float64
	ask, info  int // bytes of the poll and its answer
	want, work talk.Range
	changes    float64 // seconds between new templates on the same block
	keepOpen   bool
	direct     bool // asks for the whole template each time
	long       bool // and the node answers only when there is another
	wait       talk.Range
	seen       int64
	solved     float64 // seconds between blocks found
	end        int64
}

const (
	tagPoll = talk.TagFree + iota
	tagInfo
	tagWant
	tagWork
)

func (d *daemon) Open(c *tcp.Conn) {
	if d.end > c.Now {
		c.After(d.end-c.Now, timerEnd, 0)
	}
	d.Timer(c, timerJob, 0)
}

func (d *daemon) Timer(c *tcp.Conn, id, _ int) {
	r := c.Rand
	node := 1 - d.side
	switch id {
	case timerJob: // a poll, or for what is new
		if r.Float64() < d.poll.Low/d.solved {
			d.wire.Send(c, d.side, d.side, d.want.Int(r)*2, talk.TagNone)
		}
		d.wire.Send(c, d.side, d.side, d.ask, tagPoll)
	case timerAnswer:
		n := d.info + r.IntN(3)
		if d.direct {
			n = d.work.Int(r)
		}
		d.wire.Send(c, node, d.side, n, tagInfo)
	case timerSay:
		d.wire.Send(c, node, d.side, d.work.Int(r), tagWork)
	case timerEnd:
		c.Close(d.side)
	}
}

// news tells whether there is a new template.
func (d *daemon) news(now int64) bool {
	for len(d.blocks) > 1 && d.blocks[1] <= now {
		d.blocks = d.blocks[1:]
	}
	if d.seen == 0 || d.blocks[0] > d.seen || d.changes > 0 && now-d.seen > seconds(d.changes) {
		d.seen = now
		return true
	}
	return false
}

func (d *daemon) Got(c *tcp.Conn, _, tag int) {
	r := c.Rand
	switch tag {
	case tagPoll:
		wait := d.wait.Duration(r)
		if d.long {
			d.news(c.Now)
			wait += seconds(20 + 70*r.Float64())
			if len(d.blocks) > 1 {
				wait = min(wait, d.blocks[1]-c.Now+d.wait.Duration(r))
			}
		}
		c.After(wait, timerAnswer, 0)
	case tagWant:
		c.After(d.wait.Duration(r)*3, timerSay, 0)
	case tagInfo, tagWork:
		switch {
		case tag == tagInfo && !d.direct && d.news(c.Now):
			d.wire.Send(c, d.side, d.side, d.want.Int(r), tagWant)
		case !d.keepOpen:
			c.Close(d.side)
		default:
			c.After(seconds(d.poll.Draw(r)*(1+d.jitter*r.Float64())), timerJob, 0)
		}
	}
}

func (d *daemon) Closed(*tcp.Conn, int) int64 { return 200 }
