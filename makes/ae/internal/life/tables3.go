package life

const insurer = `
claims-workflow-bpm 8080 http in keep*2 | c day:15s 500-1500 >900-6000@40ms ; c tick:30s 120 >90
acord-soap-partner 443 mtls out per:day:120s | c once 4k-12k >3k-9k@1s-8s
telematics-score-feed 9093 tls in keep | c exp:20ms 120 >40,40,900@500ms ; c tick:3s 96 >16
mainframe-mq-bridge 1414 plain site keep*2 | s day:12s 600-3000 >36 ; c idle:300s =28 >=28
tn5250-terminal 992,23 tls site day | c day:20s 20-70 >400-1800@80ms
rating-engine-rpc 50061 grpc in keep*2 | c day:4s 2k-5k >600@60ms-900ms
batch-scheduler-controlm 7006,7005 tls in keep | c tick:60s 180 >90 ; s burst:900s/6 500-900 >120@9ms >300@5s-300s
batch-agent-autosys 7520 tls in keep | s exp:6m 400-700 >90@20ms >160@20s-400s ; c tick:90s 30 >30
fraud-graph-bolt 7687 tls in keep*2 | c day:15s 120-400 >300-9000@20ms ; c idle:60s =4 >=4
document-ocr-queue 5672 plain in keep*2 | s onoff:10s/40m 300-700 >=21@3s-40s ; c tick:60s =8 ; s tick:60s =8
reinsurance-portal 443 https out per:exp:40m | c once 900 >9k@900ms
agent-softphone 5061 tls out day | c tick:30s =4 >=2 ; s day:10m 1000 >400 >900@4s
`

const pharma = `
ligand-screening-jsonrpc 3333,14444 plain in keep*2 | s exp:45s 300-420 ; c work:20s 180-260 >50-80@4ms ; c idle:60s 70 >70
stability-chamber-poll 9600,502 plain site keep | c shift:20s =12 >30-60@20ms
chromatography-empower 1521 plain in keep*3 | c day:20s 180-600 >200-3000@6ms ; c tick:10m 20 >20
batch-record-opcua 4840 tls in keep | c jit:2s 120 >100-800@1s ; c tick:15m 300 >200
lims-hl7-bridge 6662 plain in keep | c exp:90s 500-1800 >90@60ms
coldroom-sensirion 8443 tls edge keep | c tick:5m 120~ >20 ; c exp:3h 300 >20
serialization-epcis 443 mtls out keep | c burst:300s/12 2k-6k >90@90ms
docking-vina-workers 5556,5557 plain in keep*2 | s exp:60s 400-900 >160-300@20s-90s ; c tick:15s 12 >12
genome-cromwell-backend 8000 http in keep | c adapt:10s 200 >300-900@20ms
cryoem-transfer-globus 50000 tls out sess:40m | c exp:30s 3M ; s tick:5s 60
clinical-edc-sync 443 https saas per:jit:10m | c once 900 >3k-30k@200ms
plc-cleanroom-pressure 502 plain site keep | c tick:2s =12 >=33@9ms
balance-sics-serial 4305,8001 plain site keep | c tick:1s =4 >=18@60ms ; s day:200s 18-40
electronic-notebook-ws 443 ws saas day | c self:30s 120-900 >60@60ms ; s tick:30s 2 >2
`

