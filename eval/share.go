package eval

import (
	"fmt"

	"davy/shape"
)

// confidence of all intervals and bounds.
const confidence = 0.95

// A Share is k of n with its 95 % Wilson interval.
type Share struct {
	K  int     `json:"k"`
	N  int     `json:"n"`
	Lo float64 `json:"lo"`
	Hi float64 `json:"hi"`
}

// NewShare returns k of n with its interval.
func NewShare(k, n int) Share {
	lo, hi := shape.Wilson(k, n, shape.NormalQuantile((1+confidence)/2))
	return Share{K: k, N: n, Lo: lo, Hi: hi}
}

func (s Share) String() string {
	if s.N == 0 {
		return "0 of 0"
	}
	return fmt.Sprintf("%d of %d (95 %% interval %.1f to %.1f %%)", s.K, s.N, 100*s.Lo, 100*s.Hi)
}

// Rate is k/n, 0 for none of none.
func (s Share) Rate() float64 {
	if s.N == 0 {
		return 0
	}
	return float64(s.K) / float64(s.N)
}

// tally counts towards a share.
func (s *Share) tally(hit bool) {
	s.N++
	if hit {
		s.K++
	}
}

// close works out the interval of what was counted.
func (s *Share) close() { *s = NewShare(s.K, s.N) }
