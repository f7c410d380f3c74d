package bucket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"davy/internal/source"
)

// some returns objects of given sizes.
func some(sizes ...int) map[string][]byte {
	objects := make(map[string][]byte)
	for i, n := range sizes {
		objects[fmt.Sprintf("%04d", i)] = random(n, uint64(i))
	}
	return objects
}

func same(n, size int) []int {
	sizes := make([]int, n)
	for i := range sizes {
		sizes[i] = size
	}
	return sizes
}

// open opens an object, to be closed at the end.
func open(t *testing.T, o source.Object) io.ReadCloser {
	t.Helper()
	r, err := o.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// held returns the bytes in memory, after checking that they never were too many.
func held(t *testing.T, c *Client) int64 {
	t.Helper()
	c.ahead.mu.Lock()
	defer c.ahead.mu.Unlock()
	if c.ahead.peak > c.ahead.limit {
		t.Errorf("%d bytes were held, of %d", c.ahead.peak, c.ahead.limit)
	}
	return c.ahead.taken
}

func TestAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := holding(some(same(40, 100)...))
		c := client(t, f, Options{})
		objects := all(t, c, "s3://logs")
		synctest.Wait()
		if n := f.counted("GET"); n != 0 {
			t.Error(n, "objects fetched that nobody has opened")
		}
		for i, o := range objects {
			r := open(t, o)
			synctest.Wait()
			if n := f.counted("GET"); n != min(i+17, 40) {
				t.Errorf("%d fetched after opening %d", n, i+1)
			}
			io.Copy(io.Discard, r)
			r.Close()
		}
		if n := f.counted("GET"); n != 40 || held(t, c) != 0 {
			t.Error(n, "requests,", held(t, c), "bytes")
		}
	})
}

// Where each answer takes its time, it is waited for once for many objects.
func TestAheadSavesTime(t *testing.T) {
	took := make(map[int]time.Duration)
	for _, ahead := range []int{-1, 0} {
		synctest.Test(t, func(t *testing.T) {
			f := holding(some(same(160, 100)...))
			f.fault = func(w http.ResponseWriter, _ *http.Request, _ int) (http.ResponseWriter, bool) {
				time.Sleep(50 * time.Millisecond)
				return w, false
			}
			objects := all(t, client(t, f, Options{Objects: ahead}), "s3://logs")
			begun := time.Now()
			for _, o := range objects {
				if _, err := contentOf(t, o); err != nil {
					t.Error(err)
				}
			}
			took[ahead] = time.Since(begun)
		})
	}
	if took[-1] != 8*time.Second || took[0] > took[-1]/16 {
		t.Error(took)
	}
}

// A consumer that takes them one by one off the listing has them fetched as well.
func TestAheadOfListing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := holding(some(same(50, 100)...))
		f.page = 20
		c := client(t, f, Options{})
		listing, err := c.List(t.Context(), "s3://logs")
		if err != nil {
			t.Fatal(err)
		}
		i := 0
		for o, err := range listing {
			if err != nil {
				t.Fatal(err)
			}
			r := open(t, o)
			synctest.Wait()
			if n, least := f.counted("GET"), min(i+17, i/20*20+20); n < least {
				t.Errorf("%d fetched after opening %d", n, i+1)
			}
			io.Copy(io.Discard, r)
			r.Close()
			if i++; i == 25 {
				break
			}
		}
		synctest.Wait()
		if n := held(t, c); n != 0 {
			t.Error(n, "bytes are held for objects that the listing never gave")
		}
	})
}

