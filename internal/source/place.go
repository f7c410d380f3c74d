package source

import (
	"slices"
	"time"
)

// A Place is what an object's name says of what is in it, in the layouts that AWS
// delivers flow logs in. What it does not say is "" or zero.
type Place struct {
	Service string // which delivered it: "vpcflowlogs", of Security Lake "VPC_FLOW"; others are no flow logs
	Account string // of the flow log
	Region  string
	FlowLog string // its id, "fl-…"

	// Published is when the records in the object ended, UTC, to about five minutes;
	// it was written a little later. Where only folders say so, and they say the hour,
	// the day, the month or the year, that is when this began, and Within how long it
	// is. Security Lake has the day that the records began in.
	Published time.Time
	Within    time.Duration
}

// A Filter says what is wanted. The zero Filter wants all.
type Filter struct {
	Since, Until time.Time // starts of records, Until excluded; zero: no bound
	Accounts     []string  // empty: any
	Regions      []string
	Interfaces   []string // ids
}

// What names say of times is taken for this exact.
const (
	// Slack is how much later than its name says records of an object may begin. AWS
	// names an object by the first of the five minutes that its records ended in; the
	// rest is for clocks that differ.
	Slack = time.Hour

	// Lateness is how much earlier than its name says they may begin. AWS delivers as
	// well as it can, and says no time by which all is there. What comes later than
	// this after Until is not looked for.
	Lateness = 24 * time.Hour
)

// Skips tells whether nothing of what is wanted is in an object of that place: it
// is of another service, account or region than those wanted, or was published
// over [Slack] before Since or over [Lateness] after Until. Names that do not say
// never skip, and none says the interface.
//
// The account is the flow log's. In a shared VPC that may be another than that of
// an interface in it.
func (f *Filter) Skips(p Place) bool {
	switch {
	case p.Service != "" && p.Service != serviceFlowLogs && p.Service != sourceFlowLogs,
		p.Account != "" && len(f.Accounts) > 0 && !slices.Contains(f.Accounts, p.Account),
		p.Region != "" && len(f.Regions) > 0 && !slices.Contains(f.Regions, p.Region):
		return true
	case p.Published.IsZero():
		return false
	}
	tooEarly := !f.Since.IsZero() && p.Published.Add(p.Within).Before(f.Since.Add(-Slack))
	tooLate := !f.Until.IsZero() && p.Published.After(f.Until.Add(Lateness))
	return tooEarly || tooLate
}

// Enters tells whether an object that is wanted may lie below a folder, or a prefix
// of keys that ends in '/'. It is true of all folders above an object that is not
// skipped.
func (f *Filter) Enters(folder string) bool { return !f.Skips(placeOfFolder(folder)) }
