package platform

import (
	"math/rand/v2"
	"testing"

	"makes/k/internal/wire"
)

// Each program of the table can be used, and leaves packets both ways if it
// is not in trouble.
func TestPrograms(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var last wire.Addr
	for _, k := range kinds() {
		s, err := newService(k, 7200, func(string) wire.Addr { last++; return last }, rng)
		if err != nil {
			t.Fatal(err)
		}
		h := &wire.Host{Addr: 1 << 24, Stack: wire.NewStack(rng), Log: wire.NewLog(600, 0, 7200, 40000), To: 7200}
		for _, st := range s.states {
			for _, r := range st.routines {
				if r.period <= 0 || len(r.script) == 0 {
					t.Errorf("%s: routine %+v", s.Name, r)
				}
			}
		}
		s.Run(h, rng)
		for _, r := range h.Log.Records {
			if least := map[uint8]uint64{wire.TCP: 40, wire.UDP: 29, wire.ICMP: 29}[r.Proto]; least == 0 || r.Bytes < least*r.Packets || r.End-r.Start > 600 {
				t.Errorf("%s: %+v", s.Name, r)
			}
		}
	}
}
