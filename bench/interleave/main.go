//go:build unix

// Interleave runs commands in turn, A B C, A B C, …, and writes what each run
// took into a file ([trial.Trial]):
//
//	interleave -rounds 5 -name plain -o plain.trial.json -- NAME COMMAND ARG… -- NAME COMMAND ARG…
//
// A NAME is "ENGINE words%DATA@FILE". The last line that a command prints on
// standard output is what it said it read of the DATA, in JSON; with @FILE that
// file is. It must be the same in each round.
//
// Processor seconds and peak memory are the kernel's, from wait4. A child begins
// with the memory of the process that starts it as its peak, so this program is
// kept small: a few MiB, far below what any of the commands takes.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"strings"

	"davy/bench/trial"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("interleave: ")
	rounds := flag.Int("rounds", 5, "runs of each command")
	out := flag.String("o", "", "file to write")
	t := trial.Trial{}
	flag.StringVar(&t.Name, "name", "", "of the question")
	codes := flag.String("codes", "0", "exit codes that are no failure, with commas")
	flag.Parse()
	commands, err := parse(flag.Args())
	if err == nil && (*out == "" || *rounds < 1) {
		err = errors.New("-o FILE and one round or more are needed")
	}
	if err != nil {
		log.Print(err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	for range *rounds {
		for i := range commands {
			if err := commands[i].run(ctx, strings.Split(*codes, ",")); err != nil {
				log.Fatalf("%s: %s: %v", t.Name, commands[i].Name, err)
			}
		}
	}
	for i := range commands {
		t.Commands = append(t.Commands, commands[i].Command)
	}
	if err := t.Write(*out); err != nil {
		log.Fatal(err)
	}
}

// parse parts the words after each "--" into commands.
func parse(words []string) ([]command, error) {
	var all []command
	for _, group := range groups(words) {
		if len(group) < 2 {
			return nil, fmt.Errorf("%q: want -- NAME COMMAND ARG…", strings.Join(group, " "))
		}
		name, file, _ := strings.Cut(group[0], "@")
		name, data, _ := strings.Cut(name, "%")
		engine, _, _ := strings.Cut(name, " ")
		all = append(all, command{Command: trial.Command{Name: name, Engine: engine, Data: data, Line: group[1:]}, file: file})
	}
	if len(all) == 0 {
		return nil, errors.New("no command")
	}
	return all, nil
}

// groups parts words at each "--".
func groups(words []string) [][]string {
	var all [][]string
	for _, w := range words {
		switch {
		case w == "--":
			all = append(all, nil)
		case len(all) == 0:
			all = append(all, []string{w})
		default:
			all[len(all)-1] = append(all[len(all)-1], w)
		}
	}
	return all
}
