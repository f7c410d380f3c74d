package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pipeSize is more than a pipe holds: who has written so much knows that the
// reader is reading.
const pipeSize = 1 << 20

// A signal ends a run that reads from a pipe, whether the pipe goes on or has
// fallen silent.
func TestInterrupted(t *testing.T) {
	line := []byte("2 123456789012 eni-0123456789abcdef0 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 1740960000 1740960500 ACCEPT OK\n")
	blank := []byte("\n")
	for _, test := range []struct {
		name   string
		signal os.Signal
		text   []byte
		silent bool
		code   int
		says   string
	}{
		{"SIGINT while records come", os.Interrupt, line, false, exitInterrupted, "davy: reading: stopped by interrupt\n"},
		{"SIGTERM while records come", syscall.SIGTERM, line, false, exitTerminated, "davy: reading: stopped by terminated\n"},
		{"SIGINT while nothing but blank lines comes", os.Interrupt, blank, false, exitInterrupted, "davy: reading: stopped by interrupt\n"},
		{"SIGINT while nothing comes", os.Interrupt, line, true, exitInterrupted, "davy: reading: stopped by interrupt\n"},
		{"SIGTERM while nothing comes", syscall.SIGTERM, line, true, exitTerminated, "davy: reading: stopped by terminated\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			ctx, stop := context.WithTimeout(t.Context(), 20*time.Second) // kills who does not listen
			defer stop()
			cmd := exec.CommandContext(ctx, "davy", "doctor", "-")
			var stdout, stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = &stdout, &stderr
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if _, err := in.Write(bytes.Repeat(test.text, pipeSize/len(test.text))); err != nil {
				t.Fatal(err)
			}
			if err := cmd.Process.Signal(test.signal); err != nil {
				t.Fatal(err)
			}
			if !test.silent {
				more := bytes.Repeat(test.text, 4096/len(test.text))
				for err == nil { // until the reader has gone
					_, err = in.Write(more)
				}
			}
			cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != test.code || stderr.String() != test.says || stdout.Len() > 0 {
				t.Errorf("%v, %q, %q; want exit code %d, nothing and %q", cmd.ProcessState, stdout.String(), stderr.String(), test.code, test.says)
			}
		})
	}
}

// M12: who reads the output may leave, as in davy scan … | head. Nothing is
// said then; that SIGPIPE ends the program is as good as exit code 0.
func TestOutputClosed(t *testing.T) {
	for _, args := range [][]string{
		{"lab", "--preset", "fleet", "--enis", "1", "--miners", "0", "--for", "1h", "out"}, // writes nothing to it: works
		{"version"}, {"--help"}, {"doctor", "-"},
	} {
		t.Run(args[0], func(t *testing.T) {
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			r.Close()
			defer w.Close()
			cmd := exec.CommandContext(t.Context(), "davy", args...)
			var stderr bytes.Buffer
			cmd.Dir, cmd.Stdout, cmd.Stderr = t.TempDir(), w, &stderr
			cmd.Stdin = strings.NewReader("2 123456789012 eni-0123456789abcdef0 10.0.0.1 198.51.100.1 40000 3333 6 10 1000 1740960000 1740960500 ACCEPT OK\n")
			cmd.Run()
			status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
			quiet := cmd.ProcessState.Success() || ok && status.Signaled() && status.Signal() == syscall.SIGPIPE
			if !quiet {
				t.Errorf("ended with %v", cmd.ProcessState)
			}
			if text := stderr.String(); args[0] != "lab" && text != "" {
				t.Errorf("said %q", text)
			}
		})
	}
}
