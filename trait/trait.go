package trait

// A Vector holds the traits of a span, in the order of the constants below.
type Vector [Count]float64

// The traits. Sizes are IP-level bytes of a mean packet of a window, payload is
// what is left of the bytes after [Header] for each packet, ln is the natural
// logarithm, and the spread of a list is the difference of its quartiles.
const (
	// How large packets are, and how many there are for each of the other side.
	LocalSize         = iota // ln of the local side's bytes per packet, median
	RemoteSize               // ln of the remote side's bytes per packet, median
	PacketRatio              // ln of local packets per remote packet, median
	ByteRatio                // ln of local bytes per remote byte, median
	LocalSizeSpread          // of ln of the local bytes per packet
	RemoteSizeSpread         // of ln of the remote bytes per packet
	PacketRatioSpread        // of ln of local packets per remote packet
	LocalFloor               // ln of the local bytes per packet, 5 % quantile
	RemoteFloor              // ln of the remote bytes per packet, 5 % quantile

	// How even the windows are.
	LocalFano        // ln(1 + variance per mean) of the local packets of a window, both by quartiles
	RemoteFano       // the same of the remote packets
	LocalSpread      // quartile dispersion of the local packets, 0 to 1
	RemoteSpread     // of the remote packets
	LocalByteSpread  // of the local bytes
	RemoteByteSpread // of the remote bytes
	Peak             // ln of the ninth decile of the packets of a window over their median
	Dip              // ln of the median over the first decile
	LocalSkew        // of the local packets: how much farther the ninth decile is from the median than the first, −1 to 1
	RemoteSkew       // of the remote packets
	Occupancy        // share of the watched windows with traffic
	Drift            // |ln| of the median packets of the first half of the span over those of the second
	Memory           // correlation of ln of the packets of a window with those of the next
	Slow             // ln of the variance per mean of the packets of an hour over that of a window
	Disorder         // entropy of the packets of a window: few values, or all different

	// How the four counts hang together.
	PacketTie     // rank correlation of the packets of both sides
	ByteTie       // of the bytes of both sides
	LocalTie      // of the local packets and bytes
	RemoteTie     // of the remote packets and bytes
	LocalCross    // of the local payload and the remote packets
	RemoteCross   // of the remote payload and the local packets
	LocalSlope    // ln(1 + bytes) that one more local packet adds: Theil-Sen
	RemoteSlope   // the same of the remote side
	PacketSlope   // remote packets that one more local packet goes with
	LocalScatter  // ln of the distance of the windows from the line of LocalSlope, as a share of the bytes
	RemoteScatter // the same of the remote side
	PacketScatter // ln of the distance from the line of PacketSlope, as a share of the packets
	LocalPlane    // ln of the distance of the local bytes from their plane over the packets of both sides, as a share
	RemotePlane   // the same of the remote bytes
	SecondAxis    // ln of the cloud's variance along its second principal axis over that along the first
	ThirdAxis     // along the third
	FourthAxis    // along the fourth
	Events        // ln of the independent events of a window, for each of its packets

	// What messages are like.
	LocalGrain  // ln(1 + variance per mean) of the local payload of a window: the size of what comes at random
	RemoteGrain // the same of the remote payload
	LocalCount  // LocalGrain less ln of the payload of one more packet: variance per mean of the messages
	RemoteCount // the same of the remote side
	LocalRate   // ln of the local packets of a window, median
	RemoteRate  // ln of the remote packets of a window, median

	// How the cloud of windows fills its space, ln(1 + x) of the four counts.
	Neighbour  // nearest-neighbour index
	Volume     // ln of the determinant of the covariance
	Duplicates // share of windows that equal another one in all four counts

	// Who talks to whom.
	Connections // ln of the connections of a window, mean
	Single      // share of windows with one connection
	Kept        // share of the connections of a window that the window before had too, mean
	PortShare   // share of the packets at the busiest server port, mean
	Client      // 1 if the service is on the remote side, 0 if on the local one, 0.5 if unknown
	Inside      // 1 if the remote address is private (RFC 1918, RFC 4193)
	Siblings    // ln(1 + other peers of the interface at the same service), see biflow.Pair

	Count // number of traits
)

// Names are what the traits are called in models and findings.
var Names = [Count]string{
	"local_size", "remote_size", "packet_ratio", "byte_ratio", "local_size_spread", "remote_size_spread",
	"packet_ratio_spread", "local_floor", "remote_floor",
	"local_fano", "remote_fano", "local_spread", "remote_spread", "local_byte_spread", "remote_byte_spread",
	"peak", "dip", "local_skew", "remote_skew", "occupancy", "drift", "memory", "slow", "disorder",
	"packet_tie", "byte_tie", "local_tie", "remote_tie", "local_cross", "remote_cross",
	"local_slope", "remote_slope", "packet_slope", "local_scatter", "remote_scatter", "packet_scatter",
	"local_plane", "remote_plane", "second_axis", "third_axis", "fourth_axis", "events",
	"local_grain", "remote_grain", "local_count", "remote_count", "local_rate", "remote_rate",
	"neighbour", "volume", "duplicates",
	"connections", "single", "kept", "port_share", "client", "inside", "siblings",
}

// Header is taken for the header of a packet where payload is estimated: the
// middle between a TCP header without options and one with timestamps, over
// IPv4 (40 and 52 bytes). Which of the two a connection has, a log does not say.
const Header = 46
