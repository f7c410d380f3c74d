package source

import (
	"strings"
	"time"
)

// The names that AWS delivers flow logs under. Others beside them are no flow logs.
const (
	serviceFlowLogs = "vpcflowlogs"
	sourceFlowLogs  = "VPC_FLOW" // in Security Lake
)

// PlaceOf returns what an object's path or key says of it, with '/' between
// folders, in any of AWS's layouts, below any folder of the user's:
//
//	AWSLogs/[o-ORGANISATION/]ACCOUNT/vpcflowlogs/REGION/YYYY/MM/DD/[HH/]
//	AWSLogs/aws-account-id=ACCOUNT/aws-service=vpcflowlogs/aws-region=REGION/year=YYYY/month=MM/day=DD/[hour=HH/]
//	aws/VPC_FLOW/VERSION/region=REGION/accountId=ACCOUNT/eventDay=YYYYMMDD/
//	ext/SOURCE/region=REGION/accountId=ACCOUNT/eventDay=YYYYMMDD/
//
// The last two are Security Lake's. In the first two, files have names which say
// it all again, so that those copied out of their folders are known too:
//
//	ACCOUNT_vpcflowlogs_REGION_fl-ID_YYYYMMDDTHHMMZ_HASH.log.gz
//
// A part that is not as AWS would write it says nothing. Where a file's name
// contradicts its folders, these count, since they decide whether it is found.
//
// (Amazon VPC user guide, "Flow log files"; Security Lake user guide, "Collecting
// data from custom sources".)
func PlaceOf(name string) Place {
	end := strings.LastIndexByte(name, '/')
	p := placeOfFolder(name[:max(end, 0)])
	p.file(name[end+1:])
	return p
}

// placeOfFolder returns what the folders of a path say, the last included. What
// more folders below it say never changes what it said, but for the time, which
// can only become more exact: Enters depends on it.
func placeOfFolder(path string) (p Place) {
	folders := strings.Split(strings.TrimSuffix(path, "/"), "/")
	for i := range folders {
		if levels, at := layoutAt(folders, i); levels != nil {
			if levels[0].key == lakeLevels[0].key {
				p.Service = lakeSource(folders[:i])
			}
			p.folders(levels, folders[at:])
			break
		}
	}
	return p
}

// folders takes in what folders of a layout say, the outermost first.
func (p *Place) folders(levels []level, names []string) {
	for i, name := range names[:min(len(names), len(levels))] {
		value, ok := strings.CutPrefix(name, levels[i].key)
		if !ok || !levels[i].read(p, value) {
			return
		}
	}
}

// A level is a kind of folder.
type level struct {
	key  string                    // how its name starts
	read func(*Place, string) bool // takes in the rest; false if folders below mean nothing then
}

// The layouts, from the outermost folder in.
var (
	plainLevels = []level{
		{"", (*Place).account},
		{"", (*Place).service},
		{"", (*Place).region},
		{"", (*Place).year},
		{"", (*Place).month},
		{"", (*Place).day},
		{"", (*Place).hour},
	}
	hiveLevels = []level{
		{"aws-account-id=", (*Place).account},
		{"aws-service=", (*Place).service},
		{"aws-region=", (*Place).region},
		{"year=", (*Place).year},
		{"month=", (*Place).month},
		{"day=", (*Place).day},
		{"hour=", (*Place).hour},
	}
	lakeLevels = []level{{"region=", (*Place).region}, {"accountId=", (*Place).account}, {"eventDay=", (*Place).eventDay}}
)

// layoutAt returns the levels of the layout that begins with folder i, and the
// folder that the first of them is. It is sure that there is one: users have
// folders of their own.
func layoutAt(folders []string, i int) (levels []level, at int) {
	next := func(n int) string {
		if i+n < len(folders) {
			return folders[i+n]
		}
		return ""
	}
	if folders[i] == "AWSLogs" {
		switch {
		case isAccount(next(1)):
			return plainLevels, i + 1
		case isOrganisation(next(1)) && isAccount(next(2)):
			return plainLevels, i + 2
		}
		return nil, 0
	}
	for k, level := range hiveLevels[:3] { // the keys that are AWS's alone
		if strings.HasPrefix(folders[i], level.key) {
			return hiveLevels[k:], i
		}
	}
	if strings.HasPrefix(folders[i], lakeLevels[0].key) && strings.HasPrefix(next(1), lakeLevels[1].key) {
		return lakeLevels, i
	}
	return nil, 0
}

