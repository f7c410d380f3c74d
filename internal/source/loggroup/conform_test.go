package loggroup

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/aws/aws-sdk-go-v2/aws"

	"davy/internal/source"
)

// decoded returns what an object decodes to.
func decoded(ctx context.Context, o source.Object) (string, source.Content, error) {
	r, err := o.Open(ctx)
	if err != nil {
		return "", source.Content{}, err
	}
	defer r.Close()
	d, err := source.Decode(r, source.Limits{}, true)
	if err != nil {
		return "", source.Content{}, err
	}
	defer d.Close()
	b, err := io.ReadAll(d)
	if err != nil {
		return "", source.Content{}, err
	}
	return string(b), d.Content(), nil
}

// TestConformance holds a log group to what every source must do, over real HTTP: the
// lines of an hour are what a file of them would be, as often as they are read, by
// however many, and nothing is left of a reader that was given up.
func TestConformance(t *testing.T) {
	all := some(2000, ms, 5000) // nearly three hours
	f := &fake{groups: map[string][]event{"g": all}, overlap: 3, blanks: true}
	server := httptest.NewServer(f)
	defer server.Close()
	opts := f.options()
	transport := &http.Transport{}
	opts.Config.HTTPClient = &http.Client{Transport: transport}
	opts.Config.BaseEndpoint = aws.String(server.URL)
	objects := list(t, client(t, opts), "cwl:g")

	folder := t.TempDir()
	var files []string
	for i := 0; i < len(all); i += 720 {
		name := filepath.Join(folder, fmt.Sprint(i))
		if err := os.WriteFile(name, []byte(text(all[i:min(i+720, len(all))])), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, name)
	}
	want := make([]source.Content, len(objects))
	for i, name := range files {
		_, content, err := decoded(t.Context(), source.Object{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		want[i] = content
	}
	_, want[3], _ = decoded(t.Context(), objects[3])
	if want[3].Bytes != 0 {
		t.Errorf("%d bytes of an hour without events", want[3].Bytes)
	}
	want[4], want[5] = want[3], want[3]

	t.Run("twice, by many", func(t *testing.T) {
		var wait sync.WaitGroup
		for range 4 {
			for i, o := range objects {
				wait.Go(func() {
					for range 2 {
						if _, content, err := decoded(t.Context(), o); err != nil || content != want[i] {
							t.Errorf("%s: %v, want %v, %v", o.Name, content, want[i], err)
						}
					}
				})
			}
		}
		wait.Wait()
	})
	t.Run("the same list", func(t *testing.T) {
		for i, o := range list(t, client(t, opts), "cwl:g") {
			if o.Name != objects[i].Name || o.Place != objects[i].Place || o.Format != objects[i].Format {
				t.Errorf("%+v, then %+v", objects[i], o)
			}
		}
	})
	t.Run("a list given up", func(t *testing.T) {
		listing, err := client(t, opts).List(t.Context(), "cwl:g")
		if err != nil {
			t.Fatal(err)
		}
		for range listing {
			break
		}
	})
	t.Run("cancelled", func(t *testing.T) {
		for _, bytes := range []int64{0, 1, 20_000} {
			ctx, cancel := context.WithCancel(t.Context())
			r, err := objects[0].Open(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.CopyN(io.Discard, r, bytes); err != nil {
				t.Fatal(err)
			}
			cancel()
			if _, err := io.ReadAll(r); !errors.Is(err, context.Canceled) {
				t.Errorf("after %d bytes: %v", bytes, err)
			}
			r.Close()
		}
	})
	t.Run("closed while it waits", func(t *testing.T) {
		waits, answered := make(chan struct{}), make(chan struct{})
		slow := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body) // only then does the server see that the client has gone
			close(waits)
			<-r.Context().Done()
			close(answered)
		}))
		defer slow.Close()
		cfg := *opts.Config
		cfg.BaseEndpoint = aws.String(slow.URL)
		c := client(t, Options{Config: &cfg, Filter: opts.Filter, Now: opts.Now})
		r := c.open(t.Context(), group{name: "g", region: "eu-west-1"}, span{ms, ms + 1}, "cwl:g")
		done := make(chan error)
		go func() {
			_, err := r.Read(make([]byte, 1))
			done <- err
		}()
		<-waits
		r.Close()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		<-answered
	})
}

// TestNoGoroutines sees that this package starts none: all is done when Read returns.
func TestNoGoroutines(t *testing.T) {
	f := &fake{groups: map[string][]event{"g": some(250, ms, 10_000)}}
	// A bubble fails if a goroutine that was started in it is left.
	synctest.Test(t, func(t *testing.T) {
		c := client(t, f.options())
		o := list(t, c, "cwl:g")[0]
		for _, n := range []int64{0, 100, 1 << 20} {
			r, err := o.Open(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.CopyN(io.Discard, r, n); err != nil && err != io.EOF {
				t.Fatal(err)
			}
			r.Close()
		}
	})
}
