package sim

import (
	"fmt"
	"math"
)

// Program is one running program: its own clock, dice and label.
type Program struct {
	Dice
	*Host
	Now   float64
	End   float64
	Label *Label // nil leaves its pairs unlabelled
}

// NewProgram gives a program that begins somewhere in the warm-up.
func (h *Host) NewProgram(label *Label) *Program {
	h.count++
	d := NewDice(h.World.Seed, fmt.Sprint(h.ENI, "/", h.count, "/", label))
	return &Program{Dice: d, Host: h, Now: d.Between(WarmUp, WarmUp/9), End: h.World.Seconds, Label: label}
}

// Fork gives a second thread of the program, with the same label and clock.
func (p *Program) Fork() *Program {
	q := *p
	q.Dice = Dice{NewDice(p.Uint64(), "fork").Rand}
	return &q
}

// Alive tells whether the run goes on.
func (p *Program) Alive() bool { return p.Now < p.End }

// Wait lets time pass.
func (p *Program) Wait(seconds float64) { p.Now += seconds }

// Timer is something a program does again and again within a connection.
type Timer struct {
	Wait func() float64 // until the next time
	Do   func()
	at   float64
}

// Again sets the timer anew from now.
func (t *Timer) Again(p *Program) { t.at = p.Now + t.Wait() }

// Loop runs timers in the order they fall due, until a time.
func (p *Program) Loop(until float64, timers ...*Timer) {
	until = math.Min(until, p.End)
	for _, t := range timers {
		t.Again(p)
	}
	for {
		next := timers[0]
		for _, t := range timers[1:] {
			if t.at < next.at {
				next = t
			}
		}
		if next.at >= until {
			p.Now = math.Max(p.Now, until)
			return
		}
		p.Now = math.Max(p.Now, next.at)
		next.Do()
		next.Again(p)
	}
}

// Clock gives the hour of the day, and the day (Monday is 0), where the people are.
func (p *Program) Clock() (hour float64, day int) {
	local := p.Now/3600 + p.Zone
	return math.Mod(local+240, 24), int(math.Floor(local/24)+7) % 7
}

// Office tells whether people are at work.
func (p *Program) Office() bool {
	hour, day := p.Clock()
	return day < 5 && hour > 8.5 && hour < 18
}

// Busy is how lively the public is now, about 1 over a day.
func (p *Program) Busy() float64 {
	hour, _ := p.Clock()
	return 1 - 0.6*math.Cos((hour-3.5)/12*math.Pi)
}
