package mine

import (
	"math/rand/v2"
	"testing"
)

func TestLength(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	w := &widths{'w': 34, 'p': 4, 'a': 12, 'j': 8, 'x': 100, 'y': 200, 'e': 8, 'D': 5, 'd': 42}
	for _, c := range []struct {
		protocol string
		form     func(*dialect) form
		spaced   bool
		want     int
	}{
		{"bitcoin", func(d *dialect) form { return d.share }, false, len(`{"id":42,"method":"mining.submit","params":[]}`) + 41 + 5*11 + 1},
		// {"id":42,"result":true,"error":null}, with a space after each colon and comma
		{"bitcoin", func(d *dialect) form { return d.accepted }, true, 37 + 5},
		{"ethproxy", func(d *dialect) form { return d.job }, false, len(`{"id":0,"jsonrpc":"2.0","result":[]}`) + 3*68 + 11 + 3 + 1},
		{"stratum2", func(d *dialect) form { return d.share }, false, 62},
	} {
		f := c.form(dialects[c.protocol])
		if got := f.length(w, c.spaced, rng); got != c.want {
			t.Errorf("%s: %d, not %d", c.protocol, got, c.want)
		}
	}
}
