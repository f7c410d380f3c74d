package world

import "makes/h/internal/sim"

// Background is the traffic around the programs: names and time over UDP, and
// strangers who knock. None of it has a label.
var Background = []*Kind{
	{Name: "dns", Where: VPC, Ports: []uint16{53}, Addrs: [2]int{1, 2}, Run: names},
	{Name: "ntp", Where: Internet, Ports: []uint16{123}, Addrs: [2]int{1, 4}, Run: clocks},
	{Name: "scan", Where: Internet, Local: sim.Server, Ports: []uint16{22}, Addrs: [2]int{1, 1}, Run: scans},
}

func names(p *Prog) {
	mean := p.Wide(20, 900)
	p.datagrams(func() float64 { return p.Exp(mean) }, 32768, 28, 60, 220)
}

func clocks(p *Prog) {
	p.datagrams(p.Regular(sim.Pick(p.Rand, 64.0, 256, 1024, 2048), 0.02), 123, 48, 48, 0)
}

// datagrams are questions over UDP, and answers with up to so much more.
func (p *Prog) datagrams(gap func() float64, from, least, most, more int) {
	for p.Sleep(gap()) {
		k, n := p.key(), p.Int(least, most)
		k.Proto, k.SrcPort = 17, uint16(from)
		if from >= 1024 {
			k.SrcPort += uint16(p.IntN(28000))
		}
		out, back := sim.NewFlow(p.Host.Log, k), sim.NewFlow(p.Host.Log, k.Back())
		out.Add(p.clock.Now, 1, 28+n)
		back.Add(p.clock.Now+p.path.RTT, 1, 28+n+p.Int(0, more))
		out.Flush()
		back.Flush()
	}
}

// scans are single SYNs from all over the world, most of them rejected.
func scans(p *Prog) {
	mean, open := p.Wide(60, 900), p.Chance(0.2)
	for p.Sleep(p.Exp(mean)) {
		k := p.key()
		k.Src, k.SrcPort = sim.Pick[uint32](p.Rand, 45, 64, 79, 92, 141, 167, 185)<<24|p.Uint32()&0xffffff, uint16(p.Int(1024, 65535))
		k.DstPort = sim.Pick(p.Rand, 22, 23, 80, 443, 445, 3389, 6379, 8080, uint16(p.Int(1, 65535)))
		a := sim.Attempt{Refused: open && p.Chance(0.3), First: 1, Patience: 0.5}
		a.Rejected = !a.Refused
		syn := *p.path
		syn.Syn = sim.Pick(p.Rand, 40, 44, 60)
		a.Fail(&p.clock, &syn, p.Host.Log, k)
	}
}
