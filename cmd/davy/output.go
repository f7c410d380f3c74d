package main

import (
	"errors"
	"fmt"

	"davy/detect"
	"davy/internal/report"
)

// outputs are the forms in which scan writes findings, the first by default.
var outputs = []string{"table", "jsonl", "csv", "csv-raw", "ocsf", "asff"}

// cloudFlags say what OCSF and ASFF ask for and flow logs do not have.
type cloudFlags struct {
	Region  string `help:"Region of the interfaces, for asff and ocsf." env:"AWS_REGION,AWS_DEFAULT_REGION" placeholder:"REGION"`
	Account string `help:"Account of interfaces whose logs name none, for asff and ocsf." placeholder:"ID"`
}

// check refuses what the output cannot be made with, before anything is read.
func (c *cloudFlags) check(output string) error {
	if output != "ocsf" && output != "asff" {
		return nil // AWS_REGION may hold what it likes
	}
	switch {
	case c.Region == "" && output == "asff":
		return usage(errors.New("--format asff: which region? Give --region, or set AWS_REGION"))
	case c.Region != "" && !report.IsRegion(c.Region):
		return usage(fmt.Errorf("--region %q: want a region like eu-central-1", c.Region))
	case c.Account != "" && !report.IsAccount(c.Account):
		return usage(fmt.Errorf("--account %q: want 12 digits", c.Account))
	}
	return nil
}

// print writes the findings to standard output.
func (c *cloudFlags) print(e *env, output string, findings []detect.Finding) error {
	origin := report.Origin{Version: version(), Region: c.Region, Account: c.Account}
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
