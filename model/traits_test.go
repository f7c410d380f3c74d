package model

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

func traitsOfAll(t testing.TB, samples []Sample) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTraits(&b, slices.Clone(samples), 2); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A model of files of traits is that of the samples themselves, by the byte.
func TestTraitsTeachTheSame(t *testing.T) {
	samples := twoSides()
	for i := range samples {
		samples[i].First, samples[i].Last, samples[i].Kind = int64(i), int64(i)+600, []string{"", "solo"}[i%2]
	}
	opts := Options{Policy: DefaultPolicy, Level: LevelCascade, Rounds: few, Workers: 2}
	want, _, err := Train(samples, opts)
	if err != nil {
		t.Fatal(err)
	}
	var read []Sample
	for _, some := range [][]Sample{samples[500:], samples[:500]} {
		slices.Reverse(some)
		file := traitsOfAll(t, some)
		slices.Reverse(some)
		if !bytes.Equal(file, traitsOfAll(t, some)) {
			t.Error("other bytes in another order")
		}
		back, err := ReadTraits(bytes.NewReader(file), "file")
		if err != nil || len(back) != len(some) {
			t.Fatalf("%d pairs of %d, %v", len(back), len(some), err)
		}
		read = append(read, back...)
	}
	got, _, err := Train(read, opts)
	if err != nil {
		t.Fatal(err)
	}
	if got.Digest() != want.Digest() {
		t.Error("another model")
	}
}

func TestReadTraitsRefuses(t *testing.T) {
	good := string(traitsOfAll(t, twoSides()[38:44]))
	if _, err := ReadTraits(strings.NewReader(good), "file"); err != nil {
		t.Fatal(err)
	}
	edit := func(old, to string) string {
		t.Helper()
		if !strings.Contains(good, old) {
			t.Fatalf("no %q", old)
		}
		return strings.Replace(good, old, to, 1)
	}
	over := func(field, to string) string {
		i := strings.Index(good, field) + len(field)
		return good[:i] + to + good[i+len(to):]
	}
	for _, c := range []struct{ name, file, says string }{
		{"empty", "", "file:1: not a file of traits"},
		{"not JSON", "version account-id\n", "file:1: not a file of traits"},
		{"cut in a line", good[:len(good)-40], "file:7: "},
		{"cut between lines", good[:strings.LastIndexByte(good[:len(good)-1], '\n')+1], "file:7: unexpected EOF"},
		{"too long", good + "{}\n", "file:8: more than the 6 pairs"},
		{"format", edit("davy-traits", "davy-model"), `file:1: format: "davy-model"`},
		{"version", edit(`"version":1`, `"version":9`), "file:1: version: 9"},
		{"window", edit(`"window_seconds":600`, `"window_seconds":300`), "file:1: window_seconds: 300"},
		{"pairs", edit(`"pairs":6`, `"pairs":-6`), "file:1: pairs: -6"},
		{"traits", edit(`"traits":["`, `"traits":["x`), "file:1: traits: not those"},
		{"attempts", edit(`"attempts":["`, `"attempts":["x`), "file:1: attempts: not those"},
		{"unknown field", edit(`"key"`, `"lock"`), `file:2: json: unknown field "lock"`},
		{"group", edit(`"mining":true,"group":"coin-a"`, `"mining":true,"group":""`), "group: a mining pair needs"},
		{"windows", edit(`"windows":12`, `"windows":-1`), "file:2: windows: -1"},
		{"digest", edit(`"digest":"`, `"digest":"0`), "file:2: digest: not a SHA-256"},
		{"not a count", over(`"points":"`, "AAAAAAAA+H8A"), "points: NaN is not a count"},
		{"half a row", edit(`"traffic":"`, `"traffic":"AAAA`), "traffic: ends within"},
		{"NaN", over(`"traffic":"`, "BgAAAAAAwH8A"), "traffic: a trait is NaN"},
		{"a row of so many", over(`"traffic":"`, "////"+"/wAA"), "traffic: a row of"},
	} {
		_, err := ReadTraits(strings.NewReader(c.file), "file")
		if wrong := (*TraitsError)(nil); !errors.As(err, &wrong) || !errors.Is(err, ErrRefused) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q", c.name, err, c.says)
		}
	}
	broken := errors.New("broken")
	if _, err := ReadTraits(io.MultiReader(strings.NewReader(good[:2000]), failing{broken}), "file"); !errors.Is(err, broken) || errors.Is(err, ErrRefused) {
		t.Errorf("%v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// What is read can be written and read again, and is the same.
func FuzzReadTraits(f *testing.F) {
	f.Add(traitsOfAll(f, []Sample{sampleOf(pairOf(1, 12, 150, 300, 20, false), "miner", "coin", true), sampleOf(pairOf(2, 6, 20, 1200, 9, true), "other", "", false)}))
	f.Add(traitsOfAll(f, nil))
	f.Fuzz(func(t *testing.T, file []byte) {
		samples, err := ReadTraits(bytes.NewReader(file), "file")
		if err != nil {
			if !errors.Is(err, ErrRefused) {
				t.Fatalf("not a refusal: %v", err)
			}
			return
		}
		again := traitsOfAll(t, samples)
		back, err := ReadTraits(bytes.NewReader(again), "file")
		if err != nil || !bytes.Equal(traitsOfAll(t, back), again) {
			t.Fatalf("read, written and read again: %v", err)
		}
	})
}
