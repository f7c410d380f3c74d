package lab

import (
	"reflect"
	"slices"
	"testing"
)

func TestPlan(t *testing.T) {
	p := Plan{Seed: 1, ENIs: 600, Miners: 60, Mining: Kinds(Mining), Varied: true, NAT: true}
	hosts := p.Hosts()
	seen := map[string]int{}
	dual, pods, behind := 0, 0, 0
	for i, h := range hosts {
		for _, k := range h.Kinds {
			if kinds[k] == nil {
				t.Fatalf("host %d runs %q", i, k)
			}
			seen[k]++
			if h.Gateway > 0 && slices.Contains(strangers, k) {
				t.Errorf("host %d: %s behind a gateway", i, k)
			}
		}
		mines := slices.ContainsFunc(h.Kinds, func(k string) bool { return kinds[k].class == Mining })
		if mines != (i < 60) {
			t.Errorf("host %d mines: %v", i, mines)
		}
		if h.IPv6 {
			dual++
		}
		if h.Pods > 0 {
			pods++
		}
		if h.Gateway > 0 {
			behind++
		}
	}
	for _, class := range []string{Mining, Benign} {
		for _, k := range Kinds(class) {
			if seen[k] == 0 {
				t.Errorf("no interface runs %s", k)
			}
		}
	}
	if dual < 90 || dual > 210 || pods < 50 || pods > 170 || behind < 300 || behind > 550 {
		t.Errorf("%d dual-stack, %d with pods, %d behind gateways", dual, pods, behind)
	}
	p.ENIs = 100
	if !reflect.DeepEqual(p.Hosts(), hosts[:100]) {
		t.Error("hosts depend on how many there are")
	}
}

func TestPlanOfKinds(t *testing.T) {
	hosts := Plan{ENIs: 5, Kinds: []string{"dns", "monero-tls"}}.Hosts()
	want := []string{"dns", "monero-tls", "dns", "monero-tls", "dns"}
	for i, h := range hosts {
		if !slices.Equal(h.Kinds, want[i:i+1]) {
			t.Errorf("host %d runs %v", i, h.Kinds)
		}
	}
}

// Interfaces of one role have private peers in common, others do not.
func TestSharedPeers(t *testing.T) {
	databases := func(peers string) map[string]bool {
		found := map[string]bool{}
		for i := range 20 {
			s := bench()
			s.dice = roll(uint64(i))
			s.host.peers = peers
			s.label = &Label{Group: "db-pool"}
			found[s.private().String()] = true
		}
		return found
	}
	a, b, alone := databases("web server 0"), databases("database 0"), databases("")
	if len(a) > 4 || len(b) > 4 || len(alone) < 19 {
		t.Errorf("%d and %d peers shared, %d not", len(a), len(b), len(alone))
	}
	for addr := range a {
		if b[addr] {
			t.Errorf("%s in both roles", addr)
		}
	}
}
