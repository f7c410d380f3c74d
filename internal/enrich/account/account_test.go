package account

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"

	"davy/detect"
	"davy/internal/enrich"
)

func refreshed(t *testing.T, c *enrich.Cache, a *enrich.Account, all []detect.Finding, now time.Time) string {
	t.Helper()
	notes, err := c.Refresh(t.Context(), a, all, now)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(notes, "\n")
}

// fleet is one interface of every sort, with what its owner is in words.
func fleet(f *fake) (all []detect.Finding, owners []string) {
	add := func(owner, local string, i *xmlInterface) {
		all, owners = append(all, on(local, i.ID)...), append(owners, owner)
	}
	const web, node, branch = "i-0123456789abcdef0", "i-0fedcba9876543210", "i-0aaaaaaaaaaaaaaaa"
	f.instance(web, "running", xmlTag{"Name", "web-1"}, xmlTag{"team", "red"})
	f.instance(node, "running", xmlTag{"Name", "ng-1"}, xmlTag{"eks:cluster-name", "prod"})
	f.instance(branch, "stopped")
	f.gateways["nat-0123456789abcdef0"] = &xmlResource{Gateway: "nat-0123456789abcdef0", NATState: "available", Tags: []xmlTag{{"Name", "egress-1"}}}
	add("instance i-0123456789abcdef0 (web-1)", "10.0.0.1", f.add(eni(1), "interface", "Primary network interface", "10.0.0.1", web, xmlTag{"team", "blue"}, xmlTag{"cost", "7"}))
	add("instance i-0aaaaaaaaaaaaaaaa, stopped", "10.0.0.2", f.add(eni(2), "efa", "", "10.0.0.2", branch))
	add("NAT gateway nat-0123456789abcdef0 (egress-1)", "10.0.7.7", f.add(eni(3), "nat_gateway", "Interface for NAT Gateway nat-0123456789abcdef0", "10.0.0.3", ""))
	add("NAT gateway nat-0123456789abcdef1", "10.0.0.4", f.add(eni(4), "natGateway", "Interface for NAT Gateway nat-0123456789abcdef1", "10.0.0.4", ""))
	pods := f.add(eni(5), "interface", "aws-K8S-"+node, "10.0.1.1", node)
	pods.Addresses = append(pods.Addresses, xmlAddress{"10.0.1.2"}, xmlAddress{"10.0.1.2"}, xmlAddress{"no address"})
	pods.Prefixes, pods.Prefixes6 = []xmlPrefix{{"10.0.1.16/28"}, {"10.0.1.1/8"}}, []xmlPrefix6{{"2001:db8:0:0:1::/80"}}
	pods.V6 = []xmlAddress6{{"2001:db8::5"}}
	add("EKS node i-0fedcba9876543210 (ng-1)", "10.0.1.1", pods)
	add("EKS pod address on node i-0fedcba9876543210 (ng-1)", "10.0.1.2", pods)
	add("EKS pod address on node i-0fedcba9876543210 (ng-1)", "10.0.1.20", pods)
	add("EKS pod address on node i-0fedcba9876543210 (ng-1)", "2001:db8::1:0:0:9", pods)
	add("EKS node i-0fedcba9876543210 (ng-1), which does not have the address any more", "10.0.1.99", pods)
	first := f.add(eni(6), "interface", "", "10.0.1.3", node) // known by its instance's tags
	first.Addresses = append(first.Addresses, xmlAddress{"10.0.1.4"})
	add("EKS pod address on node i-0fedcba9876543210 (ng-1)", "10.0.1.4", first)
	add("EKS pod with an interface of its own (p)", "10.0.1.5", f.add(eni(7), "branch", "aws-k8s-branch-eni", "10.0.1.5", "", xmlTag{"Name", "p"}))
	add("application load balancer front", "10.0.2.1", f.add(eni(8), "interface", "ELB app/front/0123456789abcdef", "10.0.2.1", ""))
	add("network load balancer net-1", "10.0.2.2", f.add(eni(9), "network_load_balancer", "ELB net/net-1/0123456789abcdef", "10.0.2.2", ""))
	add("classic load balancer old", "10.0.2.3", f.add(eni(10), "interface", "ELB old", "10.0.2.3", ""))
	add("VPC endpoint vpce-0123456789abcdef0", "10.0.2.4", f.add(eni(11), "vpc_endpoint", "VPC Endpoint Interface vpce-0123456789abcdef0", "10.0.2.4", ""))
	add("Lambda, made for function pay-roll", "10.0.2.5", f.add(eni(12), "lambda", "AWS Lambda VPC ENI-pay-roll-01234567-89ab-cdef-0123-456789abcdef", "10.0.2.5", ""))
	add("ECS task of service api in cluster prod", "10.0.2.6", f.add(eni(13), "interface", "arn:aws:ecs:eu-central-1:123456789012:attachment/01234567", "10.0.2.6", "", xmlTag{"aws:ecs:clusterName", "prod"}, xmlTag{"aws:ecs:serviceName", "api"}))
	add("ECS task", "10.0.2.7", f.add(eni(14), "interface", "arn:aws:ecs:eu-central-1:123456789012:attachment/01234567", "10.0.2.7", ""))
	add("transit gateway attachment tgw-attach-0123456789abcdef0", "10.0.2.8", f.add(eni(15), "transit_gateway", "Network Interface for Transit Gateway Attachment tgw-attach-0123456789abcdef0", "10.0.2.8", ""))
	add("EKS control plane of cluster prod", "10.0.2.9", f.add(eni(16), "interface", "Amazon EKS prod", "10.0.2.9", ""))
	add("RDS", "10.0.3.1", f.add(eni(17), "interface", "RDSNetworkInterface", "10.0.3.1", ""))
	managed := f.add(eni(18), "quicksight", "made by something new", "10.0.3.2", "")
	managed.Managed = true
	add("a service of AWS: made by something new", "10.0.3.2", managed)
	add("interface of no instance (spare)", "10.0.3.3", f.add(eni(19), "interface", "spare", "10.0.3.3", ""))
	add("interface of no instance", "10.0.3.4", f.add(eni(20), "interface", "", "10.0.3.4", ""))
	return all, owners
}

