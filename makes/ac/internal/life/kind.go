package life

import (
	"embed"
	"strings"

	"makes/ac/internal/rnd"
	"makes/ac/internal/tcp"
	"makes/ac/internal/wire"
)

//go:embed kinds/*.txt
var tables embed.FS

// kind is a family of programs: a line of a table.
type kind struct {
	name   string
	roles  string // letters of those that run it, * for all
	scope  string // pub, priv, in (clients outside), inp (clients inside), many (peers outside)
	ports  []string
	layers []string
	act    func(*use)
	parts  []part
	opts   []option
	silent bool // has no connections, so no label
}

type option struct {
	key string
	span
}

// readKinds reads the tables.
func readKinds() []*kind {
	var all []*kind
	files, err := tables.ReadDir("kinds")
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		text, err := tables.ReadFile("kinds/" + file.Name())
		if err != nil {
			panic(err)
		}
		for line := range strings.Lines(string(text)) {
			f := strings.Fields(line)
			if len(f) == 0 || f[0][0] == '/' {
				continue
			}
			if len(f) < 6 || acts[f[5]] == nil {
				panic("kind " + line)
			}
			k := &kind{name: f[0], roles: f[1], scope: f[2], ports: strings.Split(f[3], ","),
				layers: strings.Split(f[4], ","), act: acts[f[5]], silent: f[5] == "udp"}
			for _, a := range f[6:] {
				if key, v, ok := strings.Cut(a, "="); ok && !strings.Contains(a, ":") {
					k.opts = append(k.opts, option{key, readSpan(v)})
				} else {
					k.parts = append(k.parts, readPart(a))
				}
			}
			all = append(all, k)
		}
	}
	return all
}

// service is where a kind is served: the same for all who use it.
type service struct {
	addrs []uint32
	hosts []*tcp.Host
	port  int
	rtt   float64
	loss  float64
	rate  float64
}

// Deploy is a kind as one company runs it.
type Deploy struct {
	*kind
	s      *service
	layers wire.Layers
	beats  []beat
	opt    map[string]float64
	ping   float64 // of HTTP/2 or WebSocket, 0 for none
	pinger int
	life   float64
	how    string // in which its connections end
	closer int
	back   int // habit of connecting again
	retry  float64
	weight float64
}

// get is a drawn option, or else a default.
func (d *Deploy) get(key string, or float64) float64 {
	if v, ok := d.opt[key]; ok {
		return v
	}
	return or
}

func (w *World) deploy(r *rnd.R, c *Company, k *kind) *Deploy {
	d := &Deploy{kind: k, opt: map[string]float64{}, life: r.LogU(2*3600, 20*86400), how: "fin",
		closer: r.N(2), back: r.N(4), retry: rnd.Pick(r, 1.0, 1, 2, 3, 5, 5, 10, 15, 30, 60)}
	d.how = rnd.Pick(r, "fin", "fin", "fin", "rst", "mute")
	d.layers = wire.Draw(r, rnd.Pick(r, k.layers...))
	for _, p := range k.parts {
		d.beats = append(d.beats, p.draw(r))
	}
	for _, o := range k.opts {
		d.opt[o.key] = o.draw(r)
	}
	if v, ok := d.opt["life"]; ok {
		d.life = v
	}
	if (d.layers.H2 || d.layers.WS) && r.Chance(.5) {
		d.ping, d.pinger = rnd.Pick(r, 10.0, 15, 20, 25, 30, 30, 45, 54, 60, 120, 300), r.N(2)
	}
	switch k.scope {
	case "pub", "many":
		pool := w.public[k.name]
		if len(pool) == 0 || len(pool) < 3 && r.Chance(.3) {
			pool = append(pool, w.outside(r, d))
			w.public[k.name] = pool
		}
		d.s = pool[r.Zipf(len(pool), 1.2)]
	default:
		d.s = w.inside(r, d, c)
	}
	return d
}

func (k *kind) port(r *rnd.R) int {
	switch p := rnd.Pick(r, k.ports...); p {
	case "high":
		return r.Int(1024, 65000)
	case "node": // a cluster's range
		return r.Int(30000, 32767)
	default:
		return int(number(p))
	}
}

// outside sets up a public service with a few addresses.
func (w *World) outside(r *rnd.R, d *Deploy) *service {
	s := &service{port: d.port(r), rtt: r.LogU(.002, .18), rate: r.LogU(4e5, 2e7)}
	if r.Chance(.3) {
		s.loss = r.LogU(2e-5, 3e-3)
	}
	n := int(d.get("addrs", float64(rnd.Pick(r, 1, 1, 2, 3, 6))))
	for range n {
		s.addrs = append(s.addrs, w.Address(r))
		s.hosts = append(s.hosts, tcp.Draw(r, "server"))
	}
	return s
}

// inside sets up a company's own, on its other interfaces or on hosts whose
// logs are not ours.
func (w *World) inside(r *rnd.R, d *Deploy, c *Company) *service {
	s := &service{port: d.port(r), rtt: r.LogU(.0002, .003), rate: r.LogU(1e7, 1e8)}
	for range int(d.get("addrs", float64(r.Int(1, 3)))) {
		ip, host := uint32(0), tcp.Draw(r, "server")
		if r.Chance(.35) {
			f := c.ifaces[r.N(len(c.ifaces))]
			ip, host = f.IP, f.Host
		} else {
			ip = w.Private(r, c)
		}
		s.addrs, s.hosts = append(s.addrs, ip), append(s.hosts, host)
	}
	return s
}
