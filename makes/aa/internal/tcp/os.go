// Package tcp carries messages: segments, acknowledgements that wait or ride,
// probes, losses, and all the ways a connection begins and ends.
package tcp

import "makes/aa/internal/rng"

// OS is how one operating system's stack behaves.
type OS struct {
	stamps    bool      // timestamps: 12 bytes more in every segment
	syn       int       // size of a SYN with its options
	every     int       // full segments for an acknowledgement at once
	wait      float64   // of a delayed acknowledgement
	quick     int       // segments at the start that are acknowledged at once
	idleQuick float64   // silence after which one is quick again; 0 never
	probe     int       // payload of a keep-alive
	rto       float64   // least retransmission timeout
	syns      []float64 // pauses between SYNs
}

var systems = map[string]OS{
	"linux":    {true, 60, 2, .04, 16, 1, 0, .2, []float64{1, 2, 4, 8, 16, 32}},
	"linuxgro": {true, 60, 6, .04, 16, 1, 0, .2, []float64{1, 2, 4, 8, 16, 32}},
	"linux65":  {true, 60, 2, .04, 16, 1, 0, .2, []float64{1, 1, 1, 1, 1, 2, 4, 8, 16, 32}},
	"nostamp":  {false, 52, 2, .04, 16, 1, 0, .2, []float64{1, 2, 4, 8, 16, 32}},
	"windows":  {false, 52, 2, .04, 0, 0, 1, .3, []float64{1, 2, 4, 8}},
	"winold":   {false, 48, 2, .2, 0, 0, 1, .3, []float64{3, 6}},
	"mac":      {true, 64, 4, .1, 0, 0, 0, .23, []float64{1, 1, 1, 1, 1, 2, 4, 8}},
	"bsd":      {true, 60, 2, .1, 0, 0, 0, .23, []float64{1, 2, 4, 8, 16}},
	"balancer": {false, 52, 1, 0, 0, 0, 0, .3, []float64{1, 2, 4}},
}

// Named gives a system by its name.
func Named(name string) *OS {
	o := systems[name]
	return &o
}

var servers = []string{"linux", "linux", "linux", "linuxgro", "linux65", "nostamp", "balancer", "windows", "bsd"}
var clients = []string{"linux", "linux", "linux", "linux65", "linuxgro", "nostamp", "windows", "winold", "mac"}

// Server draws the system of a server.
func Server(r *rng.R) *OS { return Named(rng.Pick(r, servers)) }

// Client draws the system of a host of ours.
func Client(r *rng.R) *OS { return Named(rng.Pick(r, clients)) }
