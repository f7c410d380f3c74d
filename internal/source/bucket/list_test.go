package bucket

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"

	"davy/flowlog"
	"davy/internal/source"
)

// keys returns a fake with small objects of those keys.
func keys(names ...string) *fake {
	objects := make(map[string][]byte)
	for _, n := range names {
		if objects[n] = []byte(n); strings.HasSuffix(n, "/") {
			objects[n] = nil
		}
	}
	return holding(objects)
}

func names(objects []source.Object) []string {
	var out []string
	for _, o := range objects {
		out = append(out, strings.TrimPrefix(o.Name, "s3://logs/"))
	}
	return out
}

func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// since is a filter that prunes, but not where names say nothing.
var since = source.Filter{Since: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)}

func TestList(t *testing.T) {
	odd := []string{"a b+c%20d&e", "é\x01\x1b[31m", "<x>&amp;\"'", "ü//x", "\u2028"}
	f := keys(append(odd, "logs/", "logs/1", "logs/2", "logs/2.bak", "logs/sub/", "logs/sub/3", "logs-old/4", "logs.log", "/lead")...)
	for _, filter := range []source.Filter{{}, since} {
		for _, page := range []int{1, 2, 1000} {
			f.page = page
			t.Run(fmt.Sprintf("%d a page, walking %t", page, !filter.Since.IsZero()), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					c := client(t, f, Options{Filter: filter})
					wanted := slices.Sorted(slices.Values(append(odd[:len(odd):len(odd)], "logs/1", "logs/2", "logs/2.bak", "logs/sub/3", "logs-old/4", "logs.log", "/lead")))
					equal(t, names(all(t, c, "s3://logs")), wanted...)
					equal(t, names(all(t, c, "s3://logs/")), wanted...)
					equal(t, names(all(t, c, "s3://logs/logs/")), "logs/1", "logs/2", "logs/2.bak", "logs/sub/3")
					equal(t, names(all(t, c, "s3://logs/logs")), "logs-old/4", "logs.log", "logs/1", "logs/2", "logs/2.bak", "logs/sub/3")
					equal(t, names(all(t, c, "s3://logs/logs/2")), "logs/2") // that very key
					equal(t, names(all(t, c, "s3://logs/logs/s")), "logs/sub/3")
					equal(t, names(all(t, c, "s3://logs/none")))
					for _, o := range all(t, c, "s3://logs/") {
						b, err := contentOf(t, o)
						if name := strings.TrimPrefix(o.Name, "s3://logs/"); err != nil || string(b) != name || o.Size != int64(len(name)) {
							t.Errorf("%q: %v", o.Name, err)
						}
					}
				})
			})
		}
	}
}

func TestURL(t *testing.T) {
	c := client(t, keys(), Options{})
	for _, url := range []string{"", "logs", "s3:/logs", "s3://", "s3:///key", "https://logs.s3.amazonaws.com/key", "s3://a b/c", "s3://u:p@logs/"} {
		if _, err := c.List(t.Context(), url); err == nil {
			t.Errorf("%q is taken for a bucket", url)
		}
	}
	for url, want := range map[string][2]string{
		"s3://logs": {"logs", ""}, "s3://logs/": {"logs", ""}, "s3://logs//a": {"logs", "/a"}, "s3://logs/a%20b?c#d": {"logs", "a%20b?c#d"},
	} {
		if b, p, err := split(url); err != nil || [2]string{b, p} != want {
			t.Error(url, b, p, err)
		}
	}
}

// FuzzSplit holds that nothing of a URL is lost.
func FuzzSplit(f *testing.F) {
	f.Add("s3://logs/a/b")
	f.Add("s3://")
	f.Fuzz(func(t *testing.T, url string) {
		bucket, prefix, err := split(url)
		if err == nil && url != Scheme+bucket+"/"+prefix && url != Scheme+bucket {
			t.Errorf("%q is %q and %q", url, bucket, prefix)
		}
	})
}

