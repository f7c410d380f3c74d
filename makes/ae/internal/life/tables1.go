package life

const hospital = `
hl7-adt-mllp 2575,6661 plain in keep*2 | c day:20s 420-1400 >95~@30ms
hl7-results-out 2576 plain site keep | c self:60s 700-5000 >110@200ms-3s
dicom-cstore 104,11112 plain in per:day:400s | c once 230 >190 ; c once 150 600k^*8 >130@90ms =10 >=10
dicom-worklist 104 plain site per:jit:60s | c once 230 >190 340 >120-900@60ms*3 =10 >=10
patient-monitor-central 24105 plain edge keep | c tick:1s 280~ ; c self:120s 500-900 >40 ; s tick:10s 40 >20
infusion-pump-gateway 3000,443 tls edge keep | c jit:30s 180~ >44@20ms ; s exp:40m 400-1200 >60@2s >300@9s
ventilator-stream 5510 plain edge keep | c tick:200ms 48 ; c tick:30s 160 >20
lab-analyzer-astm 10001,3100 plain edge keep | c self:180s =1 >=1 90-240 >=1 60-240 >=1 60-240 >=1 =1 ; c tick:5m =1 >=1
nurse-call-tap 4040 plain in keep | c day:90s 40-120 >=8@50ms ; c tick:15s =4 >=4
pharmacy-cabinet 6002 tls edge keep | c day:240s 300-700 >180@30ms ; c tick:60s 60 >60 ; s day:200s 500 >40
fhir-subscription-ws 443 ws in keep | s self:40s 160-400 ; c tick:30s 20 >20 ; c day:120s 260 >3k@90ms
bed-board-sse 443 sse in day | s feed:30s 300-900 ; s idle:15s =3
insurance-eligibility-x12 443 https out per:day:200s | c once 900-1400 >1500-4000@900ms-6s
telehealth-signalling 443 ws saas sess:20m | c self:6s 300-2500 >120@40ms ; s tick:25s 2 >2
`

const bank = `
iso8583-acquirer 8583,5000 plain out keep*2 | c sine:3s 180-420 >140-320@60ms-400ms ; c tick:120s =62 >=66 ; s tick:180s =62 >=66
atm-ndc-host 4000,7070 plain edge keep | c day:90s 160-320 >140-900@300ms 60 ; s tick:5m 40 >70
swift-mq-channel 1414 tls out keep | c day:60s 1400-4000 >36@20ms ; c idle:300s =28 >=28 ; s day:90s 1400-3000 >36
fix-credit-session 9880 tls out keep | c idle:30s 86+ ; s idle:30s 86+ ; s self:30s 190-400 >210-340@50ms%.5
core-banking-cics 3270,1435 plain site keep*4 | c day:6s 160-700 >400-2400@20ms
tn3270-teller 23,992 tls site day | c day:15s 20-90 >300-1900@100ms ; s tick:10m 3 >3
sepa-batch-sftp 22 ssh out batch:23 | c exp:20s 60 >80 400k^ >30@80ms
hsm-payshield 1500 plain in keep*3 | c sine:1s 60-240 >40-160@2ms ; c tick:10s =18 >=60
card-fraud-scoring 8443 grpc in keep*2 | c sine:4s 900-1600 >120@30ms ; c tick:10s =8 >=8
pos-terminal-visa2 7500 tls serve per:exp:10m | c once 200-400 >90-200@300ms-2s =1
instant-payment-rtp 5443 mtls out keep | s day:40s 1600-2600 >1200@30ms-900ms >300 ; c tick:60s 420 >420
rates-feed-subscriber 8195,14002 plain out keep | s self:1s 120-500 ; c tick:15s =3 ; s tick:15s =3
branch-queue-display 8088 ws site keep | s day:60s 90-180 ; c tick:45s 12 >12
ach-file-poll 443 https out per:wall:15m | c once 300 >400-40k@300ms
`