// Memory has its bound and nothing waits for ever, whatever is done with objects:
// some goroutines open them in some order, read them to the end or not, or never
// open them, or do so twice.
func TestAheadAnyOrder(t *testing.T) {
	seeds := uint64(30)
	if raced {
		seeds = 10
	}
	for seed := range seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				rng := rand.New(rand.NewPCG(seed, 7))
				sizes := make([]int, 60)
				for i := range sizes {
					sizes[i] = []int{0, 1, 900, 1000, 1001, 5000, 12_345}[rng.IntN(7)]
				}
				contents := some(sizes...)
				f := holding(contents)
				f.page = 7
				memory := []int64{1, 999, 3000, 8000, 64_000}[seed%5]
				c := client(t, f, Options{Memory: memory, Objects: []int{-1, 1, 4, 16}[seed%4]})
				c.part = 1000
				objects := all(t, c, "s3://logs")
				order := rng.Perm(len(objects))
				if seed%3 == 0 {
					for i := range order {
						order[i] = i
					}
				}
				jobs := make(chan int)
				var workers sync.WaitGroup
				for w := range 1 + seed%6 {
					rng := rand.New(rand.NewPCG(seed, w))
					workers.Go(func() {
						for i := range jobs {
							b := contents[strings.TrimPrefix(objects[i].Name, "s3://logs/")]
							switch rng.IntN(6) {
							case 0: // never
								continue
							case 1: // not to its end
								r, err := objects[i].Open(t.Context())
								if err != nil {
									t.Error(err)
									return
								}
								n := rng.IntN(len(b) + 1)
								if got, err := io.ReadAll(io.LimitReader(r, int64(n))); err != nil || !bytes.Equal(got, b[:n]) {
									t.Error(err)
								}
								r.Close()
								r.Close()
								if _, err := r.Read(make([]byte, 1)); err == nil || err == io.EOF {
									t.Error("read after it was closed:", err)
								}
							case 2: // twice at the same time
								one, two := open(t, objects[i]), open(t, objects[i])
								for _, r := range []io.ReadCloser{two, one} {
									if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, b) {
										t.Error(err)
									}
								}
								one.Close()
								two.Close()
							default:
								if got, err := contentOf(t, objects[i]); err != nil || !bytes.Equal(got, b) {
									t.Error(len(got), err)
								}
							}
							held(t, c)
						}
					})
				}
				for _, i := range order {
					jobs <- i
				}
				close(jobs)
				workers.Wait()
				c.Close()
				if n := held(t, c); n != 0 {
					t.Error(n, "bytes are still held")
				}
			})
		})
	}
}

// What was opened is not fetched again, and what was passed over not at all, until
// it is opened.
func TestAheadBackwards(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := holding(some(same(60, 100)...))
		objects := all(t, client(t, f, Options{}), "s3://logs")
		for i := range objects {
			if _, err := contentOf(t, objects[len(objects)-1-i]); err != nil {
				t.Error(err)
			}
			synctest.Wait()
			if n := f.counted("GET"); n != i+1 {
				t.Fatalf("%d requests for %d objects", n, i+1)
			}
		}
	})
	synctest.Test(t, func(t *testing.T) {
		f := holding(some(same(60, 100)...))
		c := client(t, f, Options{})
		one, two := all(t, c, "s3://logs"), all(t, c, "s3://logs")
		open(t, one[0])
		open(t, two[0])
		synctest.Wait()
		if n := f.counted("GET"); n != 2+16 {
			t.Error(n, "requests")
		}
		open(t, one[50])
		open(t, one[1])
		synctest.Wait()
		if n := len(c.ahead.heads); n > 16 {
			t.Error(n, "objects fetched ahead")
		}
	})
}

// Objects that are open and not read hold all the room there is; the next is read
// all the same.
func TestAheadFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		contents := some(same(40, 5000)...)
		f := holding(contents)
		c := client(t, f, Options{Memory: 9000})
		c.part = 1000
		objects := all(t, c, "s3://logs")
		for _, o := range objects[:30] {
			open(t, o)
		}
		synctest.Wait()
		if n := held(t, c); n != 9000 {
			t.Error(n, "bytes are held")
		}
		for _, o := range []source.Object{objects[29], objects[35], objects[0]} {
			if got, err := contentOf(t, o); err != nil || !bytes.Equal(got, contents[o.Name[len("s3://logs/"):]]) {
				t.Error(len(got), err)
			}
		}
	})
}

