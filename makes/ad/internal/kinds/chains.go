package kinds

// chains: nodes, light clients, wallets, explorers and providers.
const chains = `
btc-node|n+|8333|raw|long @8~10|h c126 s126 c24 s24;c jit:120 32= >32=;s poi:4~12 61~400w >37~300w p0.4;c poi:5~15 61~300w >61~400w p0.2;s blk:btc 25~30j >37= >9000~60000w;s poi:25~60 30~90j;c every:30~60 61~100g
btc-node-blocksonly|n+|8333|noise raw|long @8|h c126 s126 c24;c jit:120 32= >32=;s blk:btc 61= >37= >800000~1800000w;s poi:60~200 55~200w
bch-node|n|8333 8433|raw|long @8|h c126 s126 c24;c jit:120 32= >32=;s poi:10~60 61~200w >61~300w p0.5;s blk:bch 105= >61= >20000~200000w
ltc-node|n+|9333|raw|long @8|h c126 s126 c24;c jit:120 32= >32=;s poi:6~30 61~200w >61~300w p0.4;s blk:ltc 105= >37= >4000~30000w
doge-node|n|22556|raw|long @8|h c126 s126 c24;c jit:120 32= >32=;s poi:8~30 61~200w >61~300w p0.4;s blk:doge 61= >61= >8000~40000w
dash-masternode|n|9999|raw|long @6~12|h c126 s140 c24;c jit:120 32= >32=;s blk:dash 61= >61= >4000~20000w;s self:5~20 180~240j >61= p0.5
zec-node|n+|8233|raw|long @8|h c126 s126 c24;c jit:120 32= >32=;s blk:zec 61= >61= >3000~14000w;s poi:20~100 61= >61= >2000~9000w
xmr-node|n+|18080|raw|long @8~12|h c250~330 s1200~9000w;c every:60 215~260j >500~6000w;s blk:xmr 1500~6000w >230~300j p0.15;s poi:8~30 2200~4500w;c poi:20~50 1500~2600w
eth-execution|n+|30303|noise|long @6~12|h c450~520 s450~520 c150 s150;s poi:1~6 80~900w;c poi:1~6 80~900w;s blk:eth 60~120j >40~60= p0.3;c every:15 20= >20=;s poi:20~60 40~90j >1000~9000w
eth-execution-snap|n|30303|noise|long @6|h c450~520 s450~520 c150 s150;c burst:5~30 200~600j >9000~200000w;c every:15 20= >20=;s blk:eth 40~120j
eth-light-helios|n|443|h1|long|c blk:eth 180~260j >9000~16000j;c blk:epoch 170~220j >24000~26000j
portal-client|n|9009|raw|long @3|c poi:30~120 60~150j >400~1100w;s poi:60~200 60~150j >400~1100w;c every:60~120 98= >98=
etc-node|n|30303|noise|long @6|h c450~520 s450~520 c150;s blk:etc 500~900j;s poi:3~20 80~400w;c every:15 20= >20=
geth-pool-watch|n|8546|wsp|long|h c90~120 s60;s poi:1~4 180~190=
geth-heads|n+|8546|wsp ws|long|h c70~80= s65=;s blk:eth,etc,pol,bsc,op,celo,gno 800~1500j;c every:30~54 2= >2=
rpc-ws-newheads|n|443|ws|long|h c80= s75=;s blk:eth,pol,op,celo,gno,avax 1100~1800j;s every:20~45 2= >2=
rpc-ws-logs|n|443|ws|long|h c150~400j s75=;s self:10~120 650~900w;c every:20~60 60~70= >55~65=
rpc-ws-pending|n|443|ws|long|h c90= s75=;s self:0.8~5 190~1500w;c every:30 6= >6=
rpc-ws-mixed|n|443|ws|long|h c80= s75= c200~500j s75=;s blk:eth,pol 1100~1800j;s self:15~90 650~900w;c poi:20~200 120~260w >80~3000w
rpc-http-poll|n|443 8545|h1|long #1~3|c think:1~15 70~140= >45~90j
rpc-http-receipts|n|443|h1|long|c blk:eth,pol,op,bsc/4 90~110= >3000~60000w >120j >40~60j
rpc-getlogs-indexer|n|8545|h1p|long #1~4|c blk:eth,gno,celo,avax/2 250~400j >2000~40000w
rpc-nonce-sender|n|443|h1|long|c drift:20~400 300~700j >110= d0.2;c drift:30~200 110~130= >45~60=
wallet-metamask|w|443|h2|work|c every:20 60~90j >30~60j;c day:60~400 120~300w >80~900w
wallet-electrum|n|50002 50001|tls raw|long @1~3|h c90~150 s60~90 c300~900 s400~1500;s blk:btc,bch,ltc 210~240=;c idle:60 50~60= >38~45=;s poi:900~7000 110~140=;c poi:800~4000 80~130j >100~2000w
electrumx-backend|n|8332|h1p|long #1~3|c every:5 60~75= >1000~40000w;c self:2~15 90~140j >400~4000w
electrs-p2p|n|8333|raw|long|h c110 s126;s blk:btc 105= >37= >900000~1700000w;c jit:120 32= >32=
wallet-sparrow|w|50002|tls|work|h c90~150 s60~90 c2000~9000 s3000~20000;s blk:btc 210~240=;c every:60 48= >38=
wallet-wasabi|w|443|h1|work|c every:30 180~230= >180~900j;s blk:btc 500~900j
wallet-neutrino|n|8333|raw|long @3~8|h c126 s126;s blk:btc 106= >50= >20000~40000w;c jit:120 32= >32=
wallet-spv-bitcoinj|n|8333|raw|long @4~10|h c110 s126 c600~9000;s blk:btc 61= >37= >700~1500w;c every:2~10 32= >32=
wallet-monero-rpc|n|18081 18089|h1p|long|c every:20~90 600~1100j >500~6000w
wallet-monero-light|w|443|h1|40~200/60~900|c every:10~30 160~190= >400~900j
wallet-solana|w|443|ws|work|h c120~180= s50=;s self:30~300 300~700w;c every:30 2= >2=
wallet-cardano-lace|w|443|h2|work|c every:20~65 90~200j >120~900w
wallet-walletconnect|w|443|ws|work|h c250~340 s70~90 c250~340;s poi:120~1200 350~1500w >80~110=;c poi:200~1500 400~1300w >60~80=;s every:30 2= >2=
wallet-ledger-live|w|443|h2|work|c every:60~300 100~300j >200~4000w *3;s blk:eth/5 120j
cardano-node|n+|3001 6000|raw|long @5~20|h c60~90 s30;s blk:ada 900~1100j >20~30= >20000~88000w;c every:10~20 16= >16=;c poi:2~12 12~20= >40~400w
cardano-relay-txs|n|3001|raw|long @3|c poi:1~4 9~14= >50~80j >12~50j >300~3000w;c every:20 16= >16=
cardano-ogmios|n|1337|wsp|long|h c150~190 s200~240;c blk:ada 60~70= >1000~60000w d0.05;s every:30 2= >2=
solana-rpc-slots|n|8900 443|ws|long|h c60= s40=;s blk:sol 120~140=
solana-rpc-account|n|443|ws|long|h c130~160= s40=;s self:3~60 300~900j;c every:20~30 2= >2=
solana-geyser|n|10000 443|grpc|long|h c90~300;s self:1~6 250~2500w;s every:10~15 17= >17=
solana-gossip-pull|n|8001|raw|long @4|c every:0.6~2 180~260j >900~1200w p0.2
polkadot-node|n+|30333|noise|long @6~15|h c200~300 s200~300;s blk:dot,ksm 120~300j >60~90= p0.3;s poi:1~5 70~220j;c poi:1~5 70~220j;c every:15 32= >32=
substrate-rpc|n|9944 443|ws wsp|long|h c70~90= s80=;s blk:dot,ksm 480~620j;c every:30~60 2= >2=;c blk:dot/10 90~140= >200~900j
cosmos-p2p|n+|26656|noise|long @6~20|h c300~900 s300~900;s self:0.7~4 60~300w;c self:0.7~4 60~300w;c every:60 10= >10=;s blk:atom,osmo 1500~30000w
tendermint-rpc-events|n|26657|wsp|long|h c90~140= s80=;s blk:atom,osmo 3000~20000w;s every:27 2= >2=
cosmos-rpc-poll|n|26657 1317 443|h1p|long|c every:5~15 70~130= >600~2500j
cosmos-ibc-relayer|n|9090|grpc|long #1~2|s blk:atom,osmo 900~4000w;c burst:60~400 400~3000w >200~1500w
near-peer|n|24567|noise|long @5~15|h c300 s300;s blk:near 900~3000w;s poi:1~4 120~500w;c poi:1~4 120~500w
xrp-peer|n+|51235|tls|long @5~10|h c700~900 s700~900;s self:0.7~3 150~400j;c self:1~4 150~400j;c every:8 14= >14=;s blk:xrp 180~260j
xrp-ws-ledger|n|443 6006|ws|long|h c70~90= s350;s blk:xrp 260~290=;c every:20~60 30= >90~120=
stellar-peer|n|11625|raw|long @6|h c400 s400 c40 s40;s self:0.8~3 300~420j;c self:1~3 300~420j;s blk:xlm 600~4000w
stellar-horizon-sse|n|443|h1|long|h c300;s blk:xlm 1200~1500j;s every:10~15 12=
algorand-relay|n|4160|wsp|long @4|h c600 s200;s self:0.8~3 90~1000w;s blk:algo 900~5000w;c every:10 40~60= >40~60=
tron-node|n|18888|raw|long @6|h c180 s180;s blk:trx 60~90j >60~90= >4000~40000w;c every:10~20 30= >30=;s poi:1~5 60~500w
trongrid-poll|n|443|h1|long|c every:3~10 120~200= >400~900j
tezos-node|n|9732|noise|long @6~20|h c130 s130;s blk:xtz 250~300j >60~80= >300~900w;s self:1~5 180~400j;c self:2~6 180~400j
tezos-baker-rpc|n|8732|h1p|long|s blk:xtz 300~400j;c blk:xtz 300~700j >70~200j d0.5
filecoin-lotus-p2p|p|1347 4001|noise|long @8|s self:0.8~4 300~1500w;c self:1~5 200~900w;s blk:fil 1500~4000w;c every:10~15 40= >40=
filecoin-lotus-rpc|n|1234|wsp|long|h c90 s70;s blk:fil 1800~6000w;c every:5~30 80~110= >60~900j;s every:5 2= >2=
avalanche-node|n|9651|tls|long @10~20|h c400 s1500;s self:0.6~2 60~160j >60~120j;c self:0.6~2 60~160j >60~120j;c every:30 12= >12=
ton-lite|n|5053 443|raw|long|c blk:ton/1~4 90~120= >150~900j;c every:5~30 28= >28=
icp-boundary|n|443|h2|work|c wide:10~60 280~400j >300~900j >220j >240j
hedera-mirror|n|5600|grpc|long|h c80;s blk:hbar 300~3000w;s every:90 17= >17=
eos-p2p|n|9876|raw|long @4|h c230 s230;s blk:eos 400~3000w;c every:20~30 37= >37=
bsc-p2p|n|30311|noise|long @4|h c450 s450 c150;s blk:bsc 200~900w;s self:1~3 80~900w;c every:15 20= >20=
op-node-gossip|n|9222|noise|long @5~12|s blk:op 2000~40000w;s every:1~2 60~200j;c every:1~2 60~200j
arb-feed|n|9642 443|ws|long|h c40 s40;s self:0.5~2 400~4000w;s every:5 2= >2=
explorer-blockbook-ws|n|443 9130|ws|long|h c60~90= s150~400;s blk:btc,ltc,doge,zec,dash 110~150=;c every:20~60 40~55= >120~500j
explorer-mempool-space|w|443|ws|work|h c60~100= s9000~60000w;s gam:2~5 900~6000w;s blk:btc 9000~30000w;c idle:45~60 17= >17=
explorer-blockscout|w|443|ws|work|h c110~140= s90=;s blk:eth,gno,celo/1~4 3000~9000w;c every:30 60~70= >70~90=
insight-socketio|w|443|ws|work|h s90 c30 s30;s poi:2~9 120~200j;s blk:btc,dash,zec 80~90=;c every:25 1= >1=
`
