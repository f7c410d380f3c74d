package loggroup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"

	"davy/flowlog"
)

const minute = 60_000 // milliseconds

// first reads the first object of group g.
func first(t testing.TB, f *fake, change func(*Options)) (string, error) {
	t.Helper()
	opts := f.options()
	if change != nil {
		change(&opts)
	}
	o := list(t, client(t, opts), "cwl:g")[0]
	f.asked = nil // List has asked
	return read(t, o)
}

// fails holds err to be that of an object, and what it says.
func fails(t testing.TB, err error, reason flowlog.Reason, want string) {
	t.Helper()
	object, ok := errors.AsType[*flowlog.ObjectError](err)
	if !ok || object.Reason != reason || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// lateness is what TestI1 tells the clock: when the hour that is read has ended.
func lateness(ago time.Duration) func(*Options) {
	return func(o *Options) {
		o.Filter.Until = time.Time{}
		o.Now = func() time.Time { return hourOf.Add(time.Hour + ago) }
	}
}

func TestI1LateEvents(t *testing.T) {
	early, late := some(250, ms, 10_000), some(7, ms+5, 10_000)
	last := event{"eni-9-all", ms + 1, ms + 30*minute, "last", "a line that came last"}
	for name, c := range map[string]struct {
		ago   time.Duration
		calls int
		want  string
	}{
		// 3 pages, then 3 that bring late events, 3 that bring the last, 3 that bring none.
		"just ended":         {0, 12, text(early) + text(late) + text([]event{last})},
		"not yet settled":    {settled - time.Second, 12, text(early) + text(late) + text([]event{last})},
		"settled":            {settled, 3, text(early)},
		"settled since long": {7 * 24 * time.Hour, 3, text(early)},
	} {
		t.Run(name, func(t *testing.T) {
			f := &fake{groups: map[string][]event{"g": early}}
			started := false
			f.before = func(n int, in filterInput) *failure {
				if started = started || in.Limit == 0; !started {
					return nil
				}
				switch n {
				case 2: // what begins earlier comes when later pages are read
					f.groups["g"] = append(slices.Clone(early), late...)
				case 5:
					f.groups["g"] = append(f.groups["g"], last)
				}
				return nil
			}
			got, err := first(t, f, lateness(c.ago))
			if err != nil || got != c.want {
				t.Errorf("%d bytes of %d, %v", len(got), len(c.want), err)
			}
			if len(f.asked) != c.calls {
				t.Errorf("asked %d times, want %d", len(f.asked), c.calls)
			}
		})
	}
	t.Run("ever more", func(t *testing.T) { // an end is come to
		f := &fake{groups: map[string][]event{"g": early[:1:1]}}
		opts := f.options()
		lateness(time.Minute)(&opts)
		o := list(t, client(t, opts), "cwl:g")[0]
		f.asked = nil
		f.before = func(n int, _ filterInput) *failure {
			f.groups["g"] = append(f.groups["g"], event{"eni-9-all", ms + int64(n), ms, fmt.Sprint(n), "more"})
			return nil
		}
		got, err := read(t, o)
		if n := strings.Count(got, "\n"); err != nil || n != 1+maxPasses || len(f.asked) != maxPasses {
			t.Errorf("%d lines, %v, asked %d times", n, err, len(f.asked))
		}
	})
	t.Run("too many to remember", func(t *testing.T) { // one pass, since a second could not tell
		f := &fake{groups: map[string][]event{"g": some(250, ms, 10_000)}}
		opts := f.options()
		lateness(time.Minute)(&opts)
		c := client(t, opts)
		c.generation = 100
		o := list(t, c, "cwl:g")[0]
		f.asked = nil
		if got, err := read(t, o); err != nil || got != text(early) || len(f.asked) != 3 {
			t.Errorf("%d bytes, %v, asked %d times", len(got), err, len(f.asked))
		}
	})
}

// paused retries as patient does, but for the bucket of tokens of the adaptive mode:
// that rounds a pause down to nothing, and waits for the clock to go on, which a fake
// one does not.
func paused(o *Options) {
	o.Config.Retryer = func() aws.Retryer { return retry.NewStandard(stubborn) }
}

// TestI2Throttled runs by a clock of its own.
func TestI2Throttled(t *testing.T) {
	for name, fail := range map[string]*failure{
		"throttled":   {400, "ThrottlingException", "Rate exceeded"},
		"429":         {429, "", "slow down"},
		"G1 503":      {503, "ServiceUnavailableException", "down"},
		"G1 500":      {500, "InternalFailure", "down"},
		"502 of HTML": {502, "", "<html>"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				all := some(1000, ms, 3000)
				draw := rand.New(rand.NewPCG(1, 2))
				f := &fake{groups: map[string][]event{"g": all}, pageSize: 10}
				failed := 0
				f.before = func(int, filterInput) *failure {
					if draw.IntN(10) < 3 {
						failed++
						return fail
					}
					return nil
				}
				start := time.Now()
				if got, err := first(t, f, paused); err != nil || got != text(all) || failed < 20 {
					t.Errorf("%d bytes, %v; failed %d times", len(got), err, failed)
				}
				if time.Since(start) < time.Second {
					t.Errorf("no pause in %v", time.Since(start))
				}
			})
		})
	}
	t.Run("adaptive", func(t *testing.T) {
		r := patient()
		if _, ok := r.(*retry.AdaptiveMode); !ok || r.MaxAttempts() != attempts {
			t.Errorf("%T, %d attempts", r, r.MaxAttempts())
		}
	})
	t.Run("for ever", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := &fake{groups: map[string][]event{"g": some(10, ms, 3000)}}
			opts := f.options()
			paused(&opts)
			o := list(t, client(t, opts), "cwl:g")[0]
			f.asked = nil
			f.before = func(int, filterInput) *failure { return &failure{400, "ThrottlingException", "Rate exceeded"} }
			start := time.Now()
			_, err := read(t, o)
			fails(t, err, flowlog.Unreadable, o.Name+": unreadable: ThrottlingException: Rate exceeded")
			if took := time.Since(start); took < 30*time.Second || took > 10*time.Minute || len(f.asked) != attempts {
				t.Errorf("gave up after %v, %d times", took, len(f.asked))
			}
		})
	})
	t.Run("many at once", func(t *testing.T) { // the patience of one is not used up by others
		synctest.Test(t, func(t *testing.T) {
			f := &fake{groups: map[string][]event{"g": some(20, ms, hour)}}
			opts := f.options()
			paused(&opts)
			opts.Filter.Until = hourOf.Add(20 * time.Hour)
			objects := list(t, client(t, opts), "cwl:g")
			failed := map[int64]int{}
			f.before = func(_ int, in filterInput) *failure {
				if failed[in.StartTime]++; failed[in.StartTime] < attempts {
					return &failure{400, "ThrottlingException", "Rate exceeded"}
				}
				return nil
			}
			var wait sync.WaitGroup
			for i, o := range objects {
				wait.Go(func() {
					if got, err := read(t, o); err != nil || got != line(i, ms+int64(i)*hour)+"\n" {
						t.Errorf("%q, %v", got, err)
					}
				})
			}
			wait.Wait()
		})
	})
	t.Run("cancelled in a pause", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			f := &fake{groups: map[string][]event{"g": some(10, ms, 3000)}}
			opts := f.options()
			paused(&opts)
			o := list(t, client(t, opts), "cwl:g")[0]
			f.before = func(int, filterInput) *failure { return &failure{503, "ServiceUnavailableException", "down"} }
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
			defer cancel()
			r, err := o.Open(ctx)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			start := time.Now()
			if _, err := io.ReadAll(r); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != 100*time.Millisecond {
				t.Errorf("%v after %v", err, time.Since(start))
			}
		})
	})
}

