// Package tcp turns messages on connections into packets.
package tcp

import "makes/ae/internal/rnd"

// End is how one end of a connection behaves: its operating system, and what
// the program asked of the socket.
type End struct {
	Name      string
	Stamps    bool      // asks for timestamps
	SynOpt    int       // bytes of options of a SYN
	DelAck    float64   // how long an acknowledgement waits for data
	Quick     int       // segments acknowledged at once at first
	Every     int       // segments to an acknowledgement
	IdleQuick bool      // quick again after a silence
	MaxCoal   int       // segments to an acknowledgement of long transfers
	Syn       []float64 // when a SYN is repeated
	MinRTO    float64
	Tries     int // retransmissions before giving up
	KeepByte  int // bytes in a probe
	Low, High int // ports of clients
	Nagle     bool
	Chatty    bool    // the system takes the program for one that answers at once, and lets answers acknowledge
	Keep      float64 // idle seconds until a probe, 0 for none
}

var systems = []End{
	{Name: "linux", Stamps: true, SynOpt: 20, DelAck: .04, Quick: 16, Every: 2, IdleQuick: true, MaxCoal: 16, Syn: []float64{1, 3, 7, 15, 31, 63}, MinRTO: .2, Tries: 15, Low: 32768, High: 60999},
	{Name: "linux-notime", SynOpt: 12, DelAck: .04, Quick: 16, Every: 2, IdleQuick: true, MaxCoal: 8, Syn: []float64{1, 3, 7, 15, 31, 63}, MinRTO: .2, Tries: 8, Low: 32768, High: 60999},
	{Name: "linux-6.5", Stamps: true, SynOpt: 20, DelAck: .04, Quick: 16, Every: 2, IdleQuick: true, MaxCoal: 24, Syn: []float64{1, 2, 3, 4, 6, 10, 18, 34}, MinRTO: .2, Tries: 15, Low: 32768, High: 60999},
	{Name: "windows", SynOpt: 12, DelAck: .04, Every: 2, MaxCoal: 4, Syn: []float64{1, 3, 7, 15}, MinRTO: .3, Tries: 5, KeepByte: 1, Low: 49152, High: 65535},
	{Name: "windows-old", SynOpt: 12, DelAck: .2, Every: 2, MaxCoal: 2, Syn: []float64{3, 9}, MinRTO: .3, Tries: 5, KeepByte: 1, Low: 49152, High: 65535},
	{Name: "freebsd", Stamps: true, SynOpt: 20, DelAck: .1, Every: 2, MaxCoal: 2, Syn: []float64{1, 2, 3, 4, 5, 7, 11, 19, 35}, MinRTO: .23, Tries: 12, Low: 10000, High: 65535},
	{Name: "macos", Stamps: true, SynOpt: 24, DelAck: .1, Quick: 4, Every: 2, MaxCoal: 4, Syn: []float64{1, 2, 3, 4, 5, 7, 11}, MinRTO: .3, Tries: 12, Low: 49152, High: 65535},
	{Name: "lwip", SynOpt: 4, DelAck: .25, Every: 2, MaxCoal: 2, Syn: []float64{3, 9, 21, 45}, MinRTO: 1.5, Tries: 12, KeepByte: 1, Low: 49152, High: 65535},
	{Name: "rtos", SynOpt: 4, DelAck: 0, Every: 1, MaxCoal: 1, Syn: []float64{2, 6, 14}, MinRTO: 1, Tries: 6, Low: 1024, High: 5000},
	{Name: "vxworks", Stamps: true, SynOpt: 12, DelAck: .2, Every: 2, MaxCoal: 2, Syn: []float64{6, 24}, MinRTO: .5, Tries: 8, KeepByte: 1, Low: 1024, High: 65535},
	{Name: "android", Stamps: true, SynOpt: 20, DelAck: .04, Quick: 16, Every: 2, IdleQuick: true, MaxCoal: 16, Syn: []float64{1, 3, 7, 15, 31}, MinRTO: .2, Tries: 15, Low: 37000, High: 50000},
	{Name: "balancer", SynOpt: 8, DelAck: .1, Every: 2, MaxCoal: 6, Syn: []float64{3, 9, 21}, MinRTO: .2, Tries: 8, Low: 1024, High: 65535},
}

// Server draws the system of a server, Client that of a program's host, and
// Thing that of a device.
func Server(r rnd.R) End { return systems[rnd.Pick(r, 0, 0, 0, 0, 0, 1, 2, 2, 3, 3, 5, 11)] }

// Client draws the system of a workstation or a virtual machine.
func Client(r rnd.R) End { return systems[rnd.Pick(r, 0, 0, 0, 0, 1, 2, 2, 3, 3, 3, 4, 6)] }

// Thing draws the system of a device in the field.
func Thing(r rnd.R) End { return systems[rnd.Pick(r, 0, 1, 7, 7, 8, 8, 9, 10, 10)] }

// Outside draws the system of anybody in the internet.
func Outside(r rnd.R) End { return systems[rnd.Pick(r, 0, 1, 3, 3, 3, 6, 6, 10, 10, 4)] }

// Socket draws what a program asks of its socket.
func (e End) Socket(r rnd.R) End {
	e.Nagle, e.Chatty = r.P(.3), r.P(.55)
	if r.P(.45) {
		e.Keep = rnd.Pick(r, 7200., 7200., 7200., 15, 30, 30, 45, 60, 60, 75, 120, 200, 300, 300, 600, 1800)
	}
	return e
}

// With gives a system the options of a program's socket.
func (e End) With(socket End) End {
	e.Nagle, e.Chatty, e.Keep = socket.Nagle, socket.Chatty, socket.Keep
	if e.Chatty && e.Quick > 0 {
		e.Quick, e.IdleQuick = 2, false
	}
	return e
}
