package detect

import (
	"slices"

	"davy/biflow"
	"davy/model"
)

// judgeCascade is the finding by the opinions of the classifier of what was
// accepted, and of that of attempts that came to nothing; the surer one has the
// word.
func (d *Detector) judgeCascade(p *biflow.Pair, of *[2]model.Opinion) Finding {
	c, o := d.model.Traffic, &of[0]
	if a := &of[1]; d.model.Attempts != nil {
		if verdictOf(*a).Rank() > verdictOf(*o).Rank() || o.Band == nil && a.Band != nil {
			c, o = d.model.Attempts, a
		}
	}
	verdict := verdictOf(*o)
	if verdict == None && d.opts.Terse {
		return bare(p)
	}
	f := d.begin(p)
	if len(p.Windows) == 0 {
		return f
	}
	f.Verdict, f.Score, f.Vote = verdict, o.Score(BaseRate), o.Vote
	d.explainCascade(&f, p, c, o)
	f.ID = identify(&f)
	return f
}

// explainCascade gives the reasons for an opinion.
func (d *Detector) explainCascade(f *Finding, p *biflow.Pair, c *model.Classifier, o *model.Opinion) {
	if p.ServesStrangers() {
		f.Evidence = []Evidence{explainServer(), explainOccupancy(p)}
		return
	}
	if o.Band == nil {
		f.Evidence = []Evidence{explainFew(o.Windows), explainOccupancy(p)}
		return
	}
	f.Judged = o.Windows
	if f.Verdict != None {
		c.Explain(o)
		if g := c.Resembles(o.Traits); g != nil {
			f.Profile, f.Kind = g.Name, g.Kind
		}
	}
	f.Evidence = slices.Concat([]Evidence{explainVote(*o), explainOccupancy(p)}, explainService(f, p), explainTraits(c, *o))
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
