// Package mine lets hosts mine: with pools, alone, through a proxy, or in vain.
package mine

import (
	_ "embed" // the protocols and coins
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"makes/r/internal/flow"
	"makes/r/internal/talk"
)

//go:embed coins.txt
var table string

// part is a piece of a message: so many fixed bytes and a variable one.
type part struct {
	fixed     int
	name      byte // placeholder: w, p, a, j, i, d, m; r for a range; 0 for none
	low, high int
	each      bool // drawn for each message
}

type template []part

func parseTemplate(s string, binary bool) template {
	var t template
	for s != "" {
		before, rest, found := strings.Cut(s, "<")
		p := part{fixed: len(before)}
		if found {
			inner, after, _ := strings.Cut(rest, ">")
			s = after
			if p.each = strings.HasPrefix(inner, "~"); p.each {
				inner = inner[1:]
			}
			if inner[0] >= '0' && inner[0] <= '9' {
				low, high, ranged := strings.Cut(inner, "..")
				p.name = 'r'
				p.low, _ = strconv.Atoi(low)
				if p.high = p.low; ranged {
					p.high, _ = strconv.Atoi(high)
				}
			} else {
				p.name = inner[0]
			}
		} else {
			s = ""
		}
		t = append(t, p)
	}
	if !binary {
		t = append(t, part{fixed: 1}) // the end of the line
	}
	return t
}

type line struct {
	server bool
	text   template
}

type family struct {
	name  string
	hello []line
	say   map[string]template
}

// Coin is what can be mined.
type Coin struct {
	Name           string
	family         *family
	ports          []string
	block, refresh float64
	wallet, merkle talk.Range
	gap            talk.Range
	blocks         []int64
}

// Coins reads the table, and draws when each chain finds its blocks.
func Coins(r *rand.Rand, until int64) []*Coin {
	families := map[string]*family{}
	var f *family
	var out []*Coin
	binary := false
	for s := range strings.Lines(table) {
		word, rest, _ := strings.Cut(strings.TrimSpace(s), " ")
		switch word {
		case "", "#":
		case "family":
			name, kind, _ := strings.Cut(rest, " ")
			binary = kind != ""
			f = &family{name: name, say: map[string]template{}}
			families[name] = f
		case "h":
			f.hello = append(f.hello, line{rest[0] == 'S', parseTemplate(rest[2:], binary)})
		case "coin":
			w := strings.Fields(rest)
			c := &Coin{Name: w[0], family: families[w[1]], ports: strings.Split(w[2], ","), block: number(w[3]), refresh: number(w[4]),
				wallet: span(w[5]), merkle: span(w[6]), gap: span(w[7])}
			for t := 0.0; t < float64(until); t += r.ExpFloat64() * c.block * 1e6 {
				c.blocks = append(c.blocks, int64(t))
			}
			out = append(out, c)
		default:
			f.say[word] = parseTemplate(rest, binary)
		}
	}
	return out
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(fmt.Sprintf("mine: %v", err))
	}
	return v
}

func span(s string) talk.Range {
	low, high, ok := strings.Cut(s, "..")
	if !ok {
		high = low
	}
	return talk.Range{Low: number(low), High: number(high)}
}

// Pool is a pool with its own habits.
type Pool struct {
	*Coin
	Name      string
	port      uint16
	servers   []*server
	jobs      []int64 // times of new jobs
	choices   map[*part]int
	job       int        // length of job ids
	target    float64    // seconds between shares aimed at; 0 for fixed difficulties
	fixed     float64    // seconds between shares then, for a ratio of 1
	retarget  talk.Range // seconds
	wait      talk.Range // before an answer
	bad       float64    // share of rejects
	ping      float64    // seconds between pings
	idle      float64    // seconds without a share until it closes
	life      float64    // seconds until it closes anyhow
	outages   [][2]int64
	repeats   bool // sends the difficulty before each job
	low, high int  // of difficulties, in digits
	merkle    int
	lag       talk.Range // of a job behind its time
}

