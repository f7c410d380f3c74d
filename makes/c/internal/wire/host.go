package wire

import (
	"cmp"
	"math"
	"slices"

	"makes/c/internal/dice"
)

// Host is a machine with one network interface.
type Host struct {
	Addr    uint32
	ENI     string
	Stack   Stack
	D       *dice.Dice
	World   *World
	End     float64 // of the run
	Kind    string  // the program that is running
	Labels  map[uint32]Label
	phase   int32
	zone    float64 // hours its people are ahead
	records []Record
}

// Label says what the traffic between a host and a peer is.
type Label struct {
	Class string // benign or mining
	Name  string
	Extra string // more fields, each with its tab
}

const hexDigits = "0123456789abcdef"

// NewHost gives a host named for its dice.
func NewHost(w *World, name string, windows bool) *Host {
	d := w.Dice(name)
	id := []byte("eni-0")
	for range 16 {
		id = append(id, hexDigits[d.IntN(16)])
	}
	h := &Host{Addr: w.PrivateAddr(), ENI: string(id), D: d, World: w, End: w.Seconds, Labels: map[uint32]Label{},
		Stack: newStack(d), phase: int32(d.IntN(w.Interval)), zone: dice.Of(d, -8, -5, -3, 0, 1, 2, 5.5, 8, 9)}
	if windows {
		h.Stack = windowsStack(d)
	} else if h.Stack.Windows {
		h.Stack = Stack{Stamps: true, Syn: 60, Delay: 0.04, Quick: 16, Thrift: d.Int(2, 6)}
	}
	return h
}

// window is the number of the aggregation interval of a second.
func (h *Host) window(sec int32) int32 { return (sec + h.phase) / int32(h.World.Interval) }

// Ephemeral gives a source port.
func (h *Host) Ephemeral() uint16 {
	if h.Stack.Windows {
		return uint16(h.D.Int(49152, 65535))
	}
	return uint16(h.D.Int(32768, 60999))
}

// Peer gives a service of the running program's kind and labels its address.
func (h *Host) Peer(private bool, ports ...uint16) *Service {
	reuse := 0.6
	if private {
		reuse = 0.4
	}
	s := h.World.Service(h.Kind, reuse, private, ports...)
	h.Label(s, Label{Class: "benign", Name: h.Kind})
	return s
}

// Peers gives several peers of the running program that nobody else has.
func (h *Host) Peers(n int, private bool, ports ...uint16) []*Service {
	var all []*Service
	for range n {
		s := h.World.newService(private, ports)
		h.Label(s, Label{Class: "benign", Name: h.Kind})
		all = append(all, s)
	}
	return all
}

// Label says what the traffic with a peer is.
func (h *Host) Label(s *Service, label Label) { h.Labels[s.Addr] = label }

// Begin is a moment before the run at which a program may have started.
func (h *Host) Begin() float64 { return -h.D.U(0, Warm) }

// Activity is how busy the host's people are at t, between 0 and 1.
func (h *Host) Activity(t float64) float64 {
	hours := t/3600 + h.zone
	day, hour := math.Floor(hours/24), math.Mod(hours+48, 24)
	busy := 0.03 + 0.97*math.Exp(-math.Pow((hour-13.5)/4.2, 4))
	if weekday := math.Mod(day+7, 7); weekday >= 5 {
		busy *= 0.2
	}
	return busy
}

// Each does something again and again, independently of how long it takes.
func (h *Host) Each(gap dice.Gap, do func(t float64)) {
	for t := h.Begin() + gap()*h.D.Float64(); t < h.End; t += max(gap(), 1e-3) {
		do(t)
	}
}

// Human is Each for what people do: less at night and at weekends.
func (h *Host) Human(gap dice.Gap, do func(t float64)) {
	h.Each(gap, func(t float64) {
		if h.D.Chance(h.Activity(t)) {
			do(t)
		}
	})
}

// Once opens a connection, does something with it, and closes it.
func (h *Host) Once(t float64, s *Service, do func(c *Conn)) float64 {
	c := h.Dial(t, s)
	do(c)
	c.Close(Client)
	return c.Now
}

// Keep holds a connection open, which lasts for the given time on average,
// and opens it again after a pause.
func (h *Host) Keep(s *Service, life float64, again dice.Gap, do func(c *Conn)) {
	for t := h.Begin(); t < h.End; {
		c := h.Dial(t, s)
		c.Limit(h.D.Exp(life))
		do(c)
		if h.D.Chance(0.1) {
			c.Reset(Server)
		} else {
			c.Close(Side(h.D.IntN(2)))
		}
		t = c.Now + again()
	}
}

// Datagrams is a question and an answer by UDP; no answer if down is 0.
func (h *Host) Datagrams(t float64, s *Service, up, down int) {
	port := h.Ephemeral()
	out := flow{host: h, rec: Record{Src: h.Addr, Dst: s.Addr, Sport: port, Dport: s.Port, Proto: UDP}}
	out.add(t, 1, up+28)
	out.flush()
	if down > 0 {
		in := flow{host: h, rec: Record{Src: s.Addr, Dst: h.Addr, Sport: s.Port, Dport: port, Proto: UDP}}
		in.add(t+s.RTT, 1, down+28)
		in.flush()
	}
}

// Records gives what the interface saw, in order of end time: one record per
// 5-tuple, direction, action and interval, and NODATA for empty intervals.
func (h *Host) Records() []Record {
	slices.SortFunc(h.records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Window, b.Window), cmp.Compare(a.tuple(), b.tuple()),
			cmp.Compare(a.peers(), b.peers()), cmp.Compare(a.Start, b.Start))
	})
	var merged []Record
	for _, r := range h.records {
		if n := len(merged) - 1; n >= 0 && merged[n].Window == r.Window && merged[n].tuple() == r.tuple() && merged[n].peers() == r.peers() {
			merged[n].End = max(merged[n].End, r.End)
			merged[n].Packets += r.Packets
			merged[n].Bytes += r.Bytes
		} else {
			merged = append(merged, r)
		}
	}
	h.records = nil
	merged = append(merged, h.emptyWindows(merged)...)
	slices.SortStableFunc(merged, func(a, b Record) int { return cmp.Compare(a.End, b.End) })
	return merged
}

func (h *Host) emptyWindows(seen []Record) []Record {
	last := h.window(int32(h.End) - 1)
	busy := make([]bool, last+1)
	for _, r := range seen {
		busy[r.Window] = true
	}
	var empty []Record
	interval := int32(h.World.Interval)
	for w, b := range busy {
		if start := int32(w)*interval - h.phase; !b && start >= 0 && start+interval <= int32(h.End) {
			empty = append(empty, Record{NoData: true, Start: start, End: start + interval - 1})
		}
	}
	return empty
}

// tuple and peers identify the 5-tuple, direction and action of a record.
func (r *Record) tuple() uint64 {
	key := uint64(r.Sport)<<32 | uint64(r.Dport)<<16 | uint64(r.Proto)<<1
	if r.Reject {
		key++
	}
	return key
}

func (r *Record) peers() uint64 { return uint64(r.Src)<<32 | uint64(r.Dst) }
