package mine

import (
	"testing"

	"makes/m/internal/draw"
)

func TestSize(t *testing.T) {
	s := &style{rng: draw.New(1, "test"), opts: map[string]bool{`,"error":null`: true, `,"jsonrpc":"2.0"`: false}, spaces: true, line: 1}
	// {"id": 123, "result": true, "error": null}\n
	if got := s.compile(good, 0).size(s.rng, &widths{}, 123); got != 43 {
		t.Errorf("%d", got)
	}
	var w widths
	w['S'], w['J'] = [2]int{36, 36}, [2]int{15, 15}
	s = &style{rng: s.rng, opts: map[string]bool{`,"algo":"<4>"`: false}, line: 1}
	if got := s.compile(dialects["login"].submit, 0).size(s.rng, &w, 7); got != 220 {
		t.Errorf("%d", got)
	}
	if got := s.compile(`#58`, 5).size(s.rng, &w, 7); got != 58 {
		t.Errorf("%d", got)
	}
}

func TestDialects(t *testing.T) {
	for _, c := range coins {
		for _, name := range c.speaks {
			if d, ok := dialects[name]; !ok || d.job == "" || d.submit == "" || len(d.login)%2 != 0 {
				t.Errorf("%s: %s", c.name, name)
			}
		}
	}
}
