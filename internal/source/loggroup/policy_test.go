package loggroup

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

type policy struct {
	Version   string
	Statement []struct {
		Sid, Effect string
		Action      []string
		Resource    []string
	}
}

func allowed() (actions []string, p policy, err error) {
	b, err := os.ReadFile("../../../docs/iam/cloudwatch-logs-read.json")
	if err != nil {
		return nil, p, err
	}
	if err := json.Unmarshal(b, &p); err != nil {
		return nil, p, err
	}
	for _, s := range p.Statement {
		actions = append(actions, s.Action...)
	}
	slices.Sort(actions)
	return actions, p, nil
}

// TestPolicy holds the policy in the docs to be one that allows little.
func TestPolicy(t *testing.T) {
	_, p, err := allowed()
	if err != nil || p.Version != "2012-10-17" {
		t.Fatal(p, err)
	}
	for _, s := range p.Statement {
		for _, action := range s.Action {
			if s.Effect != "Allow" || strings.Contains(action, "*") {
				t.Errorf("%s %s", s.Effect, action)
			}
			// EC2's Describe calls know no resources: Service Authorization Reference.
			if every := slices.Equal(s.Resource, []string{"*"}); every != strings.HasPrefix(action, "ec2:Describe") {
				t.Errorf("%s on %s", action, s.Resource)
			}
		}
	}
}

// TestMain holds the API operations that all tests together have called to be those
// that the policy allows, no less and no more.
func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	if code == 0 && complete() {
		want, _, err := allowed()
		got := slices.Sorted(func(yield func(string) bool) {
			called.Range(func(action, _ any) bool { return yield(action.(string)) })
		})
		if err != nil || !slices.Equal(got, want) {
			fmt.Printf("--- FAIL: the tests have called %q, docs/iam/cloudwatch-logs-read.json allows %q, %v\n", got, want, err)
			code = 1
		}
	}
	os.Exit(code)
}

// complete tells whether all tests were run.
func complete() bool {
	all := map[string]string{"test.run": "", "test.skip": "", "test.list": "", "test.fuzz": "", "test.fuzzworker": "false"}
	return !slices.ContainsFunc(slices.Collect(maps.Keys(all)), func(name string) bool {
		return flag.Lookup(name).Value.String() != all[name]
	})
}
