package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"davy/internal/report"
	"davy/internal/source"
)

// wantedFlags say which part of the logs is read.
type wantedFlags struct {
	Since   string   `help:"Only records that start at or after this time: a day (UTC), a time as in 2026-01-31T15:00Z, or how long ago: 6h, 21d." placeholder:"TIME" group:"Which records"`
	Until   string   `help:"Only records that start before this time." placeholder:"TIME" group:"Which records"`
	Account []string `help:"Only objects of this account, as AWS names folders and objects; those whose name says nothing are read. May be given again. Once, it is also the account of interfaces whose logs name none, for asff and ocsf." placeholder:"ID" group:"Which records"`
	Region  []string `help:"Only objects of this region, likewise. Once, it is also the region of the interfaces for asff and ocsf; without it, AWS_REGION is." placeholder:"NAME" group:"Which records"`
	Prefer  string   `help:"Flow log whose records count where several cover an interface at the same time, fl-…; without one, for each interface the one with most." placeholder:"ID" group:"Which records"`
	ENI     []string `name:"eni" help:"Only records of this network interface. May be given again." placeholder:"ID" group:"Which records"`
}

// filter turns the flags into a filter. Times that are given as how long ago are
// seen from now.
func (f *wantedFlags) filter(now time.Time) (source.Filter, error) {
	out := source.Filter{Accounts: f.Account, Regions: f.Region, Interfaces: f.ENI}
	for _, account := range f.Account {
		if !report.IsAccount(account) {
			return out, usage(fmt.Errorf("--account %q: want 12 digits", account))
		}
	}
	for _, region := range f.Region {
		if !report.IsRegion(region) {
			return out, usage(fmt.Errorf("--region %q: want a region like eu-central-1", region))
		}
	}
	var err error
	if out.Since, err = moment(f.Since, now); err != nil {
		return out, usage(fmt.Errorf("--since %w", err))
	}
	if out.Until, err = moment(f.Until, now); err != nil {
		return out, usage(fmt.Errorf("--until %w", err))
	}
	if !out.Since.IsZero() && !out.Until.IsZero() && !out.Since.Before(out.Until) {
		return out, usage(fmt.Errorf("--since %s is not before --until %s", f.Since, f.Until))
	}
	return out, nil
}

// layouts of a moment in time. Without a zone it is UTC.
var layouts = []string{time.DateOnly, "2006-01-02T15:04Z07:00", time.RFC3339, "2006-01-02T15:04", "2006-01-02T15:04:05"}

// moment reads a time, or how long before now. "" is none.
func moment(text string, now time.Time) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC(), nil
		}
	}
	unit := time.Hour
	number, hours := strings.CutSuffix(text, "h")
	if !hours {
		unit = 24 * time.Hour
		var days bool
		if number, days = strings.CutSuffix(text, "d"); !days {
			number = ""
		}
	}
	if n, err := strconv.Atoi(number); err == nil && n > 0 && n < 100_000 {
		return now.UTC().Add(-time.Duration(n) * unit), nil
	}
	return time.Time{}, fmt.Errorf("%q: want a day like 2026-01-31, a time like 2026-01-31T15:00Z, or how long ago: 6h, 21d", text)
}
