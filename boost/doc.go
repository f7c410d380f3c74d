// Package boost learns to tell two classes of points apart with gradient-boosted
// trees, and says which features a judgement rests on.
//
// In goes a slice of coordinates, point after point, with a yes or no for each
// and perhaps a weight; out comes a [Boosted]. [Boosted.Margin] gives the log
// odds that another point is positive, [Boosted.Explain] parts them among the
// features. Features have no unit here: a tree asks only whether a feature
// exceeds a threshold.
//
// # Method
//
// Trees are added one after another, each a step of the logistic loss of all
// before it downhill (Friedman, Greedy function approximation: a gradient
// boosting machine, Annals of Statistics 29, 2001), each grown on a part of the
// points and of the features drawn without replacement (Friedman, Stochastic
// gradient boosting, Computational Statistics & Data Analysis 38, 2002). With G
// and H the sums of first and second derivatives of the loss over the points of
// a node, the node is worth -G/(H+L2), times the rate, and the cut is chosen
// whose sides have the largest sum of G²/(H+L2); a node is cut if that exceeds
// its own (Chen & Guestrin, XGBoost, KDD 2016).
//
// Cuts are sought between bins of equally many distinct values, in sums by bin;
// of two siblings one is summed, the other is what remains of the parent (Ke et
// al., LightGBM, NIPS 2017).
//
// # Exactness
//
// Nothing is rounded when trees are written: thresholds and what nodes are worth
// are single precision from the beginning. So trees that were loaded are, bit
// for bit, those that were trained.
//
// They are a function of the sample, in its order, and the options: the same
// bytes for every number of workers and on every processor. Derivatives are
// rounded to integers, of which the greatest sum there can be just fits 63 bits,
// so sums and differences are exact in any order. Of n points, each counts to
// within n/2⁶² of the greatest weight. Floating-point products are rounded before
// they are added, so that no fused operation can decide a comparison.
//
// Points are compared as they are given, x <= threshold, in double precision.
// A NaN goes right, as +Inf does.
package boost
