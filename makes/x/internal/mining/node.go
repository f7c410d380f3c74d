package mining

import (
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/talk"
	"makes/x/internal/wire"
)

// node has the host run a node of the chain, with peers all over the world.
func (m *Market) node(h *site.Host, local uint32, g *rig, name string) {
	r := g.r
	port := uint16(r.Int(7000, 40000))
	gossip := r.Log(1, 25)
	ping := r.Log(15, 120)
	tx := r.Log(120, 2500)
	body := talk.Session{
		Hello: []talk.Turn{{Ask: talk.Size{Lo: 100, Hi: 400}, Answer: talk.Size{Lo: 100, Hi: 9000}}},
		Beats: []talk.Beat{
			{From: talk.Client, Every: span(ping, ping), Jitter: 0.03, Size: talk.Size{Lo: 32, Hi: 400}, Reply: talk.Size{Lo: 32, Hi: 4000, Vary: 0.1}, Think: 0.01},
			{From: talk.Server, Every: span(gossip, gossip), Jitter: -1, Size: talk.Size{Lo: tx, Hi: tx, Vary: 0.6}},
			{From: talk.Client, Every: span(gossip, gossip), Jitter: -1, Size: talk.Size{Lo: tx, Hi: tx, Vary: 0.6}},
			{From: talk.Server, Every: span(max(g.coin.Block, 1), max(g.coin.Block, 1)), Jitter: -1, Size: talk.Size{Lo: 300, Hi: 20000, Vary: 0.5}},
		},
		Life: span(900, 200000), Pause: span(1, 60),
	}
	player := body.Draw(r)
	for range r.Int(4, 14) {
		link := h.Link(local, h.Net.Peer(r, rnd.Pick(r, []site.Where{site.World, site.World, site.Home})), "mining")
		if link == nil {
			continue
		}
		link.Mark(g.label("node", &target{pool: &pool{name: name}, transport: "plain"}))
		side := wire.Near
		if h.Public && r.Chance(0.4) {
			side = wire.Far
		}
		from := begin(r)
		to := m.until
		if r.Chance(0.5) { // peers come and go
			from = max(from, r.Between(-1, 0.8)*m.until)
			to = min(to, from+r.Exp(4*3600))
		}
		player.Play(&talk.Env{R: r, Link: link, Port: port, Client: side, From: from, To: to, Busy: h.Busy})
	}
}
