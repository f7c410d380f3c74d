package flowlog

import (
	"bufio"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// spill keeps the records of an hour in a temporary file until all interfaces
// have been simulated, so that memory does not grow with the run.
type spill struct {
	file *os.File
	buf  *bufio.Writer
	n    int
}

const spillSize = 46

func newSpill(dir string, hour int) (*spill, error) {
	f, err := os.Create(filepath.Join(dir, "hour-"+strconv.Itoa(hour)+".tmp"))
	if err != nil {
		return nil, err
	}
	return &spill{file: f, buf: bufio.NewWriterSize(f, 32<<10)}, nil
}

func (s *spill) add(host uint32, r Record) error {
	var b [spillSize]byte
	le := binary.LittleEndian
	le.PutUint32(b[0:], host)
	le.PutUint32(b[4:], r.Src)
	le.PutUint32(b[8:], r.Dst)
	le.PutUint16(b[12:], r.Sport)
	le.PutUint16(b[14:], r.Dport)
	b[16], b[17] = r.Proto, r.Action
	le.PutUint32(b[18:], uint32(r.Window))
	le.PutUint32(b[22:], r.Packets)
	le.PutUint64(b[26:], r.Bytes)
	le.PutUint32(b[34:], r.Start)
	le.PutUint32(b[38:], r.End)
	s.n++
	_, err := s.buf.Write(b[:])
	return err
}

type hosted struct {
	host uint32
	Record
}

// drain reads the hour back, ordered by end time, and removes the file. The
// order among records that end in the same second is that of adding them.
func (s *spill) drain(from uint32) ([]hosted, error) {
	if err := s.buf.Flush(); err != nil {
		return nil, err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	all := make([]hosted, s.n)
	var counts [3602]int
	in := bufio.NewReaderSize(s.file, 256<<10)
	var b [spillSize]byte
	le := binary.LittleEndian
	for i := range all {
		if _, err := io.ReadFull(in, b[:]); err != nil {
			return nil, err
		}
		all[i] = hosted{le.Uint32(b[0:]), Record{
			Src: le.Uint32(b[4:]), Dst: le.Uint32(b[8:]),
			Sport: le.Uint16(b[12:]), Dport: le.Uint16(b[14:]),
			Proto: b[16], Action: b[17], Window: int32(le.Uint32(b[18:])),
			Packets: le.Uint32(b[22:]), Bytes: le.Uint64(b[26:]),
			Start: le.Uint32(b[34:]), End: le.Uint32(b[38:]),
		}}
		counts[all[i].End-from+1]++
	}
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	sorted := make([]hosted, len(all))
	for _, r := range all {
		slot := &counts[r.End-from]
		sorted[*slot] = r
		*slot++
	}
	s.file.Close()
	return sorted, os.Remove(s.file.Name())
}
