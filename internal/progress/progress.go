// Package progress shows on a terminal how far a long run is, in one line that
// is written over itself and gone without trace at the end.
//
// In goes a function that says how far things are; out goes text to a terminal.
// Nothing is written in the first half second. The line is written by a
// goroutine of its own, which ends with [Line.Stop]: whoever does the work only
// has to keep the numbers that the function reads.
package progress

import (
	"io"
	"sync"
	"time"
)

const (
	patience = 500 * time.Millisecond // before the first line
	pause    = 200 * time.Millisecond // between two
)

// wipe clears the line the cursor is in, and goes to its start.
const wipe = "\r\x1b[K"

// A Line is shown until it is stopped. A nil Line is never shown.
type Line struct {
	stop chan struct{}
	done chan struct{} // closed when nothing more is written
	once sync.Once
}

// Start shows what say returns, cut to the columns that width returns. Both are
// called from another goroutine. say must return printable text; it is given
// the time since Start.
func Start(w io.Writer, width func() int, say func(time.Duration) string) *Line {
	l := &Line{stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(l.done)
		l.run(w, width, say)
	}()
	return l
}

// Stop wipes the line and returns when nothing more will be written. It may be
// called more than once.
func (l *Line) Stop() {
	if l == nil {
		return
	}
	l.once.Do(func() { close(l.stop) })
	<-l.done
}

func (l *Line) run(w io.Writer, width func() int, say func(time.Duration) string) {
	begin := time.Now()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	shown := false
	for {
		select {
		case <-l.stop:
			if shown {
				io.WriteString(w, wipe) //nolint:errcheck // a terminal that is gone needs no wiping
			}
			return
		case <-timer.C:
			text := cut(say(time.Since(begin)), width()-1) // the last column would break the line
			if _, err := io.WriteString(w, wipe+text); err != nil {
				<-l.stop // whoever reads it has gone
				return
			}
			shown = true
			timer.Reset(pause)
		}
	}
}

// cut keeps the first n runes.
func cut(s string, n int) string {
	if r := []rune(s); n > 0 && len(r) > n {
		return string(r[:n])
	}
	return s
}
