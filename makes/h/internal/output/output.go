// Package output writes flow logs and labels as files.
package output

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"makes/h/internal/sim"
	"makes/h/internal/world"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// Hours sorts the records of all interfaces by the hour that they end in.
type Hours struct {
	Begin   time.Time
	Account string
	hours   [][][]sim.Record // by hour, in the pieces that they came in
}

// NewHours is for a run of so many hours.
func NewHours(begin time.Time, account string, hours int) *Hours {
	return &Hours{Begin: begin, Account: account, hours: make([][][]sim.Record, hours)}
}

// Take moves an interface's records here, with those that say that an interval
// had no traffic.
func (o *Hours) Take(log *sim.Log) {
	pieces := make([][]sim.Record, len(o.hours))
	put := func(r sim.Record) {
		hour := min(int(r.End)/3600, len(pieces)-1)
		pieces[hour] = append(pieces[hour], r)
	}
	next := log.Window(0)
	if log.Phase > 0 {
		next++ // the first whole interval
	}
	for _, r := range log.Records {
		for ; next < log.Window(int(r.Start)); next++ {
			put(nothing(log, next))
		}
		next = max(next, log.Window(int(r.Start))+1)
		put(r)
	}
	for ; float64(log.Phase+(next+1)*log.Interval) <= log.Limit; next++ {
		put(nothing(log, next))
	}
	for hour, piece := range pieces {
		o.hours[hour] = append(o.hours[hour], slices.Clip(slices.Clone(piece)))
	}
	log.Records = nil
}

func nothing(log *sim.Log, window int) sim.Record {
	start := int32(log.Phase + window*log.Interval)
	return sim.Record{Iface: log.Iface, NoData: true, Start: start, End: start + int32(log.Interval) - 1}
}

// Write makes a file for every hour.
func (o *Hours) Write(dir string, hosts []*world.Host) error {
	dir = filepath.Join(dir, "logs")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for hour, pieces := range o.hours {
		records := slices.Concat(pieces...)
		slices.SortStableFunc(records, func(a, b sim.Record) int { return cmp.Compare(a.End, b.End) })
		name := o.Begin.Add(time.Duration(hour)*time.Hour).Format("20060102T1504Z") + ".log.gz"
		if err := o.file(filepath.Join(dir, name), records, hosts); err != nil {
			return err
		}
		o.hours[hour] = nil
	}
	return nil
}

func (o *Hours) file(name string, records []sim.Record, hosts []*world.Host) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	z, _ := gzip.NewWriterLevel(f, gzip.BestSpeed) // the level is a valid one
	w := bufio.NewWriterSize(z, 1<<18)
	w.WriteString(header)
	var line []byte
	for _, r := range records {
		line = o.line(line[:0], r, hosts[r.Iface].ID)
		w.Write(line)
	}
	return errors.Join(w.Flush(), z.Close(), f.Close())
}

func (o *Hours) line(b []byte, r sim.Record, id string) []byte {
	b = append(b, "2 "+o.Account+" "+id+" "...)
	begin := o.Begin.Unix()
	if r.NoData {
		b = append(b, "- - - - - - - "...)
		b = number(b, begin+int64(r.Start))
		b = number(b, begin+int64(r.End))
		return append(b, "- NODATA\n"...)
	}
	b = append(address(r.Key.Src).AppendTo(b), ' ')
	b = append(address(r.Key.Dst).AppendTo(b), ' ')
	for _, n := range []int64{int64(r.Key.SrcPort), int64(r.Key.DstPort), int64(r.Key.Proto), int64(r.Packets),
		int64(r.Bytes), begin + int64(r.Start), begin + int64(r.End)} {
		b = number(b, n)
	}
	if r.Key.Reject {
		return append(b, "REJECT OK\n"...)
	}
	return append(b, "ACCEPT OK\n"...)
}

func number(b []byte, n int64) []byte { return append(strconv.AppendInt(b, n, 10), ' ') }

func address(a uint32) netip.Addr {
	return netip.AddrFrom4([4]byte{byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a)})
}

// Labels are the lines for all labelled pairs of a host that have TCP records.
func Labels(h *world.Host) []string {
	var lines []string
	seen := map[uint32]bool{}
	for _, r := range h.Log.Records {
		peer := r.Key.Src ^ r.Key.Dst ^ h.Addr
		if label := h.Labels[peer]; label != "" && !seen[peer] && r.Key.Proto == 6 {
			seen[peer] = true
			lines = append(lines, fmt.Sprintf("%v::%v\t%s\n", address(h.Addr), address(peer), label))
		}
	}
	return lines
}

// WriteLabels makes the label file.
func WriteLabels(dir string, lines []string) error {
	slices.Sort(lines)
	return os.WriteFile(filepath.Join(dir, "labels.tsv"), []byte("*\tbenign\trest\n"+strings.Join(lines, "")), 0o644)
}
