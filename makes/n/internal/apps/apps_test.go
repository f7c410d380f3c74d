package apps

import (
	"testing"

	"makes/n/internal/estate"
)

func TestPrograms(t *testing.T) {
	programs, err := parse(text)
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]bool{"all": true}
	for _, r := range estate.Roles {
		roles[r.Name] = true
	}
	names := map[string]bool{}
	for _, p := range programs {
		if names[p.name] {
			t.Errorf("%s: twice", p.name)
		}
		names[p.name] = true
		for role := range p.roles {
			if !roles[role] {
				t.Errorf("%s: role %q", p.name, role)
			}
		}
		for _, role := range p.serve {
			if !roles[role] {
				t.Errorf("%s: served by %q", p.name, role)
			}
		}
		if len(p.acts) == 0 && p.every.hi == 0 {
			t.Errorf("%s: does nothing", p.name)
		}
		for _, a := range p.acts {
			if a.every.hi == 0 {
				t.Errorf("%s: an act without a period", p.name)
			}
		}
	}
	if len(programs) < 90 {
		t.Errorf("%d programs", len(programs))
	}
}

func TestParse(t *testing.T) {
	p, err := parse("a use .5 on web:.2 to world 80,443 visit 1k-2k cron >10 <20~30\n\n# note\nb on all:1 udp from lan 53 act < 5 every 10 fixed reply 6 after .1")
	if err != nil || len(p) != 2 {
		t.Fatalf("%d programs, %v", len(p), err)
	}
	if a := p[0]; a.every != (span{1000, 2000, false}) || a.law != "cron" || len(a.ports) != 2 || a.talk[1] != (message{true, span{20, 30, true}}) {
		t.Errorf("%+v", a)
	}
	if b := p[1]; !b.from || b.proto != 17 || b.acts[0].reply != (span{6, 6, false}) || b.acts[0].after != (span{.1, .1, false}) {
		t.Errorf("%+v", b)
	}
	if _, err := parse("c on web:1 to world 80 often"); err == nil {
		t.Error("no error for an unknown word")
	}
}
