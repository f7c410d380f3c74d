package lab

import (
	"fmt"
	"strconv"
	"strings"
)

// An Evasion is what the miners of an interface do so as not to be found. The
// zero Evasion does nothing. Folding many miners into one connection is not a
// knob but a kind: the proxies. Solo miners pad, jitter and dilute, blocked ones
// jitter and rotate. Inside a tunnel, rotation shows as new connections only.
type Evasion struct {
	Padding  float64 // random bytes added to each message, as a mean share of its size: 0.05 to 0.5
	Jitter   float64 // each message waits at random up to this share of the mean interval of its sort: 0 to 1
	Throttle float64 // share of the hash rate that is used, by running slower or by pausing: 0.1 to 1; 0 is 1
	Dilution float64 // share of ten-minute windows in which other traffic runs between the same addresses: 0 to 1
	Rotate   int     // server addresses the miner goes about, each for ten minutes to four hours: 2 to 32; 0 and 1 for none
}

// maxRotate is how many addresses a miner goes about at most.
const maxRotate = 32

// A knob is one of the fields of an Evasion.
type knob struct {
	name  string // in lower case
	value float64
	none  float64 // does nothing, like 0
	most  float64
}

func (e Evasion) knobs() [5]knob {
	return [...]knob{
		{"padding", e.Padding, 0, 4},
		{"jitter", e.Jitter, 0, 1},
		{"throttle", e.Throttle, 1, 1},
		{"dilution", e.Dilution, 0, 1},
		{"rotate", float64(e.Rotate), 1, maxRotate},
	}
}

// problem says which knob of e cannot be used, and why; "" if all can.
func (e Evasion) problem() (knob, problem string) {
	for _, k := range e.knobs() {
		if !(k.value >= 0 && k.value <= k.most) { // NaN too
			return k.name, fmt.Sprintf("is not between 0 and %v", k.most)
		}
	}
	return "", ""
}

// String is the value of the evasion attribute: "padding:0.3,rotate:4".
func (e Evasion) String() string {
	var parts []string
	for _, k := range e.knobs() {
		if k.value != 0 && k.value != k.none {
			parts = append(parts, fmt.Sprintf("%s:%g", k.name, k.value))
		}
	}
	return strings.Join(parts, ",")
}

// ParseEvasion reads "padding=0.3,rotate=4". The error is a *ConfigError.
func ParseEvasion(text string) (Evasion, error) {
	var e Evasion
	fields := map[string]*float64{"padding": &e.Padding, "jitter": &e.Jitter, "throttle": &e.Throttle, "dilution": &e.Dilution, "rotate": new(float64)}
	for part := range strings.SplitSeq(text, ",") {
		name, number, _ := strings.Cut(part, "=")
		field := fields[name]
		if field == nil {
			return e, &ConfigError{"Evasion", fmt.Sprintf("has no knob %q", name)}
		}
		value, err := strconv.ParseFloat(number, 64)
		if err != nil {
			return e, &ConfigError{"Evasion." + name, fmt.Sprintf("is %q, not a number", number)}
		}
		*field = value
	}
	if e.Rotate = int(*fields["rotate"]); float64(e.Rotate) != *fields["rotate"] {
		return e, &ConfigError{"Evasion.rotate", "is not a whole number"}
	}
	if knob, problem := e.problem(); problem != "" {
		return e, &ConfigError{"Evasion." + knob, problem}
	}
	return e, nil
}

// power is the share of the hash rate in use.
func (e Evasion) power() float64 {
	if e.Throttle == 0 {
		return 1
	}
	return e.Throttle
}

// addresses is how many servers the miner goes about.
func (e Evasion) addresses() int { return max(1, e.Rotate) }

// late is how long a message waits whose like come so often, in seconds.
func (s *session) late(interval float64) float64 {
	if j := s.host.evasion.Jitter; j > 0 {
		return s.between(0, j*interval)
	}
	return 0
}

// dilute runs transfers between the same addresses as the miner, in the share of
// windows asked for.
func (s *session) dilute(p *peer) {
	if share := s.host.evasion.Dilution; share > 0 {
		s.also(transfers(p, share))
	}
}

// transfers are like a browser's, from the address of p, in a share of windows:
// pages of a few objects, each followed by some thinking.
func transfers(p *peer, share float64) func(*session) {
	other := *p
	other.port, other.tls = 443, true
	return func(s *session) {
		for next := s.now; s.until(next); next += 600 {
			if !s.chance(share) {
				continue
			}
			for end := next + s.spread(20, 500); s.now < end; {
				c := s.connect(&other, s.now)
				t := c.ready
				for range 1 + s.IntN(10) {
					t = c.ask(t, s.size(span{180, 1600}), s.spread(0.005, 0.4), s.tail(span{700, 1_000_000}))
				}
				c.close(t, s.IntN(2))
				if !s.until(t + s.spread(2, 90)) {
					return
				}
			}
		}
	}
}
