package runs

// A Fact is what is kept of one record of a pair.
type Fact struct {
	Entry
	Length uint32 // seconds from the start to the end
	Shown  Ends   // addresses the interface has for the ends, where Kind says so
}

// An Entry is what a window can ask of a record, in 32 bytes.
type Entry struct {
	Bytes, Packets uint64
	Start          int64 // epoch seconds
	LoPort, HiPort uint16
	TCPFlags       uint16
	Kind           Kind
}

// set makes e what f is, field by field. What has just been written that way a
// processor does not give back at once in wider pieces, as a copy asks for them.
func (e *Entry) set(f *Entry) {
	e.Bytes, e.Packets, e.Start = f.Bytes, f.Packets, f.Start
	e.LoPort, e.HiPort, e.TCPFlags, e.Kind = f.LoPort, f.HiPort, f.TCPFlags, f.Kind
}

// Kind is a set of one-bit facts about a record.
type Kind uint8

// What a record may be.
const (
	FromHi      Kind = 1 << iota // sent by the higher address
	Rejected                     // dropped by a security group or network ACL
	Other                        // of a protocol other than TCP: its ports are not kept
	Implausible                  // counts contradict each other
	LoIsLocal                    // its flow-direction makes the lower address the interface's side
	HiIsLocal                    // or the higher one
	ShowsLo                      // Shown.Lo is set
	ShowsHi                      // Shown.Hi is set
)

// A Silence is a record of an interface without traffic, NODATA, or with lost
// traffic, SKIPDATA.
type Silence struct {
	Start   int64 // epoch seconds
	Length  uint32
	Skipped bool
}

// Sums are plain sums over facts. They saturate: 2^64−1 stands for that much or more.
type Sums struct{ Facts, Bytes, Packets uint64 }
