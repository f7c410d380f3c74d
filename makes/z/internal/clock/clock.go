// Package clock holds the time of the simulation: microseconds since its first midnight.
package clock

// Time is a moment or a span in microseconds; moments before the log begins are negative.
type Time int64

// Units of time.
const (
	Milli  Time = 1000
	Second Time = 1000 * Milli
	Minute Time = 60 * Second
	Hour   Time = 60 * Minute
	Day    Time = 24 * Hour
	// Never lies behind every simulation's end.
	Never Time = 1 << 60
)

// Secs turns seconds into Time.
func Secs(s float64) Time {
	if s > 1e11 {
		return Never
	}
	return Time(s * 1e6)
}

// OfDay gives the hour of the day (0..24) at t, with a shift for a time zone.
func OfDay(t Time, shift int) float64 {
	t = (t + Time(shift)*Hour) % Day
	if t < 0 {
		t += Day
	}
	return float64(t) / float64(Hour)
}
