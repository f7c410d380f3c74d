package lab

import (
	"net/netip"
	"strings"
	"testing"
	"time"
)

// wire runs a program by hand on interface 0 of a Config and returns the rows
// of its records.
func wire(t *testing.T, cfg Config, run func(*session)) map[string][]string {
	t.Helper()
	cfg.Seed, cfg.Duration, cfg.Interval = 1, time.Hour, 600
	cfg, err := cfg.checked()
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(cfg, false)
	defer w.close()
	h := w.clients[0]
	s := &session{dice: roll(1), host: h, label: &Label{Class: Mining, Group: "test"}, limit: 3600, port: 40000}
	s.address()
	run(s)
	h.records = h.run(nil, 3600, true)
	for _, g := range w.gateways {
		g.relay(3600, true)
	}
	found := map[string][]string{}
	for _, h := range w.hosts {
		for i := range h.records {
			if h.records[i].status == statusOK {
				found[h.eni] = append(found[h.eni], strings.TrimSuffix(string(h.records[i].appendTo(nil, 0)), "\n"))
			}
		}
	}
	return found
}

// fields picks columns of a row by name.
func fields(row, names string) string {
	header := strings.Fields(headerV5)
	values := strings.Fields(row)
	var picked []string
	for _, name := range strings.Fields(names) {
		for i := range header {
			if header[i] == name {
				picked = append(picked, values[i])
			}
		}
	}
	return strings.Join(picked, " ")
}

// A connection through a NAT gateway shows as in AWS's example "Traffic through
// a NAT gateway".
func TestGatewayRows(t *testing.T) {
	cfg := Config{Format: FormatV5, Hosts: []Host{{Gateway: 1}}}
	remote := netip.MustParseAddr("203.0.113.5")
	found := wire(t, cfg, func(s *session) {
		c := s.connect(&peer{addr: remote, port: 3333, rtt: 0.01}, 700)
		c.close(700.5, out)
		s.connect(s.near(5432), 700) // not through the gateway
	})
	want := map[string]bool{
		"10.0.0.10 10.0.1.5 10.0.0.10 203.0.113.5 ingress - 3":   true,
		"10.0.1.5 203.0.113.5 10.0.1.5 203.0.113.5 egress 8 3":   true,
		"203.0.113.5 10.0.1.5 203.0.113.5 10.0.1.5 ingress - 19": true,
		"10.0.1.5 10.0.0.10 203.0.113.5 10.0.0.10 egress 1 19":   true,
		// the client's own
		"10.0.0.10 203.0.113.5 10.0.0.10 203.0.113.5 egress 1 3":   true,
		"203.0.113.5 10.0.0.10 203.0.113.5 10.0.0.10 ingress - 19": true,
	}
	ports := map[string]int{}
	for eni, rows := range found {
		for _, row := range rows {
			view := fields(row, "srcaddr dstaddr pkt-srcaddr pkt-dstaddr flow-direction traffic-path tcp-flags")
			if strings.Contains(view, "10.128.") || strings.Contains(view, "10.2") {
				continue
			}
			if !want[view] {
				t.Errorf("%s: %s", eni, view)
			}
			delete(want, view)
			ports[fields(row, "srcport")]++
		}
	}
	if len(found) != 2 || len(want) > 0 {
		t.Errorf("%d interfaces; missing %v", len(found), want)
	}
	// 3333 from the pool's side in all three views of it, the client's port
	// outside and inside the gateway, and the translated one.
	if ports["3333"] != 3 || len(ports) != 3 {
		t.Errorf("source ports %v", ports)
	}
}

// The default format shows the primary address, the custom one the pod's too.
func TestPodRows(t *testing.T) {
	for _, format := range []Format{FormatDefault, FormatV5} {
		pods := map[string]int{}
		for index := range 20 {
			found := wire(t, Config{Format: format, Hosts: []Host{{Pods: 3}}}, func(s *session) {
				s.index, s.from = index, netip.Addr{}
				s.address()
				s.connect(&peer{addr: netip.MustParseAddr("203.0.113.5"), port: 1, rtt: 0.01}, 700)
			})
			for _, rows := range found {
				for _, row := range rows {
					if got := fields(row, "srcaddr dstaddr"); got != "10.0.0.10 203.0.113.5" && got != "203.0.113.5 10.0.0.10" {
						t.Errorf("%s: between %s", format, got)
					}
					if format == FormatV5 && fields(row, "flow-direction") == "egress" {
						pods[fields(row, "pkt-srcaddr")]++
					}
				}
			}
		}
		if format == FormatV5 && (len(pods) != 4 || pods["10.0.0.10"] == 0 || pods["10.64.0.1"] == 0) {
			t.Errorf("addresses %v, want the primary and three pods", pods)
		}
	}
}

// Over IPv6 a packet is 20 bytes longer and carries 20 bytes less.
func TestIPv6Arithmetic(t *testing.T) {
	talk := func(addr string) [4]int64 {
		s := bench()
		s.host.six = six(1)
		p := perfect(true)
		p.addr = netip.MustParseAddr(addr)
		c := s.connect(p, 0)
		c.send(1, out, 1429)
		c.close(2, out)
		return counts(c.flow)
	}
	four, sixth := talk("198.51.100.1"), talk("2001:db8::1")
	// 1429 bytes are two segments, so one packet more.
	want := [4]int64{four[0] + 1, four[1] + 52 + 20*(four[0]+1), four[2], four[3] + 20*four[2]}
	if sixth != want {
		t.Errorf("%v over IPv6, want %v; %v over IPv4", sixth, want, four)
	}
	s := bench()
	s.host.six = six(1)
	f := s.newFlow(icmp, 0, netip.MustParseAddrPort("[2001:db8::1]:0"))
	f.pair(1, in, 56, 0.01, 56)
	if f.protocol != icmp6 || counts(f) != [4]int64{1, 104, 1, 104} {
		t.Errorf("ping: protocol %d, %v", f.protocol, counts(f))
	}
}

// On dual-stack interfaces about half of the programs use IPv6, towards public
// peers only, and do otherwise what they did.
func TestDualStack(t *testing.T) {
	hosts := Fleet(3, 40, 20)
	cfg := Config{Seed: 3, Duration: time.Hour, Hosts: hosts}
	before, _ := generated(t, cfg)
	for i := range hosts {
		hosts[i].IPv6 = true
	}
	after, labels := generated(t, cfg)
	wide, programs := map[string]bool{}, map[string]bool{}
	for _, l := range labels {
		if l.Local.Is6() != l.Remote.Is6() {
			t.Errorf("%+v", l)
		}
		if !l.Remote.IsPrivate() {
			programs[l.Interface+l.Group] = true
		}
		if l.Remote.Is6() {
			wide[l.Interface+l.Group] = true
		}
	}
	if len(wide) < len(programs)/3 || len(wide) > len(programs)*2/3 {
		t.Errorf("%d of %d programs use IPv6", len(wide), len(programs))
	}
	if a, b := len(before), len(after); a-b > a/20 || b-a > a/20 {
		t.Errorf("%d records without IPv6, %d with", a, b)
	}
}
