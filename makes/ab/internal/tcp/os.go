package tcp

// OS is how a system's TCP behaves, as far as packets show it.
type OS struct {
	syn      int     // length of options in a SYN
	stamps   bool    // offers timestamps
	mss      int     // largest segment it takes, without options
	delay    float64 // delayed acknowledgement
	every    int     // segments per acknowledgement in a stream
	quick    int     // first segments acknowledged at once
	probe    int     // bytes in a keep-alive probe
	interval float64 // between probes without answer
	synRetry []float64
	window   int // initial congestion window
}

// The systems: what servers, desktops, appliances and controllers run.
var (
	Linux    = &OS{20, true, 1460, 0.040, 2, 16, 0, 75, []float64{1, 2, 4, 8, 16, 32}, 10}
	LinuxGRO = &OS{20, true, 8961, 0.040, 2, 20, 0, 75, []float64{1, 2, 4, 8, 16, 32}, 10}
	Windows  = &OS{12, false, 1460, 0.050, 2, 0, 1, 1, []float64{1, 2, 4, 8}, 10}
	OldWin   = &OS{12, false, 1460, 0.200, 2, 0, 1, 1, []float64{3, 6, 12}, 4}
	BSD      = &OS{20, true, 1460, 0.100, 2, 0, 0, 75, []float64{1, 1, 1, 1, 1, 2, 4, 8, 16}, 10}
	Mac      = &OS{24, true, 1460, 0.100, 8, 8, 0, 75, []float64{1, 1, 1, 1, 1, 2, 4, 8}, 10}
	Tiny     = &OS{4, false, 1460, 0.250, 2, 0, 0, 75, []float64{3, 6, 12, 24}, 2}
	VxWorks  = &OS{4, false, 512, 0.200, 2, 0, 1, 75, []float64{6, 24, 48}, 1}
	Balancer = &OS{12, true, 1440, 0.010, 2, 4, 0, 75, []float64{1, 2, 4}, 10}
	Mainfr   = &OS{12, false, 1400, 0.150, 1, 0, 1, 75, []float64{3, 6, 12}, 3}
)

// Servers and Clients are the systems as often as one meets them.
var (
	Servers = []*OS{Linux, Linux, Linux, Linux, LinuxGRO, LinuxGRO, Balancer, Balancer, Windows, BSD}
	Desks   = []*OS{Windows, Windows, Mac, Linux, OldWin}
	Devices = []*OS{Tiny, Tiny, VxWorks, Linux, OldWin, Mainfr}
)