const telecom = `
diameter-gy 3868 plain out keep*2 | c sine:2s 380-900 >260-500@20ms ; c idle:30s =88 >=112 ; s idle:30s =88 >=112
diameter-s6a 3868 plain in keep | s sine:5s 300-700 >400-3000@10ms ; c tick:30s =84 >=108
smpp-transceiver 2775,3550 plain out keep*2 | c self:4s 120-260 >33@40ms ; s self:4s 180-260 >17@10ms ; c tick:30s =16 >=16
smpp-receiver-quiet 2775 tls out keep | s exp:60s 140-240 >17@5ms ; c tick:60s =16 >=16 ; s tick:60s =16 >=16
ss7-sigtran-m2pa-tcp 2904,3565 plain site keep | c exp:1s 40-120 ; s exp:1s 40-120 ; c idle:5s =20 ; s idle:5s =20
tr069-acs 7547,443 https serve per:jit:1h | c once 2k >500@30ms 300 >900@40ms 900 >0
tr369-usp-mqtt 8883 tls edge keep | c jit:60s 300-900 >4 ; c idle:60s =2 >=2 ; s exp:30m 250 >500@200ms
netconf-ssh 830 ssh site keep | c tick:60s 300 >2k-20k@200ms ; s exp:120s 400
gnmi-telemetry 57400 grpc site keep*2 | s tick:10s 900-4000 ; s self:120s 300 ; c tick:30s 8 >8
bgp-route-collector 179 plain out keep | c tick:60s =19 ; s tick:60s =19 ; s self:20s 50-300
bgp-peer-hold30 179 plain site keep*2 | c jit:10s =19 ; s jit:10s =19 ; s burst:300s/8 60-900
ldp-session 646 plain site keep | c jit:15s =18 ; s jit:15s =18 ; s exp:20m 60-200
radius-tcp-proxy 2083 mtls out keep | c sine:10s 180-300 >120-200@20ms ; c tick:30s =20 >=20
cdr-collector-gtpprime 3386 plain in keep | c sine:3s 900-1400 >14@3ms ; c tick:60s =6 >=8
ims-p-cscf-tcp 5060 plain out keep | c jit:30s =4 >=2 ; s sine:30s 900-1700 >400@10ms >900@4s
bmp-monitor 11019 plain site keep | c self:3s 60-400 ; c tick:60s 200~
`

const airline = `
acars-typeb-matip 350,351 plain out keep | c day:40s 120-420 ; s exp:50s 120-420 ; c tick:30s =4 >=4
gds-edifact-session 9005,12000 plain out keep*4 | c sine:3s 160-600 >300-3000@80ms-700ms ; c tick:60s =12 >=12
ndc-shopping 443 https out keep | c sine:5s 2k-6k >20k^@1s-5s
departure-control-matip 350 plain site keep*2 | c day:20s 40-160 >200-1800@200ms
fids-display 8090 ws site keep | s feed:60s 400-1500 ; c tick:20s 10 >10
baggage-bsm-feed 1024,8101 plain out keep | s sine:8s 180-320 >=20@10ms ; s idle:60s =20 >=20
adsb-beast-feeder 30005,30004 plain edge keep | c self:500ms 23-160 ; s tick:60s 40
flight-plan-aftn 443 mtls out keep | s exp:120s 400-1800 >90@30ms ; c idle:60s 20 >20
aircraft-health-acms 443 https out per:exp:9m | c once 2k-30k >90@300ms
crew-app-ws 443 ws serve sess:40m | c self:20s 90-300 >200-900@40ms ; s tick:30s 2 >2
weather-metar-poll 80,443 https out per:wall:5m | c once 90 >2k-9k@90ms
loyalty-mq-bridge 61616 plain in keep*2 | s self:8s 300-1200 >90@20ms ; c tick:10s =10 ; s tick:10s =10
notam-swim-amqp 5671 mtls out keep | s exp:90s 900-3000 >=18@20ms ; c tick:60s =8 ; s tick:60s =8
`

