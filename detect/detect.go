package detect

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"sync"

	"davy/biflow"
	"davy/model"
)

// A Rule is a way to decide.
type Rule string

// Rules.
const (
	Best     Rule = "best"     // cascade if the model has it, else profiles
	Cascade  Rule = "cascade"  // pairs as a whole, both sides known, from cheap to dear
	Profiles Rule = "profiles" // a calibrated hull for each group of miners, exact binomial tests
	Article  Rule = "article"  // one raw hull, and a fixed share of the points inside
)

// BaseRate is the share of pairs that mine, for the score: one in a thousand.
const BaseRate = 0.001

// Options of a Detector.
type Options struct {
	Rule    Rule
	MinRate float64 // article: least share of points inside, 0.98 in the article
	// Terse leaves findings of verdict none bare: whose they are, and no more.
	// Most pairs are ordinary, and saying why costs more than finding out.
	Terse bool
}

// A Detector judges pairs with one model and rule. It is safe for concurrent use.
type Detector struct {
	model  *model.Model
	opts   Options
	juries func() []*model.Jury // cascade: of traffic and, if there is one, of attempts
}

// New returns a Detector, or an error that wraps model.ErrRefused if the model lacks what the rule needs.
func New(m *model.Model, opts Options) (*Detector, error) {
	if opts.Rule == Best {
		opts.Rule = best(m)
	}
	switch {
	case opts.Rule == Article && m.Baseline == nil:
		return nil, fmt.Errorf("%w: it has no baseline hull for the article's rule", model.ErrRefused)
	case opts.Rule == Profiles && len(m.Profiles) == 0:
		return nil, fmt.Errorf("%w: it has no profile", model.ErrRefused)
	case opts.Rule == Cascade && m.Traffic == nil:
		return nil, fmt.Errorf("%w: it has no traits of miners and ordinary traffic", model.ErrRefused)
	case opts.Rule != Article && opts.Rule != Profiles && opts.Rule != Cascade:
		return nil, fmt.Errorf("rule %q: want %q, %q or %q", opts.Rule, Cascade, Profiles, Article)
	}
	return &Detector{model: m, opts: opts, juries: sync.OnceValue(func() []*model.Jury {
		juries := []*model.Jury{m.Traffic.Jury()}
		if m.Attempts != nil {
			juries = append(juries, m.Attempts.Jury())
		}
		return juries
	})}, nil
}

// best is the strongest rule a model can be judged with. The article's has to
// be asked for.
func best(m *model.Model) Rule {
	if m.Traffic != nil {
		return Cascade
	}
	return Profiles
}

// Rule returns the rule the detector judges by.
func (d *Detector) Rule() Rule { return d.opts.Rule }

// Model returns the model the detector judges with.
func (d *Detector) Model() *model.Model { return d.model }

// Judge says whether the pair mines. Nothing of the pair is kept.
func (d *Detector) Judge(p *biflow.Pair) Finding {
	if d.opts.Rule != Cascade {
		return d.judgePoints(p)
	}
	of := [2]model.Opinion{d.model.Traffic.Judge(p)}
	if d.model.Attempts != nil {
		of[1] = d.model.Attempts.Judge(p)
	}
	return d.judgeCascade(p, &of)
}

// judgePoints judges by the rules that look at one window after another.
func (d *Detector) judgePoints(p *biflow.Pair) Finding {
	f := d.begin(p)
	switch {
	case f.Windows == 0: // nothing to say
	case d.opts.Rule == Article:
		d.judgeArticle(&f, p)
	default:
		d.judgeProfiles(&f, p)
	}
	if f.Verdict == None && d.opts.Terse {
		return bare(p)
	}
	if f.Windows > 0 {
		f.ID = identify(&f)
	}
	return f
}

// bare is all that a terse detector says of a pair that does not mine.
func bare(p *biflow.Pair) Finding {
	return Finding{Interface: p.Interface, Local: p.Local, Remote: p.Remote, Verdict: None}
}

// begin is the part of a finding that every rule has.
func (d *Detector) begin(p *biflow.Pair) Finding {
	f := Finding{
		Interface: p.Interface, Local: p.Local, Remote: p.Remote,
		Account: p.Owner.Account, VPC: p.Owner.VPC, Subnet: p.Owner.Subnet, Instance: p.Owner.Instance,
		Verdict: None, Kind: "pool", Rule: d.opts.Rule, Windows: p.Points(),
		Possible: p.Possible, Unknown: p.Unknown, Clue: p.Clue, Model: d.model.Digest(),
	}
	if n := len(p.Windows); n > 0 && (f.Windows > 0 || d.opts.Rule == Cascade) {
		f.First, f.Last = p.Windows[0].Start, p.Windows[n-1].Start
		f.ServerPort = serverPort(p.AtService())
	}
	return f
}

