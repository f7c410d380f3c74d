package life

import (
	"makes/c/internal/dice"
	"makes/c/internal/wire"
)

var agents = []Kind{
	{"metrics-agent", metricsAgent},
	{"prometheus-target", prometheusTarget},
	{"prometheus-server", prometheusServer},
	{"zabbix-agent", zabbixAgent},
	{"ssm-agent", ssmAgent},
	{"edr-agent", edrAgent},
	{"wazuh-agent", wazuhAgent},
	{"splunk-forwarder", splunkForwarder},
	{"syslog-tcp", syslogTCP},
	{"cloud-logs", cloudLogs},
	{"otel-exporter", otelExporter},
	{"vulnerability-agent", vulnerabilityAgent},
	{"apm-agent", apmAgent},
	{"statsd-graphite", graphite},
}

// metricsAgent posts to a monitoring service, each in its own rhythm.
func metricsAgent(h *Host) {
	s := h.Peer(wire.Public, 443)
	d := s.Dice(h)
	poller(h, s, (*Conn).TLS, 0.7, d.Tick(10, 60), h.D.Size(900, 12000), d.Size(150, 500))
	if h.D.Chance(0.5) {
		poller(h, s, (*Conn).TLS, 0.8, d.Tick(5, 300), h.D.Size(300, 3000), d.Size(100, 400))
	}
}

// prometheusTarget is scraped: a short question, a long answer.
func prometheusTarget(h *Host) {
	page, port := h.D.Size(1500, 40000), dice.Of[uint16](h.D, 9100, 9090, 8080, 9187, 9256)
	for _, server := range h.Peers(h.D.Int(1, 2), wire.Private) {
		every := h.D.Tick(10, 60)
		h.Each(h.D.Random(30000, 90000), func(t float64) {
			c := h.Accept(t, server, port)
			c.Limit(h.D.Exp(60000))
			c.Every(every, func() { c.Call(h.D.Int(220, 320), page()) })
			c.Close(wire.Client)
		})
	}
}

func prometheusServer(h *Host) {
	every := h.D.Tick(10, 60)
	for _, s := range h.Peers(h.D.Int(5, 25), wire.Private, 9100, 8080, 9187, 9121) {
		page := h.D.Size(1500, 60000)
		h.Keep(s, 2e5, h.D.Tick(10, 60), func(c *Conn) {
			c.Every(every, func() { c.Call(h.D.Int(220, 320), page()) })
		})
	}
}

// zabbixAgent reports on a new connection each time.
func zabbixAgent(h *Host) {
	s := h.Peer(wire.Private, 10051)
	values, secure := h.D.Size(120, 2500), maybe(h.D, 0.3)
	h.Each(h.D.Tick(3, 120), func(t float64) {
		h.Once(t, s, func(c *Conn) { secure(c); c.Call(values(), 105) })
	})
	h.Each(h.D.Tick(110, 125), func(t float64) {
		h.Once(t, s, func(c *Conn) { secure(c); c.Call(h.D.Int(80, 120), h.D.Int(300, 6000)) })
	})
}

// ssmAgent keeps a websocket for orders, and polls for what was missed.
func ssmAgent(h *Host) {
	s, poll := h.Peer(wire.Public, 443), h.Peer(wire.Public, 443)
	h.Keep(s, h.D.Log(1000, 8000), h.D.Random(1, 20), func(c *Conn) {
		c.TLS()
		c.WebSocket()
		c.Run(c.Timer(h.D.Tick(60, 300), func() { c.Call(2, 2) }),
			c.Timer(h.D.Random(3000, 60000), func() { c.Ring(h.D.Int(800, 3000), h.D.Int(300, 2500)) }))
	})
	ask := h.D.Int(900, 1700)
	h.Keep(poll, 3000, h.D.Random(1, 20), func(c *Conn) {
		c.TLS()
		for c.Open() {
			c.Up(ask)
			c.Wait(h.D.U(15, 20))
			c.Down(h.D.Int(200, 450))
			c.Wait(h.D.U(0, 5))
		}
	})
	h.Each(h.D.Tick(290, 310), func(t float64) {
		h.Once(t, poll, func(c *Conn) { c.TLS(); c.Call(h.D.Int(1000, 2000), h.D.Int(200, 500)) })
	})
}

// edrAgent streams events to its cloud: a beat, bursts when things start,
// now and then an order or new rules.
func edrAgent(h *Host) {
	s := h.Peer(wire.Public, 443)
	d := s.Dice(h)
	beat, answer := d.Size(30, 300), d.Size(20, 150)
	event, every, burst := h.D.Size(100, 2500), d.Tick(15, 180), h.D.Random(5, 300)
	alive := probes(d)
	h.Keep(s, d.Log(4000, 2e5), h.D.Random(1, 120), func(c *Conn) {
		c.TLS()
		alive(c)
		c.Call(h.D.Int(300, 1200), h.D.Int(100, 900))
		c.Run(c.Timer(every, func() { c.Call(beat(), answer()) }),
			c.Timer(burst, func() {
				for range 1 + int(h.D.Exp(2)) {
					c.Up(event())
				}
				c.Down(answer())
			}),
			c.Timer(d.Random(600, 20000), func() { c.Ring(int(h.D.Near(2000, 1.2)), h.D.Int(60, 200)) }))
	})
}