const shipping = `
ais-nmea-feed 10110,4001 plain out keep | s self:600ms 48-160
ais-aggregator-upload 5321 plain edge keep | c self:2s 48-100 ; s tick:60s 10
vessel-vsat-telemetry 8883 tls edge keep | c jit:60s 300-900 >4@600ms ; c idle:120s =2 >=2@600ms ; s exp:2h 300 >4@700ms
container-terminal-n4 61616 plain in keep*3 | s sine:5s 400-1500 >90@9ms ; c tick:10s =11 ; s tick:10s =11
crane-plc-gateway 44818 plain site keep*2 | c tick:500ms 70 >120@9ms
gate-ocr-events 9010 plain site keep | s day:30s 400-900 >20@30ms ; c tick:30s 8 >8
reefer-monitor-gprs 7050 plain edge keep | c jit:15m 90-200 >10@400ms ; s exp:3h 40 >60@2s ; c tick:9m 2 >2
edifact-baplie-as4 443 https out per:day:30m | c once 20k^ >1500@2s
pilot-booking-push 443 ws out keep | s exp:5m 300-700 >60@1s-20s ; c tick:45s 6 >6
noon-report-mail 25 tls saas per:exp:2h | s once 60 ; c once 30 >200 60 >10 40 >10 6 >30 5k^ >40@900ms
port-community-mq 1415 mtls out keep | s day:90s 900-2500 >36 ; c idle:300s =28 >=28
bunker-price-poll 443 https out per:jit:15m | c once 200 >4k@200ms
`

const railway = `
interlocking-rasta-gw 41000 plain site keep*2 | c tick:300ms =36 ; s tick:300ms =36 ; s exp:5s 60-120
train-position-gsmr 30160 plain edge keep | c jit:15s 60-110 ; s exp:5m 30 >40
etcs-rbc-session 7911 plain edge sess:2h | c jit:6s 40-90 >60-120@200ms ; s idle:20s 12 >12
passenger-info-vdv453 8080,443 https out keep | c jit:20s 700 >600-20k@60ms ; s tick:30s 300 >200
axle-counter-diag 5050 plain site keep | s sine:20s 24-40 >8 ; c tick:5s 8 >8
ticket-gate-controller 9200 tls edge keep | c sine:4s 120-240 >60-120@20ms ; s tick:30s 20 >20 ; s wall:10m 2k >20
onboard-wifi-portal 443 tls edge keep | c tick:30s 160 >60 ; c self:60s 300-900 >90
energy-meter-eress 443 mtls edge keep | c tick:5m 400~ >40@200ms
timetable-planner-jobs 5673 plain in keep | s onoff:20s/1h 600 >=21@10s-90s ; c tick:30s =8 ; s tick:30s =8
hotbox-detector 4002 plain site keep | s par:90s 200-900 >12@20ms ; s tick:60s 12
tetra-dispatch 5085 tls site keep | c tick:10s 24 >24 ; s self:15s 60-300 ; c day:40s 60-160 >40
seat-reservation-tpf 12500 plain out keep*3 | c sine:6s 200-500 >300-1200@90ms ; c tick:2m 12 >12
`

const water = `
pump-station-dnp3 20000 plain edge keep | s jit:60s =18 >40-290@300ms ; c self:15m 40-90 >=15
reservoir-level-modbus 502 plain site keep | c tick:30s =12 >=13@90ms
scada-historian-replica 5432 tls in keep | s jit:4s 300-900 ; c tick:10s =39
leak-logger-batch 5684 tls edge per:jit:4h | c once 900-2000 >40@300ms
chlorine-analyser-hart-ip 5094 plain site keep | c tick:10s =13 >40-60@100ms ; c tick:30s =8 >=8
telemetry-wits 20001 plain edge keep | c jit:15m 300-900 >30@600ms ; s exp:2h 60 >90
ami-headend-wmbus 2000 plain edge keep | c exp:20s 60-180 ; s tick:60s 6 >6
flood-forecast-pull 443 https out per:wall:15m | c once 300 >20k-90k@200ms
control-room-mimic 1433 plain in keep | c tick:2s 200 >900-2400@6ms
valve-actuator-cloud 8883 mtls edge keep | s exp:8m 90 >4 >120@3s-30s >4 ; c idle:90s =2 >=2
operator-alarm-pager 1234,2101 plain site keep | c exp:6m 60-120 >=4@1s ; c tick:30s =2 >=2
`

