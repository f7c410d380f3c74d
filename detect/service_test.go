package detect

import (
	"fmt"
	"strings"
	"testing"

	"davy/biflow"
)

// Other traffic between the same two addresses, at another port, in a fifth of the
// windows changes nothing of what is said of a pair, and is told.
func TestOtherPortsDoNotChangeTheVote(t *testing.T) {
	d := embedded(t)
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

// A pair is told to have too few windows by those of its service.
func TestTooFewAtTheService(t *testing.T) {
	var lines strings.Builder
	for i := range 8 {
		at := 600*i + 10
		if i < 5 {
			fmt.Fprintf(&lines, "2 123456789012 eni-0aaaaaaaaaaaaaaaa 10.0.0.5 198.51.100.1 40000 3333 6 9 900 %d %d ACCEPT OK\n", at, at+40)
		}
		fmt.Fprintf(&lines, "2 123456789012 eni-0aaaaaaaaaaaaaaaa 10.0.0.5 198.51.100.1 %d %d 6 90 9000 %d %d ACCEPT OK\n", 50000+i, 8000+i, at, at+40)
	}
	table := new(biflow.Table)
	fill(t, table, strings.NewReader(lines.String()))
	d, pairs := embedded(t), 0
	for p := range table.Pairs() {
		pairs++
		e := d.Judge(p).Evidence[0]
		if len(p.Windows) != 8 || len(p.Service) != 5 || e.Filter != "windows" || e.Value != 5 || !strings.HasPrefix(e.Sentence, "5 windows") {
			t.Errorf("%d windows, %d at the service: %+v", len(p.Windows), len(p.Service), e)
		}
	}
	if pairs != 1 {
		t.Errorf("%d pairs", pairs)
	}
}
