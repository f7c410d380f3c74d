package biflow

import (
	"math/rand/v2"
	"net/netip"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// naive sums the accepted and rejected TCP records of one pair's windows in the
// plainest way, for an interface whose windows begin at offset.
func naive(lines []string, eni string, local, remote netip.Addr, offset int64, server Side) []Window {
	type ports struct{ local, remote string }
	type state struct {
		w       Window
		sides   map[ports]int
		packets map[ports]uint64
	}
	all := make(map[int64]*state)
	skipped := make(map[int64]bool)
	number := func(s string) uint64 { n, _ := strconv.ParseUint(s, 10, 64); return n }
	for _, l := range lines {
		f := strings.Fields(l)
		if f[2] != eni {
			continue
		}
		start := int64(number(f[10]))
		window := start - ((start-offset)%600+600)%600
		if f[13] == "SKIPDATA" {
			for s := start; s <= int64(number(f[11])); s++ {
				skipped[s-((s-offset)%600+600)%600] = true
			}
		}
		if f[13] != "OK" || f[7] != "6" {
			continue
		}
		src, dst := netip.MustParseAddr(f[3]), netip.MustParseAddr(f[4])
		if !(src == local && dst == remote) && !(src == remote && dst == local) {
			continue
		}
		s := all[window]
		if s == nil {
			s = &state{w: Window{Start: window}, sides: make(map[ports]int), packets: make(map[ports]uint64)}
			all[window] = s
		}
		conn := ports{f[5], f[6]}
		side := 1
		if src != local {
			conn, side = ports{f[6], f[5]}, 2
		}
		packets, bytes := number(f[8]), number(f[9])
		s.packets[conn] += packets
		if f[12] == "REJECT" {
			s.sides[conn] |= 0
			s.w.Rejected++
			s.w.Turned[side-1].Packets += packets
			s.w.Turned[side-1].Bytes += bytes
			continue
		}
		s.sides[conn] |= side
		s.w.Records++
		if side == 1 {
			s.w.LocalBytes += bytes
			s.w.LocalPackets += packets
		} else {
			s.w.RemoteBytes += bytes
			s.w.RemotePackets += packets
		}
	}
	var out []Window
	for start, s := range all {
		clients, services, sum := make(map[string]bool), make(map[string]uint64), uint64(0)
		for conn, sides := range s.sides {
			client, service := conn.local, conn.remote
			if server == LocalSide {
				client, service = service, client
			}
			clients[client] = true
			services[service] += s.packets[conn]
			sum += s.packets[conn]
			if sides == 1 || sides == 2 {
				s.w.Unanswered++
			}
			if before := all[start-600]; before != nil {
				if _, ok := before.sides[conn]; ok {
					s.w.Kept++
				}
			}
		}
		s.w.Connections, s.w.ClientPorts = uint32(len(s.sides)), uint32(len(clients))
		for port := range clients {
			if len(clients) == 1 {
				s.w.ClientPort = uint16(number(port))
			}
		}
		var most uint64
		for port, n := range services {
			p := uint16(number(port))
			if n > most || n == most && p < s.w.ServerPort {
				s.w.ServerPort, most = p, n
			}
		}
		s.w.ServerShare = float64(most) / float64(sum)
		if skipped[start] {
			s.w.Flags |= Incomplete
		}
		out = append(out, s.w)
	}
	slices.SortFunc(out, func(a, b Window) int { return int(a.Start - b.Start) })
	return out
}

// Every window of every pair is what the plainest sums give.
func TestWindowsAreThePlainSums(t *testing.T) {
	compared := 0
	for seed := range uint64(10) {
		lines := traffic(seed, 1500)
		if seed%2 == 1 { // many connections in a window
			r := rand.New(rand.NewPCG(seed, 9))
			for i, l := range lines {
				f := strings.Fields(l)
				if f[13] != "OK" {
					continue
				}
				if f[5] == "443" {
					f[6] = strconv.Itoa(40000 + r.IntN(300))
				} else {
					f[5] = strconv.Itoa(40000 + r.IntN(300))
				}
				lines[i] = strings.Join(f, " ")
			}
		}
		for _, p := range collect(read(t, lines...)) {
			if p.Server == NoSide {
				t.Fatal("this traffic has a server")
			}
			want := naive(lines, p.Interface, p.Local, p.Remote, p.Offset, p.Server)
			if len(want) != len(p.Windows) {
				t.Fatalf("seed %d, %v: %d windows, want %d", seed, p.Remote, len(p.Windows), len(want))
			}
			for i := range want {
				got := p.Windows[i]
				got.Flags &= Incomplete
				if !reflect.DeepEqual(got, want[i]) {
					t.Fatalf("seed %d, %v:\n%+v, want\n%+v", seed, p.Remote, got, want[i])
				}
				compared++
			}
		}
	}
	if compared < 2000 {
		t.Errorf("only %d windows were compared", compared)
	}
}
