package trait

import (
	"math"
	"sync"

	"davy/biflow"
	"davy/shape"
)

// smallest is what a side weighs at least in a ratio: an empty packet.
const smallest = 40

// columns are the windows of a span, by what is measured, each sorted once for
// all traits that need it.
type columns struct {
	lb, lp, rb, rp         shape.Sample // bytes and packets
	localPay, remotePay    shape.Sample // payload
	localSize, remoteSize  shape.Sample // bytes per packet
	packetRatio, byteRatio shape.Sample // local per remote
	busy                   shape.Sample // packets of both sides, 0.5 for none

	packets, lnBusy []float64
	halves          [2][]int // numbers of windows, see halve

	numbers []float64 // what all of these hold
	points  []float64 // a cloud
	rest    []float64 // distances, or sums by the hour
	x, y    [linePoints]float64
	work    shape.Workspace
}

// spare are columns that no span has at the moment. They are large, and there
// are hundreds of thousands of spans.
var spare = sync.Pool{New: func() any { return new(columns) }}

// fill makes the columns those of windows, in the memory they have.
func (c *columns) fill(ws []biflow.Window) {
	samples := [...]*shape.Sample{
		&c.lb, &c.lp, &c.rb, &c.rp, &c.localPay, &c.remotePay, &c.localSize, &c.remoteSize, &c.packetRatio, &c.byteRatio, &c.busy,
	}
	n := len(ws)
	if need := (len(samples) + 2) * n; cap(c.numbers) < need {
		c.numbers = make([]float64, need)
	}
	at := func(i int) []float64 { return c.numbers[i*n : (i+1)*n] }
	lb, lp, rb, rp, localPay, remotePay := at(0), at(1), at(2), at(3), at(4), at(5)
	localSize, remoteSize, packetRatio, byteRatio, busy := at(6), at(7), at(8), at(9), at(10)
	packets, lnBusy := at(11), at(12)
	for i := range ws {
		p := ws[i].Point()
		lb[i], lp[i], rb[i], rp[i] = p[0], p[1], p[2], p[3]
		localPay[i], remotePay[i] = max(0, p[0]-Header*p[1]), max(0, p[2]-Header*p[3])
		local, remote := max(p[0], smallest), max(p[2], smallest)
		localSize[i], remoteSize[i] = local/max(p[1], 1), remote/max(p[3], 1)
		packetRatio[i], byteRatio[i] = max(p[1], 0.5)/max(p[3], 0.5), local/remote
		packets[i] = p[1] + p[3]
		busy[i] = max(packets[i], 0.5)
		lnBusy[i] = math.Log(busy[i])
	}
	for i, s := range samples {
		s.Set(at(i))
	}
	c.packets, c.lnBusy = packets, lnBusy
}
