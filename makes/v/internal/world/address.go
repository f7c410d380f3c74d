package world

import (
	"makes/v/internal/kinds"
	"makes/v/internal/rng"
	"makes/v/internal/wire"
)

// PrivateIP draws an unused address of a network.
func (w *World) PrivateIP(r *rng.R, vpc int) uint32 {
	n := &w.nets[vpc]
	for {
		ip := n.subnets[r.IntN(len(n.subnets))] + uint32(r.Int(4, 4090))
		if last := ip & 255; last < 4 || last == 255 || w.used[ip] {
			continue
		}
		w.used[ip] = true
		return ip
	}
}

// CorpIP draws an address of an office or data centre behind the gateway.
func (w *World) CorpIP(r *rng.R) uint32 {
	for {
		ip := uint32(10)<<24 | uint32(r.Int(0, 255))<<16 | uint32(r.Int(0, 63))<<8 | uint32(r.Int(5, 250))
		if r.Chance(0.2) {
			ip = uint32(192)<<24 | 168<<16 | uint32(r.Int(0, 255))<<8 | uint32(r.Int(5, 250))
		}
		if !w.used[ip] {
			w.used[ip] = true
			return ip
		}
	}
}

// PublicIP draws an address of the internet, a part of them in clouds.
func (w *World) PublicIP(r *rng.R) uint32 {
	clouds := []uint32{3, 13, 15, 18, 20, 34, 35, 40, 44, 51, 52, 54, 104, 142, 146, 151, 157, 162, 172, 185, 188, 199}
	for {
		a := clouds[r.IntN(len(clouds))]
		if r.Chance(0.45) {
			a = uint32(r.Int(1, 223))
		}
		ip := a<<24 | uint32(r.Int(0, 255))<<16 | uint32(r.Int(0, 255))<<8 | uint32(r.Int(1, 254))
		if reserved(ip) || w.used[ip] {
			continue
		}
		w.used[ip] = true
		return ip
	}
}

// CloudIP draws an address of the provider's own services.
func (w *World) CloudIP(r *rng.R) uint32 {
	for {
		a := rng.Pick(r, uint32(3), 18, 34, 35, 44, 52, 52, 54, 54, 99)
		ip := a<<24 | uint32(r.Int(0, 255))<<16 | uint32(r.Int(0, 255))<<8 | uint32(r.Int(1, 254))
		if !w.used[ip] {
			w.used[ip] = true
			return ip
		}
	}
}

func reserved(ip uint32) bool {
	a, b := ip>>24, ip>>16&255
	return a == 0 || a == 10 || a == 127 || a >= 224 || (a == 172 && b >= 16 && b < 32) ||
		(a == 192 && (b == 168 || b == 0 || b == 2)) || (a == 169 && b == 254) || (a == 100 && b >= 64 && b < 128) ||
		(a == 198 && (b == 18 || b == 19 || b == 51)) || (a == 203 && b == 0)
}

// Path draws the network between a host and a peer at a place.
func (w *World) Path(r *rng.R, vpc int, p kinds.Place) wire.Path {
	q := wire.Path{MTU: 1500}
	switch p {
	case kinds.VPC:
		q.RTT, q.Loss, q.Rate = r.Log(0.00015, 0.0016), r.Log(1e-7, 2e-5), r.Log(4e7, 6e8)
		if w.nets[vpc].jumbo {
			q.MTU = 9001
		}
	case kinds.AWS:
		q.RTT, q.Loss, q.Rate = r.Log(0.0005, 0.008), r.Log(1e-6, 1e-4), r.Log(2e7, 3e8)
		if r.Chance(0.12) {
			q.RTT *= 12 // a service in another region
		}
		q.MTU = rng.Pick(r, 1500, 1500, 1500, 8500)
	case kinds.Corp:
		q.RTT, q.Loss, q.Rate = r.Log(0.002, 0.09), r.Log(1e-5, 1e-3), r.Log(2e6, 6e7)
		q.MTU = rng.Pick(r, 1500, 1500, 1446, 1436, 1400, 8500)
	case kinds.Visit:
		q.RTT, q.Loss, q.Rate = r.Log(0.008, 0.3), r.Log(1e-5, 8e-3), r.Log(5e5, 2e7)
		q.MTU = rng.Pick(r, 1500, 1500, 1492, 1440, 1400)
	default:
		q.RTT, q.Loss, q.Rate = r.Log(0.0015, 0.24), r.Log(1e-5, 3e-3), r.Log(2e6, 8e7)
		q.MTU = rng.Pick(r, 1500, 1500, 1500, 1500, 1460, 1420)
	}
	return q
}
