package lab

import (
	"hash/fnv"
	"net/netip"
	"testing"
	"time"
)

// An account is what interfaces that run one kind see.
type account struct {
	busy    []int                          // windows with traffic, of each interface
	windows int                            // of each interface
	points  map[[2]netip.Addr][][4]float64 // bytes and packets out and in, of each pair and window
	packets float64                        // an interface and window, both ways
	sum     uint64                         // of all records
}

// lived lets n interfaces run a kind, without writing objects.
func lived(t *testing.T, name string, seed uint64, n int, d time.Duration) account {
	t.Helper()
	cfg := Config{Seed: seed, Duration: d}
	for range n {
		cfg.Hosts = append(cfg.Hosts, Host{Kinds: []string{name}})
	}
	cfg, err := cfg.checked()
	if err != nil {
		t.Fatal(err)
	}
	a := account{windows: int(d / (10 * time.Minute)), points: map[[2]netip.Addr][][4]float64{}}
	sum := fnv.New64a()
	type key struct {
		remote netip.Addr
		window int64
	}
	for i := range cfg.Hosts {
		h := newHost(cfg, i)
		seen, points := map[int64]bool{}, map[key]*[4]float64{}
		end := int64(d.Seconds())
		for at := int64(0); at < end; {
			at = min(at+slice, end)
			for _, r := range h.run(nil, at, at == end) {
				sum.Write(r.appendTo(nil, 0))
				if r.flow == nil {
					continue
				}
				if r.bytes < 28*r.packets || r.bytes > largest(r.flow.remote.Addr())*r.packets || r.first < 0 || r.last >= end || r.flow.local.Addr() != h.local {
					t.Fatalf("%s: impossible record %+v", name, r.cell)
				}
				k := key{r.flow.remote.Addr(), r.interval}
				if points[k] == nil {
					points[k] = new([4]float64)
				}
				p, dir := points[k], 2*(1-r.dir)
				p[dir] += float64(r.bytes)
				p[dir+1] += float64(r.packets)
				seen[r.interval] = true
				a.packets += float64(r.packets)
			}
		}
		h.close()
		a.busy = append(a.busy, len(seen))
		for k, p := range points {
			pair := [2]netip.Addr{h.local, k.remote}
			a.points[pair] = append(a.points[pair], *p)
		}
	}
	a.packets /= float64(n * a.windows)
	a.sum = sum.Sum64()
	return a
}

// all are the windows of all pairs.
func (a account) all() [][4]float64 {
	var all [][4]float64
	for _, p := range a.points {
		all = append(all, p...)
	}
	return all
}

// twoWay is the share of windows with packets in both directions.
func (a account) twoWay() float64 {
	both, all := 0.0, a.all()
	for _, p := range all {
		if p[1] > 0 && p[3] > 0 {
			both++
		}
	}
	return both / float64(len(all))
}

const (
	both = 0.9 // of the windows have packets in both directions
	some = 0   // attempts and one-sided talk are among them
)

