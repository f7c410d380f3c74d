package view

import (
	"fmt"
	"math"

	"davy/internal/plot"
	"davy/shape"
)

// Bytes of header that a packet without data has, as seen in flow logs: IPv4
// and TCP without options, and with time stamps.
var headers = []float64{40, 52}

// Periods searched, in bytes: from what a message hardly is below, to what
// one packet holds.
const shortest, longest = 16, 1460

// quantum shows the payload of the windows, and how it is spread over the
// period with the highest quantogram: where messages have one size, windows
// gather at one remainder.
func quantum(s *Subject, o *Options, f *plot.Figure) error {
	p := bothPlanes[0]
	if o.Remote {
		p = bothPlanes[1]
	}
	payload, header, best, ok := search(s, p)
	panel := plot.Panel{Title: "payload", X: p.side + " payload in ten minutes, bytes", Y: "windows", XScale: plot.Linear, YScale: plot.Linear}
	phase := plot.Panel{Title: "payload over the period", X: "remainder, as a share of the period", Y: "windows", XScale: plot.Linear, YScale: plot.Linear}
	if best.Period == 0 {
		panel.Empty, phase.Empty = "too few different windows", "no period"
		if len(payload) > 0 {
			panel.Empty = ""
			panel.Bars = []plot.Bars{histogram("windows", payload, 60)}
		}
		f.Panels = []plot.Panel{panel, phase}
		return nil
	}
	panel.Bars = []plot.Bars{histogram("windows", payload, 60)}
	var parts []float64
	for _, x := range payload {
		turns := (x - payload[0]) / best.Period
		parts = append(parts, turns-math.Floor(turns))
	}
	bars := bins("windows", parts, 0, 1, 25)
	phase.Bars = []plot.Bars{bars}
	even := float64(len(parts)) / 25
	phase.Curves = []plot.Curve{{Name: "if the period were chance", Stroke: plot.Thick, Points: []plot.Point{{0, even}, {1, even}}}}
	phase.Title = fmt.Sprintf("payload over a period of %.4g bytes", best.Period)
	if !ok {
		phase.Title = fmt.Sprintf("payload over the best period, %.4g bytes: not sure", best.Period)
	}
	f.Panels = []plot.Panel{panel, phase}
	found := "No period is sure"
	if ok {
		found = fmt.Sprintf("A period of %.4g bytes", best.Period)
	}
	f.Notes = append(f.Notes,
		found+fmt.Sprintf(": R = %.2f at the best of %d to %d bytes (chance exceeds %.2f once in 20); %s periods wide (want 4); best periods of the two halves differ by %s %% (at most 3).",
			best.R, shortest, longest, best.Null, figures(best.Spread), figures(100*best.Apart)),
		fmt.Sprintf("Payload is bytes less %.0f a packet: of the headers %.0f and %.0f the one with the higher R, which makes chance up to twice as likely.", header, headers[0], headers[1]))
	return nil
}

// search finds the best period for each header, and keeps the better.
func search(s *Subject, p plane) (payload []float64, header float64, best shape.Quantum, ok bool) {
	for _, h := range headers {
		var rest []float64
		for _, x := range s.points() {
			rest = append(rest, x[p.y]-h*x[p.x])
		}
		if len(rest) == 0 {
			return nil, h, best, false
		}
		if q, found := shape.BestQuantum(rest, shortest, longest); payload == nil || q.R > best.R {
			payload, header, best, ok = rest, h, q, found
		}
	}
	return payload, header, best, ok
}

// histogram counts values in so many bins between the least and the greatest.
func histogram(name string, xs []float64, n int) plot.Bars {
	lo, hi := xs[0], xs[0]
	for _, x := range xs {
		lo, hi = min(lo, x), max(hi, x)
	}
	if hi == lo {
		lo, hi, n = lo-0.5-math.Abs(lo)/1e6, hi+0.5+math.Abs(hi)/1e6, 1
	}
	return bins(name, xs, lo, hi, n)
}

func bins(name string, xs []float64, lo, hi float64, n int) plot.Bars {
	b := plot.Bars{Name: name, Edges: make([]float64, n+1), Heights: make([]float64, n)}
	for i := range b.Edges {
		b.Edges[i] = lo + (hi-lo)*float64(i)/float64(n)
	}
	for _, x := range xs {
		b.Heights[max(0, min(n-1, int((x-lo)/(hi-lo)*float64(n))))]++
	}
	return b
}
