package life

const city = `
crowd-sourced-noise-map 8883 tls edge keep | c work:2m 90-200 >4 ; s feed:20m 200 >4 ; c idle:60s =2 >=2
traffic-ntcip-controller 501,161 plain site keep | c tick:1s 60 >90-200@40ms
traffic-utmc-detector 8899 plain edge keep | c tick:60s 120-300 ; s tick:5m =8 >=8
parking-guidance 502,8070 plain edge keep | c self:30s 30-60 >=6@20ms ; c tick:30s =6 >=6
streetlight-cms 443 mtls edge keep | c jit:10m 300-900 >80@90ms ; s wall:30m 120 >60@2s ; c idle:120s 2 >2
bus-siri-et-stream 443 sse out keep | s jit:15s 1500-9000 ; s idle:30s 3
bus-stop-display 8443 ws edge keep | s jit:30s 300-900 >10@60ms ; c tick:50s 2 >2
emergency-cad-link 5040 tls site keep*2 | s exp:90s 500-2500 >60@20ms ; c tick:10s 30 >30 ; s tick:10s 30 >30
air-quality-station 1883 plain edge keep | c tick:60s 180~ ; c idle:60s =2 >=2
waste-bin-sensors-lwm2m-tcp 5683 plain edge keep | c jit:20m 40-80 >=4@60ms ; s exp:2h 30 >50@3s
civil-register-soap 443 mtls out keep | c day:30s 1500-4000 >2k-9k@300ms
cctv-vms-control 5511,7563 plain site keep | c tick:10s 60 >40 ; s self:20s 200-700 ; c day:60s 90 >200
council-meeting-vote 8181 ws site day | s onoff:4s/1h 90-200 >40@1s-9s ; c tick:25s 2 >2
permit-kiosk 443 https edge day | c day:60s 400 >2k@80ms ; c tick:60s 60 >20
lora-basics-station 443,8887 ws edge keep | c self:8s 240-500 ; s exp:40s 220 >90@1s ; s tick:30s 2 >2
lora-packet-forwarder-tcp 1700 tls edge keep | c tick:30s 180 >20 ; c exp:15s 240-420 >20@30ms
`

const retailer = `
pos-sync-central 8443 tls edge keep | c sine:20s 900-2500 >60@40ms ; s exp:10m 400-4000 >30 ; c tick:30s 20 >20
pinpad-semi-integrated 10009,20002 tls edge keep | s day:60s 300-700 >=1@3ms >400@4s-20s ; c tick:60s 10 >10
esl-shelf-gateway 443 mtls edge keep | s burst:600s/20 200-500 >30@200ms ; c tick:60s 60 >60
footfall-counter 8080,443 https edge keep | c tick:60s 260 >20
loyalty-lookup 443 grpc in keep*2 | c sine:4s 60-120 >200-700@12ms ; c tick:60s =8 >=8
stock-inventory-events 9092 tls in keep*2 | c exp:1s 80 >40-1500@500ms ; c tick:3s 80 >16
ecommerce-cart-session 443 h2 serve sess:8m | c self:5s 90-600 >900-30k@60ms
live-shopping-chat 443 ws serve sess:30m | s self:2s 90-300 ; c self:60s 60-160 >30 ; c tick:25s 1 >1
price-scraper 443 https out keep | c gauss:9s 300 >20k-90k@300ms
edi-van-oftp2 3305,6619 tls out per:wall:30m | c once 60 >60 90 >40 20k^ >30@200ms
gift-card-auth 9443 tls out keep | c sine:40s 180-300 >120-200@200ms ; c tick:5m 40 >40
signage-player 443 ws edge keep | c tick:30s 160 >60@30ms ; s exp:30m 300 >2k@1s
refrigeration-alarms 5001 plain edge keep | c tick:15s 22 >22 ; c exp:20m 90-200 >22
rfid-llrp 5084,5085 plain edge keep | c self:2s 40-400 ; c tick:10s =20 >=20
marketplace-webhook 443 https serve per:exp:4m | c once 700-4000 >20@30ms
`

