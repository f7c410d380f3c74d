package lab

import (
	"fmt"
	"net/netip"
)

// maxHosts is how many local addresses there are.
const maxHosts = 32768 * 200

// A host is one network interface at work.
type host struct {
	index    int
	eni      string
	local    netip.Addr
	clock    float64 // seconds since midnight (UTC) at the start
	meter    *meter
	sessions []*session
	labels   []Label
	labelled map[netip.Addr]bool
}

// newHost builds interface i of a checked Config. Close it after use.
func newHost(cfg Config, i int) *host {
	conf := cfg.Hosts[i]
	length := int64(conf.Interval)
	if length == 0 {
		length = int64(cfg.Interval)
	}
	d := roll(cfg.Seed, uint64(i), name("interface"))
	h := &host{
		index:    i,
		eni:      fmt.Sprintf("eni-0%016x", d.Uint64()),
		local:    v4(10<<24, i/200<<8|(10+i%200)),
		clock:    float64(cfg.Start.Unix() % 86400),
		labelled: make(map[netip.Addr]bool),
	}
	// The interface's intervals begin off the round minute, but at the same
	// place of every interval of the epoch.
	phase := int64(1+d.IntN(int(length)-1)) - cfg.Start.Unix()%length
	h.meter = newMeter(length, (phase+length)%length, cfg.Duration.Seconds())
	for j, k := range conf.Kinds {
		h.sessions = append(h.sessions, newSession(cfg.Seed, h, j, kinds[k]))
	}
	return h
}

// run simulates up to second and appends the records that are complete by then.
func (h *host) run(records []record, second int64, last bool) []record {
	for _, s := range h.sessions {
		s.run(float64(second))
	}
	begin := len(records)
	records = h.meter.readOut(records, h, second, last)
	for _, r := range records[begin:] {
		if r.flow != nil && !r.flow.named {
			r.flow.named = true
			h.name(r.flow)
		}
	}
	return records
}

// name labels the pair of a flow, once.
func (h *host) name(f *flow) {
	remote := f.remote.Addr()
	if h.labelled[remote] {
		return
	}
	h.labelled[remote] = true
	h.labels = append(h.labels, Label{Interface: h.eni, Local: f.local.Addr(), Remote: remote, Class: f.label.class, Group: f.label.name})
}

// close ends all sessions.
func (h *host) close() {
	for _, s := range h.sessions {
		s.cancel()
	}
}
