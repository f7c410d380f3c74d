package source

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"testing"

	"davy/flowlog"
)

// text returns n lines like those of a flow log.
func text(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, "2 123456789012 eni-%017x 10.0.%d.%d 192.0.2.7 %d 443 6 10 %d 1700000000 1700000060 ACCEPT OK\n",
			i%7, i%250, i%13, 1024+i*7919%60000, 400+i*31%9000)
	}
	return b.Bytes()
}

func zip(t testing.TB, b []byte) []byte {
	t.Helper()
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return z.Bytes()
}

// decode decodes all of r and checks what must hold for any input.
func decode(t testing.TB, r io.Reader, limits Limits) ([]byte, *Decoder, error) {
	t.Helper()
	return decodeBy(t, r, limits, true)
}

func decodeBy(t testing.TB, r io.Reader, limits Limits, alone bool) ([]byte, *Decoder, error) {
	t.Helper()
	d, err := Decode(r, limits, alone)
	if err != nil {
		reasonOf(t, err)
		return nil, nil, err
	}
	defer d.Close()
	got, err := io.ReadAll(d)
	if d.DecodedBytes != int64(len(got)) {
		t.Errorf("DecodedBytes is %d, not %d", d.DecodedBytes, len(got))
	}
	if want := (Content{int64(len(got)), maphash.Bytes(seed, got)}); err == nil && d.Content() != want {
		t.Errorf("content %+v, want %+v", d.Content(), want)
	}
	if err != nil {
		reasonOf(t, err)
	}
	return got, d, err
}

func reasonOf(t testing.TB, err error) flowlog.Reason {
	t.Helper()
	if err == nil {
		return ""
	}
	object, ok := errors.AsType[*flowlog.ObjectError](err)
	if !ok {
		t.Fatalf("%v (%T) is no *ObjectError", err, err)
	}
	return object.Reason
}
