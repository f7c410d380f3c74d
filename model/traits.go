package model

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"davy/biflow"
	"davy/internal/blob"
	"davy/trait"
)

// A file of traits keeps what is learnt from of labelled pairs: training need not
// read their logs again. docs/formats/traits.md describes it.
const (
	traitsName    = "davy-traits"
	traitsVersion = 1
	maxPair       = 256 << 20 // bytes of a line; a pair of a year takes some megabytes
	maxWindows    = math.MaxInt32
)

// A traitsHead is the first line of the file.
type traitsHead struct {
	Format   string   `json:"format"`
	Version  int      `json:"version"`
	Window   int      `json:"window_seconds"`
	Pairs    int      `json:"pairs"`
	Traits   []string `json:"traits"`
	Attempts []string `json:"attempts"`
}

// A traitsOf is any other line, about one pair.
type traitsOf struct {
	Key      string `json:"key"`
	Mining   bool   `json:"mining"`
	Group    string `json:"group"`
	Kind     string `json:"kind"`
	Unit     string `json:"unit"`
	First    int64  `json:"first"`
	Last     int64  `json:"last"`
	Windows  int    `json:"windows"`
	Digest   string `json:"digest"`   // hexadecimal
	Points   []byte `json:"points"`   // of four float64 each
	Traffic  []byte `json:"traffic"`  // rows: a uint32 of windows, then a float32 for each trait
	Attempts []byte `json:"attempts"` // the same
}

// WriteTraits writes the traits of the samples. The same samples in any order give the
// same bytes.
func WriteTraits(w io.Writer, samples []Sample, workers int) error {
	samples = sorted(samples)
	Look(samples, workers)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(traitsHead{
		Format: traitsName, Version: traitsVersion, Window: biflow.Seconds, Pairs: len(samples),
		Traits: trait.Names[:], Attempts: trait.AttemptNames[:],
	}); err != nil {
		return err
	}
	for i := range samples {
		s := &samples[i]
		n := traitsOf{
			Key: s.Key, Mining: s.Mining, Group: s.Group, Kind: s.Kind, Unit: s.Unit, First: s.First, Last: s.Last,
			Windows: s.looked.windows, Digest: hex.EncodeToString(s.looked.digest[:]),
			Traffic: packRows(s.looked.traffic), Attempts: packRows(s.looked.attempts),
		}
		for _, x := range s.Points {
			for _, c := range x {
				n.Points = binary.LittleEndian.AppendUint64(n.Points, math.Float64bits(c))
			}
		}
		if err := enc.Encode(n); err != nil {
			return err
		}
	}
	return nil
}

func packRows(rows []row) []byte {
	var out []byte
	for _, r := range rows {
		out = binary.LittleEndian.AppendUint32(out, uint32(r.windows))
		for _, x := range r.traits {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(x))
		}
	}
	return out
}

// A TraitsError says where a file of traits is wrong. It wraps ErrRefused.
type TraitsError struct {
	File   string
	Line   int
	Field  string // "" if it is the line itself
	Reason error
}

func (e *TraitsError) Error() string {
	field := ""
	if e.Field != "" {
		field = e.Field + ": "
	}
	return fmt.Sprintf("%s:%d: %s%v", e.File, e.Line, field, e.Reason)
}

// Unwrap gives the reason, and what the error is.
func (e *TraitsError) Unwrap() []error { return []error{ErrRefused, e.Reason} }

// ReadTraits reads what WriteTraits wrote; name is said in errors. The samples can
// be learnt from by [LevelCascade] only. Errors are of r, and *TraitsError.
func ReadTraits(r io.Reader, name string) ([]Sample, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxPair)
	number := 0
	wrong := func(field string, reason error) error { return &TraitsError{name, number, field, reason} }
	next := func(into any) error {
		number++
		more := lines.Scan()
		switch err := lines.Err(); {
		case errors.Is(err, bufio.ErrTooLong):
			return wrong("", err)
		case err != nil:
			return fmt.Errorf("%s:%d: %w", name, number, err)
		case !more:
			return wrong("", io.ErrUnexpectedEOF)
		}
		if err := blob.Object(lines.Bytes(), into); err != nil {
			return wrong("", err)
		}
		return nil
	}
	var head traitsHead
	if err := next(&head); errors.Is(err, ErrRefused) {
		return nil, wrong("", errors.New("not a file of traits"))
	} else if err != nil {
		return nil, err
	}
	if field, err := head.check(); err != nil {
		return nil, wrong(field, err)
	}
	var samples []Sample
	for range head.Pairs {
		var n traitsOf
		if err := next(&n); err != nil {
			return nil, err
		}
		s, field, err := n.sample()
		if err != nil {
			return nil, wrong(field, err)
		}
		samples = append(samples, s)
	}
	if number++; lines.Scan() {
		return nil, wrong("", fmt.Errorf("more than the %d pairs that the first line says", head.Pairs))
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, number, err)
	}
	return samples, nil
}