// wazuhAgent sends encrypted events in plain TCP with small control messages.
func wazuhAgent(h *Host) {
	s := h.Peer(wire.Private, 1514)
	d := s.Dice(h)
	beat, event := d.Tick(10, 60), h.D.Size(150, 700)
	h.Keep(s, 2e5, h.D.Tick(10, 60), func(c *Conn) {
		c.Call(100, 80)
		c.Run(c.Timer(beat, func() { c.Call(h.D.Int(110, 260), 73) }),
			c.Timer(h.D.Random(1, 120), func() { c.Up(event()) }),
			c.Timer(h.D.Random(2000, 40000), func() { c.Down(int(h.D.Near(5000, 1))) }))
	})
}

// splunkForwarder sends blocks of events and gets short acknowledgements.
func splunkForwarder(h *Host) {
	s := h.Peer(wire.Private, 9997)
	d := s.Dice(h)
	secure, ack, event := maybe(d, 0.5), d.Chance(0.5), h.D.Size(250, 6000)
	h.Keep(s, d.Log(30, 3000), h.D.Random(0.1, 5), func(c *Conn) {
		secure(c)
		c.Call(400, 100)
		c.Run(c.Timer(h.D.Random(1, 60), func() { c.Up(event()) }),
			c.Timer(h.D.Tick(29, 31), func() {
				c.Up(50)
				if ack {
					c.Down(40)
				}
			}))
	})
}

// syslogTCP only talks; nobody answers.
func syslogTCP(h *Host) {
	s := h.Peer(wire.Private, 514, 601, 6514, 5044, 24224)
	d := s.Dice(h)
	line, ack := h.D.Size(90, 900), s.Port == 5044
	h.Keep(s, d.Log(5000, 3e5), h.D.Tick(1, 30), func(c *Conn) {
		if s.Port == 6514 {
			c.TLS()
		}
		c.Every(h.D.Random(0.5, 120), func() {
			if ack {
				c.Call(6+line(), 6)
			} else {
				c.Up(line())
			}
		})
	})
}

func cloudLogs(h *Host) {
	s := h.Peer(wire.Public, 443)
	poller(h, s, (*Conn).TLS, 0.75, h.D.Tick(5, 60), h.D.Size(1200, 20000), h.D.Size(250, 600))
}

// otelExporter sends batches by gRPC.
func otelExporter(h *Host) {
	s := h.Peer(wire.Private, 4317)
	d := s.Dice(h)
	batch, ping, secure := h.D.Size(300, 15000), d.Tick(10, 60), maybe(d, 0.4)
	h.Keep(s, 1e5, h.D.Tick(1, 30), func(c *Conn) {
		secure(c)
		c.Frame(14, 9)
		c.Run(c.Timer(h.D.Tick(1, 60), func() { c.Call(60+batch(), 40); c.Up(13) }),
			c.Timer(ping, func() { c.Call(8, 8) }))
	})
}

// vulnerabilityAgent asks its manager for work, rarely with any.
func vulnerabilityAgent(h *Host) {
	s := h.Peer(wire.Public, 443, 8834)
	h.Each(h.D.Tick(30, 1200), func(t float64) {
		h.Once(t, s, func(c *Conn) {
			c.TLS()
			c.Call(h.D.Int(300, 900), h.D.Int(150, 500))
			if h.D.Chance(0.01) {
				c.Call(int(h.D.Near(300000, 1)), 200)
			}
		})
	})
}

func apmAgent(h *Host) {
	s := h.Peer(wire.Public, 443)
	h.Keep(s, h.D.Log(300, 9000), h.D.Tick(0.5, 60), func(c *Conn) {
		c.TLS()
		c.Run(c.Timer(h.D.Tick(5, 60), func() { c.Call(h.D.Int(700, 6000), h.D.Int(150, 300)) }),
			c.Timer(h.D.Tick(20, 300), func() { c.Call(h.D.Int(400, 700), h.D.Int(150, 400)) }))
	})
}

// graphite is one line per value, without answers.
func graphite(h *Host) {
	s := h.Peer(wire.Private, 2003)
	values := h.D.Size(50, 6000)
	h.Keep(s, h.D.Log(1000, 3e5), h.D.Tick(1, 60), func(c *Conn) {
		c.Every(h.D.Tick(1, 60), func() { c.Up(values()) })
	})
}
