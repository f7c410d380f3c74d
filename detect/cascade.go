package detect

import (
	"slices"

	"davy/biflow"
	"davy/model"
)

// judgeCascade asks the classifier of what was accepted, and that of attempts
// that came to nothing; the surer one has the word.
func (d *Detector) judgeCascade(f *Finding, p *biflow.Pair) {
	c, o := d.model.Traffic, d.model.Traffic.Judge(p)
	if d.model.Attempts != nil {
		if a := d.model.Attempts.Judge(p); verdictOf(a).Rank() > verdictOf(o).Rank() || o.Band == nil && a.Band != nil {
			c, o = d.model.Attempts, a
		}
	}
	f.Verdict, f.Score, f.Vote = verdictOf(o), o.Score(BaseRate), o.Vote
	if o.Band == nil {
		f.Evidence = []Evidence{explainFew(f.Windows), explainOccupancy(p)}
		return
	}
	f.Judged = o.Windows
	if f.Verdict != None {
		c.Explain(&o)
		if g := c.Resembles(o.Traits); g != nil {
			f.Profile, f.Kind = g.Name, g.Kind
		}
	}
	f.Evidence = slices.Concat([]Evidence{explainVote(o), explainOccupancy(p)}, explainTraits(c, o))
}

// verdictOf is the verdict of an opinion.
func verdictOf(o model.Opinion) Verdict {
	switch {
	case o.Mining():
		return Mining
	case o.Suspect():
		return Suspect
	}
	return None
}
