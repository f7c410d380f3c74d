package progress

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// screen is a terminal that keeps what was written.
type screen struct {
	mu   sync.Mutex
	text strings.Builder
	fail bool
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail {
		return 0, errors.New("gone")
	}
	return s.text.Write(p)
}

func (s *screen) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

func eighty() int { return 80 }

// What is over in less than half a second leaves nothing.
func TestShort(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := new(screen)
		l := Start(s, eighty, func(time.Duration) string { t.Error("asked"); return "x" })
		time.Sleep(patience - time.Millisecond)
		l.Stop()
		if got := s.String(); got != "" {
			t.Errorf("wrote %q", got)
		}
	})
}

// Each line is written over the one before, and the last is wiped. Nothing is
// written after Stop, and no goroutine is left: synctest.Test would not return.
func TestLine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := new(screen)
		l := Start(s, eighty, func(since time.Duration) string { return since.String() })
		time.Sleep(patience + pause + time.Millisecond)
		synctest.Wait()
		l.Stop()
		l.Stop() // twice is once
		want := wipe + "500ms" + wipe + "700ms" + wipe
		if got := s.String(); got != want {
			t.Errorf("wrote %q, want %q", got, want)
		}
		time.Sleep(time.Hour)
		if got := s.String(); got != want {
			t.Errorf("after the end wrote %q", got[len(want):])
		}
	})
}

// A line never fills the terminal's width, which may change.
func TestWidth(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := new(screen)
		columns := 21
		l := Start(s, func() int { columns--; return columns }, func(time.Duration) string { return strings.Repeat("é", 100) })
		time.Sleep(patience + pause + time.Millisecond)
		synctest.Wait()
		l.Stop()
		if got, want := s.String(), wipe+strings.Repeat("é", 19)+wipe+strings.Repeat("é", 18)+wipe; got != want {
			t.Errorf("wrote %q, want %q", got, want)
		}
	})
}

// A terminal that has gone is left alone.
func TestGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &screen{fail: true}
		asked := 0
		l := Start(s, eighty, func(time.Duration) string { asked++; return "x" })
		time.Sleep(time.Minute)
		synctest.Wait()
		l.Stop()
		if asked != 1 {
			t.Errorf("tried %d times", asked)
		}
	})
}

func TestNil(t *testing.T) {
	var l *Line
	l.Stop()
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		state State
		since time.Duration
		want  string
	}{
		{State{Objects: 1200}, 600 * time.Millisecond, "reading  1,200 objects  0 records"},
		{State{AllObjects: 3}, 600 * time.Millisecond, "reading  0 of 3 objects  0 records"},
		{State{Objects: 1, AllObjects: 3, Records: 2_500_000}, 2 * time.Second, "reading  1 of 3 objects  2,500,000 records  1,250,000/s"},
		{State{Objects: 1, AllObjects: 3, Records: 100, Bytes: 50, AllBytes: 100}, 500 * time.Millisecond, "reading  1 of 3 objects  100 records  200/s  50 %"},
		{State{Objects: 1, AllObjects: 3, Records: 100, Bytes: 25, AllBytes: 100}, 2 * time.Second, "reading  1 of 3 objects  100 records  50/s  25 %  6 s left"},
		{State{AllObjects: 1, Bytes: 1, AllBytes: 101}, time.Minute, "reading  0 of 1 objects  0 records  1 %"},
		{State{AllObjects: 1, Bytes: 1, AllBytes: 100}, 2 * time.Second, "reading  0 of 1 objects  0 records  1 %  3 min 18 s left"},
		{State{AllObjects: 1, Bytes: 1, AllBytes: 50}, 100 * time.Second, "reading  0 of 1 objects  0 records  2 %  1 h 21 min left"},
		{State{AllObjects: 1, Bytes: 200, AllBytes: 100}, time.Minute, "reading  0 of 1 objects  0 records  100 %  0 s left"},
		{State{Judging: true, Pairs: 1000, Findings: 1}, time.Minute, "judging  1,000 pairs  findings so far: 1"},
	} {
		if got := c.state.Text(c.since); got != c.want {
			t.Errorf("%+v after %v: %q, want %q", c.state, c.since, got, c.want)
		}
	}
}
