package kinds

// jobs: volunteer computing, markets of graphics cards, training, rendering,
// queues that hand out work.
const jobs = `
boinc-client|c|443 80|h1|2~20/300~4000 @2~5|c think:3 4000~30000w >2000~30000w d0.4
boinc-gui|c|31416|raw|long|h c40= s70= c80= s40=;c every:1~5 50~70= >400~9000w
boinc-trickle|c|443|h1|2~9/600~9000|c think:5 900~2500j >700~1200j
folding-work|c|443 8080|h1p|60~300/3000~20000|h c500~800;s poi:200 1500000w;c poi:300 900000w
folding-client-ws|c|443|ws|long|h c200 s900;c every:10~60 150~400j;s every:60 5= >5=
folding-lufah|c|7396|wsp|long|s every:1~5 120~200j;c every:15~60 4= 
distributed-net|c|2064|raw|1~9/2000~20000|h c80= s80=;c think:0.1 3000~9000w >3000~9000w
primegrid-llr|c|443|h1|2~15/900~20000|c think:2 3000~9000j >3000~9000j
gimps-primenet|c|443 80|h1p|0.3~2/20000~80000|c think:1 300~500j >150~400j
golem-provider|c|7464 443|ws|long|s poi:30~400 200~900w >100~300j p0.7;c every:20~30 40= >40=;c every:120 300~500j >60=
vast-host-agent|c|443 7070|tls|long|c every:5~20 1500~4000j >40~90=;s poi:900~6000 400~2000w >90~200j d1~9
runpod-agent|c|443|ws|long|c every:10~30 900~3000j >60=;s poi:400~3000 500~2500w >200j d2
salad-agent|c|443 5672|tls|long|c every:30~60 8=;s every:30~60 8=;s poi:600~4000 600~2000w >150~300j d3;c every:60 700~1200j
akash-provider|c|8443 443|grpc|long|s blk:atom 900~3000w;c poi:100~900 300~900w >200~500j;c every:10 17= >17=
rendernetwork-node|c|443|ws|long|c every:30 250= >50=;s poi:400~3000 900~4000w >60= ;c drift:20~200 300~500j >40=
nosana-node|c|443|ws|long|s self:60~900 400~900w >200~400j;c every:25~50 2= >2=;c every:60 900~1500j
ionet-worker|c|443|h1|long|c jit:20~60 800~2500j >60~150j;c poi:600 300j >900~4000w
kuzco-worker|c|443 4222|tls|long|h s300 c200 c6 s6;s every:20~120 6= ;c every:20~120 6= ;s poi:5~90 600~4000w >300~2500w d2~9;c every:30 400~900j
petals-server|c|31330|noise|long @3~8|s onoff:0.5~4 16400~16500= >16400~16500= d0.05;c every:30~60 500~900j
folding-gpu-inference|c|443|grpc|long|s poi:5~60 1500~9000w >60~400w d0.5 +60~400w +60~400w;s every:30 17= >17=
stable-horde|c|443|h1|long|c think:1~4 700~1200j >30~60= ;c poi:30~200 400~900j >120~200=
triton-client|c|8001|grpc|long #1~4|c drift:0.7~9 600~20000w >200~4000w d0.05
ray-worker|c|6379 10001|grpc|long|c every:0.8~3 60~300j >20~60=;s poi:10~120 500~4000w >150~600w d1~20
ray-gcs|c|6379|raw|long|c every:1~5 200~900j >20~50=
dask-worker|c|8786|tls raw|long|h c900 s200;c every:0.5~2 700~1500j >60~90=;s self:3~60 800~5000w >300~600w d1~9
horovod-rendezvous|c|29400|raw|long|c every:1~5 60~90= >20~60=
torch-store|c|29500|raw|long|c burst:10~120 40~90= >8~40=;c every:5~30 30= >8=
param-server|c|50051|grpc|long #1~2|c gam:2~60 9000~150000j >9000~150000j d0.1
federated-flower|c|8080 9092|grpc|long|s gam:120~1200 90000~900000j >90000~900000j d20~90;s every:210 17= >17=
hyperparameter-sweep|c|443|h2|long|c gam:5~30 400~2000w >40~90j;s poi:900~5000 300~700w >60=
wandb-agent|c|443|h2|long|c every:15~30 900~9000w >60~150j;c every:30 300~600j >60=
mlflow-log|c|5000 443|h1p|long|c drift:2~60 250~500j >20~60=
k8s-gpu-operator|c|6443|h2|long|s self:20~200 1500~9000w;c every:10 900~1500j >900~1500j
slurm-compute|c|6817 6818|raw|0.1~2/60~300|c think:1 200~500j >100~250j
slurm-step-io|c|6819|raw|600~20000/60~900|s drift:2~60 60~900w;c every:30~60 20= >20=
htcondor-startd|c|9618|tls|long|c every:300 2000~5000j >60= ;s poi:300~3000 900~3000w >300j;s every:60~300 40= >40=
boinc-central-validator|i|3306|raw|long #1~3|c self:2~30 90~400w >100~3000w
render-deadline|c|27100 4433|tls|long|c every:10~60 200~500j >300~2000w;c drift:5~60 400~800j >60=
render-opencue|c|8444 8443|grpc|long|c every:30~60 900~2500j >20=;s poi:120~1500 700~1500w >60=
render-tractor|c|80|h1p|0.2~2/5~30|c think:1 300~500j >200~900w
render-blender-flamenco|c|8080|h1p|long|c every:5~10 120= >60=;c drift:5~30 200~350j >20=
render-vray-dr|c|20204|raw|900~9000/600|s onoff:1~9 400~4000w >4000~60000w d1~9;s every:5 12= >12=
transcode-livepeer|c|8935|grpc h2|long|s gam:2~4 150000~900000w >90000~400000w d1;s every:10 17= >17=
celery-worker|c|5672|raw|long|h c500 s500 c200 s300;s self:5~120 400~2000w >21= d0.5~10;c every:60~120 8= ;s every:60~120 8=
rq-worker|c|6379|raw|long|c think:0.01 60~80= >5~600w d5~60 >40~90=;c every:30~60 80= >5=
sqs-consumer|c|443|h1|long #1~4|c think:0.05 250~400= >230~2000w d10~20 
pubsub-streaming-pull|c|443|h2|long #1~4|s self:5~120 300~3000w >40~90j d0.5~10;c every:30 20= ;s every:60~90 17= >17=
nats-worker|c|4222|raw tls|long|h s300 c200 c6= s6=;s self:3~90 150~900w >60~200j p0.9 d0.1~2;s every:120 6= >6=;c every:120 6= >6=
temporal-worker|c|7233|grpc|long #2~6|c think:0.01 150~300= >10~900w d20~70 >200~700w d0.5
gearman-worker|c|4730|raw|long|c poi:10~60 12= >12= ;s poi:10~200 90~900w >60~200w d1~9
beanstalk-worker|c|11300|raw|long|c think:0.01 9= >60~600w d2~60 >14= d1 >9=
zeebe-worker|c|26500|grpc|long|c think:0.01 90~150= >10~1500w d9~60 >90~300w
github-runner|c|443|h1|long|c think:0.05 300~400= >30~900w d50 
gitlab-runner|c|443|h1|long|c every:3~10 600~900j >30~60=;c onoff:3~5 300~2000w >150=
jenkins-agent|c|50000 443|raw ws|long|h c200 s200 c900;s onoff:0.8~9 90~900w >60~500w;c every:10~60 15~40= >15~40=
buildkite-agent|c|443|h2|long|c every:10~30 150~250j >200~400j;c every:60 90= >60=
chess-fishnet|c|443|h1|long|c think:0.5~6 900~4000w >400~1500w d0.3
leela-selfplay|c|443|h1|1~9/30~600|c think:2 2000~20000w >200~400j
minecraft-bot|c|25565|raw|long|h c30 s900;s self:0.6~4 20~200w;s every:15 9= >9=;c every:1~2 10~28=
password-hashtopolis|c|443 80|h1|long|c every:5~10 300~700j >60~120j;c gam:60~900 250~400j >300~900w
folding-petals-dht|c|31337|noise|long @3~6|c every:30~60 200~600j >200~600j
quantum-job-queue|c|443|h2|long|c every:5~60 200~400= >300~900j
`