// expectations say what half a day of a kind is like: in how many of its
// windows an interface has traffic, at least; how many packets a pair sends in
// the median window; and how much of it goes both ways. The ranges are about
// twice as wide as those of twelve other seeds.
var expectations = []struct {
	name    string
	often   float64
	packets span
	ways    float64
}{
	// benign_web.go
	{"web", 0.15, span{10, 200}, both},
	{"web-server", 0.05, span{5, 50}, both},
	{"api", 0.45, span{10, 2000}, both},
	{"webhook", 0.15, span{2, 1000}, both},
	{"websocket", 0.9, span{10, 2000}, both},
	{"ticker", 0.9, span{20, 10000}, both},
	{"events", 0.9, span{5, 1000}, both},
	{"long-poll", 0.9, span{5, 1000}, both},
	{"push", 0.3, span{1, 10}, both},
	{"flags", 0.9, span{5, 1000}, both},
	{"collaboration", 0.9, span{50, 5000}, both},
	{"notebook", 0.9, span{20, 1000}, both},

	// benign_agent.go
	{"beacon-session", 0.9, span{1, 500}, both},
	{"beacon-connect", 0.9, span{2, 1000}, both},
	{"metrics-agent", 0.9, span{20, 5000}, both},
	{"ssm-agent", 0.9, span{10, 100}, both},
	{"osquery", 0.9, span{20, 1000}, both},
	{"sensor", 0.9, span{10, 5000}, both},
	{"salt-minion", 0.9, span{5, 500}, both},
	{"puppet", 0.15, span{20, 1000}, both},
	{"license", 0.3, span{1, 200}, both},
	{"traces", 0.35, span{5, 3000}, both},
	{"log-ship", 0.9, span{10, 2000}, both},
	{"syslog", 0.45, span{5, 5000}, both},
	{"carbon", 0.9, span{10, 5000}, both},
	{"zabbix", 0.9, span{20, 2000}, both},
	{"nagios", 0.9, span{10, 1000}, both},
	{"scrape", 0.9, span{5, 5000}, both},

	// benign_queue.go
	{"celery", 0.9, span{20, 5000}, both},
	{"rabbit", 0.9, span{10, 10000}, both},
	{"gearman", 0.9, span{20, 2000}, both},
	{"beanstalk", 0.9, span{20, 5000}, both},
	{"task-worker", 0.9, span{10, 1000}, both},
	{"executor", 0.9, span{50, 10000}, both},
	{"build-agent", 0.9, span{1, 20}, both},
	{"long-worker", 0.9, span{10, 2000}, both},
	{"queue-poll", 0.9, span{20, 2000}, both},
	{"runner-poll", 0.9, span{10, 1000}, both},
	{"volunteer", 0, span{10, 500}, both},

	// benign_server.go
	{"db-pool", 0.9, span{20, 2000}, both},
	{"db-replica", 0.9, span{50, 5000}, both},
	{"db-listen", 0.9, span{5, 1000}, both},
	{"binlog", 0.9, span{20, 5000}, both},
	{"mongo", 0.9, span{20, 5000}, both},
	{"redis", 0.9, span{10, 5000}, both},
	{"redis-bus", 0.4, span{2, 5000}, both},
	{"redis-replica", 0.9, span{200, 5000}, both},
	{"memcached", 0.9, span{10, 10000}, both},
	{"ldap", 0.35, span{2, 500}, both},
	{"smb", 0.9, span{2, 200}, both},
	{"nfs", 0.9, span{50, 20000}, both},
	{"iscsi", 0.9, span{100, 10000}, both},
	{"lb-health", 0.9, span{10, 1000}, both},

	// benign_cluster.go
	{"etcd", 0.9, span{200, 10000}, both},
	{"zookeeper", 0.9, span{20, 1000}, both},
	{"kafka-consumer", 0.9, span{100, 5000}, both},
	{"kafka-producer", 0.9, span{5, 50000}, both},
	{"nats", 0.9, span{10, 5000}, both},
	{"elastic", 0.9, span{50, 5000}, both},
	{"consul", 0.9, span{20, 500}, both},
	{"gossip", 0.9, span{5, 200}, both},
	{"grpc-health", 0.9, span{5, 500}, both},
	{"grpc-stream", 0.9, span{20, 2000}, both},
	{"mesh", 0.9, span{20, 1000}, both},
	{"kube-watch", 0.9, span{50, 1000}, both},
	{"operator", 0.9, span{50, 2000}, both},

	// benign_chain.go
	{"electrum", 0.9, span{2, 200}, both},
	{"json-rpc", 0.9, span{10, 5000}, both},
	{"chain-poll", 0.9, span{20, 5000}, both},
	{"chain-heads", 0.9, span{20, 5000}, both},
	{"bitcoin-node", 0.9, span{20, 500}, both},
	{"ethereum-node", 0.9, span{20, 1000}, both},
	{"monero-node", 0.9, span{10, 500}, both},
	{"lightning", 0.9, span{20, 500}, both},
	{"torrent", 0.9, span{10, 500}, both},

	// benign_chat.go
	{"chat", 0.9, span{20, 1000}, both},
	{"irc", 0.9, span{2, 1000}, both},
	{"xmpp", 0.9, span{2, 500}, both},
	{"matrix", 0.9, span{10, 500}, both},
	{"imap-idle", 0.35, span{1, 100}, both},
	{"mail-server", 0.15, span{5, 100}, both},
	{"mail-check", 0.3, span{5, 500}, both},
	{"sip", 0.2, span{0, 200}, both},

	// benign_media.go
	{"video-call", 0, span{2000, 50000}, both},
	{"video-stream", 0, span{1000, 50000}, both},
	{"radio", 0.9, span{200, 20000}, both},
	{"camera", 0.9, span{10, 1000}, both},
	{"game-server", 0, span{500, 20000}, both},
	{"turn-game", 0.9, span{20, 1000}, both},

	// benign_shell.go
	{"keep-alive", 0.9, span{0, 100}, both},
	{"ssh-idle", 0.4, span{2, 500}, both},
	{"ssh-active", 0.05, span{50, 5000}, both},
	{"ssh-watch", 0.4, span{5, 2000}, both},
	{"ssh-commands", 0.1, span{5, 500}, both},
	{"rdp", 0.9, span{10, 5000}, both},
	{"vnc", 0.9, span{5, 5000}, both},
	{"citrix", 0.9, span{10, 5000}, both},
	{"x-window", 0.9, span{50, 2000}, both},

	// benign_tunnel.go
	{"openvpn", 0.9, span{20, 5000}, both},
	{"wireguard", 0.9, span{20, 2000}, both},
	{"ssh-tunnel", 0.9, span{20, 2000}, both},
	{"socks", 0.9, span{50, 5000}, both},
	{"reverse-proxy", 0.9, span{20, 5000}, both},
	{"tor", 0.9, span{100, 1000}, both},
	{"dns-tls", 0.9, span{5, 5000}, both},
	{"sleeper", 0.15, span{2, 500}, both},
	{"backdoor", 0.9, span{1, 500}, both},

	// benign_industry.go
	{"modbus", 0.9, span{100, 20000}, both},
	{"plc", 0.9, span{50, 10000}, both},
	{"opc-ua", 0.9, span{20, 5000}, both},
	{"telecontrol", 0.9, span{5, 2000}, both},
	{"mqtt", 0.9, span{10, 2000}, both},
	{"mqtt-hub", 0.9, span{5, 5000}, both},
	{"modem", 0.05, span{2, 500}, both},
	{"printer", 0.9, span{5, 1000}, both},
	{"charger", 0.9, span{5, 500}, both},
	{"tracker", 0.9, span{5, 500}, both},

	// benign_carrier.go
	{"fix", 0.9, span{10, 5000}, both},
	{"smpp", 0.9, span{20, 5000}, both},
	{"diameter", 0.9, span{20, 2000}, both},
	{"bgp", 0.9, span{10, 2000}, both},
	{"terminal", 0.25, span{2, 1000}, both},
	{"feed", 0.9, span{5, 1000}, both},
	{"trading-bot", 0.9, span{20, 2000}, both},

	// benign_deadend.go
	{"dead-backoff", 0.9, span{1, 200}, some},
	{"dead-restart", 0.9, span{5, 1000}, some},
	{"dead-constant", 0.9, span{10, 2000}, some},
	{"dead-target", 0.9, span{0, 2000}, some},
	{"dead-pool", 0.9, span{10, 1000}, some},
	{"dead-cron", 0.1, span{0, 50}, some},
	{"dead-mail", 0.15, span{1, 10}, some},
	{"dead-peers", 0.9, span{1, 100}, some},
	{"denied", 0.9, span{5, 10000}, both},

	// benign_bulk.go
	{"mirror", 0, span{10, 500}, both},
	{"backup", 0, span{1000, 50000}, both},
	{"replicate", 0.05, span{5, 1000}, both},
	{"git-poll", 0.4, span{5, 500}, both},
	{"registry", 0.1, span{5, 2000}, both},
	{"syncthing", 0.9, span{5, 200}, both},

	// benign_noise.go
	{"scan", 0.15, span{0, 2}, both},
	{"reject", 0.2, span{0, 1}, some},
	{"sweep", 0, span{0, 5}, some},
	{"brute-force", 0, span{20, 2000}, both},
	{"guess", 0.9, span{2, 500}, both},
	{"dns", 0.2, span{1, 50}, both},
	{"ntp", 0.25, span{0, 20}, both},
	{"ping", 0.9, span{2, 2000}, both},
	{"snmp", 0.9, span{5, 2000}, both},
}

func TestOrdinaryKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range expectations {
		seen[e.name] = true
		a := lived(t, e.name, 5, 2, 12*time.Hour)
		if e.often == 0 && len(a.points) == 0 { // rare enough to be missing from half a day
			a = lived(t, e.name, 5, 3, 24*time.Hour)
		}
		if len(a.points) == 0 {
			t.Errorf("%s: no traffic", e.name)
			continue
		}
		for _, n := range a.busy {
			if share := float64(n) / float64(a.windows); share < e.often {
				t.Errorf("%s: in %.2f of the windows, want %v", e.name, share, e.often)
			}
		}
		if n := int(medians(a.all())[1]); n < e.packets.lo || n > e.packets.hi {
			t.Errorf("%s: %d packets a window, want %v", e.name, n, e.packets)
		}
		if share := a.twoWay(); share < e.ways {
			t.Errorf("%s: %.2f of the windows go both ways, want %v", e.name, share, e.ways)
		}
		if a.packets > 25_000 {
			t.Errorf("%s: %.0f packets in ten minutes make fleets slow", e.name, a.packets)
		}
	}
	for _, k := range Kinds(Benign) {
		if !seen[k] {
			t.Errorf("no expectation of %s", k)
		}
	}
}

// The same seed gives the same traffic, another seed other traffic.
func TestOrdinaryKindsRepeat(t *testing.T) {
	const d = 2 * time.Hour
	for _, k := range Kinds(Benign) {
		first := lived(t, k, 8, 2, d)
		if again := lived(t, k, 8, 2, d); again.sum != first.sum {
			t.Errorf("%s differs from run to run", k)
		}
		if other := lived(t, k, 9, 2, d); other.sum == first.sum {
			t.Errorf("%s is the same for every seed", k)
		}
	}
}

// Much of what is ordinary is as steady as mining: there in nearly every
// window, in both directions, with payload, and as many packets.
func TestHardKinds(t *testing.T) {
	for _, k := range []string{
		"electrum", "task-worker", "celery", "gearman", "json-rpc", "chain-heads", "fix", "smpp", "diameter",
		"irc", "xmpp", "grpc-stream", "mqtt-hub", "nats", "tor", "openvpn", "turn-game", "charger", "lightning", "trading-bot", "collaboration",
	} {
		like, n := 0, 0
		for _, points := range lived(t, k, 4, 6, 24*time.Hour).points {
			m := medians(points)
			ratio := m[1] / m[3]
			n++
			if len(points) >= 130 && m[1] >= 8 && m[1] <= 4000 && m[3] >= 6 && m[3] <= 2500 && ratio > 0.5 && ratio < 2.5 &&
				m[0] > 40*m[1] && m[2] > 40*m[3] {
				like++
			}
		}
		if 2*like < n {
			t.Errorf("%s: %d of %d pairs are as steady as mining", k, like, n)
		}
	}
}
