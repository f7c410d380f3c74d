package apps

import (
	"testing"

	"makes/a/internal/flowlog"
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

func TestEveryKindIsPlanned(t *testing.T) {
	known, seen := map[string]bool{}, map[string]bool{}
	for _, p := range programs {
		known[p.kind] = true
	}
	for _, p := range NewPlans(rnd.New(9, 9), 200) {
		for kind := range p.kinds {
			seen[kind] = true
			if !known[kind] {
				t.Errorf("%s is planned but not programmed", kind)
			}
		}
	}
	for kind := range known {
		if !seen[kind] {
			t.Errorf("%s is not planned", kind)
		}
	}
}

func TestEveryKindTalks(t *testing.T) {
	for _, p := range programs {
		r := rnd.New(11, 12)
		w := sim.NewWorld(r, 20)
		log := &flowlog.Recorder{Interval: 600, Phase: 300, Length: 24 * hour}
		h := sim.NewHost(w, r, w.PrivateAddr(), log, "linux")
		h.Start(p.kind, p.run)
		records := log.Records()
		if len(records) == 0 {
			t.Errorf("%s is silent", p.kind)
		}
		for _, q := range records {
			if q.Bytes < 40*uint64(q.Packets) && q.Proto == flowlog.TCP || q.Bytes > 9001*uint64(q.Packets) {
				t.Fatalf("%s: impossible packets in %+v", p.kind, q)
			}
		}
	}
}
