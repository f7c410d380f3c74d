package attribute

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"davy/biflow"
	"davy/detect"
	"davy/flowlog"
)

const header = "interface-id instance-id vpc-id srcaddr dstaddr pkt-srcaddr pkt-dstaddr srcport dstport " +
	"protocol packets bytes start end action log-status"

// Interfaces of these tests.
const (
	own     = "eni-0aaaaaaa" // the machine's
	gateway = "eni-0bbbbbbb"
	transit = "eni-0ccccccc"
	peer    = "eni-0ddddddd"
)

// table reads rows, which have all columns up to the ports, for an hour: each is a
// record of every ten minutes. Columns in hide are called something that no reader knows.
func table(t testing.TB, hide []string, rows ...string) *biflow.Table {
	t.Helper()
	names := header
	for _, column := range hide {
		names = strings.Replace(names, column, "hidden-"+column, 1)
	}
	text := names + "\n"
	for i, row := range rows {
		for at := 600; at < 4200; at += 600 {
			text += fmt.Sprintf("%s 6 %d %d %d %d ACCEPT OK\n", row, i+1, 100*(i+1), at, at+500)
		}
	}
	out := new(biflow.Table)
	parse(t, out, text)
	return out
}

// parse reads records, all of which must be good.
func parse(t testing.TB, table *biflow.Table, text string) {
	t.Helper()
	rd, err := flowlog.NewReader(strings.NewReader(text), flowlog.Options{Require: biflow.Needs})
	if err != nil {
		t.Fatal(err)
	}
	var rec flowlog.Record
	for {
		switch err := rd.Read(&rec); {
		case err == io.EOF:
			if rd.Stats().Bad() > 0 {
				t.Fatal(rd.Stats().Samples)
			}
			return
		case err != nil:
			t.Fatal(err)
		}
		table.Add(&rec)
	}
}

// judged makes a finding of every pair. Those that are ordinary are seen, but not among
// the findings.
func judged(tables []*biflow.Table, verdict func(*detect.Finding) detect.Verdict) (*Legs, []detect.Finding) {
	legs := new(Legs)
	var out []detect.Finding
	for _, table := range tables {
		for p := range table.Pairs() {
			if len(p.Windows) == 0 {
				continue
			}
			f := detect.Finding{
				Interface: p.Interface, Local: p.Local, Remote: p.Remote, VPC: p.Owner.VPC, Instance: p.Owner.Instance,
				First: p.Windows[0].Start, Last: p.Windows[len(p.Windows)-1].Start, Windows: len(p.Windows),
				ServerPort: p.Windows[0].ServerPort, Score: 0.9, Clue: p.Clue,
			}
			f.ID = fmt.Sprint(f.Interface, " ", f.Local, " ", f.Remote, " ", f.First)
			f.Verdict = verdict(&f)
			found := f.Verdict != detect.None
			legs.See(p, &f, found)
			if found {
				out = append(out, f)
			}
		}
	}
	return legs, out
}

func mining(*detect.Finding) detect.Verdict { return detect.Mining }

// told is what findings say, a line each.
func told(findings []detect.Finding) (lines []string) {
	for _, f := range findings {
		text := fmt.Sprint(f.Interface, ": ", f.Local, " to ", f.Remote)
		if f.SeenAt != "" {
			text += ", seen at " + f.SeenAt
		}
		if f.Behind != "" {
			text += ", behind " + f.Behind
		}
		for _, s := range f.AlsoOn {
			text += fmt.Sprint("; ", s.Interface, " (", s.Role, ")")
		}
		lines = append(lines, text)
	}
	slices.Sort(lines)
	return lines
}

