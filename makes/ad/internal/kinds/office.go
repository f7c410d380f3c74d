package kinds

// office: what hosts do besides, at home and at work.
const office = `
https-browse|w|443|h2|5~120/60~900 @6~20|c burst:3~15 150~900w >600~60000w
https-api|w|443|h2 h1|2~60/30~600 @2~6|c think:2~9 200~900w >300~4000w
https-asset|w|443|h2|5~30/300~2000 @4~12|c burst:1~5 100~300j >9000~300000w
http-plain|w|80|h1p|1~9/300~4000 @2~5|c think:1 60~200w >900~60000w
package-mirror|w|443 80|h1|2~20/3000~20000 @1~3|c think:0.1 100~200j >20000~2000000w
mail-imap-idle|w|993|tls|long #1~4|h s80 c60 s60 c20 s400;s self:120~900 20~60j;c every:540~1740 6= >30= >12= >10=;s every:120 15=
mail-smtp|w|25 587|tls raw|1~9/300~5000 @1~5|h s70 c30 s200 c60 s30;c think:0.5 900~60000w >40~60j
mail-exchange-eas|w|443|h1|long|c think:0.1 300~400= >120~900w d600
slack-ws|w|443|ws|work|h s120;c every:10 40~50= >40~50=;s self:20~200 200~900w;c poi:200~2000 90~200j >120j
teams-trouter|w|443|ws|long|c every:30~55 8~20= >8~20=;s self:60~900 600~2500w >150~250j
discord-gateway|w|443|ws|long|h s120 c500 s9000~90000;c every:41.25 32= >20=;s self:3~60 90~700w
telegram-mtproto|w|443|raw|long #1~3|h c180 s170;s self:20~400 120~500w >70~120j;c every:60~75 90~110= >90~120=
whatsapp-web|w|443|ws|work|h c250 s900;c jit:20~30 25= >40=;s self:20~400 120~600w >40~90j
signal-ws|w|443|ws|long|h c300 s100;c every:30~55 40= >50=;s self:120~2000 300~1200w >60~90j
apple-push|w|5223 443|tls|long|h c900 s60;c every:900~1740 5= >5=;s poi:300~4000 150~600w >30~40=
google-fcm|w|5228|tls|long|h c300 s90;c every:1680 8= >8=;s self:120~3000 150~900w >20~40j p0.5
zoom-signal|w|443|ws|work|c every:30~60 60~90= >60~90=;s self:10~120 200~900w;c poi:30~300 100~400w
docs-coedit|w|443|ws|work|c self:2~60 60~500w >60~200j;s self:10~200 90~700w;s every:15~30 7= >7=
jira-poll|w|443|h2|work|c every:15~60 200~500j >200~2000w
rss-reader|w|443|h2|0.5~3/600~3600 @6~20|c think:1 150~300j >200~20000w
news-sse|w|443|h2|work|s poi:30~300 200~900w;s every:15~30 3=
sports-live|w|443|ws|work|h c90 s900;s self:2~30 90~500w;c every:25 2= >2=
weather-poll|w|443|h1|0.3~2/300~1800|c think:1 200~300= >900~5000j
vpn-wireguard-ui|w|443|h2|work|c every:1~5 90~150= >150~500j
ssh-interactive|w|22|raw|300~20000/600~9000|h s40 c40 c1500 s1100 c50 s700 c400 s400;c self:1~20 36= >36~200w;c every:15~60 60= >36=
ssh-tunnel-idle|w|22|raw|long|h s40 c40 c1500 s1100 c50 s700 c400 s400;c every:15~120 52= >28~36=;c onoff:3~30 68~400w >68~900w
rdp-idle|w|3389|tls|work|h c400 s1200 c500 s400;s onoff:0.5~3 60~900w;c onoff:0.7~5 20~60j;s every:60 20=
vnc|w|5900|raw|work|h s12= c12= s3 c17;c onoff:0.5~2 10= >40~9000w
citrix|w|2598 443|tls|work|c idle:60 20= >20=;c onoff:0.6~4 30~90j >60~900w
git-https|w|443|h2|1~20/900~20000|c think:1 400~900w >900~200000w
remote-support|w|443 5938|tls raw|long|h c300 s200;c every:15~60 20~60= >20~60=;s poi:600~5000 90~400w >90j
antivirus-cloud|w|443|h2|long|c self:30~600 250~900w >120~400j;c every:60~900 300= >150=
edr-sensor|w|443|tls|long|h c900 s400;c self:5~90 300~4000w >60~90j /4;s every:60~120 30= >30=;s poi:900~9000 200~900w >90~500w
software-licence|w|27000 443|raw tls|work|h c150 s200;c every:60~300 40~150= >40~150=
cloud-drive|w|443|h1|long|c think:0.05 300~400= >90~400j d45
print-cloud|w|5222|tls|long|c every:60~300 1= ;s poi:2000~9000 400~900w >200j
game-launcher|w|443|ws|work|c every:30 60= >60=;s poi:60~900 100~400w
`
