package boost

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// What is loaded is what was trained, to the last bit.
func TestRoundTrip(t *testing.T) {
	for _, p := range []points{bumps(500, 5, 1), bumps(3000, 25, 2), bumps(300, 200, 3)} {
		b := p.train(t, nil, Options{Rounds: 100, Leaf: 2})
		text := encoded(t, b)
		var c Boosted
		if err := json.Unmarshal(text, &c); err != nil {
			t.Fatal(err)
		}
		if fmt.Sprintf("%+v", b) != fmt.Sprintf("%+v", &c) { // NaN is NaN here
			t.Error("what was loaded is not what was trained")
		}
		if !bytes.Equal(text, encoded(t, &c)) {
			t.Error("other bytes the second time")
		}
	}
}

// The trees are a function of sample and options, not of workers.
func TestWorkers(t *testing.T) {
	p := bumps(1000, 10, 1)
	one := encoded(t, p.train(t, nil, Options{Rounds: 30}))
	for _, workers := range []int{1, 2, 7, 2000} {
		if !bytes.Equal(one, encoded(t, p.train(t, nil, Options{Rounds: 30, Workers: workers}))) {
			t.Errorf("%d workers grow other trees", workers)
		}
	}
	if bytes.Equal(one, encoded(t, p.train(t, nil, Options{Rounds: 30, Seed: 1}))) {
		t.Error("another seed grows the same trees")
	}
}

// The same bytes on every processor: run it with GOARCH=386 too. Points and
// weights are made of integers, so that no library function has a say.
func TestDigest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	p := points{dim: 6}
	var weight []float64
	for range 1000 {
		k := int(r.Uint64() >> 63)
		for j := range p.dim {
			p.x = append(p.x, float64(r.Uint64()>>44+uint64(j*k)<<17)/3)
		}
		p.positive = append(p.positive, k == 1)
		weight = append(weight, float64(1+r.Uint64()>>60)/7)
	}
	b := p.train(t, weight, Options{Rounds: 50, Bins: 100})
	imp, err := json.Marshal(b.Importance())
	if err != nil {
		t.Fatal(err)
	}
	const want = "c6a85009d4b18a2a3dfd3a13f4dc5340def0647a83144fa8447e0a0afb32bac5"
	if got := fmt.Sprintf("%x", sha256.Sum256(append(encoded(t, b), imp...))); got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
}
