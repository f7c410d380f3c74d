package lab

import (
	"context"
	"strconv"
	"testing"
	"time"
)

func BenchmarkGenerate(b *testing.B) {
	for _, interval := range []int{60, 600} {
		b.Run(strconv.Itoa(interval), func(b *testing.B) {
			cfg := Config{Seed: 1, Duration: 6 * time.Hour, Interval: interval, Hosts: Fleet(1, 40, 10)}
			records, size := 0, 0
			b.ReportAllocs()
			for b.Loop() {
				_, err := Generate(context.Background(), cfg, func(o Object) error {
					records += o.Records
					size += len(o.Body)
					return nil
				})
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
			b.ReportMetric(float64(size)/b.Elapsed().Seconds()/1e6, "MB/s")
		})
	}
}

// A fleet as it comes from AWS, packed.
func BenchmarkFleet(b *testing.B) {
	plan := Plan{Seed: 5, ENIs: 300, Miners: 20, Varied: true}
	cfg := Config{Seed: 5, Duration: 6 * time.Hour, Hosts: plan.Hosts(), Faults: Realistic(5), Delivery: Delivery{Every: 300}}
	records, size := 0, 0
	for b.Loop() {
		_, err := generate(context.Background(), cfg, true, func(o *Object) error {
			records += o.Records
			size += len(o.packed)
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
	b.ReportMetric(float64(size)/float64(records), "B/record")
}
