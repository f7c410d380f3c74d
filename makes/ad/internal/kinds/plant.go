package kinds

// plant: the machinery below.
const plant = `
postgres-pool|i+|5432|tls raw|long #1~4|h c90 s350 c60 s400;c drift:1~60 80~900w >60~4000w d0.005;c every:30~60 14~20= >60~70=
postgres-listen|i|5432|raw|long|h c90 s350 c30 s20;s self:20~600 60~400w;c every:30~300 14= >66=
mysql-pool|i+|3306|raw tls|long #1~4|h s90 c200 s11;c drift:1~60 60~600w >90~4000w;c every:30~60 5= >11=
mysql-replica|i|3306|raw|long|h s90 c200 s11 c40;s self:0.7~20 200~2000w;s idle:15~30 41~60=
redis-pubsub|i|6379|raw|long|h c60 s40;s self:2~90 60~900w;c every:15~30 14= >7~25=
redis-cache|i+|6379|raw tls|long #1~4|c self:0.7~15 40~200w >5~900w
redis-replica|i|6379|raw|long|h c14 s7;s every:10 14=;c every:1 30~40=;s self:3~60 60~500w
mongo-driver|i+|27017|raw tls|long #1~2|h c300 s500;c think:0.01 130~300= >300~500= d10;c drift:5~90 150~600w >100~3000w
cassandra-driver|i|9042|raw|long #1~2|h c30 s60 c40 s20;c every:30 9= >50~200=;c drift:2~60 90~500w >60~900w
elastic-client|i|9200|h1p|long #1~3|c drift:2~60 300~2000w >300~4000w;c every:5~10 90= >400~500j
kafka-consumer|i|9092|tls raw|long @2~4|h c40 s400;c think:0.001 90~200j >40~2000w d0.5 ;c every:3 60~90= >16~30=
kafka-producer|i|9092|raw|long @2~4|c self:1~30 200~3000w >50~80=;c every:300 60= >900j
rabbit-consumer|i|5672 5671|raw tls|long|h c500 s500 c200;s self:3~120 200~1500w >21= d0.2~5;c idle:30 8=;s idle:30 8=
mqtt-sensor|i+|1883 8883|raw tls|long|h c60~150 s4=;c jit:10~300 40~200j >4= p0.6;c idle:30~60 2= >2=
mqtt-actuator|i|8883|tls|long|h c150 s4;s poi:60~1200 60~250j >4= >90~200j d0.5 >4=;c idle:60 2= >2=
amqp-iothub|i|5671|tls|long|c jit:30~300 200~500j >25~40=;s idle:60~120 8=;c idle:60~120 8=
zookeeper-client|i|2181|raw|long|h c49= s41=;c idle:4~20 12= >20=;s poi:300~3000 50~120j;c poi:60~900 40~120j >80~400w
etcd-watch|i|2379|grpc|long|s self:5~200 150~900w;c every:10~30 17= >17=
etcd-lease|i|2379|grpc|long|c every:1.6~20 15= >30~50=
consul-blocking|i|8500|h1p|long #1~4|c think:0.05 90~150= >300~4000w d60~300
k8s-kubelet|i|6443|h2|long|c every:10 400~700= >600~900j;s self:10~120 900~6000w;c every:300 6000j >6000j
k8s-watch|i|6443|h2|long #1~3|s self:5~300 900~9000w
envoy-xds|i|15012 18000|grpc|long|h c900 s9000~90000;s self:60~900 900~60000w >60~200j;c every:30 17= >17=
otel-exporter|i|4317|grpc|long|c every:5~60 600~9000w >20~40=
prometheus-scrape|i|9100 9090|h1p|long @4~20|c every:10~60 200~300= >3000~60000j
statsd-tcp|i|8125 2003|raw|long|c every:10~60 300~9000w
syslog-tls|i|6514|tls|long|c self:2~60 120~400w *2
filebeat|i|5044|tls raw|long|c self:3~60 500~9000w >6=
fluent-forward|i|24224|raw|long|c jit:5~60 500~9000w >30~50= ;c every:1~5 1=
zabbix-active|i|10051|raw|0.05~0.5/5~60|c think:1 200~2000w >90~120=
zabbix-passive|i|10050|raw|0.05~0.5/30~60 @4~15|c think:1 30~60= >14~40=
nagios-nrpe|i|5666|tls|0.1~1/60~300 @3~10|c think:1 1036= >1036=
datadog-agent|i|443|h1|long #1~3|c every:10~15 900~9000w >60~120=
newrelic-agent|i|443|h1|long|c every:60 900~6000w >90~200=
splunk-forwarder|i|9997|tls raw|long|h c400 s100;c self:2~30 400~4000w >30= /5;c every:30 60~90=
salt-minion|i|4505 4506|raw|long|h c64= s64= c40;s poi:120~1800 300~900w >400~2000w d1~4;c every:30~300 0~2
puppet-agent|i|8140|h1|10~60/1800|c think:2 900~30000w >900~90000w
ansible-pull|i|443|h1|2~20/900~3600|c think:1 300~600j >900~20000w
chef-client|i|443|h1|5~60/1800|c think:0.5 900~3000w >300~20000w
ssm-agent|i|443|ws|long|h c300 s100;c every:60~300 2= >2=;s poi:900~9000 400~1500w >120= >300~900w d1~9
ldap-pool|i|389 636|raw tls|long #1~3|h c60 s22;c day:5~120 90~300j >40~900w;c every:60~120 40= >14=
kerberos-tcp|i|88|raw|0.02~0.3/300~3000|c think:1 250~1800j >200~1700j
smb-session|i|445|raw|work|h c200 s250 c200 s300 c600 s200;c self:5~200 120~400w >120~4000w;c every:30~60 72= >72=
nfs-mount|i|2049|raw|long|c self:1~40 150~400w >120~9000w;c every:20~60 100~140= >90~120=
iscsi-idle|i|3260|raw|long|s every:5~15 48= >48=;c self:3~60 48= +512~8192q >48=
bgp-peer|i|179|raw|long @1~4|h c60 s60 c19= s19=;c jit:20~60 19=;s jit:20~60 19=;s self:10~300 50~400w
drbd|i|7788|raw|long|c every:10 16= >16=;c self:1~30 4000~16000q >24=
modbus-poll|i|502|raw|long @1~8|c every:1~60 12= >11~250=
opcua-sub|i|4840|raw|long|h c60 s28 c130 s140;s every:0.5~10 90~400w >80~100j;c every:5~30 80= >90=
iec104|i|2404|raw|long @1~4|h c6= s6=;s self:2~60 16~40w;c self:10~60 6=;c idle:20 6= >6=
dnp3|i|20000|raw|long @1~4|c every:5~120 18~30= >20~290w >15= p0.3
s7-comm|i|102|raw|long @1~3|h c22= s22= c25= s27=;c every:0.7~10 31= >30~240=
sip-trunk|i|5060 5061|raw tls|long|c every:15~60 400~500= >350~450=;c day:30~600 800~1200j >350j >450j d4 >450j >400j d60
radius-radsec|i|2083|tls|long|c day:5~120 150~300j >60~250j;c every:30 38= >38=
asterisk-ami|i|5038|raw|work|h s30 c60 s60;s self:2~40 90~400w;c every:10~60 20= >60=
vmware-vpxa|i|902 443|tls|long|c every:10 300~700j >200~400j;s poi:60~600 700~2000w >400~900w
proxmox-ws|i|8006|ws|work|s every:1~10 200~900w;c every:30 2= >2=
ntopng-zmq|i|5556|raw|long|c every:5~15 900~9000w
wazuh-agent|i|1514|raw|long|h c120 s90;c every:10~60 60~150= >60~90=;c self:10~120 200~900w
teleport-node|i|3025 443|tls|long|c every:5~15 40~90= >40~90=;c every:60 900~2000j >60=
boundary-worker|i|9201|grpc|long|c every:1~5 90~250j >60~200j
frp-client|i|7000|tls raw|long|h c300 s150;c every:30 60= >60=;s onoff:10~120 60= >90= d0.1
cloudflared|i|7844 443|tls|long #2~4|h c300 s150;s self:5~120 200~900w >300~6000w;c every:5~20 17= >17=
`