// Every sort of interface has its owner in words, and nothing else of a finding
// changes: not its order, verdict, score or id.
func TestOwners(t *testing.T) {
	f := newFake(t)
	all, owners := fleet(f)
	before, _ := json.Marshal(all)
	c := enrich.NewCache()
	if notes := refreshed(t, c, f.at("eu-central-1"), all, day1); notes != "" {
		t.Errorf("notes: %s", notes)
	}
	if notes := c.Name(all); len(notes) != 0 {
		t.Errorf("notes: %q", notes)
	}
	for i := range all {
		if all[i].Names == nil || all[i].Names.Owner != owners[i] {
			t.Errorf("%s: %+v, want %s", all[i].Local, all[i].Names, owners[i])
		}
	}
	web, nat := all[0].Names, all[2].Names
	if web.InterfaceType != "interface" || web.Instance != "i-0123456789abcdef0" || !maps.Equal(web.Tags, map[string]string{"Name": "web-1", "team": "red", "cost": "7"}) {
		t.Errorf("%+v", web)
	}
	if nat.InterfaceType != "nat_gateway" || nat.Instance != "" || nat.Tags["Name"] != "egress-1" || all[3].Names.InterfaceType != "nat_gateway" {
		t.Errorf("%+v, %+v", nat, all[3].Names)
	}
	for i := range all {
		all[i].Names = nil
	}
	if after, _ := json.Marshal(all); !bytes.Equal(before, after) {
		t.Error("a name changed a finding")
	}
	for _, q := range f.asked {
		if q.action == "DescribeNetworkInterfaces" && len(q.ids) != 20 {
			t.Errorf("asked for %d interfaces, want each of the findings' once", len(q.ids))
		}
	}
}

// docs/iam/enrich.json allows what is called, and nothing more. That nothing else
// is called, the fake checks in every test.
func TestPolicyIsWhatIsCalled(t *testing.T) {
	f := newFake(t)
	all, _ := fleet(f)
	refreshed(t, enrich.NewCache(), f.at("eu-central-1"), all, day1)
	if want := slices.Sorted(slices.Values(f.policy)); !slices.Equal(f.actions(), want) {
		t.Errorf("called %q, the policy allows %q", f.actions(), want)
	}
}

// Many interfaces are asked for in batches, answers come in pages, and requests
// that AWS throttles are made again: each interface is named.
func TestBatchesPagesThrottling(t *testing.T) {
	f := newFake(t)
	f.pages = 60
	f.throttle = map[string]int{"DescribeNetworkInterfaces": 5, "DescribeInstances": attempts - 1}
	var ids []string
	for n := range 450 {
		instance := fmt.Sprintf("i-%017x", n)
		ids = append(ids, eni(n))
		f.add(eni(n), "interface", "", "10.0.0.1", instance)
		f.instance(instance, "running", xmlTag{"Name", fmt.Sprintf("m-%d", n)})
	}
	all := on("10.0.0.1", ids...)
	all = append(all, all...) // two findings of each
	c := enrich.NewCache()
	if notes := refreshed(t, c, f.at("eu-central-1"), all, day1); notes != "" {
		t.Errorf("notes: %s", notes)
	}
	c.Name(all)
	for i := range all {
		if want := fmt.Sprintf("instance i-%017x (m-%d)", i%450, i%450); all[i].Names.Owner != want {
			t.Fatalf("%d: %s, want %s", i, all[i].Names.Owner, want)
		}
	}
	// Each page of each batch was asked for, and no other. How often is the SDK's
	// affair: it also asks again where a connection breaks.
	pages := make(map[string]int)
	seen := make(map[string]bool)
	for _, q := range f.asked {
		if key := fmt.Sprint(q.action, q.ids[0], q.token); !seen[key] {
			seen[key] = true
			pages[q.action]++
		}
	}
	if want := 4 + 4 + 1; pages["DescribeNetworkInterfaces"] != want || pages["DescribeInstances"] != want {
		t.Errorf("%v pages, want %d of each", pages, want)
	}
	for action, left := range f.throttle {
		if left != 0 {
			t.Errorf("%s: %d refusals left", action, left)
		}
	}
}

