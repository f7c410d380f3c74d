package pipeline

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/internal/source"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// record is line i of a set, all different.
func record(i int) string {
	local, remote, sport, dport := "10.0.0.5", fmt.Sprintf("198.51.100.%d", i%7), 40000+i%3, 443
	if i%2 == 1 {
		local, remote, sport, dport = remote, local, dport, sport
	}
	return fmt.Sprintf("2 123456789012 eni-%017x %s %s %d %d 6 %d %d %d %d ACCEPT OK\n",
		0xabc+i%4, local, remote, sport, dport, 1+i%40, (1+i%40)*(40+i%1400), 1700000000+i*13, 1700000000+i*13+i%50)
}

// files writes named contents into a folder and finds them.
func files(t testing.TB, contents map[string][]byte) []source.Object {
	t.Helper()
	dir := t.TempDir()
	for name, b := range contents {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	found, err := source.Find([]string{dir}, source.Filter{})
	if err != nil || len(found.Skipped) > 0 {
		t.Fatal(err, found.Skipped)
	}
	return found.Objects
}

func packed(t testing.TB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func run1(t testing.TB, objects []source.Object, opts Options) *Result {
	t.Helper()
	res, err := Run(context.Background(), source.Listed(objects, nil), opts)
	if err != nil {
		t.Fatal(err)
	}
	conserved(t, res)
	return res
}

// conserved checks that no line and no byte is lost or counted twice.
func conserved(t testing.TB, res *Result) {
	t.Helper()
	s := &res.Stats
	if s.Lines != s.Header+s.OK+s.NoData+s.SkipData+s.Bad() {
		t.Fatalf("lines are lost: %+v", s)
	}
	got, want := res.Table.Totals(), biflow.Totals{Records: uint64(s.OK), Bytes: s.Bytes, Packets: s.Packets}
	if got.Add(res.Outside.Traffic); got != want {
		t.Fatalf("the table holds %+v, the reader accepted %+v", got, want)
	}
}

// The self-check sees a lost line, record, byte and packet.
func TestSelfCheckSeesLosses(t *testing.T) {
	objects := files(t, map[string][]byte{"x": []byte(header + record(1) + record(2) + "bad\n")})
	for name, lose := range map[string]func(*flowlog.Stats){
		"line": func(s *flowlog.Stats) { s.Lines++ }, "reason": func(s *flowlog.Stats) { s.Rejected[flowlog.FieldCount]-- },
		"byte": func(s *flowlog.Stats) { s.Bytes++ }, "packet": func(s *flowlog.Stats) { s.Packets-- },
		"record": func(s *flowlog.Stats) { s.OK++; s.Lines++ },
	} {
		res := run1(t, objects, Options{})
		if err := res.conserved(); err != nil {
			t.Fatal(err)
		}
		if lose(&res.Stats); res.conserved() == nil {
			t.Errorf("a lost %s goes unseen", name)
		}
	}
}

// F1: the same records in any order, any split into objects, packed or not, read by
// any number of workers: the same digest and the same counts.
func TestF1OrderSplitAndWorkersDoNotMatter(t *testing.T) {
	const n = 400
	lines := make([]string, n)
	for i := range lines {
		lines[i] = record(i)
	}
	whole := run1(t, files(t, map[string][]byte{"all.log": []byte(strings.Join(lines, ""))}), Options{})
	want, totals := biflow.Digest(whole.Table.Pairs()), whole.Table.Totals()
	if totals.Records != n {
		t.Fatalf("%d records read", totals.Records)
	}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		r.Shuffle(n, func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		contents := make(map[string][]byte)
		for from := 0; from < n; {
			to := min(n, from+1+r.IntN(n/4))
			text := strings.Join(lines[from:to], "")
			if r.IntN(2) == 0 {
				text = header + text
			}
			name := fmt.Sprintf("%d.log", len(contents))
			if r.IntN(2) == 0 {
				contents[name] = packed(t, text)
			} else {
				contents[name] = []byte(text)
			}
			from = to
		}
		res := run1(t, files(t, contents), Options{Workers: 1 + r.IntN(16)})
		if got := biflow.Digest(res.Table.Pairs()); got != want || res.Table.Totals() != totals {
			t.Fatalf("seed %d: digest %.12s from %d objects, want %.12s", seed, got, len(contents), want)
		}
		if res.Incomplete() {
			t.Fatalf("seed %d: %+v", seed, res.Objects)
		}
	}
}

// What is said of bad objects does not depend on the workers either.
func TestOutcomeDoesNotDependOnWorkers(t *testing.T) {
	good := header
	for i := range 500 {
		good += record(i)
	}
	zip := packed(t, good)
	objects := files(t, map[string][]byte{
		"a.log": []byte(good), "b.log.gz": zip, "c.log": zip[:len(zip)/2], "d.log": []byte("not a flow log\n"),
		"e.log": append(packed(t, header+record(501)), "garbage"...), "f.log": []byte(header + record(7) + "2 3 4\n" + record(8)),
	})
	var first *Result
	for _, workers := range []int{1, 2, 3, 8} {
		res := run1(t, objects, Options{Workers: workers})
		if first == nil {
			first = res
			if res.Objects.Read != 3 || len(res.Objects.Failed) != 2 || len(res.Objects.Duplicates) != 1 || len(res.Objects.Partial) != 1 {
				t.Fatalf("objects: %+v", res.Objects)
			}
			continue
		}
		if !reflect.DeepEqual(res.Stats, first.Stats) || !reflect.DeepEqual(res.Objects, first.Objects) {
			t.Errorf("%d workers say\n%+v, one says\n%+v", workers, res.Objects, first.Objects)
		}
		if biflow.Digest(res.Table.Pairs()) != biflow.Digest(first.Table.Pairs()) {
			t.Errorf("%d workers: another digest", workers)
		}
	}
}

// C1, C2: a truncated object counts for nothing and is named; with Salvage its
// whole lines count and it is called partial.
func TestC1TruncatedCountsForNothing(t *testing.T) {
	text := header
	for i := range 2000 {
		text += record(i)
	}
	zip := packed(t, text)
	good := []byte(header + record(9001))
	for cut := 1; cut < 50; cut += 6 {
		objects := files(t, map[string][]byte{"bad.log.gz": zip[:len(zip)*cut/50], "good.log": good})
		res := run1(t, objects, Options{})
		if res.Stats.OK != 1 || len(res.Objects.Failed) != 1 || res.Objects.Failed[0].Reason != flowlog.Truncated {
			t.Fatalf("cut at %d/50: %d records, failed %v", cut, res.Stats.OK, res.Objects.Failed)
		}
		if !strings.HasSuffix(res.Objects.Failed[0].Object, "bad.log.gz") || !res.Incomplete() {
			t.Fatalf("cut at %d/50: %+v", cut, res.Objects)
		}
	}
	res := run1(t, files(t, map[string][]byte{"bad.log.gz": zip[:len(zip)/2]}), Options{Salvage: true})
	if res.Stats.OK == 0 || res.Stats.OK >= 2000 || len(res.Objects.Partial) != 1 || !res.Incomplete() {
		t.Errorf("salvaged %d records, %+v", res.Stats.OK, res.Objects)
	}
}

// C4: flipped bits are caught, or leave the content as it was.
func TestC4FlippedBits(t *testing.T) {
	text := header
	for i := range 50 {
		text += record(i)
	}
	zip := packed(t, text)
	want := biflow.Digest(run1(t, files(t, map[string][]byte{"x": zip}), Options{}).Table.Pairs())
	r := rand.New(rand.NewPCG(4, 4))
	for range 200 {
		flipped := slices.Clone(zip)
		flipped[10+r.IntN(len(zip)-10)] ^= 1 << r.IntN(8)
		res := run1(t, files(t, map[string][]byte{"x": flipped}), Options{})
		if res.Incomplete() {
			if len(res.Objects.Failed) == 1 && res.Stats.OK != 0 {
				t.Fatalf("a failed object counts: %+v", res.Stats)
			}
			continue
		}
		if got := biflow.Digest(res.Table.Pairs()); got != want {
			t.Fatal("wrong data were accepted")
		}
	}
}

// C12: the same content counts once, packed or not, whatever its name. Equal
// lines inside one object are kept.
func TestC12SameContentCountsOnce(t *testing.T) {
	text := header + record(1) + record(1) + record(2)
	res := run1(t, files(t, map[string][]byte{
		"x.log": []byte(text), "x.log.gz": packed(t, text), "y.log": []byte(text),
		"empty1": nil, "empty2": nil, "head1": []byte(header), "head2": []byte(header),
	}), Options{Workers: 4})
	if res.Stats.OK != 3 || len(res.Objects.Duplicates) != 2 || res.Objects.Read != 5 || res.Incomplete() {
		t.Errorf("%d records, %+v", res.Stats.OK, res.Objects)
	}
}

// C22: what cannot be read is named; the rest counts.
func TestC22UnreadableObject(t *testing.T) {
	objects := files(t, map[string][]byte{"a": []byte(header + record(1)), "b": []byte(header + record(2))})
	if err := os.Remove(objects[0].Name); err != nil {
		t.Fatal(err)
	}
	res := run1(t, objects, Options{})
	if res.Stats.OK != 1 || len(res.Objects.Failed) != 1 || res.Objects.Failed[0].Reason != flowlog.Unreadable {
		t.Errorf("%+v", res.Objects)
	}
}

// D24: an object that is mostly bad counts for nothing; a few bad lines are left out.
func TestD24MostlyBad(t *testing.T) {
	text := header
	for i := range 200 {
		text += record(i)
		if i >= 50 {
			text += "x" + record(i) + "nonsense\n"
		}
	}
	res := run1(t, files(t, map[string][]byte{"bad": []byte(text), "good": []byte(header + record(1) + "nonsense\n")}), Options{})
	if res.Stats.OK != 1 || res.Stats.Bad() != 1 || len(res.Objects.Failed) != 1 || res.Objects.Failed[0].Reason != flowlog.MostlyBad {
		t.Errorf("%+v, failed %v", res.Stats, res.Objects.Failed)
	}
}

// Transit gateway records are recognised and counted, never a reason to call
// the object something else.
func TestTransitGatewayObject(t *testing.T) {
	text := "version resource-type account-id tgw-id tgw-attachment-id srcaddr dstaddr packets bytes start end log-status\n" +
		strings.Repeat("6 TransitGateway 123456789012 tgw-1 tgw-attach-1 10.0.0.1 10.0.0.2 1 40 1700000000 1700000060 OK\n", 300)
	res := run1(t, files(t, map[string][]byte{"tgw.log": []byte(text)}), Options{})
	if res.Stats.Rejected[flowlog.TransitGateway] != 300 || len(res.Objects.Failed) != 0 || !res.Incomplete() {
		t.Errorf("%+v, failed %v", res.Stats, res.Objects.Failed)
	}
}

// Records from before Options.Oldest are counted one by one: the object is
// sound, and its lines are conserved.
func TestOldObject(t *testing.T) {
	text := header
	for i := range 300 {
		text += record(i)
	}
	res := run1(t, files(t, map[string][]byte{"old.log": []byte(text)}), Options{Oldest: time.Unix(1800000000, 0)})
	if res.Stats.Rejected[flowlog.TooOld] != 300 || res.Stats.Lines != 301 || len(res.Objects.Failed) != 0 || !res.Incomplete() {
		t.Errorf("%+v, failed %v", res.Stats, res.Objects.Failed)
	}
}

func TestBadFormatIsAnError(t *testing.T) {
	_, err := Run(context.Background(), source.Listed(nil, nil), Options{Format: "${srcaddr"})
	var fe *flowlog.FormatError
	if !errors.As(err, &fe) {
		t.Errorf("error %v", err)
	}
}

// A cancelled run ends, leaves no goroutine and says why it ended.
func TestCancel(t *testing.T) {
	var b strings.Builder
	b.WriteString(header)
	for i := range 20000 {
		b.WriteString(record(i))
	}
	text := b.String()
	objects := files(t, map[string][]byte{"a": packed(t, text), "b": packed(t, text+record(1)), "c": packed(t, text+record(2))})
	before := runtime.NumGoroutine()
	cause := errors.New("enough")
	ctx, cancel := context.WithCancelCause(context.Background())
	seen := 0
	_, err := Run(ctx, source.Listed(objects, nil), Options{Inspect: func() (func(*flowlog.Record), func()) {
		return func(*flowlog.Record) {
			if seen++; seen == 100 {
				cancel(cause)
			}
		}, func() { t.Error("an object that was not read to its end counts") }
	}})
	if !errors.Is(err, cause) {
		t.Errorf("error %v", err)
	}
	// One that has said its last word may still be on its way out.
	after := runtime.NumGoroutine()
	for end := time.Now().Add(5 * time.Second); after > before && time.Now().Before(end); after = runtime.NumGoroutine() {
		time.Sleep(time.Millisecond)
	}
	if after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

func BenchmarkRun(b *testing.B) {
	const n = 50_000
	var text strings.Builder
	text.WriteString(header)
	for i := range n {
		text.WriteString(record(i))
	}
	for name, content := range map[string][]byte{"plain": []byte(text.String()), "gzip": packed(b, text.String())} {
		b.Run(name, func(b *testing.B) {
			objects := files(b, map[string][]byte{"x": content})
			b.SetBytes(int64(text.Len()))
			b.ReportAllocs()
			for b.Loop() {
				run1(b, objects, Options{Workers: 1})
			}
			b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "records/s")
		})
	}
}

// However little memory there is, and whatever goes to disk for it, all that is
// read is the same; and no file is left.
func TestMemoryDoesNotMatter(t *testing.T) {
	contents := make(map[string][]byte)
	for i := range 8 {
		text := header
		for j := range 2000 {
			text += record(i*2000 + j)
		}
		contents[fmt.Sprint(i, ".log")] = []byte(text)
	}
	objects := files(t, contents)
	want := run1(t, objects, Options{})
	for _, workers := range []int{1, 4} {
		dir := t.TempDir()
		res := run1(t, objects, Options{Workers: workers, Memory: 1, Dir: dir})
		if got, want := biflow.Digest(res.Table.Pairs()), biflow.Digest(want.Table.Pairs()); got != want {
			t.Errorf("%d workers: digest %.12s, want %.12s", workers, got, want)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%v, %v", left, err)
		}
		if err := cmp.Or(res.Table.Err(), res.Table.Close()); err != nil {
			t.Error(err)
		}
	}
	res, err := Run(context.Background(), source.Listed(objects, nil), Options{Memory: 1, Dir: filepath.Join(t.TempDir(), "missing")})
	if err == nil { // all of it was in logs
		biflow.Digest(res.Table.Pairs())
		err = res.Table.Err()
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a place on disk the error is %v", err)
	}
}