const energy = `
iec104-outstation 2404 plain edge keep*1 | c exp:4s 16-60 >=6@8s%.2 ; s idle:20s =6 >=6 ; s exp:10m =16 >=16 >=16@2s
iec104-rtu-slow 2404 plain site keep | s jit:60s 20-120 >=6@2s ; c idle:30s =6 >=6
dnp3-master 20000 plain site keep*2 | c tick:5s =18 >24-290@40ms >=15%.5 ; c tick:1h =18 >200-900 ; s self:90s 40-120 >=15@3ms
iec61850-mms 102 plain site keep | s self:10s 180-600 ; c tick:30s 90 >120-500@10ms
iccp-tase2 102 plain out keep | c tick:4s 300~ >60@20ms ; s tick:10s 500-900 ; s exp:120s 160 >70
synchrophasor-c37 4712 plain site keep | s tick:100ms 76 ; s tick:60s 500 ; c tick:20m =18
modbus-substation 502 plain site keep | c tick:1s =12 >29-120@15ms
smart-meter-dlms 4059 plain edge per:jit:15m | c once 60 >50 ; c once 26 >80-400@400ms*3 =20 >20
meter-concentrator 443 tls edge keep | c jit:15m 9k-30k >60@300ms ; c tick:5m 40 >40 ; s exp:40m 120 >300@4s
openadr-vtn-poll 443 mtls out per:jit:60s | c once 700 >500-900@60ms
ocpp16-charger 443,8080 ws edge keep | c tick:60s 40 >70@20ms ; c burst:900s/9 180-420 >50@30ms ; s exp:30m 160 >50@300ms
ocpp201-charger 443 ws edge keep | c tick:5m 28 >64@30ms ; c onoff:15s/2h 700-1500 >24@30ms ; s tick:30s 4 >4
inverter-sunspec-cloud 443 tls edge keep | c tick:5m 600-1500 >60@90ms ; c idle:55s 2 >2
wind-scada-opcda-tunnel 4840 plain out keep | c tick:2s 110 >300-1400@20ms ; s self:300s 700
energy-market-bids 443 mtls out keep | c wall:5m 1k-4k >600@200ms ; s feed:60s 300 >70@10ms
`

const factory = `
weld-quality-inference 5600 plain in keep | c pace:4s 300-500 >60@30ms ; s feed:10m 900 ; c tick:10s 8 >8
tool-crib-dispenser 7788 tls site keep | c shift:30s 20 >20 ; c day:300s 90-200 >60@60ms
opcua-subscription 4840 plain in keep*2 | c jit:1s 110 >90-700@100ms-1s ; c tick:20m 140 >120
opcua-slow-publish 4840,48010 plain site keep | c jit:5s 96 >=28@4s ; s exp:90s 200-900 >80
modbus-plc-fast 502 plain site keep*3 | c tick:500ms =12 >13-80@8ms
modbus-gateway-round 502 plain site keep | c tick:10s =12 >=45@60ms =12 >=29@60ms =12 >=13@60ms
s7comm-hmi 102 plain site keep*2 | c jit:800ms =31 >40-230@10ms
ethernetip-cip 44818 plain site keep | c tick:1s 60-110 >70-500@6ms ; c tick:90s =28 >=32
profinet-diag 34964 tls site keep | s exp:60s 200 >60 ; c tick:30s 40 >40
mtconnect-sample 5000,7878 http site keep | s jit:1s 300-1800
shdr-adapter 7878 plain site keep | s self:1s 30-160 ; c tick:10s =7 >=14
mqtt-sparkplug-edge 1883,8883 tls edge keep | c jit:5s 90-500 ; c idle:30s =2 >=2 ; s exp:15m 120 >4
fanuc-focas 8193 plain site keep | c tick:2s =40 >60-400@20ms
kuka-ekrl-xml 54600 plain site keep | s tick:400ms 300-600 >250@4ms
mes-order-download 443 https in keep | c jit:30s 300 >200@20ms ; c day:400s 500 >8k@90ms
historian-pi-connector 5450 plain in keep | c jit:2s 400-2000 >40@5ms ; c tick:15s 48 >48
torque-openprotocol 4545 plain edge keep | s tick:10s =21 >=21 ; c day:40s 230 >=21@3ms
vision-inspection-tcp 8500 plain site keep | s sine:3s 20-90 >10@20ms
label-printer-zpl 9100 plain site keep | c day:60s 400-1500 ; c tick:60s 4 >80@40ms
andon-board 8082 ws site keep | s day:90s 120 ; s tick:25s 1 >1
`

const logistics = `
yard-slot-optimiser 6100,9998 plain in keep | s feed:60s 400-700 ; c work:25s 150-300 >40-60@5ms ; c idle:30s 12 >12
wms-handheld-telnet 23,2323 plain edge keep | c day:12s 2-24 >60-420@60ms
wms-velocity-web 443 ws edge day | c day:15s 90-200 >300-900@50ms ; s tick:30s 4 >4
conveyor-plc-telegram 2000,2001 plain site keep*2 | c sine:2s 40-90 >=24@4ms ; s idle:5s =24 >=24
sorter-host 5020 plain site keep | s sine:1500ms 64 >48@20ms ; c tick:10s 16 >16
agv-fleet-vda5050 8883 tls edge keep | c jit:1s 500-1400 ; s exp:40s 600-2000 ; c idle:60s =2 >=2
parcel-tracking-edi 443 https out per:wall:5m | c once 4k-60k >300@500ms
as2-partner 443,4080 https out per:day:15m | c once 3k-30k >900@1s-9s
carrier-rating-api 443 https out keep | c day:20s 900-1800 >1500-5000@200ms
truck-telematics-tcp 5027,9999 plain edge keep | c jit:30s 60-300 >=4@30ms ; s exp:2h 40 >90@2s
temperature-logger 8086 plain edge per:jit:5m | c once 80-140 >10@40ms
dock-scheduling-sse 443 sse saas day | s day:120s 200-600 ; s idle:30s =2
customs-gateway-mq 1414 mtls out keep | c day:180s 4k^ >36@40ms ; s day:300s 1k-4k >36 ; c idle:300s =28 >=28
voice-picking 9091 tls edge day | c day:8s 120-300 >60-200@60ms ; c tick:20s 12 >12
route-optimizer-jobs 8443 grpc in keep | s day:200s 2k-9k >60@3ms >1500@3s-90s ; c tick:30s 8 >8
`

