// Package benign holds the ordinary programs of the cloud: each kind is a script
// of a few lines over the engine, with habits drawn anew for every instance.
package benign

import (
	"slices"

	"makes/e/internal/sim"
)

// odds gives the mean number of instances of a kind on a machine of each role.
type odds map[string]float64

// Kind is an ordinary program.
type Kind struct {
	Name string
	Run  func(*sim.Program)
	Odds odds
}

// Roles lists the roles of machines with how common they are.
var Roles = []struct {
	Name   string
	Weight float64
	Public float64 // share that the internet can reach
}{
	{"service", 24, 0}, {"node", 16, 0.05}, {"web", 14, 0.6}, {"database", 8, 0}, {"broker", 6, 0},
	{"build", 7, 0}, {"desktop", 8, 0}, {"pipeline", 7, 0}, {"iot", 5, 0.3}, {"monitor", 3, 0.1},
	{"bastion", 2, 0.9}, {"chain", 3, 0.4}, {"legacy", 6, 0.1}, {"spare", 4, 0.1},
}

// Kinds lists every ordinary kind.
func Kinds() []Kind {
	return slices.Concat(queues, databases, mesh, watching, webs, people, bulks, chains, machines, broken, networks, builds)
}

// DrawRole draws a machine's role.
func DrawRole(d sim.Dice) (name string, public bool) {
	total := 0.0
	for _, r := range Roles {
		total += r.Weight
	}
	at := d.Between(0, total)
	for _, r := range Roles {
		if at -= r.Weight; at < 0 {
			return r.Name, d.Chance(r.Public)
		}
	}
	panic("no role drawn")
}

// Draw decides how many instances of a kind run on a machine that is so loaded.
func (k Kind) Draw(d sim.Dice, role string, load float64) int {
	return d.Rare(1, load*(k.Odds[role]+k.Odds["any"]))
}

// Load draws how full of programs a machine is, about 1; spare ones are near idle.
func Load(d sim.Dice, role string) float64 {
	if role == "spare" {
		return d.Between(0, 0.4)
	}
	return d.Log(0.4, 1.8)
}

// Start runs one instance.
func (k Kind) Start(h *sim.Host) {
	k.Run(h.NewProgram(&sim.Label{Name: k.Name}))
}
