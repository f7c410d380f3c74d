package flowlog

import (
	"fmt"
	"strings"
)

// A Reason says why a line or an object was left out. The words are stable:
// scripts and alerts may depend on them.
type Reason string

// Reasons for which a line is left out. All later lines are still read.
const (
	LineTooLong     Reason = "line_too_long"     // over 64 KiB
	ControlChar     Reason = "control_char"      // a byte below 0x20 (but tab) or 0x7f
	BadUTF8         Reason = "bad_utf8"          // a byte above 0x7f: flow logs are ASCII, tag values percent-encoded
	FieldCount      Reason = "field_count"       // not as many fields as the format names
	MissingField    Reason = "missing_field"     // '-' or nothing in a field that an OK record needs
	NumberFormat    Reason = "number_format"     // not a canonical decimal number
	Negative        Reason = "negative"          // a number below zero
	Overflow        Reason = "overflow"          // a number above 2^63−1
	BadAddress      Reason = "bad_address"       // not an IPv4 or IPv6 address
	BadENI          Reason = "bad_eni"           // not eni- and 8 to 17 hexadecimal digits
	OutOfRange      Reason = "range"             // port above 65535, protocol above 255
	UnknownEnum     Reason = "unknown_enum"      // a word that action, log-status or flow-direction does not have
	EndBeforeStart  Reason = "end_before_start"  //
	IntervalTooLong Reason = "interval_too_long" // end − start over an hour
	Future          Reason = "future"            // starts more than an hour after now
	TooOld          Reason = "too_old"           // starts before Options.Oldest
	TimestampUnit   Reason = "timestamp_unit"    // milliseconds where seconds belong, or the other way round
	TransitGateway  Reason = "transit_gateway"   // a transit gateway record: another schema
	VersionUnknown  Reason = "version_unknown"   // a headerless line of another version than the default format's 2
)

// Reasons for which a whole object is left out.
const (
	FormatUnknown          Reason = "format_unknown"          // no header, and not the default format
	HeaderDuplicate        Reason = "header_duplicate"        // a header names a field twice
	HeaderIncomplete       Reason = "header_incomplete"       // a header lacks a field that is needed
	UnsupportedCompression Reason = "unsupported_compression" // zip, bzip2, xz, …, or zstd with a dictionary or a huge window
	Truncated              Reason = "truncated"               // the compressed stream ends early
	Checksum               Reason = "checksum"                // the compressed stream is corrupt
	TrailingGarbage        Reason = "trailing_garbage"        // bytes after the last member of gzip or frame of zstd
	Growing                Reason = "growing"                 // somebody was writing it: its last line, half there, is left out
	Bomb                   Reason = "bomb"                    // decompresses to more than the limit
	ParquetCorrupt         Reason = "parquet_corrupt"         // a Parquet file that contradicts itself, or is beyond all bounds
	ParquetType            Reason = "parquet_type"            // a Parquet column of a type that its field cannot have
	MostlyBad              Reason = "mostly_bad"              // over half of more than 100 lines are bad
	Unreadable             Reason = "unreadable"              // the operating system or the service refused
	AccessDenied           Reason = "access_denied"           // the service does not let these credentials read it
	Archived               Reason = "archived"                // in a storage class that has to be restored first
	JSONShape              Reason = "json_shape"              // JSON that holds no log lines, or is nested or large beyond all bounds
	DuplicateUnit          Reason = "duplicate_unit"          // the same content was read already
)

// OverlappingFlowLogs is why a good record does not count: another flow log has the
// same traffic of its interface.
const OverlappingFlowLogs Reason = "overlapping_flow_logs"

// A ParseError is one line left out. Text of the line in it is cut short and quoted by Error.
type ParseError struct {
	Object string // name of the object, where known
	Line   int64  // 1-based
	Field  Field  // Unknown when the line as a whole is at fault
	Reason Reason
	Detail string // the offending value or "14 fields wanted, 13 found"
}

func (e *ParseError) Error() string {
	var b strings.Builder
	if e.Object != "" {
		fmt.Fprintf(&b, "%s:", e.Object)
	}
	fmt.Fprintf(&b, "%d: ", e.Line)
	if e.Field != Unknown {
		fmt.Fprintf(&b, "%s: ", e.Field)
	}
	b.WriteString(string(e.Reason))
	if e.Detail != "" {
		fmt.Fprintf(&b, ": %s", e.Detail)
	}
	return b.String()
}

// An ObjectError is a whole object left out: nothing of it counts.
type ObjectError struct {
	Object string
	Line   int64 // where it went wrong, 0 if not at a line
	Reason Reason
	Detail string
	Hint   string // what the user can do about it
	Err    error  // cause, if another error is
}

func (e *ObjectError) Error() string {
	var b strings.Builder
	if e.Object != "" {
		fmt.Fprintf(&b, "%s: ", e.Object)
	}
	if e.Line > 0 {
		fmt.Fprintf(&b, "line %d: ", e.Line)
	}
	b.WriteString(string(e.Reason))
	if e.Detail != "" {
		fmt.Fprintf(&b, ": %s", e.Detail)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	if e.Hint != "" {
		fmt.Fprintf(&b, " (%s)", e.Hint)
	}
	return b.String()
}

func (e *ObjectError) Unwrap() error { return e.Err }
