package lab

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Account and Region are where all interfaces are.
const (
	Account = "123456789012"
	Region  = "eu-west-1"
)

// objectRecords is how many records an object holds at most.
const objectRecords = 50_000

// An Object is one log file as delivered to S3, before compression.
type Object struct {
	Key     string // AWSLogs/…/….log.gz, without a bucket
	Time    time.Time
	Records int
	Body    []byte // header line and one line per record

	packed []byte // Body as gzip, where asked for
}

// A Delivery says how records become objects.
type Delivery struct {
	Every  int  // seconds between deliveries: 3600 (also 0), or 300 as AWS does it
	Hourly bool // a folder for every hour
	Hive   bool // folder names with "year=" and the like
}

// folder is where objects of a time lie ("Flow log files", Publish flow logs
// to Amazon S3, Amazon VPC User Guide).
func (d Delivery) folder(at time.Time) string {
	base, layout := fmt.Sprintf("AWSLogs/%s/vpcflowlogs/%s/", Account, Region), "2006/01/02/"
	hour := "15/"
	if d.Hive {
		base = fmt.Sprintf("AWSLogs/aws-account-id=%s/aws-service=vpcflowlogs/aws-region=%s/", Account, Region)
		layout, hour = "year=2006/month=01/day=02/", "hour=15/"
	}
	if d.Hourly {
		layout += hour
	}
	return base + at.Format(layout)
}

// A printer turns records into objects. What it made is valid until it is
// cleared.
type printer struct {
	start    time.Time
	id       string // of the flow log
	key      uint64 // of what befalls its objects
	format   Format
	delivery Delivery
	zip      *gzip.Writer // nil unless objects are to be packed
	made     []Object
	spare    []Object // for their memory
}

func newPrinter(cfg Config, number int, zip bool) *printer {
	d := roll(cfg.Seed, name("flow log"))
	p := &printer{start: cfg.Start, format: cfg.Format, delivery: cfg.Delivery}
	p.id = fmt.Sprintf("fl-0%016x", d.Uint64())
	p.key = mix(d.Uint64() + uint64(number))
	if zip {
		// Packs to an eighth; level 6 of the standard library takes ten times
		// as long to pack to a tenth.
		p.zip, _ = gzip.NewWriterLevel(nil, gzip.BestSpeed)
	}
	return p
}

// clear takes back the memory of all objects made.
func (p *printer) clear() {
	p.spare = append(p.spare, p.made...)
	p.made = p.made[:0]
}

// fresh is an empty object.
func (p *printer) fresh() Object {
	last := len(p.spare) - 1
	if last < 0 {
		return Object{}
	}
	o := p.spare[last]
	p.spare = p.spare[:last]
	return o
}

// print makes one or more objects of what is delivered at the given second.
func (p *printer) print(records []record, second int64) {
	for len(records) > 0 {
		n := min(len(records), objectRecords)
		o := p.fresh()
		o.Body = append(append(o.Body[:0], p.format.Header()...), '\n')
		for i := range records[:n] {
			o.Body = records[i].appendTo(o.Body, p.start.Unix())
		}
		o.Records = n
		p.stamp(&o, second, "")
		p.add(o)
		records = records[n:]
	}
}

// named is how much of an object's text goes into its name: enough to tell it
// from the others of the same minute.
const named = 64 << 10

// stamp names an object after its time and what is in it.
func (p *printer) stamp(o *Object, second int64, salt string) {
	h := fnv.New32a()
	h.Write(o.Body[:min(len(o.Body), named)])
	h.Write([]byte(salt))
	o.Time = p.start.Add(time.Duration(second) * time.Second)
	o.Key = fmt.Sprintf("%s%s_vpcflowlogs_%s_%s_%s_%08x.log.gz",
		p.delivery.folder(o.Time), Account, Region, p.id, o.Time.Format("20060102T1504Z"), h.Sum32())
}

// add packs an object and puts it behind the others.
func (p *printer) add(o Object) {
	if p.zip != nil {
		packed := bytes.NewBuffer(o.packed[:0])
		p.zip.Reset(packed) // a header without name and time
		p.zip.Write(o.Body) //nolint:errcheck // memory takes everything
		p.zip.Close()       //nolint:errcheck
		o.packed = packed.Bytes()
	}
	p.made = append(p.made, o)
}