// FuzzPage holds that of an answer nothing is lost but what was there before, and
// that a listing which does not get further is one that ends.
func FuzzPage(f *testing.F) {
	f.Add("a%2Fb+c", "d", "e/", "token", "a", true, true, false)
	f.Add("b", "a", "", "", "", false, true, true)
	f.Fuzz(func(t *testing.T, one, two, folder, token, last string, encoded, more, again bool) {
		out := &s3.ListObjectsV2Output{
			Contents:       []types.Object{{Key: &one, Size: aws.Int64(1)}, {Key: &two}},
			CommonPrefixes: []types.CommonPrefix{{Prefix: &folder}},
			IsTruncated:    &more, NextContinuationToken: &token,
		}
		if encoded {
			out.EncodingType = types.EncodingTypeUrl
		}
		from := cursor{last: last}
		p, err := pageOf(out, from, again)
		if err != nil {
			return
		}
		for _, e := range p.entries {
			if again && e.name <= last {
				t.Errorf("%q is there again after %q", e.name, last)
			}
			if e.name > p.next.last {
				t.Errorf("%q comes after the last, %q", e.name, p.next.last)
			}
		}
		if !again && len(p.entries) != 3 {
			t.Errorf("%d entries", len(p.entries))
		}
		if p.more != more || more && p.next == from {
			t.Errorf("it goes on from where it was, %+v", p.next)
		}
	})
}

// The fewest requests that can be: one for every page.
func TestListRequests(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var all []string
		for i := range 2500 {
			all = append(all, fmt.Sprintf("%d/%d/%04d", i%10, i%100, i))
		}
		f := keys(all...)
		objects, _, err := listed(t, client(t, f, Options{}), "s3://logs")
		if err != nil || len(objects) != 2500 || len(f.requests) != 3 {
			t.Error(len(objects), f.requests, err)
		}
	})
}

// Nothing is asked for before the listing is ranged over, and no more than a page
// ahead of it.
func TestListLazy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var all []string
		for i := range 100 {
			all = append(all, fmt.Sprintf("%04d", i))
		}
		f := keys(all...)
		f.page = 10
		listing, err := client(t, f, Options{}).List(t.Context(), "s3://logs")
		if err != nil || len(f.requests) > 0 {
			t.Fatal(err, f.requests)
		}
		n := 0
		for range listing {
			if n++; n == 15 {
				break
			}
			synctest.Wait()
			if got, most := len(f.requests), (n-1)/10+2; got > most {
				t.Fatalf("%d requests for %d objects", got, n)
			}
		}
		if got := len(f.requests); got != 3 {
			t.Error(got, "requests")
		}
	})
}

// G12: an object may come late, under a key before those that were listed already.
// No listing begins where another ended, so the next one has it; and one that is
// late by less than a day is in what is listed for the time of its records.
func TestG12(t *testing.T) {
	const day = "AWSLogs/123456789012/vpcflowlogs/eu-west-1/2026/11/"
	name := func(at string) string {
		return day + at[6:8] + "/123456789012_vpcflowlogs_eu-west-1_fl-0123456789abcdef0_" + at + "_0a1b2c3d.log.gz"
	}
	early, late, tooLate := name("20261121T0005Z"), name("20261121T2300Z"), name("20261122T0200Z")
	asked := source.Filter{Since: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), Until: time.Date(2026, 11, 21, 1, 0, 0, 0, time.UTC)}
	for _, step := range []struct{ there, want []string }{
		{[]string{late, tooLate}, []string{late}},
		{[]string{early, late, tooLate}, []string{early, late}},
	} {
		synctest.Test(t, func(t *testing.T) {
			c := client(t, keys(step.there...), Options{Filter: asked})
			equal(t, names(all(t, c, "s3://logs")), step.want...)
			if c.Outside() == 0 {
				t.Error("what was left out is not counted")
			}
		})
	}
}

