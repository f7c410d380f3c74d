// Package model holds what davy knows of miners and of ordinary traffic, how it
// is learnt, and the file it is kept in.
//
// In go [Sample]s, labelled pairs with their windows and points (local bytes,
// local packets, remote bytes, remote packets of 600 seconds); out comes a
// [Model] of one [Level], and with it the [Baseline], the one raw hull of the
// 2019 article.
//
// LevelCascade: a [Classifier] for traffic and one for attempts that came to
// nothing. Boosted trees vote on the traits of a whole pair; what a vote is
// worth is measured, for each [Band] of windows, on pairs that were not learnt,
// or on the pools and interfaces left out of training. With too few of either
// side, or labels that contradict each other, there is a [Refusal].
//
// LevelProfiles: one [Profile] for each group of miners. A profile is a convex
// hull in logarithmic space, expanded by α about its centre. A raw hull leaves
// out a share E[vertices]/(n+1) of new points from
// the very source it was built from (Efron, Biometrika 52, 1965), 12 to 40 %
// on real miners, so α is set by cross-validation on contiguous blocks: it is
// the gauge below which the wanted share of held-out windows lies. What a
// profile then promises, and how often ordinary pairs enter it, is measured
// and kept with it; [Profile.Test] turns both into a decision.
//
// Training is deterministic: the same samples in any order give the same bytes.
package model
