package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"

	"davy/bench/trial"
)

const (
	seconds = 600                 // of a window
	aDay    = 24 * 3600 / seconds // windows
)

// A writer gathers lines and writes them out, file by file.
type writer struct {
	config
	lines
	dir   string
	files int
	said  trial.Said

	writing sync.WaitGroup
	turn    chan struct{} // one for each file on its way
	mu      sync.Mutex
	err     error
}

// fleet writes window after window of all interfaces.
func (w *writer) fleet(fleet []eni) {
	for n := 0; w.Days == 0 || n < w.Days*aDay; n++ {
		for i := range fleet {
			from := len(w.ends)
			rows := w.rows()
			r := rand.New(rand.NewPCG(w.Seed^uint64(i)*0x9e3779b97f4a7c15, uint64(n)+1))
			one := window{lines: &w.lines, r: r, eni: &fleet[i], index: i, n: n, start: w.Start + int64(n)*seconds}
			one.write(fleet[i].peers)
			if left := w.Records - rows; w.Records > 0 && len(w.ends)-from >= left {
				w.cut(from + left)
				w.took(&fleet[i], from)
				w.flush(n)
				return
			}
			w.took(&fleet[i], from)
			if len(w.ends) >= w.PerFile {
				w.flush(n)
			}
		}
		if w.Days > 0 && n%aDay == aDay-1 {
			w.flush(n)
			w.sofar(n/aDay + 1)
		}
	}
}

// sofar writes down what the days up to the given one hold.
func (w *writer) sofar(day int) {
	w.fail(trial.WriteSaid(filepath.Join(w.dir, fmt.Sprintf("said.day%02d.json", day)), w.said))
}

// fail notes an error, or none.
func (w *writer) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.err = errors.Join(w.err, err)
}

func (w *writer) rows() int { return int(w.said["rows"]) }

// took counts the lines from the given one on, which are the interface's.
func (w *writer) took(e *eni, from int) {
	if w.said == nil {
		w.said = make(trial.Said)
	}
	if len(w.ends) > from && !e.heard {
		e.heard = true
		w.said["interfaces"]++
	}
	w.count(from, w.said)
}

// flush writes what was gathered up to window n into a file of its own.
func (w *writer) flush(n int) {
	if len(w.ends) == 0 {
		return
	}
	name := fmt.Sprintf("123456789010_vpcflowlogs_us-east-1_fl-0123456789abcdef0_w%05d_%06d.log", n, w.files)
	if w.Days > 0 {
		name = filepath.Join(fmt.Sprintf("day%02d", n/aDay+1), name)
	}
	w.files++
	text := append([]byte(header), w.text...)
	w.cut(0)
	if w.turn == nil {
		w.turn = make(chan struct{}, 2)
	}
	w.turn <- struct{}{}
	w.writing.Go(func() {
		w.fail(w.put(name, text))
		<-w.turn
	})
}

// put writes one file, as text, packed, or both.
func (w *writer) put(name string, text []byte) error {
	if w.Plain {
		if err := create(filepath.Join(w.dir, "plain", name), func(f *os.File) error {
			_, err := f.Write(text)
			return err
		}); err != nil {
			return err
		}
	}
	if !w.Gzip {
		return nil
	}
	return create(filepath.Join(w.dir, "gz", name+".gz"), func(f *os.File) error {
		z := gzip.NewWriter(f)
		if _, err := z.Write(text); err != nil {
			return err
		}
		return z.Close()
	})
}

func create(path string, fill func(*os.File) error) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(fill(f), f.Close())
}

// close waits for the files on their way.
func (w *writer) close() error {
	w.writing.Wait()
	return w.err
}