const games = `
game-lobby-ws 443 ws serve sess:50m | s self:8s 120-600 ; c self:20s 60-200 >80@20ms ; c tick:15s 8 >8
game-session-tcp 7777,7000 plain serve sess:25m | c tick:100ms 12-40 ; s tick:100ms 30-160
matchmaker-grpc 443 grpc in keep*2 | c sine:2s 300 >40@3ms ; s self:5s 500-1500 ; c tick:20s 8 >8
mmo-zone-link 4500 plain in keep*3 | c jit:200ms 60-300 ; s jit:250ms 60-200
turn-based-mobile 443 tls serve sess:15m | c par:25s 40-120 >60-160@30ms ; s par:30s 60-140 >20@200ms ; c tick:60s 4 >4
leaderboard-redis 6379 plain in keep*4 | c sine:500ms 40-120 >4-60@1ms
anticheat-beacon 443 tls saas keep | c gauss:30s 400-900 >80@50ms ; s exp:3m 300-1200 >600@2s-20s
presence-xmpp 5223 tls serve sess:2h | s self:50s 160-320 ; c tick:60s =1 ; c self:300s 120 >0%.1
perforce-commands 1666 tls in sess:3h | c day:60s 90-300 >200-9000@20ms ; c tick:5m 16
unreal-ddc 8558 http in keep*3 | c burst:120s/30 160 >40k^@6ms
build-farm-incredibuild 31104,31105 plain in keep | s burst:400s/25 900-9000 >9k@2s-20s ; c tick:10s 60 >60
fastbuild-worker 31264 plain in keep | s burst:300s/15 2k-60k >20k@1s-9s >12 ; c tick:1s 16
telemetry-events-batch 443 https saas keep | c jit:20s 2k-30k >20@60ms
voice-chat-signalling 443 ws saas sess:50m | c tick:41s 30 >20 ; s self:30s 200-800
bot-trading-cards 443 ws saas keep | s self:9s 200-900 ; c self:30s 300 >200@90ms ; s tick:30s 4 >4
crash-symbol-upload 443 https saas per:exp:50m | c once 900k^ >60@300ms
`

const law = `
docmgmt-imanage 443 https saas day | c day:40s 500 >2k-60k@200ms ; c tick:60s 80 >30
dictation-upload 443 https saas per:day:50m | c once 2M^ >90@500ms
ediscovery-worker 6850,12346 plain in keep | s onoff:6s/30m 300-900 >60@2ms >4k^@2s-40s ; c tick:60s 30 >30
court-docket-rss 443 https out per:jit:20m | c once 200 >9k-30k@200ms
time-recorder-agent 443 https saas keep | c day:60s 300-700 >60@70ms
fax-over-ip-gateway 5060 plain out keep | c tick:30s =4 >=4 ; s exp:30m 1000 >400@30ms >900@4s
esign-webhook-longpoll 443 https saas keep | c exp:3s 200 >30-1500@25s-30s
citrix-ica 1494,2598 tls in day | c self:1s 20-60 >60-1500@30ms ; s tick:60s 30 >20
conflict-search 9200 http in keep*2 | c day:30s 300-900 >1k-20k@30ms
mail-archive-journal 25 tls out keep | c day:40s 20 >30 20 >30 9k^ >40@60ms
mobile-mdm-apns 443,5223 tls saas keep | c tick:20m 5 >5 ; s exp:30m 200-500 >12
`

