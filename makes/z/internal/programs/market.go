package programs

import (
	"makes/z/internal/acts"
	"makes/z/internal/rng"
)

// markets: money, prices and blockchains without mining.
var markets = []Program{
	{Name: "exchange-ticker-websocket", Tags: "fin exchange", Where: Net, Ports: ports(443, 9443), Servers: 3, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(1, push(acts.Every(k.log(1.5, 10), 0.3), k.sz(120, 900)), k.ask(k.every(15, 180), k.fix(6, 30), k.fix(6, 30))), k.every(3600, 86400), acts.Every(1, 0.5))
	}},
	{Name: "exchange-user-stream", Tags: "exchange fin", Where: Net, Ports: ports(443), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(1, k.poke(k.every(20, 180), k.fix(6, 16), k.fix(6, 20)), push(k.heavy(20, 900), k.sz(200, 900)))
	}},
	{Name: "exchange-rest-poll", Tags: "exchange fin", Where: Net, Ports: ports(443), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(3, 60), k.near(180, 600), k.sz(300, 6000))
	}},
	{Name: "fix-session", Tags: "fin exchange", Where: Net, Ports: ports(9880, 5001, 443), Make: func(k *Kit) acts.Plan {
		beat := k.every(10, 60)
		return k.talk(0.6, idle(tell(beat, k.fix(68, 95))), push(beat, k.fix(68, 95)), human(k.ask(k.rand(8, 300), k.sz(160, 320), k.sz(200, 420))))
	}},
	{Name: "fix-market-data", Tags: "fin exchange", Where: Net, Ports: ports(9881, 5002), Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, burst(human(push(k.rand(1.5, 8), k.sz(180, 500))), 1), tell(k.every(30, 30), k.fix(70, 90)))
	}},
	{Name: "order-entry-binary", Tags: "fin exchange", Where: Net, Ports: ports(26400, 8000), Make: func(k *Kit) acts.Plan {
		return k.talk(0, tell(acts.Every(1.0*k.log(2, 10), 0.01), k.fix(3, 20)), push(acts.Every(k.log(2, 10), 0.01), k.fix(3, 20)), human(k.ask(k.rand(5, 120), k.near(48, 120), k.near(40, 110))))
	}},
	{Name: "card-switch-iso8583", Tags: "fin", Where: Net, Ports: ports(8583, 5000), Make: func(k *Kit) acts.Plan {
		return k.talk(0.4, k.ask(k.every(30, 300), k.fix(40, 70), k.fix(40, 76)), human(k.ask(k.rand(4, 120), k.near(180, 420), k.near(120, 300))))
	}},
	{Name: "pos-terminal-gateway", Tags: "srv-fin", Where: Net, Ports: ports(5000, 8443), Clients: 40, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.7, k.ask(k.every(60, 300), k.fix(10, 60), k.fix(10, 60)), human(k.ask(k.rand(120, 2000), k.near(200, 500), k.near(100, 300))))
	}},
	{Name: "terminal-market-data", Tags: "fin desk", Where: Net, Ports: ports(8194, 8209), Make: func(k *Kit) acts.Plan {
		return k.talk(0.5, human(burst(push(k.rand(2, 10), k.sz(80, 600)), 1)), k.ask(k.every(20, 60), k.fix(24, 60), k.fix(24, 60)))
	}},
	{Name: "fraud-score-grpc", Tags: "fin app", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return k.talk(1, human(k.ask(k.rand(3, 60), k.sz(400, 1500), k.near(60, 200))), k.ask(k.every(30, 300), k.fix(17, 17), k.fix(17, 17)))
	}},
	{Name: "rates-oracle-poll", Tags: "fin exchange chain", Where: Net, Ports: ports(443), Servers: 3, Own: true, Make: func(k *Kit) acts.Plan {
		return k.poll(1, k.every(10, 120), k.near(150, 400), k.sz(300, 3000))
	}},
	{Name: "bitcoin-p2p-peers", Tags: "chain", Where: Net, Ports: ports(8333), Servers: 10, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0, k.ask(acts.Every(120, 0.02), k.fix(32, 32), k.fix(32, 32)), burst(push(k.rand(5, 20), k.near(61, 700)), 0.5), tell(k.rand(8, 60), k.near(61, 400)), k.ask(k.rand(15, 200), k.near(61, 300), k.odd(300, 900, 12000))), k.rand(3000, 200000), k.rand(5, 120))
	}},
	{Name: "bitcoin-p2p-inbound", Tags: "srv-chain", Where: Net, Ports: ports(8333), Clients: 25, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0, k.ask(acts.Every(120, 0.02), k.fix(32, 32), k.fix(32, 32)), push(k.rand(6, 40), k.near(61, 700)), k.ask(k.rand(30, 300), k.near(61, 300), k.sz(300, 2000))), k.rand(600, 90000), k.rand(600, 20000))
	}},
	{Name: "ethereum-devp2p", Tags: "chain", Where: Net, Ports: ports(30303), Servers: 14, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0, k.ask(acts.Every(15, 0.03), k.fix(32, 32), k.fix(32, 32)), push(k.rand(3, 15), k.sz(150, 1500)), burst(tell(k.rand(6, 40), k.sz(100, 900)), 0.5)), k.rand(900, 60000), k.rand(5, 300))
	}},
	{Name: "ethereum-discovery", Tags: "chain", Where: Net, Ports: ports(30303), Servers: 40, Make: func(k *Kit) acts.Plan {
		g := k.grams(30303, wave(0, k.rand(60, 600), k.near(120, 180), k.near(140, 200)), wave(0, k.rand(100, 900), k.fix(171, 171), k.sz(500, 1100)))
		g.All = true
		return g
	}},
	{Name: "beacon-libp2p", Tags: "chain", Where: Net, Ports: ports(9000, 13000), Servers: 12, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, burst(push(k.rand(1.5, 8), k.sz(150, 900)), 1), tell(k.rand(3, 20), k.sz(100, 600)))
	}},
	{Name: "validator-beacon-api", Tags: "chain", Where: Private, Ports: ports(5052, 4000), Make: func(k *Kit) acts.Plan {
		return k.talk(0.1, k.ask(acts.Every(12, 0.005), k.near(180, 500), k.near(300, 900)), push(acts.Every(12, 0.01), k.near(280, 400)), k.ask(acts.Every(384, 0.002), k.near(400, 900), k.sz(2000, 20000)))
	}},
	{Name: "monero-p2p-plain-node", Tags: "chain", Where: Net, Ports: ports(18080), Servers: 10, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0, k.ask(acts.Every(60, 0.01), k.near(200, 300), k.near(900, 9000)), k.poke(acts.Every(60, 0.01), k.near(200, 300), k.near(900, 9000)), push(k.rand(8, 60), k.sz(1500, 4000)), tell(k.rand(15, 90), k.sz(1500, 4000))), k.rand(600, 40000), k.rand(3, 100))
	}},
	{Name: "monero-wallet-rpc-refresh", Tags: "chain exchange", Where: Net, Ports: ports(18081, 18089), Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0.3, k.every(15, 90), k.near(230, 500), k.odd(250, 700, 9000)), 2, acts.Every(0.1, 0.5))
	}},
	{Name: "electrum-wallet", Tags: "chain desk", Where: Net, Ports: ports(50002, 50001), Servers: 4, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, k.ask(acts.Every(k.log(50, 300), 0.05), k.near(50, 80), k.near(40, 60)), push(acts.Expo(600), k.near(240, 260)), push(k.rand(300, 5000), k.near(130, 220)))
	}},
	{Name: "electrum-server-clients", Tags: "srv-chain", Where: Net, Ports: ports(50002), Clients: 35, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0.9, k.ask(acts.Every(k.log(50, 300), 0.05), k.near(50, 80), k.near(40, 60)), push(acts.Expo(600), k.near(240, 260)), burst(k.ask(k.rand(200, 4000), k.near(120, 200), k.odd(60, 300, 3000)), 4)), k.heavy(900, 20000), k.heavy(900, 20000))
	}},
	{Name: "eth-rpc-newheads", Tags: "chain exchange", Where: Net, Ports: ports(443, 8546), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0.9, push(acts.Every(12, 0.04), k.near(1500, 2200)), k.ask(acts.Every(12.1, 0.1), k.near(130, 300), k.odd(80, 300, 9000)), k.ask(k.every(30, 60), k.fix(6, 10), k.fix(6, 10)))
	}},
	{Name: "eth-rpc-http-poll", Tags: "chain exchange", Where: Net, Ports: ports(443, 8545), Servers: 2, Own: true, Make: func(k *Kit) acts.Plan {
		return k.poll(0.8, acts.Every(k.log(3, 20), 0.05), k.near(250, 600), k.odd(180, 400, 9000))
	}},
	{Name: "bitcoind-rpc-user", Tags: "chain exchange", Where: Private, Ports: ports(8332), Make: func(k *Kit) acts.Plan {
		return rounds(k.poll(0, k.every(5, 120), k.near(220, 400), k.odd(150, 700, 20000)), 1.5, acts.Every(0.02, 0.5))
	}},
	{Name: "bitcoind-zmq-feed", Tags: "chain exchange", Where: Private, Ports: ports(28332, 28333), Make: func(k *Kit) acts.Plan {
		return k.talk(0, burst(push(k.rand(1, 8), k.odd(50, 60, 450)), 0.5))
	}},
	{Name: "lightning-peer", Tags: "chain fin", Where: Net, Ports: ports(9735), Servers: 6, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, k.ask(acts.Every(k.log(30, 60), 0.1), k.fix(36, 60), k.fix(36, 60)), burst(push(k.rand(8, 90), k.near(170, 450)), 1), tell(k.rand(60, 900), k.near(140, 450)))
	}},
	{Name: "solana-rpc-slots", Tags: "chain exchange", Where: Net, Ports: ports(443, 8900), Make: func(k *Kit) acts.Plan {
		return k.talk(0.8, push(acts.Every(k.log(1.2, 4), 0.2), k.near(110, 180)), k.ask(k.every(20, 60), k.fix(6, 10), k.fix(6, 10)))
	}},
	{Name: "cosmos-tendermint-peer", Tags: "chain", Where: Net, Ports: ports(26656), Servers: 8, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, burst(push(acts.Every(k.log(4, 7), 0.2), k.near(120, 1044)), 1), burst(tell(acts.Every(k.log(4, 7), 0.2), k.near(120, 900)), 0.5), k.ask(acts.Every(60, 0.02), k.fix(24, 40), k.fix(24, 40)))
	}},
	{Name: "ipfs-swarm", Tags: "chain lab", Where: Net, Ports: ports(4001), Servers: 25, Own: true, Make: func(k *Kit) acts.Plan {
		return short(k.talk(0, k.ask(k.rand(15, 200), k.near(60, 300), k.sz(60, 900)), k.ask(acts.Every(30, 0.1), k.fix(12, 32), k.fix(12, 32))), k.heavy(120, 4000), k.heavy(60, 2000))
	}},
	{Name: "explorer-backend-sync", Tags: "chain", Where: Private, Ports: ports(8332, 3002), Make: func(k *Kit) acts.Plan {
		return k.talk(0, burst(k.ask(k.rand(5, 60), k.near(150, 300), k.odd(300, 900, 60000)), 2))
	}},
	{Name: "mining-pool-dashboard-poll", Tags: "chain desk", Where: Net, Ports: ports(443), Make: func(k *Kit) acts.Plan {
		return byDay(k.poll(1, k.every(10, 120), k.near(400, 900), k.sz(900, 9000)))
	}},
	{Name: "storage-chain-provider", Tags: "chain lab", Where: Net, Ports: ports(1347, 24001), Servers: 8, Own: true, Make: func(k *Kit) acts.Plan {
		return k.talk(0, push(k.rand(3, 30), k.sz(200, 1500)), tell(k.rand(5, 60), k.sz(200, 900)), k.ask(acts.Every(rng.Pick(k.R, 15.0, 30), 0.05), k.fix(12, 44), k.fix(12, 44)))
	}},
}
