package loggroup

import (
	"fmt"
	"regexp"
	"strings"
)

const scheme = "cwl:"

// A NameError is a name that no log group has.
type NameError struct {
	Name string
	Why  string
}

func (e *NameError) Error() string { return fmt.Sprintf("%q: %s", e.Name, e.Why) }

// Names tells whether arg names a log group rather than a file: whether it starts
// as "cwl:" or as an ARN of CloudWatch Logs does.
func Names(arg string) bool {
	return strings.HasPrefix(arg, scheme) || arnStart.MatchString(arg)
}

// What groups may be called: CreateLogGroup in the API reference of CloudWatch Logs.
var (
	arnStart  = regexp.MustCompile(`^arn:aws[a-z-]*:logs:`)
	groupName = regexp.MustCompile(`^[.\-_/#A-Za-z0-9]{1,512}$`)
	groupARN  = regexp.MustCompile(`^(arn:aws[a-z-]*:logs:([a-z0-9-]{1,64}):([0-9]{12}):log-group:([^:]*))(:\*)?$`)
)

// A group is a log group as the user names it.
type group struct {
	name    string
	arn     string // without ":*" at the end; "" if only the name was given
	region  string // of the ARN
	account string // of the ARN, who owns the group
}

// parse reads what the user wrote: cwl:GROUP, cwl:ARN or an ARN. An ARN may end in
// ":*", as DescribeLogGroups gives it.
func parse(arg string) (group, error) {
	s := strings.TrimPrefix(arg, scheme)
	g := group{name: s}
	if strings.HasPrefix(s, "arn:") {
		m := groupARN.FindStringSubmatch(s)
		if m == nil {
			return group{}, &NameError{arg, "no ARN of a log group: want arn:aws:logs:REGION:ACCOUNT:log-group:GROUP"}
		}
		g = group{arn: m[1], region: m[2], account: m[3], name: m[4]}
	}
	if !groupName.MatchString(g.name) {
		return group{}, &NameError{arg, "no name of a log group: want 1 to 512 of the characters A-Z a-z 0-9 . - _ / #"}
	}
	return g, nil
}

// String is the group as objects are named after it. Groups of the same name in two
// accounts or regions have two.
func (g group) String() string {
	if g.arn != "" {
		return scheme + g.arn
	}
	return scheme + g.name
}