// Rows in the form of AWS's examples "Traffic through a NAT gateway" and "Traffic
// through a transit gateway" (Flow log record examples, Amazon VPC User Guide), with
// the machine's own beside them.
var (
	ownRows = []string{
		own + " i-01234567890123456 vpc-a 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333",
		own + " i-01234567890123456 vpc-a 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5 3333 40000",
	}
	podRows = []string{ // the same machine as a pod: its node shows its own address
		own + " i-01234567890123456 vpc-a 10.0.1.2 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333",
		own + " i-01234567890123456 vpc-a 203.0.113.5 10.0.1.2 203.0.113.5 10.0.1.5 3333 40000",
	}
	innerRows = []string{
		gateway + " - vpc-a 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5 40000 3333",
		gateway + " - vpc-a 10.0.0.220 10.0.1.5 203.0.113.5 10.0.1.5 3333 40000",
	}
	outerRows = []string{
		gateway + " - vpc-a 10.0.0.220 203.0.113.5 10.0.0.220 203.0.113.5 5000 3333",
		gateway + " - vpc-a 203.0.113.5 10.0.0.220 203.0.113.5 10.0.0.220 3333 5000",
	}
	natRows     = slices.Concat(innerRows, outerRows)
	transitRows = []string{ // of another network, on the way to the Internet
		transit + " - vpc-e 10.40.1.175 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333",
		transit + " - vpc-e 203.0.113.5 10.40.1.175 203.0.113.5 10.0.1.5 3333 40000",
	}
	// A miner and a pool in networks that a transit gateway connects.
	crossOwn = []string{
		own + " i-01234567890123456 vpc-a 10.20.33.164 10.40.2.236 10.20.33.164 10.40.2.236 39812 3333",
		own + " i-01234567890123456 vpc-a 10.40.2.236 10.20.33.164 10.40.2.236 10.20.33.164 3333 39812",
	}
	crossIn = []string{
		transit + " - vpc-b 10.40.1.175 10.40.2.236 10.20.33.164 10.40.2.236 39812 3333",
		transit + " - vpc-b 10.40.2.236 10.40.2.31 10.40.2.236 10.20.33.164 3333 39812",
	}
	crossPeer = []string{
		peer + " i-11111111111111111 vpc-b 10.20.33.164 10.40.2.236 10.20.33.164 10.40.2.236 39812 3333",
		peer + " i-11111111111111111 vpc-b 10.40.2.236 10.20.33.164 10.40.2.236 10.20.33.164 3333 39812",
		peer + " i-11111111111111111 vpc-b 10.40.2.236 198.51.100.9 10.40.2.236 198.51.100.9 55555 443", // what it does besides
	}
)

func replaced(rows []string, pairs ...string) []string {
	out := slices.Clone(rows)
	for i := range out {
		out[i] = strings.NewReplacer(pairs...).Replace(out[i])
	}
	return out
}

