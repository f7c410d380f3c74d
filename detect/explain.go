package detect

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"davy/biflow"
	"davy/model"
)

// explain turns a verdict into evidence: numbers, where miners and ordinary
// pairs lie, and a sentence for the person who reads it.
func explain(v model.Verdict, p *biflow.Pair) []Evidence {
	return []Evidence{explainHull(v), explainWindows(v), explainOccupancy(p)}
}

func explainHull(v model.Verdict) Evidence {
	share := func(k int) float64 { return float64(k) / float64(v.Windows) }
	e := Evidence{
		Filter: "hull", Value: share(v.Inside), Threshold: ptr(share(v.Least)),
		Miner:    &[2]float64{share(v.Least), 1},
		Ordinary: &[2]float64{0, v.Profile.Ordinary.Rate},
		PMiner:   ptr(v.Miner), POrdinary: ptr(v.Ordinary),
	}
	e.Sentence = fmt.Sprintf("%d of %d windows lie inside the hull of %s, where a miner has at least %d; an ordinary pair would with probability %s",
		v.Inside, v.Windows, v.Profile.Name, v.Least, probability(v.Ordinary))
	return e
}

func explainWindows(v model.Verdict) Evidence {
	e := Evidence{Filter: "windows", Value: float64(v.Windows), Threshold: ptr(float64(v.Profile.MinWindows))}
	if v.Certain() {
		e.Sentence = fmt.Sprintf("%d windows of ten minutes, enough to tell a miner from ordinary traffic (%d)", v.Windows, v.Profile.MinWindows)
	} else {
		e.Sentence = fmt.Sprintf("%d windows of ten minutes, too few to be sure: %d are needed", v.Windows, v.Profile.MinWindows)
	}
	return e
}

// explainOccupancy says in how many of the windows that can be judged the pair
// spoke. Windows under SKIPDATA are unknown, not silent.
func explainOccupancy(p *biflow.Pair) Evidence {
	seen, known := p.Points(), p.Possible-p.Unknown
	e := Evidence{Filter: "occupancy"}
	if known > 0 {
		e.Value = float64(seen) / float64(known)
	}
	e.Sentence = fmt.Sprintf("traffic in %d of the %d windows in which the interface was watched", seen, known)
	if p.Unknown > 0 {
		e.Sentence += fmt.Sprintf("; AWS lost data of %d more (SKIPDATA)", p.Unknown)
	}
	return e
}

// probability is p for people: below one in a billion, how far is no matter.
func probability(p float64) string {
	if p < 1e-9 {
		return "below 1e-9"
	}
	return fmt.Sprintf("%.1g", p)
}

func ptr(x float64) *float64 { return &x }

// explainFew says that there is nothing to judge yet.
func explainFew(windows int) Evidence {
	return Evidence{
		Filter: "windows", Value: float64(windows),
		Sentence: fmt.Sprintf("%d windows of ten minutes, too few to judge", windows),
	}
}

// explainServer says why there is nothing to judge.
func explainServer() Evidence {
	return Evidence{
		Filter: "side", Sentence: "the interface serves a client outside of its network, where a miner is the client: not judged",
	}
}

// explainService says what was left aside, if anything was.
func explainService(f *Finding, p *biflow.Pair) []Evidence {
	if p.Service == nil {
		return nil
	}
	aside := p.Aside()
	return []Evidence{{
		Filter: "service", Value: float64(aside) / float64(len(p.Windows)),
		Sentence: fmt.Sprintf("judged by the traffic at port %d alone; other ports had some in %d of the %d windows", f.ServerPort, aside, len(p.Windows)),
	}}
}

// explainVote says what the trees think.
func explainVote(o model.Opinion) Evidence {
	return Evidence{
		Filter: "vote", Value: o.Vote, Threshold: ptr(o.Band.Mining),
		Sentence: fmt.Sprintf("the trees vote %.4f for mining, on %d windows of ten minutes; from %.4f on it is called so, from %.4f on suspect",
			o.Vote, o.Windows, o.Band.Mining, o.Band.Suspect),
	}
}

// explainTraits says what each trait has to do with the vote, the weightiest
// first.
func explainTraits(c *model.Classifier, o model.Opinion) []Evidence {
	var out []Evidence
	for i, part := range o.Parts {
		if part == 0 { // no tree asked for it
			continue
		}
		out = append(out, explainTrait(&c.Traits[i], o.Traits[i], part))
	}
	slices.SortStableFunc(out, func(a, b Evidence) int { return cmp.Compare(math.Abs(*b.Weight), math.Abs(*a.Weight)) })
	return out
}

func explainTrait(t *model.Trait, value, weight float64) Evidence {
	p := phrases[t.Name]
	side := "for"
	if weight < 0 {
		side = "against"
	}
	return Evidence{
		Filter: t.Name, Value: value, Weight: ptr(weight),
		Miner: &[2]float64{t.Miner[0], t.Miner[2]}, Ordinary: &[2]float64{t.Ordinary[0], t.Ordinary[2]},
		Sentence: fmt.Sprintf("%s: %s (miners %s to %s, ordinary traffic %s to %s), speaks %s mining", p.words, p.read(value),
			p.read(t.Miner[0]), p.read(t.Miner[2]), p.read(t.Ordinary[0]), p.read(t.Ordinary[2]), side),
	}
}
