package envelope

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"strings"
)

// An oracle does the same as a Reader with all of a text in memory, without care
// for time, limits or what is wrong.
type oracle struct {
	out    strings.Builder
	counts Counts
	inner  bool
}

// errOracle says that a text is none to be unwrapped.
var errOracle = errors.New("refused")

var (
	oracleStamp  = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z `)
	oracleRecord = regexp.MustCompile(`^(2 +(?:[^ \n]+ +){12}(?:OK|NODATA|SKIPDATA))2 +(?:unknown|\d{12}) +(?:eni-|- )`)
)

// record returns the length of the record that text begins with, if another is glued to it.
func (*oracle) record(text string) int {
	if m := oracleRecord.FindStringSubmatch(text[:min(len(text), longest)]); m != nil {
		return len(m[1])
	}
	return 0
}

func (o *oracle) read(text string) error {
	bare := strings.TrimPrefix(text, "\ufeff")
	head := strings.TrimPrefix(text[:min(len(text), headSize)], "\ufeff")
	start := strings.TrimLeft(head, " \t\r\n")
	switch {
	case oracleStamp.MatchString(head):
		o.export(bare)
	case o.record(head) > 0:
		o.glue(bare)
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "["):
		return o.json(bare)
	case strings.HasPrefix(start, gzipBase64):
		if o.inner {
			return errOracle
		}
		for i, piece := range strings.Split(strings.TrimLeft(bare, " \t\r\n\v\f"), "\n"+gzipBase64) {
			if i > 0 {
				piece = gzipBase64 + piece
			}
			if err := o.unpack(strings.NewReplacer("\r", "", "\n", "").Replace(piece)); err != nil {
				return err
			}
		}
	default:
		o.out.WriteString(text)
		if o.inner {
			o.closed(text)
			o.count(text)
		}
		return nil
	}
	if o.inner {
		o.closed(o.out.String())
	}
	return nil
}

// closed ends a last line.
func (o *oracle) closed(text string) {
	if text != "" && !strings.HasSuffix(text, "\n") {
		o.out.WriteByte('\n')
	}
}

func (o *oracle) count(text string) bool {
	if strings.TrimSpace(text) == "" {
		o.counts.Empty++
		return false
	}
	o.counts.Events++
	return true
}

func (o *oracle) export(text string) {
	for line := range strings.SplitAfterSeq(text, "\n") {
		if stamp := oracleStamp.FindString(line); stamp != "" {
			line = line[len(stamp):]
			o.counts.Events++
		}
		o.out.WriteString(line)
	}
}

func (o *oracle) glue(text string) {
	for line := range strings.SplitAfterSeq(text, "\n") {
		for n := o.record(line); n > 0; n = o.record(line) {
			o.out.WriteString(line[:n] + "\n")
			line = line[n:]
			o.counts.Events++
		}
		o.out.WriteString(line)
	}
}

func (o *oracle) unpack(text string) error {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil || o.inner {
		return errOracle
	}
	if bytes.HasPrefix(b, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			return errOracle
		}
		if b, err = io.ReadAll(io.LimitReader(z, 1<<24)); err != nil {
			return errOracle
		}
	}
	o.counts.Envelopes++
	inner := oracle{inner: true}
	if err := inner.read(string(b)); err != nil {
		return err
	}
	o.out.WriteString(inner.out.String())
	o.counts.Envelopes += inner.counts.Envelopes
	o.counts.Control += inner.counts.Control
	o.counts.Events += inner.counts.Events
	o.counts.Empty += inner.counts.Empty
	return nil
}

// values are all JSON values in a text.
func values(text string) ([]any, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var all []any
	for {
		var v any
		if err := dec.Decode(&v); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, errOracle
		}
		all = append(all, v)
	}
}

func (o *oracle) json(text string) error {
	all, err := values(text)
	if err != nil {
		return err
	}
	for _, v := range all {
		if depth(v) > DefaultLimits().Depth {
			return errOracle
		}
		if err := o.value(v, o.envelope); err != nil {
			return err
		}
	}
	return nil
}

// value reads a value that is an event if it is a string, more values if it is an array.
func (o *oracle) value(v any, object func(map[string]any) error) error {
	switch v := v.(type) {
	case string:
		o.line(v)
	case []any:
		for _, e := range v {
			if err := o.value(e, object); err != nil {
				return err
			}
		}
	case map[string]any:
		return object(v)
	default:
		o.counts.Empty++
	}
	return nil
}

func (o *oracle) line(s string) {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "\n"), "\r")
	if o.count(s) {
		o.out.WriteString(s + "\n")
	}
}

func (o *oracle) envelope(m map[string]any) error {
	if m["messageType"] == "CONTROL_MESSAGE" {
		o.counts.Control++
		return nil
	}
	_, log := m["logEvents"].([]any)
	if kind, ok := m["messageType"].(string); ok && kind != "DATA_MESSAGE" && log {
		return errOracle
	}
	var held []func() error
	for name, v := range m {
		list, isList := v.([]any)
		object, isObject := v.(map[string]any)
		switch {
		case (name == "logEvents" || name == "events") && isList:
			held = append(held, func() error { o.counts.Envelopes++; return o.value(list, o.event) })
		case name == "results" && isList:
			held = append(held, func() error { o.counts.Envelopes++; return o.rows(list) })
		case (name == "records" || name == "Records") && isList:
			held = append(held, func() error { return o.records(list) })
		case name == "awslogs" && isObject:
			held = append(held, func() error { return o.packed(object) })
		}
	}
	return o.one(m, held)
}

func (o *oracle) event(m map[string]any) error { return o.one(m, nil) }

// one reads the message of an object, or else the one other thing in it.
func (o *oracle) one(m map[string]any, held []func() error) error {
	for _, name := range []string{"message", "@message"} {
		if s, ok := m[name].(string); ok {
			held = append(held, func() error { o.line(s); return nil })
		}
	}
	switch len(held) {
	case 0:
		o.counts.Empty++
		return nil
	case 1:
		return held[0]()
	}
	return errOracle
}

func (o *oracle) rows(list []any) error {
	for _, v := range list {
		row, _ := v.([]any)
		messages := 0
		if err := o.cells(row, &messages); err != nil {
			return err
		}
		if messages == 0 {
			o.counts.Empty++
		}
	}
	return nil
}

func (o *oracle) cells(row []any, messages *int) error {
	for _, v := range row {
		cell, _ := v.(map[string]any)
		s, ok := cell["value"].(string)
		if !ok || cell["field"] != "@message" {
			continue
		}
		if *messages++; *messages > 1 {
			return errOracle
		}
		o.line(s)
	}
	return nil
}

func (o *oracle) records(list []any) error {
	for _, v := range list {
		var err error
		switch v := v.(type) {
		case []any:
			err = o.records(v)
		case map[string]any:
			err = o.packed(v)
		default:
			o.counts.Empty++
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (o *oracle) packed(m map[string]any) error {
	var texts []string
	for _, name := range []string{"data", "Data"} {
		if s, ok := m[name].(string); ok {
			texts = append(texts, s)
		}
	}
	within, ok := m["kinesis"].(map[string]any)
	switch {
	case len(texts) > 1, ok && len(texts) > 0:
		return errOracle
	case ok:
		return o.packed(within)
	case len(texts) == 0:
		o.counts.Empty++
		return nil
	}
	return o.unpack(texts[0])
}
