package kinds

import (
	"makes/v/internal/flow"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// finance is trading and market data.
func finance() []Kind {
	const g = "finance"
	return []Kind{
		{"fix-session", g, Either, func(r *rng.R) *spec {
			hb := r.Pickf(30, 30, 10, 60)
			return &spec{Port: r.Int(4000, 12000), TLS: maybeTLS(r, 0.4), Hello: []talk.Step{c(steady(r, 110, 180)), s(steady(r, 110, 180))}, Loops: []talk.Loop{loop(rng.Jit(hb, 0.01), c(steady(r, 70, 100))), loop(rng.Jit(hb, 0.01), s(steady(r, 70, 100))), office(loop(some(r, 5, 300), c(loose(r, 160, 300, 0.1)), s(loose(r, 220, 420, 0.15)).Times(rng.Uni(1, 4), rng.Exp(0.2)).After(think(r, 0.001, 0.02))), 0.9)}}
		}},
		{"market-data-socket", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 443, TLS: wire.AnyTLS(r), Hello: upgrade(r), Frame: 4, Life: rng.Uni(20000, 86400), Loops: []talk.Loop{office(loop(some(r, 0.15, 10), s(loose(r, 120, 900, 0.4))), 0.5), loop(often(r, 15, 20, 30, 180), s(rng.Fix(2)), c(rng.Fix(6)))}}
		}},
		{"exchange-ticker-socket", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 9443), TLS: wire.AnyTLS(r), Hello: upgrade(r), Frame: 4, Life: rng.Uni(3000, 86400), Loops: []talk.Loop{loop(some(r, 0.15, 4), s(loose(r, 180, 700, 0.3))), loop(often(r, 20, 30, 180), c(steady(r, 6, 40)), s(steady(r, 2, 40)))}}
		}},
		{"exchange-rest-poll", g, Net, func(r *rng.R) *spec {
			return poll(r, 443, often(r, 1, 2, 5, 10, 60), steady(r, 300, 800), loose(r, 400, 9000, 0.1), 1)
		}},
		{"price-oracle-push", g, Net, func(r *rng.R) *spec {
			return poll(r, 443, often(r, 5, 10, 30, 60), loose(r, 500, 1500, 0.1), steady(r, 250, 500), 1)
		}},
		{"order-gateway-binary", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: r.Int(9000, 20000), Loops: []talk.Loop{loop(rng.Jit(1, 0.02), c(rng.Fix(3))), loop(rng.Jit(1, 0.02), s(rng.Fix(3))), office(loop(some(r, 4, 60), c(rng.Fix(49)), s(rng.Fix(66))), 0.9)}}
		}},
		{"pos-terminal-link", g, Visit, func(r *rng.R) *spec {
			return &spec{Port: r.Int(3000, 12000), TLS: maybeTLS(r, 0.7), Loops: []talk.Loop{loop(often(r, 60, 120, 300), c(steady(r, 20, 60)), s(steady(r, 20, 60))), office(loop(some(r, 60, 1500), c(loose(r, 180, 500, 0.2)), s(loose(r, 80, 300, 0.2)).After(rng.LogN(0.6, 0.5))), 0.9)}}
		}},
		{"fx-rates-multilink", g, Corp, func(r *rng.R) *spec {
			return &spec{Port: r.Int(8000, 15000), Loops: []talk.Loop{office(loop(some(r, 0.2, 5), s(loose(r, 60, 400, 0.3))), 0.8), loop(often(r, 10, 30), c(steady(r, 12, 60)), s(steady(r, 12, 60)).Maybe(0.5))}}
		}},
	}
}

