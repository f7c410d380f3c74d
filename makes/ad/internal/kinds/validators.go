package kinds

// validators: stakers, their helpers, relays, builders, bridges, oracles,
// channels, and storage.
const validators = `
eth-beacon-gossip|n+|9000 13000|noise|long @8~20|h c200 s200;s self:0.6~2 240~420j;c self:0.6~3 240~420j;s blk:eth 2000~60000w;c every:30~90 24= >24=;s every:0.7~1 60~300w
eth-validator-beacon|n|5052 3500|h1p|long #1~2|c blk:eth 220~300= >300~900j >500~900j d3~5;c blk:epoch 400~3000j >900~9000j;c every:12 130= >90=
eth-validator-sse|n|5052|h1p|long|h c220;s blk:eth 230~420=;s blk:eth 120~160= +300=
eth-prysm-grpc|n|4000|grpc|long|s blk:eth 40~300j >120~200= d2~4 >30=;s every:10 17= >17=
eth-engine-api|i|8551|h1p|long|c blk:eth 9000~90000w >150~200= >260~420= >180~210=
eth-web3signer|n|9000|h1p|long #1~3|c jit:12~60 480~620j >200~210=
eth-mev-boost|n|443|h1|long @2~5|c blk:eth/8~64 90= >700~1100j d0.3;c jit:384 9000~90000j >60=;c every:12~60 60~90= >40=
eth-relay-bids|x|443|ws|long|h c200;s self:1~4 300~500j;s every:30 2= >2=
eth-builder-bundles|x|443|h1|long #1~4|c self:2~20 900~6000w >90~130=
eth-bundle-sse|x|443|h1|long|h c300;s self:2~15 250~900w;s every:10~15 3=
mev-searcher-feed|x|443|ws|long|h c180= s75=;s self:0.5~3 500~2500w;c blk:eth/2~20 1500~6000w >90~130=
bloxroute-gateway|x|1809 443|ws tls|long|h c400 s300;s self:0.6~3 250~900w;s blk:eth,bsc,pol 900~4000w;c every:10~15 20~50= >20~50=
dvt-obol|n|3610|noise|long @3~6|s blk:eth 300~600j >200~400j;c blk:eth 300~600j >200~400j;c every:10~30 40= >40=
dvt-ssv|n|13001|noise|long @5~12|s self:1~6 300~700j;c self:1~6 300~700j;c every:5~20 30~80= p0.9 >40=
validator-lido-oracle|n|443|h1|long|c blk:epoch 200~900j >9000~90000w;c every:60~120 120~160= >90~300j
cosmos-tmkms|n|26658|noise|long|s blk:atom,osmo 160~230= >210~280= d0.02;s blk:atom,osmo 170~230= >210~280= d0.02;s every:2~10 10= >10=
cosmos-horcrux|n|2222|grpc|long @2|c blk:atom,osmo 190~260j >110~160j;c every:10~60 17= >17=;s every:1~3 40~90= >20~40=
solana-staked-quic-proxy|n|8899|h1p|long|c drift:5~100 350~1300j >120~130=;c every:5~30 60~90= >60~140j
polkadot-telemetry|n|443|ws|long|h c400~600;c blk:dot,ksm 180~220=;c every:5~10 260~420j;c poi:6~20 120~160=;s every:25~30 2= >2=
substrate-telemetry-feed|w|443|ws|work|h c30;s every:1~2 600~6000w;c every:20~60 6= >8=
ethstats-agent|n|443 3000|ws|long|h c500 s30;c blk:eth,etc,gno 1800~6000w;c every:5~15 120~180= ;c every:5~10 60~70= >70=;c poi:10~30 110= 
chainlink-ocr|n|5001 6690|noise tls|long @4~15|s every:5~30 150~300j >180~320j d0.2;c jit:5~30 150~300j >180~320j;c every:60 30= >30=
chainlink-head-tracker|n|443|ws|long|h c80= s75=;s blk:eth,pol,avax,bsc 900~1600j;c every:5~15 70~90= >90~130=
oracle-pyth-hermes|x|443|ws|long|h c200~900 s40;s every:0.5~3 700~4000j;s every:30 2= >2=
oracle-band-feeder|n|443|h1|long|c every:30~300 120~260= >300~1500j;c blk:atom,osmo/10 400~700j >300=
oracle-deviation|n|443|h1|long|c every:10~30 90~160= >250~600j;c drift:300~1500 500~900j >110=
bridge-wormhole-guardian|n|8999|noise|long @8~19|s self:0.7~3 250~420j;c self:0.8~4 250~420j;c every:15 700~1500j
bridge-axelar-vald|n|26657|wsp|long|s blk:atom 3000~9000w;c self:30~300 500~2500w >300=
bridge-relayer|n|443|ws|long|h c160= s75=;s blk:eth,pol 1000~1700j;s poi:60~900 700~1600w >400~900j p0.6 d2~8;c every:15~30 2= >2=
bridge-layerzero-dvn|n|443|h1|long #1~3|c every:2~12 90~130= >45~60=;c poi:30~400 300~800w >600~1500w
graph-indexer|n|8020 443|h1|long|c blk:eth,gno,arb/20 250~400= >1500~40000w;c every:1~10 60~90= >60~120=
lightning-peer|n+|9735|noise|long @4~20|h c80 s80 c140 s140;c jit:30~60 30~60j >30~60j;s poi:5~30 130~500w;c poi:20~200 130~450w;s poi:100~900 1450= >230~330j d0.1 >98= >160= >98= p0.8
lightning-lnd-grpc|n|10009|grpc|long|h c200;s poi:60~900 400~900w;c every:10~30 20~60= >200~900j;s every:60~120 17= >17=
lightning-routing-stream|n|10009|grpc|long|s self:5~60 180~320j;c self:5~60 120~400j p0.9 >40=
lightning-watchtower|n|9911|noise|long|c poi:120~1500 350~400= >40=;c every:300~1100 40= >40=
lightning-lsp|n|9735|noise|long @1~3|c every:30~60 40= >40=;s poi:200~1200 1450= >600~900j >98= >160=
lightning-nwc|w|443|ws|long|h c180~260 s40;s poi:60~900 600~900j >600~800j d1;c every:30~55 2= >2=
nostr-relay|p|443|ws|work @3~8|h c200~700 s600~9000w;s self:3~60 400~1500w;s every:29~60 2= >2=;c poi:100~900 300~800w >90=
channel-raiden|n|443|h2|long|c every:30 90~150= >40~60=;s poi:30~400 700~1100j >500~700j
channel-state-xmtp|p|5556 443|grpc|long|s poi:30~600 400~900w;c poi:90~900 400~900w >30=;c every:10~45 17= >17=
arweave-gateway|n|1984 443|h1p|long @3~8|c every:5~60 60~90= >250~900j;c blk:ar 200= >900~3000w;s poi:30~200 100j
filecoin-market-boost|p|1288|h1p|long|c every:5~60 90~160= >150~2000w;s blk:fil 200~400j
sia-renter-host|p|9982 9984|noise|long @5~30|c wide:20~300 400~4000w >300~900j;c every:60~600 100~200= >300=
storj-node-audit|p|28967|tls|10~60/20~300 @5~20|c think:2~20 300~500j >250~70000w
storj-node-checkin|p|7777|tls|5~30/3600|c think:20 400~600= >100~200=
swarm-bee|p|1634|noise|long @10~30|s self:2~12 180~400w >120~200=;c self:2~12 180~400w >120~200=;c every:15 40= >40=;s poi:20~120 4200=
chia-full-node|n+|8444|tls|long @8~20|h c120 s120;s blk:xchsp 180~420j >60~90j p0.3;s blk:xch 700~1500j >80= >20000~90000w p0.3;s poi:5~40 60~300j;c poi:20~100 60~300j;c every:60~300 2= >2=
chia-harvester|n|8447|tls|long @1~2|h c120 s120 c900~4000;s blk:xchsp 210~330= >60~110= p0.35 d0.4;s poi:900~4000 400~700j >900~1500j;s every:25~60 2= >2=
chia-farmer-node|n|8444|tls|long|h c120 s120;s blk:xchsp 210~260=;c poi:400~5000 700~1400j;c every:60~300 2= >2=
chia-wallet|n|8449 8444|tls|long @2~5|h c120 s120 c3000~20000;s blk:xch 260~330=;s poi:600~5000 300~1200w;c every:60 20= >20=
chia-timelord|n|8446|tls|long|s blk:xchsp 500~700j;c blk:xch 900~1500j;c gam:9 700~900j
chia-plot-sync|n|8447|tls|long|c every:120 80~120j >40=;c poi:300~2000 1500~9000w >60=
spacemesh-node|n|7513|noise|long @6~15|s self:1~5 150~900w;c self:1~5 150~900w;s every:300 2000~9000w;c every:15 40= >40=
subspace-farmer|n|9944|wsp|long|s every:1~1.2 170~210=;c drift:300~2000 500~700j >60~80=;c every:30 2= >2=
signum-capacity|n|8125|h1p|long|c every:3~10 60~70= >180~260j
masternode-flux|n|16127|h1p wsp|long @4~12|s self:5~40 250~900w;c every:30 2= >2=;c every:60~120 120= >300~2000w
helium-gateway|n|8080 9080|grpc|long|s every:30~60 20= >20=;c self:5~200 180~260j >30~60j p0.3
theta-edge|n|15872 443|ws|long|s poi:60~600 300~2500w >250~900j d4~20;c every:15~60 40~90= >40=
bittensor-axon|c+|8091|h1p|long @5~20|c gam:12~120 900~6000w >700~6000w d0.5~6
bittensor-validator-dendrite|c|9944 443|ws|long|s blk:dot/2 400~600j;c every:12~60 90~160= >300~3000w
`
