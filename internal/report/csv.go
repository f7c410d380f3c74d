package report

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"davy/detect"
)

// csvHeader are the columns of docs/formats/csv.md. New ones are added at the end.
var csvHeader = []string{
	"id", "verdict", "kind", "score", "interface_id", "local", "remote", "server_port",
	"account_id", "vpc_id", "subnet_id", "instance_id", "first_window", "last_window",
	"windows", "windows_inside", "windows_possible", "windows_unknown",
	"rule", "profile", "reason_1", "reason_2", "local_side_by", "model",
	"seen_at", "behind", "also_on",
	"interface_type", "owner", "owner_instance_id", "tags", "remote_asn", "remote_as_name", "remote_pool", "remote_pool_note",
	"suppressed_line", "suppressed_reason", "suppressed_author", "suppressed_expires",
}

// CSV writes findings as RFC 4180 has it: a header, then one row a finding,
// lines ended by CRLF. No cell starts what a spreadsheet takes for a formula,
// and none holds control characters.
func CSV(w io.Writer, findings []detect.Finding) error { return writeCSV(w, findings, defuse) }

// RawCSV is CSV with all text as it is, for programs that take no cell for a
// formula and are no terminal.
func RawCSV(w io.Writer, findings []detect.Finding) error {
	return writeCSV(w, findings, func(s string) string { return s })
}

func writeCSV(w io.Writer, findings []detect.Finding, text func(string) string) error {
	cw := csv.NewWriter(w)
	cw.UseCRLF = true
	if err := cw.Write(csvHeader); err != nil {
		return err
	}
	for i := range findings {
		row := csvRow(&findings[i])
		for j := range row {
			row[j] = text(row[j])
		}
		if err := cw.Write(row); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

func csvRow(f *detect.Finding) []string {
	reasons := make([]string, 2)
	for i, e := range Reasons(f, len(reasons)) {
		reasons[i] = e.Sentence
	}
	day := func(t int64) string { return time.Unix(t, 0).UTC().Format(time.RFC3339) }
	port := ""
	if f.ServerPort > 0 {
		port = strconv.Itoa(int(f.ServerPort))
	}
	return slices.Concat(
		[]string{f.ID, string(f.Verdict), f.Kind, strconv.FormatFloat(f.Score, 'g', -1, 64), f.Interface, f.Local.String(), f.Remote.String(), port},
		[]string{f.Account, f.VPC, f.Subnet, f.Instance, day(f.First), day(f.Last)},
		[]string{strconv.Itoa(f.Windows), strconv.Itoa(f.Inside), strconv.Itoa(f.Possible), strconv.Itoa(f.Unknown)},
		[]string{string(f.Rule), f.Profile}, reasons, []string{string(f.Clue), f.Model},
		[]string{f.SeenAt, f.Behind, strings.Join(sightings(f), "; ")},
		csvNames(namesOf(f)), csvSuppression(f.Suppressed),
	)
}

// csvNames are who the two ends are; tags are a JSON object.
func csvNames(n *detect.Names) []string {
	tags, asn := "", ""
	if len(n.Tags) > 0 {
		var b bytes.Buffer
		if writeJSON(&b, n.Tags) == nil { // of strings: it cannot fail
			tags = strings.TrimSpace(b.String())
		}
	}
	if n.ASN > 0 {
		asn = strconv.FormatUint(uint64(n.ASN), 10)
	}
	return []string{n.InterfaceType, n.Owner, n.Instance, tags, asn, n.ASName, n.Pool, n.PoolNote}
}

func csvSuppression(s *detect.Suppression) []string {
	if s == nil {
		return make([]string, 4)
	}
	return []string{strconv.Itoa(s.Line), s.Reason, s.Author, s.Expires}
}

// defuse cleans a cell and puts an apostrophe before what a spreadsheet would
// take for a formula, with blanks before it or without: CWE-1236, and the
// characters that OWASP lists under CSV injection.
func defuse(s string) string {
	clean := Clean(s)
	head := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff' })
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") || head != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(head)[0]) {
		return "'" + clean
	}
	return clean
}
