package biflow

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// The columns of a row, and what all rows here end with.
const (
	relayHeader = "interface-id instance-id srcaddr dstaddr pkt-srcaddr pkt-dstaddr srcport dstport flow-direction " + relayCommon
	relayCommon = "protocol packets bytes start end action log-status"
)

// relayed reads rows of eniA that begin with instance-id. Columns in hide are
// called something that no reader knows.
func relayed(t testing.TB, table *Table, hide []string, rows ...string) {
	t.Helper()
	header := relayHeader
	for _, column := range hide {
		header = strings.Replace(header, column, "hidden-"+column, 1)
	}
	text := header + "\n"
	for i, row := range rows {
		text += fmt.Sprintf("%s %s 6 %d %d 600 700 ACCEPT OK\n", eniA, row, i+1, 100*(i+1))
	}
	fill(t, table, strings.NewReader(text))
}

// Where the interface stands for somebody else, the local side is whom it
// serves. The addresses are those of AWS's examples "Traffic through a NAT
// gateway" and "Traffic through a transit gateway" (Flow log record examples,
// Amazon VPC User Guide).
func TestLocalSideOfRelays(t *testing.T) {
	gateway := []string{
		"- 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5 40000 3333 ingress",
		"- 10.0.0.220 203.0.113.5 10.0.0.220 203.0.113.5 5000 3333 egress",
		"- 203.0.113.5 10.0.0.220 203.0.113.5 10.0.0.220 3333 5000 ingress",
		"- 10.0.0.220 10.0.1.5 203.0.113.5 10.0.1.5 3333 40000 egress",
	}
	noInstance := []string{"instance-id"}
	noDirection := []string{"flow-direction"}
	neither := []string{"instance-id", "flow-direction"}
	for _, c := range []struct {
		name string
		rows []string
		hide [][]string // the same must come out without these columns too
		want []string   // local, remote, point and whom the interface stands for, by address
	}{
		{"NAT gateway, both legs", gateway, [][]string{noInstance, noDirection, neither}, []string{
			"10.0.0.220 203.0.113.5 [200 2 300 3]",          // the gateway's own
			"10.0.1.5 203.0.113.5 [100 1 400 4] for remote", // its client's
		}},
		{"NAT gateway, the client's leg alone", []string{gateway[0], gateway[3]}, [][]string{noInstance, noDirection, neither}, []string{
			"10.0.1.5 203.0.113.5 [100 1 200 2] for remote",
		}},
		{"NAT gateway, public addresses on both sides", replaced(gateway, "10.0.1.5", "192.0.2.7"), [][]string{noInstance, noDirection, neither}, []string{
			"10.0.0.220 203.0.113.5 [200 2 300 3]",
			"192.0.2.7 203.0.113.5 [100 1 400 4] for remote",
		}},
		{"private NAT gateway", replaced(gateway, "203.0.113.5", "10.0.0.9"), [][]string{noInstance, noDirection, neither}, []string{
			"10.0.0.220 10.0.0.9 [200 2 300 3]",
			"10.0.1.5 10.0.0.9 [100 1 400 4] for remote",
		}},
		{"NAT instance", replaced(gateway, "- ", "i-01234567890123456 "), [][]string{noInstance, noDirection, neither}, []string{
			"10.0.0.220 203.0.113.5 [200 2 300 3]",
			"10.0.1.5 203.0.113.5 [100 1 400 4] for remote",
		}},
		{"the client's own interface", []string{
			"i-01234567890123456 10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333 egress",
			"i-01234567890123456 203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5 3333 40000 ingress",
		}, [][]string{noInstance, noDirection, neither}, []string{"10.0.1.5 203.0.113.5 [100 1 200 2]"}},
		{"a pod and public servers, one of which the node knows too", []string{
			"i-01234567890123456 10.0.0.5 203.0.113.5 10.0.7.1 203.0.113.5 40000 3333 egress",
			"i-01234567890123456 203.0.113.5 10.0.0.5 203.0.113.5 10.0.7.1 3333 40000 ingress",
			"i-01234567890123456 10.0.0.5 203.0.113.5 10.0.0.5 203.0.113.5 40000 3333 egress",
		}, [][]string{noInstance, noDirection, neither}, []string{"10.0.0.5 203.0.113.5 [300 3 0 0]", "10.0.7.1 203.0.113.5 [100 1 200 2] for local"}},
		{"pods and their neighbours, that serve and are served", []string{
			"i-01234567890123456 10.0.0.5 10.0.0.9 10.0.7.1 10.0.0.9 40000 5432 egress",
			"i-01234567890123456 10.0.0.9 10.0.0.5 10.0.0.9 10.0.7.1 5432 40000 ingress",
			"i-01234567890123456 10.0.9.9 10.0.0.5 10.0.9.9 100.64.7.2 40000 8080 ingress",
			"i-01234567890123456 10.0.0.5 10.0.9.9 198.19.7.3 10.0.9.9 40000 8080 egress",
		}, [][]string{noInstance, noDirection, neither}, []string{
			"10.0.7.1 10.0.0.9 [100 1 200 2] for local", "100.64.7.2 10.0.9.9 [0 0 300 3] for local", "198.19.7.3 10.0.9.9 [400 4 0 0] for local",
		}},
		{"a pod at an address that the node once spoke to", []string{
			"i-01234567890123456 10.0.0.5 10.0.0.9 10.0.7.1 10.0.0.9 40000 5432 egress",
			"i-01234567890123456 10.0.0.5 10.0.7.1 10.0.0.5 10.0.7.1 40000 10250 egress",
		}, [][]string{noDirection}, []string{"10.0.0.5 10.0.7.1 [200 2 0 0]", "10.0.7.1 10.0.0.9 [100 1 0 0] for local"}},
		{"transit gateway, where the client's packets come out", []string{
			"- 10.40.1.175 10.40.2.236 10.20.33.164 10.40.2.236 39812 80 egress",
		}, [][]string{noDirection}, []string{"10.40.2.236 10.20.33.164 [0 0 100 1] for remote"}},
		{"transit gateway, where the server's go in", []string{
			"- 10.40.2.236 10.40.2.31 10.40.2.236 10.20.33.164 80 39812 ingress",
		}, [][]string{noDirection}, []string{"10.40.2.236 10.20.33.164 [100 1 0 0] for remote"}},
		{"transit gateway, on the way of another network to the Internet", []string{
			"- 10.40.1.175 203.0.113.5 10.20.33.164 203.0.113.5 39812 3333 egress",
			"- 203.0.113.5 10.40.1.175 203.0.113.5 10.20.33.164 3333 39812 ingress",
		}, [][]string{noInstance, noDirection, neither}, []string{"10.20.33.164 203.0.113.5 [100 1 200 2] for local"}},
		{"load balancer that keeps the client's address", []string{
			"- 10.0.0.50 10.0.1.5 203.0.113.5 10.0.1.5 40000 443 egress",
			"- 10.0.1.5 10.0.0.50 10.0.1.5 203.0.113.5 443 40000 ingress",
		}, [][]string{noInstance, noDirection, neither}, []string{"10.0.1.5 203.0.113.5 [200 2 100 1] for remote"}},
		{"a firewall that hands packets on, in and out: each is there twice", []string{
			"i-01234567890123456 10.0.1.5 10.0.0.50 10.0.1.5 203.0.113.5 40000 3333 ingress",
			"i-01234567890123456 10.0.0.50 203.0.113.5 10.0.1.5 203.0.113.5 40000 3333 egress",
			"i-01234567890123456 203.0.113.5 10.0.0.50 203.0.113.5 10.0.1.5 3333 40000 ingress",
			"i-01234567890123456 10.0.0.50 10.0.1.5 203.0.113.5 10.0.1.5 3333 40000 egress",
		}, [][]string{noInstance, noDirection, neither}, []string{"10.0.1.5 203.0.113.5 [300 3 700 7] for both"}},
	} {
		for _, hide := range append([][]string{nil}, c.hide...) {
			table := new(Table)
			relayed(t, table, hide, c.rows...)
			var got []string
			for _, p := range collect(table) {
				got = append(got, fmt.Sprint(p.Local, " ", p.Remote, " ", p.Windows[0].Point(), []string{"", " for local", " for remote", " for both"}[p.Stands]))
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) {
				t.Errorf("%s, without %v:\n%s\nwant\n%s", c.name, hide, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		}
	}
}

func replaced(rows []string, old, by string) []string {
	out := slices.Clone(rows)
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], old, by)
	}
	return out
}

