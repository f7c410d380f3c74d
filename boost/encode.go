package boost

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
)

// file is the JSON form of boosted trees. Base is the margin before the first
// tree, single precision. Data is base64 (RFC 4648, section 4, with padding) of,
// in little-endian order:
//
//	Features times: float32, the feature's share of all gain
//	Nodes times:    the nodes of all trees, each tree in preorder:
//	  a leaf:        uvarint 0; float32 value
//	  an inner node: uvarint feature+1; float32 value; float32 threshold;
//	                 then its left subtree, and its right subtree
//
// A uvarint is that of encoding/binary, as short as possible. A tree ends where
// its last subtree does. So no bytes can form anything but trees, and equal
// trees have equal bytes.
type file struct {
	Trees    int     `json:"trees"`
	Features int     `json:"features"`
	Nodes    int     `json:"nodes"`
	Base     float32 `json:"base"`
	Data     string  `json:"data"`
}

// Sizes of what is written, in bytes: of an inner node, the least.
const (
	gainSize  = 4
	leafSize  = 1 + 4
	innerSize = 1 + 4 + 4
)

// MarshalJSON writes the trees: their sizes, to be read by people, and the nodes
// in base64. The same trees give the same bytes.
func (b *Boosted) MarshalJSON() ([]byte, error) {
	if len(b.roots) == 0 {
		return nil, errors.New("boost: no trees to write")
	}
	return json.Marshal(file{
		Trees: len(b.roots), Features: b.dim, Nodes: len(b.nodes), Base: b.base,
		Data: base64.StdEncoding.EncodeToString(b.encode()),
	})
}

func (b *Boosted) encode() []byte {
	to := make([]byte, 0, gainSize*b.dim+(innerSize+2)*len(b.nodes))
	put := func(v float32) { to = binary.LittleEndian.AppendUint32(to, math.Float32bits(v)) }
	for _, gain := range b.gains {
		put(gain)
	}
	for i := range b.nodes {
		n := &b.nodes[i]
		if n.isLeaf() {
			to = append(to, 0)
			put(n.value)
			continue
		}
		to = binary.AppendUvarint(to, uint64(n.feature)+1)
		put(n.value)
		put(n.threshold)
	}
	return to
}
