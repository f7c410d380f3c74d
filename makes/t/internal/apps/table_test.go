package apps

import (
	"math/rand/v2"
	"testing"
)

func TestPrograms(t *testing.T) {
	all := Programs()
	if len(all) < 60 {
		t.Errorf("%d programs", len(all))
	}
	names := map[string]bool{}
	for i := range all {
		p := &all[i]
		if names[p.Name] {
			t.Errorf("%s twice", p.Name)
		}
		names[p.Name] = true
		r := rand.New(rand.NewPCG(1, uint64(i)))
		s := NewService(p, r, []uint32{1})
		for _, e := range s.loops {
			if e.period <= 0 || e.mult < 1 || e.req.base <= 0 && e.resp.base <= 0 {
				t.Errorf("%s: %+v", p.Name, e)
			}
		}
	}
}