// The table of the package comment.
func TestWhoseItIs(t *testing.T) {
	const machine = own + ": 10.0.1.5 to 203.0.113.5"
	second := replaced(innerRows, "10.0.1.5", "10.0.1.9", "40000", "41000")
	busy := replaced(slices.Concat(ownRows, transitRows), "40000", "40001") // beside the others: two connections at a time
	for _, c := range []struct {
		name string
		rows []string
		hide []string
		none string // of these pairs nothing is found: parts of their ids, parted by blanks
		want []string
	}{
		{"NAT gateway, all sides", slices.Concat(ownRows, natRows), nil, "", []string{
			machine + "; " + gateway + " (NAT gateway, inner side); " + gateway + " (NAT gateway, outer side)",
		}},
		{"NAT gateway, whose port is below the pool's", slices.Concat(ownRows, replaced(natRows, " 5000", " 2067")), nil, "", []string{
			machine + "; " + gateway + " (NAT gateway, inner side); " + gateway + " (NAT gateway, outer side)",
		}},
		{"NAT instance", replaced(slices.Concat(ownRows, natRows), " - ", " i-22222222222222222 "), nil, "", []string{
			machine + "; " + gateway + " (NAT instance, inner side); " + gateway + " (NAT instance, outer side)",
		}},
		{"NAT, and no instance-id", slices.Concat(ownRows, natRows), []string{"instance-id"}, "", []string{
			machine + "; " + gateway + " (NAT gateway or instance, inner side); " + gateway + " (NAT gateway or instance, outer side)",
		}},
		{"NAT gateway, no vpc-id: one connection", slices.Concat(ownRows, natRows), []string{"vpc-id"}, "", []string{
			machine + "; " + gateway + " (NAT gateway, inner side); " + gateway + " (NAT gateway, outer side)",
		}},
		{"NAT gateway, the machine's own is not logged", natRows, nil, "", []string{
			gateway + ": 10.0.1.5 to 203.0.113.5, seen at NAT gateway, inner side; " + gateway + " (NAT gateway, outer side)",
		}},
		{"NAT gateway, the inner side alone is logged", innerRows, nil, "", []string{
			gateway + ": 10.0.1.5 to 203.0.113.5, seen at AWS's interface on the way",
		}},
		{"NAT gateway, the outer side alone is found", slices.Concat(natRows, second), nil, "10.0.1.", []string{
			gateway + ": 10.0.0.220 to 203.0.113.5, seen at NAT gateway, outer side, behind NAT gateway: the machine that mines is one of 2 behind it: 10.0.1.5, 10.0.1.9",
		}},
		{"NAT gateway, one machine behind it, which is ordinary", natRows, nil, "10.0.1.5", []string{
			gateway + ": 10.0.0.220 to 203.0.113.5, seen at NAT gateway, outer side, behind NAT gateway: the machine that mines is 10.0.1.5, behind it",
		}},
		{"NAT gateway, two machines, one mines", slices.Concat(ownRows, natRows, second), nil, "10.0.1.9", []string{
			machine + "; " + gateway + " (NAT gateway, inner side); " + gateway + " (NAT gateway, outer side, the sum of 2 machines)",
		}},
		{"NAT gateway, two machines, both mine: the outer side is of one", slices.Concat(ownRows, natRows, second), nil, "", []string{
			gateway + ": 10.0.1.9 to 203.0.113.5, seen at NAT gateway, inner side",
			machine + "; " + gateway + " (NAT gateway, inner side); " + gateway + " (NAT gateway, outer side, the sum of 2 machines)",
		}},
		{"NAT gateway, without the packet's addresses: nothing is known", slices.Concat(ownRows, outerRows), []string{"pkt-srcaddr", "pkt-dstaddr"}, "", []string{
			machine, gateway + ": 10.0.0.220 to 203.0.113.5",
		}},
		{"transit gateway to a network with the way out: one connection", slices.Concat(ownRows, transitRows), nil, "", []string{
			machine + "; " + transit + " (AWS's interface on the way)",
		}},
		{"transit gateway and a NAT gateway there", slices.Concat(ownRows, transitRows, replaced(natRows, "vpc-a", "vpc-e")), nil, "", []string{
			machine + "; " + gateway + " (NAT gateway, inner side); " + transit + " (AWS's interface on the way); " + gateway + " (NAT gateway, outer side)",
		}},
		{"another network, many connections: not known", slices.Concat(ownRows, transitRows, busy), nil, "", []string{
			machine, transit + ": 10.0.1.5 to 203.0.113.5, seen at AWS's interface on the way",
		}},
		{"another network, another connection: another machine of that address", slices.Concat(ownRows, replaced(transitRows, "40000", "41000")), nil, "", []string{
			machine, transit + ": 10.0.1.5 to 203.0.113.5, seen at AWS's interface on the way",
		}},
		{"two machines of one address, in two networks, each behind its gateway", slices.Concat(
			ownRows, innerRows,
			replaced(ownRows, own, peer, "vpc-a", "vpc-b", "40000", "41000"), replaced(innerRows, gateway, transit, "vpc-a", "vpc-b", "40000", "41000"),
		), nil, "", []string{
			machine + "; " + gateway + " (AWS's interface on the way)",
			peer + ": 10.0.1.5 to 203.0.113.5; " + transit + " (AWS's interface on the way)",
		}},
		{"two machines of one address, networks unknown: it is one connection that tells", slices.Concat(
			ownRows, replaced(ownRows, own, peer, "40000", "41000"), replaced(innerRows, "40000", "41000"),
		), []string{"vpc-id"}, "", []string{machine, peer + ": 10.0.1.5 to 203.0.113.5; " + gateway + " (AWS's interface on the way)"}},
		{"two machines of one address, networks unknown, many connections", slices.Concat(
			ownRows, replaced(ownRows, own, peer), innerRows, replaced(slices.Concat(ownRows, innerRows), "40000", "41000"), replaced(ownRows, own, peer, "40000", "42000"),
		), []string{"vpc-id"}, "", []string{
			machine, gateway + ": 10.0.1.5 to 203.0.113.5, seen at AWS's interface on the way", peer + ": 10.0.1.5 to 203.0.113.5",
		}},
		{"containers of one address in two nodes", slices.Concat(
			replaced(podRows, "10.0.1.5", "172.17.0.2"), replaced(podRows, "10.0.1.5", "172.17.0.2", own, peer, "10.0.1.2", "10.0.1.3", "40000", "41000"),
		), nil, "", []string{own + ": 172.17.0.2 to 203.0.113.5", peer + ": 172.17.0.2 to 203.0.113.5"}},
		{"both ends in one network", replaced(slices.Concat(crossOwn, crossPeer), "vpc-b", "vpc-a"), nil, "198.51.100.9", []string{
			own + ": 10.20.33.164 to 10.40.2.236; " + peer + " (the peer's own)",
		}},
		{"both ends in two networks and a transit gateway: one connection", slices.Concat(crossOwn, crossIn, crossPeer), nil, "198.51.100.9", []string{
			own + ": 10.20.33.164 to 10.40.2.236; " + peer + " (the peer's own); " + transit + " (AWS's interface on the way, at the peer's end)",
		}},
		{"only the pool's end", slices.Concat(crossIn, crossPeer), nil, "198.51.100.9", []string{
			peer + ": 10.40.2.236 to 10.20.33.164; " + transit + " (AWS's interface on the way)",
		}},
		{"default format, both ends", slices.Concat(crossOwn, crossPeer), []string{"instance-id", "vpc-id", "pkt-srcaddr", "pkt-dstaddr"}, "198.51.100.9", []string{
			own + ": 10.20.33.164 to 10.40.2.236; " + peer + " (the peer's own)",
		}},
		{"both ends, of which neither does anything else", slices.Concat(crossOwn, crossPeer[:2]), nil, "", []string{
			own + ": 10.20.33.164 to 10.40.2.236; " + peer + " (the peer's own, or the machine's)",
		}},
		{"a pod of a node, and its NAT gateway", slices.Concat(podRows, natRows), nil, "", []string{machine + "; " + gateway + " (NAT gateway, inner side); " + gateway + " (NAT gateway, outer side)"}},
		{"secondary addresses of one interface", slices.Concat(ownRows, replaced(ownRows, "203.0.113.5 10.0.1.5 40000", "203.0.113.5 10.0.1.6 40000",
			"10.0.1.5 203.0.113.5 40000", "10.0.1.6 203.0.113.5 40000", "10.0.1.5 3333", "10.0.1.6 3333")), nil, "", []string{
			machine, own + ": 10.0.1.6 to 203.0.113.5",
		}},
		{"a firewall, in and out", slices.Concat(ownRows, []string{
			gateway + " i-22222222222222222 vpc-a 10.0.1.5 10.0.0.50 10.0.1.5 203.0.113.5 40000 3333",
			gateway + " i-22222222222222222 vpc-a 10.0.0.50 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333",
			gateway + " i-22222222222222222 vpc-a 203.0.113.5 10.0.0.50 203.0.113.5 10.0.1.5 3333 40000",
			gateway + " i-22222222222222222 vpc-a 10.0.0.50 10.0.1.5 203.0.113.5 10.0.1.5 3333 40000",
		}), nil, "", []string{machine + "; " + gateway + " (instance on the way)"}},
		{"a load balancer that keeps the client's address", []string{
			peer + " i-11111111111111111 vpc-a 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5 40000 443",
			peer + " i-11111111111111111 vpc-a 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5 443 40000",
			gateway + " - vpc-a 10.0.0.50 10.0.1.5 203.0.113.5 10.0.1.5 40000 443",
			gateway + " - vpc-a 10.0.1.5 10.0.0.50 10.0.1.5 203.0.113.5 443 40000",
		}, nil, "", []string{peer + ": 10.0.1.5 to 203.0.113.5; " + gateway + " (AWS's interface on the way)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			legs, findings := judged([]*biflow.Table{table(t, c.hide, c.rows...)}, func(f *detect.Finding) detect.Verdict {
				for _, part := range strings.Fields(c.none) {
					if strings.Contains(f.ID, " "+part) {
						return detect.None
					}
				}
				return detect.Mining
			})
			merged := legs.Merge(findings)
			slices.Sort(c.want)
			if got := told(merged); !slices.Equal(got, c.want) {
				t.Errorf("\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			whole(t, findings, merged)
		})
	}
}

