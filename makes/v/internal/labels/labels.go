// Package labels collects what the pairs of addresses at each interface are.
package labels

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"

	"makes/v/internal/vpclog"
)

// Mining says what a mining pair is.
type Mining struct {
	Coin, Kind, Pool, Size, Transport string
}

type pair struct {
	eni           uint16
	local, remote uint32
}

// Book is the collection.
type Book struct {
	mining map[pair]Mining
	benign map[pair]string
}

// New starts an empty book.
func New() *Book { return &Book{map[pair]Mining{}, map[pair]string{}} }

// Mine notes a mining pair; the first note of a pair stays.
func (b *Book) Mine(eni uint16, local, remote uint32, m Mining) {
	p := pair{eni, local, remote}
	if _, ok := b.mining[p]; !ok {
		b.mining[p] = m
	}
}

// Benign notes an ordinary pair; mining on the same pair wins.
func (b *Book) Benign(eni uint16, local, remote uint32, program string) {
	p := pair{eni, local, remote}
	if _, ok := b.benign[p]; !ok {
		b.benign[p] = program
	}
}

// Write writes the book as tab-separated lines.
func (b *Book) Write(name string, names []vpclog.Name) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	w := bufio.NewWriter(f)
	fmt.Fprint(w, "*\tbenign\trest\n")
	for _, p := range sorted(b.mining) {
		m := b.mining[p]
		fmt.Fprintf(w, "%s\tmining\t%s-%s\t%s\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s\n",
			p, m.Coin, m.Transport, names[p.eni].Eni, m.Kind, m.Coin, m.Pool, m.Size, m.Transport)
	}
	for _, p := range sorted(b.benign) {
		if _, ok := b.mining[p]; !ok {
			fmt.Fprintf(w, "%s\tbenign\t%s\t%s\n", p, b.benign[p], names[p.eni].Eni)
		}
	}
	return w.Flush()
}

func (p pair) String() string {
	return string(vpclog.AppendIP(append(vpclog.AppendIP(nil, p.local), "::"...), p.remote))
}

func sorted[V any](m map[pair]V) []pair {
	return slices.SortedFunc(maps.Keys(m), func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.eni, b.eni), cmp.Compare(a.local, b.local), cmp.Compare(a.remote, b.remote))
	})
}