// The clue names what decided.
func TestClueOfRelays(t *testing.T) {
	const inner, pod = "- 10.0.1.5 10.0.0.220 10.0.1.5 203.0.113.5 40000 3333 ingress", "i-0 10.0.0.5 10.0.0.9 10.0.7.1 10.0.0.9 40000 5432 egress"
	for _, c := range []struct {
		row  string
		hide []string
		want Clue
	}{
		{inner, nil, ByPacket},
		{pod, nil, ByDirection},
		{pod, []string{"flow-direction"}, ByPacket},
	} {
		table := new(Table)
		relayed(t, table, c.hide, c.row)
		if p := only(t, table); p.Clue != c.want {
			t.Errorf("%s: by %s, want %s", c.row, p.Clue, c.want)
		}
	}
}

// Neither order nor split turns a relayed pair around, though some records lack
// the columns by which it is decided.
func TestRelaysAreOrderFree(t *testing.T) {
	ends := []string{"10.0.1.5", "10.0.0.9", "10.0.0.220", "203.0.113.5", "192.0.2.7", "100.64.7.2", "2001:db8::7"}
	columns := [][]string{nil, {"instance-id"}, {"instance-id"}, {"instance-id", "flow-direction"}, {"pkt-srcaddr"}}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 5))
		instance := []string{"-", "i-01234567890123456"}[r.IntN(2)]
		type row struct {
			text string
			hide []string
		}
		rows := make([]row, 2+r.IntN(30))
		for i := range rows {
			near, far := ends[r.IntN(len(ends))], ends[r.IntN(len(ends))]
			shown := []string{near, "10.0.0.50", "10.0.0.51"}[r.IntN(3)]
			text := fmt.Sprintf("%s %s %s %s %s 40000 443 egress", instance, shown, far, near, far)
			if r.IntN(2) == 0 {
				text = fmt.Sprintf("%s %s %s %s %s 443 40000 ingress", instance, far, shown, far, near)
			}
			rows[i] = row{text, columns[r.IntN(len(columns))]}
		}
		digest := func(tables int) string {
			parts := make([]*Table, tables)
			for i := range parts {
				parts[i] = new(Table)
			}
			for _, row := range rows {
				relayed(t, parts[r.IntN(tables)], row.hide, row.text)
			}
			for _, part := range parts[1:] {
				parts[0].Merge(part)
			}
			return Digest(parts[0].Pairs())
		}
		want := digest(1)
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		for tables := 1; tables < 5; tables++ {
			if got := digest(tables); got != want {
				t.Fatalf("seed %d, %d tables: digest %.12s, want %.12s", seed, tables, got, want)
			}
		}
	}
}
