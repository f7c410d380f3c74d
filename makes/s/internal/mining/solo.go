package mining

import (
	"makes/s/internal/dice"
	"makes/s/internal/everyday"
	"makes/s/internal/wire"
)

// daemon is how a miner works for a node of its own.
type daemon struct {
	coins          []string
	poll           [2]float64 // seconds
	ask, answer    [2]float64 // bytes of a poll
	fetch, work    [2]float64 // bytes of a template, fetched after a block; 0 if polls bring it
	submit, result [2]float64
	push           bool // the node tells of new work by itself
	port           int
}

var daemons = []daemon{
	{[]string{"monero", "wownero", "zephyr", "salvium", "haven"}, [2]float64{0.2, 5}, [2]float64{90, 320}, [2]float64{180, 700}, [2]float64{250, 420}, [2]float64{900, 4200}, [2]float64{500, 3000}, [2]float64{120, 250}, false, 18081},
	{[]string{"monero", "tari-randomx", "scala"}, [2]float64{1, 10}, [2]float64{250, 420}, [2]float64{900, 4200}, [2]float64{}, [2]float64{}, [2]float64{500, 3000}, [2]float64{120, 250}, false, 18081},
	{[]string{"litecoin", "sugarchain", "vertcoin", "raptoreum", "dogecoin"}, [2]float64{2, 10}, [2]float64{220, 420}, [2]float64{1500, 90000}, [2]float64{}, [2]float64{}, [2]float64{800, 60000}, [2]float64{120, 260}, false, 9332},
	{[]string{"bitcoin", "bitcoin-cash", "digibyte"}, [2]float64{3, 10}, [2]float64{180, 300}, [2]float64{150, 300}, [2]float64{250, 400}, [2]float64{3000, 900000}, [2]float64{3000, 900000}, [2]float64{120, 260}, false, 8332},
	{[]string{"ethereum-classic", "ubiq", "ethereumpow", "callisto"}, [2]float64{0.2, 2}, [2]float64{170, 320}, [2]float64{330, 480}, [2]float64{}, [2]float64{}, [2]float64{330, 450}, [2]float64{130, 240}, false, 8545},
	{[]string{"ergo"}, [2]float64{0.5, 5}, [2]float64{120, 260}, [2]float64{400, 900}, [2]float64{}, [2]float64{}, [2]float64{250, 500}, [2]float64{120, 220}, false, 9053},
	{[]string{"kaspa", "karlsen", "pyrin"}, [2]float64{0.5, 5}, [2]float64{40, 150}, [2]float64{60, 200}, [2]float64{60, 160}, [2]float64{700, 9000}, [2]float64{700, 9000}, [2]float64{30, 90}, true, 16110},
	{[]string{"xelis", "dero"}, [2]float64{5, 10}, [2]float64{6, 20}, [2]float64{2, 20}, [2]float64{}, [2]float64{400, 700}, [2]float64{200, 400}, [2]float64{16, 60}, true, 10100},
	{[]string{"nervos", "handshake", "decred", "kadena"}, [2]float64{0.5, 6}, [2]float64{180, 320}, [2]float64{500, 9000}, [2]float64{}, [2]float64{}, [2]float64{400, 4000}, [2]float64{120, 260}, false, 8114},
	{[]string{"grin", "mwc", "alephium", "zano"}, [2]float64{10, 10}, [2]float64{60, 120}, [2]float64{60, 120}, [2]float64{}, [2]float64{700, 5200}, [2]float64{300, 800}, [2]float64{60, 120}, true, 10973},
}

// solo mines on a node, which gets a template with each block.
func (w *World) solo(d *dice.Dice, h *everyday.Host) []Label {
	kind := &daemons[d.IntN(len(daemons))]
	var c *coin
	for name := dice.Pick(d, kind.coins...); c == nil || c.name != name; {
		c = &w.coins[d.IntN(len(w.coins))]
	}
	near := d.Chance(0.7)
	layer := wire.NewLayer(d, dice.Pick(d, "plain", "plain", "plain", "tls12", "tls13"))
	node := wire.End{Addr: w.address(near), Port: uint16(kind.port + d.IntN(3)), Stack: wire.NewStack(d)}
	rtt := d.Log(0.01, 0.15)
	if near {
		rtt = d.Log(0.0002, 0.003)
	}
	draw := func(r [2]float64) int {
		if r[1] == 0 {
			return 0
		}
		return int(d.Log(r[0], r[1]))
	}
	rate := d.Log(1, 20)
	ask, answer, fetch, work, submit, result := draw(kind.ask), draw(kind.answer), draw(kind.fetch), draw(kind.work), draw(kind.submit), draw(kind.result)
	poll := d.Log(kind.poll[0], kind.poll[1])
	if d.Chance(0.5) && kind.poll[0] <= 1 && kind.poll[1] >= 1 {
		poll = dice.Pick(d, 0.5, 1, 1, 1, 2)
	}
	fresh := !kind.push && d.Chance(0.25) // a new connection for each question
	if fresh {
		poll = max(poll, d.Log(1, 10))
	}
	restart := d.Log(1800, 1e6)
	found := d.Log(3000, 3e6) / rate
	longest := d.Log(20, 400) // seconds with one template
	pace := poll * d.Between(0, 0.05)
	blocks := w.chain(c)
	i, chained, nextFound := 0, -1e9, d.Exp(found)
	client := wire.End{Addr: h.Addr, Stack: h.Stack}
	var s *wire.Stream
	until := 0.0
	from, to := w.hours(d)
	step := func(t float64) float64 {
		if s == nil {
			client.Port = h.Port()
			s = &wire.Stream{Conn: wire.Dial(d, h.Tap, &client, &node, wire.Client, rtt, 6), Layer: &layer}
			t = s.Open(t)
			until = t + d.Exp(restart)
		}
		return t
	}
	exchange := func(t float64, out, in int) {
		t = step(t)
		t = s.Send(t, wire.Client, out+d.IntN(2))
		s.Send(t+d.Log(0.0003, 0.02), wire.Server, in+d.IntN(3))
		if fresh {
			s.Close(t+0.05, d.IntN(2))
			s = nil
		}
	}
	for at := max(from, 0); at < to; at += poll + d.Between(0, pace) {
		changed := false
		for i < len(blocks) && blocks[i] <= at {
			changed = true
			if i++; kind.push && blocks[i-1] > at-poll && work > 0 {
				t := step(blocks[i-1])
				if fetch > 0 {
					t = s.Send(t, wire.Server, 40+d.IntN(4))
					t = s.Send(t, wire.Client, fetch)
				}
				s.Send(t+0.001, wire.Server, work+d.IntN(9))
			}
		}
		exchange(at, ask, answer)
		if fetch > 0 && !kind.push && (changed || at > chained+longest) {
			exchange(at+0.01, fetch, d.Int(work*9/10, work*11/10))
			chained = at
		}
		if at > nextFound {
			exchange(at+0.02, submit, result)
			nextFound = at + d.Exp(found)
		}
		if s != nil && at > until {
			s.Close(at+0.1, d.IntN(2))
			s = nil
		}
	}
	if s != nil {
		s.Settle(to)
		s.Drop()
	}
	return []Label{{h.Addr, node.Addr, "solo", c.name, "node-" + c.name, sizeOf(rate), layer.Name}}
}
