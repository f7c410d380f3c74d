package lab

import (
	"fmt"
	"net/netip"
	"strconv"
)

// A record is what a flow log says about one flow, one direction and one
// interval.
type record struct {
	host   *host
	flow   *flow // nil unless the status is OK
	dir    uint8
	status status
	inside bool // at a NAT gateway: on the side of the private subnet
	cell
}

// A status is a record's log-status.
type status uint8

const (
	statusOK status = iota
	statusNoData
	statusSkipData
)

// closed is the second at which the record's interval ends.
func (r *record) closed() int64 {
	_, to := r.host.meter.bounds(r.interval)
	return to
}

// A Format is the columns of the records.
type Format string

// The formats. FormatDefault is version 2, which AWS uses unless told
// otherwise: for the interface's own side it shows the primary private IPv4
// address whichever was used. FormatV5 is a custom format with what versions 3
// to 5 add to it, the packet's own addresses among them.
const (
	FormatDefault Format = "default"
	FormatV5      Format = "v5"
)

// Header is the first line of every object in the default format.
const Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"

const headerV5 = Header + " vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr region az-id flow-direction traffic-path"

// Header is the first line of every object.
func (f Format) Header() string {
	if f == FormatV5 {
		return headerV5
	}
	return Header
}

// A view is what a record shows: the addresses between which the interface
// saw the packet, and those in the packet.
type view struct {
	src, dst       netip.AddrPort
	pktSrc, pktDst netip.Addr
	egress         bool // leaves the interface
}

// view of a record that is ok.
func (r *record) view() view {
	f := r.flow
	if f.inner != nil {
		return f.translated(r)
	}
	local := f.local
	if local.Addr().Is4() {
		local = netip.AddrPortFrom(r.host.local, local.Port())
	}
	v := view{src: local, dst: f.remote, pktSrc: f.local.Addr(), pktDst: f.remote.Addr(), egress: true}
	if r.dir == in {
		return v.back()
	}
	return v
}

// back is the same of a packet the other way.
func (v view) back() view {
	return view{src: v.dst, dst: v.src, pktSrc: v.pktDst, pktDst: v.pktSrc, egress: !v.egress}
}

// appendTo appends the record as a line in the format of its interface.
func (r *record) appendTo(b []byte, epoch int64) []byte {
	format := r.host.format
	version := "2 "
	if format == FormatV5 {
		version = "5 "
	}
	b = append(append(b, version...), Account+" "...)
	b = append(append(b, r.host.eni...), ' ')
	if r.status != statusOK {
		return r.appendSilence(b, epoch)
	}
	v := r.view()
	b = append(v.src.Addr().AppendTo(b), ' ')
	b = v.dst.Addr().AppendTo(b)
	for _, n := range [...]int64{
		int64(v.src.Port()), int64(v.dst.Port()), int64(r.flow.protocol),
		r.packets, r.bytes, epoch + r.first, epoch + r.last,
	} {
		b = strconv.AppendInt(append(b, ' '), n, 10)
	}
	if r.flow.rejected {
		b = append(b, " REJECT OK"...)
	} else {
		b = append(b, " ACCEPT OK"...)
	}
	if format == FormatV5 {
		b = r.appendV5(b, &v)
	}
	return append(b, '\n')
}

func (r *record) appendSilence(b []byte, epoch int64) []byte {
	b = strconv.AppendInt(append(b, "- - - - - - - "...), epoch+r.first, 10)
	b = strconv.AppendInt(append(b, ' '), epoch+r.last, 10)
	if r.status == statusSkipData {
		b = append(b, " - SKIPDATA"...)
	} else {
		b = append(b, " - NODATA"...)
	}
	if r.host.format == FormatV5 {
		b = append(append(b, ' '), r.host.place...)
		b = append(b, " - - - - "+Region+" "...)
		b = append(append(b, r.host.zone...), " - -"...)
	}
	return append(b, '\n')
}

// appendV5 appends the columns that the default format does not have.
func (r *record) appendV5(b []byte, v *view) []byte {
	b = append(append(b, ' '), r.host.place...)
	b = strconv.AppendInt(append(b, ' '), int64(r.flags), 10)
	if v.pktSrc.Is6() {
		b = append(b, " IPv6 "...)
	} else {
		b = append(b, " IPv4 "...)
	}
	b = append(v.pktSrc.AppendTo(b), ' ')
	b = append(v.pktDst.AppendTo(b), " "+Region+" "...)
	b = append(b, r.host.zone...)
	switch {
	case !v.egress:
		return append(b, " ingress -"...)
	case v.dst.Addr().IsPrivate() || r.flow.via != nil:
		return append(b, " egress 1"...) // through another resource in the same VPC
	}
	return append(b, " egress 8"...) // through an internet gateway (Nitro)
}

// pair is the local and the remote address under which a reader finds the record.
func (r *record) pair() (local, remote netip.Addr) {
	local = r.flow.local.Addr()
	switch {
	case r.inside:
		local = r.flow.inner.local.Addr()
	case r.host.format != FormatV5 && local.Is4():
		local = r.host.local
	}
	return local, r.flow.remote.Addr()
}

// whereabouts is where an interface is: the columns vpc-id, subnet-id and
// instance-id, and az-id.
func whereabouts(seed uint64, subnet int, instance string) (columns, zone string) {
	vpc := roll(seed, name("vpc")).Uint64()
	return fmt.Sprintf("vpc-0%016x subnet-0%016x %s", vpc, mix(vpc+uint64(subnet)), instance), fmt.Sprintf("euw1-az%d", 1+subnet%3)
}
