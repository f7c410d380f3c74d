package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"davy/biflow"
	"davy/hull"
	"davy/trait"
)

const (
	formatName  = "davy-model"
	maxFile     = 64 << 20
	maxProfiles = 10_000
	maxVertices = 1_000_000
	volumeSlack = 1e-6 // relative; hulls are rebuilt on loading, on any machine
)

// ErrRefused is wrapped by every error that says a model file cannot be used.
var ErrRefused = errors.New("model refused")

func refused(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrRefused, fmt.Sprintf(format, args...))
}

// Encode returns the model file: indented JSON, the same bytes for the same model.
func (m *Model) Encode() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(m); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// seal sets the model's digest.
func (m *Model) seal() error {
	b, err := m.Encode()
	if err != nil {
		return err
	}
	m.digest = digestOf(b)
	return nil
}

func digestOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// restore checks a decoded model and rebuilds its hulls.
func (m *Model) restore() error {
	if m.Window != biflow.Seconds {
		return refused("made for windows of %d s, this davy counts in %d s", m.Window, biflow.Seconds)
	}
	if m.Space != Space {
		return refused("space %q, want %q", m.Space, Space)
	}
	if err := m.Policy.check(); err != nil {
		return err
	}
	if len(m.Profiles) > maxProfiles {
		return refused("%d profiles", len(m.Profiles))
	}
	if len(m.Profiles) == 0 && m.Baseline == nil && m.Traffic == nil {
		return refused("it holds nothing to judge with")
	}
	if err := m.Traffic.restore(viewTraffic, trait.Names[:]); err != nil {
		return fmt.Errorf("%w (traffic)", err)
	}
	if err := m.Attempts.restore(viewAttempt, trait.AttemptNames[:]); err != nil {
		return fmt.Errorf("%w (attempts)", err)
	}
	seen := make(map[string]bool)
	for i, p := range m.Profiles {
		if p == nil {
			return refused("profile %d is null", i)
		}
		if p.Name == "" || seen[p.Name] {
			return refused("profile %d: name %q is empty or taken", i, p.Name)
		}
		seen[p.Name] = true
		if err := p.restore(); err != nil {
			return fmt.Errorf("%w (profile %q)", err, p.Name)
		}
	}
	if m.Baseline != nil {
		h, err := rebuild(m.Baseline.Vertices, raw, m.Baseline.Volume)
		if err != nil {
			return fmt.Errorf("%w (baseline)", err)
		}
		m.Baseline.hull = h
	}
	return nil
}

func (p Policy) check() error {
	open := func(x float64) bool { return x > 0 && x < 1 }
	if !open(p.Coverage) || !open(p.MissRate) || !open(p.FalseRate) || !(p.FalseAlerts > 0 && p.FalseAlerts <= p.SuspectAlerts && p.SuspectAlerts <= math.MaxFloat32) || p.MinWindows < 1 {
		return refused("policy out of range: %+v", p)
	}
	return nil
}

func (p *Profile) restore() error {
	if !(p.Alpha >= 1) || math.IsInf(p.Alpha, 0) {
		return refused("alpha %v is not a number of at least 1", p.Alpha)
	}
	if c := p.Coverage.Expanded; !(c > 0 && c <= 1) {
		return refused("coverage %v is not a share", c)
	}
	if r := p.Ordinary.Rate; !(r > 0 && r <= 1) {
		return refused("ordinary rate %v is not a share", r)
	}
	if !(p.Share > 0 && p.Share <= 1) || !(p.FalseRate > 0 && p.FalseRate < 1) {
		return refused("share %v or false rate %v is not a share", p.Share, p.FalseRate)
	}
	if p.MinWindows < 1 {
		return refused("min_windows %d", p.MinWindows)
	}
	h, err := rebuild(p.Vertices, scaled, p.Volume)
	if err != nil {
		return err
	}
	p.hull = h
	return nil
}

// rebuild makes the hull of stored vertices and checks that it is the hull that was stored.
func rebuild(vertices []biflow.Point, space func([]biflow.Point) []float64, volume float64) (*hull.Hull, error) {
	if len(vertices) > maxVertices {
		return nil, refused("%d vertices", len(vertices))
	}
	for i, v := range vertices {
		for _, x := range v {
			if !(x >= 0) || math.IsInf(x, 0) {
				return nil, refused("vertex %d: %v is not a count", i, x)
			}
		}
	}
	h, err := hull.New(dim, space(vertices))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	if h.NumVertices() != len(vertices) {
		return nil, refused("%d of %d vertices lie inside the hull of the others", len(vertices)-h.NumVertices(), len(vertices))
	}
	if !(math.Abs(h.Volume()-volume) <= volumeSlack*math.Abs(volume)) {
		return nil, refused("the vertices span a volume of %g, the file says %g", h.Volume(), volume)
	}
	return h, nil
}

// provenance sums up the samples, sorted by key.
func provenance(samples []Sample, note string) Provenance {
	p := Provenance{Pairs: len(samples), Note: note}
	h := sha256.New()
	for i := range samples {
		s := &samples[i]
		l := s.looked
		if l == nil {
			l = &look{windows: len(s.Points), digest: s.digest()}
		}
		h.Write(l.digest[:])
		p.Windows += l.windows
		if l.windows == 0 {
			continue
		}
		if p.First == 0 || s.First < p.First {
			p.First = s.First
		}
		p.Last = max(p.Last, s.Last)
	}
	p.Digest = hex.EncodeToString(h.Sum(nil))
	return p
}

// Write writes the model file.
func (m *Model) Write(w io.Writer) error {
	b, err := m.Encode()
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}
