package sim

import (
	"math"

	"makes/a/internal/flowlog"
	"makes/a/internal/rnd"
)

// Host is the machine behind a simulated interface.
type Host struct {
	flowlog.Interface
	World   *World
	R       *rnd.Rand
	Log     *flowlog.Recorder
	Labels  map[uint32]flowlog.Label
	OS      string // linux, windows or small
	Exposed bool   // has a public address
	masked  bool   // behind a translator that gives ports of its own
	linear  bool   // kernel sends its first SYN retries a second apart
	quick   float64
	every   int
	noon    float64 // hour of the day that is busiest
	night   float64 // activity at the quietest hour
	port    int
	resolve *Peer // own resolver, if not the one of the cloud (which is not logged)
	queue   []*Proc
}

// NewHost makes a host with an address of its own.
func NewHost(w *World, r *rnd.Rand, addr uint32, log *flowlog.Recorder, os string) *Host {
	h := &Host{Interface: flowlog.Interface{ENI: w.ENI(), Local: addr}, World: w, R: r, Log: log,
		Labels: map[uint32]flowlog.Label{}, OS: os, masked: r.Chance(0.25), linear: r.Chance(0.3), quick: rnd.Pick(r, 0.02, 0.1, 0.4, 0.9),
		every: r.Int(2, 8), noon: r.U(0, 24), night: r.LogU(0.03, 0.8), port: r.Int(0, 28000)}
	if r.Chance(0.25) {
		h.resolve = w.Inner(r, "resolver")
	}
	return h
}

func (h *Host) stamps() bool { return h.OS == "linux" }

func (h *Host) delack() float64 {
	if h.OS == "linux" {
		return 0.04
	}
	return rnd.Pick(h.R, 0.04, 0.2)
}

// ephemeral draws a local port: by turns on Windows, mostly even ones on Linux.
func (h *Host) ephemeral() uint16 {
	switch {
	case h.masked:
		return uint16(h.R.Int(1024, 65535))
	case h.OS == "windows":
		h.port = (h.port + h.R.Int(1, 4)) % 16000
		return uint16(49500 + h.port)
	}
	port := 32768 + h.R.Int(0, 14115)*2
	if h.R.Chance(0.06) {
		port++
	}
	return uint16(port)
}

// Busy is how busy people are at time t, between the night's level and 1.
func (h *Host) Busy(t float64) float64 {
	wave := 0.5 + 0.5*math.Cos((t/3600-h.noon)*math.Pi/12)
	return h.night + (1-h.night)*wave*wave
}

// Start runs a program of a kind from shortly before the log begins.
func (h *Host) Start(kind string, program func(*Proc)) {
	p := &Proc{Host: h, R: h.R.Split(), Label: flowlog.Label{Kind: kind}, run: program, End: h.Log.Length}
	p.Now = -p.R.U(5, 2400)
	h.queue = append(h.queue, p)
	for len(h.queue) > 0 {
		q := h.queue[0]
		h.queue = h.queue[1:]
		q.hello = q.R.Int(190, 620)
		if q.R.Chance(0.2) {
			q.hello += 1190 // a post-quantum key share
		}
		q.resume = q.R.Chance(0.5)
		q.known = map[*Peer]bool{}
		q.run(q)
	}
}
