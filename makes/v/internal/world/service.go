package world

import (
	"makes/v/internal/flow"
	"makes/v/internal/kinds"
	"makes/v/internal/rng"
	"makes/v/internal/talk"
	"makes/v/internal/wire"
)

// service is a server that several hosts may use.
type service struct {
	name  string
	spec  *talk.Spec
	place kinds.Place
	peers []Peer
	vpc   int
	base  wire.Path
}

// settle decides where an Either service is.
func settle(p kinds.Place, r *rng.R) kinds.Place {
	if p != kinds.Either {
		return p
	}
	return rng.Pick(r, kinds.VPC, kinds.VPC, kinds.Net, kinds.Net, kinds.AWS)
}

// newService makes a service of a kind for the clients of a network.
func (w *World) newService(k kinds.Kind, vpc int, r *rng.R) *service {
	s := &service{name: k.Name, spec: k.Make(r), place: settle(k.Place, r), vpc: vpc}
	s.spec.Defaults(r)
	s.spec.Down = talk.Outages(r, w.Length)
	s.base = w.Path(r, vpc, s.place)
	n := 1
	if s.place == kinds.Net && r.Chance(0.4) || s.place == kinds.AWS && r.Chance(0.6) {
		n = r.Int(2, 5)
	}
	for range n {
		s.peers = append(s.peers, w.newPeer(s.place, vpc, r))
	}
	return s
}

// newPeer makes or picks a server for a place; a private one is often another interface.
func (w *World) newPeer(p kinds.Place, vpc int, r *rng.R) Peer {
	switch p {
	case kinds.VPC:
		if h := w.Near(vpc, r); h != nil && r.Chance(0.22) {
			return PeerOf(h)
		}
		return Peer{nil, w.PrivateIP(r, vpc), wire.PeerStack(r)}
	case kinds.AWS:
		if r.Chance(0.25) {
			// An interface endpoint within the network.
			return Peer{nil, w.PrivateIP(r, vpc), wire.Linux}
		}
		return Peer{nil, w.CloudIP(r), wire.Linux}
	case kinds.Corp:
		return Peer{nil, w.CorpIP(r), wire.PeerStack(r)}
	}
	return Peer{nil, w.PublicIP(r), wire.PeerStack(r)}
}

// find picks a service of a kind that the network already has, or makes one.
func (w *World) find(k kinds.Kind, vpc int, r *rng.R) *service {
	for _, s := range w.byName[k.Name] {
		if (s.vpc == vpc || s.place == kinds.Net || s.place == kinds.AWS) && r.Chance(0.6) {
			return s
		}
	}
	s := w.newService(k, vpc, r)
	w.byName[k.Name] = append(w.byName[k.Name], s)
	return s
}

// use lets a host be a client of a service for its life.
func (w *World) use(h *Host, s *service) {
	r := w.Talk()
	path := s.base
	path.RTT *= r.Uni(0.9, 1.1)
	if s.vpc != h.VPC && s.place <= kinds.AWS {
		path = w.Path(r, h.VPC, s.place)
	}
	from, to := h.From, h.To
	if from == 0 {
		from = -r.Uni(0, 600)
	}
	hold := r.Log(900, 30000)
	for t := from; t < to; {
		// Names with several addresses lead elsewhere from time to time.
		end := to
		if len(s.peers) > 1 {
			end = min(to, t+r.LogN(hold, 0.5))
		}
		p := s.peers[r.IntN(len(s.peers))]
		if p.Host == h {
			return
		}
		w.converse(PeerOf(h), p, path, s, r, t, end)
		t = end
	}
}

// serve lets a host be the server of clients made for the purpose.
func (w *World) serve(h *Host, s *service, n int) {
	place := s.place
	for range n {
		r := w.Talk()
		var c Peer
		switch place {
		case kinds.VPC, kinds.AWS:
			c = w.newPeer(kinds.VPC, h.VPC, r)
		case kinds.Corp:
			c = Peer{nil, w.CorpIP(r), wire.HostStack(r)}
		default:
			c = Peer{nil, w.PublicIP(r), wire.VisitorStack(r)}
		}
		if c.Host == h {
			continue
		}
		w.converse(c, PeerOf(h), w.Path(r, h.VPC, place), s, r, -r.Uni(0, 600), w.Length)
	}
}

// converse plays all connections between a client and a server and labels the pair.
func (w *World) converse(c, p Peer, path wire.Path, s *service, r *rng.R, from, to float64) {
	a, b := Life(c, p, w.Length)
	if a > 0 {
		from = max(from, a)
	}
	to = min(to, b)
	if from >= to {
		return
	}
	e := Ends(c, p, path)
	for range s.spec.Conns {
		talk.Run(s.spec, e, r, from, to)
	}
	w.label(c, p, s.name)
}

func (w *World) label(c, p Peer, name string) {
	if c.Host != nil {
		w.Book.Benign(c.Host.Index, c.IP, p.IP, name)
	}
	if p.Host != nil {
		w.Book.Benign(p.Host.Index, p.IP, c.IP, name)
	}
}

// dead makes a service that never answers, which is tried again and again.
func (w *World) dead(h *Host, r *rng.R) {
	var k kinds.Kind
	var spec *talk.Spec
	for {
		k = w.all[r.IntN(len(w.all))]
		if k.Place == kinds.Visit || k.Group == "scan" {
			continue
		}
		spec = k.Make(r)
		if spec.Proto == 0 || spec.Proto == flow.TCP {
			break
		}
	}
	s := &service{name: "unreachable-" + k.Name, spec: spec, place: settle(k.Place, r), vpc: h.VPC}
	spec.Retry = talk.Retry{First: r.Log(2, 90), Factor: rng.Pick(r, 1, 1, 1.5, 2), Max: r.Log(30, 1800), Jitter: r.Uni(0, 0.4),
		Patience: rng.Pick(r, 1, 3, 5, 10, 20, 30, 60, 127.0)}
	if r.Chance(0.25) {
		spec.Retry.Tries, spec.Retry.Rest = r.Int(2, 8), r.Log(60, 3600)
	}
	spec.Defaults(r)
	spec.Conns = 1
	spec.Fate = rng.Pick(r, wire.Refused, wire.Refused, wire.Silent, wire.Silent, wire.DeniedOut, wire.DeniedOut, wire.DeniedBack, wire.Deaf)
	if r.Chance(0.2) {
		// Gone for a part of the time only.
		spec.Down = []talk.Outage{{From: r.Uni(0, w.Length/2), To: r.Uni(w.Length/2, w.Length), Fate: spec.Fate}}
		spec.Fate = wire.Fine
		s.name = "interrupted-" + k.Name
	}
	s.base = w.Path(r, h.VPC, s.place)
	s.peers = []Peer{w.newPeer(s.place, h.VPC, r)}
	if r.Chance(0.25) {
		s.peers = append(s.peers, w.newPeer(s.place, h.VPC, r))
	}
	w.use(h, s)
}

// Kind finds a kind by its name.
func (w *World) Kind(name string) kinds.Kind {
	for _, k := range w.all {
		if k.Name == name {
			return k
		}
	}
	panic("no kind " + name)
}