const hotel = `
pms-fias-interface 5010,5000 plain site keep*2 | c day:90s 30-120 >20-90@30ms ; s tick:30s =16 >=16
door-lock-online 9500 tls edge keep | c exp:120s 90 >40@60ms ; s tick:60s 12 >12
minibar-sensor 5683 plain edge per:exp:40m | c once 40 >10@30ms
iptv-middleware 8080 http edge keep | c jit:30s 200 >120-900@20ms
channel-manager-ota 443 https out keep | c sine:15s 2k-9k >500@600ms
gds-pegasus 443 mtls out keep | s sine:40s 1500-3000 >2k@200ms ; c tick:60s 30 >30
guest-wifi-radius 2083 mtls site keep | s sine:15s 200-400 >180@10ms ; c tick:60s =20 >=20
pbx-call-accounting 1752,2101 plain site keep | s day:60s 60-90 ; s idle:60s =2
bms-niagara-fox 1911,4911 plain site keep | c jit:5s 60-200 >90-700@20ms ; s self:30s 90-300 ; c tick:20s 24 >24
bacnet-sc-hub 443 ws site keep*2 | s self:5s 30-90 ; c tick:30s =4 >=4 ; c exp:20s 30 >40-120@20ms
kitchen-display 9000 plain site day | s day:40s 300-900 >20@9ms ; c day:60s 60 >20 ; c tick:10s 4 >4
energy-management-room 8883 tls edge keep | c jit:5m 90-160 >4 ; s exp:15m 90 >4 ; c idle:120s =2 >=2
review-crawler 443 https saas per:exp:12m | c once 300 >60k^@400ms
`

const research = `
sieve-number-field-clients 8001,3000 plain in keep | c work:50s 180-400 >60-200@20ms ; s feed:5m 300 ; c idle:2m 30 >30
protein-fold-broker 443,5590 tls out keep | s exp:80s 300-700 ; c pace:20s 200-330 >40-70@60ms
password-audit-dispatch 4444,9999 plain in sess:7h | c pace:30s 140-220 >36-60@3ms ; s mood:90s 250-500
genetic-search-islands 7400,5555 plain in keep*2 | c work:15s 160-300 ; s feed:40s 160-300 ; s tick:60s 8 >8
simulation-sweep-agent 3335,8555 tls in sess:9h | c work:90s 300-900 >50@9ms ; s mood:60s 200-420 ; c tick:30s 60 >40
climate-ensemble-upload 443 tls saas keep | c pace:2m 900-2500 >60@90ms ; s exp:10m 600 ; c idle:60s 40 >40
slurm-node-ping 6818 plain in per:jit:100s | c once 140 >90@2ms
slurm-step-io 60001,60050 plain in sess:3h | s self:5s 40-900 ; c tick:60s =16
pbs-mom-hello 15003,15001 plain in keep | c tick:45s 60 >20 ; s exp:10m 900 >60@10ms ; c tick:10s 200~
htcondor-collector 9618 plain out keep | c tick:5m 4k-8k ; s exp:9m 900 >300@20ms >2k@2s ; c tick:60s 40 >40
htcondor-glidein-ccb 9618 tls out keep | c tick:20m 60 >60 ; s exp:6m 400 >200@90ms
dask-worker 8786 plain in keep | s onoff:2s/20m 300-2500 >200-900@200ms-9s ; c tick:500ms 180~ >20%.1 ; c tick:2s 400
ray-raylet-gcs 6379 grpc in keep*2 | c tick:1s 90-300 >14@2ms ; s self:10s 300-2000 >60@5ms
mpi-tcp-oob 1024 plain in keep | c tick:30s 24 ; s exp:40s 60-300 >90@2ms
spark-executor-heartbeat 7078 plain in sess:2h | c tick:10s 500-2500 >60@3ms ; s onoff:1s/10m 2k-5k >1500@300ms-4s
lustre-lnet-ping 988 plain in keep*2 | c jit:25s 240 >200 ; c onoff:1s/30m 400 >900k@3ms
beegfs-mgmt 8008 plain in keep | c tick:10s 90 >60 ; s feed:60s 120
globus-gridftp-control 2811 tls out sess:90m | c exp:60s 60 >90@60ms ; s tick:5s 90
perfsonar-pscheduler 443 https out keep | c jit:30s 300 >700@60ms
folding-own-workers 8080 https in keep | c erl:20m 200 >400k@30ms 90k >90@90ms ; c tick:60s 60 >30
hyperparameter-wandb 443 https saas sess:6h | c jit:15s 900-4000 >300@90ms ; c tick:30s 200 >120
ml-param-server 50051 grpc in sess:4h*2 | c gauss:4s 90k-400k >300k@300ms
distributed-prime-primenet 80 http saas per:jit:3h | c once 200 >300@200ms
gpu-dcgm-exporter 9400 http in keep | c tick:30s 60 >12k~@9ms
hashcat-brain 6863 plain in sess:5h | c exp:15s 900-4k >300-1500@9ms ; s tick:60s 20
hashtopolis-agent 443 https in keep | c tick:5s 180~ >90@30ms ; c exp:8m 400 >900@60ms
seti-beowulf-taskfarm 9123 plain in keep*2 | s exp:45s 180-420 >90-240@8s-40s >30 ; c tick:60s 12 >12
lims-instrument-bridge 8081 ws site keep | c jit:10s 120-400 >20 ; s exp:15m 200 >90@300ms
`

