package lab_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"math/rand/v2"
	"net/netip"
	"slices"
	"testing"
	"time"

	"davy/biflow"
	"davy/flowlog"
	"davy/lab"
)

// A pair is what a reader finds a pair by: the lower address comes first.
type pair struct {
	eni    string
	lo, hi netip.Addr
}

// sums are packets and bytes of the lower address, then of the higher one,
// packets and bytes besides TCP, and the union of all TCP flags.
type sums [7]uint64

// tabulate delivers a Config's objects to a reader, each content once, in an
// order that has nothing to do with time. The reader does not know the columns
// in hide.
func tabulate(t *testing.T, cfg lab.Config, hide ...string) (*biflow.Table, []lab.Label) {
	t.Helper()
	var bodies [][]byte
	seen := map[[sha256.Size]byte]bool{}
	labels, err := lab.Generate(context.Background(), cfg, func(o lab.Object) error {
		if sum := sha256.Sum256(o.Body); !seen[sum] {
			seen[sum] = true
			bodies = append(bodies, bytes.Clone(o.Body))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(bodies), func(i, j int) { bodies[i], bodies[j] = bodies[j], bodies[i] })
	var table biflow.Table
	for _, body := range bodies {
		for _, column := range hide {
			body = bytes.Replace(body, []byte(column), []byte("hidden-"+column), 1)
		}
		r, err := flowlog.NewReader(bytes.NewReader(body), flowlog.Options{Require: biflow.Needs})
		if err != nil {
			t.Fatal(err)
		}
		var rec flowlog.Record
		for err = r.Read(&rec); err == nil; err = r.Read(&rec) {
			table.Add(&rec)
		}
		if !errors.Is(err, io.EOF) || r.Stats().Bad() > 0 {
			t.Fatalf("%v, %d bad lines", err, r.Stats().Bad())
		}
	}
	return &table, labels
}

// read sums what tabulate reads by pair.
func read(t *testing.T, cfg lab.Config) (map[pair]sums, []lab.Label) {
	t.Helper()
	table, labels := tabulate(t, cfg)
	all := map[pair]sums{}
	for p := range table.Pairs() {
		var s sums
		for i := range p.Windows {
			w := &p.Windows[i]
			s[0], s[1] = s[0]+w.LocalPackets, s[1]+w.LocalBytes
			s[2], s[3] = s[2]+w.RemotePackets, s[3]+w.RemoteBytes
			s[6] |= uint64(w.TCPFlags)
		}
		s[4], s[5] = p.Other.Packets, p.Other.Bytes
		if p.Remote.Less(p.Local) {
			p.Local, p.Remote = p.Remote, p.Local
			s[0], s[1], s[2], s[3] = s[2], s[3], s[0], s[1]
		}
		all[pair{p.Interface, p.Local, p.Remote}] = s
	}
	return all, labels
}

// hard are faults far above what is realistic.
func hard() lab.Faults {
	return lab.Faults{Skew: 30, Split: 0.3, Late: 0.1, Duplicate: 0.2, Redeliver: 0.2}
}

// estate is a fleet with everything an interface can have.
func estate(format lab.Format, interval int) lab.Config {
	plan := lab.Plan{Seed: 4, ENIs: 24, Miners: 12, Varied: true, NAT: format == lab.FormatV5}
	plan.Mining = []string{"monero-plain", "monero-tls", "monero-socks", "monero-vpn"}
	for _, side := range []string{"proxy", "solo", "blocked"} {
		plan.Mining = append(plan.Mining, lab.MiningKinds(side)...)
	}
	plan.Evade = lab.Evasion{Padding: 0.2, Dilution: 0.3, Rotate: 3}
	return lab.Config{Seed: 4, Duration: 3 * time.Hour, Interval: interval, Format: format, Hosts: plan.Hosts()}
}

// A reader finds the same pairs with the same sums whatever happens to records
// and objects on the way, as long as none is lost, and a label for each.
func TestReaderGetsTheTruth(t *testing.T) {
	for _, format := range []lab.Format{lab.FormatDefault, lab.FormatV5} {
		for _, interval := range []int{60, 600} {
			clean := estate(format, interval)
			want, labels := read(t, clean)
			spoilt := clean
			spoilt.Faults = hard()
			spoilt.Delivery.Every = 300
			got, same := read(t, spoilt)
			if len(got) != len(want) || len(want) < 200 || len(same) != len(labels) {
				t.Errorf("%s, %d s: %d pairs and %d labels, want %d and %d", format, interval, len(got), len(same), len(want), len(labels))
			}
			for p, s := range want {
				if got[p] != s {
					t.Errorf("%s, %d s: %v: %v, want %v", format, interval, p, got[p], s)
				}
			}
			named := map[pair]bool{}
			for _, l := range labels {
				p := pair{l.Interface, l.Local, l.Remote}
				if l.Remote.Less(l.Local) {
					p.lo, p.hi = l.Remote, l.Local
				}
				if _, there := want[p]; !there || named[p] {
					t.Errorf("%s: label %+v: in the logs %v, labelled before %v", format, l, there, named[p])
				}
				named[p] = true
			}
			if len(named) != len(want) {
				t.Errorf("%s: %d labels for %d pairs", format, len(named), len(want))
			}
		}
	}
}

// What a NAT gateway's interface shows on its inside is what its clients send
// to public peers; on its outside, the same summed over clients.
func TestGatewayConserves(t *testing.T) {
	cfg := estate(lab.FormatV5, 600)
	all, labels := read(t, cfg)
	packets := func(l lab.Label) uint64 {
		p := pair{l.Interface, l.Local, l.Remote}
		if l.Remote.Less(l.Local) {
			p.lo, p.hi = l.Remote, l.Local
		}
		s := all[p]
		return s[0] + s[2] + s[4]
	}
	client := map[[2]netip.Addr]lab.Label{}
	for _, l := range labels {
		if l.Attrs.Via == "" {
			client[[2]netip.Addr{l.Local, l.Remote}] = l
		}
	}
	inside, outside := map[netip.Addr]uint64{}, map[netip.Addr]uint64{}
	mining := 0
	for _, l := range labels {
		if l.Attrs.Via != "nat" {
			continue
		}
		if l.Class == lab.Mining {
			mining++
		}
		c, behind := client[[2]netip.Addr{l.Local, l.Remote}]
		if !behind {
			outside[l.Remote] += packets(l)
			continue
		}
		inside[l.Remote] += packets(l)
		c.Attrs.Via = "nat"
		if c.Class != l.Class || c.Group != l.Group || c.Attrs != l.Attrs || packets(c) != packets(l) {
			t.Errorf("%+v with %d packets; at the client %+v with %d", l, packets(l), c, packets(c))
		}
	}
	if mining < 6 || len(inside) != len(outside) {
		t.Errorf("%d labels of mining, %d peers inside, %d outside", mining, len(inside), len(outside))
	}
	for peer, n := range inside {
		if outside[peer] != n {
			t.Errorf("%v: %d packets inside, %d outside", peer, n, outside[peer])
		}
	}
}

// A reader takes the same side for local as the simulator does: the client on a
// gateway's inside, the gateway on its outside, the pod on a node. Miners and
// gateways do without the columns that say so outright; an ordinary pair may be
// turned around where flow-direction is missing.
func TestReaderTakesTheSide(t *testing.T) {
	type sides struct {
		eni           string
		local, remote netip.Addr
	}
	cfg := estate(lab.FormatV5, 600)
	for _, hide := range [][]string{nil, {"instance-id"}, {"flow-direction"}, {"instance-id", "flow-direction"}} {
		table, labels := tabulate(t, cfg, hide...)
		found := map[sides]bool{}
		for p := range table.Pairs() {
			found[sides{p.Interface, p.Local, p.Remote}] = true
		}
		all, turned := map[string]int{}, map[string]int{} // by via and class
		for _, l := range labels {
			of := l.Attrs.Via + " " + l.Class
			all[of]++
			if !found[sides{l.Interface, l.Local, l.Remote}] {
				turned[of]++
			}
		}
		t.Logf("without %v turned around: %v of %v", hide, turned, all)
		if slices.Contains(hide, "flow-direction") {
			delete(turned, " "+lab.Benign)
		}
		if len(turned) > 0 || all["nat "+lab.Mining] < 6 || all["nat "+lab.Benign] < 50 {
			t.Fail()
		}
	}
}
