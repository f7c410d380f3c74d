package roles

import (
	"fmt"

	"makes/x/internal/layer"
	"makes/x/internal/ordinary"
	"makes/x/internal/rnd"
	"makes/x/internal/site"
	"makes/x/internal/talk"
)

// service is a kind as one provider runs it for one network.
type service struct {
	kind   *ordinary.Kind
	player talk.Player
	port   uint16
	suite  *layer.Suite
	peers  []site.Peer
}

// Town is everything about one network that its hosts share: which kinds are
// in use there, and the services behind them.
type Town struct {
	seed     uint64
	net      *site.Network
	inUse    map[string][]*ordinary.Kind
	services map[string][]*service
	proxy    *site.Peer // a proxy that all must use to get out
}

// NewTown draws what a network has in use.
func NewTown(seed uint64, net *site.Network) *Town {
	r := rnd.New(seed, "town", net.Index)
	t := &Town{seed: seed, net: net, inUse: map[string][]*ordinary.Kind{}, services: map[string][]*service{}}
	for _, name := range ordinary.Names {
		list := ordinary.Groups[name]
		order := r.Perm(len(list))
		n := min(len(list), 3+r.IntN(len(list)/2+1))
		if name == "security" {
			n = r.Int(3, 6)
		}
		for _, i := range order[:n] {
			t.inUse[name] = append(t.inUse[name], &list[i])
		}
	}
	if r.Chance(0.15) {
		p := net.Peer(r, site.Inside)
		t.proxy = &p
	}
	return t
}

// service gives one of the services of a kind.
func (t *Town) service(r *rnd.Rand, k *ordinary.Kind) *service {
	list := t.services[k.Name]
	if list == nil {
		own := rnd.New(t.seed, fmt.Sprint("service ", k.Name), t.net.Index)
		for range own.Int(1, 3) {
			s := &service{kind: k, player: k.Body.Draw(own), port: rnd.Pick(own, k.Ports)}
			if own.Chance(k.TLS) {
				s.suite = layer.NewSuite(own, own.Chance(0.65))
			}
			list = append(list, s)
		}
		t.services[k.Name] = list
	}
	return rnd.Pick(r, list)
}

// peer gives a server of a service for a host: a simulated one, one that
// others use as well, or a new one.
func (t *Town) peer(r *rnd.Rand, s *service) site.Peer {
	if s.kind.Where == site.Inside && !s.kind.In {
		if hosts := t.net.Servers[s.kind.Name]; len(hosts) > 0 && r.Chance(0.6) {
			h := rnd.Pick(r, hosts)
			p := t.net.Peer(r, site.Inside)
			p.Addr, p.Stack, p.Host = h.NIC.Addrs[0], h.Stack, h
			return p
		}
	}
	if len(s.peers) > 0 && r.Chance(0.65) {
		return rnd.Pick(r, s.peers)
	}
	p := t.net.Peer(r, s.kind.Where)
	s.peers = append(s.peers, p)
	return p
}
