package trial

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAgree(t *testing.T) {
	davy := Witness{"davy", "davy 1", Said{"records": 10, "tcp_points": 4}}
	for name, c := range map[string]struct {
		others []Witness
		want   string // part of the error, "" for none
	}{
		"two engines":           {[]Witness{{"duckdb", "duckdb 1", Said{"records": 10, "tcp_points": 4, "accepted_points": 5}}}, ""},
		"three, piece by piece": {[]Witness{{"mawk", "mawk", Said{"records": 10}}, {"duckdb", "duckdb 2", Said{"tcp_points": 4}}}, ""},
		"one off":               {[]Witness{{"duckdb", "duckdb 1", Said{"records": 10, "tcp_points": 5}}}, "tcp_points: davy 1 counts 4, duckdb 1 counts 5"},
		"off where it need not be": {[]Witness{
			{"duckdb", "duckdb 1", Said{"records": 10, "tcp_points": 4, "accepted_points": 5}},
			{"pandas", "pandas", Said{"accepted_points": 6}},
		}, "accepted_points: duckdb 1 counts 5, pandas counts 6"},
		"alone":               {nil, "nobody checks records, tcp_points"},
		"one key alone":       {[]Witness{{"mawk", "mawk", Said{"records": 10}}}, "nobody checks tcp_points"},
		"only itself":         {[]Witness{{"davy", "davy 2", Said{"records": 10, "tcp_points": 4}}}, "nobody checks"},
		"itself, differently": {[]Witness{{"davy", "davy 2", Said{"records": 11}}}, "records: davy 1 counts 10, davy 2 counts 11"},
	} {
		err := Agree(append([]Witness{davy}, c.others...), "records", "tcp_points")
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// Data sets are compared each for itself.
func TestAgreeBySet(t *testing.T) {
	said := func(engine, data string, n int64) Command {
		return Command{Name: engine, Engine: engine, Data: data, Said: Said{"rows": n}}
	}
	set := Set{{Name: "a", Commands: []Command{said("davy", "1m", 1), said("davy", "10m", 2)}}, {Name: "b", Commands: []Command{said("mawk", "1m", 1), said("mawk", "10m", 2)}}}
	if err := set.Agree("rows"); err != nil {
		t.Error(err)
	}
	set[1].Commands[1].Said["rows"] = 3
	if err := set.Agree("rows"); err == nil || !strings.Contains(err.Error(), "10m") || !strings.Contains(err.Error(), "(b)") {
		t.Errorf("10m differs: %v", err)
	}
}

func TestReadSaid(t *testing.T) {
	const summary = `{"complete": true, "objects": {"found": 2}, "lines": 12, "header": 2, "ok": 8, "nodata": 1, "skipdata": SKIP,
		"rejected": {}, "bytes": 900, "packets": 30, "interfaces": 3, "pairs": 5, "windows": 6, "digest": "ab"}`
	for text, want := range map[string]Said{
		`{"rows":3,"bytes":18446744073}`:         {"rows": 3, "bytes": 18446744073},
		strings.Replace(summary, "SKIP", "0", 1): {"rows": 10, "interfaces": 3, "records": 8, "packets": 30, "bytes": 900, "all_pairs": 5, "tcp_points": 6},
		strings.Replace(summary, "SKIP", "1", 1): {"rows": 10, "interfaces": 3, "records": 8, "packets": 30, "bytes": 900, "all_pairs": 5},
	} {
		got, err := ReadSaid([]byte(text))
		if err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "{}", "null", "12 records", `{"rows":1.5}`, `{"rows":"3"}`, strings.Replace(strings.Replace(summary, "SKIP", "0", 1), "true", "false", 1)} {
		if got, err := ReadSaid([]byte(text)); err == nil {
			t.Errorf("%q was read as %v", text, got)
		}
	}
}

func TestWriteSaid(t *testing.T) {
	path := filepath.Join(t.TempDir(), "said.json")
	want := Said{"rows": 1 << 40, "bytes": 2}
	if err := WriteSaid(path, want); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := ReadSaid(text); err != nil || !maps.Equal(got, want) {
		t.Errorf("read %v, %v; want %v", got, err, want)
	}
}
