package wire

// Agenda runs what two ends of a connection do independently of each other, in
// the order of time.
type Agenda struct {
	c      *Conn
	alarms []alarm
}

type alarm struct {
	at float64
	do func() float64 // returns the gap to its next time, negative for never
}

// NewAgenda makes an empty agenda for a connection.
func NewAgenda(c *Conn) *Agenda { return &Agenda{c: c} }

// In plans something in so many seconds; it returns the gap to its next time,
// or a negative number if it is done.
func (a *Agenda) In(seconds float64, do func() float64) {
	a.alarms = append(a.alarms, alarm{a.c.T + seconds, do})
}

// Run lets everything happen until a time.
func (a *Agenda) Run(until float64) {
	for {
		next := -1
		for i := range a.alarms {
			if next < 0 || a.alarms[i].at < a.alarms[next].at {
				next = i
			}
		}
		if next < 0 || a.alarms[next].at >= until {
			a.c.WaitUntil(until)
			a.c.settle()
			return
		}
		at := a.alarms[next].at
		a.c.WaitUntil(at)
		gap := a.alarms[next].do()
		if gap < 0 {
			last := len(a.alarms) - 1
			a.alarms[next] = a.alarms[last]
			a.alarms = a.alarms[:last]
			continue
		}
		a.alarms[next].at = max(at+gap, a.c.T)
	}
}
