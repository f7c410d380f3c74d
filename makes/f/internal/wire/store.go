// Package wire carries messages: it turns what programs send into TCP segments,
// acknowledgements, handshakes and probes, and these into flow log records.
package wire

// Record is one flow log record, kept small because millions are held.
type Record struct {
	bytes               uint64
	packets             uint32
	src, dst            uint32
	start, end          uint32 // seconds since the run's beginning
	sport, dport        uint16
	nic                 uint16
	proto               uint8
	rejected, noTraffic bool
}

// Store holds the records of a run by the hour of their end.
type Store [][]Record

func (s Store) add(r Record) {
	h := min(int(r.end)/3600, len(s)-1)
	s[h] = append(s[h], r)
}
