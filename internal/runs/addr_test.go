package runs

import (
	"math/rand/v2"
	"net/netip"
	"testing"
)

// odd are addresses at the edges of the number space.
var odd = []string{
	"0.0.0.0", "0.0.0.1", "10.0.0.5", "255.255.255.254", "255.255.255.255",
	"::", "::1", "::fffe:ffff:ffff", "::1.2.3.4", "::1:0:0:0", "::1:0:0:1", "64:ff9b::1",
	"2001:db8::1", "fe80::1", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
}

func someAddr(r *rand.Rand) netip.Addr {
	switch r.IntN(4) {
	case 0:
		return netip.MustParseAddr(odd[r.IntN(len(odd))])
	case 1:
		var b [16]byte
		for i := range b {
			b[i] = byte(r.UintN(256) >> r.IntN(9))
		}
		return netip.AddrFrom16(b).Unmap()
	}
	return netip.AddrFrom4([4]byte{10, 0, byte(r.UintN(2)), byte(r.UintN(4))})
}

// A number stands for one address, and numbers sort as addresses do.
func TestAddrSortsAsNetip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 100_000 {
		a, b := someAddr(r), someAddr(r)
		x, y := AddrOf(a), AddrOf(b)
		if x.Netip() != a {
			t.Fatalf("%v became %v", a, x.Netip())
		}
		if x.Less(y) != a.Less(b) || (x == y) != (a == b) {
			t.Fatalf("%v and %v are in another order as numbers %x and %x", a, b, x, y)
		}
	}
}

func TestMappedIsIPv4(t *testing.T) {
	if AddrOf(netip.MustParseAddr("::ffff:1.2.3.4")) != AddrOf(netip.MustParseAddr("1.2.3.4")) {
		t.Error("one host, two numbers")
	}
}

// The rank never puts pairs in another order, and is exact where it says so.
func TestRankSortsAsPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	exact := 0
	for range 100_000 {
		e, _ := EndsOf(AddrOf(someAddr(r)), AddrOf(someAddr(r)))
		f, _ := EndsOf(AddrOf(someAddr(r)), AddrOf(someAddr(r)))
		if e.Hi.Less(e.Lo) {
			t.Fatal("ends out of order")
		}
		p, sure := e.rank()
		q, surer := f.rank()
		if p < q && !e.Less(&f) || p > q && !f.Less(&e) {
			t.Fatalf("ranks %x and %x of %v and %v", p, q, e, f)
		}
		if sure {
			exact++
			if ranked(p) != e || surer && (p == q) != (e == f) {
				t.Fatalf("rank %x is not exact for %v", p, e)
			}
		}
	}
	if exact == 0 {
		t.Error("no rank was exact")
	}
}
