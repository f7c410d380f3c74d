// Package trial holds what a round of measuring gives: what each command took,
// and what it said it had read.
//
// In go the measured runs of commands that were run in turn, A B C, A B C, …;
// out come medians, spreads, the ratios of the runs of one round to each other,
// and a verdict on whether all commands read the same. Times are seconds,
// memory is bytes.
package trial

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

// Said is what a program says it read, under names that mean the same for all:
//
//	rows                      lines, headers left out
//	interfaces                named in them
//	records, packets, bytes   of status OK, any protocol and action
//	accepted_*                of those, with action ACCEPT; also _pairs and _points
//	tcp_*                     of those, TCP; also _pairs and _points
//	all_pairs                 of records of status OK
//
// A pair is an interface and two addresses, in either direction; a point is a
// pair and 600 seconds by the clock. Programs say what they know.
type Said map[string]int64

// WriteSaid writes a file that ReadSaid reads.
func WriteSaid(path string, said Said) error {
	text, err := json.Marshal(said)
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

// ReadSaid reads what a program said: whole numbers in a JSON object. The
// summary of davy scan is one too.
func ReadSaid(text []byte) (Said, error) {
	var said Said
	err := json.Unmarshal(text, &said)
	if err == nil && len(said) > 0 {
		return said, nil
	}
	var s summary
	if json.Unmarshal(text, &s) == nil && s.Lines > 0 {
		return s.said()
	}
	return nil, fmt.Errorf("%.80q is not what was read, in JSON", text)
}

// A summary is what docs/formats/summary.md describes, as far as others count
// the same.
type summary struct {
	Complete   bool
	Lines      int64
	Header     int64
	OK         int64
	SkipData   int64
	Bytes      int64
	Packets    int64
	Interfaces int64
	Pairs      int64
	Windows    int64
}

func (s *summary) said() (Said, error) {
	if !s.Complete {
		return nil, fmt.Errorf("davy scan left something out: %+v", *s)
	}
	said := Said{"rows": s.Lines - s.Header, "interfaces": s.Interfaces, "records": s.OK, "packets": s.Packets, "bytes": s.Bytes, "all_pairs": s.Pairs}
	if s.SkipData == 0 { // else windows that AWS skipped data in are no points
		said["tcp_points"] = s.Windows
	}
	return said, nil
}

// A Witness is an engine and what it said of some data.
type Witness struct {
	Engine, Name string
	Said         Said
}

// Agree is nil if no two witnesses differ, and at least two engines name each
// of the keys that must be named.
func Agree(witnesses []Witness, must ...string) error {
	first := make(map[string]Witness)
	checked := make(map[string]bool) // by a second engine
	for _, w := range witnesses {
		for _, key := range slices.Sorted(maps.Keys(w.Said)) {
			before, ok := first[key]
			if !ok {
				first[key] = w
				continue
			}
			if before.Engine != w.Engine {
				checked[key] = true
			}
			if before.Said[key] != w.Said[key] {
				return fmt.Errorf("%s: %s counts %d, %s counts %d", key, before.Name, before.Said[key], w.Name, w.Said[key])
			}
		}
	}
	var alone []string
	for _, key := range must {
		if !checked[key] {
			alone = append(alone, key)
		}
	}
	if len(alone) > 0 {
		return fmt.Errorf("nobody checks %s", strings.Join(alone, ", "))
	}
	return nil
}
