package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"

	"davy/detect"
	"davy/internal/enrich"
	"davy/internal/enrich/account"
	"davy/internal/suppress"
)

// nameFlags say what findings are named by, and which need not be looked at.
type nameFlags struct {
	Enrich       string `help:"Name interfaces: aws asks EC2 whose they are, cache only looks into --enrich-cache." enum:",aws,cache" default:"" placeholder:"FROM" group:"Names and suppressions"`
	EnrichCache  string `name:"enrich-cache" help:"File to keep what AWS said in." placeholder:"FILE" group:"Names and suppressions"`
	ASN          string `name:"asn" help:"Autonomous systems of peers: a file in MaxMind's format, yours." placeholder:"FILE.mmdb" group:"Names and suppressions"`
	Pools        string `help:"Addresses you know as pools' (docs/formats/pools.md): said beside the evidence, never evidence." placeholder:"FILE" group:"Names and suppressions"`
	Suppressions string `help:"Findings that need not be looked at (docs/formats/suppressions.md): shown as such, never left out." placeholder:"FILE" group:"Names and suppressions"`
}

// names are the files of nameFlags, read.
type names struct {
	flags *nameFlags
	cache *enrich.Cache // nil: interfaces are not named
	asn   *enrich.ASN
	pools *enrich.Pools
	list  *suppress.List
	notes []string
}

// open reads the files, before anything else is read: a mistake in one should not
// cost the time of a scan.
func (f *nameFlags) open(now time.Time) (*names, error) {
	n := &names{flags: f}
	if f.Enrich == "cache" && f.EnrichCache == "" {
		return nil, usage(errors.New("--enrich cache: which file? Give --enrich-cache FILE"))
	}
	if f.Enrich != "" {
		n.cache = enrich.NewCache()
	}
	err := loadEach([]named{
		{f.cachePath(), func(r io.Reader, name string) (err error) { n.cache, err = enrich.LoadCache(r, name); return err }},
		{f.ASN, func(r io.Reader, name string) (err error) { n.asn, err = enrich.LoadASN(r, name); return err }},
		{f.Pools, func(r io.Reader, name string) (err error) { n.pools, err = enrich.LoadPools(r, name); return err }},
		{f.Suppressions, func(r io.Reader, name string) (err error) { n.list, err = suppress.Load(r, name, now); return err }},
	})
	return n, err
}

// cachePath is the cache to be read; "" for none. One that is to be made need not be
// there.
func (f *nameFlags) cachePath() string {
	if f.Enrich == "" {
		return ""
	}
	if _, err := os.Stat(f.EnrichCache); f.Enrich == "aws" && errors.Is(err, fs.ErrNotExist) {
		return ""
	}
	return f.EnrichCache
}

// named is a file and what reads it.
type named struct {
	path string
	load func(r io.Reader, name string) error
}

func loadEach(files []named) error {
	for _, f := range files {
		if f.path == "" {
			continue
		}
		file, err := os.Open(f.path)
		if err != nil {
			return err
		}
		err = f.load(file, f.path)
		file.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// interfaces names the interfaces of findings.
func (n *names) interfaces(ctx context.Context, findings []detect.Finding, now time.Time) error {
	if n.cache == nil {
		return nil
	}
	if n.flags.Enrich == "aws" {
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return fmt.Errorf("configuration of AWS: %w", err)
		}
		notes, err := n.cache.Refresh(ctx, account.New(cfg), findings, now)
		n.notes = append(n.notes, notes...)
		if err != nil {
			return err
		}
		if n.flags.EnrichCache != "" {
			if err := writeFileAs(n.flags.EnrichCache, 0o600, n.cache.Save); err != nil {
				return err
			}
		}
	}
	n.notes = append(n.notes, n.cache.Name(findings)...)
	return nil
}

// peers names the peers of findings and marks what need not be looked at.
func (n *names) peers(findings []detect.Finding) error {
	if n.asn != nil {
		if err := n.asn.Name(findings); err != nil {
			return err
		}
	}
	if n.pools != nil {
		n.pools.Name(findings)
		n.notes = append(n.notes, n.pools.Notes()...)
	}
	if n.list != nil {
		n.notes = append(n.notes, n.list.Apply(findings)...)
	}
	return nil
}