const museum = `
ticketing-scanner 8443 https edge day | c day:20s 200 >160@40ms ; c tick:60s 60 >30
audio-guide-sync 443 https edge per:jit:30m | c once 300 >400-200k@90ms
climate-hygro 1883 plain edge keep | c tick:5m 70~ ; c idle:60s =2 >=2
showcontrol-artnet-bridge 6455,4352 plain site keep | c tick:2s 9 >9-20@30ms ; c day:90s 9-40 >9
interactive-kiosk-ws 8080 ws edge day | c self:9s 60-240 >90-600@9ms ; s tick:25s 2 >2
collection-oai-harvest 443 https out batch:3 | c exp:4s 200 >60k~@600ms
people-counter-xml 8888 plain edge keep | c tick:60s 400~ >20
donation-box-terminal 443 tls edge keep | c tick:4m 60 >60 ; c exp:40m 300 >200@2s
webcam-mjpeg 8081 http serve sess:7m | s tick:1s 30k~
gallery-motion-sensor 10001 plain site keep | s self:30s 12-24 >6 ; c tick:20s 6 >6
membership-crm-stream 443 grpc saas keep | s exp:10m 300 ; c tick:60s 17 >17
`

const startup = `
zk-prover-market 443,9443 tls saas keep | s mood:20s 200-600 ; c work:40s 300-700 >60@90ms ; c tick:30s 50 >50
ai-inference-network-worker 443,7005 tls saas keep | s exp:25s 300-2500 ; c pace:25s 400-1800 >50@60ms ; c idle:30s 20 >20
rpc-failover-healthcheck 8545,443 http out keep | c tick:5s 70 >60-110@30ms
mempool-fee-ws 443,8999 ws saas keep | s mood:5s 300-1500 ; s exp:10m 2k-4k ; c tick:30s 20 >20
eth-rpc-websocket 443,8546 ws saas keep*2 | s jit:12s 900-1700 ; c self:15s 120-400 >90-900@60ms ; c tick:30s 6 >6
eth-execution-p2p 30303 plain out keep*4 | c self:6s 60-700 ; s self:4s 60-900 ; c tick:15s 16 >16
beacon-libp2p-noise 9000 plain out keep*5 | s self:1s 300-1500 ; c self:2s 200-900 ; c tick:30s 50 >50
engine-api-jwt 8551 http in keep | c wall:12s 1k-90k >200@60ms ; c wall:4s 300 >150@9ms
validator-client-beacon 5052 http in keep | c wall:12s 200 >300@90ms ; c wall:384s 900 >4k
bitcoin-light-electrum 50002,50001 tls out keep | s exp:10m 260 ; c tick:60s 50 >38@60ms ; c day:120s 120-200 >90-600
bitcoin-full-node-peers 8333 plain out keep*4 | s self:5s 61-300 >61@30ms%.5 ; c self:6s 61-200 ; c jit:2m =32 >=32
lightning-channel-peers 9735 plain out keep*4 | c self:20s 450-700 ; s self:20s 450-700 ; c jit:30s 40 >40
solana-rpc-slots 443,8900 ws saas keep | s jit:400ms 120~ ; c tick:15s 6 >6
cosmos-tendermint-p2p 26656 plain out keep*3 | c self:1s 1044,60,200 ; s self:1s 1044,60,200 ; c tick:60s 20 >20
nft-marketplace-stream 443 ws saas keep | s self:5s 900-3000 ; c tick:30s 60 >60
ipfs-swarm 4001 plain out keep*5 | c self:9s 60-900 ; s self:9s 60-900 ; c jit:15s 40 >40
oracle-price-ocr 6690 plain out keep*2 | c wall:10s 300-900 ; s wall:10s 300-900 ; c self:60s 1k >200
custody-mpc-cosigner 8443 mtls out keep | s day:300s 500 >900@20ms >900@30ms >700@30ms ; c tick:20s 30 >30
stratum-like-telemetry-jsonrpc 3333,4444 tls saas keep | c jit:30s 180-260 >40@40ms ; s exp:90s 300-500 ; c tick:60s 60 >60
block-explorer-indexer 9650 http in keep*2 | c tick:2s 120 >300-40k@9ms
dex-arbitrage-simulator 8545 http in keep | c sine:1s 300-700 >90-400@4ms
`

