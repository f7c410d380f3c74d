package roles

import (
	"makes/x/internal/eni"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// tries are the ports that scanners of the internet like.
var tries = []uint16{
	22, 23, 80, 443, 445, 3389, 5900, 8080, 8443, 6379, 2375, 9200, 5432, 3306, 1433, 25, 21, 81,
	8545, 3333, 4444, 5555, 7001, 11211, 27017, 5060, 123, 161, 53, 1900, 2222, 8888, 10250, 6443,
}

// noise is what every public address gets: scans that the security group
// drops, knocks at open ports, attempts to log in, and answers to packets that
// others sent in the host's name.
func (d *day) noise() {
	r := d.r
	gap := r.Log(20, 240)
	web, shell := r.Chance(0.5), r.Chance(0.35)
	scanners := make([]uint32, 40)
	for i := range scanners {
		scanners[i] = site.Public(r, site.World)
	}
	for t := r.Exp(gap); t < d.until; t += r.Exp(gap) {
		from := rnd.Pick(r, scanners)
		if r.Chance(0.4) {
			from = site.Public(r, rnd.Pick(r, []site.Where{site.World, site.Home, site.Cloud}))
		}
		switch x := r.Float64(); {
		case x < 0.7:
			d.scan(t, from, web, shell)
		case x < 0.8:
			d.burst(t, from)
		case x < 0.88:
			d.datagram(t, from)
		case x < 0.94:
			d.backscatter(t, from)
		default:
			d.echo(t, from)
		}
	}
	if shell {
		d.guess()
	}
}

func (d *day) view(from uint32, lport, rport uint16, proto byte, denied bool) *eni.View {
	v := d.h.NIC.View(eni.Tuple{Local: d.h.NIC.Addrs[0], Remote: from, LPort: lport, RPort: rport, Proto: proto}, nil, false)
	if denied {
		v.Deny(wire.Far)
	}
	return v
}

func (d *day) scan(t float64, from uint32, web, shell bool) {
	port := rnd.Pick(d.r, tries)
	if d.r.Chance(0.3) {
		port = uint16(d.r.Int(1, 65535))
	}
	rport := uint16(d.r.Int(1024, 65535))
	if web && (port == 80 || port == 443) || shell && port == 22 {
		path := tcp.Path{RTT: d.r.Log(0.01, 0.3), MTU: 1500, Rate: 1e6}
		c, at := tcp.Dial(d.r, tcp.Options{
			Sink: d.view(from, port, rport, site.TCP, false), Path: &path,
			Near: d.h.Stack, Far: &tcp.Linux, Client: wire.Far,
		}, t)
		if d.r.Chance(0.5) {
			at = c.Send(wire.Far, at, d.r.Int(18, 400))
			c.Send(wire.Near, at+0.002, d.r.Int(150, 1500))
		}
		c.Reset(wire.Far, at+d.r.Exp(0.5))
		return
	}
	v := d.view(from, port, rport, site.TCP, true)
	for range d.r.Int(1, 2) {
		v.Packets(wire.Far, t, 1, rnd.Pick(d.r, []int{40, 40, 44, 52, 60}))
		t += 1
	}
	v.Done()
}

// burst is one scanner that tries many ports in a row.
func (d *day) burst(t float64, from uint32) {
	rport := uint16(d.r.Int(30000, 65535))
	for range d.r.Int(3, 60) {
		v := d.view(from, uint16(d.r.Int(1, 10000)), rport, site.TCP, true)
		v.Packets(wire.Far, t, 1, 44)
		v.Done()
		t += d.r.Exp(2)
	}
}

func (d *day) datagram(t float64, from uint32) {
	port := rnd.Pick(d.r, []uint16{53, 123, 161, 389, 1900, 3478, 5060, 11211, 500, 5683})
	v := d.view(from, port, uint16(d.r.Int(1024, 65535)), site.UDP, true)
	v.Packets(wire.Far, t, 1, wire.UDP+d.r.Int(8, 420))
	v.Done()
}

func (d *day) backscatter(t float64, from uint32) {
	v := d.view(from, uint16(d.r.Int(1024, 65535)), rnd.Pick(d.r, tries), site.TCP, true)
	for range d.r.Int(1, 4) {
		v.Packets(wire.Far, t, 1, 44)
		t += 1.5
	}
	v.Done()
}

func (d *day) echo(t float64, from uint32) {
	denied := d.r.Chance(0.7)
	v := d.view(from, 0, 0, site.ICMP, denied)
	for range d.r.Int(1, 4) {
		size := rnd.Pick(d.r, []int{28, 60, 84})
		v.Packets(wire.Far, t, 1, size)
		if !denied {
			v.Packets(wire.Near, t+0.0001, 1, size)
		}
		t += 1
	}
	v.Done()
}

// guess has machines try passwords at an open shell.
func (d *day) guess() {
	for t := d.r.Exp(3000); t < d.until; t += d.r.Exp(9000) {
		from := site.Public(d.r, site.World)
		path := tcp.Path{RTT: d.r.Log(0.02, 0.3), Jitter: 0.002, Loss: 1e-3, MTU: 1500, Rate: 1e6}
		pause := d.r.Log(1, 60)
		at := t
		for range d.r.Int(2, 60) {
			if at > d.until {
				break
			}
			c, begin := tcp.Dial(d.r, tcp.Options{
				Sink: d.view(from, 22, uint16(d.r.Int(30000, 65000)), site.TCP, false), Path: &path,
				Near: d.h.Stack, Far: &tcp.Linux, Client: wire.Far,
			}, at)
			for _, n := range [...]int{22, 700, 48, 16, 44, 60, 84} {
				begin = c.Send(wire.Far, begin, n)
				begin = c.Send(wire.Near, begin+0.003, n+d.r.IntN(60))
			}
			c.Close(wire.Near, begin+2)
			at = begin + d.r.Exp(pause)
		}
	}
}
