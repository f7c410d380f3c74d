package wire

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"time"
)

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// WriteLogs writes the store's records, an hour a file, and empties the store.
func WriteLogs(dir string, s Store, nics []*Nic, account string, begin time.Time) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for h := range s {
		name := begin.Add(time.Duration(h)*time.Hour).Format("20060102T1504Z") + ".log.gz"
		if err := writeHour(filepath.Join(dir, name), s[h], nics, account, begin.Unix()); err != nil {
			return err
		}
		s[h] = nil
	}
	return nil
}

func writeHour(path string, recs []Record, nics []*Nic, account string, begin int64) error {
	slices.SortStableFunc(recs, func(a, b Record) int { return cmp.Compare(a.end, b.end) })
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	zip, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(zip, 1<<16)
	w.WriteString(header)
	for _, r := range recs { // an error stays with the writer until Flush
		what, verdict := "- - - - - - -", "- NODATA"
		if !r.noTraffic {
			what = fmt.Sprint(AddrString(r.src), " ", AddrString(r.dst), " ", r.sport, r.dport, r.proto, r.packets, r.bytes)
			verdict = "ACCEPT OK"
		}
		if r.rejected {
			verdict = "REJECT OK"
		}
		fmt.Fprintln(w, 2, account, nics[r.nic].ID, what, begin+int64(r.start), begin+int64(r.end), verdict)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return f.Close()
}

// AddrString writes an address with dots.
func AddrString(a uint32) string {
	return netip.AddrFrom4([4]byte{byte(a >> 24), byte(a >> 16), byte(a >> 8), byte(a)}).String()
}