const builder = `
bim-collab-server 19001,444 tls site day | c day:30s 300-4000 >200@40ms ; s tick:60s 16 >16
site-turnstile 4370 plain edge keep | s tick:30s =16 >=16 ; c day:60s 40-60 >=16
tower-crane-anticollision 5005 plain edge keep | c jit:1s 40-90 ; s tick:5s 8
concrete-sensor-nbiot 5685 tls edge per:jit:30m | c once 90 >20@900ms
drawing-revision-push 443 ws saas day | s day:10m 200-600 >40 ; c tick:30s 2 >2
render-farm-deadline 8082,4433 http in keep | c tick:20s 300 >60@9ms ; c exp:4m 900 >4k@20ms
render-slave-backburner 3234 plain in keep | s exp:3m 300-900 >90@2s-100s ; c tick:30s 40 >40
cad-licence-heartbeat 2080,27000 plain site day | c tick:10m =147 >=147
survey-gnss-receiver 5017,9903 plain edge sess:6h | c tick:1s 220~ ; s tick:60s 20
equipment-tracker-aemp 443 https out per:jit:15m | c once 300 >9k-60k@600ms
`

const consult = `
presence-desk-sensor 8883 tls edge keep | c exp:9m 60-90 >4 ; c idle:4m =2 >=2
whiteboard-miro-like 443 ws saas sess:50m | c self:700ms 60-200 ; s self:900ms 60-300 ; c tick:10s 4 >4
docs-coedit-channel 443 https saas day | c exp:1s 300 >60-900@20s-60s ; c self:30s 400 >200@60ms
sharepoint-sync 443 https saas day | c jit:60s 600 >400@90ms ; c day:600s 900 >300k^@200ms
crm-streaming-api 443 https saas keep | c exp:100ms 400 >200-900@20s-110s
expenses-receipt-ocr 443 https saas per:day:3h | c once 900k^ >900@2s
remote-browser-isolation 443 ws saas day | c self:500ms 20-60 >90-1500@30ms ; s tick:15s 6 >6
password-manager-sync 443 ws saas keep | s exp:1h 90 ; c tick:15s 7 >11
zscaler-tunnel-dtls-fallback 443 tls saas keep*2 | c self:1s 90-900 >90-1400@30ms ; c tick:30s 24 >24
teamviewer-master 5938 plain saas keep | c tick:30s 40 >40 ; s exp:2h 900 >600
anydesk-relay 7070,443 tls saas keep | c tick:20s 12 >12 ; s exp:4h 300 >200
syncthing-relay 22067,22000 tls out keep*2 | c jit:90s 20 ; s jit:90s 20 ; c self:200s 90-900 >60
dropbox-notify-longpoll 443 https saas keep | c exp:200ms 300 >16@30s-90s
`

const satellite = `
ccsds-tm-ground 10015,4100 plain out sess:11m | s tick:1s 1115 ; c exp:20s 40-90 >24@500ms
antenna-control-hamlib 4533 plain site keep | c tick:1s 12-24 >16@20ms
modem-m-and-c 8100 plain site keep*2 | c tick:5s 20 >90-200@40ms ; s exp:20m 60
orbit-prop-workqueue 5570 plain in keep*2 | s par:40s 300-700 >900@4s-60s ; c tick:10s 8 >8
space-track-poll 443 https out per:jit:30m | c once 300 >90k@900ms
vsat-hub-nms 9443 tls edge keep | c jit:30s 300-500 >30@600ms ; s exp:10m 160 >90@700ms
iridium-sbd-directip 10800 plain serve per:exp:10m | c once 60-400 >=3%.5
time-sync-ptp-monitor 319 tls site keep | c tick:10s 90 >160@9ms
weather-sat-ldm 388 plain out keep | s self:1s 300-9k ; c tick:60s 40 >40
spectrum-monitor-scpi 5025 plain site keep | c jit:2s 12-24 >1600~@60ms
ground-pass-scheduler 50070 grpc out keep | s par:15m 300-900 >60@60ms ; c tick:45s 17 >17
`

