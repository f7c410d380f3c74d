package mining

import (
	"testing"

	"makes/b/internal/flowlog"
	"makes/b/internal/wire"
)

func TestTemplates(t *testing.T) {
	r := wire.NewRand(1, "test")
	s := sizes{"job": 5, "id": 2}
	for template, want := range map[string]int{
		`{"id":{id},"x":"{job}"}`: len(`{"id":12,"x":"12345"}`),
		`["0x{64}",{{1}]`:         len(`["0x",{`) + 64 + 1 + 1,
		`{7-7}`:                   7,
	} {
		if got := s.of(r, template); got != want {
			t.Errorf("%s: %d, want %d", template, got, want)
		}
	}
	if got, want := spaced(`{"a":1,"b":[2,3]}`), `{"a": 1, "b": [2, 3]}`; got != want {
		t.Errorf("spaced: %s, want %s", got, want)
	}
}

// Every part that a coin's messages mention has a size.
func TestAllMessagesCanBeMeasured(t *testing.T) {
	w := wire.NewWorld(1, 1, 600)
	for _, pools := range Pools(w) {
		for _, p := range pools {
			c := &p.Coin
			all := []string{c.Level, c.Job, c.Share, c.Accept, c.Reject, c.Report.ask, c.Report.answer}
			for _, e := range c.Hello {
				all = append(all, e.ask, e.answer)
			}
			p.parts["id"] = 1
			for _, m := range all {
				p.parts.of(wire.NewRand(1, "test"), m)
			}
		}
	}
}

// A monero miner's hour: the bytes are those of its messages, and they come as
// often as power and difficulty say.
func TestSharesGiveTheirBytes(t *testing.T) {
	w := wire.NewWorld(1, 1, 3600)
	h := wire.NewHost(w, 0)
	h.Self.Stamps, h.Self.MTU = true, 1500
	r := wire.NewRand(2, "test")
	pool := newPool(w, r, randomX("monero", 120, span{95, 95}), "monero-01")
	pool.Refresh, pool.Stale, pool.Silence, pool.Coin.Warmup = 0, 0, 1e9, span{0, 0.1}
	pool.Vary = rule{fixed: true, start: 40, period: 1e9}
	m := newMiner(w, r, "pool", h, []*Pool{pool}, nil)
	m.step, m.reports, m.transport = 1, 0, "plain"
	m.rig = &rig{full: 2, power: 2, r: r, on: []stretch{{-7200, w.End}}}
	peer := &wire.Peer{Addr: 1, MTU: 1500, RTT: 0.02, Mbit: 100, Stamps: true, DelAck: 0.04}
	h.Run(r, wire.Label{Kind: "test"}, func(p *wire.Proc) {
		p.Now = 1
		c := p.Dial(peer, 3333, wire.Plain)
		m.rig.full, m.rig.power = 2, 2
		m.stay(p, c, pool, p.End)
		c.Close()
	})
	share := m.partsAt(pool)
	share["id"] = 3
	size := share.of(r, pool.Coin.Share) + 1
	var out flowlog.Record
	for _, rec := range h.Finish() {
		if rec.Src == h.Self.Addr && rec.Action == flowlog.Accept {
			out.Packets += rec.Packets
			out.Bytes += rec.Bytes
		}
	}
	// An hour at a share every 20 to 40 seconds (the power drifts down to a half).
	payload := int(out.Bytes) - 52*int(out.Packets)
	if n := payload / size; n < 70 || n > 230 {
		t.Errorf("%d bytes of payload are %d shares of %d bytes", payload, n, size)
	}
	// Each is a packet, and an acknowledgement of the reply.
	if n := int(out.Packets); n < 2*70 || n > 2*230+10 {
		t.Errorf("%d packets", n)
	}
}

func TestVardiffFindsItsTarget(t *testing.T) {
	r := wire.NewRand(3, "test")
	v := vardiff{rule: rule{target: 20, period: 60, tolerance: 0.3, low: 1}, diff: 400}
	now, shares := 0.0, 0
	for now < 40000 {
		now += r.Exp(v.diff / 5)
		v.shares++
		v.retarget(now)
		if now > 20000 {
			shares++
		}
	}
	if gap := 20000 / float64(shares); gap < 10 || gap > 40 {
		t.Errorf("a share every %v seconds, want 20", gap)
	}
}
