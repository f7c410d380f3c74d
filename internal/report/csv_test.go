package report

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"davy/detect"
)

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, []detect.Finding{miner(), suspect(), named(), waved()}); err != nil {
		t.Fatal(err)
	}
	golden(t, "findings.golden.csv", b.Bytes())
	if n := strings.Count(b.String(), "\r\n"); n != 5 || strings.Count(b.String(), "\n") != n {
		t.Errorf("%d lines that end with CRLF, want 5", n)
	}
	b.Reset()
	if err := CSV(&b, nil); err != nil || b.String() != strings.Join(csvHeader, ",")+"\r\n" {
		t.Errorf("of nothing: %q, %v", b.String(), err)
	}
}

// cells reads the one row of text that CSV writes of a finding.
func cells(t *testing.T, write func(f detect.Finding) ([]byte, error), f detect.Finding) map[string]string {
	t.Helper()
	text, err := write(f)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 2 || len(rows[0]) != len(rows[1]) {
		t.Fatalf("%d rows, %v:\n%q", len(rows), err, text)
	}
	row := make(map[string]string)
	for i, name := range rows[0] {
		row[name] = rows[1][i]
	}
	return row
}

// Reliability M5: no cell of a hostile string starts a formula or holds a
// control character, whatever blanks are before it; other text stays as it is.
func TestCSVFormulas(t *testing.T) {
	write := func(f detect.Finding) ([]byte, error) {
		var b bytes.Buffer
		err := CSV(&b, []detect.Finding{f})
		return b.Bytes(), err
	}
	for _, s := range evil {
		for name, cell := range cells(t, write, hostile(s)) {
			if steers(cell) {
				t.Errorf("%q: %s is %q", s, name, cell)
			}
			if head := strings.TrimLeft(cell, " \t\r\n\u00a0"); strings.IndexAny(head, "=+-@＝＋－＠") == 0 {
				t.Errorf("%q: %s is the formula %q", s, name, cell)
			}
		}
	}
	for s, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@A": "'@A", "\t=1": `'\t=1`, "\tx": `'\tx`, "\rx": `'\rx`, "  =1": "'  =1", "\u00a0=1": `'` + "\u00a0=1",
		"\n=1": `'\n=1`, "＝1": "'＝1", "\ufeff=1": `'\ufeff=1`, "eni-0a": "eni-0a", "a=b": "a=b", "": "", "'=1": "'=1", "1-2": "1-2",
	} {
		if got := defuse(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// Raw cells are what they are: numbers of JSON Lines and CSV agree.
func TestRawCSV(t *testing.T) {
	write := func(f detect.Finding) ([]byte, error) {
		var b bytes.Buffer
		err := RawCSV(&b, []detect.Finding{f})
		return b.Bytes(), err
	}
	row := cells(t, write, hostile("=1+1"))
	for name, want := range map[string]string{"interface_id": "=1+1", "reason_1": "=1+1", "server_port": "3333", "score": "0.981", "first_window": "2025-03-03T00:00:00Z", "windows": "73"} {
		if row[name] != want {
			t.Errorf("%s is %q, want %q", name, row[name], want)
		}
	}
}
