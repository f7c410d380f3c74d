package rig

import (
	"math/rand/v2"
	"testing"
)

func TestCompileLine(t *testing.T) {
	named := func(word string) (int, int) {
		if word == "wallet" {
			return 95, 95
		}
		return 0, -1
	}
	l, err := compileLine(`{"id":<id>,"w":"<wallet>","n":"<8>"}`, named, false)
	if err != nil {
		t.Fatal(err)
	}
	// 21 characters as they are, 103 of the parts, a newline, and the number.
	if got := l.size(nil, 7); got != 21+103+1+1 {
		t.Errorf("%d bytes", got)
	}
	if got := l.size(nil, 1234); got != 21+103+1+4 {
		t.Errorf("%d bytes with a long number", got)
	}
	if _, err := compileLine(`{"id":"<nobody>"}`, named, false); err == nil {
		t.Error("no error for an unknown word")
	}
}

func TestDialects(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range coins {
		for _, d := range coins[i].dialects {
			p := newPool(r, &coins[i], coins[i].name, nil, 3600)
			p.dialect = d
			w, err := newWorker(r, p, 3)
			if err != nil {
				t.Fatal(err)
			}
			for _, when := range []string{"login", "job", "share", "ok", "bad"} {
				if len(w.script[when]) == 0 {
					t.Errorf("%s says nothing for %s", d, when)
				}
				for _, l := range w.script[when] {
					if n := l.size(r, 10); n < 25 || n > 4000 {
						t.Errorf("%s: %s has %d bytes", d, when, n)
					}
				}
			}
		}
	}
}
