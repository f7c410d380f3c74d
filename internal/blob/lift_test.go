package blob

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
)

func TestLift(t *testing.T) {
	for _, c := range []struct {
		text        string
		begins      byte
		path        []string
		rest, value string // no value: all is rest
	}{
		{`{"a":{"b":{"c":[1,"}"]}},"d":2}`, '{', []string{"a", "b"}, `{"a":{"b":null},"d":2}`, `{"c":[1,"}"]}`},
		{" {\n \"x\" : [ {\"a\":1} ] , \"a\" :\t\"AA==\" } \n", '"', []string{"a"}, " {\n \"x\" : [ {\"a\":1} ] , \"a\" :\tnull } \n", `"AA=="`},
		{`{"\"a":"\\","a":"","b":true}`, '"', []string{"a"}, `{"\"a":"\\","a":null,"b":true}`, `""`},
		{`{"b":{"a":"x"},"a":"y"}`, '"', []string{"a"}, `{"b":{"a":"x"},"a":null}`, `"y"`},
		{`{"a":"x","a":"y"}`, '"', []string{"a"}, "", ""},
		{`{"a":{"b":"x"},"a":{}}`, '"', []string{"a", "b"}, "", ""},
		{`{"a":null}`, '"', []string{"a"}, "", ""},
		{`{"a":{}}`, '"', []string{"a"}, "", ""},
		{`{"a":"\u0041"}`, '"', []string{"a"}, "", ""},
		{`{"a":"x`, '"', []string{"a"}, "", ""},
		{`{"a":"x"`, '"', []string{"a"}, "", ""},
		{`{"a" "x"}`, '"', []string{"a"}, "", ""},
		{`{"a":`, '"', []string{"a"}, "", ""},
		{`[{"a":"x"}]`, '"', []string{"a"}, "", ""},
		{`null`, '"', []string{"a"}, "", ""},
		{``, '"', []string{"a"}, "", ""},
	} {
		rest, value := Lift([]byte(c.text), c.begins, c.path...)
		want := c.rest
		if c.value == "" {
			want = c.text
		}
		if string(rest) != want || string(value) != c.value || (value == nil) != (c.value == "") {
			t.Errorf("%s: %s and %s, want %s and %s", c.text, rest, value, want, c.value)
		}
	}
}

// Whatever is lifted out of a text and decoded by itself is what the text has there.
func FuzzLift(f *testing.F) {
	f.Add([]byte(`{"a":{"b":"x"},"c":[{"b":1},"}"],"b":"\""}`))
	f.Add([]byte(`{"a":{"b":{"a":{"b":"x"}}}}`))
	f.Add([]byte("{\"a\" : {\r\n\t\"b\" : \"\\\\\\\"\" } , \"b\":{}}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, begins := range []byte{'{', '"'} {
			rest, value := Lift(text, begins, "a", "b")
			if value == nil {
				if !bytes.Equal(rest, text) {
					t.Fatalf("%q becomes %q", text, rest)
				}
				continue
			}
			if len(rest)+len(value) != len(text)+len("null") || value[0] != begins {
				t.Fatalf("%q is parted into %q and %q", text, rest, value)
			}
			var whole, part map[string]any
			if json.Unmarshal(text, &whole) != nil {
				if json.Valid(rest) && json.Valid(value) {
					t.Fatalf("%q is no JSON, %q and %q are", text, rest, value)
				}
				continue
			}
			if err := json.Unmarshal(rest, &part); err != nil {
				t.Fatalf("%q is parted into %q: %v", text, rest, err)
			}
			var alone any
			if err := json.Unmarshal(value, &alone); err != nil {
				t.Fatalf("%q is parted into %q: %v", text, value, err)
			}
			part["a"].(map[string]any)["b"] = alone
			if !reflect.DeepEqual(part, whole) {
				t.Fatalf("%q: %v, want %v", text, part, whole)
			}
		}
	})
}