// NewPool draws a pool of a coin.
func NewPool(r *rand.Rand, c *Coin, number int, until int64) *Pool {
	draw := func(low, high float64) float64 { return talk.Range{Low: low, High: high}.Draw(r) }
	p := &Pool{Coin: c, Name: fmt.Sprintf("%s-%02d", c.Name, number), choices: map[*part]int{}, job: []int{4, 8, 1 + r.IntN(24), 5 + r.IntN(12), 15, 36}[r.IntN(6)],
		bad: draw(.0005, .04), merkle: c.merkle.Int(r), low: 1 + r.IntN(4)}
	p.high = p.low + 1 + r.IntN(6)
	port, _ := strconv.Atoi(c.ports[r.IntN(len(c.ports))])
	p.port = uint16(port)
	for range 1 + r.IntN(3) {
		p.servers = append(p.servers, newServer(r, "net", ""))
	}
	if r.IntN(3) > 0 {
		p.target = draw(5, 60)
		if c.gap.Low < 4 {
			p.target = draw(2, 30)
		}
	} else {
		p.fixed = c.gap.Draw(r)
	}
	p.retarget = talk.Range{Low: draw(20, 120), High: draw(120, 400)}
	w := draw(.0008, .08)
	p.wait = talk.Range{Low: w, High: w * draw(1.05, 6)}
	if r.IntN(4) == 0 {
		p.ping = draw(20, 180)
	}
	if r.IntN(3) == 0 {
		p.idle = draw(90, 900)
	}
	if r.IntN(4) == 0 {
		p.life = draw(1800, 43200)
	}
	p.repeats = r.IntN(5) == 0
	if r.IntN(5) == 0 {
		for range 1 + r.IntN(2) {
			t := int64(r.Float64() * float64(until))
			p.outages = append(p.outages, [2]int64{t, t + talk.Range{Low: 10, High: 3600}.Duration(r)})
		}
	}
	l := draw(.005, .5)
	p.lag = talk.Range{Low: l, High: l * draw(1.1, 8)}
	p.schedule(r, until)
	return p
}

// schedule draws when the pool has new jobs: at blocks, when it refreshes the
// transactions, and no more often than it likes.
func (p *Pool) schedule(r *rand.Rand, until int64) {
	refresh := 0.0
	if p.refresh > 0 && r.IntN(4) > 0 {
		refresh = p.refresh * talk.Range{Low: .3, High: 2.2}.Draw(r)
	}
	jitter := []float64{0, .02, .3, 1}[r.IntN(4)]
	least := int64(0)
	if p.block < 10 {
		least = talk.Range{Low: .3, High: 8}.Duration(r)
	}
	restart := r.IntN(2) == 0 // the clock of refreshes begins anew with a block
	next := refresh
	last := -flow.Hour
	blocks := p.blocks
	for {
		t := until
		if len(blocks) > 0 {
			t = blocks[0]
		}
		block := true
		if refresh > 0 && int64(next*1e6) < t {
			t, block = int64(next*1e6), false
		}
		if t >= until {
			break
		}
		if block {
			blocks = blocks[1:]
		}
		if !block || restart {
			next = float64(t)/1e6 + refresh*(1+jitter*(r.Float64()-.5))
		}
		if t-last >= least {
			p.jobs = append(p.jobs, t)
			last = t
		}
	}
}

func (p *Pool) nextJob(t int64) int64 {
	i, _ := slices.BinarySearch(p.jobs, t+1)
	if i == len(p.jobs) {
		return -1
	}
	return p.jobs[i]
}

// client is what a miner puts into its messages.
type client struct {
	wallet, pass, agent int
}

func newClient(r *rand.Rand, c *Coin) client {
	k := client{wallet: c.wallet.Int(r), pass: 1 + r.IntN(3)*r.IntN(9), agent: 6 + r.IntN(20)}
	if c.family.name == "cryptonote" {
		k.agent = 20 + r.IntN(70)
	}
	if r.IntN(2) == 0 {
		k.wallet += 1 + r.IntN(14) // a worker's name
	}
	return k
}

func digits(n int) int { return len(strconv.Itoa(n)) }

// length gives the bytes of a message.
func (p *Pool) length(r *rand.Rand, t template, k client, id int) int {
	n := 0
	for i := range t {
		q := &t[i]
		n += q.fixed
		switch q.name {
		case 'w':
			n += k.wallet
		case 'p':
			n += k.pass
		case 'a':
			n += k.agent
		case 'j':
			n += p.job
		case 'i':
			n += digits(id)
		case 'd':
			n += p.low + r.IntN(p.high-p.low)
		case 'm':
			if p.merkle > 0 {
				n += 67*p.merkle - 1
			}
		case 'r':
			switch {
			case q.low == q.high:
				n += q.low
			case q.each:
				n += q.low + r.IntN(q.high-q.low+1)
			default: // the same for all messages of the pool
				v, ok := p.choices[q]
				if !ok {
					v = q.low + r.IntN(q.high-q.low+1)
					p.choices[q] = v
				}
				n += v
			}
		}
	}
	return n
}