const saas = `
ci-minion-controller 4505,7654 tls in keep | s mood:60s 300-900 ; c work:40s 200-600 >30@5ms ; c tick:20s 40 >30
crawl-frontier-worker 9100,6800 plain in keep*2 | s exp:12s 120-400 ; c work:12s 200-900 >30@3ms
browser-grid-node 4442,4443 plain in keep | c tick:60s 900~ ; s mood:30s 200-900 >120@30ms ; c pace:40s 200-400 >60
api-gateway-clients 443 h2 serve sess:10m | c self:3s 100-800 >200-4000@40ms
webhook-dispatcher 443 https out keep*2 | c self:8s 600-3000 >20@90ms
customer-agent-ws 443 ws serve sess:9h | c jit:30s 160-300 >40@20ms ; s self:180s 200-900 >120@1s ; s tick:30s 2 >2
temporal-worker-poll 7233 grpc in keep*4 | c exp:200ms 160 >0,900,1500@2s-60s
sidekiq-brpop 6379 plain in keep*4 | c exp:10ms 60-120 >5,300,520,900@1s-2s
celery-gossip 5672 plain in keep*2 | c tick:2s 320~ ; s jit:1s 320~ ; c tick:30s =8 ; s tick:30s =8
pgbouncer-upstream 6432 plain in keep*6 | c self:1500ms 90-500 >100-2000@2ms
cassandra-native-control 9042 plain in keep*2 | c idle:30s =9 >20 ; s exp:20m 60 ; c sine:2s 120-400 >60-900@3ms
mongo-hello-stream 27017 tls in keep*2 | s tick:10s 700~ ; c exp:4s 200-600 >90-2000@4ms
elasticsearch-transport 9300 plain in keep*6 | c self:3s 120-900 >60-700@2ms ; c tick:5s =6
clickhouse-insert 9000 plain in keep | c jit:1s 4k-60k >20@30ms
feature-flags-sse 443 sse saas keep | s exp:20m 300-4000 ; s tick:3m 2
pusher-channel 443 ws saas keep | s self:30s 120-600 ; c idle:120s 40 >40
stripe-events-poll 443 https saas per:jit:60s | c once 300 >600-9000@200ms
sqs-long-poll 443 https saas keep*3 | c exp:5ms 400 >200,200,1500@5s-20s
eventhub-amqp 5671 tls saas keep*2 | s self:6s 300-1500 >=24@20ms ; c tick:30s =8 ; s tick:60s =8
pubsub-streaming-pull 443 grpc saas keep*2 | s self:10s 300-1800 >60@90ms ; c tick:30s 9 >0%.01 ; s tick:30s 20
redis-pubsub-subscriber 6379 tls in keep | s self:4s 90-400 ; c tick:30s 14 >14
sentry-relay-envelopes 443 https saas keep | c self:30s 1k-12k >50@60ms
postgres-logical-slot 5432 tls in keep | s self:3s 60-500 ; c tick:10s =39 ; s tick:15s =23 >=39
`

