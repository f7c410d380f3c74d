package lab

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"time"
)

// Account and Region are where all interfaces are.
const (
	Account = "123456789012"
	Region  = "eu-west-1"
)

// Header is the first line of every object.
const Header = "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"

// objectRecords is how many records an object holds at most.
const objectRecords = 50_000

// An Object is one log file as delivered to S3, before compression.
type Object struct {
	Key     string // AWSLogs/…/….log.gz, without a bucket
	Time    time.Time
	Records int
	Body    []byte // Header and one line per record
}

// A printer turns records into objects.
type printer struct {
	start time.Time
	id    string // of the flow log
	write func(Object) error
	body  []byte
}

func newPrinter(cfg Config, write func(Object) error) *printer {
	id := fmt.Sprintf("fl-0%016x", roll(cfg.Seed, name("flow log")).Uint64())
	return &printer{start: cfg.Start, id: id, write: write}
}

// print writes what was read out at the given second as one or more objects.
func (p *printer) print(records []record, second int64) error {
	for len(records) > 0 {
		n := min(len(records), objectRecords)
		p.body = append(append(p.body[:0], Header...), '\n')
		for i := range records[:n] {
			p.body = records[i].appendTo(p.body, p.start.Unix())
		}
		at := p.start.Add(time.Duration(second) * time.Second)
		if err := p.write(Object{Key: p.key(at), Time: at, Records: n, Body: p.body}); err != nil {
			return err
		}
		records = records[n:]
	}
	return nil
}

// key names an object after its time and what is in it.
func (p *printer) key(at time.Time) string {
	h := fnv.New32a()
	h.Write(p.body)
	return fmt.Sprintf("AWSLogs/%s/vpcflowlogs/%s/%s/%s_vpcflowlogs_%s_%s_%s_%08x.log.gz",
		Account, Region, at.Format("2006/01/02"), Account, Region, p.id, at.Format("20060102T1504Z"), h.Sum32())
}

// appendTo appends the record as a line of the default format.
func (r *record) appendTo(b []byte, epoch int64) []byte {
	b = append(b, "2 "+Account+" "...)
	b = append(b, r.host.eni...)
	b = append(b, ' ')
	f := r.flow
	if f == nil {
		b = append(b, "- - - - - - - "...)
		b = strconv.AppendInt(b, epoch+r.first, 10)
		b = append(b, ' ')
		b = strconv.AppendInt(b, epoch+r.last, 10)
		return append(b, " - NODATA\n"...)
	}
	src, dst := f.local, f.remote
	if r.dir == in {
		src, dst = dst, src
	}
	b = src.Addr().AppendTo(b)
	b = append(b, ' ')
	b = dst.Addr().AppendTo(b)
	for _, n := range [...]int64{
		int64(src.Port()), int64(dst.Port()), int64(f.protocol),
		r.packets, r.bytes, epoch + r.first, epoch + r.last,
	} {
		b = append(b, ' ')
		b = strconv.AppendInt(b, n, 10)
	}
	if f.rejected {
		return append(b, " REJECT OK\n"...)
	}
	return append(b, " ACCEPT OK\n"...)
}