const university = `
moodle-poll 443 https serve sess:25m | c self:20s 300 >900-6000@90ms ; c tick:60s 120 >60
eduroam-radsec 2083 mtls out keep | c sine:6s 200-500 >120-300@40ms ; c tick:30s =20 >=20
ldap-sync-persistent 636 tls site keep | s day:300s 300-1500 ; c tick:5m 30 >30
zoom-connector 443 tls saas keep | c tick:30s 90 >90 ; s day:300s 500-1500 >200@40ms
boinc-scheduler 443 https saas per:par:40m | c once 3k-20k >2k-9k@300ms
folding-workserver 8080,443 https saas per:erl:2h | c once 600 >9M^@90ms 200 >60
jupyterhub-ws 443,8000 ws in sess:2h | c self:10s 300-1500 >150@8ms*3 >400@300ms ; s tick:30s 2 >2
rstudio-events 8787 http in sess:3h | c exp:1s 150 >60-1500@10s-50s
lab-instrument-labview 6341,3363 plain site keep | s tick:1s 24-200 >8@10ms ; c exp:60s 30 >30
library-sip2 6001 plain out keep | c day:90s 60-140 >80-300@40ms ; c tick:5m =10 >40
library-z3950 210 plain out sess:6m | c day:8s 120-260 >400-4000@200ms
print-release-papercut 9191 https site keep | c tick:60s 200 >120 ; c day:500s 400 >500
exam-proctor-ws 443 ws serve sess:90m | c jit:5s 900-9000 >12@20ms ; s tick:20s 30 >20
telescope-indi 7624 plain site keep | s jit:1s 200-700 ; c exp:90s 160 >200
student-irc 6697 tls out keep | s self:30s 90-260 ; s tick:90s 30 >30 ; c day:400s 60-160
ebook-proxy-ezproxy 443 https serve sess:15m | c self:9s 500 >9k^@100ms
`

const broadcaster = `
nmos-is04-heartbeat 8010 http in keep | c tick:5s 40 >30@4ms
nmos-is05-ws 8011 ws in keep | s exp:60s 300-1200 ; c tick:30s 2 >2
mos-newsroom-upper 10540,10541 plain in keep*2 | c tick:30s =180 >=220 ; s day:60s 600-4000 >260@40ms
ember-plus-panel 9000 plain site keep | c tick:5s 21 >21 ; s self:4s 40-160 ; c day:90s 60
vdcp-over-tcp 8000,8001 plain site keep | c tick:200ms =7 >9-16@6ms
playout-automation 5250 plain in keep | c tick:1s 24 >60-200@6ms ; s sine:30s 90
scte104-splicer 5167 plain out keep | c exp:300s 60 >=17@8ms ; c tick:60s =17 >=17
rtmp-contribution 1935 plain out sess:2h | c tick:200ms 6k-12k ; s tick:5s =16 ; c tick:5s =16
srt-stats-ws 443 ws in keep | s tick:1s 700~ ; c tick:30s 4 >4
hls-origin-shield 443 https serve sess:30m | c tick:6s 90 >500~@10ms 90 >1M~@20ms%.3
subtitle-newfor 5000 plain site keep | c sine:6s 40-120 >=1@8ms
transmitter-snmp-proxy 8443 tls site keep | c tick:30s 200 >700@90ms ; s exp:20m 300 >40
audience-meter 443 tls edge keep | c tick:60s 180~ >30@50ms ; s exp:3h 900 >60
graphics-viz-engine 6100 plain site keep | c day:5s 60-400 >20-90@9ms
`
