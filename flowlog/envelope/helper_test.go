package envelope

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"davy/flowlog"
)

// record returns a made-up record of the default format.
func record(i int) string {
	return fmt.Sprintf("2 123456789012 eni-%017x 10.0.%d.%d 192.0.2.7 %d 443 6 %d %d %d %d ACCEPT OK",
		i%7, i>>8&0xff, i&0xff, 1024+i%60000, 1+i%90, 60*(1+i%90), 1700000000+i, 1700000060+i)
}

const (
	noData   = "2 unknown eni-0123456789abcdef0 - - - - - - - 1700000000 1700000060 - NODATA"
	skipData = "2 123456789012 eni-0123456789abcdef0 - - - - - - - 1700000000 1700000060 - SKIPDATA"

	// control is what CloudWatch Logs sends when a subscription is made.
	control = `{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"","subscriptionFilters":[],` +
		`"logEvents":[{"id":"","timestamp":1700000000000,"message":"CWL CONTROL MESSAGE: Checking health of destination Kinesis stream."}]}`
)

// recordsOf returns records with the numbers from up to below to.
func recordsOf(from, to int) []string {
	var s []string
	for i := from; i < to; i++ {
		s = append(s, record(i))
	}
	return s
}

// subscription returns an envelope as a subscription filter makes it.
func subscription(lines ...string) string {
	var b strings.Builder
	b.WriteString(`{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"/vpc/flow","logStream":"eni-0123456789abcdef0-all",` +
		`"subscriptionFilters":["all"],"logEvents":[`)
	for i, line := range lines {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"3560123456789012345678901234567890123456789012345%07d","timestamp":%d,"message":%s,"extractedFields":{"bytes":"1","dstaddr":null}}`,
			i, 1700000000000+i, quoted(line))
	}
	b.WriteString("]}")
	return b.String()
}

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	return string(b)
}

func zipped(text string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, text)
	z.Close()
	return b.Bytes()
}

func encoded(b []byte) string { return base64.StdEncoding.EncodeToString(b) }

func lined(s ...string) string { return strings.Join(s, "\n") + "\n" }

// unwrap reads all lines in a text. A *flowlog.ObjectError is returned, any other
// error fails the test.
func unwrap(t testing.TB, text io.Reader, limits Limits) (string, *Reader, *flowlog.ObjectError) {
	t.Helper()
	r := Open(text, limits)
	out, err := io.ReadAll(r)
	if err == nil {
		return string(out), r, nil
	}
	var object *flowlog.ObjectError
	if !errors.As(err, &object) {
		t.Fatalf("%v (%T) is no *ObjectError", err, err)
	}
	if n, again := r.Read(make([]byte, 1)); n != 0 || again != err {
		t.Errorf("the error does not repeat: %v, then %d, %v", err, n, again)
	}
	return string(out), r, object
}

// short is a text to be shown.
func short(s string) string {
	if len(s) > 200 {
		return s[:100] + " … " + s[len(s)-100:]
	}
	return s
}

// sharedData returns the path of test data kept beside the repository. Without it
// the test is skipped, or fails where DAVY_NO_SKIP=1 wants all tests run.
func sharedData(t testing.TB, elem ...string) string {
	t.Helper()
	path := filepath.Join(append([]string{"..", "..", "..", "shared", "data"}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("DAVY_NO_SKIP") == "1" {
			t.Fatal(err)
		}
		t.Skipf("test data is not here: %v", err)
	}
	return path
}
