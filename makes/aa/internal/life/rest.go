package life

import (
	"makes/aa/internal/push"
	"makes/aa/internal/rng"
	"makes/aa/internal/tcp"
)

// datagrams are names and time, over UDP and without labels.
func (t *town) datagrams() {
	names, clock := t.net.Inside(), t.net.Inside()
	for _, h := range t.hosts {
		gap, every := t.r.LogU(60, 1500), t.r.LogU(64, 1100)
		for _, span := range h.Spans {
			for at := span[0] + t.r.Exp(gap); at < span[1]; at += t.r.Exp(gap) {
				for range t.r.Int(1, 3) {
					t.ask(h, names, h.Port(), 53, at, t.r.Int(56, 90), t.r.Int(90, 300))
				}
			}
			for at := span[0] + t.r.F()*every; at < span[1]; at += every * t.r.U(.97, 1.03) {
				t.ask(h, clock, 123, 123, at, 76, 76)
			}
		}
	}
}

// ask is a datagram and its answer.
func (t *town) ask(h *push.Host, server uint32, from, to uint16, at float64, n, m int) {
	up := t.net.Flow(h.Iface, h.Addr, server, from, to, 17, false)
	down := t.net.Flow(h.Iface, server, h.Addr, to, from, 17, false)
	t.net.Add(&up, at, 1, n)
	t.net.Add(&down, at+.001, 1, m)
	t.net.Flush(&up)
	t.net.Flush(&down)
}

// gone is a sort of client of a service that is no more, with its timer.
type gone struct {
	name        string
	ports       []uint16
	first, last float64 // pauses between attempts
	grow        float64
	jitter      float64
}

var goners = []gone{
	{"dead-redis-client", []uint16{6379}, .5, 10, 1.6, 0},
	{"dead-kafka-client", []uint16{9092}, .05, 1, 2, .2},
	{"dead-mqtt-client", []uint16{1883, 8883}, 1, 120, 2, 0},
	{"dead-amqp-client", []uint16{5672, 5671}, 5, 5, 1, 0},
	{"dead-nats-client", []uint16{4222}, 2, 2, 1, .1},
	{"dead-syslog-target", []uint16{514, 6514}, 30, 60, 1, 0},
	{"dead-beats-output", []uint16{5044}, 1, 60, 2, .5},
	{"dead-grpc-channel", []uint16{443, 50051, 8443}, 1, 120, 1.6, .2},
	{"dead-zookeeper-session", []uint16{2181}, 1, 3, 1.2, .5},
	{"dead-websocket-feed", []uint16{443, 8080, 9001}, 1, 30, 2, .3},
	{"dead-metrics-target", []uint16{9100, 9090}, 15, 60, 1, 0},
	{"dead-stomp-failover", []uint16{61613, 61616}, .01, 30, 2, 0},
	{"dead-licence-server", []uint16{27000, 1947}, 60, 900, 1.5, .1},
	{"dead-agent-controller", []uint16{443, 8443, 3333, 5555}, 10, 600, 1.5, .3},
	{"dead-phoenix-socket", []uint16{443, 4000}, 1, 10, 2, 0},
}

// dead are services which are asked for in vain, for the whole time or a part.
func (t *town) dead() {
	for i := range t.hosts {
		h := t.hosts[i]
		for t.r.P(.3) {
			g := rng.Pick(t.r, goners)
			server := t.net.Outside()
			if t.r.P(.5) {
				server = t.net.Inside()
			}
			t.net.Benign(h.Iface, server, g.name)
			how := rng.Pick(t.r, []tcp.Refusal{tcp.Rejected, tcp.Silent, tcp.Shut})
			path := tcp.Path{RTT: t.r.LogU(.001, .2), MSS: 1460}
			port := rng.Pick(t.r, g.ports)
			scale, patience := t.r.LogU(.7, 2.5), rng.Pick(t.r, []float64{3, 5, 10, 20, 30, 127})
			at, end, pause := t.r.F()*30, t.net.End, g.first
			if t.r.P(.4) {
				at = t.r.F() * t.net.End
				end = min(end, at+t.r.LogU(300, 30000))
			}
			for at < end {
				client := tcp.Peer{Iface: h.Iface, Addr: h.Addr, Port: h.Port(), OS: h.OS}
				at = tcp.Fail(t.net, t.r, path, client, tcp.Peer{Iface: -1, Addr: server, Port: port, OS: h.OS}, at, how, patience)
				at += max(.5, pause) * scale * (1 + g.jitter*(2*t.r.F()-1))
				pause = min(pause*g.grow, g.last)
			}
		}
	}
}

// scans come from outside to where there is a public address, and are refused.
func (t *town) scans() {
	var from []uint32
	for range 40 {
		from = append(from, t.net.Outside())
	}
	ports := []uint16{22, 23, 80, 443, 445, 1433, 3306, 3389, 5060, 5900, 6379, 8080, 8443, 3333, 9200}
	for _, h := range t.hosts {
		if !t.r.P(.3) {
			continue
		}
		for at := t.r.Exp(600); at < t.net.End; at += t.r.Exp(600) {
			a := t.net.Flow(h.Iface, rng.Pick(t.r, from), h.Addr, uint16(t.r.Int(1025, 65000)), rng.Pick(t.r, ports), 6, true)
			t.net.Add(&a, at, 1, rng.Pick(t.r, []int{40, 44, 60}))
			t.net.Flush(&a)
		}
	}
}
