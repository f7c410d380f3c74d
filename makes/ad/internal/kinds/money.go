package kinds

// money: exchanges, market data, bots, payment, and the monitoring of mines
// and wallets from outside.
const money = `
exch-ticker-ws|x|443|ws|long|h c90~200= s60~90;s self:0.7~6 180~420j;s every:20~180 2= >2=
exch-depth-ws|x|443|ws|long|h c90~200= s2000~20000w;s every:0.5~1 200~3000w;s every:20~180 2= >2=
exch-trades-ws|x|443 9443|ws|long|h c60~120= s30~60;s self:1~12 150~260j;s every:20~180 2= >2=
exch-kline-ws|x|443|ws|long|h c60~120= s30~60;s every:1~2 300~420j;s every:30 2= >2=
exch-quiet-pair-ws|x|443|ws|long|h c60~120= s30~60;s self:20~300 150~320j;c every:15~30 14~20= >14~30=
exch-user-stream|x|443|ws|long|s self:60~900 350~800w;s every:180 2= >2=;c every:1800 40= >40=
exch-json-heartbeat|x|443|ws|long|h c120 s300;s idle:1~6 15~70=;s self:2~40 180~900w;c every:10~30 18~40= >18~70=
exch-deribit-testrequest|x|443|ws|long|h c200 s500;s every:10~60 80~90= >70~80= >110=;s self:2~20 250~700w
exch-bot-orders|x|443|ws|long|h c300 s200;s self:1~10 180~500j;c poi:5~60 180~330j >200~350j >250~420j;s every:20~60 2= >2=
exch-bot-rest|x|443|h1|long #1~3|c every:1~10 220~330j >300~2500w;c drift:30~600 280~420j >200~400j
bot-grid|x|443|ws|long|s self:5~60 250~400j >200~280= p0.4 >180~260= ;c every:15~20 20= >20=
bot-market-maker|x|443|ws|long|s every:1~3 250~900w;c jit:2~15 260~420j >150~260=;c self:10~90 200~260j >150~260=
bot-arbitrage|x|443|ws|long @2~6|s self:0.8~5 200~500j;c self:60~900 250~330j >300j
bot-hummingbot|x|443|h1|long #1~2|c every:1~10 200~260= >200~900j;c every:60 300= >900~9000w
bot-freqtrade|x|443|h1|long|c every:5 250~330= >900~4000j;c every:60~300 300~400= >9000~90000w
bot-telegram-signal|w|443|h2|long|c every:25~55 120= >60~400w
bot-copytrade|x|443|ws|long|s self:60~1200 300~700w >300~420j p0.8 >200= ;s every:20~30 2= >2=
bot-sniper|x|443|ws|long|h c130= s75=;s self:2~15 600~1500w;c par:60~600 700~1300j >110=
bot-liquidator|x|443|ws|long|s blk:eth,pol,avax,arb/3 900~1700j;c blk:eth,pol/2 300~900j >200~2000w
bot-keeper|n|443|h1|long|c blk:eth,pol,gno/2 180~320= >100~170=;c poi:900~4000 400~600j >110=
airdrop-farm|x|443|h1|20~300/60~1200 @2~6|c wide:2~20 150~400j >100~900w
airdrop-node-heartbeat|p|443|ws|long #1~4|h c250 s80;c jit:15~60 120~200= >80~120=;s poi:120~900 90~200j >150~300j
airdrop-depin-ping|p|443|ws|long #1~3|s jit:5~120 60~110= >50~140= ;s poi:30~300 200~600w >500~9000w
fix-marketdata|x|9878 5001|tls raw|work|h c110~140 s100~130;s self:0.8~9 120~400j;c idle:30 62~75= ;s idle:30 62~75=
fix-orders|x|9880 4198|tls raw|work|h c110~140 s100~130;c day:10~200 170~260j >190~300j p0.98 >60j p0.9;c idle:30 62~75=;s idle:30 62~75=
fix-dropcopy|x|9881|tls|work|h c110 s100;s day:5~120 250~450j;c idle:30~60 62~75=;s idle:30~60 62~75=
itch-soup|x|18000|raw|work|h c47= s31=;s self:0.5~3 20~60w;s every:1 3=;c every:1 3=
ouch-orders|x|18001|raw|work|h c47= s31=;c day:3~60 49~52= >66~70= +40=;s every:1 3=;c every:1 3=
cme-ilink|x|9001|raw|work|h c100 s100;c idle:20~30 50= ;s idle:20~30 50= ;c day:5~90 140~180j >150~250j
ibkr-gateway|x|4001 7496 443|raw tls|work|h c30 s80;s self:0.6~4 30~90j;c every:60~120 8= >20=;c day:100~900 150~250j >200~500j
mt5-terminal|x|443|raw|long|h c200 s400 c300 s2000;s self:0.6~5 40~120w;c idle:20~30 20~30= >20~30=
metatrader-copy|x|443|raw|long|s self:1~9 40~90j;s self:100~900 200~300j >150~220j
tradingview|w|443|ws|work|h c300 s600;s self:1~5 90~400w;s every:10 15= >15=
bloomberg-like-feed|x|8194|raw tls|work|h c250 s300;s self:0.7~5 90~500w;c every:10~20 28= >28=
refinitiv-rssl|x|14002|raw|long|h c60 s90 c400 s300;s self:0.6~8 60~300w;s every:20~30 3= ;c every:20~30 3=
fx-lp-quotes|x|9443|tls|work|h c120 s120;s self:0.5~3 180~300j;c idle:30 65= ;s idle:30 65=
betting-exchange-stream|x|443|tls|work|h c90 s80 c150 s2000;s self:1~15 150~900w;s idle:5 60~70=
prediction-market-ws|x|443|ws|long|h c150 s300;s self:3~40 200~500j;c every:10 4= >4=
custody-mpc|x|443|grpc|long @2~3|s poi:60~900 200~500j >600~4000j >500~4000j >200j;c every:10~30 17= >17=
custody-hsm|x|1500 9004|tls|long|c poi:5~200 80~200= >100~300= d0.01;c every:30~60 20= >20=
staking-remote-signer|n|10000 9000|grpc|long|c gam:6~60 150~260= >100~130=;c every:10~20 17= >17=
payment-btcpay-nbx|i|24444 32838|wsp|long|h c200;s blk:btc,ltc 130~180=;s poi:200~2000 500~900w;c every:30 2= >2=
payment-processor-hooks|x|443|h1|5~60/30~400|c think:10 400~900j >60~120j
pos-crypto-terminal|x|443|ws|work|s poi:200~1500 300~500w >60~90=;c every:20~30 2= >2=
price-aggregator|x|443|h1|long @2~5|c every:5~60 160~240= >600~9000j
defi-dashboard|w|443|h2|work|c every:10~30 200~900j >300~9000w *4
nft-bids-ws|x|443|ws|long|h c120= s60=;s self:3~30 1200~3500w;c every:30 50~60= >50~60=
mine-farm-cgminer|i|4028|raw|0.05~0.5/20~120 @10~60|c think:60 20~40= >900~3500j
mine-farm-cgminer-multi|i|4028|raw|0.05~1/30~300 @10~40|c think:0.1 70~90= >2500~9000j
mine-farm-web|i|80|h1p|2~20/60~300 @8~40|c think:2~9 20~60= >1500~6000j
mine-farm-agent-hiveos|c|443|h1|1~5/10~30|c think:60 900~3500j >60~400w
mine-farm-agent-ws|c|443 9091|ws|long|c every:10~60 700~3000j >20~60=;s poi:900~7000 100~400w >200~900w
mine-farm-foreman|i|443|h1|long|c every:30~120 3000~40000w >90~300j
mine-farm-dashboard|w|443|ws|work|s every:5~30 900~6000w;c every:25 1= >1=
mine-pool-stats-site|w|443|h2|work|c every:10~60 150~300= >900~6000j
mine-pool-api-poll|x|443|h1|long|c every:60~600 130~200= >400~3000j
mine-power-pdu|i|502 161|raw|long @4~12|c every:5~60 12= >25~85=
mine-miner-syslog|i|514 1514|raw|long @3~10|s poi:3000 20=;c drift:3~60 90~200w
asic-firmware-check|c|443|h1|1~5/3600~20000|c think:20 200~300j >300~900j
hashrate-market-api|x|443|ws|work|h c100 s200;s every:1~10 400~1500j;c every:30 2= >2=
pool-operator-db|i|5432|tls raw|long #2~6|c drift:1~12 150~400w >40~90j
pool-operator-payout|i|8332|h1p|long|c every:30~300 90~400w >200~900w
`
