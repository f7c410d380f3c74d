// Package site is what is there before anybody talks: interfaces, addresses,
// and which pairs of them have a label already.
package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"makes/ab/internal/flow"
	"makes/ab/internal/rng"
)

// Site is the account's network.
type Site struct {
	Log    *flow.Log
	R      *rng.R
	Addrs  []uint32 // of interfaces
	nets   []uint32
	used   map[uint32]bool
	pairs  map[[2]uint32]bool
	labels strings.Builder
}

// New lays out a network of so many interfaces.
func New(seed uint64, ifaces, hours, interval int) *Site {
	r := rng.New(seed)
	s := &Site{Log: flow.New(r.Fork(), ifaces, hours, interval), R: r, used: map[uint32]bool{}, pairs: map[[2]uint32]bool{}}
	block := 10<<24 | uint32(r.N(256))<<16
	for range 3 + ifaces/40 {
		s.nets = append(s.nets, block|uint32(r.N(256))<<8)
	}
	for range ifaces {
		s.Addrs = append(s.Addrs, s.Inside())
	}
	s.labels.WriteString("*\tbenign\trest\n")
	return s
}

func (s *Site) fresh(draw func() uint32) uint32 {
	for tries := 0; ; tries++ {
		if a := draw(); !s.used[a] {
			s.used[a] = true
			return a
		}
		if tries%200 == 199 {
			s.nets = append(s.nets, 10<<24|uint32(s.R.N(65536))<<8)
		}
	}
}

// Inside is a new private address.
func (s *Site) Inside() uint32 {
	return s.fresh(func() uint32 { return rng.Of(s.R, s.nets...) | uint32(4+s.R.N(250)) })
}

// Outside is a new public address, of a provider or of somebody's line.
func (s *Site) Outside() uint32 {
	return s.fresh(func() uint32 {
		first := rng.Of(s.R, 3, 5, 13, 18, 20, 23, 34, 35, 37, 40, 44, 45, 46, 51, 52, 54, 62, 64, 65, 66, 78, 81, 82, 85, 88, 91, 94, 95,
			104, 107, 116, 128, 135, 136, 138, 139, 142, 144, 145, 146, 147, 149, 151, 157, 159, 161, 162, 167, 168, 173, 176, 178, 185, 188, 193, 194, 195, 199, 206, 207, 209, 212, 213, 216)
		return uint32(first)<<24 | uint32(s.R.N(1<<24))&^255 | uint32(1+s.R.N(254))
	})
}

// Claim takes a pair of addresses for one program; it is false if another one
// has it.
func (s *Site) Claim(a, b uint32) bool {
	key := [2]uint32{min(a, b), max(a, b)}
	if a == b || s.pairs[key] {
		return false
	}
	s.pairs[key] = true
	return true
}

// Label writes a label of a pair at an interface.
func (s *Site) Label(iface int, remote uint32, label, group string, attrs ...string) {
	fmt.Fprintf(&s.labels, "%s::%s\t%s\t%s\t%s", flow.Addr(s.Addrs[iface]), flow.Addr(remote), label, group, s.Log.Names[iface])
	for _, a := range attrs {
		s.labels.WriteString("\t" + a)
	}
	s.labels.WriteByte('\n')
}

// Write writes logs and labels into a folder.
func (s *Site) Write(dir string) error {
	if err := s.Log.Write(filepath.Join(dir, "logs")); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "labels.tsv"), []byte(s.labels.String()), 0o644)
}