// TestG4BodyCut reads answers that end too early, or wait too long (G16).
func TestG4BodyCut(t *testing.T) {
	for name, cause := range map[string]error{
		"cut":      io.ErrUnexpectedEOF,
		"short":    io.EOF,
		"reset":    &net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)},
		"G16 hung": &net.OpError{Op: "read", Net: "tcp", Err: os.ErrDeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				all := some(50, ms, 10_000)
				f := &fake{groups: map[string][]event{"g": all}, pageSize: 10}
				got, err := first(t, f, func(o *Options) {
					paused(o)
					o.Config.HTTPClient = cutter{wire{f}, cause, new(int)}
				})
				if err != nil || got != text(all) || len(f.asked) < 7 {
					t.Errorf("%d bytes, %v, asked %d times", len(got), err, len(f.asked))
				}
			})
		})
	}
}

func TestI2EmptyPages(t *testing.T) {
	all := some(250, ms, 10_000)
	f := &fake{groups: map[string][]event{"g": all}, blanks: true}
	if got, err := first(t, f, nil); err != nil || got != text(all) || len(f.asked) != 6 {
		t.Errorf("%d bytes, %v, asked %d times", len(got), err, len(f.asked))
	}
	f = &fake{groups: map[string][]event{"g": nil}, blanks: true}
	if got, err := first(t, f, nil); err != nil || got != "" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestI2TokenExpired(t *testing.T) {
	all := some(250, ms, 10_000)
	invalid := &failure{400, "InvalidParameterException", "The specified nextToken is invalid."}
	for name, c := range map[string]struct {
		expires func(n int, in filterInput) bool
		fails   bool
		calls   int
	}{
		"once":             {func(n int, _ filterInput) bool { return n == 2 }, false, 2 + 1 + 3},
		"twice":            {func(n int, _ filterInput) bool { return n == 2 || n == 4 }, false, 2 + 1 + 1 + 1 + 3},
		"always":           {func(_ int, in filterInput) bool { return in.NextToken == "200" }, true, 4 * 3},
		"without a token":  {func(int, filterInput) bool { return true }, true, 1},
		"the second token": {func(n int, in filterInput) bool { return n < 4 && in.NextToken == "100" }, false, 2 + 2 + 3},
	} {
		t.Run(name, func(t *testing.T) {
			f := &fake{groups: map[string][]event{"g": all}}
			o := list(t, client(t, f.options()), "cwl:g")[0]
			f.asked = nil
			f.before = func(n int, in filterInput) *failure {
				if c.expires(n, in) {
					return invalid
				}
				return nil
			}
			got, err := read(t, o)
			if c.fails {
				fails(t, err, flowlog.Unreadable, o.Name+": unreadable: InvalidParameterException: The specified nextToken is invalid.")
			} else if err != nil || got != text(all) {
				t.Errorf("%d bytes, %v", len(got), err)
			}
			if len(f.asked) != c.calls {
				t.Errorf("asked %d times, want %d", len(f.asked), c.calls)
			}
		})
	}
}

// TestI2SameToken sees that a service that leads nowhere is not followed for ever, and
// one that does so for a while is.
func TestI2SameToken(t *testing.T) {
	for times, want := range map[int]string{
		maxStuck - 1: "",
		maxStuck:     "o: unreadable: FilterLogEvents answers with the token it was asked with, 10 times",
	} {
		opts := (&fake{}).options()
		calls := 0
		opts.Config.HTTPClient = wire{http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if calls++; calls <= times+1 { // the first call has no token
				says(`{"events":[],"nextToken":"same"}`)(w, r)
			} else {
				says(`{"events":[{"eventId":"1","timestamp":`+fmt.Sprint(ms)+`,"message":"x"}]}`)(w, r)
			}
		})}
		got, err := io.ReadAll(client(t, opts).open(t.Context(), group{name: "g", region: "eu-west-1"}, span{ms, ms + 1}, "o"))
		if want != "" {
			fails(t, err, flowlog.Unreadable, want)
		} else if err != nil || string(got) != "x\n" {
			t.Errorf("%q, %v", got, err)
		}
		if calls > times+2 {
			t.Errorf("%d calls", calls)
		}
	}
}

