package lab

import (
	"fmt"
	"slices"
)

// A kind is a sort of program. Its function is the whole life of one.
type kind struct {
	name  string
	class string
	side  string // of a mining kind: who is on the other side, see Attrs.Kind
	run   func(*session)
}

// kinds finds a kind by its name.
var kinds = func() map[string]*kind {
	m := make(map[string]*kind)
	add := func(k kind) {
		if m[k.name] != nil {
			panic(fmt.Sprintf("lab: two kinds named %q", k.name))
		}
		m[k.name] = &k
	}
	for _, k := range benign {
		k.class = Benign
		add(k)
	}
	for _, k := range miners() {
		k.class = Mining
		add(k)
	}
	return m
}()

// Kinds lists the names of all kinds of a class, sorted.
func Kinds(class string) []string {
	return kindsWhere(func(k *kind) bool { return k.class == class })
}

// MiningKinds lists the names of the mining kinds with a pool, solo, proxy or
// blocked on the other side, as Attrs.Kind says, sorted.
func MiningKinds(side string) []string {
	return kindsWhere(func(k *kind) bool { return k.class == Mining && k.side == side })
}

func kindsWhere(ok func(*kind) bool) []string {
	var names []string
	for _, k := range kinds {
		if ok(k) {
			names = append(names, k.name)
		}
	}
	slices.Sort(names)
	return names
}
