package flowlog

import "net/netip"

// A Value is one value of a column of text, parsed as its field asks. Columns
// often have few different ones: each is parsed once. The zero Value is none.
type Value struct {
	Text   []byte
	Number uint64 // of a numeric field; over 2^63−1 when there is a fault
	addr   netip.Addr
	word   uint8  // the Status, Action or Direction
	why    Reason // "" if nothing is wrong
}

// Absent tells that there is no value: '-' or nothing.
func (v *Value) Absent() bool { return v.Text == nil }

// Bad tells that the value is at fault.
func (v *Value) Bad() bool { return v.why != "" }

// Odd tells that the value has a byte that no flow log has.
func (v *Value) Odd() bool { return v.why == ControlChar || v.why == BadUTF8 || v.why == LineTooLong }

// Value parses a value of field f, which keeps text.
func (c *Columns) Value(f Field, text []byte) Value {
	if len(text) == 0 || len(text) == 1 && text[0] == '-' {
		return Value{}
	}
	v := Value{Text: text, why: oddity(text)}
	if v.why == "" {
		v.parse(f, &c.rules)
	}
	if v.why != "" {
		v.Number = noNumber
	}
	return v
}

// Refused returns a value that is no good for a reason that only who reads the
// format can see. It keeps text.
func Refused(text []byte, why Reason) Value {
	return Value{Text: text, Number: noNumber, why: why}
}

// noNumber stands for what is no number. It is above all limits.
const noNumber = ^uint64(0)

func (v *Value) parse(f Field, l *rules) {
	switch f {
	case SrcAddr, DstAddr, PktSrcAddr, PktDstAddr:
		var ok bool
		if v.addr, ok = parseAddr(v.Text); !ok {
			v.why = BadAddress
		}
	case InterfaceID:
		if !isENI(v.Text) && !(l.lenientENI && isPlain(v.Text)) {
			v.why = BadENI
		}
	case LogStatus, ActionField, FlowDirection:
		var ok bool
		if v.word, ok = words[f][string(v.Text)]; !ok {
			v.why = UnknownEnum
		}
	default:
		if f.Numeric() {
			var ok bool
			if v.Number, ok = parseNumber(v.Text); !ok {
				v.why = numberFault(v.Text)
			}
		}
	}
}

// words are the values of the fields that are one of a few words.
var words = map[Field]map[string]uint8{
	LogStatus:     {"OK": uint8(OK), "NODATA": uint8(NoData), "SKIPDATA": uint8(SkipData)},
	ActionField:   {"ACCEPT": uint8(Accept), "REJECT": uint8(Reject)},
	FlowDirection: {"ingress": uint8(Ingress), "egress": uint8(Egress)},
}

// oddity says why no line could hold text, or "".
func oddity(text []byte) Reason {
	if len(text) > maxLine {
		return LineTooLong
	}
	if i := oddByte(text); i >= 0 {
		if text[i] >= 0x80 {
			return BadUTF8
		}
		return ControlChar
	}
	return ""
}

// oddByte returns where the first byte is that is no printable ASCII, or -1.
func oddByte(text []byte) int {
	for i, c := range text {
		if c < ' ' || c >= 0x7f {
			return i
		}
	}
	return -1
}