// What the credentials may not ask is a note; the rest is named.
func TestDenied(t *testing.T) {
	for _, c := range []struct {
		action, code, owner, note string
	}{
		{"DescribeNetworkInterfaces", "UnauthorizedOperation", "", "names: these credentials may not call ec2:DescribeNetworkInterfaces in eu-central-1 (UnauthorizedOperation): some names are missing; docs/iam/enrich.json is a policy that allows it"},
		{"DescribeInstances", "UnauthorizedOperation", "instance i-0123456789abcdef0", "names: these credentials may not call ec2:DescribeInstances in eu-central-1 (UnauthorizedOperation): some names"},
		{"DescribeInstances", "InternalError", "instance i-0123456789abcdef0", "names: ec2:DescribeInstances failed in eu-central-1, some names are missing: InternalError: You are not"},
		{"DescribeNatGateways", "AuthFailure", "instance i-0123456789abcdef0 (web-1)", "names: these credentials may not call ec2:DescribeNatGateways in eu-central-1 (AuthFailure)"},
	} {
		f := newFake(t)
		all, _ := fleet(f)
		f.deny[c.action] = c.code
		cache := enrich.NewCache()
		notes := refreshed(t, cache, f.at("eu-central-1"), all, day1)
		if !strings.HasPrefix(notes, c.note) || len(notes) > 500 || strings.Contains(notes, "\n") {
			t.Errorf("%s: note %q", c.action, notes)
		}
		if cache.Name(all); (all[0].Names == nil) != (c.owner == "") || c.owner != "" && all[0].Names.Owner != c.owner {
			t.Errorf("%s: %+v, want %q", c.action, all[0].Names, c.owner)
		}
		// Once it is allowed, what is missing is asked for at once, not after a day.
		delete(f.deny, c.action)
		refreshed(t, cache, f.at("eu-central-1"), all, day1.Add(time.Minute))
		cache.Name(all)
		if all[0].Names.Owner != "instance i-0123456789abcdef0 (web-1)" || all[2].Names.Owner != "NAT gateway nat-0123456789abcdef0 (egress-1)" {
			t.Errorf("%s, then allowed: %s; %s", c.action, all[0].Names.Owner, all[2].Names.Owner)
		}
	}
}

// A name that is known stays where AWS stops answering, whatever fails.
func TestKnownNamesStay(t *testing.T) {
	for _, action := range []string{"DescribeNetworkInterfaces", "DescribeInstances", "DescribeNatGateways"} {
		f := newFake(t)
		all, owners := fleet(f)
		c := enrich.NewCache()
		refreshed(t, c, f.at("eu-central-1"), all, day1)
		f.throttle[action] = 1 << 30
		if notes := refreshed(t, c, f.at("eu-central-1"), all, day1.Add(48*time.Hour)); !strings.Contains(notes, action+" failed in eu-central-1, some names are missing: ") {
			t.Errorf("%s: notes %q", action, notes)
		}
		c.Name(all)
		for i := range all {
			if all[i].Names.Owner != owners[i] {
				t.Errorf("%s: %s, want %s", action, all[i].Names.Owner, owners[i])
			}
		}
	}
}

