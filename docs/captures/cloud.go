package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/lab"
	"davy/shape"
	"davy/trait"
)

// least is how many windows a pair has at least that is judged as mining.
const least = 10

// A cloud is a pair by its windows and by its traits: of each, the median over
// the days it lasts, as davy judges a day at a time.
type cloud struct {
	windows []biflow.Window
	traits  trait.Vector
}

func newCloud(p *biflow.Pair) *cloud {
	c := new(cloud)
	var days []trait.Vector
	for _, s := range trait.Spans(p) {
		c.windows = append(c.windows, s.Windows...)
		days = append(days, s.Traits())
	}
	for t := range c.traits {
		var xs []float64
		for i := range days {
			xs = append(xs, days[i][t])
		}
		c.traits[t] = shape.Median(xs)
	}
	return c
}

const window = 600 // seconds

// slots is the number of windows from the first to the last, silent ones too.
func (c *cloud) slots() int {
	return int((c.windows[len(c.windows)-1].Start-c.windows[0].Start)/window) + 1
}

// column returns one of the four counts of all windows, see biflow.Point.
func (c *cloud) column(axis int) []float64 {
	xs := make([]float64, len(c.windows))
	for i := range c.windows {
		xs[i] = c.windows[i].Point()[axis]
	}
	return xs
}

// Seeds of the simulator for trying things; see CONTRIBUTING.md.
const firstSeed, lastSeed = 2, 99

// simulate makes one pair of the kind for each seed, each in a world of its own,
// and lasting so many windows. Pairs of fewer than ten windows with traffic are
// left out.
func simulate(ctx context.Context, kind string, slots int) ([]*cloud, error) {
	var all []*cloud
	for seed := uint64(firstSeed); seed <= lastSeed; seed++ {
		// One window more at either end, as those are cut short.
		cfg := lab.Config{Seed: seed, Duration: time.Duration(slots+2) * window * time.Second, Hosts: []lab.Host{{Kinds: []string{kind}, Early: early(seed)}}}
		table := new(biflow.Table)
		_, err := lab.Generate(ctx, cfg, func(o lab.Object) error { return add(table, o.Body) })
		if err != nil {
			return nil, err
		}
		if p := busiest(table); p != nil {
			cut(p, lab.DefaultStart.Unix(), slots)
			if p.Points() >= least {
				all = append(all, newCloud(p))
			}
		}
	}
	if len(all) < least {
		return nil, errors.New("too few simulated pairs to compare with")
	}
	return all, nil
}

// add reads the records of an object into the table.
func add(table *biflow.Table, body []byte) error {
	r, err := flowlog.NewReader(bytes.NewReader(body), flowlog.Options{Require: biflow.Needs})
	if err != nil {
		return err
	}
	var rec flowlog.Record
	for {
		if err := r.Read(&rec); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		table.Add(&rec)
	}
}

// busiest copies the pair with most packets: a miner's author, whom it works
// for now and then, makes a small pair beside it.
func busiest(table *biflow.Table) *biflow.Pair {
	var best *biflow.Pair
	var most uint64
	for p := range table.Pairs() {
		var packets uint64
		for i := range p.Windows {
			packets += p.Windows[i].LocalPackets + p.Windows[i].RemotePackets
		}
		if packets > most {
			owned := *p
			owned.Windows = append([]biflow.Window(nil), p.Windows...)
			best, most = &owned, packets
		}
	}
	return best
}

// cut keeps the windows that lie whole within the simulation, which begins at
// start, and no more than so many.
func cut(p *biflow.Pair, start int64, slots int) {
	var kept []biflow.Window
	for _, w := range p.Windows {
		if w.Start >= start && w.Start < start+int64(slots)*window {
			kept = append(kept, w)
		}
	}
	p.Windows = kept
}

// early is how early the interface of a seed is read out: half of them in time,
// the others by up to 1 to 59 s, as in the lab's drills.
func early(seed uint64) int {
	if seed%2 == 0 {
		return 0
	}
	return int(seed*37%59) + 1
}
