package boost

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
)

// small are trees whose every byte a fuzzer can reach.
func small(t testing.TB) *Boosted {
	return bumps(60, 5, 1).train(t, nil, Options{Rounds: 2, Leaf: 10})
}

// wide has feature numbers of two bytes.
func wide(t testing.TB) *Boosted {
	return bumps(30, 200, 1).train(t, nil, Options{Rounds: 3, Leaf: 2, Depth: 3})
}

func headOf(b *Boosted) file {
	return file{Trees: b.Trees(), Features: b.dim, Nodes: b.Nodes(), Base: b.base}
}

// mustBeWhole checks trees that were loaded: walks end, margins are finite,
// explanations add up.
func mustBeWhole(t *testing.T, b *Boosted) {
	t.Helper()
	for _, v := range []float64{0, 1, -1e30, math.Inf(1), math.NaN()} {
		x := make([]float64, b.dim)
		for j := range x {
			x[j] = v
		}
		margin := b.Margin(x)
		if math.IsNaN(margin) || math.IsInf(margin, 0) {
			t.Fatalf("margin %v", margin)
		}
		size := math.Abs(float64(b.base)) // of what is summed
		for _, n := range b.nodes {
			size += 2 * math.Abs(float64(n.value))
		}
		base, parts := b.Explain(x)
		if got := base + total(parts); !(math.Abs(got-margin) <= 1e-12*size) {
			t.Fatalf("margin %v, explained %v", margin, got)
		}
	}
	if sum := total(b.Importance()); sum != 0 && !(math.Abs(sum-1) < 1e-9) {
		t.Fatalf("importance sums to %v", sum)
	}
	for _, root := range b.roots {
		if d := b.depth(root); d > MaxDepth {
			t.Fatalf("depth %d", d)
		}
	}
}

