package biflow

import (
	"fmt"
	"testing"
)

// Who serves is told by ports over the pair's whole life, as seen from the interface.
func TestServer(t *testing.T) {
	const own = eniA + " 10.0.0.5 203.0.113.9 5000 443 1 40 960 961" // makes 10.0.0.5 the interface's side
	for line, want := range map[string]Side{
		"10.0.0.5 198.51.100.1 40000 3333": RemoteSide,
		"198.51.100.1 10.0.0.5 3333 40000": RemoteSide,
		"198.51.100.1 10.0.0.5 40000 22":   LocalSide,
		"10.0.0.5 198.51.100.1 7000 7000":  NoSide,
	} {
		for _, p := range collect(read(t, own, eniA+" "+line+" 3 180 960 970")) {
			if p.Remote == addr("198.51.100.1") && p.Server != want {
				t.Errorf("%s: server is side %d, want %d", line, p.Server, want)
			}
		}
	}
}

func TestCoverage(t *testing.T) {
	p := only(t, read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 3 180 600 610",
		"2 123456789012 "+eniA+" - - - - - - - 1200 1799 - NODATA",
		"2 123456789012 "+eniA+" - - - - - - - 1800 2399 - SKIPDATA",
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 3 180 3000 3010"))
	start := p.Windows[0].Start
	for _, test := range []struct{ from, to, possible, unknown int }{
		{0, 4, 4, 1}, {0, 0, 1, 0}, {1, 2, 2, 1}, {3, 3, 0, 0}, {2, 4, 2, 1},
	} {
		possible, unknown := p.Coverage(start+int64(test.from)*Seconds, start+int64(test.to)*Seconds)
		if possible != test.possible || unknown != test.unknown {
			t.Errorf("windows %d to %d: %d possible, %d unknown; want %d and %d", test.from, test.to, possible, unknown, test.possible, test.unknown)
		}
	}
	if p.Possible != 4 || p.Unknown != 1 {
		t.Errorf("all: %d possible, %d unknown", p.Possible, p.Unknown)
	}
}

// What was turned away is counted by who sent it, and in no sum of traffic.
func TestTurned(t *testing.T) {
	p := only(t, read(t,
		eniA+" 10.0.0.5 198.51.100.1 40000 3333 5 300 600 615 REJECT",
		eniA+" 10.0.0.5 198.51.100.1 40001 3333 5 320 625 640 REJECT",
		eniA+" 198.51.100.1 10.0.0.5 3333 40001 1 44 625 640 REJECT"))
	w := p.Windows[0]
	if want := [2]Sum{{Bytes: 620, Packets: 10}, {Bytes: 44, Packets: 1}}; w.Turned != want || !w.Silent() || w.Rejected != 3 || w.Connections != 2 {
		t.Errorf("%+v", w)
	}
}

// Siblings are peers at the same service that last half as long: not what comes
// and goes, is at another port, or has the service on the other side.
func TestSiblings(t *testing.T) {
	var lines []string
	talk := func(remote string, port, windows int) {
		for i := range windows {
			at := 600 + 600*i
			lines = append(lines, fmt.Sprintf("%s 10.0.0.5 %s 40000 %d 3 180 %d %d", eniA, remote, port, at, at+10))
		}
	}
	talk("198.51.100.1", 8333, 10)
	talk("198.51.100.2", 8333, 5)
	talk("198.51.100.3", 8333, 4)
	talk("198.51.100.4", 3333, 10)
	lines = append(lines, eniA+" 198.51.100.5 10.0.0.5 40000 8333 3 180 600 610")
	want := map[string]int{"198.51.100.1": 1, "198.51.100.2": 2, "198.51.100.3": 2, "198.51.100.4": 0, "198.51.100.5": 0}
	for _, p := range collect(read(t, lines...)) {
		if p.Siblings != want[p.Remote.String()] {
			t.Errorf("%s has %d siblings, want %d", p.Remote, p.Siblings, want[p.Remote.String()])
		}
	}
}