const adexchange = `
openrtb-bidder 443,8080 http serve keep | c self:300ms 900-2500 >20,20,20,1200@20ms-90ms
openrtb-outgoing 8080 http out keep*3 | c sine:400ms 1500 >10,10,900@40ms-100ms
budget-pacing-gossip 7946 plain in keep*3 | c jit:200ms 60-300 >30@1ms%.5
pixel-sync 443 https serve per:exp:3m | c once 400 >60@9ms
win-notice-stream 9092 plain in keep | c self:600ms 400-900 >50@4ms
fraud-list-delta 443 https saas keep | c wall:60s 200 >900-40k@60ms
aerospike-tend 3000 plain in keep*4 | c tick:1s 40 >60-160 ; c sine:300ms 90-160 >40-600@1ms
spot-price-stream 443 sse saas keep | s jit:2s 90-260 ; s idle:15s 2
campaign-ui-push 443 ws serve sess:3h | s jit:10s 300-1500 ; c tick:25s 1 >1 ; c self:90s 200 >900@60ms
attribution-postback 443 https out keep | c self:5s 500-900 >4@60ms
creative-scanner-queue 11300 plain in keep*2 | c exp:30ms 28 >300-900@2s-40s 18 >10@3ms
supply-log-shipper 443 https saas keep | c tick:60s 900k^ >90@400ms
`

const soc = `
siem-collector-leef 6514 tls site keep*2 | c self:1500ms 300-900
misp-zmq 50000 plain out keep | s exp:120s 900-6000 ; s idle:60s 30
taxii-poll 443 https saas per:wall:10m | c once 300 >2k-90k@200ms
edr-live-response 443 ws saas keep | c tick:30s 60 >40 ; s exp:40m 300 >90@60ms*6
honeypot-hpfeeds 10000 tls out keep | c self:60s 300-900 ; s exp:300s 200-800
netflow-exporter-tcp 4739 plain site keep | c tick:30s 1200~ ; c tick:10m 400
stix-shifter-jobs 8443 https in keep | c adapt:5s 200 >60@20ms ; c exp:15m 900 >40k@900ms
pcap-broker 4505 tls site keep | s exp:4m 200 >90@9ms >300k@2s ; c tick:15s 20 >20
vuln-scanner-agent 8834 tls saas keep | c tick:30s 400 >90 ; c exp:30m 20k^ >200
soar-playbook-ws 443 ws in keep | s self:90s 400-1500 >70@30ms >600@2s-50s ; c tick:20s 4 >4
passive-dns-feed 5007 plain saas keep | s self:800ms 60-260 ; s tick:30s 4
tip-dashboard 443 sse in day | s self:30s 300-900 ; s tick:20s 3
ct-log-stream 443 ws saas keep | s self:1s 900-4k ; c tick:30s 6 >6
deception-decoy-beacon 443 tls in keep | c gauss:50s 80-120 >40@30ms
`

