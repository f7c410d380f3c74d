package eval

import "davy/biflow"

// An Exposure is how long how many interfaces were watched of whose pairs it is
// known that they do not mine.
type Exposure struct {
	Interfaces int     `json:"interfaces"`
	Weeks      float64 `json:"interface_weeks"` // windows watched, over all interfaces
}

func (e *Exposure) add(more Exposure) {
	e.Interfaces += more.Interfaces
	e.Weeks += more.Weeks
}

// week is the number of windows of a week.
const week = 7 * 24 * 3600 / biflow.Seconds

// Expose adds up the windows in which the interfaces of the captures were
// watched and AWS lost nothing. Where the labels do not speak of every pair,
// only interfaces with an ordinary pair count.
func Expose(captures ...Capture) Exposure {
	var e Exposure
	for _, c := range captures {
		ordinary := c.ordinary()
		for w := range c.Table.Watches() {
			if c.Labels.rest != nil || ordinary[w.Interface] {
				e.Interfaces++
				e.Weeks += float64(w.Watched-w.Skipped) / week
			}
		}
	}
	return e
}

// ordinary are the interfaces with a pair labelled benign.
func (c *Capture) ordinary() map[string]bool {
	if c.Labels.rest != nil {
		return nil
	}
	found := make(map[string]bool)
	for p := range c.Table.Pairs() {
		if l := c.Labels.Find(p.Interface, p.Local, p.Remote); l != nil && !l.Mining {
			found[p.Interface] = true
		}
	}
	return found
}
