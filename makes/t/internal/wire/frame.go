package wire

import "math/rand/v2"

// Frame is what a transport adds to a message: the record layer of TLS or
// SSH, or nothing.
type Frame struct {
	Over    int // bytes a record
	Block   int // padded to a multiple of it, 0 if not
	Largest int // payload of a record
	Hello   []Flight
}

// Flight is a message of a handshake.
type Flight struct {
	FromClient bool
	Size       int
}

// Size is the length of n bytes in frames.
func (f *Frame) Size(n int) int {
	if f.Largest == 0 || n == 0 {
		return n
	}
	records := (n + f.Largest - 1) / f.Largest
	if f.Block > 0 {
		n = (n + f.Block) / f.Block * f.Block
	}
	return n + records*f.Over
}

// TLS draws a session of TLS 1.2 or 1.3.
func TLS(r *rand.Rand, version13 bool) Frame {
	chain := 1800 + r.IntN(3600)
	hello := 230 + r.IntN(340)
	if r.Float64() < 0.4 {
		hello = 517
	}
	if version13 {
		if r.Float64() < 0.2 { // a post-quantum key share
			hello += 1184
		}
		f := Frame{Over: 22, Largest: 16384, Hello: []Flight{{true, hello}, {false, 180 + chain}, {true, 80 + r.IntN(10)}}}
		if r.Float64() < 0.7 {
			f.Hello = append(f.Hello, Flight{false, 150 + r.IntN(400)})
		}
		return f
	}
	f := Frame{Over: 29, Largest: 16384, Hello: []Flight{{true, hello}, {false, 400 + chain}, {true, 126 + r.IntN(180)}, {false, 51 + r.IntN(220)}}}
	if r.Float64() < 0.15 {
		f.Over, f.Block = 5+16+20, 16
	}
	return f
}

// SSH draws a secure shell.
func SSH(r *rand.Rand) Frame {
	return Frame{Over: 4 + 1 + 16 + r.IntN(2)*16, Block: 8 + r.IntN(2)*8, Largest: 32000, Hello: []Flight{{true, 21 + r.IntN(20)}, {false, 21 + r.IntN(25)},
		{true, 1000 + r.IntN(600)}, {false, 900 + r.IntN(300)}, {true, 48 + r.IntN(1200)}, {false, 400 + r.IntN(800)}, {true, 16}, {true, 44}, {false, 44}, {true, 600 + r.IntN(100)}, {false, 28 + r.IntN(30)}}}
}
