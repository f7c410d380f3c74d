package mining

import (
	"strings"
	"testing"

	"makes/d/internal/dice"
	"makes/d/internal/netsim"
)

func TestLine(t *testing.T) {
	job, result := strings.Repeat("j", 15), strings.Repeat("a", 64)
	whole := `{"id":12,"method":"submit","params":{"job_id":"` + job + `","result":"` + result + `"}}` + "\n"
	got := line(`{"id":~,"method":"submit","params":{"job_id":"~","result":"~"}}`, 2, len(job), len(result))
	if got != len(whole) {
		t.Errorf("got %d, want %d", got, len(whole))
	}
}

func TestDialectsAreSound(t *testing.T) {
	for _, coin := range coins {
		for seed := range uint64(50) {
			d := coin.speak(dice.New(seed), dice.New(seed, 1))
			job, share := d.job(), d.submit()
			if job < 60 || job > 20000 || share < 50 || share > 4000 || d.accept < 20 || d.refuse < d.accept/2 {
				t.Errorf("%s: job %d, share %d, answers %d and %d", coin.name, job, share, d.accept, d.refuse)
			}
			if len(d.login) == 0 || d.pause > 0 && d.ping[0] == 0 || d.often > 0 && d.report[0] == 0 {
				t.Errorf("%s: incomplete dialect", coin.name)
			}
		}
	}
}

// A rig's messages must arrive in the records byte for byte.
func TestSessionBytes(t *testing.T) {
	shares, jobs := 0, 0
	coin := &Coin{name: "test", speak: func(_, _ *dice.Dice) dialect {
		return dialect{login: [][2]int{{200, 400}}, accept: 60, refuse: 60,
			job: func() int { jobs++; return 300 }, submit: func() int { shares++; return 150 }}
	}}
	peer := &netsim.Peer{Addr: 1 << 24, RTT: 0.02, MTU: 1500, Rate: 1e6, Options: true}
	pool := &Pool{coin: coin, peers: []*netsim.Peer{peer}, port: 3333, start: 40, patient: 0.01}
	for t := 5.0; t < 7000; t += 30 {
		pool.jobs = append(pool.jobs, t)
	}
	h := netsim.NewHost("eni-test", 10<<24|1, 600, 0, 7200)
	h.Stack = netsim.Stack{Options: 12, Syn: 60, Delack: 0.04}
	label := &netsim.Label{Mining: true, Kind: "test-plain"}
	h.Start(dice.New(3), 0, label, nil, func(p *netsim.Proc) {
		r := &Rig{Proc: p, speed: 2, way: "plain", retry: 5}
		r.mine([]*Pool{pool}, func(*Pool) *netsim.Label { return label })
	})
	h.Run(7800)
	h.Stop()
	payload := map[bool]int{}
	for _, r := range h.Drain(7200) {
		payload[r.Src == h.Addr] += int(r.Bytes) - 52*int(r.Packets)
	}
	if shares < 250 || shares > 480 {
		t.Errorf("%d shares in two hours, one in 20 s expected", shares)
	}
	// the SYNs are 8 bytes longer than other packets; what lies beyond the
	// end of the run was said but not recorded
	if got, want := payload[true], 8+200+150*shares; got > want || got < want-150*60 {
		t.Errorf("sent %d bytes, want %d", got, want)
	}
	if got, want := payload[false], 8+400+300*jobs+60*shares; got > want || got < want-60*60 {
		t.Errorf("received %d bytes, want %d", got, want)
	}
}
