package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Published schemas, as their owners' releases hold them, turned into JSON
// Schema. Both are closed here: a field that the schema does not have is an
// error.

type object = map[string]any

const thirdParty = "../../third_party"

// The files are those that were released: `make third-party` checks the same
// against the modules.
func TestSchemasAreAsReleased(t *testing.T) {
	for folder, files := range map[string]int{"ocsf": 2, "securityhub": 3} {
		sums, err := os.ReadFile(filepath.Join(thirdParty, folder, "SHA256SUMS"))
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(sums)), "\n")
		if len(lines) != files {
			t.Errorf("%s: %d files listed, want %d", folder, len(lines), files)
		}
		for _, line := range lines {
			want, name, _ := strings.Cut(line, "  ")
			text, err := os.ReadFile(filepath.Join(thirdParty, folder, name))
			if sum := sha256.Sum256(text); err != nil || hex.EncodeToString(sum[:]) != want {
				t.Errorf("%s/%s is not what SHA256SUMS says (%v)", folder, name, err)
			}
		}
	}
}

func readJSON(t *testing.T, into any, elem ...string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{thirdParty}, elem...)...))
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// compile makes a schema of definitions, for the one that is named.
func compile(t *testing.T, defs object, name string) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(object{"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "#/$defs/" + name, "$defs": defs})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("mem:///schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func ref(name string) object { return object{"$ref": "#/$defs/" + name} }

var unicodeEscape = regexp.MustCompile(`\\u([0-9A-Fa-f]{4})`)

// asffSchemaOf turns the API's model into a schema of AwsSecurityFinding.
func asffSchemaOf(t *testing.T) *jsonschema.Schema {
	var api struct {
		Shapes map[string]struct {
			Type       string
			Required   []string
			Members    map[string]struct{ Shape string }
			Member     struct{ Shape string }
			Key, Value struct{ Shape string }
			Enum       []string
			Pattern    string
			Min, Max   *float64
		}
	}
	readJSON(t, &api, "securityhub", "api-2.json")
	defs := object{}
	var shape func(name string) object // the reference to it; defines it, and all it holds
	shape = func(name string) object {
		if defs[name] != nil {
			return ref(name)
		}
		s, def := api.Shapes[name], object{}
		defs[name] = def
		bounds := func(lo, hi string) {
			if s.Min != nil {
				def[lo] = *s.Min
			}
			if s.Max != nil {
				def[hi] = *s.Max
			}
		}
		switch s.Type {
		case "structure":
			props := object{}
			for member, m := range s.Members {
				props[member] = shape(m.Shape)
			}
			def = object{"type": "object", "properties": props, "additionalProperties": false}
			if len(s.Required) > 0 {
				def["required"] = s.Required
			}
		case "list":
			def = object{"type": "array", "items": shape(s.Member.Shape)}
			bounds("minItems", "maxItems")
		case "map":
			def = object{"type": "object", "propertyNames": shape(s.Key.Shape), "additionalProperties": shape(s.Value.Shape)}
		case "string":
			def = object{"type": "string"}
			bounds("minLength", "maxLength")
			if s.Pattern != "" {
				def["pattern"] = unicodeEscape.ReplaceAllString(s.Pattern, `\x{$1}`) // as Go writes it
			}
			if len(s.Enum) > 0 {
				def["enum"] = s.Enum
			}
		case "integer", "long":
			def = object{"type": "integer"}
			bounds("minimum", "maximum")
		case "double":
			def = object{"type": "number"}
		case "boolean":
			def = object{"type": "boolean"}
		case "timestamp", "blob": // none in a finding: its times are strings
			def = object{"type": "string"}
		default:
			t.Fatalf("%s: a %s", name, s.Type)
		}
		defs[name] = def
		return ref(name)
	}
	shape("AwsSecurityFinding")
	return compile(t, defs, "AwsSecurityFinding")
}

// ocsfSchemaOf turns the export of OCSF into a schema of Detection Finding with
// the profiles that events claim.
func ocsfSchemaOf(t *testing.T, profiles ...string) *jsonschema.Schema {
	type attribute struct {
		Type        string
		ObjectType  string `json:"object_type"`
		IsArray     bool   `json:"is_array"`
		Requirement string
		Profile     string
		Enum        map[string]any
	}
	type entity struct {
		Attributes  map[string]attribute
		Constraints struct {
			AtLeastOne []string `json:"at_least_one"`
		}
	}
	var export struct {
		Version string
		Classes map[string]entity
		Objects map[string]entity
	}
	readJSON(t, &export, "ocsf", "v1.2-schema.json")
	if export.Version != ocsfSchema {
		t.Fatalf("the export is of %s, events are of %s", export.Version, ocsfSchema)
	}
	has := map[string]bool{"": true}
	for _, p := range profiles {
		has[p] = true
	}
	of := func(name string, a attribute) object {
		var def object
		switch a.Type {
		case "object_t":
			if def = ref(a.ObjectType); a.ObjectType == "object" {
				def = object{"type": "object"}
			}
		case "integer_t", "long_t", "timestamp_t":
			def = object{"type": "integer"}
		case "port_t":
			def = object{"type": "integer", "minimum": 0, "maximum": 65535}
		case "float_t":
			def = object{"type": "number"}
		case "boolean_t":
			def = object{"type": "boolean"}
		case "json_t":
			def = object{}
		default: // string_t and what is made of it
			def = object{"type": "string"}
		}
		// The export names none of the types of observables but Unknown and Other.
		if len(a.Enum) > 0 && !(name == "observable" && len(a.Enum) == 2) {
			var values []any
			for value := range a.Enum {
				if n, err := strconv.Atoi(value); err == nil && def["type"] == "integer" {
					values = append(values, n)
				} else {
					values = append(values, value)
				}
			}
			def["enum"] = values
		}
		if a.IsArray {
			return object{"type": "array", "items": def}
		}
		return def
	}
	closed := func(name string, e entity) object {
		props, required := object{}, []string{}
		for attr, a := range e.Attributes {
			if !has[a.Profile] {
				continue
			}
			props[attr] = of(name, a)
			if a.Requirement == "required" {
				required = append(required, attr)
			}
		}
		def := object{"type": "object", "properties": props, "additionalProperties": false, "required": required}
		var any []object
		for _, attr := range e.Constraints.AtLeastOne {
			any = append(any, object{"required": []string{attr}})
		}
		if len(any) > 0 {
			def["anyOf"] = any
		}
		return def
	}
	defs := object{}
	for name, e := range export.Objects {
		defs[strings.ReplaceAll(name, "/", "_")] = closed(name, e)
	}
	event := closed("", export.Classes["detection_finding"])
	// The export leaves out that this is required, which the class inherits:
	// schema.ocsf.io/1.2.0/classes/detection_finding.
	event["required"] = append(event["required"].([]string), "activity_id")
	defs["detection_finding"] = event
	return compile(t, defs, "detection_finding")
}

// valid checks every line of JSON Lines.
func valid(t *testing.T, schema *jsonschema.Schema, text []byte) (lines int) {
	t.Helper()
	for line := range bytes.Lines(text) {
		lines++
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err == nil {
			err = schema.Validate(doc)
		}
		if err != nil {
			t.Errorf("line %d: %#v\n%s", lines, err, line)
		}
	}
	return lines
}

// spoiled checks that a change of a valid line makes it one that is not: a
// schema that accepts everything proves nothing.
func spoiled(t *testing.T, schema *jsonschema.Schema, line []byte, change func(object)) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
	if err != nil {
		t.Fatal(err)
	}
	change(doc.(object))
	if schema.Validate(doc) == nil {
		t.Errorf("accepted %v", doc)
	}
}
