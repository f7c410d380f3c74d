package world

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"makes/t/internal/apps"
	"makes/t/internal/mine"
	"makes/t/internal/wire"
)

var transports = []string{"plain", "plain", "plain", "plain", "plain", "tls12", "tls13", "tls13", "socks", "vpn"}

func (w *World) labelRig(m *mine.Rig, kind string) {
	w.labelMine(m.Host.Iface, m.Addr, kind, m.Pool.Coin, m.Pool.Name, m.Rate, m.Transport)
}

func (w *World) labelMine(f *wire.Iface, addr uint32, kind, coin, pool string, rate float64, transport string) {
	w.label(f, addr, "mining\t"+coin+"-"+transport,
		fmt.Sprintf("\tkind=%s\tcoin=%s\tpool=%s\tsize=%s\ttransport=%s", kind, coin, pool, mine.Size(rate), transport))
}

func ratio(r *rand.Rand) float64 { return math.Pow(20, r.Float64()) }

func (w *World) pool(r *rand.Rand) *mine.Pool {
	of := w.pools[r.IntN(len(w.pools))]
	if r.Float64() < 0.25 { // the coin of stolen processors
		of = w.pools[0]
	}
	return of[r.IntN(len(of))]
}

func (w *World) rig(h *apps.Host, r *rand.Rand, p *mine.Pool) *mine.Rig {
	m := &mine.Rig{Host: h, Pool: p, Addr: p.Addrs[r.IntN(len(p.Addrs))], Rate: ratio(r), Fold: 1, Transport: transports[r.IntN(len(transports))],
		Spans: []apps.Span{{From: 0, To: h.Iface.End()}}}
	switch m.Transport {
	case "socks":
		m.Addr = w.private(r)
		if r.IntN(2) == 0 {
			m.Addr = w.public(r)
		}
	case "vpn":
		m.Addr = w.public(r)
	}
	m.Prepare(r)
	return m
}

func (w *World) mine(h *apps.Host, r *rand.Rand, kind string, desktop bool) {
	switch kind {
	case "solo":
		w.solo(h, r)
	case "proxy":
		p := w.pool(r)
		x := mine.NewProxy(h, r, p, []string{"plain", "plain", "plain", "tls12", "tls13"}[r.IntN(5)], func() uint32 {
			return w.fresh(func() uint32 { return 10<<24 | uint32(64+r.IntN(128))<<16 | r.Uint32()>>16 })
		})
		for _, m := range append(x.Upstream, x.Workers...) {
			m.Run(r)
			w.labelRig(m, kind)
		}
	case "blocked":
		var rigs []*mine.Rig
		for range 1 + r.IntN(3) {
			m := w.rig(h, r, w.pool(r))
			if len(rigs) > 0 {
				m.Rate, m.Transport, m.Port = rigs[0].Rate, rigs[0].Transport, rigs[0].Port
			}
			rigs = append(rigs, m)
		}
		var open *apps.Span
		if r.Float64() < 0.2 && h.Iface.End() > 6*3600 {
			from := r.Float64() * h.Iface.End()
			open = &apps.Span{From: from, To: from + 3600*(0.5+3*r.Float64())}
		}
		mine.RunBlocked(rigs, r, open)
		for _, m := range rigs {
			w.labelRig(m, kind)
		}
	default:
		w.poolMiner(h, r, desktop)
	}
}

func (w *World) solo(h *apps.Host, r *rand.Rand) {
	s := w.nodes[r.IntN(len(w.nodes))]
	coin, _, _ := strings.Cut(s.Name, "-")
	rate, name := ratio(r), fmt.Sprintf("%s-node-%02d", coin, r.IntN(12))
	for range 1 + r.IntN(2)*r.IntN(3) {
		addr := w.private(r)
		if r.Float64() < 0.3 {
			addr = w.public(r)
		}
		s.Run(h, r, addr, r.Float64() < 0.3)
		w.labelMine(h.Iface, addr, "solo", coin, name, rate, "plain")
	}
	if r.Float64() < 0.5 { // the node itself, with its neighbours
		for _, of := range w.services {
			if of[0].Name == "monero-node" && coin == "monero" || of[0].Name == "bitcoin-node" && coin != "monero" {
				w.program(h, r, of[r.IntN(len(of))])
			}
		}
	}
}

// poolMiner plays one or several miners at a pool, steady or as their host allows.
func (w *World) poolMiner(h *apps.Host, r *rand.Rand, desktop bool) {
	m := w.rig(h, r, w.pool(r))
	end := h.Iface.End()
	habit := r.Float64()
	switch {
	case desktop && habit < 0.2: // rests while somebody works, and stays connected
		m.Pauses = h.Work
	case desktop && habit < 0.35: // ends while somebody works
		m.Spans = without(h.Work, end)
	case desktop && habit < 0.5: // throttled
		m.Fold = 0.1 + 0.4*r.Float64()
	case habit > 0.93:
		m.Spans[0].From = end * 0.6 * r.Float64()
	case habit > 0.86:
		from := end * r.Float64()
		m.Spans = []apps.Span{{From: 0, To: from}, {From: min(end, from+3600*(0.3+r.Float64())), To: end}}
	}
	total := 0.0
	for _, s := range m.Spans {
		total += s.To - s.From
	}
	if total < end/4 {
		m.Spans = []apps.Span{{From: 0, To: end}}
	}
	rigs := []*mine.Rig{m}
	if r.Float64() < 0.22 {
		for range 1 + r.IntN(6) {
			other := *m
			other.Rate = min(20, m.Rate*(0.7+0.6*r.Float64()))
			other.Rate = max(1, other.Rate)
			rigs = append(rigs, &other)
		}
	} else if r.Float64() < 0.12 && len(m.Spans) == 1 { // moves to another pool
		other := w.rig(h, r, w.pool(r))
		at := m.Spans[0].From + (end-m.Spans[0].From)*(0.2+0.6*r.Float64())
		other.Rate = m.Rate
		other.Spans = []apps.Span{{From: at, To: end}}
		m.Spans = []apps.Span{{From: m.Spans[0].From, To: at}}
		rigs = append(rigs, other)
	}
	if m.Pool.Coin == "monero" && r.Float64() < 0.4 {
		w.donate(h, r, m)
	}
	for _, m := range rigs {
		m.Run(r)
		w.labelRig(m, "pool")
	}
}

// donate lets a miner work for its author for a minute in a hundred.
func (w *World) donate(h *apps.Host, r *rand.Rand, m *mine.Rig) {
	p := w.pools[0][0]
	author := &mine.Rig{Host: h, Pool: p, Addr: p.Addrs[0], Rate: m.Rate, Fold: 1, Transport: []string{"plain", "tls13"}[r.IntN(2)], Target: 15}
	author.Prepare(r)
	minutes := float64(1 + r.IntN(2))
	for t := 6000 * (0.2 + r.Float64()); t < m.Host.Iface.End(); t += 6000 * (0.9 + 0.2*r.Float64()) {
		author.Spans = append(author.Spans, apps.Span{From: t, To: t + 60*minutes})
	}
	if author.Addr == m.Addr {
		return
	}
	m.Pauses = append(m.Pauses, author.Spans...)
	author.Run(r)
	w.labelRig(author, "donation")
}

// without gives what is left of the log.
func without(work []apps.Span, end float64) []apps.Span {
	var all []apps.Span
	t := 0.0
	for _, s := range work {
		if s.From > t+300 {
			all = append(all, apps.Span{From: t, To: min(end, s.From)})
		}
		t = max(t, s.To)
	}
	if t < end {
		all = append(all, apps.Span{From: t, To: end})
	}
	return all
}
