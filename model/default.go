package model

import (
	_ "embed"
	"fmt"
)

//go:embed default.json
var defaultFile []byte

// Default returns the model built into davy. What it was trained on is in its
// provenance; `make model` makes it anew.
func Default() (*Model, error) {
	m, err := load(defaultFile)
	if err != nil {
		return nil, fmt.Errorf("embedded model: %w", err)
	}
	return m, nil
}
