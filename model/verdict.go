package model

import "davy/shape"

// A Verdict of a profile on one pair, and the numbers it rests on.
type Verdict struct {
	Profile  *Profile
	Windows  int     // points of the pair
	Inside   int     // of them in the expanded hull
	Least    int     // inside that a miner of the profile would have, but for the miss rate
	Miner    float64 // P(so few inside or fewer), were it such a miner
	Ordinary float64 // P(so many inside or more), were it ordinary
}

// Fits tells whether the pair looks like the profile's miners.
func (v Verdict) Fits() bool { return v.Inside > 0 && v.Inside >= v.Least }

// Certain tells whether there are windows enough to rule ordinary traffic out.
func (v Verdict) Certain() bool { return v.Windows >= v.Profile.MinWindows }

// Mining tells whether the pair fits, with windows enough, and more of them
// inside than an ordinary pair would have by chance.
func (v Verdict) Mining() bool {
	return v.Fits() && v.Certain() && v.Ordinary <= v.Profile.FalseRate
}

// Likely tells whether the pair has a miner's share of windows inside, which at
// most one ordinary pair in a hundred would have, however few windows there are.
func (v Verdict) Likely() bool {
	return float64(v.Inside) >= v.Profile.Share*float64(v.Windows) && v.Ordinary <= 0.01
}

// Test counts how many of a pair's points are inside the profile's expanded
// hull and holds the count against both hypotheses with exact binomial tests:
// the profile's worst covered miner has each window inside with probability
// Share, an ordinary pair with the measured upper rate.
func (p *Profile) Test(inside, windows int, policy Policy) Verdict {
	return Verdict{
		Profile: p, Windows: windows, Inside: inside,
		Least:    shape.BinomialQuantile(policy.MissRate, windows, p.Share),
		Miner:    shape.BinomialCDF(inside, windows, p.Share),
		Ordinary: shape.BinomialTail(inside, windows, p.Ordinary.Rate),
	}
}
