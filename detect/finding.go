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

	// What is known beyond the pair's own traffic.
	AlsoOn     []Sighting   `json:"also_on,omitempty"`    // the same traffic, as other interfaces saw it
	SeenAt     string       `json:"seen_at,omitempty"`    // what the interface is, where it is not local's own: "NAT gateway, inner side"
	Behind     string       `json:"behind,omitempty"`     // what stands between local and the machine that mines: "NAT gateway nat-…"
	Names      *Names       `json:"names,omitempty"`      // of the two ends, where asked for
	Suppressed *Suppression `json:"suppressed,omitempty"` // the user's word that it need not be looked at
}

// A Sighting is a finding on the same traffic, of another interface it went through.
type Sighting struct {
	ID        string     `json:"id"`
	Interface string     `json:"interface_id"`
	Local     netip.Addr `json:"local"`
	Remote    netip.Addr `json:"remote"`
	Role      string     `json:"role"` // what that interface is on the way: "NAT gateway, inner side", "the peer's own", …
}

// Names say who the two ends are, as AWS and the user's own lists have it. They are
// no evidence for the verdict.
type Names struct {
	InterfaceType string            `json:"interface_type,omitempty"` // "interface", "nat_gateway", "network_load_balancer", …
	Owner         string            `json:"owner,omitempty"`          // in words: "instance i-… (web-1)", "EKS pod …", "NAT gateway nat-…"
	Instance      string            `json:"instance_id,omitempty"`
	Tags          map[string]string `json:"tags,omitempty"` // of the interface and, over them, the instance
	ASN           uint32            `json:"remote_asn,omitempty"`
	ASName        string            `json:"remote_as_name,omitempty"`
	Pool          string            `json:"remote_pool,omitempty"`      // name in the user's pool list
	PoolNote      string            `json:"remote_pool_note,omitempty"` // the entry, as a sentence with its line
}

// A Suppression is a line of the user's suppressions file.
type Suppression struct {
	Line    int    `json:"line"` // of the file
	Reason  string `json:"reason"`
	Author  string `json:"author"`
	Expires string `json:"expires"` // day, "2026-12-31"
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
