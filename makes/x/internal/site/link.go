package site

import (
	"makes/x/internal/eni"
	"makes/x/internal/label"
	"makes/x/internal/rnd"
	"makes/x/internal/tcp"
	"makes/x/internal/wire"
)

// Protocol numbers.
const (
	ICMP = 1
	TCP  = 6
	UDP  = 17
)

// Link is a pair of addresses between which programs talk.
type Link struct {
	Host   *Host
	Local  uint32
	Peer   Peer
	Path   tcp.Path
	behind uint32 // an instance for which the interface translates addresses
	near   *label.Entry
	far    *label.Entry
	inner  *label.Entry
}

// Link makes the link of an address of the host to a peer, for a program of
// the given name. It is nil if another program has that pair already.
func (h *Host) Link(local uint32, p Peer, name string) *Link {
	if p.Host == h || !h.NIC.Labels.Free(local, p.Addr, name) {
		return nil
	}
	if p.Host != nil && !p.Host.NIC.Labels.Free(p.Addr, local, name) {
		return nil
	}
	l := &Link{Host: h, Local: local, Peer: p, Path: p.Path}
	l.near = h.NIC.Labels.Claim(local, p.Addr, name)
	if p.Host != nil {
		l.far = p.Host.NIC.Labels.Claim(p.Addr, local, name)
	}
	public := p.Addr>>24 != 10 && p.Addr>>20 != ip(172, 16, 0, 0)>>20
	if public && !h.Public && (l.Path.Idle == 0 || l.Path.Idle > 350) {
		l.Path.Idle, l.Path.Abrupt = 350, true // the NAT gateway
		l.Path.RTT += 0.0004
	}
	return l
}

// For makes the link one that the host, a NAT gateway, serves for an instance.
// It is false if that pair is in use for something else.
func (l *Link) For(instance uint32) bool {
	if !l.Host.NIC.Labels.Free(l.Local, instance, "nat-client") {
		return false
	}
	l.behind = instance
	l.inner = l.Host.NIC.Labels.Claim(l.Local, instance, "nat-client")
	return true
}

// Mark says that the pair mines, on both sides.
func (l *Link) Mark(m label.Mining) {
	l.near.Mining = &m
	if l.far != nil {
		l.far.Mining = &m
	}
}

// Sink counts a new conversation on the link.
func (l *Link) Sink(proto byte, lport, rport uint16) wire.Sink {
	nic := l.Host.NIC
	v := nic.View(eni.Tuple{Local: l.Local, Remote: l.Peer.Addr, LPort: lport, RPort: rport, Proto: proto}, l.near, false)
	if l.behind != 0 {
		return wire.Both{v, nic.View(eni.Tuple{
			Local: l.Local, Remote: l.behind, LPort: rport, RPort: lport, Proto: proto,
		}, l.inner, true)}
	}
	if l.Peer.Host == nil {
		return v
	}
	w := l.Peer.Host.NIC.View(eni.Tuple{
		Local: l.Peer.Addr, Remote: l.Local, LPort: rport, RPort: lport, Proto: proto,
	}, l.far, true)
	return wire.Both{v, w}
}

// Denied counts a conversation of which the packets of one side are dropped by
// a security group or a network ACL at the interface.
func (l *Link) Denied(s wire.Side, proto byte, lport, rport uint16) wire.Sink {
	v := l.Host.NIC.View(eni.Tuple{Local: l.Local, Remote: l.Peer.Addr, LPort: lport, RPort: rport, Proto: proto}, l.near, false)
	v.Deny(s)
	return v
}

// Ports draws the ports of a conversation with the server's port given.
func (l *Link) Ports(r *rnd.Rand, client wire.Side, port uint16) (lport, rport uint16) {
	if client == wire.Near {
		return l.Host.Port(), port
	}
	st := l.Peer.Stack
	return port, uint16(r.Int(st.Port[0], st.Port[1]))
}

// Options are those of a new TCP connection on the link.
func (l *Link) Options(r *rnd.Rand, client wire.Side, port uint16) tcp.Options {
	lport, rport := l.Ports(r, client, port)
	return tcp.Options{
		Sink: l.Sink(TCP, lport, rport), Path: &l.Path,
		Near: l.Host.Stack, Far: l.Peer.Stack, Client: client,
	}
}