// whole checks that no finding is lost or there twice, and none says less than a
// sighting of it.
func whole(t *testing.T, before, after []detect.Finding) {
	t.Helper()
	of := make(map[string]*detect.Finding)
	for i := range before {
		of[before[i].ID] = &before[i]
	}
	seen := make(map[string]bool)
	see := func(id string) {
		if seen[id] || of[id] == nil {
			t.Errorf("%s is there twice, or out of nothing", id)
		}
		seen[id] = true
	}
	for i := range after {
		f := &after[i]
		see(f.ID)
		if f.Verdict.Rank() < of[f.ID].Verdict.Rank() {
			t.Errorf("%s was %s and is %s", f.ID, of[f.ID].Verdict, f.Verdict)
		}
		for _, s := range f.AlsoOn {
			see(s.ID)
			if s.Role == "" || s.Interface == "" {
				t.Errorf("%s: a sighting without a word: %+v", f.ID, s)
			}
			if other := of[s.ID]; other != nil && other.Verdict.Rank() > f.Verdict.Rank() {
				t.Errorf("%s is %s, its sighting %s is %s", f.ID, f.Verdict, s.ID, other.Verdict)
			}
		}
	}
	if len(seen) != len(before) {
		t.Errorf("%d of %d findings came out", len(seen), len(before))
	}
}

