package model

import "math"

// restore checks a decoded classifier; nil is sound.
func (c *Classifier) restore(v view, names []string) error {
	if c == nil {
		return nil
	}
	c.view = v
	if c.Trees == nil || c.Trees.Dim() != len(names) || len(c.Traits) != len(names) {
		return refused("the trees are not of %d traits", len(names))
	}
	for i, t := range c.Traits {
		if t.Name != names[i] {
			return refused("trait %d is %q, want %q", i, t.Name, names[i])
		}
	}
	if len(c.Bands) == 0 {
		return refused("no vote is calibrated")
	}
	for i := range c.Bands {
		if err := c.Bands[i].check(); err != nil {
			return err
		}
		if i > 0 && c.Bands[i].Windows <= c.Bands[i-1].Windows {
			return refused("the bands do not ascend")
		}
	}
	for i := range c.Groups {
		if err := c.Groups[i].check(len(names)); err != nil {
			return err
		}
	}
	return nil
}

func isShare(x float64) bool { return x >= 0 && x <= 1 }

func (b *Band) check() error {
	if b.Windows < 1 {
		return refused("a band of %d windows", b.Windows)
	}
	c := b.Curve
	if !isShare(b.Mining) || !isShare(b.Suspect) || len(c.Vote) == 0 || len(c.Vote) != len(c.Probability) {
		return refused("the band of %d windows is not calibrated", b.Windows)
	}
	for i := range c.Vote {
		if !isShare(c.Vote[i]) || !isShare(c.Probability[i]) {
			return refused("the curve of %d windows leaves 0 to 1", b.Windows)
		}
		if i > 0 && (c.Vote[i] <= c.Vote[i-1] || c.Probability[i] < c.Probability[i-1]) {
			return refused("the curve of %d windows does not rise", b.Windows)
		}
	}
	return nil
}

func (g *Group) check(traits int) error {
	if len(g.Median) != traits || len(g.Spread) != traits {
		return refused("group %q is not of %d traits", g.Name, traits)
	}
	for i := range traits {
		median, spread := float64(g.Median[i]), float64(g.Spread[i])
		if math.IsNaN(median) || math.IsInf(median, 0) || !(spread > 0) || math.IsInf(spread, 0) {
			return refused("group %q lies nowhere along trait %d", g.Name, i)
		}
	}
	return nil
}
