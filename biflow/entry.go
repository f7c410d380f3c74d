package biflow

import "davy/flowlog"

// An entry is what a table keeps of one TCP record: all that a window can ask
// for later, in 32 bytes.
type entry struct {
	bytes, packets uint64
	start          uint32 // epoch seconds; the year 2106 is far enough
	loPort, hiPort uint16
	tcpFlags       uint16
	kind           kind
}

// kind is a set of one-bit facts about an entry.
type kind uint8

const (
	fromHi      kind = 1 << iota // sent by the higher address
	rejected                     // dropped by a security group or network ACL
	implausible                  // counts contradict each other
)

// A pair is what a table knows of one unoriented pair of addresses.
type pair struct {
	lo, hi  endpoint
	loVotes int64  // records whose flow-direction makes lo the local side, less those for hi
	other   Totals // protocols other than TCP: never points
	tcp     Totals
	entries []entry
}

// merge adds q to p. Entries of q may be taken over.
func (p *pair) merge(q *pair) {
	p.lo.merge(q.lo)
	p.hi.merge(q.hi)
	p.loVotes += q.loVotes
	p.other.add(q.other)
	p.tcp.add(q.tcp)
	if len(p.entries) == 0 {
		p.entries = q.entries
		return
	}
	p.entries = append(p.entries, q.entries...)
}

func (p *pair) records() uint64 { return add(p.other.Records, p.tcp.Records) }

// add notes one record between the pair's addresses.
func (p *pair) add(rec *flowlog.Record, srcIsHi bool) {
	one := Totals{Records: 1, Bytes: rec.Bytes, Packets: rec.Packets}
	if rec.Direction != flowlog.NoDirection {
		if (rec.Direction == flowlog.Egress) == srcIsHi {
			p.loVotes--
		} else {
			p.loVotes++
		}
	}
	if rec.Protocol != flowlog.TCP {
		p.other.add(one)
		return
	}
	p.tcp.add(one)
	e := entry{
		bytes: rec.Bytes, packets: rec.Packets, start: uint32(rec.Start),
		loPort: rec.SrcPort, hiPort: rec.DstPort, tcpFlags: rec.TCPFlags,
	}
	if srcIsHi {
		e.kind |= fromHi
		e.loPort, e.hiPort = e.hiPort, e.loPort
	}
	if rec.Action == flowlog.Reject {
		e.kind |= rejected
	}
	if rec.Implausible {
		e.kind |= implausible
	}
	p.entries = append(p.entries, e)
}
