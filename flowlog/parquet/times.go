package parquet

import (
	"encoding/binary"
	"math"
	"strconv"
	"time"

	"davy/flowlog"
)

// OCSF's times are numbers of milliseconds, timestamps of Parquet or RFC 3339. A
// flow log's are seconds: what is more exact is cut off, towards the past, and
// nothing is rounded.

// firstMillis is the first number taken for milliseconds: September 2001. What is
// less is in seconds, or no time of a flow log.
const firstMillis = 1e12

// digits is how many bytes a number of 64 bits takes as text, at most.
const digits = 20

// moment returns what number n of a column of times stands for, as a value of its
// field. Its text is written to room, of so many digits.
func (c *column) moment(n uint64, room []byte) flowlog.Value {
	seconds := int64(n)
	switch ticks := c.leaf.ticks; {
	case c.leaf.unsigned && n > math.MaxInt64:
		return c.all.Value(c.field, strconv.AppendUint(room[:0], n, 10))
	case c.leaf.physical == typeInt96:
	case ticks > 0:
		seconds = floor(seconds, ticks)
	case seconds >= 0 && seconds < firstMillis:
		return flowlog.Refused(strconv.AppendInt(room[:0], seconds, 10), flowlog.TimestampUnit)
	default:
		seconds = floor(seconds, 1000)
	}
	text := strconv.AppendInt(room[:0], seconds, 10)
	if seconds < 0 {
		return c.all.Value(c.field, text)
	}
	return flowlog.Value{Text: text, Number: uint64(seconds)}
}

// floor divides, towards the past.
func floor(n, by int64) int64 {
	q := n / by
	if n%by < 0 {
		q--
	}
	return q
}

// parseTime parses text of a column of times. It writes the seconds over it, which
// take less room.
func (c *column) parseTime(s []byte) flowlog.Value {
	const least, most = len("2006-01-02T15:04:05Z"), len("2006-01-02T15:04:05.999999999+00:00")
	if len(s) >= least && len(s) <= most {
		text := string(s)
		if text[10] == ' ' { // as RFC 3339 allows, and AWS shows it
			text = text[:10] + "T" + text[11:]
		}
		if t, err := time.Parse(time.RFC3339, text); err == nil {
			return c.all.Value(c.field, strconv.AppendInt(s[:0], t.Unix(), 10))
		}
	}
	v := c.all.Value(c.field, s)
	if v.Absent() || v.Odd() {
		return v
	}
	return flowlog.Refused(s, flowlog.NumberFormat)
}

// secondsOf96 reads an INT96: nanoseconds of a day, then the Julian day. It is what
// older writers have for a time.
func secondsOf96(b []byte) int64 {
	const epoch, day = 2440588, 24 * 60 * 60 // 1970-01-01
	nanos := binary.LittleEndian.Uint64(b)
	return (int64(int32(binary.LittleEndian.Uint32(b[8:])))-epoch)*day + int64(nanos/1e9)
}

// isTime says what is wrong with the type of a column of times, or "".
func (l *leaf) isTime() string {
	switch {
	case l.physical == typeInt96, l.physical == typeInt64 && (l.kind == "" || l.ticks > 0), l.physical == typeByteArray && l.kind == "":
		return ""
	}
	return "no time"
}
