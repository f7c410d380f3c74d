package report

import (
	"regexp"
	"strings"
)

// An Origin is what OCSF and ASFF want to know and no flow log says.
type Origin struct {
	Version string // of davy
	Region  string // of the interfaces, "" if unknown
	Account string // of findings whose logs do not name one, "" if unknown
}

// regionName is what a region is called.
var regionName = regexp.MustCompile(`\A[a-z]{2}(-[a-z]+)+-[0-9]{1,2}\z`)

// IsRegion tells whether s has the form of a region's name.
func IsRegion(s string) bool { return len(s) <= 16 && regionName.MatchString(s) }

// IsAccount tells whether s has the form of an AWS account id.
func IsAccount(s string) bool { return accountID.MatchString(s) }

// account is the finding's, or the origin's where that is none.
func (o *Origin) account(of string) string {
	if IsAccount(of) {
		return of
	}
	return o.Account
}

// partition is the one that the region belongs to.
func (o *Origin) partition() string {
	switch {
	case strings.HasPrefix(o.Region, "cn-"):
		return "aws-cn"
	case strings.HasPrefix(o.Region, "us-gov-"):
		return "aws-us-gov"
	}
	return "aws"
}

// arn names a resource of a service, in the region and an account.
func (o *Origin) arn(service, account, resource string) string {
	return strings.Join([]string{"arn", o.partition(), service, o.Region, account, resource}, ":")
}

// MITRE ATT&CK's words for mining (attack.mitre.org/techniques/T1496).
const (
	attackTactic      = "Impact"
	attackTacticID    = "TA0040"
	attackTechnique   = "Resource Hijacking"
	attackTechniqueID = "T1496"
	attackURL         = "https://attack.mitre.org/techniques/T1496/"
)

// remedy is what a finding asks for, in a sentence or two.
const remedy = "Find out which instance the interface belongs to and who runs it, and how the miner got there, before stopping the instance: davy explain shows the evidence and the AWS commands."
