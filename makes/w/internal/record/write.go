package record

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// Name is what a line says of its interface.
type Name struct{ Account, ENI string }

const header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n"

// WriteHour writes one hour's records as a gzip file of flow log lines. Epoch
// is the time of the simulation's start, and of the count of hours that decides
// how many digits the files' names need to sort by time.
func WriteHour(dir string, hour, of int, recs []Rec, names []Name, epoch int64) error {
	f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%0*d.log.gz", max(2, len(strconv.Itoa(of-1))), hour)))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(z, 1<<16)
	if _, err := w.WriteString(header); err != nil {
		return err
	}
	line := make([]byte, 0, 256)
	for i := range recs {
		r := &recs[i]
		line = appendLine(line[:0], r, names[r.Iface], epoch)
		if _, err := w.Write(line); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return f.Close()
}

func appendLine(b []byte, r *Rec, n Name, epoch int64) []byte {
	b = append(b, "2 "...)
	b = append(b, n.Account...)
	b = append(b, ' ')
	b = append(b, n.ENI...)
	b = append(b, ' ')
	if r.Status == NoData || r.Status == SkipData {
		b = append(b, "- - - - - - - "...)
	} else {
		b = append(AppendAddr(b, r.Src), ' ')
		b = append(AppendAddr(b, r.Dst), ' ')
		for _, v := range [...]uint64{uint64(r.SPort), uint64(r.DPort), uint64(r.Proto), uint64(r.Packets), r.Bytes} {
			b = append(strconv.AppendUint(b, v, 10), ' ')
		}
	}
	b = append(strconv.AppendInt(b, epoch+int64(r.Start), 10), ' ')
	b = append(strconv.AppendInt(b, epoch+int64(r.End), 10), ' ')
	switch r.Status {
	case Accept:
		b = append(b, "ACCEPT OK\n"...)
	case Reject:
		b = append(b, "REJECT OK\n"...)
	case NoData:
		b = append(b, "- NODATA\n"...)
	default:
		b = append(b, "- SKIPDATA\n"...)
	}
	return b
}

// AppendAddr appends an IPv4 address in dotted form.
func AppendAddr(b []byte, a uint32) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(a>>shift&255), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}
