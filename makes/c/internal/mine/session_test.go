package mine

import (
	"math"
	"testing"

	"makes/c/internal/wire"
)

func TestLine(t *testing.T) {
	share := `{"id":2,"jsonrpc":"2.0","method":"submit","params":{"id":"a1b2","job_id":"0123456789abcdef","nonce":"deadbeef","result":"` +
		`0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}}` + "\n"
	template := `{"id":2,"jsonrpc":"2.0","method":"submit","params":{"id":"<4>","job_id":"<16>","nonce":"<8>","result":"<64>"}}`
	if got := line(template); got != len(share) {
		t.Errorf("%d bytes, want %d", got, len(share))
	}
}

// A miner that does nothing but submit shares sends the shares and their
// acknowledgements, at the rate of its speed and difficulty.
func TestSharesGiveTheirBytes(t *testing.T) {
	w := wire.NewWorld(7, 10, 600)
	h := wire.NewHost(w, "test", false)
	linux := wire.Stack{Stamps: true, Syn: 60, Delay: 0.04, Thrift: 2}
	h.Stack = linux
	s := &wire.Service{Addr: 1, Port: 3333, Stack: linux, MTU: 1500, RTT: 0.02, Think: 0.001}
	r := &rig{dice: h.D, speed: 4, resting: func(float64) bool { return false }}
	p := &pool{coin: coin{name: "none"}, start: 80}
	l := dialect{share: 200, accept: 60, reject: 60}
	c := h.Dial(0, s)
	work(c, r, p, l)
	c.Close(wire.Client)
	var bytes, packets float64
	for _, rec := range h.Records() {
		if rec.Src == h.Addr {
			bytes += float64(rec.Bytes)
			packets += float64(rec.Packets)
		}
	}
	want := 36000 / (80 / 4.0)
	shares := packets / 2 // each with the acknowledgement of its answer
	if math.Abs(shares-want) > 4*math.Sqrt(want) {
		t.Errorf("%.0f shares, want about %.0f", shares, want)
	}
	each := 252 + 52 + 2.4 // some digits of its number
	if math.Abs(bytes/shares-each) > 2 {
		t.Errorf("%.1f bytes a share, want about %.1f", bytes/shares, each)
	}
}

// Every dialect has what a session needs, and shares of a believable length.
func TestDialects(t *testing.T) {
	w := wire.NewWorld(3, 1, 600)
	h := wire.NewHost(w, "test", false)
	for _, c := range coins {
		for _, p := range NewMines(w).pools[c.name] {
			l := p.speak(h, newRig(h, 1))
			if len(l.hello) == 0 || l.job(true) < 60 || l.share < 40 || l.share > 4000 || l.accept < 20 || l.reject < 20 {
				t.Errorf("%s: %+v", p.name, l)
			}
		}
	}
}
