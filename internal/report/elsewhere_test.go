package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"davy/detect"
)

// What is known of the way of the traffic is in every form of a finding.
func TestElsewhereIsShown(t *testing.T) {
	inner := behind()
	inner.Local, inner.SeenAt, inner.Behind = addr("10.0.0.10"), "NAT gateway, inner side", ""
	const (
		first  = "eni-0fedcba9876543210 (NAT gateway, inner side)"
		second = "eni-0fedcba9876543210 (NAT gateway, outer side, the sum of 2 machines)"
	)
	origin := Origin{Region: "us-east-1", Account: "123456789012", Version: "1"}
	forms := map[string]func(w *bytes.Buffer, f detect.Finding) error{
		"table":   func(w *bytes.Buffer, f detect.Finding) error { return Table(w, []detect.Finding{f}, View{}) },
		"explain": func(w *bytes.Buffer, f detect.Finding) error { return Explain(w, &f, View{}) },
		"csv":     func(w *bytes.Buffer, f detect.Finding) error { return CSV(w, []detect.Finding{f}) },
		"json":    func(w *bytes.Buffer, f detect.Finding) error { return JSONLines(w, []detect.Finding{f}) },
		"ocsf":    func(w *bytes.Buffer, f detect.Finding) error { return OCSF(w, []detect.Finding{f}, origin) },
		"asff":    func(w *bytes.Buffer, f detect.Finding) error { return ASFF(w, []detect.Finding{f}, origin) },
	}
	for _, c := range []struct {
		form string
		of   detect.Finding
		want []string
	}{
		{"table", seen(), []string{"  · also on " + first + "\n  · also on " + second + "\n  · … and 4 more: davy explain"}},
		{"table", behind(), []string{"  · NAT gateway: the machine that mines is one of 2 behind it: 10.0.0.10, 10.0.0.11\n"}},
		{"table", inner, []string{"  · seen at: NAT gateway, inner side; it is not local's own interface\n"}},
		{"explain", seen(), []string{
			"\nWhere the traffic was seen\n  also on " + first + ": 10.0.0.10 → 198.51.100.7, finding 3fa2c1d0cccc0003\n  also on " + second + ": 10.0.0.220 → 198.51.100.7, finding 3fa2c1d0dddd0004\n\nIdentifiers\n",
		}},
		{"explain", behind(), []string{"\nWhere the traffic was seen\n  NAT gateway: the machine that mines is one of 2 behind it: 10.0.0.10, 10.0.0.11\n\nIdentifiers\n"}},
		{"explain", inner, []string{
			"\nWhere the traffic was seen\n  seen at: NAT gateway, inner side; it is not local's own interface\n\nIdentifiers\n",
			"The machine's own interface, by its address: this one only hands its traffic on\n     aws ec2 describe-network-interfaces --filters 'Name=addresses.private-ip-address,Values=10.0.0.10'\n",
		}},
		{"csv", seen(), []string{`abcd,,,"` + first + "; " + second + `",,`}},
		{"csv", behind(), []string{`abcd,"NAT gateway, outer side","NAT gateway: the machine that mines is one of 2 behind it: 10.0.0.10, 10.0.0.11",,`}},
		{"json", seen(), []string{`"also_on":[{"id":"3fa2c1d0cccc0003","interface_id":"eni-0fedcba9876543210","local":"10.0.0.10","remote":"198.51.100.7","role":"NAT gateway, inner side"},`}},
		{"json", behind(), []string{`"seen_at":"NAT gateway, outer side","behind":"NAT gateway: the machine`}},
		{"ocsf", seen(), []string{"also on " + first + ". also on " + second + "."}},
		{"asff", seen(), []string{`"davy/AlsoOn":"` + first + "; " + second + `"`}},
		{"asff", behind(), []string{`"davy/Behind":"NAT gateway: the machine`, `"davy/SeenAt":"NAT gateway, outer side"`}},
	} {
		var b bytes.Buffer
		if err := forms[c.form](&b, c.of); err != nil {
			t.Fatal(err)
		}
		for _, want := range c.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%s lacks %q:\n%s", c.form, want, b.String())
			}
		}
	}
}

// A finding that one interface alone saw looks as before.
func TestNowhereElse(t *testing.T) {
	f := miner()
	if lines := Elsewhere(&f, 4); len(lines) > 0 {
		t.Errorf("%q", lines)
	}
	text, err := json.Marshal(f)
	if err != nil || bytes.Contains(text, []byte("also_on")) || bytes.Contains(text, []byte("seen_at")) || bytes.Contains(text, []byte("behind")) {
		t.Errorf("%s, %v", text, err)
	}
	var b bytes.Buffer
	if err := Explain(&b, &f, View{}); err != nil || strings.Contains(b.String(), "Where the traffic was seen") {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// A table shows a few of many sightings, and how many more there are.
func TestManySightings(t *testing.T) {
	f := miner()
	for i := range 9 {
		f.AlsoOn = append(f.AlsoOn, detect.Sighting{Interface: fmt.Sprint("eni-0000000", i), Role: "x"})
	}
	if lines := Elsewhere(&f, 4); len(lines) != 5 || lines[4] != "and on 5 more" {
		t.Errorf("%q", lines)
	}
	var b bytes.Buffer
	if err := Explain(&b, &f, View{}); err != nil || strings.Count(b.String(), "also on") != 9 || strings.Contains(b.String(), "more\n") {
		t.Errorf("%v\n%s", err, b.String())
	}
}
