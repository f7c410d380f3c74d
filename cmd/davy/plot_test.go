package main

import (
	"net/netip"
	"strings"
	"testing"

	"davy/biflow"
)

// Pictures of a folder have names of their own, in the folder, whatever an
// interface is called.
func TestFileName(t *testing.T) {
	taken := make(map[string]bool)
	for _, c := range []struct{ eni, local, remote, want string }{
		{"eni-0aaa", "10.0.0.1", "198.51.100.1", "eni-0aaa_10.0.0.1_198.51.100.1"},
		{"eni-0aaa", "fd00::1", "2001:db8::1%eth0", "eni-0aaa_fd00--1_2001-db8--1-eth0"},
		{"../../etc/x", "10.0.0.1", "10.0.0.2", "_.._etc_x_10.0.0.1_10.0.0.2"},
		{"a/b", "10.0.0.1", "10.0.0.2", "a_b_10.0.0.1_10.0.0.2"},
		{"a_b", "10.0.0.1", "10.0.0.2", "a_b_10.0.0.1_10.0.0.2-2"},
		{"a\x00b", "10.0.0.1", "10.0.0.2", "a_b_10.0.0.1_10.0.0.2-3"},
		{"ü", "10.0.0.1", "10.0.0.2", "__10.0.0.1_10.0.0.2"},
		{strings.Repeat("x", 300), "10.0.0.1", "10.0.0.2", strings.Repeat("x", 100) + "_10.0.0.1_10.0.0.2"},
	} {
		p := &biflow.Pair{Interface: c.eni, Local: netip.MustParseAddr(c.local), Remote: netip.MustParseAddr(c.remote)}
		if got := fileName(p, taken); got != c.want {
			t.Errorf("%q: %s, want %s", c.eni, got, c.want)
		}
	}
}
