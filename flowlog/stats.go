package flowlog

import "math/bits"

// samplesEach is how many rejected lines of each reason are kept.
const samplesEach = 3

// Stats counts what a Reader met. Conservation holds at any moment:
//
//	Lines = Header + OK + NoData + SkipData + Σ Rejected[reason]
//
// Blank lines are not lines. Bytes and Packets sum over OK records, accepted
// and rejected traffic alike.
type Stats struct {
	Lines       int64
	Header      int64
	OK          int64
	NoData      int64
	SkipData    int64
	Rejected    map[Reason]int64
	Implausible int64 // OK records whose counts contradict each other
	Bytes       uint64
	Packets     uint64
	Saturated   bool         // a sum reached 2^64−1 and stayed there
	Samples     []ParseError // the first few rejected lines of each reason
}

// Bad returns the number of rejected lines.
func (s *Stats) Bad() int64 {
	var n int64
	for _, c := range s.Rejected {
		n += c
	}
	return n
}

// Merge adds t to s. Samples of s come first; callers that want an order sort them.
func (s *Stats) Merge(t *Stats) {
	s.Lines += t.Lines
	s.Header += t.Header
	s.OK += t.OK
	s.NoData += t.NoData
	s.SkipData += t.SkipData
	s.Implausible += t.Implausible
	s.Saturated = s.Saturated || t.Saturated
	s.addCounts(t.Bytes, t.Packets)
	for r, n := range t.Rejected {
		s.reject(r, n)
	}
	s.Samples = append(s.Samples, t.Samples...)
}

func (s *Stats) reject(r Reason, n int64) {
	if s.Rejected == nil {
		s.Rejected = make(map[Reason]int64)
	}
	s.Rejected[r] += n
}

// count counts a record.
func (s *Stats) count(rec *Record) {
	s.Lines++
	switch rec.Status {
	case OK:
		s.OK++
		s.addCounts(rec.Bytes, rec.Packets)
		if rec.Implausible {
			s.Implausible++
		}
	case NoData:
		s.NoData++
	case SkipData:
		s.SkipData++
	}
}

func (s *Stats) addCounts(bytes, packets uint64) {
	var over1, over2 uint64
	s.Bytes, over1 = bits.Add64(s.Bytes, bytes, 0)
	s.Packets, over2 = bits.Add64(s.Packets, packets, 0)
	if over1 != 0 {
		s.Bytes = ^uint64(0)
	}
	if over2 != 0 {
		s.Packets = ^uint64(0)
	}
	s.Saturated = s.Saturated || over1|over2 != 0
}

// MostlyBad tells whether over half of more than 100 lines, headers aside, were
// rejected. Then the object is something else than it seems, and the caller
// should refuse it whole, with the reason MostlyBad. Lines that are sound but
// not wanted, by their schema or their time, do not count as bad here.
func (s *Stats) MostlyBad() bool {
	lines, bad := s.Lines-s.Header, s.Bad()
	for _, sound := range []Reason{TransitGateway, TooOld, Future} {
		bad -= s.Rejected[sound]
	}
	return lines > 100 && bad > lines/2
}
