package flowlog

import (
	"math"
	"math/big"
	"net/netip"
	"regexp"
	"strings"
)

// plain reads one line in the plainest way, by the standard library and with
// one rule after the other: what the fast ways are held against.
type plain struct {
	rules  rules
	format *Format
	value  map[Field]string // of the columns that have one
	fault  fault            // the first
}

// plainly reads line, which is no header and has no line end.
func plainly(line string, format *Format, rules rules) (*Record, map[Field]string, fault) {
	for i := range len(line) {
		if c := line[i]; c >= 0x80 {
			return nil, nil, fault{why: BadUTF8, text: []byte(line[i:])}
		} else if c < ' ' && c != '\t' || c == 0x7f {
			return nil, nil, fault{why: ControlChar, text: []byte(line[i:])}
		}
	}
	columns := strings.FieldsFunc(line, func(c rune) bool { return c == ' ' || c == '\t' })
	if format.comma {
		columns = strings.Split(line, ",")
	}
	if len(columns) != len(format.columns) {
		return nil, nil, fault{why: FieldCount, found: len(columns)}
	}
	p := &plain{rules: rules, format: format, value: make(map[Field]string)}
	rec := new(Record)
	for i, f := range format.columns {
		if f != Unknown && columns[i] != "" && columns[i] != "-" {
			p.value[f] = columns[i]
			rec.Has.Add(f)
		}
	}
	if p.status(rec); rec.Status == OK {
		p.traffic(rec)
	}
	rec.Version = uint16(min(p.number(Version, math.MaxInt64), math.MaxUint16))
	p.eni(rec)
	p.times(rec)
	if p.fault.why != "" {
		p.fault.text = []byte(columns[format.index[p.fault.field]])
		return nil, nil, p.fault
	}
	return rec, p.value, fault{}
}

// check notes what is wrong with f if ok is false, and nothing was before.
func (p *plain) check(ok bool, f Field, why Reason) {
	if !ok && p.fault.why == "" {
		p.fault = fault{why: why, field: f}
	}
}

func (p *plain) number(f Field, limit uint64) uint64 {
	s, has := p.value[f]
	if !has {
		return 0
	}
	digits, negative := strings.CutPrefix(s, "-")
	n, ok := new(big.Int).SetString(digits, 10)
	ok = ok && n.String() == digits
	p.check(ok, f, NumberFormat)
	p.check(!negative, f, Negative)
	if !ok {
		return 0
	}
	p.check(n.IsInt64(), f, Overflow)
	p.check(n.Uint64() <= limit, f, OutOfRange)
	return n.Uint64()
}

func (p *plain) addr(f Field) netip.Addr {
	s, has := p.value[f]
	addr, err := netip.ParseAddr(s)
	p.check(!has || err == nil && addr.Zone() == "", f, BadAddress)
	return addr.Unmap()
}

func plainWord[T any](p *plain, f Field, words map[string]T) (value T) {
	s, has := p.value[f]
	value, known := words[s]
	p.check(!has || known, f, UnknownEnum)
	return value
}

func (p *plain) status(rec *Record) {
	_, has := p.value[LogStatus]
	p.check(has || !p.format.set.Has(LogStatus), LogStatus, MissingField)
	rec.Status = plainWord(p, LogStatus, map[string]Status{"OK": OK, "NODATA": NoData, "SKIPDATA": SkipData})
	if !p.format.set.Has(LogStatus) {
		_, packets := p.value[Packets]
		_, bytes := p.value[Bytes]
		if !packets && !bytes && (p.format.set.Has(Packets) || p.format.set.Has(Bytes)) {
			rec.Status = NoData
		}
	}
}

func (p *plain) traffic(rec *Record) {
	for _, f := range []Field{InterfaceID, SrcAddr, DstAddr, Protocol, Packets, Bytes, Start, End, ActionField} {
		_, has := p.value[f]
		p.check(has || !p.format.set.Has(f), f, MissingField)
	}
	rec.Src, rec.Dst = p.addr(SrcAddr), p.addr(DstAddr)
	rec.PktSrc, rec.PktDst = p.addr(PktSrcAddr), p.addr(PktDstAddr)
	rec.Protocol = uint8(p.number(Protocol, 255))
	rec.SrcPort, rec.DstPort = p.port(rec, SrcPort), p.port(rec, DstPort)
	rec.Packets, rec.Bytes = p.number(Packets, math.MaxInt64), p.number(Bytes, math.MaxInt64)
	_, packets := p.value[Packets]
	_, bytes := p.value[Bytes]
	if packets && bytes {
		least := new(big.Int).Mul(new(big.Int).SetUint64(rec.Packets), big.NewInt(20))
		rec.Implausible = new(big.Int).SetUint64(rec.Bytes).Cmp(least) < 0 || rec.Packets == 0 && rec.Bytes > 0
	}
	rec.TCPFlags = uint16(p.number(TCPFlags, 65535))
	rec.Action = plainWord(p, ActionField, map[string]Action{"ACCEPT": Accept, "REJECT": Reject})
	rec.Direction = plainWord(p, FlowDirection, map[string]Direction{"ingress": Ingress, "egress": Egress})
}

func (p *plain) port(rec *Record, f Field) uint16 {
	protocol, known := p.value[Protocol]
	_, has := p.value[f]
	p.check(has || !p.format.set.Has(f) || !known || protocol != "6" && protocol != "17", f, MissingField)
	port := p.number(f, 65535)
	if protocol == "1" || protocol == "58" {
		return 0
	}
	return uint16(port)
}

var plainENI = regexp.MustCompile(`^eni-[0-9a-f]{8,17}$`)

func (p *plain) eni(rec *Record) {
	s, has := p.value[InterfaceID]
	lenient := p.rules.lenientENI && len(s) <= 64 && !strings.Contains(s, "\t")
	p.check(!has || plainENI.MatchString(s) || lenient, InterfaceID, BadENI)
	if has {
		rec.Interface = []byte(s)
	}
}

func (p *plain) times(rec *Record) {
	for _, f := range []Field{Start, End} {
		t := p.number(f, math.MaxInt64)
		p.check(t < 1e12, f, TimestampUnit)
		if f == Start {
			rec.Start = int64(t)
		} else {
			rec.End = int64(t)
		}
	}
	_, start := p.value[Start]
	_, end := p.value[End]
	p.check(!start || !end || rec.Start <= rec.End, End, EndBeforeStart)
	p.check(!start || !end || rec.End-rec.Start <= 3600, End, IntervalTooLong)
	p.check(!start || rec.Start <= p.rules.latest, Start, Future)
	p.check(!start || rec.Start >= p.rules.earliest, Start, TooOld)
}
