package flow

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// begin is the Monday on which every log starts.
var begin = time.Date(2025, 5, 12, 0, 0, 0, 0, time.UTC)

// Write writes all hours.
func (n *Net) Write() error {
	if n.err != nil {
		return n.err
	}
	logs := filepath.Join(n.dir, "logs")
	if err := os.MkdirAll(logs, 0o755); err != nil {
		return err
	}
	for h := range n.Hours {
		recs, err := n.load(h)
		if err != nil {
			return err
		}
		name := begin.Add(time.Duration(h) * time.Hour).Format("2006-01-02T15")
		if err := n.writeHour(filepath.Join(logs, name+".log.gz"), h, merge(recs)); err != nil {
			return err
		}
	}
	return nil
}

func order(a, b Rec) int {
	return cmp.Or(cmp.Compare(a.Win, b.Win), cmp.Compare(a.Iface, b.Iface),
		cmp.Compare(uint64(a.Src)<<32|uint64(a.Dst), uint64(b.Src)<<32|uint64(b.Dst)),
		cmp.Compare(uint32(a.Sport)<<16|uint32(a.Dport), uint32(b.Sport)<<16|uint32(b.Dport)),
		cmp.Compare(uint16(a.Proto)<<8|uint16(a.Reject), uint16(b.Proto)<<8|uint16(b.Reject)))
}

// merge sorts, and makes one record of those that the cloud would not tell
// apart: a port used again within the window, a packet that came late.
func merge(recs []Rec) []Rec {
	slices.SortFunc(recs, func(a, b Rec) int { return cmp.Or(order(a, b), cmp.Compare(a.Start, b.Start)) })
	out := recs[:0]
	for _, r := range recs {
		if l := len(out) - 1; l >= 0 && order(out[l], r) == 0 {
			o := &out[l]
			o.Packets, o.Bytes = o.Packets+r.Packets, o.Bytes+r.Bytes
			o.Start, o.End = min(o.Start, r.Start), max(o.End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}

func (n *Net) writeHour(path string, h int, recs []Rec) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(zip, 1<<16)
	if _, err := out.WriteString(header); err != nil {
		return err
	}
	line := make([]byte, 0, 200)
	base := begin.Unix()
	for _, r := range recs {
		i := &n.Ifaces[r.Iface]
		line = append(append(append(append(line[:0], "2 "...), i.Account...), ' '), i.ID...)
		line = ip(append(line, ' '), r.Src)
		line = ip(append(line, ' '), r.Dst)
		for _, v := range []int64{int64(r.Sport), int64(r.Dport), int64(r.Proto), int64(r.Packets), int64(r.Bytes), base + int64(r.Start), base + int64(r.End)} {
			line = strconv.AppendInt(append(line, ' '), v, 10)
		}
		if r.Reject == 1 {
			line = append(line, " REJECT OK\n"...)
		} else {
			line = append(line, " ACCEPT OK\n"...)
		}
		if _, err := out.Write(line); err != nil {
			return err
		}
	}
	if err := n.silent(out, h); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

// silent writes a line for each window without a packet.
func (n *Net) silent(out *bufio.Writer, h int) error {
	for i := range n.Ifaces {
		f := &n.Ifaces[i]
		for w, seen := range f.seen {
			from := (w-1)*n.Interval + f.Phase
			to := from + n.Interval
			if seen || from < 0 || to > n.Hours*3600 || n.hour(float64(to)) != h {
				continue
			}
			if _, err := fmt.Fprintf(out, "2 %s %s - - - - - - - %d %d - NODATA\n", f.Account, f.ID, begin.Unix()+int64(from), begin.Unix()+int64(to)-1); err != nil {
				return err
			}
		}
	}
	return nil
}

func ip(line []byte, a uint32) []byte {
	for s := 24; s >= 0; s -= 8 {
		line = strconv.AppendUint(line, uint64(a>>s&255), 10)
		if s > 0 {
			line = append(line, '.')
		}
	}
	return line
}

// IP writes an address with dots.
func IP(a uint32) string { return string(ip(nil, a)) }
