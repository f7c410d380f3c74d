package report

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"davy/detect"
)

var origin = Origin{Version: "v1.2.3", Region: "eu-central-1"}

// ordinary is a finding of --min-verdict none, of an interface of a lenient log
// without ports, by the article's rule.
func ordinary() detect.Finding {
	return detect.Finding{
		ID: "aaaa000000000003", Interface: "gateway 1", Local: addr("10.0.0.1"), Remote: addr("10.0.0.2"), Account: "123456789012",
		Verdict: detect.None, Kind: "pool", Rule: detect.Article, Profile: "article", First: 1740960000, Last: 1740960000, Windows: 1, Possible: 1,
		Evidence: []detect.Evidence{{Filter: "membership", Value: 0, Threshold: ptr(0.98), Sentence: "0 of 1 windows lie inside the raw hull"}},
	}
}

func TestOCSF(t *testing.T) {
	schema := ocsfSchemaOf(t, "cloud")
	var b bytes.Buffer
	if err := OCSF(&b, []detect.Finding{miner(), suspect(), ordinary(), named(), waved()}, origin); err != nil {
		t.Fatal(err)
	}
	golden(t, "findings.golden.ocsf", b.Bytes())
	if n := valid(t, schema, b.Bytes()); n != 5 {
		t.Errorf("%d lines, want 5", n)
	}
	first, _, _ := bytes.Cut(b.Bytes(), []byte("\n"))
	for _, required := range []string{"activity_id", "category_uid", "class_uid", "type_uid", "time", "severity_id", "metadata", "finding_info", "cloud"} {
		spoiled(t, schema, first, func(o object) { delete(o, required) })
	}
	spoiled(t, schema, first, func(o object) { o["unknown"] = 1 })
	spoiled(t, schema, first, func(o object) { o["severity_id"] = json.Number("7") })
	spoiled(t, schema, first, func(o object) { o["time"] = "2025-03-03" })
	spoiled(t, schema, first, func(o object) { delete(o["finding_info"].(object), "uid") })
	spoiled(t, schema, first, func(o object) { o["evidences"] = []any{object{}} })
	if !bytes.Contains(first, []byte(`"technique":{"name":"Resource Hijacking","uid":"T1496"`)) {
		t.Error("no ATT&CK T1496 in a finding that mines")
	}
	b.Reset()
	if err := OCSF(&b, []detect.Finding{miner()}, Origin{}); err != nil { // nothing known but the logs
		t.Fatal(err)
	}
	valid(t, schema, b.Bytes())
}

func TestASFF(t *testing.T) {
	schema := asffSchemaOf(t)
	var b bytes.Buffer
	if err := ASFF(&b, []detect.Finding{miner(), suspect(), ordinary(), named(), waved()}, origin); err != nil {
		t.Fatal(err)
	}
	golden(t, "findings.golden.asff", b.Bytes())
	if n := valid(t, schema, b.Bytes()); n != 5 {
		t.Errorf("%d lines, want 5", n)
	}
	first, _, _ := bytes.Cut(b.Bytes(), []byte("\n"))
	for _, required := range []string{"SchemaVersion", "Id", "ProductArn", "GeneratorId", "AwsAccountId", "CreatedAt", "UpdatedAt", "Title", "Description", "Resources"} {
		spoiled(t, schema, first, func(o object) { delete(o, required) })
	}
	spoiled(t, schema, first, func(o object) { o["Unknown"] = 1 })
	spoiled(t, schema, first, func(o object) { o["Title"] = " " })
	spoiled(t, schema, first, func(o object) { o["Severity"] = object{"Label": "DIRE"} })
	spoiled(t, schema, first, func(o object) { o["Resources"].([]any)[0].(object)["Partition"] = "moon" })
	spoiled(t, schema, first, func(o object) { o["ProductFields"] = object{"x": ""} })
}