// check says which field is not this davy's.
func (h *traitsHead) check() (field string, err error) {
	switch {
	case h.Format != traitsName:
		return "format", fmt.Errorf("%q, want %q", h.Format, traitsName)
	case h.Version != traitsVersion:
		return "version", fmt.Errorf("%d, this davy reads %d", h.Version, traitsVersion)
	case h.Window != biflow.Seconds:
		return "window_seconds", fmt.Errorf("%d, this davy counts in %d", h.Window, biflow.Seconds)
	case h.Pairs < 0:
		return "pairs", fmt.Errorf("%d", h.Pairs)
	case !slices.Equal(h.Traits, trait.Names[:]):
		return "traits", errors.New("not those of this davy")
	case !slices.Equal(h.Attempts, trait.AttemptNames[:]):
		return "attempts", errors.New("not those of this davy")
	}
	return "", nil
}

// sample is the pair, or the field that is wrong.
func (n *traitsOf) sample() (s Sample, field string, err error) {
	l := &look{windows: n.Windows}
	if n.Windows < 0 || n.Windows > maxWindows {
		return s, "windows", fmt.Errorf("%d", n.Windows)
	}
	digest, err := hex.DecodeString(n.Digest)
	if err != nil || len(digest) != sha256.Size {
		return s, "digest", errors.New("not a SHA-256 in hexadecimal")
	}
	copy(l.digest[:], digest)
	if n.Mining && n.Group == "" {
		return s, "group", errors.New("a mining pair needs the name of its profile")
	}
	s = Sample{Mining: n.Mining, Group: n.Group, Kind: n.Kind, Unit: n.Unit, Key: n.Key, First: n.First, Last: n.Last, looked: l}
	if s.Points, err = unpackPoints(n.Points); err != nil {
		return s, "points", err
	}
	if l.traffic, err = unpackRows(n.Traffic, trait.Count); err != nil {
		return s, "traffic", err
	}
	if l.attempts, err = unpackRows(n.Attempts, trait.AttemptCount); err != nil {
		return s, "attempts", err
	}
	return s, "", nil
}

var errPart = errors.New("ends within a number or a row")

func unpackPoints(data []byte) ([]biflow.Point, error) {
	const size = 8 * dim
	if len(data)%size != 0 {
		return nil, errPart
	}
	points := make([]biflow.Point, len(data)/size)
	for i := range points {
		for j := range points[i] {
			c := math.Float64frombits(binary.LittleEndian.Uint64(data[i*size+8*j:]))
			if !(c >= 0) || math.IsInf(c, 0) {
				return nil, fmt.Errorf("%v is not a count", c)
			}
			points[i][j] = c
		}
	}
	return points, nil
}

func unpackRows(data []byte, traits int) ([]row, error) {
	size := 4 * (1 + traits)
	if len(data)%size != 0 {
		return nil, errPart
	}
	rows := make([]row, len(data)/size)
	all := make([]float32, len(rows)*traits)
	for i := range rows {
		at := data[i*size:]
		rows[i].windows = int(binary.LittleEndian.Uint32(at))
		if rows[i].windows > maxWindows {
			return nil, fmt.Errorf("a row of %d windows", rows[i].windows)
		}
		rows[i].traits = all[i*traits : (i+1)*traits : (i+1)*traits]
		for j := range rows[i].traits {
			x := math.Float32frombits(binary.LittleEndian.Uint32(at[4*(1+j):]))
			if x-x != 0 { // neither infinite nor NaN
				return nil, fmt.Errorf("a trait is %v", x)
			}
			rows[i].traits[j] = x
		}
	}
	return rows, nil
}
