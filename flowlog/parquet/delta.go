package parquet

import "encoding/binary"

// The encodings that are less common than plain values and dictionaries are
// written out as plain values, a page at a time.
//
// Source: "Delta Encoding", "Delta-length byte array", "Delta Strings" and
// "Byte Stream Split", Encodings.md of apache/parquet-format.

// unpacked holds what a column's pages in such encodings are written out to.
type unpacked struct {
	plain, lengths, prefixes buffer
	held                     *budget
	values                   int // of the page: there cannot be more
}

// unpack returns the values of a page, plain, with numbers of size bytes. It is
// nil for encodings that there are not.
func (u *unpacked) unpack(p *page, physical int) (data []byte, err error) {
	size := sizeOf(physical)
	if len(p.data) == 0 { // of nothing but NULLs
		return nil, nil
	}
	u.values = p.values
	isText, isNumber := physical == typeByteArray, physical != typeByteArray && physical != typeInt96
	switch {
	case p.encoding == deltaBinaryPacked && isNumber:
		_, err = u.numbers(&u.plain, p.data, size)
	case p.encoding == deltaLength && isText:
		err = u.strings(nil, p.data)
	case p.encoding == deltaByteArray && isText:
		var rest []byte
		if rest, err = u.numbers(&u.prefixes, p.data, 8); err == nil {
			err = u.strings(u.prefixes.bytes, rest)
		}
	case p.encoding == byteStreamSplit && isNumber:
		err = u.streams(p.data, size)
	default:
		return nil, corrupt("values in encoding %d", p.encoding)
	}
	return u.plain.bytes, err
}

// streams puts numbers together whose first bytes come first, then the second ones, and so on.
func (u *unpacked) streams(b []byte, size int) (err error) {
	if len(b)%size != 0 {
		return corrupt("split numbers in %d bytes", len(b))
	}
	if err = u.plain.grow(u.held, len(b)); err != nil {
		return err
	}
	n := len(b) / size
	for i := range n {
		for k := range size {
			u.plain.bytes[i*size+k] = b[k*n+i]
		}
	}
	return nil
}

// strings writes out strings, whose lengths come before them. With prefixes,
// each starts with so many bytes of the one before.
func (u *unpacked) strings(prefixes, b []byte) (err error) {
	var suffixes []byte
	if suffixes, err = u.numbers(&u.lengths, b, 8); err != nil {
		return err
	}
	lengths := u.lengths.bytes
	if prefixes != nil && len(prefixes) != len(lengths) {
		return corrupt("strings without all their lengths")
	}
	n, total, last := len(lengths)/8, 0, uint64(0)
	left := uint64(len(suffixes))
	for i := range n {
		length, prefix := binary.LittleEndian.Uint64(lengths[8*i:]), uint64(0)
		if prefixes != nil {
			prefix = binary.LittleEndian.Uint64(prefixes[8*i:])
		}
		if length > left || prefix > last {
			return corrupt("a string beyond its page")
		}
		left -= length
		last = prefix + length
		if total += 4 + int(last); total > maxPage {
			return corrupt("strings of over %d bytes in a page", maxPage)
		}
	}
	if err = u.plain.grow(u.held, total); err != nil {
		return err
	}
	out, before := u.plain.bytes[:0], []byte(nil)
	for i := range n {
		length, prefix := int(binary.LittleEndian.Uint64(lengths[8*i:])), 0
		if prefixes != nil {
			prefix = int(binary.LittleEndian.Uint64(prefixes[8*i:]))
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(prefix+length))
		out = append(append(out, before[:prefix]...), suffixes[:length]...)
		before, suffixes = out[len(out)-prefix-length:], suffixes[length:]
	}
	return nil
}

// numbers writes out to out the numbers at the start of b, to size bytes each,
// and returns what comes after them. Each is coded as what it is more than the
// one before; blocks of these are packed.
func (u *unpacked) numbers(out *buffer, b []byte, size int) (rest []byte, err error) {
	t := thrift{b: b} // the numbers are coded in the same way
	block, minis, n, value := t.uvarint(), t.uvarint(), t.uvarint(), uint64(t.int(kindI64))
	switch {
	case t.err != nil || minis == 0 || minis > 512 || block > 1<<16 || block == 0 || block%(32*minis) != 0:
		return nil, corrupt("packed numbers without a sound start")
	case n > uint64(u.values):
		return nil, corrupt("%d packed numbers in a page of %d", n, u.values)
	}
	if err = out.grow(u.held, int(n)*size); err != nil {
		return nil, err
	}
	to := out.bytes
	put := func(i int) {
		if size == 4 {
			binary.LittleEndian.PutUint32(to[4*i:], uint32(value))
		} else {
			binary.LittleEndian.PutUint64(to[8*i:], value)
		}
	}
	if n > 0 {
		put(0)
	}
	each := int(block / minis)
	for i := 1; i < int(n) && t.err == nil; {
		least := uint64(t.int(kindI64))
		widths := t.next(int(minis))
		for k := 0; k < len(widths) && i < int(n); k++ {
			width := int(widths[k])
			packed := t.next(each * width / 8)
			if t.err != nil || width > 64 {
				return nil, corrupt("packed numbers end early")
			}
			for j := 0; j < each && i < int(n); j++ {
				value += least + bitsAt(packed, j*width, width)
				put(i)
				i++
			}
		}
	}
	return t.b[t.at:], t.err
}

// next returns the next n bytes.
func (t *thrift) next(n int) []byte {
	if n > len(t.b)-t.at {
		t.fail("an end")
		return nil
	}
	t.at += n
	return t.b[t.at-n : t.at]
}

// bitsAt returns the number of so many bits, up to 64, at a bit of b.
func bitsAt(b []byte, at, width int) (n uint64) {
	for got := 0; got < width; {
		bits := uint64(b[at>>3] >> (at & 7))
		n |= bits << got
		got += 8 - at&7
		at += 8 - at&7
	}
	if width < 64 {
		n &= 1<<width - 1
	}
	return n
}
