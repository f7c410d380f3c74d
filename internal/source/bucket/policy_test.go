package bucket

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"
)

// permissions are what IAM calls the right to an operation.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
var permissions = map[string]string{
	"ListObjectsV2": "s3:ListBucket",
	"GetObject":     "s3:GetObject",
	"HeadObject":    "s3:GetObject",
	"HeadBucket":    "s3:ListBucket", // where it is asked for a region it is not signed, and needs no right
	"kms:Decrypt":   "kms:Decrypt",   // S3 asks for it when an object's key is of KMS
}

// TestMain holds the policy that the documentation gives against what all tests
// together have asked for: it allows that, and nothing else.
func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	whole := true // and not some of the tests
	for _, name := range []string{"test.run", "test.skip", "test.list"} {
		whole = whole && flag.Lookup(name).Value.String() == ""
	}
	if code == 0 && whole {
		if err := policy("../../../docs/iam/s3-read.json"); err != nil {
			fmt.Fprintln(os.Stderr, "FAIL:", err)
			code = 1
		}
	}
	os.Exit(code)
}

func policy(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var doc struct {
		Version   string
		Statement []struct {
			Sid, Effect      string
			Action, Resource any
			Condition        map[string]map[string]any
		}
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	allowed := make(map[string]bool)
	for _, s := range doc.Statement {
		action, ok := s.Action.(string)
		if !ok || s.Effect != "Allow" || s.Resource == "*" || s.Resource == nil || action != "s3:GetObject" && len(s.Condition) == 0 {
			return fmt.Errorf("%s: %+v allows more than is needed", path, s)
		}
		allowed[action] = true
	}
	used := make(map[string]bool)
	for operation := range operations.all {
		permission, ok := permissions[operation]
		if !ok {
			return fmt.Errorf("no permission is known for %q", operation)
		}
		used[permission] = true
	}
	got, want := slices.Sorted(maps.Keys(allowed)), slices.Sorted(maps.Keys(used))
	if doc.Version != "2012-10-17" || !slices.Equal(got, want) {
		return fmt.Errorf("%s allows %q, the tests asked for %q", path, got, want)
	}
	return nil
}
