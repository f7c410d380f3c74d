// Package sourcetest is what every source of objects must pass, whatever it reads
// from: in goes a function that stores some bytes and lists them, out comes a test
// that fails where the source does not keep the contract of [source.NewObject] and
// [source.Listing].
package sourcetest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"davy/internal/source"
)

// patience is how long anything may take that should end at once.
const patience = 20 * time.Second

// Run holds a source against the contract. store is to store all objects, by path,
// and to return a listing that has them and nothing else; base names are unique.
func Run(t *testing.T, store func(t testing.TB, objects map[string][]byte) source.Listing) {
	t.Helper()
	objects := Objects()
	listing := store(t, objects)
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			before := len(goroutines())
			if err := c.holds(t.Context(), listing, objects); err != nil {
				t.Error(err)
			}
			if err := settled(before, patience); err != nil {
				t.Error(err)
			}
		})
	}
}

// Objects returns what is stored: the same each time.
func Objects() map[string][]byte {
	random := rand.NewChaCha8([32]byte{'d', 'a', 'v', 'y'})
	objects := make(map[string][]byte)
	for name, size := range map[string]int{
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/22/empty.log":  0,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/22/one.log":    1,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/23/small.log":  1200,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/23/part.log":   8 << 20,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/23/more.log":   8<<20 + 1,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/11/24/large.log":  20<<20 + 3,
		"AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/12/odd a+b%20.gz": 70_000,
		"é/ü&'().log": 5,
		"top.log":     333,
	} {
		objects[name] = make([]byte, size)
	}
	for i := range 40 {
		objects[fmt.Sprintf("many/%02d.log.gz", i)] = make([]byte, 1000+i)
	}
	for _, name := range slices.Sorted(maps.Keys(objects)) {
		_, _ = random.Read(objects[name]) // which never fails
	}
	return objects
}

// Digest returns the SHA-256 of what a listing has, in hexadecimal: base name and
// content of each object, in the order of base names. It is the same for every
// source that has the same objects.
func Digest(ctx context.Context, listing source.Listing) (string, error) {
	found := make(map[string][]byte)
	for o, err := range listing {
		if err != nil {
			return "", err
		}
		b, err := read(ctx, o)
		if err != nil {
			return "", err
		}
		found[o.Name] = b
	}
	return digest(found), nil
}