// TestI3ManyStreams reads a group of 100,000 streams: what is asked and held grows with
// events, not with streams.
func TestI3ManyStreams(t *testing.T) {
	if testing.Short() {
		t.Skip("100,000 events")
	}
	all := some(100_000, ms, 36)
	for i := range all {
		all[i].stream = fmt.Sprintf("eni-%017x-all", i)
	}
	f := &fake{groups: map[string][]event{"g": all}, pageSize: 10_000}
	opts := f.options()
	o := list(t, client(t, opts), "cwl:g")[0]
	f.asked = nil
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	heap := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before, peak, n := heap(), int64(0), 0
	b := make([]byte, 1<<20)
	for {
		k, err := r.Read(b)
		n += k
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		peak = max(peak, heap()-before)
	}
	if n != len(text(all)) || len(f.asked) != 10 {
		t.Errorf("%d bytes, asked %d times", n, len(f.asked))
	}
	t.Logf("%d KB", peak>>10)
	if peak > 16<<20 {
		t.Errorf("%d MB held for 13 MB of lines", peak>>20)
	}
}

func TestI4Duplicates(t *testing.T) {
	all := some(250, ms, 10_000)
	f := &fake{groups: map[string][]event{"g": all}, overlap: 30, blanks: true}
	if got, err := first(t, f, nil); err != nil || got != text(all) {
		t.Errorf("%d bytes of %d, %v", len(got), len(text(all)), err)
	}
	// Equal lines are not equal events.
	twins := []event{{"a", ms, ms, "1", "x"}, {"a", ms, ms, "2", "x"}}
	f = &fake{groups: map[string][]event{"g": twins}}
	if got, err := first(t, f, nil); err != nil || got != "x\nx\n" {
		t.Errorf("%q, %v", got, err)
	}
	// Where they are forgotten, it is no loss as long as events come in order.
	f = &fake{groups: map[string][]event{"g": all}, overlap: 30}
	c := client(t, f.options())
	c.generation = 40
	o := list(t, c, "cwl:g")[0]
	if got, err := read(t, o); err != nil || got != text(all) {
		t.Errorf("%d bytes of %d, %v", len(got), len(text(all)), err)
	}
	// Where they do not, that is said.
	f.overlap = 99
	_, err := read(t, o)
	fails(t, err, flowlog.Unreadable, o.Name+": unreadable: "+errForgotten.Error())
}

