package detect

import (
	"fmt"
	"math"
)

// A phrase says what a trait is, and how its number is read by people.
type phrase struct {
	words string
	read  func(float64) string
}

func plain(x float64) string    { return digits(x, 2) }
func percent(x float64) string  { return fmt.Sprintf("%.0f %%", 100*x) }
func fold(x float64) string     { return digits(math.Exp(x), 3) }
func above(x float64) string    { return digits(math.Expm1(x), 3) }
func relative(x float64) string { return digits(100*math.Exp(x), 2) + " %" }

// answer reads what is 1, 0 or, if it is not known, in between.
func answer(x float64) string {
	switch x {
	case 0:
		return "no"
	case 1:
		return "yes"
	}
	return "unknown"
}

// digits writes a number with so many significant digits, and none of the large
// ones with an exponent.
func digits(x float64, n int) string {
	unit := math.Pow10(int(math.Floor(math.Log10(math.Abs(x)))) - n + 1)
	if unit > 1 && !math.IsInf(unit, 1) {
		return fmt.Sprintf("%.0f", math.Round(x/unit)*unit)
	}
	return fmt.Sprintf("%.*g", n, x)
}

// phrases are the traits of traffic and attempts, by name.
var phrases = map[string]phrase{
	"local_size":          {"bytes per packet of the local side", fold},
	"remote_size":         {"bytes per packet of the remote side", fold},
	"packet_ratio":        {"local packets per remote packet", fold},
	"byte_ratio":          {"local bytes per remote byte", fold},
	"local_size_spread":   {"spread of the local packet size (ln)", plain},
	"remote_size_spread":  {"spread of the remote packet size (ln)", plain},
	"packet_ratio_spread": {"spread of the packet ratio (ln)", plain},
	"local_floor":         {"least bytes per packet of the local side", fold},
	"remote_floor":        {"least bytes per packet of the remote side", fold},
	"local_fano":          {"variance per mean of the local packets, by quartiles", above},
	"remote_fano":         {"variance per mean of the remote packets, by quartiles", above},
	"local_spread":        {"dispersion of the local packets", plain},
	"remote_spread":       {"dispersion of the remote packets", plain},
	"local_byte_spread":   {"dispersion of the local bytes", plain},
	"remote_byte_spread":  {"dispersion of the remote bytes", plain},
	"peak":                {"busy windows over usual ones", fold},
	"dip":                 {"usual windows over quiet ones", fold},
	"local_skew":          {"skewness of the local packets", plain},
	"remote_skew":         {"skewness of the remote packets", plain},
	"occupancy":           {"watched windows with traffic", percent},
	"drift":               {"change of the rate from the first half to the second", fold},
	"memory":              {"correlation of the rate with that of the window before", plain},
	"slow":                {"variance per mean by the hour over that by the window", fold},
	"disorder":            {"entropy of the packets of a window", plain},
	"packet_tie":          {"rank correlation of the packets of both sides", plain},
	"byte_tie":            {"rank correlation of the bytes of both sides", plain},
	"local_tie":           {"rank correlation of local packets and bytes", plain},
	"remote_tie":          {"rank correlation of remote packets and bytes", plain},
	"local_cross":         {"rank correlation of local payload and remote packets", plain},
	"remote_cross":        {"rank correlation of remote payload and local packets", plain},
	"local_slope":         {"bytes that one more local packet brings", above},
	"remote_slope":        {"bytes that one more remote packet brings", above},
	"packet_slope":        {"remote packets that one more local packet goes with", plain},
	"local_scatter":       {"distance from the line of local bytes over packets", relative},
	"remote_scatter":      {"distance from the line of remote bytes over packets", relative},
	"packet_scatter":      {"distance from the line of remote over local packets", relative},
	"local_plane":         {"distance of the local bytes from their plane over all packets", relative},
	"remote_plane":        {"distance of the remote bytes from their plane over all packets", relative},
	"second_axis":         {"variance of the cloud along its second axis, of the first", relative},
	"third_axis":          {"variance of the cloud along its third axis, of the first", relative},
	"fourth_axis":         {"variance of the cloud along its fourth axis, of the first", relative},
	"events":              {"independent events for each packet", fold},
	"local_grain":         {"bytes of local payload that come at a time", above},
	"remote_grain":        {"bytes of remote payload that come at a time", above},
	"local_count":         {"variance per mean of the local messages", fold},
	"remote_count":        {"variance per mean of the remote messages", fold},
	"local_rate":          {"local packets in ten minutes", fold},
	"remote_rate":         {"remote packets in ten minutes", fold},
	"neighbour":           {"nearest-neighbour index of the cloud", plain},
	"volume":              {"volume of the cloud (ln determinant)", plain},
	"duplicates":          {"windows equal to another in all four counts", percent},
	"connections":         {"connections in ten minutes", fold},
	"single":              {"windows with a single connection", percent},
	"kept":                {"connections that the window before had too", percent},
	"port_share":          {"packets at one server port", percent},
	"client":              {"the local side is the client", answer},
	"inside":              {"the remote address is private", answer},
	"siblings":            {"other lasting peers at the same service", above},

	"attempts":            {"connections tried in ten minutes", fold},
	"attempt_spread":      {"dispersion of the attempts", plain},
	"packets_per_attempt": {"packets of an attempt", fold},
	"attempt_size":        {"bytes of a packet of an attempt", fold},
	"rejected":            {"packets rejected", percent},
	"replies":             {"replies per packet", plain},
	"ports_per_attempt":   {"client ports per attempt", plain},
	"one_port":            {"windows in which one server port was tried", percent},
}
