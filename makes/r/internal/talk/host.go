package talk

import (
	"fmt"
	"math"
	"math/rand/v2"

	"makes/r/internal/flow"
	"makes/r/internal/tcp"
)

// Host is a private host with one interface.
type Host struct {
	*flow.Interface
	IP    string
	Stack *tcp.Stack
	Rand  *rand.Rand
	Log   *flow.Log
	Night float64 // hour at which it has least to do
	port  int
	known map[string]uint32
}

// NewHost gives a host with an address of its own.
func NewHost(r *rand.Rand, log *flow.Log, i *flow.Interface, ip string) *Host {
	return &Host{Interface: i, IP: ip, Stack: tcp.RandomStack(r, .04), Rand: r, Log: log, Night: math.Mod(24+3+5*r.NormFloat64(), 24),
		port: 20000 + r.IntN(20000), known: map[string]uint32{}}
}

// Port gives the next ephemeral port.
func (h *Host) Port() uint16 {
	low, n := 32768, 28232
	switch h.Stack.OS {
	case "windows":
		low, n = 49152, 16384
	case "bsd":
		low, n = 10000, 55535
	}
	if h.port += 1 + h.Rand.IntN(3); h.Stack.OS == "linux" {
		h.port += 2 * h.Rand.IntN(500)
	}
	return uint16(low + h.port%n)
}

// Pair gives the number of the pair with a remote address.
func (h *Host) Pair(remote string) uint32 {
	n, ok := h.known[remote]
	if !ok {
		n = h.Log.Pair(flow.Pair{Local: h.IP, Remote: remote, Interface: h.Interface})
		h.known[remote] = n
	}
	return n
}

// Knows tells whether a remote address is in use.
func (h *Host) Knows(remote string) bool { _, ok := h.known[remote]; return ok }

// Link is where connections between a host and another can be opened.
type Link struct {
	*Host
	Remote     string
	RemotePort uint16
	LocalPort  uint16 // 0 for a new one each time
	Peer       *tcp.Stack
	Client     int
	Path       tcp.Path
	Keep       [2]int64 // keep-alive times, by side
	Nagle      [2]bool
	UDP        bool
}

// Dial opens a connection at t and carries it to its end.
func (l *Link) Dial(t int64, app tcp.App, state tcp.State) (int64, bool) {
	local, remote := l.LocalPort, l.RemotePort
	if l.Client == tcp.Local && local == 0 {
		local = l.Port()
	}
	if l.Client == tcp.Remote && remote == 0 {
		remote = uint16(32768 + l.Rand.IntN(28000))
	}
	proto := uint8(6)
	if l.UDP {
		proto = 17
	}
	meter := l.Log.Meter(l.Pair(l.Remote), proto, local, remote, state == tcp.Denied)
	c := tcp.New(l.Rand, [2]*tcp.Stack{l.Stack, l.Peer}, l.Client, l.Path, meter, app, l.Log.Until)
	c.Datagram = l.UDP
	for side := range 2 {
		c.Options(side, l.Nagle[side], l.Keep[side])
	}
	return c.Run(t, state)
}

// Retry is how a program waits before it tries again.
type Retry struct {
	Base, Factor, Cap, Jitter float64
}

// RandomRetry draws the waiting of an ordinary program.
func RandomRetry(r *rand.Rand) Retry {
	y := Retry{Base: Range{.5, 90}.Draw(r), Factor: 1, Cap: 3600, Jitter: []float64{0, .05, .2, .5}[r.IntN(4)]}
	if r.IntN(2) == 0 {
		y = Retry{Base: Range{.1, 10}.Draw(r), Factor: 1.3 + 1.2*r.Float64(), Cap: Range{10, 3600}.Draw(r), Jitter: y.Jitter}
	}
	return y
}

// Wait gives the time to wait after so many failures.
func (y Retry) Wait(r *rand.Rand, failures int) int64 {
	s := min(y.Base*math.Pow(y.Factor, float64(min(failures, 40)-1)), y.Cap)
	return int64(max(s*(1+y.Jitter*(2*r.Float64()-1)), .05) * float64(flow.Second))
}

// RandomPath draws what lies between a host and a place: vpc, edge (a branch or
// a device behind a slow line), or the internet.
func RandomPath(r *rand.Rand, place string) tcp.Path {
	ms := float64(flow.Millisecond)
	draw := func(low, high float64) float64 { return Range{low, high}.Draw(r) }
	p := tcp.Path{Rate: draw(2, 400)}
	switch place {
	case "vpc":
		p.RTT = int64(draw(.15, 3) * ms)
		p.Rate = draw(60, 1200)
	case "edge":
		p.RTT = int64(draw(15, 400) * ms)
		p.Loss = draw(.0005, .03)
		p.Rate = draw(.1, 10)
	default:
		p.RTT = int64(draw(1, 260) * ms)
		if r.IntN(2) == 0 {
			p.Loss = draw(.00005, .008)
		}
	}
	if r.IntN(3) > 0 {
		p.Jitter = int64(float64(p.RTT) * draw(.005, .3))
	}
	if place != "vpc" && r.IntN(12) == 0 {
		p.MSS = 1280 + r.IntN(100)
	}
	return p
}

// RandomKeep draws an idle time before keep-alives.
func RandomKeep(r *rand.Rand) int64 {
	return []int64{0, 0, 0, 0, 7200, 7200, 600, 300, 180, 120, 75, 60, 60, 45, 30, 30, 15, 10}[r.IntN(18)] * flow.Second
}

// Address draws an address of a place.
func Address(r *rand.Rand, place, near string) string {
	if place == "vpc" || place == "edge" && r.IntN(2) == 0 {
		var a, b, c, d int
		fmt.Sscanf(near, "%d.%d.%d.%d", &a, &b, &c, &d)
		if r.IntN(4) == 0 {
			a, b = 10, r.IntN(256)
		}
		return fmt.Sprintf("%d.%d.%d.%d", a, b, r.IntN(256), 4+r.IntN(250))
	}
	for {
		a := []int{3, 13, 18, 23, 34, 35, 44, 50, 51, 52, 54, 62, 64, 74, 78, 80, 88, 91, 93, 95, 99, 104, 108, 116, 130, 138, 142, 146, 151, 157, 159, 162, 167, 176, 178, 185, 188, 194, 195, 199, 203, 204, 207, 212, 216}[r.IntN(45)]
		return fmt.Sprintf("%d.%d.%d.%d", a, r.IntN(256), r.IntN(256), 1+r.IntN(254))
	}
}