func TestI5GroupDeleted(t *testing.T) {
	f := &fake{groups: map[string][]event{"g": some(250, ms, 10_000)}}
	objects := list(t, client(t, f.options()), "cwl:g")
	f.asked = nil
	f.before = func(n int, _ filterInput) *failure {
		if n == 1 {
			delete(f.groups, "g")
		}
		return nil
	}
	got, err := read(t, objects[0])
	fails(t, err, flowlog.Unreadable, objects[0].Name+": unreadable: the log group is not there: ResourceNotFoundException: The specified log group does not exist. (it was deleted, is called otherwise, or is in another region or account)")
	if strings.Count(got, "\n") != 100 || len(f.asked) != 2 {
		t.Errorf("%d lines, asked %d times", strings.Count(got, "\n"), len(f.asked))
	}
	// Made anew, it is read anew.
	f.groups["g"] = some(5, ms, 1000)
	if got, err := read(t, objects[0]); err != nil || got != text(some(5, ms, 1000)) {
		t.Errorf("%q, %v", got, err)
	}
}

func TestG2Denied(t *testing.T) {
	f := &fake{groups: map[string][]event{"g": nil}}
	o := list(t, client(t, f.options()), "cwl:g")[0]
	f.before = func(int, filterInput) *failure { return &failure{400, "AccessDeniedException", "no"} }
	_, err := read(t, o)
	fails(t, err, flowlog.AccessDenied, o.Name+": access_denied: AccessDeniedException: no (these credentials need logs:FilterLogEvents on the log group, and kms:Decrypt if it has a key of its own)")
}

