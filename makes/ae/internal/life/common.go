package life

// common is what every firm has.
const common = `
build-cache-worker-lease 8980 grpc in keep | s mood:40s 300-900 ; c work:40s 200-500 >40@5ms ; c tick:10s 20 >20
remote-hands-pager 443 ws saas keep | s exp:25m 200-400 >60@2s-200s ; c shift:45s 6 >6
node-exporter 9100 http in keep | c tick:15s 60 >9k-40k@5ms-40ms
prometheus-agent-push 443,9091 https saas keep | c jit:15s 1200-6000 >0,14@30ms
datadog-agent 443 https saas keep | c jit:15s 2500~ >=16@40ms ; c tick:10m 14k-30k >=16@80ms
zabbix-active 10051 plain in per:jit:60s | c once 90-700 >=96@2ms
zabbix-passive 10050 plain in per:tick:60s | s once 1 ; c once 26-70 >14-40@3ms
nagios-nrpe 5666 tls in per:jit:5m | c once =1036 >=1036@20ms-900ms
telegraf-influx 8086 http in keep | c tick:10s 900-4000 >0@6ms
newrelic-infra 443 https saas keep | c jit:30s 700-2500 >60@50ms ; c tick:5s 90 >30@40ms%.3
otel-collector 4317 grpc in keep | c jit:10s 600-5000 >5@5ms
filebeat-logstash 5044 tls in keep | c self:20s 500-9000 >=6@8ms ; c idle:60s =10 >=6
fluentbit-forward 24224 plain in keep | c self:5s 300-4000 ; c idle:60s 1
rsyslog-relp 20514 tls in keep | c exp:8s 140-420 >12+@2ms
syslog-tcp 514,601,6514 plain in keep | c self:12s 90-300
splunk-uf 9997 tls in keep | c self:10s 400-5000 >=16@1s-9s%.3 ; c tick:30s 180
splunk-deploy 8089 tls in max:20m | c tick:60s 300 >400
wazuh-agent 1514 plain in keep | c exp:25s 120-600 ; c tick:10s 90~ >70@4ms ; s exp:30m 400-3000
osquery-tls 443 https in keep | c tick:60s 150 >90@10ms ; c exp:120s 500-4000 >30
crowdstrike-sensor 443 tls saas keep | c self:40s 250-1500 >60-120@60ms%.6 ; s exp:600s 90-400 >80@1s ; c idle:240s 40 >40
defender-cloud 443 https saas per:exp:5m | c once 500-3000 >400-900@80ms
qualys-agent 443 https saas per:jit:15m | c once 400 >300@100ms
ldap-bind-pool 389,636 tls in keep*3 | c day:20s 80-220 >14-900@2ms ; c tick:5m 40 >14
kerberos-tcp 88 plain in per:day:600s | c once 1400-1800 >1500-1900@3ms
ad-global-catalog 3268 plain in max:15m | c day:30s 150-350 >200-3000
ad-replication 49155,135 plain in keep | c exp:180s 300-900 >200-20000@20ms ; c tick:15m 250 >180
sssd-enumerate 636 tls in max:15m | c exp:120s 190 >300-1200@3ms
smb-share 445 plain in keep | c day:6s 120-260 >130-3000@2ms ; c day:200s 200 >200 >60k@4ms*3 ; c idle:120s =76 >=76
smb-oplock-idle 445 plain in keep | c tick:30s =124 >=148 ; s exp:900s 96 >88
nfs4-client 2049 plain in keep | c day:2s 180-260 >120-330@1ms ; c tick:30s 140 >=104
nfs4-lease 2049 plain in keep | c tick:60s =128 >=120 ; s exp:20m 150 >90
imap-idle 993 tls saas keep*2 | c once 35 >2 >400 ; s day:300s 40-90 60 >14@1s >25 ; c tick:29m 6 >25 12 >10
exchange-rpc-http 443 https out keep*2 | c day:90s 300-1800 >200-6000@30ms ; s day:200s 90 ; c idle:120s 20 >20
activesync-ping 443 https out keep | c tick:15m 30 >13@400s-900s
smtp-relay 25,587 tls in per:day:300s | s once 60 ; c once 30 >180 50 >10 40 >10 6 >30 4k^ >40@40ms 6 >20
graph-delta-poll 443 https saas per:jit:5m | c once 200 >500-4000@90ms
slack-socket 443 ws saas keep*2 | s self:60s 180-900 >0@1ms%.01 ; c idle:10s 32~ >30@20ms ; c day:300s 120-400 >90@50ms
teams-trouter 443 ws saas day | s self:90s 300-2500 >60@6ms ; c tick:40s 5 >5 ; s exp:15m 900 >60
mattermost-ws 443,8065 ws in day | s self:45s 150-700 ; c tick:60s 40 >60 ; c day:80s 70 >50
rocketchat-ddp 443 ws in day | s self:50s 120-800 ; s tick:20s 14 >14 ; c day:200s 150 >100 >130
matrix-sync 443,8448 https in keep | c exp:20s 250 >120-3000@1s-30s
xmpp-client 5222 tls in day | s day:120s 90-260 ; c tick:60s =1 ; c day:300s 150-400
jira-poll 443 https saas keep | c day:60s 400 >900-9000@100ms
servicenow-mid 443 https saas keep | c jit:40s 700 >300@60ms ; c tick:10m 1200 >250 ; c exp:600s 2k-9k >300
gitlab-runner 443 https in keep | c tick:3s 300 >0@10ms ; c exp:1200s 350 >4000@20ms
gitlab-runner-longpoll 443 https out keep | c tick:55s 330 >=20@50s-54s
jenkins-agent-remoting 50000 plain in keep | s exp:300s 600-4000 >200-2000@1s-40s >90@90ms*6 ; c tick:4m 30 >20 ; s self:90s 70 >50@10ms
teamcity-agent 8111,443 https in keep | c tick:10s 260 >40@10ms ; c exp:15m 1500 >5000@40ms
github-actions-broker 443 https saas keep | c tick:51s 350 >=0@49s-50s ; c exp:40m 2k >9k@60ms
git-fetch 443,22 ssh saas per:day:15m | c once 200 >900 300 >20k^@80ms
docker-pull 443 https saas per:day:2h | c once 300 >2000 250 >20M^@50ms
registry-mirror-check 5000 https in per:jit:5m | c once 120 >300-900
apt-update 80,443 http saas per:jit:6h | c once 150 >30k-200k@30ms 150 >300k^
windows-update-delta 443 https saas per:day:3h | c once 900 >4k@80ms 200 >5M^
wsus-sync 8530 http in per:jit:1h | c once 2k >4k-40k@90ms
ansible-pull 22 ssh in per:jit:30m | c once 100 >300*8@20ms 2000 >500@300ms*4
puppet-agent 8140 mtls in per:jit:30m | c once 300 >20k@900ms 30k-90k >40k@2s 9k >30@90ms
puppet-pcp-broker 8142 mtls in keep | s tick:15s =6 >=6 ; s exp:20m 400 >200@20ms >900@3s
chef-client 443 https in per:jit:30m | c once 900 >3k@70ms 400 >8k@60ms 30k >90
salt-minion 4505,4506 plain in keep | s feed:15m 300-900 ; s tick:30s =9 >=9
salt-return 4506 plain in keep | c exp:15m 700-5000 >60@10ms ; c tick:10m 300 >70
ssm-agent 443 wsp saas keep | c tick:60s 4 >4 ; s exp:30m 700 >130@20ms >900@2s ; c tick:5m 300 >70
consul-serf 8301 plain in per:jit:30s | c once 700-1500 >700-1500@2ms
consul-blocking-query 8500 http in keep*3 | c exp:1s 90 >400-3000@20s-320s
vault-renew 8200 https in keep | c drift:20m 200 >600@10ms ; c tick:10s 60 >120%.5
backup-veeam-control 6160,2500 tls in keep | c tick:30s 150 >90 ; s exp:30m 500 >900@1s
backup-nightly-restic 443 https saas batch:2 | c exp:3s 800 >90@40ms 4M^ >60@300ms
bacula-fd 9102 plain in batch:1 | c once 90 >100 ; s exp:1s 64k >=0%.01 ; c tick:5m 30 >40
rsync-daemon 873 plain in batch:3 | c once 40 >40 200 >20k ; s exp:2s 900k^ >4
rubrik-agent 12800 mtls in keep | s tick:60s 120 >80@3ms ; s exp:40m 700 >4k@900ms
ssh-session 22 ssh in sess:30m | c self:4s 36 >36-90@2ms >200-1500@60ms%.3 ; s idle:60s =44 >=36
ssh-tunnel-keepalive 22 ssh out keep | c tick:30s 40 >28@1ms ; c exp:300s 200-2000 >300-4000@20ms
rdp-session 3389 tls in sess:50m | c self:.8s 30-60 >200-4000@20ms%.7 ; s exp:3s 60-700
vnc-idle-console 5900 plain in sess:2h | c tick:1s =10 >16-900@30ms ; c self:4s =6
postgres-pool 5432 tls in keep*4 | c self:3s 60-400 >90-3000@2ms ; c exp:300s 12 >20
mysql-replica 3306 plain in keep | s self:1.5s 180-1600 ; s idle:30s =47 ; c tick:30m 40 >40
redis-sentinel 26379 plain in keep*2 | c tick:1s 14 >7 ; c tick:2s 160 >3 ; c tick:10s 22 >900-1600
sqlserver-listener 1433 tls in keep*2 | c day:5s 120-700 >100-4000@4ms ; c idle:180s 60 >40
ntp-nts-ke 4460 tls saas per:jit:12h | c once 32 >900
ocsp-crl 80 http saas per:exp:90m | c once 80 >500-2000@30ms
public-ip-check 80 http saas per:jit:10m | c once 80 >15@40ms
vpn-openvpn-tcp 443,1194 plain out keep | c tick:10s =55 ; s tick:10s =55 ; c self:20s 90-1500 >90-1500@30ms*2 ; c tick:1h 1400 >1800
wifi-controller-capwap-tcp 443 mtls saas keep | c tick:30s 140 >60 ; c exp:60s 400-3000 >50 ; s exp:20m 300 >90
printer-ipp-status 631 http site per:jit:60s | c once 300 >700-2500@30ms
printer-lpd 515,9100 plain site per:day:40m | c once 90 200k^ >30@2s
voip-sip-tls 5061 tls out keep | c tick:120s =4 >=2 ; c tick:15m 650 >450 700 >500 ; s day:900s 900-1300 >350@20ms >800@3s 450
ip-phone-sccp 2000 plain site keep | c tick:30s =12 >=12 ; c day:300s 24-140 >40-200*4
badge-printer-poll 8080 http site keep | c tick:10s 90 >60@10ms
door-controller 4070,3001 tls site keep | s tick:20s =24 >=24 ; s day:60s 60-90 >30@6ms
cctv-onvif-events 80 http site keep | c tick:60s 700 >600-1400@1s-59s
ups-nut 3493 plain site keep | c tick:5s 20 >300-500@8ms
license-flexlm 27000,27001 plain in keep | c tick:120s =147 >=147 ; c day:1200s 147-500 >300@10ms
license-rlm 5053 plain site day | c tick:4m 96 >60
zookeeper-session 2181 plain in keep | c idle:10s =12 >=20@1ms ; s exp:10m 60-90 >60@2ms >200
etcd-watch 2379 grpc in keep | s self:20s 200-900 ; c tick:30s 17 >17
k8s-watch 443,6443 h2 in max:8m*3 | s self:6s 900-5000 ; c tick:30s =8 >=8
kubelet-lease 6443 h2 in keep | c tick:10s 450 >480@4ms ; c tick:5m 3k-9k >3k
rabbitmq-consumer 5672 plain in keep*2 | s self:9s 250-2000 >=21@30ms ; c tick:30s =8 ; s tick:30s =8
rabbitmq-stats-publisher 5671 tls in keep | c tick:5s 300-900 ; c tick:60s =8 ; s tick:60s =8
kafka-consumer-idle 9092 plain in keep*3 | c exp:20ms 90-140 >40-2000@400ms-600ms ; c tick:3s 80 >=16
kafka-producer-acks 9092 tls in keep*2 | c self:2s 300-3000 >50@3ms ; c tick:5m 40 >600
nats-subscriber 4222 plain in keep | s self:15s 120-700 ; s tick:2m =6 >=6 ; c tick:2m =6 >=6
`
