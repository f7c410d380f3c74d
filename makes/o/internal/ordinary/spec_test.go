package ordinary

import (
	"testing"

	"makes/o/internal/dice"
)

func TestTable(t *testing.T) {
	programs, err := parseTable(table)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, p := range programs {
		names[p.name] = true
		for _, m := range p.messages {
			switch m.beat {
			case "tick", "loose", "poisson", "burst", "loop":
			default:
				t.Errorf("%s: beat %q", p.name, m.beat)
			}
		}
		if len(p.messages) == 0 {
			t.Errorf("%s says nothing", p.name)
		}
	}
	if len(names) != len(programs) || len(names) < 60 {
		t.Errorf("%d names of %d programs", len(names), len(programs))
	}
	got, err := parseSpec([]string{"ask", "tick", "1m-2h", "1k-2M", "5", "0.5"})
	if want := (spec{true, "tick", dice.Range{Lo: 60, Hi: 7200}, dice.Range{Lo: 1000, Hi: 2e6}, dice.Range{Lo: 5, Hi: 5}, dice.Range{Lo: 0.5, Hi: 0.5}, true}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
}
