package flowlog

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	header   = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"
	good     = "2 123456789012 eni-0123456789abcdef0 10.0.0.5 192.0.2.7 41000 443 6 10 1200 1700000000 1700000060 ACCEPT OK"
	noData   = "2 123456789012 eni-0123456789abcdef0 - - - - - - - 1700000000 1700000060 - NODATA"
	skipData = "2 123456789012 eni-0123456789abcdef0 - - - - - - - 1700000000 1700000060 - SKIPDATA"
	tgwLine  = "6 TransitGateway 123456789012 tgw-0123456789abcdef0 tgw-attach-0123456789abcdef0 123456789012"
)

// with returns good with fields replaced, as "bytes=12".
func with(changes ...string) string {
	fields := strings.Fields(good)
	for _, change := range changes {
		name, value, _ := strings.Cut(change, "=")
		f := FieldNamed(name)
		if f < Version || f > LogStatus {
			panic(change)
		}
		fields[f-Version] = value
	}
	return strings.Join(fields, " ")
}

func lined(s ...string) string { return strings.Join(s, "\n") + "\n" }

// outcome is what reading an object came to, short enough to compare.
func outcome(s *Stats) string {
	var b strings.Builder
	fmt.Fprintf(&b, "header=%d ok=%d nodata=%d skipdata=%d", s.Header, s.OK, s.NoData, s.SkipData)
	for _, r := range sortedReasons(s) {
		fmt.Fprintf(&b, " %s=%d", r, s.Rejected[r])
	}
	return b.String()
}

func sortedReasons(s *Stats) []Reason {
	var out []Reason
	for r := range s.Rejected {
		i := 0
		for i < len(out) && out[i] < r {
			i++
		}
		out = append(out[:i], append([]Reason{r}, out[i:]...)...)
	}
	return out
}

// readAll reads an object to its end. The error is nil for io.EOF.
func readAll(t testing.TB, r io.Reader, opts Options, each func(*Record)) (*Stats, error) {
	t.Helper()
	rd, err := NewReader(r, opts)
	if err != nil {
		t.Fatal(err)
	}
	var rec Record
	for {
		err := rd.Read(&rec)
		conserved(t, rd.Stats())
		if err != nil {
			if again := rd.Read(&rec); again != err {
				t.Errorf("the error does not repeat: %v, then %v", err, again)
			}
			if err == io.EOF {
				err = nil
			}
			return rd.Stats(), err
		}
		if each != nil {
			each(&rec)
		}
	}
}

func conserved(t testing.TB, s *Stats) {
	t.Helper()
	if s.Lines != s.Header+s.OK+s.NoData+s.SkipData+s.Bad() {
		t.Fatalf("lines are lost: %+v", *s)
	}
}

// reasonOf returns the reason of an *ObjectError, "" for nil.
func reasonOf(t testing.TB, err error) Reason {
	t.Helper()
	if err == nil {
		return ""
	}
	var object *ObjectError
	if !errors.As(err, &object) {
		t.Fatalf("%v (%T) is no *ObjectError", err, err)
	}
	return object.Reason
}

// shared returns the path of test data kept beside the repository. Without it
// the test is skipped, or fails where DAVY_NO_SKIP=1 wants all tests run.
func shared(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "shared", "data"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal(err)
		}
		t.Skipf("test data is not here: %v", err)
	}
	return path
}
