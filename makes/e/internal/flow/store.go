package flow

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

const (
	header    = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"
	hour      = 3600
	chunkSize = 4096
)

// Store keeps a run's records by the hour they ended in.
type Store struct {
	Account  string
	Epoch    time.Time
	Seconds  int // length of the run
	Interval int
	enis     []string
	hours    [][][]Record // per hour a list of chunks
	Count    int
}

// NewStore makes an empty store for a run.
func NewStore(account string, epoch time.Time, seconds, interval int) *Store {
	return &Store{
		Account: account, Epoch: epoch, Seconds: seconds, Interval: interval,
		hours: make([][][]Record, (seconds+hour-1)/hour),
	}
}

func (s *Store) add(r Record) {
	chunks := s.hours[r.End/hour]
	if n := len(chunks); n == 0 || len(chunks[n-1]) == chunkSize {
		chunks = append(chunks, make([]Record, 0, chunkSize))
	}
	last := len(chunks) - 1
	chunks[last] = append(chunks[last], r)
	s.hours[r.End/hour] = chunks
	s.Count++
}

// Write stores every hour as a file in dir, its records in order of their end.
func (s *Store) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for h := range s.hours {
		at := s.Epoch.Add(time.Duration(h) * time.Hour).Format("20060102T1504Z")
		name := fmt.Sprintf("%s_vpcflowlogs_eu-central-1_%s.log.gz", s.Account, at)
		if err := s.writeHour(filepath.Join(dir, name), h); err != nil {
			return err
		}
		s.hours[h] = nil
	}
	return nil
}

func (s *Store) writeHour(path string, h int) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(zip, 1<<16)
	out.WriteString(header)
	line := make([]byte, 0, 256)
	for _, r := range s.byEnd(h) {
		line = r.appendLine(line[:0], s.Account, s.enis[r.Iface], s.Epoch.Unix())
		out.Write(line)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

// byEnd sorts an hour's records by their last second, keeping the order of arrival.
func (s *Store) byEnd(h int) []*Record {
	var place [hour + 1]int
	total := 0
	for _, chunk := range s.hours[h] {
		total += len(chunk)
		for i := range chunk {
			place[chunk[i].End%hour+1]++
		}
	}
	for i := 1; i <= hour; i++ {
		place[i] += place[i-1]
	}
	sorted := make([]*Record, total)
	for _, chunk := range s.hours[h] {
		for i := range chunk {
			at := &place[chunk[i].End%hour]
			sorted[*at] = &chunk[i]
			*at++
		}
	}
	return sorted
}