// TestEdges sees that each event is in one hour, however the service takes EndTime.
func TestEdges(t *testing.T) {
	var all []event
	for i, at := range []int64{-1, 0, 1, 60*minute - 1, 60 * minute, 60*minute + 1, 120*minute - 1, 120 * minute} {
		all = append(all, event{"eni-1-all", ms + at, ms, fmt.Sprint(i), fmt.Sprint(at)})
	}
	for _, inclusive := range []bool{false, true} {
		f := &fake{groups: map[string][]event{"g": all}, inclusive: inclusive}
		opts := f.options()
		opts.Filter.Until = hourOf.Add(2 * time.Hour)
		var got []string
		for _, o := range list(t, client(t, opts), "cwl:g") {
			s, err := read(t, o)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, s)
		}
		if want := []string{"0\n1\n3599999\n", "3600000\n3600001\n7199999\n"}; !slices.Equal(got, want) {
			t.Errorf("EndTime inclusive %v: %q", inclusive, got)
		}
	}
}

func TestInterfaces(t *testing.T) {
	var all []event
	for i, stream := range []string{
		"eni-1234abcd-all", "eni-1234abcd-reject", "eni-1234abcd0123456789-all", "eni-2-accept", "eni-2", "eni-3-all", "other",
	} {
		all = append(all, event{stream, ms + int64(i), ms, fmt.Sprint(i), stream})
	}
	for _, c := range []struct {
		interfaces []string
		want       string
		prefixes   []string
	}{
		{nil, "eni-1234abcd-all eni-1234abcd-reject eni-1234abcd0123456789-all eni-2-accept eni-2 eni-3-all other ", []string{""}},
		{[]string{"eni-2", "eni-1234abcd", "eni-2"}, "eni-1234abcd-all eni-1234abcd-reject eni-2-accept eni-2 ", []string{"eni-1234abcd", "eni-2"}},
		{[]string{"eni-none"}, "", []string{"eni-none"}},
	} {
		f := &fake{groups: map[string][]event{"g": all}}
		got, err := first(t, f, func(o *Options) { o.Filter.Interfaces = c.interfaces })
		if got = strings.ReplaceAll(got, "\n", " "); err != nil || got != c.want {
			t.Errorf("%q: %q, %v", c.interfaces, got, err)
		}
		var prefixes []string
		for _, in := range f.asked {
			prefixes = append(prefixes, in.LogStreamNamePrefix)
			if len(in.LogStreamNames) > 0 {
				t.Error("streams are named, which fails for those that are not there")
			}
		}
		if !slices.Equal(prefixes, c.prefixes) {
			t.Errorf("%q: asked for %q", c.interfaces, prefixes)
		}
	}
}

// TestInterfacesForgotten reads an interface after another, of each more than is
// remembered: what was forgotten of one is none of the next one's.
func TestInterfacesForgotten(t *testing.T) {
	all := some(60, ms, 1000)
	f := &fake{groups: map[string][]event{"g": all}, overlap: 2, pageSize: 4}
	opts := f.options()
	for _, e := range all[:3] {
		opts.Filter.Interfaces = append(opts.Filter.Interfaces, strings.TrimSuffix(e.stream, "-all"))
	}
	c := client(t, opts)
	c.generation = 5
	if got, err := read(t, list(t, c, "cwl:g")[0]); err != nil || strings.Count(got, "\n") != len(all) {
		t.Errorf("%d lines, %v", strings.Count(got, "\n"), err)
	}
}

