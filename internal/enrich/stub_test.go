package enrich

import (
	"context"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	"davy/detect"
)

// A stub answers for what it holds. The account package has the service itself.
type stub struct {
	interfaces          map[string]*Interface
	instances, gateways map[string]*Resource
}

func newStub() *stub {
	return &stub{make(map[string]*Interface), make(map[string]*Resource), make(map[string]*Resource)}
}

func (s *stub) Interfaces(_ context.Context, ids []string) (found []*Interface, answered []string, err error) {
	for _, id := range ids {
		if i := s.interfaces[id]; i != nil {
			again := *i
			found = append(found, &again)
		}
	}
	return found, ids, nil
}

func (s *stub) Instances(_ context.Context, ids []string) (found []*Resource, answered []string, err error) {
	return pick(s.instances, ids), ids, nil
}

func (s *stub) Gateways(_ context.Context, ids []string) (found []*Resource, answered []string, err error) {
	return pick(s.gateways, ids), ids, nil
}

func pick(all map[string]*Resource, ids []string) (found []*Resource) {
	for _, id := range ids {
		if r := all[id]; r != nil {
			found = append(found, r)
		}
	}
	return found
}

func (s *stub) add(id, kind, description, address, instance string, tags map[string]string) *Interface {
	i := &Interface{ID: id, Account: "123456789012", Type: kind, Description: description, Addresses: []netip.Addr{netip.MustParseAddr(address)}, Tags: tags}
	if instance != "" {
		i.Instance = &Resource{ID: instance}
	}
	s.interfaces[id] = i
	return i
}

func refreshed(t *testing.T, c *Cache, a Asker, all []detect.Finding, now time.Time) string {
	t.Helper()
	notes, err := c.Refresh(t.Context(), &Account{Asker: a, Region: "eu-central-1"}, all, now)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(notes, "\n")
}

// fleet is an instance, another, a NAT gateway and a node with pods.
func fleet() (*stub, []detect.Finding) {
	s := newStub()
	s.add(eni(1), "interface", "Primary network interface", "10.0.0.1", "i-0123456789abcdef0", map[string]string{"team": "blue", "cost": "7"})
	s.add(eni(2), "interface", "", "10.0.0.2", "i-0123456789abcdef1", nil)
	s.add(eni(3), "nat_gateway", "Interface for NAT Gateway nat-0123456789abcdef0", "10.0.0.3", "", nil)
	node := s.add(eni(4), "interface", "aws-K8S-i-0fedcba9876543210", "10.0.1.1", "i-0fedcba9876543210", nil)
	node.Prefixes = []netip.Prefix{netip.MustParsePrefix("10.0.1.16/28")}
	s.instances["i-0123456789abcdef0"] = &Resource{"i-0123456789abcdef0", "running", map[string]string{"Name": "web-1", "team": "red"}}
	s.gateways["nat-0123456789abcdef0"] = &Resource{"nat-0123456789abcdef0", "available", map[string]string{"Name": "egress-1"}}
	all := on("10.0.0.1", eni(1), eni(2), eni(3), eni(4))
	all[3].Local = netip.MustParseAddr("10.0.1.20")
	return s, all
}

// eni is the n-th id of an interface.
func eni(n int) string { return fmt.Sprintf("eni-%017x", n) }

// on are findings on interfaces, of one local address.
func on(local string, ids ...string) (all []detect.Finding) {
	for i, id := range ids {
		all = append(all, detect.Finding{
			ID: fmt.Sprintf("%016x", i), Interface: id, Local: netip.MustParseAddr(local), Remote: netip.MustParseAddr("198.51.100.7"), ServerPort: 3333,
			Verdict: detect.Mining, Kind: "pool", Score: 0.9,
		})
	}
	return all
}

var day1 = time.Date(2026, 6, 15, 13, 45, 12, 345, time.UTC)
