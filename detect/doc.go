// Package detect decides which pairs mine.
//
// In go [biflow.Pair]s and a [model.Model]; out comes one [Finding] a pair:
// verdict, score, the profile that fits best, and the evidence in numbers and
// words. Two rules stand side by side: the calibrated profiles (the default),
// and the 2019 article's own rule as the baseline everything is compared with.
package detect
