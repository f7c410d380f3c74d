package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"

	"davy/detect"
)

// longestLine is how long a finding may be as JSON; those of davy have some
// 30 KB.
const longestLine = 16 << 20

// findingID is what an id looks like.
var findingID = regexp.MustCompile(`\A[0-9a-f]{16}\z`)

// A LineError is a line that is no finding.
type LineError struct {
	File string
	Line int
	Err  error
}

func (e *LineError) Error() string {
	return fmt.Sprintf("%s:%d: no finding: %v", e.File, e.Line, e.Err)
}

func (e *LineError) Unwrap() error { return e.Err }

// ReadFindings calls each for every finding of JSON Lines, in the form of
// docs/formats/finding.md. Blank lines are skipped, unknown fields ignored. The
// error is a *[LineError], or that of the reader.
func ReadFindings(r io.Reader, file string, each func(*detect.Finding)) error {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, longestLine)
	line := 0
	for scanner.Scan() {
		line++
		text := bytes.TrimSpace(bytes.TrimPrefix(scanner.Bytes(), []byte("\ufeff")))
		if len(text) == 0 {
			continue
		}
		f, err := readFinding(text)
		if err != nil {
			return &LineError{file, line, err}
		}
		each(f)
	}
	if err := scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
		return &LineError{file, line + 1, fmt.Errorf("longer than %d MiB", longestLine>>20)}
	} else if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

func readFinding(text []byte) (*detect.Finding, error) {
	f := new(detect.Finding)
	if err := json.Unmarshal(text, f); err != nil {
		return nil, err
	}
	switch {
	case !findingID.MatchString(f.ID):
		return nil, errors.New("id: want 16 hexadecimal digits")
	case f.Verdict != detect.Mining && f.Verdict != detect.Suspect && f.Verdict != detect.None:
		return nil, fmt.Errorf("verdict: want %s, %s or %s", detect.Mining, detect.Suspect, detect.None)
	case f.Interface == "":
		return nil, errors.New("interface_id: missing")
	case !plainAddr(f.Local):
		return nil, errors.New("local: want an IP address")
	case !plainAddr(f.Remote):
		return nil, errors.New("remote: want an IP address")
	}
	return f, nil
}
