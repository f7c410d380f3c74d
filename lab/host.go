package lab

import (
	"fmt"
	"net/netip"
)

// A host is one network interface at work.
type host struct {
	index    int
	eni      string
	local    netip.Addr // primary private IPv4 address
	six      netip.Addr // IPv6 address, if it has one
	pods     int
	peers    string
	place    string  // columns vpc-id, subnet-id and instance-id
	zone     string  // column az-id
	key      uint64  // of what befalls its records and where its sessions live
	clock    float64 // seconds since midnight (UTC) at the start
	format   Format
	faults   Faults
	meter    *meter
	sessions []*session
	evasion  Evasion   // of the miners
	shared   float64   // see Host.Shared
	uplink   *uplink   // to its NAT gateway
	behind   []*uplink // of a NAT gateway: whom it serves
	labels   []Label
	labelled map[[2]netip.Addr]int // place in labels
	records  []record              // complete since the last delivery
	whole    []record              // before their faults
}

// newHost builds interface i of a checked Config. Close it after use.
func newHost(cfg Config, i int) *host {
	conf := cfg.Hosts[i]
	length := int64(conf.Interval)
	if length == 0 {
		length = int64(cfg.Interval)
	}
	d := roll(cfg.Seed, uint64(i), name("interface"))
	h := bareHost(cfg, d, length)
	h.index, h.local = i, primary(i)
	h.meter.early = int64(conf.Early)
	h.pods, h.peers, h.evasion, h.shared = conf.Pods, conf.Peers, conf.Evasion, conf.Shared
	if conf.IPv6 {
		h.six = six(i)
	}
	h.place, h.zone = whereabouts(cfg.Seed, i/200, fmt.Sprintf("i-0%016x", mix(h.key)))
	for j, k := range conf.Kinds {
		h.sessions = append(h.sessions, newSession(cfg.Seed, h, j, kinds[k]))
	}
	return h
}

// bareHost is an interface on which nothing runs. Its intervals begin off the
// round minute, but at the same place of every interval of the epoch.
func bareHost(cfg Config, d dice, length int64) *host {
	h := &host{
		eni:      fmt.Sprintf("eni-0%016x", d.Uint64()),
		clock:    float64(cfg.Start.Unix() % 86400),
		format:   cfg.Format,
		faults:   cfg.Faults,
		labelled: make(map[[2]netip.Addr]int),
	}
	phase := int64(1+d.IntN(int(length)-1)) - cfg.Start.Unix()%length
	h.meter = newMeter(length, (phase+length)%length, cfg.Duration.Seconds())
	h.key = d.Uint64()
	return h
}

// run simulates up to second and appends the records that are complete by then.
func (h *host) run(records []record, second int64, last bool) []record {
	for _, s := range h.sessions {
		s.run(float64(second))
	}
	begin := len(records)
	return h.finish(h.meter.readOut(records, h, second, last), begin)
}

// finish spoils the records from begin and labels their pairs.
func (h *host) finish(records []record, begin int) []record {
	if h.faults.any() {
		h.whole = append(h.whole[:0], records[begin:]...)
		records = h.faults.spoil(records[:begin], h.whole)
	}
	for i := range records[begin:] {
		h.name(&records[begin+i])
	}
	return records
}

// name labels the pair of a record, once, with what is most telling of it.
func (h *host) name(r *record) {
	if r.status != statusOK || r.flow.named && r.flow.inner == nil {
		return
	}
	r.flow.named = true
	label := *r.flow.label
	label.Interface = h.eni
	label.Local, label.Remote = r.pair()
	if r.flow.inner != nil {
		label.Attrs.Via = viaNAT
	}
	pair := [2]netip.Addr{label.Local, label.Remote}
	if i, ok := h.labelled[pair]; !ok {
		h.labelled[pair] = len(h.labels)
		h.labels = append(h.labels, label)
	} else if label.better(&h.labels[i]) {
		h.labels[i] = label
	}
}

// close ends all sessions.
func (h *host) close() {
	for _, s := range h.sessions {
		s.cancel()
	}
}
