package report

import "strings"

// A table is a Markdown table in the making.
type table struct {
	columns int
	text    strings.Builder
}

func newTable(head ...string) *table {
	t := &table{columns: len(head)}
	t.add(head...)
	t.text.WriteString(strings.Repeat("|---", len(head)) + "|\n")
	return t
}

// add adds a row. Cells are cleaned, so that none can end the row or move the
// cursor.
func (t *table) add(cells ...string) {
	for _, c := range cells {
		t.text.WriteString("| " + strings.ReplaceAll(Clean(c), "|", `\|`) + " ")
	}
	t.text.WriteString("|\n")
}

func (t *table) write(b *strings.Builder) { b.WriteString(t.text.String()) }
