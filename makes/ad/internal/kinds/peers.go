package kinds

// peers: file sharing, hidden networks, overlays, and applications that share
// bandwidth.
const peers = `
ipfs-kubo|p+|4001|noise|long @10~40|h c200~400 s200~400;s wide:10~60 40~90j;c wide:10~60 60~120j >500~1500w p0.6;c every:15~20 32= >32=
ipfs-pubsub|p|4001|noise|long @6~12|s every:1 40~120w;c every:1 40~120w;s self:3~30 200~900w
ipfs-cluster|p|9096|noise|long @3~6|s jit:15~30 900~2500j;c jit:15~30 900~2500j;s poi:300~2000 300~900w
libp2p-relay|p|443 4001|noise|long @2~4|c every:15 44= >44=;c every:1800~3600 250= >300=;s poi:600~6000 200~500j >300=
bt-peer-leech|p+|6881 51413|raw|600~9000/30~600 @8~40|h c68= s68= c100~400 s100~400;c self:0.6~6 17= >16393= ;s poi:2~15 9=;c every:120 4=
bt-peer-seed|p+|6881 51413|raw|900~20000/60~900 @8~40|h c68= s68= c400 s5;s self:4~60 17= >16393= ;c poi:5~40 9=;s every:100~120 4=
bt-peer-idle|p|6881 51413|raw|3000~30000/60 @5~20|h c68= s68= c400 s400;s every:100~120 4=;c every:120 4=;s poi:60~900 5~9=
bt-tracker|p|80 2710 6969|h1p|0.2~1/1700~1900 @2~5|c think:5 200~300j >300~1500w
bt-webui|w|8080|h1p|work|c every:1.5~5 90~120= >200~3000w
emule-server|p|4661 4242|raw|long @1|h c200 s150 c900~4000 s30;c poi:300~1500 30~80j >50~900w;s every:600~1800 14=
emule-peer|p|4662|raw|60~1200/300 @4~15|h c120 s120;c think:10~60 30~60j >60~200j
soulseek|p|2242|raw|long|h c80 s60 c30;s self:2~20 40~200w;c every:300 8=
direct-connect|p|411 4111|raw|long @1~3|h c120 s4000~40000;s self:2~20 40~250w;c every:120~240 1=
gnutella|p|6346|raw|long @4~8|s self:0.8~4 60~300w;c self:1~5 60~200w;c every:30~60 23= >40~60=
tor-client|p|9001 443|tls|long @2~4|h c514= s514= c514= s514=;s jit:3~9 514=;c jit:3~9 514=;c burst:60~900 514= >514= *2
tor-relay|p+|9001 443|tls|long @10~60|h c514= s514= c514= s514=;s self:0.8~8 514= *2;c self:0.8~8 514= *2;c jit:4~8 514=
tor-bridge-obfs4|p|443 9443|raw|long @1~2|h c200~8000 s200~8000;s wide:2~30 100~1400w;c wide:2~30 100~1400w
i2p-ntcp2|p|12000~30000|noise|600~9000/30 @8~30|h c600 s600;s wide:4~40 60~2000w;c wide:4~40 60~2000w
lokinet-router|p|1090|noise|long @6~15|s jit:5~30 200~300j;c jit:5~30 200~300j
oxen-storage|p|22021|tls|long @3~10|s poi:10~90 300~900w >60=;c every:60 100= >120=
freenet-opennet|p|9481|wsp|long|c poi:20~120 150~400j >200~32000w;s every:60 90=
nym-mixnode|p|1789|noise|long @4~12|s poi:0.6~2 2413=;c poi:0.6~2 2413=
session-snode|p|22021|tls|long @3|c every:10~20 400~600j >150~900w
usenet-reader|p|563 119|tls|900~9000/900~9000 #4~12|h s80 c20 s30 c20 s30;c think:0.5~4 40~50= >760000j
usenet-feed|p|119|raw|long @2~4 #1~4|h s80 c15 s20;c self:0.7~6 70~90j >70~90j >2000~60000w p0.4 >70=
usenet-idle-reader|p|563|tls|300~1200/60~600|h s80 c20 s30;c every:60~300 7= >40~50=
matrix-federation|p|8448|h1|long @3~10|c self:5~120 700~3000w >80~300j;c poi:300 300= >900=
matrix-sync|w|443|h2|long|c think:0.05 200= >120~3000w d30 
xmpp-s2s|p|5269|tls|long @2~8|h c200 s300 c150 s150;s self:10~200 150~700w;c self:10~200 150~700w;c every:60~300 70~90= >60~80=
mastodon-stream|p|443|ws|long|h c150;s self:3~60 1500~4000w;s every:30 2= >2=
bluesky-firehose-filtered|p|443|ws|long|s self:0.6~6 400~1500w;s every:30 2= >2=
activitypub-inbox|p|443|h1|1~20/5~120 @4~15|c think:5 900~4000w >60~150j
ssb-room|p|8008|noise|long @2~5|s self:20~300 300~1500w;c every:5~300 20= >20=
hyperswarm|p|49737|noise|long @3~12|c every:5~20 20~60= >20~60=;s self:10~200 100~900w
syncthing-peer|p|22000|tls|long @1~6|h c900~9000 s900~9000;c idle:90 8=;s idle:90 8=;s burst:120~1200 90~2000w;c burst:120~1200 60~130j >500~9000w
syncthing-relay|p|22067|tls|long|s every:60 12= >12=;s poi:1200~9000 100=
resilio-peer|p|55555|noise|long @1~4|c every:30~60 60= >60=;s burst:200~2000 200~2000w
tailscale-derp|p|443|tls|long|h c200 s200 c150;s every:60 13= >13=;s wide:5~60 60~200w;c wide:5~60 60~200w
tailscale-control|p|443|h1|long|h c900 s9000~90000;s every:50~60 20=;s self:60~900 200~2000w;c self:120~1800 400~900j >30=
zerotier-tcp-relay|p|443|raw|long|c every:5~10 30~90= ;s jit:5~10 30~90j
netbird-signal|p|443 10000|grpc|long|s poi:60~900 200~500w >200~500w p0.5;c every:5~30 17= >17=
openvpn-idle|p|1194 443|raw|long|h c56 s68 c300 s4000;c idle:10 42=;s idle:10 42=;s wide:10~120 90~600w;c wide:10~120 90~300w;c every:3600 4000j >4000j
sstp-vpn|p|443|tls|work|s idle:20~60 8= >8=;c onoff:0.5~3 70~900w >70~1400w
tunnel-telemetry|p|1194 443|raw|long|h c56 s68 c330 s3900 c1700 s280;c jit:10~120 250~900j >94= d0.04;c idle:10 58=;s idle:10 58=
tunnel-wallet|p|1194 443|raw|long|h c56 s68 c330 s3900 c1700 s280;s blk:btc,ltc,doge,xmr 320~420j >94= d0.04;c every:60 160= >150= d0.03 >94= d0.04;c idle:10 58=;s idle:10 58=
tunnel-chat|p|1194 8443|raw|long|h c56 s68 c330 s3900 c1700 s280;s self:10~200 200~700w >94= d0.04;c poi:60~600 200~400w >200~300j d0.03 >94= d0.04;c idle:15 58=;s idle:15 58=
tunnel-api|p|443 1194|raw|long|h c56 s68 c330 s3900 c1700 s280;c drift:5~90 300~900w >200~1300w d0.05 >94= d0.04;c idle:10~60 58=
tunnel-stunnel-db|p|443|tls|long|h c90 s350;c drift:3~60 80~400w >60~1500w;c every:60 20= >70=
socks-chat|p|1080 9050|raw|long|h c3= s2= c22= s10= c300 s3000;s self:10~200 120~700w;c every:30~60 40= >40= d0.2
socks-electrum|p|9050|raw|long|h c3= s2= c30= s10= c300 s2900 c120 s90;s blk:btc,ltc 230~260=;c every:60 75= >64= d0.3
socks-api|p|1080 7890|raw|600~9000/60~900|h c3= s2= c22= s10= c300 s3900 c90;c drift:5~90 200~700w >150~3000w d0.1
bandwidth-honeygain|p|443|tls|long #1~3|h c300 s120;c every:30~60 20~60= >20~60=;s onoff:3~60 300~900w >900~20000w >40= 
bandwidth-pawns|p|443|ws|long|c every:10~30 6= >6=;s self:5~90 200~700w >600~9000w
bandwidth-peer2profit|p|443 8443|tls|long #1~2|s every:15~60 8= >8=;s onoff:5~60 100~600w >500~15000w
bandwidth-grass|p|443|ws|long #1~2|h c250 s200;c every:20~120 120= >90~120= ;s poi:60~900 250~500j >900~20000w d1
bandwidth-mysterium|p|4449|tls|long|s poi:10~60 80~300w >90~300j;c every:20~30 50= >40=
bandwidth-repocket|p|443 7072|wsp ws|long|s poi:20~300 150~400j >300~4000w d0.5;c every:30~60 30= >30=
bandwidth-earnapp|p|443|ws|long|c every:60~300 300~600j >100= ;s onoff:5~30 300~500j >1000~9000w
presearch-node|p|443|ws|long|h c200 s150;s poi:15~300 180~400w >1500~20000w d0.6;c every:30 20= >20=
captcha-farm-worker|p|443|h1|long|c think:1~5 120~160= >60~90= ;c poi:20~120 250~400j >60~90= 
captcha-farm-ws|p|443|ws|long|s poi:10~90 900~9000w >90~250j d6~20 >50~80= ;c every:20~30 2= >2=
proxy-residential-agent|p|443 6000|tls|long #1~4|c every:5~60 9~40= >9~40=;s onoff:2~30 60~300w >500~9000w *2
survey-click-bot|p|443|h2|long|s poi:60~600 300~900w >200~500j d10~40
p2p-cdn|p|443|ws|900~9000/600|s self:3~20 150~400w;c self:3~20 150~400w;c every:10~30 20~40= >20~40=
steam-cm|w|443 27017|wsp ws|long|h c400 s900;c every:10~30 22~40= ;s self:30~300 60~400w;c poi:300~2000 60~200w >60~200w
dns-over-tls|w|853|tls|20~120/5~60|c burst:2~9 40~60j >90~300w
`
