// Davy reads AWS VPC Flow Logs and says which network interface runs a
// cryptocurrency miner, against which peer, how sure it is, and why.
package main

import (
	"context"
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// cli is the command line: its fields are the documentation.
type cli struct {
	Scan    scanCmd    `cmd:"" help:"Find the pairs that mine."`
	Explain explainCmd `cmd:"" help:"Show the whole evidence of one finding."`
	Train   trainCmd   `cmd:"" help:"Learn a model from labelled logs."`
	Traits  traitsCmd  `cmd:"" help:"Keep what train learns of labelled logs, so that they need not be read again."`
	Eval    evalCmd    `cmd:"" help:"Measure recall and false alarms on labelled logs."`
	Plot    plotCmd    `cmd:"" help:"Draw chosen pairs: planes with the model's hull, time lines, statistics."`
	Doctor  doctorCmd  `cmd:"" help:"Say what is in a set of logs and what davy can see in them."`
	Lab     labCmd     `cmd:"" help:"Write labelled flow logs of simulated miners and ordinary traffic."`
	Model   modelCmd   `cmd:"" help:"Look into a model file."`
	Version versionCmd `cmd:"" help:"Print the version."`
}

// env is the world a command runs in.
type env struct {
	ctx    context.Context
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

func main() { os.Exit(run(os.Args[1:])) }

// run runs one command line and returns its exit code.
func run(args []string) int {
	ctx, stop := interruptible()
	defer stop()
	e := &env{ctx: ctx, stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	code := -1
	parser := kong.Must(&cli{}, kong.Name("davy"), kong.Description(description), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Writers(e.stdout, e.stderr), kong.Exit(func(c int) { code = c }))
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	switch {
	case code >= 0: // --help has been printed
		return code
	case err != nil:
		return e.fail(usage(err))
	}
	return e.fail(command.Run(e))
}