// lakeSource returns the source that folders end with the name of, as in
// "aws/VPC_FLOW/2.0". Custom sources have any name and may hold flow logs.
func lakeSource(folders []string) string {
	n := len(folders)
	if n < 3 || folders[n-3] != "aws" || !consists(folders[n-1], "0123456789.") ||
		!consists(folders[n-2], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") {
		return ""
	}
	return folders[n-2]
}

func (p *Place) account(s string) bool {
	if isAccount(s) {
		p.Account = s
	}
	return true
}

func (p *Place) service(s string) bool {
	p.Service = s
	return true
}

func (p *Place) region(s string) bool {
	if isRegion(s) {
		p.Region = s
	}
	return true
}

func (p *Place) year(s string) bool {
	n, ok := number(s, 4)
	if !ok || n < 2000 {
		return false
	}
	p.Published = time.Date(n, 1, 1, 0, 0, 0, 0, time.UTC)
	p.Within = p.Published.AddDate(1, 0, 0).Sub(p.Published)
	return true
}

func (p *Place) month(s string) bool {
	n, ok := number(s, 2)
	if !ok || n < 1 || n > 12 {
		return false
	}
	p.Published = p.Published.AddDate(0, n-1, 0)
	p.Within = p.Published.AddDate(0, 1, 0).Sub(p.Published)
	return true
}

func (p *Place) day(s string) bool {
	n, ok := number(s, 2)
	day := p.Published.AddDate(0, 0, n-1)
	if !ok || day.Month() != p.Published.Month() {
		return false
	}
	p.Published, p.Within = day, 24*time.Hour
	return true
}

func (p *Place) hour(s string) bool {
	n, ok := number(s, 2)
	if !ok || n > 23 {
		return false
	}
	p.Published, p.Within = p.Published.Add(time.Duration(n)*time.Hour), time.Hour
	return true
}

func (p *Place) eventDay(s string) bool {
	before := *p
	if len(s) == 8 && p.year(s[:4]) && p.month(s[4:6]) && p.day(s[6:]) {
		return true
	}
	*p = before
	return false
}

// file takes in what a file's own name says and its folders do not.
func (p *Place) file(name string) {
	parts := strings.Split(name, "_")
	if len(parts) != 6 || parts[1] != serviceFlowLogs || p.Service != "" && p.Service != serviceFlowLogs {
		return
	}
	p.Service = serviceFlowLogs
	if p.Account == "" {
		p.account(parts[0])
	}
	if p.Region == "" {
		p.region(parts[2])
	}
	if id, ok := strings.CutPrefix(parts[3], "fl-"); ok && consists(id, "0123456789abcdef") {
		p.FlowLog = parts[3]
	}
	at, err := time.Parse("20060102T1504Z", parts[4])
	if err != nil || at.Year() < 2000 {
		return
	}
	if into := at.Sub(p.Published); p.Published.IsZero() || into >= 0 && into < p.Within {
		p.Published, p.Within = at, 0
	}
}

func isAccount(s string) bool { return len(s) == 12 && consists(s, "0123456789") }

// isOrganisation tells whether s is an organisation's id (AWS Organizations API, Organization.Id).
func isOrganisation(s string) bool {
	id, ok := strings.CutPrefix(s, "o-")
	return ok && consists(id, lettersAndDigits)
}

// isRegion tells whether s is named as all regions of all partitions are:
// "us-gov-west-1", "cn-north-1".
func isRegion(s string) bool {
	return strings.Count(s, "-") >= 2 && consists(s, lettersAndDigits+"-") &&
		s[0] != '-' && strings.IndexByte("0123456789", s[len(s)-1]) >= 0
}

const lettersAndDigits = "abcdefghijklmnopqrstuvwxyz0123456789"

// consists tells whether there is something, and all of it of those characters.
func consists(s, of string) bool { return s != "" && strings.TrimLeft(s, of) == "" }

// number reads a number of exactly so many digits.
func number(s string, digits int) (n int, ok bool) {
	if len(s) != digits || !consists(s, "0123456789") {
		return 0, false
	}
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n, true
}
