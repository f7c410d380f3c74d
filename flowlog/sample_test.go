package flowlog

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
)

// TestSamples reads odd objects that other projects met.
func TestSamples(t *testing.T) {
	for name, want := range map[string]struct {
		outcome string
		refuse  Reason
	}{
		"v2-mixed.elastic-integrations.log":                         {outcome: "header=0 ok=5 nodata=1 skipdata=1"},
		"v2-account-unknown.nodata.log":                             {outcome: "header=0 ok=0 nodata=1 skipdata=0"},
		"v2-real-scanning-two-objects.sekoia.log":                   {outcome: "header=1 ok=5 nodata=0 skipdata=0"},
		"v2-too-few-fields.otel.log":                                {outcome: "header=1 ok=0 nodata=0 skipdata=0 field_count=1"},
		"v3-header-repeated-skipdata.elastic-beats.log":             {outcome: "header=2 ok=0 nodata=1 skipdata=1"},
		"v3-v4-alphabetical-header.flowlogs-reader.log":             {outcome: "header=2 ok=4 nodata=0 skipdata=0"},
		"custom-6-fields.elastic-beats.log":                         {outcome: "header=1 ok=2 nodata=0 skipdata=0"},
		"v5-security-lake.ocsf.csv":                                 {outcome: "header=1 ok=1 nodata=0 skipdata=0"},
		"v8-security-lake.ocsf.csv":                                 {outcome: "header=1 ok=1 nodata=0 skipdata=0"},
		"v6-tgw.otel.log":                                           {outcome: "header=1 ok=0 nodata=0 skipdata=0 transit_gateway=1"},
		"cloudwatch-subscription-custom.otel.json":                  {outcome: "header=0 ok=0 nodata=0 skipdata=0 field_count=1", refuse: FormatUnknown},
		"v8-ecs-no-eni-nodata-with-fields.elastic-integrations.log": {outcome: "header=0 ok=0 nodata=0 skipdata=0 version_unknown=1", refuse: FormatUnknown},
		"v2-to-v11-records-and-formats.vrl.txt":                     {outcome: "header=6 ok=28 nodata=1 skipdata=1"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := os.Open(shared(t, "samples", name))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			s, err := readAll(t, f, Options{Object: name}, nil)
			if reason := reasonOf(t, err); outcome(s) != want.outcome || reason != want.refuse {
				t.Errorf("got  %s, %v\nwant %s, %s", outcome(s), err, want.outcome, want.refuse)
				for _, e := range s.Samples {
					t.Log(e.Error())
				}
			}
		})
	}
}

// TestRealTraffic reads flow logs made of real traffic: every line is a record.
func TestRealTraffic(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(shared(t, "dev"), "*.gz"))
	if err != nil || len(names) == 0 {
		t.Fatal(err, len(names))
	}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		s, err := readAll(t, z, Options{Object: name}, nil)
		if err != nil || s.Lines == 0 || s.Bad() > 0 {
			t.Errorf("%s: %v, %s %v", name, err, outcome(s), s.Samples)
		}
		f.Close()
	}
}
