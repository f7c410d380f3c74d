package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"

	"davy/detect"
	"davy/internal/report"
)

// outputs are the forms in which scan writes findings, the first by default.
var outputs = []string{"table", "jsonl", "csv", "csv-raw", "ocsf", "asff"}

// cloud is what OCSF and ASFF ask for and flow logs do not have.
type cloud struct{ region, account string }

// cloud finds out what a command line says of it: the one region and the one
// account that are asked for. It refuses what the output cannot be made with.
func (f *wantedFlags) cloud(output string) (cloud, error) {
	var c cloud
	if output != "ocsf" && output != "asff" {
		return c, nil // AWS_REGION may hold what it likes
	}
	c.region = cmp.Or(only(f.Region), os.Getenv("AWS_REGION"), os.Getenv("AWS_DEFAULT_REGION"))
	c.account = only(f.Account)
	switch {
	case c.region == "" && output == "asff":
		return c, usage(errors.New("--format asff: which region? Give --region once, or set AWS_REGION"))
	case c.region != "" && !report.IsRegion(c.region):
		return c, usage(fmt.Errorf("AWS_REGION %q: want a region like eu-central-1", c.region))
	}
	return c, nil
}

// only is the one value there is.
func only(values []string) string {
	if len(values) == 1 {
		return values[0]
	}
	return ""
}

// print writes the findings to standard output.
func (c cloud) print(e *env, output string, findings []detect.Finding) error {
	origin := report.Origin{Version: version(), Region: c.region, Account: c.account}
	switch output {
	case "jsonl":
		return report.JSONLines(e.stdout, findings)
	case "csv":
		return report.CSV(e.stdout, findings)
	case "csv-raw":
		return report.RawCSV(e.stdout, findings)
	case "ocsf":
		return report.OCSF(e.stdout, findings, origin)
	case "asff":
		return report.ASFF(e.stdout, findings, origin)
	}
	return report.Table(e.stdout, findings, screen(e.stdout))
}
