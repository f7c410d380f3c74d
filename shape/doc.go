// Package shape holds the statistics of davy: plain mathematics on numbers,
// with no word of networks in it. Each function names its source, and its
// tests hold it against closed forms or an independent implementation.
//
// # Contents
//
// Clouds of points:
//
//   - neighbour.go: [ClarkEvans], [ClarkEvansOf], [NearestDistances], [DuplicateShare]
//   - ripley.go: [RipleyK], [RipleyL]
//   - energy.go: [EnergyDistance], [EnergyCoefficient] and their parts
//   - covariance.go: [Covariance], [LogDetCovariance], [Mahalanobis]
//   - pca.go, cluster.go: [PCA], [KMeans], [DBSCAN], views for people
//   - cloud.go: [BoxVolume]
//
// Samples and series of numbers:
//
//   - robust.go, quantile.go: [Median], [MAD], [Quantile], [QuantileSpread], [Chauvenet], [NormalQuantile]
//   - series.go: [Occupancy], [Fano], [CoefficientOfVariation], [Burstiness], [BurstinessFinite], [Autocorrelation]
//   - runs.go: [MedianRuns]
//   - entropy.go: [Entropy], [EntropyMillerMadow]
//   - quantum.go: [Quantogram], [BestQuantum]
//   - cramer.go: [CramerVonMises]
//   - line.go: [TheilSen], [MedianDistance]
//   - rank.go: [Ranks], [Pearson], [Spearman], [KendallTau]
//
// The same without repeated sorting and without allocation, for what is asked of
// a great many small lists:
//
//   - sample.go: [Sample], sorted once for its quantiles and ranks
//   - workspace.go: [Workspace], memory for lines, neighbours, covariances
//
// Counts and probabilities:
//
//   - binomial.go: [BinomialTail], [BinomialCDF], [BinomialQuantile], [ClopperPearsonUpper], [ClopperPearsonLower], [Wilson]
//   - poisson.go: [PoissonCDF], [PoissonUpper], [PoissonLower]
//   - isotonic.go: [Isotonic]
//   - reliability.go: [Brier], [Reliability]
//
// # Conventions
//
// A cloud is a slice of coordinates, point after point, and its dimension. No
// argument is changed. Numbers are finite, and small enough that their squares
// are too. A statistic that some input does not have comes with ok: where that
// is false the statistic is 0, unless its comment says more. Slices of lengths
// that do not belong together are a mistake of the caller, and panic.
//
// Sums are taken in the order given, so another order may change the last
// digits, as may another kind of processor.
package shape
