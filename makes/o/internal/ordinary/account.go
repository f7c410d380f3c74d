package ordinary

import (
	"slices"

	"makes/o/internal/dice"
	"makes/o/internal/flow"
	"makes/o/internal/tcp"
)

// Account holds the services of a company.
type Account struct {
	services []*service
	addr     func(place string) flow.Addr
}

// NewAccount draws the services for a number of hosts.
func NewAccount(g *dice.Rand, hosts int, addr func(place string) flow.Addr) (*Account, error) {
	programs, err := parseTable(table)
	if err != nil {
		return nil, err
	}
	a := &Account{addr: addr}
	for _, p := range programs {
		for range 1 + g.IntN(2+min(hosts/60, 6)) {
			a.services = append(a.services, newService(g, p, addr))
		}
	}
	for range 6 + hosts/5 {
		a.services = append(a.services, newService(g, odd(g), addr))
	}
	return a, nil
}

var roles = []string{"web", "web", "ecs", "ecs", "k8s", "worker", "worker", "data", "win", "ci", "dev", "iot", "market", "chain", "ml", "game"}

// Label says what an address is to a host.
type Label struct {
	Addr flow.Addr
	Name string
}

// Run runs the programs of a host and gives the addresses they talk to.
func (a *Account) Run(host *tcp.Host, begin, end float64, chain bool) []Label {
	g := host.Gen
	mine := []string{"base"}
	if chain {
		mine = append(mine, "chain")
	}
	for range 1 + g.IntN(3) {
		mine = append(mine, dice.Pick(g, roles...))
	}
	want := dice.Range{Lo: 4, Hi: 30}.Int(g)
	idle := dice.Chance(g, 0.06) // hardly anything runs on it
	if idle {
		want = 1 + g.IntN(2)
	}
	var labels []Label
	taken := map[flow.Addr]bool{}
	names := map[string]int{}
	for range 60 * want {
		s := dice.Pick(g, a.services...)
		if !slices.ContainsFunc(s.roles, func(r string) bool { return slices.Contains(mine, r) }) || !dice.Chance(g, s.share) {
			continue
		}
		if idle && s.period() < 100 {
			continue
		}
		if names[s.name] >= 2 || names[s.name] == 1 && dice.Chance(g, 0.8) || taken[s.peers[0].Addr] {
			continue
		}
		names[s.name]++
		taken[s.peers[0].Addr] = true
		reached := s.run(host, begin, end)
		for _, p := range s.peers {
			if reached[p.Addr] {
				labels = append(labels, Label{p.Addr, s.name})
				taken[p.Addr] = true
			}
		}
		if len(labels) >= want {
			break
		}
	}
	a.strangers(host, begin, end)
	return labels
}

// strangers lets the internet knock at some hosts' doors in vain.
func (a *Account) strangers(host *tcp.Host, begin, end float64) {
	g := host.Gen
	if !dice.Chance(g, 0.25) {
		return
	}
	mean := dice.Range{Lo: 60, Hi: 9000}.Draw(g)
	for t := begin; t < end; t += mean * g.ExpFloat64() {
		f := flow.Flow{
			Iface: host.Iface, Src: a.addr("inet"), Dst: host.Iface.Addr, SrcPort: uint16(1024 + g.IntN(64000)),
			DstPort: dice.Pick[uint16](g, 22, 23, 80, 443, 3389, 8080, 8545, 6379, 445, uint16(1+g.IntN(65000))), Proto: 6, Reject: true,
		}
		f.Add(t, 1, dice.Pick(g, 40, 44, 52, 60))
		for dice.Chance(g, 0.3) {
			f.Add(t+1, 1, 60)
		}
		f.Flush()
	}
}
