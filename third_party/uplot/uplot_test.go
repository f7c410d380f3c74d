package uplot

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// The files are those that were released: `make third-party` checks the same
// against the archive.
func TestFilesAreAsReleased(t *testing.T) {
	sums, err := os.ReadFile("SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(sums)), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d files listed, want 3", len(lines))
	}
	for _, line := range lines {
		want, name, ok := strings.Cut(line, "  ")
		text, err := os.ReadFile(name)
		if sum := sha256.Sum256(text); !ok || err != nil || hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s is not what SHA256SUMS says (%v)", name, err)
		}
	}
}
