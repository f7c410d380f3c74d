package lab

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// delivered runs Generate and keeps its objects.
func delivered(t *testing.T, cfg Config) []Object {
	t.Helper()
	var objects []Object
	_, err := Generate(context.Background(), cfg, func(o Object) error {
		o.Body = bytes.Clone(o.Body)
		objects = append(objects, o)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return objects
}

// rows are all records of some objects, sorted.
func rows(objects []Object) []string {
	var all []string
	for _, o := range objects {
		_, body, _ := strings.Cut(string(o.Body), "\n")
		all = append(all, strings.Split(strings.TrimSuffix(body, "\n"), "\n")...)
	}
	slices.Sort(all)
	return all
}

func TestKeys(t *testing.T) {
	at := time.Date(2025, 3, 4, 5, 6, 0, 0, time.UTC)
	for want, d := range map[string]Delivery{
		"AWSLogs/123456789012/vpcflowlogs/eu-west-1/2025/03/04/":                                                              {},
		"AWSLogs/123456789012/vpcflowlogs/eu-west-1/2025/03/04/05/":                                                           {Hourly: true},
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=eu-west-1/year=2025/month=03/day=04/":         {Hive: true},
		"AWSLogs/aws-account-id=123456789012/aws-service=vpcflowlogs/aws-region=eu-west-1/year=2025/month=03/day=04/hour=05/": {Hive: true, Hourly: true},
	} {
		if got := d.folder(at); got != want {
			t.Errorf("%+v: %s, want %s", d, got, want)
		}
	}
}

// However often objects come, the same records come, from every mining kind too.
func TestDeliveriesCarryTheSame(t *testing.T) {
	cfg := Config{Seed: 8, Duration: 4 * time.Hour, Hosts: Fleet(8, 6, 2)}
	for i, k := range Kinds(Mining) {
		h := &cfg.Hosts[i%len(cfg.Hosts)]
		h.Kinds = append(h.Kinds, k)
		h.Evasion.Dilution = 0.3
	}
	hourly := delivered(t, cfg)
	cfg.Delivery.Every = 300
	often := delivered(t, cfg)
	if len(hourly) != 4 || len(often) != 48 {
		t.Errorf("%d objects an hour each, %d five minutes each, want 4 and 48", len(hourly), len(often))
	}
	if !slices.Equal(rows(hourly), rows(often)) {
		t.Error("not the same records")
	}
}

// Late records come once, in objects of their day of delivery, hours late at most.
func TestLate(t *testing.T) {
	cfg := Config{Seed: 8, Duration: 4 * time.Hour, Hosts: Fleet(8, 6, 2), Delivery: Delivery{Every: 300}}
	want := rows(delivered(t, cfg))
	cfg.Faults.Late = 0.2
	objects := delivered(t, cfg)
	if !slices.Equal(rows(objects), want) {
		t.Error("not the same records")
	}
	late, before := 0, time.Time{}
	for _, o := range objects {
		if o.Time.Before(before) {
			t.Errorf("%s comes after one of %s", o.Key, before)
		}
		before = o.Time
		for _, row := range strings.Split(strings.TrimSuffix(string(o.Body), "\n"), "\n")[1:] {
			age := o.Time.Unix() - parse(t, row).end
			if age > 1500 {
				late++
			}
			if age < 0 || age > lateMost+1500 {
				t.Errorf("%d s old: %s", age, row)
			}
		}
	}
	if late < len(want)/20 || late > len(want)/2 {
		t.Errorf("%d of %d records late", late, len(want))
	}
}

// Duplicates have another key and the same content, redelivered objects the
// same of both; both come later than the first.
func TestDuplicates(t *testing.T) {
	cfg := Config{Seed: 8, Duration: 8 * time.Hour, Hosts: Fleet(8, 4, 2), Delivery: Delivery{Every: 300}}
	want := len(delivered(t, cfg))
	for field, faults := range map[string]Faults{"Duplicate": {Duplicate: 0.3}, "Redeliver": {Redeliver: 0.3}} {
		cfg.Faults = faults
		content, keys := map[string]int{}, map[string]string{}
		again := 0
		for _, o := range delivered(t, cfg) {
			if body, seen := keys[o.Key]; seen && (field == "Duplicate" || body != string(o.Body)) {
				t.Errorf("%s: key %s twice", field, o.Key)
			}
			keys[o.Key] = string(o.Body)
			if content[string(o.Body)]++; content[string(o.Body)] > 1 {
				again++
			}
		}
		if len(content) != want || again < want/6 || again > want/2 {
			t.Errorf("%s: %d contents, want %d; %d of them again", field, len(content), want, again)
		}
	}
}

// The number of processors changes nothing.
func TestParallelIsTheSame(t *testing.T) {
	text := func(processors int) string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		cfg := Config{Seed: 8, Duration: 2 * time.Hour, Format: FormatV5, Delivery: Delivery{Every: 300}, Faults: Realistic(8)}
		cfg.Hosts = Plan{Seed: 8, ENIs: 40, Miners: 5, Varied: true, NAT: true}.Hosts()
		cfg.Faults.Late = 0.1
		var all strings.Builder
		for _, o := range delivered(t, cfg) {
			fmt.Fprintln(&all, o.Key, o.Time, string(o.Body))
		}
		return all.String()
	}
	one := text(1)
	if many := text(4); many != one || len(one) < 1_000_000 {
		t.Errorf("%d bytes on one processor, %d on four, or not the same", len(one), len(many))
	}
}

// arrange is a stable sort.
func TestArrange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 60 {
		records := make([]record, n)
		for i := range records {
			records[i].interval, records[i].packets = int64(r.IntN(9)-4), int64(i)
		}
		got := make([]record, n)
		arrange(got, func(r *record) int64 { return r.interval }, records[:n/3], records[n/3:])
		slices.SortStableFunc(records, byInterval)
		if !slices.Equal(got, records) {
			t.Fatalf("%v, want %v", got, records)
		}
	}
}
