package boost

import (
	"encoding/binary"
	"fmt"
	"math"

	"davy/internal/blob"
	"davy/internal/grove"
)

// UnmarshalJSON reads what MarshalJSON wrote. It trusts nothing: whatever the
// bytes, b becomes valid or stays as it was and the error is a *FormatError.
// Memory is bounded by a small multiple of the length of text.
func (b *Boosted) UnmarshalJSON(text []byte) error {
	var head file
	text, quoted := blob.Lift(text, '"', "data")
	if err := blob.Object(text, &head); err != nil {
		return &FormatError{Node: -1, Reason: "JSON", Err: err}
	}
	coded := []byte(head.Data)
	if quoted != nil {
		coded = quoted[1 : len(quoted)-1]
	}
	data, err := blob.Bytes(coded)
	if err != nil {
		return &FormatError{Node: -1, Reason: "data", Err: err}
	}
	read, err := decode(head, data)
	if err != nil {
		return err
	}
	*b = *read
	return nil
}

// decode reads the trees. head.Data is not looked at.
func decode(head file, data []byte) (*Boosted, error) {
	if err := head.check(len(data)); err != nil {
		return nil, err
	}
	b := &Boosted{
		dim: head.Features, base: head.Base, gains: make([]float32, head.Features),
		nodes: make([]node, 0, head.Nodes), roots: make([]int32, 0, head.Trees),
	}
	r := reader{Boosted: b, data: data, most: head.Nodes}
	if err := r.readGains(); err != nil {
		return nil, err
	}
	for range head.Trees {
		if err := r.readTree(); err != nil {
			return nil, err
		}
	}
	switch {
	case len(b.nodes) != head.Nodes:
		return nil, r.bad("the trees end, %d nodes were announced", head.Nodes)
	case r.at < len(data):
		return nil, r.bad("%d bytes follow the last tree", len(data)-r.at)
	}
	return b, nil
}

// check bounds all sizes by constants and by the length of the data, before
// anything is allocated.
func (h *file) check(size int) error {
	for _, c := range []struct {
		name           string
		v, least, most int
	}{
		{"trees", h.Trees, 1, MaxTrees},
		{"features", h.Features, 1, MaxDim},
		{"nodes", h.Nodes, h.Trees, min(size, maxNodes)},
	} {
		if c.v < c.least || c.v > c.most {
			return &FormatError{Node: -1, Reason: fmt.Sprintf("%s is %d, want %d to %d", c.name, c.v, c.least, c.most)}
		}
	}
	if (h.Nodes-h.Trees)%2 != 0 {
		return &FormatError{Node: -1, Reason: fmt.Sprintf("%d trees cannot have %d nodes", h.Trees, h.Nodes)}
	}
	inner := int64(h.Nodes-h.Trees) / 2 // each adds a tree's end
	least := gainSize*int64(h.Features) + innerSize*inner + leafSize*(int64(h.Nodes)-inner)
	if least > int64(size) {
		return &FormatError{Node: -1, Reason: fmt.Sprintf("%d bytes of data, at least %d needed", size, least)}
	}
	return nil
}

// A reader fills a Boosted from data.
type reader struct {
	*Boosted
	data  []byte
	at    int // in data
	most  int // nodes
	order grove.Preorder
}

func (r *reader) bad(format string, args ...any) error {
	return &FormatError{Node: len(r.nodes), Reason: fmt.Sprintf(format, args...)}
}

// readGains reads the features' shares of the gain. That there are bytes enough
// has been checked.
func (r *reader) readGains() error {
	for j := range r.gains {
		v := math.Float32frombits(binary.LittleEndian.Uint32(r.data[r.at:]))
		r.at += gainSize
		if !(v >= 0 && v <= 1) {
			return &FormatError{Node: -1, Reason: fmt.Sprintf("feature %d: share of the gain is %v", j, v)}
		}
		r.gains[j] = v
	}
	return nil
}

// readTree reads one tree, node by node.
func (r *reader) readTree() error {
	r.roots = append(r.roots, int32(len(r.nodes)))
	for {
		if len(r.nodes) == r.most {
			return r.bad("only %d were announced", r.most)
		}
		if r.order.Depth() > MaxDepth {
			return r.bad("more than %d cuts from the root", MaxDepth)
		}
		n, err := r.readNode()
		if err != nil {
			return err
		}
		at := int32(len(r.nodes))
		r.nodes = append(r.nodes, n)
		if !n.isLeaf() {
			r.order.Inner(at)
			continue
		}
		parent, ends := r.order.Leaf()
		if ends {
			return nil
		}
		r.nodes[parent].right = at + 1
	}
}

func (r *reader) readNode() (node, error) {
	tag, rest, err := blob.Uvarint(r.data[r.at:])
	if err != nil {
		return node{}, r.bad("%v", err)
	}
	if tag > uint64(r.dim) {
		return node{}, r.bad("feature %d of %d", tag-1, r.dim)
	}
	r.at = len(r.data) - len(rest)
	value, err := r.readNumber("value")
	if err != nil || tag == 0 {
		return newLeaf(int32(len(r.nodes)), value), err
	}
	threshold, err := r.readNumber("threshold")
	return node{threshold: threshold, value: value, feature: uint16(tag - 1)}, err
}

func (r *reader) readNumber(name string) (float32, error) {
	if len(r.data)-r.at < 4 {
		return 0, r.bad("data ends")
	}
	v := math.Float32frombits(binary.LittleEndian.Uint32(r.data[r.at:]))
	if !(math.Abs(float64(v)) <= math.MaxFloat32) {
		return 0, r.bad("%s is %v", name, v)
	}
	r.at += 4
	return v, nil
}
