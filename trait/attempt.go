package trait

import (
	"math"

	"davy/biflow"
	"davy/shape"
)

// An AttemptVector holds the traits of attempts to connect that came to
// nothing, in the order of the constants below.
type AttemptVector [AttemptCount]float64

// The traits of attempts. Unlike a miner's traffic they do have a rate of their
// own: that of the client's timeout and pause.
const (
	AttemptRate      = iota // ln of the connections tried in a window, median
	AttemptSpread           // their quartile dispersion
	AttemptPackets          // ln of the local packets of an attempt, median
	AttemptSize             // ln of the bytes of a local packet, median
	AttemptRejected         // share of the local packets that were rejected, mean
	AttemptReplies          // remote packets per local packet, median
	AttemptPorts            // client ports per attempt, mean
	AttemptPortShare        // share of windows in which one server port was tried
	AttemptOccupancy        // share of the watched windows with attempts
	AttemptMemory           // correlation of ln of the attempts of a window with those of the next
	AttemptPeak             // ln of the ninth decile of the attempts of a window over their median
	AttemptDip              // ln of the median over the first decile
	AttemptClient           // 1 if the local side tries, 0 if the remote side does, 0.5 if unknown
	AttemptInside           // 1 if the remote address is private (RFC 1918, RFC 4193)
	AttemptSiblings         // ln(1 + other peers of the interface at the same service), see biflow.Pair

	AttemptCount // number of traits
)

// most is the most bytes of a packet without payload: a TCP header with the
// options of a SYN over IPv6 (RFC 8200, 40 bytes; RFC 9293, up to 60, of which
// SYNs in use have 40).
const most = 80

// fruitless tells whether everything in a window is attempts that came to
// nothing: rejected, unanswered, or answered without payload.
func fruitless(w *biflow.Window) bool {
	if w.Flags&biflow.Incomplete != 0 || w.Connections == 0 {
		return false
	}
	return w.LocalBytes <= most*w.LocalPackets && w.RemoteBytes <= most*w.RemotePackets
}

// Attempts cuts the windows of a pair in which no connection came to anything
// into spans, as Spans does with the others.
func Attempts(p *biflow.Pair) []Span { return cut(p, fruitless) }

// CountAttempts returns the number of windows in those spans.
func CountAttempts(p *biflow.Pair) int { return count(p, fruitless) }

// Attempts returns what the attempts of the span are like.
func (s Span) Attempts() AttemptVector {
	var v AttemptVector
	n := float64(len(s.Windows))
	var rate, lnRate, packets, size, replies []float64
	for i := range s.Windows {
		w := &s.Windows[i]
		tries := float64(w.Connections)
		sent := float64(w.LocalPackets + w.Turned[0].Packets)
		bytes := float64(w.LocalBytes + w.Turned[0].Bytes)
		back := float64(w.RemotePackets + w.Turned[1].Packets)
		rate, lnRate = append(rate, tries), append(lnRate, math.Log(tries))
		packets = append(packets, math.Log(max(sent, 0.5)/tries))
		size = append(size, math.Log(max(bytes, smallest)/max(sent, 1)))
		replies = append(replies, min(back/max(sent, 0.5), 8))
		v[AttemptRejected] += float64(w.Turned[0].Packets+w.Turned[1].Packets) / max(sent+back, 1) / n
		v[AttemptPorts] += float64(w.ClientPorts) / tries / n
		if w.ServerShare >= 1 {
			v[AttemptPortShare] += 1 / n
		}
	}
	v[AttemptRate], v[AttemptPackets] = shape.Median(lnRate), shape.Median(packets)
	v[AttemptSize], v[AttemptReplies] = shape.Median(size), shape.Median(replies)
	v[AttemptSpread], _ = shape.QuantileSpread(rate)
	v[AttemptPeak] = shape.Quantile(lnRate, 0.9) - v[AttemptRate]
	v[AttemptDip] = v[AttemptRate] - shape.Quantile(lnRate, 0.1)
	v[AttemptMemory], _ = shape.Autocorrelation(lnRate, 1)
	v[AttemptOccupancy] = s.occupancy()
	v[AttemptClient], v[AttemptInside], v[AttemptSiblings] = s.client(), s.inside(), s.siblings()
	return v
}

// AttemptNames are what the traits of attempts are called in models and findings.
var AttemptNames = [AttemptCount]string{
	"attempts", "attempt_spread", "packets_per_attempt", "attempt_size", "rejected", "replies", "ports_per_attempt", "one_port",
	"occupancy", "memory", "peak", "dip", "client", "inside", "siblings",
}