func TestG13(t *testing.T) {
	n := 1_000_000
	if raced {
		n = 100_000 // it takes ten times as long
	}
	nth := func(i int) object {
		return object{key: fmt.Sprintf("AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/%02d/%02d/%07d.log.gz", 1+i/100_000, 1+i/4000%25, i), size: 1 << 20, etag: `"0"`}
	}
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	t.Run("G13 a million objects", func(t *testing.T) {
		f := &fake{n: n, nth: nth}
		listing, err := client(t, f, Options{}).List(t.Context(), "s3://logs")
		if err != nil {
			t.Fatal(err)
		}
		seen, before := 0, ""
		var first, most uint64
		for o, err := range listing {
			if err != nil {
				t.Fatal(err)
			}
			if o.Name <= before {
				t.Fatalf("%q after %q", o.Name, before)
			}
			before = o.Name
			if seen++; seen%(n/10) == 1000 {
				if first == 0 {
					first = heap()
				} else {
					most = max(most, heap())
				}
			}
		}
		if seen != n || len(f.requests) != n/1000 {
			t.Error(seen, "objects,", len(f.requests), "requests")
		}
		if most > first+4<<20 {
			t.Errorf("the heap grew from %d to %d bytes", first, most)
		}
		t.Logf("heap %d KiB at 1,000 objects, at most %d KiB later", first>>10, most>>10)
	})
	t.Run("G13 the service goes away in the middle", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := &fake{n: 20_000, nth: nth}
			f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
				if n < 7 || n > 11 {
					return w, false
				}
				dialed(w, errors.New("connection reset by peer"))
				return w, true
			}
			objects, _, err := listed(t, client(t, f, Options{}), "s3://logs")
			if err != nil || len(objects) != 20_000 || len(f.requests) != 25 {
				t.Error(len(objects), len(f.requests), err)
			}
		})
	})
}

func TestG14(t *testing.T) {
	var every []string
	for i := range 95 {
		every = append(every, fmt.Sprintf("%03d", i))
	}
	// xml answers with keys in the order given, and a token for what follows.
	answerWith := func(w http.ResponseWriter, token string, keys ...string) {
		fmt.Fprintf(w, "<ListBucketResult><IsTruncated>%t</IsTruncated><NextContinuationToken>%s</NextContinuationToken>", token != "", token)
		for _, k := range keys {
			fmt.Fprintf(w, "<Contents><Key>%s</Key><Size>3</Size></Contents>", k)
		}
		fmt.Fprint(w, "</ListBucketResult>")
	}
	t.Run("G14 token expired", func(t *testing.T) {
		for _, deaf := range []bool{false, true} { // a server that does not know start-after gives all again
			synctest.Test(t, func(t *testing.T) {
				f := keys(every...)
				f.page = 10
				f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
					if q := r.URL.Query(); q.Has("continuation-token") && n%3 == 0 {
						refuse(w, http.StatusBadRequest, "InvalidArgument", "The continuation token provided is incorrect")
						return w, true
					} else if deaf && q.Has("start-after") {
						q.Del("start-after")
						r.URL.RawQuery = q.Encode()
					}
					return w, false
				}
				if deaf {
					f.page = 60
				}
				equal(t, names(all(t, client(t, f, Options{}), "s3://logs")), every...)
			})
		}
	})
	for _, test := range []struct {
		name  string
		pages [][]string // the last is the end
		want  []string
		err   string
	}{
		{"twice in a row", [][]string{{"a", "a", "b"}, {"b", "c", "c"}}, []string{"a", "b", "c"}, ""},
		{"unsorted", [][]string{{"c", "a"}, {"b"}, {"d"}}, []string{"c", "a", "b", "d"}, ""},
		{"empty pages", [][]string{{}, {"a"}, {}, {}, {"b"}, {}}, []string{"a", "b"}, ""},
	} {
		t.Run("G14 "+test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := keys()
				f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
					token := ""
					if n < len(test.pages) {
						token = fmt.Sprint("page ", n)
					}
					answerWith(w, token, test.pages[n-1]...)
					return w, true
				}
				equal(t, names(all(t, client(t, f, Options{}), "s3://logs")), test.want...)
			})
		})
	}
	t.Run("G14 in a circle", func(t *testing.T) {
		for _, token := range []string{"same", " "} {
			synctest.Test(t, func(t *testing.T) {
				f := keys()
				f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
					answerWith(w, token, "a", "b")
					return w, true
				}
				objects, _, err := listed(t, client(t, f, Options{}), "s3://logs")
				equal(t, names(objects), "a", "b")
				if err == nil || !strings.Contains(err.Error(), `no further than "b"`) && !strings.Contains(err.Error(), `not get further than "b"`) {
					t.Error(err)
				}
			})
		}
	})
	t.Run("G14 unsorted and expired", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := keys()
			f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
				switch q := r.URL.Query(); {
				case q.Has("continuation-token"):
					refuse(w, http.StatusBadRequest, "InvalidArgument", "The continuation token provided is incorrect")
				case q.Has("start-after"):
					answerWith(w, "")
				default:
					answerWith(w, "next", "z", "a")
				}
				return w, true
			}
			// What is greater than "z" is not all that was missing.
			if _, _, err := listed(t, client(t, f, Options{}), "s3://logs"); err == nil {
				t.Error("the rest is lost without an error")
			}
		})
	})
}