// AWS is asked again after a day. What it does not know any more keeps its name,
// with the day; what it knows again loses the mark.
func TestGone(t *testing.T) {
	f := newFake(t)
	f.add(eni(1), "interface", "", "10.0.0.1", "i-0123456789abcdef0")
	f.add(eni(2), "interface", "", "10.0.0.2", "i-0123456789abcdef1")
	f.instance("i-0123456789abcdef0", "running", xmlTag{"Name", "web-1"})
	f.instance("i-0123456789abcdef1", "running", xmlTag{"Name", "web-2"})
	all := on("10.0.0.1", eni(1), eni(2))
	c := enrich.NewCache()
	owner := func(at time.Time, region string) string {
		notes := refreshed(t, c, f.at(region), all, at)
		c.Name(all)
		return all[0].Names.Owner + ". " + notes
	}
	is := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	is(owner(day1, "eu-central-1"), "instance i-0123456789abcdef0 (web-1). ")
	gone := f.interfaces[eni(1)]
	delete(f.interfaces, eni(1))
	delete(f.instances, "i-0123456789abcdef0")
	asked := len(f.asked)
	is(owner(day1.Add(24*time.Hour-time.Second), "eu-central-1"), "instance i-0123456789abcdef0 (web-1). ")
	if len(f.asked) != asked {
		t.Error("asked again within a day")
	}
	is(owner(day1.Add(24*time.Hour), "eu-central-1"), "instance i-0123456789abcdef0 (web-1), gone since 2026-06-16. ")
	is(owner(day1.Add(72*time.Hour), "eu-central-1"), "instance i-0123456789abcdef0 (web-1), gone since 2026-06-16. ")
	f.interfaces[eni(1)] = gone
	is(owner(day1.Add(100*time.Hour), "eu-central-1"), "instance i-0123456789abcdef0. ") // its instance is not known
	// Another region, or another account, knows none of them: that is no sign that they are gone.
	const stays = "instance i-0123456789abcdef0. names: AWS does not know "
	second := f.interfaces[eni(2)]
	clear(f.interfaces)
	is(owner(day1.Add(200*time.Hour), "us-east-1"), stays+"2 interfaces in us-east-1 with these credentials: "+eni(1)+", "+eni(2))
	f.interfaces[eni(2)] = second
	second.Owner = "210987654321"
	is(owner(day1.Add(300*time.Hour), "eu-central-1"), stays+"1 interface in eu-central-1 with these credentials: "+eni(1))
	asked = len(f.asked)
	is(owner(day1.Add(-time.Hour), "eu-central-1"), stays+"1 interface in eu-central-1 with these credentials: "+eni(1))
	if len(f.asked) == asked {
		t.Error("a clock set back: not asked")
	}
}

// Ids that AWS does not give are never put into a filter, where '*' is any text.
func TestOddIDs(t *testing.T) {
	f := newFake(t)
	f.add(eni(1), "interface", "", "10.0.0.1", "")
	all := on("10.0.0.1", "eni-*", "eni-0?", "*", "", "gateway 1", eni(1)+"\n", eni(2), "eni-0123456789ABCDEF0")
	c := enrich.NewCache()
	notes := refreshed(t, c, f.at("eu-central-1"), all, day1)
	if want := "names: 7 interfaces with an id that is none of AWS: not asked for\nnames: AWS does not know 1 interface in eu-central-1 with these credentials: " + eni(2); notes != want {
		t.Errorf("notes\n%s\nwant\n%s", notes, want)
	}
	if len(f.asked) != 1 || !slices.Equal(f.asked[0].ids, []string{eni(2)}) || c.Len() != 0 {
		t.Errorf("%+v; %d interfaces", f.asked, c.Len())
	}
	if notes := c.Name(all); len(notes) != 1 || notes[0] != "names: 8 interfaces of findings without a name" || all[0].Names != nil {
		t.Errorf("%q, %+v", notes, all[0].Names)
	}
}

// A service that cannot be reached is a note.
func TestUnreachable(t *testing.T) {
	f := newFake(t)
	f.url = "http://127.0.0.1:1"
	notes := refreshed(t, enrich.NewCache(), f.at("eu-central-1"), on("10.0.0.1", eni(1)), day1)
	if !strings.HasPrefix(notes, "names: ec2:DescribeNetworkInterfaces failed in eu-central-1, some names are missing: ") || strings.Contains(notes, "\n") {
		t.Errorf("notes %q", notes)
	}
}

// stuck is a service that never answers.
type stuck struct{ api }

func (stuck) DescribeNetworkInterfaces(ctx context.Context, _ *ec2.DescribeNetworkInterfacesInput, _ ...func(*ec2.Options)) (*ec2.DescribeNetworkInterfacesOutput, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

// A service that never answers holds up a run for two minutes, and an interrupted
// run not at all.
func TestStuck(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begin := time.Now()
		notes, err := enrich.NewCache().Refresh(t.Context(), &enrich.Account{Asker: &asker{stuck{}}, Region: "eu-central-1"}, on("10.0.0.1", eni(1)), day1)
		if err != nil || len(notes) != 1 || !strings.Contains(notes[0], "deadline exceeded") || time.Since(begin) != timeout {
			t.Errorf("after %s: %q, %v", time.Since(begin), notes, err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		begin = time.Now()
		if _, err := enrich.NewCache().Refresh(ctx, &enrich.Account{Asker: &asker{stuck{}}}, on("10.0.0.1", eni(1)), day1); err == nil || time.Since(begin) != time.Second {
			t.Errorf("interrupted: %v after %s", err, time.Since(begin))
		}
	})
}