const publishing = `
print-ondemand-jmf 8010 http out per:jit:3m | c once 700 >900@90ms
rights-graph-sparql 3030 http in keep | c day:15s 300-900 >900-30k@60ms
audiobook-progress 443 h2 serve sess:50m | c tick:30s 160 >20@20ms ; s exp:10m 90
translation-memory-server 8090,443 tls site day | c self:20s 120-400 >300-1500@60ms ; c tick:60s 8 >8
ereader-whispersync 443 tls serve keep | c par:4m 120 >60@30ms ; s tick:15m 4 >4 ; s exp:2h 200
manuscript-crawler-queue 6379 plain in keep*2 | c exp:10ms 40 >5,600@1s-5s
plagiarism-worker 5671 tls in keep | s exp:70s 300 >=20@9s-80s ; c tick:30s =8 ; s tick:30s =8
typesetting-remote-dir 9418 plain out per:jit:10m | c once 60 >900
ai-writing-stream 443 sse saas keep | c day:90s 900-6000 >40@400ms-2s >60@20ms*90
newsletter-mta-pool 25 tls out keep*3 | c onoff:2s/2h 40 >20 30 >20 8k >30@60ms
`

const bakery = `
oven-controller-tcp 502,2222 plain edge keep | s tick:3s =12 >=49@20ms
franchise-till-mq 1883,8883 tls edge keep | c day:50s 300-900 >4 ; c idle:20s =2 >=2 ; s wall:30m 900 >4
delivery-aggregator-orders 443 ws out day | s day:150s 1k-3k >60@1s-40s >80 ; c tick:30s 4 >4
weighing-bridge 8001,3001 plain site keep | s tick:200ms 16
recipe-sync-couch 5984 http in keep | c exp:2s 200 >30-900@30s-60s
allergen-label-poll 9100 plain site per:day:9m | c once 700
fleet-fridge-gps 5023 plain edge keep | c jit:2m 60-120 >=10@60ms
till-clock-in 443 https edge per:day:1h | c once 300 >200
cold-chain-alerts 443 sse saas keep | s exp:20m 200 ; s tick:20s 2
`

// tables are the trades and their programs.
var tables = []struct{ trade, text string }{
	{"", common},
	{"hospital", hospital}, {"bank", bank}, {"telecom", telecom}, {"airline", airline}, {"energy", energy},
	{"factory", factory}, {"logistics", logistics}, {"university", university}, {"broadcaster", broadcaster},
	{"city", city}, {"retailer", retailer}, {"games", games}, {"law", law}, {"hotel", hotel}, {"research", research},
	{"saas", saas}, {"adexchange", adexchange}, {"soc", soc}, {"hosting", hosting}, {"vehicles", vehicles},
	{"farm", farm}, {"newsroom", newsroom}, {"callcentre", callcentre}, {"esports", esports}, {"broker", broker},
	{"insurer", insurer}, {"pharma", pharma}, {"shipping", shipping}, {"railway", railway}, {"water", water},
	{"museum", museum}, {"startup", startup}, {"builder", builder}, {"consultancy", consult},
	{"satellite", satellite}, {"publishing", publishing}, {"bakery", bakery},
}

// Trades lists what firms there can be.
func Trades() []string {
	var all []string
	for _, t := range tables[1:] {
		all = append(all, t.trade)
	}
	return all
}
