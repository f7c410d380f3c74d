package page

import (
	"encoding/base64"
	"encoding/binary"

	"davy/biflow"
)

// Windows go into the page as base64 of unsigned LEB128 numbers (varints), in
// the order of time. A window is
//
//	steps<<2 | hasTurned<<1 | incomplete
//	local bytes, local packets, remote bytes, remote packets
//	rejected packets, if hasTurned
//
// where steps are the windows (600 s) since the one before; since the pair's
// first, of the first. Most windows take 7 bytes. assets/data.js reads them.

// packed returns the windows in that form, and the start they count from.
func packed(points []point) (text string, from int64) {
	if len(points) == 0 {
		return "", 0
	}
	from = points[0].start
	var b []byte
	last := from
	for i := range points {
		p := &points[i]
		head := uint64(p.start-last) / biflow.Seconds << 2
		if p.turned > 0 {
			head |= 2
		}
		if p.incomplete {
			head |= 1
		}
		b = binary.AppendUvarint(b, head)
		for _, x := range p.sums {
			b = binary.AppendUvarint(b, x)
		}
		if p.turned > 0 {
			b = binary.AppendUvarint(b, p.turned)
		}
		last = p.start
	}
	return base64.StdEncoding.EncodeToString(b), from
}