// A listing that has ended early takes back what it fetched, and nothing else.
func TestAheadEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		contents := some(same(40, 100)...)
		f := holding(contents)
		c := client(t, f, Options{})
		ctx, cancel := context.WithCancel(t.Context())
		listing, err := c.List(ctx, "s3://logs")
		if err != nil {
			t.Fatal(err)
		}
		var objects []source.Object
		for o := range listing {
			objects = append(objects, o)
		}
		first := open(t, objects[0])
		cancel() // some of what is on its way has come, some not
		for i, r := range []io.ReadCloser{first, open(t, objects[1]), open(t, objects[9])} {
			o := objects[[]int{0, 1, 9}[i]]
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, contents[o.Name[len("s3://logs/"):]]) {
				t.Errorf("%s: %v", o.Name, err)
			}
			r.Close()
		}
		synctest.Wait()
		if n := held(t, c); n != 0 {
			t.Error(n, "bytes are held")
		}
	})
}

// After Close, objects can still be opened, and nothing runs for those after them.
func TestAheadClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		contents := some(same(40, 100)...)
		f := holding(contents)
		c := client(t, f, Options{})
		objects := all(t, c, "s3://logs")
		r := open(t, objects[0])
		c.Close()
		before := f.counted("GET")
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, contents["0000"]) {
			t.Error(err)
		}
		if got, err := contentOf(t, objects[5]); err != nil || !bytes.Equal(got, contents["0005"]) {
			t.Error(err)
		}
		if n := f.counted("GET") - before; n > 2 {
			t.Error(n, "requests")
		}
	})
}

// Reading ends with its context, whatever it waits for.
func TestReadEnds(t *testing.T) {
	for _, memory := range []int64{0, 1} {
		synctest.Test(t, func(t *testing.T) {
			f := holding(some(5000))
			f.fault = onGet("0000", always, func(w http.ResponseWriter, r *http.Request) (http.ResponseWriter, bool) {
				<-r.Context().Done()
				return w, true
			})
			c := client(t, f, Options{Memory: memory})
			why := errors.New("enough")
			ctx, cancel := context.WithCancelCause(t.Context())
			r, err := all(t, c, "s3://logs")[0].Open(ctx)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			ended := make(chan error)
			go func() {
				_, err := r.Read(make([]byte, 10))
				ended <- err
			}()
			synctest.Wait()
			cancel(why)
			synctest.Wait()
			select {
			case err := <-ended:
				if !errors.Is(err, why) {
					t.Error(err)
				}
			default:
				t.Error("it goes on waiting")
				<-ended
			}
			if _, err := all(t, c, "s3://logs")[0].Open(ctx); !errors.Is(err, why) {
				t.Error(err)
			}
		})
	}
}

func TestG19(t *testing.T) {
	size := int64(512 << 20)
	if raced {
		size /= 8 // it takes ten times as long
	}
	pattern := random(1<<20, 19)
	fill := func(p []byte, off int64) {
		for len(p) > 0 {
			n := copy(p, pattern[off%int64(len(pattern)):])
			p, off = p[n:], off+int64(n)
		}
	}
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	t.Run("G19 a large object", func(t *testing.T) {
		f := of(object{key: "a", size: size, etag: `"0"`, fill: fill})
		c := client(t, f, Options{Memory: 32 << 20})
		o := all(t, c, "s3://logs")[0]
		before, most := heap(), uint64(0)
		r := open(t, o)
		got, want := make([]byte, 1<<20), make([]byte, 1<<20)
		for off := int64(0); off < size; off += int64(len(got)) {
			if _, err := io.ReadFull(r, got); err != nil {
				t.Fatal(err)
			}
			fill(want, off)
			if !bytes.Equal(got, want) {
				t.Fatal("wrong bytes near", off)
			}
			if off%(8<<20) == 0 {
				most = max(most, heap())
			}
		}
		if n, err := r.Read(got); n != 0 || err != io.EOF {
			t.Error(n, err)
		}
		held(t, c)
		if grown := int64(most) - int64(before); grown > 32<<20+8<<20 {
			t.Errorf("the heap grew by %d bytes", grown)
		} else {
			t.Logf("the heap grew by %d KiB", grown>>10)
		}
		if f.most < 2 || f.most > lanes {
			t.Error(f.most, "parts at the same time")
		}
	})
}
