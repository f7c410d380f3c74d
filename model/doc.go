// Package model holds what davy knows of miners: profiles, how they are
// trained, and the file they are kept in.
//
// In go [Sample]s, labelled pairs with their points (local bytes, local
// packets, remote bytes, remote packets of 600-second windows); out comes a
// [Model]: one [Profile] for each group of miners, and the [Baseline], the one
// raw hull of the 2019 article.
//
// A profile is a convex hull in logarithmic space, expanded by α about its
// centre. A raw hull leaves out a share E[vertices]/(n+1) of new points from
// the very source it was built from (Efron, Biometrika 52, 1965), 12 to 40 %
// on real miners, so α is set by cross-validation on contiguous blocks: it is
// the gauge below which the wanted share of held-out windows lies. What a
// profile then promises, and how often ordinary pairs enter it, is measured
// and kept with it; [Profile.Test] turns both into a decision.
//
// Training is deterministic: the same samples in any order give the same bytes.
package model