// chains is blockchain software that does not mine.
func chains() []Kind {
	const g = "chain"
	return []Kind{
		{"bitcoin-peer", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 8333, Life: rng.LogN(r.Log(2000, 60000), 0.8), Hello: []talk.Step{c(rng.Fix(126)), s(rng.Fix(126)), c(rng.Fix(24)), s(rng.Fix(24)), c(rng.Fix(90)), s(rng.Fix(90))}, Loops: []talk.Loop{loop(rng.Jit(120, 0.01), c(rng.Fix(32)), s(rng.Fix(32))), loop(rng.Jit(120, 0.01), s(rng.Fix(32)), c(rng.Fix(32))),
				loop(rng.Exp(2), c(loose(r, 61, 700, 0.5))), loop(rng.Exp(5), s(loose(r, 61, 700, 0.5)), c(steady(r, 61, 200)).Maybe(0.4), s(loose(r, 300, 1500, 0.7)).Maybe(0.4)), loop(rng.Exp(600), s(loose(r, 9000, 25000, 0.2)), c(rng.Fix(60)).Maybe(0.5))}}
		}},
		{"altcoin-peer", g, Net, func(r *rng.R) *spec {
			b := r.Log(30, 150)
			return &spec{Port: r.Int(8700, 24000), Life: rng.LogN(r.Log(2000, 60000), 0.8), Hello: []talk.Step{c(rng.Fix(126)), s(rng.Fix(126)), c(rng.Fix(24)), s(rng.Fix(24))}, Loops: []talk.Loop{loop(rng.Jit(120, 0.01), c(rng.Fix(32)), s(rng.Fix(32))), loop(rng.Exp(b), s(rng.Fix(61)), c(rng.Fix(61)), s(loose(r, 500, 9000, 0.6))), loop(some(r, 3, 40), c(loose(r, 61, 300, 0.4)))}}
		}},
		{"monero-peer", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 18080, Life: rng.LogN(r.Log(1000, 30000), 0.8), Hello: []talk.Step{c(rng.Fix(260)), s(loose(r, 2500, 12000, 0.2))}, Loops: []talk.Loop{loop(rng.Jit(60, 0.1), c(rng.Fix(265)), s(loose(r, 2500, 12000, 0.05))), loop(rng.Exp(12), s(loose(r, 1600, 5000, 0.6))), loop(rng.Exp(15), c(loose(r, 1600, 5000, 0.6))), loop(rng.Exp(120), s(loose(r, 2500, 20000, 0.5)))}}
		}},
		{"ethereum-peer", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 30303, Life: rng.LogN(r.Log(1000, 30000), 0.9), Hello: []talk.Step{c(steady(r, 400, 520)), s(steady(r, 360, 520)), c(rng.Fix(180)), s(rng.Fix(180))}, Loops: []talk.Loop{loop(rng.Jit(15, 0.02), c(rng.Fix(48)), s(rng.Fix(48))), loop(rng.Exp(0.8), s(loose(r, 200, 3000, 0.6)), c(loose(r, 90, 600, 0.4)).Maybe(0.3)), loop(rng.Exp(2), c(loose(r, 200, 2000, 0.6)))}}
		}},
		{"ethereum-discovery", g, Net, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: 30303, CPort: 30303, Loops: []talk.Loop{loop(some(r, 60, 900), c(rng.Fix(126)), s(rng.Fix(151)), c(rng.Fix(171)).Maybe(0.5), s(steady(r, 800, 1050)).Maybe(0.5))}}
		}},
		{"libp2p-peer", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 4001, 9000, 30333), Life: rng.LogN(r.Log(600, 20000), 1), Hello: []talk.Step{c(rng.Fix(20)), s(rng.Fix(20)), c(rng.Fix(34)), s(rng.Fix(220)), c(rng.Fix(200))}, Loops: []talk.Loop{loop(rng.Jit(15, 0.1), c(rng.Fix(50)), s(rng.Fix(50))), loop(rng.Exp(1.5), s(loose(r, 120, 1500, 0.8))), loop(rng.Exp(1.5), c(loose(r, 120, 1500, 0.8)))}}
		}},
		{"beacon-validator-client", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 5052, 3500), Conns: 2, Loops: []talk.Loop{loop(rng.Jit(12, 0.01), c(steady(r, 180, 400)), s(loose(r, 400, 1500, 0.2)), c(loose(r, 500, 1500, 0.3)).After(rng.Uni(0.1, 3)), s(rng.Fix(90))), now(loop(rng.Jit(384, 0.01), c(steady(r, 300, 1500)), s(loose(r, 900, 9000, 0.3))))}}
		}},
		{"engine-api", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: 8551, Loops: []talk.Loop{loop(rng.Jit(12, 0.02), c(rng.LogN(9e4, 0.5)), s(rng.Fix(320)).After(rng.Uni(0.05, 0.3)), c(rng.Fix(800)), s(rng.Fix(380)))}}
		}},
		{"eth-rpc-subscription", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 443, 8546), TLS: maybeTLS(r, 0.9), Hello: upgrade(r), Frame: 4, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(12, 2, 3, 0.4), 0.05), s(steady(r, 900, 1900))), loop(some(r, 5, 200), s(loose(r, 500, 1200, 0.2))), loop(often(r, 15, 30, 60), c(rng.Fix(6)), s(rng.Fix(2)))}}
		}},
		{"eth-rpc-poll", g, Either, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 443, 8545), often(r, 1, 2, 4, 7, 12, 15), steady(r, 180, 480), rng.Mix(steady(r, 150, 320), 0.3, loose(r, 1000, 40000, 0.6)), 0.7)
		}},
		{"bitcoin-rpc-user", g, VPC, func(r *rng.R) *spec {
			return poll(r, 8332, often(r, 1, 5, 10, 30, 60), steady(r, 200, 360), rng.Mix(steady(r, 180, 900), 0.2, loose(r, 1000, 60000, 0.6)), 0)
		}},
		{"electrum-wallet", g, Net, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 50002, 50001, 443), TLS: maybeTLS(r, 0.8), Hello: []talk.Step{c(rng.Fix(95)), s(rng.Fix(90)), c(rng.Fix(70)), s(rng.Fix(280))}, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(60, 300, 450), 0.05), c(rng.Fix(58)), s(rng.Fix(42))), loop(rng.Exp(600), s(rng.Fix(275))), loop(some(r, 60, 2000), s(rng.Fix(210)), c(rng.Fix(140)), s(loose(r, 150, 2000, 0.6)))}}
		}},
		{"monero-wallet-rpc", g, Either, func(r *rng.R) *spec {
			return poll(r, rng.Pick(r, 18081, 18089, 443), often(r, 20, 30, 90), steady(r, 220, 420), rng.Mix(steady(r, 300, 900), 0.2, loose(r, 5000, 90000, 0.7)), 0.3)
		}},
		{"block-explorer-poll", g, Net, func(r *rng.R) *spec {
			return poll(r, 443, often(r, 10, 15, 30, 60), steady(r, 250, 600), loose(r, 900, 20000, 0.3), 1)
		}},
		{"chain-indexer", g, VPC, func(r *rng.R) *spec {
			return &spec{Port: rng.Pick(r, 8545, 26657, 8332), Conns: 2, Loops: []talk.Loop{loop(rng.Jit(r.Pickf(1, 2, 6), 0.1), c(steady(r, 200, 320)), s(steady(r, 180, 400)), c(steady(r, 200, 400)).Maybe(0.3), s(rng.LogN(r.Log(5000, 2e5), 0.7)).Maybe(0.3))}}
		}},
		{"lightning-peer", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 9735, Hello: []talk.Step{c(rng.Fix(50)), s(rng.Fix(50)), c(rng.Fix(66)), s(rng.Fix(90)), c(rng.Fix(90))}, Loops: []talk.Loop{loop(rng.Jit(60, 0.05), c(steady(r, 38, 60)), s(steady(r, 38, 60))), loop(some(r, 3, 20), s(loose(r, 170, 500, 0.3)).Times(rng.Uni(1, 9), rng.Exp(0.02)))}}
		}},
		{"tendermint-peer", g, Net, func(r *rng.R) *spec {
			return &spec{Port: 26656, Loops: []talk.Loop{loop(rng.Exp(r.Log(0.4, 1.5)), c(rng.Fix(1044)).Maybe(0.5), s(rng.Fix(1044)).Maybe(0.5)), loop(rng.Jit(60, 0.01), c(rng.Fix(1044)), s(rng.Fix(1044)))}}
		}},
		{"validator-gossip-udp", g, Net, func(r *rng.R) *spec {
			return &spec{Proto: flow.UDP, Port: r.Int(8000, 8010), CPort: r.Int(8000, 8010), Loops: []talk.Loop{loop(some(r, 0.2, 2), c(steady(r, 130, 1232))), loop(some(r, 0.2, 2), s(steady(r, 130, 1232)))}}
		}},
		{"storage-farmer-harvester", g, VPC, func(r *rng.R) *spec {
			// Proof of space: the farmer forwards signage points to its harvesters.
			return &spec{Port: 8447, TLS: wire.NewTLS("tls13", r).WithClientCert(r), Frame: 6, Loops: []talk.Loop{shared(r, rng.Jit(9.375, 0.05), rng.Exp(0.01), s(loose(r, 180, 500, 0.1)), c(loose(r, 120, 700, 0.5)).Maybe(0.6).After(rng.Uni(0.1, 2))), loop(rng.Jit(r.Pickf(30, 300), 0.02), c(rng.Fix(4)), s(rng.Fix(4)))}}
		}},
	}
}
