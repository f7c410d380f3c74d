package tcp

import "makes/ad/internal/rnd"

// OS is what an operating system does to a connection.
type OS struct {
	stamps   bool    // would use timestamps
	syn      int     // bytes of options in a SYN
	delay    float64 // of an acknowledgement
	quick    int     // segments at first that are acknowledged at once
	every    int     // so many segments make an acknowledgement
	window   int     // segments sent at first
	probe    int     // bytes in a keep-alive probe
	rto      float64 // least retransmission timeout
	Syns     []float64
	LowPort  int
	HighPort int
	rearm    bool // quick again after a silence
}

var systems = []OS{
	{true, 20, 0.04, 16, 2, 10, 0, 0.2, []float64{1, 3, 7, 15, 31, 63}, 32768, 60999, true},     // Linux
	{true, 20, 0.04, 8, 2, 10, 0, 0.2, []float64{1, 3, 7, 15, 31}, 10000, 65000, true},          // Linux, tuned
	{true, 20, 0.04, 16, 8, 10, 0, 0.2, []float64{1, 2, 3, 4, 5, 7, 11}, 32768, 60999, true},    // Linux 6, GRO
	{false, 12, 0.05, 0, 2, 10, 1, 0.3, []float64{1, 3, 7, 15}, 49152, 65535, false},            // Windows
	{false, 12, 0.2, 0, 2, 4, 1, 0.3, []float64{3, 9}, 49152, 65535, false},                     // Windows, old
	{true, 24, 0.1, 2, 2, 10, 0, 0.23, []float64{1, 2, 3, 4, 5, 7, 11, 19}, 49152, 65535, true}, // macOS
	{true, 20, 0.1, 0, 2, 10, 0, 0.23, []float64{1, 3, 7, 15, 31}, 10000, 65535, false},         // FreeBSD
	{false, 4, 0.2, 0, 1, 2, 1, 1, []float64{3, 9, 21}, 1025, 5000, false},                      // a small stack
	{false, 8, 0.25, 0, 2, 4, 1, 0.5, []float64{1.5, 4.5, 10.5}, 49153, 65000, false},           // a controller
}

// Server draws the system of a server, Client that of a client.
func Server(r *rnd.R) *OS { return &systems[rnd.Pick(r, 0, 0, 0, 0, 1, 1, 2, 2, 3, 6)] }

// Client draws the system of a client.
func Client(r *rnd.R) *OS { return &systems[rnd.Pick(r, 0, 0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8)] }

// Cloud draws the system of a virtual machine.
func Cloud(r *rnd.R) *OS { return &systems[rnd.Pick(r, 0, 0, 0, 0, 1, 2, 2, 3, 6)] }
