package trait

import (
	"math"

	"davy/biflow"
)

// smallest is what a side weighs at least in a ratio: an empty packet.
const smallest = 40

// columns are the windows of a span, by what is measured.
type columns struct {
	lb, lp, rb, rp         []float64 // bytes and packets
	localPay, remotePay    []float64 // payload
	localSize, remoteSize  []float64 // ln of bytes per packet
	packetRatio, byteRatio []float64 // ln of local per remote
	packets, lnPackets     []float64 // of both sides
}

func columnsOf(ws []biflow.Window) *columns {
	n := len(ws)
	flat := make([]float64, 12*n)
	next := func() []float64 {
		col := flat[:n:n]
		flat = flat[n:]
		return col
	}
	c := &columns{
		lb: next(), lp: next(), rb: next(), rp: next(), localPay: next(), remotePay: next(), localSize: next(), remoteSize: next(),
		packetRatio: next(), byteRatio: next(), packets: next(), lnPackets: next(),
	}
	for i := range ws {
		p := ws[i].Point()
		c.lb[i], c.lp[i], c.rb[i], c.rp[i] = p[0], p[1], p[2], p[3]
		c.localPay[i], c.remotePay[i] = max(0, p[0]-Header*p[1]), max(0, p[2]-Header*p[3])
		lb, rb := max(p[0], smallest), max(p[2], smallest)
		c.localSize[i] = math.Log(lb / max(p[1], 1))
		c.remoteSize[i] = math.Log(rb / max(p[3], 1))
		c.packetRatio[i] = math.Log(max(p[1], 0.5) / max(p[3], 0.5))
		c.byteRatio[i] = math.Log(lb / rb)
		c.packets[i] = p[1] + p[3]
		c.lnPackets[i] = math.Log(max(c.packets[i], 0.5))
	}
	return c
}
