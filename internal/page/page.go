package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"davy/detect"
	"davy/internal/numeral"
	"davy/internal/report"
	"davy/third_party/uplot"
)

// mostBytes is how large the data of a page may be before it leaves out windows,
// then traits: with script and style, the page is below 8 MB. The smallest level
// is written however large it is.
const mostBytes = 7_850_000

// chunk is how many findings have their details in one block of JSON, which is
// read when one of them is opened.
const chunk = 25

// A level is what a page holds of each finding, at most.
type level struct{ windows, traits int }

var levels = []level{
	{mostOfPair, 999},
	{1008, 999},
	{504, 999},
	{288, 999},
	{144, 999},
	{96, 999},
	{72, 999},
	{48, 999},
	{48, 32},
	{48, 24},
	{36, 24},
	{36, 16},
	{24, 8},
}

//go:embed assets
var assets embed.FS

// scripts in the order they run in.
var scripts = []string{"words", "data", "summary", "scale", "axes", "scatter", "cloud", "timeline", "next", "panel", "list", "main"}

// Write writes the page. windows may lack some of the findings; those have no
// pictures. The error is that of w.
func Write(w io.Writer, findings []detect.Finding, windows *Windows, summary *report.Summary) error {
	ix := newIndex(summary, findings)
	details, err := ix.fit(findings, windows)
	if err != nil {
		return err
	}
	head, blocks, _, err := encoded(ix, details)
	if err != nil {
		return err
	}
	return write(w, head, blocks)
}

// fit returns the details of the first level that is small enough, and notes in
// the index what it leaves out.
func (ix *index) fit(findings []detect.Finding, windows *Windows) (details []detail, err error) {
	rest := 0 // bytes of all that is no window
	for i, most := range levels {
		anew := i == 0 || most.traits != levels[i-1].traits
		if anew {
			details = ix.details(findings, most.traits)
		}
		packed := 0
		for j := range details {
			if s := windows.pairs[findings[j].ID]; s != nil {
				details[j].Traffic = s.pack(most.windows)
				packed += len(details[j].Traffic.Windows)
			}
		}
		ix.Summary.Thinned = thinned(windows, most, i)
		if anew {
			_, _, size, err := encoded(ix, details)
			if err != nil {
				return nil, err
			}
			rest = size - packed
		}
		if rest+packed <= mostBytes || i == len(levels)-1 {
			break
		}
	}
	return details, nil
}

// encoded returns the index and the blocks of details as JSON, and how many
// bytes all take.
func encoded(ix *index, details []detail) (head []byte, blocks [][]byte, size int, err error) {
	if head, err = json.Marshal(ix); err != nil {
		return nil, nil, 0, err
	}
	size = len(head)
	for part := range slices.Chunk(details, chunk) {
		b, err := json.Marshal(part)
		if err != nil {
			return nil, nil, 0, err
		}
		blocks = append(blocks, b)
		size += len(b)
	}
	return head, blocks, size, nil
}

func thinned(windows *Windows, most level, i int) string {
	if i == 0 && (windows.most == 0 || windows.most == mostOfPair) {
		return ""
	}
	text := fmt.Sprintf("To stay small, this page draws at most %s windows of a pair, evenly spaced; verdicts and sums rest on all of them.", numeral.Grouped(max(2, min(most.windows, windows.most))))
	if most.traits < 999 {
		text += fmt.Sprintf(" Of each finding it shows the %d traits of most weight; --format jsonl has all.", most.traits)
	}
	return text
}

// write puts the parts into the frame. JSON has <, > and & escaped, and U+2028
// and U+2029 (encoding/json): nothing in it can end its block. The script runs
// before the details are read, so that a large page need not be waited for.
func write(w io.Writer, head []byte, blocks [][]byte) error {
	script, style := script(), style()
	first := fmt.Sprintf("<script type=\"application/json\" id=\"index\">%s</script>\n", head)
	var details bytes.Buffer
	for i, b := range blocks {
		fmt.Fprintf(&details, "<script type=\"application/json\" id=\"details-%d\">%s</script>\n", i, b)
	}
	policy := "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style) +
		"; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
	_, err := strings.NewReplacer("{{policy}}", policy, "{{style}}", style, "{{index}}", first, "{{script}}", script, "{{details}}", details.String()).
		WriteString(w, asset("page.html"))
	return err
}

func asset(name string) string {
	text, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // it is embedded, or the program does not build
	}
	return string(text)
}

func style() string { return "\n" + uplot.Style + "\n" + asset("page.css") }

func script() string {
	var b strings.Builder
	b.WriteString("\n" + uplot.Script + "\n(function () {\n'use strict';\n")
	for _, name := range scripts {
		b.WriteString(asset(name + ".js"))
	}
	b.WriteString("})();\n")
	return b.String()
}

// hash is the source expression that allows one inline script or style (CSP 3).
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
