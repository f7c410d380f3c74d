package main

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/rogpeppe/go-internal/testscript"
)

// A parquetRow is a record of the default format as AWS writes it.
type parquetRow struct {
	Version     *int32  `parquet:"version,optional"`
	AccountID   *string `parquet:"account_id,optional,dict"`
	InterfaceID *string `parquet:"interface_id,optional,dict"`
	SrcAddr     *string `parquet:"srcaddr,optional,dict"`
	DstAddr     *string `parquet:"dstaddr,optional,dict"`
	SrcPort     *int32  `parquet:"srcport,optional"`
	DstPort     *int32  `parquet:"dstport,optional"`
	Protocol    *int32  `parquet:"protocol,optional"`
	Packets     *int64  `parquet:"packets,optional"`
	Bytes       *int64  `parquet:"bytes,optional"`
	Start       *int64  `parquet:"start,optional"`
	End         *int64  `parquet:"end,optional"`
	Action      *string `parquet:"action,optional,dict"`
	LogStatus   *string `parquet:"log_status,optional,dict"`
}

// parquet FROM TO: writes a log of the default format as Parquet.
func scriptParquet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: parquet FROM TO")
	}
	var file bytes.Buffer
	out := parquet.NewGenericWriter[parquetRow](&file, parquet.Compression(&parquet.Gzip))
	for _, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n")[1:] {
		f := strings.Fields(line)
		text := func(i int) *string {
			if f[i] == "-" {
				return nil
			}
			return &f[i]
		}
		long := func(i int) *int64 {
			if f[i] == "-" {
				return nil
			}
			n, err := strconv.ParseInt(f[i], 10, 64)
			ts.Check(err)
			return &n
		}
		short := func(i int) *int32 {
			n := long(i)
			if n == nil {
				return nil
			}
			m := int32(*n)
			return &m
		}
		_, err := out.Write([]parquetRow{{
			short(0), text(1), text(2), text(3), text(4), short(5), short(6), short(7), long(8), long(9), long(10), long(11), text(12), text(13),
		}})
		ts.Check(err)
	}
	ts.Check(out.Close())
	write(ts, args[1], file.Bytes())
}
