package wire

import "makes/b/internal/flowlog"

// Block is a way in which connecting fails.
type Block int

const (
	RejectedOut   Block = iota // a security group forbids leaving
	RejectedReply              // a network ACL lets out, but not back in
	Dropped                    // no answer
	Refused                    // reset
)

// Knock tries to connect in vain, for at most so many seconds.
func (p *Proc) Knock(peer *Peer, port uint16, how Block, patience float64) {
	syn := synSize(p.Host.Self)
	lport := p.Host.ephemeral(p.Rand)
	one := func(out bool, action uint8) flow {
		return newFlow(p.Host, peer.Addr, &p.Label, out, lport, port, flowlog.TCP, action)
	}
	out, in := one(true, flowlog.Accept), one(false, flowlog.Accept)
	switch how {
	case RejectedOut:
		out = one(true, flowlog.Reject)
	case RejectedReply:
		in = one(false, flowlog.Reject)
	}
	start, gap := p.Now, 1.0
	for try := 0; ; try++ {
		out.add(p.Now, 1, syn)
		switch how {
		case Refused:
			in.add(p.Now+peer.RTT, 1, 40)
		case RejectedReply:
			in.add(p.Now+peer.RTT, 1, synSize(peer))
		}
		if how == Refused {
			p.Wait(peer.RTT)
			break
		}
		if try == 6 || p.Now+gap-start > patience {
			p.Now = max(p.Now, min(start+patience, p.Now+gap))
			break
		}
		p.Wait(gap)
		gap *= 2
	}
	out.flush()
	in.flush()
}

// Probed is a stranger's SYN that a security group turns away, or that finds
// nothing listening.
func (p *Proc) Probed(peer *Peer, from, port uint16, rejected bool) {
	action := uint8(flowlog.Accept)
	if rejected {
		action = flowlog.Reject
	}
	in := newFlow(p.Host, peer.Addr, &p.Label, false, port, from, flowlog.TCP, action)
	in.add(p.Now, 1, Pick(p.Rand, 40, 40, 44, 60))
	in.flush()
	if !rejected {
		out := newFlow(p.Host, peer.Addr, &p.Label, true, port, from, flowlog.TCP, action)
		out.add(p.Now, 1, 40)
		out.flush()
	}
}

func synSize(p *Peer) int {
	if p.Stamps {
		return 60
	}
	return 52
}
