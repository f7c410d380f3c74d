package source

import (
	"time"
)

// A Place is what an object's name says of what is in it, in the layouts that AWS
// delivers flow logs in. What it does not say is "" or zero.
type Place struct {
	Account   string
	Region    string
	FlowLog   string    // id of the flow log, "fl-…"
	Published time.Time // when the object was written, UTC: after the records in it have ended
}

// A Filter says what is wanted. The zero Filter wants all.
type Filter struct {
	Since, Until time.Time // starts of records, Until excluded; zero: no bound
	Accounts     []string  // empty: any
	Regions      []string
	Interfaces   []string // ids
}

// Skips tells whether nothing of what is wanted can be in an object of that place.
func (f *Filter) Skips(Place) bool { return false }

// Enters tells whether an object that is wanted may lie below a folder, or a prefix
// of keys that ends in '/'.
func (f *Filter) Enters(string) bool { return true }
