package script

import "testing"

func TestParse(t *testing.T) {
	all, err := Parse("a-b tcp 80,81 out pub web life=1m-2h\n open >10 <5~7\n @10 >1k p30( <2 | x2-3( w0.5 ) quit )\n %bitcoin <61\n")
	if err != nil {
		t.Fatal(err)
	}
	p := all[0]
	if r := p.Get("life", 1); len(p.Ports) != 2 || r.Lo != 60 || r.Hi != 7200 || len(p.open) != 2 || len(p.tracks) != 2 {
		t.Errorf("got %+v", p)
	}
	if body := p.tracks[0].body; len(body) != 2 || p.nums[body[0].num].Lo != 1000 || len(body[1].body) != 1 || len(body[1].alt) != 2 {
		t.Errorf("got %+v", body)
	}
	for _, bad := range []string{"a tcp", "a tcp 80 out pub web\n =5 >1", "a tcp 80 out pub web\n %nochain >1", "a tcp 80 out pub web\n @5 p30( >1",
		"a tcp 80 out pub web\n @5 >9-3", "a tcp 80 out pub web\n @5 z3"} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}
