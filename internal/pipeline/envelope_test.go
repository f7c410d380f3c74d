package pipeline

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"davy/biflow"
	"davy/flowlog"
	"davy/flowlog/envelope"
)

// subscription is the lines as CloudWatch Logs gives them to a subscriber.
func subscription(t *testing.T, lines []string) string {
	t.Helper()
	type event struct {
		ID        string `json:"id"`
		Timestamp int64  `json:"timestamp"`
		Message   string `json:"message"`
	}
	var events []event
	for i, line := range lines {
		events = append(events, event{fmt.Sprint(i), 1000 * midnight, line})
	}
	b, err := json.Marshal(map[string]any{"messageType": "DATA_MESSAGE", "logGroup": "g", "logStream": "s", "logEvents": events})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// E11: lines are the same records in whatever they are wrapped.
func TestE11Wrapped(t *testing.T) {
	var lines []string
	for i := range 400 {
		lines = append(lines, strings.TrimSuffix(record(i), "\n"))
	}
	plain := run1(t, files(t, map[string][]byte{"x": []byte(strings.Join(lines, "\n"))}), Options{})
	want := biflow.Digest(plain.Table.Pairs())
	one := subscription(t, lines[:200]) + subscription(t, lines[200:])
	control := `{"messageType":"CONTROL_MESSAGE","logEvents":[{"id":"","timestamp":1,"message":"CWL CONTROL MESSAGE: Checking health of destination Firehose."}]}`
	for name, c := range map[string]struct {
		text string
		want envelope.Counts
	}{
		"export":          {"2026-01-01T00:00:00.000Z " + strings.Join(lines, "\n2026-01-01T00:00:00.000Z ") + "\n", envelope.Counts{Events: 400}},
		"subscription":    {control + one, envelope.Counts{Envelopes: 2, Control: 1, Events: 400}},
		"kinesis":         {base64.StdEncoding.EncodeToString(packed(t, one)) + "\n", envelope.Counts{Envelopes: 3, Events: 400}},
		"glued":           {strings.Join(lines, ""), envelope.Counts{Events: 399}},
		"lines of JSON":   {`{"message":"` + strings.Join(lines, "\"}\n{\"message\":\"") + `"}`, envelope.Counts{Events: 400}},
		"gzip in members": {string(packed(t, subscription(t, lines[:200]))) + string(packed(t, subscription(t, lines[200:]))), envelope.Counts{Envelopes: 2, Events: 400}},
	} {
		t.Run(name, func(t *testing.T) {
			res := run1(t, files(t, map[string][]byte{"x": []byte(c.text)}), Options{Workers: 2})
			if got := biflow.Digest(res.Table.Pairs()); got != want || res.Incomplete() {
				t.Errorf("digest %.12s, want %.12s: %+v %+v", got, want, res.Objects, res.Stats)
			}
			if res.Unwrapped != c.want {
				t.Errorf("unwrapped %+v, want %+v", res.Unwrapped, c.want)
			}
		})
	}
}

// A wrapped object that is not whole counts for nothing, however late that shows.
func TestE11WrappedIsATransaction(t *testing.T) {
	text := subscription(t, []string{record(1), record(2), record(3)})
	zip := packed(t, text)
	late := bytes.Clone(zip)
	late[len(late)-5] ^= 1 // of the checksum
	var again bytes.Buffer
	z := gzip.NewWriter(&again)
	fmt.Fprint(z, base64.StdEncoding.EncodeToString(late))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		content []byte
		reason  flowlog.Reason
	}{
		"cut JSON":                {[]byte(text[:len(text)-1]), flowlog.Truncated},
		"JSON and more":           {[]byte(text + "}"), flowlog.JSONShape},
		"checksum of the gzip":    {late, flowlog.Checksum},
		"cut gzip":                {zip[:len(zip)-1], flowlog.Truncated},
		"checksum inside":         {again.Bytes(), flowlog.Checksum},
		"JSON of something else":  {[]byte(`{"Records":[{"eventName":"GetObject"}]}`), flowlog.JSONShape},
		"events without messages": {[]byte(`{"logEvents":[{"id":"1"}]}`), flowlog.JSONShape},
	} {
		res := run1(t, files(t, map[string][]byte{"x": c.content}), Options{})
		if len(res.Objects.Failed) != 1 || res.Objects.Failed[0].Reason != c.reason || res.Table.Totals().Records != 0 || !strings.HasSuffix(res.Objects.Failed[0].Object, "x") {
			t.Errorf("%s: %+v, want %s", name, res.Objects.Failed, c.reason)
		}
	}
}
