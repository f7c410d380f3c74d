package progress

import (
	"fmt"
	"time"

	"davy/internal/numeral"
)

// A State is how far a run is. What is not known is 0.
type State struct {
	Objects, AllObjects int64 // read, and to read
	Records             int64 // read
	Bytes, AllBytes     int64 // read as stored, and to read; AllBytes is 0 if any size is unknown
	Judging             bool  // all is read, pairs are judged
	Pairs, Findings     int64 // judged, and found among them
}

// Text says in a line how far that is, after so much time.
func (s State) Text(since time.Duration) string {
	if s.Judging {
		return fmt.Sprintf("judging  %s pairs  findings so far: %s", numeral.Grouped(s.Pairs), numeral.Grouped(s.Findings))
	}
	objects := numeral.Grouped(s.Objects)
	if s.AllObjects > 0 {
		objects += " of " + numeral.Grouped(s.AllObjects)
	}
	text := fmt.Sprintf("reading  %s objects  %s records", objects, numeral.Grouped(s.Records))
	if rate := float64(s.Records) / since.Seconds(); rate >= 1 {
		text += "  " + numeral.Grouped(int64(rate)) + "/s"
	}
	if s.AllBytes <= 0 {
		return text
	}
	share := min(1, float64(s.Bytes)/float64(s.AllBytes)) // a file may grow
	text += fmt.Sprintf("  %.0f %%", 100*share)
	if left, ok := s.left(since, share); ok {
		text += "  " + left + " left"
	}
	return text
}

// left says how long the rest takes at the pace up to now. There is nothing to
// say in the first second, or before a hundredth is done.
func (s State) left(since time.Duration, share float64) (string, bool) {
	if since < time.Second || share < 0.01 {
		return "", false
	}
	left := time.Duration(float64(since) * (1 - share) / share).Round(time.Second)
	switch {
	case left >= time.Hour:
		return fmt.Sprintf("%d h %02d min", int(left.Hours()), int(left.Minutes())%60), true
	case left >= time.Minute:
		return fmt.Sprintf("%d min %02d s", int(left.Minutes()), int(left.Seconds())%60), true
	}
	return fmt.Sprintf("%d s", int(left.Seconds())), true
}