const hosting = `
cpanel-license 2089 https saas per:jit:6h | c once 300 >400
dns-axfr-notify 53 plain out per:exp:15m | c once 50 >200-9000@30ms
mysql-shared-clients 3306 plain serve sess:5m | s once 80 ; c self:2s 60-300 >60-2000@4ms
ftp-control 21 plain serve sess:9m | s once 60 ; c self:8s 8-40 >20-90@30ms ; c idle:30s 6 >30
imap-customers 993,143 tls serve sess:2h | c par:120s 20-60 >40-900@30ms ; s exp:200s 30-60
smtp-inbound 25 tls serve per:exp:8m | s once 60 ; c once 30 >200 60 >10 40 >10 6 >30 9k^ >40@900ms 6 >20
whmcs-cron 443 https saas per:wall:5m | c once 900 >700@300ms
hypervisor-libvirt 16514 mtls in keep | c tick:5s =28 >=28 ; c tick:60s 90 >300-2000*6
proxmox-corosync-qnet 5403 tls out keep | c tick:10s 18 >18 ; c exp:30m 90 >60
vmware-vpxa-902 902,443 tls in keep | c tick:10s 300-500 >60 ; s exp:60s 500-2500 >300-4000@30ms
serial-console-ipmi-sol 6230 tls site keep | c tick:50s 20 >20 ; s onoff:300ms/3h 16-80
epp-registry 700 mtls out keep*2 | c exp:40s 400-900 >500-1500@60ms ; c tick:5m 120 >800
cdn-purge-bus 5671 tls out keep | s self:40s 120-300 >21 ; c tick:10s =8 ; s tick:10s =8
jabber-s2s 5269 tls out keep | c self:200s 200-500 ; s self:200s 200-500 ; c tick:60s 1 ; s tick:5m 90 >90
irc-server-link 7000,6667 plain out keep | c self:4s 60-160 ; s self:4s 60-160 ; c tick:90s 24 >24
nntp-peer 119,563 plain out keep*2 | c self:2s 60 >30@30ms 3k^%.5 >30@60ms
tor-relay-or 9001,443 tls13 out keep*3 | c self:3s =514 ; s self:3s =514 ; c tick:310s =514
bittorrent-tracker-announce 80,6969 http saas per:jit:30m | c once 300 >300-900@60ms
seedbox-peers 6881,51413 plain out sess:40m*2 | c self:1s 17-60 >17@30ms ; s onoff:300ms/5m 16k ; c tick:120s =4
`

const vehicles = `
tcu-mqtt-telemetry 8883 mtls edge keep | c jit:10s 300-900 ; c idle:55s =2 >=2 ; s exp:1h 200 >4 >300@4s
obd-dongle-concox 8841,5023 plain edge keep | c jit:30s =36 ; c tick:3m =15 >=10 ; s exp:3h 40 >60
teltonika-codec8e 5027 plain edge keep | c jit:60s 90-900 >=4@20ms
queclink-ascii 6000,10200 plain edge keep | c drift:60s 110-190 >20%.4 ; c tick:10m 70 >60
ota-campaign-poll 443 mtls edge per:jit:1h | c once 900 >200@60ms
ev-charge-planner 443 grpc edge sess:40m | c jit:20s 200 >90 ; s exp:3m 600 >20
driver-app-location 443 h2 serve sess:4h | c tick:4s 180~ >20@20ms ; s exp:90s 400-900 >30@900ms
dispatch-offer-stream 443 ws serve sess:5h | s sine:60s 400-1200 >90@1s-15s >60 ; c tick:10s 90 >0%.1
tachograph-download 7010 tls edge per:jit:8h | c once 60 >200*9@600ms 300k^ >10
dashcam-events 443 tls edge keep | c exp:15m 100k^ >60@1s ; c tick:30s 40 >30
tolling-rsu-link 10002 tls site keep*2 | c sine:3s 120-260 >24@8ms ; c tick:20s 12 >12
remote-diagnostics-doip 13400 plain edge sess:12m | c exp:1s 12-40 >14-200@40ms ; s tick:5s =8 >=8
geofence-engine 9092 plain in keep*2 | c exp:30ms 120 >40-900@500ms ; c tick:3s 90 >16
scooter-iot-heartbeat 9679 plain edge keep | c jit:4m 60-90 ; s exp:20m 40-60 >50@1s >70@3s
`

