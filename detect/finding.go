package detect

import (
	"net/netip"

	"davy/biflow"
)

// A Verdict says how sure davy is.
type Verdict string

// Verdicts, surest first.
const (
	Mining  Verdict = "mining"  // fits a miner, and is told apart from ordinary traffic
	Suspect Verdict = "suspect" // fits a miner, in too few windows to be sure
	None    Verdict = "none"
)

// Rank orders verdicts: 2 for mining, 1 for suspect, 0 for none.
func (v Verdict) Rank() int {
	switch v {
	case Mining:
		return 2
	case Suspect:
		return 1
	}
	return 0
}

// A Finding is what davy says of one pair. Its JSON form is stable and
// documented in docs/formats/finding.md.
type Finding struct {
	ID         string     `json:"id"`
	Interface  string     `json:"interface_id"`
	Local      netip.Addr `json:"local"`
	Remote     netip.Addr `json:"remote"`
	ServerPort uint16     `json:"server_port"` // 0 where the format has no ports
	Account    string     `json:"account_id,omitempty"`
	VPC        string     `json:"vpc_id,omitempty"`
	Subnet     string     `json:"subnet_id,omitempty"`
	Instance   string     `json:"instance_id,omitempty"`

	Verdict Verdict `json:"verdict"`
	Kind    string  `json:"kind"`           // of mining: pool, solo, proxy or blocked
	Score   float64 `json:"score"`          // 0 to 1, see the format's document
	Vote    float64 `json:"vote"`           // cascade: vote of the trees for mining, 0 to 1
	Judged  int     `json:"windows_judged"` // cascade: windows of the span the verdict rests on
	Rule    Rule    `json:"rule"`           //
	Profile string  `json:"profile"`        // the one that fits best

	First    int64 `json:"first_window"` // epoch seconds
	Last     int64 `json:"last_window"`
	Windows  int   `json:"windows"`          // with traffic accepted, and all of it known
	Inside   int   `json:"windows_inside"`   // of them inside the profile
	Possible int   `json:"windows_possible"` // from first to last in which the interface was watched
	Unknown  int   `json:"windows_unknown"`  // of those, lost by AWS (SKIPDATA)

	Evidence []Evidence  `json:"evidence"`
	Clue     biflow.Clue `json:"local_side_by"`
	Model    string      `json:"model"` // digest of the model file
}

// Evidence is one filter's word on a pair.
type Evidence struct {
	Filter    string      `json:"filter"`
	Value     float64     `json:"value"`
	Threshold *float64    `json:"threshold,omitempty"`      // none: said for information only
	Miner     *[2]float64 `json:"miner_range,omitempty"`    // where miners lie
	Ordinary  *[2]float64 `json:"ordinary_range,omitempty"` // where ordinary pairs lie
	Weight    *float64    `json:"weight,omitempty"`         // what it adds to the log odds of the vote
	PMiner    *float64    `json:"p_miner,omitempty"`        // P(so little), were it a miner
	POrdinary *float64    `json:"p_ordinary,omitempty"`     // P(so much), were it ordinary
	Sentence  string      `json:"sentence"`
}