// What the format cannot do without is asked for, and taken from the flags only
// where the log has nothing.
func TestASFFOrigin(t *testing.T) {
	anonymous := miner()
	anonymous.Account = ""
	var b bytes.Buffer
	if err := ASFF(&b, []detect.Finding{miner()}, Origin{}); err == nil || !strings.Contains(err.Error(), "region") || b.Len() > 0 {
		t.Errorf("without a region: %v, %q", err, b.String())
	}
	if err := ASFF(&b, []detect.Finding{miner(), anonymous}, origin); err == nil || !strings.Contains(err.Error(), "account") || b.Len() > 0 {
		t.Errorf("without an account: %v, %q", err, b.String())
	}
	for region, want := range map[string]string{
		"eu-central-1":  "arn:aws:securityhub:eu-central-1:210987654321:product/210987654321/default",
		"cn-north-1":    "arn:aws-cn:securityhub:cn-north-1:210987654321:product/210987654321/default",
		"us-gov-west-1": "arn:aws-us-gov:securityhub:us-gov-west-1:210987654321:product/210987654321/default",
	} {
		b.Reset()
		if err := ASFF(&b, []detect.Finding{anonymous, miner()}, Origin{Region: region, Account: "210987654321"}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) || !strings.Contains(b.String(), `"AwsAccountId":"123456789012"`) {
			t.Errorf("%s: %s", region, b.String())
		}
	}
	for s, want := range map[string]bool{"eu-central-1": true, "us-gov-east-1": true, "mars": false, "": false, "eu-central-1'": false, "EU-CENTRAL-1": false} {
		if IsRegion(s) != want {
			t.Errorf("region %q: %v", s, !want)
		}
	}
}

// Hostile strings and numbers give valid findings within the limits of the
// formats, and nothing that steers a terminal.
func TestHostileFindings(t *testing.T) {
	ocsf, asff := ocsfSchemaOf(t, "cloud"), asffSchemaOf(t)
	for _, s := range append(evil, strings.Repeat("é", 5000), "", " ") {
		f := hostile(s)
		f.Evidence[0].Value, f.Evidence[1].Value, f.Score = math.MaxFloat64, -math.MaxFloat64, 7
		f.Last, f.First = 1<<40, -1<<40
		var b bytes.Buffer
		o := origin
		o.Account = "123456789012"
		if err := OCSF(&b, []detect.Finding{f}, o); err != nil {
			t.Fatal(err)
		}
		valid(t, ocsf, b.Bytes())
		all := b.String()
		b.Reset()
		if err := ASFF(&b, []detect.Finding{f}, o); err != nil {
			t.Fatal(err)
		}
		valid(t, asff, b.Bytes())
		if all += b.String(); steers(all) || strings.Count(all, "\n") != 2 {
			t.Errorf("%.40q: %.2000q", s, all)
		}
		limits(t, b.Bytes())
	}
}

// limits checks what the API's reference says and its model does not.
func limits(t *testing.T, line []byte) {
	t.Helper()
	var f struct {
		ID, Title, Description, GeneratorID string
		Confidence                          int
		Resources                           []struct{ ID string }
		ProductFields                       map[string]string
	}
	if err := json.Unmarshal(line, &f); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text string
		most int
	}{"Id": {f.ID, 512}, "Title": {f.Title, 256}, "Description": {f.Description, 1024}, "GeneratorId": {f.GeneratorID, 512}, "Resources.Id": {f.Resources[0].ID, 512}} {
		if n := utf8.RuneCountInString(c.text); n < 1 || n > c.most {
			t.Errorf("%s has %d characters, at most %d are allowed", name, n, c.most)
		}
	}
	if f.Confidence < 0 || f.Confidence > 100 || len(f.ProductFields) > 50 {
		t.Errorf("confidence %d, %d product fields", f.Confidence, len(f.ProductFields))
	}
	for key, value := range f.ProductFields {
		if len(key) > 128 || utf8.RuneCountInString(value) > 2048 {
			t.Errorf("%s is too long: %d characters", key, len(value))
		}
	}
}