const farm = `
soil-probe-gateway 1883 plain edge keep | c jit:15m 90-260 >4 ; c idle:300s =2 >=2
milking-robot-sync 4370,3306 plain edge keep | c sine:90s 300-900 >60@30ms ; c tick:60s 20 >20
irrigation-pivot-modem 5094 plain edge keep | s jit:5m 12 >40-90@1s ; c exp:1h 60 >12
weather-station-davis 22222,443 tls edge keep | c tick:60s 99~ >20@60ms
greenhouse-climate 502 plain edge keep | s tick:30s =12 >30-90@60ms*4
tractor-isobus-telemetry 443 tls edge sess:8h | c jit:5s 200-500 ; c tick:60s 12 >12 ; s exp:20m 200 >40
ntrip-rtk-caster 2101 plain out sess:9h | c once 160 >12 ; s tick:1s 300~ ; c tick:10s 82
grain-silo-monitor 9750 plain edge per:jit:20m | c once 120 >8
cattle-collar-basestation 8443 tls edge keep | c exp:40s 60-200 >10@40ms ; s tick:2m 8 >8
drone-mapping-upload 443 https saas per:day:3h | c once 8M^ >90@1s
commodity-price-ticker 443 sse out keep | s feed:20s 90-160 ; s tick:30s 2
feed-silo-orders 443 https out per:jit:1h | c once 700 >900@300ms
`

const newsroom = `
wire-agency-ftp-push 8021,443 tls out keep | s self:40s 2k-9k >12@60ms ; c tick:60s 8 >8
newsml-http-poll 443 https out keep | c tick:10s 250 >20,20,9k@90ms
cms-collab-ot 443 ws in day | c self:3s 60-200 >40@20ms ; s self:4s 70-260 ; c tick:25s 1 >1
live-blog-sse 443 sse serve sess:20m | s feed:45s 300-1500 ; s tick:15s 3
push-notification-apns-provider 443,2197 h2 saas keep*2 | c self:15s 200-500 >20@60ms ; c tick:60s 17 >17
firehose-social 443 sse saas keep | s self:900ms 900-4000 ; s tick:20s 2
comments-moderation 443 https saas keep | c self:9s 400-1500 >200@200ms
print-plate-jdf 8010,9910 http site keep | c tick:15s 500 >400@20ms ; s exp:10m 900 >200
ad-server-decision 443 h2 out keep*2 | c sine:1s 600 >900-3000@30ms
election-results-feed 8443 ws out keep | s feed:20s 400-2500 >10 ; s idle:10s 2 >2
paywall-session-check 443 grpc in keep*3 | c sine:800ms 90-160 >40@3ms
photo-ingest-ftps 990 tls serve sess:20m | c par:40s 30 >40@30ms ; c exp:90s 20 >30
`

const callcentre = `
cti-csta-link 1039,450 plain site keep | s sine:4s 120-400 ; c sine:10s 90-200 >60@9ms ; c tick:60s 20 >20
genesys-ixn 3000,5020 tls in day | s sine:20s 500-2500 >90@20ms ; c tick:30s 40 >40
agent-desktop-cometd 443 https in day | c exp:50ms 200 >200-900@5s-110s
dialer-predictive-ami 5038 plain in keep*2 | s sine:500ms 150-500 ; c sine:3s 60-200 >60@3ms ; c tick:10s 18 >40
tapi-monitor 9999 plain site day | s sine:15s 80-160 ; c tick:15s 8 >8
wallboard-push 8081 ws in keep | s jit:3s 300-900 ; c tick:30s 2 >2
speech-analytics-stream 443 grpc saas sess:6m | c tick:100ms 3200~ ; s exp:2s 90-400
wfm-adherence 443 https saas keep | c jit:60s 2k-6k >60@90ms
asterisk-fastagi 4573 plain in per:day:40s | c once 900 ; s once 20-60 >30@9ms*4
webrtc-gateway-janus 8188 ws serve sess:15m | c tick:25s 90 >60 ; c self:20s 300-2500 >90@20ms >600@300ms
quality-screen-recorder 8080 tls in day | c tick:2s 900-9000 ; s tick:30s 12 >12
omni-chat-session 443 ws serve sess:14m | c par:20s 90-260 >60@20ms ; s par:25s 120-400 ; s tick:20s 2 >2
`

