package mine

import (
	"fmt"
	"strings"
	"testing"

	"makes/a/internal/flowlog"
	"makes/a/internal/rnd"
	"makes/a/internal/sim"
)

func TestSubmitLength(t *testing.T) {
	s := tongue{jobID: 28, session: 36}
	hex := func(n int) string { return strings.Repeat("a", n) }
	text := func(algo string) int {
		return len(fmt.Sprintf(`{"id":%d,"jsonrpc":"2.0","method":"submit","params":{"id":"%s","job_id":"%s","nonce":"%s","result":"%s"%s}}`+"\n",
			123, hex(36), hex(28), hex(8), hex(64), algo))
	}
	for seed := range uint64(20) {
		w := cryptonote(rnd.New(seed, 1), s, "")
		if got := w.submit(123); got != text("") && got != text(`,"algo":"rx/0"`) {
			t.Errorf("a submit of %d bytes", got)
		}
	}
}

// TestSessionBytes checks that a miner's records hold its messages, no more.
func TestSessionBytes(t *testing.T) {
	r := rnd.New(3, 4)
	w := sim.NewWorld(r, 1)
	const length = 4 * 3600
	log := &flowlog.Recorder{Interval: 600, Phase: 300, Length: length}
	h := sim.NewHost(w, r, w.PrivateAddr(), log, "linux")
	peer := w.Public(0.05)
	peer.Loss, peer.Stamps, peer.Keep = 0, true, 0
	c := &coin{name: "test", block: 120, speed: 100, share: [2]float64{10, 20}, speak: cryptonote, port: []uint16{3333}}
	for at := 60.0; at < length; at += 120 {
		c.blocks = append(c.blocks, at)
	}
	po := newPool(w, c, 0)
	po.fixed, po.start, po.refresh, po.stale, po.lag = true, 20, 0, 0, 0.1
	h.Start("test", func(p *sim.Proc) {
		p.Now = 1
		g := newRig(p, c, po, "slow", "plain")
		g.shy = false
		g.words = words{greet: []ask{{500, 450}}, job: func() int { return 300 }, submit: func(int) int { return 200 }, accept: 63}
		k := p.Dial(sim.Target{Peer: peer, Port: 3333})
		g.work(k, length-30)
	})
	var payload [2]int
	for _, q := range log.Records() {
		d := 0
		if q.Out {
			d = 1
		}
		payload[d] += int(q.Bytes) - 52*int(q.Packets)
	}
	// An RST is 40 bytes, a SYN 60: allow for them.
	shares := (payload[1] - 500) / 200
	if rest := payload[1] - 500 - 200*shares; rest != 8 && rest != 8-12 && rest != 196 {
		t.Errorf("%d bytes out do not make whole submits", payload[1])
	}
	if shares < 300 || shares > 1300 {
		t.Errorf("%d shares", shares)
	}
	want := 450 + 120*300 + 63*shares
	if got := payload[0] - 8; got < want-320 || got > want+320 {
		t.Errorf("%d bytes in, want about %d", got, want)
	}
}
