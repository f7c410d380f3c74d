package cloud

import (
	"fmt"
	"math"
	"time"

	"makes/g/internal/dice"
	"makes/g/internal/flowlog"
	"makes/g/internal/wire"
)

// Host is a machine with the interface that is captured.
type Host struct {
	flowlog.Interface
	Role    string // what it is for
	Stack   *wire.Stack
	Capture *flowlog.Capture
	world   *World
	index   int
	windows bool
	zone    time.Duration // of the people who use it
}

// NewHost draws the i-th interface.
func (w *World) NewHost(i int, role string, interval int32) *Host {
	d := dice.New(w.Seed, "host", i)
	h := &Host{Role: role, world: w, index: i, zone: time.Duration(d.IntN(24)) * time.Hour}
	h.Interface = flowlog.Interface{Account: w.account, ENI: fmt.Sprintf("eni-0%016x", d.Uint64()), Addr: w.private()}
	h.Capture = &flowlog.Capture{Interval: interval, Phase: int32(d.IntN(int(interval))), Seconds: int32(w.Length / time.Second)}
	switch h.windows = role == "desktop" && d.Chance(0.75) || d.Chance(0.12); {
	case h.windows:
		h.Stack = wire.Windows(d)
	case role == "iot" && d.Chance(0.5):
		h.Stack = wire.Embedded(d)
	default:
		h.Stack = wire.Linux(d)
	}
	return h
}

// Busy is how lively the people of the host are at t, from almost 0 to 1.
func (h *Host) Busy(t time.Duration) float64 {
	local := (t + h.zone + 7*24*time.Hour) % (7 * 24 * time.Hour)
	hour := (local % (24 * time.Hour)).Hours()
	level := 0.04 + 0.96*math.Exp(-math.Pow((hour-13.5)/4.5, 4))
	if local > 5*24*time.Hour { // the weekend
		level *= 0.3
	}
	return level
}

// Program is the life of a program: it acts until p.Now reaches p.End.
type Program func(p *Proc)

// Proc is an instance of a program on a host. Its clock is its own; packets
// before the start or after the end of the run are not captured.
type Proc struct {
	*dice.Dice
	*Host
	Kind  string
	Notes []string // those of a mining label
	Now   time.Duration
	End   time.Duration
	Conn  *wire.Conn // the present connection
	dns   float64    // how often it looks names up
}

// Run lets the n-th instance of a program live on the host.
func (h *Host) Run(kind string, n int, notes []string, run Program) {
	d := dice.New(h.world.Seed, "proc", h.index, kind, n)
	run(&Proc{Dice: d, Host: h, Kind: kind, Notes: notes, Now: -d.Dur(time.Second, 40*time.Minute),
		End: h.world.Length, dns: dice.Pick(d, 0, 0.3, 1)})
}

// Fork lets a further part of the program live, with a clock and connections of its own.
func (p *Proc) Fork(n int, run Program) {
	q := *p
	q.Dice = dice.New(p.Uint64(), n)
	run(&q)
}

// Alive says whether the run goes on.
func (p *Proc) Alive() bool { return p.Now < p.End }

// Wait lets time pass.
func (p *Proc) Wait(t time.Duration) { p.Now += max(t, time.Microsecond) }

// Human gives gaps of something people do, with a mean in lo..hi when busy.
func (p *Proc) Human(lo, hi time.Duration) dice.Gap {
	mean := p.Dur(lo, hi)
	return func() time.Duration {
		return min(p.Exp(time.Duration(float64(mean)/p.Busy(p.Now))), 2*time.Hour+p.Exp(mean))
	}
}

func (p *Proc) ephemeral() uint16 {
	if p.windows {
		return uint16(p.Int(49152, 65535))
	}
	return uint16(p.Int(32768, 60999))
}