const esports = `
prediction-game-ticks 443,5555 ws serve sess:80m | s feed:15s 120-300 ; c pace:25s 90-200 >40@9ms
tournament-bracket-push 443 ws serve sess:2h | s feed:40s 200-900 ; c tick:20s 2 >2
match-server-rcon 27015,25575 plain out keep | c tick:10s 20-40 >90-900@30ms
spectator-relay 27020,8443 plain serve sess:40m | s tick:250ms 300-1500 ; c tick:5s 16
betting-odds-feed 443,8443 tls out keep | s self:700ms 120-500 ; c tick:15s 20 >20
game-state-integration 3000 http in sess:3h | c jit:500ms 900-3000 >0@3ms
chat-irc-bots 6697,443 ws saas keep*2 | s self:500ms 120-400 ; s tick:5m 24 >24 ; c self:40s 60-200
overlay-obs-websocket 4455 ws in day | c jit:1s 90-160 >120-600@4ms ; s self:20s 90-300
demo-parser-jobs 4222 plain in keep*2 | s exp:90s 200-400 >90@1s-60s ; s tick:2m =6 >=6
anti-ddos-scrubber-api 443 https saas keep | c tick:30s 200 >600@60ms
scoreboard-serial-server 4001 plain site keep | s jit:100ms 24-60 ; c tick:60s 2
fantasy-scores-poll 443 https out keep | c adapt:10s 200 >900@60ms
replay-upload 443 https saas per:exp:25m | c once 3M^ >90@400ms
`

const broker = `
quant-grid-symphony 17869,7870 tls in keep*2 | s mood:15s 300-500 ; c work:15s 160-280 >48@4ms ; s tick:30s 20 >20
commodities-chat-terminal 8294,443 tls out day | s mood:20s 120-500 ; c day:60s 60-200 >40 ; c shift:30s 16 >16
fix-order-entry 9878,4001 tls out keep*2 | c day:8s 190-320 >220-360@8ms >240@1s-60s%.4 ; c idle:30s 84+ ; s idle:30s 84+
fix-drop-copy 9879 tls out keep | s self:20s 260-420 ; c idle:30s 82+ ; s idle:30s 82+
fix-market-data 9880 plain out keep | s self:500ms 120-400 ; c idle:10s 80+ ; s idle:10s 80+
ouch-binary-orders 10010 plain out keep | c self:3s =49 >=66@1ms ; c idle:1s =3 ; s idle:1s =3
soupbin-itch-glimpse 11000 plain out keep | s self:400ms 22-50 ; c idle:1s =3 ; s idle:1s =3
crypto-exchange-ticker 443 ws saas keep*2 | s self:400ms 160-500 ; s tick:3m 18 >18 ; c tick:20s 14 >14
crypto-exchange-user-stream 443 ws saas keep | s self:300s 300-900 ; s tick:3m 18 >18
bloomberg-blpapi 8194 plain site keep | s self:2s 120-600 ; c tick:15s 32 >32 ; c day:60s 300 >900
solace-smf 55555,55443 tls in keep*2 | s self:3s 160-700 >=20%.2 ; c tick:3s =11 >=11
tick-db-kdb 5010 plain in keep*2 | s jit:1s 900-9000 ; c day:20s 90 >2k-30k@9ms
risk-gateway-zeromq 5555 plain in keep | c self:2s 90-300 >60@1ms ; c tick:10s =7 >=7
client-portal-quotes 443 ws serve sess:3h | s self:2s 90-300 ; c tick:15s 8 >8 ; c self:120s 160 >200@20ms
clearing-mq-settlement 1414 mtls out keep | c burst:900s/30 900-2000 >36 ; c idle:60s =28 >=28
reuters-rssl 14002 plain out keep | s self:700ms 60-300 ; c idle:20s =3 ; s idle:20s =3
regulator-report-sftp 22 ssh out batch:21 | c exp:30s 60 >90 900k^ >30
algo-signals-grpc 50052 grpc in keep*2 | s par:30s 90-200 >120@3ms-90ms ; c tick:10s =17 >=17
`