func digest(objects map[string][]byte) string {
	byBase := make(map[string][]byte)
	for name, b := range objects {
		byBase[path.Base(name)] = b
	}
	sum := sha256.New()
	for _, base := range slices.Sorted(maps.Keys(byBase)) {
		for _, b := range [][]byte{[]byte(base), byBase[base]} {
			sum.Write(binary.BigEndian.AppendUint64(nil, uint64(len(b))))
			sum.Write(b)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// A check is one clause of the contract.
type check struct {
	name  string
	holds func(ctx context.Context, listing source.Listing, objects map[string][]byte) error
}

var checks = []check{
	{"names", names},
	{"digest", sameDigest},
	{"twice", twice},
	{"concurrently", concurrently},
	{"backwards", backwards},
	{"closed early", closedEarly},
	{"never opened", neverOpened},
	{"listing broken off", brokenOff},
	{"cancelled", cancelled},
}

// names are unique, those that were stored, and in the same order each time; sizes
// are right or -1.
func names(_ context.Context, listing source.Listing, objects map[string][]byte) error {
	var before []string
	for range 2 {
		var got []string
		for o, err := range listing {
			if err != nil {
				return err
			}
			if want := int64(len(stored(objects, o))); o.Size != want && o.Size != -1 {
				return fmt.Errorf("%s: its size is said to be %d, not %d", o.Name, o.Size, want)
			}
			got = append(got, o.Name)
		}
		if before != nil && !slices.Equal(got, before) {
			return fmt.Errorf("the order is not the same: %q, then %q", before, got)
		}
		before = got
	}
	want := make([]string, 0, len(objects))
	for name := range objects {
		want = append(want, path.Base(name))
	}
	got := make([]string, 0, len(before))
	for _, name := range before {
		got = append(got, path.Base(name))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		return fmt.Errorf("listed are %q, stored %q", got, want)
	}
	if slices.Sort(before); len(slices.Compact(before)) != len(objects) {
		return errors.New("names are not unique")
	}
	return nil
}

func sameDigest(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	got, err := Digest(ctx, listing)
	if want := digest(objects); err == nil && got != want {
		err = fmt.Errorf("the digest is %s, not %s", got, want)
	}
	return err
}

// twice reads each object twice, listed once.
func twice(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	all, err := collect(listing)
	if err != nil {
		return err
	}
	for range 2 {
		for _, o := range all {
			if err := exact(ctx, o, objects); err != nil {
				return err
			}
		}
	}
	return nil
}

// concurrently reads all objects, and each by two goroutines at once.
func concurrently(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	all, err := collect(listing)
	if err != nil {
		return err
	}
	errs := make([]error, 4)
	var readers sync.WaitGroup
	for i := range errs {
		readers.Go(func() {
			for n, o := range all {
				if n%2 == i%2 {
					errs[i] = errors.Join(errs[i], exact(ctx, o, objects))
				}
			}
		})
	}
	readers.Wait()
	return errors.Join(errs...)
}

// backwards reads the last object first, after the listing has ended.
func backwards(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	all, err := collect(listing)
	if err != nil {
		return err
	}
	for _, o := range slices.Backward(all) {
		if err := exact(ctx, o, objects); err != nil {
			return err
		}
	}
	return nil
}

// closedEarly reads a little of each object, or nothing.
func closedEarly(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	n := 0
	for o, err := range listing {
		if err != nil {
			return err
		}
		r, err := o.Open(ctx)
		if err != nil {
			return err
		}
		b := stored(objects, o)
		p := make([]byte, min(len(b), n*100))
		if _, err := io.ReadFull(r, p); err != nil || !bytes.Equal(p, b[:len(p)]) {
			r.Close()
			return fmt.Errorf("%s: the first %d bytes are wrong: %w", o.Name, len(p), err)
		}
		if err := r.Close(); err != nil {
			return err
		}
		n++
	}
	return nil
}

// neverOpened opens one object and leaves all others.
func neverOpened(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	all, err := collect(listing)
	if err != nil {
		return err
	}
	return exact(ctx, all[len(all)/3], objects)
}

// brokenOff leaves the listing after some objects, the last of which is read later.
func brokenOff(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	for n := range 3 {
		var last source.Object
		i := 0
		for o, err := range listing {
			if err != nil {
				return err
			}
			if last = o; i == n*7 {
				break
			}
			i++
		}
		if err := exact(ctx, last, objects); err != nil {
			return err
		}
	}
	return nil
}

// cancelled ends the context before an object is opened, and while it is read: it
// ends soon, in an error or with all that there is.
func cancelled(ctx context.Context, listing source.Listing, objects map[string][]byte) error {
	all, err := collect(listing)
	if err != nil {
		return err
	}
	for _, o := range all {
		for _, early := range []bool{true, false} {
			done := make(chan error, 1)
			go func() { done <- readCancelled(ctx, o, stored(objects, o), early) }()
			select {
			case err := <-done:
				if err != nil {
					return err
				}
			case <-time.After(patience):
				return fmt.Errorf("%s: still being read, %v after the context ended", o.Name, patience)
			}
		}
	}
	return nil
}

func readCancelled(ctx context.Context, o source.Object, want []byte, early bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if early {
		cancel()
	}
	r, err := o.Open(ctx)
	if err != nil {
		if early {
			return nil
		}
		return err
	}
	defer r.Close()
	first := make([]byte, min(len(want), 10))
	if _, err := io.ReadFull(r, first); err != nil {
		if early {
			return nil
		}
		return err
	}
	cancel()
	rest, err := io.ReadAll(r)
	if err == nil && !bytes.Equal(append(first, rest...), want) {
		return fmt.Errorf("%s: cut short without an error when the context ended", o.Name)
	}
	return nil
}

// exact reads an object, which must be as it was stored.
func exact(ctx context.Context, o source.Object, objects map[string][]byte) error {
	got, err := read(ctx, o)
	if err != nil {
		return fmt.Errorf("%s: %w", o.Name, err)
	}
	if want := stored(objects, o); !bytes.Equal(got, want) {
		return fmt.Errorf("%s: %d bytes that are not the %d that were stored", o.Name, len(got), len(want))
	}
	return nil
}

func read(ctx context.Context, o source.Object) ([]byte, error) {
	r, err := o.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func collect(listing source.Listing) (all []source.Object, err error) {
	for o, err := range listing {
		if err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	if len(all) == 0 {
		return nil, errors.New("nothing is listed")
	}
	return all, nil
}

// stored returns what an object should hold.
func stored(objects map[string][]byte, o source.Object) []byte {
	for name, b := range objects {
		if path.Base(name) == path.Base(o.Name) {
			return b
		}
	}
	return nil
}

// settled waits until no more goroutines of davy run than before, but not for ever.
func settled(before int, most time.Duration) error {
	for begun := time.Now(); ; time.Sleep(5 * time.Millisecond) {
		now := goroutines()
		if len(now) <= before {
			return nil
		}
		if time.Since(begun) > most {
			return fmt.Errorf("%d goroutines are left, %d were there before:\n%s", len(now), before, strings.Join(now, "\n\n"))
		}
	}
}

// goroutines returns the stacks of those that run something of davy, but tests.
func goroutines() (all []string) {
	buf := make([]byte, 1<<20)
	for {
		n := runtime.Stack(buf, true)
		if n < len(buf) {
			buf = buf[:n]
			break
		}
		buf = make([]byte, 2*len(buf))
	}
	for _, stack := range strings.Split(string(buf), "\n\n") {
		if strings.Contains(stack, "davy/") && !strings.Contains(stack, "testing.tRunner(") && !strings.Contains(stack, "testing.(*B)") {
			all = append(all, stack)
		}
	}
	return all
}