// Legs in time apart are not one traffic.
func TestTimeApart(t *testing.T) {
	legs, findings := judged([]*biflow.Table{table(t, nil, ownRows...)}, mining)
	late := table(t, nil, innerRows...)
	for p := range late.Pairs() {
		for i := range p.Windows {
			p.Windows[i].Start += 86400
		}
		f := findings[0]
		f.ID, f.Interface, f.First, f.Last = "late", p.Interface, f.First+86400, f.Last+86400
		legs.See(p, &f, true)
		findings = append(findings, f)
	}
	if got := legs.Merge(findings); len(got) != 2 {
		t.Errorf("%q", told(got))
	}
}

// The nearest is kept, and says what the surest knows.
func TestTheSurestVerdictIsKept(t *testing.T) {
	legs, findings := judged([]*biflow.Table{table(t, nil, slices.Concat(ownRows, natRows)...)}, func(f *detect.Finding) detect.Verdict {
		if f.Interface == own {
			return detect.Suspect
		}
		return detect.Mining
	})
	for i := range findings {
		if findings[i].Interface == own {
			findings[i].Score = 0.3
		}
	}
	merged := legs.Merge(findings)
	if len(merged) != 1 || merged[0].Interface != own || merged[0].Verdict != detect.Mining || merged[0].Score != 0.9 {
		t.Fatalf("%+v", merged)
	}
	if role := merged[0].AlsoOn[0].Role; role != "NAT gateway, inner side, whose verdict this is" {
		t.Errorf("role %q", role)
	}
	whole(t, findings, merged)
}

