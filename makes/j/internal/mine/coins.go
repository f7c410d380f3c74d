package mine

import (
	_ "embed"
	"strconv"
	"strings"

	"makes/j/internal/dice"
)

// fields are the lengths of what varies in messages, by name.
type fields [26]int

// template is a message whose length is known but for its fields.
type template struct {
	fixed int
	names []byte
}

// parse reads a message. In it, <64> stands for so many characters, <j> for
// the field j.
func parse(s string) template {
	var t template
	for s != "" {
		head, rest, found := strings.Cut(s, "<")
		t.fixed += len(head)
		if !found {
			break
		}
		name, tail, _ := strings.Cut(rest, ">")
		if n, err := strconv.Atoi(name); err == nil {
			t.fixed += n
		} else {
			t.names = append(t.names, name[0])
		}
		s = tail
	}
	return t
}

// length gives the bytes of a message.
func (t *template) length(f *fields) int {
	n := t.fixed
	for _, name := range t.names {
		n += f[name-'a']
	}
	return n
}

// dialect is a protocol between miners and pools.
type dialect struct {
	name     string
	hello    [][2]template
	jobs     []template // of which a pool uses one
	target   template
	share    template
	accepted []template // of which a pool uses one
	rejected template
	extra    [2]template // what miners say besides, and the reply
	idle     bool        // only when there is nothing else to say
	every    dice.Range
}

// add adds a message of a kind.
func (d *dialect) add(kind string, t template) {
	switch kind {
	case "hello":
		d.hello = append(d.hello, [2]template{t})
	case "reply":
		d.hello[len(d.hello)-1][1] = t
	case "job":
		d.jobs = append(d.jobs, t)
	case "accept":
		d.accepted = append(d.accepted, t)
	default:
		*map[string]*template{"target": &d.target, "share": &d.share, "reject": &d.rejected, "extra": &d.extra[0], "answer": &d.extra[1]}[kind] = t
	}
}

// coin is a proof of work.
type coin struct {
	name    string
	dialect *dialect
	block   float64 // seconds
	ports   []uint16
	wallet  int
	agents  []int
	refresh dice.Range // of jobs between blocks; Hi 0 for none
	sizes   [26]dice.Range
}

// node is what a miner asks of a node.
type node struct {
	coin           string
	ports          []uint16
	poll           dice.Range
	ask, answer    dice.Range
	fetch, fetched dice.Range // of a template when there is a block
	block          float64
	stream         float64 // chance of one long connection
	also           string  // full node on the same host, or -
}

//go:embed coins.txt
var table string

var (
	agents       = map[string][]int{"cpu": {58, 64, 71, 96}, "gpu": {11, 12, 14, 20}, "asic": {9, 14, 17, 22}}
	coins, nodes = read()
)

// read reads the table of dialects, coins and nodes.
func read() (coins []*coin, nodes []*node) {
	dialects, last := map[string]*dialect{}, (*dialect)(nil)
	number := func(s string) float64 { return dice.MustRange(s).Lo }
	for _, line := range strings.Split(table, "\n") {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		f := strings.Fields(rest)
		switch kind {
		case "", "#":
		case "dialect":
			last = &dialect{name: f[0], idle: f[1] == "idle", every: dice.MustRange(f[2])}
			dialects[f[0]] = last
		case "coin":
			c := &coin{name: f[0], dialect: dialects[f[1]], block: number(f[2]), ports: ports(f[3]), wallet: int(number(f[4])), agents: agents[f[5]], refresh: dice.MustRange(f[6])}
			for _, kv := range f[7:] {
				c.sizes[kv[0]-'a'] = dice.MustRange(kv[2:])
			}
			coins = append(coins, c)
		case "node":
			r := [5]dice.Range{}
			for i := range r {
				r[i] = dice.MustRange(f[2+i])
			}
			nodes = append(nodes, &node{f[0], ports(f[1]), r[0], r[1], r[2], r[3], r[4], number(f[7]), number(f[8]), f[9]})
		default:
			if rest[0] == '{' {
				rest += "\n"
			}
			last.add(kind, parse(rest))
		}
	}
	return coins, nodes
}

func ports(s string) (all []uint16) {
	for _, port := range strings.Split(s, ",") {
		all = append(all, uint16(dice.MustRange(port).Lo))
	}
	return all
}
