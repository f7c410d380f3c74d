package everyday

import "testing"

func TestTable(t *testing.T) {
	kinds, err := parse(table)
	if err != nil {
		t.Fatal(err)
	}
	if len(kinds) < 100 {
		t.Errorf("%d kinds", len(kinds))
	}
	seen := map[string]bool{}
	for _, k := range kinds {
		if seen[k.name] || len(k.pulses) == 0 || len(k.ports) == 0 {
			t.Errorf("kind %s: twice, or without pulses or ports", k.name)
		}
		seen[k.name] = true
		for _, p := range k.pulses {
			if p.period.lo <= 0 || p.period.hi < p.period.lo {
				t.Errorf("kind %s: period %v", k.name, p.period)
			}
			for _, s := range p.steps {
				if s.request.hi < s.request.lo || s.reply.hi < s.reply.lo || s.think.hi < s.think.lo {
					t.Errorf("kind %s: step %v", k.name, s)
				}
			}
		}
	}
}

func TestParse(t *testing.T) {
	p, err := parsePulse("s:5-2m:p:60-300/20>0/9@1-2*2-4?0.5")
	if err != nil {
		t.Fatal(err)
	}
	if p.side != 1 || p.period != (span{5, 120}) || p.times != (span{2, 4}) || p.chance != 0.5 || len(p.steps) != 2 ||
		p.steps[0].reply != (span{20, 20}) || p.steps[1].think != (span{1, 2}) {
		t.Errorf("%+v", p)
	}
	for _, wrong := range []string{"", "x:5:p:60", "c:a:p:60", "c:5:z:60", "c:5:p:60/b"} {
		if _, err := parsePulse(wrong); err == nil {
			t.Errorf("%q is no pulse", wrong)
		}
	}
}
