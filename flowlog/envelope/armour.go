package envelope

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
)

// armour is base64 of gzip, piece after piece. A piece begins where a line begins
// as gzip does; other lines go on with it, as some programs fold base64.
type armour struct {
	in   *bufio.Reader
	at   int64 // bytes read
	pack pack
}

func newArmour(r *Reader, base int64) *armour {
	return &armour{in: r.body, at: base, pack: pack{shared: r.shared, text: &r.text}}
}

func (a *armour) next() ([]byte, error) {
	if !a.pack.open {
		if err := a.begin(); err != nil {
			return nil, err
		}
	}
	return a.pack.next()
}

// begin opens the next piece, io.EOF if there is none.
func (a *armour) begin() error {
	for {
		c, err := a.in.ReadByte()
		if err != nil {
			return err
		}
		if !blank([]byte{c}) {
			break
		}
		a.at++
	}
	a.in.UnreadByte() //nolint:errcheck // a byte was read
	return a.pack.start(base64.NewDecoder(base64.StdEncoding, &piece{a}), a.at)
}

// A piece is the text of one.
type piece struct{ *armour }

func (p *piece) Read(b []byte) (int, error) {
	if _, err := p.in.Peek(1); err != nil {
		return 0, err
	}
	text, _ := p.in.Peek(min(len(b), p.in.Buffered()))
	if n := bytes.IndexByte(text, '\n'); n > 0 {
		text = text[:n]
	} else if n == 0 {
		next, _ := p.in.Peek(1 + len(gzipBase64))
		if string(next[1:]) == gzipBase64 {
			return 0, io.EOF
		}
		text = next[:1]
	}
	n := copy(b, text)
	p.in.Discard(n) //nolint:errcheck // it is buffered
	p.at += int64(n)
	return n, nil
}
