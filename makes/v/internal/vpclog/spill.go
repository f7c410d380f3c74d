// Package vpclog writes flow records as gzipped hourly files of AWS VPC Flow Logs
// in the default format. Records come in any order; they rest in one temporary
// file per hour until the hour is sorted.
package vpclog

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"

	"makes/v/internal/flow"
)

const packed = 39

// Spill gathers records by the hour of their end.
type Spill struct {
	dir   string
	files []*os.File
	bufs  []*bufio.Writer
	err   error
}

// NewSpill opens the temporary files for a number of hours.
func NewSpill(dir string, hours int) (*Spill, error) {
	s := &Spill{dir: dir}
	for h := range hours {
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%02d.part", h)))
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, f)
		s.bufs = append(s.bufs, bufio.NewWriterSize(f, 1<<18))
	}
	return s, nil
}

// Record implements flow.Sink; the first write error is kept for Write.
func (s *Spill) Record(r *flow.Record) {
	h := min(max(int(r.End)/3600, 0), len(s.bufs)-1)
	var b [packed]byte
	le := binary.LittleEndian
	le.PutUint32(b[0:], uint32(r.Start))
	le.PutUint32(b[4:], uint32(r.End))
	le.PutUint16(b[8:], r.Eni)
	le.PutUint32(b[10:], r.Src)
	le.PutUint32(b[14:], r.Dst)
	le.PutUint16(b[18:], r.SPort)
	le.PutUint16(b[20:], r.DPort)
	b[22] = r.Proto
	b[23] = byte(r.Status)
	le.PutUint32(b[24:], r.Packets)
	le.PutUint64(b[28:], r.Bytes)
	if _, err := s.bufs[h].Write(b[:]); err != nil && s.err == nil {
		s.err = err
	}
}

func unpack(b []byte) flow.Record {
	le := binary.LittleEndian
	return flow.Record{
		Start: int32(le.Uint32(b[0:])), End: int32(le.Uint32(b[4:])), Eni: le.Uint16(b[8:]),
		Key: flow.Key{Src: le.Uint32(b[10:]), Dst: le.Uint32(b[14:]), SPort: le.Uint16(b[18:]),
			DPort: le.Uint16(b[20:]), Proto: b[22]},
		Status: flow.Status(b[23]), Packets: le.Uint32(b[24:]), Bytes: le.Uint64(b[28:]),
	}
}

// load reads and removes the temporary file of one hour.
func (s *Spill) load(h int) ([]flow.Record, error) {
	if s.err != nil {
		return nil, s.err
	}
	if err := s.bufs[h].Flush(); err != nil {
		return nil, err
	}
	name := s.files[h].Name()
	if err := s.files[h].Close(); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	recs := make([]flow.Record, 0, len(data)/packed)
	for ; len(data) >= packed; data = data[packed:] {
		recs = append(recs, unpack(data))
	}
	return recs, os.Remove(name)
}
