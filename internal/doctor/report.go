package doctor

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"davy/biflow"
	"davy/flowlog"
)

// A Report is what the doctor says of a set of logs.
type Report struct {
	*Facts
	Watches []biflow.Watch
}

// Write writes the report for people.
func (r *Report) Write(w io.Writer) {
	r.writeFormats(w)
	r.writeTime(w)
	r.writeAccounting(w)
	r.writeSight(w)
}

func (r *Report) writeFormats(w io.Writer) {
	for _, format := range slices.Sorted(maps.Keys(r.Formats)) {
		fmt.Fprintf(w, "format    %s (%d records)\n", strings.NewReplacer("${", "", "}", "").Replace(format), r.Formats[format])
	}
	var parts []string
	for _, p := range slices.Sorted(maps.Keys(r.Protocols)) {
		parts = append(parts, fmt.Sprintf("%s %d", protocolName(p), r.Protocols[p]))
	}
	fmt.Fprintf(w, "records   %d accepted, %d rejected; by protocol: %s\n", r.Accepted, r.Rejected, orNone(parts))
}

func protocolName(p uint8) string {
	switch p {
	case flowlog.ICMP:
		return "ICMP"
	case flowlog.TCP:
		return "TCP"
	case 17:
		return "UDP"
	case flowlog.ICMPv6:
		return "ICMPv6"
	}
	return fmt.Sprintf("protocol %d", p)
}

func orNone(parts []string) string {
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

// writeTime says which interval the logs were cut by, from when to when they
// run and where they are silent.
func (r *Report) writeTime(w io.Writer) {
	interval := "one minute: no record is longer"
	switch {
	case r.Longer > 0:
		interval = fmt.Sprintf("over ten minutes in %d records: not AWS's, windows will be blurred", r.Longer)
	case r.Long > 0 && r.Short > 0:
		interval = fmt.Sprintf("ten minutes (%d records over one minute, %d not)", r.Long, r.Short)
	case r.Long > 0:
		interval = "ten minutes"
	case r.Short == 0:
		interval = "unknown: no record with traffic"
	}
	fmt.Fprintf(w, "interval  %s\n", interval)
	var span, watched, skipped, shifted, pairs int
	for i := range r.Watches {
		x := &r.Watches[i]
		span += x.Span()
		watched += x.Watched
		skipped += x.Skipped
		pairs += x.Pairs
		if x.Offset != 0 {
			shifted++
		}
	}
	fmt.Fprintf(w, "coverage  %d interfaces, %d pairs; of %d windows from each first to last: %d watched, %d under SKIPDATA, %d without a line\n",
		len(r.Watches), pairs, span, watched, skipped, span-watched)
	if len(r.Watches) > 0 {
		first, last := r.Watches[0].First, r.Watches[0].Last
		for i := range r.Watches {
			first, last = min(first, r.Watches[i].First), max(last, r.Watches[i].Last)
		}
		fmt.Fprintf(w, "          %s to %s; windows of %d interfaces do not begin with the clock's\n", stamp(first), stamp(last+biflow.Seconds), shifted)
	}
	r.writeGaps(w)
}

// writeGaps names the interfaces with most silence.
func (r *Report) writeGaps(w io.Writer) {
	const most = 5
	worst := slices.Clone(r.Watches)
	slices.SortStableFunc(worst, func(a, b biflow.Watch) int { return b.Gaps() + b.Skipped - a.Gaps() - a.Skipped })
	for i := range worst {
		if x := &worst[i]; i < most && x.Gaps()+x.Skipped > 0 {
			fmt.Fprintf(w, "          %s: %d of %d windows without a line, %d under SKIPDATA\n", x.Interface, x.Gaps(), x.Span(), x.Skipped)
		}
	}
}

func stamp(t int64) string { return time.Unix(t, 0).UTC().Format("2006-01-02 15:04 UTC") }

func (r *Report) writeAccounting(w io.Writer) {
	a := &r.TCP
	fmt.Fprintf(w, "bytes     of %d TCP records of 3 packets or more: %d have exactly 40 bytes a packet (60 on IPv6), %d exactly 52 (72), %d fewer than 40 (60)\n",
		a.Records, a.Bare, a.Stamped, a.Below)
	fmt.Fprintf(w, "          %s\n", a.Verdict())
}

// Verdict says which bytes the logs count. Bare acknowledgements are looked
// for: nothing else has a size that is known beforehand. Where Ethernet headers
// are counted no packet has 40 or 52 bytes, but for damage in one of a hundred;
// where they are not, segments of 14 and 26 bytes are as large as framed ones,
// and there are programs that send little else.
func (a *Accounting) Verdict() string {
	switch {
	case a.Records == 0:
		return "cannot tell which bytes are counted"
	case a.Below*100 > a.Records:
		return fmt.Sprintf("NOT IP-level: %.1f %% of records are smaller than their headers; the payload alone may be counted", 100*float64(a.Below)/float64(a.Records))
	case a.Framed > 100*(a.Bare+a.Stamped):
		return "NOT IP-level: acknowledgements carry an Ethernet header"
	case a.Bare+a.Stamped == 0:
		return "no record of acknowledgements alone: IP-level is likely, not shown"
	case a.Below > 0:
		return fmt.Sprintf("IP-level, as AWS counts; %d damaged records are smaller than their headers", a.Below)
	}
	return "IP-level, as AWS counts"
}

// writeSight says what the fields let davy see, and what they do not.
func (r *Report) writeSight(w io.Writer) {
	say := func(ok bool, can, cannot string) {
		if ok {
			fmt.Fprintf(w, "can see   %s\n", can)
		} else {
			fmt.Fprintf(w, "cannot    %s\n", cannot)
		}
	}
	has := r.Fields.Has
	say(len(r.Watches) > 0, "pairs and their windows", "see pairs: there is no record")
	say(has(flowlog.SrcPort) && has(flowlog.DstPort), "server ports and reconnects", "see server ports or reconnects: srcport or dstport is missing")
	say(has(flowlog.ActionField) && r.Rejected > 0, "traffic that security groups or network ACLs rejected",
		"see blocked traffic: no record has action REJECT (the flow log may record accepted traffic only)")
	say(has(flowlog.FlowDirection), "which way each record went", "see which way records went: flow-direction is missing; the local side is inferred")
	say(has(flowlog.PktSrcAddr) && has(flowlog.PktDstAddr), "true ends behind NAT gateways and in pods",
		"see true ends behind NAT gateways and in pods: pkt-srcaddr or pkt-dstaddr is missing")
	say(has(flowlog.InstanceID), "instances", "name instances: instance-id is missing; findings name the interface")
}
