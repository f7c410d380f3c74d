package flowlog

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"
)

// customV5 is a format as of version 5, with the fields in an order of its own.
const customV5 = "version srcaddr dstaddr srcport dstport protocol start end type packets bytes account-id vpc-id " +
	"subnet-id instance-id interface-id region az-id sublocation-type sublocation-id action tcp-flags pkt-srcaddr " +
	"pkt-dstaddr pkt-src-aws-service pkt-dst-aws-service traffic-path flow-direction log-status"

// object returns n made-up records of the default format, of customV5 with its
// header, of the default format with IPv6 addresses, or ("runs") of the default
// format in runs of one interface, every other record the answer to the one before.
func object(kind string, n int) []byte {
	rng := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	if kind == "v5" {
		fmt.Fprintln(&b, customV5)
	}
	var run, before, peer string
	for i := range n {
		src := fmt.Sprintf("10.%d.%d.%d", rng.IntN(4), rng.IntN(256), rng.IntN(256))
		dst := fmt.Sprintf("%d.%d.%d.%d", 1+rng.IntN(223), rng.IntN(256), rng.IntN(256), rng.IntN(256))
		if kind == "v6" {
			src = fmt.Sprintf("2001:db8:%x:%x::%x", rng.IntN(1<<16), rng.IntN(1<<16), rng.IntN(1<<16))
			dst = fmt.Sprintf("2600:1f18:%x:%x:%x:%x:%x:%x", rng.IntN(1<<16), rng.IntN(1<<16),
				rng.IntN(1<<16), rng.IntN(1<<16), rng.IntN(1<<16), rng.IntN(1<<16))
		}
		eni := fmt.Sprintf("eni-%017x", uint64(rng.IntN(1000))*0x123456789)
		if i%500 > 0 && kind == "runs" {
			eni = run
			if i%2 > 0 {
				src, dst = peer, before
			}
		}
		run, before, peer = eni, src, dst
		sport, dport := 1024+rng.IntN(64000), []int{443, 53, 3333, 123, 5432}[rng.IntN(5)]
		proto := []int{6, 6, 6, 17}[rng.IntN(4)]
		packets := 1 + rng.IntN(1<<rng.IntN(14))
		size := packets * (40 + rng.IntN(1400))
		start := 1700000000 + rng.IntN(86400)
		end := start + rng.IntN(600)
		if kind == "v5" {
			fmt.Fprintf(&b, "5 %s %s %d %d %d %d %d IPv4 %d %d 123456789012 vpc-abcdefab012345678 "+
				"subnet-aaaaaaaa012345678 i-0c50d5961bcb2d47b %s ap-southeast-2 apse2-az3 - - ACCEPT 19 %s %s S3 - - ingress OK\n",
				src, dst, sport, dport, proto, start, end, packets, size, eni, src, dst)
			continue
		}
		fmt.Fprintf(&b, "2 123456789012 %s %s %s %d %d %d %d %d %d %d ACCEPT OK\n",
			eni, src, dst, sport, dport, proto, packets, size, start, end)
	}
	return b.Bytes()
}

func BenchmarkReadRuns(b *testing.B)     { benchmarkRead(b, "runs") }
func BenchmarkReadDefault(b *testing.B)  { benchmarkRead(b, "v2") }
func BenchmarkReadCustomV5(b *testing.B) { benchmarkRead(b, "v5") }
func BenchmarkReadIPv6(b *testing.B)     { benchmarkRead(b, "v6") }

func benchmarkRead(b *testing.B, kind string) {
	const records = 50_000
	text := object(kind, records)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		r, err := NewReader(bytes.NewReader(text), Options{})
		if err != nil {
			b.Fatal(err)
		}
		var rec Record
		for err == nil {
			err = r.Read(&rec)
		}
		if err != io.EOF || r.Stats().OK != records {
			b.Fatal(err, r.Stats())
		}
	}
	b.ReportMetric(float64(b.N)*records/b.Elapsed().Seconds(), "records/s")
}
