// Package ordinary holds the programs that do not mine. Most are lines of a table.
package ordinary

import (
	_ "embed"
	"strconv"
	"strings"

	"makes/g/internal/cloud"
	"makes/g/internal/dice"
	"makes/g/internal/script"
)

// kind is an ordinary program: how common it is and which roles favour it.
type kind struct {
	name  string
	often float64
	roles string
	run   cloud.Program
}

// Roles are what machines are for.
var Roles = []string{"web", "app", "database", "queue", "build", "iot", "k8s", "desktop", "desktop", "bastion", "batch", "node", "store", "plant"}

var kinds = append(fromTable(), []kind{
	{"clock-sync", 6, "iot", clockSync},
	{"dead-service", 2.5, "app,batch,iot,k8s,plant", deadService},
	{"scanned", 4, "web,bastion", scanned},
	{"scanner", .3, "bastion", scanner},
}...)

// table has a program a line: its name, how common it is, the roles that favour
// it, and its script.
//
//go:embed table.txt
var table string

func fromTable() []kind {
	var all []kind
	for line := range strings.Lines(strings.TrimSpace(table)) {
		head, rest, _ := strings.Cut(line, ";")
		words := strings.Fields(head)
		often, err := strconv.ParseFloat(words[1], 64)
		if err != nil {
			panic(err)
		}
		all = append(all, kind{words[0], often, words[2], script.Parse(rest)})
	}
	return all
}

// Settle runs the programs of the i-th host: some that suit its role, some
// at random, and one so that each kind occurs now and then.
func Settle(h *cloud.Host, seed uint64, i int) {
	d := dice.New(seed, "settle", i)
	order := dice.New(seed, "order").Perm(len(kinds))
	chosen := map[int]bool{order[i%len(order)]: true}
	total := 0.0
	weight := make([]float64, len(kinds))
	for j, k := range kinds {
		weight[j] = k.often
		if strings.Contains(k.roles, h.Role) {
			weight[j] *= 12
		}
		total += weight[j]
	}
	for want := d.Int(3, 11); len(chosen) < want; {
		j := 0
		for x := d.Float64() * total; x > weight[j] && j < len(kinds)-1; j++ {
			x -= weight[j]
		}
		chosen[j] = true
	}
	for j, k := range kinds {
		if chosen[j] {
			for n := range dice.Pick(d, 1, 1, 1, 1, 2, 3) {
				h.Run(k.name, n, nil, k.run)
			}
		}
	}
}
