// Package flowlog writes records in the format of AWS VPC Flow Logs, and the
// labels of the pairs of addresses.
package flowlog

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"makes/d/internal/netsim"
	"makes/d/internal/world"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// entry is a line to be: a record of a host, or a silent interval.
type entry struct {
	host       *netsim.Host
	rec        *netsim.Record
	start, end int32
}

// Write runs a world and writes its logs, an hour a file, and its labels.
func Write(w *world.World, dir string) error {
	logs := filepath.Join(dir, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		return err
	}
	err := w.Run(func(n int, t float64) error {
		name := fmt.Sprintf("%s_vpcflowlogs_%s.log.gz", w.Account, w.Began.Add(time.Duration(n)*time.Hour).Format("20060102T1504Z"))
		return writeHour(w, filepath.Join(logs, name), collect(w.Hosts, t))
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "labels.tsv"), labels(w.Hosts), 0o644)
}

// collect gathers what ended before t, by time.
func collect(hosts []*netsim.Host, t float64) []entry {
	var all []entry
	for _, h := range hosts {
		for _, r := range h.Drain(t) {
			all = append(all, entry{h, r, r.Start, r.End})
		}
		for _, s := range h.Silent(t) {
			all = append(all, entry{h, nil, s[0], s[1]})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(a.end, b.end) })
	return all
}

func writeHour(w *world.World, name string, entries []entry) error {
	file, err := os.Create(name)
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
	began := w.Began.Unix()
	var line []byte
	for _, e := range entries {
		line = append(line[:0], "2 "...)
		line = append(line, w.Account...)
		line = append(line, ' ')
		line = append(line, e.host.ID...)
		line = e.appendTo(line, began)
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

// appendTo appends all fields after the interface.
func (e entry) appendTo(line []byte, began int64) []byte {
	number := func(n int64) {
		line = append(line, ' ')
		line = strconv.AppendInt(line, n, 10)
	}
	if e.rec == nil {
		line = append(line, " - - - - - - -"...)
		number(began + int64(e.start))
		number(began + int64(e.end))
		return append(line, " - NODATA\n"...)
	}
	r := e.rec
	line = appendAddr(append(line, ' '), r.Src)
	line = appendAddr(append(line, ' '), r.Dst)
	for _, n := range []int64{int64(r.SrcPort), int64(r.DstPort), int64(r.Protocol), int64(r.Packets), int64(r.Bytes),
		began + int64(e.start), began + int64(e.end)} {
		number(n)
	}
	if r.Reject {
		return append(line, " REJECT OK\n"...)
	}
	return append(line, " ACCEPT OK\n"...)
}

func appendAddr(line []byte, a uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		line = strconv.AppendUint(line, uint64(a>>shift&255), 10)
		if shift > 0 {
			line = append(line, '.')
		}
	}
	return line
}

// labels lists the pairs of all hosts.
func labels(hosts []*netsim.Host) []byte {
	out := []byte("*\tbenign\trest\n")
	for _, h := range hosts {
		for _, peer := range h.Order {
			label := h.Pairs[peer]
			class := "benign"
			if label.Mining {
				class = "mining"
			}
			out = appendAddr(out, h.Addr)
			out = append(out, "::"...)
			out = appendAddr(out, peer)
			fields := append([]string{"", class, label.Kind, h.ID}, label.Fields...)
			out = append(out, strings.Join(fields, "\t")...)
			out = append(out, '\n')
		}
	}
	return out
}
