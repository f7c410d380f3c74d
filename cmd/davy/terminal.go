package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"davy/internal/report"
)

// terminal returns the file that w is, if it is a terminal.
func terminal(w any) (*os.File, bool) {
	file, ok := w.(*os.File)
	return file, ok && term.IsTerminal(int(file.Fd()))
}

// columns is how wide a terminal is: COLUMNS, or what it says itself, or 80.
func columns(file *os.File) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if n, _, err := term.GetSize(int(file.Fd())); err == nil && n > 0 {
		return n
	}
	return 80
}

// screen is what text for people on w is made for. Colour needs a terminal that
// can show it, and a user who did not set NO_COLOR (no-color.org).
func screen(w io.Writer) report.View {
	file, ok := terminal(w)
	if !ok {
		return report.View{}
	}
	return report.View{Width: columns(file), Colour: os.Getenv("NO_COLOR") == "" && !dumb()}
}

// dumb terminals cannot move their cursor, nor show colour.
func dumb() bool { return os.Getenv("TERM") == "dumb" }
