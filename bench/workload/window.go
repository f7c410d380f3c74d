package main

import (
	"fmt"
	"math"
	"math/rand/v2"
)

// A window writes what one interface does in 600 seconds.
type window struct {
	*lines
	r     *rand.Rand
	eni   *eni
	index int   // of the interface in the fleet
	n     int   // of the window since the start
	start int64 // epoch seconds
}

// write adds the window's lines.
func (w *window) write(peers []peer) {
	e := w.eni
	if !e.miner && w.r.Float64() < .02 {
		w.silent(e, w.start+int64(w.r.IntN(60)), "NODATA")
		return
	}
	if w.r.Float64() < .004 {
		w.silent(e, w.start+int64(w.r.IntN(60)), "SKIPDATA")
	}
	for i := range peers {
		if w.r.Float64() < peers[i].active {
			w.traffic(i, &peers[i])
		}
	}
	// The noise of the Internet: scans from new addresses each time, rejected.
	for range poisson(w.r, 2.2) {
		from := ip4(w.r, 1+w.r.IntN(220))
		w.flow(from, e.ip4, 1024+w.r.IntN(64000), []int{22, 23, 445, 3389, 8545, 6379}[w.r.IntN(6)], tcp, int64(1+w.r.IntN(3)), 44, "REJECT")
	}
}

// traffic adds what the interface and its i-th peer say to each other.
func (w *window) traffic(i int, p *peer) {
	r, me := w.r, w.eni.ip4
	if p.v6 {
		me = w.eni.ip6
	}
	switch p.kind {
	case mining:
		w.mine(me, p)
	case dns:
		for range 1 + poisson(r, p.flows-1) {
			port, q := 1024+r.IntN(64000), int64(1+r.IntN(2))
			w.flow(me, p.address, port, 53, udp, q, q*int64(60+r.IntN(30)), "ACCEPT")
			w.flow(p.address, me, 53, port, udp, q, q*int64(90+r.IntN(200)), "ACCEPT")
		}
	case ntp:
		for range 2 {
			port := 1024 + r.IntN(64000)
			w.flow(me, p.address, port, 123, udp, 1, 76, "ACCEPT")
			w.flow(p.address, me, 123, port, udp, 1, 76, "ACCEPT")
		}
	case database:
		for j := range 1 + poisson(r, p.flows-1) {
			port, q := 32768+(i*811+j*37)%28000, int64(20+200*r.ExpFloat64())
			w.long(me, p.address, port, p.port, q, q*(52+int64(r.IntN(300))))
			w.long(p.address, me, p.port, port, q*9/10, q*(80+int64(r.IntN(900))))
		}
	case health:
		for range 4 {
			port := 1024 + r.IntN(64000)
			w.flow(p.address, me, port, p.port, tcp, 6, 412, "ACCEPT")
			w.flow(me, p.address, p.port, port, tcp, 5, 689, "ACCEPT")
		}
	case idle:
		port := 1024 + r.IntN(64000)
		w.flow(p.address, me, port, p.port, tcp, 1, 40, "ACCEPT")
		w.flow(me, p.address, p.port, port, tcp, 1, 40, "ACCEPT")
	default:
		for range 1 + poisson(r, p.flows-1) {
			port, q := 32768+r.IntN(28000), int64(4+30*math.Exp(1.6*r.NormFloat64()))
			w.flow(me, p.address, port, p.port, tcp, q, q*(52+int64(r.IntN(160))), "ACCEPT")
			w.flow(p.address, me, p.port, port, tcp, q+int64(r.IntN(int(q)+1)), q*(300+int64(r.IntN(1100))), "ACCEPT")
		}
	}
}

// mine adds a miner's window: jobs from the pool, shares to it and answers,
// pure acknowledgements, ten keepalive messages either way.
func (w *window) mine(me string, p *peer) {
	const keepalives = 10
	r := w.r
	jobs, shares := poisson(r, p.jobs), poisson(r, p.shares)
	acks := poisson(r, float64(jobs)*.9+float64(shares)*.8)
	answered := poisson(r, float64(shares)*.3)
	port := 32768 + (w.index*977+w.n/30*131)%28000
	out := int64(acks*52 + keepalives*142)
	for range shares {
		out += 52 + 190 + int64(r.IntN(5))
	}
	in := int64(answered*52 + keepalives*110)
	for range jobs {
		in += 52 + 368 + int64(r.IntN(9))
	}
	in += int64(shares) * (52 + 63)
	w.long(me, p.address, port, p.port, int64(acks+keepalives+shares), out)
	w.long(p.address, me, p.port, port, int64(answered+keepalives+jobs+shares), in)
}

// flow adds a record of a flow that lasts for part of the window. The draw
// that is thrown away keeps the bytes those of the workload's first version.
func (w *window) flow(src, dst string, sport, dport, protocol int, packets, bytes int64, action string) {
	w.r.IntN(60)
	w.record(src, dst, sport, dport, protocol, packets, bytes, w.start+int64(w.r.IntN(560)), action)
}

// long adds the accepted TCP records of a connection that stays: one, or one a
// minute on interfaces of that kind.
func (w *window) long(src, dst string, sport, dport int, packets, bytes int64) {
	switch {
	case packets <= 0:
	case w.eni.nitro:
		w.minutes(src, dst, sport, dport, packets, bytes)
	default:
		w.record(src, dst, sport, dport, tcp, packets, bytes, w.start+int64(w.r.IntN(60)), "ACCEPT")
	}
}

// record adds a record from start to at most the end of the window.
func (w *window) record(src, dst string, sport, dport, protocol int, packets, bytes, start int64, action string) {
	end := min(start+30+int64(w.r.IntN(560)), w.start+599)
	w.add(w.eni, src, dst, sport, dport, protocol, packets, bytes, start, end, action)
}

// minutes shares packets and bytes out over the minutes of the window.
func (w *window) minutes(src, dst string, sport, dport int, packets, bytes int64) {
	for m := int64(0); m < 10 && packets > 0; m++ {
		part := packets / (10 - m)
		if part == 0 && w.r.IntN(10) < 6 {
			continue
		}
		part = max(part, 1)
		if m == 9 {
			part = packets
		}
		partBytes := bytes * part / packets
		start := w.start + m*60 + int64(w.r.IntN(30))
		w.add(w.eni, src, dst, sport, dport, tcp, part, partBytes, start, start+29, "ACCEPT")
		packets -= part
		bytes -= partBytes
	}
	if packets > 0 {
		w.add(w.eni, src, dst, sport, dport, tcp, packets, bytes, w.start+570, w.start+599, "ACCEPT")
	}
}

func (w *window) silent(e *eni, start int64, status string) {
	w.text = fmt.Appendf(w.text, "2 %s %s - - - - - - - %d %d - %s\n", e.account, e.id, start, w.start+599, status)
	w.ends = append(w.ends, end{at: len(w.text)})
}

// poisson draws from the Poisson distribution of the given mean: by Knuth's
// product below 60, by the normal distribution above.
func poisson(r *rand.Rand, mean float64) int {
	if mean <= 0 {
		return 0
	}
	if mean > 60 {
		return int(max(0, mean+math.Sqrt(mean)*r.NormFloat64()) + .5)
	}
	least := math.Exp(-mean)
	for n, p := 0, 1.0; ; n++ {
		if p *= r.Float64(); p <= least {
			return n
		}
	}
}
