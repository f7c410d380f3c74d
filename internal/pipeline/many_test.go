package pipeline

import (
	"bytes"
	"fmt"
	"testing"

	"davy/biflow"
)

// K1, K2: a port scan, so that one interface has a great many pairs in one
// window. With less memory than they take, all of them are there, and counted
// exactly. (A million and ten million are measured in docs/performance.md.)
func TestK1K2ManyPairsInOneWindow(t *testing.T) {
	const n = 150_000 // over one log
	var text bytes.Buffer
	text.WriteString(header)
	for i := range n {
		fmt.Fprintf(&text, "2 123456789012 eni-0abcabcabcabcabca %d.%d.%d.%d 10.0.0.5 %d %d 6 1 44 %d %d ACCEPT OK\n",
			60+i>>24, i>>16&255, i>>8&255, i&255, 40000+i%20000, i*7919%65536, 1767225600+i%600, 1767225600+i%600)
	}
	objects := files(t, map[string][]byte{"scan.log": text.Bytes()})
	plain := run1(t, objects, Options{})
	want := biflow.Digest(plain.Table.Pairs())
	res := run1(t, objects, Options{Memory: 100_000, Dir: t.TempDir()})
	defer res.Table.Close()
	if got := biflow.Digest(res.Table.Pairs()); got != want {
		t.Errorf("digest %.12s, want %.12s", got, want)
	}
	pairs, bytes := 0, uint64(0)
	for p := range res.Table.Pairs() {
		pairs++
		bytes += p.Windows[0].LocalBytes + p.Windows[0].RemoteBytes
		if p.Local.String() != "10.0.0.5" || len(p.Windows) != 1 || p.Clue != biflow.ByShare {
			t.Fatalf("pair %v %v by %s has %d windows", p.Local, p.Remote, p.Clue, len(p.Windows))
		}
	}
	if pairs != n || bytes != 44*n || res.Table.Err() != nil {
		t.Errorf("%d pairs, %d bytes, %v; want %d and %d", pairs, bytes, res.Table.Err(), n, 44*n)
	}
}
