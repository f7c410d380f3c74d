package bucket

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"davy/internal/source"
)

// days wants what lies in folders of some days, whatever the account.
type days struct {
	from, until string // "2026-11-20", until excluded
	account     string
}

var dated = regexp.MustCompile(`(\d{4})/(?:month=)?(\d{2})?/?(?:day=)?(\d{2})?`)

func (d days) Skips(source.Place) bool { return false }

func (d days) Enters(folder string) bool {
	if parts := strings.Split(folder, "/"); len(parts) > 2 && d.account != "" && !strings.HasSuffix(parts[1], d.account) {
		return false
	}
	_, date, _ := strings.Cut(folder, "vpcflowlogs/")
	m := dated.FindStringSubmatch(date)
	if m == nil {
		return true
	}
	day := strings.TrimRight(strings.Join(m[1:], "-"), "-")
	return day >= d.from[:len(day)] && day <= d.until[:len(day)] && day != d.until
}

// fleet returns a bucket as AWS fills it: n days of so many accounts and regions,
// with perDay objects each. Nothing of it is in memory.
func fleet(accounts, regions, n, perDay int, hive bool) *fake {
	begin := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	layout := "AWSLogs/%012d/vpcflowlogs/us-east-%d/%s/%04d.log.gz"
	day := "2006/01/02"
	if hive {
		layout = "AWSLogs/aws-account-id=%012d/aws-service=vpcflowlogs/aws-region=us-east-%d/%s/%04d.log.gz"
		day = "year=2006/month=01/day=02"
	}
	return &fake{n: accounts * regions * n * perDay, nth: func(i int) object {
		i, object4 := i/perDay, i%perDay
		i, d := i/n, i%n
		account, region := i/regions, i%regions
		key := fmt.Sprintf(layout, account, region, begin.AddDate(0, 0, d).Format(day), object4)
		return bytesObject(key, []byte("x"))
	}}
}

// What is asked of the service depends on what is wanted, not on what there is.
func TestWalkRequests(t *testing.T) {
	for _, hive := range []bool{false, true} {
		for _, test := range []struct {
			days, perDay int // in the bucket
			wants        days
			objects      int
			requests     int
		}{
			// Above the days: the bucket, AWSLogs, an account, vpcflowlogs, a region, a year, a month.
			{400, 10, days{"2020-03-05", "2020-03-06", "0"}, 10, 7 + 1},
			{4000, 10, days{"2020-03-05", "2020-03-06", "0"}, 10, 7 + 1},
			{4000, 2500, days{"2020-03-05", "2020-03-06", "0"}, 2500, 7 + 3},
			{4000, 10, days{"2020-03-05", "2020-03-12", "0"}, 70, 7 + 7},
			{4000, 10, days{"2020-02-28", "2020-03-03", "0"}, 40, 7 + 1 + 4},
			{4000, 10, days{"2021-12-31", "2022-01-02", "1"}, 20, 7 + 2 + 2},
		} {
			t.Run(fmt.Sprintf("%v of %d days, Hive %t", test.wants, test.days, hive), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					f := fleet(2, 1, test.days, test.perDay, hive)
					c := client(t, f, Options{Filter: since})
					c.wants = test.wants
					objects := all(t, c, "s3://logs")
					if len(objects) != test.objects {
						t.Error(len(objects), "objects")
					}
					if !slices.IsSorted(names(objects)) {
						t.Error("not in the order of keys")
					}
					if len(f.requests) != test.requests {
						t.Errorf("%d requests, not %d:\n%s", len(f.requests), test.requests, strings.Join(f.requests, "\n"))
					}
					if c.Outside() == 0 {
						t.Error("nothing is said to be left out")
					}
				})
			})
		}
	}
}

// nothing wants no object.
type nothing struct{}

func (nothing) Skips(source.Place) bool { return true }
func (nothing) Enters(string) bool      { return true }

// What is listed and not wanted is counted; what was asked for by its key is given.
func TestOutside(t *testing.T) {
	for _, filter := range []source.Filter{{}, since} {
		synctest.Test(t, func(t *testing.T) {
			c := client(t, keys("a/1", "a/2", "a/3/4", "a/"), Options{Filter: filter})
			c.wants = nothing{}
			if found := all(t, c, "s3://logs/a"); len(found) > 0 || c.Outside() != 3 {
				t.Error(names(found), c.Outside())
			}
			equal(t, names(all(t, c, "s3://logs/a/2")), "a/2")
			if c.Outside() != 3 {
				t.Error(c.Outside())
			}
		})
	}
}

// Where names say nothing, going from folder to folder is given up.
func TestWalkInVain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const n = 5000
		f := &fake{n: n, nth: func(i int) object { return bytesObject(fmt.Sprintf("by-id/%08x/log.gz", i), []byte("x")) }}
		c := client(t, f, Options{Filter: since})
		found := names(all(t, c, "s3://logs"))
		if len(found) != n || !slices.IsSorted(found) || len(slices.Compact(found)) != n {
			t.Error(len(found), "objects")
		}
		if len(f.requests) > 1000+n/1000+10 {
			t.Error(len(f.requests), "requests")
		}
	})
}

func TestDaily(t *testing.T) {
	for prefix, want := range map[string]bool{
		"AWSLogs/1/vpcflowlogs/r/2026/11/22/":           true,
		"AWSLogs/1/vpcflowlogs/r/2026/11/":              false,
		"2026/11/22/":                                   true,
		"AWSLogs/1/vpcflowlogs/r/2026/11/22/05/":        true,
		"x/year=2026/month=11/day=22/":                  true,
		"x/year=2026/month=11/":                         false,
		"ext/region=r/accountId=1/eventDay=20261122/":   true,
		"AWSLogs/123456789012/vpcflowlogs/":             false,
		"AWSLogs/aws-account-id=123456789012/":          false,
		"x/date=2026-11-22/":                            true,
		"AWSLogs/20261122/":                             false,
		"aws/VPC_FLOW/2.0/region=r/accountId=12345678/": false,
	} {
		if got := daily.MatchString(prefix); got != want {
			t.Errorf("%s: %t", prefix, got)
		}
	}
}
