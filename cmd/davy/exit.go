package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"davy/flowlog"
	"davy/internal/report"
	"davy/model"
)

// Exit codes, as documented in the README.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitIncomplete  = 3
	exitRefused     = 4
	exitFindings    = 10
	exitInterrupted = 130
	exitTerminated  = 143
)

// An exitError ends the program with its code. Its text is printed unless empty.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

func usage(err error) error { return &exitError{exitUsage, err} }

// done returns what a command that did its work ends with.
func done(incomplete, findings bool) error {
	switch {
	case incomplete:
		return &exitError{code: exitIncomplete}
	case findings:
		return &exitError{code: exitFindings}
	}
	return nil
}

// errSignal is the cause of an interrupted context.
type errSignal struct{ sig os.Signal }

func (e errSignal) Error() string { return "stopped by " + e.sig.String() }

// interruptible returns a context that SIGINT and SIGTERM cancel. A second
// signal ends the program at once.
func interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	finished := make(chan struct{})
	go func() {
		select {
		case sig := <-signals:
			signal.Stop(signals)
			cancel(errSignal{sig})
		case <-finished:
		}
	}()
	return ctx, func() { signal.Stop(signals); close(finished); cancel(nil) }
}

// fail prints err and returns its exit code.
func (e *env) fail(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, fs.ErrClosed) {
		return exitDone // the reader of our output has left: davy scan … | head
	}
	if text := err.Error(); text != "" {
		fmt.Fprintf(e.stderr, "davy: %s\n", report.Clean(text))
	}
	var (
		exit   *exitError
		format *flowlog.FormatError
		stop   errSignal
	)
	switch {
	case errors.As(err, &exit):
		return exit.code
	case errors.As(err, &stop) && stop.sig == syscall.SIGTERM:
		return exitTerminated
	case errors.As(err, &stop):
		return exitInterrupted
	case errors.As(err, &format):
		return exitUsage
	case errors.Is(err, model.ErrRefused):
		return exitRefused
	}
	return exitFailed
}
