package attribute

import (
	"bytes"
	"context"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	"davy/biflow"
	"davy/detect"
	"davy/lab"
)

// In a simulated fleet, half of it behind NAT gateways, every miner is one finding at
// its own interface, with what the gateways saw of it beside it. With vpc-id every leg
// finds its place; without, those that show one connection.
func TestFleetBehindGateways(t *testing.T) {
	plan := lab.Plan{Seed: 4, ENIs: 24, Miners: 16, Varied: true, NAT: true}
	plan.Mining = []string{"monero-plain", "monero-tls"}
	for _, side := range []string{"proxy", "solo", "blocked"} {
		plan.Mining = append(plan.Mining, lab.MiningKinds(side)...)
	}
	for _, interval := range []int{60, 600} {
		var text bytes.Buffer
		labels, err := lab.Generate(context.Background(), lab.Config{
			Seed: 4, Duration: 2 * time.Hour, Interval: interval, Format: lab.FormatV5, Hosts: plan.Hosts(),
		}, func(o lab.Object) error {
			text.Write(o.Body)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, column := range []string{"none", "vpc-id"} {
			t.Run(fmt.Sprint(interval, " s, without ", column), func(t *testing.T) {
				fleet(t, strings.ReplaceAll(text.String(), column, "hidden-"+column), labels, column == "none")
			})
		}
	}
}

func fleet(t *testing.T, text string, labels []lab.Label, all bool) {
	type pair struct {
		eni           string
		local, remote netip.Addr
	}
	truth := make(map[pair]lab.Label)
	ownOf := make(map[[2]netip.Addr]string) // the interface of a machine and its peer
	for _, l := range labels {
		if l.Class != lab.Mining {
			continue
		}
		truth[pair{l.Interface, l.Local, l.Remote}] = l
		if l.Attrs.Via == "" {
			ownOf[[2]netip.Addr{l.Local, l.Remote}] = l.Interface
		}
	}
	out := new(biflow.Table)
	parse(t, out, text)
	legs, findings := judged([]*biflow.Table{out}, func(f *detect.Finding) detect.Verdict {
		if _, ok := truth[pair{f.Interface, f.Local, f.Remote}]; ok {
			return detect.Mining
		}
		return detect.None
	})
	merged := legs.Merge(findings)
	whole(t, findings, merged)
	of := make(map[string]detect.Finding)
	for _, f := range findings {
		of[f.ID] = f
	}
	inner, outer, apart := 0, 0, 0
	for _, f := range merged {
		if truth[pair{f.Interface, f.Local, f.Remote}].Attrs.Via != "" {
			if apart++; f.SeenAt == "" {
				t.Errorf("%s %v is a gateway's, and does not say so", f.Interface, f.Local)
			}
		}
		for _, s := range f.AlsoOn {
			leg := of[s.ID]
			l := truth[pair{leg.Interface, leg.Local, leg.Remote}]
			switch {
			case l.Attrs.Via == "":
				t.Errorf("%s %v is a machine of its own, and not one with %s %v", leg.Interface, leg.Local, f.Interface, f.Local)
			case leg.Local == f.Local && leg.Remote == f.Remote && ownOf[[2]netip.Addr{f.Local, f.Remote}] == f.Interface && s.Role == "NAT gateway, inner side":
				inner++
			case leg.Remote == f.Remote && strings.HasPrefix(s.Role, "NAT gateway, outer side"):
				outer++
			default:
				t.Errorf("%s %v to %v is %q of %s %v to %v", leg.Interface, leg.Local, leg.Remote, s.Role, f.Interface, f.Local, f.Remote)
			}
		}
	}
	t.Logf("%d findings became %d: %d inner and %d outer sides of gateways joined, %d left", len(findings), len(merged), inner, outer, apart)
	if inner < 3 || outer < 8 || all && apart > 0 {
		t.Error("that is not what a fleet behind gateways gives")
	}
}
