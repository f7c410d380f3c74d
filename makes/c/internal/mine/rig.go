package mine

import (
	"strings"

	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

// rig is a machine that mines: how fast, when, and with what program.
type rig struct {
	dice    *dice.Dice
	speed   float64 // in slow machines
	user    string
	pass    string
	worker  string
	agent   string
	beat    float64 // seconds between application keep-alives, 0 for none
	reports float64 // seconds between hashrate reports, 0 for none
	retry   dice.Gap
	kill    float64 // mean seconds until something kills it; 0: nothing does
	cron    float64 // then it starts again at a multiple of so many seconds
	resting func(t float64) bool
}

// sizes are the classes of speed.
var sizes = []struct {
	name   string
	lo, hi float64
}{{"slow", 0.7, 1.5}, {"middle", 3, 7}, {"fast", 14, 28}}

// newRig draws a rig on the host of a size class.
func newRig(h *wire.Host, size int) *rig {
	d := h.D
	r := &rig{dice: d, speed: d.Log(sizes[size].lo, sizes[size].hi), pass: strings.Repeat("x", dice.Of(d, 1, 1, 1, d.Int(2, 24))),
		agent: strings.Repeat("a", dice.Of(d, d.Int(9, 22), d.Int(40, 75))), retry: d.Tick(1, 60)}
	r.worker = strings.Repeat("w", d.Int(1, 20))
	r.user = strings.Repeat("W", dice.Of(d, 34, 42, 62, 67, 95, 106)) + dice.Of(d, "", "."+r.worker)
	if d.Chance(0.5) {
		r.beat = dice.Of[float64](d, 10, 30, 45, 60, 60, 60, 120)
	}
	if d.Chance(0.5) {
		r.reports = dice.Of[float64](d, 10, 15, 30, 60, 60)
	}
	if d.Chance(0.25) {
		r.kill, r.cron = d.Log(200, 8000), dice.Of[float64](d, 60, 60, 300, 600, 900)
	}
	r.resting = r.habits(h)
	return r
}

// habits is when the rig does not hash, connected though it is: never, while
// people work, by day, or in turns of a throttle.
func (r *rig) habits(h *wire.Host) func(t float64) bool {
	d := h.D
	switch p := d.Float64(); {
	case p < 0.6:
		return func(float64) bool { return false }
	case p < 0.72:
		busy := d.U(0.3, 0.8)
		return func(t float64) bool { return h.Activity(t) > busy }
	case p < 0.85:
		duty := d.U(0.2, 0.9)
		return func(float64) bool { return !d.Chance(duty) }
	default:
		period, duty := d.Log(60, 5000), d.U(0.2, 0.8)
		return func(t float64) bool {
			at := (t + wire.Warm) / period
			return at-float64(int(at)) > duty
		}
	}
}
