package envelope

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"davy/flowlog"
)

// FuzzOpen compares with an oracle. Whatever comes in, any split of it gives the
// same, memory is bounded, and an error has a reason.
func FuzzOpen(f *testing.F) {
	for _, test := range append(kinds, jsonKinds...) {
		if len(test.text) < 1<<16 {
			f.Add([]byte(test.text), uint64(len(test.text)))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		limits := Limits{Bytes: 1 << 22, String: 1 << 12, Packed: 1 << 16}
		r := Open(bytes.NewReader(text), limits)
		out, err := io.ReadAll(r)
		bounded(t, r)

		pieces := Open(&chunks{text, rand.New(rand.NewPCG(seed, 1))}, limits)
		again, err2 := io.ReadAll(pieces)
		if !bytes.Equal(out, again) || reason(t, err) != reason(t, err2) || fmt.Sprint(err) != fmt.Sprint(err2) || r.Kind() != pieces.Kind() || r.Counts() != pieces.Counts() {
			t.Errorf("whole: %q %v %+v\npieces: %q %v %+v", out, err, r.Counts(), again, err2, pieces.Counts())
		}

		var o oracle
		oracleErr := o.read(string(text))
		switch {
		case err == nil && (oracleErr != nil || o.out.String() != string(out) || o.counts != r.Counts()):
			t.Errorf("got  %q %+v\nwant %q %+v, %v", out, r.Counts(), o.out.String(), o.counts, oracleErr)
		case err == nil && r.Kind() == Plain && !bytes.Equal(out, text):
			t.Errorf("plain text was changed: %q", out)
		}
		if r.Kind() == JSON {
			canonical(t, string(bytes.TrimPrefix(text, bom)))
		}
	})
}

// bounded sees that no more is held than the limits allow.
func bounded(t *testing.T, r *Reader) {
	if cap(r.out) > 2*(heldMost+enough) {
		t.Errorf("%d bytes of lines are held", cap(r.out))
	}
	if r.json == nil {
		return
	}
	if n := len(r.json.dec.UnreadBuffer()); n > 1<<16+1<<13 {
		t.Errorf("%d bytes of JSON are held", n)
	}
	if n := cap(r.json.stack); n > r.shared.limits.Depth {
		t.Errorf("a stack of %d", n)
	}
}

// reason returns that of an error, which must have one. It is "" for nil.
func reason(t *testing.T, err error) flowlog.Reason {
	if err == nil {
		return ""
	}
	var object *flowlog.ObjectError
	if !errors.As(err, &object) {
		t.Fatalf("%v (%T) is no *ObjectError", err, err)
	}
	known := []flowlog.Reason{flowlog.JSONShape, flowlog.Truncated, flowlog.Checksum, flowlog.Bomb}
	if !slices.Contains(known, object.Reason) || object.Detail == "" || !utf8.ValidString(object.Detail) {
		t.Errorf("%q: %q", object.Reason, object.Detail)
	}
	return object.Reason
}

// canonical writes the values of a text anew, with names sorted and none there
// twice. That must be read if the oracle reads it.
func canonical(t *testing.T, text string) {
	all, err := values(text)
	if err != nil || !utf8.ValidString(text) {
		return
	}
	var b bytes.Buffer
	for _, v := range all {
		if err := json.NewEncoder(&b).Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	var o oracle
	if o.json(b.String()) != nil {
		return
	}
	r := Open(&b, Limits{})
	out, err := io.ReadAll(r)
	if reason(t, err) == "" && (string(out) != o.out.String() || o.counts != r.Counts()) ||
		err != nil && (o.counts.Events > 0 || o.counts.Empty == 0) && !twice(all) {
		t.Errorf("got  %q %+v %v\nwant %q %+v", out, r.Counts(), err, o.out.String(), o.counts)
	}
}

func depth(v any) int {
	most := 0
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			most = max(most, depth(e))
		}
	case map[string]any:
		for _, e := range v {
			most = max(most, depth(e))
		}
	default:
		return 0
	}
	return most + 1
}

// twice tells whether an object has two names that are taken for the same, or may
// be refused before it is known for a control message.
func twice(v any) bool {
	switch v := v.(type) {
	case []any:
		return slices.ContainsFunc(v, twice)
	case map[string]any:
		for _, same := range [][2]string{{"message", "@message"}, {"records", "Records"}, {"data", "Data"}} {
			_, a := v[same[0]]
			if _, b := v[same[1]]; a && b {
				return true
			}
		}
		if v["messageType"] == "CONTROL_MESSAGE" {
			delete(v, "messageType")
			delete(v, "logEvents")
			return len(v) > 0 // which may stand in front of the type
		}
		for _, e := range v {
			if twice(e) {
				return true
			}
		}
	}
	return false
}

// chunks gives its text out in pieces of random size.
type chunks struct {
	text []byte
	rng  *rand.Rand
}

func (c *chunks) Read(p []byte) (int, error) {
	n := copy(p, c.text[:min(len(c.text), c.rng.IntN(1<<c.rng.IntN(12)))])
	c.text = c.text[n:]
	if len(c.text) == 0 && c.rng.IntN(2) == 0 {
		return n, io.EOF
	}
	return n, nil
}
