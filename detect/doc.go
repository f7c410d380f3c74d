// Package detect decides which pairs mine.
//
// In go [biflow.Pair]s and a [model.Model]; out comes one [Finding] a pair:
// verdict, score, the group of miners it resembles, and the evidence in numbers
// and words. Three rules stand side by side: the cascade (the default), which
// judges a pair as a whole; calibrated profiles, which know single groups of
// miners; and the 2019 article's own rule, the baseline everything is compared
// with.
package detect