func TestMessages(t *testing.T) {
	var all []event
	var want string
	for i, c := range []struct{ message, want string }{
		{"a b", "a b\n"},
		{"ends in a newline\n", "ends in a newline\n"},
		{"two\nlines", "two\nlines\n"},
		{"", "\n"},
		{"\n", "\n"},
		{"a tab\t\x01 \"quoted\" \\ <&> \u2028 grüezi \U0001f511 \r", "a tab\t\x01 \"quoted\" \\ <&> \u2028 grüezi \U0001f511 \r\n"},
		{strings.Repeat("long ", 50_000), strings.Repeat("long ", 50_000) + "\n"},
	} {
		all = append(all, event{"s", ms + int64(i), ms, fmt.Sprint(i), c.message})
		want += c.want
	}
	f := &fake{groups: map[string][]event{"g": all}}
	if got, err := first(t, f, nil); err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
}

// TestOnce reads events at random times, given in pages of all sizes, some of them
// twice: in whatever hours they are asked for, each line comes once.
func TestOnce(t *testing.T) {
	for seed := range uint64(50) {
		draw := rand.New(rand.NewPCG(seed, 0))
		var all []event
		for i := range draw.IntN(400) {
			at := ms + draw.Int64N(5*60*minute) - 60*minute
			all = append(all, event{fmt.Sprintf("eni-%d-all", draw.IntN(5)), at, ms, fmt.Sprint(i), fmt.Sprintf("%d %d", i, at)})
		}
		f := &fake{
			groups: map[string][]event{"g": all}, pageSize: 1 + draw.IntN(50), overlap: draw.IntN(20),
			blanks: draw.IntN(2) == 0, inclusive: draw.IntN(2) == 0,
		}
		opts := f.options()
		since, until := ms+draw.Int64N(90*minute), ms+draw.Int64N(240*minute)
		opts.Filter.Since, opts.Filter.Until = time.UnixMilli(since), time.UnixMilli(until)
		if draw.IntN(2) == 0 { // all that is there, as interfaces
			opts.Filter.Interfaces = []string{"eni-0", "eni-1", "eni-2", "eni-3", "eni-4"}
		}
		if draw.IntN(2) == 0 {
			opts.Now = func() time.Time { return opts.Filter.Until }
		}
		var got, want []string
		for _, o := range list(t, client(t, opts), "cwl:g") {
			s, err := read(t, o)
			if err != nil {
				t.Fatal(seed, err)
			}
			got = append(got, strings.Split(strings.TrimSuffix(s, "\n"), "\n")...)
		}
		for _, e := range all {
			if e.at >= since && e.at < until {
				want = append(want, e.message)
			}
		}
		got = slices.DeleteFunc(got, func(s string) bool { return s == "" })
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("seed %d: %d lines, want %d", seed, len(got), len(want))
		}
	}
}

// TestNoIdentity reads events of which it could not be told whether they came twice.
func TestNoIdentity(t *testing.T) {
	opts := (&fake{}).options()
	for _, body := range []string{
		`{"events":[{"timestamp":` + fmt.Sprint(ms) + `,"message":"x"}]}`,
		`{"events":[{"eventId":"1","message":"x"}]}`,
	} {
		opts.Config.HTTPClient = wire{says(body)}
		_, err := io.ReadAll(client(t, opts).open(t.Context(), group{name: "g", region: "eu-west-1"}, span{ms, ms + 1}, "o"))
		fails(t, err, flowlog.Unreadable, "o: unreadable: an event without an id or a time")
	}
}

func TestClose(t *testing.T) {
	f := &fake{groups: map[string][]event{"g": some(250, ms, 10_000)}}
	o := list(t, client(t, f.options()), "cwl:g")[0]
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(r, make([]byte, 10)); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		if n, err := r.Read(make([]byte, 10)); n != 0 || err != fs.ErrClosed {
			t.Error(n, err)
		}
	}
}