// The type of an interface, where it was looked up, names it; and a NAT gateway is one
// though its log shows no clients.
func TestTypesOfInterfaces(t *testing.T) {
	for _, c := range []struct {
		rows        []string
		hide        []string
		typ, owner  string
		at          string
		seen, after string
	}{
		{outerRows, []string{"pkt-srcaddr", "pkt-dstaddr"}, "nat_gateway", "NAT gateway nat-0123", gateway, "NAT gateway, outer side", "NAT gateway nat-0123: the machine that mines is behind it"},
		{innerRows, nil, "nat_gateway", "", gateway, "NAT gateway, inner side", ""},
		{transitRows, nil, "transit_gateway", "", transit, "transit gateway attachment", ""},
		{ownRows, nil, "interface", "instance i-01234567890123456", own, "", ""},
		{ownRows, nil, "lambda", "", own, "", ""},
	} {
		legs, findings := judged([]*biflow.Table{table(t, c.hide, c.rows...)}, mining)
		findings[0].Names = &detect.Names{InterfaceType: c.typ, Owner: c.owner}
		f := legs.Merge(findings)[0]
		if f.Interface != c.at || f.SeenAt != c.seen || f.Behind != c.after {
			t.Errorf("%s: seen at %q, behind %q", c.typ, f.SeenAt, f.Behind)
		}
	}
}

// What was not seen, or is ordinary, comes out as it went in.
func TestTheRestIsLeftAlone(t *testing.T) {
	findings := []detect.Finding{{ID: "b", Verdict: detect.Mining}, {ID: "a", Verdict: detect.None}}
	var legs Legs
	if got := legs.Merge(findings); !reflect.DeepEqual(got, findings) {
		t.Errorf("%+v", got)
	}
	if got := legs.Merge(nil); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// Of an interface with more pairs than are looked through, nothing is said of who is
// behind it; what is found is all there.
func TestTooManyBehind(t *testing.T) {
	table := table(t, nil, natRows...)
	legs := new(Legs)
	var findings []detect.Finding
	for p := range table.Pairs() {
		f := detect.Finding{ID: p.Local.String(), Interface: p.Interface, Local: p.Local, Remote: p.Remote, Verdict: detect.Mining}
		found := p.Stands == 0
		for range most {
			legs.See(p, &f, false)
		}
		legs.See(p, &f, found)
		if found {
			findings = append(findings, f)
		}
	}
	if f := legs.Merge(findings); len(f) != 1 || f[0].Behind != "" || cap(legs.passed) > 2*most {
		t.Errorf("%+v, %d pairs held", f, cap(legs.passed))
	}
}

// Whatever goes in, in any order: every finding comes out once, and always the same.
func TestNothingIsLostInAnyOrder(t *testing.T) {
	merged := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		addresses := []string{"10.0.1.5", "10.0.1.9", "10.0.0.220", "203.0.113.5", "10.40.2.236"}
		rows := make([]string, 2+r.IntN(20))
		for i := range rows {
			near, far := addresses[r.IntN(len(addresses))], addresses[r.IntN(len(addresses))]
			shown, beyond := near, far
			switch r.IntN(3) {
			case 0:
				shown = "10.0.0.220"
			case 1:
				beyond = "10.0.0.220"
			}
			sport, dport := 40000+r.IntN(2), 3333
			if r.IntN(2) == 0 {
				shown, beyond, near, far, sport, dport = beyond, shown, far, near, dport, sport
			}
			rows[i] = fmt.Sprintf("eni-0%07d %s %s %s %s %s %s %d %d", r.IntN(4), []string{"-", "i-01234567890123456"}[r.IntN(2)],
				[]string{"-", "vpc-a", "vpc-b"}[r.IntN(3)], shown, beyond, near, far, sport, dport)
		}
		verdict := func(f *detect.Finding) detect.Verdict {
			return []detect.Verdict{detect.Mining, detect.Mining, detect.Suspect, detect.None}[(len(f.ID)+int(seed))%4]
		}
		tables := []*biflow.Table{table(t, nil, rows...)}
		legs, findings := judged(tables, verdict)
		want := legs.Merge(findings)
		whole(t, findings, want)
		merged += len(findings) - len(want)
		legs, again := judged(tables, verdict)
		r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
		got := legs.Merge(again)
		byID := func(a, b detect.Finding) int { return cmp.Compare(a.ID, b.ID) }
		slices.SortFunc(want, byID)
		slices.SortFunc(got, byID)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d:\n%s\nwant\n%s", seed, strings.Join(told(got), "\n"), strings.Join(told(want), "\n"))
		}
	}
	if merged < 200 {
		t.Errorf("only %d were merged", merged)
	}
}
