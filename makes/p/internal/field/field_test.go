package field

import "testing"

func TestTable(t *testing.T) {
	programs, err := parse(table)
	if err != nil {
		t.Fatal(err)
	}
	if len(programs) < 100 {
		t.Errorf("%d programs", len(programs))
	}
	p := programs[0]
	if p.name != "modbus-poll" || p.ports[0] != 502 || p.life.Hi != 9*86400 || len(p.streams) != 1 {
		t.Errorf("%+v", p)
	}
	if c := p.streams[0].chain; len(c) != 2 || c[0].side != 0 || c[0].size.Lo != 12 || c[1].side != 1 || c[1].size.Hi != 259 {
		t.Errorf("%+v", c)
	}
	for _, bad := range []string{"a | b", "a | b | 1 | c | 1 | 0 | 1h | 1s | - | 1s odd >1", "a | b | 1 | c | 1 | 0 | 1h | 1s | - | 1s fix 12"} {
		if _, err := parseLine(bad); err == nil {
			t.Errorf("no error for %q", bad)
		}
	}
}