// FuzzUnmarshal: whatever the bytes, there is an error or there are trees that
// have margins and are written as the same bytes again.
func FuzzUnmarshal(f *testing.F) {
	f.Add(encoded(f, small(f)))
	f.Add(encoded(f, wide(f)))
	f.Add([]byte(`{"trees":1,"features":1,"nodes":1,"base":0.5,"data":"AAAAAAAAAAAA"}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b Boosted
		if err := b.UnmarshalJSON(data); err != nil {
			var bad *FormatError
			if !errors.As(err, &bad) || b.nodes != nil {
				t.Fatalf("%T %v, %d nodes", err, err, len(b.nodes))
			}
			return
		}
		mustBeWhole(t, &b)
		text := encoded(t, &b)
		var was, is file // the same but for white space, the order of names and how base is written
		if json.Unmarshal(data, &was) != nil || json.Unmarshal(text, &is) != nil || was != is {
			t.Fatalf("read %s, wrote %s", data, text)
		}
	})
}

// FuzzDecode is the same below JSON and base64, where a fuzzer gets further.
func FuzzDecode(f *testing.F) {
	for _, b := range []*Boosted{small(f), wide(f)} {
		h := headOf(b)
		f.Add(h.Trees, h.Features, h.Nodes, b.encode())
	}
	f.Add(1, 1, 1, make([]byte, 9))
	f.Fuzz(func(t *testing.T, trees, features, nodes int, data []byte) {
		head := file{Trees: trees, Features: features, Nodes: nodes}
		b, err := decode(head, data)
		if err != nil {
			var bad *FormatError
			if !errors.As(err, &bad) || b != nil {
				t.Fatalf("%T %v, %v", err, err, b)
			}
			return
		}
		mustBeWhole(t, b)
		if headOf(b) != head || !bytes.Equal(b.encode(), data) {
			t.Fatalf("read %+v %x, wrote %+v %x", head, data, headOf(b), b.encode())
		}
	})
}

// Each fault is named.
func TestDecodeRefused(t *testing.T) {
	const (
		one   = "0000803f"        // 1
		gain  = one               // all by the one feature
		cut   = "01" + one + one  // feature 0 at 1, worth 1
		leaf  = "00" + "000000c0" // -2
		whole = gain + cut + leaf + leaf
	)
	head := file{Trees: 1, Features: 1, Nodes: 3}
	for _, c := range []struct {
		name string
		edit func(*file)
		hex  string
		want string // "": none
	}{
		{"whole", nil, whole, ""},
		{"no trees", func(h *file) { h.Trees = 0 }, whole, "trees is 0, want 1 to 65536"},
		{"no features", func(h *file) { h.Features = 0 }, whole, "features is 0"},
		{"negative nodes", func(h *file) { h.Nodes = -1 }, whole, "nodes is -1"},
		{"more nodes than could be", func(h *file) { h.Nodes = 1 << 30 }, whole, "nodes is 1073741824, want 1 to 23"},
		{"even", func(h *file) { h.Nodes = 4 }, whole, "cannot have 4 nodes"},
		{"more nodes than bytes", func(h *file) { h.Nodes = 9 }, whole, "23 bytes of data, at least 65 needed"},
		{"more features than bytes", func(h *file) { h.Features = 9 }, whole, "23 bytes of data, at least 55 needed"},
		{"too few nodes", func(h *file) { h.Nodes = 1 }, whole, "node 1: only 1 were announced"},
		{"too many nodes", func(h *file) { h.Nodes = 5 }, whole + strings.Repeat("00", 14), "node 3: the trees end"},
		{"trailing", nil, whole + "00", "1 bytes follow"},
		{"gain negative", nil, "000080bf" + cut + leaf + leaf, "feature 0: share of the gain is -1"},
		{"gain NaN", nil, "0000c07f" + cut + leaf + leaf, "feature 0: share of the gain is NaN"},
		{"feature", nil, gain + "02" + one + one + leaf + leaf, "feature 1 of 1"},
		{"threshold", nil, gain + "01" + one + "0000c07f" + leaf + leaf, "threshold is NaN"},
		{"value", nil, gain + "01" + "000080ff" + one + leaf + leaf, "value is -Inf"},
		{"leaf", nil, gain + cut + leaf + "00" + "0000807f", "node 2: value is +Inf"},
		{"long number", nil, gain + "8100" + one + one + leaf + leaf, "longer than needed"},
		{"endless number", nil, gain + cut + leaf + "ffffffffff", "data ends"},
		{"short", nil, gain + cut + cut + "00", "data ends"},
		{"too deep", func(h *file) { h.Nodes = 2*256 + 1 }, gain + strings.Repeat(cut, 256) + strings.Repeat(leaf, 257), "node 256: more than 255 cuts"},
		{"as deep as may be", func(h *file) { h.Nodes = 2*255 + 1 }, gain + strings.Repeat(cut, 255) + strings.Repeat(leaf, 256), ""},
	} {
		h := head
		if c.edit != nil {
			c.edit(&h)
		}
		data, err := hex.DecodeString(c.hex)
		if err != nil {
			t.Fatal(err)
		}
		b, err := decode(h, data)
		if c.want == "" {
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			mustBeWhole(t, b)
			continue
		}
		var bad *FormatError
		if b != nil || !errors.As(err, &bad) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestUnmarshalRefused(t *testing.T) {
	good := string(encoded(t, small(t)))
	for _, c := range []struct{ name, text, want string }{
		{"null", "null", "trees is 0"},
		{"array", "[]", "JSON"},
		{"cut short", good[:len(good)-2], "JSON"},
		{"two", good + good, "something follows"},
		{"unknown name", strings.Replace(good, `"trees"`, `"wood"`, 1), "wood"},
		{"base too large", strings.Replace(good, `"base":`, `"base":1e39,"base":`, 1), "JSON"},
		{"not base64", strings.Replace(good, `"data":"`, `"data":"!`, 1), "data"},
		{"line break", strings.Replace(good, `"data":"`, `"data":"\n`, 1), "line breaks"},
	} {
		b := *small(t)
		was := b.nodes
		err := b.UnmarshalJSON([]byte(c.text))
		var bad *FormatError
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
		if &b.nodes[0] != &was[0] {
			t.Errorf("%s: the trees have changed", c.name)
		}
	}
	if text, err := new(Boosted).MarshalJSON(); err == nil {
		t.Errorf("no trees were written as %s", text)
	}
}
