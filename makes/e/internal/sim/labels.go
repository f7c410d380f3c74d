package sim

import (
	"bufio"
	"fmt"
	"io"

	"makes/e/internal/flow"
)

// Label says what a program is: Mining is empty for an ordinary one, else the
// columns kind=..., coin=... that follow the interface.
type Label struct {
	Name   string
	Mining string
}

type pair struct {
	local, remote flow.Addr
	eni           string
}

// Labels lists the pairs of addresses that had TCP traffic.
type Labels struct {
	known map[pair]*Label
	order []pair
}

// Add notes a pair. Mining and ordinary traffic on the same pair is a mistake in
// a program's choice of peers.
func (l *Labels) Add(local, remote flow.Addr, eni string, label *Label) {
	if l.known == nil {
		l.known = map[pair]*Label{}
	}
	p := pair{local, remote, eni}
	old := l.known[p]
	if old == nil {
		l.known[p] = label
		l.order = append(l.order, p)
	} else if (old.Mining == "") != (label.Mining == "") {
		panic(fmt.Sprintf("pair %v::%v is both %s and %s", local, remote, old.Name, label.Name))
	}
}

// Write lists the labels, a pair a line.
func (l *Labels) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, "*\tbenign\trest\n")
	for _, p := range l.order {
		label := l.known[p]
		if label.Mining == "" {
			fmt.Fprintf(out, "%v::%v\tbenign\t%s\t%s\n", p.local, p.remote, label.Name, p.eni)
		} else {
			fmt.Fprintf(out, "%v::%v\tmining\t%s\t%s\t%s\n", p.local, p.remote, label.Name, p.eni, label.Mining)
		}
	}
	return out.Flush()
}
