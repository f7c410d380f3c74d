//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"

	"davy/bench/trial"
)

// A command is measured again and again.
type command struct {
	trial.Command
	file string // that says what was read; "" for standard output
}

// run runs the command once and adds what it took.
func (c *command) run(ctx context.Context, codes []string) error {
	if c.file != "" {
		if err := os.Remove(c.file); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	var last tail
	var complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, c.Line[0], c.Line[1:]...)
	cmd.Stdout, cmd.Stderr = &last, &complaint
	begin := time.Now()
	err := cmd.Run()
	wall := time.Since(begin)
	if state := cmd.ProcessState; state == nil || !slices.Contains(codes, strconv.Itoa(state.ExitCode())) {
		return fmt.Errorf("%v: %w: %.2000s", c.Line, err, complaint.Bytes())
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return errors.New("this system does not say what a process took")
	}
	said, err := c.said(last.line())
	if err != nil {
		return err
	}
	if c.Said != nil && !maps.Equal(c.Said, said) {
		return fmt.Errorf("said %v in one round, %v in another", c.Said, said)
	}
	c.Said = said
	c.Runs = append(c.Runs, trial.Run{CPU: seconds(usage.Utime) + seconds(usage.Stime), Wall: wall.Seconds(), Peak: resident(usage)})
	return nil
}

// said is what the command says it read.
func (c *command) said(line []byte) (trial.Said, error) {
	if c.file == "" {
		return trial.ReadSaid(line)
	}
	text, err := os.ReadFile(c.file)
	if err != nil {
		return nil, err
	}
	return trial.ReadSaid(text)
}

func seconds(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }

// resident is the peak in bytes; kernels differ in the unit.
func resident(usage *syscall.Rusage) float64 {
	if runtime.GOOS == "darwin" {
		return float64(usage.Maxrss)
	}
	return float64(usage.Maxrss) * 1024
}

// A tail keeps the end of what is written to it.
type tail struct{ kept []byte }

const tailSize = 1 << 16

func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p[max(0, len(p)-tailSize):]...)
	if len(t.kept) > 2*tailSize {
		t.kept = append(t.kept[:0], t.kept[len(t.kept)-tailSize:]...)
	}
	return len(p), nil
}

// line is the last line that is not empty.
func (t *tail) line() []byte {
	text := bytes.TrimRight(t.kept, "\r\n")
	return text[bytes.LastIndexByte(text, '\n')+1:]
}
