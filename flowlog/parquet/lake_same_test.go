package parquet

import (
	"testing"

	"davy/biflow"
	"davy/flowlog"
)

// Whatever a file's writer chose, its records are those of the text, but for what
// OCSF cannot say.
func TestOCSFSameAsText(t *testing.T) {
	text := fullLog(700)
	for name, l := range lakes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sameAsText(t, asOCSF(text), l.write(t, text), flowlog.Options{Require: biflow.Needs})
		})
	}
}
