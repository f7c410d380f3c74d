package detect

import (
	"fmt"
	"strings"
	"testing"

	"davy/biflow"
	"davy/model"
)

// Other traffic between the same two addresses, at another port, in a fifth of the
// windows changes nothing of what is said of a pair, and is told.
func TestOtherPortsDoNotChangeTheVote(t *testing.T) {
	m, err := model.Default()
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(m, Options{Rule: Cascade})
	if err != nil {
		t.Fatal(err)
	}
	alone, beside := simulate(t, 5, 15, 14), simulate(t, 5, 15, 14)
	want := map[string]Finding{}
	var lines strings.Builder
	for p := range alone.table.Pairs() {
		if p.Service != nil || p.Server != biflow.RemoteSide || len(p.Windows) < 100 {
			continue
		}
		want[key(p.Interface, p.Local, p.Remote)] = d.Judge(p)
		for i := 0; i < len(p.Windows); i += 5 {
			at := p.Windows[i].Start + 10
			fmt.Fprintf(&lines, "2 123456789012 %s %s %s 50000 9999 6 300 20000 %d %d ACCEPT OK\n", p.Interface, p.Local, p.Remote, at, at+40)
			fmt.Fprintf(&lines, "2 123456789012 %s %s %s 9999 50000 6 700 900000 %d %d ACCEPT OK\n", p.Interface, p.Remote, p.Local, at, at+40)
		}
	}
	fill(t, beside.table, strings.NewReader(lines.String()))
	compared, found := 0, 0
	for p := range beside.table.Pairs() {
		f, ok := want[key(p.Interface, p.Local, p.Remote)]
		if !ok || p.Service == nil { // many ports of a server: none is its service
			continue
		}
		g := d.Judge(p)
		if g.Vote != f.Vote || g.Verdict != f.Verdict || g.ServerPort != f.ServerPort {
			t.Errorf("%s %v: %s by %v at port %d alone, %s by %v at port %d beside other traffic",
				p.Interface, p.Remote, f.Verdict, f.Vote, f.ServerPort, g.Verdict, g.Vote, g.ServerPort)
		}
		if e := g.Evidence[2]; e.Filter != "service" || e.Value < 0.19 || e.Value > 0.21 || !strings.Contains(e.Sentence, fmt.Sprintf("port %d alone", f.ServerPort)) {
			t.Errorf("%+v", e)
		}
		compared++
		if f.Verdict == Mining {
			found++
		}
	}
	if compared < 50 || found < 5 {
		t.Errorf("%d pairs compared, %d of them mining: not much of a test", compared, found)
	}
}
