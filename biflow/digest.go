package biflow

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"iter"
	"math"
)

// Digest returns the SHA-256, in hexadecimal, of everything the pairs hold. The
// same records give the same digest whatever their order, the objects they came
// in and the workers that read them.
func Digest(pairs iter.Seq[*Pair]) string {
	d := NewDigester()
	for p := range pairs {
		d.Add(p)
	}
	return d.Sum()
}

// A Digester computes a Digest pair by pair, in the order of [Table.Pairs].
type Digester struct {
	h   hash.Hash
	buf []byte
}

// NewDigester returns a Digester that has seen no pair.
func NewDigester() *Digester { return &Digester{h: sha256.New()} }

// Add appends one pair.
func (d *Digester) Add(p *Pair) {
	b := binary.AppendUvarint(d.buf[:0], uint64(len(p.Interface)))
	b = append(b, p.Interface...)
	local, remote := p.Local.As16(), p.Remote.As16()
	b = append(append(b, local[:]...), remote[:]...)
	for _, n := range []uint64{
		uint64(p.Offset), p.Other.Records, p.Other.Bytes, p.Other.Packets,
		uint64(p.Possible), uint64(p.Unknown), uint64(len(p.Windows)),
	} {
		b = binary.AppendUvarint(b, n)
	}
	for i := range p.Windows {
		w := &p.Windows[i]
		for _, n := range []uint64{
			uint64(w.Start), w.LocalBytes, w.LocalPackets, w.RemoteBytes, w.RemotePackets,
			uint64(w.Records), uint64(w.Rejected), uint64(w.Connections), uint64(w.Unanswered),
			uint64(w.ClientPorts), uint64(w.ServerPort), math.Float64bits(w.ServerShare),
			uint64(w.TCPFlags), uint64(w.Flags),
		} {
			b = binary.AppendUvarint(b, n)
		}
	}
	d.h.Write(b)
	d.buf = b
}

// Sum returns the digest of the pairs added so far.
func (d *Digester) Sum() string { return hex.EncodeToString(d.h.Sum(nil)) }
