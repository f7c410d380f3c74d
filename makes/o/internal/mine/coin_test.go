package mine

import (
	"testing"

	"makes/o/internal/dice"
)

func TestLengths(t *testing.T) {
	if got, want := LoginLength(x(95), "x", "XMRig/6.21.3", `"rx/0"`), len(`{"id":1,"jsonrpc":"2.0","method":"login","params":{"login":"","pass":"","agent":"","algo":[]}}`)+1+95+1+12+6; got != want {
		t.Errorf("login of %d bytes, not %d", got, want)
	}
	for _, c := range coins {
		for seed := range uint64(50) {
			g := dice.New(seed, 1)
			d := c.speak(g)
			if job, submit := d.job(g), d.submit(g); job < 60 || job > 15000 || submit < 60 || submit > 3500 || d.accept < 30 || d.reject < 30 {
				t.Fatalf("%s: job %d, submit %d, accept %d", c.name, job, submit, d.accept)
			}
		}
	}
}
