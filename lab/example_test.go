package lab_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"davy/lab"
)

func ExampleGenerate() {
	cfg := lab.Config{
		Seed:     1,
		Duration: time.Hour,
		Hosts:    []lab.Host{{Kinds: []string{"verus-tls", "ssh-idle"}}},
	}
	labels, err := lab.Generate(context.Background(), cfg, func(o lab.Object) error {
		header, _, _ := strings.Cut(string(o.Body), "\n")
		fmt.Println(header)
		return nil
	})
	if err != nil {
		fmt.Println(err)
	}
	for _, l := range labels {
		fmt.Println(l.Class, l.Group)
	}
	// Unordered output:
	// version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
	// mining verus-tls
	// benign ssh-idle
}
