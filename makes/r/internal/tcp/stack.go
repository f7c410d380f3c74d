package tcp

import (
	"math/rand/v2"

	"makes/r/internal/flow"
)

// Stack is the TCP of a host: an operating system and its settings.
type Stack struct {
	OS       string
	MSS      int     // as announced
	TS, SACK bool    // options offered
	SynBytes int     // of the options in a SYN
	Delack   int64   // the longest an ACK is held back
	Tick     bool    // the delayed ACK comes with a common clock, not so long after the segment
	Quick    int     // segments acknowledged at once after the start
	Stretch  int     // segments per ACK in bulk
	MinRTO   int64   // least time-out, above the RTT
	Cwnd     int     // segments at first
	Window   int     // receive window
	TLP      bool    // tail loss probes
	Update   bool    // a window update after each longer read
	Retries  int     // of data before the connection is given up
	Syn      []int64 // times of SYNs after the first; the last entry is when it gives up
	Probes   int     // keep-alive probes unanswered
	Probe    int64   // time between them
}

func seconds(s ...float64) []int64 {
	out := make([]int64, len(s))
	for i, v := range s {
		out[i] = int64(v * float64(flow.Second))
	}
	return out
}

// RandomStack draws a host's TCP: embedded is the chance of a small device.
func RandomStack(r *rand.Rand, embedded float64) *Stack {
	ms := flow.Millisecond
	s := &Stack{OS: "linux", MSS: 1460, TS: true, SACK: true, SynBytes: 20, Delack: 40 * ms, Quick: 8 + r.IntN(12), Stretch: 2, MinRTO: 200 * ms,
		Cwnd: 10, Window: 64240 << r.IntN(6), TLP: true, Retries: 15, Syn: seconds(1, 3, 7, 15, 31, 63, 127), Probes: 9, Probe: 75 * flow.Second}
	switch p := r.Float64(); {
	case r.Float64() < embedded:
		s.OS, s.TS, s.SACK, s.SynBytes, s.TLP = "lwip", false, false, 4, false
		s.MSS = []int{536, 1400, 1436, 1460, 1460}[r.IntN(5)]
		s.Delack, s.Tick, s.Quick, s.Stretch = 250*ms, true, 0, 2
		s.MinRTO, s.Cwnd, s.Window, s.Retries = 1000*ms, 2+r.IntN(3), s.MSS*(2+r.IntN(8)), 12
		s.Syn, s.Probes = seconds(3, 6, 12, 24, 48, 72), 5
	case p < 0.60:
		if r.Float64() < 0.15 { // tcp_timestamps=0
			s.TS, s.SynBytes = false, 12
		}
		if r.Float64() < 0.2 { // tcp_syn_retries
			s.Syn = s.Syn[:2+r.IntN(4)]
		}
		s.Stretch = []int{2, 2, 2, 3, 4, 8, 16}[r.IntN(7)] // generic receive offload
	case p < 0.85:
		s.OS, s.TS, s.SynBytes, s.TLP = "windows", false, 12, r.Float64() < 0.6
		s.Delack, s.Quick, s.MinRTO, s.Retries = []int64{40, 50, 200, 200}[r.IntN(4)]*ms, 0, 300*ms, 5
		s.Syn = [][]int64{seconds(3, 9, 21), seconds(1, 3, 7, 15, 21), seconds(0.5, 1, 1.5, 2)}[r.IntN(3)]
		s.Update, s.Probes, s.Probe = r.Float64() < 0.5, 10, flow.Second
	default:
		s.OS, s.SynBytes, s.TLP = "bsd", 24, false
		s.Delack, s.Quick, s.MinRTO, s.Retries, s.Update = []int64{40, 100, 100}[r.IntN(3)]*ms, r.IntN(2)*4, 230*ms, 12, true
		s.Syn = [][]int64{seconds(1, 2, 3, 4, 5, 7, 11, 19, 35, 75), seconds(3, 9, 21, 45, 75), seconds(1, 3, 7, 15, 31, 75)}[r.IntN(3)]
		s.Probes = 8
	}
	switch p := r.Float64(); {
	case s.OS == "lwip":
	case p < 0.25:
		s.MSS = 8961
	case p < 0.5:
		s.MSS = []int{1360, 1380, 1400, 1410, 1420, 1440, 1448, 1452}[r.IntN(8)]
	}
	return s
}