func TestListRefused(t *testing.T) {
	for _, test := range []struct {
		name, code string
		status     int
		hint       string
	}{
		{"G2 listing denied", "AccessDenied", 403, "s3:ListBucket on arn:aws:s3:::logs is needed"},
		{"no bucket", "NoSuchBucket", 404, "is the name of the bucket right?"},
		{"G15 unknown key", "InvalidAccessKeyId", 403, "or they are not, or no longer, valid"},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := keys("a", "b")
				f.page = 1
				f.fault = func(w http.ResponseWriter, r *http.Request, n int) (http.ResponseWriter, bool) {
					if n == 1 {
						return w, false
					}
					refuse(w, test.status, test.code, "no")
					return w, true
				}
				objects, _, err := listed(t, client(t, f, Options{}), "s3://logs")
				var le *ListError
				if !errors.As(err, &le) || !strings.Contains(err.Error(), test.hint) || le.URL != "s3://logs" {
					t.Error(err)
				}
				equal(t, names(objects), "a") // what was found before it
				var oe *flowlog.ObjectError
				if errors.As(err, &oe) {
					t.Error("does not end the listing")
				}
			})
		})
	}
}

func TestG18(t *testing.T) {
	const done = `<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress><RestoreExpiryDate>2099-01-01T00:00:00.000Z</RestoreExpiryDate></RestoreStatus>`
	const underWay = `<RestoreStatus><IsRestoreInProgress>true</IsRestoreInProgress></RestoreStatus>`
	for _, filter := range []source.Filter{{}, since} {
		t.Run("G18", func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				f := of()
				var objects []object
				for _, o := range [][3]string{
					{"a", "STANDARD"},
					{"b", "GLACIER"},
					{"c", "DEEP_ARCHIVE"},
					{"d", "GLACIER_IR"},
					{"e", "GLACIER", done},
					{"f", "DEEP_ARCHIVE", underWay},
					{"g", "INTELLIGENT_TIERING"},
					{"h", "STANDARD_IA"},
					{"i", "GLACIER", "<RestoreStatus></RestoreStatus>"},
				} {
					made := bytesObject(o[0], []byte(o[0]))
					made.class, made.restore = o[1], o[2]
					objects = append(objects, made)
				}
				*f = *of(objects...)
				found, skipped, err := listed(t, client(t, f, Options{Filter: filter}), "s3://logs")
				if err != nil {
					t.Fatal(err)
				}
				equal(t, names(found), "a", "d", "e", "g", "h")
				var left []string
				for _, err := range skipped {
					oe := reasonOf(t, err)
					if oe.Reason != flowlog.Archived || oe.Hint == "" || !strings.HasPrefix(oe.Detail, "storage class ") {
						t.Error(err)
					}
					left = append(left, strings.TrimPrefix(oe.Object, "s3://logs/"))
				}
				equal(t, left, "b", "c", "f", "i")
				for _, o := range found {
					if _, err := contentOf(t, o); err != nil {
						t.Error(err)
					}
				}
			})
		})
	}
}

// A listing ends with its context, and with who ranges over it.
func TestListEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{n: 1 << 30, nth: func(i int) object { return object{key: fmt.Sprintf("%010d", i), size: 1} }}
		c := client(t, f, Options{})
		why := errors.New("enough")
		ctx, cancel := context.WithCancelCause(t.Context())
		defer cancel(nil)
		listing, err := c.List(ctx, "s3://logs")
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, err := range listing {
			if err != nil {
				if !errors.Is(err, why) {
					t.Error(err)
				}
				break
			}
			if n++; n == 1500 {
				cancel(why)
			}
			if n > 1500 {
				t.Fatal("it goes on")
			}
		}
		n = 0
		for range listing { // again: ended at once
			n++
		}
		if n != 1 {
			t.Error(n)
		}
	})
}