// judgeArticle is the article's rule to the letter: the share of the pair's
// non-zero points inside the raw hull, against a fixed rate. The share is
// compared in integers where it can be: 49 of 50 is 98 %.
func (d *Detector) judgeArticle(f *Finding, p *biflow.Pair) {
	inside := 0
	for i := range p.Windows {
		if w := &p.Windows[i]; w.Known() && d.model.Baseline.Contains(w.Point()) {
			inside++
		}
	}
	f.Profile, f.Inside = "article", inside
	f.Score = float64(inside) / float64(f.Windows)
	if float64(inside) >= d.opts.MinRate*float64(f.Windows)-1e-9 {
		f.Verdict = Mining
	}
	f.Evidence = []Evidence{{
		Filter: "membership", Value: f.Score, Threshold: &d.opts.MinRate,
		Sentence: fmt.Sprintf("%d of %d windows lie inside the raw hull of all mining windows; the rule asks for %.0f %%",
			inside, f.Windows, 100*d.opts.MinRate),
	}}
}

// judgeProfiles tries every profile and keeps the one that fits best.
func (d *Detector) judgeProfiles(f *Finding, p *biflow.Pair) {
	scaled := make([]biflow.Point, 0, f.Windows)
	for i := range p.Windows {
		if w := &p.Windows[i]; w.Known() {
			scaled = append(scaled, model.Scale(w.Point()))
		}
	}
	var best model.Verdict
	for _, profile := range d.model.Profiles {
		inside := profile.Inside(scaled)
		if inside == 0 && best.Profile != nil {
			continue // most pairs are in no profile: nothing to test
		}
		v := profile.Test(inside, f.Windows, d.model.Policy)
		if best.Profile == nil || better(v, best) {
			best = v
		}
	}
	f.Profile, f.Inside = best.Profile.Name, best.Inside
	f.Score = posterior(best)
	switch {
	case best.Mining():
		f.Verdict = Mining
	case best.Likely() && best.Windows >= fewestWindows:
		f.Verdict = Suspect
	}
	f.Evidence = explain(best, p)
}

// fewestWindows is what it takes to be called suspect.
const fewestWindows = 3

// better prefers a profile that fits, then the one that ordinary traffic
// explains worst, then the one with more windows inside.
func better(a, b model.Verdict) bool {
	if a.Mining() != b.Mining() {
		return a.Mining()
	}
	if a.Fits() != b.Fits() {
		return a.Fits()
	}
	if a.Ordinary != b.Ordinary {
		return a.Ordinary < b.Ordinary
	}
	return a.Inside > b.Inside
}

// posterior is the probability that the pair mines, given how many of its
// windows are inside, if one pair in a thousand does and windows are
// independent: Bayes' rule with the two binomial likelihoods. Windows of a pair
// are alike, so it is surer than it should be; it is a ranking until the score
// is calibrated on whole pairs.
func posterior(v model.Verdict) float64 {
	k, rest := float64(v.Inside), float64(v.Windows-v.Inside)
	// A share of exactly 1 would make one window outside impossible.
	p := math.Min(v.Profile.Share, 1-1/float64(v.Profile.Windows+2))
	q := v.Profile.Ordinary.Rate
	if q >= p {
		return BaseRate
	}
	odds := math.Log(BaseRate/(1-BaseRate)) + k*math.Log(p/q) + rest*math.Log((1-p)/(1-q))
	return 1 / (1 + math.Exp(-odds))
}

// serverPort is the busiest server port of the window with the most packets.
func serverPort(ws []biflow.Window) uint16 {
	var port uint16
	var most float64 = -1
	for i := range ws {
		w := &ws[i]
		if n := float64(w.LocalPackets) + float64(w.RemotePackets); n > most {
			port, most = w.ServerPort, n
		}
	}
	return port
}

// identify hashes what makes a finding the same finding: model, rule, interface, pair, first window.
func identify(f *Finding) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %s %s %s %s %d", f.Model, f.Rule, f.Interface, f.Local, f.Remote, f.First))
	return hex.EncodeToString(sum[:8])
}
