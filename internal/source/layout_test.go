package source

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

func TestPlaceOf(t *testing.T) {
	const (
		acct = "123456789012"
		file = "123456789012_vpcflowlogs_us-east-1_fl-1234abcd_20180620T1620Z_fe123456.log.gz"
		hive = "AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-gov-west-1/"
	)
	at := time.Date(2018, 6, 20, 16, 20, 0, 0, time.UTC)
	aws := Place{Service: "vpcflowlogs", Account: acct, Region: "us-east-1"}
	named, gov, lake := aws, aws, aws
	named.FlowLog, named.Published = "fl-1234abcd", at
	gov.Region = "us-gov-west-1"
	lake.Service = "VPC_FLOW"
	with := func(p Place, from time.Time, within time.Duration) Place {
		p.Published, p.Within = from, within
		return p
	}
	const hour, oneDay = time.Hour, 24 * time.Hour
	for name, want := range map[string]Place{
		// As AWS delivers.
		file: named,
		strings.Replace(file, ".log.gz", ".log.parquet", 1):                   named,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/" + file:       named,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/16/" + file:    named,
		"/data/my prefix/AWSLogs/123456789012/vpcflowlogs/us-east-1/" + file:  named,
		"copies/of/everything/" + file:                                        named,
		"AWSLogs/o-exampleorgid1/123456789012/vpcflowlogs/us-east-1/" + file:  named,
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/" + file: named,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/x.gz":          with(aws, day(2018, 6, 20), oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/16/x.gz":       with(aws, at.Truncate(hour), hour),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/23/x.gz":       with(aws, day(2018, 6, 20).Add(23*hour), hour),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/x.gz":             with(aws, day(2018, 6, 1), 30*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/x.gz":                with(aws, day(2024, 1, 1), 366*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/02/29/x.gz":          with(aws, day(2024, 2, 29), oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/02/x.gz":             with(aws, day(2024, 2, 1), 29*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2023/12/31/x.gz":          with(aws, day(2023, 12, 31), oneDay),
		hive + "year=2018/month=06/day=20/hour=16/x.parquet":                  with(gov, at.Truncate(hour), hour),
		hive + "year=2018/month=06/day=20/x.parquet":                          with(gov, day(2018, 6, 20), oneDay),
		hive + "x": gov,
		"aws-region=cn-north-1/year=2018/month=06/x":                                              {Region: "cn-north-1", Published: day(2018, 6, 1), Within: 30 * oneDay},
		"aws/VPC_FLOW/2.0/region=us-east-1/accountId=123456789012/eventDay=20180620/x.gz.parquet": with(lake, day(2018, 6, 20), oneDay),
		"ext/flows/region=us-east-1/accountId=external_1/eventDay=20180620/x.parquet":             {Region: "us-east-1", Published: day(2018, 6, 20), Within: oneDay},
		"ext/flows/2.0/region=us-east-1/accountId=123456789012/x.parquet":                         {Region: "us-east-1", Account: acct},

		// Of other services.
		"AWSLogs/123456789012/CloudTrail/us-east-1/2018/06/20/x.json.gz":            {Service: "CloudTrail", Account: acct, Region: "us-east-1", Published: day(2018, 6, 20), Within: oneDay},
		"AWSLogs/o-exampleorgid1/123456789012/CloudTrail-Digest/x":                  {Service: "CloudTrail-Digest", Account: acct},
		"AWSLogs/123456789012/CloudTrail/" + file:                                   {Service: "CloudTrail", Account: acct},
		"AWSLogs/aws-account-id=123456789012/aws-service=route53resolver/x":         {Service: "route53resolver", Account: acct},
		"aws/ROUTE53/2.0/region=us-east-1/accountId=123456789012/eventDay=20180620": {Service: "ROUTE53", Region: "us-east-1", Account: acct},

		// What is not as AWS writes it says nothing.
		"":                           {},
		"/":                          {},
		"-":                          {},
		"AWSLogs/123456789012/x.log": {Account: acct},
		"AWSLogs/12345678901/vpcflowlogs/us-east-1/2018/06/20/x":                {},
		"AWSLogs/1234567890123/vpcflowlogs/us-east-1/2018/06/20/x":              {},
		"AWSLogs/unknown/CloudTrail/x":                                          {},
		"awslogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/x":               {},
		"AWSLogs/o-/123456789012/vpcflowlogs/x":                                 {},
		"AWSLogs/123456789012/vpcflowlogs/2018/06/20/x":                         {Service: "vpcflowlogs", Account: acct},
		"AWSLogs/123456789012/vpcflowlogs/US-EAST-1/2018/06/20/x":               {Service: "vpcflowlogs", Account: acct, Published: day(2018, 6, 20), Within: oneDay},
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/6/20/x":                with(aws, day(2018, 1, 1), 365*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/13/20/x":               with(aws, day(2018, 1, 1), 365*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/00/20/x":               with(aws, day(2018, 1, 1), 365*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/02/29/x":               with(aws, day(2018, 2, 1), 28*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/00/x":               with(aws, day(2018, 6, 1), 30*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/31/x":               with(aws, day(2018, 6, 1), 30*oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/24/x":            with(aws, day(2018, 6, 20), oneDay),
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/0018/06/20/x":               aws,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/+018/06/20/x":               aws,
		hive + "month=06/day=20/x":                                              gov,
		"AWSLogs/aws-account-id=1/aws-service=vpcflowlogs/aws-region=x/x":       {Service: "vpcflowlogs"},
		"year=2018/month=06/day=20/x":                                           {},
		"region=us-east-1/year=2018/x":                                          {},
		"region=us-east-1/eventDay=20180620/x":                                  {},
		"aws/VPC_FLOW/2.0/x":                                                    {},
		"ext/flows/region=us-east-1/accountId=123456789012/eventDay=20181320/x": {Region: "us-east-1", Account: acct},
		"ext/flows/region=us-east-1/accountId=123456789012/eventDay=2018062/x":  {Region: "us-east-1", Account: acct},
		"aws/tool/2.0/region=us-east-1/accountId=123456789012/x":                {Region: "us-east-1", Account: acct},

		"1234_vpcflowlogs_us-east-1_fl-1234abcd_20180620T1620Z_fe123456.log.gz":         {Service: "vpcflowlogs", Region: "us-east-1", FlowLog: "fl-1234abcd", Published: at},
		"123456789012_vpcflowlogs_mars_fl-1234abcd_20180620T1620Z_fe123456.log.gz":      {Service: "vpcflowlogs", Account: acct, FlowLog: "fl-1234abcd", Published: at},
		"123456789012_vpcflowlogs_us-east-1_fl-XYZ_20180620T1620Z_fe123456.log.gz":      {Service: "vpcflowlogs", Account: acct, Region: "us-east-1", Published: at},
		"123456789012_vpcflowlogs_us-east-1_fl-1234abcd_20180631T1620Z_fe123456.log.gz": {Service: "vpcflowlogs", Account: acct, Region: "us-east-1", FlowLog: "fl-1234abcd"},
		"123456789012_vpcflowlogs_us-east-1_fl-1234abcd_20180620T2460Z_fe123456.log.gz": {Service: "vpcflowlogs", Account: acct, Region: "us-east-1", FlowLog: "fl-1234abcd"},
		"123456789012_vpcflowlogs_us-east-1_fl-1234abcd_00010101T0000Z_fe123456.log.gz": {Service: "vpcflowlogs", Account: acct, Region: "us-east-1", FlowLog: "fl-1234abcd"},
		"123456789012_vpcflowlogs_us-east-1_fl-1234abcd_20180620T1620Z.log.gz":          {},
		"123456789012_CloudTrail_us-east-1_20180620T1620Z_fe123456.json.gz":             {},
		"123456789012_elasticloadbalancing_us-east-1_x_20180620T1620Z_fe123456.log.gz":  {},

		// Folders count more than a name that contradicts them.
		"AWSLogs/999999999999/vpcflowlogs/eu-west-1/2018/06/21/" + file: {
			Service: "vpcflowlogs", Account: "999999999999", Region: "eu-west-1", FlowLog: "fl-1234abcd",
			Published: day(2018, 6, 21), Within: oneDay,
		},
		"AWSLogs/123456789012/CloudTrail/AWSLogs/999999999999/vpcflowlogs/us-east-1/x": {Service: "CloudTrail", Account: acct},
	} {
		if got := PlaceOf(name); got != want {
			t.Errorf("%q\ngot  %+v\nwant %+v", name, got, want)
		}
	}
}

func TestSkips(t *testing.T) {
	since, until := time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC), time.Date(2024, 3, 2, 12, 0, 0, 0, time.UTC)
	east := time.FixedZone("east", 9*3600)
	at := func(m time.Month, d, h, min int) string {
		return fmt.Sprintf("123456789012_vpcflowlogs_us-east-1_fl-1234abcd_2024%02d%02dT%02d%02dZ_x.log.gz", m, d, h, min)
	}
	const below = "AWSLogs/123456789012/vpcflowlogs/us-east-1/"
	for _, c := range []struct {
		filter Filter
		name   string
		want   bool
	}{
		{Filter{}, "anything", false},
		{Filter{}, below + "2024/03/01/x", false},
		{Filter{}, "AWSLogs/123456789012/GuardDuty/us-east-1/x", true},
		{Filter{Since: since}, at(3, 1, 11, 0), false}, // an hour before, not more
		{Filter{Since: since}, at(3, 1, 10, 59), true},
		{Filter{Since: since.In(east)}, at(3, 1, 11, 0), false},
		{Filter{Since: since.In(east)}, at(3, 1, 10, 59), true},
		{Filter{Since: since}, at(12, 31, 0, 0), false},
		{Filter{Until: until}, at(3, 3, 12, 0), false}, // a day after, not more
		{Filter{Until: until}, at(3, 3, 12, 1), true},
		{Filter{Until: until}, at(1, 1, 0, 0), false},
		{Filter{Since: since, Until: until}, at(3, 2, 3, 0), false},
		{Filter{Since: since}, below + "2024/03/01/10/x", false}, // up to 11:00
		{Filter{Since: since}, below + "2024/03/01/09/x", true},
		{Filter{Since: since}, below + "2024/02/29/x", true},
		{Filter{Since: day(2024, 3, 1)}, below + "2024/02/29/x", false}, // a quarter to midnight, say
		{Filter{Since: day(2024, 3, 1).Add(Slack)}, below + "2024/02/29/x", false},
		{Filter{Since: day(2024, 3, 1).Add(Slack + 1)}, below + "2024/02/29/x", true},
		{Filter{Since: day(2024, 3, 1).Add(Slack + 1)}, below + "2024/02/x", true},
		{Filter{Since: day(2024, 1, 1).Add(Slack)}, below + "2023/12/31/x", false},
		{Filter{Since: day(2024, 1, 1).Add(Slack)}, below + "2023/x", false},
		{Filter{Since: day(2024, 1, 1).Add(Slack + 1)}, below + "2023/x", true},
		{Filter{Until: day(2023, 12, 31)}, below + "2024/01/01/00/x", false},
		{Filter{Until: day(2023, 12, 31).Add(-1)}, below + "2024/01/01/00/x", true},
		{Filter{Until: day(2023, 12, 31).Add(-1)}, below + "2024/x", true},
		{Filter{Until: day(2024, 2, 28)}, below + "2024/02/29/x", false},
		{Filter{Until: day(2024, 2, 28)}, below + "2024/03/01/x", true},
		{Filter{Accounts: []string{"123456789012"}}, below + "x", false},
		{Filter{Accounts: []string{"000000000000", "123456789012"}}, below + "x", false},
		{Filter{Accounts: []string{"000000000000"}}, below + "x", true},
		{Filter{Accounts: []string{"000000000000"}}, "x", false},
		{Filter{Regions: []string{"us-east-1"}}, below + "x", false},
		{Filter{Regions: []string{"us-east-2"}}, below + "x", true},
		{Filter{Regions: []string{"us-east-2"}}, "AWSLogs/123456789012/vpcflowlogs/x", false},
		{Filter{Interfaces: []string{"eni-0123456789abcdef0"}}, below + "x", false},
	} {
		if got := c.filter.Skips(PlaceOf(c.name)); got != c.want {
			t.Errorf("%+v, %s: %v", c.filter, c.name, got)
		}
	}
}

func TestEnters(t *testing.T) {
	march := Filter{
		Since: day(2024, 3, 1).Add(6 * time.Hour), Until: day(2024, 3, 2),
		Accounts: []string{"123456789012"}, Regions: []string{"us-east-1"},
	}
	for folder, want := range map[string]bool{
		"":                                                                                            true,
		"AWSLogs/":                                                                                    true,
		"AWSLogs/o-exampleorgid1/":                                                                    true,
		"AWSLogs/123456789012/":                                                                       true,
		"AWSLogs/o-exampleorgid1/123456789012/":                                                       true,
		"AWSLogs/o-exampleorgid1/123456789013/":                                                       false,
		"AWSLogs/123456789013":                                                                        false,
		"AWSLogs/123456789012/vpcflowlogs/":                                                           true,
		"AWSLogs/123456789012/CloudTrail":                                                             false,
		"AWSLogs/123456789012/Config/":                                                                false,
		"AWSLogs/123456789012/elasticloadbalancing/":                                                  false,
		"x/AWSLogs/123456789012/vpcflowlogs/us-east-2/":                                               false,
		"x/AWSLogs/123456789012/vpcflowlogs/us-east-1/":                                               true,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2023/":                                            false,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/":                                            true,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2025/":                                            false,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/02/":                                         false,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/03/":                                         true,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/04/":                                         false,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/02/29/":                                      false,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/03/01/":                                      true,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/03/03/":                                      true,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/03/04/":                                      false,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/03/01/03/":                                   false,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2024/03/01/04/":                                   true,
		"AWSLogs/aws-account-id=123456789013/":                                                        false,
		"AWSLogs/aws-account-id=123456789012/aws-service=elasticloadbalancing/":                       false,
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/":                                true,
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=eu-west-1/":           false,
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2023/": false,
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2024/month=02/":                false,
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2024/month=03/day=05/":         false,
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=us-east-1/year=2024/month=03/day=01/hour=02/": false,
		"aws/VPC_FLOW/2.0/region=us-east-1/":                                          true,
		"aws/VPC_FLOW/2.0/region=us-east-2/accountId=123456789012/":                   false,
		"aws/VPC_FLOW/2.0/region=us-east-1/accountId=123456789012/":                   true,
		"aws/VPC_FLOW/2.0/region=us-east-1/accountId=123456789012/eventDay=20240228/": false,
		"aws/ROUTE53/2.0/region=us-east-1/accountId=123456789012/":                    false,
		"my/own/2019/": true,
	} {
		if got := march.Enters(folder); got != want {
			t.Errorf("%s: %v", folder, got)
		}
	}
	if all := new(Filter); !all.Enters("AWSLogs/123456789012/vpcflowlogs/us-east-1/2019/") || all.Enters("AWSLogs/123456789012/WAFLogs/") {
		t.Error("without a filter")
	}
}

// keyOf returns a key in one of AWS's layouts, or nearly in one.
func keyOf(rng *rand.Rand) string {
	pick := func(of ...string) string { return of[rng.IntN(len(of))] }
	account := pick("123456789012", "210987654321", "1234", "external_1")
	region := pick("us-east-1", "us-gov-west-1", "cn-north-1", "mars")
	service := pick("vpcflowlogs", "vpcflowlogs", "vpcflowlogs", "CloudTrail")
	at := day(2023, 12, 1).Add(time.Duration(rng.IntN(120*24*12)) * 5 * time.Minute)
	in := at.Add(time.Duration(rng.IntN(3)-1) * time.Duration(rng.IntN(48)) * time.Hour * time.Duration(rng.IntN(2))) // the folder's
	file := fmt.Sprintf("%s_vpcflowlogs_%s_fl-1234abcd_%s_ab12.log.gz",
		pick(account, "123456789012"), pick(region, "us-east-1"), at.Format("20060102T1504Z"))
	var folders string
	switch rng.IntN(4) {
	case 0:
		folders = fmt.Sprintf("AWSLogs/%s%s/%s/%s/%s", pick("", "o-exampleorgid1/", "o-/"), account, service, region, in.Format(pick("2006/01/02", "2006/01/02/15", "2006/02/01", "2006/1/2")))
	case 1:
		folders = fmt.Sprintf("AWSLogs/aws-account-id=%s/aws-service=%s/aws-region=%s/%s", account, service, region,
			in.Format(pick("year=2006/month=01/day=02", "year=2006/month=01/day=02/hour=15", "year=2006/month=02/day=01")))
	case 2:
		folders = fmt.Sprintf("%s/region=%s/accountId=%s/eventDay=%s", pick("aws/VPC_FLOW/2.0", "aws/ROUTE53/1.0", "ext/mine"), region, account, in.Format(pick("20060102", "200601")))
	}
	parts := strings.Split(folders, "/")
	parts = parts[:len(parts)-rng.IntN(2)*rng.IntN(len(parts))] // perhaps only the first of them
	return pick("", "prefix/", "/", "AWSLogs/", "region=us-east-1/") + strings.Join(parts, "/") + "/" + pick(file, file, "x.log")
}

func filterOf(rng *rand.Rand) (f Filter) {
	at := func() time.Time { return day(2023, 12, 1).Add(time.Duration(rng.IntN(120*24*60)) * time.Minute) }
	if rng.IntN(2) == 0 {
		f.Since = at()
	}
	if rng.IntN(2) == 0 {
		f.Until = at()
	}
	if rng.IntN(2) == 0 {
		f.Accounts = []string{"123456789012"}
	}
	if rng.IntN(2) == 0 {
		f.Regions = []string{"us-east-1", "us-gov-west-1"}
	}
	return f
}

// reachable is an error if a wanted key lies below a folder that is not entered.
func reachable(f *Filter, key string) error {
	if f.Skips(PlaceOf(key)) {
		return nil
	}
	for i, c := range key {
		if c == '/' && (!f.Enters(key[:i]) || !f.Enters(key[:i+1])) {
			return fmt.Errorf("%q is wanted by %+v, its folder %q is not entered", key, *f, key[:i])
		}
	}
	return nil
}

func TestWantedIsReachable(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	wanted := 0
	for range 30_000 {
		f, key := filterOf(rng), keyOf(rng)
		if err := reachable(&f, key); err != nil {
			t.Fatal(err)
		}
		if !f.Skips(PlaceOf(key)) {
			wanted++
		}
	}
	if wanted < 3_000 || wanted > 27_000 {
		t.Errorf("%d of 30,000 are wanted, which tries little", wanted)
	}
}

// TestNothingWantedIsSkipped holds Skips against what AWS says of the records in an object.
func TestNothingWantedIsSkipped(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	for range 30_000 {
		f := filterOf(rng)
		named := day(2023, 12, 1).Add(time.Duration(rng.IntN(120*24*12)) * 5 * time.Minute)
		if rng.IntN(2) == 0 { // where it is close
			f.Since = named.Add(time.Duration(rng.IntN(900)-600) * time.Second)
		}
		end := named.Add(time.Duration(rng.IntN(300)) * time.Second)
		start := end.Add(-time.Duration(rng.IntN(600)) * time.Second)
		if !f.Since.IsZero() && start.Before(f.Since) || !f.Until.IsZero() && !start.Before(f.Until) {
			continue
		}
		for _, layout := range []string{"2006", "2006/01", "2006/01/02", "2006/01/02/15"} {
			folder := "AWSLogs/123456789012/vpcflowlogs/us-east-1/" + named.Format(layout) + "/"
			for _, name := range []string{"x.log.gz", "123456789012_vpcflowlogs_us-east-1_fl-1234abcd_" + named.Format("20060102T1504Z") + "_ab.log.gz"} {
				if f.Skips(PlaceOf(folder + name)) {
					t.Fatalf("%+v skips %s%s, a record starts at %v", f, folder, name, start)
				}
			}
		}
	}
}

func FuzzPlaceOf(f *testing.F) {
	rng := rand.New(rand.NewPCG(8, 8))
	for range 50 {
		f.Add(keyOf(rng), int64(1_700_000_000), int64(1_710_000_000), "123456789012", "us-east-1")
	}
	f.Fuzz(func(t *testing.T, key string, since, until int64, account, region string) {
		for _, filter := range []Filter{
			{},
			{Since: time.Unix(since, 0)},
			{Until: time.Unix(until, 0)},
			{Since: time.Unix(since, 0), Until: time.Unix(until, 0), Accounts: []string{account}, Regions: []string{region}},
		} {
			if err := reachable(&filter, key); err != nil {
				t.Error(err)
			}
		}
		p := PlaceOf(key)
		if p.Account != "" && !isAccount(p.Account) || p.Within < 0 || p.Published.IsZero() && p.Within != 0 ||
			!p.Published.IsZero() && p.Published.Year() < 2000 || p.Published.Location() != time.UTC {
			t.Errorf("%q: %+v", key, p)
		}
		for _, part := range []string{p.Service, p.Account, p.Region, p.FlowLog} {
			if !strings.Contains(key, part) {
				t.Errorf("%q: %q is not in it", key, part)
			}
		}
	})
}

func BenchmarkPlaceOf(b *testing.B) {
	const key = "prefix/AWSLogs/123456789012/vpcflowlogs/us-east-1/2018/06/20/123456789012_vpcflowlogs_us-east-1_fl-1234abcd_20180620T1620Z_fe123456.log.gz"
	filter := Filter{Since: day(2018, 6, 20), Accounts: []string{"123456789012"}}
	b.ReportAllocs()
	for b.Loop() {
		if filter.Skips(PlaceOf(key)) {
			b.Fatal("skipped")
		}
	}
}
