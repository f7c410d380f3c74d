package flowlog_test

import (
	"fmt"
	"io"
	"log"
	"strings"

	"davy/flowlog"
)

func ExampleReader() {
	object := strings.NewReader(`version interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
2 eni-0123456789abcdef0 10.0.0.5 192.0.2.7 41000 3333 6 12 1440 1700000000 1700000060 ACCEPT OK
2 eni-0123456789abcdef0 192.0.2.7 10.0.0.5 3333 41000 6 10 +960 1700000000 1700000060 ACCEPT OK
2 eni-0123456789abcdef0 - - - - - - - 1700000060 1700000120 - NODATA
`)
	r, err := flowlog.NewReader(object, flowlog.Options{Object: "a.log"})
	if err != nil {
		log.Fatal(err)
	}
	var rec flowlog.Record
	for {
		err := r.Read(&rec)
		if err == io.EOF {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		if rec.Status == flowlog.OK {
			fmt.Println(rec.Src, rec.Dst, rec.DstPort, rec.Packets, rec.Bytes)
		}
	}
	s := r.Stats()
	fmt.Println(s.Lines, "lines:", s.Header, "header,", s.OK, "ok,", s.NoData, "without data,", s.Bad(), "bad")
	for _, sample := range s.Samples {
		fmt.Println(sample.Error())
	}
	// Output:
	// 10.0.0.5 192.0.2.7 3333 12 1440
	// 4 lines: 1 header, 1 ok, 1 without data, 1 bad
	// a.log:3: bytes: number_format: "+960"
}
